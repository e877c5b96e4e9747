/* Plans with one digest of pupils have the same pupils in every draw, and what touches pupils
 * changes the digest. */
#include <stdio.h>
#include <string.h>

#include <criterion/criterion.h>

#include "engine/chance/copula.h"
#include "models/luck.h"
#include "models/plan_pupils.h"
#include "models/year.h"
#include "tests/models/ran.h"
#include "tests/properties/generated.h"

#define AREA                                                                                       \
    "scenario: Made up\narea: " TOP "/scenarios/areas/cheshire-west-2019.yaml\n"                   \
    "years: 2019-20 to 2024-25\n"

/* The digest of a scenario of these lines. */
static void digest_of(const char *lines, char hex[65])
{
    char text[4096];

    snprintf(text, sizeof text, AREA "%s", lines);
    struct ran ran = ran_text(text);
    cr_assert(plan_pupils_digest(ran.plan, hex));
    ran_free(&ran);
}

/** A change of the area, and whether anyone's place or number may follow from it. */
struct change {
    const char *line;
    bool pupils;
};

static const struct change changes[] = {
    {"flows.moves: 1%", true},
    {"flows.moves.sd: 4.6%", true},
    {"flows.moves.persistence: 0.1", true},
    {"flows.growth.all.sd: 19%", true},
    {"flows.growth.all.mean.2021: 14%", true},
    {"flows.cease_by_setting.special: 0.71", true},
    {"flows.cease_by_setting.special: {uniform: [0.6, 0.8]}", true},
    {"flows.transfer_by_boundary: {secondary: 1.1}", true},
    {"flows.incidence_by_need: {ASD: 1.1}", true},
    {"flows.incidence_by_phase: {primary: 0.9}", true},
    {"flows.refused: 1%", true},
    {"settings.special.places.2022: 926", true},
    {"settings.special.held_for_others: 1", true},
    {"settings.special.overflow.independent.pert: [10%, 25%, 61%]", true},
    {"settings.special.overflow.independent: 28.33%", true},
    {"settings.special.order: [[PMLD, SLD, MSI]]", true},
    {"settings.resourced_provision.overflow: other", true},
    {"support_without_plan.learners: 437", true},
    {"support_without_plan.duration: 1.5", true},
    {"population: {file: " TOP
     "/scenarios/areas/cheshire-west-2019/population-2022-based.csv, source: ons, status: derived}",
     true},
    {"support_without_plan.average: 2300", false},
    {"settings.special.place_rate: 10100", false},
    {"settings.special.held_for_others: 0", false},
    {"top_up.special.ASD: 13746", false},
    {"top_up.independent.pert: [50000, 56163, 62327]", false},
    {"prices.special.sd: 0.9%", false},
    {"lines.outreach.amount: 162001", false},
    {"funding.high_needs.2019-20: 38530215", false},
    {"opening_balance: 1", false},
    {"rules.grant_limit: 10001", false},
};

Test(shared, what_touches_pupils_changes_their_digest_and_nothing_else_does)
{
    char plain[65], changed[65], lines[512];

    digest_of("", plain);
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        snprintf(lines, sizeof lines, "change: {%s}\n", changes[i].line);
        digest_of(lines, changed);
        cr_expect_eq(strcmp(plain, changed) != 0, changes[i].pupils, "%s", changes[i].line);
    }
}

/* Every number, age, need and setting of effects on pupils; written over and over with one of them
 * changed. */
static const char *const effects[] = {
    ("shift: {who: {needs: [MLD], ages: 11-15}, of: [movers], from: special, to: satellite, share: "
     "{uniform: [30%, 50%]}, ramp: [50%, 100%]}"),
    "incidence: {who: {needs: [SEMH], ages: 5-9}, change: -10%, ramp: [50%, 100%]}",
    "places: {setting: satellite, open: 24, fill: [50%, 100%]}",
    "duration: {years: 1, become_plans: 10%}",
};

static const struct {
    const char *was, *is;
    bool pupils;
} words[] = {
    {"[MLD]", "[SLD]", true},
    {"11-15", "11-14", true},
    {"[movers]", "[entrants]", true},
    {"[movers]", "[movers, standing]", true},
    {"from: special", "from: independent", true},
    {"to: satellite", "to: mainstream", true},
    {"[30%, 50%]", "[30%, 51%]", true},
    {"[30%, 50%]", "[31%, 49%]", true},
    {"{uniform: [30%, 50%]}", "40%", true},
    {"[50%, 100%]", "[60%, 100%]", true},
    {"[SEMH]", "[ASD]", true},
    {"5-9", "5-10", true},
    {"-10%", "-11%", true},
    {"setting: satellite", "setting: special", true},
    {"open: 24", "close: 24", true},
    {"open: 24", "open: 25", true},
    {"years: 1", "years: 0.5", true},
    {"become_plans: 10%", "become_plans: 11%", true},
    {"September 2020", "September 2021", true},
    {"open: 24", "open: 24, premium: 6911", false},
    {"open: 24", "open: 24, place_rate: 9000", false},
};

