/* An area alone, or a scenario with the area as it changes it. */
#include "models/area_of_file.h"

struct area_of_file area_of_file(struct arena *arena, struct problems *problems, const char *path,
                                 const struct scenario_reading *reading)
{
    struct node *root = document_read(arena, problems, path, (struct place){0});
    struct area_of_file meant = {NULL, NULL};

    if (root != NULL && file_kind(root) == AREA_FILE)
        meant.area = area_read(arena, problems, root);
    else if (root != NULL)
        meant.scenario = scenario_read_with(arena, problems, path, reading);
    if (meant.scenario != NULL)
        meant.area = meant.scenario->area;
    return meant;
}
