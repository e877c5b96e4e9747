/* hnbsim explain SCENARIO: how one figure came about, leaf by leaf. */
#include "cli/explain.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/mistakes.h"
#include "cli/show.h"
#include "cli/spares.h"
#include "cli/view.h"
#include "engine/output/whole.h"

enum { CEILING = 1 << 30 };

/** What is held while the arena may jump. */
struct explaining {
    struct session session;
    struct answer answer;
    struct whole whole;
    int status;
};

static bool lists(const struct options *options)
{
    return options->lines || (!options->line && !options->pupils_of);
}

static void write_table(const struct explaining *x)
{
    const struct screen screen = screen_on(x->whole.out, getenv("NO_COLOR"));

    view_unlawful(screen, &x->session);
    if (lists(x->session.options))
        explain_list(screen, &x->answer);
    else
        explain_table(screen, &x->answer);
}

static void write_out(const struct explaining *x)
{
    const bool list = lists(x->session.options);

    if (x->session.options->format == AS_TABLE)
        write_table(x);
    else if (x->session.options->format == AS_CSV)
        (list ? explain_list_csv : explain_csv)(&x->answer, x->whole.out);
    else
        (list ? explain_list_json : explain_json)(&x->answer, x->whole.out);
}

static int write_all(struct explaining *x)
{
    if (!whole_open(&x->whole, x->session.options->output))
        return mistakes_unwritten(x->whole.path, x->whole.error);
    errno = 0;
    write_out(x);
    if (ferror(x->whole.out)) {
        x->whole.error = errno ? errno : EIO;
        whole_drop(&x->whole);
        return mistakes_unwritten(x->whole.path, x->whole.error);
    }
    if (!whole_keep(&x->whole))
        return mistakes_unwritten(x->whole.path, x->whole.error);
    if (x->session.options->format != AS_TABLE || strcmp(x->session.options->output, "-") != 0)
        view_unlawful(screen_on(stderr, getenv("NO_COLOR")), &x->session);
    return session_unlawful(&x->session) ? UNLAWFUL_AS_DRAWN : DONE;
}

static bool work(void *context)
{
    struct explaining *x = context;

    x->status = MISTAKES;
    if (!session_run(&x->session)) {
        x->status = mistakes_tell(x->session.problems, x->session.options);
        return true;
    }
    if (!session_balances(&x->session)) {
        x->status = FAILED;
        return true;
    }
    if (!spares_inputs(x->session.problems, x->session.options, "--output",
                       x->session.options->output))
        return true;
    x->answer.session = &x->session;
    x->answer.explainer = explainer_new(x->session.arena, x->session.outcome[0].plan);
    if (explain_ask(&x->answer))
        x->status = write_all(x);
    return true;
}

int explain_command(const struct options *options)
{
    struct explaining x = {.session = {.options = options,
                                       .command = "explain",
                                       .arena = arena_new(CEILING),
                                       .problems = problems_new()},
                           .status = FAILED};
    bool done;

    if (!x.session.arena || !x.session.problems || !arena_guard(x.session.arena, work, &x, &done)) {
        fputs("hnbsim: out of memory\n", stderr);
        if (x.whole.out)
            whole_drop(&x.whole);
        x.status = FAILED;
    }
    problems_free(x.session.problems);
    arena_free(x.session.arena);
    return x.status;
}
