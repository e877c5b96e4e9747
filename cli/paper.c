/* Chromium reads and writes files by name, so all of its own stand in a folder until it is done. */
#include "cli/paper.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/outside.h"
#include "cli/temporary.h"

static const char *const browsers[] = {"chromium", "chromium-browser", "google-chrome"};

/** A file's bytes. */
struct bytes {
    char *at;
    size_t count;
};

static bool read_all(FILE *from, struct bytes *bytes)
{
    char some[1 << 14];
    FILE *to = open_memstream(&bytes->at, &bytes->count);
    size_t count;
    bool good = to != NULL;

    while (good && (count = fread(some, 1, sizeof some, from)) > 0)
        good = fwrite(some, 1, count, to) == count;
    if (to)
        good = fclose(to) == 0 && good;
    return good && !ferror(from);
}

/* Where a text ends in them, when as many bytes come after it; or NULL. */
static char *after(const struct bytes *bytes, const char *text, size_t more)
{
    const size_t length = strlen(text);

    for (size_t i = 0; i + length + more <= bytes->count; i++)
        if (memcmp(bytes->at + i, text, length) == 0)
            return bytes->at + i + length;
    return NULL;
}

/* When it was printed is said twice, as (D:20260412101500+00'00'). */
static void forget_when(const struct bytes *pdf)
{
    static const char *const keys[] = {"/CreationDate (D:", "/ModDate (D:"};
    static const char then[] = "19800101000000";

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        char *date = after(pdf, keys[i], strlen(then));

        if (date)
            memcpy(date, then, strlen(then));
    }
}

static bool copy_page(FILE *page)
{
    struct bytes html = {0};
    FILE *to = fopen("page.html", "wbx");
    bool good = to && fseek(page, 0, SEEK_SET) == 0 && read_all(page, &html) &&
                fwrite(html.at, 1, html.count, to) == html.count;

    if (to)
        good = fclose(to) == 0 && good;
    free(html.at);
    return good;
}

static bool copy_paper(FILE *out)
{
    struct bytes pdf = {0};
    FILE *from = fopen("page.pdf", "rb");
    bool good = from && read_all(from, &pdf);

    if (good) {
        forget_when(&pdf);
        good = fwrite(pdf.at, 1, pdf.count, out) == pdf.count;
    }
    if (from)
        (void)fclose(from);
    free(pdf.at);
    return good;
}

/* Root may run it outside its sandbox alone. What it says of itself is nobody's business. */
static bool print_with(const char *browser, FILE *nothing)
{
    const char *const words[] = {browser,
                                 "--headless",
                                 "--disable-gpu",
                                 "--disable-background-networking",
                                 "--disable-dev-shm-usage",
                                 "--no-pdf-header-footer",
                                 "--user-data-dir=profile",
                                 "--print-to-pdf=page.pdf",
                                 "page.html",
                                 geteuid() == 0 ? "--no-sandbox" : NULL,
                                 NULL};

    return outside_run(words, nothing, nothing);
}

/* The first that is there. */
static bool print_here(FILE *nothing)
{
    for (size_t i = 0; i < sizeof browsers / sizeof *browsers; i++) {
        if (print_with(browsers[i], nothing))
            return true;
        if (errno != ENOENT) {
            fprintf(stderr, "hnbsim report: %s could not print the page\n", browsers[i]);
            errno = ECANCELED;
            return false;
        }
    }
    return false;
}

static bool print(FILE *page, FILE *out)
{
    FILE *nothing = fopen("/dev/null", "r+");
    const bool good = nothing && copy_page(page) && print_here(nothing) && copy_paper(out);
    const int error = errno;

    if (nothing)
        (void)fclose(nothing);
    errno = error;
    return good;
}

bool paper_print(FILE *page, FILE *out)
{
    struct temporary folder;

    if (!temporary_enter(&folder)) {
        errno = ECANCELED;
        return false;
    }
    const bool good = print(page, out);
    const int error = errno;
    temporary_leave(&folder);
    errno = error;
    return good;
}
