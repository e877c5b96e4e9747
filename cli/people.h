/* How many people, for a screen: as they are, or as they are published. */
#ifndef CLI_PEOPLE_H
#define CLI_PEOPLE_H

#include "cli/view.h"

/** One scenario's pupils in a January, as cells of a table; a dash for what is not published. */
void people_in_setting(struct sheet *sheet, const struct session *session, int outcome,
                       const char *setting, int january);
void people_with_plans(struct sheet *sheet, const struct session *session, int outcome,
                       int january);

/** Every January of one setting, NULL for all plans, as a trend of characters. */
void people_trend(struct sheet *sheet, const struct session *session, int outcome,
                  const char *setting);

/** Over the Januaries after the financial years from first to last, added up. */
void people_turned_away(struct sheet *sheet, const struct session *session, int outcome, int first,
                        int last);
void people_losing_support(struct sheet *sheet, const struct session *session, int outcome,
                           int first, int last);

#endif
