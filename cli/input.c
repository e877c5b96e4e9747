/* The standard input is read once, and then stands for a file as often as one is read. */
#include "cli/input.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/installed.h"
#include "engine/base/text.h"
#include "engine/run/ranks.h"
#include "engine/yaml/document.h"

/* One byte more than any file may have, so that what is too large is seen to be. */
enum { MOST = DOCUMENT_MOST_BYTES + 1 };

static const char name[] = "<standard input>";

bool input_is_standard(const char *file) { return text_same(file, "-") || text_same(file, name); }

static bool read_standard(struct problems *problems)
{
    const struct place at = {.file = name};
    char *text = malloc(MOST);
    const size_t length = text ? fread(text, 1, MOST, stdin) : 0;
    bool good = text && !ferror(stdin);

    if (!text || (good && !problems_give(problems, name, text, length)))
        good = problem(problems, at, "out of memory");
    else if (!good)
        problem(problems, at, "%s", strerror(errno));
    free(text);
    return good;
}

const char *input_named(struct problems *problems, const char *file)
{
    size_t length;

    if (!text_same(file, "-"))
        return file;
    if (ranks_count() > 1) {
        problem(problems, (struct place){.file = name}, "every rank would have to read it");
        problem_hint(problems, "give a file");
        return NULL;
    }
    return problems_given(problems, name, &length) || read_standard(problems) ? name : NULL;
}

const char *input_sought(struct arena *arena, struct problems *problems, const char *file)
{
    const char *named = input_named(problems, file);

    return named ? installed_sought(arena, named) : NULL;
}

const struct scenario *input_scenario(struct arena *arena, struct problems *problems,
                                      const char *file)
{
    const char *found = input_sought(arena, problems, file);

    return found ? scenario_read_with(arena, problems, found, installed_reading()) : NULL;
}

struct area_of_file input_area(struct arena *arena, struct problems *problems, const char *file)
{
    const char *found = input_sought(arena, problems, file);

    return found ? area_of_file(arena, problems, found, installed_reading())
                 : (struct area_of_file){NULL, NULL};
}
