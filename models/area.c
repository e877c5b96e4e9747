/* What a place is like: its file decoded and checked, every mistake at once. model.md 2 to 5. */
#include "models/area_reader.h"
#include "models/change.h"
#include "models/misplaced.h"
#include "models/schema.h"

struct area_file {
    struct label area, code;
    int base;
    struct node *sources, *needs, *phases, *ledgers, *settings, *caseload, *flows, *bands, *top_up;
    struct node *prices, *lines, *funding, *support_without_plan, *capital, *rules, *correlations,
        *history, *variants;
    struct table_file population;
    struct number opening_balance, interest;
};

struct variant_file {
    struct label title;
    struct node *change;
    struct node *grounds;
};

static const struct field variant_fields[] = {
    FIELD(struct variant_file, title, .example = "Nothing grows", .what = "what people call it"),
    FIELD(struct variant_file, change, .required = true, .in = &change_shape,
          .example = "{flows.growth: 0%}", .what = "any number of the area, by path"),
    GROUNDS(struct variant_file),
};

static const struct shape variant_shape = {SHAPE_OF(variant_fields)};
static const struct shape variants_shape = {
    .kind = NAMES_OF, .of = &variant_shape, .what = "VARIANT"};

static const struct field area_fields[] = {
    FIELD(struct area_file, area, .required = true, .example = "Cheshire West and Chester",
          .what = "the council's name"),
    FIELD(struct area_file, code, .example = "E06000050", .what = "its code, as in E06000050"),
    FIELD_AS(struct area_file, base, JANUARY, .required = true,
             .what = "the January the caseload comes from"),
    FIELD(struct area_file, sources, .example = "{review: {title: The review, year: 2019}}",
          .what = "what other keys name as their source"),
    FIELD(struct area_file, needs, .required = true, .in = &area_titles_shape,
          .example = "{ASD: Autistic spectrum disorder}", .what = "primary needs and their titles"),
    FIELD(struct area_file, phases, .required = true, .in = &area_phases_shape,
          .example = "{primary: 5-10, secondary: 11-15}", .what = "phases and their ages"),
    FIELD(struct area_file, ledgers, .required = true, .in = &area_titles_shape,
          .example = "{high_needs: High needs block}", .what = "who pays, and their titles"),
    FIELD(struct area_file, settings, .required = true, .in = &area_settings_shape,
          .what = "kinds of school and college"),
    FIELD(struct area_file, population, .required = true, .example = "data/population.csv",
          .what = "people by year and age"),
    FIELD(struct area_file, caseload, .required = true, .in = &area_caseload_shape,
          .what = "plans in the base January"),
    FIELD(struct area_file, flows, .required = true, .in = &area_flows_shape,
          .what = "who comes, moves and goes"),
    FIELD(struct area_file, bands, .in = &area_bands_shape, .example = "{B: 4000, C: 6911}",
          .what = "bands of top-up, £ a pupil a year"),
    FIELD(struct area_file, top_up, .required = true, .in = &area_top_up_shape,
          .example = "{special: {MLD: 7200, all: 11800}}",
          .what = "£ a pupil a year, by setting and need"),
    FIELD(struct area_file, prices, .in = &area_prices_shape,
          .example = "{pay: {mean: 2%, sd: 1%}}", .what = "yearly changes of prices, by group"),
    FIELD(struct area_file, lines, .in = &area_lines_shape,
          .what = "yearly amounts that pupils do not drive"),
    FIELD(struct area_file, funding, .required = true, .in = &area_funding_shape,
          .what = "the money that comes in"),
    FIELD(struct area_file, opening_balance, .unit = POUNDS, .fallback = "0",
          .what = "£ of the high needs ledger when the run begins"),
    FIELD(struct area_file, support_without_plan, .in = &area_support_shape,
          .what = "learners with top-up and no plan"),
    FIELD(struct area_file, capital, .in = &area_capital_shape, .what = "the capital fund"),
    FIELD(struct area_file, rules, .in = &area_rules_shape,
          .what = "limits that every scenario is judged by"),
    FIELD(struct area_file, interest, .unit = SHARE,
          .what = "yearly cost of carrying a deficit, a memo"),
    FIELD(struct area_file, correlations, .in = &area_correlations_shape,
          .what = "how the numbers of a group go together"),
    FIELD(struct area_file, history, .in = &area_history_shape,
          .what = "the Januaries before the base, which a look back is held against"),
    FIELD(struct area_file, variants, .in = &variants_shape,
          .what = "named sets of changes that a scenario may select"),
};

