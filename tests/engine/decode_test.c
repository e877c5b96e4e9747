/* Mappings become structs, and every mistake in them is named where it stands. */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "engine/yaml/decode.h"

#define P "\xC2\xA3"

static struct arena *arena;
static struct problems *problems;
static char folder[40];
static struct parameter parameter_items[2];
static struct parameters parameters;

static void enter(void)
{
    arena = arena_new(64 << 20);
    problems = problems_new();
    strcpy(folder, "/tmp/decode_test_XXXXXX");
    cr_assert_not_null(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
}

static void leave(void)
{
    unlink("t.yaml");
    unlink("samples.csv");
    rmdir(folder);
    problems_free(problems);
    arena_free(arena);
}

TestSuite(decode, .init = enter, .fini = leave);

static void write_file(const char *name, const char *text)
{
    FILE *out = fopen(name, "wb");
    fputs(text, out);
    fclose(out);
}

static struct node *tree(const char *text)
{
    write_file("t.yaml", text);
    struct node *root = document_read(arena, problems, "t.yaml", (struct place){0});
    cr_assert_not_null(root, "%s: %s", text, problems_text(problems, 0));
    return root;
}

static const struct decoder *decoder(void)
{
    static struct decoder d;
    d = (struct decoder){arena, problems, parameters.count > 0 ? &parameters : NULL};
    return &d;
}

struct everything {
    struct label title, funded;
    bool mfg;
    struct number place_rate, share;
    struct series growth, price;
    month starts;
    int base;
    struct fiscal_years years;
    struct labels needs;
    struct table_file population;
    struct node *effects;
};

static const struct field fields[] = {
    FIELD(struct everything, title, .required = true, .what = "what people call it"),
    FIELD(struct everything, funded, .choices = "per place|per pupil", .fallback = "per place"),
    FIELD(struct everything, mfg),
    FIELD(struct everything, place_rate, .unit = POUNDS, .fallback = P "10,000"),
    FIELD(struct everything, share, .unit = SHARE),
    FIELD(struct everything, growth, .unit = CHANGE, .fiscal = true),
    FIELD(struct everything, price, .unit = CHANGE, .fallback = "1.5%"),
    FIELD_AS(struct everything, starts, MONTH),
    FIELD_AS(struct everything, base, JANUARY),
    FIELD(struct everything, years),
    FIELD(struct everything, needs),
    FIELD(struct everything, population),
    FIELD(struct everything, effects),
};

enum { FIELDS = sizeof fields / sizeof *fields };

static bool decode_all(const char *text, struct everything *out)
{
    memset(out, 0, sizeof *out);
    return decode(decoder(), tree(text), fields, FIELDS, out);
}

Test(decode, a_mapping_fills_its_struct)
{
    struct everything e;
    cr_assert(decode_all("title: Special schools\n"
                         "funded: per pupil\n"
                         "mfg: true\n"
                         "place_rate: " P "6,911\n"
                         "share: 15%\n"
                         "growth: {2019-20: 6%, 2020-21: {normal: [5%, 2%]}, source: review}\n"
                         "starts: September 2020\n"
                         "base: 2019-01\n"
                         "years: 2019-20 to 2030-31\n"
                         "needs: [ASD, MLD]\n"
                         "population: data/population.csv\n"
                         "effects: [{a: 1}]\n",
                         &e));
    cr_assert_eq(problems_count(problems), 0);
    cr_assert_str_eq(e.title.text, "Special schools");
    cr_assert_eq(e.title.at.line, 1);
    cr_assert_str_eq(e.funded.text, "per pupil");
    cr_assert(e.mfg);
    cr_assert(e.place_rate.given && e.place_rate.pounds);
    cr_assert_eq(e.place_rate.central, 6911);
    cr_assert_eq(e.place_rate.at.column, 13);
    cr_assert_eq(e.share.central, 0.15);
    cr_assert_eq(e.growth.count, 2);
    cr_assert_eq(e.growth.values[1].year, 2020);
    cr_assert_eq(e.growth.values[1].value.central, 0.05);
    cr_assert_str_eq(e.growth.values[1].value.footing.source, "review");
    cr_assert_eq(e.price.values[0].value.central, 0.015);
    cr_assert_eq(e.starts, month_of(2020, 9));
    cr_assert_eq(e.base, 2019);
    cr_assert(e.years.first == 2019 && e.years.last == 2030);
    cr_assert_eq(e.needs.count, 2);
    cr_assert_str_eq(e.needs.items[1].text, "MLD");
    cr_assert_str_eq(e.population.path.text, "data/population.csv");
    cr_assert_eq(e.effects->count, 1);
}

Test(decode, what_is_absent_has_its_fallback_or_nothing)
{
    struct everything e;
    cr_assert(decode_all("title: x\nyears: 2019-20\nneeds: ASD\n", &e));
    cr_assert_str_eq(e.funded.text, "per place");
    cr_assert_eq(e.place_rate.central, 10000);
    cr_assert_not(e.share.given);
    cr_assert_not(e.growth.given);
    cr_assert_eq(e.starts, 0);
    cr_assert(e.years.first == 2019 && e.years.last == 2019);
    cr_assert_eq(e.needs.count, 1);
    cr_assert_null(e.effects);
}

Test(decode, all_that_is_decoded_counts_as_read_but_for_nodes)
{
    struct everything e;
    write_file("samples.csv", "value\n1%\n");
    memset(&e, 0, sizeof e);
    struct node *root = tree("title: x\n"
                             "share: {pert: [40%, 60%, 85%], bounds: [50%, 80%], correlated: g, "
                             "source: {review: '10'}, owner: A, review by: 2020-04-12}\n"
                             "growth: {2019-20: {value: 1%, note: n}, status: assumed}\n"
                             "price: {mean: {2019: 1%}, sd: 0.8%, persistence: 0.5, note: y}\n"
                             "population: {file: x.csv, source: s}\n"
                             "needs: [a, b]\n"
                             "effects: {a: 1}\n");
    cr_assert(decode(decoder(), root, fields, FIELDS, &e));
    node_unread(root, problems);
    cr_assert_eq(problems_count(problems), 1);
    cr_assert_str_eq(problems_text(problems, 0), "'a' is never read");
}

/* One mistake: a text of YAML after "title: x", and what it gets. */
struct mistake {
    const char *text, *problem, *hint;
    int column;
};

static void expect_mistake(const struct mistake *m)
{
    char text[600];
    struct everything e;
    struct problems *outer = problems;
    problems = problems_new();
    snprintf(text, sizeof text, "title: x\n%s\n", m->text);
    cr_expect_not(decode_all(text, &e), "%s", m->text);
    cr_expect_eq(problems_count(problems), 1, "%s: %d, %s", m->text, problems_count(problems),
                 problems_text(problems, 1));
    cr_expect_str_eq(problems_text(problems, 0), m->problem, "%s says: %s", m->text,
                     problems_text(problems, 0));
    cr_expect_str_eq(problems_hint(problems, 0), m->hint, "%s hints: %s", m->text,
                     problems_hint(problems, 0));
    cr_expect_eq(problems_place(problems, 0).column, m->column, "%s at %d", m->text,
                 problems_place(problems, 0).column);
    problems_free(problems);
    problems = outer;
}

#define EXPECT_MISTAKES(table)                                                                     \
    for (size_t i = 0; i < sizeof(table) / sizeof *(table); i++)                                   \
    expect_mistake(&(table)[i])

Test(decode, mistakes_in_words)
{
    static const struct mistake mistakes[] = {
        {"sharre: 5%", "unknown key 'sharre'",
         "did you mean 'share'? allowed here: title, funded, mfg, place_rate, share, "
         "growth, price, starts, ...",
         1},
        {"share:", "'share' has no value", "", 7},
        {"funded: per plce", "'funded' cannot be 'per plce'",
         "did you mean 'per place'? it may be: per place, per pupil", 9},
        {"funded: [per place]", "'funded' must be text, not a list", "", 9},
        {"mfg: yes", "'yes' is neither true nor false", "write it as true", 6},
        {"mfg: Off", "'Off' is neither true nor false", "write it as false", 6},
        {"mfg: maybe", "'maybe' is neither true nor false", "write true or false", 6},
        {"mfg: 'true'", "'true' is neither true nor false", "write it as true", 6},
        {"mfg: {a: 1}", "'mfg' must be true or false, not a mapping", "such as true", 6},
        {"starts: 2020-09", "'2020-09' is not a month", "write it as September 2020", 9},
        {"starts: soon", "'soon' is not a month", "such as September 2020", 9},
        {"starts: [1]", "'starts' must be a month, not a list", "such as September 2020", 9},
        {"years: [2019, 2020]", "'years' must be a span of financial years, not a list",
         "write it as 2019-20 to 2020-21", 8},
        {"years: [2019-20]", "'years' must be a span of financial years, not a list",
         "write it as 2019-20", 8},
        {"years: [soon, [2020]]", "'years' must be a span of financial years, not a list",
         "such as 2019-20 to 2030-31", 8},
        {"base: 2019", "'2019' is not a January", "write it as 2019-01", 7},
        {"base: 2019-02", "'2019-02' is not a January", "write it as 2019-01", 7},
        {"base: x", "'x' is not a January", "such as 2019-01", 7},
        {"years: 2019 to 2030", "'2019 to 2030' is not a span of financial years",
         "write it as 2019-20 to 2030-31", 8},
        {"years: 2030-31 to 2019-20", "'2030-31 to 2019-20' ends before it begins", "", 8},
        {"needs: {a: 1}", "this must be a list of names, not a mapping", "", 8},
        {"needs: [a, [b]]", "this must be text, not a list", "", 12},
        {"needs: [a, b, a]", "'a' is listed twice", "", 15},
        {"population: [a]", "this must be text, not a list", "", 13},
        {"population: {source: a}", "'file' is missing", "", 13},
        {"population: {file: a, fil: b}", "unknown key 'fil'",
         "did you mean 'file'? allowed here: file, source, status, later, note", 23},
        {"population: {file: a, status: guessed}", "'status' cannot be 'guessed'",
         "it may be: published, derived, assumed", 31},
        {"population: {file: a, source: [b]}", "a source is text, or one key and the place in it",
         "such as {review: page 12}", 31},
    };
    EXPECT_MISTAKES(mistakes);
}

Test(decode, mistakes_in_numbers)
{
    static const struct mistake mistakes[] = {
        {"share: abc", "'abc' is not a number", "such as 24, 405,864, " P "1.05m or 1.5%", 8},
        {"share: 5 %", "'5 %' is not a number", "write it as 5%", 8},
        {"place_rate: " P " 5", "'" P " 5' is not a number", "write it as " P "5", 13},
        {"share: '5%'", "'5%' is in quotes, which makes it text, not a number",
         "take the quotes away", 8},
        {"share: [5%]", "this must be a number, not a list",
         "for an uncertain number write {uniform: [low, high]}", 8},
        {"share: 15", "'15' is more than 100%", "did you mean 15%?", 8},
        {"share: 150%", "'150%' is more than 100%", "a share is 0% to 100%", 8},
        {"share: 1500", "'1500' is more than 100%", "a share is 0% to 100%", 8},
        {"share: -5%", "'-5%' is less than nought", "a share is 0% to 100%", 8},
        {"share: " P "5", "'" P "5' is in pounds, where a share belongs", "such as 15%", 8},
        {"place_rate: 5%", "'5%' is a percentage, where an amount in pounds belongs",
         "such as " P "405,864", 13},
        {"price: 3", "'3' is a change of 300%", "did you mean 3%?", 8},
        {"price: -100%", "'-100%' takes away all there is, or more", "a change is more than -100%",
         8},
        {"share: $x", "'$x' stands for nothing here",
         "only the effects of a consideration have parameters", 8},
        {"share: {value: 5%, normal: [5%, 1%]}", "'value' and 'normal' both say what the number is",
         "", 28},
        {"share: {source: x}", "a number is missing here",
         "write one of: value, normal, lognormal, uniform, triangular, pert, beta, gamma, ...", 8},
        {"share: {value: [5%]}", "this must be a number, not a list", "", 16},
        {"share: {value: ~}", "a number is missing here", "", 16},
        {"share: {valu: 5%, pert: [1%, 2%, 3%]}", "unknown key 'valu'",
         "did you mean 'value'? allowed here: value, normal, lognormal, uniform, triangular, pert, "
         "beta, gamma, ...",
         9},
        {"share: {value: 5%, source: ~}", "this must be text, not nothing", "", 28},
        {"share: {value: 5%, bounds: [1%, 2%]}",
         "'bounds' belongs to an uncertain number, and this one is certain", "", 28},
        {"share: {value: 5%, correlated: g}",
         "'correlated' belongs to an uncertain number, and this one is certain", "", 32},
        {"share: {pert: [40%, 60%]}", "'pert' takes a list of 3 numbers",
         "write pert: [low, mode, high]", 15},
        {"share: {uniform: 40%}", "'uniform' takes a list of 2 numbers",
         "write uniform: [low, high]", 18},
        {"place_rate: {uniform: [1,000, 2,000]}", "'uniform' takes a list of 2 numbers",
         "write uniform: [low, high]; inside [ ] a comma ends a number", 23},
        {"place_rate: {value: 405,864}", "unknown key '864'",
         "inside { } a comma ends a value: write 405864, not 405,864", 25},
        {"share: {uniform: [40%, 60]}", "'60' stands among percentages and is none",
         "write it as a percentage too", 24},
        {"share: {uniform: [60%, 40%]}", "the low end is above the high end", "", 18},
        {"share: {pert: [40%, 60%, 185%]}", "'185%' is more than 100%", "a share is 0% to 100%",
         26},
        {"share: {uniform: [-4%, 60%]}", "'-4%' is less than nought", "a share is 0% to 100%", 19},
        {"share: {normal: [15, 2]}", "'15' is more than 100%", "write its numbers as percentages",
         17},
        {"share: {normal: [120%, 2%]}", "'120%' is more than 100%", "a share is 0% to 100%", 17},
        {"place_rate: {normal: [5%, 2%]}",
         "'5%' is a percentage, where an amount in pounds belongs", "such as " P "405,864", 23},
        {"share: {normal: [5%, x]}", "'x' is not a number",
         "such as 24, 405,864, " P "1.05m or 1.5%", 22},
        {"share: {normal: [15%, 2%], bounds: [0, 20]}", "'20' bounds a percentage and is none",
         "write it as a percentage too", 40},
        {"share: {normal: [15%, 2%], bounds: [20%, 10%]}", "the lower bound is not below the upper",
         "", 17},
        {"share: {samples: none.csv}", "cannot read 'none.csv': No such file or directory", "", 18},
    };
    EXPECT_MISTAKES(mistakes);
}

Test(decode, mistakes_in_series)
{
    static const struct mistake mistakes[] = {
        {"growth: {2019: 5%}", "'2019' is not a financial year", "write it as 2019-20", 10},
        {"growth: {2019-21: 5%}", "'2019-21' is not a financial year", "write it as 2019-20", 10},
        {"growth: {yearly: 5%}", "'yearly' is not a financial year", "such as 2019-20", 10},
        {"price: {2019-20: 5%}", "'2019-20' is not a year", "write it as 2019", 9},
        {"growth: {2020-21: 5%, 2019-20: 4%}", "'2019-20' stands after a later year",
         "years are written in their order", 23},
        {"growth: {status: assumed}", "a number is missing here",
         "write a number for each year, such as 2019-20: 24", 9},
        {"growth: {2019-20: 5}", "'5' is a change of 500%", "did you mean 5%?", 19},
        {"growth: {mean: 5%, sdd: 1%}", "unknown key 'sdd'",
         "did you mean 'sd'? allowed here: mean, sd, persistence, correlated, source, status, "
         "later, note",
         20},
        {"growth: {sd: 1%}", "'mean' is missing", "", 9},
        {"growth: {mean: 5%, persistence: 0.5}", "'persistence' belongs beside an 'sd'", "", 33},
        {"growth: {mean: 5%, correlated: g}", "'correlated' belongs beside an 'sd'", "", 32},
        {"growth: {mean: 5%, sd: -1%}", "the sd is less than nought", "", 24},
        {"growth: {mean: 5%, sd: 1%, persistence: 1}", "a persistence of 100% never fades",
         "it is at least 0 and below 1", 41},
        {"growth: {mean: 5%, sd: 1%, persistence: 50}", "'50' is more than 100%",
         "did you mean 50%?", 41},
        {"growth: [5%]", "this must be a number, not a list",
         "for an uncertain number write {uniform: [low, high]}", 9},
    };
    EXPECT_MISTAKES(mistakes);
}

Test(decode, everything_wrong_comes_at_once)
{
    struct everything e;
    cr_assert_not(decode_all("mfg: yes\nshare: 15\nodd: {a: [1]}\nneeds: [a, a]\n", &e));
    cr_assert_eq(problems_count(problems), 5);
    cr_assert_str_eq(problems_text(problems, 1), "'title' is missing");
    cr_assert_str_eq(problems_hint(problems, 1), "what people call it");
}

Test(decode, uncertain_numbers_stand_at_their_means)
{
    static const struct {
        const char *text;
        enum unit unit;
        double central;
        bool percent;
    } cases[] = {
        {"{value: 24}", COUNT_OF_PUPILS, 24, false},
        {"{normal: [6%, 2%]}", CHANGE, 0.06, true},
        {"{normal: [6%, 0]}", CHANGE, 0.06, true},
        {"{lognormal: [" P "40, 0.5]}", POUNDS, 45.325938122673051, false}, /* 40 e^(1/8) */
        {"{lognormal: [5%, 20%]}", SHARE, 0.051010067, true},
        {"{uniform: [30%, 41%]}", SHARE, 0.355, true},
        {"{triangular: [1, 2.5, 7]}", COUNT_OF_YEARS, 3.5, false},
        {"{pert: [40%, 60%, 85%]}", SHARE, 3.65 / 6, true},
        {"{beta: [3, 5]}", SHARE, 0.375, false},
        {"{gamma: [2.5, " P "113]}", POUNDS, 282.5, false},
        {"{uniform: [0, 10], bounds: [5, 20]}", ANY_NUMBER, 7.5, false},
        {"{samples: samples.csv}", SHARE, 0.113, true},
        {"{samples: samples.csv, bounds: [10%, 13%]}", SHARE, 0.362 / 3, true},
    };
    write_file("samples.csv", "draw,value\n1,9%\n2,11.3%\n3,12.1%\n4,12.8%\n");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct number n;
        cr_expect(decode_number(decoder(), tree(cases[i].text), cases[i].unit, &n), "%s: %s",
                  cases[i].text, problems_text(problems, 0));
        cr_expect_float_eq(n.central, cases[i].central, 1e-7, "%s: %.9g", cases[i].text, n.central);
        cr_expect_eq(n.percent, cases[i].percent, "%s", cases[i].text);
    }
}

