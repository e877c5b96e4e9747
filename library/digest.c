/* The digest of a run, which two runs of the same bytes have. */
#include "engine/base/digest.h"

#include <string.h>

#include "include/hnbsim.h"
#include "library/outcome.h"

static void add_draws(struct digest *digest, const struct preparing *p)
{
    digest_add(digest, "seed", &p->seed, sizeof p->seed);
    digest_add(digest, "draws", &p->draws, sizeof p->draws);
    if (p->until > 0)
        digest_add(digest, "until", &p->until, sizeof p->until);
    for (int i = 0; i < p->count; i++) {
        const struct outcome *outcome = &p->outcome[i];
        digest_add(digest, "pupils", outcome->plan->whole ? "w" : "e", 1);
        luck_digest(outcome->luck, outcome->plan, digest);
    }
}

static void add_inputs(struct digest *digest, const struct source *source, const char *which)
{
    for (int f = 0; f < source->scenario->inputs; f++)
        digest_add(digest, which, source->input[f].text, source->input[f].length);
    for (int i = 0; i < source->insteads; i++) {
        const struct instead *instead = &source->instead[i];
        digest_add(digest, "set", instead->path, strlen(instead->path));
        digest_add(digest, "to", instead->value, strlen(instead->value));
    }
}

void outcomes_digest(const struct preparing *p, char text[65])
{
    struct digest *digest = digest_new();

    if (!digest)
        arena_exhausted(p->arena);
    digest_add(digest, "hnbsim", hnb_version(), strlen(hnb_version()));
    if (p->draws > 0)
        add_draws(digest, p);
    for (int i = 0; i < p->count; i++)
        add_inputs(digest, p->outcome[i].source, i == 0 ? "base" : "other");
    digest_text(digest, text);
    digest_free(digest);
}

bool digest_of_done(const struct spans *done, char text[65])
{
    struct digest *some = digest_new();

    if (!some)
        return false;
    digest_add(some, "run", text, 64);
    digest_add(some, "done", done->span, done->count * sizeof *done->span);
    digest_text(some, text);
    digest_free(some);
    return true;
}
