/* Many draws of a session's scenarios: on which level, how many threads, and until when. */
#include "cli/draws.h"

#include <signal.h>
#include <unistd.h>

#include "cli/keep.h"
#include "cli/parts.h"
#include "cli/watcher.h"
#include "engine/base/text.h"
#include "engine/run/ranks.h"
#include "library/drawing.h"

/* Set from outside, or by a draw that cannot be kept: end at the next batch. */
static atomic_bool stop;

/* Which signal did; 0 when none has. */
static volatile sig_atomic_t signalled;

double draws_unit(const struct drawn *drawn, double whole)
{
    return together_unit(&drawn->is->figure, whole);
}

static void interrupt(int signal)
{
    signalled = signal;
    atomic_store(&stop, true);
}

/* Once: the second time it kills. What is ignored, as in the background, stays so. */
static void heed(int number)
{
    const struct sigaction heeded = {.sa_handler = interrupt, .sa_flags = (int)SA_RESETHAND};
    struct sigaction before;

    if (sigaction(number, NULL, &before) == 0 && before.sa_handler == SIG_DFL)
        sigaction(number, &heeded, NULL);
}

static void unheed(int number)
{
    struct sigaction now;

    if (sigaction(number, NULL, &now) == 0 && now.sa_handler == interrupt)
        signal(number, SIG_DFL);
}

static int threads(const struct options *options)
{
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);

    if (options->threads > 0)
        return options->threads;
    if (ranks_count() > 1)
        return 1;
    return processors > 0 ? (int)processors : 1;
}

/* Figures lie scenario by scenario, then the differences so. */
static int whose(const struct draws *draws, const struct kept_figure *is)
{
    return is->scenario + (is->difference ? draws->together->scenarios : 0);
}

static void find_firsts(const struct session *session, struct draws *draws)
{
    const int kinds = 2 * draws->together->scenarios;

    draws->first = ARENA_ARRAY(session->arena, int, kinds + 1);
    for (int i = draws->together->figures - 1; i >= 0; i--)
        draws->first[whose(draws, &draws->together->figure[i])] = i;
    draws->first[kinds] = draws->together->figures;
    for (int k = kinds - 1; k > 0; k--)
        if (draws->first[k] == 0)
            draws->first[k] = draws->first[k + 1];
}

static void sort_all(const struct session *session, struct draws *draws, struct batch_kept *batch)
{
    const struct together *together = draws->together;

    draws->nought.count = (int64_t)batch->draws;
    draws->count = batch->draws;
    draws->kind = batch->kind;
    find_firsts(session, draws);
    drawing_sort(together, batch);
    for (int i = 0; i < together->figures; i++) {
        const struct kept_figure *is = &together->figure[i];
        draws->drawn[i] = (struct drawn){is, drawing_sample(is, batch, &draws->nought)};
    }
}

static void complain(const struct session *session, int wrong)
{
    const int year = session->outcome[0].plan->area->base + wrong % LEVEL_UNBALANCED;

    if (wrong < 0)
        fputs("hnbsim: out of memory\n", stderr);
    else if (wrong < LEVEL_UNBALANCED)
        fprintf(stderr, "hnbsim: some draw's figures of %d-%02d are too large to be kept\n", year,
                (year + 1) % 100);
    else
        fprintf(stderr, "hnbsim: some draw's pupils or pounds of %d-%02d do not balance\n", year,
                (year + 1) % 100);
}

/* This shard's draws, or all. */
static struct span share_of(const struct options *options)
{
    if (options->shards == 0)
        return (struct span){0, options->draws};
    return batch_share(options->draws, (uint64_t)options->shard - 1, (uint64_t)options->shards);
}

static struct batch_wanted wanted_of(const struct session *session, struct span span)
{
    const struct options *options = session->options;

    return (struct batch_wanted){.first = span.first,
                                 .draws = span.end - span.first,
                                 .kind = batch_kind(options->draws),
                                 .part = drawing_part(options->sampling, options->draws),
                                 .threads = threads(options),
                                 .every = session->every,
                                 .kept = options->keep ? keep_which(session) : NULL,
                                 .stop = &stop};
}

/* Draw a span, telling whoever waits and noting it in the checkpoint. */
static bool draw_span(const struct session *session, const struct drawing *drawing,
                      struct span span, struct batch_kept *kept)
{
    const struct batch_model model = drawing_model(drawing);
    struct batch_wanted wanted = wanted_of(session, span);
    struct watcher watcher = watcher_on(session, kept->room, kept->draws);

    if (watcher_needed(&watcher)) {
        wanted.watch = watcher_look;
        wanted.watcher = &watcher;
    }
    heed(SIGINT);
    heed(SIGTERM);
    const bool good = batch_more(&model, &wanted, kept);
    unheed(SIGINT);
    unheed(SIGTERM);
    if (!good || atomic_load(drawing->wrong) >= 0)
        complain(session, atomic_load(drawing->wrong));
    return watcher_end(&watcher, atomic_load(drawing->wrong) < 0 ? kept : NULL) && good &&
           atomic_load(drawing->wrong) < 0;
}

/* This rank's share of a span. */
static struct span own_share(struct span span)
{
    const struct span own =
        batch_share(span.end - span.first, (uint64_t)ranks_own(), (uint64_t)ranks_count());

