/* Tables of cells in CSV: every row is a box of cells, and every cell is given once. */
#include "models/tables.h"

#include <math.h>
#include <string.h>

#include "engine/base/csv.h"
#include "engine/base/text.h"
#include "engine/yaml/value.h"

/* Nobody counts more; beyond it a run could not be kept to the penny. */
static const double most_people = 1e9;

/* The largest index of a dimension; a year is whatever it is. */
static int last_of(const struct area *area, enum dimension_kind kind)
{
    const int count[] = {
        [BY_AGE] = area->ages,         [BY_NEED] = area->needs,      [BY_PHASE] = area->phases,
        [BY_SETTING] = area->settings, [BY_BOUNDARY] = area->phases, [BY_YEAR] = 1,
        [BY_CALENDAR_YEAR] = 1};
    return count[kind] - 1;
}

static bool is_year(enum dimension_kind kind)
{
    return kind == BY_YEAR || kind == BY_CALENDAR_YEAR;
}

static bool read_ages(struct table *t, struct label cell, int *first, int *last)
{
    const struct area *area = t->reader->area;

    if (ages_parse(cell.text, first, last) && *first >= area->first_age && *last < area->ages)
        return true;
    problem(t->reader->d.problems, cell.at, "'%s' is not an age of the area", cell.text);
    if (!ages_parse(cell.text, first, last) && ages_meant(t->reader->d.arena, cell.text) != NULL)
        return problem_hint(t->reader->d.problems, "write it as %s, and in a spreadsheet as text",
                            ages_meant(t->reader->d.arena, cell.text));
    return problem_hint(t->reader->d.problems, "its phases run from %d to %d", area->first_age,
                        area->ages - 1);
}

static bool read_year(struct table *t, enum dimension_kind kind, struct label cell, int *year)
{
    if (year_parse(cell.text, false, year))
        return true;
    problem(t->reader->d.problems, cell.at, "'%s' is not a year", cell.text);
    if (kind == BY_CALENDAR_YEAR)
        return problem_hint(t->reader->d.problems, "write the calendar year it is of, as in 2018");
    return problem_hint(t->reader->d.problems, "write the January it is for, as in 2019");
}

/* `within`, or the phase that is entered; nobody enters the first. */
static int find_boundary(struct table *t, struct label cell)
{
    const struct area *area = t->reader->area;
    if (text_same(cell.text, "within"))
        return 0;
    const int phase = names_index(names_of_phases(area), cell.text);
    if (phase > 0)
        return phase;
    const char *keys[MOST_NAMES];
    const int count = names_keys(names_of_phases(area), keys);
    keys[0] = "within";
    problem(t->reader->d.problems, cell.at, "unknown boundary '%s'", cell.text);
    problem_hint(t->reader->d.problems, "%s",
                 text_meant(t->reader->d.arena, cell.text, "a boundary is one of", keys, count));
    return -1;
}

static int find_name(struct table *t, enum dimension_kind kind, struct label cell)
{
    const struct area *area = t->reader->area;

    if (kind == BY_BOUNDARY)
        return find_boundary(t, cell);
    const struct names names = kind == BY_NEED    ? names_of_needs(area)
                               : kind == BY_PHASE ? names_of_phases(area)
                                                  : names_of_settings(area);
    return names_find(&t->reader->d, names, cell);
}

static bool read_index(struct table *t, const struct dimension *by, struct label cell, int *first,
                       int *last)
{
    if (*cell.text == '\0' && by->all) {
        *first = 0;
        *last = last_of(t->reader->area, by->kind);
        return true;
    }
    if (is_year(by->kind))
        return read_year(t, by->kind, cell, first) && (*last = *first, true);
    if (by->kind != BY_AGE) {
        *last = *first = find_name(t, by->kind, cell);
        return *first >= 0;
    }
    if (!read_ages(t, cell, first, last))
        return false;
    if (by->all || *first == *last)
        return true;
    return problem(t->reader->d.problems, cell.at, "'%s' must be one age in this table", cell.text);
}

static bool too_many(struct table *t, const struct cell *cell)
{
    problem(t->reader->d.problems, cell->at, "'%s' is too large", cell->text);
    return problem_hint(t->reader->d.problems, "a number here is at most 1,000,000,000");
}

static bool read_value(struct table *t, const struct cell *cell, double *value)
{
    const bool share = t->form->quantity == A_SHARE;
    bool percent = false, pounds = false;

    *value = 0;
    if (value_parse(cell->text, value, &percent, &pounds) && !pounds && *value >= 0 &&
        (share ? *value <= 1 : !percent))
        return *value <= most_people || too_many(t, cell);
    problem(t->reader->d.problems, cell->at, "'%s' does not fit column '%s'", cell->text,
            t->form->value);
    return problem_hint(t->reader->d.problems,
                        share ? "a share is 0 to 1, or 0%% to 100%%" : "write a number, 0 or more");
}

