"""Scenarios of no place in particular, of any size, to see how cost grows with it."""
import os

PHASES = {"early_years": (0, 4), "primary": (5, 10), "secondary": (11, 15), "post_16": (16, 18), "post_19": (19, 25)}
AGES = range(26)


def table(folder, name, heading, rows):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(heading + "\n")
        file.writelines(",".join(map(str, row)) + "\n" for row in rows)


def tables(folder, needs, settings):
    """Everyone may move from any setting to any other; a third of the new plans ask for the limited one."""
    others = 1 / (len(settings) - 1)
    table(folder, "population.csv", "year,age,persons", ((year, age, 3500 + 10 * age) for year in range(2019, 2032)
                                                         for age in AGES))
    table(folder, "caseload.csv", "age,need,setting,plans", ((age, need, setting, round(80 / len(needs) / len(settings), 6))
                                                             for age in AGES for need in needs for setting in settings))
    table(folder, "cease.csv", "age,need,rate", ((age, "", 0.01 if age < 16 else 0.12) for age in AGES))
    table(folder, "transfer.csv", "boundary,need,from,to,share",
          ((boundary, "", here, there, share) for boundary, share in (("within", 0.004), *((p, 0.03) for p in list(PHASES)[1:]))
           for here in settings for there in settings if here != there))
    table(folder, "entry.csv", "need,phase,setting,share",
          (("", phase, setting, 0.3 if setting == settings[0] else round(0.7 * others, 12) if setting != settings[-1]
            else round(1 - 0.3 - round(0.7 * others, 12) * (len(settings) - 2), 12)) for phase in PHASES for setting in settings))
    table(folder, "incidence.csv", "age,need,rate", ((age, need, round(0.003 / len(needs), 9)) for age in AGES for need in needs))


AREA = """area: Nowhere
base: 2019-01
needs: {{{needs}}}
phases: {{{phases}}}
ledgers: {{high_needs: High needs block, schools_block: Schools block}}
settings:
{settings}
population: population.csv
caseload: {{table: caseload.csv}}
flows:
  cease: cease.csv
  transfer: transfer.csv
  entry: entry.csv
  incidence: incidence.csv
  growth: {{all: {{mean: 5%, sd: 10%, persistence: 0.3}}}}
  moves: {{mean: 0%, sd: 2%, persistence: 0}}
top_up:
{top_up}
prices:
  top_up: {{mean: 1.5%, sd: 0.8%, persistence: 0.5}}
funding:
  high_needs: {{2019-20: 38530214}}
  growth: {{mean: 2.7%, sd: 2%, persistence: 0.5}}
  schools_block: 204072290
opening_balance: 0
"""


def scenario(folder, needs=12, settings=6, last=2030):
    """Write one with so many needs, settings and years to 2030-31; returns its path."""
    where = os.path.join(folder, f"{needs}-{settings}-{last}")
    os.makedirs(where, exist_ok=True)
    need = [f"N{i}" for i in range(needs)]
    names = [f"s{i}" for i in range(settings)]
    serves = ", ".join(PHASES)
    limited = (f"  {names[0]}: {{title: S0, serves: [{serves}], places: {{2019: 420, 2025: 520}}, place_rate: 10000, "
               f"funded: per place, overflow: {{{names[1]}: {{pert: [10%, 25%, 60%]}}, {names[-1]}: rest}}}}")
    plain = [f"  {name}: {{title: {name.upper()}, serves: [{serves}]}}" for name in names[1:]]
    area = AREA.format(
        needs=", ".join(f"{n}: Need {n}" for n in need),
        phases=", ".join(f"{p}: {a}-{b}" for p, (a, b) in PHASES.items()),
        settings="\n".join([limited, *plain]),
        top_up="\n".join(f"  {name}: {{all: {10000 + 500 * i}}}" for i, name in enumerate(names)))
    tables(where, need, names)
    with open(os.path.join(where, "area.yaml"), "w", encoding="utf-8") as file:
        file.write(area)
    path = os.path.join(where, "scenario.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"scenario: Nowhere\narea: area.yaml\nyears: 2019-20 to {last}-{(last + 1) % 100}\n")
    return path


def priced(folder, base, count):
    """So many scenarios that differ in a price alone, and so have the same pupils."""
    paths = []
    for i in range(count):
        path = os.path.join(folder, f"priced-{i}.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"scenario: Pay {i}\nbased_on: {base}\nchange:\n  prices.pay: {1 + i / 1000}%\n")
        paths.append(path)
    return paths
