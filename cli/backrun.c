/* hnbsim backrun AREA --from YEAR: an area's flows over the past, beside what was published. */
#include "models/backrun.h"

#include <string.h>

#include "cli/cli.h"
#include "cli/input.h"
#include "cli/told.h"
#include "cli/view.h"
#include "engine/base/text.h"
#include "engine/output/tidy.h"
#include "engine/yaml/value.h"

/* Those of the tidy table. */
static const char *const columns[] = {"scenario", "period",    "measure", "by",   "item",
                                      "ledger",   "statistic", "value",   "unit", NULL};

enum { VALUE_COLUMN = 7, JANUARIES_ABREAST = 2 };

/** The area, and what became of it. */
struct looked {
    const struct area *area;
    struct backrun back;
};

/** One kind of item: what it is counted by, what each is called, and the counts. */
struct counted {
    const char *by;
    const char **item;
    const struct backrun_counts *counts;
};

static struct counted by_setting(struct arena *arena, const struct looked *looked)
{
    const char **names = ARENA_ARRAY(arena, const char *, looked->area->settings);

    for (int s = 0; s < looked->area->settings; s++)
        names[s] = looked->area->setting[s].name.key;
    return (struct counted){"setting", names, &looked->back.settings};
}

static struct counted by_age(struct arena *arena, const struct looked *looked)
{
    const struct history *history = looked->area->history;
    const char **names = ARENA_ARRAY(arena, const char *, history->bands);

    for (int b = 0; b < history->bands; b++)
        names[b] =
            history->band[b].first == history->band[b].last
                ? arena_format(arena, "%d", history->band[b].first)
                : arena_format(arena, "%d-%d", history->band[b].first, history->band[b].last);
    return (struct counted){"age", names, &looked->back.ages};
}

static double total(const struct backrun_counts *counts, const double *plans, int t)
{
    double sum = 0;

    for (int i = 0; i < counts->items; i++)
        sum += plans[t * counts->items + i];
    return sum;
}

static void tell(struct telling *t, const struct looked *looked, int january,
                 const char *const what[3], const char *statistic, double plans)
{
    const struct tidy_row row = {.kind = TIDY_NUMBER, .number = plans};
    char value[TIDY_VALUE];

    tidy_value(&row, value);
    told_add(t, (const char *[]){looked->area->name.text, arena_format(t->arena, "%d-01", january),
                                 what[0], what[1], what[2], "", statistic,
                                 arena_text(t->arena, value, strlen(value)), "pupils"});
}

/* One figure beside what was published, and how far it is from that. */
static void tell_three(struct telling *t, const struct looked *looked, int january,
                       const char *const what[3], const double plans[2])
{
    tell(t, looked, january, what, "published", plans[0]);
    tell(t, looked, january, what, "run", plans[1]);
    tell(t, looked, january, what, "residual", plans[1] - plans[0]);
}

static void tell_kind(struct telling *t, const struct looked *looked, const struct counted *kind,
                      int at)
{
    const struct backrun_counts *counts = kind->counts;

    for (int i = 0; i < counts->items; i++)
        tell_three(t, looked, looked->back.from + at,
                   (const char *[]){"pupils", kind->by, text_words(t->arena, kind->item[i])},
                   (double[]){counts->published[at * counts->items + i],
                              counts->run[at * counts->items + i]});
}

static void tell_all(struct telling *t, const struct looked *looked)
{
    const struct backrun *back = &looked->back;
    const struct counted settings = by_setting(t->arena, looked), ages = by_age(t->arena, looked);

    for (int at = 0; at < back->januaries; at++) {
        tell_kind(t, looked, &settings, at);
        tell_kind(t, looked, &ages, at);
        tell_three(t, looked, back->from + at, (const char *[]){"pupils", "", ""},
                   (double[]){total(&back->settings, back->settings.published, at),
                              total(&back->settings, back->settings.run, at)});
        if (back->joined[at] > 0)
            tell(t, looked, back->from + at, (const char *[]){"conversions", "", ""}, "published",
                 back->joined[at]);
    }
}

/* A January as people type it: 2017, or 2017-01. */
static bool parse_from(const char *text, int *from)
{
    char year[5] = "";

    if (strlen(text) == 7 && strcmp(text + 4, "-01") == 0)
        text = memcpy(year, text, 4);
    if (year_parse(text, false, from))
        return true;
    fprintf(stderr, "hnbsim backrun: --from '%s' is no January, as 2017 is\n", text);
    return false;
}