static bool read_row(struct table *t, const struct csv *csv, const int column[], int row)
{
    const struct cell *cells = csv->cells + (ptrdiff_t)row * csv->columns;
    struct table_row *out = &t->row[row];
    bool fine = true;

    out->at = cells[0].at;
    for (int i = 0; i < t->form->dimensions; i++) {
        struct label cell = {"", out->at};
        if (column[i] >= 0)
            cell = (struct label){cells[column[i]].text, cells[column[i]].at};
        fine &= read_index(t, &t->form->by[i], cell, &out->first[i], &out->last[i]);
    }
    return read_value(t, &cells[column[MOST_DIMENSIONS]], &out->value) && fine;
}

static bool missing_column(struct table *t, const char *name)
{
    return problem(t->reader->d.problems, t->top, "there is no column '%s'", name);
}

static bool known_column(struct table *t, const struct cell *header)
{
    const char *names[MOST_DIMENSIONS + 1];
    int count = 0;

    for (int i = 0; i < t->form->dimensions; i++)
        names[count++] = t->form->by[i].column;
    names[count++] = t->form->value;
    for (int i = 0; i < count; i++)
        if (text_alike(names[i], header->text))
            return true;
    if (text_alike(header->text, "note") || text_alike(header->text, "source"))
        return true;
    problem(t->reader->d.problems, header->at, "unknown column '%s'", header->text);
    return problem_hint(
        t->reader->d.problems, "%s",
        text_meant(t->reader->d.arena, header->text, "this table has", names, count));
}

/* The columns of the form, the value's last; -1 for one that stands for all. */
static bool find_columns(struct table *t, const struct csv *csv, int column[MOST_DIMENSIONS + 1])
{
    bool fine = true;

    for (int i = 0; i < csv->columns; i++)
        fine &= known_column(t, &csv->header[i]);
    for (int i = 0; i < t->form->dimensions; i++) {
        column[i] = csv_column(csv, t->form->by[i].column);
        t->has[i] = column[i] >= 0;
        if (column[i] < 0 && !t->form->by[i].all)
            fine = missing_column(t, t->form->by[i].column);
    }
    column[MOST_DIMENSIONS] = csv_column(csv, t->form->value);
    if (column[MOST_DIMENSIONS] < 0)
        fine = missing_column(t, t->form->value);
    return fine;
}

const struct table *table_read(struct area_reader *r, const struct table_file *file,
                               const struct table_form *form)
{
    int column[MOST_DIMENSIONS + 1] = {0};
    bool fine = true;

    files_add(r->d.arena, r->files, file->path.text);
    const struct csv *csv = csv_read(r->d.arena, r->d.problems, file->path.text, file->path.at);
    if (csv == NULL)
        return NULL;
    struct table *t = ARENA_NEW(r->d.arena, struct table);
    *t = (struct table){.reader = r, .form = form, .file = csv->file, .rows = csv->rows};
    t->top = csv->header[0].at;
    t->row = ARENA_ARRAY(r->d.arena, struct table_row, csv->rows + 1);
    if (!find_columns(t, csv, column))
        return NULL;
    for (int i = 0; i < csv->rows && !problems_full(r->d.problems); i++)
        fine &= read_row(t, csv, column, i);
    return fine ? t : NULL;
}

bool table_next(int dimensions, const int first[], const int last[], int index[])
{
    for (int i = dimensions - 1; i >= 0; i--) {
        if (index[i] < last[i]) {
            index[i]++;
            return true;
        }
        index[i] = first[i];
    }
    return false;
}

/* "5", "ASD", "within" */
static const char *index_name(const struct table *table, const struct dimension *by, int index)
{
    const struct area *area = table->reader->area;

    switch (by->kind) {
    case BY_AGE:
    case BY_YEAR:
    case BY_CALENDAR_YEAR:
        return arena_format(table->reader->d.arena, "%d", index);
    case BY_NEED:
        return area->need[index].key;
    case BY_SETTING:
        return area->setting[index].name.key;
    case BY_BOUNDARY:
        return index == 0 ? "within" : area->phase[index].name.key;
    case BY_PHASE:
        break;
    }
    return area->phase[index].name.key;
}

