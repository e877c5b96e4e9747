/* Scenarios held in memory, each in a store of its own. */
#include <stdlib.h>
#include <string.h>

#include "engine/base/text.h"
#include "library/held.h"
#include "library/numerals.h"

enum { USUAL_MEMORY = 1 << 30 };

/** A scenario being read, with one number more. */
struct loading {
    const char *file;
    const char *installed;     /* as a scenario_reading has it */
    const struct held *before; /* NULL, or what has the numbers that stay */
    const char *path, *value;  /* NULL, or the new one */
    struct held *held;
    struct problems *problems;
};

struct held *held_take(struct held *held)
{
    atomic_fetch_add(&held->holders, 1);
    return held;
}

void held_release(struct held *held)
{
    if (!held || atomic_fetch_sub(&held->holders, 1) > 1)
        return;
    arena_free(held->arena);
    free(held);
}

static void add_instead(struct held *held, const char *path, const char *value)
{
    held->instead[held->insteads++] = (struct instead){
        arena_text(held->arena, path, strlen(path)), arena_text(held->arena, value, strlen(value))};
}

/* Those that stay, then the new one. */
static void list_insteads(const struct loading *l)
{
    const int before = l->before ? l->before->insteads : 0;

    l->held->instead = ARENA_ARRAY(l->held->arena, struct instead, before + 1);
    for (int i = 0; i < before; i++)
        if (!text_same(l->before->instead[i].path, l->path))
            add_instead(l->held, l->before->instead[i].path, l->before->instead[i].value);
    if (l->value)
        add_instead(l->held, l->path, l->value);
}

static bool load(void *context)
{
    struct loading *l = context;
    struct held *held = l->held;
    const char *file = arena_text(held->arena, l->file, strlen(l->file));

    list_insteads(l);
    return source_read(held->arena, l->problems, file,
                       &(struct scenario_reading){l->installed, held->insteads, held->instead},
                       &held->source);
}

/* What is wanted, held once; NULL, as l->held is, after saying what is wrong. */
static struct held *load_within(struct loading *l, size_t memory)
{
    struct numerals numerals;
    bool good = false;

    l->held = calloc(1, sizeof *l->held);
    if (l->held) {
        atomic_init(&l->held->holders, 1);
        l->held->arena = arena_new(memory);
    }
    if (!l->held || !l->held->arena || !numerals_begin(&numerals)) {
        out_of_memory(l->problems);
        held_release(l->held);
        return l->held = NULL;
    }
    if (!arena_guard(l->held->arena, load, l, &good))
        good = out_of_memory(l->problems);
    numerals_end(&numerals);
    if (good)
        return l->held;
    held_release(l->held);
    return l->held = NULL;
}

static struct hnb_scenario *scenario_of(const struct loading *l, size_t memory)
{
    struct hnb_scenario *scenario = calloc(1, sizeof *scenario);

    if (!scenario)
        return NULL;
    *scenario = (struct hnb_scenario){strdup(l->file), l->installed ? strdup(l->installed) : NULL,
                                      memory, l->held};
    if (scenario->file && (scenario->installed || !l->installed))
        return scenario;
    free(scenario->file);
    free(scenario->installed);
    free(scenario);
    return NULL;
}

struct hnb_scenario *hnb_scenario_load_with(const char *file, const struct hnb_reading *reading,
                                            struct hnb_problems *problems)
{
    const size_t most = reading->memory > 0 ? reading->memory : USUAL_MEMORY;
    struct loading l = {.file = file, .installed = reading->scenarios};
    struct hnb_scenario *scenario = NULL;
    struct hearing hearing;

    if (!hearing_begin(&hearing, problems))
        return NULL;
    l.problems = hearing.problems;
    if (load_within(&l, most))
        scenario = scenario_of(&l, most);
    if (l.held && !scenario) {
        out_of_memory(hearing.problems);
        held_release(l.held);
    }
    hearing_end(&hearing);
    return scenario;
}

struct hnb_scenario *hnb_scenario_load(const char *file, struct hnb_problems *problems)
{
    return hnb_scenario_load_with(file, &(struct hnb_reading){0}, problems);
}

void hnb_scenario_free(struct hnb_scenario *scenario)
{
    if (!scenario)
        return;
    held_release(scenario->held);
    free(scenario->file);
    free(scenario->installed);
    free(scenario);
}

bool hnb_scenario_set(struct hnb_scenario *scenario, const char *path, const char *value,
                      struct hnb_problems *problems)
{
    struct hearing hearing;

    if (!hearing_begin(&hearing, problems))
        return false;
    struct held *held = load_within(&(struct loading){.file = scenario->file,
                                                      .installed = scenario->installed,
                                                      .before = scenario->held,
                                                      .path = path,
                                                      .value = value,
                                                      .problems = hearing.problems},
                                    scenario->memory);
    hearing_end(&hearing);
    if (!held)
        return false;
    held_release(scenario->held);
    scenario->held = held;
    return true;
}

const char *hnb_scenario_name(const struct hnb_scenario *scenario)
{
    return scenario->held->source.scenario->name;
}
