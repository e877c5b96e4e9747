/* One year of pupils and one of pounds, step by step in the order that a year happens.
 *
 * Nothing here can fail, print or allocate: what could go wrong was refused when the plan was
 * compiled.
 */
#ifndef MODELS_YEAR_H
#define MODELS_YEAR_H

#include "models/results.h"

/** What has become of every rate: rate × factor + added. */
struct rates {
    lanes *factor, *added; /* [class][spell] */
};

/** The block that a batch is run in. Cells are [need][age][setting], as plan_cell() counts them. */
struct work {
    lanes *now; /* pupils in the January just reached, or where they would be if no setting
                   were full */
    lanes
        *continuing; /* survivors where they were; they keep their place, the others ask for one */
    lanes *moved;    /* survivors who changed setting, of a need and age that a shift touches; */
    lanes *entrants; /* new plans there, where they would start */
    const lanes *shares; /* [setting][setting] of those turned away: the results' */
    lanes *becoming;     /* [need][age] who go on from support to a plan */
    lanes *joining;      /* [need][age] new plans before they have a setting */
    lanes total;         /* pupils in the January before */
    lanes *came;         /* of whole pupils alone, as are these: moves in */
    lanes *staying;      /* [setting] who keeps a place */
    lanes *asked;        /* [setting][need] who asks for one */
    lanes *claims;       /* [need][age] of those who go on from support, with those before */
    lanes *gone_continuing, *gone_arriving; /* [shift][need][age] shifted, by what they were */
    lanes *pupils;                          /* [census][setting] */
    lanes *row_rate; /* [row] £ for each pupil of the setting and need, at the area's own rates */
    lanes *charged;  /* [census][class] what its pupils' top-up comes to at the area's own rates */
    lanes *heads;    /* [census][class] how many they are */
    struct rates rates;    /* in force */
    struct rates *without; /* [saving] the same without that consideration's changes */
    lanes *envelope;       /* [rate][setting] the factor that holds the spend */
    lanes *saving_left;    /* [saving] in the year being posted */
};

/** Learners without a plan in a January, and those newly cut off. support.c, model.md 4. */
struct supported {
    lanes learners, cut_off, become_plans;
};
void support_at(const struct plan *plan, const struct draw *draw, int census, const bool *without,
                struct supported *out);

/** New plans of each need and age, and who of those cut off from support goes on to one, before
 * they have a setting. population.c, model.md 3.4. */
void population_arrive(const struct plan *plan, const struct draw *draw, int census,
                       struct work *work, struct census *out);

/** What considerations make of the new plans of one need and age; never below nought.
 * population.c */
void population_change(const struct plan *plan, const struct draw *draw, int census, int cell,
                       lanes *plans);

/** Moves in and corrections, a share of the survivors: never fewer than all. population.c,
 * model.md 3.5. */
void population_coming(const struct plan *plan, const struct draw *draw, int census, lanes *share);

/** From the January before to this one: ageing, ceasing, transfers, and all who arrive, where they
 * would be if no setting were full. transfer.c, model.md 3.1 to 3.6. */
void transfer_year(const struct plan *plan, const struct draw *draw, int census, struct work *work,
                   struct census *out);

/**
 * Arrivals of one need and age that shifts touch, and the shares of them and of others who go
 * elsewhere. shift.c, model.md 3.4 to 3.6.
 *
 * @param cell   need × ages + age
 * @param work   continuing and moved in; now out, less those who go, who are in gone_*
 */
void shift_block(const struct plan *plan, const struct draw *draw, int census, int cell,
                 struct work *work);

/** Does a shift take those who stayed put? They are movers when they crossed a boundary; otherwise
 * they stand, and may be shifted once. shift.c */
bool shift_takes_continuing(const struct shift *shift, bool boundary, int census);

/** Give out the places of every setting; work->now is then this January. places.c, model.md 3.7. */
void places_year(const struct plan *plan, const struct draw *draw, int census, struct work *work,
                 struct census *out);

