/* Memory that is read into and compiled into, and given back all at once. */
#ifndef ENGINE_BASE_ARENA_H
#define ENGINE_BASE_ARENA_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

/** A store with a ceiling. Everything in it lives as long as it does. */
struct arena;

/** @param ceiling  bytes it may hold in all; reaching it is the same as running out of memory */
struct arena *arena_new(size_t ceiling); /* NULL when out of memory */
void arena_free(struct arena *arena);

/**
 * Zeroed memory for `count` things of `size` bytes. Never NULL: when there is none left it
 * jumps to where arena_guard() stands, so that no caller can forget to look.
 */
void *arena_alloc(struct arena *arena, size_t count, size_t size);

/** A copy of `length` bytes, ended by a NUL. */
char *arena_text(struct arena *arena, const char *text, size_t length);

/** Text made as printf makes it. */
char *arena_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *arena_format_list(struct arena *arena, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

/**
 * Run `work(context)` and say whether memory lasted. Guards nest; the innermost is jumped to.
 * Whoever holds something that is not in the arena stands between, as engine/yaml does with its
 * parser.
 *
 * @return true and *done = what work returned; false when memory ran out
 */
bool arena_guard(struct arena *arena, bool (*work)(void *context), void *context, bool *done);

/**
 * Jump as arena_alloc() does when there is none left: for whoever stood between, once it has let go
 * of what it held.
 */
_Noreturn void arena_exhausted(struct arena *arena);

/** For tests: fail the nth allocation from now (1 is the next); 0 never. */
void arena_fail_after(struct arena *arena, size_t n);

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), 1, sizeof(type)))
#define ARENA_ARRAY(arena, type, count)                                                            \
    ((type *)arena_alloc((arena), (size_t)(count), sizeof(type)))

#endif
