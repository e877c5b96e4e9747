/* Every figure of a run by name, in one fixed order. model.md section 8. */
#include "models/measures.h"

#include "engine/base/text.h"

/** Handing figures over; done once the visitor has had enough. */
struct tour {
    const struct results *results;
    const struct plan *plan;
    int lane;
    bool (*visit)(void *context, const struct figure *figure);
    void *context;
    bool done;
};

static void tell(struct tour *t, struct figure figure)
{
    if (!t->done)
        t->done = !t->visit(t->context, &figure);
}

/* One January's figures; each says what it measures. */
static void tell_pupils(struct tour *t, int census, struct figure figure, double value)
{
    figure.year = plan_calendar(t->plan, census);
    figure.ledger = "";
    figure.value = value;
    tell(t, figure);
}

/* One financial year's. */
static void tell_pounds(struct tour *t, int year, struct figure figure, int ledger,
                        const lanes *whole_pence)
{
    figure.year = plan_calendar(t->plan, year);
    figure.fiscal = true;
    figure.ledger = t->plan->area->ledger[ledger].key;
    figure.unit = UNIT_POUNDS;
    figure.pounds = (pence)(*whole_pence)[t->lane];
    tell(t, figure);
}

#define FIGURE(measure_, by_, item_, unit_)                                                        \
    ((struct figure){.measure = (measure_), .by = (by_), .item = (item_), .unit = (unit_)})

static double in_setting(const struct plan *plan, const struct census *census, int lane,
                         int setting)
{
    double sum = 0;

    for (int k = 0; k < plan->needs; k++)
        sum += census->plans[k * plan->settings + setting][lane];
    return sum;
}

static double in_need(const struct plan *plan, const struct census *census, int lane, int need)
{
    double sum = 0;

    for (int s = 0; s < plan->settings; s++)
        sum += census->plans[need * plan->settings + s][lane];
    return sum;
}

static double at_age(const struct plan *plan, const struct census *census, int lane, int age)
{
    double sum = 0;

    for (int s = 0; s < plan->settings; s++)
        sum += census->by_age[age * plan->settings + s][lane];
    return sum;
}

static double share_in_mainstream(const struct plan *plan, const struct census *census, int lane)
{
    double sum = 0;

    for (int s = 0; s < plan->settings; s++)
        if (plan->area->setting[s].mainstream)
            sum += in_setting(plan, census, lane, s);
    return census->total[lane] > 0 ? sum / census->total[lane] : 0;
}

static void tell_caseload(struct tour *t, int year)
{
    const struct plan *plan = t->plan;
    const struct area *area = plan->area;
    const struct census *census = &t->results->census[year];

    tell_pupils(t, year, FIGURE("pupils", "", "", UNIT_PUPILS), census->total[t->lane]);
    for (int s = 0; s < plan->settings; s++)
        tell_pupils(t, year, FIGURE("pupils", "setting", area->setting[s].name.key, UNIT_PUPILS),
                    in_setting(plan, census, t->lane, s));
    for (int k = 0; k < plan->needs; k++)
        tell_pupils(t, year, FIGURE("pupils", "need", area->need[k].key, UNIT_PUPILS),
                    in_need(plan, census, t->lane, k));
    for (int p = 0; p < area->phases; p++) {
        double sum = 0;
        for (int a = area->phase[p].first; a <= area->phase[p].last; a++)
            sum += at_age(plan, census, t->lane, a);
        tell_pupils(t, year, FIGURE("pupils", "phase", area->phase[p].name.key, UNIT_PUPILS), sum);
    }
    for (int a = plan->first_age; a < plan->ages; a++)
        tell_pupils(t, year, FIGURE("pupils", "age", plan->age_name[a], UNIT_PUPILS),
                    at_age(plan, census, t->lane, a));
    tell_pupils(t, year, FIGURE("share in mainstream", "", "", UNIT_SHARE),
                share_in_mainstream(plan, census, t->lane));
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
                    t->results->shares[setting * t->plan->settings + to][t->lane]);
    }
}

