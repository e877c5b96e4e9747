/* Runs a target once over every input of a folder, in order. Prints TAP. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "tests/fuzz/fuzz.h"

static int is_input(const struct dirent *entry) { return entry->d_name[0] != '.'; }

static bool replay(const char *folder, const char *name)
{
    static uint8_t bytes[1 << 20];
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *in = fopen(path, "rb");
    if (in == NULL)
        return false;
    const size_t size = fread(bytes, 1, sizeof bytes, in);
    const bool whole = feof(in) && !ferror(in);
    fclose(in);
    /* in memory of its own size, so that a sanitizer sees a step beyond its end */
    uint8_t *exact = malloc(size > 0 ? size : 1);
    if (exact == NULL)
        return false;
    for (size_t i = 0; i < size; i++)
        exact[i] = bytes[i];
    (void)LLVMFuzzerTestOneInput(exact, size);
    free(exact);
    return whole;
}

int main(int count, char *words[])
{
    struct dirent **found;
    bool failed = false;
    if (count != 2)
        return 2;
    const int inputs = scandir(words[1], &found, is_input, alphasort);
    printf("1..%d\n", inputs);
    for (int i = 0; i < inputs; i++) {
        const bool fine = replay(words[1], found[i]->d_name);
        failed |= !fine;
        printf("%s %d - %s\n", fine ? "ok" : "not ok", i + 1, found[i]->d_name);
        fflush(stdout);
        free(found[i]);
    }
    if (inputs >= 0)
        free(found);
    return failed || inputs < 1;
}
