/* posix_spawn, and waiting. */
#include "cli/outside.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* What is made says that it was made then, as a workbook does: when it was is no figure of the run.
 */
#define OUTSIDE_DAY "315532800"

static bool ended_well(pid_t child)
{
    int status;

    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return false;
    errno = WIFEXITED(status) && WEXITSTATUS(status) == 127 ? ENOENT : EIO;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* Whoever interrupts means it too, even while signals wait here. @return an errno, or 0 */
static int spawn(pid_t *child, const char *const words[], const posix_spawn_file_actions_t *actions)
{
    posix_spawnattr_t attributes;
    sigset_t none;
    int error = posix_spawnattr_init(&attributes);

    if (error != 0)
        return error;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    /* It does not change its words; they are not const for the sake of old programs.
     * NOLINTNEXTLINE(performance-no-int-to-ptr): there is no other way to say so. */
    char *const *its = (char *const *)(size_t)words;
    error = posix_spawnp(child, words[0], actions, &attributes, its, environ);
    posix_spawnattr_destroy(&attributes);
    return error;
}

bool outside_run(const char *const words[], FILE *in, FILE *out)
{
    posix_spawn_file_actions_t actions;
    pid_t child = 0;
    int error;

    if (fflush(in) != 0 || fflush(out) != 0 || lseek(fileno(in), 0, SEEK_SET) < 0 ||
        setenv("SOURCE_DATE_EPOCH", OUTSIDE_DAY, 1) != 0)
        return false;
    if ((error = posix_spawn_file_actions_init(&actions)) == 0) {
        posix_spawn_file_actions_adddup2(&actions, fileno(in), STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, fileno(out), STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", 1, 0);
        error = spawn(&child, words, &actions);
        posix_spawn_file_actions_destroy(&actions);
    }
    errno = error;
    return error == 0 && ended_well(child);
}
