/* A YAML file as a tree, and everything about it that is refused. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "engine/yaml/document.h"

static struct arena *arena;
static struct problems *problems;
static char path[40];

static void enter(void)
{
    arena = arena_new(256 << 20);
    problems = problems_new();
    strcpy(path, "/tmp/document_test_XXXXXX");
    close(mkstemp(path));
}

static void leave(void)
{
    unlink(path);
    problems_free(problems);
    arena_free(arena);
}

TestSuite(document, .init = enter, .fini = leave);

static struct node *read_bytes(const char *text, size_t length)
{
    FILE *out = fopen(path, "wb");
    fwrite(text, 1, length, out);
    fclose(out);
    return document_read(arena, problems, path, (struct place){0});
}

static struct node *read_text(const char *text) { return read_bytes(text, strlen(text)); }

Test(document, a_tree_knows_where_everything_was_written)
{
    struct node *root = read_text("# an area\n"
                                  "area: Cheshire West and Chester\n"
                                  "\xC2\xA3 key: \xC2\xA3"
                                  "5 # a comment\n"
                                  "needs: {ASD: 'Autistic', MLD: ~}\n"
                                  "list:\n"
                                  "  - 24\n"
                                  "  - [a, b]\n");
    cr_assert_not_null(root);
    cr_assert_eq(root->kind, MAPPING);
    cr_assert_eq(root->count, 4);
    cr_assert_eq(root->at.line, 2);
    cr_assert_str_eq(root->at.file, path);
    const struct node *area = root->items[0], *pounds = root->items[1];
    cr_assert_str_eq(area->text, "Cheshire West and Chester");
    cr_assert_eq(area->at.line, 2);
    cr_assert_eq(area->at.column, 7);
    cr_assert_eq(area->at.length, 25);
    cr_assert_eq(pounds->at.column, 8);
    cr_assert_eq(pounds->at.length, 2);
    const struct node *needs = root->items[2], *list = root->items[3];
    cr_assert(needs->items[0]->quoted);
    cr_assert_str_eq(needs->items[0]->text, "Autistic");
    cr_assert_eq(needs->items[0]->at.length, 10);
    cr_assert_str_eq(needs->items[1]->text, "");
    cr_assert_eq(needs->at.length, 1);
    cr_assert_eq(list->kind, SEQUENCE);
    cr_assert_eq(list->count, 2);
    cr_assert_eq(list->items[0]->at.line, 6);
    cr_assert_eq(list->items[0]->at.column, 5);
    cr_assert_str_eq(list->items[1]->items[1]->text, "b");
    cr_assert_eq(problems_count(problems), 0);
}

Test(document, marks_and_line_ends_of_other_systems_are_fine)
{
    struct node *root = read_text("\xEF\xBB\xBF"
                                  "a: 1\r\nb: 2\r\n");
    cr_assert_not_null(root);
    cr_assert_eq(root->at.column, 1);
    cr_assert_eq(root->items[1]->at.line, 2);
    cr_assert_str_eq(root->items[1]->text, "2");
    cr_assert_not_null(read_text("---\na: 1\n...\n"));
    cr_assert_not_null(read_text("%YAML 1.1\n---\na: 1\n"));
}

Test(document, an_alias_is_the_node_it_names)
{
    const struct node *root = read_text("a: &x {b: 24}\nc: *x\nd: &y 5\ne: *y\n");
    cr_assert_not_null(root);
    cr_assert_eq(root->items[0], root->items[1]);
    cr_assert_str_eq(root->items[3]->text, "5");
}

Test(document, each_mistake_is_put_in_words)
{
    static const struct {
        const char *text, *problem, *hint;
        int line, column;
    } cases[] = {
        {"", "the file is empty", "", 0, 0},
        {"# only a comment\n", "the file is empty", "", 0, 0},
        {"a: 1\nb: 2\na: 3\n", "'a' is given twice", "first on line 1", 3, 1},
        {"a: *x\n", "'*x' has no '&x' above it",
         "a value that begins with '*' is written in quotes", 1, 4},
        {"a: &x [1, *x]\n", "'*x' stands inside what it stands for", "", 1, 11},
        {"[a]: 1\n", "a key must be a word, not a list",
         "put a value that begins with '[' in quotes", 1, 1},
        {"a: {{b}}\n", "a key must be a word, not a mapping",
         "put a value that begins with '{' in quotes", 1, 5},
        {": 1\n", "a key is missing before ':'", "", 1, 1},
        {"a: |0\n  b\n", "this is not YAML: found an indentation indicator equal to 0", "", 1, 5},
        {"a: [b:]\n", "a ':' where none belongs", "put the value in quotes", 1, 6},
        {"~: 1\n", "a key is missing before ':'", "", 1, 1},
        {"a: {b: ]}\n", "a value is missing here", "", 1, 8},
        {"a: {: 1}\n", "a key is missing before ':'", "", 1, 5},
        {"a: !!str 5\n", "the tag '!!str' is not used here",
         "leave it out, or put the value in quotes", 1, 4},
        {"a: !mine {b: 5}\n", "the tag '!mine' is not used here",
         "leave it out, or put the value in quotes", 1, 4},
        {"a: !odd!x 5\n", "a value cannot begin with '!'", "put the value in quotes", 1, 4},
        {"a: &x {b: 1}\nc:\n  <<: *x\n", "the merge key '<<' is not used here",
         "write the keys out", 3, 3},
        {"a: 1\n---\nb: 2\n", "a second document begins here",
         "one file is one document: take out the '---'", 2, 1},
        {"a: \"x\\0y\"\n", "a NUL character inside text", "", 1, 4},
        {"a: @x\n", "a value cannot begin with '@'", "put the value in quotes", 1, 4},
        {"a: `x\n", "a value cannot begin with '`'", "put the value in quotes", 1, 4},
        {"a: %5\n", "a value cannot begin with '%'",
         "write 5% for a percentage, or put the value in quotes", 1, 4},
        {"a: 1\n%5: 2\n", "a line cannot begin with '%'", "put it in quotes", 2, 1},
        {"a:\n\tb: 1\n", "a tab where spaces belong", "indent with spaces", 2, 1},
        {"a:\n  b: 1\n\tc: 2\n", "a tab where spaces belong", "indent with spaces", 3, 1},
        {"a: b: c\n", "a second ':' in one value, or a key too far in",
         "put the value in quotes, or line the key up with the others", 1, 5},
        {"a: 1\n  b: 2\n", "a second ':' in one value, or a key too far in",
         "put the value in quotes, or line the key up with the others", 2, 4},
        {"a: 1\nplaces 5\nb: 2\n", "a line without ':'", "a key is followed by ':' and a space", 2,
         1},
        {"a: 1\nplaces:5\n", "a line without ':'", "put a space behind the ':'", 2, 1},
        {"a: 1\nplaces = 5\nb: 1\n", "a line without ':'", "write ':' in place of '='", 2, 1},
        {"a: 1\nplaces\nb: 1\n", "a line without ':'", "a key is followed by ':' and a space", 2,
         1},
        {"a:\n    b: 1\n  c: 2\n", "this does not line up with the keys above it",
         "keys of one mapping begin in one column", 3, 3},
        {"a:\n  - 1\n  b: 2\n", "this does not line up with the list above it",
         "a part of the item above begins in column 5; a new item with '- '", 3, 3},
        {"a: {b: 1\nc: 2\n", "a '{' without its '}', or a ',' left out", "", 1, 4},
        {"a: [1, 2\nc: 2\n", "a '[' without its ']', or a ',' left out", "", 1, 4},
        {"a: 'x\nb: 2\n", "a quote is opened here and never closed", "", 1, 4},
        {"a: \"C:\\data\"\n", "a '\\' that means nothing inside double quotes", "use single quotes",
         1, 7},
        {"a: - 1\n", "a list cannot begin here", "begin it on a line of its own, below its key", 1,
         4},
        {"a: * 5\n", "a '&' or '*' without a name", "put the value in quotes", 1, 5},
        {"a: |x\n  b\n", "text after a '|' or '>'",
         "begin the text on the next line, or put it in quotes", 1, 5},
        {"a: x\xA3\n", "a byte that is not UTF-8 (0xA3)", "save the file as UTF-8", 1, 5},
        {"a: \xC2\xA3\n\xC2\xA3: \x07\n", "a control character (byte 0x07), which no text has", "",
         2, 4},
        {"a: 1\nb: x\xE2\x80\xA8y\n", "an invisible line break (U+2028)",
         "delete it, or type the line again", 2, 5},
        {"a: 1\nb: x\xEF\xBF\xBEy\n", "a character that cannot be read (U+FFFE)",
         "delete it, or type it again", 2, 5},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct problems *outer = problems;
        problems = problems_new();
        cr_expect_null(read_text(cases[i].text), "%s", cases[i].text);
        cr_expect_eq(problems_count(problems), 1, "%s: %d", cases[i].text,
                     problems_count(problems));
        const struct place at = problems_place(problems, 0);
        cr_expect_str_eq(problems_text(problems, 0), cases[i].problem, "%s says: %s", cases[i].text,
                         problems_text(problems, 0));
        cr_expect_str_eq(problems_hint(problems, 0), cases[i].hint, "%s says: %s", cases[i].text,
                         problems_hint(problems, 0));
        cr_expect(at.line == cases[i].line && at.column == cases[i].column, "%s at %d:%d",
                  cases[i].text, at.line, at.column);
        problems_free(problems);
        problems = outer;
    }
}

Test(document, mistakes_that_need_not_stop_it_come_all_at_once)
{
    cr_assert_null(read_text("a: 1\na: 2\nb: *x\nc: !t 5\nd: {<<: 4, e: 1, e: 2}\n"));
    cr_assert_eq(problems_count(problems), 5);
}

Test(document, the_same_mistake_twice_over_is_still_refused)
{
    cr_assert_null(read_text("a: 1\na: 2\n"));
    cr_assert_null(read_text("a: 1\na: 2\n"));
    cr_assert_eq(problems_count(problems), 1);
}

/* A text of one piece many times over. */
static char *many(const char *piece, size_t count)
{
    const size_t length = strlen(piece);
    char *text = arena_alloc(arena, count * length + 1, 1);
    for (size_t i = 0; i < count; i++)
        memcpy(text + i * length, piece, length);
    return text;
}

