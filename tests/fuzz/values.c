/* A text as every sort of value, and a document as values of every kind. */
#include <math.h>

#include "engine/yaml/value.h"
#include "tests/fuzz/fuzz.h"

static void parse_all(struct arena *arena, const char *text)
{
    double value;
    bool percent, pounds;
    int first, last;
    month start;
    if (value_parse(text, &value, &percent, &pounds))
        FUZZ_HOLDS(isfinite(value) && !(percent && pounds));
    for (int fiscal = 0; fiscal < 2; fiscal++) {
        if (year_parse(text, fiscal, &first))
            FUZZ_HOLDS(first >= 0 && first <= 9999);
        (void)year_meant(arena, text, fiscal);
    }
    if (ages_parse(text, &first, &last))
        FUZZ_HOLDS(0 <= first && first <= last && last <= 999);
    if (month_parse(text, &start))
        FUZZ_HOLDS(start >= 0 && month_year(start) <= 9999);
    const char *meant = month_meant(arena, text);
    FUZZ_HOLDS(meant == NULL || month_parse(meant, &start));
    (void)month_lacking(arena, text);
    meant = value_meant(arena, text);
    FUZZ_HOLDS(meant == NULL || value_parse(meant, &value, &percent, &pounds));
}

/* One field of every kind; each is decoded alone, so that a mistake in one hides no other. */
struct all {
    struct number number;
    struct series series, fiscal;
    struct label text;
    struct labels labels;
    struct table_file table;
    struct fiscal_years years;
    bool flag;
    month month;
    int january;
};

static const struct field fields[] = {
    FIELD(struct all, number, .unit = SHARE),
    FIELD(struct all, series, .unit = CHANGE),
    FIELD(struct all, fiscal, .fiscal = true, .unit = POUNDS, .fallback = "£1"),
    FIELD(struct all, text, .choices = "per place|per pupil"),
    FIELD(struct all, labels),
    FIELD(struct all, table),
    FIELD(struct all, years),
    FIELD(struct all, flag),
    FIELD_AS(struct all, month, MONTH),
    FIELD_AS(struct all, january, JANUARY),
};

static void check_series(const struct series *series)
{
    for (int year = 1900; year < 2100; year += 7)
        FUZZ_HOLDS(isfinite(series_central(series, year)));
}

static bool decode_all(void *context)
{
    const struct reading *r = context;
    struct node *root = document_read(r->arena, r->problems, r->path, (struct place){0});
    struct all all = {0};
    if (root == NULL)
        return false;
    struct parameters parameters = {0};
    const struct decoder d = {r->arena, r->problems, &parameters};
    for (int unit = ANY_NUMBER; unit <= RATE; unit++) {
        struct number number;
        if (decode_number(&d, root, (enum unit)unit, &number))
            FUZZ_HOLDS(isfinite(number.central));
        if (decode_series(&d, root, (enum unit)unit, true, &all.series))
            check_series(&all.series);
    }
    all = (struct all){0};
    const bool right = decode(&d, root, fields, sizeof fields / sizeof *fields, &all);
    FUZZ_HOLDS(right || problems_count(r->problems) > 0);
    if (right)
        check_series(&all.fiscal);
    node_unread(root, r->problems);
    return true;
}

static bool read_values(void *context)
{
    const struct reading *r = context;
    parse_all(r->arena, arena_text(r->arena, r->bytes, r->size));
    return decode_all(context);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    fuzz_file("input.yaml", bytes, size, read_values);
    return 0;
}
