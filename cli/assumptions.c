/* hnbsim assumptions SCENARIO...: what a result rests on, worst-founded first. */
#include <stdlib.h>

#include "cli/cli.h"
#include "cli/installed.h"
#include "cli/told.h"
#include "engine/base/text.h"
#include "models/plan.h"
#include "models/words.h"

static const char *const columns[] = {"founded", "what",      "value", "status", "source", "owner",
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
    struct telling *t;
    int count, room;
    struct entry *item;
};

static enum founded founded_of(const struct telling *t, const struct footing *f, bool residual)
{
    if (f->review_day > 0 && t->options->on > f->review_day)
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
        struct entry *more = ARENA_ARRAY(r->t->arena, struct entry, r->room * 2 + 128);

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
        const bool residual = is_residual(r->t->arena, area, a->name);

        add(r, (struct entry){founded_of(r->t, a->footing, residual), 0, a->name, a->value,
                              a->at.file, a->footing});
    }
    for (int i = 0; i < area->unstated; i++)
        add(r, (struct entry){UNSAID, 0, area->unstateds[i].name, area->unstateds[i].value,
                              area->unstateds[i].at.file, &none});
}

static void add_considerations(struct registered *r, const struct scenario *scenario)
{
    struct arena *arena = r->t->arena;

    for (int c = 0; c < scenario->considerations; c++) {
        const struct consideration *used = &scenario->consideration[c];
        for (int i = 0; i < used->parameters.count; i++) {
            const struct parameter *p = &used->parameters.items[i];
            add(r, (struct entry){founded_of(r->t, &p->value.footing, false), 0,
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

static void tell_all(struct registered *r)
{
    if (r->count > 0)
        qsort(r->item, (size_t)r->count, sizeof *r->item, worst_first);
    for (int i = 0; i < r->count; i++) {
        const struct entry *e = &r->item[i];
        const struct footing *f = e->footing;
        told_add(r->t, (const char *[]){founded_names[e->founded], e->what, e->value,
                                        status_name(f->status), f->source, f->owner, f->agreed,
                                        f->review_by, f->later ? "yes" : "", f->note});
    }
}

static bool work(struct telling *t)
{
    struct registered r = {.t = t};
    bool good = true;

    for (int i = 0; i < t->options->files; i++) {
        const struct scenario *scenario =
            installed_scenario(t->arena, t->problems, t->options->file[i]);
        if (!scenario || !plan_compile(t->arena, t->problems, scenario)) {
            good = false;
            continue;
        }
        add_area(&r, scenario->area);
        add_considerations(&r, scenario);
    }
    tell_all(&r);
    return good;
}

static const char *cell(const struct telling *t, int row, int column)
{
    const char *text = t->records.cell[row * t->records.columns + column];

    return text ? text : "";
}

/* What there is to say beside a number, each thing after its name. */
static const char *beside(const struct telling *t, int row)
{
    static const char *const names[] = {"",       "",        "",           "", "",
                                        "owner ", "agreed ", "review by ", "", ""};
    const char *all = "";

    for (int c = 4; c < t->records.columns; c++)
        if (*cell(t, row, c))
            all = arena_format(t->arena, "%s; %s%s", all, names[c],
                               text_same(columns[c], "later") ? "published after the base"
                                                              : cell(t, row, c));
    return all;
}

static void show(struct screen screen, struct telling *t)
{
    for (int i = 0; i < t->records.rows; i++) {
        if (i == 0 || !text_same(cell(t, i, 0), cell(t, i - 1, 0))) {
            if (i > 0)
                putc('\n', screen.out);
            screen_heading(screen, cell(t, i, 0));
        }
        const char *status =
            text_same(cell(t, i, 0), "overdue") || text_same(cell(t, i, 0), "residual")
                ? cell(t, i, 3)
                : "";
        screen_text(screen, 4,
                    arena_format(t->arena, "  - %s: %s%s%s%s", cell(t, i, 1), cell(t, i, 2),
                                 *status ? "; " : "", status, beside(t, i)));
    }
}

int assumptions_command(const struct options *options)
{
    return told(options, "assumptions", columns, work, show);
}
