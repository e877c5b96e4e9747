/* What sheets may be called, and how formulas reach their cells. tests/cli reads workbooks. */
#include <math.h>

#include <criterion/criterion.h>

#include "engine/output/workbook.h"

Test(workbook, a_name_that_no_sheet_may_have_is_changed)
{
    static const struct {
        const char *name, *is, *cell;
    } cases[] = {
        {"No change", "No change", "'No change'!B3"},
        {"no CHANGE", "no CHANGE 2", "'no CHANGE 2'!B3"},
        {"No change", "No change 3", "'No change 3'!B3"},
        {"a/b\\c?*[1]:", "a b c   1", "'a b c   1'!B3"},
        {"'it's'", "it's", "'it''s'!B3"},
        {"", "Sheet", "'Sheet'!B3"},
        {"''", "Sheet 2", "'Sheet 2'!B3"},
        {"History", "History 2", "'History 2'!B3"},
        {"=1+1", "=1+1", "'=1+1'!B3"},
        {"ééééééééééééééééééééééééééééééé9", "ééééééééééééééééééééééééééééééé",
         "'ééééééééééééééééééééééééééééééé'!B3"},
        {"ééééééééééééééééééééééééééééééé8", "ééééééééééééééééééééééééééééé 2",
         "'ééééééééééééééééééééééééééééé 2'!B3"},
    };
    struct arena *arena = arena_new(1 << 20);
    struct workbook *workbook = workbook_begin(arena, "");

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct tab *tab = workbook_tab(workbook, cases[i].name);

        cr_assert_str_eq(tab->name, cases[i].is);
        cr_assert_str_eq(tab_from(tab, 2, 1), cases[i].cell);
    }
    arena_free(arena);
}

Test(workbook, columns_after_z_have_two_letters)
{
    static const struct {
        int row, column;
        const char *is;
    } cases[] = {{0, 0, "A1"}, {8, 25, "Z9"}, {9, 26, "AA10"}, {0, 51, "AZ1"}, {0, 52, "BA1"}};
    struct arena *arena = arena_new(1 << 20);

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_assert_str_eq(tab_at(arena, cases[i].row, cases[i].column), cases[i].is);
    arena_free(arena);
}

Test(workbook, what_is_no_number_is_no_cell)
{
    struct arena *arena = arena_new(1 << 20);
    struct tab *tab = workbook_tab(workbook_begin(arena, ""), "One");

    tab_number(tab, 0, 0, LOOK_POUNDS, NAN);
    tab_formula(tab, 0, 1, LOOK_POUNDS, "=A1", INFINITY);
    cr_assert_eq(tab->cells, 0);
    tab_number(tab, 0, 2, LOOK_POUNDS, 0);
    cr_assert_eq(tab->cells, 1);
    arena_free(arena);
}
