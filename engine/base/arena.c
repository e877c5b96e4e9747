/* Memory given back all at once; running out jumps to the guard. */
#include "engine/base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Vectors live here too, of any processor's width, and they want the most. */
enum { LEAST_ALIGNED = _Alignof(max_align_t), MOST_ALIGNED = 64, BLOCK_BYTES = 64 << 10 };

struct block {
    struct block *older;
    size_t size, used; /* of the bytes that follow the header */
};

enum { HEADER_BYTES = (sizeof(struct block) + MOST_ALIGNED - 1) / MOST_ALIGNED * MOST_ALIGNED };

struct arena {
    struct block *newest;
    size_t held, ceiling;
    jmp_buf *guard;
    size_t fail_after;
};

struct arena *arena_new(size_t ceiling)
{
    struct arena *arena = calloc(1, sizeof *arena);
    if (arena != NULL)
        arena->ceiling = ceiling;
    return arena;
}

void arena_free(struct arena *arena)
{
    if (arena == NULL)
        return;
    for (struct block *block = arena->newest, *older; block != NULL; block = older) {
        older = block->older;
        free(block);
    }
    free(arena);
}

void arena_exhausted(struct arena *arena)
{
    if (arena->guard == NULL)
        abort(); /* our bug: nobody stands guard */
    longjmp(*arena->guard, 1);
}

static size_t round_up(size_t bytes, size_t to) { return (bytes + to - 1) / to * to; }

/* A type's alignment divides its size, so the size says how much is enough. */
static size_t alignment_of(size_t size)
{
    const size_t power = size & -size;

    if (power <= LEAST_ALIGNED)
        return LEAST_ALIGNED;
    return power < MOST_ALIGNED ? power : MOST_ALIGNED;
}

static struct block *add_block(struct arena *arena, size_t bytes)
{
    const size_t size = round_up(bytes > BLOCK_BYTES ? bytes : BLOCK_BYTES, MOST_ALIGNED);
    struct block *block = aligned_alloc(MOST_ALIGNED, HEADER_BYTES + size);
    if (block == NULL)
        arena_exhausted(arena);
    *block = (struct block){.older = arena->newest, .size = size};
    arena->newest = block;
    return block;
}

/* The size asked for, rounded up; jumps when it cannot be had. */
static size_t bytes_of(struct arena *arena, size_t count, size_t size)
{
    const size_t left = arena->ceiling - arena->held;
    if (size > 0 && count > left / size)
        arena_exhausted(arena);
    const size_t bytes = round_up(count * size, LEAST_ALIGNED);
    if (bytes > left)
        arena_exhausted(arena);
    return bytes;
}

void *arena_alloc(struct arena *arena, size_t count, size_t size)
{
    if (arena->fail_after > 0 && --arena->fail_after == 0)
        arena_exhausted(arena);
    const size_t bytes = bytes_of(arena, count, size);
    struct block *block = arena->newest;
    size_t from = block ? round_up(block->used, alignment_of(size)) : 0;
    if (block == NULL || from > block->size || bytes > block->size - from) {
        block = add_block(arena, bytes);
        from = 0;
    }
    char *memory = (char *)block + HEADER_BYTES + from;
    block->used = from + bytes;
    arena->held += bytes;
    return memset(memory, 0, bytes);
}

char *arena_text(struct arena *arena, const char *text, size_t length)
{
    if (length == SIZE_MAX)
        arena_exhausted(arena);
    char *copy = arena_alloc(arena, length + 1, 1);
    if (length > 0)
        memcpy(copy, text, length);
    return copy;
}

char *arena_format_list(struct arena *arena, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    const int length = vsnprintf(NULL, 0, format, arguments);
    if (length < 0) {
        va_end(again);
        arena_exhausted(arena);
    }
    char *text = arena_alloc(arena, (size_t)length + 1, 1);
    (void)vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}

char *arena_format(struct arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = arena_format_list(arena, format, arguments);
    va_end(arguments);
    return text;
}

bool arena_guard(struct arena *arena, bool (*work)(void *context), void *context, bool *done)
{
    jmp_buf here;
    jmp_buf *const outer = arena->guard;
    arena->guard = &here;
    if (setjmp(here) != 0) {
        arena->guard = outer;
        return false;
    }
    *done = work(context);
    arena->guard = outer;
    return true;
}

void arena_fail_after(struct arena *arena, size_t n) { arena->fail_after = n; }