static void expect_refused(const char *text, const char *problem)
{
    cr_assert_null(read_text(text));
    cr_assert_eq(problems_count(problems), 1);
    cr_assert_str_eq(problems_text(problems, 0), problem);
}

Test(document, sixty_four_levels_are_enough)
{
    char text[200] = "";
    memset(text, '[', 64);
    memset(text + 64, ']', 64);
    cr_assert_not_null(read_text(text));
    expect_refused(many("[", 100000), "more than 64 levels, one inside another");
    cr_assert_eq(problems_place(problems, 0).column, 65);
}

Test(document, an_alias_bomb_is_counted_as_what_it_stands_for)
{
    expect_refused("a: &a [x,x,x,x,x,x,x,x,x,x]\n"
                   "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
                   "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
                   "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"
                   "e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\n"
                   "f: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e,*e]\n",
                   "more than 100,000 values");
    cr_assert_eq(problems_place(problems, 0).line, 5);
}

Test(document, a_hundred_thousand_values_are_enough)
{
    cr_assert_not_null(read_text(many("- 7\n", 99999)));
    expect_refused(many("- 7\n", 100000), "more than 100,000 values");
}

Test(document, a_file_of_100_megabytes_is_not_read)
{
    cr_assert_eq(truncate(path, 100 << 20), 0);
    cr_assert_null(document_read(arena, problems, path, (struct place){0}));
    cr_assert_not_null(strstr(problems_text(problems, 0), "is larger than 4 megabytes"));
}

