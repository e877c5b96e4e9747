/* Problems as data. */
#include <stdlib.h>

#include "library/held.h"

struct hnb_problems *hnb_problems_new(void)
{
    struct hnb_problems *problems = calloc(1, sizeof *problems);

    if (!problems)
        return NULL;
    problems->all = problems_new();
    if (problems->all)
        return problems;
    free(problems);
    return NULL;
}

void hnb_problems_free(struct hnb_problems *problems)
{
    if (!problems)
        return;
    problems_free(problems->all);
    free(problems);
}

void hnb_problems_clear(struct hnb_problems *problems)
{
    if (problems)
        problems_clear(problems->all);
}

int hnb_problems_count(const struct hnb_problems *problems)
{
    return problems ? problems_count(problems->all) : 0;
}

bool hnb_problems_get(const struct hnb_problems *problems, int n, struct hnb_problem *out)
{
    if (n < 0 || n >= hnb_problems_count(problems))
        return false;
    const int which = problems_printed(problems->all, n);
    const struct place at = problems_place(problems->all, which);
    *out = (struct hnb_problem){.file = at.file ? at.file : "",
                                .line = at.line,
                                .column = at.column,
                                .length = at.length,
                                .text = problems_text(problems->all, which),
                                .hint = problems_hint(problems->all, which)};
    return true;
}

bool hearing_begin(struct hearing *hearing, struct hnb_problems *problems)
{
    *hearing = (struct hearing){problems ? problems->all : problems_new(), !problems};
    return hearing->problems;
}

void hearing_end(struct hearing *hearing)
{
    if (hearing->own)
        problems_free(hearing->problems);
}

bool out_of_memory(struct problems *problems)
{
    return problem(problems, (struct place){0}, "out of memory");
}
