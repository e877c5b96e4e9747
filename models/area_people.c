/* Who lives there, and who has a plan in the base January. model.md sections 3.4 and 4. */
#include <math.h>

#include "models/fit.h"
#include "models/tables.h"

static const struct table_form population_form = {
    2, {{"year", BY_YEAR, false}, {"age", BY_AGE, false}}, "persons", AN_AMOUNT};

bool area_read_population(struct area_reader *r, const struct table_file *file)
{
    struct area *area = r->area;
    struct grid grid = {0};
    const struct table *t = table_read(r, file, &population_form);

    if (t == NULL || !grid_fill(&grid, t) || !grid_complete(&grid, NULL))
        return false;
    const int first = grid.origin[0], years = grid.size[0];
    if (t->rows == 0 || first > area->base || first + years <= area->base)
        return problem(r->d.problems, t->top, "no row gives January %d, the base", area->base);
    if (years > MOST_POPULATION_YEARS)
        return problem(r->d.problems, t->top, "%d years of population, more than %d", years,
                       MOST_POPULATION_YEARS);
    area->population_first = first;
    area->population_years = years;
    for (int y = 0; y < years; y++)
        for (int age = area->first_age; age < area->ages; age++)
            area->population[y][age] = grid_value(&grid, (int[]){first + y, age, 0, 0});
    return true;
}

#define PEOPLE(all, value)                                                                         \
    {                                                                                              \
        3, {{"age", BY_AGE, all}, {"need", BY_NEED, all}, {"setting", BY_SETTING, all}}, value,    \
            AN_AMOUNT                                                                              \
    }

static const struct table_form caseload_form = PEOPLE(false, "plans");
static const struct table_form margin_form = PEOPLE(true, "plans");
static const struct table_form seed_form = PEOPLE(true, "weight");

static bool served(const struct area *area, const int index[MOST_DIMENSIONS])
{
    return area_serves(area, index[2], index[0]);
}

static bool check_served(struct area_reader *r, const struct table *t)
{
    bool fine = true;

    for (int i = 0; i < t->rows; i++) {
        const struct table_row *row = &t->row[i];
        if (row->value <= 0 || served(r->area, row->first))
            continue;
        problem(r->d.problems, row->at, "'%s' does not serve age %d",
                r->area->setting[row->first[2]].name.key, row->first[0]);
        fine = false;
    }
    return fine;
}

/* The whole table as it is; cells that no row gives hold nobody. */
static bool read_whole(struct area_reader *r, const struct table_file *file)
{
    struct area *area = r->area;
    struct grid grid = {0};
    const struct table *t = table_read(r, file, &caseload_form);

    if (t == NULL || !grid_fill(&grid, t) || !check_served(r, t))
        return false;
    for (int i = 0; i < t->rows; i++) {
        const struct table_row *row = &t->row[i];
        area->caseload[row->first[1]][row->first[0]][row->first[2]] = row->value;
    }
    return true;
}

enum { MOST_MARGINS = 8 };

struct margins {
    int count;
    const struct table *table[MOST_MARGINS];
    struct margin margin[MOST_MARGINS];
};

static double total_of(const struct table *t)
{
    double total = 0;
    for (int i = 0; i < t->rows; i++)
        total += t->row[i].value;
    return total;
}

static bool read_margin(struct area_reader *r, struct node *item, struct margins *m)
{
    struct table_file file = {0};
    struct grid grid = {0};

    if (!decode_table(&r->d, item, &file))
        return false;
    const struct table *t = table_read(r, &file, &margin_form);
    if (t == NULL || !grid_fill(&grid, t) || !grid_complete(&grid, served))
        return false;
    double *total = ARENA_ARRAY(r->d.arena, double, t->rows);
    for (int i = 0; i < t->rows; i++)
        total[i] = t->row[i].value;
    m->table[m->count] = t;
    m->margin[m->count++] = (struct margin){t->rows, total, grid.row};
    return true;
}

static bool check_totals(struct area_reader *r, const struct margins *m)
{
    bool fine = true;

    for (int i = 1; i < m->count; i++) {
        const double first = total_of(m->table[0]), this = total_of(m->table[i]);
        if (fabs(first - this) <= 1e-6 * (1 + first))
            continue;
        problem(r->d.problems, m->table[i]->top,
                "the plans come to %.10g here, and to %.10g in '%s'", this, first,
                m->table[0]->file);
        fine = problem_hint(r->d.problems, "margins of one caseload have one total");
    }
    return fine;
}

