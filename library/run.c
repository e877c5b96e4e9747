/* A run: compiled, run centrally, judged, drawn. */
#include <stdlib.h>
#include <unistd.h>

#include "engine/base/text.h"
#include "library/drawing.h"
#include "library/held.h"
#include "library/numerals.h"

enum { USUAL_MEMORY = 1 << 30, MOST_SCENARIOS = 1000 };

/** A run under way. */
struct running {
    struct hnb_results *results;
    const struct hnb_wanted *wanted;
    struct problems *problems;
};

static const enum sampling samplings[] = {
    [HNB_PLAIN] = PLAIN_SAMPLING, [HNB_LATIN] = LATIN_SAMPLING, [HNB_SOBOL] = SOBOL_SAMPLING};

static bool complain(const struct running *r, const char *text)
{
    return problem(r->problems, (struct place){0}, "%s", text);
}

static bool check(const struct running *r, struct hnb_scenario *const scenario[], int count)
{
    const struct hnb_wanted *wanted = r->wanted;

    if (count < 1 || count > MOST_SCENARIOS)
        return complain(r, "a run is of 1 to 1000 scenarios");
    for (int i = 0; i < count; i++)
        if (!scenario[i])
            return complain(r, "a scenario of the run is missing");
    if (wanted->draws > BATCH_MOST)
        return complain(r, "more than a million million draws");
    if ((unsigned)wanted->sampling > HNB_SOBOL || (unsigned)wanted->pupils > HNB_WHOLE)
        return complain(r, "no such sampling, or kind of pupils");
    if (wanted->sampling != HNB_PLAIN && wanted->draws % REPLICATES != 0)
        return complain(r, "this sampling needs a multiple of 16 draws");
    return true;
}

/* The plan that was made when the scenario was read, unless pupils are to be counted otherwise. */
static const struct plan *compile(const struct running *r, const struct held *held)
{
    const bool whole = r->wanted->pupils == HNB_WHOLE;
    struct scenario *own;

    if (r->wanted->pupils == HNB_AS_WRITTEN || held->scenario->whole == whole)
        return held->plan;
    own = ARENA_NEW(r->results->arena, struct scenario);
    *own = *held->scenario;
    own->whole = whole;
    return plan_compile(r->results->arena, r->problems, own);
}

static bool taken(const struct hnb_results *results, int before, const char *name)
{
    for (int i = 0; i < before; i++)
        if (text_same(results->outcome[i].name, name))
            return true;
    return false;
}

/* Figures of the same name could not be told apart: the second becomes "No change (2)". */
static const char *name(const struct hnb_results *results, int i)
{
    const char *given = results->outcome[i].held->scenario->name, *name = given;

    for (int n = 2; taken(results, i, name); n++)
        name = arena_format(results->arena, "%s (%d)", given, n);
    return name;
}

static bool check_years(const struct running *r)
{
    const struct scenario *base = r->results->outcome[0].held->scenario;
    bool fine = true;

    for (int i = 1; i < r->results->count; i++) {
        const struct scenario *other = r->results->outcome[i].held->scenario;
        if (other->first > base->last || other->last < base->first)
            fine =
                problem(r->problems, (struct place){.file = other->file},
                        "its years, %d-%02d to %d-%02d, are none of those of '%s'", other->first,
                        (other->first + 1) % 100, other->last, (other->last + 1) % 100, base->file);
    }
    return fine;
}

static const struct plan **plans(const struct hnb_results *results)
{
    const struct plan **plan = ARENA_ARRAY(results->arena, const struct plan *, results->count);

    for (int i = 0; i < results->count; i++)
        plan[i] = results->outcome[i].plan;
    return plan;
}

static bool make_luck(const struct running *r, const struct plan *const plan[])
{
    const struct hnb_results *results = r->results;
    const struct luck_run run = {{r->wanted->seed > 0 ? r->wanted->seed : 1, r->wanted->draws,
                                  samplings[r->wanted->sampling]},
                                 results->count,
                                 plan};
    bool fine = true;

    for (int i = 0; r->wanted->draws > 0 && i < results->count; i++) {
        const struct number *unsound = NULL;
        results->outcome[i].luck = luck_new(results->arena, plan[i], &run, &unsound);
        if (!results->outcome[i].luck)
            fine = problem(r->problems, unsound->at, "this cannot be drawn");
    }
    return fine;
}

static bool run_one(const struct running *r, struct outcome *outcome)
{
    struct arena *arena = r->results->arena;

    outcome->central = model_central(arena, outcome->plan);
    if (!results_exact(r->problems, outcome->central))
        return false;
    if (!results_balance(outcome->central).holds)
        return problem(r->problems, (struct place){.file = outcome->held->scenario->file},
                       "pupils or pounds do not balance");
    outcome->findings = idle_judge(arena, outcome->central, rules_judge(arena, outcome->central));
    return true;
}

static void list_together(struct hnb_results *results, const struct plan *const plan[])
{
    struct arena *arena = results->arena;
    const struct luck **luck = ARENA_ARRAY(arena, const struct luck *, results->count);
    const struct results **central = ARENA_ARRAY(arena, const struct results *, results->count);

    for (int i = 0; i < results->count; i++) {
        luck[i] = results->outcome[i].luck;
        central[i] = results->outcome[i].central;
    }
    const struct together *all = together_new(arena, results->count, plan, luck, central);
    results->together = all;
    results->every = ARENA_ARRAY(arena, bool, all->measures + 1);
    for (int i = 0; i < all->figures; i++)
        if (all->figure[i].measure >= 0 && all->figure[i].balance)
            results->every[all->figure[i].measure] = true;
}

