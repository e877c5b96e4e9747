/* Read, compile, run, judge; and the digest of all that was read. */
#include "cli/session.h"

#include <string.h>

#include "cli/installed.h"
#include "engine/base/digest.h"
#include "engine/base/file.h"
#include "engine/base/text.h"
#include "include/hnbsim.h"
#include "models/idle.h"

enum { MOST_INPUT = 64 << 20 };

/* The same scenario with the kind of pupils that was asked for. */
static const struct scenario *with_pupils(struct session *session, const struct scenario *scenario)
{
    struct scenario *own = ARENA_NEW(session->arena, struct scenario);

    *own = *scenario;
    own->whole = text_same(session->options->pupils, "whole");
    return own;
}

static void read_one(struct session *session, int i)
{
    struct outcome *outcome = &session->outcome[i];

    outcome->scenario =
        installed_scenario(session->arena, session->problems, session->options->file[i]);
    if (outcome->scenario && session->options->pupils)
        outcome->scenario = with_pupils(session, outcome->scenario);
    if (outcome->scenario)
        outcome->plan = plan_compile(session->arena, session->problems, outcome->scenario);
}

static bool taken(const struct session *session, int before, const char *name)
{
    for (int i = 0; i < before; i++)
        if (text_same(session->outcome[i].name, name))
            return true;
    return false;
}

/* Rows of the same name could not be told apart: the second becomes "No change (2)". */
static void name_one(struct session *session, int i)
{
    const char *given = session->outcome[i].scenario->name, *name = given;

    for (int n = 2; taken(session, i, name); n++)
        name = arena_format(session->arena, "%s (%d)", given, n);
    session->outcome[i].name = name;
}

static void run_one(struct session *session, int i)
{
    struct outcome *outcome = &session->outcome[i];

    name_one(session, i);
    outcome->results = model_central(session->arena, outcome->plan);
    if (!results_exact(session->problems, outcome->results))
        return;
    outcome->findings =
        idle_judge(session->arena, outcome->results, rules_judge(session->arena, outcome->results));
    outcome->balance = results_balance(outcome->results);
}

/* Two scenarios are comparable in the years that both have. */
static void check_years(const struct session *session)
{
    const struct scenario *base = session->outcome[0].scenario;

    for (int i = 1; i < session->count; i++) {
        const struct scenario *other = session->outcome[i].scenario;

        if (other->first > base->last || other->last < base->first)
            problem(session->problems, (struct place){.file = other->file},
                    "its years, %d-%02d to %d-%02d, are none of those of '%s'", other->first,
                    (other->first + 1) % 100, other->last, (other->last + 1) % 100, base->file);
    }
}

static bool digest_inputs(const struct session *session, struct digest *digest)
{
    for (int i = 0; i < session->count; i++) {
        const struct scenario *scenario = session->outcome[i].scenario;

        for (int f = 0; f < scenario->inputs; f++) {
            const struct file_text input =
                file_read(session->arena, session->problems, scenario->input[f], MOST_INPUT,
                          (struct place){.file = scenario->file});
            if (!input.text)
                return false;
            digest_add(digest, i == 0 ? "base" : "other", input.text, input.length);
        }
    }
    return true;
}

/* Everything uncertain made ready to be drawn. */
static bool make_luck(struct session *session)
{
    const struct options *options = session->options;
    const struct plan **plan = ARENA_ARRAY(session->arena, const struct plan *, session->count);
    const struct luck_run run = {
        {options->seed, options->draws, options->sampling}, session->count, plan};

    for (int i = 0; i < session->count; i++)
        plan[i] = session->outcome[i].plan;
    for (int i = 0; options->draws > 0 && i < session->count; i++) {
        struct outcome *outcome = &session->outcome[i];
        const struct number *unsound = NULL;

        outcome->luck = luck_new(session->arena, outcome->plan, &run, &unsound);
        if (!outcome->luck)
            problem(session->problems, unsound->at, "this cannot be drawn");
    }
    return problems_count(session->problems) == 0;
}

static bool make_digest(struct session *session)
{
    struct digest *digest = digest_new();
    bool good = digest;

    if (!digest) {
        problem(session->problems, (struct place){0}, "out of memory");
        return false;
    }
    digest_add(digest, "hnbsim", hnb_version(), strlen(hnb_version()));
    if (session->options->draws > 0) {
        digest_add(digest, "seed", &session->options->seed, sizeof session->options->seed);
        digest_add(digest, "draws", &session->options->draws, sizeof session->options->draws);
        if (session->options->until > 0)
            digest_add(digest, "until", &session->options->until, sizeof session->options->until);
        for (int i = 0; i < session->count; i++) {
            const bool whole = session->outcome[i].plan->whole;
            digest_add(digest, "pupils", whole ? "w" : "e", 1);
            luck_digest(session->outcome[i].luck, session->outcome[i].plan, digest);
        }
    }
    good = digest_inputs(session, digest);
    digest_text(digest, session->digest);
    digest_free(digest);
    return good;
}

bool session_run(struct session *session)
{
    session->count = session->options->files;
    session->outcome = ARENA_ARRAY(session->arena, struct outcome, session->count);
    for (int i = 0; i < session->count; i++)
        read_one(session, i);
    if (problems_count(session->problems) == 0)
        check_years(session);
    if (problems_count(session->problems) > 0 || !make_luck(session) || !make_digest(session))
        return false;
    for (int i = 0; i < session->count; i++)
        run_one(session, i);
    return problems_count(session->problems) == 0;
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
