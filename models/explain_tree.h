/* Making the tree of an explanation. Private to models/. */
#ifndef MODELS_EXPLAIN_TREE_H
#define MODELS_EXPLAIN_TREE_H

#include "models/explain.h"
#include "models/year.h"

/** A root, and a part behind those there are. */
struct explained *explained_new(struct arena *arena, const char *text);
struct explained *explained_part(struct arena *arena, struct explained *whole, const char *text);

/** Multiply a leaf. Texts are kept; @param source may be NULL. */
void explained_by(struct arena *arena, struct explained *leaf, const char *kind, double number,
                  const char *unit, const char *source);

/** Multiply a leaf by so many months of twelve; nothing for a whole year. */
void explained_twelfths(struct arena *arena, struct explained *leaf, int months);

/** Turn the sign of every leaf. */
void explained_negate(struct arena *arena, struct explained *part);

/** What the leaves come to before they are rounded, £. */
double explained_sum(const struct explained *part);

/** Multiply a leaf by the months from `from` to `to`, and say that it is of them. */
void explained_months(struct arena *arena, struct explained *leaf, month from, month to);

/** "April to August 2024". */
const char *explained_span(struct arena *arena, month from, month to);

/** Put together parts that follow each other and say the same of other months. */
void explained_merge(struct arena *arena, struct explained *whole);

/** Write every factor with as many digits as the leaf's pence need, add up, and name what rounding
 * leaves of the figure. */
void explained_settle(struct arena *arena, struct explained *root, pence figure);

/** The same of people, to a millionth of a millionth. */
void explained_settle_people(struct arena *arena, struct explained *root);

/** What an area's number is, where it was written and how well it is known.
 * @param path  where in the file: "top_up.special.ASD" */
const char *explained_number(const struct explainer *e, const char *path,
                             const struct number *number);

/** The same, of a consideration's number: its name, title, source and place. */
const char *explained_consideration(const struct explainer *e, int consideration,
                                    const struct number *number);

/** Of places, top-up and premiums: a line's cost in one spell, as parts of `whole`. */
void explain_rated(const struct explainer *e, struct explained *whole, int line, int spell,
                   const bool *without);
void explain_premium(const struct explainer *e, struct explained *whole, int setting, int spell);

/** Of the area's own lines and support: the same. */
void explain_plain(const struct explainer *e, struct explained *whole, int line, int spell);

/** Multiply by a price index since the base; nothing while it is 1. */
void explain_by_prices(const struct explainer *e, struct explained *leaf, int group, int year);
void explain_by_setting_prices(const struct explainer *e, struct explained *leaf, int setting,
                               int year);

/** What considerations and income charge to a line of spend, or pay into one of income. */
void explain_entries(const struct explainer *e, struct explained *whole, bool income, int line,
                     int year);

/** The allocation and the transfer: nothing for other lines of income. */
void explain_allocation(const struct explainer *e, struct explained *whole, int line, int year);
bool explain_is_transfer(const struct plan *plan, int line);

/** What considerations have saved in a year: by line, what it would cost without them less what it
 * does; never less than nought. */
void explain_saving(const struct explainer *e, struct explained *whole, int saving, int year);

/** Sums of lines, and the memo. */
void explain_in_year(const struct explainer *e, struct explained *whole, int year);
void explain_cumulative(const struct explainer *e, struct explained *whole, int year);
void explain_interest(const struct explainer *e, struct explained *whole, int year);

#endif
