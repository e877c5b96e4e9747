/* Who went where between two Januaries, by need and setting. Private to models/. */
#ifndef MODELS_EXPLAIN_FLOWS_H
#define MODELS_EXPLAIN_FLOWS_H

#include "models/explain_tree.h"

/** One need's pupils of one setting. */
struct flow {
    double before;                /* in the January before */
    double ceased, gone;          /* plans that ended; who moved out of the area */
    double stayed;                /* before anyone is shifted */
    double moved[MOST_SETTINGS];  /* to each setting, where they would be if none were full */
    double started, became;       /* new plans; those who had support without one */
    double came;                  /* moves in and corrections */
    double turned[MOST_SETTINGS]; /* turned away to each */
    double staying, asking;       /* as places are given out: who keeps one, who asks for one */
};

/** One need's pupils whom a shift takes. */
struct shifted {
    double staying, asking; /* what they were: who would have kept a place, who asked for one */
    double placed;
};

struct followed {
    struct flow *flow;       /* [need][setting] */
    struct shifted *shifted; /* [shift][need] */
};

/** The flows into a January that is not the base's. */
const struct followed *flows_into(const struct explainer *e, int census);

/** Give places out as models/places.c does, need by need. explain_places.c */
void flows_place(const struct explainer *e, int census, const struct followed *flows);

static inline struct flow *flows_at(const struct followed *flows, const struct plan *plan, int need,
                                    int setting)
{
    return &flows->flow[need * plan->settings + setting];
}

#endif
