/* An area being read: what the files that read its parts share. Private to models/. */
#ifndef MODELS_AREA_READER_H
#define MODELS_AREA_READER_H

#include "engine/yaml/shape.h"
#include "models/files.h"
#include "models/names.h"
#include "models/tree.h"

struct area_reader {
    struct decoder d;
    struct area *area;
    const struct node *root;
    struct files *files; /* every table that is read is added */
    bool serves_known;   /* every setting has said rightly which phases it serves */
};

/** A mapping whose keys are names, read into an array of structs that begin with a struct named. */
struct listing {
    const char *key;  /* "needs" */
    const char *what; /* "need" */
    void *first;
    size_t size;
    int most;
    int *count;
    bool (*read)(struct area_reader *r, int index, struct node *item);
};

/** Note every name first, then read what stands beside each: settings may name one another. */
bool listing_read(struct area_reader *r, struct node *mapping, const struct listing *listing);

/** What each part of the file may hold. */
extern const struct shape area_titles_shape, area_phases_shape, area_bands_shape, area_prices_shape,
    area_settings_shape, area_caseload_shape, area_flows_shape, area_top_up_shape, area_lines_shape,
    area_funding_shape, area_support_shape, area_capital_shape, area_rules_shape,
    area_correlations_shape, area_history_shape;

/** One part of the file; each notes every mistake in it. */
bool area_read_needs(struct area_reader *r, struct node *node);
bool area_read_phases(struct area_reader *r, struct node *node);
bool area_read_ledgers(struct area_reader *r, struct node *node);
bool area_read_bands(struct area_reader *r, struct node *node);
bool area_read_prices(struct area_reader *r, struct node *node);
bool area_read_settings(struct area_reader *r, struct node *node);
bool area_read_lines(struct area_reader *r, struct node *node);
bool area_read_top_up(struct area_reader *r, struct node *node);
bool area_read_funding(struct area_reader *r, struct node *node);
bool area_read_support(struct area_reader *r, struct node *node);
bool area_read_capital(struct area_reader *r, struct node *node);
bool area_read_rules(struct area_reader *r, struct node *node);
bool area_read_correlations(struct area_reader *r, struct node *node);
bool area_read_variants(struct area_reader *r, struct node *node);

/** These need the needs, phases and settings to be right. */
bool area_read_population(struct area_reader *r, const struct table_file *file);
bool area_read_caseload(struct area_reader *r, struct node *node);
bool area_read_flows(struct area_reader *r, struct node *node);
bool area_read_history(struct area_reader *r, struct node *node);
bool area_read_transfer(struct area_reader *r, const struct table_file *file);

/** A mapping by need, with `all` for the rest, or one value for every need? */
bool area_is_by_need(const struct area *area, const struct node *node);

/**
 * Sort a mapping by need into `item`, one a need. Notes unknown needs, and needs that are left out
 * when there is no `all`.
 */
bool area_by_need(struct area_reader *r, struct node *mapping, struct node *item[MOST_NEEDS]);

/** Hint that the problem just noted is of other needs as well, when it is. Always false. */
bool area_other_needs(struct area_reader *r, int needs);

/** Gather everything that says how it came to be known. */
void area_assumptions(struct area_reader *r, struct node *root);

/** Add each group that is written beside a number: once for each place. */
void area_groups(struct arena *arena, const struct node *root, struct labels *out);

/** As area_read(), and adds the files it reads to `files`. */
const struct area *area_read_files(struct arena *arena, struct problems *problems,
                                   struct node *root, struct files *files);

#endif
