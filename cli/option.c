/* One table of options. */
#include "cli/option.h"

#include "models/level.h"

static const char *format_told(int i) { return i < AS_JUNIT ? option_format(i) : NULL; }

/* Those of one heading stand together. */
static const struct option table[] = {
    {YEAR, 'y', "--year", "YEAR", "of a line: which year, as 2024-25; each unless given",
     EXPLAINING, NULL},
    {LINE, '\0', "--line", "LINE", "pounds: a line, a balance or a saving by name, or each",
     EXPLAINING, NULL},
    {PUPILS_OF, '\0', "--pupils", "SETTING", "pupils: a setting, all plans, or each", EXPLAINING,
     NULL},
    {WHICH_JANUARY, 'j', "--january", "YEAR", "of pupils: which January; each unless given",
     EXPLAINING, NULL},
    {NEED, 'n', "--need", "NEED", "of pupils: with that need alone, or with each", EXPLAINING,
     NULL},
    {LINES, '\0', "--lines", NULL, "list what can be explained", EXPLAINING, NULL},
    {FROM, '\0', "--from", "YEAR", "the January to begin with, as 2017", LOOKING, NULL},
    {PUBLISHED_ENDINGS, '\0', "--published-endings", NULL, "end as many plans as were published",
     LOOKING, NULL},
    {PUBLISHED_MOVES, '\0', "--published-moves", NULL,
     "move as many as were published, where given", LOOKING, NULL},
    {AREA, '\0', "--area", "FILE", "an area, or a scenario of it: whose plan it is", IMPORTING,
     NULL},
    {BLOCK, '\0', "--block", "NAME", "mitigated, unmitigated or a scenario's name", IMPORTING,
     NULL},
    {DRAWS, 'd', "--draws", "N", "how often to draw what is uncertain, as in 10,000", RUN, NULL},
    {SEED, 's', "--seed", "N", "which luck, 1 unless told otherwise", RUN, NULL},
    {SAMPLING, 'S', "--sampling", "HOW", "plain (unless told otherwise), latin or sobol", RUN,
     option_sampling},
    {PUPILS, 'p', "--pupils", "KIND", "in draws: expected or whole, whatever a scenario says", RUN,
     option_pupils},
    {UNTIL, '\0', "--until-se", "POUNDS", "draw until mean balances are known that well, as £10k",
     RUN, NULL},
    {THREADS, 't', "--threads", "N", "one a processor; the answer is the same", DRAWING, NULL},
    {LEVEL, 'l', "--level", "LEVEL", "of this processor: base, v3 or v4; the same answer", DRAWING,
     level_built},
    {SHARD, '\0', "--shard", "I/N", "draw that share alone, and write it as a part with -o",
     SHARING, NULL},
    {CHECKPOINT, '\0', "--checkpoint", "FILE", "note there how far it is, and go on from there",
     DRAWING, NULL},
    {FORMAT, 'f', "--format", "FORMAT", "table (unless told otherwise), csv, json or junit",
     SHOWING, option_format},
    {FORMAT, 'f', "--format", "FORMAT", "table (unless told otherwise), csv or json", TELLING,
     format_told},
    {OUTPUT, 'o', "--output", "FILE", "write there: whole, or not at all; NAME/ is a folder",
     SHOWING, NULL},
    {OUTPUT, 'o', "--output", "FILE", "write there: whole, or not at all", TELLING | WRITING, NULL},
    {OUTPUT, 'o', "--output", "FILE", "write there, as its ending says; repeatable", REPORTING,
     NULL},
    {BY, '\0', "--by", "YEAR", "the year that sentences are about, as 2024-25", REPORTING, NULL},
    {KEEP, '\0', "--keep", "FILE", "write every draw's balances there: .csv or .npy",
     SHOWING | JUDGING, NULL},
    {LIMIT, '\0', "--limit", "POUNDS", "the chance of a deficit over that, £20m; repeatable",
     SHOWING | JUDGING | BUNDLING, NULL},
    {REQUIRE, 'r', "--require", "WHAT", "status 4 unless it holds; repeatable, see docs/ci.md",
     SHOWING | JUDGING, NULL},
    {ASSUMPTIONS, 'a', "--assumptions", NULL,
     "list what the figures rest on, as 'hnbsim assumptions'", SHOWING, NULL},
    {PUBLISH, '\0', "--publish", NULL, "for publication: no figure of fewer than five pupils",
     SHOWING | REPORTING, NULL},
    {ON, '\0', "--on", "DATE", "name first what was to be looked at again before it", DATING, NULL},
    {MAN, '\0', "--man", NULL, "as a man page, written for scdoc", PAGES, NULL},
    {QUIET, 'q', "--quiet", NULL, "neither progress nor notes; what is wrong is still said",
     ANYTHING, NULL},
    {HELP, 'h', "--help", NULL, "show this", ANYTHING, NULL},
    {VERSION, 'V', "--version", NULL, "show the version, and what it was built with", ANYTHING,
     NULL},
};

enum { OPTIONS = sizeof table / sizeof *table };

const struct option *option_at(int i) { return i < OPTIONS ? &table[i] : NULL; }

bool option_taken(const struct command *command, const struct option *option)
{
    return ((command->takes | ANYTHING) & option->about) != 0;
}

bool option_repeats(const struct option *option)
{
    return option->which == LIMIT || option->which == REQUIRE ||
           (option->which == OUTPUT && (option->about & REPORTING));
}

const char *option_heading(const struct option *option)
{
    if (option->about & EXPLAINING)
        return "Which figure";
    if (option->about & LOOKING)
        return "What is looked back on";
    if (option->about & IMPORTING)
        return "What is read";
    if (option->about & RUN)
        return "What is drawn";
    if (option->about & (DRAWING | SHARING))
        return "How it is drawn, which changes no figure";
    return option->about & ANYTHING ? "General" : "What is shown";
}

const char *option_format(int i)
{
    static const char *const names[] = {[AS_TABLE] = "table",
                                        [AS_CSV] = "csv",
                                        [AS_JSON] = "json",
                                        [AS_JUNIT] = "junit",
                                        [AS_JUNIT + 1] = NULL};
    return names[i];
}

const char *option_sampling(int i)
{
    static const char *const names[] = {[PLAIN_SAMPLING] = "plain",
                                        [LATIN_SAMPLING] = "latin",
                                        [SOBOL_SAMPLING] = "sobol",
                                        [SOBOL_SAMPLING + 1] = NULL};
    return names[i];
}

const char *option_pupils(int i)
{
    static const char *const names[] = {"expected", "whole", NULL};
    return names[i];
}
