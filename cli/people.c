/* Out of the central run, or out of the table that was made for publication. */
#include "cli/people.h"

#include <math.h>

#include "cli/facts.h"
#include "engine/base/text.h"
#include "engine/output/spark.h"
#include "engine/output/tidy.h"
#include "models/measures.h"

/** A figure, or several of one measure: item is NULL for all that a breakdown has. */
struct wanted {
    const char *measure, *by, *item;
};

/* In the published table; NAN when it is not there, of a January that has some. */
static double published(const struct session *session, int outcome, struct wanted wanted,
                        int january)
{
    const struct tidy *tidy = session->published;
    bool found = false;
    double sum = 0;
    char period[16];

    measures_period(&(struct figure){.year = january}, period);
    for (size_t i = 0; i < tidy->count; i++) {
        const struct tidy_row *row = &tidy->rows[i];

        if (!text_same(row->measure, wanted.measure) || !text_same(row->by, wanted.by) ||
            (wanted.item && !text_same(row->item, wanted.item)) ||
            !text_same(row->period, period) || !text_same(row->statistic, "central") ||
            !text_same(row->scenario, session->outcome[outcome].name))
            continue;
        found = true;
        sum += row->number;
    }
    return found || !wanted.item ? sum : NAN;
}

static void add(struct sheet *sheet, double people)
{
    if (isnan(people))
        sheet_text(sheet, "-");
    else
        sheet_number(sheet, people);
}

static double in_setting(const struct session *session, int outcome, const char *setting,
                         int january)
{
    return session->published
               ? published(session, outcome, (struct wanted){"pupils", "setting", setting}, january)
               : facts_in_setting(&session->outcome[outcome], setting, january);
}

static double with_plans(const struct session *session, int outcome, int january)
{
    return session->published
               ? published(session, outcome, (struct wanted){"pupils", "", ""}, january)
               : facts_plans(&session->outcome[outcome], january);
}

void people_in_setting(struct sheet *sheet, const struct session *session, int outcome,
                       const char *setting, int january)
{
    add(sheet, in_setting(session, outcome, setting, january));
}

void people_with_plans(struct sheet *sheet, const struct session *session, int outcome, int january)
{
    add(sheet, with_plans(session, outcome, january));
}

void people_trend(struct sheet *sheet, const struct session *session, int outcome,
                  const char *setting)
{
    const struct scenario *scenario = session->outcome[outcome].scenario;
    double each[SPARK_MOST];
    char trend[SPARK_TEXT];
    int count = 0;

    for (int january = scenario->first; january <= scenario->last + 1 && count < SPARK_MOST;
         january++, count++) {
        each[count] = setting ? in_setting(session, outcome, setting, january)
                              : with_plans(session, outcome, january);
        if (isnan(each[count])) {
            sheet_text(sheet, "-");
            return;
        }
    }
    spark_trend(each, count, trend);
    sheet_text(sheet, arena_format(sheet->arena, "%s", trend));
}

/* Of each year, as a fact or as it is published. */
static void add_years(struct sheet *sheet, const struct session *session, int outcome,
                      const int years[2], struct wanted wanted)
{
    const bool away = text_same(wanted.by, "setting");
    double sum = 0;

    for (int year = years[0]; year <= years[1]; year++)
        sum += session->published ? published(session, outcome, wanted, year + 1)
               : away             ? facts_turned_away(&session->outcome[outcome], year + 1)
                                  : facts_support_lost(&session->outcome[outcome], year + 1);
    add(sheet, sum);
}

void people_turned_away(struct sheet *sheet, const struct session *session, int outcome, int first,
                        int last)
{
    add_years(sheet, session, outcome, (int[]){first, last},
              (struct wanted){"turned away", "setting", NULL});
}

void people_losing_support(struct sheet *sheet, const struct session *session, int outcome,
                           int first, int last)
{
    add_years(sheet, session, outcome, (int[]){first, last},
              (struct wanted){"support lost", "", NULL});
}
