/* A page as it is printed. */
#ifndef CLI_PAPER_H
#define CLI_PAPER_H

#include <stdbool.h>
#include <stdio.h>

/**
 * Have Chromium print a page of HTML as PDF, which has no time of its own: one page and one
 * Chromium make the same bytes.
 *
 * @param page  read from its beginning
 * @param out   where the PDF goes
 * @return      false when it could not: errno says why, ENOENT that there is no Chromium, ECANCELED
 *              what stderr has been told
 */
bool paper_print(FILE *page, FILE *out);

#endif
