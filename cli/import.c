/* hnbsim import plan FILE --area AREA: a management plan that somebody typed, as a scenario. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/cli.h"
#include "cli/import_check.h"
#include "cli/input.h"
#include "cli/mistakes.h"
#include "cli/plan_scenario.h"
#include "engine/base/text.h"
#include "engine/output/whole.h"
#include "models/area_of_file.h"

enum { CEILING = 1 << 30 };

/** A plan being imported. */
struct import {
    const struct options *options;
    struct arena *arena;
    struct problems *problems;
    struct plan_files files;
    struct imported imported;
    struct whole scenario, contributions;
    int status;
};

const char *import_word(int i) { return i == 0 ? "plan" : NULL; }

static bool to_standard(const struct import *m) { return text_same(m->options->output, "-"); }

/* The name that its own text is read by: a standard output is as a file in the current folder. */
static const char *scenario_path(const struct import *m)
{
    return to_standard(m) ? "imported-plan.yaml" : m->options->output;
}

static const char *file_part(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

/* "plan.yaml" has "plan-contributions.yaml" beside it. */
static const char *contributions_path(const struct import *m)
{
    const char *path = scenario_path(m), *dot = strrchr(file_part(path), '.');
    const int stem = (int)(dot ? dot - path : (long)strlen(path));

    return arena_format(m->arena, "%.*s-contributions.yaml", stem, path);
}

static const char *absolute(const struct import *m, const char *path)
{
    char *found = realpath(path, NULL);
    const char *kept = found ? arena_format(m->arena, "%s", found) : path;

    free(found);
    return kept;
}

/* The area as it is named from the folder that the scenario will be in. */
static const char *area_path(const struct import *m)
{
    const char *path = m->files.area->file, *own = scenario_path(m), *up = "";
    const size_t folder = (size_t)(file_part(own) - own);

    if (path[0] == '/' || folder == 0)
        return path;
    if (strncmp(path, own, folder) == 0)
        return path + folder;
    if (own[0] == '/' || own[0] == '.' || strstr(own, "./") || strstr(own, "//"))
        return absolute(m, path);
    for (size_t i = 0; i < folder; i++)
        if (own[i] == '/')
            up = arena_format(m->arena, "%s../", up);
    return arena_format(m->arena, "%s%s", up, path);
}

/* The plan's year that the area begins with. */
static bool begins(struct import *m, const struct typed_plan *plan)
{
    const int base = m->files.area->base;
    const struct place at = cells_at(plan->cells, 0, 0).at;
    const struct place whole = {.file = at.file};

    m->files.from = base - plan->first;
    if (m->files.from >= 0 && m->files.from < plan->years)
        return true;
    problem(m->problems, whole, "the plan is of %d-%02d to %d-%02d, and the area begins in %d-%02d",
            plan->first, (plan->first + 1) % 100, plan->first + plan->years - 1,
            (plan->first + plan->years) % 100, base, (base + 1) % 100);
    return problem_hint(m->problems, m->files.from < 0
                                         ? "type the years from then on, as they turned out"
                                         : "the plan needs years from then on");
}

static bool check_output(struct import *m)
{
    const char *output = m->options->output;
    const struct place at = {.file = output};
    const int folder = (int)(file_part(output) - output);
    struct stat about;

    if (!to_standard(m) &&
        (text_same(output, m->options->file[1]) || text_same(output, m->options->area)))
        return problem(m->problems, at, "this is read, and would be written over");
    if (folder > 0 && stat(arena_format(m->arena, "%.*s", folder, output), &about) != 0)
        return problem(m->problems, at, "there is no folder '%.*s'", folder, output);
    if (m->files.contributions && to_standard(m)) {
        problem(m->problems, (struct place){.file = m->options->file[1]},
                "others contribute to this plan, which takes a second file");
        return problem_hint(m->problems, "-o plan.yaml writes both");
    }
    return true;
}

static bool make(struct import *m, const struct typed_plan *plan)
{
    m->files.plan = plan;
    if (!begins(m, plan))
        return false;
    m->imported.path = scenario_path(m);
    if (plan_contributed(plan, m->files.from)) {
        m->imported.contributions_path = contributions_path(m);
        m->files.contributions = file_part(m->imported.contributions_path);
    }
    if (!check_output(m))
        return false;
    m->files.area_path = area_path(m);
    m->imported.text = plan_scenario(m->arena, &m->files);
    if (m->files.contributions)
        m->imported.contributions = plan_contributions(m->arena, &m->files);
    return import_check(m->arena, m->problems, &m->files, &m->imported);
}

/* Mistakes of the plan and of the area are told together. */
static bool work(struct import *m)
{
    const char *path = input_named(m->problems, m->options->file[1]);
    const struct cells *cells = path ? cells_read(m->arena, m->problems, path, "DSG plan") : NULL;
    struct typed_plan *plan =
        cells ? plan_typed(m->arena, m->problems, cells, m->options->block) : NULL;
    const bool sound = plan && plan_adds_up(m->arena, m->problems, plan);

    m->files.area = input_area(m->arena, m->problems, m->options->area).area;
    return sound && m->files.area && problems_count(m->problems) == 0 && make(m, plan);
}

static int unwritten(struct whole *whole)
{
    whole->error = whole->error ? whole->error : EIO;
    return mistakes_unwritten(whole->path, whole->error);
}

static int put(struct whole *whole, const char *path, const char *text)
{
    if (!whole_open(whole, path))
        return unwritten(whole);
    if (fputs(text, whole->out) >= 0)
        return DONE;
    whole->error = errno;
    whole_drop(whole);
    whole->out = NULL;
    return unwritten(whole);
}

static int keep(struct whole *whole)
{
    const bool kept = whole_keep(whole);

    whole->out = NULL;
    return kept ? DONE : unwritten(whole);
}

/* The consideration comes first, so that a scenario is never there without what it uses. */
static int write_all(struct import *m)
{
    const struct imported *i = &m->imported;
    int status =
        i->contributions ? put(&m->contributions, i->contributions_path, i->contributions) : DONE;

    if (status == DONE)
        status = put(&m->scenario, m->options->output, i->text);
    if (status == DONE && i->contributions)
        status = keep(&m->contributions);
    return status == DONE ? keep(&m->scenario) : status;
}

static void note_years(const struct import *m)
{
    const int first = m->files.plan->first, last = first + m->files.from - 1;

    if (m->files.from == 1)
        fprintf(stderr, "hnbsim import: %d-%02d is", first, (first + 1) % 100);
    else
        fprintf(stderr, "hnbsim import: %d-%02d to %d-%02d are", first, (first + 1) % 100, last,
                (last + 1) % 100);
    fputs(" before the area begins, and in the opening balance alone\n", stderr);
}

/* What was left out, which nobody would see. */
static void note(const struct import *m)
{
    if (m->options->quiet)
        return;
    if (m->files.from > 0)
        note_years(m);
    if (m->files.plan->rounded > 0)
        fprintf(stderr,
                "hnbsim import: totals are up to %s off their rows, as rounding leaves them: rows "
                "are taken\n",
                plan_pounds(m->arena, m->files.plan->rounded));
    if (m->files.plan->pupils > 0)
        fprintf(stderr,
                "hnbsim import: the plan's EHCPs are not imported: pupils are those of %s, with "
                "nothing done\n",
                m->files.area->file);
    if (m->imported.contributions)
        fprintf(stderr, "hnbsim import: what others contribute is in '%s'\n",
                m->imported.contributions_path);
}

static bool do_all(void *context)
{
    struct import *m = context;

    if (!work(m)) {
        m->status = mistakes_tell(m->problems, m->options);
        return true;
    }
    m->status = write_all(m);
    if (m->status == DONE)
        note(m);
    return true;
}

/* What is open when memory runs out, or when the other could not be written, is not kept. */
static void finish_import(struct import *m)
{
    if (m->contributions.out)
        whole_drop(&m->contributions);
    if (m->scenario.out)
        whole_drop(&m->scenario);
    problems_free(m->problems);
    arena_free(m->arena);
}

int import_command(const struct options *options)
{
    struct import m = {.options = options,
                       .arena = arena_new(CEILING),
                       .problems = problems_new(),
                       .status = FAILED};
    bool done;

    if (!text_same(options->file[0], "plan")) {
        options_unknown_of("import", "import", options->file[0], import_word);
        m.status = MISTAKES;
    } else if (!m.arena || !m.problems || !arena_guard(m.arena, do_all, &m, &done)) {
        fputs("hnbsim: out of memory\n", stderr);
        m.status = FAILED;
    }
    finish_import(&m);
    return m.status;
}
