/* What if new plans for autism grew by more or less? what_if SCENARIO */
#include <hnbsim.h>
#include <stdio.h>

int main(int count, char *words[])
{
    struct hnb_problems *problems = hnb_problems_new();
    struct hnb_scenario *scenario = hnb_scenario_load(count > 1 ? words[1] : "", problems);
    int done = 0;

    for (int percent = 0; scenario && percent <= 10; percent += 2) {
        struct hnb_results *results = NULL;
        double balance;
        char value[16];

        snprintf(value, sizeof value, "%d%%", percent);
        if (hnb_scenario_set(scenario, "flows.growth.ASD", value, problems))
            results = hnb_run(&scenario, 1, NULL, problems);
        if (results &&
            hnb_results_read(results, "cumulative balance", "", "2024-25", "central", &balance))
            done += printf("%s %.2f\n", value, balance) > 0;
        hnb_results_free(results);
    }
    hnb_scenario_free(scenario);
    hnb_problems_free(problems);
    return done == 6 ? 0 : 1;
}
