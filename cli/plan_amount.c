/* What stands in a cell, as a number. */
#include "cli/plan_amount.h"

#include <math.h>
#include <string.h>

#include "engine/base/text.h"
#include "engine/yaml/value.h"

#define MOST_POUNDS 1e11

static bool is_space(const char *at, size_t *length)
{
    static const char *const spaces[] = {" ", "\t", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"};

    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++) {
        *length = strlen(spaces[i]);
        if (strncmp(at, spaces[i], *length) == 0)
            return true;
    }
    return false;
}

/* Without spaces, and with a plain minus: what is left is a number or is none. */
static char *tight(struct arena *arena, const char *text)
{
    static const char minus[] = "\xE2\x88\x92";
    char *tight = arena_text(arena, text, strlen(text)), *to = tight;
    size_t length;

    for (const char *from = text; *from;) {
        if (is_space(from, &length)) {
            from += length;
        } else if (strncmp(from, minus, sizeof minus - 1) == 0) {
            *to++ = '-';
            from += sizeof minus - 1;
        } else {
            *to++ = *from++;
        }
    }
    *to = '\0';
    return tight;
}

/* "(1,234)" and "£-5" with their sign before all; "-" and "£-" as a spreadsheet shows nought. */
static const char *signed_plainly(struct arena *arena, const char *typed)
{
    static const char pound[] = "\xC2\xA3";
    char *text = tight(arena, typed);
    const size_t length = strlen(text), sign = sizeof pound - 1;
    const bool pounds = strncmp(text, pound, sign) == 0;

    if (text_same(text, "-") || (pounds && text_same(text + sign, "-")))
        return "0";
    if (pounds && text[sign] == '-')
        return arena_format(arena, "-%s%s", pound, text + sign + 1);
    if (length > 2 && text[0] == '(' && text[length - 1] == ')' && text[1] != '-')
        return arena_format(arena, "-%.*s", (int)length - 2, text + 1);
    if (pounds && text[sign] == '(' && text[length - 1] == ')' && text[sign + 1] != '-')
        return arena_format(arena, "-%s%.*s", pound, (int)(length - sign) - 2, text + sign + 1);
    return text;
}

static bool no_number(struct arena *arena, struct problems *problems, const struct typed_cell *cell,
                      const char *where)
{
    const char *meant;

    if (cell->kind == TYPED_UNCALCULATED) {
        problem(problems, cell->at, "%sa formula that nothing has worked out", where);
        return problem_hint(problems, "open the workbook in a spreadsheet and save it");
    }
    problem(problems, cell->at, "%s'%s' is not an amount", where, cell->text);
    meant = cell->kind == TYPED_TEXT ? value_meant(arena, cell->text) : NULL;
    if (meant && !strchr(meant, '%'))
        return problem_hint(problems, "did you mean %s?", meant);
    return problem_hint(problems, "write it as 1234.56, £1,234.56 or -£1,234");
}

/* The number of a cell, and whether it was typed as text. */
static bool number_of(struct arena *arena, struct problems *problems, const struct typed_cell *cell,
                      const char *where, double *out)
{
    bool percent = false, pounds = false;

    *out = cell->number;
    if (cell->kind == TYPED_NUMBER)
        return true;
    return (cell->kind == TYPED_TEXT &&
            value_parse(signed_plainly(arena, cell->text), out, &percent, &pounds) && !percent) ||
           no_number(arena, problems, cell, where);
}

bool plan_amount(struct arena *arena, struct problems *problems, const struct typed_cell *cell,
                 const char *where, pence *out)
{
    double pounds;

    if (!number_of(arena, problems, cell, where, &pounds))
        return false;
    if (!(fabs(pounds) < MOST_POUNDS))
        return problem(problems, cell->at, "%s'%s' is more than £100,000 million", where,
                       cell->text);
    *out = pence_of_pounds(pounds);
    if (cell->kind == TYPED_NUMBER || fabs(pounds * 100 - (double)*out) < 1e-3)
        return true;
    problem(problems, cell->at, "%s'%s' has a part of a penny", where, cell->text);
    return problem_hint(problems, "write pounds and pence");
}

bool plan_pupils(struct arena *arena, struct problems *problems, const struct typed_cell *cell,
                 const char *where)
{
    double pupils;

    if (!number_of(arena, problems, cell, where, &pupils))
        return false;
    return pupils >= 0 ||
           problem(problems, cell->at, "%s'%s' is not a number of pupils", where, cell->text);
}
