/* A list of problems, each with its place, printed with the line it stands on. */
#include "engine/base/problems.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/utf8.h"

enum { MOST_KEPT = 200, LONGEST_TEXT = 400, WIDEST_LINE = 160, SHOWN_BEFORE = 60 };

/* A file that a place names; its text when somebody has kept it. */
struct source {
    char *name, *text;
    size_t length;
    bool given; /* it is in no file */
};

struct item {
    int file; /* index into files, or -1 */
    int line, column, length;
    char *text, *hint;
};

struct problems {
    struct source *files;
    int file_count;
    struct item items[MOST_KEPT];
    int kept, beyond; /* beyond: noted, but not kept */
    int noted;        /* with those said before */
    int last;         /* the item that a hint belongs to, or -1 */
};

struct problems *problems_new(void)
{
    struct problems *p = calloc(1, sizeof *p);
    if (p != NULL)
        p->last = -1;
    return p;
}

void problems_clear(struct problems *p)
{
    for (int i = 0; i < p->kept; i++) {
        free(p->items[i].text);
        free(p->items[i].hint);
    }
    for (int i = 0; i < p->file_count; i++) {
        free(p->files[i].name);
        free(p->files[i].text);
    }
    free(p->files);
    *p = (struct problems){.last = -1};
}

void problems_free(struct problems *p)
{
    if (p == NULL)
        return;
    problems_clear(p);
    free(p);
}

int problems_count(const struct problems *p) { return p->kept + p->beyond; }

int problems_kept(const struct problems *p) { return p->kept; }

bool problems_full(const struct problems *p) { return p->kept == MOST_KEPT; }

int problems_noted(const struct problems *p) { return p->noted; }

static char *copy_bytes(const char *text, size_t length)
{
    char *copy = malloc(length + 1);
    if (copy != NULL) {
        memcpy(copy, text, length);
        copy[length] = '\0';
    }
    return copy;
}

/* The index of a file's name, made when new; -1 when out of memory. */
static int file_index(struct problems *p, const char *name)
{
    for (int i = 0; i < p->file_count; i++)
        if (strcmp(p->files[i].name, name) == 0)
            return i;
    struct source *more = realloc(p->files, ((size_t)p->file_count + 1) * sizeof *more);
    if (more == NULL)
        return -1;
    p->files = more;
    char *copy = copy_bytes(name, strlen(name));
    if (copy == NULL)
        return -1;
    p->files[p->file_count] = (struct source){.name = copy};
    return p->file_count++;
}

void problems_source(struct problems *p, const char *file, const char *text, size_t length)
{
    const int index = file_index(p, file);
    if (index < 0 || p->files[index].text != NULL)
        return;
    p->files[index].text = copy_bytes(text, length);
    p->files[index].length = p->files[index].text != NULL ? length : 0;
}

bool problems_give(struct problems *p, const char *name, const char *text, size_t length)
{
    problems_source(p, name, text, length);
    const int index = file_index(p, name);
    if (index < 0 || p->files[index].text == NULL)
        return false;
    return p->files[index].given = true;
}

const char *problems_given(const struct problems *p, const char *name, size_t *length)
{
    for (int i = 0; i < p->file_count; i++)
        if (p->files[i].given && strcmp(p->files[i].name, name) == 0) {
            *length = p->files[i].length;
            return p->files[i].text;
        }
    return NULL;
}

const char *problems_file(const struct problems *p, int n)
{
    return n < p->file_count ? p->files[n].name : NULL;
}

/* The bytes of what a terminal would obey, or turn round; 0 when it may have the character here. A
 * byte inside a character is none of its own. */
static int not_shown(const char *text)
{
    const int control = utf8_inside(*text) ? 0 : utf8_control(text);
    return control > 0 ? control : utf8_turning(text);
}

