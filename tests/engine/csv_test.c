/* Tables that people edit in a spreadsheet. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "engine/base/csv.h"

static struct arena *arena;
static struct problems *problems;
static char path[32];

static void enter(void)
{
    arena = arena_new(64 << 20);
    problems = problems_new();
    strcpy(path, "/tmp/csv_test_XXXXXX");
    close(mkstemp(path));
}

static void leave(void)
{
    unlink(path);
    problems_free(problems);
    arena_free(arena);
}

TestSuite(csv, .init = enter, .fini = leave);

static const struct csv *read_bytes(const char *text, size_t length)
{
    FILE *out = fopen(path, "wb");
    fwrite(text, 1, length, out);
    fclose(out);
    return csv_read(arena, problems, path, (struct place){0});
}

static const struct csv *read_text(const char *text) { return read_bytes(text, strlen(text)); }

static const struct cell *cell(const struct csv *csv, int row, int column)
{
    return &csv->cells[row * csv->columns + column];
}

Test(csv, a_table_has_a_header_and_rows)
{
    const struct csv *csv = read_text("year,age,persons\n2019,4,3721.5\n2019, 5 ,3698\n");
    cr_assert_not_null(csv);
    cr_assert_eq(csv->columns, 3);
    cr_assert_eq(csv->rows, 2);
    cr_assert_eq(csv_column(csv, "persons"), 2);
    cr_assert_eq(csv_column(csv, "person"), -1);
    cr_assert_str_eq(cell(csv, 0, 2)->text, "3721.5");
    cr_assert_str_eq(cell(csv, 1, 1)->text, "5");
    cr_assert_eq(cell(csv, 1, 1)->at.line, 3);
    cr_assert_eq(cell(csv, 1, 1)->at.column, 7);
    cr_assert_eq(cell(csv, 0, 2)->at.length, 6);
    cr_assert_str_eq(cell(csv, 0, 0)->at.file, path);
    cr_assert_eq(problems_count(problems), 0);
}

Test(csv, every_way_of_saving_it_reads_the_same)
{
    static const char *const texts[] = {
        "a,b\n1,\xC2\xA3"
        "2\n3,4\n",
        "\xEF\xBB\xBF"
        "a,b\r\n1,\xC2\xA3"
        "2\r\n3,4\r\n",
        "a,b\r1,\xC2\xA3"
        "2\r3,4",
        "\n\"a\",\"b\"\n\"1\",\"\xC2\xA3"
        "2\"\n\n  \n3,4",
        "a , b\n 1 ,\t\xC2\xA3"
        "2\n\"3\" , \"4\"\n\n\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const struct csv *csv = read_text(texts[i]);
        cr_assert_not_null(csv, "case %zu", i);
        cr_assert_eq(csv->rows, 2, "case %zu", i);
        cr_expect_str_eq(csv->header[1].text, "b");
        cr_expect_str_eq(cell(csv, 0, 0)->text, "1");
        cr_expect_str_eq(cell(csv, 0, 1)->text, "\xC2\xA3"
                                                "2");
        cr_expect_str_eq(cell(csv, 1, 1)->text, "4");
    }
}

Test(csv, quotes_keep_commas_lines_and_quotes)
{
    const struct csv *csv =
        read_text("need,note\nASD,\"a \"\"b\"\", c\"\nMLD,\"two\nlines\"\nPMLD,\"\"\nSLD,x\n");
    cr_assert_not_null(csv);
    cr_assert_eq(csv->rows, 4);
    cr_assert_str_eq(cell(csv, 0, 1)->text, "a \"b\", c");
    cr_assert_str_eq(cell(csv, 1, 1)->text, "two\nlines");
    cr_assert_str_eq(cell(csv, 2, 1)->text, "");
    cr_assert_eq(cell(csv, 3, 0)->at.line, 6);
    cr_assert_eq(cell(csv, 0, 1)->at.length, 12);
}

Test(csv, a_row_without_a_word_is_none_and_a_table_may_have_no_rows)
{
    cr_assert_eq(read_text("a,b\n,\n , ,\n")->rows, 0);
    cr_assert_eq(read_text("a,b\n")->rows, 0);
    const struct csv *csv = read_text(",,\n\na,b\n,,,\n1,\n,2");
    cr_assert_eq(csv->rows, 2);
    cr_assert_str_eq(cell(csv, 0, 1)->text, "");
    cr_assert_str_eq(cell(csv, 1, 1)->text, "2");
    cr_assert_eq(cell(csv, 1, 1)->at.line, 6);
}

Test(csv, what_a_spreadsheet_leaves_behind_is_passed_over)
{
    const struct csv *csv = read_text("sep=,\nAge,note,,\n5,x,,\n6,\n7,\" 1,234 \",,,,\n");
    cr_assert_not_null(csv);
    cr_assert_eq(csv->columns, 2);
    cr_assert_eq(csv->rows, 3);
    cr_assert_eq(csv_column(csv, "age"), 0);
    cr_assert_str_eq(cell(csv, 2, 1)->text, "1,234");
    cr_assert_eq(cell(csv, 2, 1)->at.line, 5);
}

Test(csv, each_mistake_is_named_where_it_stands)
{
    static const struct {
        const char *text, *problem;
        int line, column;
    } cases[] = {
        {"", "the table is empty", 0, 0},
        {"\n \n", "the table is empty", 0, 0},
        {"a,b\n1,2\n3\n", "this row has 1 cell where the header has 2", 3, 1},
        {"a,b\n1,2,3\n", "this row has 3 cells where the header has 2", 2, 1},
        {"a,b,a\n1,2,3\n", "the column 'a' is named twice", 1, 5},
        {"a,,b\n1,2,3\n", "a column without a name", 1, 3},
        {"a,b,,\n1,2,,3\n4,5,,6\n", "a column without a name", 1, 6},
        {"\"\",\n1\n", "a column without a name", 1, 1},
        {"a,A\n1,2\n", "the column 'A' is named twice", 1, 3},
        {"a;b\n1;2\n", "the columns are separated by ';'", 1, 1},
        {"sep=;\na;b\n1;2,5\n", "the columns are separated by ';'", 2, 1},
        {"a\tb\n1\t2\n", "the columns are separated by tabs", 1, 1},
        {"a,b\n1,\"2\n", "a quote is opened here and never closed", 2, 3},
        {"a,b\n1,\"2\"x\n", "text after a closing quote", 2, 6},
        {"a,b\n\xC2\xA3,\xA3\n", "a byte that is not UTF-8 (0xA3)", 2, 3},
        {"a,b\n1,\x01\n", "a control character (byte 0x01), which no text has", 2, 3},
        {"0,1,2,3,4,5,6,7,8,9,a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x\n",
         "more than 32 columns", 1, 65},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct problems *outer = problems;
        problems = problems_new();
        cr_expect_null(read_text(cases[i].text), "case %zu", i);
        cr_assert_eq(problems_count(problems), 1, "case %zu: %s", i, problems_text(problems, 1));
        cr_expect_str_eq(problems_text(problems, 0), cases[i].problem);
        cr_expect_eq(problems_place(problems, 0).line, cases[i].line, "case %zu", i);
        cr_expect_eq(problems_place(problems, 0).column, cases[i].column, "case %zu: %d", i,
                     problems_place(problems, 0).column);
        problems_free(problems);
        problems = outer;
    }
}

Test(csv, all_mistakes_come_at_once)
{
    cr_assert_null(read_text("a,b,a\n1\n2,3,4\n5,6\n"));
    cr_assert_eq(problems_count(problems), 3);
}

Test(csv, a_nul_is_refused)
{
    cr_assert_null(read_bytes("a,b\n1,\0\n", 8));
    cr_assert_str_eq(problems_text(problems, 0),
                     "a control character (byte 0x00), which no text has");
}

Test(csv, a_file_that_is_not_there_is_blamed_on_who_asked)
{
    const struct place asked = {"area.yaml", 17, 13, 20};
    cr_assert_null(csv_read(arena, problems, "/tmp/no/such.csv", asked));
    cr_assert_str_eq(problems_text(problems, 0),
                     "cannot read '/tmp/no/such.csv': No such file or directory");
    cr_assert_str_eq(problems_place(problems, 0).file, "area.yaml");
    cr_assert_null(csv_read(arena, problems, "/tmp", asked));
    cr_assert_str_eq(problems_text(problems, 1), "'/tmp' is a folder, not a file");
    cr_assert_null(csv_read(arena, problems, "/dev/null", asked));
    cr_assert_str_eq(problems_text(problems, 2), "'/dev/null' is not an ordinary file");
}

Test(csv, a_file_too_large_is_not_read)
{
    cr_assert_eq(truncate(path, (16 << 20) + 1), 0);
    cr_assert_null(csv_read(arena, problems, path, (struct place){0}));
    cr_assert_not_null(strstr(problems_text(problems, 0), "is larger than 16 megabytes"));
}

Test(csv, too_many_rows_are_refused)
{
    const size_t length = 2 * 200002 + 1;
    char *text = arena_alloc(arena, length, 1);
    for (size_t i = 0; i < length - 1; i += 2)
        memcpy(text + i, i == 0 ? "a\n" : "1\n", 2);
    cr_assert_null(read_bytes(text, length - 1));
    cr_assert_str_eq(problems_text(problems, 0), "more than 200,000 rows");
}

struct reading {
    const char *text;
};

static bool read_guarded(void *context)
{
    return read_text(((struct reading *)context)->text) != NULL;
}

Test(csv, no_allocation_that_fails_goes_unnoticed)
{
    struct reading reading = {"a,b\n\"1\",2\n3,\"4\"\n"};
    bool done = false, lasted = false;
    for (size_t n = 1; !lasted; n++) {
        arena_fail_after(arena, n);
        lasted = arena_guard(arena, read_guarded, &reading, &done);
        cr_assert_lt(n, 50);
    }
    cr_assert(done);
}
