/* The library by its public header alone. */
#include <locale.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "include/hnbsim.h"

#define NO_CHANGE TOP "/scenarios/no-change.yaml"
#define OUTREACH TOP "/scenarios/3-outreach.yaml"
#define PARAMETER "kept_in_mainstream"
#define VALUE "30%"

static struct hnb_scenario *loaded(const char *file)
{
    struct hnb_problems *problems = hnb_problems_new();
    struct hnb_scenario *scenario = hnb_scenario_load(file, problems);

    cr_assert_not_null(scenario);
    cr_expect_eq(hnb_problems_count(problems), 0);
    hnb_problems_free(problems);
    return scenario;
}

static double balance(struct hnb_scenario *scenario)
{
    struct hnb_results *results = hnb_run(&scenario, 1, NULL, NULL);
    double value = 0;

    cr_assert_not_null(results);
    cr_assert(hnb_results_read(results, "cumulative balance", NULL, "2024-25", NULL, &value));
    hnb_results_free(results);
    return value;
}

/* The one file that a test writes, in a folder of its own. */
static char folder[] = "/tmp/hnbsim-XXXXXX";
static const char *left;

static const char *written(const char *name, const char *text)
{
    FILE *out;

    cr_assert_null(left);
    cr_assert(mkdtemp(folder) && chdir(folder) == 0);
    left = name;
    out = fopen(name, "w");
    cr_assert(out && fputs(text, out) >= 0 && fclose(out) == 0);
    return name;
}

static void leave_nothing(void)
{
    if (left)
        cr_assert(unlink(left) == 0 && chdir("/") == 0 && rmdir(folder) == 0);
}

TestSuite(library, .fini = leave_nothing);

Test(library, takes_nothing_for_nothing)
{
    hnb_problems_free(NULL);
    hnb_problems_clear(NULL);
    hnb_scenario_free(NULL);
    hnb_results_free(NULL);
    cr_expect_eq(hnb_problems_count(NULL), 0);
    cr_expect_null(hnb_scenario_load("/nowhere.yaml", NULL));
    cr_expect_null(hnb_run(NULL, 0, NULL, NULL));
}

Test(library, tells_every_mistake_with_its_place)
{
    struct hnb_problems *problems = hnb_problems_new();
    struct hnb_problem problem;
    const char *file = written("wrong.yaml", "scenario: Wrong\n"
                                             "based_on: " NO_CHANGE "\n"
                                             "yaers: 2019-20 to 2024-25\n"
                                             "change: {flows.growth.ASD: six}\n");

    cr_expect_null(hnb_scenario_load(file, problems));
    cr_assert_eq(hnb_problems_count(problems), 2);
    cr_assert(hnb_problems_get(problems, 0, &problem));
    cr_expect_str_eq(problem.file, "wrong.yaml");
    cr_expect_eq(problem.line, 3);
    cr_expect_eq(problem.column, 1);
    cr_expect_eq(problem.length, 5);
    cr_expect(strstr(problem.text, "'yaers'"), "%s", problem.text);
    cr_expect(strstr(problem.hint, "did you mean 'years'?"), "%s", problem.hint);
    cr_assert(hnb_problems_get(problems, 1, &problem));
    cr_expect_eq(problem.line, 4);
    cr_expect(!hnb_problems_get(problems, 2, &problem));
    cr_expect(!hnb_problems_get(problems, -1, &problem));
    hnb_problems_clear(problems);
    cr_expect_eq(hnb_problems_count(problems), 0);
    hnb_problems_free(problems);
}

Test(library, a_number_put_in_is_as_if_its_file_had_it)
{
    struct hnb_scenario *by_hand = loaded(NO_CHANGE),
                        *by_file =
                            loaded(written("six.yaml", "scenario: Six\nbased_on: " NO_CHANGE
                                                       "\nchange: {flows.growth.ASD: 6%}\n"));
    const double before = balance(by_hand), six = balance(by_file);

    cr_assert(hnb_scenario_set(by_hand, "flows.growth.ASD", "9%", NULL));
    cr_expect_neq(balance(by_hand), six);
    cr_assert(hnb_scenario_set(by_hand, "flows.growth.ASD", "6%", NULL));
    cr_expect_eq(balance(by_hand), six);
    cr_expect_neq(six, before);
    cr_assert(hnb_scenario_set(by_file, "flows.growth.ASD", "9%", NULL));
    cr_expect_neq(balance(by_file), six);
    cr_assert(hnb_scenario_set(by_hand, "flows.growth.ASD", NULL, NULL));
    cr_expect_eq(balance(by_hand), before);
    hnb_scenario_free(by_hand);
    hnb_scenario_free(by_file);
}

