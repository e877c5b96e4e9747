/* Results never take the place of what they were made from. */
#include "cli/spares.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/input.h"

/* The standard input may be a file too. */
static bool same_file(const char *path, const char *input)
{
    struct stat is, was;
    const int found = input_is_standard(input) ? fstat(STDIN_FILENO, &was) : stat(input, &was);

    return found == 0 && S_ISREG(was.st_mode) && stat(path, &is) == 0 && is.st_dev == was.st_dev &&
           is.st_ino == was.st_ino;
}

static bool is_among(const char *path, char *const files[], int count)
{
    for (int i = 0; i < count; i++)
        if (same_file(path, files[i]))
            return true;
    return false;
}

static bool was_read(const struct problems *read, const char *path)
{
    const char *file;

    for (int i = 0; (file = problems_file(read, i)) != NULL; i++)
        if (same_file(path, file))
            return true;
    return false;
}

bool spares_inputs(const struct problems *read, const struct options *options, const char *option,
                   const char *path)
{
    if (strcmp(path, "-") == 0 ||
        !(was_read(read, path) || is_among(path, options->file, options->files) ||
          is_among(path, options->part, options->parts)))
        return true;
    fprintf(stderr, "hnbsim: %s '%s' is one of the files that were read\n", option, path);
    return false;
}
