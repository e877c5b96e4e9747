/* libyaml's complaints in words that an analyst understands. */
#include "engine/yaml/complaint.h"

#include <string.h>

#include "engine/base/file.h"

/* What libyaml says, what we say, and what to do about it. */
static const struct wording {
    const char *theirs, *ours, *hint;
    bool at_context; /* stands where the thing began, not where it went wrong */
} wordings[] = {
    {"mapping values are not allowed in this context",
     "a second ':' in one value, or a key too far in",
     "put the value in quotes, or line the key up with the others", false},
    {"could not find expected ':'", "a line without ':'", "a key is followed by ':' and a space",
     true},
    {"did not find expected key", "this does not line up with the keys above it",
     "keys of one mapping begin in one column", false},
    {"did not find expected '-' indicator", "this does not line up with the list above it", "",
     false},
    {"did not find expected ',' or '}'", "a '{' without its '}', or a ',' left out", "", true},
    {"did not find expected ',' or ']'", "a '[' without its ']', or a ',' left out", "", true},
    {"found unexpected ':'", "a ':' where none belongs", "put the value in quotes", false},
    {"did not find expected node content", "a value is missing here", "", false},
    {"found unexpected end of stream", "a quote is opened here and never closed", "", true},
    {"found unexpected document indicator", "a quote is opened here and never closed", "", true},
    {"found unknown escape character", "a '\\' that means nothing inside double quotes",
     "use single quotes", false},
    {"did not find expected hexdecimal number", "a '\\' that means nothing inside double quotes",
     "use single quotes", false},
    {"found invalid Unicode character escape code",
     "a '\\' that means nothing inside double quotes", "use single quotes", false},
    {"block sequence entries are not allowed in this context", "a list cannot begin here",
     "begin it on a line of its own, below its key", false},
    {"mapping keys are not allowed in this context", "a key cannot begin here",
     "begin it on a line of its own", false},
    {"found a tab character that violates indentation", "a tab where spaces belong",
     "indent with spaces", false},
    {"found a tab character where an indentation space is expected", "a tab where spaces belong",
     "indent with spaces", false},
    {"did not find expected alphabetic or numeric character", "a '&' or '*' without a name",
     "put the value in quotes", false},
    {"did not find expected <document start>", "text after the end of the document", "", false},
    {"did not find expected comment or line break", "text after a '|' or '>'",
     "begin the text on the next line, or put it in quotes", false},
};

static struct place place_at(const char *file, yaml_mark_t mark)
{
    return (struct place){
        .file = file, .line = (int)mark.line + 1, .column = (int)mark.column + 1, .length = 1};
}

/* The character at a mark, when it is ASCII; else, or at the end, NUL. */
static char letter_at(const char *text, yaml_mark_t mark)
{
    for (size_t i = 0; *text != '\0'; i++) {
        if (i == mark.index)
            return *text;
        text++;
        while (((unsigned char)*text & 0xc0) == 0x80)
            text++;
    }
    return '\0';
}

static void complain_of_letter(struct problems *problems, struct place at, char letter)
{
    if (letter == '\t') {
        problem(problems, at, "a tab where spaces belong");
        problem_hint(problems, "indent with spaces");
        return;
    }
    problem(problems, at, "a value cannot begin with '%c'", letter);
    problem_hint(problems, letter == '%' ? "write 5%% for a percentage, or put the value in quotes"
                                         : "put the value in quotes");
}

static bool is_about(const yaml_parser_t *parser, const char *word)
{
    return strstr(parser->problem, word) != NULL ||
           (parser->context != NULL && strstr(parser->context, word) != NULL);
}

static void complain_otherwise(struct problems *problems, const yaml_parser_t *parser,
                               const char *file, const char *text)
{
    const struct place at = place_at(file, parser->problem_mark);
    const char letter = letter_at(text, parser->problem_mark);
    if (is_about(parser, "cannot start any token") && letter != '\0') {
        complain_of_letter(problems, at, letter);
    } else if (is_about(parser, "directive")) {
        problem(problems, place_at(file, parser->context_mark), "a line cannot begin with '%%'");
        problem_hint(problems, "put it in quotes");
    } else if (is_about(parser, "tag")) {
        problem(problems, at, "a value cannot begin with '!'");
        problem_hint(problems, "put the value in quotes");
    } else {
        problem(problems, at, "this is not YAML: %s", parser->problem);
    }
}

