/* A session's scenarios drawn many times with the same luck, and what is kept of it. */
#ifndef CLI_DRAWS_H
#define CLI_DRAWS_H

#include "cli/session.h"
#include "engine/run/batches.h"
#include "engine/run/statistic.h"
#include "models/together.h"

/** One figure over the draws. */
struct drawn {
    const struct kept_figure *is;
    struct sample sample; /* every draw in rising order, or their bins, where quantiles are kept */
};

struct draws {
    uint64_t wanted, count; /* of this shard or the whole run; done */
    bool reached;           /* what --until-se asks for */
    int signal;             /* that ended it before its time, or 0 */
    enum batch_kind kind;
    const struct together *together;
    struct drawn *drawn; /* [together->figures] */
    int *first;          /* [2 * scenarios + 1] each scenario's figures, then each's differences */
    struct batch_kept *batch;
    struct kept nought; /* of what never differs from nought, and was drawn as often as the rest */
};

/**
 * Draw what is listed, with whatever other ranks there are, or put it together from parts: into
 * session->draws, which is to be given to draws_finish() in any case. Fewer are done than were
 * wanted when it is interrupted. Only the first rank has them.
 *
 * @return false after saying on stderr what went wrong
 */
bool draws_run(struct session *session);

/** Make session->draws ready to be asked; false when there are none. Values lose their order. */
bool draws_answer(const struct session *session);

void draws_finish(struct draws *draws);

/** One by name, or NULL. */
const struct drawn *draws_find(const struct draws *draws, int outcome, bool difference,
                               const char *measure, const char *item, int year);

/** A kept whole number as the figure is printed: pounds, pupils or a share. */
double draws_unit(const struct drawn *drawn, double whole);

#endif
