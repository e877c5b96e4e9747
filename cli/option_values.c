/* What an option's value says, and what is wrong with it. */
#include <stdlib.h>
#include <string.h>

#include "cli/option.h"
#include "engine/run/batches.h"
#include "engine/yaml/day.h"
#include "engine/yaml/decode.h"
#include "models/level.h"

/* Which of the names a value is. */
static bool choose(const struct command *command, const char *what, const char *value,
                   const char *(*name)(int i), int *out)
{
    for (int i = 0; name(i); i++)
        if (strcmp(value, name(i)) == 0) {
            *out = i;
            return true;
        }
    options_unknown_of(command->name, what, value, name);
    return false;
}

static bool choose_format(const struct command *command, const char *value, struct options *options)
{
    int chosen = AS_TABLE;
    const bool good = choose(command, "format", value, option_format, &chosen);

    options->format = (enum format)chosen;
    return good;
}

static bool choose_sampling(const struct command *command, const char *value,
                            struct options *options)
{
    int chosen = PLAIN_SAMPLING;
    const bool good = choose(command, "sampling", value, option_sampling, &chosen);

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

static const char *level_here(int i) { return level_at(i) ? level_at(i)->name : NULL; }

static bool choose_level(const struct command *command, const char *value, struct options *options)
{
    options->level = level_named(value);
    if (!options->level)
        options_unknown_of(command->name, "level", value, level_here);
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
        return option_wrong(command, option->name, "may be given four times");
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
    if (strcmp(value, "-") == 0)
        return option_wrong(command, option->name,
                            "needs the name of a file: the standard output has the results");
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
        return option_wrong(command, option->name, "may be given 64 times");
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
    int chosen;

    options->pupils = value;
    return choose(command, "kind of pupils", value, option_pupils, &chosen);
}

/* Where an option that is a word, taken as it is, or that says only that it is there, is kept. */
static bool keep_word(enum which which, const char *value, struct options *options)
{
    const char **const words[] = {[CHECKPOINT] = &options->checkpoint,
                                  [YEAR] = &options->year,
                                  [LINE] = &options->line,
                                  [PUPILS_OF] = &options->pupils_of,
                                  [WHICH_JANUARY] = &options->january,
                                  [NEED] = &options->need,
                                  [BY] = &options->by,
                                  [FROM] = &options->from,
                                  [AREA] = &options->area,
                                  [BLOCK] = &options->block,
                                  [VERSION] = NULL};
    bool *const flags[] = {[ASSUMPTIONS] = &options->assumptions,
                           [PUBLISH] = &options->publish,
                           [LINES] = &options->lines,
                           [PUBLISHED_ENDINGS] = &options->published_endings,
                           [PUBLISHED_MOVES] = &options->published_moves,
                           [QUIET] = &options->quiet,
                           [MAN] = &options->man,
                           [HELP] = &options->help,
                           [VERSION] = &options->version};

    if (words[which])
        *words[which] = value;
    else if (flags[which])
        *flags[which] = true;
    return words[which] || flags[which];
}

/* The last counts, but of a report each. */
static bool add_output(const struct command *command, const struct option *option,
                       const char *value, struct options *options)
{
    options->output = value;
    if (!*value)
        return option_wrong(command, option->name, "needs the name of a file");
    if (!option_repeats(option))
        return true;
    if (options->outputs == MOST_OUTPUTS)
        return option_wrong(command, option->name, "may be given eight times");
    options->to[options->outputs++] = value;
    return true;
}

static bool choose_threads(const struct command *command, const struct option *option,
                           const char *value, struct options *options)
{
    uint64_t threads = 0;
    const bool good = choose_count(command, option, value, 256, &threads);

    options->threads = (int)threads;
    return good;
}

bool option_apply(const struct command *command, const struct option *option, const char *value,
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
        return add_output(command, option, value, options);
    case CHECKPOINT:
        keep_word(option->which, value, options);
        return *value || option_wrong(command, option->name, "needs the name of a file");
    default:
        return keep_word(option->which, value, options);
    }
}
