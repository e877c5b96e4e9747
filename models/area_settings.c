/* Settings: whom they serve, how they are filled, and how their places are paid. model.md 2
 * and 3.7. */
#include <math.h>

#include "engine/base/text.h"
#include "models/area_reader.h"

struct setting_file {
    struct label title, funded, prices, management_plan;
    struct labels serves;
    bool mainstream, mfg;
    struct series places, held_for_others;
    struct node *order, *overflow;
    struct number place_rate, schools_block_rate, vacant_rate;
    struct node *grounds;
};

static const struct shape group_shape = {SHAPE_VALUE(LABELS)};
static const struct shape order_shape = {.kind = LIST_OF, .of = &group_shape};
static const struct shape rest_shape = {SHAPE_VALUE(TEXT, .choices = "rest")};
static const struct shape share_shape = {SHAPE_VALUE(NUMBER, .unit = SHARE)};
static const struct shape weight_shape = {
    .kind = EITHER_OF, .either = (const struct shape *const[]){&share_shape, &rest_shape, NULL}};
static const struct shape weights_shape = {
    .kind = NAMES_OF, .of = &weight_shape, .footed = true, .least = 1};
static const struct shape overflow_shape = {
    .kind = EITHER_OF, .either = (const struct shape *const[]){&text_shape, &weights_shape, NULL}};

static const struct field setting_fields[] = {
    FIELD(struct setting_file, title, .example = "Special schools", .what = "what people call it"),
    FIELD(struct setting_file, serves, .required = true, .example = "[primary, secondary]",
          .what = "the phases it takes pupils of"),
    FIELD(struct setting_file, mainstream, .what = "counts in the share in mainstream"),
    FIELD(
        struct setting_file, places, .unit = COUNT_OF_PUPILS, .example = "{2019: 841, 2020: 860}",
        .what =
            "places by academic year (2020 is September 2019 to August 2020); without, never full"),
    FIELD(struct setting_file, held_for_others, .unit = COUNT_OF_PUPILS,
          .what = "places held by other councils' pupils"),
    FIELD(struct setting_file, order, .in = &order_shape, .example = "[[PMLD, SLD], [ASD]]",
          .what = "groups of needs: who takes free places first"),
    FIELD(struct setting_file, funded, .choices = "per pupil|per place", .fallback = "per pupil",
          .what = "whether empty places are paid for"),
    FIELD(struct setting_file, place_rate, .example = "£10,000", .unit = POUNDS, .fallback = "0",
          .what = "£ a filled place, from the high needs block"),
    FIELD(struct setting_file, schools_block_rate, .example = "£4,000", .unit = POUNDS,
          .fallback = "0", .what = "£ a filled place, from the schools block"),
    FIELD(struct setting_file, vacant_rate, .example = "£10,000", .unit = POUNDS,
          .what = "£ an empty place, from high needs; both rates together unless given"),
    FIELD(struct setting_file, overflow, .in = &overflow_shape,
          .example = "{independent: 40%, mainstream: rest}",
          .what = "where those go who find it full"),
    FIELD(struct setting_file, mfg, .what = "protected by the Minimum Funding Guarantee"),
    FIELD(struct setting_file, prices, .example = "top_up", .fallback = "top_up",
          .what = "the price group of its top-up"),
    FIELD(struct setting_file, management_plan, .choices = MANAGEMENT_PLAN_PLACEMENTS,
          .what = "its row of the department's DSG management plan"),
    GROUNDS(struct setting_file),
};

static const struct shape setting_shape = {SHAPE_OF(setting_fields)};
const struct shape area_settings_shape = {
    .kind = NAMES_OF, .of = &setting_shape, .least = 1, .most = MOST_SETTINGS, .what = "SETTING"};

static bool read_serves(struct area_reader *r, const struct labels *serves, struct setting *s)
{
    bool fine = serves->count > 0;

    for (int i = 0; i < serves->count; i++) {
        const int phase = names_find(&r->d, names_of_phases(r->area), serves->items[i]);
        if (phase < 0)
            fine = false;
        else
            s->serves[phase] = true;
    }
    r->serves_known &= fine;
    return fine;
}

