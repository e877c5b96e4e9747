# What bash completes: the function that it calls, called as bash calls it.
source <("$HNBSIM" completion bash)
complete -p hnbsim
mkdir folder "a folder"
touch plan.yaml "my plan.yaml" notes.txt folder/in.yaml first.part

# of WORD...: what the last word could be
of() {
    COMP_WORDS=(hnbsim "$@")
    COMP_CWORD=$#
    COMPREPLY=()
    _hnbsim
    echo "$*: $(printf '%s\n' "${COMPREPLY[@]}" | sort | paste -sd '|')"
}
of com
of --
of run --s
of explain --s
of run --format ''
of run -f j
of list -f j
of run --format =
of run --format = cs
of run --sampling ''
of run -S s
of run --pupils ''
of explain --pupils ''
of run -d ''
of run ''
of run pl
of check folder/
of run my
of run -o ''
of run --keep n
of run --draws 100 pl
of merge f
of schema ''
of new s
of new scenario f
of list ''
of list -f json s
of list --format = json s
of list settings p
of help e
of completion ''
of completion bash ''
of nothing ''
# The levels are those that were built.
diff <("$HNBSIM" --version | sed -n 's/.*built: //p') <(of run --level '' | sed 's/.*: //; s/|/, /g')
# Every option that a command takes is offered, and nothing else is.
for word in $("$HNBSIM" --help | sed -n 's/^  \([a-z]*\) .*/\1/p'); do
    diff <("$HNBSIM" help "$word" | grep -o '^  \(-., \|    \)--[a-z-]*' | grep -o -- '--.*' | sort) \
        <(of "$word" -- | sed 's/.*--: //' | tr '|' '\n')
done
