/* posix_spawn, and waiting. */
#include "cli/outside.h"

#include <errno.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static bool ended_well(pid_t child)
{
    int status;

    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return false;
    errno = WIFEXITED(status) && WEXITSTATUS(status) == 127 ? ENOENT : EIO;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool outside_run(const char *const words[], FILE *in, FILE *out)
{
    posix_spawn_file_actions_t actions;
    pid_t child;
    int error;

    if (fflush(in) != 0 || fflush(out) != 0 || lseek(fileno(in), 0, SEEK_SET) < 0)
        return false;
    if ((error = posix_spawn_file_actions_init(&actions)) == 0) {
        posix_spawn_file_actions_adddup2(&actions, fileno(in), STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, fileno(out), STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", 1, 0);
        /* It does not change its words; they are not const for the sake of old programs. */
        error =
            posix_spawnp(&child, words[0], &actions, NULL, (char *const *)(size_t)words, environ);
        posix_spawn_file_actions_destroy(&actions);
    }
    errno = error;
    return error == 0 && ended_well(child);
}
