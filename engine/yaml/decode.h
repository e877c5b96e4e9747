/* Decoding a mapping into a struct, by one table of fields a mapping.
 *
 * The table is also what "did you mean", the schema and the reference page are made from.
 */
#ifndef ENGINE_YAML_DECODE_H
#define ENGINE_YAML_DECODE_H

#include <stddef.h>

#include "engine/base/month.h"
#include "engine/chance/distribution.h"
#include "engine/yaml/document.h"

/** Text with its place. text is NULL when the key is absent. */
struct label {
    const char *text;
    struct place at;
};

enum status { UNSTATED, PUBLISHED, DERIVED, ASSUMED };

/** How a number came to be known: beside any number or table. */
struct footing {
    const char *source; /* free text, or "key: where" with a key of the area's sources; NULL */
    const char *note;   /* NULL */
    const char *owner, *agreed, *review_by; /* who answers for it, and dates; NULL */
    int review_day;                         /* 20200412: the day to look at it again, or 0 */
    enum status status;
    bool later; /* read from something published after the base */
};

/** A number as an analyst writes it. */
struct number {
    bool given;
    double central;                    /* the value, or the distribution's mean */
    const struct distribution *spread; /* NULL when certain */
    bool percent, pounds;              /* how it was written */
    struct place at;
    struct footing footing;
    const char *parameter; /* the $name it came from, or NULL */
};

/** A number that changes by year. The last given holds on; before the first, the first. */
struct series {
    bool given;
    struct place at;
    int count;
    struct year_value {
        int year;
        struct number value;
    } * values; /* [count], years rising; a plain number is one value with year 0 */
    int owns;
    struct year_value *own;        /* [owns] years beside a mean, each for itself alone */
    struct number sd, persistence; /* of an AR(1) shock; not given when certain */
    struct label group;            /* whose shocks its own go together with; text NULL for none */
    struct footing footing;
};

/** A list of names. A single name is a list of one. */
struct labels {
    int count;
    struct label *items;
};

/** A table kept in a CSV file beside the YAML. */
struct table_file {
    struct label path; /* already joined with the folder of the file that names it */
    struct footing footing;
};

/** The years of a run: first and last financial year, by the year each begins in. */
struct fiscal_years {
    int first, last;
    struct place at;
};

struct shape; /* engine/yaml/shape.h */

enum kind {
    TEXT,    /* struct label */
    AGES,    /* struct label: "11-15" or 16, which its owner parses */
    FLAG,    /* bool: true or false */
    NUMBER,  /* struct number */
    SERIES,  /* struct series */
    MONTH,   /* month: "September 2020"; absent is 0 */
    JANUARY, /* int: "2019-01" gives 2019 */
    YEARS,   /* struct fiscal_years: "2019-20 to 2030-31" */
    LABELS,  /* struct labels */
    TABLE,   /* struct table_file: a path, or {file:, source:, status:, later:, note:} */
    NODE     /* struct node *: decoded by its owner */
};

/** What a number counts, for its checks: pounds refuse a percentage; a share is 0 to 100%. */
enum unit { ANY_NUMBER, POUNDS, SHARE, CHANGE, COUNT_OF_PUPILS, COUNT_OF_YEARS, RATE };

#define KIND_OF(x)                                                                                 \
    _Generic((x),                                                                                  \
        struct label: TEXT, bool: FLAG, struct number: NUMBER, struct series: SERIES,  \
        struct fiscal_years: YEARS, struct labels: LABELS, struct table_file: TABLE,               \
        struct node *: NODE)
#define MEMBER(type, name) (((type *)0)->name)

/** A member of the wrong type does not compile. MONTH and JANUARY are said outright: they are ints.
 */
#define FIELD(type, name, ...)                                                                     \
    {                                                                                              \
        .key = #name, .kind = KIND_OF(MEMBER(type, name)), .offset = offsetof(type, name),         \
        __VA_ARGS__                                                                                \
    }
#define FIELD_AS(type, name, kind_, ...)                                                           \
    {                                                                                              \
        .key = #name, .kind = (kind_), .offset = offsetof(type, name), __VA_ARGS__                 \
    }

struct field {
    const char *key;
    enum kind kind;
    size_t offset;
    bool required;
    bool fiscal; /* a series keyed by financial year (2019-20), not by January or academic year
                    (2019) */
    enum unit unit;
    const char *choices; /* of a TEXT: "per place|per pupil"; of LABELS, which their owner checks */
    const char *fallback;   /* of a NUMBER, TEXT or SERIES that is absent, as it would be written */
    const char *what;       /* one line for the reference page */
    const char *example;    /* as it would be written, where its kind does not tell */
    const char *beside;     /* another key that must be written too; its owner checks */
    const struct shape *in; /* of a NODE: what may stand there; NULL for anything */
};

/** What decoding needs: where things live, whom to tell, and what $names stand for. */
struct decoder {
    struct arena *arena;
    struct problems *problems;
    const struct parameters *parameters; /* NULL where $names mean nothing */
};

/** A consideration's named numbers, for $name. */
struct parameters {
    int count;
    struct parameter {
        const char *name;
        struct number value;
        bool used; /* a $name has pointed here */
    } * items;
};

/**
 * Decode a mapping. Every mistake is noted: unknown keys with what was probably meant, missing
 * ones, wrong kinds, wrong units. Keys in `fields` are marked as read, all the way down for all
 * kinds but NODE.
 *
 * @param out  a zeroed struct that the fields' offsets belong to
 * @return     whether nothing was wrong
 */
bool decode(const struct decoder *d, struct node *mapping, const struct field fields[], int count,
            void *out);

/** The same, one value at a time, for mappings whose keys are names (settings, needs, prices). */
bool decode_number(const struct decoder *d, struct node *node, enum unit unit, struct number *out);
bool decode_series(const struct decoder *d, struct node *node, enum unit unit, bool fiscal,
                   struct series *out);
bool decode_text(const struct decoder *d, struct node *node, struct label *out);
bool decode_labels(const struct decoder *d, struct node *node, struct labels *out);
bool decode_table(const struct decoder *d, struct node *node, struct table_file *out);
bool decode_month(const struct decoder *d, struct node *node, month *out);

/** Is it this kind of node? If not, notes "'settings' must be a mapping, not a list". */
bool decode_expect(const struct decoder *d, const struct node *node, enum node_kind kind,
                   const char *name);

/** "2019-20" (or 2019 where `fiscal` is false) as 2019. False when it is neither; notes nothing. */
bool year_parse(const char *text, bool fiscal, int *year);

/** "11-15" or "16", as ages. False when it is neither; notes nothing. */
bool ages_parse(const char *text, int *first, int *last);

/** A plain number as people write it: 24, 405,864, £200k, £1.05m, -1.5%. False when it is none;
 * notes nothing. */
bool value_parse(const char *text, double *value, bool *percent, bool *pounds);

/** The value in a year. model.md: the last given holds on. Central; 0 when the series is not given.
 */
double series_central(const struct series *series, int year);

/** The number in force in a year, or NULL when the series is not given. */
const struct number *series_at(const struct series *series, int year);

#endif
