/* An object a problem. */
#include "engine/output/problems_json.h"

#include <errno.h>

#include "engine/output/nested_json.h"

static void tell_one(const struct nested *to, struct place at, const char *message,
                     const char *hint)
{
    to->open(to->to, NULL, false);
    to->text(to->to, "file", at.file ? at.file : "");
    to->number(to->to, "line", at.line);
    to->number(to->to, "column", at.column);
    to->number(to->to, "length", at.length);
    to->text(to->to, "message", message);
    to->text(to->to, "hint", hint);
    to->close(to->to);
}

static void tell(const void *context, const struct nested *to)
{
    const struct problems *problems = context;
    const int kept = problems_kept(problems), beyond = problems_count(problems) - kept;
    char more[32];

    to->open(to->to, NULL, true);
    for (int i = 0; i < kept; i++) {
        const int n = problems_printed(problems, i);
        tell_one(to, problems_place(problems, n), problems_text(problems, n),
                 problems_hint(problems, n));
    }
    snprintf(more, sizeof more, "... and %d more", beyond);
    if (beyond > 0)
        tell_one(to, (struct place){0}, more, "");
    to->close(to->to);
}

bool problems_json(const struct problems *problems, FILE *out)
{
    errno = 0;
    const bool good = nested_json(out, tell, problems);

    if (!good && errno == 0)
        errno = ENOMEM;
    return good;
}
