/* Any bytes as a bundle: what is taken from them is plain files, and is written and read again as
 * it was. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/output/manifest.h"
#include "engine/output/sums.h"
#include "engine/output/tar.h"
#include "engine/output/tidy_differ.h"
#include "tests/fuzz/fuzz.h"

static void tell(void *to, const char *name, const char *what)
{
    (void)to;
    FUZZ_HOLDS(*name && *what && tar_name_wrong(name) == NULL);
}

static void look_within(const struct reading *r, const struct tar *tar)
{
    const struct sums_told told = {NULL, tell};
    const struct tar_file *text = tar_find(tar, MANIFEST_NAME);
    char wrong[MANIFEST_WRONG];
    struct manifest manifest;
    struct tidy_changes changes;

    sums_check(tar, &told);
    if (text) {
        FUZZ_HOLDS(!manifest_read(text->bytes, text->length, &manifest, wrong) ||
                   manifest.words > 0);
        manifest_finish(&manifest);
    }
    text = tar_find(tar, "results/table.csv");
    if (text && tidy_differ(r->arena, text->bytes, text->bytes, &changes) == 0)
        FUZZ_HOLDS(changes.count == 0 && changes.more == 0);
}

static void again(struct tar *tar)
{
    char *bytes = NULL, wrong[TAR_WRONG];
    size_t length = 0;
    FILE *out = open_memstream(&bytes, &length);
    struct tar same;

    FUZZ_HOLDS(out && tar_write(tar, out) && fclose(out) == 0);
    FILE *in = fmemopen(bytes, length, "rb");
    FUZZ_HOLDS(in && tar_read(&same, in, wrong) && fclose(in) == 0);
    FUZZ_HOLDS(same.count == tar->count && same.bytes == tar->bytes);
    for (int i = 0; i < tar->count; i++) {
        FUZZ_HOLDS(tar_name_wrong(tar->file[i].name) == NULL);
        FUZZ_HOLDS(strcmp(same.file[i].name, tar->file[i].name) == 0);
        FUZZ_HOLDS(same.file[i].length == tar->file[i].length);
        FUZZ_HOLDS(memcmp(same.file[i].bytes, tar->file[i].bytes, same.file[i].length) == 0);
    }
    tar_finish(&same);
    free(bytes);
}

static bool read_bundle(void *context)
{
    const struct reading *r = context;
    char path[4096], wrong[TAR_WRONG] = "";
    struct tar tar;

    snprintf(path, sizeof path, "%s", r->path);
    FILE *in = fopen(path, "rb");
    FUZZ_HOLDS(in != NULL);
    const bool good = tar_read(&tar, in, wrong);
    fclose(in);
    FUZZ_HOLDS(good == (*wrong == '\0'));
    if (good) {
        look_within(r, &tar);
        again(&tar);
    }
    tar_finish(&tar);
    return good;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    fuzz_file("input.tar", bytes, size, read_bundle);
    return 0;
}
