# What is not known is told with what was probably meant, status 2, and nothing is written; a name may be written
# with underscores and capitals, and a January as tables have it.
cd "$TOP" || exit
s=scenarios/review-package.yaml
ask() { "$HNBSIM" explain "$@"; echo $?; }
ask $s --year 2024-25 --line 'independant top-up'
ask $s --year 2024-25 --line zzzzzz 2>&1 | cut -c -100
ask $s --year 2024/25 --line outreach
ask $s --year 2050-51 --line outreach
ask $s --year soon --line outreach
ask $s --january 2025 --pupils specail
ask $s --january 2012 --pupils special
ask $s --january 2025 --pupils special --need MDL
ask $s --january 2025 --line outreach
ask $s --year 2024-25
ask $s --line outreach --pupils special
ask $s --line outreach --format junit
ask $s --line outreach --draws 10
ask $s --line outreach -o $s
"$HNBSIM" explain $s --year 2024-25 --line INDEPENDENT_TOP-UP | head -n 1
"$HNBSIM" explain $s --january 2025-01 --pupils Further_Education --need mld | head -n 1
"$HNBSIM" explain $s --january 2019 --pupils 'all plans' | head -n 3
"$HNBSIM" explain $s --lines | grep -A 1 -e '^--' -e 'saved by 3' -e balance
"$HNBSIM" explain $s | diff - <("$HNBSIM" explain $s --lines) && echo the same