Test(document, a_file_that_is_not_there_is_blamed_on_who_asked)
{
    cr_assert_null(
        document_read(arena, problems, "/tmp/no/such.yaml", (struct place){"s.yaml", 3, 7, 4}));
    cr_assert_str_eq(problems_text(problems, 0),
                     "cannot read '/tmp/no/such.yaml': No such file or directory");
    cr_assert_eq(problems_place(problems, 0).line, 3);
    cr_assert_null(document_read(arena, problems, "/tmp/no/such.yaml", (struct place){0}));
    cr_assert_str_eq(problems_place(problems, 1).file, "/tmp/no/such.yaml");
}

static bool read_guarded(void *context) { return read_text(context) != NULL; }

Test(document, no_allocation_that_fails_goes_unnoticed)
{
    char text[] = "a: &x {b: [1, 2, 3, 4, 5, 'six'], c: \"seven\"}\nd: *x\n";
    bool done = false, lasted = false;
    for (size_t n = 1; !lasted; n++) {
        arena_fail_after(arena, n);
        lasted = arena_guard(arena, read_guarded, text, &done);
        cr_assert_lt(n, 200);
    }
    cr_assert(done);
}

Test(document, getting_an_item_marks_it_as_read)
{
    struct node *root = read_text("a: 1\nb: {c: 2, d: {e: 3}}\nf: [1, {g: 2}]\n");
    cr_assert_null(node_get(root, "z"));
    cr_assert_null(node_get(root->items[0], "z"));
    cr_assert_null(node_get(NULL, "z"));
    cr_assert_str_eq(node_get(node_get(root, "b"), "c")->text, "2");
    node_get(root, "f");
    node_unread(root, problems);
    static const char *const expected[] = {"'a' is never read", "'d' is never read",
                                           "'1' is never read", "a mapping that is never read"};
    cr_assert_eq(problems_count(problems), 4);
    for (int i = 0; i < 4; i++)
        cr_expect_str_eq(problems_text(problems, i), expected[i]);
}

Test(document, kinds_have_names)
{
    const struct node *root = read_text("a: 1\nb: {}\nc: []\nd:\ne: ''\n");
    static const char *const names[] = {"text", "a mapping", "a list", "nothing", "text"};
    for (int i = 0; i < 5; i++)
        cr_expect_str_eq(node_kind_name(root->items[i]), names[i]);
}

static const struct place change = {"scenario.yaml", 9, 3, 5};