const char *table_cell_name(const struct table *table, const int index[MOST_DIMENSIONS])
{
    const char *name = "", *gap = "";

    for (int i = 0; i < table->form->dimensions; i++) {
        const struct dimension *by = &table->form->by[i];
        name = arena_format(table->reader->d.arena, "%s%s%s %s", name, gap, by->column,
                            index_name(table, by, index[i]));
        gap = ", ";
    }
    return name;
}

static int cell_of(const struct grid *grid, const int index[])
{
    int cell = 0;

    for (int i = 0; i < grid->table->form->dimensions; i++)
        cell = cell * grid->size[i] + index[i] - grid->origin[i];
    return cell;
}

static bool given_again(const struct grid *grid, const struct table_row *row, const int index[],
                        int earlier)
{
    const struct table *t = grid->table;

    problem(t->reader->d.problems, row->at, "%s is given already", table_cell_name(t, index));
    return problem_hint(t->reader->d.problems, "in line %d", t->row[earlier].at.line);
}

/* Up to the first cell that another row has: many rows of many cells each take no time so. */
static bool lay_row(struct grid *grid, int n)
{
    const struct table_row *row = &grid->table->row[n];
    int index[MOST_DIMENSIONS];

    memcpy(index, row->first, sizeof index);
    do {
        int *owner = &grid->row[cell_of(grid, index)];
        if (*owner >= 0)
            return given_again(grid, row, index, *owner);
        *owner = n;
    } while (table_next(grid->table->form->dimensions, row->first, row->last, index));
    return true;
}

/* The years a table has rows for; every other dimension is the area's. */
static void measure(struct grid *grid, int i)
{
    const struct table *t = grid->table;
    const enum dimension_kind kind = t->form->by[i].kind;

    grid->origin[i] = 0;
    grid->size[i] = last_of(t->reader->area, kind) + 1;
    if (!is_year(kind) || t->rows == 0)
        return;
    int first = t->row[0].first[i], last = first;
    for (int n = 1; n < t->rows; n++) {
        first = t->row[n].first[i] < first ? t->row[n].first[i] : first;
        last = t->row[n].first[i] > last ? t->row[n].first[i] : last;
    }
    grid->origin[i] = first;
    grid->size[i] = last - first + 1;
}

bool grid_fill(struct grid *grid, const struct table *table)
{
    bool fine = true;

    grid->table = table;
    grid->cells = 1;
    for (int i = 0; i < table->form->dimensions; i++) {
        measure(grid, i);
        grid->cells *= grid->size[i];
    }
    grid->row = ARENA_ARRAY(table->reader->d.arena, int, grid->cells);
    for (int i = 0; i < grid->cells; i++)
        grid->row[i] = -1;
    for (int n = 0; n < table->rows; n++)
        fine &= lay_row(grid, n);
    return fine;
}

const struct table_row *grid_row(const struct grid *grid, const int index[MOST_DIMENSIONS])
{
    const int row = grid->row[cell_of(grid, index)];
    return row < 0 ? NULL : &grid->table->row[row];
}

double grid_value(const struct grid *grid, const int index[MOST_DIMENSIONS])
{
    const struct table_row *row = grid_row(grid, index);
    return row == NULL ? 0 : row->value;
}

/* Cells of ages before the first phase are nobody's. */
static bool is_cell(const struct grid *grid, const int index[])
{
    const struct table *t = grid->table;

    for (int i = 0; i < t->form->dimensions; i++)
        if (t->form->by[i].kind == BY_AGE && index[i] < t->reader->area->first_age)
            return false;
    return true;
}

bool grid_complete(const struct grid *grid,
                   bool (*wanted)(const struct area *area, const int index[MOST_DIMENSIONS]))
{
    const struct table *t = grid->table;
    int index[MOST_DIMENSIONS], first_gap[MOST_DIMENSIONS], gaps = 0;
    int last[MOST_DIMENSIONS] = {0};

    for (int i = 0; i < t->form->dimensions; i++)
        last[i] = grid->origin[i] + grid->size[i] - 1;
    memcpy(index, grid->origin, sizeof index);
    do {
        if (grid_row(grid, index) != NULL || !is_cell(grid, index) ||
            (wanted != NULL && !wanted(t->reader->area, index)))
            continue;
        if (gaps++ == 0)
            memcpy(first_gap, index, sizeof first_gap);
    } while (table_next(t->form->dimensions, grid->origin, last, index));
    if (gaps == 0)
        return true;
    problem(t->reader->d.problems, t->top, "no row gives %s", table_cell_name(t, first_gap));
    if (gaps > 1)
        problem_hint(t->reader->d.problems, "nor %d other cells", gaps - 1);
    return false;
}
