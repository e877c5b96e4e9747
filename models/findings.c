/* What the rules say of the central run, in sentences. model.md section 7. */
#include "engine/base/text.h"
#include "models/results.h"

/** Findings being collected. */
struct judge {
    struct arena *arena;
    const struct results *results;
    const struct plan *plan;
    struct findings *findings;
    int room;
};

static void find(struct judge *j, struct finding finding)
{
    struct findings *findings = j->findings;

    if (findings->count == j->room) {
        const int room = j->room * 2 + 16;
        struct finding *grown = ARENA_ARRAY(j->arena, struct finding, room);
        for (int i = 0; i < findings->count; i++)
            grown[i] = findings->item[i];
        findings->item = grown;
        j->room = room;
    }
    findings->item[findings->count++] = finding;
}

/* How well a year's limit is known, as a clause for the finding that rests on it. */
static const char *footing(struct judge *j, int year)
{
    const struct number *limit =
        series_at(&j->plan->area->rules.mfg_floor, j->plan->area->base + year);
    static const char *const known[] = {"", "", "; that limit is derived",
                                        "; that limit is assumed"};

    if (!limit)
        return "";
    if (limit->footing.note)
        return arena_format(j->arena, "%s (%s)", known[limit->footing.status], limit->footing.note);
    return known[limit->footing.status];
}

static void judge_guarantee(struct judge *j, int year, int setting)
{
    const struct account *account = &j->results->account[year];
    const char *name = text_words(j->arena, j->plan->area->setting[setting].name.key);

    if (account->mfg_excess[setting][0] <= 0)
        return;
    find(j, (struct finding){
                .severity = UNLAWFUL,
                .year = year,
                .last = year,
                .rule = "Minimum Funding Guarantee",
                .item = name,
                .text = arena_format(j->arena,
                                     "top-up of %s changes by %.2f%% where %.2f%% is the least%s",
                                     name, 100 * account->mfg_change[setting][0],
                                     100 * j->plan->mfg_floor.at[year].certain, footing(j, year)),
                .pounds = (pence)account->mfg_excess[setting][0],
            });
}

/* Years without a limit are said to be not judged, once for all that follow one another. */
static void judge_unknown(struct judge *j, int setting)
{
    const char *name = text_words(j->arena, j->plan->area->setting[setting].name.key);

    for (int y = j->plan->first; y < j->plan->years; y++) {
        int last = y;
        if (j->plan->mfg_known[y])
            continue;
        while (last + 1 < j->plan->years && !j->plan->mfg_known[last + 1])
            last++;
        find(j, (struct finding){
                    .severity = NOT_JUDGED,
                    .year = y,
                    .last = last,
                    .rule = "Minimum Funding Guarantee",
                    .item = name,
                    .text = arena_format(j->arena, "the area gives no limit, so %s is not judged",
                                         name),
                });
        y = last;
    }
}

static void judge_places(struct judge *j, int year, int setting)
{
    const double fewest = j->results->account[year].least_places[setting][0];
    const char *name = text_words(j->arena, j->plan->area->setting[setting].name.key);

    if (fewest < 0)
        find(j, (struct finding){UNLAWFUL, year, year, "Places", name,
                                 arena_format(j->arena, "%s would have %s places", name,
                                              text_grouped(j->arena, (long long)(fewest - 0.5))),
                                 0});
}

/* Does a redirect take a cost from high needs and lay it on the schools block? */
static bool relieves(const struct plan *plan, const struct money *money)
{
    return money->kind == REDIRECT && plan->area->schools_block >= 0 &&
           plan->line[money->to].ledger == plan->area->schools_block && money->from >= 0 &&
           plan->line[money->from].ledger == plan->area->high_needs;
}

/* What the schools block gives to high needs: transfers, other income, and redirects onto it. */
static pence transferred(const struct judge *j, int year)
{
    const struct plan *plan = j->plan;
    const struct account *account = &j->results->account[year];
    pence sum = 0;

    for (int i = 0; i < plan->incomes; i++)
        if (plan->income[i].ledger == plan->area->high_needs && plan->income[i].payer >= 0 &&
            plan->income[i].payer == plan->area->schools_block)
            sum += (pence)account->income[i][0];
    for (int i = 0; i < plan->monies; i++)
        if (relieves(plan, &plan->money[i]))
            sum += (pence)account->moved[i][0];
    return sum;
}