const struct shape area_file_shape = {SHAPE_OF(area_fields)};

/* What a variant changes is checked where it is put in force. */
static bool read_variant(struct area_reader *r, struct node *item)
{
    struct variant_file file = {0};

    if (!tree_decode(&r->d, item, variant_fields, FIELDS(variant_fields), &file))
        return false;
    read_all(file.change);
    return decode_expect(&r->d, file.change, MAPPING, "change");
}

bool area_read_variants(struct area_reader *r, struct node *node)
{
    bool fine = true;

    if (!decode_expect(&r->d, node, MAPPING, "variants"))
        return false;
    node->read = true;
    for (int i = 0; i < node->count; i++) {
        node->keys[i]->read = true;
        fine &= read_variant(r, node->items[i]);
    }
    return fine;
}

typedef bool part_reader(struct area_reader *r, struct node *node);

static bool read_if_given(struct area_reader *r, struct node *node, part_reader *read)
{
    return node == NULL || read(r, node);
}

/* The names that everything else is written in: are they known, though what is beside them be
 * wrong? */
static bool read_names(struct area_reader *r, const struct area_file *file)
{
    const bool phases = file->phases != NULL && area_read_phases(r, file->phases);

    read_if_given(r, file->needs, area_read_needs);
    read_if_given(r, file->ledgers, area_read_ledgers);
    area_read_prices(r, file->prices);
    read_if_given(r, file->bands, area_read_bands);
    return phases && r->area->needs > 0 && r->area->ledgers > 0 && r->area->high_needs >= 0 &&
           file->settings != NULL;
}

static void read_pupils(struct area_reader *r, const struct area_file *file)
{
    if (file->population.path.text != NULL && file->base != 0)
        area_read_population(r, &file->population);
    read_if_given(r, file->caseload, area_read_caseload);
    read_if_given(r, file->flows, area_read_flows);
    if (file->base != 0)
        read_if_given(r, file->history, area_read_history);
}

static void read_money(struct area_reader *r, const struct area_file *file)
{
    read_if_given(r, file->top_up, area_read_top_up);
    read_if_given(r, file->lines, area_read_lines);
    read_if_given(r, file->funding, area_read_funding);
    if (r->serves_known)
        read_if_given(r, file->support_without_plan, area_read_support);
    read_if_given(r, file->capital, area_read_capital);
}

/* Without names everything would be wrong that is written in them, so that is left for the next
 * time. */
static void read_parts(struct area_reader *r, const struct area_file *file)
{
    read_if_given(r, file->rules, area_read_rules);
    read_if_given(r, file->variants, area_read_variants);
    read_if_given(r, file->correlations, area_read_correlations);
    if (file->sources != NULL)
        read_all(file->sources);
    if (!read_names(r, file))
        return;
    area_read_settings(r, file->settings);
    if (r->area->settings == 0)
        return;
    if (r->serves_known)
        read_pupils(r, file);
    read_money(r, file);
}

const struct area *area_read_files(struct arena *arena, struct problems *problems,
                                   struct node *root, struct files *files)
{
    struct area_file file = {0};
    struct area_reader r = {
        .serves_known = true, .d = {arena, problems, NULL}, .root = root, .files = files};
    const int before = problems_noted(problems);

    files_add(arena, files, root->at.file);
    files_add_samples(arena, files, root);
    r.area = ARENA_NEW(arena, struct area);
    r.area->file = root->at.file;
    misplaced_keys(&r.d, root, "area");
    decode(&r.d, root, area_fields, FIELDS(area_fields), &file);
    r.area->name = file.area;
    r.area->code = file.code;
    r.area->base = file.base;
    r.area->opening_balance = file.opening_balance;
    r.area->interest = file.interest;
    read_parts(&r, &file);
    if (problems_noted(problems) > before)
        return NULL;
    area_groups(arena, root, &r.area->groups);
    area_assumptions(&r, root);
    node_unread(root, problems);
    return problems_noted(problems) == before ? r.area : NULL;
}

const struct area *area_read(struct arena *arena, struct problems *problems, struct node *root)
{
    struct files files = {0};
    return area_read_files(arena, problems, root, &files);
}
