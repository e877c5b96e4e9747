/* A workbook as .xlsx: the one file that knows libxlsxwriter. */
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "engine/output/chart_draw.h"
#include "engine/output/workbook.h"

/* 1 January 1980: when all that is in the archive says that it was made. */
#define MADE 315532800

/* What a cell holds and a footer holds, in characters. */
enum { TEXT_MOST = 32767, FOOTER_MOST = 200 };

static const struct {
    const char *format;
    bool bold, wrapped, right, above;
    int indent, size;
    lxw_color_t ink, paper; /* 0: as usual */
} looks[LOOKS] = {
    [LOOK_TEXT] = {0},
    [LOOK_INDENTED] = {.indent = 1},
    [LOOK_WRAPPED] = {.wrapped = true},
    [LOOK_KEY] = {.ink = 0x505a5f},
    [LOOK_NOTE] = {.ink = 0x505a5f},
    [LOOK_WARNING] = {.bold = true, .ink = 0x942514},
    [LOOK_TITLE] = {.bold = true, .size = 14},
    [LOOK_HEAD] = {.bold = true, .ink = 0xffffff, .paper = 0x12436d},
    [LOOK_HEADING] = {.bold = true, .right = true, .ink = 0xffffff, .paper = 0x12436d},
    [LOOK_PART] = {.bold = true, .paper = 0xe3ebf2},
    [LOOK_POUNDS] = {.format = "#,##0"},
    [LOOK_PUPILS] = {.format = "#,##0.0"},
    [LOOK_SHARE] = {.format = "0.0%"},
    [LOOK_TOTAL] = {.bold = true, .above = true},
    [LOOK_TOTAL_POUNDS] = {.format = "#,##0", .bold = true, .above = true},
    [LOOK_TOTAL_PUPILS] = {.format = "#,##0.0", .bold = true, .above = true},
};

/** A workbook on its way into a file. */
struct writing {
    const struct workbook *from;
    lxw_workbook *to;
    lxw_format *look[LOOKS];
    lxw_error wrong; /* the first */
};

static void note(struct writing *w, lxw_error error)
{
    if (w->wrong == LXW_NO_ERROR)
        w->wrong = error;
}

static void set_paint(lxw_format *format, enum look look)
{
    if (looks[look].above)
        format_set_top(format, LXW_BORDER_THIN);
    if (looks[look].ink)
        format_set_font_color(format, looks[look].ink);
    if (looks[look].paper)
        format_set_bg_color(format, looks[look].paper);
}

static void set_type(lxw_format *format, enum look look)
{
    if (looks[look].format)
        format_set_num_format(format, looks[look].format);
    if (looks[look].bold)
        format_set_bold(format);
    if (looks[look].size)
        format_set_font_size(format, looks[look].size);
    if (looks[look].right)
        format_set_align(format, LXW_ALIGN_RIGHT);
    if (looks[look].indent)
        format_set_indent(format, (uint8_t)looks[look].indent);
    if (looks[look].wrapped) {
        format_set_text_wrap(format);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    }
}

static bool add_looks(struct writing *w)
{
    for (enum look look = 0; look < LOOKS; look++) {
        w->look[look] = workbook_add_format(w->to);
        if (!w->look[look])
            return false;
        set_type(w->look[look], look);
        set_paint(w->look[look], look);
    }
    return true;
}

/* A text that a cell can hold: all of it, or its beginning. */
static void write_text(struct writing *w, lxw_worksheet *to, const struct cell *cell)
{
    const char *end = cell->text;
    char *beginning;

    if (strlen(cell->text) <= TEXT_MOST) {
        note(w, *cell->text
                    ? worksheet_write_string(to, (lxw_row_t)cell->row, (lxw_col_t)cell->column,
                                             cell->text, w->look[cell->look])
                    : worksheet_write_blank(to, (lxw_row_t)cell->row, (lxw_col_t)cell->column,
                                            w->look[cell->look]));
        return;
    }
    for (int left = TEXT_MOST; *end && ((*end & 0xc0) == 0x80 || left-- > 0);)
        end++;
    beginning = strndup(cell->text, (size_t)(end - cell->text));
    note(w, beginning ? worksheet_write_string(to, (lxw_row_t)cell->row, (lxw_col_t)cell->column,
                                               beginning, w->look[cell->look])
                      : LXW_ERROR_MEMORY_MALLOC_FAILED);
    free(beginning);
}

static void write_cell(struct writing *w, lxw_worksheet *to, const struct cell *cell)
{
    const lxw_row_t row = (lxw_row_t)cell->row;
    const lxw_col_t column = (lxw_col_t)cell->column;

    switch (cell->kind) {
    case CELL_TEXT:
        write_text(w, to, cell);
        break;
    case CELL_NUMBER:
        note(w, worksheet_write_number(to, row, column, cell->number, w->look[cell->look]));
        break;
    case CELL_FORMULA:
        note(w, worksheet_write_formula_num(to, row, column, cell->text, w->look[cell->look],
                                            cell->number));
        break;
    }
}