    return (struct span){span.first + own.first, span.first + own.end};
}

/* One of the ranks that hand what they have drawn to the first. */
static bool draw_for_first(const struct session *session, const struct drawing *drawing,
                           struct span span)
{
    const struct batch_wanted wanted = wanted_of(session, own_share(span));
    struct batch_kept *kept = batch_new(drawing->together->measures, &wanted);
    const bool good = kept && draw_span(session, drawing, own_share(span), kept);

    parts_send(session, good ? kept : NULL);
    batch_free(kept);
    return good;
}

/* Draw a span with whatever other ranks there are. */
static bool draw_together(const struct session *session, const struct drawing *drawing,
                          struct span span, struct batch_kept *kept)
{
    bool good = draw_span(session, drawing, own_share(span), kept);

    for (int rank = 1; rank < ranks_count(); rank++)
        good = parts_receive(rank, kept) && good;
    return good;
}

/* Are all scenarios' last balances known as well as --until-se asks? */
static bool known(const struct session *session, const struct batch_kept *kept)
{
    for (int i = 0; i < session->together->figures; i++) {
        const struct kept_figure *is = &session->together->figure[i];
        if (!is->difference && is->measure >= 0 &&
            is->figure.year == session->outcome[is->scenario].scenario->last &&
            text_same(is->figure.measure, "cumulative balance") &&
            kept_mean_se(&kept->kept[is->measure]) > session->options->until * 100)
            return false;
    }
    return true;
}

/* How many draws to look at after so many: a fixed sequence, a quarter more each time. */
static uint64_t next_look(const struct options *options, uint64_t draws, uint64_t end)
{
    const uint64_t more = draws < 1024 ? 1024 - draws : draws / 4 / BATCH * BATCH;

    return options->until > 0 && more < end - draws ? draws + more : end;
}

/*
 * One span after another, of which there is one but for --until-se. What a checkpoint has from
 * beyond a look was not enough at that look, or it would not go on: so only what ends there is
 * looked at.
 */
static bool draw_spans(const struct session *session, const struct drawing *drawing,
                       struct batch_kept *kept)
{
    const struct span all = share_of(session->options);
    struct span span = {all.first, all.first};
    bool more = true, good = true;

    while (more && good) {
        span = (struct span){span.end, next_look(session->options, span.end, all.end)};
        good = ranks_own() > 0 ? draw_for_first(session, drawing, span)
                               : draw_together(session, drawing, span, kept);
        session->draws->reached = good && session->options->until > 0 && ranks_own() == 0 &&
                                  kept->draws == span.end && known(session, kept);
        more = ranks_told(good && span.end < all.end && !session->draws->reached &&
                          !atomic_load(&stop));
    }
    return good;
}

/* Drawn, or put together from parts. False after saying on stderr what is wrong. */
static bool fill(const struct session *session, struct draws *draws)
{
    atomic_int wrong;
    const struct drawing drawing = {session->options->level, draws->together, &wrong, &stop};

    atomic_init(&wrong, -1);
    if (session->options->parts > 0)
        return parts_merge(session, draws->batch);
    if (session->options->checkpoint && !parts_resume(session, draws->batch))
        return false;
    return draw_spans(session, &drawing, draws->batch);
}

/* Only the first rank needs room for all. */
static struct batch_kept *room(const struct session *session)
{
    const struct span all = share_of(session->options);
    const struct batch_wanted wanted =
        wanted_of(session, ranks_own() > 0 ? (struct span){all.first, all.first} : all);
    struct batch_kept *kept = batch_new(session->together->measures, &wanted);

    if (!kept)
        fputs("hnbsim: out of memory\n", stderr);
    return kept;
}

bool draws_run(struct session *session)
{
    struct draws *draws = ARENA_NEW(session->arena, struct draws);

    session->draws = draws;
    draws->together = session->together;
    draws->drawn = ARENA_ARRAY(session->arena, struct drawn, draws->together->figures);
    draws->batch = room(session);
    const bool begun =
        session->options->parts > 0 ? draws->batch != NULL : ranks_agree(draws->batch);
    if (!begun || !fill(session, draws))
        return false;
    draws->count = draws->batch->draws;
    draws->wanted = draws->reached ? draws->count : draws->batch->room;
    draws->signal = draws->count < draws->wanted ? signalled : 0;
    return true;
}

bool draws_answer(const struct session *session)
{
    if (session->draws->count > 0)
        sort_all(session, session->draws, session->draws->batch);
    return session->draws->count > 0;
}

void draws_finish(struct draws *draws)
{
    if (draws) {
        batch_free(draws->batch);
        draws->batch = NULL;
    }
}

const struct drawn *draws_find(const struct draws *draws, int outcome, bool difference,
                               const char *measure, const char *item, int year)
{
    const int kind = outcome + (difference ? draws->together->scenarios : 0);

    for (int i = draws->first[kind]; i < draws->first[kind + 1]; i++) {
        const struct figure *figure = &draws->drawn[i].is->figure;
        if (figure->year == year && text_same(figure->measure, measure) &&
            text_same(figure->item, item))
            return &draws->drawn[i];
    }
    return NULL;
}