/* The digest of the effects with one word changed, of those that have it. */
static bool digest_with(struct maker *m, const char *was, const char *is, const char *effect,
                        char hex[65])
{
    char text[2048] = "consideration: x\ntitle: Made up\nstarts: September 2020\neffects:\n  - ";
    char changed[2048], lines[512];

    strcat(text, effect);
    const char *at = strstr(text, was);
    if (at == NULL)
        return false;
    snprintf(changed, sizeof changed, "%.*s%s%s\n", (int)(at - text), text, is, at + strlen(was));
    snprintf(lines, sizeof lines, "considerations: [{use: %s}]\n", maker_scenario(m, changed));
    digest_of(lines, hex);
    return true;
}

Test(shared, each_word_of_an_effect_on_pupils_changes_their_digest)
{
    for (size_t e = 0; e < sizeof effects / sizeof effects[0]; e++) {
        struct maker m = maker_new(e);
        char plain[65], changed[65];
        digest_with(&m, "x", "x", effects[e], plain);
        for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
            if (digest_with(&m, words[i].was, words[i].is, effects[e], changed))
                cr_expect_eq(strcmp(plain, changed) != 0, words[i].pupils, "%s to %s in %s",
                             words[i].was, words[i].is, effects[e]);
        maker_finish(&m);
    }
}

/** A number, a flag or a name of a plan. */
struct part {
    const char *what;
    const void *at;
    bool name;
};

#define PART(thing)                                                                                \
    {                                                                                              \
#thing, &(thing), false                                                                    \
    }
#define NAME(thing)                                                                                \
    {                                                                                              \
#thing, &(thing), true                                                                     \
    }

/* Change a part, see that the digest follows, and change it back. Nothing is run with it. */
static void expect_told(const struct plan *plan, const char *plain, const struct part *part)
{
    const char **name = (const char **)(uintptr_t)part->at, *was = part->name ? *name : NULL;
    unsigned char *byte = (unsigned char *)(uintptr_t)part->at;
    char changed[65];

    if (part->name)
        *name = "another";
    else
        *byte ^= 1;
    cr_assert(plan_pupils_digest(plan, changed));
    if (part->name)
        *name = was;
    else
        *byte ^= 1;
    cr_expect_str_neq(plain, changed, "%s", part->what);
}

#define ALL_UNCERTAIN                                                                              \
    AREA "change:\n"                                                                               \
         "  flows.cease_by_setting.special: {uniform: [0.6, 0.8], bounds: [0.65, 0.75]}\n"         \
         "  flows.cease_by_setting.mainstream: {normal: [1, 0.1], correlated: ceasing}\n"          \
         "  flows.cease_by_setting.independent: {normal: [1, 0.1], correlated: ceasing}\n"         \
         "  flows.moves: {mean: 0, sd: 1%%, correlated: paths}\n"                                  \
         "  prices.pay: {mean: 2%%, sd: 1%%, correlated: paths}\n"                                 \
         "  flows.incidence_by_phase: {primary: {samples: %s}}\n"                                  \
         "  correlations: {ceasing: {rho: 0.2, pairs: [{of: [flows.cease_by_setting.mainstream, "  \
         "flows.cease_by_setting.independent], rho: 0.4}]}}\n"

/* Every effect on pupils, and numbers uncertain in every way. */
static struct ran uncertain_in_every_way(void)
{
    char text[4096];
    struct maker m = maker_new(1);

    snprintf(text, sizeof text, ALL_UNCERTAIN, maker_scenario(&m, "value\n1\n1.1\n1.2\n"));
    strcat(text, "considerations:\n");
    for (size_t e = 0; e < sizeof effects / sizeof effects[0]; e++) {
        char lines[1024];
        snprintf(lines, sizeof lines,
                 "consideration: x%d\ntitle: Made up\nstarts: September 2020\neffects:\n  - %s\n",
                 (int)e, effects[e]);
        strcat(strcat(strcat(text, "  - use: "), maker_scenario(&m, lines)), "\n");
    }
    const struct ran ran = ran_file(maker_scenario(&m, text));
    maker_finish(&m);
    return ran;
}

