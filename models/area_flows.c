/* The flows of a year: who ceases, who comes, and where new plans begin. model.md section 3. */
#include <math.h>

#include "models/tables.h"

struct flows_file {
    struct table_file cease, transfer, entry, incidence;
    struct node *cease_by_setting, *transfer_by_boundary, *incidence_by_need, *incidence_by_phase;
    struct node *growth;
    struct series moves, refused;
    struct node *grounds;
};

static const struct shape multiplier_shape = {SHAPE_VALUE(NUMBER, .unit = RATE)};
static const struct shape multipliers_shape = {
    .kind = NAMES_OF, .of = &multiplier_shape, .footed = true};
static const struct shape growth_of_shape = {SHAPE_VALUE(SERIES, .unit = CHANGE)};
static const struct shape growth_by_need_shape = {
    .kind = NAMES_OF, .of = &growth_of_shape, .footed = true};
static const struct shape growth_shape = {
    .kind = EITHER_OF,
    .either = (const struct shape *const[]){&growth_of_shape, &growth_by_need_shape, NULL}};

static const struct field flow_fields[] = {
    FIELD(struct flows_file, cease, .required = true, .example = "cease.csv",
          .what = "plans that end, by age and need"),
    FIELD(struct flows_file, cease_by_setting, .in = &multipliers_shape,
          .example = "{college: 1.2}", .what = "multipliers of cease"),
    FIELD(struct flows_file, transfer, .required = true, .example = "transfer.csv",
          .what = "moves between settings"),
    FIELD(struct flows_file, transfer_by_boundary, .in = &multipliers_shape,
          .example = "{within: 0.9, secondary: 1.1}",
          .what = "multipliers of the shares that move"),
    FIELD(struct flows_file, entry, .required = true, .example = "entry.csv",
          .what = "where new plans begin"),
    FIELD(struct flows_file, incidence, .required = true, .example = "incidence.csv",
          .what = "new plans a person a year"),
    FIELD(struct flows_file, incidence_by_need, .in = &multipliers_shape,
          .example = "{ASD: {pert: [0.8, 1, 1.2]}}", .what = "multipliers of incidence"),
    FIELD(struct flows_file, incidence_by_phase, .in = &multipliers_shape,
          .example = "{primary: 1.1}", .what = "multipliers of incidence"),
    FIELD(struct flows_file, growth, .in = &growth_shape,
          .example = "{all: 2%, ASD: {mean: 6%, sd: 2%}}",
          .what = "of new plans, into each January"),
    FIELD(struct flows_file, moves, .unit = CHANGE,
          .what = "yearly share of the caseload that comes or goes"),
    FIELD(struct flows_file, refused, .unit = SHARE, .what = "share of requests that are refused"),
    GROUNDS(struct flows_file),
};

const struct shape area_flows_shape = {SHAPE_OF(flow_fields)};

static const struct table_form rate_form = {
    2, {{"age", BY_AGE, true}, {"need", BY_NEED, true}}, "rate", A_SHARE};
static const struct table_form entry_form = {
    3,
    {{"need", BY_NEED, true}, {"phase", BY_PHASE, false}, {"setting", BY_SETTING, false}},
    "share",
    A_SHARE};

static bool read_rates(struct area_reader *r, const struct table_file *file,
                       double rate[MOST_NEEDS][MOST_AGES])
{
    const struct area *area = r->area;
    struct grid grid = {0};
    const struct table *t = table_read(r, file, &rate_form);

    if (t == NULL || !grid_fill(&grid, t) || !grid_complete(&grid, NULL))
        return false;
    for (int k = 0; k < area->needs; k++)
        for (int age = area->first_age; age < area->ages; age++)
            rate[k][age] = grid_value(&grid, (int[]){age, k, 0, 0});
    return true;
}

static bool check_entry_served(struct area_reader *r, const struct table *t)
{
    bool fine = true;

    for (int i = 0; i < t->rows; i++) {
        const struct table_row *row = &t->row[i];
        const struct setting *s = &r->area->setting[row->first[2]];
        const struct phase *phase = &r->area->phase[row->first[1]];
        if (row->value > 0 && !s->serves[row->first[1]])
            fine = problem(r->d.problems, row->at, "'%s' does not serve '%s'", s->name.key,
                           phase->name.key);
    }
    return fine;
}

/* The shares of one need and phase, scaled to come to 1 exactly, so that nobody is lost; their sum.
 */
static double read_entry_of(struct area *area, const struct grid *grid, int need, int phase)
{
    double *share = area->flows.entry[need][phase], sum = 0;

    for (int s = 0; s < area->settings; s++)
        sum += share[s] = grid_value(grid, (int[]){need, phase, s, 0});
    for (int s = 0; sum > 0 && s < area->settings; s++)
        share[s] /= sum;
    return sum;
}

