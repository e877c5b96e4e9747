/* Every key of a file as a page. */
#include "engine/yaml/reference.h"

#include <stdarg.h>

#include "engine/yaml/footing.h"
#include "engine/yaml/reference_form.h"

enum { PATH = 200, SENTENCE = 800 };

/* Where the page goes, and as what. */
struct page {
    FILE *out;
    const struct reference_form *as;
};

__attribute__((format(printf, 2, 3))) static void say(const struct page *page, const char *text,
                                                      ...)
{
    char sentence[SENTENCE];
    va_list arguments;

    va_start(arguments, text);
    (void)vsnprintf(sentence, sizeof sentence, text, arguments);
    va_end(arguments);
    page->as->text(page->out, sentence);
}

void reference_written(const struct field *field, char text[REFERENCE_WRITTEN])
{
    const char *by = field->kind != SERIES ? ""
                     : field->fiscal       ? ", or by financial year"
                                           : ", or by year";

    snprintf(text, REFERENCE_WRITTEN, "%s%s", field_written(field), by);
}

static void put_shape(const struct page *page, const char *path, const struct shape *shape);

/* The keys that may stand beside any group of numbers are told once. */
static int own_fields(const struct shape *shape)
{
    int count = shape->count;

    while (count > 0 && footing_key(shape->fields[count - 1].key))
        count--;
    return count;
}

/* What goes together with what. */
static void put_rules(const struct page *page, const struct shape *shape, int own)
{
    if (shape->one_of != NULL)
        say(page, "One of `%s` and `%s`. ", shape->one_of[0], shape->one_of[1]);
    for (int i = 0; i < own; i++)
        if (shape->fields[i].beside != NULL)
            say(page, "`%s` needs `%s` beside it. ", shape->fields[i].key, shape->fields[i].beside);
    if (own < shape->count)
        say(page, "Beside them, [how they came to be known](#how-a-number-came-to-be-known).");
    say(page, "\n\n");
}

static void put_fields(const struct page *page, const char *path, const struct shape *shape)
{
    const int own = own_fields(shape);
    char within[PATH];

    page->as->heading(page->out, 3, path);
    if (shape->one_key)
        say(page, "One of these keys:\n\n");
    page->as->fields(page->out, shape->fields, own);
    put_rules(page, shape, own);
    for (int i = 0; i < own; i++) {
        snprintf(within, sizeof within, "%s.%s", path, shape->fields[i].key);
        if (shape->fields[i].in != NULL)
            put_shape(page, within, shape->fields[i].in);
    }
}

/* A name or an item: what stands for it in a path. */
static void put_each(const struct page *page, const char *path, const struct shape *shape)
{
    char within[PATH];

    if (shape->of == NULL)
        return;
    snprintf(within, sizeof within, "%s%s%s", path, shape->kind == LIST_OF ? "[]" : ".",
             shape->kind == LIST_OF ? ""
             : shape->what != NULL  ? shape->what
                                    : "NAME");
    put_shape(page, within, shape->of);
}

static void put_shape(const struct page *page, const char *path, const struct shape *shape)
{
    if (shape->kind == FIELDS_OF)
        put_fields(page, path, shape);
    if (shape->kind == NAMES_OF || shape->kind == LIST_OF)
        put_each(page, path, shape);
    for (int i = 0; shape->kind == EITHER_OF && shape->either[i] != NULL; i++)
        put_shape(page, path, shape->either[i]);
}

static void put_numbers(const struct page *page)
{
    page->as->heading(page->out, 2, "An uncertain number");
    page->as->numbers(page->out);
    say(page, "`bounds: [low, high]` and `correlated: group` may stand beside any of these. "
              "A certain number with something said of it is `{value: 24, source: ...}`.\n\n");
}

void reference_begin(FILE *out, const struct reference_form *form, const char *version)
{
    const struct page page = {out, form};
    int count;
    const struct field *footing = footing_fields(&count);

    form->begin(out, version);
    say(&page,
        "A number is written plain (`24`, `405,864`, `£405,864`, `£200k`, `£1.05m`, `1.5%%`) or is "
        "uncertain. One that may go by year is also `{2019: 24, 2020: 30}`, each holding until the "
        "next, or `{mean: 2%%, sd: 1%%, persistence: 0.5}`, which strays by so much a year; a "
        "financial year is `2019-20`.\n\n");
    put_numbers(&page);
    form->heading(out, 2, "How a number came to be known");
    say(&page, "These keys may stand beside any number, table or group of numbers.\n\n");
    form->fields(out, footing, count);
}

void reference_file(FILE *out, const struct reference_form *form, const char *kind,
                    const char *what, const struct shape *shape)
{
    const struct page page = {out, form};
    char heading[PATH];

    snprintf(heading, sizeof heading, "%c%s", kind[0] & ~32, kind + 1);
    form->heading(out, 2, heading);
    say(&page, "%s\n\n", what);
    put_shape(&page, kind, shape);
}

void reference_end(FILE *out, const struct reference_form *form) { form->end(out); }
