/* The public face of libhnbsim: load scenarios, run them, read what came out by name.
 *
 * Nothing here prints, exits, reads the environment or touches a signal, and there is no global
 * state: any number of threads may work at once, each with its own objects. Errors are values: a
 * function that can fail returns NULL or false, and says why in a list of problems.
 *
 * A text that a function hands out belongs to the object it was asked of, and lives as long as
 * that. Whatever has a name ending in _free takes NULL. Everything else is hidden, and may change.
 * docs/library.md tells it on a page.
 */
#ifndef HNBSIM_H
#define HNBSIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __GNUC__
#define HNB_PUBLIC __attribute__((visibility("default")))
#else
#define HNB_PUBLIC
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** The version, as in "0.1.0". Never NULL; lives for ever. */
HNB_PUBLIC const char *hnb_version(void);

/* ---- Problems: what is wrong with the files a person wrote, everything at once. ---- */

/** A list of problems. One thread at a time. */
struct hnb_problems;

/** One of them. Its texts belong to the list, until it is cleared or freed. */
struct hnb_problem {
    const char *file;         /* as it was named; the path of hnb_scenario_set(); "" for none */
    int line, column, length; /* from 1, in characters; line 0 is the whole file */
    const char *text;         /* what is wrong: lower case, no full stop */
    const char *hint;         /* what was probably meant, or is allowed; "" for none */
};

/** An empty list, or NULL when out of memory. To be given to hnb_problems_free(). */
HNB_PUBLIC struct hnb_problems *hnb_problems_new(void);
HNB_PUBLIC void hnb_problems_free(struct hnb_problems *problems);

/** Forget them all. Calls that note problems add to what is there, so clear between tries. */
HNB_PUBLIC void hnb_problems_clear(struct hnb_problems *problems);

/** How many there are; 0 of NULL. Of more than 200, the rest have no text of their own. */
HNB_PUBLIC int hnb_problems_count(const struct hnb_problems *problems);

/**
 * One of them, in the order in which the command prints them: by file, line and column.
 *
 * @param n    from 0
 * @param out  filled when there is such a one
 * @return     whether there is
 */
HNB_PUBLIC bool hnb_problems_get(const struct hnb_problems *problems, int n,
                                 struct hnb_problem *out);

/* ---- Scenarios: what is read, and numbers put in its place. ---- */

/** A scenario that was read whole and found right, with its area and considerations. */
struct hnb_scenario;

/**
 * Read a scenario file and all that it names, and check it as `hnbsim check` does.
 *
 * @param file      its path, from the current folder
 * @param problems  gets every mistake, and also when memory runs out; NULL: nobody wants to know
 * @return          to be given to hnb_scenario_free(); NULL when there was any
 */
HNB_PUBLIC struct hnb_scenario *hnb_scenario_load(const char *file, struct hnb_problems *problems);

/** How scenarios are read, which hnb_scenario_set() remembers. {0} is as hnb_scenario_load(). */
struct hnb_reading {
    const char *scenarios; /* a folder where a file is looked for that is not where it was named, as
                              the command does in its own: `pkg-config --variable=scenarios hnbsim`
                              names that. NULL: nowhere else */
    size_t memory;         /* bytes; reaching them is the same as running out. 0: a gibibyte */
};

/** The same as hnb_scenario_load(), read so. */
HNB_PUBLIC struct hnb_scenario *hnb_scenario_load_with(const char *file,
                                                       const struct hnb_reading *reading,
                                                       struct hnb_problems *problems);

/** Results stay whole when what they were made from is freed. */
HNB_PUBLIC void hnb_scenario_free(struct hnb_scenario *scenario);

/**
 * Put a number in place of what the files say, before a run. Those put in before stay, and the same
 * path again replaces its own. The files are read again, so it takes about as long as loading.
 *
 * A number has the unit that its file has: a rate of 6% is "6%" or "0.06", never "6".
 *
 * @param path      of a number of the area, as under `change:` in a scenario: "flows.growth.ASD";
 *                  or "considerations.NAME.PARAMETER", of a use by its `as`, or else its number:
 *                  "considerations.3.cost"
 * @param value     as a file would have it: "6%", "£405,864", "{normal: [6%, 2%]}"; NULL: what the
 *                  files say once more
 * @param problems  gets what is wrong, with the path where others have a file's name; may be NULL
 * @return          false when something was: the scenario is then as it was before. Not while
 *                  another thread uses the scenario
 */
