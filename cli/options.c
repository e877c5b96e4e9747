/* One table of options. */
#include "cli/options.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/text.h"
#include "engine/run/batches.h"
#include "engine/yaml/day.h"
#include "engine/yaml/decode.h"
#include "models/level.h"

enum which {
    FORMAT,
    OUTPUT,
    DRAWS,
    SEED,
    SAMPLING,
    THREADS,
    PUPILS,
    LEVEL,
    UNTIL,
    SHARD,
    CHECKPOINT,
    KEEP,
    REQUIRE,
    LIMIT,
    ASSUMPTIONS,
    ON,
    YEAR,
    LINE,
    PUPILS_OF,
    WHICH_JANUARY,
    NEED,
    LINES,
    HELP,
    VERSION
};

/* What an option is about, and so who takes it: merge takes what it needs of a run from its parts.
 */
enum about { ANYTHING, TELLING, DATING, SHOWING, RUN, DRAWING, EXPLAINING };

static const struct option {
    enum which which;
    char letter; /* '\0' for none */
    const char *name;
    const char *takes; /* NULL for a flag */
    const char *what;
    enum about about;
} table[] = {
    {FORMAT, 'f', "--format", "FORMAT", "table (unless told otherwise), csv, json or junit",
     TELLING},
    {OUTPUT, 'o', "--output", "FILE", "write there: whole, or not at all", TELLING},
    {DRAWS, 'd', "--draws", "N", "how often to draw what is uncertain, as in 10,000", RUN},
    {SEED, 's', "--seed", "N", "which luck, 1 unless told otherwise", RUN},
    {SAMPLING, 'S', "--sampling", "HOW", "plain (unless told otherwise), latin or sobol", RUN},
    {THREADS, 't', "--threads", "N", "one a processor; the answer is the same", DRAWING},
    {PUPILS, 'p', "--pupils", "KIND", "in draws: expected or whole, whatever a scenario says", RUN},
    {LEVEL, 'l', "--level", "LEVEL", "of this processor: base, v3 or v4; the same answer", DRAWING},
    {UNTIL, '\0', "--until-se", "POUNDS", "draw until mean balances are known that well, as £10k",
     RUN},
    {SHARD, '\0', "--shard", "I/N", "draw that share alone, and write it as a part with -o",
     DRAWING},
    {CHECKPOINT, '\0', "--checkpoint", "FILE", "note there how far it is, and go on from there",
     DRAWING},
    {KEEP, '\0', "--keep", "FILE", "write every draw's balances there: .csv or .npy", SHOWING},
    {LIMIT, '\0', "--limit", "POUNDS", "the chance of a deficit over that, £20m; repeatable",
     SHOWING},
    {REQUIRE, 'r', "--require", "WHAT", "status 4 unless it holds; repeatable, see docs/ci.md",
     SHOWING},
    {ASSUMPTIONS, 'a', "--assumptions", NULL, "list what the figures rest on, as 'hnbsim assumptions' does", SHOWING},
    {ON, '\0', "--on", "DATE", "name first what was to be looked at again before it", DATING},
    {YEAR, 'y', "--year", "YEAR", "of a line: which year, as 2024-25; each unless given",
     EXPLAINING},
    {LINE, 'l', "--line", "LINE", "pounds: a line, a balance or a saving by name, or each",
     EXPLAINING},
    {PUPILS_OF, 'p', "--pupils", "SETTING", "pupils: a setting, all plans, or each", EXPLAINING},
    {WHICH_JANUARY, 'j', "--january", "YEAR", "of pupils: which January; each unless given",
     EXPLAINING},
    {NEED, 'n', "--need", "NEED", "of pupils: with that need alone, or with each", EXPLAINING},
    {LINES, '\0', "--lines", NULL, "list what can be explained", EXPLAINING},
    {HELP, 'h', "--help", NULL, "show this", ANYTHING},
    {VERSION, 'V', "--version", NULL, "show the version", ANYTHING},
};