Test(decode, footings_are_kept)
{
    struct number n;
    cr_assert(
        decode_number(decoder(),
                      tree("{value: 24, source: {review: '10.B.iv.b'}, status: derived, later: "
                           "true, note: rounded, unit: places, owner: me, agreed: 1 May 2019, "
                           "review by: April 2020}"),
                      COUNT_OF_PUPILS, &n));
    cr_assert_str_eq(n.footing.source, "review, 10.B.iv.b");
    cr_assert_str_eq(n.footing.note, "rounded");
    cr_assert_eq(n.footing.status, DERIVED);
    cr_assert(n.footing.later);
}

static void give_parameters(void)
{
    static const struct distribution spread = {.kind = UNIFORM, .p = {0.3, 0.41}};
    parameter_items[0] = (struct parameter){.name = "places",
                                            .value = {.given = true,
                                                      .central = 24,
                                                      .at = {"t.yaml", 5, 11, 2},
                                                      .footing = {.source = "review"}}};
    parameter_items[1] = (struct parameter){.name = "share",
                                            .value = {.given = true,
                                                      .central = 0.355,
                                                      .at = {"use.yaml", 7, 12, 1},
                                                      .spread = &spread,
                                                      .percent = true}};
    parameters = (struct parameters){2, parameter_items};
}

