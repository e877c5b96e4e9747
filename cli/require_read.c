/* The grammar of a requirement: P(cumulative balance[2024-25] >= -20m) of "3 Outreach" >= 0.8. */
#include <math.h>
#include <string.h>

#include "cli/require.h"
#include "engine/base/text.h"
#include "engine/base/utf8.h"
#include "engine/yaml/value.h"

enum { MOST_WORDS = 4 };

static const char source[] = "--require";

/** A piece of the text. */
struct piece {
    const char *start, *end;
};

/** A comparison with a number. */
struct comparison {
    bool least, strict, percent, pounds;
    double number;
    struct piece number_at;
};

/** One requirement being read. */
struct reading {
    struct session *session;
    struct requirement *requirement;
    int line;       /* which of them, from 1 */
    const char *at; /* how far */
    struct piece head, measure, word[MOST_WORDS + 1], scenario;
    int words;
    bool share;
    struct comparison inner, outer;
};

static struct place where(const struct reading *r, struct piece piece)
{
    const char *text = r->requirement->text;

    return (struct place){source, r->line, utf8_count(text, (size_t)(piece.start - text)) + 1,
                          utf8_count(piece.start, (size_t)(piece.end - piece.start))};
}

/* Note what is wrong, and what was meant or is allowed. */
static bool wrong(const struct reading *r, struct piece piece, const char *what, const char *hint)
{
    problem(r->session->problems, where(r, piece), "%s", what);
    if (*hint)
        problem_hint(r->session->problems, "%s", hint);
    return false;
}

static const char *copy(const struct reading *r, struct piece piece)
{
    return arena_text(r->session->arena, piece.start, (size_t)(piece.end - piece.start));
}

static struct piece trimmed(const char *start, const char *end)
{
    while (start < end && *start == ' ')
        start++;
    while (end > start && end[-1] == ' ')
        end--;
    return (struct piece){start, end};
}

static struct piece here(const struct reading *r)
{
    return (struct piece){r->at, r->at + (*r->at != '\0')};
}

static void skip_spaces(struct reading *r) { r->at += strspn(r->at, " "); }

static bool take(struct reading *r, const char *token)
{
    skip_spaces(r);
    if (strncmp(r->at, token, strlen(token)) != 0)
        return false;
    r->at += strlen(token);
    return true;
}

static bool read_operator(struct reading *r, struct comparison *c)
{
    static const struct {
        const char *token;
        bool least, strict;
    } operators[] = {
        {">=", true, false}, {"<=", false, false}, {">", true, true}, {"<", false, true}};

    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (take(r, operators[i].token)) {
            c->least = operators[i].least;
            c->strict = operators[i].strict;
            return true;
        }
    return wrong(r, here(r), "a comparison is missing here", "one of >=, <=, > and <");
}

/* An operator, then a number that goes on to one of these letters, or to the end. */
static bool read_comparison(struct reading *r, struct comparison *c, const char *until)
{
    if (!read_operator(r, c))
        return false;
    c->number_at = trimmed(r->at, r->at + strcspn(r->at, until));
    r->at += strcspn(r->at, until);
    const char *number = copy(r, c->number_at);
    if (value_parse(number, &c->number, &c->percent, &c->pounds))
        return true;
    const char *meant = value_meant(r->session->arena, number);
    return wrong(r, c->number_at, arena_format(r->session->arena, "'%s' is not a number", number),
                 meant ? arena_format(r->session->arena, "did you mean '%s'?", meant)
                       : "as in -20m, £200k, 1,200 or 50%");
}

/* A name, in quotes if it has any of the letters that end one. */
static bool read_name(struct reading *r, const char *until, struct piece *out)
{
    skip_spaces(r);
    if (*r->at != '"' && *r->at != '\'') {
        const char *start = r->at;
        r->at += strcspn(r->at, until);
        *out = trimmed(start, r->at);
        return true;
    }
    const char *end = strchr(r->at + 1, *r->at);
    if (!end)
        return wrong(r, here(r), "this quote is not closed", "");
    *out = (struct piece){r->at + 1, end};
    r->at = end + 1;
    skip_spaces(r);
    return true;
}

/* "[special, 2025-01]": the last is when. */
static bool read_words(struct reading *r)
{
    do {
        struct piece *word = &r->word[r->words];
        if (!read_name(r, ",]", word))
            return false;
        if (word->start == word->end)
            return wrong(r, here(r), "something is missing here",
                         "a year, and before it what is meant, as in pupils[special, 2025-01]");
        if (++r->words > MOST_WORDS)
            return wrong(r, *word, "there is too much between these brackets", "");
    } while (take(r, ","));
    return take(r, "]") || wrong(r, here(r), "a ']' is missing here", "");
}

