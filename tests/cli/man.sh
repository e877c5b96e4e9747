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
# The page of every key says what the reference says of each; choices are parted by another letter.
page = close(re.sub(".\b", "", said("mandoc", "-T", "utf8", f"{SHARE}/hnbsim-scenario.5"))).replace(",", "/")
reference = said(HNBSIM, "schema", "reference")
rows = [row for row in re.findall(r"^\| `([^`]*)` \| (.*) \|$", reference, re.MULTILINE) if row[1].count(" | ") == 4]
for key, cells in rows:
    written, limits, default, example, what = (cell.strip(" `") for cell in cells.split(" | "))
    text = key + (what and f"{what}: ") + written + (limits and f", {limits}")
    text += (default and ("; required" if default == "required" else f"; unless given {default}"))
    text += (example and f"; as in {example}")
    if close(text).replace(",", "/") not in page:
        print("hnbsim-scenario.5 does not say:", key, cells)
for heading in re.findall(r"^### (.*)$", reference, re.MULTILINE):
    if close(heading) not in page:
        print("hnbsim-scenario.5 does not have:", heading)
print(len(rows) > 150)
for fault in said("mandoc", "-T", "lint", "-W", "warning", f"{SHARE}/hnbsim-scenario.5").splitlines():
    if "skipping paragraph macro: PP" not in fault:
        print(fault)
END
"$HNBSIM" schema --man area; echo $?
# The date of a page is that of the source, when it is said.
SOURCE_DATE_EPOCH=86400 scdoc <"$BUILD/share/hnbsim-run.1.scd" | grep -c '^.TH "hnbsim-run" "1" "1970-01-02" "hnbsim '
