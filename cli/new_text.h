/* Files to start from. In each, @NAME@, @AREA@ and @TABLES@ stand for what they say. */
#ifndef CLI_NEW_TEXT_H
#define CLI_NEW_TEXT_H

extern const char new_scenario[], new_consideration[], new_area[];

/** Tables beside an area, but for its population. */
struct new_table {
    const char *name, *text;
};

enum { NEW_TABLES = 7 };
extern const struct new_table new_tables[NEW_TABLES];

#endif