static void tell_places(struct tour *t, int year)
{
    const struct census *census = &t->results->census[year];

    for (int s = 0; s < t->plan->settings; s++) {
        const char *key = t->plan->area->setting[s].name.key;
        if (!t->plan->area->setting[s].capped)
            continue;
        tell_pupils(t, year, FIGURE("places", "setting", key, UNIT_PLACES),
                    census->places[s][t->lane]);
        tell_pupils(t, year, FIGURE("asked", "setting", key, UNIT_PUPILS),
                    census->asked[s][t->lane]);
        tell_pupils(t, year, FIGURE("placed", "setting", key, UNIT_PUPILS),
                    census->placed[s][t->lane]);
        tell_pupils(t, year, FIGURE("turned away", "setting", key, UNIT_PUPILS),
                    census->turned_away[s][t->lane]);
        tell_pupils(t, year, FIGURE("empty places", "setting", key, UNIT_PLACES),
                    census->empty[s][t->lane]);
        tell_pupils(t, year, FIGURE("over-full", "setting", key, UNIT_PUPILS),
                    census->over[s][t->lane]);
        tell_overflow(t, year, s);
    }
}

/* What each use of a consideration did to pupils: its shifts together, and its own places. */
static void tell_consideration(struct tour *t, int year, int consideration)
{
    const struct plan *plan = t->plan;
    const struct census *census = &t->results->census[year];
    const char *name = plan->scenario->consideration[consideration].name;
    double shifted = 0, refused = 0, empty = 0;
    int shifts = 0, sites = 0;

    for (int i = 0; i < plan->shifts; i++)
        if (plan->shift[i].consideration == consideration) {
            shifted += census->shifted[i][t->lane];
            refused += census->refused[i][t->lane];
            shifts++;
        }
    for (int i = 0; i < plan->openings; i++)
        if (plan->opening[i].consideration == consideration) {
            empty += census->site_empty[i][t->lane];
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
    tell_pupils(t, year, FIGURE("learners without a plan", "", "", UNIT_PUPILS),
                census->learners[t->lane]);
    tell_pupils(t, year, FIGURE("support lost", "", "", UNIT_PUPILS),
                census->support_lost[t->lane]);
    tell_pupils(t, year, FIGURE("went on to a plan", "", "", UNIT_PUPILS),
                census->became_plans[t->lane]);
}

static void tell_census(struct tour *t, int year)
{
    const struct census *census = &t->results->census[year];

    tell_caseload(t, year);
    tell_support(t, year);
    if (year == 0)
        return;
    tell_pupils(t, year, FIGURE("new plans", "", "", UNIT_PUPILS), census->new_plans[t->lane]);
    tell_pupils(t, year, FIGURE("ceased", "", "", UNIT_PUPILS), census->ceased[t->lane]);
    tell_pupils(t, year, FIGURE("moves in", "", "", UNIT_PUPILS), census->came[t->lane]);
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
    if (plan->area->interest.given)
        tell_pounds(t, year, FIGURE("interest on the deficit", "", "", UNIT_POUNDS), high_needs,
                    &account->interest);
}

bool measures_each(const struct results *results, int lane,
                   bool (*visit)(void *context, const struct figure *figure), void *context)
{
    struct tour tour = {results, results->plan, lane, visit, context, false};

    for (int t = results->plan->first; t <= results->plan->years && !tour.done; t++)
        tell_census(&tour, t);
    for (int y = results->plan->first; y < results->plan->years && !tour.done; y++)
        tell_account(&tour, y);
    return !tour.done;
}

bool measures_same(const struct figure *a, const struct figure *b)
{
    return a->year == b->year && a->fiscal == b->fiscal && text_same(a->measure, b->measure) &&
           text_same(a->by, b->by) && text_same(a->item, b->item) &&
           text_same(a->ledger, b->ledger);
}

/** A figure being looked for. */
struct search {
    const char *measure, *item, *ledger;
    int year;
    struct figure *out;
    bool found;
};

static bool look(void *context, const struct figure *figure)
{
    struct search *s = context;

    if (figure->year != s->year || !text_same(figure->measure, s->measure) ||
        !text_alike(figure->item, s->item) ||
        (s->ledger[0] && !text_same(figure->ledger, s->ledger)))
        return true;
    *s->out = *figure;
    s->found = true;
    return false;
}

bool measures_find(const struct results *results, const char *measure, const char *item,
                   const char *ledger, int year, struct figure *out)
{
    struct search search = {measure, item, ledger, year, out, false};

    measures_each(results, 0, look, &search);
    return search.found;
}

void measures_period(const struct figure *figure, char text[16])
{
    const int year = figure->year;
    const int second = figure->fiscal ? (year + 1) % 100 : 1;

    text[0] = (char)('0' + year / 1000 % 10);
    text[1] = (char)('0' + year / 100 % 10);
    text[2] = (char)('0' + year / 10 % 10);
    text[3] = (char)('0' + year % 10);
    text[4] = '-';
    text[5] = (char)('0' + second / 10);
    text[6] = (char)('0' + second % 10);
    text[7] = '\0';
}
