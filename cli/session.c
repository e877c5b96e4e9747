/* What the library reads and runs, in a session's own terms. */
#include "cli/session.h"

#include <string.h>

#include "cli/input.h"
#include "cli/installed.h"
#include "engine/base/text.h"

static bool read_all(struct session *session)
{
    bool fine = true;

    for (int i = 0; i < session->count; i++) {
        struct source *source = ARENA_NEW(session->arena, struct source);
        const char *file =
            input_sought(session->arena, session->problems, session->options->file[i]);
        fine = file &&
               source_read(session->arena, session->problems, file, installed_reading(), source) &&
               fine;
        session->outcome[i].source = source;
    }
    return fine;
}

/* The kind of pupils that was asked for. */
static enum pupils_of_run pupils_of(const struct options *options)
{
    if (!options->pupils)
        return PUPILS_AS_WRITTEN;
    return text_same(options->pupils, "whole") ? PUPILS_WHOLE : PUPILS_EXPECTED;
}

struct preparing session_preparing(const struct session *session)
{
    const struct options *options = session->options;

    return (struct preparing){.arena = session->arena,
                              .problems = session->problems,
                              .seed = options->seed,
                              .draws = options->draws,
                              .until = options->until,
                              .sampling = options->sampling,
                              .pupils = pupils_of(options),
                              .count = session->count,
                              .outcome = session->outcome};
}

bool session_run(struct session *session)
{
    session->count = session->options->files;
    session->outcome = ARENA_ARRAY(session->arena, struct outcome, session->count);
    const struct preparing preparing = session_preparing(session);
    struct prepared prepared;
    if (!read_all(session) || !outcomes_prepare(&preparing, &prepared))
        return false;
    memcpy(session->digest, prepared.digest, sizeof session->digest);
    session->together = prepared.together;
    session->every = prepared.every;
    return true;
}

bool session_balances(const struct session *session)
{
    bool all = true;

    for (int i = 0; i < session->count; i++) {
        const struct balance *balance = &session->outcome[i].balance;
        const int base = session->outcome[i].plan->area->base;

        if (balance->holds)
            continue;
        all = false;
        fprintf(stderr, "hnbsim: '%s' does not balance: ", session->outcome[i].name);
        if (balance->pounds != 0)
            fprintf(stderr, "%lld pence of '%s' in %d-%02d\n", (long long)balance->pounds,
                    balance->pounds_line, base + balance->pounds_year,
                    (base + balance->pounds_year + 1) % 100);
        else
            fprintf(stderr, "%g pupils in January %d\n", balance->pupils,
                    base + balance->pupils_census);
    }
    return all;
}

bool session_unlawful(const struct session *session)
{
    for (int i = 0; i < session->count; i++)
        if (findings_unlawful(session->outcome[i].findings))
            return true;
    return false;
}