HNB_PUBLIC bool hnb_scenario_set(struct hnb_scenario *scenario, const char *path, const char *value,
                                 struct hnb_problems *problems);

/** What the scenario calls itself, until it is freed or a number is put in. */
HNB_PUBLIC const char *hnb_scenario_name(const struct hnb_scenario *scenario);

/* ---- Runs. ---- */

/** How draws are spread. The last two are for multiples of 16 draws; docs/draws.md. */
enum hnb_sampling { HNB_PLAIN, HNB_LATIN, HNB_SOBOL };

/** How draws count pupils: as each scenario says, or all alike. */
enum hnb_pupils { HNB_AS_WRITTEN, HNB_EXPECTED, HNB_WHOLE };

/** What is wanted of a run. {0} is the central run alone; name the members you set. */
struct hnb_wanted {
    uint64_t draws; /* at most a million million; 0: the central run alone */
    uint64_t seed;  /* the same seed, the same bytes, on any number of threads. 0: 1 */
    enum hnb_sampling sampling;
    enum hnb_pupils pupils;
    int threads;   /* at most 256; 0: one a processor. A host with threads of its own sets 1 */
    size_t memory; /* bytes for the central run of all and what is kept of names; 0: a gibibyte.
                      Draws take their own besides */
    /**
     * Called some five times a second, by the thread that called hnb_run(), with how many draws are
     * done. Return false to end the run early with those. NULL: nobody is told.
     */
    bool (*progress)(void *context, uint64_t done, uint64_t draws);
    void *context;
};

/** What came out. Never changes, so any number of threads may read it. */
struct hnb_results;

/**
 * Run scenarios: centrally, and then drawn in the same futures, each beside the first.
 *
 * Pupils and pounds have balanced, or there are no results.
 *
 * @param scenario  [count] none NULL; the same one may stand there twice. Several threads may run
 *                  the same scenario at once
 * @param wanted    NULL: the central run alone
 * @param problems  gets what is wrong; may be NULL
 * @return          to be given to hnb_results_free(); NULL when something was wrong
 */
HNB_PUBLIC struct hnb_results *hnb_run(struct hnb_scenario *const scenario[], int count,
                                       const struct hnb_wanted *wanted,
                                       struct hnb_problems *problems);
HNB_PUBLIC void hnb_results_free(struct hnb_results *results);

/** How many draws were done: fewer than were wanted when progress() ended the run. */
HNB_PUBLIC uint64_t hnb_results_draws(const struct hnb_results *results);

/**
 * 64 hexadecimal digits of all that the results come from: files, numbers put in, version, seed and
 * draws. As the command's where no number was put in and no run ended early.
 */
HNB_PUBLIC const char *hnb_results_digest(const struct hnb_results *results);

/* ---- Figures: the rows of the tidy table, each by its name. docs/scenarios.md lists them. ----
 *
 * A "rule" is one too, by "severity × rule × item", a year a figure, in pounds or 1 of the unit
 * "findings": of the central run alone, and no difference. So is the "first year of break-even", in
 * the period that is the run's last: centrally, and by which a share of futures have ("p50").
 */

/** A figure's name. Texts are never NULL where they are handed out: "" for none. */
struct hnb_figure {
    const char *scenario; /* "No change"; a second of that name is "No change (2)" */
    const char *period;   /* "2020-01", a January; "2019-20", a financial year */
    const char *measure;  /* "pupils", "spend", "cumulative balance" */
    const char *by;       /* "" for a total, else the dimension: "setting" */
    const char *item;     /* which of it: "special" */
    const char *ledger;   /* of money: "high_needs" */
    const char *unit;     /* "£", "pupils", "places", "share", "rate", "findings", "year" */
    bool difference;      /* from the first scenario's, draw by draw */
};

/** How many figures there are, of all scenarios and their differences. */
HNB_PUBLIC int hnb_results_count(const struct hnb_results *results);

/** The name of figure n, from 0, in the order of the tidy table. @return whether there is one */
HNB_PUBLIC bool hnb_results_figure(const struct hnb_results *results, int n,
                                   struct hnb_figure *out);

enum { HNB_NONE = -1, HNB_SEVERAL = -2 };

/**
 * Find a figure by its name.
 *
 * @param like  NULL members match anything, but a scenario of NULL is the first; "" matches only
 *              none. So .measure = "pupils", .item = "" is the total, and without .item it is
 *              HNB_SEVERAL
 * @return      which figure it is; HNB_NONE or HNB_SEVERAL when it is not just one
 */
