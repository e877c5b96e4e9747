# A dead lever is told with its reason, a neutral one is called neutral.
S=$TOP/scenarios
one() { printf 'consideration: %s\ntitle: %s\nstarts: September 2020\neffects:\n  - %s\n' "$1" "$1" "$2" >"$1.yaml"; }
one places 'places: {setting: special, open: 0}'
one cost 'spend: {line: nothing, ledger: high_needs, amount: £0}'
one longer 'duration: {years: 3}'
one share 'income: {line: gift, payer: health, share: 0%, of: residential}'
one unsaved 'redirect: {from: {saving of: 5}, to: grants, ledger: high_needs, amount: £1000.50}'
one flat 'rate: {settings: [special], change: 0%}'
printf 'consideration: empty\ntitle: empty\n' >empty.yaml
{
    printf 'scenario: Dead levers\narea: %s/areas/cheshire-west-2019.yaml\nconsiderations:\n' "$S"
    printf -- '  - use: %s.yaml\n' ages places cost longer share unsaved flat empty
    printf -- '  - use: %s/considerations/%s.yaml\n' "$S" 8-post-16-offer "$S" 1-foundation-documents
} >dead.yaml
# Pupils of this place are 5 or older, of a few needs, and nobody comes.
one ages 'shift: {who: {ages: 4}, of: [movers, standing], from: special, to: mainstream, share: 40%}'
one needs 'shift: {who: {needs: [PMLD]}, of: [movers, standing], from: special, to: mainstream, share: 40%}'
one from 'shift: {of: [movers, standing], from: resourced_provision, to: special, share: 40%}'
one rated 'rate: {settings: [special], needs: [PMLD], change: -1.5%}'
one new 'incidence: {who: {ages: 5-10}, change: -12.5%}'
{
    printf 'scenario: Nobody\narea: %s/tests/data/review/area.yaml\nyears: 2019-20 to 2021-22\nconsiderations:\n' "$TOP"
    printf -- '  - use: %s.yaml\n' ages needs from rated new
} >nobody.yaml
for each in dead nobody; do
    "$HNBSIM" run $each.yaml | tr '\n' ' ' | sed 's/  */ /g' |
        grep -o "neutral, as their files say: [0-9a-z, ]*\|consideration [a-z0-9]* changes no result: [a-z0-9'£% ]*" | sed 's/ *\(not judged\)*$//'
done
