/* Whether there are words enough, and options that go together. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "cli/option.h"
#include "engine/run/batches.h"

/* Whether the draws can be parted evenly: how far the parts lie apart tells how sure a mean is. */
static bool parted(const struct command *command, const struct options *options)
{
    const uint64_t over = options->draws % REPLICATES;

    if (options->sampling == PLAIN_SAMPLING || over == 0)
        return true;
    fprintf(stderr, "hnbsim %s: --sampling %s needs a multiple of %d draws, such as %" PRIu64 "\n",
            command->name, option_sampling((int)options->sampling), REPLICATES,
            options->draws - over + REPLICATES);
    return false;
}

bool options_folder(const char *output)
{
    const size_t length = strlen(output);

    return length > 0 && output[length - 1] == '/';
}

/* How often a file is "-", the standard input. */
static int inputs(const struct options *options)
{
    int count = 0;

    for (int i = 0; i < options->files; i++)
        count += strcmp(options->file[i], "-") == 0;
    return count;
}

/** Options that need one another, or shut one another out. */
struct rule {
    bool so;
    const char *option, *wrong;
};

/* The first that do are said. */
static bool none_is_so(const struct command *command, const struct rule rules[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (rules[i].so)
            return option_wrong(command, rules[i].option, rules[i].wrong);
    return true;
}

/* What is asked, and of what. */
static bool asked(const struct command *command, const struct options *o)
{
    const struct rule rules[] = {
        {!(command->takes & SHOWING) && o->format == AS_JUNIT, "--format",
         "junit is for what is required of a run"},
        {o->line && o->pupils_of, "--line", "is of pounds, and --pupils of pupils: ask for one"},
        {o->year && !o->line, "--year", "is of a --line; pupils have a --january"},
        {o->january && !o->pupils_of, "--january", "is of --pupils"},
        {o->need && !o->pupils_of, "--need", "is of --pupils"},
        {(command->takes & LOOKING) && !o->from, "--from",
         "is needed: a January to begin with, as 2017"},
        {(command->takes & IMPORTING) && !o->area, "--area",
         "is needed: whose plan it is, an area or a scenario of it"},
        {o->checkpoint && strcmp(o->checkpoint, "-") == 0, "--checkpoint",
         "needs the name of a file"},
        {inputs(o) > 1, "-", "is the standard input, which can be read once"},
        {inputs(o) > 0 && command->naming == ANY_FILES && (command->takes & SHOWING), "-",
         "is no part: a part is a file"},
    };

    return none_is_so(command, rules, sizeof rules / sizeof *rules);
}

/* Is it of a central run, and of no draws? */
static bool only_central(const struct command *command, const struct options *o)
{
    return o->draws == 0 && (command->takes & RUN);
}

/* How it is drawn, and where it goes. */
static bool drawn(const struct command *command, const struct options *o)
{
    const bool shard = o->shards > 0, folder = options_folder(o->output);
    const struct rule rules[] = {
        {inputs(o) > 0 && shard, "--shard",
         "needs scenarios in files: whoever merges reads them again"},
        {o->until > 0 && shard, "--until-se", "is of a whole run, not of a shard"},
        {o->until > 0 && o->sampling != PLAIN_SAMPLING, "--until-se", "is for plain sampling"},
        {shard && only_central(command, o), "--shard", "is of draws: --draws 1e6, say"},
        {shard && (folder || strcmp(o->output, "-") == 0), "--shard",
         "needs -o and the name of a file"},
        {folder && !(command->takes & (SHOWING | REPORTING)), "--output",
         "needs the name of a file here: run, compare, merge and report write a folder"},
        {folder && o->format != AS_TABLE, "--format",
         "is of a file: a folder has the table both as CSV and as JSON"},
    };

    return none_is_so(command, rules, sizeof rules / sizeof *rules);
}

/* What is made of the draws. */
static bool judged(const struct command *command, const struct options *o)
{
    const bool none = only_central(command, o), shard = o->shards > 0;
    const struct rule rules[] = {
        {shard && o->format != AS_TABLE, "--format", "is for whoever merges the shards"},
        {shard && o->requires > 0, "--require", "is for whoever merges the shards"},
        {shard && o->publish, "--publish", "is for whoever merges the shards"},
        {o->publish && o->requires > 0, "--publish",
         "cannot show what is required: it tells figures as they are"},
        {o->publish && o->format == AS_JUNIT, "--publish",
         "is not for junit, which has no figures"},
        {o->publish && o->assumptions, "--publish",
         "cannot list assumptions, which have pupils in them as they are"},
        {o->limits > 0 && none, "--limit", "is of draws: --draws 1,000, say"},
        {o->checkpoint && none, "--checkpoint", "is of draws: --draws 1e6, say"},
        {o->keep && none, "--keep", "is of draws: --draws 10,000, say"},
    };

    return none_is_so(command, rules, sizeof rules / sizeof *rules);
}

static bool enough(const struct command *command, const struct options *options)
{
    if (options->files < command->least || options->files > command->most) {
        fprintf(stderr, "hnbsim %s: needs %s, and %d %s given\nusage: hnbsim %s %s\n",
                command->name, command->arguments, options->files,
                options->files == 1 ? "was" : "were", command->name, command->arguments);
        return false;
    }
    return true;
}

bool options_agree(const struct command *command, const struct options *options)
{
    return enough(command, options) && asked(command, options) && drawn(command, options) &&
           judged(command, options) && parted(command, options);
}
