/* What results rest on, worst-founded first: the list of `assumptions`, and of --assumptions. */
#ifndef CLI_REGISTER_H
#define CLI_REGISTER_H

#include "engine/output/screen.h"
#include "models/scenario.h"

enum { REGISTER_COLUMNS = 10 };

/** Their names, NULL last. */
extern const char *const register_columns[REGISTER_COLUMNS + 1];

struct registered;

/**
 * Every number of the scenarios' areas and considerations; what several share is there once.
 *
 * @param on        what was to be looked at again before this day comes first, as 20200412; 0: none
 * @param scenario  [count]
 * @return          in the arena, as its texts are
 */
struct registered *register_of(struct arena *arena, int on, int count,
                               const struct scenario *const scenario[]);

/** One row from 0; "" is an empty cell. @return whether there is one */
bool register_row(const struct registered *r, int row, const char *cells[REGISTER_COLUMNS]);

/** For people: a heading for each way of being founded. */
void register_print(struct screen screen, const struct registered *r);

#endif