Test(library, a_parameter_put_in_is_as_if_the_scenario_set_it)
{
    struct hnb_scenario *by_hand = loaded(OUTREACH),
                        *by_file = loaded(
                            written("cost.yaml",
                                    "scenario: Cost\nbased_on: " NO_CHANGE "\nconsiderations:\n"
                                    "  - use: " TOP "/scenarios/considerations/3-outreach.yaml\n"
                                    "    set: {" PARAMETER ": " VALUE "}\n"));

    cr_expect_neq(balance(by_hand), balance(by_file));
    cr_assert(hnb_scenario_set(by_hand, "considerations.3." PARAMETER, VALUE, NULL));
    cr_expect_eq(balance(by_hand), balance(by_file));
    hnb_scenario_free(by_hand);
    hnb_scenario_free(by_file);
}

Test(library, a_wrong_number_says_why_and_changes_nothing)
{
    static const struct {
        const char *path, *value, *text;
    } cases[] = {{"flows.growth.ASD", "six", "'six' is not a number"},
                 {"flows.growth.ASX", "6%", "ASX"},
                 {"flows.grwoth.ASD", "6%", "grwoth"},
                 {"flows.growth.ASD", "{normal: [6%, 2%], bonuds: [0%, 9%]}", "bonuds"},
                 {"flows.growth.ASD", "[6%", ""},
                 {"flows.growth.ASD", "\xff", "UTF-8"},
                 {"flows.growth.ASD", "", ""},
                 {"considerations.4b.places", "3", "no consideration of this name is used"},
                 {"considerations.3.coast", "3", "coast"}};
    struct hnb_scenario *scenario = loaded(OUTREACH);
    struct hnb_problems *problems = hnb_problems_new();
    const double before = balance(scenario);

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct hnb_problem problem;

        hnb_problems_clear(problems);
        cr_expect(!hnb_scenario_set(scenario, cases[i].path, cases[i].value, problems), "%s %s",
                  cases[i].path, cases[i].value);
        cr_assert(hnb_problems_get(problems, 0, &problem), "%s", cases[i].value);
        cr_expect_str_eq(problem.file, cases[i].path);
        cr_expect(strstr(problem.text, cases[i].text), "%s", problem.text);
    }
    cr_expect_eq(balance(scenario), before);
    hnb_problems_free(problems);
    hnb_scenario_free(scenario);
}

Test(library, names_find_one_figure_or_say_why_not)
{
    struct hnb_scenario *scenario = loaded(NO_CHANGE), *both[] = {scenario, scenario};
    struct hnb_results *results = hnb_run(both, 2, &(struct hnb_wanted){.draws = 64}, NULL);
    struct hnb_figure like = {.measure = "pupils", .period = "2024-01"}, figure;
    struct hnb_value value;

    hnb_scenario_free(scenario);
    cr_expect_eq(hnb_results_find(results, &like), HNB_SEVERAL);
    like.item = "speical";
    cr_expect_eq(hnb_results_find(results, &like), HNB_NONE);
    like.item = "special";
    const int n = hnb_results_find(results, &like);
    cr_assert(hnb_results_figure(results, n, &figure));
    cr_expect_str_eq(figure.by, "setting");
    cr_expect_str_eq(figure.scenario, "No change");
    cr_expect_eq(hnb_results_value(results, n, "p50", &value), HNB_NOT_KEPT);
    cr_expect_eq(hnb_results_value(results, n, "medain", &value), HNB_NO_SUCH_STATISTIC);
    like = (struct hnb_figure){.measure = "in-year balance", .period = "2024-25"};
    cr_expect_eq(hnb_results_value(results, hnb_results_find(results, &like), "p05", &value),
                 HNB_TOO_FEW_DRAWS);
    cr_expect_eq(value.needs, 200);
    cr_expect_eq(hnb_results_value(results, hnb_results_find(results, &like), "mean", &value),
                 HNB_ANSWERED);
    cr_expect(value.pence != 0);
    cr_expect_float_eq((double)value.pence, 100 * value.value, 0.500001);
    like.scenario = "No change (2)";
    like.difference = true;
    cr_expect_eq(hnb_results_value(results, hnb_results_find(results, &like), "mean", &value),
                 HNB_ANSWERED);
    cr_expect_eq(value.pence, 0);
    cr_expect(!hnb_results_figure(results, hnb_results_count(results), &figure));
    hnb_results_free(results);
}

