/* hnbsim new KIND NAME: a commented file to start from, without a mistake in it. */
#include <errno.h>
#include <glob.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/installed.h"
#include "cli/mistakes.h"
#include "cli/new_text.h"

enum { PATH = 1024, FIRST_YEAR = 2019, LAST_YEAR = 2032, FIRST_AGE = 5, LAST_AGE = 18 };

/* A file of a kind: its folder with a slash at its end, and its name without .yaml. */
struct start {
    const char *kind;
    char folder[PATH], name[PATH];
    const char *output; /* where else it goes than NAME.yaml in that folder, or NULL */
    bool quiet;
};

static int cannot(const char *path)
{
    if (errno == EEXIST)
        fprintf(stderr, "hnbsim new: '%s' is there already, and is left as it is\n", path);
    else
        fprintf(stderr, "hnbsim new: cannot write '%s': %s\n", path, strerror(errno));
    return errno == EEXIST ? MISTAKES : FAILED;
}

static int close_written(FILE *out, const char *path)
{
    const bool failed = ferror(out);

    if (out == stdout)
        return fflush(out) == 0 && !failed ? DONE : mistakes_unwritten(path, errno);
    return fclose(out) == 0 && !failed ? DONE : cannot(path);
}

static bool is_standard(const struct start *start)
{
    return start->output && strcmp(start->output, "-") == 0;
}

/* The file itself. */
static void path_of(const struct start *start, char path[3 * PATH])
{
    if (start->output)
        snprintf(path, 3 * PATH, "%s", start->output);
    else
        snprintf(path, 3 * PATH, "%s%s.yaml", start->folder, start->name);
}

/* The text with each @WORD@ in it replaced. */
static void put(FILE *out, const char *text, const char *const words[][2])
{
    while (*text) {
        int i = 0;
        while (words[i][0] && strncmp(text, words[i][0], strlen(words[i][0])) != 0)
            i++;
        if (words[i][0]) {
            fputs(words[i][1], out);
            text += strlen(words[i][0]);
        } else {
            fputc(*text++, out);
        }
    }
}

/* The line that leads an editor to the schema, where there is one near or installed; else how to
 * come by one. */
static void put_schema(FILE *out, const struct start *start)
{
    static const char *const near[] = {"schema/", "../schema/"};
    char path[2 * PATH];

    for (int i = 0; i < 2; i++) {
        snprintf(path, sizeof path, "%s%s%s.json", start->folder, near[i], start->kind);
        if (access(path, R_OK) != 0)
            continue;
        fprintf(out, "# yaml-language-server: $schema=%s%s.json\n", near[i], start->kind);
        return;
    }
    snprintf(path, sizeof path, "%s/schema/%s.json", installed_folder() ? installed_folder() : "",
             start->kind);
    if (installed_folder() && access(path, R_OK) == 0) {
        fprintf(out, "# yaml-language-server: $schema=%s\n", path);
        return;
    }
    fprintf(out,
            "# An editor checks as you type when 'hnbsim schema %s' is kept as schema/%s.json, and "
            "the\n"
            "# first line here is  yaml-language-server: $schema=schema/%s.json\n",
            start->kind, start->kind, start->kind);
}

static int write_file(const struct start *start, const char *text, const char *area)
{
    char path[3 * PATH], tables[PATH + 1];
    path_of(start, path);
    snprintf(tables, sizeof tables, "%.*s/", PATH - 1, start->name);
    const char *const words[][2] = {
        {"@NAME@", start->name}, {"@AREA@", area}, {"@TABLES@", tables}, {NULL, NULL}};
    FILE *out = is_standard(start) ? stdout : fopen(path, "wx");

    if (!out)
        return cannot(path);
    put_schema(out, start);
    put(out, text, words);
    const int status = close_written(out, path);
    if (status == DONE && !start->quiet && !is_standard(start))
        fprintf(stderr, "hnbsim new: wrote '%s'\n", path);
    return status;
}

static void put_population(FILE *out)
{
    fputs("year,age,persons\n", out);
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
        for (int age = FIRST_AGE; age <= LAST_AGE; age++)
            fprintf(out, "%d,%d,1000\n", year, age);
}

/* One table; the last is the population. */
static int write_table(const char *folder, int i)
{
    char path[4 * PATH];
    snprintf(path, sizeof path, "%s/%s", folder,
             i < NEW_TABLES ? new_tables[i].name : "population.csv");
    FILE *out = fopen(path, "wx");

    if (!out)
        return cannot(path);
    if (i < NEW_TABLES)
        fputs(new_tables[i].text, out);
    else
        put_population(out);
    return close_written(out, path);
}