/* How many draws --until-se takes at most, unless --draws says. */
#define UNTIL_MOST 1000000

enum { OPTIONS = sizeof table / sizeof *table };

static const char *const formats[] = {
    [AS_TABLE] = "table", [AS_CSV] = "csv", [AS_JSON] = "json", [AS_JUNIT] = "junit"};
static const char *const samplings[] = {
    [PLAIN_SAMPLING] = "plain", [LATIN_SAMPLING] = "latin", [SOBOL_SAMPLING] = "sobol"};

void options_unknown(const char *who, const char *what, const char *wrong,
                     const char *const names[], int count)
{
    const int near = text_nearest(wrong, names, count);

    fprintf(stderr, "hnbsim%s%s: unknown %s '%s'", *who ? " " : "", who, what, wrong);
    if (near >= 0)
        fprintf(stderr, "; did you mean '%s'?", names[near]);
    else
        for (int i = 0; i < count; i++)
            fprintf(stderr, "%s%s", i ? ", " : "; there are ", names[i]);
    putc('\n', stderr);
}

static bool wrong(const struct command *command, const char *option, const char *what)
{
    fprintf(stderr, "hnbsim %s: %s %s\n", command->name, option, what);
    return false;
}

static bool taken_by(const struct command *command, const struct option *option)
{
    if (option->about == EXPLAINING)
        return command->explains;
    return option->about == ANYTHING || (command->simulates && option->about != DATING) ||
           (command->merges && (option->about == SHOWING || option->about == TELLING)) ||
           (command->tells && option->about == TELLING) ||
           (command->dated && option->about == DATING);
}

/* The option whose name is the first `length` bytes of a word, or whose letter is its second. */
static const struct option *find(const struct command *command, const char *word, size_t length)
{
    for (int i = 0; i < OPTIONS; i++) {
        const bool is_name =
            strlen(table[i].name) == length && strncmp(word, table[i].name, length) == 0;
        const bool is_letter = word[1] != '-' && word[1] == table[i].letter;

        if ((is_name || is_letter) && taken_by(command, &table[i]))
            return &table[i];
    }
    return NULL;
}

static bool unknown(const struct command *command, const char *word, size_t length)
{
    const char *names[OPTIONS];
    char name[64];
    int count = 0;

    for (int i = 0; i < OPTIONS; i++)
        if (taken_by(command, &table[i]))
            names[count++] = table[i].name;
    snprintf(name, sizeof name, "%.*s", (int)length, word);
    options_unknown(command->name, "option", name, names, count);
    return false;
}

/* Which of the names a value is. */
static bool choose(const struct command *command, const char *what, const char *value,
                   const char *const names[], int count, int *out)
{
    for (int i = 0; i < count; i++)
        if (strcmp(value, names[i]) == 0) {
            *out = i;
            return true;
        }
    options_unknown(command->name, what, value, names, count);
    return false;
}

static bool choose_format(const struct command *command, const char *value, struct options *options)
{
    int chosen = AS_TABLE;
    const bool good =
        choose(command, "format", value, formats, sizeof formats / sizeof *formats, &chosen);

    options->format = (enum format)chosen;
    return good;
}

static bool choose_sampling(const struct command *command, const char *value,
                            struct options *options)
{
    int chosen = PLAIN_SAMPLING;
    const bool good = choose(command, "sampling", value, samplings,
                             sizeof samplings / sizeof *samplings, &chosen);

    options->sampling = (enum sampling)chosen;
    return good;
}

/* A whole number as people write it: 10,000 or 1e6. */
static bool choose_count(const struct command *command, const struct option *option,
                         const char *value, double most, uint64_t *out)
{
    bool percent, pounds;
    double number;

    if (value_parse(value, &number, &percent, &pounds) && !percent && !pounds && number >= 1 &&
        number <= most && number == (double)(uint64_t)number) {
        *out = (uint64_t)number;
        return true;
    }
    fprintf(stderr, "hnbsim %s: %s '%s' is no whole number from 1 to %.0f\n", command->name,
            option->name, value, most);
    return false;
}

