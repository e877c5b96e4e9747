"""What is assumed, and nothing else: docs/cheshire-west-2019.md says why."""

from deriving.pupils import SETTINGS

BASE, LAST = 2019, 2031  # Januaries
BANDS = ("0-4", "5-10", "11-15", "16-19", "20-25")

# How new plans, and the first Januaries, are spread over the ages of a band.
WITHIN_BAND = {"0-4": (.01, .03, .10, .26, .60), "5-10": (1 / 6,) * 6,
               "11-15": (.30, .25, .20, .15, .10), "16-19": (.45, .30, .20, .05),
               "20-25": (.40, .30, .20, .10, 0, 0)}
OLDEST_BAND = (.35, .25, .17, .12, .08, .03)  # plans aged 20 to 25: the right to them is new
OLDER_BY_JANUARY = .2  # of new plans, a year older by the January that counts them

# Yearly net ending of plans, by the age reached: England 2015-17, halfway to 2018 (x .92).
CEASE = {"0-15": .005, "16": .12, "17-18": .12, "19": .10, "20-25": .23}
CEASE_HALFWAY = .92
CEASE_BY_SETTING = {"mainstream": 1.2, "special": 0.7, "independent": 0.7,
                    "further_education": 1.1, "other": 1.5}

# Where plans of an age are: relative to mainstream at school age, before fitting to the margins.
PLACED = {
    "mainstream": {"0-15": 1, "16": .35, "17": .30, "18": .15},
    "resourced_provision": {"0-15": 1},
    "special": {"0-10": 1, "11-15": 1.6, "16": .9, "17": .8, "18": .6},
    "independent": {"0-4": .1, "5-10": .5, "11-15": 1.5, "16": 1, "17": .8, "18": .5},
    "alternative_provision": {"5-10": .2, "11-15": 1},
    "further_education": {"16": 1, "17": 1.2, "18": 1.3, "19-25": 1.6},
    "specialist_post_16": {"16": .5, "17-18": 1, "19-25": 1.5},
    "other": {"0-10": .3, "11-15": .6, "16-25": 1},
}

# The seed by need: how much likelier than the average plan, in a setting and in a phase.
NEED_IN_SETTING = {  # mainstream, resourced, special, independent, AP, FE, specialist 16+, other
    "ASD": (1, 1.5, 1, 2, 1, 1, 2, 1.5), "HI": (1, 2.5, .3, .5, .3, 1, 1, .5),
    "MLD": (1, 1, 1.1, .3, .5, 1.2, .5, .8), "MSI": (.6, .6, 1.5, 1, .3, .6, 2, .5),
    "OTH": (1, .5, .6, .5, .5, 1, .5, 1), "PD": (1, .7, .6, .4, .2, .8, 1, .6),
    "PMLD": (.1, .1, 3, .6, .1, .3, 2, .6), "SEMH": (1, .5, .8, 3, 6, .9, 1, 2.5),
    "SLCN": (1, 2, .6, .4, .5, .9, .5, .6), "SLD": (.2, .2, 2.6, .6, .1, .7, 2, .6),
    "SPLD": (1, 1, .2, .4, .5, 1, .3, .6), "VI": (1, .8, .4, .4, .2, 1, 1, .5)}
SEEDED = [s for s in SETTINGS if s != "satellite"]
NEED_IN_PHASE = {  # early years, primary, secondary, post-16, post-19; others 1 throughout
    "MLD": (.4, .8, 1.2, 1.2, 1), "SLCN": (1.5, 1.4, .7, .5, .3), "SEMH": (.5, .9, 1.3, .9, .6),
    "SLD": (1, 1, 1, 1.2, 1.5), "PMLD": (1.5, 1.2, 1, 1, 1), "PD": (1.2, 1, 1, .9, .8)}

# What a pupil's need costs in a special school, relative; scaled to the return of 2018-19.
SPECIAL_COST = {"ASD": 1.1, "HI": 1, "MLD": .7, "MSI": 1.75, "OTH": .9, "PD": 1.15, "PMLD": 1.75,
                "SEMH": 1.1, "SLCN": .8, "SLD": 1.3, "SPLD": .7, "VI": 1}

