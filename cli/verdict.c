/* One verdict as a table of the largest differences, or with all of them as CSV or JSON. */
#include "cli/verdict.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/mistakes.h"
#include "cli/view.h"
#include "engine/base/text.h"
#include "engine/output/nested_json.h"
#include "engine/output/records.h"

enum { LARGEST = 10, NAMES = TIDY_NAMES, COLUMNS = NAMES + 4 };

/** A verdict being written. */
struct telling_verdict {
    struct arena *arena;
    const struct verdict *verdict;
};

static bool same_maker(const struct maker *a, const struct maker *b)
{
    return text_same(a->version, b->version) && text_same(a->compiler, b->compiler) &&
           text_same(a->gsl, b->gsl);
}

static int gone(const struct tidy_changes *changes)
{
    int count = 0;

    for (int i = 0; i < changes->count; i++)
        count += !changes->change[i].now;
    return count;
}

/* Now less then: in pence, or to six decimals and one at least, as a table has it; "" where there
 * is none. */
static const char *difference(struct arena *arena, const struct tidy_change *change)
{
    const bool pounds = strcmp(change->unit, "£") == 0;
    char *text = arena_format(arena, pounds ? "%.2f" : "%.6f", change->difference);
    size_t end = strlen(text);

    while (!pounds && text[end - 1] == '0' && text[end - 2] != '.')
        text[--end] = '\0';
    return change->now ? text : "";
}

/* The measure and whatever else names the figure: "spend by line, special top-up, high needs". */
static const char *figure_name(struct arena *arena, const struct tidy_change *change)
{
    static const int parts[] = {4, 5, 6}; /* item, ledger, statistic */
    const char *name = change->name[2];

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (*change->name[parts[i]])
            name = arena_format(arena, "%s, %s", name, text_words(arena, change->name[parts[i]]));
    return name;
}

static void show_makers(struct screen screen, const struct telling_verdict *t)
{
    const struct maker *then = &t->verdict->then, *now = &t->verdict->now;

    screen_text(screen, 0,
                arena_format(t->arena, "Then: hnbsim %s, %s, GSL %s.", then->version,
                             then->compiler, then->gsl));
    screen_text(screen, 0,
                same_maker(then, now) ? "Now: the same."
                                      : arena_format(t->arena, "Now: hnbsim %s, %s, GSL %s.",
                                                     now->version, now->compiler, now->gsl));
    screen_text(screen, 0,
                text_same(t->verdict->digest_then, t->verdict->digest_now)
                    ? arena_format(t->arena, "Digest: %s, then and now.", t->verdict->digest_now)
                    : arena_format(t->arena,
                                   "Digest then: %s. Now: %s. It is of the files, the version and "
                                   "the processor's arithmetic.",
                                   t->verdict->digest_then, t->verdict->digest_now));
}

static void show_largest(struct screen screen, const struct telling_verdict *t)
{
    const struct tidy_changes *changes = &t->verdict->changes;
    struct sheet *sheet = sheet_new(t->arena, "Scenario");

    sheet->column[sheet->columns++] = (struct screen_column){"Period", SCREEN_TEXT};
    sheet->column[sheet->columns++] = (struct screen_column){"Figure", SCREEN_TEXT};
    sheet_column(sheet, "Then");
    sheet_column(sheet, "Now");
    sheet_column(sheet, "Difference");
    for (int i = 0; i < changes->count && i < LARGEST; i++) {
        const struct tidy_change *change = &changes->change[i];
        sheet_text(sheet, change->name[0]);
        sheet_text(sheet, change->name[1]);
        sheet_text(sheet, figure_name(t->arena, change));
        sheet_text(sheet, change->then);
        sheet_text(sheet, change->now ? change->now : "none");
        sheet_text(sheet, difference(t->arena, change));
    }
    putc('\n', screen.out);
    screen_heading(screen, changes->count > LARGEST ? "The largest differences, pounds first"
                                                    : "The differences, pounds first");
    sheet_print(screen, sheet);
}

/* "4 of 581 figures of plan.tar differ; 1 of them is not there now." */
static const char *differing(const struct telling_verdict *t)
{
    const struct tidy_changes *changes = &t->verdict->changes;
    const char *all = text_grouped(t->arena, changes->figures);
    const int missing = gone(changes);

    if (changes->count == 0)
        return arena_format(t->arena, "All %s figures of %s are as they were.", all,
                            t->verdict->bundle);
    return arena_format(t->arena,
                        missing ? "%s of %s figures of %s differ; %s of them %s not there now."
                                : "%s of %s figures of %s differ.",
                        text_grouped(t->arena, changes->count), all, t->verdict->bundle,
                        text_grouped(t->arena, missing), missing == 1 ? "is" : "are");
}