static bool read_figure(struct reading *r)
{
    const char *start = r->at;

    r->at += strcspn(r->at, "[()<>");
    r->measure = trimmed(start, r->at);
    if (r->measure.start == r->measure.end)
        return wrong(r, here(r), "a measure is missing here", "as in cumulative balance[2024-25]");
    if (!take(r, "["))
        return wrong(r, r->measure,
                     arena_format(r->session->arena, "'%s' needs its year in square brackets",
                                  copy(r, r->measure)),
                     "as in cumulative balance[2024-25]");
    return read_words(r);
}

static bool no_statistic(const struct reading *r, const char *name)
{
    static const char *const names[] = {"P", "mean", "sd", "p05", "median", "p95", "central"};
    const int near = text_nearest(name, names, sizeof names / sizeof *names);
    struct arena *arena = r->session->arena;

    return wrong(
        r, r->head,
        *name ? arena_format(arena, "'%s' is no statistic", name) : "a statistic is missing here",
        near >= 0 && *name ? arena_format(arena, "did you mean '%s'?", names[near])
                           : "P, mean, sd, median, p05 (or any p with a number) or central, and "
                             "perhaps 'difference' after it");
}

/* "mean", "p10 difference": which statistic, and of what. */
static bool read_head(struct reading *r)
{
    static const char difference[] = " difference";
    struct requirement *requirement = r->requirement;
    const size_t length = strcspn(r->at, "(");
    const char *name, *last;

    r->head = trimmed(r->at, r->at + length);
    name = copy(r, r->head);
    if (r->at[length] == '\0')
        return wrong(r, r->head, "a statistic has what it is of in round brackets",
                     "as in mean(in-year balance[2030-31]) >= 0");
    r->at += length + 1;
    last = strrchr(name, ' ');
    if (last && text_same(last, difference)) {
        requirement->difference = true;
        name = arena_text(r->session->arena, name, (size_t)(last - name));
    }
    r->share = text_same(name, "P");
    requirement->central = text_same(name, "central");
    return r->share || requirement->central || statistic_named(name, &requirement->which) ||
           no_statistic(r, name);
}

static bool read_all(struct reading *r)
{
    if (!read_head(r) || !read_figure(r) || (r->share && !read_comparison(r, &r->inner, ")")))
        return false;
    if (!take(r, ")"))
        return wrong(r, here(r), "a ')' is missing here",
                     r->share ? "" : "only P() has a comparison in its brackets");
    if (take(r, "of ") && !read_name(r, "<>=", &r->scenario))
        return false;
    return read_comparison(r, &r->outer, "");
}

/* Which scenario is asked of: -1 for all; -2 when there is none of that name. */
static int which_scenario(const struct reading *r)
{
    const struct session *session = r->session;
    const char **names = ARENA_ARRAY(session->arena, const char *, session->count);
    const char *name = r->scenario.start ? copy(r, r->scenario) : NULL;

    for (int i = 0; i < session->count; i++) {
        names[i] = session->outcome[i].name;
        if (text_alike(names[i], name))
            return i;
    }
    if (!name)
        return -1;
    wrong(r, r->scenario, arena_format(session->arena, "there is no scenario '%s'", name),
          text_meant(session->arena, name, "they are", names, session->count));
    return -2;
}

static bool find_figure(const struct reading *r, int only)
{
    const char *words[MOST_WORDS + 1] = {NULL};
    const struct wanted_figure wanted = {copy(r, r->measure), words, only};
    struct misfit misfit;

    for (int i = 0; i < r->words; i++)
        words[i] = copy(r, r->word[i]);
    return require_find(r->session, r->requirement, &wanted, &misfit) ||
           wrong(r, misfit.word < 0 ? r->measure : r->word[misfit.word], misfit.what, misfit.hint);
}

/* May a figure of this unit be compared with such a number? */
static bool fits_unit(const struct reading *r, const struct comparison *c)
{
    const enum measure_unit unit = r->requirement->unit;

    if (c->pounds && unit != UNIT_POUNDS)
        return wrong(r, c->number_at, "the figure is not in pounds", "leave the £ out");
    if (c->percent && unit != UNIT_SHARE)
        return wrong(r, c->number_at, "the figure is not a share", "leave the % out");
    if (unit == UNIT_SHARE && fabs(c->number) > 1)
        return wrong(r, c->number_at, "a share is from 0 to 1", "or from 0% to 100%");
    return true;
}

