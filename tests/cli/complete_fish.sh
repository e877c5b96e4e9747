# What fish completes, as it says itself: a line for each thing that could stand there, without what it is.
command -v fish >/dev/null || { echo "there is no fish" >&2; exit 77; }
mkdir folder home
touch plan.yaml notes.txt first.part
"$HNBSIM" completion fish >hnbsim.fish
export HOME=$PWD/home XDG_CONFIG_HOME=$PWD/home XDG_DATA_HOME=$PWD/home
cat >ask.fish <<'END'
source hnbsim.fish
while read -l line
    echo $line (complete -C (string replace '<TAB>' '' -- $line) | string replace -r '\t.*' '' | string join '|')
end
END
fish --no-config ask.fish <<'END'
hnbsim com<TAB>
hnbsim --<TAB>
hnbsim run --s<TAB>
hnbsim run --format <TAB>
hnbsim run --format=j<TAB>
hnbsim run -f <TAB>
hnbsim list -f <TAB>
hnbsim run --sampling <TAB>
hnbsim run --pupils <TAB>
hnbsim explain --pupils <TAB>
hnbsim run -d <TAB>
hnbsim run <TAB>
hnbsim run pl<TAB>
hnbsim run plan.yaml <TAB>
hnbsim compare plan.yaml <TAB>
hnbsim run -o <TAB>
hnbsim run --draws 100 pl<TAB>
hnbsim merge f<TAB>
hnbsim schema <TAB>
hnbsim new s<TAB>
hnbsim list <TAB>
hnbsim list -f json s<TAB>
hnbsim list settings p<TAB>
hnbsim help e<TAB>
hnbsim completion <TAB>
hnbsim completion bash <TAB>
hnbsim run --limit 1 --li<TAB>
hnbsim run --seed 1 --see<TAB>
END
# Every option that a command takes is offered, and nothing else is.
for word in $("$HNBSIM" --help | sed -n 's/^  \([a-z]*\) .*/\1/p'); do
    diff <("$HNBSIM" help "$word" | grep -o '^  \(-., \|    \)--[a-z-]*' | grep -o -- '--.*' | sort) \
        <(echo "hnbsim $word --<TAB>" | fish --no-config ask.fish | sed 's/.*<TAB> //' | tr '|' '\n' | sort)
done