static bool at_once(void *context, uint64_t done, uint64_t draws)
{
    int *told = context;

    cr_expect_leq(done, draws);
    ++*told;
    return false;
}

Test(library, a_run_may_be_ended_early)
{
    struct hnb_scenario *scenario = loaded(NO_CHANGE);
    int told = 0;
    const struct hnb_wanted wanted = {
        .draws = 10000000, .threads = 1, .progress = at_once, .context = &told};
    struct hnb_results *results = hnb_run(&scenario, 1, &wanted, NULL);

    cr_assert_not_null(results);
    cr_expect(told > 0);
    cr_expect(hnb_results_draws(results) > 0 && hnb_results_draws(results) < wanted.draws);
    hnb_results_free(results);
    hnb_scenario_free(scenario);
}

Test(library, refuses_what_cannot_be_run)
{
    struct hnb_scenario *scenario = loaded(NO_CHANGE), *missing = NULL;
    struct hnb_problems *problems = hnb_problems_new();
    const struct hnb_wanted wrong[] = {{.draws = 17, .sampling = HNB_LATIN},
                                       {.draws = UINT64_MAX},
                                       {.sampling = (enum hnb_sampling)9},
                                       {.pupils = (enum hnb_pupils)9}};

    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        cr_expect_null(hnb_run(&scenario, 1, &wrong[i], problems));
    cr_expect_null(hnb_run(&missing, 1, NULL, problems));
    cr_expect_null(hnb_run(&scenario, 0, NULL, problems));
    hnb_scenario_free(scenario);
    cr_expect(hnb_problems_count(problems) >= 5);
    hnb_problems_free(problems);
}

static void expect_out_of_memory(struct hnb_problems *problems)
{
    struct hnb_problem problem;

    cr_assert(hnb_problems_get(problems, 0, &problem));
    cr_expect_str_eq(problem.text, "out of memory");
    hnb_problems_clear(problems);
}

Test(library, memory_that_runs_out_is_a_problem)
{
    struct hnb_problems *problems = hnb_problems_new();
    struct hnb_scenario *scenario = NULL;
    struct hnb_results *results = NULL;
    int failed = 0;

    for (size_t memory = 1; !scenario; memory = memory * 3 / 2 + 1) {
        scenario =
            hnb_scenario_load_with(NO_CHANGE, &(struct hnb_reading){.memory = memory}, problems);
        if (!scenario)
            expect_out_of_memory(problems);
        failed += !scenario;
    }
    cr_expect(failed > 10);
    failed = 0;
    for (size_t memory = 1; !results; memory = memory * 3 / 2 + 1) {
        results = hnb_run(&scenario, 1, &(struct hnb_wanted){.memory = memory}, problems);
        if (!results)
            expect_out_of_memory(problems);
        failed += !results;
    }
    cr_expect(failed > 10);
    hnb_results_free(results);
    hnb_scenario_free(scenario);
    hnb_problems_free(problems);
}

Test(library, findings_are_those_of_the_rules)
{
    struct hnb_scenario *scenario = loaded(TOP "/scenarios/repeated-mfg-cut.yaml");
    struct hnb_results *results = hnb_run(&scenario, 1, NULL, NULL);
    struct hnb_finding finding;
    int unlawful = 0;

    for (int i = 0; hnb_results_finding(results, i, &finding); i++)
        unlawful += finding.severity == HNB_UNLAWFUL &&
                    strcmp(finding.rule, "Minimum Funding Guarantee") == 0;
    cr_expect(unlawful > 0);
    hnb_results_free(results);
    hnb_scenario_free(scenario);
}

Test(library, what_a_file_calls_neutral_is_found_neutral)
{
    struct hnb_scenario *scenario = loaded(TOP "/scenarios/review-package.yaml");
    struct hnb_results *results = hnb_run(&scenario, 1, NULL, NULL);
    struct hnb_finding finding;
    char neutral[64] = "";

    for (int i = 0; hnb_results_finding(results, i, &finding); i++)
        if (finding.severity == HNB_NEUTRAL)
            strcat(strcat(neutral, finding.item), " ");
    cr_expect_str_eq(neutral, "1 2 8 9 10 ");
    hnb_results_free(results);
    hnb_scenario_free(scenario);
}

