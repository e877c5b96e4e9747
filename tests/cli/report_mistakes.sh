# What a briefing is refused for, and that nothing is then written.
cp "$TOP/scenarios/no-change.yaml" own.html
sed -i "s|area: |area: $TOP/scenarios/|" own.html
cp own.html before
say() { "$HNBSIM" report --quiet --draws 16 "$@"; echo $?; }
say own.html
say own.html -o page.txt -o page.html
say own.html -o page.html -o own.html
say own.html -o own.html -o page.html
say own.html -o page.html --by 2050-51
say own.html -o page.html --by 2024/25
say own.html -o page.html --format csv
say own.html -o page.html --shard 1/2
say own.html -o{1,2,3,4,5,6,7,8,9}.html
say own.html -o none/page.html
say own.html -o page.html --sampling sobol --draws 100
cmp own.html before
ls
