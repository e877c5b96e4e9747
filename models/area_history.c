/* What was published of the Januaries before the base: read, and held against itself. model.md 10.
 */
#include <math.h>

#include "models/history.h"
#include "models/tables.h"

struct history_file {
    struct table_file settings, ages, new_plans, conversions, left_mainstream;
    struct node *margins, *endings;
    struct node *grounds;
};

struct endings_file {
    struct table_file leavers, others;
    struct node *grounds;
};

static const struct field endings_fields[] = {
    FIELD(struct endings_file, leavers, .required = true, .example = "history-leavers.csv",
          .what = "who left school or college, shared as the area's own rates of ending are"),
    FIELD(struct endings_file, others, .required = true, .example = "history-others.csv",
          .what = "all other plans that ended, alike for all"),
    GROUNDS(struct endings_file),
};

static const struct shape endings_shape = {SHAPE_OF(endings_fields)};
static const struct shape margins_shape = {
    .kind = LIST_OF, .of = &table_shape, .least = 1, .most = MOST_PAST_MARGINS};

static const struct field history_fields[] = {
    FIELD(struct history_file, settings, .required = true, .example = "history-setting.csv",
          .what = "plans by January and setting"),
    FIELD(struct history_file, ages, .required = true, .example = "history-age.csv",
          .what = "plans by January and age, in bands that are the same each January"),
    FIELD(struct history_file, margins, .in = &margins_shape, .example = "[history-need.csv]",
          .what = "tables by January that a look back's start is fitted to as well"),
    FIELD(struct history_file, new_plans, .required = true, .example = "history-new-plans.csv",
          .what = "plans that began, by calendar year and, where known, age and need"),
    FIELD(struct history_file, endings, .in = &endings_shape,
          .example = "{leavers: leavers.csv, others: others.csv}",
          .what = "plans that ended, by calendar year"),
    FIELD(struct history_file, conversions, .beside = "endings",
          .example = "history-conversions.csv",
          .what = "who joined without a new plan, by calendar year, age and setting"),
    FIELD(struct history_file, left_mainstream, .example = "history-moves.csv",
          .what = "who moved out of mainstream, by calendar year and the setting they moved to"),
    GROUNDS(struct history_file),
};

const struct shape area_history_shape = {SHAPE_OF(history_fields)};

#define JANUARY_COLUMN                                                                             \
    {                                                                                              \
        "january", BY_YEAR, false                                                                  \
    }
#define DURING_COLUMN                                                                              \
    {                                                                                              \
        "during", BY_CALENDAR_YEAR, false                                                          \
    }

static const struct table_form settings_form = {
    2, {JANUARY_COLUMN, {"setting", BY_SETTING, false}}, "plans", AN_AMOUNT};
static const struct table_form ages_form = {
    2, {JANUARY_COLUMN, {"age", BY_AGE, true}}, "plans", AN_AMOUNT};
static const struct table_form margin_form = {
    4,
    {JANUARY_COLUMN, {"age", BY_AGE, true}, {"need", BY_NEED, true}, {"setting", BY_SETTING, true}},
    "plans",
    AN_AMOUNT};
static const struct table_form new_plans_form = {
    3, {DURING_COLUMN, {"age", BY_AGE, true}, {"need", BY_NEED, true}}, "plans", AN_AMOUNT};
static const struct table_form endings_form = {
    4,
    {DURING_COLUMN, {"age", BY_AGE, true}, {"need", BY_NEED, true}, {"setting", BY_SETTING, true}},
    "plans",
    AN_AMOUNT};
static const struct table_form conversions_form = {4,
                                                   {DURING_COLUMN,
                                                    {"age", BY_AGE, false},
                                                    {"need", BY_NEED, true},
                                                    {"setting", BY_SETTING, false}},
                                                   "plans",
                                                   AN_AMOUNT};
static const struct table_form left_form = {
    2, {DURING_COLUMN, {"setting", BY_SETTING, false}}, "plans", AN_AMOUNT};

/* Which of [year][age][need][setting] a column says. */
static int slot_of(enum dimension_kind kind)
{
    return kind == BY_AGE ? 1 : kind == BY_NEED ? 2 : kind == BY_SETTING ? 3 : 0;
}

/* The cells of one row; whatever its columns do not say is all of it. */
static void lay(const struct area *area, const struct table *t, int n, int first_year, int *row_of)
{
    int first[] = {0, 0, 0, 0};
    int last[] = {0, area->ages - 1, area->needs - 1, area->settings - 1};

    for (int i = 0; i < t->form->dimensions; i++) {
        const int slot = slot_of(t->form->by[i].kind), less = slot == 0 ? first_year : 0;
        first[slot] = t->row[n].first[i] - less;
        last[slot] = t->row[n].last[i] - less;
    }
    int at[] = {first[0], first[1], first[2], first[3]};
    do
        row_of[((at[0] * area->ages + at[1]) * area->needs + at[2]) * area->settings + at[3]] = n;
    while (table_next(4, first, last, at));
}

