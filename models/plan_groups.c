/* Compiles groups of correlated numbers: whose they are, and how each two go together. model.md 6.
 */
#include <string.h>

#include "engine/base/text.h"
#include "models/compile.h"

/* A name that is drawn: of a number or of a path that strays. */
struct drawn_name {
    const char *name, *group;
    bool yearly;
    struct place at;
    int *in, *member; /* where its group and its place there are kept */
};

static int drawn_names(const struct plan *plan) { return plan->uncertains + plan->shocks; }

static struct drawn_name drawn_name(struct plan *plan, int i)
{
    if (i < plan->uncertains) {
        struct uncertain *u = &plan->uncertain[i];
        return (struct drawn_name){
            u->name, u->number->spread->group, false, u->number->at, &u->group, &u->member};
    }
    struct shock *s = &plan->shock[i - plan->uncertains];
    return (struct drawn_name){s->name, s->correlated, true, s->at, &s->group, &s->member};
}

static int find_group(const struct plan *plan, const char *name)
{
    for (int g = 0; g < plan->groups; g++)
        if (text_same(plan->group[g].name, name))
            return g;
    return -1;
}

/* In order of their names: two of one name share their luck, and are one. */
static void add_member(struct compiler *c, struct group *group, const char *name)
{
    int at = 0;

    while (at < group->members && strcmp(group->member[at], name) < 0)
        at++;
    if (at < group->members && text_same(group->member[at], name))
        return;
    const char **grown = ARENA_ARRAY(c->arena, const char *, group->members + 1);
    for (int i = 0; i < group->members; i++)
        grown[i + (i >= at)] = group->member[i];
    grown[at] = name;
    group->member = grown;
    group->members++;
}

static void join(struct compiler *c, const struct drawn_name *drawn)
{
    struct plan *plan = c->plan;
    int g = find_group(plan, drawn->group);

    if (g < 0) {
        g = plan->groups++;
        plan->group[g] = (struct group){drawn->group, drawn->yearly, COPULA_USUAL, 0, NULL, NULL};
    }
    struct group *group = &plan->group[g];
    *drawn->in = g;
    if (group->yearly == drawn->yearly) {
        add_member(c, group, drawn->name);
        return;
    }
    c->fine =
        problem(c->problems, drawn->at, "'%s' is a path that strays each year, and '%s' is not",
                drawn->yearly ? drawn->name : group->member[0],
                drawn->yearly ? group->member[0] : drawn->name);
    problem_hint(c->problems, "the numbers of a group, here '%s', are of one sort", group->name);
}

static int index_of(const struct group *group, const char *name)
{
    int i = 0;

    while (!text_same(group->member[i], name))
        i++;
    return i;
}

static void find_groups(struct compiler *c)
{
    struct plan *plan = c->plan;
    const int count = drawn_names(plan);

    plan->group = ARENA_ARRAY(c->arena, struct group, count + 1);
    for (int i = 0; i < count; i++) {
        const struct drawn_name drawn = drawn_name(plan, i);
        *drawn.in = -1;
        if (drawn.group != NULL)
            join(c, &drawn);
    }
    for (int i = 0; c->fine && i < count; i++) {
        const struct drawn_name drawn = drawn_name(plan, i);
        if (drawn.group != NULL)
            *drawn.member = index_of(&plan->group[*drawn.in], drawn.name);
    }
}

/* Every group that is written anywhere or has members, each once, but for one. */
static int other_groups(const struct compiler *c, const char *but, const char ***out)
{
    const struct labels *lists[] = {&c->scenario->groups, &c->area->groups};
    const int most = lists[0]->count + lists[1]->count + c->plan->groups;
    const char **names = ARENA_ARRAY(c->arena, const char *, most + 1);
    int count = 0;

    for (int i = 0; i < most; i++) {
        const int in_area = i - lists[0]->count, in_plan = in_area - lists[1]->count;
        const char *name = in_area < 0   ? lists[0]->items[i].text
                           : in_plan < 0 ? lists[1]->items[in_area].text
                                         : c->plan->group[in_plan].name;
        int j = 0;
        while (j < count && !text_same(names[j], name))
            j++;
        names[j] = name;
        count += j == count && !text_same(name, but);
    }
    *out = names;
    return count;
}

