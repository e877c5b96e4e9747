/* Makes ready what draws need: coordinates for each name, and a sampler. model.md section 6. */
#include <stdlib.h>
#include <string.h>

#include "models/luck_parts.h"

/** One coordinate of a run: Sobol's dimensions are numbered in the order of these. */
struct axis {
    int year; /* 0 for what is drawn once */
    const char *name;
};

/** All of a run's, each once. */
struct axes {
    struct arena *arena;
    const struct sampled_run *run;
    int count;
    struct axis *axis;
};

/* What is drawn once first, then year by year, so that what is left over is what is far off. */
static int in_order(const void *a, const void *b)
{
    const struct axis *x = a, *y = b;

    return x->year != y->year ? (x->year > y->year) - (x->year < y->year)
                              : strcmp(x->name, y->name);
}

static const char *stream_name(struct arena *arena, const char *kind, const char *name)
{
    return arena_format(arena, "%s %s", kind, name);
}

static void add_axes(struct axes *axes, const struct plan *plan, const char *name, bool yearly)
{
    for (int t = 0; t <= (yearly ? plan->years : 0); t++)
        axes->axis[axes->count++] = (struct axis){yearly ? plan_calendar(plan, t) : 0, name};
}

static void add_plan(struct axes *axes, const struct plan *plan)
{
    for (int i = 0; i < plan->uncertains; i++)
        add_axes(axes, plan, stream_name(axes->arena, "parameter", plan->uncertain[i].name), false);
    for (int i = 0; i < plan->shocks; i++)
        add_axes(axes, plan, stream_name(axes->arena, "shock", plan->shock[i].name), true);
    for (int g = 0; g < plan->groups; g++)
        if (plan->group[g].copula == NULL)
            add_axes(axes, plan, stream_name(axes->arena, "group", plan->group[g].name),
                     plan->group[g].yearly);
}

/* In order, each once, over all plans. */
static struct axes axes_of(struct arena *arena, const struct luck_run *run)
{
    struct axes axes = {arena, &run->sampled, 0, NULL};
    int most = 0, kept = 0;

    if (run->sampled.sampling != SOBOL_SAMPLING)
        return axes;
    for (int p = 0; p < run->plans; p++)
        most += run->plan[p]->uncertains +
                (run->plan[p]->shocks + run->plan[p]->groups) * (run->plan[p]->years + 1);
    axes.axis = ARENA_ARRAY(arena, struct axis, most + 1);
    for (int p = 0; p < run->plans; p++)
        add_plan(&axes, run->plan[p]);
    qsort(axes.axis, (size_t)axes.count, sizeof *axes.axis, in_order);
    for (int i = 0; i < axes.count; i++)
        if (i == 0 || in_order(&axes.axis[kept - 1], &axes.axis[i]) != 0)
            axes.axis[kept++] = axes.axis[i];
    axes.count = kept;
    return axes;
}

static int dimension_of(const struct axes *axes, struct axis axis)
{
    if (axes->count == 0)
        return 0;
    const struct axis *found =
        bsearch(&axis, axes->axis, (size_t)axes->count, sizeof axis, in_order);
    return (int)(found - axes->axis);
}

static struct luck_name name_of(const struct axes *axes, const struct plan *plan, const char *kind,
                                const char *name, bool yearly)
{
    const int count = yearly ? plan->years + 1 : 1;
    const char *stream = stream_name(axes->arena, kind, name);
    struct coordinate *at = ARENA_ARRAY(axes->arena, struct coordinate, count);

    for (int t = 0; t < count; t++) {
        const int year = yearly ? plan_calendar(plan, t) : 0;
        at[t] = coordinate_new(axes->arena, axes->run, stream, year,
                               dimension_of(axes, (struct axis){year, stream}));
    }
    return (struct luck_name){at};
}

static void make_names(struct luck *luck, const struct axes *axes, const struct plan *plan)
{
    luck->number = ARENA_ARRAY(axes->arena, struct luck_name, plan->uncertains);
    luck->shock = ARENA_ARRAY(axes->arena, struct luck_name, plan->shocks);
    luck->group = ARENA_ARRAY(axes->arena, struct luck_name, plan->groups);
    for (int i = 0; i < plan->uncertains; i++)
        luck->number[i] = name_of(axes, plan, "parameter", plan->uncertain[i].name, false);
    for (int i = 0; i < plan->shocks; i++)
        luck->shock[i] = name_of(axes, plan, "shock", plan->shock[i].name, true);
    for (int g = 0; g < plan->groups; g++)
        if (plan->group[g].copula == NULL)
            luck->group[g] =
                name_of(axes, plan, "group", plan->group[g].name, plan->group[g].yearly);
}

const struct luck *luck_new(struct arena *arena, const struct plan *plan,
                            const struct luck_run *run, const struct number **unsound)
{
    struct luck *luck = ARENA_NEW(arena, struct luck);
    const struct axes axes = axes_of(arena, run);

    luck->sampling = run->sampled.sampling;
    luck->seed = run->sampled.seed;
    luck->sampler = ARENA_ARRAY(arena, const struct sampler *, plan->uncertains);
    for (int i = 0; i < plan->uncertains; i++) {
        luck->sampler[i] = sampler_new(arena, plan->uncertain[i].number->spread);
        if (!luck->sampler[i]) {
            *unsound = plan->uncertain[i].number;
            return NULL;
        }
    }
    make_names(luck, &axes, plan);
    return luck;
}

static void digest_group(const struct group *group, struct digest *digest)
{
    digest_add(digest, "group", group->name, strlen(group->name));
    digest_add(digest, "rho", &group->rho, sizeof group->rho);
    if (group->copula != NULL)
        digest_add(digest, "copula", group->copula->factor,
                   (size_t)(group->members * (group->members + 1) / 2) *
                       sizeof *group->copula->factor);
}

void luck_digest(const struct luck *luck, const struct plan *plan, struct digest *digest)
{
    const uint64_t sampling = luck->sampling;

    digest_add(digest, "sampling", &sampling, sizeof sampling);
    for (int g = 0; g < plan->groups; g++)
        digest_group(&plan->group[g], digest);
    for (int i = 0; i < plan->uncertains; i++)
        sampler_digest(luck->sampler[i], digest);
}
