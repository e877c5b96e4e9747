/* Words into options. */
#include "cli/options.h"

#include <stdio.h>
#include <string.h>

#include "cli/option.h"
#include "engine/base/text.h"
#include "engine/base/utf8.h"
#include "models/level.h"

/* How many draws --until-se takes at most, and how many a briefing has, unless --draws says; those
 * other than plain ones are parted evenly. */
enum { UNTIL_MOST = 1000000, BRIEFING = 1000, BRIEFING_PARTED = 1024 };

enum { MOST_NAMES = 64 };

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

void options_unknown_of(const char *who, const char *what, const char *wrong,
                        const char *(*name)(int i))
{
    const char *names[MOST_NAMES];
    int count = 0;

    while (count < MOST_NAMES && name(count)) {
        names[count] = name(count);
        count++;
    }
    options_unknown(who, what, wrong, names, count);
}

bool option_wrong(const struct command *command, const char *option, const char *what)
{
    fprintf(stderr, "hnbsim %s: %s %s\n", command->name, option, what);
    return false;
}

/* The option whose name is the first `length` bytes of a word, or whose letter is its second. */
static const struct option *find(const struct command *command, const char *word, size_t length)
{
    const struct option *option;

    for (int i = 0; (option = option_at(i)); i++) {
        const bool is_name =
            strlen(option->name) == length && strncmp(word, option->name, length) == 0;
        const bool is_letter = word[1] != '-' && word[1] == option->letter;

        if ((is_name || is_letter) && option_taken(command, option))
            return option;
    }
    return NULL;
}

static bool unknown(const struct command *command, const char *word, size_t length)
{
    const struct option *option;
    const char *names[MOST_NAMES];
    char name[64];
    int count = 0;

    for (int i = 0; count < MOST_NAMES && (option = option_at(i)); i++)
        if (option_taken(command, option))
            names[count++] = option->name;
    snprintf(name, sizeof name, "%.*s", (int)length, word);
    options_unknown(command->name, "option", name, names, count);
    return false;
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
        return option_wrong(command, option->name, "is one option too many");
    options->tolds += at == options->tolds;
    options->told[at] = (struct told){.name = option->name,
                                      .value = option->takes ? value : NULL,
                                      .of_run = option->about == RUN,
                                      .of_figures = option->about & (RUN | BUNDLING)};
    return option_apply(command, option, value, options);
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
        return value ? option_wrong(command, option->name, "takes no value")
                     : tell(command, option, "", options);
    if (!value && *at + 1 < count)
        value = words[++*at];
    return value ? tell(command, option, value, options)
                 : option_wrong(command, option->name, "needs a value after it");
}

static uint64_t draws_unsaid(const struct command *command, const struct options *options)
{
    if (options->until > 0)
        return UNTIL_MOST;
    if (command->takes & REPORTING)
        return options->sampling == PLAIN_SAMPLING ? BRIEFING : BRIEFING_PARTED;
    return 0;
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
    if (options->draws == 0)
        options->draws = draws_unsaid(command, options);
    return good && (options->help || options->version || options_agree(command, options));
}

bool options_plain(const char *word)
{
    for (; *word; word += utf8_bytes(word))
        if ((utf8_control(word) > 0 && *word != '\n' && *word != '\t') || utf8_turning(word) > 0)
            return false;
    return true;
}

int options_words(char *text, size_t length, char *word[], int most)
{
    int count = 0;

    if (length == 0 || text[length - 1] != '\0')
        return -1;
    for (size_t at = 0; at < length; at += strlen(text + at) + 1) {
        if (count == most || !options_plain(text + at))
            return -1;
        word[count++] = text + at;
    }
    return count;
}
