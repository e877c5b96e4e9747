/* A YAML file as a tree: libyaml's events, put together, with what libyaml lets pass refused. */
#include "engine/yaml/document.h"

#include <stdlib.h>
#include <string.h>

#include <yaml.h>

#include "engine/base/file.h"
#include "engine/base/text.h"
#include "engine/base/utf8.h"
#include "engine/yaml/complaint.h"

/* A named node, for aliases. */
struct anchor {
    const char *name;
    struct node *node;
    int size;  /* nodes in it, aliases written out */
    bool open; /* still being read: an alias here would hold itself */
};

struct reader {
    struct arena *arena;
    struct problems *problems;
    const char *file;
    struct file_text text;
    yaml_parser_t parser;
    yaml_event_t event;
    struct quoted before; /* the event before, if it was a value in quotes */
    struct anchor *anchors;
    int anchor_count, anchor_room;
    int size; /* nodes so far, aliases written out */
    bool stopped, failed;
    struct node *root;
};

static struct node *read_node(struct reader *r, int depth);

static bool fail(struct reader *r) { return !(r->failed = true); }

/* Nothing more can be read. */
static bool stop(struct reader *r)
{
    r->stopped = true;
    return fail(r);
}

static struct place event_place(const struct reader *r)
{
    const yaml_mark_t start = r->event.start_mark, end = r->event.end_mark;
    const bool one_line = r->event.type == YAML_SCALAR_EVENT && start.line == end.line;
    const int length = one_line ? (int)(end.column - start.column) : 1;
    return (struct place){.file = r->file,
                          .line = (int)start.line + 1,
                          .column = (int)start.column + 1,
                          .length = length > 0 ? length : 1};
}

static struct quoted quoted_event(const yaml_event_t *event)
{
    const bool quoted = event->type == YAML_SCALAR_EVENT &&
                        (event->data.scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE ||
                         event->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE);
    return (struct quoted){quoted, event->start_mark, event->end_mark};
}

/* On to the next event. False when there is none. */
static bool next(struct reader *r)
{
    if (r->stopped)
        return false;
    r->before = quoted_event(&r->event);
    yaml_event_delete(&r->event);
    if (yaml_parser_parse(&r->parser, &r->event))
        return true;
    if (r->parser.error == YAML_MEMORY_ERROR)
        arena_exhausted(r->arena);
    complain(r->problems, &r->parser, r->file, r->text.text, &r->before);
    return stop(r);
}

static struct node *new_node(struct reader *r, enum node_kind kind)
{
    struct node *node = ARENA_NEW(r->arena, struct node);
    *node = (struct node){.kind = kind, .at = event_place(r), .text = ""};
    return node;
}

/* Count nodes as they would be with every alias written out, so that few lines cannot become
 * millions. */
static bool count_nodes(struct reader *r, int more)
{
    if (more <= DOCUMENT_MOST_NODES - r->size) {
        r->size += more;
        return true;
    }
    problem(r->problems, event_place(r), "more than %d,%03d values", DOCUMENT_MOST_NODES / 1000,
            DOCUMENT_MOST_NODES % 1000);
    problem_hint(r->problems, "an alias counts as all that it stands for");
    return stop(r);
}

/* Remember a name; returns its index, or -1 when the event has none. */
static int open_anchor(struct reader *r, const yaml_char_t *name)
{
    if (name == NULL)
        return -1;
    if (r->anchor_count == DOCUMENT_MOST_ANCHORS) {
        problem(r->problems, event_place(r), "more than %d anchors", DOCUMENT_MOST_ANCHORS);
        stop(r);
        return -1;
    }
    if (r->anchor_count == r->anchor_room) {
        const int room = r->anchor_room > 0 ? 2 * r->anchor_room : 8;
        struct anchor *more = ARENA_ARRAY(r->arena, struct anchor, room);
        if (r->anchor_count > 0)
            memcpy(more, r->anchors, (size_t)r->anchor_count * sizeof *more);
        r->anchors = more;
        r->anchor_room = room;
    }
    const char *text = (const char *)name;
    r->anchors[r->anchor_count] =
        (struct anchor){.name = arena_text(r->arena, text, strlen(text)), .open = true};
    return r->anchor_count++;
}

