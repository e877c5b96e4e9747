/* The processes of an MPI job, if there is one: ranks of which the first speaks for all. */
#ifndef ENGINE_RUN_RANKS_H
#define ENGINE_RUN_RANKS_H

#include <stdbool.h>
#include <stddef.h>

/** Join the job that mpirun or srun has started; there is one rank when none has, or without MPI.
 */
void ranks_begin(int *words, char ***word);
void ranks_end(void);

/** End every rank, after a failure that the others cannot know of. */
_Noreturn void ranks_abort(int status);

/** Was MPI there when this was compiled? */
bool ranks_built(void);

int ranks_own(void); /* from 0 */
int ranks_count(void);

/** Is it so on every rank? All must ask. */
bool ranks_agree(bool so);

/** What the first rank says, on every rank. All must ask. */
bool ranks_told(bool so);

/** Hand bytes to the first rank; none at all say that this rank could not do its part. */
void ranks_send(const void *bytes, size_t length);

/** What a rank has sent, to be freed; NULL when that is nothing, or there is no memory for it. */
void *ranks_receive(int from, size_t *length);

#endif
