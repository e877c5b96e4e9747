/* hnbsim list WHAT FILE...: what there is to be named, with a sentence each. */
#include "cli/cli.h"
#include "cli/input.h"
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

/* A scenario; or NULL, and perhaps an area. */
static const struct scenario *read_either(struct telling *t, int file, const struct area **area)
{
    const char *name = input_named(t->problems, t->options->file[file]);
    struct node *root = name ? document_read(t->arena, t->problems, name, (struct place){0}) : NULL;

    if (!root)
        return NULL;
    if (file_kind(root) != AREA_FILE)
        return read_scenario(t, file);
    *area = area_read(t->arena, t->problems, root);
    return NULL;
}

static const struct area *read_area(struct telling *t, int file)
{
    const struct area *area = NULL;
    const struct scenario *scenario = read_either(t, file, &area);

    return scenario ? scenario->area : area;
}

static void tell_named(struct telling *t, const struct named *name)
{
    tell(t, name->key, name->title);
}

static bool list_settings(struct telling *t)
{
    const struct area *area = read_area(t, 1);

    for (int i = 0; area && i < area->settings; i++)
        tell_named(t, &area->setting[i].name);
    return area;
}

static bool list_needs(struct telling *t)
{
    const struct area *area = read_area(t, 1);

    for (int i = 0; area && i < area->needs; i++)
        tell_named(t, &area->need[i]);
    return area;
}

/* Those of a scenario, or those that an area has before anything is considered. */
static bool list_lines(struct telling *t)
{
    struct scenario alone = {.file = t->options->file[1], .name = ""};
    const struct scenario *scenario = read_either(t, 1, &alone.area);
    const struct plan *plan = NULL;

    if (!scenario && alone.area) {
        alone.first = alone.last = alone.area->base;
        scenario = &alone;
    }
    if (scenario)
        plan = plan_compile(t->arena, t->problems, scenario);
    return plan && lines_tell(t, plan);
}

static bool list_considerations(struct telling *t)
{
    const struct scenario *scenario = read_scenario(t, 1);

    for (int i = 0; scenario && i < scenario->considerations; i++)
        tell(t, scenario->consideration[i].name, scenario->consideration[i].title);
    return scenario;
}

static bool list_scenarios(struct telling *t)
{
    bool good = true;

    for (int i = 1; i < t->options->files; i++) {
        const struct scenario *scenario = read_scenario(t, i);
        good = scenario && good;
        if (scenario)
            tell(t, scenario->file, scenario->description ? scenario->description : scenario->name);
    }
    return good;
}

static const struct {
    const char *name, *of; /* of what file, or NULL for none */
    bool (*list)(struct telling *t);
} lists[] = {
    {"considerations", "a scenario", list_considerations},
    {"effects", NULL, list_effects},
    {"measures", NULL, list_measures},
    {"settings", "an area or a scenario", list_settings},
    {"needs", "an area or a scenario", list_needs},
    {"lines", "an area or a scenario", list_lines},
    {"scenarios", "scenarios", list_scenarios},
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
    for (int i = 0; i < t->records.rows; i++)
        screen_text(
            screen, 4,
            arena_format(t->arena, "%s: %s", t->records.cell[2 * i], t->records.cell[2 * i + 1]));
}

int list_command(const struct options *options)
{
    const int which = asked_for(options->file[0]);

    if (which < 0)
        return MISTAKES;
    if ((options->files > 1) == (lists[which].of != NULL))
        return told(options, lists[which].name, columns, lists[which].list, show);
    fprintf(stderr, "hnbsim list: %s %s%s\n", lists[which].name,
            lists[which].of ? "are of " : "are of no file, the same everywhere",
            lists[which].of ? lists[which].of : "");
    return MISTAKES;
}
