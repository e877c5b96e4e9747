"""Reads the published figures in facts/, and only those that a list allows."""

import csv
import os

KEYED = ("area", "series", "year", "dimension", "value", "unit", "source", "confidence")


class Facts:
    """Figures by file, series, year and dimension. A row that is not allowed is refused.

    `allowed` maps (file, series) to the years that may be read. Files in the DfE's own layout
    (one column a measure) name the measure's column as the series.
    """

    def __init__(self, folder, allowed):
        self.allowed = allowed
        self.values = {}
        for name in sorted({file for file, _ in allowed}):
            with open(os.path.join(folder, name), newline="", encoding="utf-8") as source:
                rows = csv.DictReader(source)
                for row in rows:
                    self._take(name, row, tuple(rows.fieldnames) == KEYED)

    def _take(self, file, row, keyed):
        if keyed:
            self._keep(file, row["series"], row["year"], row["dimension"], row["value"])
            return
        year, dimension = row["time_period"], row.get("establishment_type", "total")
        for column, value in row.items():
            if (file, column) in self.allowed and value != "z":
                self._keep(file, column, year, dimension, value)

    def _keep(self, file, series, year, dimension, value):
        if year not in self.allowed.get((file, series), ()):
            raise SystemExit(f"{file}: {series} of {year} may not be read")
        self.values[file, series, year, dimension] = float(value)

    def get(self, file, series, year, dimension="total"):
        return self.values[file, series, str(year), dimension]

    def all(self, file, series, year):
        """{dimension: value} of one series and year."""
        return {d: v for (f, s, y, d), v in self.values.items()
                if (f, s, y) == (file, series, str(year))}
