/* hnbsim list WHAT FILE...: what there is to be named, with a sentence each. */
#include <glob.h>

#include "cli/cli.h"
#include "cli/input.h"
#include "cli/installed.h"
#include "cli/list_lines.h"
#include "cli/told.h"
#include "engine/base/text.h"
#include "models/effects/say.h"
#include "models/words.h"

static const char *const columns[] = {"name", "what", NULL};

static void tell(struct telling *t, const char *name, const char *what)
{
    told_add(t, (const char *[]){name, what});
}

/** What every figure of the tidy table is. */
static const char *const measures[][2] = {
    {"pupils", "plans in a January"},
    {"share in mainstream", "of all plans, those in settings that the area counts as mainstream"},
    {"new plans", "plans that began since the January before"},
    {"conversions", "who joined without a new plan, in a look back"},
    {"ceased", "plans that ended since the January before"},
    {"moves in", "plans that came from other councils, less those that went"},
    {"places", "places of a capped setting that our own pupils may take"},
    {"asked", "who asked for a place there"},
    {"placed", "who got one"},
    {"turned away", "who did not, and went where it overflows to"},
    {"empty places", "places that nobody took"},
    {"over-full", "pupils beyond the places, who stayed"},
    {"overflow share", "of those turned away, who went to another setting"},
    {"shifted", "pupils that a consideration moved"},
    {"refused", "pupils that it would have moved, for whom there was no place"},
    {"learners without a plan", "learners with top-up and no plan"},
    {"support lost", "learners newly cut off from it"},
    {"went on to a plan", "those of them who went on to a plan"},
    {"spend", "pounds spent on a line in a financial year"},
    {"income", "pounds that came in"},
    {"saved", "what a consideration had saved, before anybody spent it"},
    {"in-year balance", "income less spend of the high needs block; a deficit is negative"},
    {"cumulative balance", "the same since the run began, with the opening balance"},
    {"interest on the deficit", "what carrying it costs the council, a memo"},
    {"broken even", "1 once an in-year balance after the base's year has not been negative"},
    {"first year of break-even", "the year in which that first is so"},
    {"rule", "what a rule found, in pounds or as 1"},
    {"quoted", "a figure that a consideration's source gives, as quoted and as derived again"},
};

static bool list_measures(struct telling *t)
{
    for (size_t i = 0; i < sizeof measures / sizeof *measures; i++)
        tell(t, measures[i][0], measures[i][1]);
    return true;
}

static bool list_effects(struct telling *t)
{
    for (int kind = 0; kind < EFFECT_KINDS; kind++)
        tell(t, effect_name((enum effect_kind)kind), effect_what((enum effect_kind)kind));
    return true;
}

static const struct scenario *read_scenario(struct telling *t, int file)
{
    return input_scenario(t->arena, t->problems, t->options->file[file]);
}

static struct area_of_file read_either(struct telling *t)
{
    return input_area(t->arena, t->problems, t->options->file[1]);
}

static void tell_named(struct telling *t, const struct named *name)
{
    tell(t, name->key, name->title);
}

static bool list_settings(struct telling *t)
{
    const struct area *area = read_either(t).area;

    for (int i = 0; area && i < area->settings; i++)
        tell_named(t, &area->setting[i].name);
    return area;
}

static bool list_needs(struct telling *t)
{
    const struct area *area = read_either(t).area;

    for (int i = 0; area && i < area->needs; i++)
        tell_named(t, &area->need[i]);
    return area;
}

/* Those of a scenario, or those that an area has before anything is considered. */
static bool list_lines(struct telling *t)
{
    const struct area_of_file read = read_either(t);

    if (!read.area)
        return false;
    const struct scenario alone = {.file = t->options->file[1],
                                   .name = "",
                                   .area = read.area,
                                   .first = read.area->base,
                                   .last = read.area->base};
    const struct plan *plan =
        plan_compile(t->arena, t->problems, read.scenario ? read.scenario : &alone);
    return plan && lines_tell(t, plan);
}

static bool list_considerations(struct telling *t)
{
    const struct scenario *scenario = read_scenario(t, 1);

    for (int i = 0; scenario && i < scenario->considerations; i++)
        tell(t, scenario->consideration[i].name, scenario->consideration[i].title);
    return scenario;
}

static bool tell_scenario(struct telling *t, const char *name)
{
    const struct scenario *scenario = input_scenario(t->arena, t->problems, name);

    if (scenario)
        tell(t, scenario->file, scenario->description ? scenario->description : scenario->name);
    return scenario;
}

/* Those that came with the command. */
static bool list_installed(struct telling *t)
{
    bool good = true;
    glob_t found;

    if (!installed_folder() ||
        glob(arena_format(t->arena, "%s/*.yaml", installed_folder()), 0, NULL, &found) != 0) {
        fputs("hnbsim list: no scenarios are with this command: name files, or say in "
              "HNBSIM_SCENARIOS where they are\n",
              stderr);
        return false;
    }
    for (size_t i = 0; i < found.gl_pathc; i++)
        good = tell_scenario(t, found.gl_pathv[i]) && good;
    globfree(&found);
    return good;
}

static bool list_scenarios(struct telling *t)
{
    bool good = true;

    for (int i = 1; i < t->options->files; i++)
        good = tell_scenario(t, t->options->file[i]) && good;
    return t->options->files > 1 ? good : list_installed(t);
}

static const struct {
    const char *name, *of; /* of what file, or NULL for none */
    bool installed;        /* without a file, of those installed */
    bool (*list)(struct telling *t);
} lists[] = {
    {"considerations", "a scenario", false, list_considerations},
    {"effects", NULL, false, list_effects},
    {"measures", NULL, false, list_measures},
    {"settings", "an area or a scenario", false, list_settings},
    {"needs", "an area or a scenario", false, list_needs},
    {"lines", "an area or a scenario", false, list_lines},
    {"scenarios", "scenarios", true, list_scenarios},
};

enum { LISTS = sizeof lists / sizeof *lists };

const char *list_word(int i) { return i < LISTS ? lists[i].name : NULL; }

static int asked_for(const char *word)
{
    for (int i = 0; i < LISTS; i++)
        if (text_same(word, lists[i].name))
            return i;
    options_unknown_of("list", "list", word, list_word);
    return -1;
}

static void show(struct screen screen, struct telling *t)
{
    const bool installed = t->options->files == 1 && text_same(t->records.of, "scenarios");

    for (int i = 0; i < t->records.rows; i++)
        screen_text(
            screen, 4,
            arena_format(t->arena, "%s: %s", t->records.cell[2 * i], t->records.cell[2 * i + 1]));
    if (installed)
        screen_text(screen, 0,
                    "Any of them is found from anywhere by its name alone: hnbsim run no-change");
}

int list_command(const struct options *options)
{
    const int which = asked_for(options->file[0]);

    if (which < 0)
        return MISTAKES;
    if ((options->files > 1) == (lists[which].of != NULL) || lists[which].installed)
        return told(options, lists[which].name, columns, lists[which].list, show);
    fprintf(stderr, "hnbsim list: %s %s%s\n", lists[which].name,
            lists[which].of ? "are of " : "are of no file, the same everywhere",
            lists[which].of ? lists[which].of : "");
    return MISTAKES;
}