/* 1 wherever a setting serves the age, times the seed. */
static bool start_from(struct area_reader *r, struct node *seed, double *cell)
{
    const struct area *area = r->area;
    struct table_file file = {0};
    struct grid grid = {0};
    const struct table *t = NULL;
    const int last[] = {area->ages - 1, area->needs - 1, area->settings - 1, 0};
    int index[MOST_DIMENSIONS] = {0};

    if (seed != NULL) {
        if (!decode_table(&r->d, seed, &file))
            return false;
        t = table_read(r, &file, &seed_form);
        if (t == NULL || !grid_fill(&grid, t))
            return false;
    }
    do {
        const struct table_row *row = t == NULL ? NULL : grid_row(&grid, index);
        *cell++ = !served(area, index) ? 0 : row == NULL ? 1 : row->value;
    } while (table_next(3, (int[]){0, 0, 0}, last, index));
    return true;
}

static bool check_fit(struct area_reader *r, const struct margins *m, const struct fit *fit)
{
    const struct table *t = m->table[fit->margin];
    const struct table_row *row = &t->row[fit->row];

    if (fit->outcome == IMPOSSIBLE) {
        problem(r->d.problems, row->at, "nobody can be here, and the row says %.10g", row->value);
        return problem_hint(r->d.problems,
                            "no setting serves them, or the seed or another margin says 0");
    }
    if (fit->outcome == UNSETTLED) {
        problem(r->d.problems, row->at,
                "the margins contradict one another: this row is still %.3g pupils out",
                fit->residual);
        return problem_hint(r->d.problems, "after %d sweeps of fitting", fit->sweeps);
    }
    return true;
}

static bool fit_caseload(struct area_reader *r, struct node *seed, const struct margins *m)
{
    struct area *area = r->area;
    const int cells = area->ages * area->needs * area->settings;
    double *cell = ARENA_ARRAY(r->d.arena, double, cells);

    if (!start_from(r, seed, cell))
        return false;
    const struct fit fit = fit_margins(r->d.arena, cells, cell, m->count, m->margin);
    if (!check_fit(r, m, &fit))
        return false;
    area->fitted = true;
    area->fit_residual = fit.residual;
    for (int age = 0; age < area->ages; age++)
        for (int k = 0; k < area->needs; k++)
            for (int s = 0; s < area->settings; s++)
                area->caseload[k][age][s] = *cell++;
    return true;
}

static bool read_margins(struct area_reader *r, struct node *list, struct node *seed)
{
    struct margins m = {0};
    bool fine = true;

    if (!decode_expect(&r->d, list, SEQUENCE, "margins"))
        return false;
    list->read = true;
    if (list->count == 0 || list->count > MOST_MARGINS)
        return problem(r->d.problems, list->at, "'margins' must name 1 to %d tables, not %d",
                       MOST_MARGINS, list->count);
    for (int i = 0; i < list->count; i++)
        fine &= read_margin(r, list->items[i], &m);
    return fine && check_totals(r, &m) && fit_caseload(r, seed, &m);
}

struct caseload_file {
    struct node *margins, *seed, *table;
    struct node *grounds;
};

static const struct shape margins_shape = {
    .kind = LIST_OF, .of = &table_shape, .least = 1, .most = MOST_MARGINS};

static const struct field caseload_fields[] = {
    FIELD(struct caseload_file, margins, .in = &margins_shape,
          .example = "[need.csv, setting.csv, age.csv]",
          .what = "tables of plans by age, need, setting or any of them"),
    FIELD(struct caseload_file, seed, .in = &table_shape, .beside = "margins",
          .example = "seed.csv", .what = "a table of weights that the fit starts from"),
    FIELD(struct caseload_file, table, .in = &table_shape, .example = "caseload.csv",
          .what = "the whole table of plans, instead of margins"),
    GROUNDS(struct caseload_file),
};

const struct shape area_caseload_shape = {SHAPE_OF(caseload_fields),
                                          .one_of = (const char *const[]){"margins", "table"}};

bool area_read_caseload(struct area_reader *r, struct node *node)
{
    struct caseload_file file = {0};
    struct table_file table = {0};

    if (!tree_decode(&r->d, node, caseload_fields, FIELDS(caseload_fields), &file))
        return false;
    if ((file.margins == NULL) == (file.table == NULL))
        return problem(r->d.problems, node->at, "give one of 'margins' and 'table'");
    if (file.seed != NULL && file.margins == NULL)
        return problem(r->d.problems, file.seed->at, "'seed' needs 'margins' beside it");
    if (file.margins != NULL)
        return read_margins(r, file.margins, file.seed);
    return decode_table(&r->d, file.table, &table) && read_whole(r, &table);
}