/* No number of draws shows that something is certain. */
static bool fits_share(const struct reading *r)
{
    const struct comparison *c = &r->outer;

    if (c->pounds || !(c->number > 0 && c->number < 1))
        return wrong(r, c->number_at, "draws can show a probability between 0 and 1 alone",
                     "as in 0.95 or 95%");
    return true;
}

/* The least whole number that is not below; a number that is whole but for rounding is whole. */
static int64_t whole_from(double number, bool beyond)
{
    const double near = floor(number + 0.5);
    const bool is_whole = fabs(number - near) <= 1e-9 * fmax(1, fabs(number));

    return (int64_t)(is_whole ? near + beyond : ceil(number));
}

/* P(x >= limit), with > and <= about the whole number after it. */
static bool set_share(struct reading *r)
{
    const struct comparison *c = &r->inner;
    const double scale = r->requirement->unit == UNIT_POUNDS ? 100 : MEASURES_MILLIONTHS;

    if (fabs(c->number * scale) > 0x1p53)
        return wrong(r, c->number_at, "no figure is that large", "");
    r->requirement->which =
        (struct statistic){.kind = c->least ? STATISTIC_AT_LEAST : STATISTIC_BELOW,
                           .limit = whole_from(c->number * scale, c->least == c->strict)};
    return fits_unit(r, c) && fits_share(r);
}

static bool set_bound(struct reading *r)
{
    struct requirement *requirement = r->requirement;
    const double scale = requirement->unit == UNIT_POUNDS ? 100 : MEASURES_MILLIONTHS;

    requirement->least = r->outer.least;
    requirement->strict = r->outer.strict;
    requirement->bound = r->outer.number * (r->share ? 1 : scale);
    return r->share ? set_share(r) : fits_unit(r, &r->outer);
}

/* Are there draws, and enough of them for a quantile? */
static bool can_tell(const struct reading *r)
{
    const struct requirement *requirement = r->requirement;
    const struct statistic *which = &requirement->which;
    struct arena *arena = r->session->arena;
    const uint64_t draws = r->session->options->draws;
    const bool quantile = !r->share && which->kind == STATISTIC_QUANTILE;

    if (requirement->central)
        return true;
    if (draws == 0)
        return wrong(r, r->head, "this is of draws", "add --draws 1,000, or ask for central");
    if (quantile && draws < kept_supports(which->p))
        return wrong(r, r->head,
                     arena_format(arena, "%s draws cannot support this",
                                  text_grouped(arena, (long long)draws)),
                     arena_format(arena, "it needs %s",
                                  text_grouped(arena, (long long)kept_supports(which->p))));
    return true;
}

/* See that every draw is kept; parts of a run are alike, whatever is required of one. */
static bool keep_every(const struct reading *r)
{
    const struct requirement *requirement = r->requirement;
    const struct options *options = r->session->options;

    if (requirement->central || requirement->which.kind == STATISTIC_MEAN)
        return true;
    for (int i = 0; i < r->session->count; i++) {
        const int measure = requirement->figure[i] ? requirement->figure[i]->measure : -1;
        if (measure < 0 || r->session->every[measure])
            continue;
        if (options->parts > 0 || options->checkpoint)
            return wrong(r, r->head, "shards and checkpoints keep the draws of balances alone",
                         "ask for the mean, or run it in one");
        r->session->every[measure] = true;
    }
    return true;
}

static bool read_one(struct session *session, struct requirement *requirement, int line)
{
    struct reading r = {session, requirement, line, requirement->text, .words = 0};
    const size_t length = strlen(r.at), whole = utf8_valid(r.at, length);

    for (size_t i = 0; i < length; i++)
        if (i == whole || (unsigned char)r.at[i] < ' ')
            return wrong(&r, (struct piece){r.at + i, r.at + i}, "this is no letter", "");
    if (!read_all(&r))
        return false;
    const int only = which_scenario(&r);
    if (only < -1 || !find_figure(&r, only) || !set_bound(&r) || !can_tell(&r))
        return false;
    return keep_every(&r);
}

bool require_read(struct session *session)
{
    const struct options *options = session->options;
    struct requirement *all = ARENA_ARRAY(session->arena, struct requirement, options->requires);
    const char *lines = "";
    bool good = true;

    for (int i = 0; i < options->requires; i++)
        lines = arena_format(session->arena, "%s%s\n", lines, options->require[i]);
    if (options->requires > 0)
        problems_source(session->problems, source, lines, strlen(lines));
    for (int i = 0; i < options->requires; i++) {
        all[i].text = options->require[i];
        good = read_one(session, &all[i], i + 1) && good;
    }
    session->requirements = (struct requirements){options->requires, all};
    return good;
}