static void judge_transfer(struct judge *j, int year)
{
    const struct area *area = j->plan->area;
    const double block = area->funding.schools_block.central;
    const double share = area->rules.schools_block_transfer.central;
    const pence limit = (pence)(block * share * 100 + 0.5);
    const pence given = transferred(j, year);

    if (!area->rules.schools_block_transfer.given || given <= limit)
        return;
    find(j, (struct finding){
                NEEDS_APPROVAL, year, year, "Transfer from the schools block", "schools block",
                arena_format(j->arena,
                             "more than %.2g%% of the schools block needs the Secretary of State",
                             100 * share),
                given - limit});
}

static void judge_grants(struct judge *j, int year, int money)
{
    const struct money *spent = &j->plan->money[money];
    const struct number *limit = &j->plan->area->rules.grant_limit;

    if (!spent->has_grant || !limit->given || spent->weight[year] <= 0 ||
        spent->grant.certain <= limit->central)
        return;
    find(j, (struct finding){
                NEEDS_APPROVAL, year, year, "Grant limit",
                j->plan->scenario->consideration[spent->consideration].name,
                arena_format(j->arena, "grants of £%s where the limit is £%s",
                             text_grouped(j->arena, (long long)(spent->grant.certain + 0.5)),
                             text_grouped(j->arena, (long long)(limit->central + 0.5))),
                (pence)((spent->grant.certain - limit->central) * 100)});
}

static void judge_shortfall(struct judge *j, int year, int money)
{
    const pence short_by = (pence)j->results->account[year].shortfall[money][0];
    const struct money *moved = &j->plan->money[money];
    const char *name = j->plan->scenario->consideration[moved->consideration].name;
    const char *from = moved->saving >= 0 ? arena_format(j->arena, "what %s saved",
                                                         j->plan->saving[moved->saving].name)
                                          : j->plan->line[moved->from].name;

    if (short_by > 0)
        find(j, (struct finding){
                    CAUTION, year, year, "Shortfall", name,
                    arena_format(j->arena, "%s asks for more than there is in %s", name, from),
                    short_by});
}

/* Capital is judged cumulatively, against what is left of the fund. */
static void judge_capital(struct judge *j)
{
    const struct area *area = j->plan->area;
    const pence fund = (pence)(area->capital_fund.central * 100 + 0.5);
    pence spent = (pence)(area->capital_allocated.central * 100 + 0.5);

    if (area->capital_ledger < 0 || !area->capital_fund.given)
        return;
    for (int y = 0; y < j->plan->years; y++) {
        const pence more = (pence)j->results->account[y].ledger_spend[area->capital_ledger][0];
        spent += more;
        if (more > 0 && spent > fund)
            find(j, (struct finding){NEEDS_APPROVAL, y, y, "Capital fund", "capital",
                                     "capital spent so far is more than the fund", spent - fund});
    }
}

const struct findings *rules_judge(struct arena *arena, const struct results *results)
{
    const struct plan *plan = results->plan;
    struct judge j = {arena, results, plan, ARENA_NEW(arena, struct findings), 0};

    for (int y = plan->first; y < plan->years; y++) {
        for (int s = 0; s < plan->settings; s++) {
            if (plan->area->setting[s].mfg)
                judge_guarantee(&j, y, s);
            judge_places(&j, y, s);
        }
        judge_transfer(&j, y);
        for (int i = 0; i < plan->monies; i++) {
            judge_grants(&j, y, i);
            if (plan->money[i].kind == REDIRECT)
                judge_shortfall(&j, y, i);
        }
    }
    judge_capital(&j);
    for (int s = 0; s < plan->settings; s++)
        if (plan->area->setting[s].mfg)
            judge_unknown(&j, s);
    return j.findings;
}

bool findings_unlawful(const struct findings *findings)
{
    for (int i = 0; i < findings->count; i++)
        if (findings->item[i].severity == UNLAWFUL)
            return true;
    return false;
}
