/* What the files that compile a plan share. Private to models/. */
#ifndef MODELS_COMPILE_H
#define MODELS_COMPILE_H

#include "models/plan.h"

/** A plan being compiled. */
struct compiler {
    struct arena *arena;
    struct problems *problems;
    const struct scenario *scenario;
    const struct area *area;
    struct plan *plan;
    bool fine;                 /* nothing has been wrong so far */
    bool *begins;              /* [month of the run] a spell begins here */
    int written[EFFECT_KINDS]; /* how many effects of each kind */
};

/** Called for every effect of every consideration, in the order written. */
typedef void effect_visitor(struct compiler *c, const struct effect *effect, int consideration);
void compile_each_effect(struct compiler *c, effect_visitor *visit);

/** A number as the plan keeps it: certain, or a parameter under that name (printf). */
struct amount compile_amount(struct compiler *c, const struct number *number, const char *name, ...)
    __attribute__((format(printf, 3, 4)));

/** The same in every draw. */
static inline struct amount compile_certain(double x) { return (struct amount){x, -1}; }

/** A yearly path, from index 0; `offset` is index 0's year in the series. */
void compile_path(struct compiler *c, const struct series *series, int offset, int count,
                  const char *name, struct path *out);

/** A consideration's number, named "4b.premium" or by its place in the effect. */
struct amount compile_effect_amount(struct compiler *c, const struct number *number,
                                    int consideration, const char *field);

/** A ramp's share so many years after the start; the last is held on, and none is 1. */
double compile_ramp(const struct ramp *ramp, int year);

/** Censuses that an effect acts on: what starts in calendar year Y first acts on census Y + 1. */
int compile_first_census(const struct compiler *c, const struct effect *effect);
int compile_last_census(const struct compiler *c, const struct effect *effect);

/** Is the effect in force in this spell? */
bool compile_in_force(const struct effect *effect, const struct spell *spell);

/** A setting's or line's key as people read it: spaces for underscores. */
const char *compile_words(struct compiler *c, const char *key, const char *suffix);

/* In the order they must be called. */
void compile_spells(struct compiler *c);
void compile_flows(struct compiler *c);
void compile_pupil_effects(struct compiler *c);
void compile_cells(struct compiler *c);
void compile_fill_order(struct compiler *c);
void compile_rates(struct compiler *c);
void compile_lines(struct compiler *c);
void compile_money(struct compiler *c);
void compile_funding(struct compiler *c);
void compile_groups(struct compiler *c);

/** A line by name, or -1. */
int compile_line(const struct compiler *c, const char *name);

#endif
