/* Show every mistake of a scenario, as a compiler would: problems SCENARIO */
#include <hnbsim.h>
#include <stdio.h>

int main(int count, char *words[])
{
    struct hnb_problems *problems = hnb_problems_new();
    struct hnb_scenario *scenario = hnb_scenario_load(count > 1 ? words[1] : "", problems);
    const int mistakes = hnb_problems_count(problems);
    struct hnb_problem problem;

    for (int i = 0; hnb_problems_get(problems, i, &problem); i++) {
        printf("%s:%d:%d: %s\n", problem.file, problem.line, problem.column, problem.text);
        if (problem.hint[0])
            printf("    %s\n", problem.hint);
    }
    hnb_scenario_free(scenario);
    hnb_problems_free(problems);
    return mistakes > 0;
}