static void close_anchor(struct reader *r, int index, struct node *node, int size_before)
{
    if (index < 0)
        return;
    r->anchors[index].node = node;
    r->anchors[index].size = r->size - size_before;
    r->anchors[index].open = false;
}

/* An alias that leads nowhere stands for an empty value, so that reading goes on. */
static struct node *read_alias(struct reader *r)
{
    const char *name = (const char *)r->event.data.alias.anchor;
    for (int i = r->anchor_count - 1; i >= 0; i--) {
        const struct anchor *anchor = &r->anchors[i];
        if (!text_same(anchor->name, name))
            continue;
        if (!anchor->open)
            return count_nodes(r, anchor->size) ? anchor->node : NULL;
        problem(r->problems, event_place(r), "'*%s' stands inside what it stands for", name);
        fail(r);
        return new_node(r, SCALAR);
    }
    problem(r->problems, event_place(r), "'*%s' has no '&%s' above it", name, name);
    problem_hint(r->problems, "a value that begins with '*' is written in quotes");
    fail(r);
    return new_node(r, SCALAR);
}

static void refuse_tag(struct reader *r, const yaml_char_t *tag)
{
    if (tag == NULL)
        return;
    const char *name = (const char *)tag, *yaml = "tag:yaml.org,2002:";
    const bool usual = strncmp(name, yaml, strlen(yaml)) == 0;
    problem(r->problems, event_place(r), "the tag '%s%s' is not used here", usual ? "!!" : "",
            usual ? name + strlen(yaml) : name);
    problem_hint(r->problems, "leave it out, or put the value in quotes");
    fail(r);
}

static bool is_null(const char *text)
{
    static const char *const nulls[] = {"~", "null", "Null", "NULL"};
    for (size_t i = 0; i < sizeof nulls / sizeof *nulls; i++)
        if (strcmp(text, nulls[i]) == 0)
            return true;
    return false;
}

/* All of it in curly quotes, which YAML takes for letters. */
static const char *in_curly_quotes(const struct reader *r, const char *text)
{
    static const char *const pairs[][2] = {{"\xE2\x80\x9C", "\xE2\x80\x9D"},
                                           {"\xE2\x80\x98", "\xE2\x80\x99"}};
    const size_t length = strlen(text);

    for (size_t i = 0; length > 6 && i < sizeof pairs / sizeof *pairs; i++)
        if (strncmp(text, pairs[i][0], 3) == 0 && strstr(text, pairs[i][1]) == text + length - 3)
            return arena_text(r->arena, text + 3, length - 6);
    return NULL;
}

/* A control character that came in as an escape: a line end and a tab are the only ones of a text.
 */
static const char *control_in(const char *text)
{
    for (; *text; text += utf8_bytes(text))
        if (utf8_control(text) > 0 && *text != '\n' && *text != '\t')
            return text;
    return NULL;
}

static struct node *read_scalar(struct reader *r)
{
    const char *text = (const char *)r->event.data.scalar.value;
    const size_t length = r->event.data.scalar.length;
    struct node *node = new_node(r, SCALAR);
    node->quoted = r->event.data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    if (memchr(text, '\0', length) != NULL) {
        problem(r->problems, node->at, "a NUL character inside text");
        fail(r);
    } else if (control_in(text) != NULL) {
        const char *control = control_in(text);
        problem(r->problems, node->at, "a control character (U+%04X) inside text",
                (unsigned char)control[utf8_control(control) - 1]);
        problem_hint(r->problems, "take its escape away");
        fail(r);
    } else if (node->quoted || !is_null(text)) {
        node->text = arena_text(r->arena, text, length);
        const char *inside = node->quoted ? NULL : in_curly_quotes(r, node->text);
        if (inside != NULL) {
            problem(r->problems, node->at, "curly quotes, which are no quotes here");
            problem_hint(r->problems, "take them away, or use straight ones: \"%s\"", inside);
            fail(r);
        }
    }
    return node;
}

