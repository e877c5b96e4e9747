/* A run as JUnit's XML, which services that run tests show: what was required, what the law
 * requires, and what was quoted. docs/ci.md. */
#ifndef ENGINE_OUTPUT_JUNIT_H
#define ENGINE_OUTPUT_JUNIT_H

#include "engine/output/tidy.h"

/**
 * Three suites: a case for each requirement and scenario; one for each scenario that fails when
 * it is not lawful as drawn, with what else the rules found as its output; and one for each figure
 * that a scenario's considerations quote, which never fails and says if it is derived again.
 *
 * @return false when it could not be written; errno says why
 */
bool junit_write(const struct tidy_report *report, FILE *out);

/** Text as XML may have it, in quotes or not: what XML has no way to say becomes U+FFFD. */
void junit_text(const char *text, FILE *out);

#endif
