/* SHA-256 of what a run was made from, so that two runs with one digest have the same bytes. */
#ifndef ENGINE_BASE_DIGEST_H
#define ENGINE_BASE_DIGEST_H

#include <stddef.h>

/** A digest being made. */
struct digest;

struct digest *digest_new(void); /* NULL when out of memory */
void digest_free(struct digest *d);

/** Add a named piece: its name, its length and its bytes, so that pieces cannot run together. */
void digest_add(struct digest *d, const char *name, const void *bytes, size_t length);

/** The digest so far as 64 hexadecimal digits and a NUL. More may be added afterwards. */
void digest_text(const struct digest *d, char hex[65]);

/** The SHA-256 of some bytes alone, as sha256sum has it. */
void digest_of_bytes(const void *bytes, size_t length, char hex[65]);

#endif