static void show(struct screen screen, const struct telling_verdict *t)
{
    const struct tidy_changes *changes = &t->verdict->changes;

    screen_heading(screen, changes->count ? "Not the same figures" : "The same figures");
    screen_text(screen, 0, differing(t));
    if (changes->more)
        screen_text(screen, 0,
                    arena_format(t->arena, "There are %s more now, which it does not have.",
                                 text_grouped(t->arena, changes->more)));
    show_makers(screen, t);
    if (changes->count)
        show_largest(screen, t);
}

static void fill(const struct telling_verdict *t, struct records *records)
{
    static const char *const others[] = {"unit", "then", "now", "difference"};
    const struct tidy_changes *changes = &t->verdict->changes;
    const char **cell = ARENA_ARRAY(t->arena, const char *, changes->count *COLUMNS + 1);

    *records = (struct records){
        .of = "differences", .columns = COLUMNS, .rows = changes->count, .cell = cell};
    for (int c = 0; c < COLUMNS; c++) {
        records->column[c] = c < NAMES ? tidy_differ_name(c) : others[c - NAMES];
        records->figures[c] = c > NAMES;
    }
    for (int i = 0; i < changes->count; i++) {
        const struct tidy_change *change = &changes->change[i];
        for (int c = 0; c < NAMES; c++)
            *cell++ = change->name[c];
        *cell++ = change->unit;
        *cell++ = change->then;
        *cell++ = change->now;
        *cell++ = difference(t->arena, change);
    }
}

static void tell_maker(const struct nested *to, const char *key, const struct maker *maker,
                       const char *digest)
{
    to->open(to->to, key, false);
    to->text(to->to, "hnbsim", maker->version);
    to->text(to->to, "compiler", maker->compiler);
    to->text(to->to, "GSL", maker->gsl);
    to->text(to->to, "digest", digest);
    to->close(to->to);
}

/* Figures are texts, so that none of their digits is lost. */
static void tell_change(const struct nested *to, const struct telling_verdict *t,
                        const struct tidy_change *change)
{
    to->open(to->to, NULL, false);
    for (int i = 0; i < NAMES; i++)
        to->text(to->to, tidy_differ_name(i), change->name[i]);
    to->text(to->to, "unit", change->unit);
    to->text(to->to, "then", change->then);
    if (change->now) {
        to->text(to->to, "now", change->now);
        to->text(to->to, "difference", difference(t->arena, change));
    }
    to->close(to->to);
}

static void tell(const void *context, const struct nested *to)
{
    const struct telling_verdict *t = context;
    const struct verdict *verdict = t->verdict;
    const struct tidy_changes *changes = &verdict->changes;

    to->open(to->to, NULL, false);
    to->text(to->to, "bundle", verdict->bundle);
    to->flag(to->to, "same", changes->count == 0);
    to->number(to->to, "figures", changes->figures);
    to->number(to->to, "differing", changes->count);
    to->number(to->to, "not there now", gone(changes));
    to->number(to->to, "more now", changes->more);
    tell_maker(to, "then", &verdict->then, verdict->digest_then);
    tell_maker(to, "now", &verdict->now, verdict->digest_now);
    to->open(to->to, "differences", true);
    for (int i = 0; i < changes->count; i++)
        tell_change(to, t, &changes->change[i]);
    to->close(to->to);
    to->close(to->to);
}

static bool write_out(const struct telling_verdict *t, enum format format, FILE *out)
{
    struct records records;

    if (format == AS_JSON)
        return nested_json(out, tell, t);
    if (format == AS_CSV) {
        fill(t, &records);
        return records_csv(&records, out);
    }
    show(screen_on(out, getenv("NO_COLOR")), t);
    return !ferror(out);
}

int verdict_write(struct arena *arena, const struct verdict *verdict, const struct options *options,
                  struct whole *whole)
{
    const struct telling_verdict t = {arena, verdict};

    if (!whole_open(whole, options->output))
        return mistakes_unwritten(whole->path, whole->error);
    errno = 0;
    if (!write_out(&t, options->format, whole->out)) {
        whole->error = errno ? errno : EIO;
        whole_drop(whole);
        return mistakes_unwritten(whole->path, whole->error);
    }
    if (!whole_keep(whole))
        return mistakes_unwritten(whole->path, whole->error);
    return verdict->changes.count ? NOT_AS_REQUIRED : DONE;
}
