/* The list, and how one thing gets on to it. */
#include <string.h>

#include "models/inputs_add.h"

static struct input *add(struct listed *l, struct input_name name)
{
    if (!l->item || l->inputs->count == l->room) {
        const int room = l->room * 2 + 256;
        struct input *more = ARENA_ARRAY(l->arena, struct input, room);

        if (l->item)
            memcpy(more, l->item, (size_t)l->room * sizeof *more);
        l->inputs->item = l->item = more;
        l->room = room;
    }
    struct input *input = &l->item[l->inputs->count++];
    *input = (struct input){.before = name.before,
                            .who = name.who ? name.who : "",
                            .after = name.after ? name.after : ""};
    return input;
}

void inputs_text(struct listed *l, struct input_name name, const char *text)
{
    struct input *input = add(l, name);
    const char **value = ARENA_ARRAY(l->arena, const char *, 1);

    *value = text ? text : "none";
    input->count = 1;
    input->value = value;
}

void inputs_flag(struct listed *l, struct input_name name, bool flag)
{
    inputs_text(l, name, flag ? "yes" : "no");
}

void inputs_number(struct listed *l, struct input_name name, const struct number *number,
                   enum unit unit)
{
    inputs_text(l, name, words_number(l->arena, number, unit));
}

/* The same name, of something beside it. */
static struct input_name beside(struct listed *l, const char *what, struct input_name name)
{
    return NAMED(arena_format(l->arena, "%s of the %s", what, name.before), name.who, name.after);
}

void inputs_series(struct listed *l, struct input_name name, const struct series *series,
                   enum unit unit, bool fiscal)
{
    struct input *input = add(l, name);
    const int count = l->last - l->first + 1 + !fiscal;
    const char **value = ARENA_ARRAY(l->arena, const char *, count);
    static const struct number none;

    for (int i = 0; i < count; i++) {
        const struct number *number = series_at(series, l->first + i);
        value[i] = words_number(l->arena, number ? number : &none, unit);
    }
    input->kind = INPUT_YEARS;
    input->count = count;
    input->value = value;
    input->first = l->first;
    input->fiscal = fiscal;
    inputs_number(l, beside(l, "yearly spread", name), &series->sd, unit);
    inputs_number(l, beside(l, "persistence", name), &series->persistence, RATE);
    inputs_text(l, beside(l, "group", name), series->group.text);
}

void inputs_cells(struct listed *l, struct input_name name, int count, const double *cell,
                  const char *const *cell_name)
{
    struct input *input = add(l, name);

    input->kind = INPUT_CELLS;
    input->count = count;
    input->cell = cell;
    input->cell_name = cell_name;
}

void inputs_count_pupils(struct listed *l, int from)
{
    for (int i = from; i < l->inputs->count; i++)
        l->item[i].pupils = true;
}

static const char *keys_of(struct listed *l, struct names names)
{
    const char *keys[MOST_NAMES] = {NULL};

    return words_list(l->arena, keys, names_keys(names, keys));
}

static void add_names(struct listed *l)
{
    const struct area *area = l->area;

    inputs_text(l, NAMED("area"), area->name.text);
    inputs_text(l, NAMED("base of the area"), arena_format(l->arena, "January %d", area->base));
    inputs_text(l, NAMED("needs"), keys_of(l, names_of_needs(area)));
    inputs_text(l, NAMED("settings"), keys_of(l, names_of_settings(area)));
    inputs_text(l, NAMED("ledgers"), keys_of(l, names_of_ledgers(area)));
    for (int p = 0; p < area->phases; p++)
        inputs_text(l, NAMED("ages of ", words_name(l->arena, &area->phase[p].name)),
                    arena_format(l->arena, "%d to %d", area->phase[p].first, area->phase[p].last));
}

/* Numbers that go together, and how. */
static void add_correlations(struct listed *l)
{
    for (int i = 0; i < l->area->correlations; i++) {
        const struct correlation *c = &l->area->correlation[i];

        inputs_text(l, NAMED("correlation within the group ", c->group.text),
                    words_amount(l->arena, c->rho, RATE));
        for (int p = 0; p < c->pairs; p++)
            inputs_text(
                l,
                NAMED("correlation of ", arena_format(l->arena, "%s and %s", c->pair[p].of[0].text,
                                                      c->pair[p].of[1].text)),
                words_amount(l->arena, c->pair[p].rho, RATE));
    }
}

const struct inputs *inputs_of(struct arena *arena, const struct scenario *scenario, int first,
                               int last)
{
    struct listed l = {.arena = arena,
                       .area = scenario->area,
                       .first = first,
                       .last = last,
                       .inputs = ARENA_NEW(arena, struct inputs)};

    add_names(&l);
    inputs_of_settings(&l);
    inputs_of_pupils(&l);
    inputs_of_money(&l);
    add_correlations(&l);
    return l.inputs;
}