static bool choose_level(const struct command *command, const char *value, struct options *options)
{
    const char *names[8];
    int count = 0;

    for (; level_at(count); count++)
        names[count] = level_at(count)->name;
    options->level = level_named(value);
    if (!options->level)
        options_unknown(command->name, "level", value, names, count);
    return options->level;
}

static bool choose_until(const struct command *command, const struct option *option,
                         const char *value, struct options *options)
{
    bool percent, pounds;
    double number;

    if (value_parse(value, &number, &percent, &pounds) && !percent && number >= 0.01 &&
        number < 1e12) {
        options->until = number;
        return true;
    }
    fprintf(stderr, "hnbsim %s: %s '%s' is no amount of pounds, as £10k is\n", command->name,
            option->name, value);
    return false;
}

/* "3/8" */
static bool choose_shard(const struct command *command, const struct option *option,
                         const char *value, struct options *options)
{
    char *slash, *end;
    const long shard = strtol(value, &slash, 10);
    const long shards = *slash == '/' ? strtol(slash + 1, &end, 10) : 0;

    if (shard >= 1 && shard <= shards && shards <= 100000 && *end == '\0') {
        options->shard = (int)shard;
        options->shards = (int)shards;
        return true;
    }
    fprintf(stderr, "hnbsim %s: %s '%s' is no shard, as 1/8 to 8/8 are\n", command->name,
            option->name, value);
    return false;
}

static bool add_limit(const struct command *command, const struct option *option, const char *value,
                      struct options *options)
{
    bool percent, pounds;
    double number;

    if (options->limits == MOST_LIMITS)
        return wrong(command, option->name, "may be given four times");
    if (value_parse(value, &number, &percent, &pounds) && !percent && number > 0 && number < 1e12) {
        options->limit[options->limits++] = number;
        return true;
    }
    fprintf(stderr, "hnbsim %s: %s '%s' is no amount of pounds, as £20m is\n", command->name,
            option->name, value);
    return false;
}

static bool choose_keep(const struct command *command, const struct option *option,
                        const char *value, struct options *options)
{
    const size_t length = strlen(value);
    const char *ending = length > 4 ? value + length - 4 : "";

    options->keep = value;
    if (strcmp(ending, ".csv") == 0 || strcmp(ending, ".npy") == 0)
        return true;
    fprintf(stderr, "hnbsim %s: %s '%s' ends neither in .csv nor in .npy\n", command->name,
            option->name, value);
    return false;
}

static bool add_require(const struct command *command, const struct option *option,
                        const char *value, struct options *options)
{
    if (options->requires == MOST_REQUIRES)
        return wrong(command, option->name, "may be given 64 times");
    options->require[options->requires ++] = value;
    return true;
}

static bool choose_day(const struct command *command, const struct option *option,
                       const char *value, struct options *options)
{
    if (day_parse(value, &options->on))
        return true;
    fprintf(stderr, "hnbsim %s: %s '%s' is no date, as 2020-04-12 is\n", command->name,
            option->name, value);
    return false;
}

static bool choose_pupils(const struct command *command, const char *value, struct options *options)
{
    static const char *const kinds[] = {"expected", "whole"};

    options->pupils = value;
    if (strcmp(value, kinds[0]) == 0 || strcmp(value, kinds[1]) == 0)
        return true;
    options_unknown(command->name, "kind of pupils", value, kinds, 2);
    return false;
}

