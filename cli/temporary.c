/* mkdtemp(), then no signal until it is gone. */
#include "cli/temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { OPEN_FOLDERS = 16 };

static void hold_signals(struct temporary *t)
{
    sigset_t held;

    sigemptyset(&held);
    sigaddset(&held, SIGINT);
    sigaddset(&held, SIGTERM);
    sigprocmask(SIG_BLOCK, &held, &t->before);
}

static bool make(struct temporary *t)
{
    const char *where = getenv("TMPDIR");

    if (!where || !*where)
        where = "/tmp";
    if (snprintf(t->path, sizeof t->path, "%s/hnbsim-XXXXXX", where) >= (int)sizeof t->path) {
        errno = ENAMETOOLONG;
        return false;
    }
    t->home = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (t->home < 0)
        return false;
    hold_signals(t);
    t->there = mkdtemp(t->path);
    if (t->there)
        return true;
    const int error = errno;
    snprintf(t->path, sizeof t->path, "%s", where);
    sigprocmask(SIG_SETMASK, &t->before, NULL);
    close(t->home);
    errno = error;
    return false;
}

bool temporary_enter(struct temporary *t)
{
    *t = (struct temporary){0};
    if (make(t) && chdir(t->path) == 0)
        return true;
    fprintf(stderr, "hnbsim: %s: %s\n", t->path, strerror(errno));
    temporary_leave(t);
    return false;
}

static int remove_one(const char *path, const struct stat *about, int kind, struct FTW *where)
{
    (void)about;
    (void)kind;
    (void)where;
    return remove(path);
}

void temporary_leave(struct temporary *t)
{
    if (!t->there)
        return;
    t->there = false;
    if (fchdir(t->home) != 0 || nftw(t->path, remove_one, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS) != 0)
        fprintf(stderr, "hnbsim: %s: %s\n", t->path, strerror(errno));
    close(t->home);
    sigprocmask(SIG_SETMASK, &t->before, NULL);
}
