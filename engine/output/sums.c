/* A line a file: 64 digits, two spaces and its name. */
#include "engine/output/sums.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/digest.h"

enum { DIGITS = 64, BEFORE_NAME = DIGITS + 2 };

static bool put_lines(const struct tar *tar, FILE *out)
{
    char sum[DIGITS + 1];

    for (int i = 0; i < tar->count; i++) {
        digest_of_bytes(tar->file[i].bytes, tar->file[i].length, sum);
        fprintf(out, "%s  %s\n", sum, tar->file[i].name);
    }
    return !ferror(out);
}

bool sums_add(struct tar *tar)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out;
    bool good;

    tar_sort(tar);
    out = open_memstream(&text, &length);
    good = out && put_lines(tar, out);
    if (out)
        good = fclose(out) == 0 && good;
    good = good && tar_add(tar, SUMS_NAME, text, length);
    free(text);
    return good;
}

/* A line of sums, its end cut off: the name, or NULL when it is no such line. */
static const char *name_of(const char *line)
{
    const size_t digits = strspn(line, "0123456789abcdef");

    return digits == DIGITS && strncmp(line + DIGITS, "  ", 2) == 0 &&
                   !tar_name_wrong(line + BEFORE_NAME)
               ? line + BEFORE_NAME
               : NULL;
}

static bool tell(const struct sums_told *told, const char *name, const char *what)
{
    told->tell(told->to, name, what);
    return false;
}

/* `seen` notes the files that have a sum. */
static bool check_line(const struct tar *tar, const char *line, bool seen[],
                       const struct sums_told *told)
{
    const char *name = name_of(line);
    const struct tar_file *file = name ? tar_find(tar, name) : NULL;
    char sum[DIGITS + 1];

    if (!name)
        return tell(told, SUMS_NAME, "has a line that is not a sum and a name");
    if (!file)
        return tell(told, name, "is missing");
    if (seen[file - tar->file])
        return tell(told, name, "has two sums");
    seen[file - tar->file] = true;
    digest_of_bytes(file->bytes, file->length, sum);
    return strncmp(sum, line, DIGITS) == 0 || tell(told, name, "has changed");
}

static bool check_lines(const struct tar *tar, char *text, bool seen[],
                        const struct sums_told *told)
{
    bool good = true;

    for (char *line = text, *end; *line; line = end) {
        end = line + strcspn(line, "\n");
        if (*end)
            *end++ = '\0';
        good = check_line(tar, line, seen, told) && good;
    }
    for (int i = 0; i < tar->count; i++)
        if (!seen[i] && strcmp(tar->file[i].name, SUMS_NAME) != 0)
            good = tell(told, tar->file[i].name, "has no sum");
    return good;
}

bool sums_check(const struct tar *tar, const struct sums_told *told)
{
    const struct tar_file *sums = tar_find(tar, SUMS_NAME);
    char *text = sums ? strdup(sums->bytes) : NULL;
    bool *seen = calloc((size_t)tar->count + 1, sizeof *seen), good;

    if (!sums)
        good = tell(told, SUMS_NAME, "is missing");
    else if (strlen(sums->bytes) != sums->length)
        good = tell(told, SUMS_NAME, "has a line that is not a sum and a name");
    else
        good = text && seen ? check_lines(tar, text, seen, told)
                            : tell(told, SUMS_NAME, "is too much for this memory");
    free(text);
    free(seen);
    return good;
}
