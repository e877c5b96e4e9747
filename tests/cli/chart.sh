# Each chart is a picture with words for who cannot see it; which there are is said, and what they need.
say() { "$HNBSIM" chart --quiet --draws 64 "$@"; echo $?; }
for which in fan difference pupils moves spend; do
    say $which "$TOP"/scenarios/{no-change,review-package}.yaml -o $which.svg
    say $which "$TOP"/scenarios/{no-change,review-package}.yaml | cmp - <(cat $which.svg; echo 0)
done
python3 - <<'END'
import xml.etree.ElementTree as tree

SVG = "{http://www.w3.org/2000/svg}"
for which in ("fan", "difference", "pupils", "moves", "spend"):
    svg = tree.parse(which + ".svg").getroot()
    said = svg.get("aria-labelledby").split()
    print(svg.tag == SVG + "svg", [svg.find(f".//*[@id='{name}']").tag[len(SVG):] for name in said],
          all("nan" not in str(value) for each in svg.iter() for value in each.attrib.values()))
END
say fun "$TOP/scenarios/no-change.yaml"
say zzz "$TOP/scenarios/no-change.yaml"
say moves "$TOP/scenarios/no-change.yaml"
say fan "$TOP/scenarios/no-change.yaml" -o fan.gif
say fan
# Few draws have no median, and central values stand for it.
say fan --draws 2 "$TOP/scenarios/no-change.yaml" -o few.svg
grep -c 'nanm' few.svg
PATH=/nowhere say fan "$TOP/scenarios/no-change.yaml" -o fan.png
if command -v rsvg-convert >/dev/null; then
    say fan "$TOP/scenarios/no-change.yaml" -o fan.pdf -o fan.png
    head -c4 fan.pdf; echo
    head -c4 fan.png | tail -c3; echo
else
    printf '%s\n' 0 %PDF PNG
fi