/* Cut at a whole character, and keep a terminal safe from what a file says. */
static void tidy(char *text)
{
    size_t length = strlen(text);
    if (length > LONGEST_TEXT) {
        length = LONGEST_TEXT;
        while (length > 0 && utf8_inside(text[length]))
            length--;
        memcpy(text + length, "...", sizeof "...");
    }
    char *to = text;
    for (const char *from = text; *from != '\0';) {
        const int hidden = not_shown(from);
        *to++ = hidden > 0 ? '?' : *from;
        from += hidden > 0 ? hidden : 1;
    }
    *to = '\0';
}

__attribute__((format(printf, 1, 0))) static char *format_text(const char *format,
                                                               va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    const int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *text = length < 0 ? NULL : malloc((size_t)length + sizeof "...");
    if (text != NULL) {
        (void)vsnprintf(text, (size_t)length + 1, format, arguments);
        tidy(text);
    }
    return text;
}

/* The same thing at the same place, said before; -1 when not. */
static int said_before(const struct problems *p, const struct item *item)
{
    for (int i = 0; i < p->kept; i++) {
        const struct item *other = &p->items[i];
        if (other->file == item->file && other->line == item->line &&
            other->column == item->column && strcmp(other->text, item->text) == 0)
            return i;
    }
    return -1;
}

/* Take the item in, or let it go. */
static void keep(struct problems *p, struct item item)
{
    p->last = -1;
    p->noted++;
    if (item.text != NULL && said_before(p, &item) >= 0) {
        free(item.text);
        return;
    }
    if (item.text == NULL || p->kept == MOST_KEPT) {
        free(item.text);
        p->beyond++;
        return;
    }
    p->last = p->kept;
    p->items[p->kept++] = item;
}

bool problem(struct problems *p, struct place at, const char *text, ...)
{
    va_list arguments;
    va_start(arguments, text);
    keep(p, (struct item){.file = at.file != NULL ? file_index(p, at.file) : -1,
                          .line = at.line,
                          .column = at.column,
                          .length = at.length,
                          .text = format_text(text, arguments)});
    va_end(arguments);
    return false;
}

bool problem_hint(struct problems *p, const char *text, ...)
{
    if (p->last < 0)
        return false;
    va_list arguments;
    va_start(arguments, text);
    free(p->items[p->last].hint);
    p->items[p->last].hint = format_text(text, arguments);
    va_end(arguments);
    return false;
}

struct place problems_place(const struct problems *p, int n)
{
    if (n < 0 || n >= p->kept)
        return (struct place){0};
    const struct item *item = &p->items[n];
    return (struct place){.file = item->file < 0 ? NULL : p->files[item->file].name,
                          .line = item->line,
                          .column = item->column,
                          .length = item->length};
}

const char *problems_text(const struct problems *p, int n)
{
    return n < 0 || n >= p->kept ? "one problem more" : p->items[n].text;
}

const char *problems_hint(const struct problems *p, int n)
{
    return n < 0 || n >= p->kept || p->items[n].hint == NULL ? "" : p->items[n].hint;
}

/* Where printing has come to in a file, so that each file is walked once. */
struct cursor {
    int file, line;
    const char *start, *end; /* the line, without its break */
    const char *stop;        /* the end of the file */
};

static const char *line_end(const char *start, const char *stop)
{
    while (start < stop && *start != '\n' && *start != '\r')
        start++;
    return start;
}

static bool next_line(struct cursor *c)
{
    if (c->end == c->stop)
        return false;
    const bool pair = c->end[0] == '\r' && c->end + 1 < c->stop && c->end[1] == '\n';
    c->start = c->end + (pair ? 2 : 1);
    c->end = line_end(c->start, c->stop);
    c->line++;
    return true;
}

/* Move to a line; false when the file's text was not kept or has no such line. */
static bool find_line(struct cursor *c, const struct problems *p, const struct item *item)
{
    if (item->file < 0 || item->line < 1 || p->files[item->file].text == NULL)
        return false;
    if (c->file != item->file) {
        const struct source *source = &p->files[item->file];
        const bool marked = source->length >= 3 && memcmp(source->text, "\xEF\xBB\xBF", 3) == 0;
        c->file = item->file;
        c->line = 1;
        c->start = source->text + (marked ? 3 : 0);
        c->stop = source->text + source->length;
        c->end = line_end(c->start, c->stop);
    }
    while (c->line < item->line)
        if (!next_line(c))
            return false;
    return c->line == item->line;
}