Test(shared, each_part_of_a_plan_that_touches_pupils_changes_their_digest)
{
    struct ran ran = uncertain_in_every_way();
    const struct plan *plan = ran.plan;
    char plain[65];
    const struct area *area = plan->area;
    const int special = area_setting(area, "special"),
              independent = area_setting(area, "independent");
    const int mainstream = area_setting(area, "mainstream");
    const struct uncertain *bounded = &plan->uncertain[plan->cease_by_setting[special].parameter];
    const struct uncertain *paired = &plan->uncertain[plan->cease_by_setting[mainstream].parameter];
    const struct uncertain *samples =
        &plan->uncertain[plan->incidence_by_phase[area_phase(area, "primary")].parameter];
    const struct shock *stray = &plan->shock[plan->coming.shock];
    const struct group *copula = &plan->group[paired->group], *alone = &plan->group[stray->group];
    const struct shift *shift = &plan->shift[0];
    const struct incidence *incidence = &plan->incidence[0];
    cr_assert(paired->group >= 0 && stray->group >= 0);
    cr_assert(copula->copula && !alone->copula && bounded->number->spread->bounded);
    const struct part parts[] = {
        PART(plan->whole),
        PART(area->base),
        PART(area->phase[1].first),
        PART(area->phase[1].last),
        PART(area->caseload[0][6][mainstream]),
        PART(area->flows.entry[3][1][mainstream]),
        PART(area->flows.transfer[0][2][mainstream][special]),
        PART(area->flows.transfer[2][2][mainstream][special]),
        PART(area->setting[special].capped),
        PART(area->setting[special].serves[1]),
        PART(area->setting[special].groups),
        PART(area->setting[special].group_of[2]),
        PART(area->setting[special].overflow[0].setting),
        PART(area->setting[special].overflow[1].rest),
        PART(area->support.given),
        PART(area->support.becomes),
        PART(area->support.first_age),
        PART(area->support.last_age),
        NAME(area->need[3].key),
        NAME(area->setting[special].name.key),
        PART(plan->cease[2 * plan->ages + 8]),
        PART(plan->new_plans[(plan->needs + 1) * plan->ages + 7]),
        PART(plan->places[2][special]),
        PART(plan->held[2][special]),
        PART(plan->growth[1].at[2].certain),
        PART(plan->coming.at[3].certain),
        PART(plan->learners.certain),
        PART(plan->duration.certain),
        PART(plan->cease_by_setting[independent].certain),
        PART(plan->transfer_by_boundary[2].certain),
        PART(plan->incidence_by_need[2].certain),
        PART(bounded->number->spread->kind),
        PART(bounded->number->spread->p[0]),
        PART(bounded->number->spread->p[1]),
        PART(bounded->number->spread->bounded),
        PART(bounded->number->spread->low),
        PART(bounded->number->spread->high),
        PART(samples->number->spread->samples[1]),
        NAME(bounded->name),
        PART(copula->copula->factor[1]),
        PART(copula->yearly),
        NAME(copula->name),
        NAME(copula->member[0]),
        PART(alone->rho),
        NAME(stray->name),
        PART(stray->sd),
        PART(stray->persistence),
        PART(shift->first),
        PART(shift->ramp[2]),
        PART(shift->effect->from),
        PART(shift->effect->to),
        PART(shift->effect->standing),
        PART(shift->effect->ages[12]),
        PART(shift->effect->needs[1]),
        PART(incidence->ramp[2]),
        PART(incidence->effect->ages[7]),
        PART(incidence->effect->needs[1]),
        PART(incidence->change.certain),
        PART(plan->limit[0].first),
        PART(plan->limit[0].last),
        PART(plan->limit[0].years.certain),
        PART(plan->limit[0].become_plans.certain),
        PART(plan->opening[0].setting),
        PART(plan->opening[0].sign),
        PART(plan->opening[0].fill[2]),
        PART(plan->opening[0].places.certain),
    };

    cr_assert(plan_pupils_digest(plan, plain));
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        expect_told(plan, plain, &parts[i]);
    ran_free(&ran);
}

static bool same(const lanes *a, const lanes *b, int count)
{
    return memcmp(a, b, (size_t)count * sizeof *a) == 0;
}

