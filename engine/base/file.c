/* A whole file of text, read into an arena. */
#include "engine/base/file.h"

#include <dirent.h>
#include <errno.h>
#include <glob.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "engine/base/text.h"
#include "engine/base/utf8.h"

enum { MOST_NAMES = 500 };

struct place file_place(const char *file, const char *text, size_t offset)
{
    struct place at = {.file = file, .line = 1, .length = 1};
    size_t start = 0;
    for (size_t i = 0; i < offset; i++) {
        const bool pair = text[i] == '\r' && text[i + 1] == '\n';
        if ((text[i] == '\n' || text[i] == '\r') && !pair) {
            at.line++;
            start = i + 1;
        }
    }
    at.column = utf8_count(text + start, offset - start) + 1;
    return at;
}

/* A complaint about the file itself stands where it was named. */
static struct place blame(const char *path, struct place asked_at)
{
    return asked_at.file != NULL ? asked_at : (struct place){.file = path};
}

/* What stands at the file's own place need not name it again. */
static bool is_own(const char *path, struct place at) { return strcmp(path, at.file) == 0; }

/* The name in a folder that was probably meant. */
static void hint_near(struct problems *problems, const char *name, struct dirent **all, int count)
{
    const char *names[MOST_NAMES];
    const int most = count < MOST_NAMES ? count : MOST_NAMES;

    for (int i = 0; i < most; i++)
        names[i] = all[i]->d_name;
    const int near = text_nearest(name, names, most);
    if (near >= 0)
        problem_hint(problems, "did you mean '%s'?", names[near]);
}

/* A file there that begins so, before a '.' or a '-', or in a folder of this one: "4b" for
 * "considerations/4b-satellite.yaml". */
static bool hint_begun(struct problems *problems, const char *path)
{
    static const char *const patterns[] = {"%.*s%s.*", "%.*s%s-*.yaml", "%.*s*/%s", "%.*s*/%s.*",
                                           "%.*s*/%s-*.yaml"};
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    const int folder = (int)(name - path);
    char pattern[PATH_MAX + 8];
    bool found = false;

    if (*name == '\0' || strlen(path) >= PATH_MAX || strpbrk(path, "*?[\\") != NULL)
        return false;
    for (size_t i = 0; !found && i < sizeof patterns / sizeof *patterns; i++) {
        glob_t all;
        snprintf(pattern, sizeof pattern, patterns[i], folder, path, name);
        found = glob(pattern, 0, NULL, &all) == 0;
        if (found)
            problem_hint(problems, "did you mean '%s'?", all.gl_pathv[0] + folder);
        globfree(&all);
    }
    return found;
}

/* A file that is not there: a slip in its name, or its folder is not there either. */
static void hint_absent(struct problems *problems, const char *path)
{
    const char *slash = strrchr(path, '/');
    char folder[PATH_MAX];
    struct dirent **all = NULL;

    if (strlen(path) >= sizeof folder)
        return;
    snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - path) + 1 : 1,
             slash ? path : ".");
    const int count = scandir(folder, &all, NULL, alphasort);
    if (count < 0) {
        problem_hint(problems, "there is no folder '%s'", folder);
        return;
    }
    hint_near(problems, slash ? slash + 1 : path, all, count);
    for (int i = 0; i < count; i++)
        free(all[i]);
    free(all);
}

static void cannot_read(struct problems *problems, const char *path, struct place at, int error)
{
    if (is_own(path, at))
        problem(problems, at, "%s", strerror(error));
    else
        problem(problems, at, "cannot read '%s': %s", path, strerror(error));
    if (error == ENOENT && strchr(path, '\\') != NULL)
        problem_hint(problems, "write '/' in place of '\\'");
    else if (error == ENOENT && !hint_begun(problems, path))
        hint_absent(problems, path);
}

static bool too_large(struct problems *problems, const char *path, size_t most, struct place at)
{
    const char *quote = is_own(path, at) ? "" : "'", *name = is_own(path, at) ? "this" : path;

    return problem(problems, at, "%s%s%s is larger than %zu megabytes", quote, name, quote,
                   most >> 20);
}