/* Where an option that is a word, taken as it is, or that says only that it is there, is kept. */
static bool keep_word(enum which which, const char *value, struct options *options)
{
    const char **const words[] = {
        [OUTPUT] = &options->output,       [CHECKPOINT] = &options->checkpoint,
        [YEAR] = &options->year,           [LINE] = &options->line,
        [PUPILS_OF] = &options->pupils_of, [WHICH_JANUARY] = &options->january,
        [NEED] = &options->need,           [VERSION] = NULL};
    bool *const flags[] = {[ASSUMPTIONS] = &options->assumptions,
                           [LINES] = &options->lines,
                           [HELP] = &options->help,
                           [VERSION] = &options->version};

    if (words[which])
        *words[which] = value;
    else if (flags[which])
        *flags[which] = true;
    return words[which] || flags[which];
}

static bool choose_threads(const struct command *command, const struct option *option,
                           const char *value, struct options *options)
{
    uint64_t threads = 0;
    const bool good = choose_count(command, option, value, 256, &threads);

    options->threads = (int)threads;
    return good;
}

static bool apply(const struct command *command, const struct option *option, const char *value,
                  struct options *options)
{
    switch (option->which) {
    case FORMAT:
        return choose_format(command, value, options);
    case DRAWS:
        return choose_count(command, option, value, (double)BATCH_MOST, &options->draws);
    case SEED:
        return choose_count(command, option, value, 1e15, &options->seed);
    case SAMPLING:
        return choose_sampling(command, value, options);
    case THREADS:
        return choose_threads(command, option, value, options);
    case PUPILS:
        return choose_pupils(command, value, options);
    case LEVEL:
        return choose_level(command, value, options);
    case UNTIL:
        return choose_until(command, option, value, options);
    case SHARD:
        return choose_shard(command, option, value, options);
    case KEEP:
        return choose_keep(command, option, value, options);
    case LIMIT:
        return add_limit(command, option, value, options);
    case REQUIRE:
        return add_require(command, option, value, options);
    case ON:
        return choose_day(command, option, value, options);
    case OUTPUT:
    case CHECKPOINT:
        keep_word(option->which, value, options);
        return *value || wrong(command, option->name, "needs the name of a file");
    default:
        return keep_word(option->which, value, options);
    }
}

/* Apply it, and note that it was given. */
static bool tell(const struct command *command, const struct option *option, const char *value,
                 struct options *options)
{
    int at = 0;

    /* The last counts, so that a run is said in one way. */
    while (at < options->tolds && (option->about != RUN || options->told[at].name != option->name))
        at++;
    if (at == MOST_TOLD)
        return wrong(command, option->name, "is one option too many");
    options->tolds += at == options->tolds;
    options->told[at] =
        (struct told){option->name, option->takes ? value : NULL, option->about == RUN};
    return apply(command, option, value, options);
}

/* One word that is an option; *at moves on when it takes the next word too. */
static bool parse_option(const struct command *command, int count, char *words[], int *at,
                         struct options *options)
{
    const char *word = words[*at];
    const bool is_long = word[1] == '-';
    const size_t length = is_long ? strcspn(word, "=") : 2;
    const struct option *option = find(command, word, length);
    const char *value = word[length] ? word + length + is_long : NULL;

    if (!option)
        return unknown(command, word, length);
    if (!option->takes)
        return value ? wrong(command, option->name, "takes no value")
                     : tell(command, option, "", options);
    if (!value && *at + 1 < count)
        value = words[++*at];
    return value ? tell(command, option, value, options)
                 : wrong(command, option->name, "needs a value after it");
}

/* Whether the draws can be parted evenly: how far the parts lie apart tells how sure a mean is. */
static bool parted(const struct command *command, const struct options *options)
{
    const uint64_t over = options->draws % REPLICATES;

    if (options->sampling == PLAIN_SAMPLING || over == 0)
        return true;
    fprintf(stderr, "hnbsim %s: --sampling %s needs a multiple of %d draws, such as %" PRIu64 "\n",
            command->name, samplings[options->sampling], REPLICATES,
            options->draws - over + REPLICATES);
    return false;
}