Test(decode, a_dollar_name_stands_for_a_parameter)
{
    struct number n;
    give_parameters();
    cr_assert(decode_number(decoder(), tree("$places"), COUNT_OF_PUPILS, &n));
    cr_assert_eq(n.central, 24);
    cr_assert_str_eq(n.parameter, "places");
    cr_assert_str_eq(n.footing.source, "review");
    cr_assert_eq(n.at.line, 1);
    cr_assert(parameter_items[0].used && !parameter_items[1].used);
    cr_assert(decode_number(decoder(), tree("{value: $share, status: assumed}"), SHARE, &n));
    cr_assert_not_null(n.spread);
    cr_assert_eq(n.footing.status, ASSUMED);
}

Test(decode, a_parameter_that_does_not_suit_its_use_is_named_where_it_is_given)
{
    struct number n;
    give_parameters();
    cr_assert_not(decode_number(decoder(), tree("$place"), COUNT_OF_PUPILS, &n));
    cr_assert_not(decode_number(decoder(), tree("$share"), POUNDS, &n));
    cr_assert_not(decode_number(decoder(), tree("$places"), SHARE, &n));
    cr_assert_str_eq(problems_text(problems, 0), "unknown parameter 'place'");
    cr_assert_str_eq(problems_hint(problems, 0),
                     "did you mean 'places'? the parameters are: places, share");
    cr_assert_str_eq(problems_text(problems, 1),
                     "parameter 'share' (on average 35.5%), used in line 1 of 't.yaml', "
                     "is a percentage, where an amount in pounds belongs");
    cr_assert_eq(problems_place(problems, 1).line, 7);
    cr_assert_str_eq(problems_text(problems, 2),
                     "parameter 'places' (24), used in line 1, is more than 100%");
    cr_assert_str_eq(problems_place(problems, 2).file, "t.yaml");
    cr_assert_eq(problems_place(problems, 2).line, 5);
}

