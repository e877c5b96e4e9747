/* Every number with how it came to be known, sorted once all are there. */
#include "cli/register.h"

#include <stdlib.h>

#include "engine/base/text.h"
#include "models/words.h"

const char *const register_columns[REGISTER_COLUMNS + 1] = {
    "founded", "what",      "value", "status", "source", "owner",
    "agreed",  "review by", "later", "note",   NULL};

/* From the worst: what is overdue, what nothing explains, what nobody speaks for, then by status.
 */
enum founded {
    OVERDUE,
    RESIDUAL,
    UNSAID,
    ASSUMED_ALONE,
    ASSUMED_FROM,
    UNKNOWN,
    WORKED_OUT,
    PRINTED
};
static const char *const founded_names[] = {
    "overdue", "residual",      "nothing said", "assumed, no source",
    "assumed", "status unsaid", "derived",      "published"};

/** One line of the register. */
struct entry {
    enum founded founded;
    int order; /* as written */
    const char *what, *value, *file;
    const struct footing *footing;
};

struct registered {
    struct arena *arena;
    int on; /* as 20200412, or 0 */
    int count, room;
    struct entry *item;
};

static enum founded founded_of(int on, const struct footing *f, bool residual)
{
    if (f->review_day > 0 && on > f->review_day)
        return OVERDUE;
    if (residual)
        return RESIDUAL;
    switch (f->status) {
    case ASSUMED:
        return f->source ? ASSUMED_FROM : ASSUMED_ALONE;
    case DERIVED:
        return WORKED_OUT;
    case PUBLISHED:
        return PRINTED;
    case UNSTATED:
        break;
    }
    return f->source || f->note ? UNKNOWN : UNSAID;
}

/* What several scenarios share is told once. */
static void add(struct registered *r, struct entry entry)
{
    for (int i = 0; i < r->count; i++)
        if (text_same(r->item[i].what, entry.what) && text_same(r->item[i].value, entry.value) &&
            text_same(r->item[i].file, entry.file))
            return;
    if (r->count == r->room) {
        struct entry *more = ARENA_ARRAY(r->arena, struct entry, r->room * 2 + 128);

        for (int i = 0; i < r->count; i++)
            more[i] = r->item[i];
        r->item = more;
        r->room = r->room * 2 + 128;
    }
    entry.order = r->count;
    r->item[r->count++] = entry;
}

static bool is_residual(struct arena *arena, const struct area *area, const char *path)
{
    for (int i = 0; i < area->lines; i++)
        if (area->line[i].residual &&
            text_alike(path, arena_format(arena, "lines.%s", area->line[i].name.key)))
            return true;
    return false;
}

static void add_area(struct registered *r, const struct area *area)
{
    static const struct footing none;

    for (int i = 0; i < area->assumptions; i++) {
        const struct assumption *a = &area->assumption[i];
        const bool residual = is_residual(r->arena, area, a->name);

        add(r, (struct entry){founded_of(r->on, a->footing, residual), 0, a->name, a->value,
                              a->at.file, a->footing});
    }
    for (int i = 0; i < area->unstated; i++)
        add(r, (struct entry){UNSAID, 0, area->unstateds[i].name, area->unstateds[i].value,
                              area->unstateds[i].at.file, &none});
}

static void add_considerations(struct registered *r, const struct scenario *scenario)
{
    struct arena *arena = r->arena;

    for (int c = 0; c < scenario->considerations; c++) {
        const struct consideration *used = &scenario->consideration[c];
        for (int i = 0; i < used->parameters.count; i++) {
            const struct parameter *p = &used->parameters.items[i];
            add(r, (struct entry){founded_of(r->on, &p->value.footing, false), 0,
                                  arena_format(arena, "%s.%s", used->name, p->name),
                                  words_number(arena, &p->value, ANY_NUMBER), used->file,
                                  &p->value.footing});
        }
    }
}

static int worst_first(const void *a, const void *b)
{
    const struct entry *one = a, *other = b;

    return one->founded != other->founded ? (int)one->founded - (int)other->founded
                                          : one->order - other->order;
}

static const char *status_name(enum status status)
{
    static const char *const names[] = {
        [UNSTATED] = "", [PUBLISHED] = "published", [DERIVED] = "derived", [ASSUMED] = "assumed"};
    return names[status];
}

struct registered *register_of(struct arena *arena, int on, int count,
                               const struct scenario *const scenario[])
{
    struct registered *r = ARENA_NEW(arena, struct registered);

    *r = (struct registered){.arena = arena, .on = on};
    for (int i = 0; i < count; i++) {
        add_area(r, scenario[i]->area);
        add_considerations(r, scenario[i]);
    }
    if (r->count > 0)
        qsort(r->item, (size_t)r->count, sizeof *r->item, worst_first);
    return r;
}

bool register_row(const struct registered *r, int row, const char *cells[REGISTER_COLUMNS])
{
    if (row >= r->count)
        return false;
    const struct entry *e = &r->item[row];
    const struct footing *f = e->footing;
    const char *const all[REGISTER_COLUMNS] = {founded_names[e->founded],
                                               e->what,
                                               e->value,
                                               status_name(f->status),
                                               f->source,
                                               f->owner,
                                               f->agreed,
                                               f->review_by,
                                               f->later ? "yes" : "",
                                               f->note};
    for (int c = 0; c < REGISTER_COLUMNS; c++)
        cells[c] = all[c] ? all[c] : "";
    return true;
}

/* What there is to say beside a number, each thing after its name. */
static const char *beside(struct arena *arena, const struct footing *f)
{
    const char *const said[][2] = {{"", f->source},
                                   {"owner ", f->owner},
                                   {"agreed ", f->agreed},
                                   {"review by ", f->review_by},
                                   {"published after the base", f->later ? "" : NULL},
                                   {"", f->note}};
    const char *all = "";

    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        if (said[i][1])
            all = arena_format(arena, "%s; %s%s", all, said[i][0], said[i][1]);
    return all;
}

void register_print(struct screen screen, const struct registered *r)
{
    for (int i = 0; i < r->count; i++) {
        const struct entry *e = &r->item[i];
        const bool whatever = e->founded == OVERDUE || e->founded == RESIDUAL;
        const char *status = whatever ? status_name(e->footing->status) : "";

        if (i == 0 || e->founded != r->item[i - 1].founded) {
            if (i > 0)
                putc('\n', screen.out);
            screen_heading(screen, founded_names[e->founded]);
        }
        screen_text(screen, 4,
                    arena_format(r->arena, "  - %s: %s%s%s%s", e->what, e->value,
                                 *status ? "; " : "", status, beside(r->arena, e->footing)));
    }
}
