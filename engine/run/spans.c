/* A short sorted list: a run has as many spans as it has threads, and few of them. */
#include "engine/run/spans.h"

#include <stdlib.h>
#include <string.h>

void spans_finish(struct spans *spans)
{
    free(spans->span);
    *spans = (struct spans){0};
}

bool spans_reserve(struct spans *spans, size_t more)
{
    if (spans->room - spans->count >= more)
        return true;
    const size_t room = spans->count + more;
    struct span *grown = realloc(spans->span, room * sizeof *grown);
    if (!grown)
        return false;
    spans->span = grown;
    spans->room = room;
    return true;
}

static void close_up(struct spans *spans, size_t at)
{
    spans->count--;
    memmove(&spans->span[at], &spans->span[at + 1], (spans->count - at) * sizeof *spans->span);
}

static void open_up(struct spans *spans, size_t at, struct span span)
{
    memmove(&spans->span[at + 1], &spans->span[at], (spans->count - at) * sizeof *spans->span);
    spans->span[at] = span;
    spans->count++;
}

bool spans_add(struct spans *spans, struct span span)
{
    struct span *all;
    size_t at = spans->count;

    if (span.first >= span.end)
        return true;
    while (at > 0 && spans->span[at - 1].first > span.first)
        at--;
    all = spans->span;
    if (at > 0 && all[at - 1].end == span.first) {
        all[at - 1].end = span.end;
        if (at < spans->count && all[at].first == span.end) {
            all[at - 1].end = all[at].end;
            close_up(spans, at);
        }
        return true;
    }
    if (at < spans->count && all[at].first == span.end) {
        all[at].first = span.first;
        return true;
    }
    if (spans->count == spans->room && !spans_reserve(spans, spans->count + 8))
        return false;
    open_up(spans, at, span);
    return true;
}

struct span spans_shared(const struct spans *a, const struct spans *b)
{
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        const struct span x = a->span[i], y = b->span[j];
        const struct span both = {x.first > y.first ? x.first : y.first,
                                  x.end < y.end ? x.end : y.end};

        if (both.first < both.end)
            return both;
        if (x.end < y.end)
            i++;
        else
            j++;
    }
    return (struct span){0, 0};
}

struct span spans_gap(const struct spans *spans, struct span of)
{
    for (size_t i = 0; i < spans->count; i++) {
        const struct span there = spans->span[i];

        if (there.first > of.first)
            return (struct span){of.first, there.first < of.end ? there.first : of.end};
        if (there.end > of.first)
            of.first = there.end;
        if (of.first >= of.end)
            return (struct span){of.end, of.end};
    }
    return of;
}

uint64_t spans_draws(const struct spans *spans)
{
    uint64_t draws = 0;

    for (size_t i = 0; i < spans->count; i++)
        draws += spans->span[i].end - spans->span[i].first;
    return draws;
}
