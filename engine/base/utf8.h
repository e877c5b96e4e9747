/* Characters in bytes. */
#ifndef ENGINE_BASE_UTF8_H
#define ENGINE_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

/** How many bytes from the start are whole UTF-8 characters: `length` when all are. */
size_t utf8_valid(const char *text, size_t length);

/** How many characters are in valid UTF-8. */
int utf8_count(const char *text, size_t length);

/** How many bytes the control character here has (C0 with line ends and tabs, DEL, C1, whole or as
 * a byte of its own); 0 when it is none. A terminal obeys it. */
int utf8_control(const char *text);

/** How many bytes the mark here has that turns the direction of writing (U+200E and U+200F, U+202A
 * to U+202E, U+2066 to U+2069); 0 when it is none. What is around it is not read as it stands. */
int utf8_turning(const char *text);

/** How many bytes the character here has: 1 at the end, and of what is no character. */
int utf8_bytes(const char *text);

/** Does this byte go on with a character that began before it? */
static inline bool utf8_inside(char byte) { return ((unsigned char)byte & 0xc0) == 0x80; }

#endif
