/* Part of a run as a file: what a shard, a checkpoint and a rank of an MPI job have to hand on. */
#ifndef ENGINE_RUN_PART_H
#define ENGINE_RUN_PART_H

#include <stdio.h>

#include "engine/run/batches.h"

/** What a part says of itself before what is kept. */
struct part {
    char digest[65];   /* of the whole run */
    uint64_t run;      /* draws of the whole run, up to BATCH_MOST */
    uint64_t part;     /* of batch_wanted; part_open() fills this, */
    int measures;      /* and this, */
    struct spans done; /* and this: the draws that it has */
    char *text;        /* whatever else the caller must know to go on; its own after part_open() */
    size_t length;     /* of the text, PART_TEXT at most */
};

enum { PART_TEXT = 1 << 20 };

/**
 * Write a part: the same bytes on any machine, for the same draws however they were put together.
 *
 * @param part  its digest, run and text are read
 * @return      false when it could not be written; errno says why
 */
bool part_write(const struct part *part, const struct batch_kept *kept, FILE *out);

/**
 * Read what a part says of itself, once its bytes are known to be those that were written. Nothing
 * that a file may hold is believed beyond the file's own size.
 *
 * @param in  a file that can be gone back in; left where part_take() goes on
 * @return    NULL, or what is wrong, to follow the file's name: "is no part of a run". Free with
 *            part_finish() in either case
 */
const char *part_open(struct part *part, FILE *in);

/**
 * Put what a part has kept into what another has.
 *
 * @param into  made for the same measures, quantiles and kind; values that it does not keep are
 *              passed over. It must have room for the part's draws, and none of them
 * @return      NULL, or what is wrong; then what is in `into` is of no use
 */
const char *part_take(const struct part *part, FILE *in, struct batch_kept *into);

/** Give back the text and the spans. */
void part_finish(struct part *part);

#endif