/* Something was wanted, and a ':' stands there. */
static bool is_keyless(const yaml_parser_t *parser, const char *text)
{
    const bool wanted =
        is_about(parser, "expected key") || is_about(parser, "expected node content");
    return wanted && letter_at(text, parser->problem_mark) == ':';
}

/* Does something stand behind a closing quote that could only have stood before it? */
static bool follows_quote(const yaml_parser_t *parser, const struct quoted *before)
{
    return before->given && parser->problem_mark.line == before->end.line &&
           is_about(parser, "did not find expected");
}

/* A quote that closed too early; or too late, at one that was to open another value. */
static void complain_of_quote(struct problems *problems, const yaml_parser_t *parser,
                              const char *file, const char *text, const struct quoted *before)
{
    if (before->start.line != before->end.line) {
        problem(problems, place_at(file, before->start), "a quote is opened here and never closed");
        problem_hint(problems, "the next quote is in line %d", (int)before->end.line + 1);
        return;
    }
    problem(problems, place_at(file, parser->problem_mark), "text after a closing quote");
    if (is_about(parser, "expected ','"))
        problem_hint(problems, "put a ',' before it, or write a quote inside quotes twice");
    else if (letter_at(text, before->start) == '"')
        problem_hint(problems, "use single quotes around a value that has double ones");
    else
        problem_hint(problems, "a quote inside quotes is written twice");
}

/* Is it in the line of this mark? */
static bool line_has(const char *text, yaml_mark_t mark, const char *word)
{
    for (size_t line = 0; line < mark.line && *text != '\0'; text++)
        line += *text == '\n';
    const char *found = strstr(text, word);
    return found != NULL && (size_t)(found - text) < strcspn(text, "\n");
}

/* What a line without a key lacks. */
static const char *keyless_hint(const char *text, yaml_mark_t mark, const char *usual)
{
    if (line_has(text, mark, "\xC2\xA0"))
        return "a no-break space (U+00A0) is in it: type that space again";
    if (line_has(text, mark, "="))
        return "write ':' in place of '='";
    return line_has(text, mark, ":") ? "put a space behind the ':'" : usual;
}

/* What stands in a column of its own was to be a part of an item, or an item itself. */
static bool hint_column(struct problems *problems, const yaml_parser_t *parser, const char *text)
{
    if (is_about(parser, "expected '-' indicator"))
        problem_hint(problems, "a part of the item above begins in column %d; a new item with '- '",
                     (int)parser->context_mark.column + 3);
    else if (is_about(parser, "expected key") && letter_at(text, parser->problem_mark) == '-')
        problem_hint(problems, "items of one list begin with '- ' in one column");
    else
        return false;
    return true;
}

static const struct wording *wording_of(const char *theirs)
{
    for (size_t i = 0; i < sizeof wordings / sizeof *wordings; i++)
        if (strcmp(theirs, wordings[i].theirs) == 0)
            return &wordings[i];
    return NULL;
}

void complain(struct problems *problems, const yaml_parser_t *parser, const char *file,
              const char *text, const struct quoted *before)
{
    if (parser->error == YAML_READER_ERROR) {
        problem(problems, file_place(file, text, parser->problem_offset),
                "a character that cannot be read (U+%04X)", (unsigned)parser->problem_value);
        problem_hint(problems, "delete it, or type it again");
        return;
    }
    if (is_keyless(parser, text)) {
        problem(problems, place_at(file, parser->problem_mark), "a key is missing before ':'");
        return;
    }
    if (follows_quote(parser, before)) {
        complain_of_quote(problems, parser, file, text, before);
        return;
    }
    if (is_about(parser, "expected key") && letter_at(text, parser->problem_mark) == ',') {
        problem(problems, place_at(file, parser->problem_mark), "a ',' where none belongs");
        problem_hint(problems, "take it away: a line ends without one");
        return;
    }
    const struct wording *w = wording_of(parser->problem);
    if (w == NULL) {
        complain_otherwise(problems, parser, file, text);
        return;
    }
    const bool context = w->at_context && parser->context != NULL;
    problem(problems, place_at(file, context ? parser->context_mark : parser->problem_mark), "%s",
            w->ours);
    if (context && strcmp(w->ours, "a line without ':'") == 0)
        problem_hint(problems, "%s", keyless_hint(text, parser->context_mark, w->hint));
    else if (!hint_column(problems, parser, text) && w->hint[0] != '\0')
        problem_hint(problems, "%s", w->hint);
}
