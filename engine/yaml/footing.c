/* How a number came to be known: the keys that may stand beside any number or table. */
#include "engine/yaml/footing.h"

#include <string.h>

#include "engine/base/text.h"
#include "engine/yaml/day.h"
#include "engine/yaml/shape.h"
#include "engine/yaml/value.h"

void read_all(struct node *node)
{
    node->read = true;
    for (int i = 0; i < node->count; i++) {
        if (node->kind == MAPPING)
            node->keys[i]->read = true;
        read_all(node->items[i]);
    }
}

bool meant_hint(const struct decoder *d, const char *text, const char *meant, const char *such_as)
{
    if (meant == NULL)
        return problem_hint(d->problems, "such as %s", such_as);
    return problem_hint(d->problems,
                        has_no_break_space(text)
                            ? "a no-break space (U+00A0) is in it: write it as %s"
                            : "write it as %s",
                        meant);
}

/* "{value: £405,864}" is cut at its comma by YAML, and leaves a key '864'; (1,234) one '234)'. */
static bool is_cut_off(const struct node *key, const struct node *item)
{
    const char *behind = key->text + strspn(key->text, "0123456789");

    return behind == key->text + 3 && (*behind == '\0' || text_same(behind, ")")) &&
           item->kind == SCALAR && item->text[0] == '\0';
}

bool unknown_key(const struct decoder *d, const struct node *key, struct node *item,
                 const char *const keys[], int count)
{
    read_all(item);
    problem(d->problems, key->at, "unknown key '%s'", key->text);
    if (is_cut_off(key, item))
        return problem_hint(d->problems,
                            "inside { } a comma ends a value: write 405864, not 405,864");
    return problem_hint(d->problems, "%s",
                        text_meant(d->arena, key->text, "allowed here", keys, count));
}

/* As it is written. What is for people only may be anything. */
struct written {
    struct node *source, *unit;
    struct label status, note, owner, agreed, review_by;
    bool later;
};

static const struct shape place_shape = {
    .kind = NAMES_OF, .of = &text_shape, .least = 1, .most = 1};
static const struct shape source_shape = {
    .kind = EITHER_OF, .either = (const struct shape *const[]){&text_shape, &place_shape, NULL}};

static const struct field fields[] = {
    FIELD(struct written, source, .in = &source_shape, .example = "\"review: page 12\"",
          .what = "where it comes from: text, or a key of the area's sources"),
    FIELD(struct written, status, .choices = "published|derived|assumed",
          .what = "how well it is known"),
    FIELD(struct written, later, .what = "read from something published after the base"),
    FIELD(struct written, note, .what = "anything else worth saying"),
    FIELD(struct written, owner, .what = "who answers for it"),
    FIELD(struct written, agreed, .what = "when it was agreed, as in 12 April 2019"),
    {.key = "review by",
     .kind = TEXT,
     .offset = offsetof(struct written, review_by),
     .what = "the day to look at it again, as in 12 April 2020"},
    FIELD(struct written, unit, .what = "what it counts, in words"),
};

enum { FIELD_COUNT = sizeof fields / sizeof *fields };

const struct field *footing_fields(int *count)
{
    *count = FIELD_COUNT;
    return fields;
}

bool footing_key(const char *key)
{
    for (int i = 0; i < FIELD_COUNT; i++)
        if (text_same(fields[i].key, key))
            return true;
    return false;
}

bool footing_empty(const struct footing *f)
{
    return f->source == NULL && f->note == NULL && f->status == UNSTATED && !f->later &&
           f->owner == NULL && f->agreed == NULL && f->review_by == NULL;
}

/* Free text, or one key of the area's sources with the place in it. */
static bool source_decode(const struct decoder *d, struct node *node, const char **out)
{
    struct label text;
    if (node == NULL)
        return true;
    if (node->kind == SEQUENCE || (node->kind == MAPPING && node->count != 1)) {
        problem(d->problems, node->at, "a source is text, or one key and the place in it");
        return problem_hint(d->problems, "such as {review: page 12}");
    }
    if (!decode_text(d, node->kind == MAPPING ? node->items[0] : node, &text))
        return false;
    *out = node->kind == SCALAR ? text.text
                                : arena_format(d->arena, "%s, %s", node->keys[0]->text, text.text);
    return true;
}

static bool date_decode(const struct decoder *d, struct label text, int *day)
{
    if (text.text == NULL || day_parse(text.text, day))
        return true;
    problem(d->problems, text.at, "'%s' is not a date", text.text);
    return problem_hint(d->problems, "such as 12 April 2020, 2020-04-12 or April 2020");
}

/* The keys of a footing alone, as a mapping of their own. */
static struct node *part_of(const struct decoder *d, const struct node *mapping)
{
    struct node *part = ARENA_NEW(d->arena, struct node);
    *part = (struct node){.kind = MAPPING,
                          .at = mapping->at,
                          .keys = ARENA_ARRAY(d->arena, struct node *, mapping->count),
                          .items = ARENA_ARRAY(d->arena, struct node *, mapping->count)};
    for (int i = 0; i < mapping->count; i++)
        if (footing_key(mapping->keys[i]->text)) {
            part->keys[part->count] = mapping->keys[i];
            part->items[part->count++] = mapping->items[i];
            read_all(mapping->items[i]);
        }
    return part;
}

bool footing_decode(const struct decoder *d, struct node *mapping, struct footing *out)
{
    struct written written = {0};
    bool right = decode(d, part_of(d, mapping), fields, FIELD_COUNT, &written);
    right &= source_decode(d, written.source, &out->source);
    int agreed = 0;
    right &= date_decode(d, written.agreed, &agreed);
    right &= date_decode(d, written.review_by, &out->review_day);
    out->note = written.note.text;
    out->owner = written.owner.text;
    out->agreed = written.agreed.text;
    out->review_by = written.review_by.text;
    out->later = written.later;
    if (written.status.text != NULL)
        out->status = text_same(written.status.text, "published") ? PUBLISHED
                      : text_same(written.status.text, "derived") ? DERIVED
                                                                  : ASSUMED;
    return right;
}
