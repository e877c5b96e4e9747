/* Characters in bytes. */
#ifndef ENGINE_BASE_UTF8_H
#define ENGINE_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

/** How many bytes from the start are whole UTF-8 characters: `length` when all are. */
size_t utf8_valid(const char *text, size_t length);

/** How many characters are in valid UTF-8. */
int utf8_count(const char *text, size_t length);

/**
 * The bytes of the character that valid text begins with, and whether anybody may be shown it: no
 * control (C0, DEL, C1) steers a terminal, and no mark turns the direction of writing.
 */
int utf8_shown(const char *text, bool *shown);

/** Does this byte go on with a character that began before it? */
static inline bool utf8_inside(char byte) { return ((unsigned char)byte & 0xc0) == 0x80; }

#endif
