/* What results rest on, as `assumptions` and --assumptions list it. */
#ifndef CLI_REGISTER_H
#define CLI_REGISTER_H

#include "engine/output/screen.h"
#include "models/register.h"

enum { REGISTER_COLUMNS = REGISTERED_CELLS };

/** Their names, NULL last. */
extern const char *const register_columns[REGISTER_COLUMNS + 1];

/** One row from 0; "" is an empty cell. @return whether there is one */
bool register_row(const struct registry *r, int row, const char *cells[REGISTER_COLUMNS]);

/** For people: a heading for each way of being founded. */
void register_print(struct screen screen, struct arena *arena, const struct registry *r);

#endif
