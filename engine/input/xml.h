/* XML that another program wrote, element by element. */
#ifndef ENGINE_INPUT_XML_H
#define ENGINE_INPUT_XML_H

#include "engine/base/problems.h"
#include "engine/input/package.h"

enum { XML_MOST_DEPTH = 64 };

/** What is told of each; names come without their prefix. Text may come in pieces. None may take
 * from an arena: the parser would be left behind by a jump. */
struct xml_listener {
    void (*begin)(void *context, const char *name, const char *const attributes[]);
    void (*end)(void *context, const char *name);
    void (*text)(void *context, const char *text, int length);
};

/**
 * Read one part. Nothing is expanded and nothing fetched: what declares a document type is refused.
 *
 * @return false when a problem was noted
 */
bool xml_read(struct problems *problems, struct place at, const struct part *part,
              const struct xml_listener *listener, void *context);

/** An attribute's value by its name, prefix or not, or NULL. */
const char *xml_attribute(const char *const attributes[], const char *name);

#endif
