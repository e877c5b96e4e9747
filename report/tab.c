/* What all sheets share: their columns, headings, rows of figures, and formulas of them. */
#include "report/tab.h"

#include <math.h>

#include "engine/base/text.h"

int tab_column(const struct report *report, int year)
{
    return YEARS_COLUMN + year - report->first;
}

int tab_last(const struct report *report) { return tab_column(report, report->last); }

void tab_layout(struct tab *tab, const struct report *report, int heads)
{
    tab->width[WORDS_COLUMN] = 62;
    tab->width[KEY_COLUMN] = 36;
    for (int column = BEFORE_COLUMN; column <= tab_last(report); column++)
        tab->width[column] = 13;
    tab->heads = heads;
    tab->labels = KEY_COLUMN + 1;
}

void tab_heading(struct tab *tab, const struct report *report, int row, const char *words,
                 bool januaries)
{
    struct arena *arena = report->arena;

    tab_text(tab, row, WORDS_COLUMN, LOOK_HEAD, words);
    tab_text(tab, row, KEY_COLUMN, LOOK_HEAD, "Name");
    tab_text(tab, row, BEFORE_COLUMN, LOOK_HEADING,
             januaries ? arena_format(arena, "Jan %d", report->first) : "Before");
    for (int year = report->first; year <= report->last; year++)
        tab_text(tab, row, tab_column(report, year), LOOK_HEADING,
                 januaries ? arena_format(arena, "Jan %d", year + 1) : report_year(report, year));
}

void tab_part(struct tab *tab, const struct report *report, int row, const char *words,
              const char *key)
{
    tab_text(tab, row, WORDS_COLUMN, LOOK_PART, words);
    tab_text(tab, row, KEY_COLUMN, LOOK_PART, key);
    tab_fill(tab, row, BEFORE_COLUMN, tab_last(report), LOOK_PART);
}

void tab_open(struct tab *tab, const char *title, const char *note)
{
    tab_text(tab, 0, WORDS_COLUMN, LOOK_TITLE, title);
    tab_text(tab, 1, WORDS_COLUMN, LOOK_NOTE, note);
}

static void put_labels(struct tab *tab, int row, const struct row *is)
{
    tab_text(tab, row, WORDS_COLUMN, is->words_look, is->words);
    tab_text(tab, row, KEY_COLUMN, is->words_look == LOOK_TOTAL ? LOOK_TOTAL : LOOK_KEY, is->key);
}

void tab_formulas(struct tab *tab, const struct report *report, int row, const struct row *is,
                  const char *(*formula)(void *context, int column), void *context)
{
    struct figure_name name = is->name;

    put_labels(tab, row, is);
    for (int year = report->first - name.january; year <= report->last; year++) {
        const int column = tab_column(report, year);

        name.year = year + name.january;
        if (formula)
            tab_formula(tab, row, column, is->look, formula(context, column),
                        report_value(report, &name));
        else
            tab_number(tab, row, column, is->look, report_value(report, &name));
    }
}

void tab_figures(struct tab *tab, const struct report *report, int row, const struct row *is)
{
    tab_formulas(tab, report, row, is, NULL, NULL);
}

/* What stands in a column from a row to another. */
static double sum_of(const struct tab *tab, int first, int last, int column)
{
    double sum = 0;

    for (int i = 0; i < tab->cells; i++)
        if (tab->cell[i].kind != CELL_TEXT && tab->cell[i].column == column &&
            tab->cell[i].row >= first && tab->cell[i].row <= last)
            sum += tab->cell[i].number;
    return sum;
}

int tab_rounding(struct tab *tab, const struct report *report, int row, int first,
                 const struct row *total)
{
    struct figure_name name = total->name;

    if (!report_is_published(report))
        return row;
    put_labels(tab, row,
               &(struct row){.words = "Rounding and what is left out, for publication",
                             .key = arena_format(report->arena, "%s.rounding", total->key),
                             .words_look = LOOK_INDENTED});
    for (name.year = report->first; name.year <= report->last + 1; name.year++) {
        const int column = tab_column(report, name.year - 1);
        const double rest = report_value(report, &name) - sum_of(tab, first, row - 1, column);

        /* As many digits as the table has. */
        tab_number(tab, row, column, LOOK_PUPILS, round(rest * 1e6) / 1e6);
    }
    return row + 1;
}

const char *tab_sum(void *context, int column)
{
    const struct tab_sum *sum = context;

    if (sum->last < sum->first)
        return "=0";
    return arena_format(sum->arena, "=SUM(%s:%s)", tab_at(sum->arena, sum->first, column),
                        tab_at(sum->arena, sum->last, column));
}

const char *tab_less(void *context, int column)
{
    const struct tab_less *less = context;

    return arena_format(less->arena, "=%s-%s", tab_at(less->arena, less->of, column),
                        tab_at(less->arena, less->less, column));
}

const char *tab_carry(void *context, int column)
{
    const struct tab_carry *carry = context;

    return arena_format(carry->arena, "=%s+%s", tab_at(carry->arena, carry->carried, column - 1),
                        tab_at(carry->arena, carry->balance, column));
}
