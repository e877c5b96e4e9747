/* Scrambled Sobol points. */
#include "engine/chance/sobol.h"

#include "engine/chance/sobol_numbers.h"

static uint32_t reversed(uint32_t x)
{
    x = (x & 0x55555555) << 1 | (x >> 1 & 0x55555555);
    x = (x & 0x33333333) << 2 | (x >> 2 & 0x33333333);
    x = (x & 0x0f0f0f0f) << 4 | (x >> 4 & 0x0f0f0f0f);
    return __builtin_bswap32(x);
}

static int degree_of(uint16_t polynomial) { return 31 - __builtin_clz(polynomial); }

/* Bratley and Fox, "Algorithm 659", ACM Trans. Math. Softw. 14 (1988), section 2. */
static void directions(const uint16_t *numbers, uint32_t direction[32])
{
    const int degree = degree_of(numbers[0]);
    for (int i = 0; i < 32; i++) {
        if (i < degree) {
            direction[i] = (uint32_t)numbers[1 + i] << (31 - i);
            continue;
        }
        direction[i] = direction[i - degree] ^ direction[i - degree] >> degree;
        for (int k = 1; k < degree; k++)
            if (numbers[0] >> (degree - k) & 1)
                direction[i] ^= direction[i - k];
    }
}

struct sobol sobol_new(struct stream_key key, int dimension)
{
    struct sobol sobol = {0};
    const uint16_t *numbers = sobol_numbers;
    ulanes words[4];
    for (int i = 1; i < dimension; i++)
        numbers += 1 + degree_of(numbers[0]);
    if (dimension > 0)
        directions(numbers, sobol.direction);
    for (int i = 0; i < 32; i++)
        sobol.direction[i] = dimension > 0 ? reversed(sobol.direction[i]) : 1U << i;
    stream_words(key, (struct stream_at){0}, words);
    sobol.scramble = (uint32_t)(words[0][0] >> 32);
    return sobol;
}

static uint32_t digits(const struct sobol *sobol, uint32_t draw)
{
    uint32_t x = 0;
    for (; draw != 0; draw &= draw - 1)
        x ^= sobol->direction[__builtin_ctz(draw)];
    return x;
}

uint32_t sobol_plain(const struct sobol *sobol, uint32_t draw)
{
    return reversed(digits(sobol, draw));
}

/* Even multipliers: a digit is turned over by those before it alone, which is Owen's rule. */
static uint32_t scrambled(uint32_t x, uint32_t scramble)
{
    x += scramble;
    x ^= x * 0x6c50b47c;
    x ^= x * 0xb82f1e52;
    x ^= x * 0xc7afe638;
    return x ^ x * 0x8d22f6e6;
}

void sobol_place(const struct sobol *sobol, uint64_t first, lanes *uniform)
{
    const double least = 0x1p-53;
    lanes whole = {0};
    for (int j = 0; j < LANES; j++)
        whole[j] =
            reversed(scrambled(digits(sobol, (uint32_t)(first + (uint64_t)j)), sobol->scramble));
    const lanes place = (whole + *uniform) * 0x1p-32;
    *uniform = lanes_min(lanes_max(place, lanes_of(least)), lanes_of(1 - least));
}
