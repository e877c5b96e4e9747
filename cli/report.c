/* hnbsim report SCENARIO... -o briefing.html: the briefing, and its figures in other forms. */
#include <errno.h>
#include <string.h>

#include "cli/briefing.h"
#include "cli/cli.h"
#include "cli/paper.h"
#include "cli/show.h"

static bool write_page(FILE *out, const struct session *session, const struct tidy_report *run)
{
    return report_page(out, briefing_of(session, run));
}

static bool write_paper(FILE *out, const struct session *session, const struct tidy_report *run)
{
    FILE *page = tmpfile();
    const bool good = page && write_page(page, session, run) && paper_print(page, out);
    const int error = errno;

    if (!good && error == ENOENT)
        fputs("hnbsim report: .pdf is printed by Chromium, of Debian's chromium, which is not "
              "here; .html needs nothing\n",
              stderr);
    if (page)
        fclose(page);
    errno = error == ENOENT ? ECANCELED : error;
    return good;
}

static bool write_workbook(FILE *out, const struct session *session, const struct tidy_report *run)
{
    return report_workbook(out, briefing_of(session, run));
}

static bool write_csv(FILE *out, const struct session *session, const struct tidy_report *run)
{
    (void)session;
    return tidy_csv(run->tidy, out);
}

static bool write_json(FILE *out, const struct session *session, const struct tidy_report *run)
{
    (void)session;
    return tidy_json(run, out);
}

static const struct {
    const char *ending;
    show_write *write;
} kinds[] = {{".html", write_page},
             {".pdf", write_paper},
             {".xlsx", write_workbook},
             {".csv", write_csv},
             {".json", write_json}};

static show_write *writer(const char *path)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (briefing_ends(path, kinds[i].ending))
            return kinds[i].write;
    return strcmp(path, "-") == 0 ? write_page : NULL;
}

static bool writable(const struct options *options)
{
    bool good = options->outputs > 0;

    if (!good)
        fputs("hnbsim report: needs -o and the name of a file, as in -o briefing.html\n", stderr);
    for (int i = 0; i < options->outputs; i++)
        if (!writer(options->to[i]) && !options_folder(options->to[i])) {
            fprintf(stderr,
                    "hnbsim report: --output '%s' ends in none of .html, .pdf, .xlsx, .csv, .json "
                    "and a "
                    "slash, which say what to write\n",
                    options->to[i]);
            good = false;
        }
    return good;
}

int report_command(const struct options *options)
{
    return writable(options) ? show_files("report", options, briefing_can_be, writer) : MISTAKES;
}