/* Room for one more pair or item: 4, then twice as many each time. */
static void make_room(struct reader *r, struct node *node)
{
    const int count = node->count;
    if (count != 0 && (count < 4 || (count & (count - 1)) != 0))
        return;
    const int room = count > 0 ? 2 * count : 4;
    struct node ***arrays[] = {&node->items, node->kind == MAPPING ? &node->keys : NULL};
    for (int i = 0; i < 2 && arrays[i] != NULL; i++) {
        struct node **more = ARENA_ARRAY(r->arena, struct node *, room);
        for (int j = 0; j < count; j++)
            more[j] = (*arrays[i])[j];
        *arrays[i] = more;
    }
}

static void read_items(struct reader *r, struct node *sequence, int depth)
{
    while (next(r) && r->event.type != YAML_SEQUENCE_END_EVENT) {
        struct node *item = read_node(r, depth + 1);
        if (item == NULL)
            return;
        make_room(r, sequence);
        sequence->items[sequence->count++] = item;
    }
}

/* Is this a key that we take? */
static bool check_key(struct reader *r, const struct node *key)
{
    if (key->kind != SCALAR) {
        problem(r->problems, key->at, "a key must be a word, not %s", node_kind_name(key));
        problem_hint(r->problems, "put a value that begins with '%c' in quotes",
                     key->kind == MAPPING ? '{' : '[');
        return fail(r);
    }
    if (strcmp(key->text, "<<") == 0 && !key->quoted) {
        problem(r->problems, key->at, "the merge key '<<' is not used here");
        problem_hint(r->problems, "write the keys out");
        return fail(r);
    }
    if (key->text[0] == '\0') {
        problem(r->problems, key->at, "a key is missing before ':'");
        return fail(r);
    }
    return true;
}

static void read_pairs(struct reader *r, struct node *mapping, int depth)
{
    while (next(r) && r->event.type != YAML_MAPPING_END_EVENT) {
        struct node *key = read_node(r, depth + 1);
        if (key == NULL || !next(r))
            return;
        struct node *item = read_node(r, depth + 1);
        if (item == NULL)
            return;
        if (!check_key(r, key))
            continue;
        make_room(r, mapping);
        mapping->keys[mapping->count] = key;
        mapping->items[mapping->count++] = item;
    }
}

static int compare_keys(const void *a, const void *b)
{
    const struct node *x = *(struct node *const *)a, *y = *(struct node *const *)b;
    const int order = strcmp(x->text, y->text);
    if (order != 0)
        return order;
    return x->at.line != y->at.line ? x->at.line - y->at.line : x->at.column - y->at.column;
}

/* Sorted, so that a mapping of a hundred thousand keys does not take a hundred thousand squared. */
static void check_twice(struct reader *r, const struct node *mapping)
{
    if (mapping->count < 2)
        return;
    struct node **keys = ARENA_ARRAY(r->arena, struct node *, mapping->count);
    for (int i = 0; i < mapping->count; i++)
        keys[i] = mapping->keys[i];
    qsort(keys, (size_t)mapping->count, sizeof(struct node *), compare_keys);
    for (int i = 1; i < mapping->count; i++)
        if (strcmp(keys[i]->text, keys[i - 1]->text) == 0) {
            problem(r->problems, keys[i]->at, "'%s' is given twice", keys[i]->text);
            problem_hint(r->problems, "first on line %d", keys[i - 1]->at.line);
            fail(r);
        }
}

static struct node *read_collection(struct reader *r, enum node_kind kind, int depth)
{
    struct node *node = new_node(r, kind);
    if (depth > DOCUMENT_DEEPEST) {
        problem(r->problems, node->at, "more than %d levels, one inside another", DOCUMENT_DEEPEST);
        stop(r);
    } else if (kind == SEQUENCE) {
        read_items(r, node, depth);
    } else {
        read_pairs(r, node, depth);
        check_twice(r, node);
    }
    return r->stopped ? NULL : node;
}

