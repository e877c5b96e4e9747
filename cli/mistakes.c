/* One way of telling them, for every command. */
#include "cli/mistakes.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"
#include "engine/output/problems_json.h"

int mistakes_tell(const struct problems *problems, const struct options *options)
{
    if (options->format != AS_JSON)
        problems_print(problems, stderr);
    else if (!problems_json(problems, stderr))
        return mistakes_unwritten("-", errno);
    return MISTAKES;
}

int mistakes_unwritten(const char *path, int error)
{
    if (error != EPIPE && error != ECANCELED)
        fprintf(stderr, "hnbsim: %s: %s\n", strcmp(path, "-") == 0 ? "standard output" : path,
                strerror(error ? error : EIO));
    return FAILED;
}