static int write_area(const struct start *start)
{
    char folder[3 * PATH], file[3 * PATH + 8];
    int status = DONE;

    if (start->output) {
        fputs("hnbsim new: --output is of one file, and an area is several: they go where its NAME "
              "says\n",
              stderr);
        return MISTAKES;
    }
    snprintf(folder, sizeof folder, "%s%s", start->folder, start->name);
    snprintf(file, sizeof file, "%s.yaml", folder);
    if (access(file, F_OK) == 0) {
        errno = EEXIST;
        return cannot(file);
    }
    if (mkdir(folder, 0777) != 0)
        return cannot(folder);
    for (int i = 0; i <= NEW_TABLES && status == DONE; i++)
        status = write_table(folder, i);
    return status == DONE ? write_file(start, new_area, "") : status;
}

/* The first area in a folder, as it is named from there. */
static bool has_area(const char *folder, const char *names, char area[PATH])
{
    char pattern[3 * PATH];
    glob_t found;

    snprintf(pattern, sizeof pattern, "%s%s", folder, names);
    if (glob(pattern, 0, NULL, &found) != 0)
        return false;
    snprintf(area, PATH, "%s", found.gl_pathv[0] + strlen(folder));
    globfree(&found);
    return true;
}

/* The first area there is near a scenario, or installed; without one, an example is written. */
static int find_area(const struct start *start, char area[PATH])
{
    char installed[2 * PATH];

    snprintf(installed, sizeof installed, "%s/", installed_folder() ? installed_folder() : "");
    if (has_area(start->folder, "areas/*.yaml", area) ||
        has_area(start->folder, "scenarios/areas/*.yaml", area) ||
        (installed_folder() && has_area(installed, "areas/*.yaml", area)))
        return DONE;
    if (is_standard(start)) {
        fputs("hnbsim new: there is no area here for it to name: without --output one is written "
              "too\n",
              stderr);
        return MISTAKES;
    }
    struct start example = {.kind = "area", .name = "example", .quiet = start->quiet};
    snprintf(example.folder, PATH, "%.*sareas/", PATH - 8, start->folder);
    snprintf(area, PATH, "areas/example.yaml");
    if (mkdir(example.folder, 0777) != 0 && errno != EEXIST)
        return cannot(example.folder);
    return write_area(&example);
}

static int write_scenario(const struct start *start)
{
    char area[PATH], path[3 * PATH];

    path_of(start, path);
    if (!is_standard(start) && access(path, F_OK) == 0) {
        errno = EEXIST;
        return cannot(path);
    }
    const int status = find_area(start, area);
    return status == DONE ? write_file(start, new_scenario, area) : status;
}

/* What YAML would take for something else than a name is none. */
static bool split(const char *path, struct start *start)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    size_t length = strlen(name);

    if (length > 5 && strcmp(name + length - 5, ".yaml") == 0)
        length -= 5;
    if (length == 0 || strcmp(path, "-") == 0 || strlen(path) >= PATH - 8 ||
        strcspn(name, ":#'\"{}[],&*!|>%@`$") < length) {
        fprintf(stderr, "hnbsim new: '%s' is no name for a file, as my-scenario is\n", path);
        return false;
    }
    snprintf(start->folder, PATH, "%.*s", (int)(name - path), path);
    snprintf(start->name, PATH, "%.*s", (int)length, name);
    return true;
}

const char *new_word(int i)
{
    static const char *const kinds[] = {"area", "consideration", "scenario", NULL};
    return kinds[i];
}

/* Where --output says, if it was given: its folder is where what it names is looked for. */
static bool split_output(const struct options *options, struct start *start)
{
    const char *slash = strrchr(options->output, '/');
    const size_t folder = slash ? (size_t)(slash - options->output) + 1 : 0;

    for (int i = 0; i < options->tolds; i++)
        if (strcmp(options->told[i].name, "--output") == 0)
            start->output = options->output;
    if (!start->output)
        return true;
    if (strlen(options->output) >= PATH - 8) {
        fputs("hnbsim new: --output is too long a name\n", stderr);
        return false;
    }
    snprintf(start->folder, PATH, "%.*s", (int)folder, options->output);
    return true;
}

int new_command(const struct options *options)
{
    struct start start = {.kind = options->file[0], .quiet = options->quiet};

    if (!split(options->file[1], &start) || !split_output(options, &start))
        return MISTAKES;
    if (strcmp(start.kind, "area") == 0)
        return write_area(&start);
    if (strcmp(start.kind, "consideration") == 0)
        return write_file(&start, new_consideration, "");
    if (strcmp(start.kind, "scenario") == 0)
        return write_scenario(&start);
    options_unknown_of("new", "kind of file", start.kind, new_word);
    return MISTAKES;
}