/* The years of a finding, from "2019-20" to "2024-25". */
static int years(const struct hnb_finding *finding)
{
    return atoi(finding->last) - atoi(finding->first) + 1;
}

Test(library, a_rule_is_a_figure_in_each_year_of_its_finding)
{
    struct hnb_scenario *scenario = loaded(TOP "/scenarios/repeated-mfg-cut.yaml");
    struct hnb_results *results = hnb_run(&scenario, 1, NULL, NULL);
    struct hnb_finding finding;
    struct hnb_figure figure;
    struct hnb_value value;
    int expected = 0, rules = 0;

    for (int i = 0; hnb_results_finding(results, i, &finding); i++) {
        struct hnb_figure like = {.measure = "rule", .period = finding.first};
        char item[200];

        expected += years(&finding);
        if (finding.severity != HNB_UNLAWFUL)
            continue;
        snprintf(item, sizeof item, "not lawful × %s × %s", finding.rule, finding.item);
        like.item = item;
        const int n = hnb_results_find(results, &like);
        cr_expect_eq(hnb_results_value(results, n, NULL, &value), HNB_ANSWERED, "%s", item);
        cr_expect(value.pence == finding.pence && value.pence > 0);
        cr_expect_eq(hnb_results_value(results, n, "mean", &value), HNB_NOT_KEPT);
    }
    for (int i = 0; hnb_results_figure(results, i, &figure); i++)
        rules += strcmp(figure.measure, "rule") == 0;
    cr_expect(rules > 0);
    cr_expect_eq(rules, expected);
    hnb_results_free(results);
    hnb_scenario_free(scenario);
}

/* 24 places at £10,000, and £6,911 more for each: 12, when 12 are put in. */
Test(library, quoted_figures_are_derived_from_the_numbers_put_in)
{
    struct hnb_scenario *scenario = loaded(TOP "/scenarios/4b-one-satellite.yaml");
    struct hnb_results *results = hnb_run(&scenario, 1, NULL, NULL);
    struct hnb_quoted quoted;

    cr_expect_eq(hnb_results_quotations(results), 3);
    cr_expect_not(hnb_results_quoted(results, 3, &quoted));
    cr_expect_not(hnb_results_quoted(results, -1, &quoted));
    cr_assert(hnb_results_quoted(results, 2, &quoted));
    cr_expect_str_eq(quoted.consideration, "4b");
    cr_expect_str_eq(quoted.ledger, "high_needs");
    cr_expect_str_eq(quoted.source, "review: 10.B.iv.b");
    cr_expect_eq(quoted.agreement, HNB_AGREES);
    cr_expect_eq(quoted.quoted, 40586400);
    cr_expect_eq(quoted.derived, 40586400);
    hnb_results_free(results);
    cr_assert(hnb_scenario_set(scenario, "considerations.4b.places", "12", NULL));
    results = hnb_run(&scenario, 1, NULL, NULL);
    cr_assert(hnb_results_quoted(results, 0, &quoted));
    cr_expect_eq(quoted.agreement, HNB_DIFFERS);
    cr_expect_eq(quoted.quoted, 24000000);
    cr_expect_eq(quoted.derived, 12000000);
    cr_expect_not_null(strstr(quoted.text, "'One satellite' sets places"));
    hnb_results_free(results);
    hnb_scenario_free(scenario);
}

/* The first financial year after the base's in which a figure is at least so much; 0 for none. */
static int first_at_least(const struct hnb_results *results, const char *measure,
                          const char *statistic, double least)
{
    for (int year = 2020; year <= 2030; year++) {
        char period[16];
        double value;

        snprintf(period, sizeof period, "%d-%02d", year, (year + 1) % 100);
        cr_assert(hnb_results_read(results, measure, NULL, period, statistic, &value));
        if (value >= least)
            return year;
    }
    return 0;
}

/* Some futures break even in each of several years. */
#define SPREAD                                                                                     \
    "{2020-21: {normal: [4%, 8%]}, 2021-22: {normal: [6%, 8%]}, 2022-23: {normal: [9%, 8%]}, "     \
    "2023-24: {normal: [8%, 8%]}, 2024-25: 3%}"

