/* What is told as nested objects, lists and values, written as JSON. */
#include "engine/output/nested_json.h"

#include <stdint.h>

#include <json-c/json.h>

enum { DEEPEST = 64 };

/* Those that are open, the outermost first. */
struct json {
    struct json_object *open[DEEPEST];
    int depth;
    bool failed;
};

/* Put a value where it belongs; takes it, and NULL for one that there was no memory for. */
static void put(struct json *j, const char *key, struct json_object *value)
{
    struct json_object *in = j->depth > 0 ? j->open[j->depth - 1] : NULL;
    int status = -1;

    if (value && in)
        status = key ? json_object_object_add(in, key, value) : json_object_array_add(in, value);
    if (status == 0)
        return;
    json_object_put(value);
    j->failed = true;
}

static void open_in(void *to, const char *key, bool list)
{
    struct json *j = to;
    struct json_object *value = list ? json_object_new_array() : json_object_new_object();

    if (!value || j->depth == DEEPEST || j->failed) {
        json_object_put(value);
        j->failed = true;
        return;
    }
    if (j->depth > 0)
        put(j, key, value);
    if (!j->failed)
        j->open[j->depth++] = value;
}

static void close_in(void *to)
{
    struct json *j = to;

    if (!j->failed && j->depth > 1)
        j->depth--;
}

static void text_in(void *to, const char *key, const char *text)
{
    put(to, key, json_object_new_string(text));
}

static void number_in(void *to, const char *key, double number)
{
    const int64_t whole = (int64_t)number;

    put(to, key,
        (double)whole == number ? json_object_new_int64(whole) : json_object_new_double(number));
}

static void flag_in(void *to, const char *key, bool flag)
{
    put(to, key, json_object_new_boolean(flag));
}

bool nested_json(FILE *out, void (*tell)(const void *context, const struct nested *to),
                 const void *context)
{
    struct json j = {.depth = 0};
    const struct nested to = {&j, open_in, close_in, text_in, number_in, flag_in};
    const char *text = NULL;

    tell(context, &to);
    if (!j.failed && j.depth > 0)
        text = json_object_to_json_string_ext(j.open[0], JSON_C_TO_STRING_PRETTY |
                                                             JSON_C_TO_STRING_NOSLASHESCAPE);
    const bool good = text && fprintf(out, "%s\n", text) >= 0;
    if (j.depth > 0)
        json_object_put(j.open[0]);
    return good;
}
