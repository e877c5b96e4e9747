/* Which draws are done: spans of whole numbers, rising, apart. */
#ifndef ENGINE_RUN_SPANS_H
#define ENGINE_RUN_SPANS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** From first to end - 1; empty when they are the same. */
struct span {
    uint64_t first, end;
};

/** {0} has none. */
struct spans {
    size_t count, room;
    struct span *span;
};

void spans_finish(struct spans *spans);

/** Make room for so many more, after which that many spans_add() cannot fail. */
bool spans_reserve(struct spans *spans, size_t more);

/** Put in a span that meets none of those there; it joins those it touches. False: no memory. */
bool spans_add(struct spans *spans, struct span span);

/** The first draws that both have; an empty span when there are none. */
struct span spans_shared(const struct spans *a, const struct spans *b);

/** The first draws of a span that are not there; an empty span when all are. */
struct span spans_gap(const struct spans *spans, struct span of);

/** How many draws in all. */
uint64_t spans_draws(const struct spans *spans);

#endif
