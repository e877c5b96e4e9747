/* Spans of draws against a row of flags. */
#include <string.h>

#include <criterion/criterion.h>

#include "engine/run/spans.h"

enum { LINE = 97 };

static bool is_listed(const struct spans *spans, const bool done[LINE])
{
    bool said[LINE] = {false};
    uint64_t before = 0;

    for (size_t i = 0; i < spans->count; i++) {
        const struct span s = spans->span[i];
        if (s.first >= s.end || (i > 0 && s.first <= before))
            return false;
        before = s.end;
        for (uint64_t d = s.first; d < s.end; d++)
            said[d] = true;
    }
    return memcmp(said, done, sizeof said) == 0;
}

/* Every draw once, in an order that a step prime to the number gives. */
Test(spans, they_join_whatever_the_order)
{
    for (uint64_t step = 1; step < LINE; step++) {
        struct spans spans = {0};
        bool done[LINE] = {false};

        for (uint64_t i = 0; i < LINE; i++) {
            const uint64_t at = i * step % LINE;
            done[at] = true;
            cr_assert(spans_add(&spans, (struct span){at, at + 1}));
            cr_assert(is_listed(&spans, done));
            cr_assert_eq(spans_draws(&spans), i + 1);
            const struct span gap = spans_gap(&spans, (struct span){0, LINE});
            uint64_t first = 0, end;
            while (first < LINE && done[first])
                first++;
            for (end = first; end < LINE && !done[end];)
                end++;
            cr_assert(gap.first == first && gap.end == end);
        }
        cr_assert_eq(spans.count, 1);
        spans_finish(&spans);
    }
}

Test(spans, what_two_share_is_found)
{
    struct spans a = {0}, b = {0};

    spans_add(&a, (struct span){0, 64});
    spans_add(&a, (struct span){128, 192});
    spans_add(&b, (struct span){64, 128});
    spans_add(&b, (struct span){192, 300});
    cr_expect(spans_shared(&a, &b).first == spans_shared(&a, &b).end);
    spans_add(&b, (struct span){400, 500});
    spans_add(&a, (struct span){450, 600});
    cr_expect(spans_shared(&a, &b).first == 450 && spans_shared(&a, &b).end == 500);
    cr_expect(spans_shared(&b, &a).first == 450 && spans_shared(&b, &a).end == 500);
    spans_finish(&a);
    spans_finish(&b);
}
