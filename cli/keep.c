/* A column a balance of each scenario's own, year by year, and a row a draw. */
#include "cli/keep.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>

#include "cli/draws.h"
#include "engine/base/text.h"
#include "engine/output/tidy.h"
#include "engine/output/whole.h"

enum { NPY_HEAD = 12, NPY_ALIGN = 64 };

/** One column: its values are NULL where it is always nought. */
struct column {
    const char *name;
    const int64_t *value;
};

struct columns {
    int count;
    struct column *column;
    const struct batch_kept *kept;
};

static bool is_kept(const struct kept_figure *is)
{
    return !is->difference && (text_same(is->figure.measure, "in-year balance") ||
                               text_same(is->figure.measure, "cumulative balance"));
}

const bool *keep_which(const struct session *session)
{
    const struct together *all = session->together;
    bool *which = ARENA_ARRAY(session->arena, bool, all->measures + 1);

    for (int i = 0; i < all->figures; i++)
        if (all->figure[i].measure >= 0 && is_kept(&all->figure[i]))
            which[all->figure[i].measure] = true;
    return which;
}

static struct columns list(const struct session *session)
{
    const struct together *all = session->together;
    struct columns columns = {0, ARENA_ARRAY(session->arena, struct column, all->figures + 1),
                              session->draws->batch};

    for (int i = 0; i < all->figures; i++) {
        const struct kept_figure *is = &all->figure[i];
        char period[16];

        if (!is_kept(is))
            continue;
        measures_period(&is->figure, period);
        columns.column[columns.count++] = (struct column){
            arena_format(session->arena, "%s × %s × %s", session->outcome[is->scenario].name,
                         is->figure.measure, period),
            is->measure < 0 ? NULL : columns.kept->value[is->measure]};
    }
    return columns;
}

static int64_t value(const struct columns *columns, int column, uint64_t draw)
{
    const int64_t *values = columns->column[column].value;

    return values ? values[draw - columns->kept->first] : 0;
}

static void csv_row(const struct columns *columns, uint64_t draw, FILE *out)
{
    fprintf(out, "%" PRIu64, draw + 1);
    for (int c = 0; c < columns->count; c++) {
        const int64_t own = value(columns, c, draw);
        const uint64_t size = own < 0 ? -(uint64_t)own : (uint64_t)own;
        fprintf(out, ",%s%" PRIu64 ".%02" PRIu64, own < 0 ? "-" : "", size / 100, size % 100);
    }
    putc('\n', out);
}

static void csv_head(const struct session *session, const struct columns *columns, FILE *out)
{
    (void)session;
    fputs("draw", out);
    for (int c = 0; c < columns->count; c++) {
        putc(',', out);
        tidy_csv_text(columns->column[c].name, out);
    }
    putc('\n', out);
}

static void put_bytes(uint64_t number, int bytes, FILE *out)
{
    for (int i = 0; i < bytes; i++)
        putc((int)(number >> (8 * i) & 255), out);
}

static void npy_row(const struct columns *columns, uint64_t draw, FILE *out)
{
    put_bytes(draw + 1, 8, out);
    for (int c = 0; c < columns->count; c++) {
        const double pounds = (double)value(columns, c, draw) / 100;
        uint64_t bits;

        memcpy(&bits, &pounds, sizeof bits);
        put_bytes(bits, 8, out);
    }
}

/* A name as Python writes one. */
static const char *quoted(struct arena *arena, const char *name)
{
    char *text = ARENA_ARRAY(arena, char, 2 * strlen(name) + 3), *to = text;

    *to++ = '\'';
    for (; *name; name++) {
        if (*name == '\'' || *name == '\\')
            *to++ = '\\';
        *to++ = *name;
    }
    *to++ = '\'';
    return text;
}

/* NumPy's format 3.0: its names may be UTF-8, and its data begin at a multiple of 64 bytes. */
static void npy_head(const struct session *session, const struct columns *columns, FILE *out)
{
    struct arena *arena = session->arena;
    const char *text = "{'descr': [('draw', '<i8')";

    for (int c = 0; c < columns->count; c++)
        text = arena_format(arena, "%s, (%s, '<f8')", text, quoted(arena, columns->column[c].name));
    text = arena_format(arena, "%s], 'fortran_order': False, 'shape': (%" PRIu64 ",), }", text,
                        columns->kept->draws);
    const size_t length = strlen(text) + 1;
    const size_t padding = (NPY_ALIGN - (NPY_HEAD + length) % NPY_ALIGN) % NPY_ALIGN;
    fputs("\x93NUMPY\x03", out);
    putc(0, out);
    put_bytes(length + padding, 4, out);
    fprintf(out, "%s%*s\n", text, (int)padding, "");
}

static bool write_draws(const struct session *session, FILE *out)
{
    const struct columns columns = list(session);
    const char *path = session->options->keep;
    const bool npy = text_same(path + strlen(path) - 4, ".npy");
    const struct spans *done = &columns.kept->done;

    (npy ? npy_head : csv_head)(session, &columns, out);
    for (size_t i = 0; i < done->count; i++)
        for (uint64_t d = done->span[i].first; d < done->span[i].end && !ferror(out); d++)
            (npy ? npy_row : csv_row)(&columns, d, out);
    return !ferror(out);
}

bool keep_write(const struct session *session)
{
    struct whole whole;

    if (whole_open(&whole, session->options->keep)) {
        errno = 0;
        if (write_draws(session, whole.out)) {
            if (whole_keep(&whole))
                return true;
        } else {
            whole.error = errno ? errno : EIO;
            whole_drop(&whole);
        }
    }
    fprintf(stderr, "hnbsim: %s: %s\n", session->options->keep, strerror(whole.error));
    return false;
}
