/* Found from the command's own file, so that a prefix may be moved whole. */
#include "cli/installed.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/base/file.h"
#include "engine/base/text.h"

static char folder[2 * PATH_MAX];

static bool is_folder(const char *path)
{
    struct stat about;

    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

/* The folder of the command's own file, with a slash at its end; false where the system does not
 * tell. */
static bool own_folder(char own[PATH_MAX])
{
    const ssize_t length = readlink("/proc/self/exe", own, PATH_MAX - 1);

    if (length <= 0)
        return false;
    own[length] = '\0';
    char *slash = strrchr(own, '/');
    if (slash)
        slash[1] = '\0';
    return slash;
}

/* bin/../share/hnbsim/scenarios, without the dots. */
static void find(void)
{
    char own[PATH_MAX], plain[PATH_MAX];
    const char *said = getenv("HNBSIM_SCENARIOS");

    if (said)
        snprintf(folder, sizeof folder, "%s", said);
    else if (HNBSIM_SCENARIOS[0] == '/' || !own_folder(own))
        snprintf(folder, sizeof folder, "%s", HNBSIM_SCENARIOS_AS_CONFIGURED);
    else
        snprintf(folder, sizeof folder, "%s%s", own, HNBSIM_SCENARIOS);
    if (!said && realpath(folder, plain))
        snprintf(folder, sizeof folder, "%s", plain);
    if (!said && !is_folder(folder))
        folder[0] = '\0';
}

const char *installed_folder(void)
{
    static bool found;

    if (!found)
        find();
    found = true;
    return *folder ? folder : NULL;
}

const char *installed_sought(struct arena *arena, const char *name)
{
    return file_sought(arena, name, name, installed_folder());
}

const struct scenario_reading *installed_reading(void)
{
    static struct scenario_reading reading;

    reading.installed = installed_folder();
    return &reading;
}

/* What stands behind the folder in a path below it, or NULL. */
static const char *below(const char *path)
{
    const size_t length = installed_folder() ? strlen(installed_folder()) : 0;

    return length > 0 && strncmp(path, installed_folder(), length) == 0 && path[length] == '/'
               ? path + length + 1
               : NULL;
}

const char *installed_used(struct arena *arena, const char *name, const struct scenario *scenario)
{
    const char *used = "";

    for (int i = 0; i < scenario->inputs; i++) {
        const char *file = below(scenario->input[i]);
        const char *ending = file ? strrchr(file, '.') : NULL;
        if (ending && text_same(ending, ".yaml"))
            used = arena_format(arena, "%s%s%s", used, *used ? ", " : "", file);
    }
    return *used ? arena_format(arena, "%s is from %s: %s", name, installed_folder(), used) : NULL;
}
