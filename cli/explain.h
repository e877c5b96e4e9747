/* What explain was asked, and how it is shown. Private to cli/. */
#ifndef CLI_EXPLAIN_H
#define CLI_EXPLAIN_H

#include "cli/session.h"
#include "engine/output/screen.h"
#include "models/explain.h"

/** Figures explained, in the order asked for. */
struct answer {
    const struct session *session;
    struct explainer *explainer;
    int figures;
    const struct explained_figure **figure;
};

/** Explain what the options ask for. Says on stderr what is not known, and what was probably meant.
 * May jump out of memory. */
bool explain_ask(struct answer *answer);

/** As a tree in 80 columns, where each number comes from below it; or what could be asked. */
void explain_table(struct screen screen, const struct answer *answer);
void explain_list(struct screen screen, const struct answer *answer);

/** A row for each figure, part and factor. */
void explain_csv(const struct answer *answer, FILE *out);
void explain_list_csv(const struct answer *answer, FILE *out);

/** The tree as it is. */
void explain_json(const struct answer *answer, FILE *out);
void explain_list_json(const struct answer *answer, FILE *out);

/** A part's value: pounds with their pence, pupils to twelve decimals. */
const char *explain_value(const struct answer *answer, const struct explained_figure *figure,
                          const struct explained *part);

/** "all plans", or a setting's key as people read it. @param setting  -1 for all */
const char *explain_setting(const struct answer *answer, int setting);

#endif
