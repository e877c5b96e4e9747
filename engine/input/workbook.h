/* A sheet of a workbook (.xlsx): ECMA-376, as Excel, LibreOffice and libxlsxwriter write it. */
#ifndef ENGINE_INPUT_WORKBOOK_H
#define ENGINE_INPUT_WORKBOOK_H

#include "engine/input/cells.h"
#include "engine/input/package.h"

enum { WORKBOOK_MOST_BYTES = 16 << 20, WORKBOOK_MOST_SHEETS = 64, WORKBOOK_MOST_NAME = 128 };

/** What is read: bytes of a file, and the name of a sheet in it. */
struct workbook_file {
    const char *path, *sheet;
    struct file_text bytes;
};

/** Read it, as cells_read() says. */
const struct cells *workbook_read(struct arena *arena, struct problems *problems,
                                  const struct workbook_file *file);

/** Texts that cells share, by their numbers. */
struct shared_texts {
    int count;
    const char **text;
};

/** The part that holds them; NULL for none. @return false when a problem was noted */
bool workbook_texts(struct arena *arena, struct problems *problems, struct place at,
                    const struct part *part, struct shared_texts *out);

/** The cells of the sheet in a part. @return false when a problem was noted */
bool workbook_sheet(struct arena *arena, struct problems *problems, const struct part *part,
                    const struct shared_texts *texts, struct cells *out);

#endif
