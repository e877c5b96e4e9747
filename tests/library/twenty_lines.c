/* The balance carried at the end of March 2025: twenty_lines FOLDER SCENARIO */
#include <hnbsim.h>
#include <stdio.h>

int main(int count, char *words[])
{
    const struct hnb_reading reading = {.scenarios = count > 2 ? words[1] : NULL};
    struct hnb_scenario *scenario = hnb_scenario_load_with(words[count - 1], &reading, NULL);
    struct hnb_results *results = scenario ? hnb_run(&scenario, 1, NULL, NULL) : NULL;
    double balance;
    const bool good = results && hnb_results_read(results, "cumulative balance", "", "2024-25",
                                                  "central", &balance);

    if (good)
        printf("%.2f\n", balance);
    hnb_results_free(results);
    hnb_scenario_free(scenario);
    return good ? 0 : 1;
}
