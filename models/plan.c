/* Compiles a scenario: the order of the parts, and the small things they share. */
#include "models/plan.h"

#include <assert.h>
#include <stdarg.h>
#include <string.h>

#include "engine/base/text.h"
#include "models/compile.h"
#include "models/whole.h"

static bool same_place(struct place a, struct place b)
{
    return a.line == b.line && a.column == b.column && text_same(a.file, b.file);
}

struct amount compile_amount(struct compiler *c, const struct number *number, const char *name, ...)
{
    if (!number->spread)
        return compile_certain(number->central);

    struct plan *plan = c->plan;
    for (int i = 0; i < plan->uncertains; i++)
        if (same_place(plan->uncertain[i].number->at, number->at))
            return (struct amount){number->central, i};

    va_list arguments;
    va_start(arguments, name);
    const char *made = arena_format_list(c->arena, name, arguments);
    va_end(arguments);
    if ((plan->uncertains & (plan->uncertains - 1)) == 0) { /* full at each power of two */
        struct uncertain *grown = ARENA_ARRAY(c->arena, struct uncertain, plan->uncertains * 2 + 1);
        if (plan->uncertains > 0)
            memcpy(grown, plan->uncertain, (size_t)plan->uncertains * sizeof(*grown));
        plan->uncertain = grown;
    }
    plan->uncertain[plan->uncertains] = (struct uncertain){made, number, -1, 0};
    return (struct amount){number->central, plan->uncertains++};
}

/* The shock of a series: one for all paths that come from the same place in a file. */
static int compile_shock(struct compiler *c, const struct series *series, const char *name)
{
    struct plan *plan = c->plan;

    if (!series->sd.given || series->sd.central <= 0)
        return -1;
    for (int i = 0; i < plan->shocks; i++)
        if (same_place(plan->shock[i].at, series->at))
            return i;
    struct shock *grown = ARENA_ARRAY(c->arena, struct shock, plan->shocks + 1);
    if (plan->shocks > 0)
        memcpy(grown, plan->shock, (size_t)plan->shocks * sizeof(*grown));
    grown[plan->shocks] = (struct shock){.name = name,
                                         .at = series->at,
                                         .sd = series->sd.central,
                                         .persistence = series->persistence.central,
                                         .correlated = series->group.text};
    plan->shock = grown;
    return plan->shocks++;
}

void compile_path(struct compiler *c, const struct series *series, int offset, int count,
                  const char *name, struct path *out)
{
    out->shock = compile_shock(c, series, name);
    for (int t = 0; t < count; t++) {
        const struct number *number = series_at(series, offset + t);
        out->at[t] =
            number ? compile_amount(c, number, "%s.%d", name, offset + t) : compile_certain(0);
    }
}

struct amount compile_effect_amount(struct compiler *c, const struct number *number,
                                    int consideration, const char *field)
{
    const struct consideration *used = &c->scenario->consideration[consideration];

    return compile_amount(c, number, "%s.%s", used->id,
                          number->parameter ? number->parameter : field);
}

double compile_ramp(const struct ramp *ramp, int year)
{
    if (ramp->count == 0)
        return 1;
    return ramp->share[year < ramp->count ? year : ramp->count - 1];
}

int compile_first_census(const struct compiler *c, const struct effect *effect)
{
    const int first = month_year(effect->starts) + 1 - c->area->base;

    return first < 1 ? 1 : first;
}

int compile_last_census(const struct compiler *c, const struct effect *effect)
{
    if (effect->ends == MONTH_NEVER)
        return c->plan->years;
    const int last = month_year(effect->ends) - c->area->base;
    return last < c->plan->years ? last : c->plan->years;
}

bool compile_in_force(const struct effect *effect, const struct spell *spell)
{
    return spell->first >= effect->starts && spell->last <= effect->ends;
}

const char *compile_words(struct compiler *c, const char *key, const char *suffix)
{
    return text_words(c->arena, arena_format(c->arena, "%s%s", key, suffix));
}

void compile_each_effect(struct compiler *c, effect_visitor *visit)
{
    for (int i = 0; i < c->scenario->considerations; i++) {
        const struct consideration *used = &c->scenario->consideration[i];
        for (int e = 0; e < used->effects; e++)
            visit(c, &used->effect[e], i);
    }
}

static void count(struct compiler *c, const struct effect *effect, int consideration)
{
    (void)consideration;
    c->written[effect->kind]++;
}

static void sizes(struct compiler *c)
{
    struct plan *plan = c->plan;

    plan->scenario = c->scenario;
    plan->area = c->area;
    plan->years = c->scenario->last - c->area->base + 1;
    plan->first = c->scenario->first - c->area->base;
    plan->ages = c->area->ages;
    plan->first_age = c->area->first_age;
    plan->needs = c->area->needs;
    plan->settings = c->area->settings;
    for (int a = plan->first_age; a < plan->ages; a++)
        plan->age_name[a] = arena_format(c->arena, "%d", a);
    compile_each_effect(c, count);
    /* the scenario has been refused unless the area has people for all its years */
    assert(plan->first >= 0 && plan->years >= 1 && plan->years < MOST_YEARS);
}

static double pupils_at_base(const struct plan *plan)
{
    double all = 0;

    for (int k = 0; k < plan->needs; k++)
        for (int a = plan->first_age; a < plan->ages; a++)
            for (int s = 0; s < plan->settings; s++)
                all += plan->area->caseload[k][a][s];
    return all;
}

static void chance(struct compiler *c)
{
    const double pupils = pupils_at_base(c->plan);

    c->plan->whole = c->scenario->whole;
    if (c->plan->whole && pupils > WHOLE_MOST_AT_BASE) {
        problem(c->problems, (struct place){.file = c->scenario->file},
                "whole pupils are drawn one by one, and the area has %.0f of them", pupils);
        c->fine = problem_hint(c->problems, "at most %.0f; 'pupils: expected' takes any number",
                               WHOLE_MOST_AT_BASE);
    }
    if (c->plan->whole)
        c->plan->purposes = whole_purposes(c->arena, c->plan);
}

/* What decides pupils, then what decides pounds. */
static void (*const pupil_parts[])(struct compiler *) = {
    sizes,         compile_spells,     compile_flows, compile_pupil_effects,
    compile_cells, compile_fill_order, compile_rates,
};
static void (*const pound_parts[])(struct compiler *) = {
    compile_lines, compile_money, compile_funding, compile_groups, chance,
};

static struct compiler compiler_for(struct arena *arena, struct problems *problems,
                                    const struct scenario *scenario)
{
    return (struct compiler){.arena = arena,
                             .problems = problems,
                             .scenario = scenario,
                             .area = scenario->area,
                             .plan = ARENA_NEW(arena, struct plan),
                             .fine = true};
}

const struct plan *plan_compile(struct arena *arena, struct problems *problems,
                                const struct scenario *scenario)
{
    struct compiler c = compiler_for(arena, problems, scenario);

    for (size_t i = 0; i < sizeof(pupil_parts) / sizeof(pupil_parts[0]); i++)
        pupil_parts[i](&c);
    for (size_t i = 0; i < sizeof(pound_parts) / sizeof(pound_parts[0]); i++)
        pound_parts[i](&c);
    return c.fine ? c.plan : NULL;
}

const struct plan *plan_of_pupils(struct arena *arena, const struct scenario *scenario)
{
    struct compiler c = compiler_for(arena, NULL, scenario);

    assert(scenario->considerations == 0);
    for (size_t i = 0; i < sizeof(pupil_parts) / sizeof(pupil_parts[0]); i++)
        pupil_parts[i](&c);
    return c.plan;
}
