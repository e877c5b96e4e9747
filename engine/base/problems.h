/* What is wrong with the files a person wrote: everything at once, each with its place. */
#ifndef ENGINE_BASE_PROBLEMS_H
#define ENGINE_BASE_PROBLEMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/** Where something was written. Line and column count from 1, in characters; line 0 is "the whole
 * file". */
struct place {
    const char *file;
    int line, column, length;
};

/** A list of problems. Owns copies of every text it is given. */
struct problems;

struct problems *problems_new(void); /* NULL when out of memory */
void problems_free(struct problems *p);

/** Forget them all, and the files they were in. */
void problems_clear(struct problems *p);

/** How many there are, the same thing at the same place being one. */
int problems_count(const struct problems *p);

/** How many times one has been noted: what reads a file with mistakes again is to see them again.
 */
int problems_noted(const struct problems *p);

/** How many of them have a text of their own. */
int problems_kept(const struct problems *p);

/** Are there so many that no more are kept? Whoever reads thousands of rows may then stop. */
bool problems_full(const struct problems *p);

/**
 * Keep a file's text, so that a problem in it can show the line.
 *
 * @param file    its name, as places name it
 * @param text    its bytes; copied
 * @param length  how many
 */
void problems_source(struct problems *p, const char *file, const char *text, size_t length);

/**
 * The same of a text that is in no file, such as a standard input: file_read() takes it for the
 * file of that name, as often as it is asked.
 *
 * @return false when out of memory
 */
bool problems_give(struct problems *p, const char *name, const char *text, size_t length);

/** What was so given, and its length; NULL when nothing was. */
const char *problems_given(const struct problems *p, const char *name, size_t *length);

/** The nth file that was read, or that a place names; NULL beyond the last. */
const char *problems_file(const struct problems *p, int n);

/**
 * Note a problem and go on.
 *
 * @param at    where; {.file = path} when no line is to blame
 * @param text  what is wrong, as printf: lower case, no full stop, values in quotes
 * @return      false, so that a check can end in: return problem(p, at, "...");
 */
bool problem(struct problems *p, struct place at, const char *text, ...)
    __attribute__((format(printf, 3, 4)));

/**
 * Say beside the caret of the problem just noted what was probably meant, or what is allowed.
 *
 * @return false, as problem() does
 */
bool problem_hint(struct problems *p, const char *text, ...) __attribute__((format(printf, 2, 3)));

/** The nth problem's parts, for those who show them otherwise; hint may be "". */
struct place problems_place(const struct problems *p, int n);
const char *problems_text(const struct problems *p, int n);
const char *problems_hint(const struct problems *p, int n);

/** Which of them is printed nth. */
int problems_printed(const struct problems *p, int n);

/** Print all, in order of file and line, each with its line and a caret. */
void problems_print(const struct problems *p, FILE *out);

#endif
