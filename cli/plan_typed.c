/* Years, blocks and rows of a typed plan. */
#include "cli/plan_typed.h"

#include <string.h>

#include "cli/plan_amount.h"
#include "engine/base/text.h"
#include "engine/yaml/value.h"

enum { WORDS, NAMES, BEFORE, FIRST_YEAR, MOST_BLOCKS = 64 };

static const char *const pupil_rows[] = {
    "plans.age.under_5",           "plans.age.5_to_10",           "plans.age.11_to_15",
    "plans.age.16_to_19",          "plans.age.20_to_25",          "plans.age",
    "plans.placement.mainstream",  "plans.placement.resourced",   "plans.placement.special",
    "plans.placement.independent", "plans.placement.alternative", "plans.placement.post_16",
    "plans.placement.other",       "plans.placement.unsaid",      "plans.placement"};

enum { PUPIL_ROWS = sizeof pupil_rows / sizeof *pupil_rows };

/** A block of rows: from its heading, or from the top where there is none. */
struct block {
    int from, end;
    const char *kind, *name; /* NULL without a heading */
};

/** A sheet being read. */
struct sheet_reading {
    struct arena *arena;
    struct problems *problems;
    const struct cells *cells;
    struct typed_plan *plan;
    int blocks;
    struct block block[MOST_BLOCKS];
};

static bool fault(const struct sheet_reading *s, int row, int column, const char *text)
{
    return problem(s->problems, cells_at(s->cells, row, column).at, "%s%s",
                   cells_name(s->arena, s->cells, row, column), text);
}

static const char *name_in(const struct sheet_reading *s, int row)
{
    return cells_at(s->cells, row, NAMES).text;
}

static bool is_heading(const char *name)
{
    return text_alike(name, "unmitigated") || text_alike(name, "mitigated");
}

/* The row of a name of money, or -1. */
static int money_row(const char *name)
{
    for (int i = 0; i < PLAN_MONEY_ROWS; i++)
        if (text_alike(name, plan_row_name((enum plan_row)i)))
            return i;
    return -1;
}

static bool pupil_row(const char *name)
{
    for (int i = 0; i < PUPIL_ROWS; i++)
        if (text_alike(name, pupil_rows[i]))
            return true;
    return false;
}

/* "2019-20", or as people write it: the year it begins in; 0 when it is none. */
static int year_of(const struct sheet_reading *s, const struct typed_cell *cell)
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
static int find_years(const struct sheet_reading *s)
{
    for (int row = 0; row < s->cells->rows; row++) {
        const struct typed_cell first = cells_at(s->cells, row, FIRST_YEAR);

        if (year_of(s, &first) > 0)
            return row;
    }
    problem(s->problems, (struct place){.file = s->cells->file},
            "no row has financial years from column D on");
    problem_hint(s->problems, "the sheet's years stand in row 3: 2019-20, 2020-21, ...");
    return -1;
}

/* One heading of a column; what has none ends the years. */
static bool add_year(struct sheet_reading *s, int row, int column)
{
    struct typed_plan *plan = s->plan;
    const struct typed_cell cell = cells_at(s->cells, row, column);
    const int year = year_of(s, &cell);

    if (year == 0)
        return fault(s, row, column, "this is no financial year, as the columns before it have");
    if (plan->years == PLAN_MOST_YEARS)
        return fault(s, row, column, "more than 30 years");
    if (plan->years == 0)
        plan->first = year;
    else if (year != plan->first + plan->years)
        return fault(s, row, column, "this is not the year after the one before it");
    plan->column[plan->years++] = column;
    return true;
}

static bool read_years(struct sheet_reading *s, int row)
{
    bool good = true;

    for (int column = FIRST_YEAR; good && column < s->cells->columns; column++)
        if (cells_at(s->cells, row, column).kind != TYPED_NOTHING)
            good = add_year(s, row, column);
    return good;
}

/* "Mitigated forecast: Review package" names a scenario behind its colon. */
static const char *scenario_of(const struct sheet_reading *s, int row)
{
    const char *words = cells_at(s->cells, row, WORDS).text, *colon = strchr(words, ':');

    if (!colon)
        return words[0] ? words : name_in(s, row);
    for (colon++; *colon == ' '; colon++)
        ;
    return *colon ? colon : words;
}

static const char *file_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

static void find_blocks(struct sheet_reading *s, int years)
{
    for (int row = years + 1; row < s->cells->rows && s->blocks < MOST_BLOCKS; row++)
        if (is_heading(name_in(s, row))) {
            if (s->blocks > 0)
                s->block[s->blocks - 1].end = row;
            s->block[s->blocks++] =
                (struct block){row + 1, s->cells->rows, name_in(s, row), scenario_of(s, row)};
        }
    if (s->blocks == 0)
        s->block[s->blocks++] =
            (struct block){years + 1, s->cells->rows, NULL, file_name(s->cells->file)};
}

/* Is it the block that was asked for, or the one that is taken unasked? */
static bool suits(const struct sheet_reading *s, const struct block *block, const char *asked)
{
    if (asked)
        return text_alike(asked, block->name) || text_alike(asked, block->kind);
    return s->blocks == 1 || text_alike(block->kind, "mitigated");
}