/* The bytes of an ordinary file of bearable size, or -1. */
static long long size_of(struct problems *problems, const char *path, size_t most, struct place at)
{
    const char *quote = is_own(path, at) ? "" : "'", *name = is_own(path, at) ? "this" : path;
    struct stat about;
    if (stat(path, &about) != 0) {
        cannot_read(problems, path, at, errno);
        return -1;
    }
    if (!S_ISREG(about.st_mode)) {
        problem(problems, at, "%s%s%s is %s", quote, name, quote,
                S_ISDIR(about.st_mode) ? "a folder, not a file" : "not an ordinary file");
        return -1;
    }
    if ((unsigned long long)about.st_size > most) {
        too_large(problems, path, most, at);
        return -1;
    }
    return about.st_size;
}

/* A byte that no text file has: NUL, the other control characters but tab and line ends, not UTF-8.
 */
static bool all_text(struct problems *problems, const char *path, const struct file_text *file)
{
    const size_t valid = utf8_valid(file->text, file->length);
    for (size_t i = 0; i < valid; i++) {
        const unsigned char c = (unsigned char)file->text[i];
        if ((c >= ' ' || c == '\t' || c == '\n' || c == '\r') && c != 0x7f)
            continue;
        problem(problems, file_place(path, file->text, i),
                "a control character (byte 0x%02X), which no text has", c);
        return strncmp(file->text, "PK\x03\x04", 4) == 0 &&
               problem_hint(problems, "this is a workbook: save the sheet as CSV (UTF-8)");
    }
    if (valid == file->length)
        return true;
    problem(problems, file_place(path, file->text, valid), "a byte that is not UTF-8 (0x%02X)",
            (unsigned char)file->text[valid]);
    return problem_hint(problems, "save the file as UTF-8");
}

/* Without its byte order mark, and nothing when it is no text. */
static struct file_text finished(struct problems *problems, const char *path, struct file_text file)
{
    if (file.length >= 3 && memcmp(file.text, "\xEF\xBB\xBF", 3) == 0) {
        file.text += 3;
        file.length -= 3;
    }
    file.text[file.length] = '\0';
    problems_source(problems, path, file.text, file.length);
    return all_text(problems, path, &file) ? file : (struct file_text){0};
}

/* The file is opened only when its memory is there, so that a jump leaves nothing open. */
struct file_text file_read(struct arena *arena, struct problems *problems, const char *path,
                           size_t most, struct place asked_at)
{
    const struct file_text none = {0};
    const struct place at = blame(path, asked_at);
    size_t length = 0;
    const char *given = problems_given(problems, path, &length);
    if (given != NULL && length > most) {
        too_large(problems, path, most, at);
        return none;
    }
    if (given != NULL)
        return finished(problems, path,
                        (struct file_text){arena_text(arena, given, length), length});
    const long long size = size_of(problems, path, most, at);
    if (size < 0)
        return none;
    struct file_text file = {.text = arena_alloc(arena, (size_t)size + 1, 1)};
    FILE *in = fopen(path, "rb");
    if (in == NULL) {
        cannot_read(problems, path, at, errno);
        return none;
    }
    file.length = fread(file.text, 1, (size_t)size, in);
    const int error = ferror(in) ? errno : 0;
    (void)fclose(in);
    if (error != 0) {
        cannot_read(problems, path, at, error);
        return none;
    }
    return finished(problems, path, file);
}

struct file_text file_given(struct arena *arena, struct problems *problems, const char *name,
                            const char *text)
{
    const struct file_text none = {0};
    struct file_text file = {.length = strlen(text)};

    file.text = arena_text(arena, text, file.length);
    problems_source(problems, name, file.text, file.length);
    return all_text(problems, name, &file) ? file : none;
}

/* A folder is none: `hnbsim new area mine` makes mine/ beside mine.yaml. */
static bool is_there(const char *path)
{
    struct stat about;

    return stat(path, &about) == 0 && !S_ISDIR(about.st_mode);
}

/* The path itself, or with its ending; NULL when neither is there. */
static const char *with_ending(struct arena *arena, const char *path)
{
    const char *ended = arena_format(arena, "%s.yaml", path);

    return is_there(path) ? path : is_there(ended) ? ended : NULL;
}

const char *file_sought(struct arena *arena, const char *path, const char *name,
                        const char *installed)
{
    static const char scenarios[] = "scenarios/";
    const size_t before = strncmp(name, scenarios, sizeof scenarios - 1) ? 0 : sizeof scenarios - 1;
    const char *found = with_ending(arena, path);

    if (!found && installed && *name != '\0' && *name != '/' && *name != '.')
        found = with_ending(arena, arena_format(arena, "%s/%s", installed, name + before));
    return found ? found : path;
}