Test(decode, a_year_beside_the_mean_stands_for_itself_alone)
{
    struct series s;
    cr_assert(
        decode_series(decoder(), tree("{mean: 2.7%, sd: 2%, 2021-22: 3.5%}"), CHANGE, true, &s));
    cr_expect_float_eq(series_central(&s, 2020), 0.027, 1e-12);
    cr_expect_float_eq(series_central(&s, 2021), 0.035, 1e-12);
    cr_expect_float_eq(series_central(&s, 2022), 0.027, 1e-12);
}

Test(decode, a_series_holds_on_after_its_last_year_and_before_its_first)
{
    static const struct {
        int year;
        double value;
    } cases[] = {{2017, 841}, {2019, 841}, {2020, 860}, {2021, 860}, {2022, 900.5}, {2050, 900.5}};
    struct series s;
    cr_assert(decode_series(decoder(),
                            tree("{2019: 841, 2020: 860, 2022: {value: 900.5, source: b}, "
                                 "status: assumed, source: a}"),
                            COUNT_OF_PUPILS, false, &s));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(series_central(&s, cases[i].year), cases[i].value, "%d", cases[i].year);
    cr_assert_str_eq(series_at(&s, 2019)->footing.source, "a");
    cr_assert_str_eq(series_at(&s, 2023)->footing.source, "b");
    cr_assert_eq(s.footing.status, ASSUMED);
    const struct series none = {0};
    cr_assert_null(series_at(&none, 2019));
    cr_assert_eq(series_central(&none, 2019), 0);
}

