/* Whether two plans have the same pupils in every draw, so that one pass may count them for both.
 */
#ifndef MODELS_PLAN_PUPILS_H
#define MODELS_PLAN_PUPILS_H

#include "engine/base/digest.h"
#include "models/plan.h"

/**
 * A digest of all that decides pupils: the caseload, flows, places and the considerations that
 * touch them, an uncertain number by its name and distribution. Two plans of one digest have, draw
 * by draw of one run, the same `struct census` in every January, and the same overflow shares.
 *
 * Not of money, nor, but for shifts of whole pupils, whose chance has its name, of which
 * consideration a shift or a site belongs to.
 *
 * @param hex  out
 * @return     false when out of memory
 */
bool plan_pupils_digest(const struct plan *plan, char hex[65]);

#endif
