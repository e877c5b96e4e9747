/* The area that a file means: itself, or the one of a scenario as the scenario changes it. */
#include "models/area_of_file.h"

#include "models/scenario.h"

const struct area *area_of_file(struct arena *arena, struct problems *problems, const char *path)
{
    struct node *root = document_read(arena, problems, path, (struct place){0});

    if (root == NULL)
        return NULL;
    if (file_kind(root) == AREA_FILE)
        return area_read(arena, problems, root);
    const struct scenario *scenario = scenario_read(arena, problems, path, (struct place){0});
    return scenario != NULL ? scenario->area : NULL;
}
