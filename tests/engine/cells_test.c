/* A sheet is the same cells whether a workbook or CSV holds it. */
#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "engine/input/cells.h"

static struct arena *arena;
static struct problems *problems;
static char path[32];

static void enter(void)
{
    arena = arena_new(64 << 20);
    problems = problems_new();
    strcpy(path, "/tmp/cells_test_XXXXXX");
    close(mkstemp(path));
}

static void leave(void)
{
    unlink(path);
    problems_free(problems);
    arena_free(arena);
}

TestSuite(cells, .init = enter, .fini = leave);

static void add(struct archive *zip, const char *name, const char *text)
{
    struct archive_entry *entry = archive_entry_new();

    archive_entry_set_pathname(entry, name);
    archive_entry_set_size(entry, (la_int64_t)strlen(text));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(zip, entry);
    archive_write_data(zip, text, strlen(text));
    archive_entry_free(entry);
}

/* A workbook whose sheet has those rows. */
static void write_workbook(const char *rows, const char *texts)
{
    char sheet[4096];
    struct archive *zip = archive_write_new();

    snprintf(sheet, sizeof sheet, "<worksheet><sheetData>%s</sheetData></worksheet>", rows);
    archive_write_set_format_zip(zip);
    archive_write_open_filename(zip, path);
    add(zip, "xl/workbook.xml",
        "<x:workbook><x:sheets><x:sheet name='Plan' r:id='r9'/></x:sheets></x:workbook>");
    add(zip, "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id='r1' Target='theme.xml'/>"
        "<Relationship Id='r9' Target='/xl/worksheets/one.xml'/></Relationships>");
    add(zip, "xl/worksheets/one.xml", sheet);
    add(zip, "xl/sharedStrings.xml", texts);
    archive_write_free(zip);
}

static void write_text(const char *text)
{
    FILE *out = fopen(path, "wb");
    fputs(text, out);
    fclose(out);
}

static const struct cells *sheet(void) { return cells_read(arena, problems, path, "Plan"); }

/* Every kind of cell that a spreadsheet writes, in row 2. */
static const struct {
    const char *xml;
    enum typed_kind kind;
    const char *text;
    double number;
} kinds[] = {
    {"<c r='A2'><v>1234.5600000000001</v></c>", TYPED_NUMBER, "1234.5600000000001",
     1234.5600000000001},
    {"<c r='B2' t='n'><f>A2</f><v>-3E2</v></c>", TYPED_NUMBER, "-3E2", -300},
    {"<c r='C2' t='s'><v>1</v></c>", TYPED_TEXT,
     "\xC2\xA3"
     "5 & more",
     0},
    {"<c r='D2' t='s'><v>2</v></c>", TYPED_FAULT, "a text that the workbook lacks", 0},
    {"<c r='E2' t='inlineStr'><is><r><t>two </t></r><r><t>runs</t></r></is></c>", TYPED_TEXT,
     "two runs", 0},
    {"<c r='F2' t='str'><f>G9</f><v>said</v></c>", TYPED_TEXT, "said", 0},
    {"<c r='G2' t='e'><f>1/0</f><v>#DIV/0!</v></c>", TYPED_FAULT, "#DIV/0!", 0},
    {"<c r='H2' t='b'><v>0</v></c>", TYPED_FAULT, "FALSE", 0},
    {"<c r='I2'><f>A2+1</f></c>", TYPED_UNCALCULATED, "", 0},
    {"<c r='J2'><f>A2+1</f><v></v></c>", TYPED_UNCALCULATED, "", 0},
    {"<c r='K2' s='3'/>", TYPED_NOTHING, "", 0},
    {"<c><v>0x10</v></c>", TYPED_FAULT, "0x10", 0},
    {"<c r='M2'><v>nan</v></c>", TYPED_FAULT, "nan", 0},
    {"<c r='N2'><v>7</v></c>", TYPED_NUMBER, "7", 7},
};

