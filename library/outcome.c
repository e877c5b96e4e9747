/* One scenario after another, then all of them together. */
#include "library/outcome.h"

#include <string.h>

#include "engine/base/text.h"

enum { MOST_INPUT = 64 << 20 };

/* "considerations.4b.places" of a scenario that does not use 4b. */
static bool is_of_a_use(struct arena *arena, struct problems *problems,
                        const struct scenario *scenario, const char *path)
{
    static const char of_parameter[] = "considerations.";
    const char *names[MOST_CONSIDERATIONS];
    bool used = strncmp(path, of_parameter, sizeof of_parameter - 1) != 0;

    for (int i = 0; i < scenario->considerations; i++) {
        names[i] = scenario->consideration[i].name;
        const size_t length = strlen(names[i]);
        const char *own = used ? "" : path + sizeof of_parameter - 1;
        used = used || (strncmp(own, names[i], length) == 0 && own[length] == '.');
    }
    if (used)
        return true;
    problem(problems, (struct place){.file = path}, "no consideration of this name is used");
    return problem_hint(problems, "considerations.NAME.PARAMETER, of: %s",
                        text_list(arena, names, scenario->considerations, MOST_CONSIDERATIONS));
}

static bool keep_inputs(struct arena *arena, struct problems *problems, struct source *source)
{
    const struct scenario *scenario = source->scenario;

    source->input = ARENA_ARRAY(arena, struct file_text, scenario->inputs + 1);
    for (int i = 0; i < scenario->inputs; i++) {
        source->input[i] = file_read(arena, problems, scenario->input[i], MOST_INPUT,
                                     (struct place){.file = scenario->file});
        if (!source->input[i].text)
            return false;
    }
    return true;
}

bool source_read(struct arena *arena, struct problems *problems, const char *file,
                 const struct scenario_reading *reading, struct source *out)
{
    *out = (struct source){.insteads = reading->insteads, .instead = reading->instead};
    out->scenario = scenario_read_with(arena, problems, file, reading);
    if (!out->scenario)
        return false;
    for (int i = 0; i < reading->insteads; i++)
        if (!is_of_a_use(arena, problems, out->scenario, reading->instead[i].path))
            return false;
    out->plan = plan_compile(arena, problems, out->scenario);
    return out->plan && keep_inputs(arena, problems, out);
}

/* The plan that was made when the scenario was read, unless pupils are to be counted otherwise. */
static const struct plan *compile(const struct preparing *p, const struct source *source)
{
    const bool whole = p->pupils == PUPILS_WHOLE;
    struct scenario *own;

    if (p->pupils == PUPILS_AS_WRITTEN || source->scenario->whole == whole)
        return source->plan;
    own = ARENA_NEW(p->arena, struct scenario);
    *own = *source->scenario;
    own->whole = whole;
    return plan_compile(p->arena, p->problems, own);
}

static bool taken(const struct preparing *p, int before, const char *name)
{
    for (int i = 0; i < before; i++)
        if (text_same(p->outcome[i].name, name))
            return true;
    return false;
}

/* Figures of the same name could not be told apart: the second becomes "No change (2)". */
static const char *name(const struct preparing *p, int i)
{
    const char *given = p->outcome[i].scenario->name, *name = given;

    for (int n = 2; taken(p, i, name); n++)
        name = arena_format(p->arena, "%s (%d)", given, n);
    return name;
}

/* Two scenarios are comparable in the years that both have. */
static bool check_years(const struct preparing *p)
{
    const struct scenario *base = p->outcome[0].scenario;
    bool fine = true;

    for (int i = 1; i < p->count; i++) {
        const struct scenario *other = p->outcome[i].scenario;
        if (other->first > base->last || other->last < base->first)
            fine =
                problem(p->problems, (struct place){.file = other->file},
                        "its years, %d-%02d to %d-%02d, are none of those of '%s'", other->first,
                        (other->first + 1) % 100, other->last, (other->last + 1) % 100, base->file);
    }
    return fine;
}

static const struct plan **plans(const struct preparing *p)
{
    const struct plan **plan = ARENA_ARRAY(p->arena, const struct plan *, p->count);

    for (int i = 0; i < p->count; i++)
        plan[i] = p->outcome[i].plan;
    return plan;
}

static bool make_luck(const struct preparing *p, const struct plan *const plan[])
{
    const struct luck_run run = {{p->seed, p->draws, p->sampling}, p->count, plan};
    bool fine = true;

    for (int i = 0; p->draws > 0 && i < p->count; i++) {
        const struct number *unsound = NULL;
        p->outcome[i].luck = luck_new(p->arena, plan[i], &run, &unsound);
        if (!p->outcome[i].luck)
            fine = problem(p->problems, unsound->at, "this cannot be drawn");
    }
    return fine;
}

static bool run_one(const struct preparing *p, struct outcome *outcome)
{
    outcome->results = model_central(p->arena, outcome->plan);
    if (!results_exact(p->problems, outcome->results))
        return false;
    outcome->findings =
        idle_judge(p->arena, outcome->results, rules_judge(p->arena, outcome->results));
    outcome->quoted = quoted_judge(p->arena, outcome->plan);
    outcome->balance = results_balance(outcome->results);
    return true;
}

static void list_together(const struct preparing *p, const struct plan *const plan[],
                          struct prepared *out)
{
    const struct luck **luck = ARENA_ARRAY(p->arena, const struct luck *, p->count);
    const struct results **central = ARENA_ARRAY(p->arena, const struct results *, p->count);

    for (int i = 0; i < p->count; i++) {
        luck[i] = p->outcome[i].luck;
        central[i] = p->outcome[i].results;
    }
    const struct together *all = together_new(p->arena, p->count, plan, luck, central);
    out->together = all;
    out->every = ARENA_ARRAY(p->arena, bool, all->measures + 1);
    for (int i = 0; i < all->figures; i++)
        if (all->figure[i].measure >= 0 && all->figure[i].balance)
            out->every[all->figure[i].measure] = true;
}

bool outcomes_prepare(const struct preparing *p, struct prepared *out)
{
    bool fine = true;

    for (int i = 0; i < p->count; i++) {
        p->outcome[i].scenario = p->outcome[i].source->scenario;
        p->outcome[i].name = name(p, i);
        p->outcome[i].plan = compile(p, p->outcome[i].source);
        fine = p->outcome[i].plan && fine;
    }
    if (!fine || !check_years(p))
        return false;
    const struct plan *const *plan = plans(p);
    if (!make_luck(p, plan))
        return false;
    outcomes_digest(p, out->digest);
    for (int i = 0; i < p->count; i++)
        fine = run_one(p, &p->outcome[i]) && fine;
    if (fine)
        list_together(p, plan, out);
    return fine;
}