/* A line has its colour and its dashes, a part of a column its colour; grey is for nobody. */
static void draw_series(const struct tab_chart *chart, lxw_chart_series *series, int i)
{
    static const uint8_t dashes[CHART_LOOKS] = {
        LXW_CHART_LINE_DASH_SOLID,      LXW_CHART_LINE_DASH_DASH,
        LXW_CHART_LINE_DASH_ROUND_DOT,  LXW_CHART_LINE_DASH_LONG_DASH_DOT,
        LXW_CHART_LINE_DASH_SQUARE_DOT, LXW_CHART_LINE_DASH_LONG_DASH};
    const struct chart_series plain[CHART_LOOKS] = {{0}};
    const struct chart_panel panel = {.series = CHART_LOOKS, .one = plain};
    const char *name = chart_look(&panel, i % CHART_LOOKS).colour;
    const lxw_color_t colour = (lxw_color_t)strtoul(name + 1, NULL, 16);
    const uint8_t transparency = i / CHART_LOOKS % 2 ? 50 : 0;

    if (chart->kind == TAB_LINES)
        chart_series_set_line(series, &(lxw_chart_line){.color = colour,
                                                        .width = 2.25F,
                                                        .dash_type = dashes[i % CHART_LOOKS]});
    else
        chart_series_set_fill(series,
                              &(lxw_chart_fill){.color = colour, .transparency = transparency});
}

static void add_series(const struct tab *tab, const struct tab_chart *chart, lxw_chart *to)
{
    const lxw_col_t first = (lxw_col_t)chart->first_column, last = (lxw_col_t)chart->last_column;

    for (int i = 0; i < chart->series; i++) {
        const lxw_row_t row = (lxw_row_t)chart->one[i].row, points = (lxw_row_t)chart->points_row;
        lxw_chart_series *series = chart_add_series(to, NULL, NULL);

        if (!series)
            return;
        chart_series_set_name(series, chart->one[i].name);
        chart_series_set_categories(series, tab->name, points, first, points, last);
        chart_series_set_values(series, tab->name, row, first, row, last);
        draw_series(chart, series, i);
    }
}

