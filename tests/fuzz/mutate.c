/* Changes of words and lines, which find more in YAML and CSV than changes of bytes. */
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

size_t LLVMFuzzerMutate(uint8_t *bytes, size_t size, size_t most);
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t size, size_t most, unsigned int seed);

static const char *const words[] = {
    "0",
    "-1",
    "1",
    "2",
    "0.5",
    "100%",
    "-100%",
    "-99.9%",
    "50%",
    "1e308",
    "1e-308",
    "1e300%",
    "1e12",
    "-1e12",
    "1e9",
    "1e18",
    "-1e18",
    "£1e15",
    "1000",
    "999",
    "1e6",
    "2019",
    "2020",
    "0000",
    "9999",
    "2019-20",
    "9999-00",
    "2019-01",
    "January 0000",
    "December 9999",
    "April 2019",
    "September 2020",
    "September 2030",
    "0-999",
    "5-15",
    "18",
    "all",
    "rest",
    "{}",
    "[]",
    "~",
    "true",
    "false",
    "$share",
    "{normal: [1, 2]}",
    "{normal: [0%, 1e300%]}",
    "{pert: [0%, 50%, 100%]}",
    "{lognormal: [1, 5]}",
    "{beta: [0.001, 0.001]}",
    "{gamma: [1e6, 1e300]}",
    "{uniform: [0, 1e308]}",
    "{samples: age.csv}",
    "{mean: 1, sd: 1, persistence: 0.9}",
    "&a",
    "*a",
    "mainstream",
    "special",
    "independent",
    "college",
    "high_needs",
    "capital",
    "schools_block",
    "ASD",
    "MLD",
    "SLD",
    "area.yaml",
    "input.yaml",
    "no-change.yaml",
    "satellite.yaml",
    "outreach.yaml",
    "every-effect.yaml",
    "per place",
    "per pupil",
    "place rate",
    "saving of",
    "movers",
    "entrants",
    "standing",
    "special top-up",
};

enum { WORDS = sizeof words / sizeof *words };

struct chance {
    uint64_t state;
};

static size_t below(struct chance *c, size_t count)
{
    c->state = c->state * 6364136223846793005u + 1442695040888963407u;
    return count > 0 ? (size_t)(c->state >> 33) % count : 0;
}

static bool in_word(uint8_t c) { return strchr(" \t\n\r[]{},:\"", c) == NULL; }

/* Put `length` bytes in the place of those from `from` to `to`. */
static size_t put(uint8_t *bytes, size_t size, size_t most, size_t from, size_t to,
                  const uint8_t *with, size_t length)
{
    if (size - (to - from) + length > most)
        return size;
    memmove(bytes + from + length, bytes + to, size - to);
    memcpy(bytes + from, with, length);
    return size - (to - from) + length;
}

static void find_word(const uint8_t *bytes, size_t size, struct chance *c, size_t *from, size_t *to)
{
    *from = below(c, size);
    while (*from < size && !in_word(bytes[*from]))
        (*from)++;
    while (*from > 0 && in_word(bytes[*from - 1]))
        (*from)--;
    for (*to = *from; *to < size && in_word(bytes[*to]);)
        (*to)++;
}

static void find_line(const uint8_t *bytes, size_t size, struct chance *c, size_t *from, size_t *to)
{
    *from = below(c, size);
    while (*from > 0 && bytes[*from - 1] != '\n')
        (*from)--;
    for (*to = *from; *to < size && bytes[*to] != '\n';)
        (*to)++;
    *to += *to < size;
}

size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t size, size_t most, unsigned int seed)
{
    struct chance c = {seed};
    uint8_t copy[256];
    size_t from, to, other, end;
    const size_t way = below(&c, 8);
    if (size == 0 || way < 2)
        return LLVMFuzzerMutate(bytes, size, most);
    void (*find)(const uint8_t *, size_t, struct chance *, size_t *, size_t *) =
        way < 6 ? find_word : find_line;
    find(bytes, size, &c, &from, &to);
    if (way < 5) {
        const char *word = words[below(&c, WORDS)];
        return put(bytes, size, most, from, to, (const uint8_t *)word, strlen(word));
    }
    find(bytes, size, &c, &other, &end);
    const size_t length = end - other < sizeof copy ? end - other : sizeof copy;
    memcpy(copy, bytes + other, length);
    return put(bytes, size, most, from, way == 7 ? from : to, copy,
               way == 6 && length > 200 ? 0 : length);
}
