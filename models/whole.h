/* Chance at the size of one council: a year of whole pupils. model.md section 3.
 *
 * The same arrays as those of the expected year, filled with whole numbers. What happens to a pupil
 * is a function of the seed, the draw, the year, what it is about by its name, the age, and which
 * pupil of those alike: never of what else was drawn. So scenarios share their luck, and a pupil
 * more or less somewhere changes nothing elsewhere but by places.
 *
 * Like the rest of a year's step these can neither fail nor allocate.
 */
#ifndef MODELS_WHOLE_H
#define MODELS_WHOLE_H

#include "engine/chance/binomial.h"
#include "engine/chance/poisson.h"
#include "models/year.h"

/** Pupils are drawn one by one, so their number has a limit: of those in the base's January, and of
 * the mean of those who arrive together. A draw that asks for more than the latter has so many new
 * plans that results_inexact() says its figures cannot be kept. */
#define WHOLE_MOST_AT_BASE 1e6
#define WHOLE_MOST_AT_ONCE 1e5
#define WHOLE_BEYOND 1e300

/** What whole numbers are drawn for: purposes from names, so that no order or count matters. */
struct purposes {
    uint64_t *rounding;       /* [setting] the base caseload */
    uint64_t *leaving;        /* [need][setting] who ceases or moves, and where to */
    uint64_t *joining;        /* [need][phase] how many new plans */
    uint64_t *placement;      /* [need][phase] of which age, and where they start */
    uint64_t *fewer;          /* [need][setting] whom considerations spare a plan */
    uint64_t *more;           /* [need] new plans that considerations add */
    uint64_t *placing;        /* [need] where those start */
    uint64_t cut_off;         /* how many go on from support to a plan */
    uint64_t going_on;        /* of which need and age */
    uint64_t *coming;         /* [need][setting] moves in and out */
    uint64_t *shifting;       /* [shift][need] who is shifted */
    uint64_t *refusing;       /* [shift][need] which of those shifted find no place */
    uint64_t *asking;         /* [setting][need] who finds no place */
    uint64_t *asking_shifted; /* [setting][need] the same of those shifted there, all together */
    uint64_t *sending;        /* [setting][need] where those go */
};

/** Name them. In the arena. */
const struct purposes *whole_purposes(struct arena *arena, const struct plan *plan);

/** What a number is drawn for, in a year of a draw. */
struct whole_chance {
    struct stream_key key;
    struct stream_at at;
};

/** For an age, or 0 for what is of no age. */
static inline struct whole_chance whole_chance(const struct plan *plan, const struct draw *draw,
                                               int census, uint64_t purpose, int age)
{
    return (struct whole_chance){
        {draw->seed, purpose},
        {draw->first, (uint64_t)plan_calendar(plan, census), (uint64_t)age, 0}};
}

/** The word of the j-th of those alike; `word` holds four, and is filled as j passes them: start at
 * 0 and miss none. */
static inline ulanes whole_next(struct whole_chance chance, int j, ulanes word[4])
{
    if (j % 4 == 0) {
        chance.at.attempt = (uint64_t)(j / 4);
        stream_words(chance.key, chance.at, word);
    }
    return word[j % 4];
}

/** Words of four ages at a time, one each: of one need, and setting or phase; none as yet. */
struct whole_four {
    int ages;
    ulanes word[4];
};

/** The word of an age, of four that share a call. */
static inline ulanes whole_word(struct whole_chance chance, struct whole_four *four)
{
    const int age = (int)chance.at.cell;

    if (four->ages != age / 4 + 1) {
        four->ages = age / 4 + 1;
        chance.at.cell /= 4;
        stream_words(chance.key, chance.at, four->word);
    }
    return four->word[age % 4];
}

/** The j-th of the numbers that an age has: two halves of its own word, then those of further
 * attempts. `more` holds eight and is filled as j passes them: start below 2 and miss none. */
static inline lanes whole_number(struct whole_chance chance, ulanes own, int j, ulanes more[4])
{
    if (j < 2)
        return stream_half(own, j);
    if ((j - 2) % 8 == 0) {
        chance.at.attempt = (uint64_t)(j - 2) / 8 + 1;
        stream_words(chance.key, chance.at, more);
    }
    return stream_half(more[(j - 2) % 8 / 2], j % 2);
}

/** How many of n, each with the chance p, by a number: the `which`-th such count of one purpose,
 * year and age. */
static inline lanes whole_some(struct whole_chance chance, int which, lanes uniform, lanes n,
                               lanes p)
{
    chance.at.cell += (uint64_t)which << 32; /* where all share one, they need more of their own */
    return binomial_draw(chance.key, chance.at, uniform, n, p);
}

/** 1 where it is so, else 0. */
static inline lanes whole_one(ilanes where)
{
    return lanes_choose(where, lanes_of(1), lanes_of(0));
}

static inline lanes whole_share(lanes x)
{
    return lanes_min(lanes_max(x, lanes_of(0)), lanes_of(1));
}

/** The January that is given, rounded without bias. whole_begin.c */
void whole_begin(const struct plan *plan, const struct draw *draw, struct work *work);

/** Ageing, ceasing, transfers. whole_transfer.c, model.md 3.1 to 3.3. */
void whole_transfer(const struct plan *plan, const struct draw *draw, int census, struct work *work,
                    struct census *out);

/** New plans, and who of those cut off goes on to one. whole_arrive.c, model.md 3.4. */
void whole_arrive(const struct plan *plan, const struct draw *draw, int census, struct work *work,
                  struct census *out);

/** Moves in and out. whole_come.c, model.md 3.5. */
void whole_come(const struct plan *plan, const struct draw *draw, int census, struct work *work,
                struct census *out);

/** Shares who go elsewhere. whole_shift.c, model.md 3.6. */
void whole_shift(const struct plan *plan, const struct draw *draw, int census, struct work *work);

/** Give out the places of every setting. whole_places.c, model.md 3.7. */
void whole_places(const struct plan *plan, const struct draw *draw, int census, struct work *work,
                  struct census *out);

/** Those of one need and age whom a full setting turns away. */
struct whole_away {
    int setting, need, age;
    lanes pupils;
    struct whole_four *four; /* the setting's and need's */
};

/** They ask at its overflow settings. whole_overflow.c */
void whole_overflow(const struct plan *plan, const struct draw *draw, int census,
                    const struct whole_away *away, struct work *work);

#endif
