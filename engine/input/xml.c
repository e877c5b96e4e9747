/* expat, with the doors shut that a spreadsheet has no use for. */
#include "engine/input/xml.h"

#include <errno.h>
#include <expat.h>
#include <string.h>

struct reading {
    XML_Parser parser;
    const struct xml_listener *listener;
    void *context;
    int depth;
    bool typed, deep;
};

static const char *plain(const char *name)
{
    const char *colon = strrchr(name, ':');

    return colon ? colon + 1 : name;
}

static void XMLCALL begin(void *user, const XML_Char *name, const XML_Char **attributes)
{
    struct reading *r = user;

    if (++r->depth > XML_MOST_DEPTH) {
        r->deep = true;
        XML_StopParser(r->parser, XML_FALSE);
        return;
    }
    r->listener->begin(r->context, plain(name), (const char *const *)attributes);
}

static void XMLCALL end(void *user, const XML_Char *name)
{
    struct reading *r = user;

    r->depth--;
    if (!r->deep)
        r->listener->end(r->context, plain(name));
}

static void XMLCALL text(void *user, const XML_Char *text, int length)
{
    struct reading *r = user;

    if (!r->deep)
        r->listener->text(r->context, text, length);
}

static void XMLCALL doctype(void *user, const XML_Char *name, const XML_Char *system,
                            const XML_Char *public, int internal)
{
    struct reading *r = user;

    (void)name, (void)system, (void)public, (void)internal;
    r->typed = true;
    XML_StopParser(r->parser, XML_FALSE);
}

static bool damaged(struct problems *problems, struct place at, const struct part *part,
                    const struct reading *r)
{
    const unsigned long line = XML_GetCurrentLineNumber(r->parser);

    if (r->typed)
        return problem(problems, at, "'%s' in this workbook declares a document type, as none does",
                       part->name);
    if (r->deep)
        return problem(problems, at, "'%s' in this workbook is nested more than %d deep",
                       part->name, XML_MOST_DEPTH);
    problem(problems, at, "'%s' in this workbook is damaged in line %lu: %s", part->name, line,
            XML_ErrorString(XML_GetErrorCode(r->parser)));
    return problem_hint(problems, "open it in a spreadsheet and save it again");
}

bool xml_read(struct problems *problems, struct place at, const struct part *part,
              const struct xml_listener *listener, void *context)
{
    struct reading r = {.parser = XML_ParserCreate(NULL), .listener = listener, .context = context};
    bool good;

    if (!r.parser)
        return problem(problems, at, "%s", strerror(ENOMEM));
    XML_SetUserData(r.parser, &r);
    XML_SetElementHandler(r.parser, begin, end);
    XML_SetCharacterDataHandler(r.parser, text);
    XML_SetStartDoctypeDeclHandler(r.parser, doctype);
    good = XML_Parse(r.parser, part->text, (int)part->length, XML_TRUE) == XML_STATUS_OK ||
           damaged(problems, at, part, &r);
    XML_ParserFree(r.parser);
    return good;
}

const char *xml_attribute(const char *const attributes[], const char *name)
{
    for (int i = 0; attributes[i]; i += 2)
        if (strcmp(plain(attributes[i]), name) == 0)
            return attributes[i + 1];
    return NULL;
}
