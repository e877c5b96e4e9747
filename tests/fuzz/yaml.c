/* Any bytes as a YAML document: read it, then say of every part that nobody reads it. */
#include "engine/yaml/document.h"
#include "tests/fuzz/fuzz.h"

static bool read_document(void *context)
{
    const struct reading *r = context;
    struct node *root = document_read(r->arena, r->problems, r->path, (struct place){0});
    if (root == NULL) {
        FUZZ_HOLDS(problems_count(r->problems) > 0);
        return false;
    }
    (void)node_get(root, "a");
    (void)node_set(r->arena, r->problems, root, "a.b.c", root, root->at);
    node_unread(root, r->problems);
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    fuzz_file("input.yaml", bytes, size, read_document);
    return 0;
}
