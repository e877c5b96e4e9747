/* One year, in the order that it happens. The page to read first. model.md sections 3 and 4. */
#include "models/year.h"

#include "models/whole.h"

/* Pupils as fractions of the expected. */
static void year_expected(const struct plan *plan, const struct draw *draw, int census,
                          struct work *work, struct census *out)
{
    population_arrive(plan, draw, census, work, out);
    transfer_year(plan, draw, census, work, out);
    places_year(plan, draw, census, work, out);
}

/* The same steps of whole pupils, by chance. */
static void year_whole(const struct plan *plan, const struct draw *draw, int census,
                       struct work *work, struct census *out)
{
    whole_transfer(plan, draw, census, work, out);
    whole_arrive(plan, draw, census, work, out);
    whole_come(plan, draw, census, work, out);
    whole_shift(plan, draw, census, work);
    whole_places(plan, draw, census, work, out);
}

void year_pupils(const struct plan *plan, const struct draw *draw, int census, struct work *work,
                 struct census *out)
{
    if (draw->whole)
        year_whole(plan, draw, census, work, out);
    else
        year_expected(plan, draw, census, work, out);
    caseload_count(plan, work, out);
    places_sites(plan, draw, census, out);
}

void year_pounds(const struct plan *plan, const struct draw *draw, int year, struct work *work,
                 struct results *results)
{
    spend_year(plan, draw, year, work, results);
    savings_year(plan, draw, year, work, results);
    ledger_considerations(plan, draw, year, work, &results->account[year]);
    funding_year(plan, draw, year, results);
    funding_balance(plan, draw, year, results);
    rules_year(plan, draw, year, work, results);
}

void model_pupils(const struct plan *plan, const struct draw *draw, struct work *work,
                  struct results *results)
{
    places_shares(plan, draw, results->shares);
    work->shares = results->shares;
    caseload_begin(plan, draw, work, &results->census[0]);
    for (int t = 1; t <= plan->years; t++)
        year_pupils(plan, draw, t, work, &results->census[t]);
}

void model_pounds(const struct plan *plan, const struct draw *draw, struct work *work,
                  struct results *results)
{
    prices_count(plan, draw, results, work);
    prices_rates(plan, draw, work);
    for (int y = 0; y < plan->years; y++)
        year_pounds(plan, draw, y, work, results);
}

void model_run(const struct plan *plan, const struct draw *draw, struct work *work,
               struct results *results)
{
    model_pupils(plan, draw, work, results);
    model_pounds(plan, draw, work, results);
}
