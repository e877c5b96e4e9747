/* Every figure of a run, a line each, with tabs between: figures DRAWS SAMPLING PUPILS SCENARIO...
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "include/hnbsim.h"

enum { MOST = 8 };

static void print_value(const struct hnb_figure *f, const char *statistic, double value)
{
    printf("%s\t%s\t%s\t%s\t%s\t%s\t%s%s\t%.9f\n", f->scenario, f->period, f->measure, f->by,
           f->item, f->ledger, statistic, f->difference ? " difference" : "", value);
}

static void print_figure(const struct hnb_results *results, int n)
{
    static const char *const statistics[] = {"central", "mean", "sd",   "luck sd", "ignorance sd",
                                             "p05",     "p10",  "p25",  "p50",     "p75",
                                             "p90",     "p95",  "P(<0)"};
    struct hnb_figure figure;
    struct hnb_value value;
    char error[64];

    hnb_results_figure(results, n, &figure);
    for (size_t i = 0; i < sizeof statistics / sizeof *statistics; i++) {
        if (hnb_results_value(results, n, statistics[i], &value) != HNB_ANSWERED)
            continue;
        print_value(&figure, statistics[i], value.value);
        snprintf(error, sizeof error, "%s se", statistics[i]);
        if (i > 0 && !isnan(value.se))
            print_value(&figure, error, value.se);
    }
}

int main(int count, char *words[])
{
    struct hnb_scenario *scenario[MOST] = {NULL};
    const struct hnb_wanted wanted = {.draws = strtoull(words[1], NULL, 10),
                                      .sampling = (enum hnb_sampling)atoi(words[2]),
                                      .pupils = (enum hnb_pupils)atoi(words[3])};
    struct hnb_results *results;

    for (int i = 4; i < count; i++)
        scenario[i - 4] = hnb_scenario_load(words[i], NULL);
    results = hnb_run(scenario, count - 4, &wanted, NULL);
    if (!results)
        return 1;
    puts(hnb_results_digest(results));
    for (int i = 0; i < hnb_results_count(results); i++)
        print_figure(results, i);
    hnb_results_free(results);
    for (int i = 0; i < MOST; i++)
        hnb_scenario_free(scenario[i]);
    return 0;
}
