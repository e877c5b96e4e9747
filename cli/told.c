/* Read, fill, write: nothing is written when anything was wrong. */
#include "cli/told.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/mistakes.h"
#include "cli/spares.h"
#include "engine/output/whole.h"

enum { CEILING = 1 << 30 };

/* What is held while the arena may jump. */
struct held {
    struct telling telling;
    bool (*work)(struct telling *t);
    void (*show)(struct screen screen, struct telling *t);
    struct whole whole;
    int status;
};

void told_add(struct telling *t, const char *const cells[])
{
    const int columns = t->records.columns;

    if (t->records.rows == t->room) {
        const int room = t->room * 2 + 64;
        const char **more = ARENA_ARRAY(t->arena, const char *, room *columns);

        if (t->room > 0)
            memcpy(more, t->cell, (size_t)(t->room * columns) * sizeof *more);
        t->records.cell = t->cell = more;
        t->room = room;
    }
    for (int c = 0; c < columns; c++)
        t->cell[t->records.rows * columns + c] = cells[c];
    t->records.rows++;
}

static bool write_out(struct held *h)
{
    FILE *out = h->whole.out;

    if (h->telling.options->format == AS_CSV)
        return records_csv(&h->telling.records, out);
    if (h->telling.options->format == AS_JSON)
        return records_json(&h->telling.records, out);
    h->show(screen_on(out, getenv("NO_COLOR")), &h->telling);
    return !ferror(out);
}

static int write_all(struct held *h)
{
    if (!whole_open(&h->whole, h->telling.options->output))
        return mistakes_unwritten(h->whole.path, h->whole.error);
    errno = 0;
    if (!write_out(h)) {
        h->whole.error = errno ? errno : EIO;
        whole_drop(&h->whole);
        return mistakes_unwritten(h->whole.path, h->whole.error);
    }
    return whole_keep(&h->whole) ? DONE : mistakes_unwritten(h->whole.path, h->whole.error);
}

static bool do_all(void *context)
{
    struct held *h = context;

    if (!h->work(&h->telling) || problems_count(h->telling.problems) > 0) {
        h->status = mistakes_tell(h->telling.problems, h->telling.options);
        return true;
    }
    h->status = spares_inputs(h->telling.problems, h->telling.options, "--output",
                              h->telling.options->output)
                    ? write_all(h)
                    : MISTAKES;
    return true;
}

int told(const struct options *options, const char *of, const char *const columns[],
         bool (*work)(struct telling *t), void (*show)(struct screen screen, struct telling *t))
{
    struct held h = {
        .telling = {.options = options, .arena = arena_new(CEILING), .problems = problems_new()},
        .work = work,
        .show = show,
        .status = FAILED};
    bool done;

    h.telling.records.of = of;
    for (; columns[h.telling.records.columns]; h.telling.records.columns++)
        h.telling.records.column[h.telling.records.columns] = columns[h.telling.records.columns];
    if (!h.telling.arena || !h.telling.problems ||
        !arena_guard(h.telling.arena, do_all, &h, &done)) {
        fputs("hnbsim: out of memory\n", stderr);
        if (h.whole.out)
            whole_drop(&h.whole);
        h.status = FAILED;
    }
    problems_free(h.telling.problems);
    arena_free(h.telling.arena);
    return h.status;
}