static bool set(struct node *root, const char *where, const char *text)
{
    struct node *value = ARENA_NEW(arena, struct node);
    *value = (struct node){.kind = SCALAR, .text = text, .at = change};
    return node_set(arena, problems, root, where, value, change);
}

Test(document, a_path_sets_what_it_leads_to)
{
    struct node *root = read_text("flows: {growth: {ASD: 5%, a.b: 1}, x.y: {z: 2}}\nfunding: {}\n");
    struct node *flows = root->items[0];
    cr_assert(set(root, "flows.growth.ASD", "6%"));
    cr_assert(set(root, "flows.growth.MLD", "7%"));
    cr_assert(set(root, "flows.growth.a.b", "8"));
    cr_assert(set(root, "flows.x.y.z", "9"));
    cr_assert(set(root, "funding.2021-22", "3%"));
    cr_assert(set(root, "new", "4"));
    struct node *growth = node_get(node_get(root, "flows"), "growth");
    cr_assert_str_eq(node_get(growth, "ASD")->text, "6%");
    cr_assert_str_eq(node_get(growth, "MLD")->text, "7%");
    cr_assert_str_eq(node_get(growth, "a.b")->text, "8");
    cr_assert_eq(growth->count, 3);
    cr_assert_str_eq(node_get(node_get(node_get(root, "flows"), "x.y"), "z")->text, "9");
    cr_assert_str_eq(node_get(node_get(root, "funding"), "2021-22")->text, "3%");
    cr_assert_str_eq(node_get(root, "new")->text, "4");
    cr_assert_str_eq(node_get(node_get(flows, "growth"), "ASD")->text, "5%",
                     "the old is untouched");
}

Test(document, a_path_changes_only_one_of_two_that_share)
{
    struct node *root = read_text("a: &x {b: 1}\nc: *x\n");
    cr_assert(set(root, "c.b", "2"));
    cr_assert_str_eq(node_get(node_get(root, "a"), "b")->text, "1");
    cr_assert_str_eq(node_get(node_get(root, "c"), "b")->text, "2");
}

Test(document, a_path_that_leads_nowhere_is_a_mistake)
{
    struct node *root = read_text("flows: {growth: {ASD: 5%}, list: [1]}\n");
    cr_assert_not(set(root, "flows.growht.ASD", "6%"));
    cr_assert_not(set(root, "flows.growth.ASD.more", "6%"));
    cr_assert_not(set(root, "flows.list.1", "6%"));
    cr_assert_str_eq(problems_text(problems, 0), "the path leads nowhere: there is no 'growht'");
    cr_assert_str_eq(problems_hint(problems, 0), "did you mean 'growth'? there is: growth, list");
    cr_assert_str_eq(problems_text(problems, 1),
                     "the path leads nowhere: 'flows.growth.ASD' is text, not a mapping");
    cr_assert_str_eq(problems_text(problems, 2),
                     "the path leads nowhere: 'flows.list' is a list, not a mapping");
}

Test(document, a_file_is_found_beside_the_one_that_names_it)
{
    static const char *const cases[][3] = {
        {"scenarios/a.yaml", "data/x.csv", "scenarios/data/x.csv"},
        {"a.yaml", "data/x.csv", "data/x.csv"},
        {"scenarios/a.yaml", "/data/x.csv", "/data/x.csv"},
        {"scenarios/areas/a.yaml", "../x.yaml", "scenarios/areas/../x.yaml"},
        {NULL, "x.yaml", "x.yaml"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_str_eq(file_beside(arena, cases[i][0], cases[i][1]), cases[i][2]);
}

Test(document, a_folder_and_back_is_left_out_unless_it_is_a_link)
{
    static const char *const cases[][3] = {
        {"a/b/x.yaml", "../y.yaml", "a/y.yaml"},
        {"a/b/x.yaml", "../../y.yaml", "y.yaml"},
        {"a/b/../b/x.yaml", "../y.yaml", "a/y.yaml"},
        {"../none/x.yaml", "../y.yaml", "../none/../y.yaml"},
        {"./x.yaml", "../y.yaml", "./../y.yaml"},
        {"link/x.yaml", "../y.yaml", "link/../y.yaml"},
        {"none/x.yaml", "../a/../y.yaml", "none/../a/../y.yaml"},
        {"/x.yaml", "../y.yaml", "/../y.yaml"},
    };
    char folder[] = "/tmp/document_test_XXXXXX";
    cr_assert_not_null(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    cr_assert(mkdir("a", 0700) == 0 && mkdir("a/b", 0700) == 0 && symlink("a/b", "link") == 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_str_eq(file_beside(arena, cases[i][0], cases[i][1]), cases[i][2]);
    cr_assert(unlink("link") == 0 && rmdir("a/b") == 0 && rmdir("a") == 0 && rmdir(folder) == 0);
}
