/* Purposes of random numbers, from their names. */
#include "engine/chance/stream.h"

#include <string.h>
#include <sys/types.h>

#include <sha2.h>

uint64_t stream_purpose(const char *name)
{
    SHA2_CTX state;
    uint8_t sum[SHA256_DIGEST_LENGTH];
    SHA256Init(&state);
    SHA256Update(&state, (const uint8_t *)name, strlen(name));
    SHA256Final(sum, &state);
    uint64_t purpose = 0;
    for (int i = 0; i < 8; i++)
        purpose = purpose << 8 | sum[i];
    return purpose;
}
