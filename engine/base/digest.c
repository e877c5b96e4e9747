/* SHA-256 of what a run was made from. */
#include "engine/base/digest.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <sha2.h>

struct digest {
    SHA2_CTX state;
};

struct digest *digest_new(void)
{
    struct digest *d = calloc(1, sizeof *d);
    if (d != NULL)
        SHA256Init(&d->state);
    return d;
}

void digest_free(struct digest *d) { free(d); }

/* A length as eight bytes, the same on every machine. */
static void add_length(struct digest *d, size_t length)
{
    uint8_t bytes[8];
    for (int i = 0; i < 8; i++)
        bytes[i] = (uint8_t)((uint64_t)length >> (8 * i));
    SHA256Update(&d->state, bytes, sizeof bytes);
}

static void add_bytes(struct digest *d, const void *bytes, size_t length)
{
    add_length(d, length);
    if (length > 0)
        SHA256Update(&d->state, bytes, length);
}

void digest_add(struct digest *d, const char *name, const void *bytes, size_t length)
{
    add_bytes(d, name, strlen(name));
    add_bytes(d, bytes, length);
}

static void finish(SHA2_CTX *state, char hex[65])
{
    static const char digits[] = "0123456789abcdef";
    uint8_t sum[SHA256_DIGEST_LENGTH];
    SHA256Final(sum, state);
    for (size_t i = 0; i < SHA256_DIGEST_LENGTH; i++) {
        hex[2 * i] = digits[sum[i] >> 4];
        hex[2 * i + 1] = digits[sum[i] & 15];
    }
    hex[64] = '\0';
}

void digest_text(const struct digest *d, char hex[65])
{
    SHA2_CTX state = d->state;
    finish(&state, hex);
}

void digest_of_bytes(const void *bytes, size_t length, char hex[65])
{
    SHA2_CTX state;
    SHA256Init(&state);
    if (length > 0)
        SHA256Update(&state, bytes, length);
    finish(&state, hex);
}
