/* What becomes of every rate: changes in the order written, and envelopes held. model.md sections 4
 * and 7. */
#include "models/year.h"

/** Which changes count: those before `stop`, less those of the considerations in `without`. */
struct counted {
    int stop;
    const bool *without;
};

/* One change applied so often to rate × factor + added. */
static void apply(const struct draw *draw, const struct rate *rate, int times, lanes *factor,
                  lanes *added)
{
    const lanes by = 1 + draw_amount(draw, rate->change);
    const lanes more = draw_amount(draw, rate->add);

    for (int i = 0; i < times; i++) {
        *factor *= by;
        *added = *added * by + more;
    }
}

/* What has become of a class's rates in a spell: the changes that count, one after another. */
static void follow(const struct plan *plan, const struct draw *draw, const struct work *work,
                   const struct rate_class *class_, int spell, struct counted counted,
                   lanes *factor, lanes *added)
{
    *factor = lanes_of(1);
    *added = lanes_of(0);
    for (int i = 0; i < class_->changes; i++) {
        const int r = class_->change[i];
        const struct rate *rate = &plan->rate[r];
        const int times = rate->times[spell];
        if (r >= counted.stop || times == 0 ||
            (counted.without && counted.without[rate->consideration]))
            continue;
        if (class_->direct[i])
            apply(draw, rate, times, factor, added);
        if (rate->effect->envelope) {
            *factor *= work->envelope[r * plan->settings + class_->setting];
            *added *= work->envelope[r * plan->settings + class_->setting];
        }
    }
}

/* A setting's top-up on the January before a change, with the changes that come before `stop`. */
static lanes spend_before(const struct plan *plan, const struct draw *draw, const struct work *work,
                          const struct census *pupils, int setting, int spell, int stop)
{
    lanes spend = lanes_of(0);

    for (int i = 0; i < plan->rows; i++) {
        const struct rate_row *row = &plan->row[i];
        lanes factor, added;
        if (row->setting != setting)
            continue;
        follow(plan, draw, work, &plan->class_[row->class_], spell, (struct counted){stop, NULL},
               &factor, &added);
        const lanes rate = draw_amount(draw, row->rate) * factor + added;
        spend += pupils->plans[row->need * plan->settings + setting] * row->share * rate;
    }
    return spend;
}

/* The one factor that leaves each setting's spend as it was on the January before. */
static void hold(const struct plan *plan, const struct draw *draw, const struct results *results,
                 int r, struct work *work)
{
    const struct rate *rate = &plan->rate[r];
    const struct census *pupils = &results->census[rate->census_before];

    for (int s = 0; s < plan->settings; s++) {
        lanes *factor = &work->envelope[r * plan->settings + s];
        *factor = lanes_of(1);
        if (!rate->effect->envelope || !rate->effect->settings[s] || rate->first_spell < 0)
            continue;
        const lanes was = spend_before(plan, draw, work, pupils, s, rate->first_spell, r);
        const lanes would_be = spend_before(plan, draw, work, pupils, s, rate->first_spell, r + 1);
        *factor = lanes_choose(would_be > lanes_of(0), was / would_be, lanes_of(1));
    }
}

static void all_rates(const struct plan *plan, const struct draw *draw, const struct work *work,
                      const bool *without, const struct rates *rates)
{
    const struct counted counted = {plan->rates, without};

    for (int c = 0; c < plan->classes; c++)
        for (int i = 0; i < plan->spells; i++) {
            const int at = c * plan->spells + i;
            follow(plan, draw, work, &plan->class_[c], i, counted, &rates->factor[at],
                   &rates->added[at]);
        }
}

void prices_rates(const struct plan *plan, const struct draw *draw, const struct results *results,
                  struct work *work)
{
    for (int r = 0; r < plan->rates; r++)
        hold(plan, draw, results, r, work);
    all_rates(plan, draw, work, NULL, &work->rates);
    for (int i = 0; i < plan->savings; i++)
        all_rates(plan, draw, work, plan->saving[i].of, &work->without[i]);
}
