/* Latin hypercube: a keyed shuffle that needs no memory of the other draws. */
#include "engine/chance/latin.h"

struct latin latin_new(struct stream_key key, uint64_t draws)
{
    struct latin latin = {.draws = draws, .half = 1};
    ulanes words[2][4];
    while (draws > 1ULL << 2 * latin.half)
        latin.half++;
    for (uint64_t i = 0; i < 2; i++)
        stream_words(key, (struct stream_at){.attempt = i}, words[i]);
    for (int i = 0; i < 6; i++)
        latin.round[i] = words[i / 4][i % 4][0];
    return latin;
}

/* Any function does for a Feistel network's round; this one is Stafford's thirteenth mixer, keyed.
 */
static uint64_t mixed(uint64_t x, uint64_t key)
{
    x += key;
    x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9;
    x = (x ^ x >> 27) * 0x94d049bb133111eb;
    return x ^ x >> 31;
}

static uint64_t shuffled(const struct latin *latin, uint64_t x)
{
    const uint64_t mask = (1ULL << latin->half) - 1;
    uint64_t left = x >> latin->half, right = x & mask;
    for (int i = 0; i < 6; i++) {
        const uint64_t next = left ^ (mixed(right, latin->round[i]) & mask);
        left = right;
        right = next;
    }
    return left << latin->half | right;
}

uint64_t latin_part(const struct latin *latin, uint64_t draw)
{
    uint64_t part = draw % latin->draws;
    do
        part = shuffled(latin, part);
    while (part >= latin->draws);
    return part;
}

void latin_place(const struct latin *latin, uint64_t first, lanes *uniform)
{
    const double least = 0x1p-53, draws = (double)latin->draws;
    lanes part = {0};
    for (int j = 0; j < LANES; j++)
        part[j] = (double)latin_part(latin, first + (uint64_t)j);
    const lanes in_whole = (part + *uniform) / draws;
    *uniform = lanes_min(lanes_max(in_whole, lanes_of(least)), lanes_of(1 - least));
}