/** Places that the council's own pupils may take. places.c */
void places_open(const struct plan *plan, const struct draw *draw, int census, int setting,
                 lanes *out);

/** Does a shift bring pupils to a setting this year, and how many of each need? places.c */
bool places_brings_to(const struct plan *plan, int shift, int setting, int census);
void places_brings(const struct plan *plan, const struct work *work, int shift, lanes asked[]);

/** Where those whom a full setting turns away go, [setting][setting], once a draw. places.c */
void places_shares(const struct plan *plan, const struct draw *draw, lanes shares[]);

/** How many places each site is left with, once a January has been counted. places.c */
void places_sites(const struct plan *plan, const struct draw *draw, int census, struct census *out);

/** The January that is given, never stepped into. caseload.c */
void caseload_begin(const struct plan *plan, const struct draw *draw, struct work *work,
                    struct census *out);

/** Count what is kept of a January. caseload.c */
void caseload_count(const struct plan *plan, struct work *work, struct census *out);

/** All of a year's pupils. year.c: the page to read first. */
void year_pupils(const struct plan *plan, const struct draw *draw, int census, struct work *work,
                 struct census *out);

/** Pupils of each January by setting and by class of rates, so that a change of rates is a few
 * multiplications. prices.c */
void prices_count(const struct plan *plan, const struct draw *draw, const struct results *results,
                  struct work *work);

/** What has become of every rate in every spell, and would have without each saving's own changes.
 * prices.c, model.md 4 and 7. */
void prices_rates(const struct plan *plan, const struct draw *draw, struct work *work);

/** A price index, or 1 for group -1. */
static inline lanes prices_index(const struct plan *plan, const struct draw *draw, int year,
                                 int group)
{
    return group < 0 ? lanes_of(1) : draw->index[year * plan->area->price_groups + group];
}

/** Whose pupils, at which rates. */
struct priced {
    int setting, census, spell;
    const struct rates *rates;
};

/** Top-up spend, £ a year at the base's prices. */
void spend_top_up(const struct plan *plan, const struct work *work, const struct priced *priced,
                  lanes *out);

/** What a line of places or top-up costs at these rates, £ a year; nought for other lines. */
void spend_rated(const struct plan *plan, const struct draw *draw, int line,
                 const struct work *work, const struct priced *priced, lanes *out);

/** Post what pupils and the area's lines cost in a year. spend.c, model.md 4. */
void spend_year(const struct plan *plan, const struct draw *draw, int year, struct work *work,
                struct results *results);

/** What each named saving comes to in a year, in whole pence, never negative. savings.c,
 * model.md 7. */
void savings_year(const struct plan *plan, const struct draw *draw, int year, struct work *work,
                  struct results *results);

/** What considerations spend, move and receive. ledger.c, model.md 7. */
void ledger_considerations(const struct plan *plan, const struct draw *draw, int year,
                           struct work *work, struct account *account);

/** Enter whole pence in a line. ledger.c */
void ledger_spend(const struct plan *plan, struct account *account, int line,
                  const lanes *whole_pence);
void ledger_income(const struct plan *plan, struct account *account, int line,
                   const lanes *whole_pence);

/** The high needs allocation and the schools block's transfer. funding.c, model.md 5. */
void funding_year(const struct plan *plan, const struct draw *draw, int year,
                  struct results *results);

/** In-year and cumulative balance. funding.c, model.md 5. */
void funding_balance(const struct plan *plan, const struct draw *draw, int year,
                     struct results *results);

/** The Minimum Funding Guarantee and the fewest places in force. rules.c, model.md 7. */
void rules_year(const struct plan *plan, const struct draw *draw, int year, struct work *work,
                struct results *results);

/** All of a year's pounds. year.c */
void year_pounds(const struct plan *plan, const struct draw *draw, int year, struct work *work,
                 struct results *results);

#endif
