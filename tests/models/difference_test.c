/* What two scenarios differ in: nothing between equals, and whatever number was touched. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "engine/base/text.h"
#include "models/area_reader.h"
#include "models/consideration.h"
#include "models/difference.h"

enum { CEILING = 1 << 29, MOST_TOLD = 4096 };

/* Numbers of a tree, in the order that they stand in. */
struct leaves {
    int count;
    struct node *item[MOST_TOLD];
};

/* A name is no number though it may look like one, and what is said beside a number is for people.
 */
static bool is_number(const struct node *node)
{
    double value;
    bool percent, pounds;

    return node->kind == SCALAR && !node->quoted &&
           value_parse(node->text, &value, &percent, &pounds);
}

static void gather(struct node *node, const char *const except[], struct leaves *out)
{
    for (int i = 0; i < node->count; i++) {
        const char *key = node->kind == MAPPING ? node->keys[i]->text : "";
        bool left_out = false;

        for (int e = 0; except[e]; e++)
            left_out |= text_same(except[e], key);
        if (left_out)
            continue;
        if (is_number(node->items[i]) && out->count < MOST_TOLD)
            out->item[out->count++] = node->items[i];
        gather(node->items[i], except, out);
    }
}

/* The last digit another one, so that it is the same sort of number still. */
static const char *touched(struct arena *arena, const char *text)
{
    char *other = arena_text(arena, text, strlen(text));

    for (size_t i = strlen(other); i-- > 0;)
        if (other[i] >= '0' && other[i] <= '9') {
            other[i] = other[i] == '9' ? '8' : (char)(other[i] + 1);
            break;
        }
    return other;
}

static const char *const not_of_area[] = {"sources", "variants", "code",   "base", "year",
                                          "title",   "note",     "source", NULL};

/* The area of a file with its nth number touched; NULL when that makes it wrong, which is told
 * apart. */
static const struct area *area_with(struct arena *arena, const char *path, int nth, bool *more)
{
    struct problems *unheard = problems_new();
    struct node *root = document_read(arena, unheard, path, (struct place){0});
    struct leaves *leaves = ARENA_NEW(arena, struct leaves);

    gather(root, not_of_area, leaves);
    *more = nth < leaves->count;
    if (nth >= 0 && *more)
        leaves->item[nth]->text = touched(arena, leaves->item[nth]->text);
    const struct area *area = area_read(arena, unheard, root);
    problems_free(unheard);
    return area;
}

static const struct differences *differ(struct arena *arena, const struct area *a,
                                        const struct area *b)
{
    struct scenario in_a = {.first = 2019, .last = 2023, .area = a};
    struct scenario in_b = {.first = 2019, .last = 2023, .area = b};

    return differences_of(arena, &in_a, &in_b);
}

static void touch_each(const char *path, int least)
{
    int told = 0, silent = 0;
    bool more = true;

    for (int nth = 0; more; nth++) {
        struct arena *arena = arena_new(CEILING);
        bool unused;
        const struct area *plain = area_with(arena, path, -1, &unused);
        const struct area *other = area_with(arena, path, nth, &more);

        cr_assert(plain);
        if (more && other && differ(arena, plain, other)->count == 0) {
            silent++;
            cr_log_error("number %d of %s is not told", nth, path);
        }
        told += more && other;
        arena_free(arena);
    }
    cr_expect_eq(silent, 0, "%d numbers of %s are not told", silent, path);
    cr_expect_geq(told, least, "only %d numbers of %s were tried", told, path);
}

Test(difference, every_number_of_an_area_is_told)
{
    cr_assert(chdir(TOP) == 0);
    touch_each("tests/data/small/area.yaml", 30);
    touch_each("tests/data/review/area.yaml", 15);
}

static const char *const not_of_effect[] = {"consideration", "title", "source", "note", NULL};

static bool read_touched(struct arena *arena, const struct area *area, const char *path, int nth,
                         struct consideration *out)
{
    struct problems *unheard = problems_new();
    const struct consideration_reader reader = {arena, unheard, area, {2019, 2030, {0}}};
    struct node *root = document_read(arena, unheard, path, (struct place){0});
    struct leaves *leaves = ARENA_NEW(arena, struct leaves);

    gather(root, not_of_effect, leaves);
    if (nth >= 0 && nth < leaves->count)
        leaves->item[nth]->text = touched(arena, leaves->item[nth]->text);
    if (!consideration_read(&reader, root, &(struct use){0}, out))
        out->name = NULL;
    problems_free(unheard);
    return nth < leaves->count;
}

Test(difference, every_number_of_every_effect_is_told)
{
    cr_assert(chdir(TOP) == 0);
    struct arena *arena = arena_new(CEILING);
    bool more = true;
    const struct area *area = area_with(arena, "tests/data/small/area.yaml", -1, &more);
    const char *path = "tests/data/small/every-effect.yaml";
    int told = 0;

    more = true;
    for (int nth = 0; more; nth++) {
        struct consideration plain, other;
        struct scenario a = {.first = 2019, .last = 2030, .area = area, .considerations = 1};
        struct scenario b = a;

        read_touched(arena, area, path, -1, &plain);
        more = read_touched(arena, area, path, nth, &other);
        cr_assert(plain.name);
        a.consideration = &plain;
        b.consideration = &other;
        if (!more || !other.name)
            continue;
        told++;
        cr_expect_geq(differences_of(arena, &a, &b)->count, 1, "number %d of %s is not told", nth,
                      path);
        cr_expect_eq(differences_of(arena, &b, &b)->count, 0);
    }
    cr_expect_geq(told, 15, "only %d numbers were tried", told);
    arena_free(arena);
}