static bool add_to_group(struct area_reader *r, struct label key, int group, struct setting *s)
{
    const int need = area_find_need(r->area, &r->d, key);

    if (need < 0)
        return false;
    if (s->group_of[need] >= 0) {
        problem(r->d.problems, key.at, "'%s' is in the order already", key.text);
        return problem_hint(r->d.problems, "a need is in one group");
    }
    s->group_of[need] = group;
    return true;
}

/* [[PMLD, SLD], ASD]: a group a item. Needs in none come last. */
static bool read_order(struct area_reader *r, struct node *order, struct setting *s)
{
    bool fine = true;

    for (int k = 0; k < r->area->needs; k++)
        s->group_of[k] = -1;
    if (order != NULL && !decode_expect(&r->d, order, SEQUENCE, "order"))
        return false;
    s->groups = order == NULL ? 0 : order->count;
    for (int g = 0; g < s->groups; g++) {
        struct labels group = {0};
        order->items[g]->read = true;
        fine &= decode_labels(&r->d, order->items[g], &group);
        if (group.count == 0 && fine)
            fine = problem(r->d.problems, order->items[g]->at, "a group of no needs");
        for (int i = 0; i < group.count; i++)
            fine &= add_to_group(r, group.items[i], g, s);
    }
    for (int k = 0; k < r->area->needs; k++)
        if (s->group_of[k] < 0)
            s->group_of[k] = s->groups;
    return fine;
}

static bool add_overflow(struct area_reader *r, struct label key, struct node *weight,
                         struct setting *s)
{
    struct overflow *o = &s->overflow[s->overflows];

    o->setting = area_find_setting(r->area, &r->d, key);
    if (o->setting < 0)
        return false;
    if (&r->area->setting[o->setting] == s)
        return problem(r->d.problems, key.at, "'%s' cannot overflow to itself", key.text);
    for (const struct overflow *earlier = s->overflow; earlier < o; earlier++)
        if (earlier->setting == o->setting)
            return names_again(&r->d, key);
    s->overflows++;
    o->rest = weight == NULL || text_same(weight->text, "rest");
    if (weight != NULL)
        weight->read = true;
    return o->rest || decode_number(&r->d, weight, SHARE, &o->weight);
}

static bool check_weights(struct area_reader *r, const struct node *node, const struct setting *s)
{
    double sum = 0;
    int rests = 0;

    for (int i = 0; i < s->overflows; i++) {
        rests += s->overflow[i].rest;
        sum += s->overflow[i].weight.central;
    }
    if (rests == 1 ? sum <= 1 + 1e-9 : rests == 0 && fabs(sum - 1) <= 1e-9)
        return true;
    if (rests > 1)
        return problem(r->d.problems, node->at, "more than one overflow takes the rest");
    problem(r->d.problems, node->at, "the weights of the overflow come to %g%%", sum * 100);
    return problem_hint(r->d.problems, "they come to 100%%, or one of them is 'rest'");
}

/* independent, or {independent: 40%, mainstream: rest}. */
static bool read_overflow(struct area_reader *r, struct node *node, struct setting *s)
{
    bool fine = true;

    if (node->kind == SCALAR) {
        node->read = true;
        return add_overflow(r, tree_label(node), NULL, s);
    }
    if (!decode_expect(&r->d, node, MAPPING, "overflow"))
        return false;
    fine = tree_footing(&r->d, node);
    for (int i = 0; i < node->count; i++) {
        node->keys[i]->read = true;
        if (!footing_key(node->keys[i]->text))
            fine &= add_overflow(r, tree_label(node->keys[i]), node->items[i], s);
    }
    return fine && check_weights(r, node, s);
}

static bool needs_places(struct area_reader *r, const struct node *node, const char *key)
{
    problem(r->d.problems, node->at, "'%s' needs 'places' beside it", key);
    return problem_hint(r->d.problems, "a setting without places is never full");
}

