/* Every figure of a run by name, in one fixed order. model.md section 8. */
#include "models/measures.h"

/** Handing figures over: one lane's to a visitor, until it has had enough, or every lane's as whole
 * numbers. */
struct tour {
    const struct results *results;
    const struct plan *plan;
    int lane;
    bool (*visit)(void *context, const struct figure *figure); /* NULL: whole numbers */
    void *context;
    bool done;
    ilanes_anywhere *whole; /* where the next goes */
    lanes broken_even;      /* so far */
};

/* Added to a whole number below 2^51, it leaves that number in the lowest bits. */
static ilanes whole_lanes(lanes x)
{
    const lanes big = lanes_of(0x1.8p52);

    return (ilanes)(x + big) - (ilanes)big;
}

/* One January's figures; each says what it measures. */
static inline void tell_pupils(struct tour *t, int census, struct figure figure, lanes value)
{
    if (!t->visit) {
        *t->whole++ = whole_lanes(value * MEASURES_MILLIONTHS);
        return;
    }
    figure.year = plan_calendar(t->plan, census);
    figure.ledger = "";
    figure.value = value[t->lane];
    if (!t->done)
        t->done = !t->visit(t->context, &figure);
}

/* One financial year's. */
static inline void tell_pounds(struct tour *t, int year, struct figure figure, int ledger,
                               const lanes *whole_pence)
{
    if (!t->visit) {
        *t->whole++ = whole_lanes(*whole_pence);
        return;
    }
    figure.year = plan_calendar(t->plan, year);
    figure.fiscal = true;
    figure.ledger = t->plan->area->ledger[ledger].key;
    figure.unit = UNIT_POUNDS;
    figure.pounds = (pence)(*whole_pence)[t->lane];
    if (!t->done)
        t->done = !t->visit(t->context, &figure);
}

/* A number of a financial year that is no money. */
static inline void tell_yearly(struct tour *t, int year, struct figure figure, int ledger,
                               lanes value)
{
    if (!t->visit) {
        *t->whole++ = whole_lanes(value * MEASURES_MILLIONTHS);
        return;
    }
    figure.year = plan_calendar(t->plan, year);
    figure.fiscal = true;
    figure.ledger = t->plan->area->ledger[ledger].key;
    figure.value = value[t->lane];
    if (!t->done)
        t->done = !t->visit(t->context, &figure);
}

#define FIGURE(measure_, by_, item_, unit_)                                                        \
    ((struct figure){.measure = (measure_), .by = (by_), .item = (item_), .unit = (unit_)})

static lanes in_setting(const struct plan *plan, const struct census *census, int setting)
{
    lanes sum = lanes_of(0);

    for (int k = 0; k < plan->needs; k++)
        sum += census->plans[k * plan->settings + setting];
    return sum;
}

static lanes in_need(const struct plan *plan, const struct census *census, int need)
{
    lanes sum = lanes_of(0);

    for (int s = 0; s < plan->settings; s++)
        sum += census->plans[need * plan->settings + s];
    return sum;
}

static lanes at_age(const struct plan *plan, const struct census *census, int age)
{
    lanes sum = lanes_of(0);

    for (int i = 0; i < plan->serving[age]; i++)
        sum += census->by_age[plan->block[age] + i];
    return sum;
}

static lanes share_in_mainstream(const struct plan *plan, const struct census *census)
{
    lanes sum = lanes_of(0);

    for (int s = 0; s < plan->settings; s++)
        if (plan->area->setting[s].mainstream)
            sum += in_setting(plan, census, s);
    return lanes_share(sum, census->total);
}

static void tell_caseload(struct tour *t, int year)
{
    const struct plan *plan = t->plan;
    const struct area *area = plan->area;
    const struct census *census = &t->results->census[year];

    tell_pupils(t, year, FIGURE("pupils", "", "", UNIT_PUPILS), census->total);
    for (int s = 0; s < plan->settings; s++)
        tell_pupils(t, year, FIGURE("pupils", "setting", area->setting[s].name.key, UNIT_PUPILS),
                    in_setting(plan, census, s));
    for (int k = 0; k < plan->needs; k++)
        tell_pupils(t, year, FIGURE("pupils", "need", area->need[k].key, UNIT_PUPILS),
                    in_need(plan, census, k));
    for (int p = 0; p < area->phases; p++) {
        lanes sum = lanes_of(0);
        for (int a = area->phase[p].first; a <= area->phase[p].last; a++)
            sum += at_age(plan, census, a);
        tell_pupils(t, year, FIGURE("pupils", "phase", area->phase[p].name.key, UNIT_PUPILS), sum);
    }
    for (int a = plan->first_age; a < plan->ages; a++)
        tell_pupils(t, year, FIGURE("pupils", "age", plan->age_name[a], UNIT_PUPILS),
                    at_age(plan, census, a));
    tell_pupils(t, year, FIGURE("share in mainstream", "", "", UNIT_SHARE),
                share_in_mainstream(plan, census));
}

