/* JSON, its form numbered: a program that does not know a number says so. */
#include "engine/output/manifest.h"

#include <limits.h>
#include <string.h>

#include <json-c/json.h>

#include "engine/output/nested_json.h"
#include "engine/output/tar.h"

enum { DEEPEST = 8 };

static void tell(const void *context, const struct nested *to)
{
    const struct manifest *manifest = context;

    to->open(to->to, NULL, false);
    to->number(to->to, "format", MANIFEST_FORMAT);
    to->open(to->to, "made by", false);
    to->text(to->to, "hnbsim", manifest->maker.version);
    to->text(to->to, "compiler", manifest->maker.compiler);
    to->text(to->to, "GSL", manifest->maker.gsl);
    to->close(to->to);
    to->text(to->to, "digest", manifest->digest);
    to->open(to->to, "arguments", true);
    for (int i = 0; i < manifest->words; i++)
        to->text(to->to, NULL, manifest->word[i]);
    to->close(to->to);
    to->close(to->to);
}

bool manifest_write(const struct manifest *manifest, FILE *out)
{
    return nested_json(out, tell, manifest);
}

static bool refuse(char wrong[MANIFEST_WRONG], const char *what)
{
    snprintf(wrong, MANIFEST_WRONG, "%s", what);
    return false;
}

/* The text under a key, when it is one that can be printed as it is. */
static const char *text_of(struct json_object *in, const char *key)
{
    struct json_object *value;

    if (!json_object_object_get_ex(in, key, &value) ||
        !json_object_is_type(value, json_type_string))
        return NULL;
    const char *text = json_object_get_string(value);
    const bool whole = strlen(text) == (size_t)json_object_get_string_len(value);
    return whole && strlen(text) <= 200 &&
                   strspn(text, " !\"#$%&'()*+,-./0123456789:;<=>?@"
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`"
                                "abcdefghijklmnopqrstuvwxyz{|}~") == strlen(text)
               ? text
               : NULL;
}

static bool read_format(struct json_object *root, char wrong[MANIFEST_WRONG])
{
    struct json_object *format;

    if (!json_object_object_get_ex(root, "format", &format) ||
        !json_object_is_type(format, json_type_int))
        return refuse(wrong, "does not say its format");
    if (json_object_get_int64(format) == MANIFEST_FORMAT)
        return true;
    snprintf(wrong, MANIFEST_WRONG, "is of format %lld, and this hnbsim knows format %d alone",
             (long long)json_object_get_int64(format), MANIFEST_FORMAT);
    return false;
}

static bool read_texts(struct json_object *root, struct manifest *out)
{
    struct json_object *maker;

    if (!json_object_object_get_ex(root, "made by", &maker) ||
        !json_object_is_type(maker, json_type_object))
        return false;
    out->maker =
        (struct maker){text_of(maker, "hnbsim"), text_of(maker, "compiler"), text_of(maker, "GSL")};
    out->digest = text_of(root, "digest");
    return out->maker.version && out->maker.compiler && out->maker.gsl && out->digest &&
           strlen(out->digest) == 64;
}

static bool read_words(struct json_object *root, struct manifest *out)
{
    struct json_object *words;

    if (!json_object_object_get_ex(root, "arguments", &words) ||
        !json_object_is_type(words, json_type_array) ||
        json_object_array_length(words) > MANIFEST_MOST_WORDS)
        return false;
    for (size_t i = 0; i < json_object_array_length(words); i++) {
        struct json_object *word = json_object_array_get_idx(words, i);
        if (!json_object_is_type(word, json_type_string) ||
            tar_name_unprintable(json_object_get_string(word)) ||
            strlen(json_object_get_string(word)) != (size_t)json_object_get_string_len(word))
            return false;
        out->word[out->words++] = json_object_get_string(word);
    }
    return out->words > 0;
}

/* All of the text is one value, of which no key is given twice or in another way. */
static struct json_object *parse(const char *text, size_t length)
{
    struct json_tokener *tokener = json_tokener_new_ex(DEEPEST);
    struct json_object *root = NULL;

    if (!tokener)
        return NULL;
    json_tokener_set_flags(tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
    if (length < INT_MAX) /* the NUL too, which ends the value */
        root = json_tokener_parse_ex(tokener, text, (int)length + 1);
    if (json_tokener_get_error(tokener) != json_tokener_success) {
        json_object_put(root);
        root = NULL;
    }
    json_tokener_free(tokener);
    return root;
}

bool manifest_read(const char *text, size_t length, struct manifest *out,
                   char wrong[MANIFEST_WRONG])
{
    struct json_object *root = strlen(text) == length ? parse(text, length) : NULL;

    *out = (struct manifest){.held = root};
    if (!json_object_is_type(root, json_type_object))
        return refuse(wrong, "is no JSON object");
    if (!read_format(root, wrong))
        return false;
    if (!read_texts(root, out))
        return refuse(wrong, "does not say what made it, or the digest of its run");
    return read_words(root, out) || refuse(wrong, "does not say what was run");
}

void manifest_finish(struct manifest *manifest)
{
    json_object_put(manifest->held);
    manifest->held = NULL;
}
