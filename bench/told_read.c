#include "bench/told_read.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void give_up(const char *what, const char *which)
{
    fprintf(stderr, "bench: %s: %s\n", which, what);
    exit(2);
}

/* The sizes after a name, and how many numbers they come to. */
static size_t sizes(char *text, struct told_array *array)
{
    size_t count = 1;

    for (char *word = strtok(text, " \n"); word; word = strtok(NULL, " \n")) {
        if (array->sizes == TOLD_SIZES)
            give_up("too many sizes", array->name);
        array->size[array->sizes] = atoi(word);
        count *= (size_t)array->size[array->sizes++];
    }
    return count;
}

static void read_one(FILE *file, char *line, struct told_array *array)
{
    char *space = strchr(line, ' ');

    if (!space || (size_t)(space - line) >= sizeof array->name)
        give_up("not a heading of an array", line);
    memcpy(array->name, line, (size_t)(space - line));
    const size_t count = sizes(space + 1, array);
    array->at = malloc(count * sizeof *array->at + 1);
    if (!array->at || fread(array->at, sizeof *array->at, count, file) != count)
        give_up("ends too soon", array->name);
}

struct told_file told_read(const char *path)
{
    struct told_file told = {0};
    FILE *file = fopen(path, "rb");
    char line[200];

    if (!file)
        give_up("cannot be read", path);
    while (fgets(line, sizeof line, file)) {
        if (told.arrays == TOLD_ARRAYS)
            give_up("too many arrays", path);
        read_one(file, line, &told.array[told.arrays++]);
    }
    fclose(file);
    return told;
}

static const struct told_array *find(const struct told_file *told, const char *name)
{
    for (int i = 0; i < told->arrays; i++)
        if (strcmp(told->array[i].name, name) == 0)
            return &told->array[i];
    give_up("has not been told", name);
    return NULL;
}

const double *told_numbers(const struct told_file *told, const char *name)
{
    return find(told, name)->at;
}

int told_size(const struct told_file *told, const char *name, int dimension)
{
    return find(told, name)->size[dimension];
}
