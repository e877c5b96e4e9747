# What docs/scenarios.md tells an analyst to write is without mistakes: whole files, and each effect.
cp -r "$TOP/scenarios" .
python3 - <<'END'
import os
import re

guide = open(os.path.join(os.environ["TOP"], "docs/scenarios.md"), encoding="utf-8").read()
blocks = re.findall(r"^```yaml\n(.*?)^```", guide, re.DOTALL | re.MULTILINE)
whole = [block for block in blocks if block.startswith("# scenarios/")]
effects = [block for block in blocks if block.startswith("- ")]
names = []
for text in whole:
    names.append(text.split()[1])
    open(names[-1], "w", encoding="utf-8").write(text)
for number, text in enumerate(effects):
    effect = "".join("  " + line for line in text.splitlines(keepends=True))
    open(f"scenarios/considerations/effect-{number}.yaml", "w", encoding="utf-8").write(
        f"consideration: e{number}\ntitle: An example\nstarts: September 2020\neffects:\n{effect}")
    names.append(f"scenarios/effect-{number}.yaml")
    open(names[-1], "w", encoding="utf-8").write(
        f"scenario: Effect {number}\nbased_on: review-package.yaml\n"
        f"considerations: [{{use: considerations/effect-{number}.yaml}}]\n")
open("mistake", "w", encoding="utf-8").write(
    re.search(r"^```\n(\S+\.yaml:\d+:.*?)^```", guide, re.DOTALL | re.MULTILINE)[1])
open("names", "w", encoding="utf-8").write("\n".join(names))
print(len(whole) >= 5, len(effects) >= 9)
END
# shellcheck disable=SC2046 # no name has a space in it
"$HNBSIM" check $(cat names); echo $?
"$HNBSIM" run scenarios/second-outreach-team.yaml >/dev/null; echo $?
# The mistake that it shows is told in those words.
sed -i 's/from: special$/from: specal/' scenarios/considerations/11-second-outreach-team.yaml
"$HNBSIM" check scenarios/second-outreach-team.yaml 2>&1 | diff - mistake
