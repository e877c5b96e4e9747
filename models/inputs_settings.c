/* Inputs of kinds of school and college, and of their top-up. */
#include "models/inputs_add.h"

static struct input_name of(const char *what, const char *setting) { return NAMED(what, setting); }

static const char *phases_served(struct listed *l, const struct setting *setting)
{
    const char *names[MOST_PHASES];
    int count = 0;

    for (int p = 0; p < l->area->phases; p++)
        if (setting->serves[p])
            names[count++] = words_name(l->arena, &l->area->phase[p].name);
    return words_list(l->arena, names, count);
}

/* "PMLD and SLD, then ASD": who takes free places first. */
static const char *order_of(struct listed *l, const struct setting *setting)
{
    const char *all = NULL;

    for (int g = 0; g < setting->groups; g++) {
        bool needs[MOST_NEEDS] = {false};

        for (int k = 0; k < l->area->needs; k++)
            needs[k] = setting->group_of[k] == g;
        const char *names = words_needs(l->arena, l->area, needs);
        all = arena_format(l->arena, "%s%s%s", all ? all : "", all ? ", then " : "",
                           names ? names : "every need");
    }
    return all;
}

static void add_overflow(struct listed *l, const struct setting *setting, const char *name)
{
    for (int i = 0; i < setting->overflows; i++) {
        const struct overflow *way = &setting->overflow[i];
        const struct input_name what =
            NAMED("share of those turned away by ",
                  arena_format(l->arena, "%s who ask for %s", name,
                               words_name(l->arena, &l->area->setting[way->setting].name)));

        if (way->rest)
            inputs_text(l, what, "the rest");
        else
            inputs_number(l, what, &way->weight, SHARE);
    }
}

static void add_held(struct listed *l, const struct setting *setting, const char *name)
{
    const int from = l->inputs->count;

    inputs_series(l, of("places held for other councils in ", name), &setting->held_for_others,
                  COUNT_OF_PUPILS, false);
    inputs_count_pupils(l, from);
}

static void add_setting(struct listed *l, const struct setting *setting)
{
    const char *name = words_name(l->arena, &setting->name);

    inputs_text(l, of("phases served by ", name), phases_served(l, setting));
    inputs_flag(l, of("counted as mainstream: ", name), setting->mainstream);
    inputs_flag(l, of("protected by the Minimum Funding Guarantee: ", name), setting->mfg);
    inputs_text(l, of("what is funded in ", name),
                setting->funded == PER_PLACE ? "places" : "pupils");
    inputs_series(l, of("places in ", name), &setting->places, COUNT_OF_PUPILS, false);
    add_held(l, setting, name);
    inputs_text(l, of("who comes first in ", name), order_of(l, setting));
    add_overflow(l, setting, name);
    inputs_number(l, of("place rate in ", name), &setting->place_rate, POUNDS);
    inputs_number(l, of("place rate from the schools block in ", name),
                  &setting->schools_block_rate, POUNDS);
    inputs_number(l, of("rate of a vacant place in ", name), &setting->vacant_rate, POUNDS);
    inputs_text(l, of("prices that follow those of ", name),
                l->area->prices[setting->prices].name.key);
}

static void add_top_up(struct listed *l, const struct top_up *top_up)
{
    const char *setting = words_name(l->arena, &l->area->setting[top_up->setting].name);
    const char *in = arena_format(l->arena, " in %s", setting);
    const char *need = l->area->need[top_up->need].key;

    if (top_up->band < 0) {
        inputs_number(l, NAMED("top-up for ", need, in), &top_up->rate, POUNDS);
        return;
    }
    const char *band = l->area->band[top_up->band].key;
    inputs_text(l, NAMED(arena_format(l->arena, "share in band %s of ", band), need, in),
                words_amount(l->arena, top_up->share, SHARE));
}

void inputs_of_settings(struct listed *l)
{
    for (int s = 0; s < l->area->settings; s++)
        add_setting(l, &l->area->setting[s]);
    for (int b = 0; b < l->area->bands; b++)
        inputs_number(l, NAMED("top-up of band ", l->area->band[b].key), &l->area->band_rate[b],
                      POUNDS);
    for (int i = 0; i < l->area->top_ups; i++)
        add_top_up(l, &l->area->top_up[i]);
}
