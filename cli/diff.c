/* hnbsim diff A B: what differs between two scenarios' inputs, in sentences. */
#include "cli/cli.h"
#include "cli/installed.h"
#include "cli/told.h"
#include "models/difference.h"
#include "models/plan.h"

static const char *const columns[] = {"about", "what", "a", "b", "when", "text", NULL};

/** Both, and what differs. */
struct compared {
    const struct scenario *scenario[2];
    const struct differences *all;
};

/* A scenario as it is read and compiled. */
static const struct scenario *read_one(struct telling *t, int i)
{
    const struct scenario *scenario =
        installed_scenario(t->arena, t->problems, t->options->file[i]);

    return scenario && plan_compile(t->arena, t->problems, scenario) ? scenario : NULL;
}

static bool work(struct telling *t)
{
    struct compared *c = ARENA_NEW(t->arena, struct compared);

    for (int i = 0; i < 2; i++)
        c->scenario[i] = read_one(t, i);
    if (!c->scenario[0] || !c->scenario[1])
        return false;
    c->all = differences_of(t->arena, c->scenario[0], c->scenario[1]);
    for (int i = 0; i < c->all->count; i++) {
        const struct difference *d = &c->all->item[i];
        told_add(t, (const char *[]){d->about,
                                     arena_format(t->arena, "%s%s%s", d->before, d->who, d->after),
                                     d->a, d->b, d->when, d->text});
    }
    t->context = c;
    return true;
}

static void show(struct screen screen, struct telling *t)
{
    const struct compared *c = t->context;

    for (int i = 0; i < 2; i++)
        screen_text(screen, 3,
                    arena_format(t->arena, "%c: %s (%s)", "AB"[i], c -> scenario[i] -> name,
                                 c -> scenario[i] -> file));
    putc('\n', screen.out);
    if (c->all->count == 0)
        screen_text(screen, 0, "Their inputs are the same.");
    for (int i = 0; i < c->all->count; i++) {
        const struct difference *d = &c->all->item[i];
        screen_text(screen, d->detail ? 6 : 4,
                    arena_format(t->arena, d->detail ? "    - %s" : "  - %s", d->text));
    }
}

int diff_command(const struct options *options)
{
    return told(options, "differences", columns, work, show);
}
