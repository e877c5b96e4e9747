/* A run: compiled, run centrally, judged, drawn. */
#include <assert.h>
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
static const enum pupils_of_run pupils[] = {[HNB_AS_WRITTEN] = PUPILS_AS_WRITTEN,
                                            [HNB_EXPECTED] = PUPILS_EXPECTED,
                                            [HNB_WHOLE] = PUPILS_WHOLE};

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

static bool check_balance(const struct running *r)
{
    const struct hnb_results *results = r->results;
    bool fine = true;

    for (int i = 0; i < results->count; i++)
        if (!results->outcome[i].balance.holds)
            fine = problem(r->problems, (struct place){.file = results->outcome[i].scenario->file},
                           "pupils or pounds do not balance");
    return fine;
}

/* Everything up to the first draw. */
static bool prepare(void *context)
{
    struct running *r = context;
    struct hnb_results *results = r->results;
    const struct preparing p = {.arena = results->arena,
                                .problems = r->problems,
                                .seed = r->wanted->seed > 0 ? r->wanted->seed : 1,
                                .draws = r->wanted->draws,
                                .sampling = samplings[r->wanted->sampling],
                                .pupils = pupils[r->wanted->pupils],
                                .count = results->count,
                                .outcome = results->outcome};

    for (int i = 0; i < results->count; i++)
        results->outcome[i].source = &results->held[i]->source;
    if (!outcomes_prepare(&p, &results->prepared) || !check_balance(r))
        return false;
    results->figures = figures_list(&p, results->prepared.together);
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
        .every = results->prepared.every,
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
    const struct plan *plan = r->results->outcome[0].plan;

    assert(plan); /* or there would be no draw */
    const int year = plan_calendar(plan, wrong % LEVEL_UNBALANCED);
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
    const struct drawing drawing = {level_best(), results->prepared.together, &wrong, &stop};

    atomic_init(&wrong, -1);
    atomic_init(&stop, false);
    if (!draw_all(r, &drawing))
        return false;
    if (atomic_load(&wrong) >= 0)
        return refuse(r, atomic_load(&wrong));
    drawing_sort(results->prepared.together, results->batch);
    results->nought.count = (int64_t)results->batch->draws;
    if (results->batch->draws < r->wanted->draws &&
        !digest_of_done(&results->batch->done, results->prepared.digest))
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
    results->held = calloc((size_t)count, sizeof(struct held *));
    if (!results->arena || !results->outcome || !results->held) {
        hnb_results_free(results);
        return NULL;
    }
    for (; results->count < count; results->count++)
        results->held[results->count] = held_take(scenario[results->count]->held);
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
        held_release(results->held[i]);
    free(results->held);
    free(results->outcome);
    batch_free(results->batch);
    arena_free(results->arena);
    free(results);
}

uint64_t hnb_results_draws(const struct hnb_results *results)
{
    return results->batch ? results->batch->draws : 0;
}

const char *hnb_results_digest(const struct hnb_results *results)
{
    return results->prepared.digest;
}
