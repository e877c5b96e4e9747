/* The tidy table as a spreadsheet may read it. */
#include <string.h>

#include "engine/output/tidy.h"

void tidy_csv_text(const char *text, FILE *out)
{
    const bool formula = *text && strchr("=+-@\t\r\n", *text);

    if (!formula && !strpbrk(text, ",\"\r\n")) {
        fputs(text, out);
        return;
    }
    fputs(formula ? "\"'" : "\"", out);
    for (; *text; text++) {
        if (*text == '"')
            putc('"', out);
        putc(*text, out);
    }
    putc('"', out);
}

static void write_row(const struct tidy_row *row, FILE *out)
{
    const char *const texts[] = {row->scenario, row->period, row->measure,  row->by,
                                 row->item,     row->ledger, row->statistic};
    char value[TIDY_VALUE];

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        tidy_csv_text(texts[i], out);
        putc(',', out);
    }
    tidy_value(row, value);
    fprintf(out, "%s,", value);
    tidy_csv_text(row->unit, out);
    putc('\n', out);
}

bool tidy_csv(const struct tidy *tidy, FILE *out)
{
    fputs("scenario,period,measure,by,item,ledger,statistic,value,unit\n", out);
    for (size_t i = 0; i < tidy->count && !ferror(out); i++)
        write_row(&tidy->rows[i], out);
    return !ferror(out);
}
