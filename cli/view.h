/* What the tables of run and compare are made with. */
#ifndef CLI_VIEW_H
#define CLI_VIEW_H

#include "cli/session.h"
#include "engine/output/screen.h"

/** A table being filled, cell by cell, left to right. Lives in the arena. */
struct sheet {
    struct arena *arena;
    int columns;
    struct screen_column column[SCREEN_MOST_COLUMNS];
    int cells, room;
    struct screen_cell *cell;
};

/** A table whose first column is text, and whose others, to be added, are figures. */
struct sheet *sheet_new(struct arena *arena, const char *head);
void sheet_column(struct sheet *sheet, const char *head);

void sheet_text(struct sheet *sheet, const char *text);
void sheet_balance(struct sheet *sheet, pence pounds); /* a deficit cannot be missed */
void sheet_pounds(struct sheet *sheet, pence pounds);
void sheet_change(struct sheet *sheet, pence pounds);
void sheet_thousands_change(struct sheet *sheet, pence pounds);
void sheet_millions(struct sheet *sheet, pence pounds);
void sheet_millions_balance(struct sheet *sheet, pence pounds);
void sheet_number(struct sheet *sheet, double number);
void sheet_people(struct sheet *sheet, double people); /* whole ones */
void sheet_people_change(struct sheet *sheet, double people);
void sheet_share(struct sheet *sheet, double share);

/** A row of its own that says what those below are. */
void sheet_section(struct sheet *sheet, const char *text);

void sheet_print(struct screen screen, const struct sheet *sheet);

/** "2019-20". */
const char *view_year(struct arena *arena, int year);

enum { VIEW_YEARS = 4 };

/** Up to VIEW_YEARS of the years from first to last, both of them, evenly; returns how many. */
int view_pick_years(int first, int last, int years[VIEW_YEARS]);

/** What cannot be missed: each scenario that is not lawful as drawn, with the rule, year and
 * pounds. */
void view_unlawful(struct screen screen, const struct session *session);

/** How sure the balances are, over the draws, and how likely a deficit is; nothing without any.
 * futures.c, likely.c */
void view_futures(struct screen screen, const struct session *session);
void view_likely(struct screen screen, const struct session *session);

/** Everything else that the rules found; of the others, only what the first does not have too. */
void view_findings(struct screen screen, const struct session *session);

/** What considerations say of themselves: that they are neutral, and the figures they quote,
 * derived again. claims.c */
void view_claims(struct screen screen, const struct session *session);

/** The residual of the area, in pounds and as a share of the block; all else it rests on, if asked
 * for. */
void view_assumptions(struct screen screen, const struct session *session);

/** What was required, and whether it holds: a line each; nothing when nothing was. */
void view_requirements(struct screen screen, const struct session *session);

/** That pupils and pounds balanced, and the digest. */
void view_end(struct screen screen, const struct session *session);

#endif
