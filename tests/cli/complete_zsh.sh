# What zsh completes: asked of a shell on a pseudo-terminal, which says what it would add to the line.
command -v zsh >/dev/null || { echo "there is no zsh" >&2; exit 77; }
mkdir folder functions
touch plan.yaml notes.txt first.part
"$HNBSIM" completion zsh >functions/_hnbsim
# Before and after completing it prints a NUL; between, a line for each thing that could be added.
cat >told.zsh <<'END'
PROMPT=
fpath=($PWD/functions $fpath)
autoload -Uz compinit
compinit -u -d "$PWD/dump"
bindkey '^I' complete-word
zstyle ':completion:*' insert-tab false
mark() { print -rn -- $'\0' }
compprefuncs=(mark)
comppostfuncs=(mark exit)
compadd() {
  if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then
    builtin compadd "$@"
    return
  fi
  local -a hits
  builtin compadd -A hits "$@"
  (($#hits)) && print -rl -- $hits
  builtin compadd "$@"
}
print ready
END
cat >ask.zsh <<'END'
zmodload zsh/zpty || { print -u2 "zsh has no zpty"; exit 77 }
# of LINE: what could stand at its end
of() {
  local text all=
  zpty asked zsh -f -i
  zpty -w asked 'source ./told.zsh'
  zpty -r asked text $'*\nready*'
  zpty -w -n asked "$1"$'\t'
  while zpty -r asked text; do all+=$text; done
  zpty -d asked
  all=${${${all#*$'\0'}%$'\0'*}//$'\r'/}
  local -a found=(${(ou)${(f)all}})
  print -r -- "$1<TAB> ${(j:|:)found}"
}
while IFS= read -r line; do of "${line%<TAB>}"; done
END
zsh -f ask.zsh <<'END'
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
        <(echo "hnbsim $word --<TAB>" | zsh -f ask.zsh | sed 's/.*<TAB> //' | tr '|' '\n')
done
