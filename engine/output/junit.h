/* A run as JUnit's XML, which services that run tests show: what was required, and what the law
 * requires. docs/ci.md. */
#ifndef ENGINE_OUTPUT_JUNIT_H
#define ENGINE_OUTPUT_JUNIT_H

#include "engine/output/tidy.h"

/**
 * Two suites: a case for each requirement and scenario, and one for each scenario that fails when
 * it is not lawful as drawn. What else the rules found is the case's output.
 *
 * @return false when it could not be written; errno says why
 */
bool junit_write(const struct tidy_report *report, FILE *out);

/** Text as XML may have it, in quotes or not: what XML has no way to say becomes U+FFFD. */
void junit_text(const char *text, FILE *out);

#endif