Test(cells, a_workbooks_cells_say_what_they_are)
{
    char rows[4096] = "<row r='2'>";
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        strcat(rows, kinds[i].xml);
    strcat(rows, "</row>");
    write_workbook(rows, "<sst><si><t>no</t></si><si><t>&#xA3;5 </t><rPh><t>five</t></rPh><t>&amp; "
                         "more</t></si></sst>");
    const struct cells *cells = sheet();
    cr_assert_not_null(cells);
    cr_assert_eq(problems_count(problems), 0);
    cr_assert_eq(cells->rows, 2);
    cr_assert_eq(cells->columns, (int)(sizeof kinds / sizeof *kinds));
    for (int i = 0; i < cells->columns; i++) {
        const struct typed_cell cell = cells_at(cells, 1, i);
        cr_expect_eq(cell.kind, kinds[i].kind, "%s is a %d", kinds[i].xml, cell.kind);
        cr_expect_str_eq(cell.text, kinds[i].text);
        cr_expect_eq(cell.kind == TYPED_NUMBER ? cell.number : 0, kinds[i].number);
        cr_expect_eq(cell.at.line, 2);
        cr_expect_eq(cell.at.column, i + 1);
    }
}

Test(cells, cells_are_named_as_a_spreadsheet_does)
{
    write_workbook("<row r='7'><c r='A7'><v>1</v></c><c r='BL7'><v>2</v></c></row>", "<sst/>");
    const struct cells *cells = sheet();
    cr_assert_not_null(cells);
    cr_assert_eq(cells->columns, CELLS_MOST_COLUMNS);
    cr_expect_str_eq(cells_name(arena, cells, 6, 0), "Plan!A7: ");
    cr_expect_str_eq(cells_name(arena, cells, 6, 25), "Plan!Z7: ");
    cr_expect_str_eq(cells_name(arena, cells, 6, 26), "Plan!AA7: ");
    cr_expect_str_eq(cells_name(arena, cells, 6, 63), "Plan!BL7: ");
    cr_expect_eq(cells_at(cells, 6, 63).number, 2);
    cr_expect_eq(cells_at(cells, 7, 0).kind, TYPED_NOTHING);
    cr_expect_eq(cells_at(cells, 0, 64).kind, TYPED_NOTHING);
}

Test(cells, rows_of_csv_may_end_early_and_be_of_any_length)
{
    write_text("a title, with more\n,,\nb,,\"1,234\"\nc\n");
    const struct cells *cells = sheet();
    cr_assert_not_null(cells);
    cr_assert_eq(cells->rows, 3);
    cr_expect_str_eq(cells_at(cells, 1, 2).text, "1,234");
    cr_expect_eq(cells_at(cells, 1, 2).at.line, 3);
    cr_expect_eq(cells_at(cells, 1, 1).kind, TYPED_NOTHING);
    cr_expect_eq(cells_at(cells, 2, 1).kind, TYPED_NOTHING);
    cr_expect_str_eq(cells_at(cells, 2, 1).text, "");
    cr_expect_str_eq(cells_name(arena, cells, 1, 2), "");
}

/* Running out of memory anywhere is a jump, with nothing of a parser left behind. */
static bool read_it(void *context)
{
    (void)context;
    return sheet() != NULL;
}

Test(cells, memory_may_run_out_anywhere)
{
    write_workbook("<row r='1'><c r='A1' t='s'><v>0</v></c></row>", "<sst><si><t>x</t></si></sst>");
    bool lasted = false, done;
    for (size_t n = 1; !lasted && n < 200; n++) {
        struct arena *own = arena_new(8 << 20), *kept = arena;
        arena = own;
        arena_fail_after(own, n);
        lasted = arena_guard(own, read_it, NULL, &done);
        arena = kept;
        arena_free(own);
        cr_assert(n < 3 || problems_count(problems) == 0);
    }
    cr_assert(lasted && done);
}