Test(decode, a_series_may_be_one_number_or_have_a_yearly_shock)
{
    struct series s;
    cr_assert(decode_series(decoder(), tree("{pert: [1%, 2%, 3%], source: a}"), CHANGE, true, &s));
    cr_assert_eq(s.count, 1);
    cr_assert_eq(s.values[0].year, 0);
    cr_assert_str_eq(s.footing.source, "a");
    cr_assert_not(s.sd.given);
    cr_assert(decode_series(decoder(),
                            tree("{mean: {2019-20: 2%, 2020-21: 1.5%}, sd: 0.8%, persistence: 0.5, "
                                 "status: assumed}"),
                            CHANGE, true, &s));
    cr_assert_eq(s.count, 2);
    cr_assert_eq(s.sd.central, 0.008);
    cr_assert_eq(s.persistence.central, 0.5);
    cr_assert_eq(s.values[0].value.footing.status, ASSUMED);
    cr_assert(
        decode_series(decoder(), tree("{mean: {normal: [2%, 1%]}, sd: 0.8%}"), CHANGE, true, &s));
    cr_assert_eq(s.count, 1);
    cr_assert_not_null(s.values[0].value.spread);
    cr_assert_not(s.persistence.given);
}

Test(decode, samples_are_a_column_of_values)
{
    struct number n;
    write_file("samples.csv", "draw,amount\n1,9%\n");
    cr_assert_not(decode_number(decoder(), tree("{samples: samples.csv}"), SHARE, &n));
    cr_assert_str_eq(problems_text(problems, 0), "a table of samples has a column 'value'");
    write_file("samples.csv", "value\n9%\nx\n12\n");
    cr_assert_not(decode_number(decoder(), tree("{samples: samples.csv}"), SHARE, &n));
    cr_assert_eq(problems_count(problems), 3);
    cr_assert_str_eq(problems_text(problems, 1), "'x' is not a number");
    cr_assert_str_eq(problems_text(problems, 2), "'12' is more than 100%");
    cr_assert_eq(problems_place(problems, 2).line, 4);
    write_file("samples.csv", "value\n");
    cr_assert_not(decode_number(decoder(), tree("{samples: samples.csv}"), SHARE, &n));
    cr_assert_str_eq(problems_text(problems, 3), "there are no samples");
}

