# Each command has a page that says all that its help does, word for word, and that a reader of man pages can read.
[[ -e $BUILD/share/hnbsim.1 ]] || { echo "the pages were not made: scdoc was not there" >&2; exit 77; }
command -v mandoc >/dev/null || { echo "there is no mandoc" >&2; exit 77; }
python3 - <<'END'
import glob
import os
import re
import subprocess

HNBSIM, SHARE = os.environ["HNBSIM"], os.environ["BUILD"] + "/share"


def said(*words):
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout


def close(text):
    """Wherever lines were broken, and the column that says options or statuses."""
    return re.sub(r"\s+", "", text)


def lacks(name, page, helps):
    """Say which lines of the help are not in the page."""
    for line in re.split(r"\n(?:\n|(?=  ))| \(status| {2,}|:\n", helps):
        if not re.match(r"Examples,|Exit status|Commands", line) and close(line) not in page:
            print(name, "does not say:", line)


overview = said(HNBSIM, "--help")
names = re.findall(r"^  ([a-z]+) ", overview, re.MULTILINE)
pages = {f"hnbsim-{name}.1": said(HNBSIM, "help", name).replace("Usage: ", "", 1) for name in names}
pages["hnbsim.1"] = re.search(r"^Commands:\n.*?^$", overview, re.DOTALL | re.MULTILINE)[0]
made = {os.path.basename(path) for path in glob.glob(SHARE + "/*.1")}
if made != set(pages):
    print("of one alone:", sorted(made ^ set(pages)))
for name in made & set(pages):
    shown = said("mandoc", "-T", "utf8", f"{SHARE}/{name}")
    lacks(name, close(re.sub(".\b", "", shown)), pages[name])
    # scdoc's own way of parting paragraphs is all there is to complain of.
    for fault in said("mandoc", "-T", "lint", "-W", "warning", f"{SHARE}/{name}").splitlines():
        if "skipping paragraph macro: PP" not in fault:
            print(fault)
print(len(made) >= 13)
END
# The date of a page is that of the source, when it is said.
SOURCE_DATE_EPOCH=86400 scdoc <"$BUILD/share/hnbsim-run.1.scd" | grep -c '^.TH "hnbsim-run" "1" "1970-01-02" "hnbsim '
