/* What must hold of a run, for those who test on it: --require. docs/ci.md. */
#ifndef CLI_REQUIRE_H
#define CLI_REQUIRE_H

#include "cli/draws.h"

/** One, as it was read. Figures are in their whole numbers, and so is the bound, save of a share.
 */
struct requirement {
    const char *text;
    bool central, difference; /* of the central run, not of draws; from the first scenario */
    struct statistic which;
    bool least, strict; /* the bound is the least that may be, else the most; and is not allowed */
    double bound;
    enum measure_unit unit;
    const struct kept_figure **figure; /* [scenarios]; NULL where it is nought or not asked of */
    bool *asked;                       /* [scenarios] */
};

enum verdict { HOLDS, FAILS, UNDECIDED };

/** One requirement in one scenario. */
struct judged {
    const struct requirement *requirement;
    const char *scenario;
    enum verdict verdict;
    const char *text; /* by how much, or how many draws would tell: no full stop */
};

/**
 * Read what the options require of a session whose figures are listed, and see that every draw is
 * kept of those that need it. Mistakes are noted in the session's problems.
 *
 * @return false when there were any
 */
bool require_read(struct session *session);

/** A figure as it was written. */
struct wanted_figure {
    const char *measure;
    const char *const *words; /* what tells it apart, then when; NULL last */
    int only;                 /* the one scenario that is asked of, or -1 */
};

/** Why there is none. */
struct misfit {
    const char *what, *hint; /* hint may be "" */
    int word;                /* which one is to blame; -1: the measure */
};

/**
 * Find a figure's numbers in each scenario, for a requirement that has been read so far.
 *
 * @return false when there are none; misfit says why
 */
bool require_find(const struct session *session, struct requirement *requirement,
                  const struct wanted_figure *wanted, struct misfit *misfit);

/**
 * Judge all, once everything is drawn.
 *
 * What is drawn holds where all of its 95% interval does, fails where none of it does, and is not
 * decided between. A probability is judged from as many draws as leave ten either side of the
 * bound, a mean and an sd from thirty.
 */
void require_judge(struct session *session);

/** "holds", "fails", "undecided". */
const char *require_verdict(enum verdict verdict);

/** Does all hold? */
bool require_met(const struct session *session);

#endif
