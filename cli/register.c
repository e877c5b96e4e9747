/* The register of models/register.h, as cells and for people. */
#include "cli/register.h"

const char *const register_columns[REGISTER_COLUMNS + 1] = {
    "founded", "what",      "value", "status", "source", "owner",
    "agreed",  "review by", "later", "note",   NULL};

bool register_row(const struct registry *r, int row, const char *cells[REGISTER_COLUMNS])
{
    if (row >= r->count)
        return false;
    registered_cells(&r->item[row], cells);
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

void register_print(struct screen screen, struct arena *arena, const struct registry *r)
{
    for (int i = 0; i < r->count; i++) {
        const struct registered *e = &r->item[i];
        const bool whatever = e->founded == OVERDUE || e->founded == RESIDUAL;
        const char *status = whatever ? status_name(e->footing->status) : "";

        if (i == 0 || e->founded != r->item[i - 1].founded) {
            if (i > 0)
                putc('\n', screen.out);
            screen_heading(screen, founded_name(e->founded));
        }
        screen_text(screen, 4,
                    arena_format(arena, "  - %s: %s%s%s%s", e->what, e->value, *status ? "; " : "",
                                 status, beside(arena, e->footing)));
    }
}
