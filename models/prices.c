/* What becomes of every rate: changes in the order written, and envelopes held. model.md sections 4
 * and 7. */
#include "models/year.h"

/** Which changes count, and when: those before `stop`, less those of considerations in `without`.
 */
struct counted {
    int spell, stop;
    const bool *without;
};

/** What has become of a rate: rate × factor + added. */
struct become {
    lanes factor, added;
};

/* One change, applied so often. */
static void apply(const struct draw *draw, const struct rate *rate, int times,
                  struct become *become)
{
    const lanes by = 1 + draw_amount(draw, rate->change);
    const lanes more = draw_amount(draw, rate->add);

    for (int i = 0; i < times; i++) {
        become->factor *= by;
        become->added = become->added * by + more;
    }
}

static bool counts(const struct rate *rate, int index, const struct counted *counted)
{
    return index < counted->stop && rate->times[counted->spell] > 0 &&
           !(counted->without && counted->without[rate->consideration]);
}

/* What has become of a class's rates in a spell: the changes that count, one after another. */
static void follow(const struct plan *plan, const struct draw *draw, const struct work *work,
                   const struct rate_class *class_of_rates, const struct counted *counted,
                   struct become *become)
{
    *become = (struct become){lanes_of(1), lanes_of(0)};
    for (int i = 0; i < class_of_rates->changes; i++) {
        const int r = class_of_rates->change[i];
        const struct rate *rate = &plan->rate[r];
        if (!counts(rate, r, counted))
            continue;
        if (class_of_rates->direct[i])
            apply(draw, rate, rate->times[counted->spell], become);
        if (rate->effect->envelope) {
            const lanes held = work->envelope[r * plan->settings + class_of_rates->setting];
            become->factor *= held;
            become->added *= held;
        }
    }
}

/* A setting's top-up on the January before a change, with the changes that count. */
static lanes spend_before(const struct plan *plan, const struct draw *draw, const struct work *work,
                          int census, int setting, const struct counted *counted)
{
    lanes spend = lanes_of(0);

    for (int c = plan->first_class[setting]; c < plan->first_class[setting + 1]; c++) {
        struct become become;
        follow(plan, draw, work, &plan->rate_class[c], counted, &become);
        spend += work->charged[census * plan->classes + c] * become.factor +
                 work->heads[census * plan->classes + c] * become.added;
    }
    return spend;
}

/* The one factor that leaves each setting's spend as it was on the January before. */
static void hold(const struct plan *plan, const struct draw *draw, int r, struct work *work)
{
    const struct rate *rate = &plan->rate[r];
    const struct counted before = {rate->first_spell, r, NULL};
    const struct counted with = {rate->first_spell, r + 1, NULL};

    for (int s = 0; s < plan->settings; s++) {
        lanes *factor = &work->envelope[r * plan->settings + s];
        *factor = lanes_of(1);
        if (!rate->effect->envelope || !rate->effect->settings[s] || rate->first_spell < 0)
            continue;
        const lanes was = spend_before(plan, draw, work, rate->census_before, s, &before);
        const lanes would_be = spend_before(plan, draw, work, rate->census_before, s, &with);
        *factor = lanes_choose(would_be > lanes_of(0), was / would_be, lanes_of(1));
    }
}

static void all_rates(const struct plan *plan, const struct draw *draw, const struct work *work,
                      const bool *without, const struct rates *rates)
{
    for (int c = 0; c < plan->classes; c++)
        for (int i = 0; i < plan->spells; i++) {
            const struct counted counted = {i, plan->rates, without};
            struct become become;
            follow(plan, draw, work, &plan->rate_class[c], &counted, &become);
            rates->factor[c * plan->spells + i] = become.factor;
            rates->added[c * plan->spells + i] = become.added;
        }
}

static void count(const struct plan *plan, const struct census *census, int t, struct work *work)
{
    lanes *charged = &work->charged[t * plan->classes], *heads = &work->heads[t * plan->classes];
    lanes *pupils = &work->pupils[t * plan->settings];

    for (int s = 0; s < plan->settings; s++)
        pupils[s] = lanes_of(0);
    for (int k = 0; k < plan->needs; k++)
        for (int s = 0; s < plan->settings; s++)
            pupils[s] += census->plans[k * plan->settings + s];
    for (int c = 0; c < plan->classes; c++)
        charged[c] = heads[c] = lanes_of(0);
    for (int i = 0; i < plan->rows; i++) {
        const struct rate_row *row = &plan->row[i];
        const lanes plans = census->plans[row->plans] * row->share;
        charged[row->rate_class] += plans * work->row_rate[i];
        heads[row->rate_class] += plans;
    }
}

void prices_count(const struct plan *plan, const struct draw *draw, const struct results *results,
                  struct work *work)
{
    for (int i = 0; i < plan->rows; i++)
        work->row_rate[i] = draw_amount(draw, plan->row[i].rate);
    for (int t = 0; t <= plan->years; t++)
        count(plan, &results->census[t], t, work);
}

void prices_rates(const struct plan *plan, const struct draw *draw, struct work *work)
{
    for (int r = 0; r < plan->rates; r++)
        hold(plan, draw, r, work);
    all_rates(plan, draw, work, NULL, &work->rates);
    for (int i = 0; i < plan->savings; i++)
        all_rates(plan, draw, work, plan->saving[i].of, &work->without[i]);
}
