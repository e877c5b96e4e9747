/* Which part of a workbook is the sheet: its list of sheets names them, its relations say where. */
#include "engine/input/workbook.h"

#include <string.h>

#include "engine/base/text.h"
#include "engine/input/xml.h"

/* Names and ids are cut at WORKBOOK_MOST_NAME: a spreadsheet's are at most 31 characters long. */
struct sheet_entry {
    char name[WORKBOOK_MOST_NAME], id[WORKBOOK_MOST_NAME];
};

struct sheet_list {
    int count;
    struct sheet_entry entry[WORKBOOK_MOST_SHEETS];
};

/* Where a relation of some id leads. */
struct relation {
    const char *id;
    char target[2 * WORKBOOK_MOST_NAME];
};

static void copy(char *to, size_t size, const char *from)
{
    size_t length = from ? strlen(from) : 0;

    length = length < size ? length : size - 1;
    memcpy(to, from ? from : "", length);
    to[length] = '\0';
}

static void note_sheet(void *context, const char *name, const char *const attributes[])
{
    struct sheet_list *list = context;

    if (strcmp(name, "sheet") != 0 || list->count == WORKBOOK_MOST_SHEETS)
        return;
    struct sheet_entry *entry = &list->entry[list->count++];
    copy(entry->name, sizeof entry->name, xml_attribute(attributes, "name"));
    copy(entry->id, sizeof entry->id, xml_attribute(attributes, "id"));
}

static void note_relation(void *context, const char *name, const char *const attributes[])
{
    struct relation *relation = context;
    const char *id = xml_attribute(attributes, "Id");

    if (strcmp(name, "Relationship") == 0 && id && strcmp(id, relation->id) == 0)
        copy(relation->target, sizeof relation->target, xml_attribute(attributes, "Target"));
}

static void pass_end(void *context, const char *name) { (void)context, (void)name; }

static void pass_text(void *context, const char *text, int length)
{
    (void)context, (void)text, (void)length;
}

static const struct xml_listener sheets_listener = {note_sheet, pass_end, pass_text};
static const struct xml_listener relation_listener = {note_relation, pass_end, pass_text};

static bool wanted(const char *name)
{
    static const char sheets[] = "xl/worksheets/";

    return text_same(name, "xl/workbook.xml") || text_same(name, "xl/_rels/workbook.xml.rels") ||
           text_same(name, "xl/sharedStrings.xml") ||
           (strncmp(name, sheets, sizeof sheets - 1) == 0 &&
            !strchr(name + sizeof sheets - 1, '/'));
}

static bool no_workbook(struct problems *problems, struct place at)
{
    problem(problems, at, "this is a zip, and no workbook (.xlsx)");
    return problem_hint(problems, "save the sheet as .xlsx, or as CSV");
}

/* The sheet of that name; or the only one; or -1, and the names told. */
static int choose(struct arena *arena, struct problems *problems, const struct workbook_file *file,
                  const struct sheet_list *list)
{
    const char *names[WORKBOOK_MOST_SHEETS];

    for (int i = 0; i < list->count; i++) {
        names[i] = list->entry[i].name;
        if (text_alike(names[i], file->sheet))
            return i;
    }
    if (list->count == 1)
        return 0;
    problem(problems, (struct place){.file = file->path}, "no sheet is called '%s'", file->sheet);
    problem_hint(problems, "%s",
                 text_meant(arena, file->sheet, "the sheets are", names, list->count));
    return -1;
}

/* The part that a relation leads to: from the package's root, or from xl/. */
static const struct part *related(struct arena *arena, struct problems *problems, struct place at,
                                  const struct package *package, const char *id)
{
    const struct part *relations = package_part(package, "xl/_rels/workbook.xml.rels");
    struct relation relation = {.id = id};

    if (relations == NULL) {
        no_workbook(problems, at);
        return NULL;
    }
    if (!xml_read(problems, at, relations, &relation_listener, &relation))
        return NULL;
    const struct part *part = package_part(
        package, relation.target[0] == '/' ? relation.target + 1
                                           : arena_format(arena, "xl/%s", relation.target));
    if (part == NULL)
        problem(problems, at, "this workbook names a sheet that is not in it");
    return part;
}

static bool read_parts(struct arena *arena, struct problems *problems,
                       const struct workbook_file *file, struct cells *out)
{
    const struct place at = {.file = file->path};
    struct package package;
    struct shared_texts texts;
    struct sheet_list *list = ARENA_NEW(arena, struct sheet_list);

    if (!package_read(arena, problems, at, file->bytes, wanted, &package))
        return false;
    const struct part *workbook = package_part(&package, "xl/workbook.xml");
    if (workbook == NULL)
        return no_workbook(problems, at);
    if (!xml_read(problems, at, workbook, &sheets_listener, list))
        return false;
    const int sheet = choose(arena, problems, file, list);
    if (sheet < 0)
        return false;
    const struct part *part = related(arena, problems, at, &package, list->entry[sheet].id);
    out->sheet = list->entry[sheet].name;
    return part != NULL &&
           workbook_texts(arena, problems, at, package_part(&package, "xl/sharedStrings.xml"),
                          &texts) &&
           workbook_sheet(arena, problems, part, &texts, out);
}

const struct cells *workbook_read(struct arena *arena, struct problems *problems,
                                  const struct workbook_file *file)
{
    struct cells *cells = ARENA_NEW(arena, struct cells);

    cells->file = arena_text(arena, file->path, strlen(file->path));
    return read_parts(arena, problems, file, cells) ? cells : NULL;
}