# Moves between two Januaries, as shares of a setting's survivors. Set so that the run from
# January 2017 gives the settings of 2018 and 2019; by need from mainstream to special schools.
TO_SPECIAL_BY_NEED = {"PMLD": 2, "SLD": 2, "MSI": 1.5, "MLD": 1.2, "ASD": 1, "SEMH": 1,
                      "PD": .6, "SLCN": .6, "OTH": .6, "VI": .4, "HI": .4, "SPLD": .2}
MOVES = {
    "within": {
        "mainstream": {"special": .032, "resourced_provision": .003, "independent": .004,
                       "alternative_provision": .001, "other": .006},
        "resourced_provision": {"mainstream": .03, "special": .02},
        "special": {"mainstream": .0025, "independent": .005, "other": .001},
        "satellite": {"special": .02, "mainstream": .02},
        "independent": {"special": .03, "other": .02},
        "alternative_provision": {"mainstream": .2, "special": .2, "other": .1},
        "further_education": {"other": .02, "specialist_post_16": .002},
        "specialist_post_16": {"further_education": .25},
        "other": {"mainstream": .05, "special": .05, "further_education": .1}},
    "primary": {
        "mainstream": {"special": .05, "resourced_provision": .01, "other": .005},
        "resourced_provision": {"mainstream": .03, "special": .03},
        "special": {"mainstream": .01},
        "independent": {"special": .03},
        "other": {"mainstream": .3, "special": .1}},
    "secondary": {
        "mainstream": {"special": .38, "resourced_provision": .02, "independent": .015,
                       "alternative_provision": .002, "other": .01},
        "resourced_provision": {"mainstream": .25, "special": .15},
        "special": {"mainstream": .01, "independent": .01, "other": .002},
        "independent": {"special": .05},
        "alternative_provision": {"special": .3, "mainstream": .2},
        "other": {"mainstream": .05, "special": .1}},
    "post_16": {
        "mainstream": {"further_education": .68, "other": .04, "specialist_post_16": .005},
        "resourced_provision": {"further_education": .75, "mainstream": .18, "other": .07},
        "special": {"further_education": .42, "specialist_post_16": .01, "other": .02},
        "satellite": {"further_education": .53, "special": .45, "other": .02},
        "independent": {"further_education": .30, "specialist_post_16": .03, "other": .05},
        "alternative_provision": {"further_education": .5, "other": .5},
        "other": {"further_education": .2}},
    "post_19": {
        "mainstream": {"further_education": .80, "other": .20},
        "special": {"further_education": .85, "specialist_post_16": .05, "other": .10},
        "independent": {"further_education": .60, "specialist_post_16": .30, "other": .10},
        "further_education": {"other": .05},
        "other": {"further_education": .1}},
}

# The run of no change: as the area file has it (a test holds them together).
SPECIAL_PLACES = {y: 841 + 28 * (y - BASE) for y in range(BASE, 2032)}
RESOURCED_PLACES = 98
TO_INDEPENDENT = (.10 + 4 * .25 + .60) / 6  # the mean of the area file's PERT
OVERFLOW = {"satellite": {"special": 1}, "resourced_provision": {"mainstream": 1},
            "special": {"independent": TO_INDEPENDENT, "mainstream": 1 - TO_INDEPENDENT}}
ORDER = {"satellite": [["MLD"]], "resourced_provision": [],
         "special": [["PMLD", "SLD", "MSI"], ["ASD", "SEMH", "PD", "HI", "VI"]]}
PRICES = {"top_up": .015, "special": .015, "independent": .025, "post_16": .015, "pay": .02}

# How a council's distance from England's rate of new plans fades: all councils, to January 2019.
PHI, MU = .39, -.026

# Ages of those whose assessment of learning difficulty at college became a plan in 2015-16.
CONVERTED_AT = {16: .3, 17: .3, 18: .2, 19: .1, 20: .1}