static void write_chart(struct writing *w, const struct tab *tab, lxw_worksheet *to,
                        const struct tab_chart *chart)
{
    lxw_chart *made = workbook_add_chart(
        w->to, chart->kind == TAB_LINES ? LXW_CHART_LINE : LXW_CHART_COLUMN_STACKED);
    lxw_chart_font title = {.size = 12, .bold = LXW_TRUE}, plain = {.size = 9};
    lxw_chart_line grid = {.color = 0xd4d7da, .width = 0.75F};
    lxw_chart_options options = {.x_scale = 1.45, .y_scale = 1.2};

    if (!made) {
        note(w, LXW_ERROR_MEMORY_MALLOC_FAILED);
        return;
    }
    options.description = strdup(chart->text);
    add_series(tab, chart, made);
    chart_title_set_name(made, chart->title);
    chart_title_set_name_font(made, &title);
    chart_axis_set_name(made->y_axis, chart->unit);
    chart_axis_set_name_font(made->y_axis, &plain);
    chart_axis_set_num_format(made->y_axis, chart->values == LOOK_POUNDS ? "#,##0.0,," : "#,##0");
    chart_axis_set_num_font(made->y_axis, &plain);
    chart_axis_set_num_font(made->x_axis, &plain);
    chart_axis_major_gridlines_set_line(made->y_axis, &grid);
    /* Below the picture, also where values are below nought. */
    chart_axis_set_label_position(made->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
    chart_legend_set_position(made, LXW_CHART_LEGEND_BOTTOM);
    note(w, worksheet_insert_chart_opt(to, (lxw_row_t)chart->row, (lxw_col_t)chart->column, made,
                                       &options));
    free(options.description);
}

/* In a footer & begins a code. */
static void write_footer(struct writing *w, lxw_worksheet *to)
{
    char footer[2 * FOOTER_MOST + 32] = "&L&8";
    size_t length = strlen(footer);
    const char *from = w->from->footer ? w->from->footer : "";

    for (int left = FOOTER_MOST; *from && left > 0; from++, left--) {
        if (*from == '&' && left-- > 1)
            footer[length++] = '&';
        footer[length++] = *from;
    }
    while (length > 0 && (footer[length - 1] & 0xc0) == 0x80 && *from)
        length--;
    snprintf(footer + length, sizeof footer - length, "&R&8&P of &N");
    note(w, worksheet_set_footer(to, footer));
}

/* On paper: across, as wide as the page, headed again on each. */
static void set_up(struct writing *w, const struct tab *tab, lxw_worksheet *to)
{
    for (int column = 0; column < TAB_MOST_COLUMNS; column++)
        if (tab->width[column] > 0)
            note(w, worksheet_set_column(to, (lxw_col_t)column, (lxw_col_t)column,
                                         tab->width[column], NULL));
    worksheet_freeze_panes(to, (lxw_row_t)tab->heads, (lxw_col_t)tab->labels);
    if (tab->heads > 0)
        note(w, worksheet_repeat_rows(to, 0, (lxw_row_t)(tab->heads - 1)));
    worksheet_set_landscape(to);
    worksheet_set_paper(to, 9); /* A4 */
    worksheet_fit_to_pages(to, 1, 0);
    worksheet_set_margins(to, 0.4, 0.4, 0.5, 0.6);
    worksheet_gridlines(to, LXW_HIDE_ALL_GRIDLINES);
    write_footer(w, to);
}

/* Lines that a text takes in its column; words break early, so a little more. */
static int lines_of(const struct tab *tab, const struct cell *cell)
{
    const double width = tab->width[cell->column] > 0 ? tab->width[cell->column] : 8;
    int characters = 0;

    for (const char *c = cell->text; *c; c++)
        characters += (*c & 0xc0) != 0x80;
    return 1 + (int)(characters / (0.9 * width));
}

/* Rows of wrapped texts are as tall as the longest: not every program sees to that itself. Cells of
 * a row stand together. */
static void set_heights(struct writing *w, const struct tab *tab, lxw_worksheet *to)
{
    for (int i = 0, lines = 1; i < tab->cells; i++) {
        const struct cell *cell = &tab->cell[i];
        const bool last = i + 1 == tab->cells || tab->cell[i + 1].row != cell->row;

        if (cell->look == LOOK_WRAPPED && lines_of(tab, cell) > lines)
            lines = lines_of(tab, cell);
        if (last && lines > 1)
            note(w, worksheet_set_row(to, (lxw_row_t)cell->row,
                                      LXW_DEF_ROW_HEIGHT * (lines < 25 ? lines : 25), NULL));
        if (last)
            lines = 1;
    }
}

static void write_tab(struct writing *w, const struct tab *tab)
{
    lxw_worksheet *to = workbook_add_worksheet(w->to, tab->name);

    if (!to) {
        note(w, LXW_ERROR_MEMORY_MALLOC_FAILED);
        return;
    }
    for (int i = 0; i < tab->cells; i++)
        write_cell(w, to, &tab->cell[i]);
    set_heights(w, tab, to);
    set_up(w, tab, to);
    for (int i = 0; i < tab->charts; i++)
        write_chart(w, tab, to, &tab->chart[i]);
}

/* @return an errno, or 0 */
static int write_to(const char *path, const struct workbook *workbook)
{
    struct writing w = {.from = workbook, .to = workbook_new_opt(path, NULL)};
    lxw_doc_properties properties = {.created = MADE};
    lxw_error closed;

    if (!w.to)
        return ENOMEM;
    properties.title = strdup(workbook->title);
    properties.comments = strdup(workbook->comments ? workbook->comments : "");
    note(&w, workbook_set_properties(w.to, &properties));
    free(properties.title);
    free(properties.comments);
    if (!add_looks(&w))
        note(&w, LXW_ERROR_MEMORY_MALLOC_FAILED);
    for (int i = 0; i < workbook->tabs && w.wrong == LXW_NO_ERROR; i++)
        write_tab(&w, workbook->tab[i]);
    errno = 0;
    closed = workbook_close(w.to);
    if (closed != LXW_NO_ERROR)
        return errno ? errno : EIO;
    return w.wrong == LXW_NO_ERROR                     ? 0
           : w.wrong == LXW_ERROR_MEMORY_MALLOC_FAILED ? ENOMEM
                                                       : EINVAL;
}

static int copy(FILE *out, FILE *in)
{
    char block[1 << 14];
    size_t length;

    while ((length = fread(block, 1, sizeof block, in)) > 0)
        if (fwrite(block, 1, length, out) < length)
            return errno ? errno : EIO;
    return ferror(in) ? EIO : 0;
}

/* The library writes to a name, and goes back and forth in it: a file of its own, then copied, so
 * that the output may be a pipe. */
bool workbook_write(FILE *out, const struct workbook *workbook)
{
    char path[] = P_tmpdir "/hnbsim-XXXXXX";
    const int fd = mkstemp(path);
    int wrong;
    FILE *in;

    if (fd < 0)
        return false;
    close(fd);
    wrong = write_to(path, workbook);
    in = wrong ? NULL : fopen(path, "rb");
    if (!wrong)
        wrong = in ? copy(out, in) : errno;
    if (in)
        fclose(in);
    unlink(path);
    errno = wrong;
    return wrong == 0;
}
