/* What is read is read from a temporary folder, and looked at whether it is from there. */
#include "cli/packed.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

/* The folders that a name has before its last part. */
static bool make_folders(char *name)
{
    for (char *slash = name; (slash = strchr(slash, '/')); slash++) {
        *slash = '\0';
        const bool made = mkdir(name, 0700) == 0 || errno == EEXIST;
        *slash = '/';
        if (!made)
            return false;
    }
    return true;
}

static bool lay(const struct tar_file *file)
{
    char own[TAR_MOST_NAME + 1];

    snprintf(own, sizeof own, "%s", file->name);
    const int fd = make_folders(own)
                       ? open(own, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600)
                       : -1;
    FILE *out = fd < 0 ? NULL : fdopen(fd, "wb");
    if (!out)
        return false;
    const bool good = fwrite(file->bytes, 1, file->length, out) == file->length;
    return fclose(out) == 0 && good;
}

/* In the current folder, what a run reads. */
static bool lay_inputs(const struct tar *tar)
{
    for (int i = 0; i < tar->count; i++)
        if (packed_is_input(tar->file[i].name) && !lay(&tar->file[i])) {
            fprintf(stderr, "hnbsim: %s: %s\n", tar->file[i].name, strerror(errno));
            return false;
        }
    return true;
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

    if (!temporary_enter(&packed.folder))
        return FAILED;
    int status = FAILED;
    if (lay_inputs(tar)) {
        installed_use(PACKED_INSTALLED);
        status = show_taken("bundle", options, &taker);
    }
    temporary_leave(&packed.folder);
    return status;
}