static bool read_entry_into(struct area_reader *r, const struct grid *grid, int phase)
{
    struct area *area = r->area;
    int wrong = 0, first = 0;
    double its_sum = 0;

    for (int k = 0; k < area->needs; k++) {
        const double sum = read_entry_of(area, grid, k, phase);
        if (fabs(sum - 1) > 1e-6 && wrong++ == 0) {
            first = k;
            its_sum = sum;
        }
    }
    if (wrong == 0)
        return true;
    problem(r->d.problems, grid->table->top,
            "the shares of phase %s come to %g for need %s, not to 1", area->phase[phase].name.key,
            its_sum, area->need[first].key);
    return area_other_needs(r, wrong);
}

static bool read_entry(struct area_reader *r, const struct table_file *file)
{
    struct grid grid = {0};
    const struct table *t = table_read(r, file, &entry_form);

    if (t == NULL || !grid_fill(&grid, t) || !check_entry_served(r, t))
        return false;
    bool fine = true;
    for (int p = 0; p < r->area->phases; p++)
        fine &= read_entry_into(r, &grid, p);
    return fine;
}

/* {special: 1.2}: 1 for those not named. `within` is the name of boundary 0. */
static bool read_multipliers(struct area_reader *r, struct node *node, const char *key,
                             struct names names, struct number *multiplier)
{
    bool fine = true;

    for (int i = 0; i < names.count; i++)
        multiplier[i] = (struct number){.central = 1};
    if (node == NULL)
        return true;
    if (!decode_expect(&r->d, node, MAPPING, key))
        return false;
    fine = tree_footing(&r->d, node);
    for (int i = 0; i < node->count; i++) {
        node->keys[i]->read = true;
        if (footing_key(node->keys[i]->text))
            continue;
        const struct label name = tree_label(node->keys[i]);
        const int index = names_find(&r->d, names, name);
        if (index >= 0 && multiplier[index].given)
            fine = names_again(&r->d, name);
        fine &= index >= 0 && decode_number(&r->d, node->items[i], RATE, &multiplier[index]);
    }
    return fine;
}

/* The phases as boundaries: the first is `within`. */
static struct names boundaries(struct area_reader *r)
{
    struct named *names = ARENA_ARRAY(r->d.arena, struct named, r->area->phases);

    for (int p = 0; p < r->area->phases; p++)
        names[p] = r->area->phase[p].name;
    names[0].key = "within";
    return NAMES(names, r->area->phases, "boundary");
}

static bool read_growth(struct area_reader *r, struct node *node)
{
    struct area *area = r->area;
    struct node *item[MOST_NEEDS];
    struct series all = {0};
    bool fine = true;

    if (node == NULL)
        return true;
    if (!area_is_by_need(area, node)) {
        fine = decode_series(&r->d, node, CHANGE, false, &all);
        for (int k = 0; k < area->needs; k++)
            area->flows.growth[k] = all;
        return fine;
    }
    if (!area_by_need(r, node, item))
        return false;
    for (int k = 0; k < area->needs; k++)
        fine &= decode_series(&r->d, item[k], CHANGE, false, &area->flows.growth[k]);
    return fine;
}

static bool read_tables(struct area_reader *r, const struct flows_file *file)
{
    struct flows *flows = &r->area->flows;
    bool fine = true;

    if (file->cease.path.text != NULL)
        fine &= read_rates(r, &file->cease, flows->cease);
    if (file->incidence.path.text != NULL)
        fine &= read_rates(r, &file->incidence, flows->incidence);
    if (file->entry.path.text != NULL)
        fine &= read_entry(r, &file->entry);
    if (file->transfer.path.text != NULL)
        fine &= area_read_transfer(r, &file->transfer);
    return fine;
}

static bool read_all_multipliers(struct area_reader *r, const struct flows_file *file)
{
    struct area *area = r->area;
    struct flows *flows = &area->flows;
    bool fine = read_multipliers(r, file->cease_by_setting, "cease_by_setting",
                                 names_of_settings(area), flows->cease_by_setting);

    fine &= read_multipliers(r, file->transfer_by_boundary, "transfer_by_boundary", boundaries(r),
                             flows->transfer_by_boundary);
    fine &= read_multipliers(r, file->incidence_by_need, "incidence_by_need", names_of_needs(area),
                             flows->incidence_by_need);
    fine &= read_multipliers(r, file->incidence_by_phase, "incidence_by_phase",
                             names_of_phases(area), flows->incidence_by_phase);
    return fine;
}

bool area_read_flows(struct area_reader *r, struct node *node)
{
    struct flows_file file = {0};
    bool fine = tree_decode(&r->d, node, flow_fields, FIELDS(flow_fields), &file);

    r->area->flows.moves = file.moves;
    r->area->flows.refused = file.refused;
    fine &= read_tables(r, &file);
    fine &= read_all_multipliers(r, &file);
    return read_growth(r, file.growth) && fine;
}
