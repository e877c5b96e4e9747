/* What every target shares: a folder with the small area in it, and a run that must balance. */
#include "tests/fuzz/fuzz.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/base/utf8.h"
#include "models/results.h"

#define SMALL TOP "/tests/data/small"

enum { CEILING = 128 << 20, LONGEST_PATH = 512 };

void fuzz_holds(bool holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "does not hold: %s\n", what);
    abort();
}

static char folder[] = "/tmp/hnbsim-fuzz-XXXXXX";
static bool made;

static void join(char out[LONGEST_PATH], const char *in, const char *name)
{
    const int length = snprintf(out, LONGEST_PATH, "%s/%s", in, name);
    FUZZ_HOLDS(length > 0 && length < LONGEST_PATH);
}

static void each_file(const char *of, void (*act)(const char *name))
{
    DIR *open = opendir(of);
    FUZZ_HOLDS(open != NULL);
    for (const struct dirent *entry; (entry = readdir(open)) != NULL;)
        if (entry->d_name[0] != '.')
            act(entry->d_name);
    closedir(open);
}

static void link_file(const char *name)
{
    char from[LONGEST_PATH], to[LONGEST_PATH];
    join(from, SMALL, name);
    join(to, folder, name);
    FUZZ_HOLDS(symlink(from, to) == 0);
}

static void remove_file(const char *name)
{
    char path[LONGEST_PATH];
    join(path, folder, name);
    unlink(path);
}

static void remove_folder(void)
{
    each_file(folder, remove_file);
    rmdir(folder);
}

static void make_folder(void)
{
    if (made)
        return;
    FUZZ_HOLDS(mkdtemp(folder) != NULL);
    made = true;
    atexit(remove_folder);
    each_file(SMALL, link_file);
}

void fuzz_write(const char *name, const void *bytes, size_t size)
{
    char path[LONGEST_PATH];
    make_folder();
    join(path, folder, name);
    unlink(path); /* it may be a link to one of the repository's own */
    FILE *out = fopen(path, "w");
    FUZZ_HOLDS(out != NULL);
    FUZZ_HOLDS(fwrite(bytes, 1, size, out) == size);
    FUZZ_HOLDS(fclose(out) == 0);
}

void fuzz_restore(const char *name)
{
    remove_file(name);
    link_file(name);
}

static void check_text(const char *text)
{
    FUZZ_HOLDS(text != NULL && utf8_valid(text, strlen(text)) == strlen(text));
}

static void check_problems(const struct problems *problems)
{
    for (int i = 0; i < problems_count(problems); i++) {
        const struct place at = problems_place(problems, i);
        FUZZ_HOLDS(at.line >= 0 && at.column >= 0 && at.length >= 0);
        check_text(problems_text(problems, i));
        check_text(problems_hint(problems, i));
    }
}

static void print_nowhere(const struct problems *problems)
{
    static FILE *nowhere;
    if (nowhere == NULL)
        nowhere = fopen("/dev/null", "w");
    FUZZ_HOLDS(nowhere != NULL);
    problems_print(problems, nowhere);
}

void fuzz_file(const char *name, const uint8_t *bytes, size_t size, bool (*work)(void *reading))
{
    char path[LONGEST_PATH];
    bool done = false;
    fuzz_write(name, bytes, size);
    join(path, folder, name);
    struct reading reading = {
        arena_new(CEILING), problems_new(), folder, path, (const char *)bytes, size};
    FUZZ_HOLDS(arena_guard(reading.arena, work, &reading, &done));
    check_problems(reading.problems);
    print_nowhere(reading.problems);
    problems_free(reading.problems);
    arena_free(reading.arena);
}

/* It balances, to the penny and to a millionth of a pupil, or of a million of them. */
static void check_run(const struct reading *reading, const struct plan *plan)
{
    const struct results *results = model_central(reading->arena, plan);
    double most = 1;
    if (!results_exact(reading->problems, results))
        return;
    for (int t = 0; t <= plan->years; t++) {
        const double total = results->census[t].total[0];
        most = total > most ? total : most;
        FUZZ_HOLDS(total > -1e-6 * most);
    }
    const struct balance balance = results_balance(results);
    FUZZ_HOLDS(balance.pounds == 0);
    FUZZ_HOLDS(balance.pupils <= 1e-6 + 1e-9 * most);
    FUZZ_HOLDS(rules_judge(reading->arena, results) != NULL);
}

bool fuzz_scenario(const struct reading *reading, const char *name)
{
    const char *path = arena_format(reading->arena, "%s/%s", reading->folder, name);
    const struct scenario *scenario =
        scenario_read(reading->arena, reading->problems, path, (struct place){0});
    const struct plan *plan =
        scenario != NULL ? plan_compile(reading->arena, reading->problems, scenario) : NULL;
    if (plan == NULL) {
        FUZZ_HOLDS(problems_count(reading->problems) > 0);
        return false;
    }
    check_run(reading, plan);
    return true;
}
