/* A session as what a briefing is made from. */
#ifndef CLI_BRIEFING_H
#define CLI_BRIEFING_H

#include "cli/session.h"
#include "report/report.h"

/** Do its scenarios have years in common, and the year that --by names? Says on stderr what not. */
bool briefing_can_be(const struct session *session);

/** Everything that a briefing or a chart shows of a run; in the session's arena. */
const struct report *briefing_of(const struct session *session, const struct tidy_report *run);

/** The last letters of a file's name say what it is: does it end so, with a name before? */
bool briefing_ends(const char *path, const char *ending);

#endif
