/* Lines, funding, support without a plan, capital and rules. model.md sections 4, 5 and 7. */
#include "engine/base/text.h"
#include "models/area_reader.h"

struct line_file {
    struct label title, ledger, prices, management_plan;
    struct series amount;
    bool residual;
    struct node *grounds;
};

static const struct field line_fields[] = {
    FIELD(struct line_file, title, .example = "Residential provision",
          .what = "what people call it"),
    FIELD(struct line_file, amount, .required = true, .unit = POUNDS, .fiscal = true,
          .example = "£1.05m", .what = "£ a year, or by financial year"),
    FIELD(struct line_file, ledger, .example = "high_needs", .fallback = "high_needs",
          .what = "the ledger that pays"),
    FIELD(struct line_file, prices, .example = "pay",
          .what = "the price group it rises with; without, it stands still"),
    FIELD(struct line_file, management_plan, .choices = MANAGEMENT_PLAN_LINES,
          .what = "its row of the department's DSG management plan"),
    FIELD(struct line_file, residual, .what = "what the returns hold and the model cannot explain"),
    GROUNDS(struct line_file),
};

static const struct shape line_shape = {SHAPE_OF(line_fields)};
const struct shape area_lines_shape = {
    .kind = NAMES_OF, .of = &line_shape, .least = 1, .most = MOST_LINES, .what = "LINE"};

static bool read_line(struct area_reader *r, int i, struct node *item)
{
    struct line *line = &r->area->line[i];
    struct line_file file = {0};

    if (!tree_decode(&r->d, item, line_fields, FIELDS(line_fields), &file))
        return false;
    if (file.title.text != NULL)
        line->name.title = file.title.text;
    line->residual = file.residual;
    line->amount = file.amount;
    line->management_plan = management_plan_of(file.management_plan.text);
    if (footing_empty(&line->amount.footing))
        footing_decode(&r->d, item, &line->amount.footing);
    line->ledger = area_find_ledger(r->area, &r->d, file.ledger);
    line->prices = -1;
    if (file.prices.text == NULL)
        return line->ledger >= 0;
    line->prices = area_find_prices(r->area, &r->d, file.prices);
    return line->ledger >= 0 && line->prices >= 0;
}

bool area_read_lines(struct area_reader *r, struct node *node)
{
    struct area *area = r->area;
    return listing_read(r, node,
                        &(struct listing){"lines", "line", area->line, sizeof *area->line,
                                          MOST_LINES, &area->lines, read_line});
}

struct formula_file {
    struct labels settings;
    struct number basic_entitlement, import_export;
    bool population_linked;
    struct series floor, cap;
    struct node *grounds;
};

static const struct field formula_fields[] = {
    FIELD(struct formula_file, settings, .required = true, .example = "[special]",
          .what = "whose pupils earn the basic entitlement"),
    FIELD(struct formula_file, basic_entitlement, .required = true, .unit = POUNDS,
          .example = "£4,660", .what = "£ a pupil of those settings"),
    FIELD(struct formula_file, import_export, .unit = POUNDS, .example = "£6,000", .fallback = "0",
          .what = "£ a pupil held for other councils"),
    FIELD(struct formula_file, population_linked,
          .what = "the rest also follows people aged 2 to 18"),
    FIELD(struct formula_file, floor, .unit = CHANGE, .fiscal = true,
          .what = "least yearly change a head of 2-18"),
    FIELD(struct formula_file, cap, .unit = CHANGE, .fiscal = true,
          .what = "greatest yearly change a head of 2-18"),
    GROUNDS(struct formula_file),
};

static const struct shape formula_shape = {SHAPE_OF(formula_fields)};

static bool read_formula(struct area_reader *r, struct node *node)
{
    struct formula *formula = &r->area->funding.formula;
    struct formula_file file = {0};

    if (!tree_decode(&r->d, node, formula_fields, FIELDS(formula_fields), &file))
        return false;
    *formula = (struct formula){.given = true,
                                .basic_entitlement = file.basic_entitlement,
                                .import_export = file.import_export,
                                .population_linked = file.population_linked,
                                .floor = file.floor,
                                .cap = file.cap};
    bool fine = true;
    for (int i = 0; i < file.settings.count; i++) {
        const int s = area_find_setting(r->area, &r->d, file.settings.items[i]);
        fine &= s >= 0;
        if (s >= 0)
            formula->settings[s] = true;
    }
    return fine;
}

struct funding_file {
    struct series high_needs, growth, schools_block_transfer;
    struct number schools_block;
    struct node *formula;
    struct node *grounds;
};

static const struct field funding_fields[] = {
    FIELD(struct funding_file, high_needs, .required = true, .unit = POUNDS, .fiscal = true,
          .example = "{2019-20: £38.5m, 2020-21: £41.2m}",
          .what = "£ by financial year, as published"),
    FIELD(struct funding_file, growth, .unit = CHANGE, .fiscal = true, .example = "3%",

          .what = "yearly, after the last published year"),
    FIELD(struct funding_file, schools_block_transfer, .unit = POUNDS, .fiscal = true,
          .what = "£ a year from the schools block into high needs"),
    FIELD(struct funding_file, schools_block, .unit = POUNDS,
          .what = "£: what the limit on transfers is a share of"),
    FIELD(struct funding_file, formula, .in = &formula_shape, .what = "national-formula terms"),
    GROUNDS(struct funding_file),
};

