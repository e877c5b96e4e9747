/* How the numbers of a group go together: each two alike, or some pairs in their own way. */
#include <string.h>

#include "engine/base/text.h"
#include "engine/chance/copula.h"
#include "models/area_reader.h"

struct pair_file {
    struct labels of;
    struct number rho;
    struct node *grounds;
};

static const struct field pair_fields[] = {
    FIELD(struct pair_file, of, .required = true, .example = "[top_up.special, prices.pay]",
          .what = "the paths of two numbers"),
    FIELD(struct pair_file, rho, .required = true, .example = "0.7", .what = "their correlation"),
    GROUNDS(struct pair_file),
};

static const struct shape pair_shape = {SHAPE_OF(pair_fields)};
static const struct shape pairs_shape = {.kind = LIST_OF, .of = &pair_shape, .what = "PAIR"};

struct correlation_file {
    struct number rho;
    struct node *pairs, *grounds;
};

static const struct field correlation_fields[] = {
    FIELD(struct correlation_file, rho, .example = "0.7",
          .what = "the correlation of each two; 0.5 unless given"),
    FIELD(struct correlation_file, pairs, .in = &pairs_shape,
          .what = "pairs whose correlation is another"),
    GROUNDS(struct correlation_file),
};

static const struct shape correlation_shape = {SHAPE_OF(correlation_fields)};
const struct shape area_correlations_shape = {
    .kind = NAMES_OF, .of = &correlation_shape, .what = "GROUP"};

static bool check_certain(struct area_reader *r, const struct number *rho)
{
    if (rho->spread == NULL)
        return true;
    problem(r->d.problems, rho->at, "a correlation cannot be uncertain itself");
    return problem_hint(r->d.problems, "write one number, such as 0.7");
}

/* Of numbers that share the group's luck. */
static bool check_shared(struct area_reader *r, const struct number *rho)
{
    if (!rho->given || (rho->central >= 0 && rho->central <= 1))
        return !rho->given || check_certain(r, rho);
    problem(r->d.problems, rho->at, "a group's correlation is from 0 to 1, and this is %g",
            rho->central);
    return problem_hint(r->d.problems,
                        rho->central < 0 && rho->central > -1
                            ? "numbers that go against each other are named in 'pairs'"
                            : "such as 0.7 or 70%%");
}

static bool check_paired(struct area_reader *r, const struct number *rho)
{
    if (!rho->given || (rho->central > -1 && rho->central < 1))
        return !rho->given || check_certain(r, rho);
    problem(r->d.problems, rho->at, "the correlation of a pair is between -1 and 1, and this is %g",
            rho->central);
    return problem_hint(r->d.problems, "such as 0.7 or -70%%");
}

/* A path that stops where somebody else has written something anew was right once. */
static bool leads_nowhere(const struct node *root, struct label path)
{
    const struct node *last = root;

    return node_at(root, path.text, &last) == NULL &&
           (text_same(last->at.file, root->at.file) || text_same(last->at.file, path.at.file));
}

static bool named_before(struct area_reader *r, const struct correlation *c,
                         const struct correlated_pair *pair)
{
    for (const struct correlated_pair *other = c->pair; other < pair; other++)
        for (int turned = 0; turned < 2; turned++)
            if (text_same(other->of[turned].text, pair->of[0].text) &&
                text_same(other->of[!turned].text, pair->of[1].text)) {
                problem(r->d.problems, pair->at, "'%s' and '%s' are a pair already, in line %d",
                        pair->of[0].text, pair->of[1].text, other->at.line);
                return true;
            }
    return false;
}

static bool read_pair(struct area_reader *r, struct node *item, struct correlation *c)
{
    struct correlated_pair *pair = &c->pair[c->pairs];
    struct pair_file file = {0};

    if (!tree_decode(&r->d, item, pair_fields, FIELDS(pair_fields), &file) ||
        !check_paired(r, &file.rho))
        return false;
    if (file.of.count != 2) {
        problem(r->d.problems, item->at, "a pair is of two numbers, and this names %d",
                file.of.count);
        return problem_hint(r->d.problems, "as in {of: [top_up.special, prices.pay], rho: 0.7}");
    }
    for (int i = 0; i < 2; i++) {
        pair->of[i] = file.of.items[i];
        pair->lost[i] = leads_nowhere(r->root, pair->of[i]);
    }
    pair->rho = file.rho.central;
    pair->at = item->at;
    c->pairs++;
    return !named_before(r, c, pair);
}

static bool read_pairs(struct area_reader *r, struct node *pairs, struct correlation *c)
{
    bool fine = true;

    if (!tree_list(&r->d, pairs, "pairs"))
        return false;
    c->pair = ARENA_ARRAY(r->d.arena, struct correlated_pair, pairs->count + 1);
    for (int i = 0; i < pairs->count; i++) {
        pairs->items[i]->read = true;
        fine &= read_pair(r, pairs->items[i], c);
    }
    return fine;
}

static bool read_correlation(struct area_reader *r, struct node *item, struct correlation *c)
{
    struct correlation_file file = {0};

    item->read = true;
    if (!tree_decode(&r->d, item, correlation_fields, FIELDS(correlation_fields), &file))
        return false;
    c->rho = file.rho.given ? file.rho.central : COPULA_USUAL;
    if (file.pairs == NULL)
        return check_shared(r, &file.rho);
    const bool fine = check_paired(r, &file.rho);
    return read_pairs(r, file.pairs, c) && fine;
}

bool area_read_correlations(struct area_reader *r, struct node *node)
{
    bool fine = true;

    if (!decode_expect(&r->d, node, MAPPING, "correlations"))
        return false;
    node->read = true;
    r->area->correlation = ARENA_ARRAY(r->d.arena, struct correlation, node->count + 1);
    for (int i = 0; i < node->count; i++) {
        struct correlation *c = &r->area->correlation[r->area->correlations++];
        node->keys[i]->read = true;
        c->group = tree_label(node->keys[i]);
        fine &= read_correlation(r, node->items[i], c);
    }
    return fine;
}

static void add_group(struct arena *arena, const struct node *name, struct labels *out)
{
    for (int i = 0; i < out->count; i++)
        if (out->items[i].at.line == name->at.line && out->items[i].at.column == name->at.column &&
            text_same(out->items[i].at.file, name->at.file))
            return;
    if ((out->count & (out->count - 1)) == 0) { /* full at each power of two */
        struct label *grown = ARENA_ARRAY(arena, struct label, out->count * 2 + 1);
        if (out->count > 0)
            memcpy(grown, out->items, (size_t)out->count * sizeof *grown);
        out->items = grown;
    }
    out->items[out->count++] = tree_label(name);
}

void area_groups(struct arena *arena, const struct node *root, struct labels *out)
{
    const struct node *group = tree_peek(root, "correlated");

    if (group != NULL && group->kind == SCALAR)
        add_group(arena, group, out);
    for (int i = 0; i < root->count; i++)
        area_groups(arena, root->items[i], out);
}