static const struct past *past_of(struct area_reader *r, const struct grid *grid)
{
    const struct table *t = grid->table;
    struct past *past = ARENA_NEW(r->d.arena, struct past);
    double *plans = ARENA_ARRAY(r->d.arena, double, t->rows + 1);
    int *year = ARENA_ARRAY(r->d.arena, int, t->rows + 1);

    *past = (struct past){
        t->top, grid->origin[0], grid->origin[0] + grid->size[0] - 1, t->rows, plans, year, NULL};
    if (t->rows == 0)
        past->last = past->first - 1;
    const int cells = grid->size[0] * past_cells(r->area);
    int *row_of = ARENA_ARRAY(r->d.arena, int, cells);
    for (int i = 0; i < cells; i++)
        row_of[i] = -1;
    for (int n = 0; n < t->rows; n++) {
        plans[n] = t->row[n].value;
        year[n] = t->row[n].first[0];
        lay(r->area, t, n, past->first, row_of);
    }
    past->row_of = row_of;
    return past;
}

/* What has not been published by the base cannot be held against a run to it. */
static bool check_before_base(struct area_reader *r, const struct table *t)
{
    const int base = r->area->base;

    for (int n = 0; n < t->rows; n++) {
        if (t->row[n].first[0] < base - MOST_POPULATION_YEARS) {
            problem(r->d.problems, t->row[n].at, "%d is long before the base, January %d",
                    t->row[n].first[0], base);
            return problem_hint(r->d.problems, "by more than %d years", MOST_POPULATION_YEARS);
        }
        if (t->row[n].first[0] >= base) {
            problem(r->d.problems, t->row[n].at, "%d is not before the base, January %d",
                    t->row[n].first[0], base);
            return problem_hint(r->d.problems,
                                "a look back ends at the base, whose plans are in 'caseload'");
        }
    }
    return true;
}

/* Every year from the first to the last before the base has a row. */
static bool check_every_year(struct area_reader *r, const struct table *t)
{
    const int base = r->area->base;
    int first = base - 1;

    for (int n = 0; n < t->rows; n++)
        first = t->row[n].first[0] < first ? t->row[n].first[0] : first;
    for (int year = first; year < base; year++) {
        bool given = false;
        for (int n = 0; n < t->rows; n++)
            given |= t->row[n].first[0] == year;
        if (given)
            continue;
        problem(r->d.problems, t->top, "no row gives %d", year);
        return problem_hint(r->d.problems, "the years run to the last before the base, January %d",
                            base);
    }
    return true;
}

static bool read_past(struct area_reader *r, const struct table_file *file,
                      const struct table_form *form, struct grid *grid, const struct past **out)
{
    const struct table *t = table_read(r, file, form);

    if (t == NULL || !check_before_base(r, t) || !grid_fill(grid, t))
        return false;
    *out = past_of(r, grid);
    return true;
}

static bool served(const struct area *area, const int index[MOST_DIMENSIONS])
{
    return area_serves(area, index[3], index[1]);
}

/* A table of plans each January; only cells that can hold somebody need a row. */
static bool read_stock(struct area_reader *r, const struct table_file *file,
                       const struct table_form *form, struct grid *grid, const struct past **out)
{
    return read_past(r, file, form, grid, out) && check_every_year(r, grid->table) &&
           grid_complete(grid, form == &margin_form ? served : NULL);
}

static bool read_settings(struct area_reader *r, const struct table_file *file,
                          struct history *history)
{
    struct grid grid = {0};

    return file->path.text == NULL ||
           read_stock(r, file, &settings_form, &grid, &history->settings);
}

/* The bands of the first January are those of every other. */
static bool read_bands(struct area_reader *r, const struct table *t, struct history *history)
{
    struct past_band *band = ARENA_ARRAY(r->d.arena, struct past_band, t->rows + 1);
    const int first = history->ages->first;

    history->band = band;
    for (int n = 0; n < t->rows; n++)
        if (t->row[n].first[0] == first)
            band[history->bands++] = (struct past_band){t->row[n].first[1], t->row[n].last[1]};
    for (int n = 0; n < t->rows; n++) {
        bool known = false;
        for (int b = 0; b < history->bands; b++)
            known |= band[b].first == t->row[n].first[1] && band[b].last == t->row[n].last[1];
        if (known)
            continue;
        problem(r->d.problems, t->row[n].at, "'%d-%d' is no band of January %d", t->row[n].first[1],
                t->row[n].last[1], first);
        return problem_hint(r->d.problems, "the bands of every January are those of the first");
    }
    return true;
}

static bool read_ages(struct area_reader *r, const struct table_file *file, struct history *history)
{
    struct grid grid = {0};

    return file->path.text == NULL || (read_stock(r, file, &ages_form, &grid, &history->ages) &&
                                       read_bands(r, grid.table, history));
}