/* In how many places is it written, in the area or before its changes? */
static int times_written(const struct labels *groups, const char *group)
{
    int times = 0;

    for (int i = 0; i < groups->count; i++)
        times += text_same(groups->items[i].text, group);
    return times;
}

/* The first number of a group. */
static struct drawn_name first_of(struct plan *plan, int group)
{
    int i = 0;

    while (*drawn_name(plan, i).in != group)
        i++;
    return drawn_name(plan, i);
}

/* A number may be alone in its group, since others are certain here. One that is alone by a slip of
 * the pen has another group's name nearly. */
static void check_alone(struct compiler *c, int g)
{
    const char *name = c->plan->group[g].name, **others = NULL;

    if (c->plan->group[g].members > 1 || times_written(&c->scenario->groups, name) > 1 ||
        times_written(&c->area->groups, name) > 1)
        return;
    const int count = other_groups(c, name, &others), near = text_nearest(name, others, count);
    if (near < 0)
        return;
    const struct drawn_name drawn = first_of(c->plan, g);
    c->fine = problem(c->problems, drawn.at, "'%s' is alone in its group '%s'", drawn.name, name);
    problem_hint(c->problems, "did you mean '%s'?", others[near]);
}

/* flows.growth.ASD leads to itself, and to flows.growth.ASD.2020. */
static bool leads_to(const char *path, const char *name)
{
    const size_t length = strlen(path);

    return strncmp(path, name, length) == 0 && (name[length] == '\0' || name[length] == '.');
}

/* Is it a consideration's parameter, though a certain one? */
static bool is_parameter(const struct compiler *c, const char *path)
{
    for (int i = 0; i < c->scenario->considerations; i++) {
        const struct consideration *used = &c->scenario->consideration[i];
        for (int p = 0; p < used->parameters.count; p++)
            if (text_same(path, arena_format(c->arena, "%s.%s", used->id,
                                             used->parameters.items[p].name)))
                return true;
    }
    return false;
}

/* Which member a path of a pair names, or -1. False when it could be several. */
static bool find_member(struct compiler *c, const struct group *group, struct label path,
                        int *member)
{
    *member = -1;
    for (int m = 0; m < group->members; m++) {
        if (!leads_to(path.text, group->member[m]))
            continue;
        if (*member >= 0) {
            problem(c->problems, path.at, "'%s' is more than one number", path.text);
            return problem_hint(c->problems, "name one of: %s",
                                text_list(c->arena, group->member, group->members, MOST_PAIRED));
        }
        *member = m;
    }
    return true;
}

/* What is wrong with a path that names no member: nothing, when what it names is certain. */
static bool check_stranger(struct compiler *c, const struct group *group, struct label path,
                           bool lost)
{
    for (int i = 0; i < drawn_names(c->plan); i++) {
        const struct drawn_name drawn = drawn_name(c->plan, i);
        if (!leads_to(path.text, drawn.name))
            continue;
        problem(c->problems, path.at, "'%s' is not in group '%s'", path.text, group->name);
        return problem_hint(c->problems, "write 'correlated: %s' beside it, in line %d of '%s'",
                            group->name, drawn.at.line, drawn.at.file);
    }
    if (!lost || is_parameter(c, path.text))
        return true;
    problem(c->problems, path.at, "there is no number '%s'", path.text);
    return problem_hint(c->problems, "%s",
                        text_meant(c->arena, path.text,
                                   arena_format(c->arena, "in '%s' are", group->name),
                                   group->member, group->members));
}