static bool work(struct telling *t)
{
    struct looked *looked = ARENA_NEW(t->arena, struct looked);
    struct backrun_asked asked = {0, t->options->published_endings, t->options->published_moves};
    struct backrun_lack lack;

    if (!parse_from(t->options->from, &asked.from))
        return false;
    looked->area = input_area(t->arena, t->problems, t->options->file[0]).area;
    if (!looked->area)
        return false;
    if (!backrun(t->arena, looked->area, &asked, &looked->back, &lack)) {
        problem(t->problems, lack.at, "%s", lack.text);
        return problem_hint(t->problems, "%s", lack.hint);
    }
    t->records.figures[VALUE_COLUMN] = true;
    tell_all(t, looked);
    t->context = looked;
    return true;
}

/* A figure of a January beside what was published, in whole pupils. */
static void add_three(struct sheet *sheet, double published, double run)
{
    sheet_people(sheet, published);
    sheet_people(sheet, run);
    sheet_people_change(sheet, run - published);
}

static void add_head(struct sheet *sheet, int january)
{
    static const char *const heads[] = {"history", "run", "residual"};

    for (int i = 0; i < 3; i++)
        sheet_column(sheet, arena_format(sheet->arena, "%d %s", january, heads[i]));
}

/* Of an item, or of all plans where it is none. */
static double figure(const struct backrun_counts *counts, const double *of, int january, int item)
{
    return item == counts->items ? total(counts, of, january) : of[january * counts->items + item];
}

/* At the first January of all there is nothing to hold. */
static void add_item(struct sheet *sheet, const struct backrun_counts *counts, int january,
                     int item)
{
    const double published = figure(counts, counts->published, january, item);

    if (january == 0)
        sheet_people(sheet, published);
    else
        add_three(sheet, published, figure(counts, counts->run, january, item));
}

/* A few Januaries side by side, `last` not among them; before the first of all, where it began. */
static void show_some(struct screen screen, struct arena *arena, const struct counted *kind,
                      const struct backrun *back, int first, int last)
{
    const struct backrun_counts *counts = kind->counts;
    struct sheet *sheet = sheet_new(arena, "");

    if (first == 1)
        sheet_column(sheet, arena_format(arena, "%d", back->from));
    for (int at = first; at < last; at++)
        add_head(sheet, back->from + at);
    for (int i = 0; i <= counts->items; i++) {
        sheet_text(sheet, i == counts->items ? "all plans" : text_words(arena, kind->item[i]));
        for (int at = first == 1 ? 0 : first; at < last; at++)
            add_item(sheet, counts, at, i);
    }
    sheet_print(screen, sheet);
    putc('\n', screen.out);
}

static void show_kind(struct screen screen, struct arena *arena, const struct counted *kind,
                      const struct backrun *back)
{
    screen_heading(screen, arena_format(arena, "By %s", kind->by));
    for (int at = 1; at < back->januaries; at += JANUARIES_ABREAST)
        show_some(screen, arena, kind, back, at,
                  at + JANUARIES_ABREAST < back->januaries ? at + JANUARIES_ABREAST
                                                           : back->januaries);
}

/* Who joined without a new plan, and what was taken as it was published. */
static void show_foot(struct screen screen, struct arena *arena, const struct backrun *back)
{
    const char *joined = "";

    for (int at = 0; at < back->januaries; at++)
        if (back->joined[at] > 0)
            joined = arena_format(arena, "%s%s%.0f in %d", joined, *joined ? ", " : "",
                                  back->joined[at], back->from + at - 1);
    if (*joined)
        screen_text(screen, 0, arena_format(arena, "Joined without a new plan: %s.", joined));
    screen_text(screen, 0,
                back->used.endings ? "Endings: as many as were published."
                                   : "Endings: by the area's own rates.");
    screen_text(screen, 0,
                back->used.moves
                    ? "Moves: by the area's own rates, and out of mainstream as many as were "
                      "published, in the years that are given."
                    : "Moves: by the area's own rates.");
}

static void show(struct screen screen, struct telling *t)
{
    const struct looked *looked = t->context;
    const struct backrun *back = &looked->back;
    const struct counted settings = by_setting(t->arena, looked), ages = by_age(t->arena, looked);

    screen_heading(screen, arena_format(t->arena, "%s, looking back from January %d to %d",
                                        looked->area->name.text, back->from, looked->area->base));
    screen_text(screen, 0,
                "Pupils alone, nothing capped, with the new plans that were published. Residual "
                "is run less history.");
    putc('\n', screen.out);
    show_kind(screen, t->arena, &settings, back);
    show_kind(screen, t->arena, &ages, back);
    show_foot(screen, t->arena, back);
}

int backrun_command(const struct options *options)
{
    return told(options, "figures", columns, work, show);
}
