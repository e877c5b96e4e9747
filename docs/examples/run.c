/* Run a scenario, and print its balance year by year: run SCENARIO */
#include <hnbsim.h>
#include <stdio.h>

int main(int count, char *words[])
{
    struct hnb_problems *problems = hnb_problems_new();
    struct hnb_scenario *scenario = hnb_scenario_load(count > 1 ? words[1] : "", problems);
    struct hnb_results *results = NULL;
    const struct hnb_wanted wanted = {.draws = 640, .seed = 1};
    double mean, balance;

    if (scenario)
        results = hnb_run(&scenario, 1, &wanted, problems);
    for (int year = 2019; results && year < 2031; year++) {
        char period[16];

        snprintf(period, sizeof period, "%d-%02d", year, (year + 1) % 100);
        if (hnb_results_read(results, "cumulative balance", "", period, "central", &balance) &&
            hnb_results_read(results, "cumulative balance", "", period, "mean", &mean))
            printf("%s %.2f %.2f\n", period, balance, mean);
    }
    if (!results)
        fprintf(stderr, "%d problems\n", hnb_problems_count(problems));
    hnb_results_free(results);
    hnb_scenario_free(scenario);
    hnb_problems_free(problems);
    return results ? 0 : 1;
}