/* Everything up to the first draw. */
static bool prepare(void *context)
{
    struct running *r = context;
    struct hnb_results *results = r->results;

    for (int i = 0; i < results->count; i++) {
        results->outcome[i].name = name(results, i);
        results->outcome[i].plan = compile(r, results->outcome[i].held);
        if (!results->outcome[i].plan)
            return false;
    }
    const struct plan *const *plan = plans(results);
    if (!check_years(r) || !make_luck(r, plan))
        return false;
    inputs_digest(results, r->wanted);
    for (int i = 0; i < results->count; i++)
        if (!run_one(r, &results->outcome[i]))
            return false;
    list_together(results, plan);
    figures_list(results);
    findings_list(results);
    quotations_list(results);
    return true;
}

/** Who is told how far it is. */
struct telling {
    const struct hnb_wanted *wanted;
    atomic_bool *stop;
};

static void tell(void *context, const struct batch_kept *sofar)
{
    const struct telling *t = context;

    if (!t->wanted->progress(t->wanted->context, sofar->draws, t->wanted->draws))
        atomic_store(t->stop, true);
}

static int threads(const struct hnb_wanted *wanted)
{
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);

    if (wanted->threads > 0)
        return wanted->threads;
    return processors > 0 ? (int)processors : 1;
}

/* Draw what is wanted; fewer are done when somebody has stopped it. */
static bool draw_all(const struct running *r, const struct drawing *drawing)
{
    struct hnb_results *results = r->results;
    struct telling telling = {r->wanted, drawing->stop};
    const struct batch_model model = drawing_model(drawing);
    const struct batch_wanted wanted = {
        .draws = r->wanted->draws,
        .kind = batch_kind(r->wanted->draws),
        .part = drawing_part(samplings[r->wanted->sampling], r->wanted->draws),
        .threads = threads(r->wanted),
        .every = results->every,
        .stop = drawing->stop,
        .watch = r->wanted->progress ? tell : NULL,
        .watcher = &telling};

    results->batch = batch_new(model.measures, &wanted);
    if (!results->batch || !batch_more(&model, &wanted, results->batch))
        return out_of_memory(r->problems);
    return true;
}

/* A draw that cannot be kept, by what the level says of it. */
static bool refuse(const struct running *r, int wrong)
{
    const int year = plan_calendar(r->results->outcome[0].plan, wrong % LEVEL_UNBALANCED);

    return problem(r->problems, (struct place){0}, "some draw's %s of %d-%02d %s",
                   wrong < LEVEL_UNBALANCED ? "figures" : "pupils or pounds", year,
                   (year + 1) % 100,
                   wrong < LEVEL_UNBALANCED ? "are too large for whole pence" : "do not balance");
}

static bool draw(const struct running *r)
{
    struct hnb_results *results = r->results;
    atomic_int wrong;
    atomic_bool stop;
    const struct drawing drawing = {level_best(), results->together, &wrong, &stop};

    atomic_init(&wrong, -1);
    atomic_init(&stop, false);
    if (!draw_all(r, &drawing))
        return false;
    if (atomic_load(&wrong) >= 0)
        return refuse(r, atomic_load(&wrong));
    drawing_sort(results->together, results->batch);
    results->nought.count = (int64_t)results->batch->draws;
    if (results->batch->draws < r->wanted->draws && !done_digest(results))
        return out_of_memory(r->problems);
    return true;
}

static struct hnb_results *results_for(struct hnb_scenario *const scenario[], int count,
                                       size_t memory)
{
    struct hnb_results *results = calloc(1, sizeof *results);

    if (!results)
        return NULL;
    results->arena = arena_new(memory > 0 ? memory : USUAL_MEMORY);
    results->outcome = calloc((size_t)count, sizeof *results->outcome);
    if (!results->arena || !results->outcome) {
        hnb_results_free(results);
        return NULL;
    }
    for (; results->count < count; results->count++)
        results->outcome[results->count].held = held_take(scenario[results->count]->held);
    return results;
}

static bool prepare_within(struct running *r)
{
    struct numerals numerals;
    bool good = false;

    if (!numerals_begin(&numerals))
        return out_of_memory(r->problems);
    if (!arena_guard(r->results->arena, prepare, r, &good))
        good = out_of_memory(r->problems);
    numerals_end(&numerals);
    return good;
}

static struct hnb_results *run(struct running *r, struct hnb_scenario *const scenario[], int count)
{
    if (!check(r, scenario, count))
        return NULL;
    r->results = results_for(scenario, count, r->wanted->memory);
    if (!r->results) {
        out_of_memory(r->problems);
        return NULL;
    }
    if (prepare_within(r) && (r->wanted->draws == 0 || draw(r)))
        return r->results;
    hnb_results_free(r->results);
    return NULL;
}

struct hnb_results *hnb_run(struct hnb_scenario *const scenario[], int count,
                            const struct hnb_wanted *wanted, struct hnb_problems *problems)
{
    static const struct hnb_wanted none;
    struct hearing hearing;

    if (!hearing_begin(&hearing, problems))
        return NULL;
    struct hnb_results *results =
        run(&(struct running){.wanted = wanted ? wanted : &none, .problems = hearing.problems},
            scenario, count);
    hearing_end(&hearing);
    return results;
}

void hnb_results_free(struct hnb_results *results)
{
    if (!results)
        return;
    for (int i = 0; i < results->count; i++)
        held_release(results->outcome[i].held);
    free(results->outcome);
    batch_free(results->batch);
    arena_free(results->arena);
    free(results);
}

uint64_t hnb_results_draws(const struct hnb_results *results)
{
    return results->batch ? results->batch->draws : 0;
}

const char *hnb_results_digest(const struct hnb_results *results) { return results->digest; }
