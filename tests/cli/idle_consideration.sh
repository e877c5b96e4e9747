# A consideration that changes no result is told so, unless its own file says that it is neutral.
cat >idle.yaml <<END
scenario: Idle
area: $TOP/scenarios/areas/cheshire-west-2019.yaml
considerations:
  - use: $TOP/scenarios/considerations/3-outreach.yaml
    set: {cut: 0%, to_outreach: 0, kept_in_mainstream: 0%}
  - use: $TOP/scenarios/considerations/8-post-16-offer.yaml
END
"$HNBSIM" run idle.yaml | grep 'changes no result'