const struct shape area_funding_shape = {SHAPE_OF(funding_fields)};

bool area_read_funding(struct area_reader *r, struct node *node)
{
    struct funding_file file = {0};

    if (!tree_decode(&r->d, node, funding_fields, FIELDS(funding_fields), &file))
        return false;
    r->area->funding = (struct funding){.high_needs = file.high_needs,
                                        .growth = file.growth,
                                        .transfer = file.schools_block_transfer,
                                        .schools_block = file.schools_block};
    return file.formula == NULL || read_formula(r, file.formula);
}

struct support_file {
    struct number learners, average, duration;
    struct label becomes, ages, management_plan;
    struct node *grounds;
};

static const struct field support_fields[] = {
    FIELD(struct support_file, learners, .required = true, .unit = COUNT_OF_PUPILS,
          .what = "with top-up and no plan, in the base January"),
    FIELD(struct support_file, average, .required = true, .unit = POUNDS, .example = "£2,294",
          .what = "£ a learner a year"),
    FIELD(struct support_file, duration, .required = true, .unit = COUNT_OF_YEARS,
          .what = "years that it lasts"),
    FIELD(struct support_file, becomes, .required = true, .example = "mainstream",
          .what = "the setting of those who go on to a plan"),
    FIELD_AS(struct support_file, ages, AGES, .required = true, .example = "5-15",
             .what = "and their ages"),
    FIELD(struct support_file, management_plan, .choices = MANAGEMENT_PLAN_LINES,
          .what = "the row of the department's DSG management plan that it is spend of"),
    GROUNDS(struct support_file),
};

const struct shape area_support_shape = {SHAPE_OF(support_fields)};

static bool check_support_ages(struct area_reader *r, struct label ages)
{
    struct support *support = &r->area->support;

    if (!ages_parse(ages.text, &support->first_age, &support->last_age)) {
        problem(r->d.problems, ages.at, "'%s' is not a range of ages", ages.text);
        return problem_hint(r->d.problems, "write the first and the last, as in 5-15");
    }
    for (int age = support->first_age; age <= support->last_age; age++)
        if (!area_serves(r->area, support->becomes, age))
            return problem(r->d.problems, ages.at, "'%s' does not serve age %d",
                           r->area->setting[support->becomes].name.key, age);
    return true;
}

bool area_read_support(struct area_reader *r, struct node *node)
{
    struct support *support = &r->area->support;
    struct support_file file = {0};

    if (!tree_decode(&r->d, node, support_fields, FIELDS(support_fields), &file))
        return false;
    *support = (struct support){.given = true,
                                .learners = file.learners,
                                .average = file.average,
                                .duration = file.duration};
    support->management_plan = management_plan_of(file.management_plan.text);
    support->becomes = area_find_setting(r->area, &r->d, file.becomes);
    if (support->duration.central < 1 / 12.0)
        return problem(r->d.problems, support->duration.at, "support must last a month or more");
    return support->becomes >= 0 && check_support_ages(r, file.ages);
}

struct capital_file {
    struct number fund, allocated;
    struct node *grounds;
};

static const struct field capital_fields[] = {
    FIELD(struct capital_file, fund, .required = true, .unit = POUNDS, .what = "£ in all"),
    FIELD(struct capital_file, allocated, .unit = POUNDS, .fallback = "0", .what = "£ spoken for"),
    GROUNDS(struct capital_file),
};

const struct shape area_capital_shape = {SHAPE_OF(capital_fields)};

bool area_read_capital(struct area_reader *r, struct node *node)
{
    struct capital_file file = {0};

    if (!tree_decode(&r->d, node, capital_fields, FIELDS(capital_fields), &file))
        return false;
    r->area->capital_fund = file.fund;
    r->area->capital_allocated = file.allocated;
    if (r->area->capital_ledger >= 0)
        return true;
    problem(r->d.problems, node->at, "there is no ledger 'capital'");
    return problem_hint(r->d.problems, "add it to 'ledgers'");
}

struct rules_file {
    struct series mfg_floor;
    struct number grant_limit, schools_block_transfer;
    struct node *grounds;
};

static const struct field rule_fields[] = {
    FIELD(struct rules_file, mfg_floor, .unit = CHANGE, .fiscal = true,
          .example = "{2019-20: -1.5%}",
          .what = "least change of a protected setting's top-up, by financial year"),
    FIELD(struct rules_file, grant_limit, .unit = POUNDS, .example = "£10,000",
          .what = "the largest single grant"),
    FIELD(struct rules_file, schools_block_transfer, .unit = SHARE, .example = "0.5%",
          .what = "the most of the schools block that may be moved without approval"),
    GROUNDS(struct rules_file),
};

const struct shape area_rules_shape = {SHAPE_OF(rule_fields)};

bool area_read_rules(struct area_reader *r, struct node *node)
{
    struct rules_file file = {0};

    if (!tree_decode(&r->d, node, rule_fields, FIELDS(rule_fields), &file))
        return false;
    r->area->rules = (struct rules){.mfg_floor = file.mfg_floor,
                                    .grant_limit = file.grant_limit,
                                    .schools_block_transfer = file.schools_block_transfer};
    if (!file.mfg_floor.given || file.mfg_floor.values[0].year != 0)
        return true;
    problem(r->d.problems, file.mfg_floor.at, "'mfg_floor' is given for no year");
    return problem_hint(r->d.problems, "a limit holds for its own year: {2019-20: -1.5%%}");
}
