/* hnbsim chart WHICH SCENARIO... -o fan.svg: one chart of the briefing, for a document. */
#include <errno.h>
#include <string.h>

#include "cli/briefing.h"
#include "cli/cli.h"
#include "cli/outside.h"
#include "cli/show.h"
#include "report/section.h"

const char *chart_word(int i) { return i < NAMED_CHARTS ? named_charts[i].name : NULL; }

static const struct named_chart *find(const char *name)
{
    for (int i = 0; i < NAMED_CHARTS; i++)
        if (strcmp(named_charts[i].name, name) == 0)
            return &named_charts[i];
    return NULL;
}

static bool write_svg(FILE *out, const struct session *session, const struct tidy_report *run)
{
    chart_svg(out, session->arena, find(session->options->chart)->of(briefing_of(session, run)));
    return !ferror(out);
}

/* As rsvg-convert has it; twice as large as it is on a screen, so that it may be printed. */
static bool convert(FILE *out, const struct session *session, const struct tidy_report *run,
                    const char *format)
{
    const char *const words[] = {"rsvg-convert", "--format", format, "--zoom", "2", NULL};
    FILE *svg = tmpfile();
    bool good = svg && write_svg(svg, session, run) && outside_run(words, svg, out);
    const int error = errno;

    if (!good && error == ENOENT)
        fputs("hnbsim chart: .png and .pdf are made by rsvg-convert, of Debian's librsvg2-bin, "
              "which is not here; .svg needs nothing\n",
              stderr);
    if (svg)
        fclose(svg);
    errno = error == ENOENT ? ECANCELED : error;
    return good;
}

static bool write_png(FILE *out, const struct session *session, const struct tidy_report *run)
{
    return convert(out, session, run, "png");
}

static bool write_pdf(FILE *out, const struct session *session, const struct tidy_report *run)
{
    return convert(out, session, run, "pdf");
}

static show_write *writer(const char *path)
{
    return briefing_ends(path, ".png")                             ? write_png
           : briefing_ends(path, ".pdf")                           ? write_pdf
           : briefing_ends(path, ".svg") || strcmp(path, "-") == 0 ? write_svg
                                                                   : NULL;
}

static bool sensible(struct options *options)
{
    const struct named_chart *which = find(options->chart);

    if (!which) {
        options_unknown_of("chart", "chart", options->chart, chart_word);
        return false;
    }
    if (which->compares && options->files < 2) {
        fprintf(stderr, "hnbsim chart: %s is between scenarios: name two or more\n", which->name);
        return false;
    }
    if (options->outputs == 0)
        options->to[options->outputs++] = options->output;
    for (int i = 0; i < options->outputs; i++)
        if (!writer(options->to[i])) {
            fprintf(stderr, "hnbsim chart: --output '%s' ends in none of .svg, .png, .pdf\n",
                    options->to[i]);
            return false;
        }
    return true;
}

int chart_command(const struct options *options)
{
    struct options own = *options;

    own.chart = own.file[0];
    own.file++;
    own.files--;
    if (!sensible(&own))
        return MISTAKES;
    return show_files("chart", &own, briefing_can_be, writer);
}