HNB_PUBLIC int hnb_results_find(const struct hnb_results *results, const struct hnb_figure *like);

/** Whether a value could be had. */
enum hnb_standing {
    HNB_ANSWERED,
    HNB_TOO_FEW_DRAWS,     /* .needs says how many would do */
    HNB_NOT_KEPT,          /* quantiles are kept of balances alone, luck of whole pupils' */
    HNB_NO_SUCH_STATISTIC, /* nor such a figure */
    HNB_NOT_BY_THEN        /* of a first year: not by the end of the run */
};

/** What a figure comes to. */
struct hnb_value {
    double value;     /* pounds, pupils, places, a share (0.5 is 50%), a rate, a year (2027 is
                         2027-28) or 1 finding */
    int64_t pence;    /* of pounds: to the penny, exact when central; else 0 */
    double se;        /* its Monte Carlo standard error; 0 when central; NAN of a first year that
                         the run is too short to tell it of */
    double low, high; /* where it is with 95% confidence; the value itself when central; a first
                         year that may come after the run ends is below INFINITY */
    uint64_t needs;   /* of HNB_TOO_FEW_DRAWS */
};

/**
 * One statistic of a figure. Spend is positive; a deficit is negative.
 *
 * @param n          which figure, as hnb_results_find() gives it
 * @param statistic  "central", which draws never move; over draws "mean", "sd", "luck sd",
 *                   "ignorance sd"; of balances and a first year "median", "p05", "p97.5" or any
 *                   other; of balances "P(<0)" or "P(<-20000000)", the share of draws below so many
 *                   pounds. NULL: "central"
 * @param out        filled when answered; all nought otherwise, save .needs
 */
HNB_PUBLIC enum hnb_standing hnb_results_value(const struct hnb_results *results, int n,
                                               const char *statistic, struct hnb_value *out);

/**
 * The value of a figure of the first scenario, in one call.
 *
 * @param item       NULL or "" for a total
 * @param statistic  as above
 * @param out        filled when there is just one such figure and it could be had
 * @return           whether it is filled. Where there are several (a total of spend on each ledger,
 *                   say), hnb_results_find() takes the rest of the name
 */
HNB_PUBLIC bool hnb_results_read(const struct hnb_results *results, const char *measure,
                                 const char *item, const char *period, const char *statistic,
                                 double *out);

/* ---- Findings: what the rules say of the central run. ---- */

/** How serious one is. Scenarios that are not lawful still run. */
enum hnb_severity { HNB_UNLAWFUL, HNB_NEEDS_APPROVAL, HNB_CAUTION, HNB_NOT_JUDGED, HNB_NEUTRAL };

struct hnb_finding {
    const char *scenario;
    enum hnb_severity severity;
    const char *rule; /* "Minimum Funding Guarantee" */
    const char *item; /* the setting, line or consideration that it is about */
    const char *first,
        *last;        /* financial years, "2019-20"; the same unless it holds over several */
    const char *text; /* the whole sentence, without the year */
    int64_t pence;    /* by how much; 0 when pounds do not say it */
};

/** How many there are, of all scenarios. */
HNB_PUBLIC int hnb_results_findings(const struct hnb_results *results);

/** Finding n, from 0. @return whether there is one */
HNB_PUBLIC bool hnb_results_finding(const struct hnb_results *results, int n,
                                    struct hnb_finding *out);

/* ---- Quoted figures: what considerations' sources give, derived again from their effects. ---- */

/** Whether they agree. Not told: only a run tells what the figure is of. */
enum hnb_agreement { HNB_AGREES, HNB_DIFFERS, HNB_NOT_TOLD };

struct hnb_quoted {
    const char *scenario, *consideration;
    const char *of;     /* "places and premium" */
    const char *ledger; /* "" for every one */
    enum hnb_agreement agreement;
    int64_t quoted, derived; /* pence a year, before prices; derived is 0 when not told */
    const char *source;      /* where it stands; "" when nobody says */
    const char *text; /* "£204,000 quoted, £163,037.84 derived, £40,962.16 less" and why */
};

/** How many there are, of all scenarios. */
HNB_PUBLIC int hnb_results_quotations(const struct hnb_results *results);

/** Quoted figure n, from 0. @return whether there is one */
HNB_PUBLIC bool hnb_results_quoted(const struct hnb_results *results, int n,
                                   struct hnb_quoted *out);

#ifdef __cplusplus
}
#endif

#endif