/* Where those whom a full setting turns away go: the assumption beside every saving from places. */
static void tell_overflow(struct tour *t, int year, int setting)
{
    const struct setting *full = &t->plan->area->setting[setting];

    for (int i = 0; i < full->overflows; i++) {
        const int to = full->overflow[i].setting;
        tell_pupils(t, year,
                    FIGURE("overflow share", "setting × setting",
                           t->plan->overflow_name[setting][to], UNIT_SHARE),
                    t->results->shares[setting * t->plan->settings + to]);
    }
}

static void tell_places(struct tour *t, int year)
{
    const struct census *census = &t->results->census[year];

    for (int s = 0; s < t->plan->settings; s++) {
        const char *key = t->plan->area->setting[s].name.key;
        if (!t->plan->area->setting[s].capped)
            continue;
        tell_pupils(t, year, FIGURE("places", "setting", key, UNIT_PLACES), census->places[s]);
        tell_pupils(t, year, FIGURE("asked", "setting", key, UNIT_PUPILS), census->asked[s]);
        tell_pupils(t, year, FIGURE("placed", "setting", key, UNIT_PUPILS), census->placed[s]);
        tell_pupils(t, year, FIGURE("turned away", "setting", key, UNIT_PUPILS),
                    census->turned_away[s]);
        tell_pupils(t, year, FIGURE("empty places", "setting", key, UNIT_PLACES), census->empty[s]);
        tell_pupils(t, year, FIGURE("over-full", "setting", key, UNIT_PUPILS), census->over[s]);
        tell_overflow(t, year, s);
    }
}

/* What each use of a consideration did to pupils: its shifts together, and its own places. */
static void tell_consideration(struct tour *t, int year, int consideration)
{
    const struct plan *plan = t->plan;
    const struct census *census = &t->results->census[year];
    const char *name = plan->scenario->consideration[consideration].name;
    lanes shifted = lanes_of(0), refused = lanes_of(0), empty = lanes_of(0);
    int shifts = 0, sites = 0;

    for (int i = 0; i < plan->shifts; i++)
        if (plan->shift[i].consideration == consideration) {
            shifted += census->shifted[i];
            refused += census->refused[i];
            shifts++;
        }
    for (int i = 0; i < plan->openings; i++)
        if (plan->opening[i].consideration == consideration) {
            empty += census->site_empty[i];
            sites++;
        }
    if (shifts > 0) {
        tell_pupils(t, year, FIGURE("shifted", "consideration", name, UNIT_PUPILS), shifted);
        tell_pupils(t, year, FIGURE("refused", "consideration", name, UNIT_PUPILS), refused);
    }
    if (sites > 0)
        tell_pupils(t, year, FIGURE("empty places", "consideration", name, UNIT_PLACES), empty);
}

static void tell_support(struct tour *t, int year)
{
    const struct census *census = &t->results->census[year];

    if (!t->plan->area->support.given)
        return;
    tell_pupils(t, year, FIGURE("learners without a plan", "", "", UNIT_PUPILS), census->learners);
    tell_pupils(t, year, FIGURE("support lost", "", "", UNIT_PUPILS), census->support_lost);
    tell_pupils(t, year, FIGURE("went on to a plan", "", "", UNIT_PUPILS), census->became_plans);
}

static void tell_census(struct tour *t, int year)
{
    const struct census *census = &t->results->census[year];

    tell_caseload(t, year);
    tell_support(t, year);
    if (year == 0)
        return;
    tell_pupils(t, year, FIGURE("new plans", "", "", UNIT_PUPILS), census->new_plans);
    tell_pupils(t, year, FIGURE("ceased", "", "", UNIT_PUPILS), census->ceased);
    tell_pupils(t, year, FIGURE("moves in", "", "", UNIT_PUPILS), census->came);
    tell_places(t, year);
    for (int i = 0; i < t->plan->scenario->considerations; i++)
        tell_consideration(t, year, i);
}