static bool read_filling(struct area_reader *r, const struct setting_file *file, struct setting *s)
{
    s->capped = file->places.given;
    s->places = file->places;
    s->held_for_others = file->held_for_others;
    const bool ordered = read_order(r, file->order, s);
    if (!s->capped) {
        if (file->overflow != NULL)
            read_all(file->overflow);
        return (file->overflow == NULL || needs_places(r, file->overflow, "overflow")) &&
               (file->order == NULL || needs_places(r, file->order, "order")) && ordered;
    }
    if (file->overflow == NULL) {
        problem(r->d.problems, s->name.at, "'%s' has places and no 'overflow'", s->name.key);
        return problem_hint(r->d.problems,
                            "say where those go who find it full, as in 'overflow: %s'",
                            r->area->setting[0].name.key);
    }
    return read_overflow(r, file->overflow, s) && ordered;
}

static bool read_rates(struct area_reader *r, const struct setting_file *file, struct setting *s)
{
    s->funded = text_same(file->funded.text, "per place") ? PER_PLACE : PER_PUPIL;
    s->place_rate = file->place_rate;
    s->schools_block_rate = file->schools_block_rate;
    s->vacant_rate = file->vacant_rate;
    if (!s->vacant_rate.given) {
        s->vacant_rate = s->place_rate;
        s->vacant_rate.central += s->schools_block_rate.central;
    }
    if (s->schools_block_rate.central != 0 && r->area->schools_block < 0) {
        problem(r->d.problems, s->schools_block_rate.at, "there is no ledger 'schools_block'");
        return problem_hint(r->d.problems, "add it to 'ledgers'");
    }
    s->prices = area_find_prices(r->area, &r->d, file->prices);
    return s->prices >= 0;
}

static bool read_setting(struct area_reader *r, int i, struct node *item)
{
    struct setting *s = &r->area->setting[i];
    struct setting_file file = {0};

    const bool decoded = tree_decode(&r->d, item, setting_fields, FIELDS(setting_fields), &file);
    bool fine = read_serves(r, &file.serves, s) && decoded;
    if (!decoded)
        return false;
    if (file.title.text != NULL)
        s->name.title = file.title.text;
    s->mainstream = file.mainstream;
    s->mfg = file.mfg;
    s->management_plan = management_plan_of(file.management_plan.text);
    fine &= read_filling(r, &file, s);
    fine &= read_rates(r, &file, s);
    return fine;
}

static bool serves_any(const struct area *area, const struct setting *s)
{
    for (int p = 0; p < area->phases; p++)
        if (s->serves[p])
            return true;
    return false;
}

static bool check_serves_all(struct area_reader *r, const struct setting *s,
                             const struct setting *to)
{
    const char *left_out[MOST_PHASES];
    int count = 0;

    for (int p = 0; p < r->area->phases; p++)
        if (s->serves[p] && !to->serves[p])
            left_out[count++] = r->area->phase[p].name.key;
    if (count == 0)
        return true;
    problem(r->d.problems, s->name.at, "'%s' overflows to '%s', which does not serve %s",
            s->name.key, to->name.key, text_list(r->d.arena, left_out, count, MOST_PHASES));
    return problem_hint(r->d.problems, "an overflow serves every age of its setting");
}

/* Whoever finds a setting full must be of an age that its overflow serves. */
static bool check_overflow_serves(struct area_reader *r, const struct setting *s)
{
    bool fine = true;

    for (int i = 0; i < s->overflows; i++)
        fine &= check_serves_all(r, s, &r->area->setting[s->overflow[i].setting]);
    return fine;
}

bool area_read_settings(struct area_reader *r, struct node *node)
{
    struct area *area = r->area;
    bool fine =
        listing_read(r, node,
                     &(struct listing){"settings", "setting", area->setting, sizeof *area->setting,
                                       MOST_SETTINGS, &area->settings, read_setting});
    /* Keys named twice were not read any further. */
    for (int s = 0; s < area->settings; s++)
        r->serves_known &= serves_any(area, &area->setting[s]);
    for (int s = 0; fine && s < area->settings; s++)
        fine &= check_overflow_serves(r, &area->setting[s]);
    return fine;
}
