/* Values as people write them, and what they probably meant when they wrote them otherwise. */
#ifndef ENGINE_YAML_VALUE_H
#define ENGINE_YAML_VALUE_H

#include "engine/yaml/decode.h"

/** "September 2020". False when it is none; notes nothing. */
bool month_parse(const char *text, month *out);

/** "January" for 1. */
const char *month_name(int number);

/** "2020-09", "Sept 2020", "1 September 2020" ... as "September 2020"; NULL when it is no month at
 * all. */
const char *month_meant(struct arena *arena, const char *text);

/** "5 %", "£-5", "1,00,000", "£0.128 million" as a number that value_parse() takes; NULL when it is
 * no number at all.
 */
const char *value_meant(struct arena *arena, const char *text);

/** "2019", "2019/20", "2019-21", "2019-20" as the sort of year that is wanted; NULL when it is no
 * year. */
const char *year_meant(struct arena *arena, const char *text, bool fiscal);

/** "2019/20 to 2030/31" as "2019-20 to 2030-31", and one year as year_meant(); NULL when it is
 * neither. */
const char *span_meant(struct arena *arena, const char *text);

/** "15-11", "11 to 15", "05-Oct" (which a spreadsheet makes of 5-10) as ages that ages_parse()
 * takes; NULL when it is none. */
const char *ages_meant(struct arena *arena, const char *text);

/** Has it a space that looks like any other and is none? */
bool has_no_break_space(const char *text);

#endif