static const struct block *no_block(const struct sheet_reading *s, const char *asked, int found)
{
    const char *names[MOST_BLOCKS];
    const struct place at = {.file = s->cells->file};

    for (int i = 0; i < s->blocks; i++)
        names[i] = s->block[i].name;
    if (found > 1)
        problem(s->problems, at, "%d of the blocks may be meant", found);
    else
        problem(s->problems, at, asked ? "no block is called '%s'" : "no block is mitigated",
                asked ? asked : "");
    problem_hint(s->problems, "say which with --block: %s",
                 text_list(s->arena, names, s->blocks, MOST_BLOCKS));
    return NULL;
}

static const struct block *choose(const struct sheet_reading *s, const char *asked)
{
    const struct block *chosen = NULL;
    int found = 0;

    for (int i = 0; i < s->blocks; i++)
        if (suits(s, &s->block[i], asked)) {
            chosen = &s->block[i];
            found++;
        }
    return found == 1 ? chosen : no_block(s, asked, found);
}

static bool has_figures(const struct sheet_reading *s, int row)
{
    for (int y = 0; y < s->plan->years; y++)
        if (cells_at(s->cells, row, s->plan->column[y]).kind != TYPED_NOTHING)
            return true;
    return false;
}

/* A figure that there must be; false when it is none. */
static bool read_figure(struct sheet_reading *s, int row, int column, pence *out)
{
    const struct typed_cell cell = cells_at(s->cells, row, column);

    return plan_amount(s->arena, s->problems, &cell, cells_name(s->arena, s->cells, row, column),
                       out);
}

static bool is_total(enum plan_row row) { return row == SPEND_TOTAL || row >= INCOME_TOTAL; }

/* A total may be left out, and is then worked out. */
static bool is_missing(struct sheet_reading *s, int row, enum plan_row as, int year)
{
    const int column = s->plan->column[year], begins = s->plan->first + year;
    const struct typed_cell cell = cells_at(s->cells, row, column);

    if (cell.kind != TYPED_NOTHING)
        return false;
    if (is_total(as))
        return true;
    problem(s->problems, cell.at, "%s'%s' has nothing for %d-%02d, and has for other years",
            cells_name(s->arena, s->cells, row, column), plan_row_name(as), begins,
            (begins + 1) % 100);
    problem_hint(s->problems, "write 0 where nought is meant");
    return true;
}

static void read_money(struct sheet_reading *s, int row, enum plan_row as)
{
    struct typed_plan *plan = s->plan;

    if (plan->at[as] >= 0) {
        problem(s->problems, cells_at(s->cells, row, NAMES).at,
                "%sthe row '%s' is in this block already, in line %d",
                cells_name(s->arena, s->cells, row, NAMES), plan_row_name(as),
                cells_at(s->cells, plan->at[as], NAMES).at.line);
        return;
    }
    plan->at[as] = row;
    for (int y = 0; y < plan->years; y++)
        if (!is_missing(s, row, as, y))
            plan->given[as][y] = read_figure(s, row, plan->column[y], &plan->amount[as][y]);
}

/* Pupils are numbers as well, and nothing is made of them. */
static void read_pupils(struct sheet_reading *s, int row)
{
    s->plan->pupils++;
    for (int y = 0; y < s->plan->years; y++) {
        const int column = s->plan->column[y];
        const struct typed_cell cell = cells_at(s->cells, row, column);

        if (cell.kind != TYPED_NOTHING)
            plan_pupils(s->arena, s->problems, &cell, cells_name(s->arena, s->cells, row, column));
    }
}

static void unknown_row(struct sheet_reading *s, int row)
{
    const char *names[PLAN_MONEY_ROWS], *name = name_in(s, row);

    if (name[0] == '\0') {
        fault(s, row, NAMES, "this row has figures, and no name in column B");
        problem_hint(s->problems, "name it, as spend.special, or empty it");
        return;
    }
    for (int i = 0; i < PLAN_MONEY_ROWS; i++)
        names[i] = plan_row_name((enum plan_row)i);
    problem(s->problems, cells_at(s->cells, row, NAMES).at, "%sno row is called '%s'",
            cells_name(s->arena, s->cells, row, NAMES), name);
    problem_hint(s->problems, "%s",
                 text_meant(s->arena, name, "the rows are", names, PLAN_MONEY_ROWS));
}

static void read_row(struct sheet_reading *s, int row)
{
    const int money = money_row(name_in(s, row));

    if (money == BALANCE_CARRIED && cells_at(s->cells, row, BEFORE).kind != TYPED_NOTHING)
        s->plan->opened = read_figure(s, row, BEFORE, &s->plan->opening);
    if (!has_figures(s, row))
        return;
    if (money >= 0)
        read_money(s, row, (enum plan_row)money);
    else if (pupil_row(name_in(s, row)))
        read_pupils(s, row);
    else
        unknown_row(s, row);
}

struct typed_plan *plan_typed(struct arena *arena, struct problems *problems,
                              const struct cells *cells, const char *asked)
{
    struct sheet_reading s = {.arena = arena,
                              .problems = problems,
                              .cells = cells,
                              .plan = ARENA_NEW(arena, struct typed_plan)};
    const int years = find_years(&s), before = problems_noted(problems);

    s.plan->cells = cells;
    for (int i = 0; i < PLAN_MONEY_ROWS; i++)
        s.plan->at[i] = -1;
    if (years < 0 || !read_years(&s, years))
        return NULL;
    find_blocks(&s, years);
    const struct block *block = choose(&s, asked);
    if (!block)
        return NULL;
    s.plan->name = block->name;
    for (int row = block->from; row < block->end; row++)
        read_row(&s, row);
    return problems_noted(problems) == before ? s.plan : NULL;
}