/* The members of a pair, -1 for one that is certain here. */
static bool find_pair(struct compiler *c, const struct group *group,
                      const struct correlated_pair *pair, int of[2])
{
    bool fine = true;

    for (int i = 0; i < 2; i++) {
        const bool sure = find_member(c, group, pair->of[i], &of[i]);
        fine &= sure && (of[i] >= 0 || check_stranger(c, group, pair->of[i], pair->lost[i]));
    }
    return fine;
}

/* Where a pair's correlation was written, or its group's. */
static struct place place_of(struct compiler *c, const struct group *group,
                             const struct correlation *correlation, struct copula_fault fault)
{
    int of[2];

    for (int i = 0; i < correlation->pairs; i++) {
        find_pair(c, group, &correlation->pair[i], of);
        if ((of[0] == fault.first && of[1] == fault.second) ||
            (of[1] == fault.first && of[0] == fault.second))
            return correlation->pair[i].at;
    }
    return correlation->group.at;
}

static bool make_copula(struct compiler *c, struct group *group,
                        const struct correlation *correlation, const double *rho)
{
    struct copula_fault fault;

    group->copula = copula_new(c->arena, group->members, rho, &fault);
    if (group->copula != NULL)
        return true;
    problem(c->problems, place_of(c, group, correlation, fault),
            "'%s' and '%s' cannot be correlated by %g beside the rest of group '%s'",
            group->member[fault.first], group->member[fault.second],
            rho[fault.first * group->members + fault.second], group->name);
    return problem_hint(c->problems, "the matrix is not positive definite: bring this nearer to 0");
}

/* [members][members]; NULL after a mistake in a pair. */
static const double *matrix(struct compiler *c, const struct group *group,
                            const struct correlation *correlation)
{
    const int n = group->members;
    double *rho = ARENA_ARRAY(c->arena, double, n *n);
    bool fine = true;

    for (int i = 0; i < n * n; i++)
        rho[i] = i % (n + 1) == 0 ? 1 : correlation->rho;
    for (int i = 0; i < correlation->pairs; i++) {
        const struct correlated_pair *pair = &correlation->pair[i];
        int of[2];
        fine &= find_pair(c, group, pair, of);
        if (of[0] < 0 || of[1] < 0)
            continue;
        if (of[0] == of[1])
            fine = problem(c->problems, pair->at, "'%s' and '%s' are one number", pair->of[0].text,
                           pair->of[1].text);
        else
            rho[of[0] * n + of[1]] = rho[of[1] * n + of[0]] = pair->rho;
    }
    return fine ? rho : NULL;
}

static void pair_up(struct compiler *c, struct group *group, const struct correlation *correlation)
{
    const double *rho = NULL;

    if (group->members > MOST_PAIRED)
        problem(c->problems, correlation->group.at, "more than %d numbers in a group with pairs",
                MOST_PAIRED);
    else
        rho = matrix(c, group, correlation);
    c->fine &= rho != NULL && make_copula(c, group, correlation, rho);
}

static void check_known(struct compiler *c, const struct correlation *correlation)
{
    const char **names = NULL, *name = correlation->group.text;
    const int count = other_groups(c, "", &names);

    for (int i = 0; i < count; i++)
        if (text_same(names[i], name))
            return;
    c->fine = problem(c->problems, correlation->group.at, "no number is 'correlated: %s'", name);
    problem_hint(c->problems, "%s",
                 text_meant(c->arena, name, "there are the groups", names, count));
}

void compile_groups(struct compiler *c)
{
    find_groups(c);
    for (int g = 0; c->fine && g < c->plan->groups; g++)
        check_alone(c, g);
    for (int i = 0; c->fine && i < c->area->correlations; i++)
        check_known(c, &c->area->correlation[i]);
    const bool fine = c->fine;
    for (int i = 0; fine && i < c->area->correlations; i++) {
        const struct correlation *correlation = &c->area->correlation[i];
        const int g = find_group(c->plan, correlation->group.text);
        if (g < 0)
            continue;
        c->plan->group[g].rho = correlation->rho;
        if (correlation->pairs > 0)
            pair_up(c, &c->plan->group[g], correlation);
    }
}