/* Options that need one another, or shut one another out: the first that do are said. */
static bool agree(const struct command *command, const struct options *o)
{
    const bool none = o->draws == 0 && !command->merges, shard = o->shards > 0;
    const struct {
        bool so;
        const char *option, *wrong;
    } rules[] = {
        {command->tells && o->format == AS_JUNIT, "--format",
         "junit is for what is required of a run"},
        {o->line && o->pupils_of, "--line", "is of pounds, and --pupils of pupils: ask for one"},
        {o->year && !o->line, "--year", "is of a --line; pupils have a --january"},
        {o->january && !o->pupils_of, "--january", "is of --pupils"},
        {o->need && !o->pupils_of, "--need", "is of --pupils"},
        {o->until > 0 && shard, "--until-se", "is of a whole run, not of a shard"},
        {o->until > 0 && o->sampling != PLAIN_SAMPLING, "--until-se", "is for plain sampling"},
        {shard && none, "--shard", "is of draws: --draws 1e6, say"},
        {shard && strcmp(o->output, "-") == 0, "--shard", "needs -o and the name of a file"},
        {shard && o->format != AS_TABLE, "--format", "is for whoever merges the shards"},
        {shard && o->requires > 0, "--require", "is for whoever merges the shards"},
        {o->limits > 0 && none, "--limit", "is of draws: --draws 1,000, say"},
        {o->checkpoint && none, "--checkpoint", "is of draws: --draws 1e6, say"},
        {o->keep && none, "--keep", "is of draws: --draws 10,000, say"},
    };

    for (size_t i = 0; i < sizeof rules / sizeof *rules && !o->help && !o->version; i++)
        if (rules[i].so)
            return wrong(command, rules[i].option, rules[i].wrong);
    return true;
}

static bool enough(const struct command *command, const struct options *options)
{
    if (options->help || options->version)
        return true;
    if (options->files < command->least || options->files > command->most) {
        fprintf(stderr, "hnbsim %s: needs %s, and %d %s given\nusage: hnbsim %s %s\n",
                command->name, command->arguments, options->files,
                options->files == 1 ? "was" : "were", command->name, command->arguments);
        return false;
    }
    return true;
}

bool options_parse(const struct command *command, int count, char *words[], struct options *options)
{
    bool good = true, only_files = false;
    int kept = 0;

    *options = (struct options){.output = "-", .seed = 1, .level = level_best(), .file = words};
    for (int i = 0; i < count; i++) {
        char *word = words[i];

        if (only_files || word[0] != '-' || word[1] == '\0')
            words[kept++] = word;
        else if (strcmp(word, "--") == 0)
            only_files = true;
        else
            good = parse_option(command, count, words, &i, options) && good;
    }
    options->files = kept;
    if (options->until > 0 && options->draws == 0)
        options->draws = UNTIL_MOST;
    return good && enough(command, options) && agree(command, options) && parted(command, options);
}

int options_words(char *text, size_t length, char *word[], int most)
{
    int count = 0;

    if (length == 0 || text[length - 1] != '\0')
        return -1;
    for (size_t at = 0; at < length; at += strlen(text + at) + 1) {
        if (count == most)
            return -1;
        word[count++] = text + at;
    }
    return count;
}

void options_help(const struct command *command, FILE *out)
{
    fprintf(out, "hnbsim %s %s\n\n%s\n\n", command->name, command->arguments, command->more);
    for (int i = 0; i < OPTIONS; i++) {
        char left[40];

        if (!taken_by(command, &table[i]))
            continue;
        snprintf(left, sizeof left, "%c%c%c %s %s", table[i].letter ? '-' : ' ',
                 table[i].letter ? table[i].letter : ' ', table[i].letter ? ',' : ' ',
                 table[i].name, table[i].takes ? table[i].takes : "");
        fprintf(out, "  %-22s %s\n", left, table[i].what);
    }
}
