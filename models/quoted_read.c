/* quoted: the figures that a consideration's source gives, read. */
#include <ctype.h>
#include <math.h>
#include <string.h>

#include "engine/base/text.h"
#include "models/quoted.h"
#include "models/tree.h"
#include "models/words.h"

struct quotation_file {
    struct number figure, to;
    struct labels of;
    struct label ledger, line, note;
    struct node *source;
};

static const struct field fields[] = {
    FIELD(struct quotation_file, figure, .required = true, .unit = POUNDS, .example = "£405,864",
          .what = "£ a year, as the source gives it"),
    FIELD(struct quotation_file, of, .required = true, .example = "[places, premium]",
          .choices = "spend|places|premium|top-up|redirect|net spend|saving|income|once|present "
                     "spend",
          .what = "what it is of; more than one are added up"),
    FIELD(struct quotation_file, ledger, .example = "high_needs",
          .what = "of this ledger alone; every ledger unless given"),
    FIELD(struct quotation_file, line, .example = "outreach",
          .what = "of this line alone; every line unless given"),
    FIELD(struct quotation_file, source, .example = "\"review: 10.B.iv.b\"",
          .what = "where it stands; the consideration's unless given"),
    FIELD(struct quotation_file, note, .what = "why it differs, or anything else worth saying"),
    FIELD(struct quotation_file, to, .unit = POUNDS, .example = "£10k",
          .what = "how exact it is; to the last digit written unless given"),
};

static const struct shape quotation_shape = {SHAPE_OF(fields)};
const struct shape quotations_shape = {
    .kind = LIST_OF, .of = &quotation_shape, .most = MOST_QUOTED, .what = "FIGURE"};

static const char *const kinds[FULL_KINDS] = {
    [FULL_SPEND] = "spend",           [FULL_PLACES] = "places",     [FULL_PREMIUM] = "premium",
    [FULL_TOP_UP] = "top-up",         [FULL_REDIRECT] = "redirect", [FULL_NET] = "net spend",
    [FULL_SAVING] = "saving",         [FULL_INCOME] = "income",     [FULL_ONCE] = "once",
    [FULL_PRESENT] = "present spend",
};

static bool read_kind(const struct decoder *d, const struct label *name, struct quotation *out)
{
    for (int kind = 0; kind < FULL_KINDS; kind++)
        if (text_alike(kinds[kind], name->text)) {
            out->of[kind] = true;
            return true;
        }
    problem(d->problems, name->at, "unknown part '%s'", name->text);
    return problem_hint(d->problems, "%s",
                        text_meant(d->arena, name->text, "a figure is of", kinds, FULL_KINDS));
}

/* Parts of the net add up; the net itself and what is no part of it do not. */
static bool read_of(const struct decoder *d, const struct labels *of, struct quotation *out)
{
    bool fine = true;

    for (int i = 0; i < of->count; i++)
        fine &= read_kind(d, &of->items[i], out);
    for (int kind = FULL_NET; fine && kind < FULL_KINDS && of->count > 1; kind++)
        if (out->of[kind]) {
            problem(d->problems, of->items[0].at, "'%s' does not add up with another part",
                    kinds[kind]);
            fine = problem_hint(d->problems, "give it a figure of its own");
        }
    return fine;
}

/* What the last digit written counts: £10,000 of £1.05m. */
static double grain(struct arena *arena, const struct node *figure)
{
    const struct node *value =
        figure->kind == MAPPING ? tree_peek(figure, "value") : figure; /* with its footing */
    char *text = arena_format(arena, "%s", value->text), *last = text;
    double counts = 1;
    bool percent, pounds;

    const size_t length = strcspn(text, "eE");
    for (char *at = text; at < text + length; at++)
        if (isdigit((unsigned char)*at))
            *(last = at) = '0';
    *last = '1';
    return value_parse(text, &counts, &percent, &pounds) ? fabs(counts) : 1;
}

static bool read_figure(const struct decoder *d, const struct node *mapping,
                        const struct quotation_file *file, struct quotation *out)
{
    out->figure = file->figure.central;
    if (file->figure.spread || file->to.spread) {
        problem(d->problems, file->figure.spread ? file->figure.at : file->to.at,
                "a quoted figure is one number");
        return problem_hint(d->problems, "how exact it is goes beside it, as in to: £10k");
    }
    if (file->to.given && file->to.central <= 0)
        return problem(d->problems, file->to.at, "a figure is exact to more than nought");
    out->exact_to =
        file->to.given ? file->to.central : grain(d->arena, tree_peek(mapping, "figure"));
    return true;
}

static const char *named(const struct decoder *d, const struct quotation *q, const char *ledger)
{
    const char *of[FULL_KINDS];
    int count = 0;

    for (int kind = 0; kind < FULL_KINDS; kind++)
        if (q->of[kind])
            of[count++] = kinds[kind];
    return arena_format(d->arena, "%s%s%s%s%s", words_list(d->arena, of, count),
                        q->line.text ? ", " : "",
                        q->line.text ? text_words(d->arena, q->line.text) : "", ledger ? ", " : "",
                        ledger ? text_words(d->arena, ledger) : "");
}

static bool read_one(const struct decoder *d, const struct area *area, struct node *mapping,
                     struct quotation *out)
{
    struct quotation_file file = {0};
    const char *own_source = out->source;

    if (!decode(d, mapping, fields, FIELDS(fields), &file))
        return false;
    *out = (struct quotation){
        .ledger = -1, .line = file.line, .note = file.note.text, .source = own_source};
    out->at = tree_peek(mapping, "figure")->at;
    if (file.source)
        read_all(file.source);
    if (file.source)
        out->source = tree_brief(d->arena, file.source);
    bool fine = read_of(d, &file.of, out);
    fine &= read_figure(d, mapping, &file, out);
    if (area && file.ledger.text)
        out->ledger = area_find_ledger(area, d, file.ledger);
    out->named = named(d, out, file.ledger.text);
    return fine && (out->ledger >= 0 || !area || !file.ledger.text);
}

static bool twice(const struct decoder *d, const struct quotation *all, int i)
{
    for (int j = 0; j < i; j++)
        if (all[j].named && text_alike(all[j].named, all[i].named)) {
            problem(d->problems, all[i].at, "a figure of '%s' is quoted already", all[i].named);
            problem_hint(d->problems, "first in line %d", all[j].at.line);
            return true;
        }
    return false;
}

bool quotations_read(const struct decoder *d, const struct area *area, struct node *list,
                     struct consideration *out)
{
    bool fine = true;

    if (!list)
        return true;
    if (!tree_list(d, list, "quoted"))
        return false;
    if (list->count > MOST_QUOTED)
        return problem(d->problems, list->at, "%d figures, more than %d", list->count, MOST_QUOTED);
    out->quotation = ARENA_ARRAY(d->arena, struct quotation, list->count + 1);
    out->quotations = list->count;
    for (int i = 0; i < list->count; i++) {
        out->quotation[i].source = out->source;
        fine &=
            read_one(d, area, list->items[i], &out->quotation[i]) && !twice(d, out->quotation, i);
    }
    return fine;
}
