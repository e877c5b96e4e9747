/* Every text that goes into the XML goes through junit_text(). */
#include "engine/output/junit.h"

#include <string.h>

#include "engine/base/utf8.h"

static const char replacement[] = "\xEF\xBF\xBD";

/* U+FFFE and U+FFFF, which no XML may have; UTF-8 has no other that it may not, but controls. */
static bool no_character(const char *text, size_t length)
{
    return length == 3 && text[0] == '\xEF' && text[1] == '\xBF' &&
           (text[2] == '\xBE' || text[2] == '\xBF');
}

static size_t character_length(const char *text)
{
    size_t length = 1;

    while (utf8_inside(text[length]))
        length++;
    return length;
}

/* One character that is valid UTF-8. */
static void put(const char *text, size_t length, FILE *out)
{
    static const struct {
        char letter;
        const char *entity;
    } entities[] = {{'&', "&amp;"},   {'<', "&lt;"},   {'>', "&gt;"},  {'"', "&quot;"},
                    {'\'', "&apos;"}, {'\n', "&#10;"}, {'\t', "&#9;"}, {'\r', "&#13;"}};

    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
        if (*text == entities[i].letter) {
            fputs(entities[i].entity, out);
            return;
        }
    if ((unsigned char)*text < ' ' || no_character(text, length))
        fputs(replacement, out);
    else
        fwrite(text, 1, length, out);
}

void junit_text(const char *text, FILE *out)
{
    while (*text) {
        const char *stop = text + utf8_valid(text, strlen(text));
        while (text < stop) {
            const size_t length = character_length(text);
            put(text, length, out);
            text += length;
        }
        if (*text) {
            fputs(replacement, out);
            text++;
        }
    }
}

static void attribute(const char *name, const char *text, FILE *out)
{
    fprintf(out, " %s=\"", name);
    junit_text(text, out);
    putc('"', out);
}

static void begin_suite(const char *name, int tests, int failures, FILE *out)
{
    fprintf(out,
            "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"0\">\n",
            name, tests, failures);
}

static void begin_case(const char *name, const char *class, FILE *out)
{
    fputs("    <testcase", out);
    attribute("name", name, out);
    attribute("classname", class, out);
    fputs(">\n", out);
}

static void print_properties(const struct tidy_report *report, FILE *out)
{
    fputs("    <properties>\n      <property name=\"hnbsim\"", out);
    attribute("value", report->version, out);
    fputs("/>\n      <property name=\"digest\"", out);
    attribute("value", report->digest, out);
    fputs("/>\n    </properties>\n", out);
}

static void print_requirement(const struct tidy_requirement *r, FILE *out)
{
    begin_case(r->text, r->scenario, out);
    if (r->met) {
        fputs("      <system-out>", out);
        junit_text(r->why, out);
        fputs("</system-out>\n", out);
    } else {
        fputs("      <failure", out);
        attribute("message", r->why, out);
        attribute("type", r->verdict, out);
        putc('>', out);
        junit_text(r->why, out);
        fputs("</failure>\n", out);
    }
    fputs("    </testcase>\n", out);
}

static int unmet(const struct tidy_report *report)
{
    int count = 0;

    for (int i = 0; i < report->requirements; i++)
        count += !report->requirement[i].met;
    return count;
}

static void print_requirements(const struct tidy_report *report, FILE *out)
{
    begin_suite("required", report->requirements, unmet(report), out);
    print_properties(report, out);
    for (int i = 0; i < report->requirements; i++)
        print_requirement(&report->requirement[i], out);
    fputs("  </testsuite>\n", out);
}

static void print_finding(const struct tidy_finding *finding, FILE *out)
{
    const char *const texts[] = {finding->severity, ", ", finding->period, ", ",
                                 finding->rule,     ": ", finding->text};
    const struct tidy_row pounds = {.kind = TIDY_POUNDS, .pounds = finding->pounds};
    char by[TIDY_VALUE];

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        junit_text(texts[i], out);
    if (finding->pounds) {
        tidy_value(&pounds, by);
        fprintf(out, ": by £%s", by);
    }
    junit_text("\n", out);
}

static void print_lawful(const struct tidy_scenario *scenario, FILE *out)
{
    begin_case("lawful as drawn", scenario->name, out);
    fputs(scenario->lawful ? "      <system-out>"
                           : "      <failure message=\"not lawful as drawn\" type=\"not lawful\">",
          out);
    for (int i = 0; i < scenario->findings; i++)
        print_finding(&scenario->finding[i], out);
    fputs(scenario->lawful ? "</system-out>\n" : "</failure>\n", out);
    fputs("    </testcase>\n", out);
}

static int unlawful(const struct tidy_report *report)
{
    int count = 0;

    for (int i = 0; i < report->scenarios; i++)
        count += !report->scenario[i].lawful;
    return count;
}

/* A figure that differs is for people to judge, not for a service to refuse. */
static void print_quotation(const struct tidy_quotation *q, const char *scenario, FILE *out)
{
    const char *const texts[] = {q->verdict, ": ", q->text};

    fputs("    <testcase name=\"", out);
    junit_text(q->consideration, out);
    junit_text(" quotes ", out);
    junit_text(q->of, out);
    putc('"', out);
    attribute("classname", scenario, out);
    fputs(">\n      <system-out>", out);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        junit_text(texts[i], out);
    fputs("</system-out>\n    </testcase>\n", out);
}

static int quotations(const struct tidy_report *report)
{
    int count = 0;

    for (int i = 0; i < report->scenarios; i++)
        count += report->scenario[i].quotations;
    return count;
}

static void print_quoted(const struct tidy_report *report, FILE *out)
{
    begin_suite("quoted", quotations(report), 0, out);
    for (int i = 0; i < report->scenarios; i++)
        for (int q = 0; q < report->scenario[i].quotations; q++)
            print_quotation(&report->scenario[i].quotation[q], report->scenario[i].name, out);
    fputs("  </testsuite>\n", out);
}

bool junit_write(const struct tidy_report *report, FILE *out)
{
    fprintf(out,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<testsuites name=\"hnbsim\" tests=\"%d\" failures=\"%d\" errors=\"0\">\n",
            report->requirements + report->scenarios + quotations(report),
            unmet(report) + unlawful(report));
    print_requirements(report, out);
    begin_suite("lawful", report->scenarios, unlawful(report), out);
    for (int i = 0; i < report->scenarios; i++)
        print_lawful(&report->scenario[i], out);
    fputs("  </testsuite>\n", out);
    print_quoted(report, out);
    fputs("</testsuites>\n", out);
    return !ferror(out);
}