/* What each ledger pays into high needs, whatever the line. */
static void tell_payers(struct tour *t, int year)
{
    const struct plan *plan = t->plan;
    const int receiver = plan->area->high_needs;

    for (int payer = 0; payer < plan->area->ledgers; payer++) {
        lanes paid = lanes_of(0);
        for (int i = 0; i < plan->incomes; i++)
            if (plan->income[i].payer == payer && plan->income[i].ledger == receiver)
                paid += t->results->account[year].income[i];
        if (payer != receiver)
            tell_pounds(t, year,
                        FIGURE("income", "payer", plan->area->ledger[payer].key, UNIT_POUNDS),
                        receiver, &paid);
    }
}

static void tell_lines(struct tour *t, int year)
{
    const struct plan *plan = t->plan;
    const struct account *account = &t->results->account[year];

    for (int i = 0; i < plan->lines; i++)
        tell_pounds(t, year, FIGURE("spend", "line", plan->line[i].name, UNIT_POUNDS),
                    plan->line[i].ledger, &account->spend[i]);
    for (int l = 0; l < plan->area->ledgers; l++)
        tell_pounds(t, year, FIGURE("spend", "", "", UNIT_POUNDS), l, &account->ledger_spend[l]);
    for (int i = 0; i < plan->incomes; i++)
        tell_pounds(t, year, FIGURE("income", "line", plan->income[i].name, UNIT_POUNDS),
                    plan->income[i].ledger, &account->income[i]);
    tell_payers(t, year);
    tell_pounds(t, year, FIGURE("income", "", "", UNIT_POUNDS), plan->area->high_needs,
                &account->ledger_income[plan->area->high_needs]);
}

/* Has high needs been without an in-year deficit in some year until now? The base's year does not
 * count: the area's residual line makes it balance. */
static void break_even(struct tour *t, int year)
{
    const lanes in_year = t->results->account[year].in_year;

    if (year > 0)
        t->broken_even = lanes_choose(in_year >= lanes_of(0), lanes_of(1), t->broken_even);
}

static void tell_account(struct tour *t, int year)
{
    const struct plan *plan = t->plan;
    const struct account *account = &t->results->account[year];
    const int high_needs = plan->area->high_needs;

    tell_lines(t, year);
    for (int i = 0; i < plan->savings; i++)
        tell_pounds(t, year, FIGURE("saved", "consideration", plan->saving[i].name, UNIT_POUNDS),
                    high_needs, &account->saved[i]);
    tell_pounds(t, year, FIGURE("in-year balance", "", "", UNIT_POUNDS), high_needs,
                &account->in_year);
    tell_pounds(t, year, FIGURE("cumulative balance", "", "", UNIT_POUNDS), high_needs,
                &account->cumulative);
    break_even(t, year);
    if (year > 0)
        tell_yearly(t, year, FIGURE("broken even", "", "", UNIT_SHARE), high_needs, t->broken_even);
    if (plan->area->interest.given)
        tell_pounds(t, year, FIGURE("interest on the deficit", "", "", UNIT_POUNDS), high_needs,
                    &account->interest);
}

static void tell_all_pupils(struct tour *t)
{
    for (int census = t->plan->first; census <= t->plan->years && !t->done; census++)
        tell_census(t, census);
}

static void tell_all_pounds(struct tour *t)
{
    for (int year = 0; year < t->plan->first; year++)
        break_even(t, year);
    for (int year = t->plan->first; year < t->plan->years && !t->done; year++)
        tell_account(t, year);
}

bool measures_each(const struct results *results, int lane,
                   bool (*visit)(void *context, const struct figure *figure), void *context)
{
    struct tour tour = {.results = results,
                        .plan = results->plan,
                        .lane = lane,
                        .visit = visit,
                        .context = context};

    tell_all_pupils(&tour);
    tell_all_pounds(&tour);
    return !tour.done;
}

int64_t *measures_pupils(const struct results *results, int64_t *values)
{
    struct tour tour = {
        .results = results, .plan = results->plan, .whole = (ilanes_anywhere *)values};

    tell_all_pupils(&tour);
    return (int64_t *)tour.whole;
}

int64_t *measures_pounds(const struct results *results, int64_t *values)
{
    struct tour tour = {
        .results = results, .plan = results->plan, .whole = (ilanes_anywhere *)values};

    tell_all_pounds(&tour);
    return (int64_t *)tour.whole;
}
