/* Months, financial years and Januaries. */
#ifndef ENGINE_BASE_MONTH_H
#define ENGINE_BASE_MONTH_H

/** A month, counted from January of year 0: 2019 × 12 + 3 is April 2019. */
typedef int month;

/** No month: an effect without an end. */
#define MONTH_NEVER 0x3fffffff

static inline month month_of(int year, int number) { return year * 12 + number - 1; }
static inline int month_year(month m) { return m / 12; }
static inline int month_number(month m) { return m % 12 + 1; }

/** The year in which the financial year of this month began: 2019 for April 2019 to March 2020. */
static inline int month_fiscal(month m)
{
    return month_number(m) >= 4 ? month_year(m) : month_year(m) - 1;
}

/** The January whose count this month carries: April to August its own year's, September to March
 * the next. */
static inline int month_census(month m)
{
    return month_number(m) >= 9 ? month_year(m) + 1 : month_year(m);
}

#endif