Test(library, first_year_of_break_even_is_when_so_many_futures_have)
{
    static const struct {
        const char *growth, *statistic;
        double share; /* of the futures; 0 for the central run */
        bool comes;
    } cases[] = {{"14%", "central", 0, true},
                 {"{2020-21: 0%, 2021-22: 1%, 2022-23: 35%, 2023-24: 4%}", "central", 0, true},
                 {"2%", "central", 0, false},
                 {SPREAD, "p25", 0.25, true},
                 {SPREAD, "p40", 0.4, true},
                 {SPREAD, "p50", 0.5, true},
                 {SPREAD, "p60", 0.6, false}};
    const struct hnb_figure like = {.measure = "first year of break-even", .period = "2030-31"};
    struct hnb_scenario *scenario = loaded(NO_CHANGE);

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct hnb_wanted wanted = {.draws = 640};
        struct hnb_value value;
        struct hnb_results *results;

        cr_assert(hnb_scenario_set(scenario, "funding.growth", cases[i].growth, NULL));
        results = hnb_run(&scenario, 1, &wanted, NULL);
        const int n = hnb_results_find(results, &like);
        const int year = cases[i].share > 0
                             ? first_at_least(results, "broken even", "mean", cases[i].share)
                             : first_at_least(results, "in-year balance", "central", 0);
        cr_expect_eq(year > 0, cases[i].comes, "%s", cases[i].growth);
        cr_expect_eq(hnb_results_value(results, n, cases[i].statistic, &value),
                     cases[i].comes ? HNB_ANSWERED : HNB_NOT_BY_THEN, "%s", cases[i].growth);
        cr_expect_eq((int)value.value, year, "%s %s", cases[i].growth, cases[i].statistic);
        cr_expect(!cases[i].comes || (value.low <= year && value.high >= year));
        cr_expect_eq(hnb_results_value(results, n, "mean", &value), HNB_NOT_KEPT);
        cr_expect_eq(hnb_results_value(results, n, "p0.1", &value), HNB_TOO_FEW_DRAWS);
        hnb_results_free(results);
    }
    hnb_scenario_free(scenario);
}

/** One thread's work: a scenario of its own, and a sum of all its figures. */
struct alone {
    const char *file;
    char digest[65];
    double mean[20000];
    int count;
};

static void *work(void *context)
{
    struct alone *alone = context;
    struct hnb_scenario *scenario = hnb_scenario_load(alone->file, NULL);
    const bool set = hnb_scenario_set(scenario, "flows.growth.ASD", "5%", NULL);
    const struct hnb_wanted wanted = {.draws = 128, .threads = 2};
    struct hnb_results *results = set ? hnb_run(&scenario, 1, &wanted, NULL) : NULL;
    struct hnb_value value;

    for (int i = 0; results && i < hnb_results_count(results) && i < 20000; i++)
        if (hnb_results_value(results, i, "mean", &value) == HNB_ANSWERED)
            alone->mean[alone->count++] = value.value;
    if (results)
        strcpy(alone->digest, hnb_results_digest(results));
    hnb_results_free(results);
    hnb_scenario_free(scenario);
    return NULL;
}

Test(library, threads_have_the_figures_that_they_have_alone)
{
    static const char *const files[] = {NO_CHANGE, OUTREACH, TOP "/scenarios/review-package.yaml"};
    enum { SAME = 3, THREADS = 2 * SAME };
    static struct alone alone[SAME], together[THREADS];
    pthread_t thread[THREADS];

    for (int i = 0; i < SAME; i++) {
        alone[i].file = files[i];
        work(&alone[i]);
        cr_assert(alone[i].count > 500);
    }
    for (int i = 0; i < THREADS; i++) {
        together[i].file = files[i % SAME];
        cr_assert(pthread_create(&thread[i], NULL, work, &together[i]) == 0);
    }
    for (int i = 0; i < THREADS; i++) {
        pthread_join(thread[i], NULL);
        cr_expect_eq(together[i].count, alone[i % SAME].count);
        cr_expect_str_eq(together[i].digest, alone[i % SAME].digest);
        cr_expect(memcmp(together[i].mean, alone[i % SAME].mean, sizeof alone[0].mean) == 0);
    }
}

Test(library, the_thread_keeps_its_locale)
{
    const locale_t own = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    const locale_t before = uselocale(own);

    hnb_scenario_free(loaded(NO_CHANGE));
    cr_expect(uselocale((locale_t)0) == own);
    uselocale(before);
    freelocale(own);
}
