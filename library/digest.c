/* The digest of a run, which two runs of the same bytes have. */
#include "engine/base/digest.h"

#include <string.h>

#include "library/held.h"

static void add_draws(struct digest *digest, const struct hnb_results *results,
                      const struct hnb_wanted *wanted)
{
    const uint64_t seed = wanted->seed > 0 ? wanted->seed : 1;

    digest_add(digest, "seed", &seed, sizeof seed);
    digest_add(digest, "draws", &wanted->draws, sizeof wanted->draws);
    for (int i = 0; i < results->count; i++) {
        const struct outcome *outcome = &results->outcome[i];
        digest_add(digest, "pupils", outcome->plan->whole ? "w" : "e", 1);
        luck_digest(outcome->luck, outcome->plan, digest);
    }
}

static void add_inputs(struct digest *digest, const struct held *held, const char *which)
{
    for (int f = 0; f < held->scenario->inputs; f++)
        digest_add(digest, which, held->input[f].text, held->input[f].length);
    for (int i = 0; i < held->insteads; i++) {
        const struct instead *instead = &held->instead[i];
        digest_add(digest, "set", instead->path, strlen(instead->path));
        digest_add(digest, "to", instead->value, strlen(instead->value));
    }
}

void inputs_digest(struct hnb_results *results, const struct hnb_wanted *wanted)
{
    struct digest *digest = digest_new();

    if (!digest)
        arena_exhausted(results->arena);
    digest_add(digest, "hnbsim", hnb_version(), strlen(hnb_version()));
    if (wanted->draws > 0)
        add_draws(digest, results, wanted);
    for (int i = 0; i < results->count; i++)
        add_inputs(digest, results->outcome[i].held, i == 0 ? "base" : "other");
    digest_text(digest, results->digest);
    digest_free(digest);
}

bool done_digest(struct hnb_results *results)
{
    const struct spans *done = &results->batch->done;
    struct digest *some = digest_new();

    if (!some)
        return false;
    digest_add(some, "run", results->digest, 64);
    digest_add(some, "done", done->span, done->count * sizeof *done->span);
    digest_text(some, results->digest);
    digest_free(some);
    return true;
}
