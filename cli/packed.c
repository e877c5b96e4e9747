/* What is read is read from a temporary folder, and looked at whether it is from there. */
#include "cli/packed.h"

#include <string.h>

#include "cli/cli.h"
#include "cli/enclosed.h"
#include "cli/installed.h"
#include "cli/temporary.h"

struct packed {
    struct temporary folder;
    int (*take)(void *context, const struct session *session, const struct tidy_report *report);
    void *context;
};

/* The current folder's own true path, ended by a slash, is before that of every file in it. */
static bool is_here(struct arena *arena, const char *file)
{
    const char *own = enclosed_place(arena, "."), *place = enclosed_place(arena, file);
    const size_t folder = own ? strlen(own) - 1 : 0;

    return own && place && strncmp(place, own, folder) == 0;
}

bool packed_is_input(const char *name)
{
    return strncmp(name, PACKED_INPUTS, sizeof PACKED_INPUTS - 1) == 0 ||
           strncmp(name, PACKED_INSTALLED, sizeof PACKED_INSTALLED - 1) == 0;
}

static bool ready(void *context, const struct session *session)
{
    struct packed *packed = context;
    bool good = true;

    for (int i = 0; i < session->count; i++) {
        const struct scenario *scenario = session->outcome[i].scenario;
        for (int f = 0; f < scenario->inputs; f++)
            if (!is_here(session->arena, scenario->input[f])) {
                good = problem(session->problems, (struct place){.file = scenario->file},
                               "'%s' is not among the files of the bundle", scenario->input[f]);
                problem_hint(session->problems,
                             "name it from the folder of the file that names it");
                break;
            }
    }
    temporary_leave(&packed->folder);
    return good;
}

static int take(void *context, const struct session *session, const struct tidy_report *report)
{
    const struct packed *packed = context;

    return packed->take(packed->context, session, report);
}

int packed_run(const struct tar *tar, const struct options *options,
               int (*use)(void *context, const struct session *session,
                          const struct tidy_report *report),
               void *context)
{
    struct packed packed = {.take = use, .context = context};
    const struct show_taker taker = {ready, take, &packed};

    if (!temporary_enter(&packed.folder, tar, packed_is_input))
        return FAILED;
    installed_use(PACKED_INSTALLED);
    const int status = show_taken("bundle", options, &taker);
    temporary_leave(&packed.folder);
    return status;
}