/* The start of the nth character on from `text`. */
static const char *skip(const char *text, const char *end, int characters)
{
    while (characters-- > 0 && text < end) {
        text++;
        while (text < end && utf8_inside(*text))
            text++;
    }
    return text;
}

/* Valid UTF-8, of which a terminal is to see no control character. */
static void print_valid(const char *start, const char *end, FILE *out)
{
    while (start < end) {
        const int hidden = *start == '\t' ? 0 : *start == '\0' ? 1 : not_shown(start);

        fputc(hidden > 0 ? '?' : *start, out);
        start += hidden > 0 ? hidden : 1;
    }
}

/* A file's own words; half a letter is '?' too. */
static void print_safely(const char *start, const char *end, FILE *out)
{
    while (start < end) {
        const size_t whole = utf8_valid(start, (size_t)(end - start));

        print_valid(start, start + whole, out);
        start += whole;
        if (start < end) {
            fputc('?', out);
            start++;
        }
    }
}

static void print_line(const struct cursor *c, const struct item *item, FILE *out)
{
    const int before = item->column > 0 ? item->column - 1 : 0;
    const int hidden = before > WIDEST_LINE - SHOWN_BEFORE ? before - SHOWN_BEFORE : 0;
    const char *start = skip(c->start, c->end, hidden);
    const char *caret = skip(start, c->end, before - hidden);
    const char *end = skip(start, c->end, WIDEST_LINE);
    fprintf(out, "%5d | ", item->line);
    print_safely(start, end, out);
    fputs("\n      | ", out);
    for (const char *i = start; i < caret; i++)
        if (!utf8_inside(*i))
            fputc(*i == '\t' ? '\t' : ' ', out);
    fputc('^', out);
    const int room = utf8_count(caret, (size_t)(end - caret));
    for (int i = 1; i < item->length && i < room; i++)
        fputc('~', out);
    if (item->hint != NULL)
        fprintf(out, " %s", item->hint);
    fputc('\n', out);
}

static void print_item(const struct problems *p, const struct item *item, struct cursor *c,
                       FILE *out)
{
    if (item->file >= 0)
        print_safely(p->files[item->file].name, strchr(p->files[item->file].name, '\0'), out);
    if (item->file >= 0 && item->line > 0)
        fprintf(out, ":%d:%d", item->line, item->column);
    fprintf(out, "%s%s\n", item->file >= 0 ? ": " : "", item->text);
    if (find_line(c, p, item))
        print_line(c, item, out);
    else if (item->hint != NULL)
        fprintf(out, "    %s\n", item->hint);
}

/* By file, then line, then column; else as noted, for items lie in one array in that order. */
static int compare(const void *a, const void *b)
{
    const struct item *x = *(const struct item *const *)a, *y = *(const struct item *const *)b;
    if (x->file != y->file)
        return x->file < y->file ? -1 : 1;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    if (x->column != y->column)
        return x->column < y->column ? -1 : 1;
    return (x > y) - (x < y);
}

static void put_in_order(const struct problems *p, const struct item *order[MOST_KEPT])
{
    for (int i = 0; i < p->kept; i++)
        order[i] = &p->items[i];
    qsort(order, (size_t)p->kept, sizeof(const struct item *), compare);
}

int problems_printed(const struct problems *p, int n)
{
    const struct item *order[MOST_KEPT] = {NULL};
    put_in_order(p, order);
    return n < 0 || n >= p->kept ? n : (int)(order[n] - p->items);
}

void problems_print(const struct problems *p, FILE *out)
{
    const struct item *order[MOST_KEPT] = {NULL};
    put_in_order(p, order);
    struct cursor cursor = {.file = -1};
    for (int i = 0; i < p->kept; i++)
        print_item(p, order[i], &cursor, out);
    if (p->beyond > 0)
        fprintf(out, "... and %d more\n", p->beyond);
}
