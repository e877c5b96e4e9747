/* Values as people write them, and what they probably meant when they wrote them otherwise. */
#ifndef ENGINE_YAML_VALUE_H
#define ENGINE_YAML_VALUE_H

#include "engine/yaml/decode.h"

/** "September 2020". False when it is none; notes nothing. */
bool month_parse(const char *text, month *out);

/** "January" for 1. */
const char *month_name(int number);

/** A month, 1 to 12, from a word of at least three letters or a number; 0 when neither. */
int month_in(const char *word, size_t length);

/** "2020-09", "Sept 2020", "Sep-20", "01/09/20", a spreadsheet's 44075 ... as "September 2020";
 * NULL when it is no month at all. */
const char *month_meant(struct arena *arena, const char *text);

/** What is to be written in place of "Autumn 2020", "2020-21", "2020", "September" or "20-Sep",
 * none of which says which month; NULL for what is none of these. */
const char *month_lacking(struct arena *arena, const char *text);

/** "5 %", "£-5", "1,00,000", "£0.128 million", "£1,000 per place", "(500)", "10% cut" as a number
 * that value_parse() takes; NULL when it is no number at all. */
const char *value_meant(struct arena *arena, const char *text);

/** "2019", "2019/20", "2019-21", "2019-20" as the sort of year that is wanted; NULL when it is no
 * year. */
const char *year_meant(struct arena *arena, const char *text, bool fiscal);

/** "20-30", "10% to 15%" as "{uniform: [10%, 15%]}"; NULL when it is no range. */
const char *range_meant(struct arena *arena, const char *text);

/** "2019/20 to 2030/31", "2019-2031", "19-20 to 30-31" as "2019-20 to 2030-31", and one year as
 * year_meant(); NULL when it is neither. */
const char *span_meant(struct arena *arena, const char *text);

/** "15-11", "11 to 15", "05-Oct" (which a spreadsheet makes of 5-10) as ages that ages_parse()
 * takes; NULL when it is none. */
const char *ages_meant(struct arena *arena, const char *text);

/** Has it a space that looks like any other and is none? */
bool has_no_break_space(const char *text);

#endif
