/* What a bundle has beside the files that were read: docs/bundle.md. */
#ifndef CLI_BUNDLE_FILES_H
#define CLI_BUNDLE_FILES_H

#include "cli/session.h"
#include "engine/output/tar.h"
#include "engine/output/tidy.h"

/**
 * Put the manifest, the table of figures, a page for people and the sums of all files in an archive
 * that has the inputs, whose names the session's options have. In the session's arena in between.
 *
 * @return false when there was no memory, or no room in the archive
 */
bool bundle_files_add(struct tar *tar, const struct session *session,
                      const struct tidy_report *report);

#endif
