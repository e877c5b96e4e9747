/* Looks a few times a second; writing never takes more than a twentieth of the time. */
#include "cli/watcher.h"

#include <stdlib.h>
#include <unistd.h>

#include "cli/parts.h"
#include "engine/run/progress.h"

enum { PAUSE = 30, TIMES = 20 };

static const char wipe[] = "\r\033[K";

static double seconds_since(const struct watcher *w)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - w->start.tv_sec) + (double)(now.tv_nsec - w->start.tv_nsec) / 1e9;
}

/* Seconds between checkpoints: HNBSIM_CHECKPOINT_SECONDS, as for a try of it, or 30. */
static double usual_pause(void)
{
    const char *text = getenv("HNBSIM_CHECKPOINT_SECONDS");
    const double seconds = text ? strtod(text, NULL) : 0;

    return seconds > 0 ? seconds : PAUSE;
}

struct watcher watcher_on(const struct session *session, uint64_t wanted, uint64_t begun)
{
    struct watcher w = {.checkpoint = session->options->checkpoint,
                        .head = parts_head(session),
                        .wanted = wanted,
                        .begun = begun,
                        .pause = usual_pause(),
                        .shown = !session->options->quiet && isatty(STDERR_FILENO)};

    clock_gettime(CLOCK_MONOTONIC, &w.start);
    return w;
}

bool watcher_needed(const struct watcher *watcher) { return watcher->shown || watcher->checkpoint; }

static void paint(struct watcher *w, const struct batch_kept *sofar)
{
    char line[PROGRESS_LINE + 1];

    progress_line(sofar->draws, w->begun, w->wanted, seconds_since(w), PROGRESS_LINE - 1, line);
    fprintf(stderr, "%s%s", wipe, line);
    fflush(stderr);
    w->painted = true;
}

static void write_checkpoint(struct watcher *w, const struct batch_kept *kept)
{
    const double before = seconds_since(w);

    if (w->painted)
        fputs(wipe, stderr);
    if (!w->failed && !parts_write(&w->head, kept, w->checkpoint))
        w->failed = true;
    w->noted = seconds_since(w);
    if (w->pause < TIMES * (w->noted - before))
        w->pause = TIMES * (w->noted - before);
}

void watcher_look(void *watcher, const struct batch_kept *sofar)
{
    struct watcher *w = watcher;

    if (w->checkpoint && seconds_since(w) - w->noted >= w->pause)
        write_checkpoint(w, sofar);
    if (w->shown)
        paint(w, sofar);
}

bool watcher_end(struct watcher *watcher, const struct batch_kept *kept)
{
    if (kept && watcher->checkpoint)
        write_checkpoint(watcher, kept);
    if (watcher->painted)
        fputs(wipe, stderr);
    return !watcher->failed;
}