/* The node that the event begins; NULL when reading has stopped. */
static struct node *read_node(struct reader *r, int depth)
{
    const int before = r->size;
    if (r->event.type == YAML_ALIAS_EVENT)
        return read_alias(r);
    if (!count_nodes(r, 1))
        return NULL;
    struct node *node = NULL;
    int anchor = -1;
    if (r->event.type == YAML_SCALAR_EVENT) {
        refuse_tag(r, r->event.data.scalar.tag);
        anchor = open_anchor(r, r->event.data.scalar.anchor);
        node = read_scalar(r);
    } else if (r->event.type == YAML_SEQUENCE_START_EVENT) {
        refuse_tag(r, r->event.data.sequence_start.tag);
        anchor = open_anchor(r, r->event.data.sequence_start.anchor);
        node = read_collection(r, SEQUENCE, depth);
    } else {
        refuse_tag(r, r->event.data.mapping_start.tag);
        anchor = open_anchor(r, r->event.data.mapping_start.anchor);
        node = read_collection(r, MAPPING, depth);
    }
    if (node != NULL)
        close_anchor(r, anchor, node, before);
    return node;
}

/* On over an event that says nothing of its own: a stream's beginning, a document's end. */
static bool pass(struct reader *r)
{
    if (!next(r))
        return false;
    return next(r);
}

/* A stream begins; a document begins, has its root and ends; the stream ends. */
static bool read_stream(void *context)
{
    struct reader *r = context;
    if (!pass(r))
        return false;
    if (r->event.type == YAML_STREAM_END_EVENT) {
        problem(r->problems, (struct place){.file = r->file}, "the file is empty");
        return fail(r);
    }
    if (!next(r))
        return false;
    r->root = read_node(r, 1);
    if (r->root == NULL || !pass(r))
        return false;
    if (r->event.type == YAML_STREAM_END_EVENT)
        return true;
    problem(r->problems, event_place(r), "a second document begins here");
    problem_hint(r->problems, "one file is one document: take out the '---'");
    return fail(r);
}

/* A line that libyaml ends and editors do not would put every later place in the wrong line. */
static bool check_breaks(struct reader *r)
{
    static const struct {
        const char *bytes, *name;
    } breaks[] = {{"\xC2\x85", "U+0085"}, {"\xE2\x80\xA8", "U+2028"}, {"\xE2\x80\xA9", "U+2029"}};
    for (size_t i = 0; i < sizeof breaks / sizeof *breaks; i++) {
        const char *found = strstr(r->text.text, breaks[i].bytes);
        if (found == NULL)
            continue;
        problem(r->problems, file_place(r->file, r->text.text, (size_t)(found - r->text.text)),
                "an invisible line break (%s)", breaks[i].name);
        problem_hint(r->problems, "delete it, or type the line again");
        fail(r);
    }
    return !r->failed;
}

/* Libyaml holds memory of its own, which a jump must not pass by. */
static struct node *parse(struct reader *r)
{
    if (r->text.text == NULL || !check_breaks(r))
        return NULL;
    if (!yaml_parser_initialize(&r->parser))
        arena_exhausted(r->arena);
    yaml_parser_set_encoding(&r->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&r->parser, (const unsigned char *)r->text.text, r->text.length);
    bool whole = false;
    const bool lasted = arena_guard(r->arena, read_stream, r, &whole);
    yaml_event_delete(&r->event);
    yaml_parser_delete(&r->parser);
    if (!lasted)
        arena_exhausted(r->arena);
    return whole && !r->failed ? r->root : NULL;
}

struct node *document_read(struct arena *arena, struct problems *problems, const char *path,
                           struct place asked_at)
{
    struct reader r = {.arena = arena, .problems = problems};
    r.file = arena_text(arena, path, strlen(path));
    r.text = file_read(arena, problems, r.file, DOCUMENT_MOST_BYTES, asked_at);
    return parse(&r);
}

struct node *document_given(struct arena *arena, struct problems *problems, const char *name,
                            const char *text)
{
    struct reader r = {.arena = arena, .problems = problems};
    r.file = arena_text(arena, name, strlen(name));
    r.text = file_given(arena, problems, r.file, text);
    return parse(&r);
}