static bool same_census(const struct plan *plan, const struct census *a, const struct census *b)
{
    const int settings = plan->settings;

    return same(a->plans, b->plans, plan->needs * settings) &&
           same(a->by_age, b->by_age, plan->need_cells) && same(&a->total, &b->total, 1) &&
           same(&a->ceased, &b->ceased, 1) && same(&a->new_plans, &b->new_plans, 1) &&
           same(&a->came, &b->came, 1) && same(a->places, b->places, settings) &&
           same(a->asked, b->asked, settings) && same(a->placed, b->placed, settings) &&
           same(a->turned_away, b->turned_away, settings) && same(a->empty, b->empty, settings) &&
           same(a->over, b->over, settings) && same(a->shifted, b->shifted, plan->shifts) &&
           same(a->refused, b->refused, plan->shifts) &&
           same(a->site_empty, b->site_empty, plan->openings) &&
           same(&a->learners, &b->learners, 1) && same(&a->support_lost, &b->support_lost, 1) &&
           same(&a->became_plans, &b->became_plans, 1);
}

static struct results *drawn(const struct ran *ran, uint64_t first)
{
    const struct luck_run run = {{11, 0, PLAIN_SAMPLING}, 1, &ran->plan};
    const struct number *unsound;
    struct draw *draw = draw_new(ran->arena, ran->plan);
    struct results *results = results_new(ran->arena, ran->plan);

    luck_draw(luck_new(ran->arena, ran->plan, &run, &unsound), ran->plan, first, draw);
    model_run(ran->plan, draw, work_new(ran->arena, ran->plan), results);
    return results;
}

static const char money_alone[] =
    "consideration: money\ntitle: Money\nstarts: April 2020\neffects:\n"
    "  - spend: {line: outreach, amount: {uniform: [1000, 2000]}}\n"
    "  - rate: {settings: [special], change: {uniform: [-1%, 1%]}}\n";

/* Considerations made up, and before them one that moves money alone, by an uncertain amount. Of
 * some, pupils are whole. */
static struct ran made_up(uint64_t seed, bool money)
{
    struct maker m = maker_new(seed);
    char text[4096] = AREA, uses[2048] = "";

    for (int i = 1 + maker_pick(&m, 3); i > 0; i--)
        strcat(strcat(strcat(uses, "  - use: "), maker_consideration(&m)), "\n");
    if (seed % 2 == 0)
        strcat(text, "pupils: whole\n");
    strcat(text, "considerations:\n");
    if (money)
        strcat(strcat(strcat(text, "  - use: "), maker_scenario(&m, money_alone)), "\n");
    const struct ran ran = ran_file(maker_scenario(&m, strcat(text, uses)));
    maker_finish(&m);
    return ran;
}

/* Numbers of parameters differ between the two plans, and their luck does not. */
Test(shared, plans_of_one_digest_have_the_same_pupils_in_every_draw)
{
    for (uint64_t seed = 1; seed <= 20; seed++) {
        struct ran without = made_up(seed, false), with = made_up(seed, true);
        char a[65], b[65];
        cr_assert(plan_pupils_digest(without.plan, a) && plan_pupils_digest(with.plan, b));
        cr_assert_str_eq(a, b, "seed %d", (int)seed);
        const struct results *of = drawn(&without, 40), *and = drawn(&with, 40);
        for (int t = 0; t <= with.plan->years; t++)
            cr_expect(same_census(with.plan, &of->census[t], &and->census[t]), "seed %d, %d",
                      (int)seed, t);
        cr_expect(same(of->shares, and->shares, with.plan->settings * with.plan->settings));
        cr_expect(!same(&of->account[3].cumulative, &and->account[3].cumulative, 1));
        ran_free(&without);
        ran_free(&with);
    }
}

/* Pounds of one plan on the pupils of the other are its own. */
Test(shared, pounds_may_be_of_another_plans_pupils)
{
    struct ran without = made_up(5, false), with = made_up(5, true);
    const struct luck_run run = {{11, 0, PLAIN_SAMPLING}, 1, &with.plan};
    const struct number *unsound;
    struct draw *draw = draw_new(with.arena, with.plan);
    struct results *results = results_new(with.arena, with.plan), *own = drawn(&with, 40);

    luck_draw(luck_new(with.arena, with.plan, &run, &unsound), with.plan, 40, draw);
    results->census = drawn(&without, 40)->census;
    model_pounds(with.plan, draw, work_new(with.arena, with.plan), results);
    for (int y = 0; y < with.plan->years; y++)
        cr_expect(same(&results->account[y].cumulative, &own->account[y].cumulative, 1));
    ran_free(&without);
    ran_free(&with);
}
