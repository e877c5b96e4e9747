/* Financial years stand in one row, from column D on; blocks below it, one below another. */
#include "cli/plan_sheet.h"

#include <string.h>

#include "engine/base/text.h"
#include "engine/yaml/value.h"

bool plan_sheet_fault(const struct plan_sheet *s, int row, int column, const char *text)
{
    return problem(s->problems, cells_at(s->cells, row, column).at, "%s%s",
                   cells_name(s->arena, s->cells, row, column), text);
}

const char *plan_sheet_name(const struct plan_sheet *s, int row)
{
    return cells_at(s->cells, row, PLAN_NAMES).text;
}

static bool is_heading(const char *name)
{
    return text_alike(name, "unmitigated") || text_alike(name, "mitigated");
}

/* "2019-20", or as people write it: the year it begins in; 0 when it is none. */
static int year_of(const struct plan_sheet *s, const struct typed_cell *cell)
{
    const char *meant;
    int year;

    if (cell->kind != TYPED_TEXT || !strpbrk(cell->text, "-/"))
        return 0;
    if (year_parse(cell->text, true, &year))
        return year;
    meant = year_meant(s->arena, cell->text, true);
    return meant && year_parse(meant, true, &year) ? year : 0;
}

/* The first row that has a year where years begin; above the first name of a row. */
static int find_years(const struct plan_sheet *s)
{
    for (int row = 0; row < s->cells->rows; row++) {
        const struct typed_cell first = cells_at(s->cells, row, PLAN_FIRST_YEAR);

        if (year_of(s, &first) > 0)
            return row;
    }
    problem(s->problems, (struct place){.file = s->cells->file},
            "no row has financial years from column D on");
    problem_hint(s->problems, "the sheet's years stand in row 3: 2019-20, 2020-21, ...");
    return -1;
}

/* One heading of a column; what has none ends the years. */
static bool add_year(struct plan_sheet *s, int row, int column)
{
    struct typed_plan *plan = s->plan;
    const struct typed_cell cell = cells_at(s->cells, row, column);
    const int year = year_of(s, &cell);

    if (year == 0)
        return plan_sheet_fault(s, row, column,
                                "this is no financial year, as the columns before it have");
    if (plan->years == PLAN_MOST_YEARS)
        return plan_sheet_fault(s, row, column, "more than 30 years");
    if (plan->years == 0)
        plan->first = year;
    else if (year != plan->first + plan->years)
        return plan_sheet_fault(s, row, column, "this is not the year after the one before it");
    plan->column[plan->years++] = column;
    return true;
}

static bool read_years(struct plan_sheet *s, int row)
{
    bool good = true;

    for (int column = PLAN_FIRST_YEAR; good && column < s->cells->columns; column++)
        if (cells_at(s->cells, row, column).kind != TYPED_NOTHING)
            good = add_year(s, row, column);
    return good;
}

/* "Mitigated forecast: Review package" names a scenario behind its colon. */
static const char *scenario_of(const struct plan_sheet *s, int row)
{
    const char *words = cells_at(s->cells, row, PLAN_WORDS).text, *colon = strchr(words, ':');

    if (!colon)
        return words[0] ? words : plan_sheet_name(s, row);
    for (colon++; *colon == ' '; colon++)
        ;
    return *colon ? colon : words;
}

static const char *file_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

static void find_blocks(struct plan_sheet *s, int years)
{
    for (int row = years + 1; row < s->cells->rows && s->blocks < PLAN_MOST_BLOCKS; row++)
        if (is_heading(plan_sheet_name(s, row))) {
            if (s->blocks > 0)
                s->block[s->blocks - 1].end = row;
            s->block[s->blocks++] = (struct plan_block){
                row + 1, s->cells->rows, plan_sheet_name(s, row), scenario_of(s, row)};
        }
    if (s->blocks == 0)
        s->block[s->blocks++] =
            (struct plan_block){years + 1, s->cells->rows, NULL, file_name(s->cells->file)};
}

/* Is it the block that was asked for, or the one that is taken unasked? */
static bool suits(const struct plan_sheet *s, const struct plan_block *block, const char *asked)
{
    if (asked)
        return text_alike(asked, block->name) || text_alike(asked, block->kind);
    return s->blocks == 1 || text_alike(block->kind, "mitigated");
}

static const struct plan_block *no_block(const struct plan_sheet *s, const char *asked, int found)
{
    const char *names[PLAN_MOST_BLOCKS];
    const struct place at = {.file = s->cells->file};

    for (int i = 0; i < s->blocks; i++)
        names[i] = s->block[i].name;
    if (found > 1)
        problem(s->problems, at, "%d of the blocks may be meant", found);
    else
        problem(s->problems, at, asked ? "no block is called '%s'" : "no block is mitigated",
                asked ? asked : "");
    problem_hint(s->problems, "say which with --block: %s",
                 text_list(s->arena, names, s->blocks, PLAN_MOST_BLOCKS));
    return NULL;
}

const struct plan_block *plan_sheet_block(const struct plan_sheet *s, const char *asked)
{
    const struct plan_block *chosen = NULL;
    int found = 0;

    for (int i = 0; i < s->blocks; i++)
        if (suits(s, &s->block[i], asked)) {
            chosen = &s->block[i];
            found++;
        }
    return found == 1 ? chosen : no_block(s, asked, found);
}

bool plan_sheet_find(struct plan_sheet *s)
{
    const int years = find_years(s);

    if (years < 0 || !read_years(s, years))
        return false;
    find_blocks(s, years);
    return true;
}
