/* Top-up by setting, need and band. model.md section 4. */
#include <math.h>

#include "engine/base/text.h"
#include "models/area_reader.h"

/* Where the rates being read go. */
struct cell_of_top_up {
    struct area_reader *r;
    int setting, need;
};

static struct top_up *add(const struct cell_of_top_up *c, int band, double share)
{
    struct top_up *t = &c->r->area->top_up[c->r->area->top_ups++];
    *t = (struct top_up){.setting = c->setting, .need = c->need, .band = band, .share = share};
    if (band >= 0)
        t->rate = c->r->area->band_rate[band];
    return t;
}

static bool read_band(const struct cell_of_top_up *c, struct node *item)
{
    struct label key = {0};

    if (!decode_text(&c->r->d, item, &key))
        return false;
    const int band = area_find_band(c->r->area, &c->r->d, key);
    if (band >= 0)
        add(c, band, 1);
    return band >= 0;
}

/* {3B: 40%, 3C: 60%} */
static bool read_bands(const struct cell_of_top_up *c, struct node *bands)
{
    bool given[MOST_BANDS] = {false}, fine = true;
    double sum = 0;

    if (!decode_expect(&c->r->d, bands, MAPPING, "bands"))
        return false;
    bands->read = true;
    for (int i = 0; i < bands->count; i++) {
        struct number share = {0};
        bands->keys[i]->read = true;
        const struct label key = tree_label(bands->keys[i]);
        const int band = area_find_band(c->r->area, &c->r->d, key);
        if (!decode_number(&c->r->d, bands->items[i], SHARE, &share) || band < 0) {
            fine = false;
            continue;
        }
        if (given[band]) {
            fine = names_again(&c->r->d, key);
            continue;
        }
        given[band] = true;
        add(c, band, share.central);
        sum += share.central;
    }
    if (!fine || fabs(sum - 1) <= 1e-6)
        return fine;
    return problem(c->r->d.problems, bands->at, "the shares of the bands come to %g%%, not 100%%",
                   sum * 100);
}

static const struct shape share_shape = {SHAPE_VALUE(NUMBER, .unit = SHARE)};
static const struct shape shares_shape = {.kind = NAMES_OF, .of = &share_shape};

struct banded {
    struct node *band, *bands;
    struct node *grounds;
};

static const struct field banded_fields[] = {
    FIELD(struct banded, band, .in = &text_shape, .example = "C",
          .what = "the band that every pupil is in"),
    FIELD(struct banded, bands, .in = &shares_shape, .example = "{B: 60%, C: 40%}",
          .what = "the share of pupils in each band"),
    GROUNDS(struct banded),
};

static const struct shape banded_shape = {SHAPE_OF(banded_fields),
                                          .one_of = (const char *const[]){"band", "bands"}};
static const struct shape plain_shape = {SHAPE_VALUE(NUMBER, .unit = POUNDS)};
static const struct shape rate_shape = {
    .kind = EITHER_OF, .either = (const struct shape *const[]){&plain_shape, &banded_shape, NULL}};
static const struct shape by_need_shape = {
    .kind = NAMES_OF, .of = &rate_shape, .footed = true, .what = "NEED"};
static const struct shape of_setting_shape = {
    .kind = EITHER_OF,
    .either = (const struct shape *const[]){&plain_shape, &banded_shape, &by_need_shape, NULL}};
const struct shape area_top_up_shape = {
    .kind = NAMES_OF, .of = &of_setting_shape, .footed = true, .what = "SETTING"};

static bool is_banded(const struct node *node)
{
    return tree_peek(node, "band") != NULL || tree_peek(node, "bands") != NULL;
}

/* A number, {band: 3C} or {bands: {3B: 40%, 3C: 60%}}. */
static bool read_rate(const struct cell_of_top_up *c, struct node *node)
{
    struct banded file = {0};

    if (!is_banded(node))
        return decode_number(&c->r->d, node, POUNDS, &add(c, -1, 1)->rate);
    if (!tree_decode(&c->r->d, node, banded_fields, FIELDS(banded_fields), &file))
        return false;
    if (file.band != NULL && file.bands != NULL)
        return problem(c->r->d.problems, node->at, "give one of 'band' and 'bands'");
    return file.band != NULL ? read_band(c, file.band) : read_bands(c, file.bands);
}

/* The first need's mistakes are every need's when one rate is given for all. */
static bool read_setting(struct area_reader *r, int setting, struct node *node)
{
    struct node *item[MOST_NEEDS];
    const bool by_need = area_is_by_need(r->area, node);
    bool fine = true;

    if (by_need && !area_by_need(r, node, item))
        return false;
    for (int k = 0; k < r->area->needs; k++) {
        const struct cell_of_top_up cell = {r, setting, k};
        bool repeated = false;
        for (int earlier = 0; earlier < k; earlier++)
            repeated |= by_need ? item[earlier] == item[k] : true;
        if (fine || !repeated)
            fine &= read_rate(&cell, by_need ? item[k] : node);
    }
    return fine;
}

bool area_read_top_up(struct area_reader *r, struct node *node)
{
    struct area *area = r->area;
    struct node *of[MOST_SETTINGS] = {0};
    bool fine = true;

    if (!decode_expect(&r->d, node, MAPPING, "top_up"))
        return false;
    node->read = true;
    area->top_up =
        ARENA_ARRAY(r->d.arena, struct top_up, area->settings * area->needs * (area->bands + 1));
    fine = tree_footing(&r->d, node);
    for (int i = 0; i < node->count; i++) {
        node->keys[i]->read = true;
        if (footing_key(node->keys[i]->text))
            continue;
        const int s = area_find_setting(area, &r->d, tree_label(node->keys[i]));
        fine &= s >= 0 && (of[s] == NULL || names_again(&r->d, tree_label(node->keys[i])));
        if (s >= 0)
            of[s] = node->items[i];
    }
    for (int s = 0; s < area->settings; s++)
        if (of[s] != NULL)
            fine &= read_setting(r, s, of[s]);
    return fine;
}
