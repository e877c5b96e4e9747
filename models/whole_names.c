/* What whole numbers are drawn for, by name. */
#include "engine/base/text.h"
#include "models/whole.h"

static uint64_t *room(struct arena *arena, int count)
{
    return ARENA_ARRAY(arena, uint64_t, count + 1);
}

/* One that is about a need and something else. */
static uint64_t about(struct arena *arena, const char *what, const char *need, const char *other)
{
    return stream_purpose(arena_format(arena, "pupils %s %s %s", what, need, other));
}

static void name_settings(struct arena *arena, const struct plan *plan, struct purposes *p)
{
    const int cells = plan->needs * plan->settings;

    p->rounding = room(arena, plan->settings);
    p->leaving = room(arena, cells);
    p->fewer = room(arena, cells);
    p->coming = room(arena, cells);
    p->asking = room(arena, cells);
    p->asking_shifted = room(arena, cells);
    p->sending = room(arena, cells);
    for (int s = 0; s < plan->settings; s++) {
        const char *setting = plan->area->setting[s].name.key;
        p->rounding[s] = about(arena, "rounding", "", setting);
        for (int k = 0; k < plan->needs; k++) {
            const char *need = plan->area->need[k].key;
            const int to = s * plan->needs + k, from = k * plan->settings + s;
            p->leaving[from] = about(arena, "leaving", need, setting);
            p->fewer[from] = about(arena, "fewer", need, setting);
            p->coming[from] = about(arena, "coming", need, setting);
            p->asking[to] = about(arena, "asking", need, setting);
            p->asking_shifted[to] = about(arena, "shifted asking", need, setting);
            p->sending[to] = about(arena, "sending", need, setting);
        }
    }
}

static void name_arrivals(struct arena *arena, const struct plan *plan, struct purposes *p)
{
    const int phases = plan->area->phases;

    p->joining = room(arena, plan->needs * phases);
    p->placement = room(arena, plan->needs * phases);
    p->more = room(arena, plan->needs);
    p->placing = room(arena, plan->needs);
    for (int k = 0; k < plan->needs; k++) {
        const char *need = plan->area->need[k].key;
        for (int i = 0; i < phases; i++) {
            const char *phase = plan->area->phase[i].name.key;
            p->joining[k * phases + i] = about(arena, "joining", need, phase);
            p->placement[k * phases + i] = about(arena, "placement", need, phase);
        }
        p->more[k] = about(arena, "more", need, "");
        p->placing[k] = about(arena, "placing", need, "");
    }
    p->cut_off = stream_purpose("pupils cut off");
    p->going_on = stream_purpose("pupils going on");
}

/* Which of its consideration's shifts this is. */
static int nth_shift(const struct plan *plan, int i)
{
    int nth = 0;

    for (int j = 0; j < i; j++)
        nth += plan->shift[j].consideration == plan->shift[i].consideration;
    return nth;
}

static void name_shifts(struct arena *arena, const struct plan *plan, struct purposes *p)
{
    p->shifting = room(arena, plan->shifts * plan->needs);
    p->refusing = room(arena, plan->shifts * plan->needs);
    for (int i = 0; i < plan->shifts; i++) {
        const struct consideration *by =
            &plan->scenario->consideration[plan->shift[i].consideration];
        const char *name = arena_format(arena, "%d of %s", nth_shift(plan, i), by->name);
        for (int k = 0; k < plan->needs; k++) {
            const char *need = plan->area->need[k].key;
            p->shifting[i * plan->needs + k] = about(arena, "shifting", need, name);
            p->refusing[i * plan->needs + k] = about(arena, "refusing", need, name);
        }
    }
}

const struct purposes *whole_purposes(struct arena *arena, const struct plan *plan)
{
    struct purposes *purposes = ARENA_NEW(arena, struct purposes);

    name_settings(arena, plan, purposes);
    name_arrivals(arena, plan, purposes);
    name_shifts(arena, plan, purposes);
    return purposes;
}
