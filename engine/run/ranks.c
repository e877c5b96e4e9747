/* The one file that knows MPI. MPI_Init takes 0.4 s, so only a job's processes call it. */
#include "engine/run/ranks.h"

#include <stdlib.h>

#ifdef HNB_MPI
#include <mpi.h>
#include <stdint.h>

/* A count of MPI's is an int: bytes go a gigabyte at a time. */
enum { MOST = 1 << 30, LENGTH = 1, BYTES = 2 };

/* As Open MPI, MPICH and Slurm's PMIx name a rank to the processes that they start. */
static bool in_a_job(void)
{
    return getenv("OMPI_COMM_WORLD_SIZE") || getenv("PMI_SIZE") || getenv("PMIX_RANK");
}

static int own, count = 1;

void ranks_begin(int *words, char ***word)
{
    int given;

    if (!in_a_job() || MPI_Init_thread(words, word, MPI_THREAD_FUNNELED, &given) != MPI_SUCCESS)
        return;
    MPI_Comm_rank(MPI_COMM_WORLD, &own);
    MPI_Comm_size(MPI_COMM_WORLD, &count);
}

void ranks_end(void)
{
    int begun = 0;

    MPI_Initialized(&begun);
    if (begun)
        MPI_Finalize();
}

void ranks_abort(int status)
{
    if (count > 1)
        MPI_Abort(MPI_COMM_WORLD, status);
    exit(status);
}

bool ranks_agree(bool so)
{
    int all = so;

    if (count > 1)
        MPI_Allreduce(MPI_IN_PLACE, &all, 1, MPI_INT, MPI_MIN, MPI_COMM_WORLD);
    return all;
}

bool ranks_told(bool so)
{
    int said = so;

    if (count > 1)
        MPI_Bcast(&said, 1, MPI_INT, 0, MPI_COMM_WORLD);
    return said;
}

void ranks_send(const void *bytes, size_t length)
{
    uint64_t all = length;

    MPI_Send(&all, 1, MPI_UINT64_T, 0, LENGTH, MPI_COMM_WORLD);
    for (size_t at = 0; at < length; at += MOST)
        MPI_Send((const char *)bytes + at, (int)(length - at < MOST ? length - at : MOST), MPI_BYTE,
                 0, BYTES, MPI_COMM_WORLD);
}

void *ranks_receive(int from, size_t *length)
{
    uint64_t all = 0;

    MPI_Recv(&all, 1, MPI_UINT64_T, from, LENGTH, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    char *bytes = all > 0 ? malloc((size_t)all) : NULL;
    *length = (size_t)all;
    if (all > 0 && !bytes)
        ranks_abort(1);
    for (size_t at = 0; at < *length; at += MOST)
        MPI_Recv(bytes + at, (int)(*length - at < MOST ? *length - at : MOST), MPI_BYTE, from,
                 BYTES, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    return bytes;
}

bool ranks_built(void) { return true; }

int ranks_own(void) { return own; }
int ranks_count(void) { return count; }

#else

void ranks_begin(int *words, char ***word)
{
    (void)words;
    (void)word;
}

void ranks_end(void) {}
void ranks_abort(int status) { exit(status); }
bool ranks_built(void) { return false; }

int ranks_own(void) { return 0; }
int ranks_count(void) { return 1; }
bool ranks_agree(bool so) { return so; }
bool ranks_told(bool so) { return so; }

void ranks_send(const void *bytes, size_t length)
{
    (void)bytes;
    (void)length;
}

void *ranks_receive(int from, size_t *length)
{
    (void)from;
    *length = 0;
    return NULL;
}

#endif
