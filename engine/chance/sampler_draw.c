/* Drawing from a sampler: plain arithmetic on lanes, to the same bits at any width. */
#include "engine/chance/normal.h"
#include "engine/chance/sampler.h"

/* A score's tails in the whole distribution, of which the part between the bounds is drawn. */
static void whole_tails(const struct sampler *s, lanes score, lanes *below, lanes *above)
{
    normal_tails(score, below, above);
    if (s->cut) {
        *below = s->below + *below * s->mass;
        *above = s->above + *above * s->mass;
    }
}

/* A score's own score in the whole distribution, from the tail that has kept its digits. */
static lanes whole_score(const struct sampler *s, lanes score)
{
    if (!s->cut)
        return score;
    lanes below, above;
    whole_tails(s, score, &below, &above);
    const lanes z = normal_quantile(lanes_min(below, above));
    return lanes_choose(below < above, z, -z);
}

static lanes uniform(const struct sampler *s, lanes score)
{
    lanes below, above;
    normal_tails(score, &below, &above);
    return s->low + (s->high - s->low) * below;
}

static lanes triangular(const struct sampler *s, lanes score)
{
    const double low = s->p[0], mode = s->p[1], high = s->p[2], width = high - low;
    lanes below, above;
    whole_tails(s, score, &below, &above);
    const lanes up = below * (width * (mode - low)), down = above * (width * (high - mode));
    const ilanes rising = below * width < lanes_of(mode - low);
    const lanes from_end = lanes_sqrt(lanes_choose(rising, up, down));
    return lanes_choose(rising, low + from_end, high - from_end);
}

/* One of the list, each as likely. */
static lanes listed(const struct sampler *s, lanes score)
{
    lanes below, above, out = {0};
    normal_tails(score, &below, &above);
    const lanes at = lanes_min(below * (double)s->count, lanes_of(s->count - 1));
    for (int j = 0; j < LANES; j++)
        out[j] = s->list[(int)at[j]];
    return out;
}

void sampler_draw(const struct sampler *s, const lanes *score, lanes *out)
{
    lanes x = lanes_of(s->p[0]);
    switch (s->way) {
    case BY_POINT:
        break;
    case BY_NORMAL:
        x = s->p[0] + s->p[1] * whole_score(s, *score);
        break;
    case BY_LOGNORMAL:
        x = s->p[0] * lanes_exp(s->p[1] * whole_score(s, *score));
        break;
    case BY_UNIFORM:
        x = uniform(s, *score);
        break;
    case BY_TRIANGULAR:
        x = triangular(s, *score);
        break;
    case BY_TABLE:
        x = score_table_at(&s->table, *score);
        break;
    case BY_LIST:
        x = listed(s, *score);
        break;
    }
    *out = lanes_min(lanes_max(x, lanes_of(s->low)), lanes_of(s->high));
}