static bool read_margins(struct area_reader *r, struct node *list, struct history *history)
{
    bool fine = true;

    if (list == NULL)
        return true;
    if (!decode_expect(&r->d, list, SEQUENCE, "margins"))
        return false;
    list->read = true;
    if (list->count == 0 || list->count > MOST_PAST_MARGINS)
        return problem(r->d.problems, list->at, "'margins' must name 1 to %d tables, not %d",
                       MOST_PAST_MARGINS, list->count);
    for (int i = 0; i < list->count; i++) {
        struct table_file file = {0};
        struct grid grid = {0};
        fine &= decode_table(&r->d, list->items[i], &file) &&
                read_stock(r, &file, &margin_form, &grid, &history->margin[history->margins]);
        history->margins += history->margin[history->margins] != NULL;
    }
    return fine;
}

/* What happened in every calendar year, by its table. */
static bool read_flow(struct area_reader *r, const struct table_file *file,
                      const struct table_form *form, const struct past **out)
{
    struct grid grid = {0};

    return file->path.text == NULL ||
           (read_past(r, file, form, &grid, out) && check_every_year(r, grid.table));
}

static bool read_endings(struct area_reader *r, struct node *node, struct history *history)
{
    struct endings_file file = {0};

    if (node == NULL)
        return true;
    bool fine = tree_decode(&r->d, node, endings_fields, FIELDS(endings_fields), &file);
    fine &= read_flow(r, &file.leavers, &endings_form, &history->leavers);
    fine &= read_flow(r, &file.others, &endings_form, &history->others);
    return fine;
}

/* What happened once, in some years. */
static bool read_conversions(struct area_reader *r, const struct history_file *file,
                             struct history *history)
{
    struct grid grid = {0};
    bool fine = true;

    if (file->conversions.path.text == NULL)
        return true;
    if (file->endings == NULL)
        fine = problem(r->d.problems, file->conversions.path.at,
                       "'conversions' needs 'endings' beside it");
    if (!read_past(r, &file->conversions, &conversions_form, &grid, &history->conversions))
        return false;
    for (int n = 0; n < grid.table->rows; n++) {
        const struct table_row *row = &grid.table->row[n];
        if (row->value > 0 && !area_serves(r->area, row->first[3], row->first[1]))
            fine = problem(r->d.problems, row->at, "'%s' does not serve age %d",
                           r->area->setting[row->first[3]].name.key, row->first[1]);
    }
    return fine;
}

static bool read_left(struct area_reader *r, const struct table_file *file, struct history *history)
{
    struct grid grid = {0};
    bool fine = true;

    if (file->path.text == NULL)
        return true;
    if (!read_past(r, file, &left_form, &grid, &history->left_mainstream))
        return false;
    for (int n = 0; n < grid.table->rows; n++) {
        const struct setting *to = &r->area->setting[grid.table->row[n].first[1]];
        if (!to->mainstream)
            continue;
        problem(r->d.problems, grid.table->row[n].at, "'%s' is mainstream itself", to->name.key);
        fine = problem_hint(r->d.problems, "moves are counted out of mainstream settings");
    }
    return fine;
}

/* Plans in one January; false when no row gives it. */
static bool total_of(const struct past *past, int january, double *total)
{
    bool given = false;

    *total = 0;
    for (int n = 0; n < past->rows; n++)
        if (past->year[n] == january) {
            *total += past->plans[n];
            given = true;
        }
    return given;
}

static bool check_total(struct area_reader *r, const struct past *settings, const struct past *past)
{
    double first, this;

    for (int january = past->first; january <= past->last; january++) {
        if (!total_of(settings, january, &first) || !total_of(past, january, &this) ||
            fabs(first - this) <= 1e-6 * (1 + first))
            continue;
        problem(r->d.problems, past->top,
                "the plans of January %d come to %.10g here, and to %.10g in '%s'", january, this,
                first, settings->top.file);
        return problem_hint(r->d.problems, "tables of one January have one total");
    }
    return true;
}

static bool check_totals(struct area_reader *r, const struct history *history)
{
    bool fine = history->ages == NULL || check_total(r, history->settings, history->ages);

    for (int i = 0; i < history->margins; i++)
        fine &= check_total(r, history->settings, history->margin[i]);
    return fine;
}

bool area_read_history(struct area_reader *r, struct node *node)
{
    struct history_file file = {0};
    struct history *history = ARENA_NEW(r->d.arena, struct history);
    bool fine = tree_decode(&r->d, node, history_fields, FIELDS(history_fields), &file);

    history->at = node->at;
    fine &= read_settings(r, &file.settings, history);
    fine &= read_ages(r, &file.ages, history);
    fine &= read_margins(r, file.margins, history);
    fine &= read_flow(r, &file.new_plans, &new_plans_form, &history->new_plans);
    fine &= read_endings(r, file.endings, history);
    fine &= read_conversions(r, &file, history);
    fine &= read_left(r, &file.left_mainstream, history);
    r->area->history = history;
    if (history->settings != NULL)
        fine &= check_totals(r, history);
    return fine;
}