Test(decode, kinds_are_expected)
{
    struct node *root = tree("{a: [1], b: x, c: }");
    cr_assert(decode_expect(decoder(), root->items[0], SEQUENCE, "a"));
    cr_assert_not(decode_expect(decoder(), root->items[0], MAPPING, "settings"));
    cr_assert_not(decode_expect(decoder(), root->items[1], SEQUENCE, NULL));
    cr_assert_not(decode_expect(decoder(), root->items[2], MAPPING, "c"));
    cr_assert_str_eq(problems_text(problems, 0), "'settings' must be a mapping, not a list");
    cr_assert_str_eq(problems_text(problems, 1), "this must be a list, not text");
    cr_assert_str_eq(problems_text(problems, 2), "'c' must be a mapping, not nothing");
    struct everything e = {0};
    cr_assert_not(decode(decoder(), root->items[1], fields, FIELDS, &e));
    cr_assert_str_eq(problems_text(problems, 3), "this must be a mapping, not text");
}

static bool decode_guarded(void *context)
{
    struct everything e;
    return decode_all(context, &e);
}

Test(decode, no_allocation_that_fails_goes_unnoticed)
{
    char text[] =
        "title: x\nshare: {pert: [40%, 60%, 85%], bounds: [45%, 80%], source: {a: b}}\n"
        "growth: {2019-20: 5%}\nneeds: [a, b]\npopulation: x.csv\nyears: 2019-20 to 2020-21\n";
    bool done = false, lasted = false;
    for (size_t n = 1; !lasted; n++) {
        arena_fail_after(arena, n);
        lasted = arena_guard(arena, decode_guarded, text, &done);
        cr_assert_lt(n, 500);
    }
    cr_assert(done);
    cr_assert_eq(problems_count(problems), 0);
}
