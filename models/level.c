/* Which levels there are, and which this processor has. */
#include "models/level.h"

#include "engine/base/text.h"

extern const struct level batch_level;

#ifdef HNBSIM_LEVELS
extern const struct level batch_level_v3, batch_level_v4;

/* clang 14 knows no levels by name. */
static bool has_v3(void)
{
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2");
}

static bool has_v4(void)
{
    return has_v3() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
           __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw");
}

const struct level *level_at(int i)
{
    if (i == 2 && has_v4())
        return &batch_level_v4;
    if (i == 1 && has_v3())
        return &batch_level_v3;
    return i == 0 ? &batch_level : NULL;
}

const char *level_built(int i)
{
    const struct level *const built[] = {&batch_level, &batch_level_v3, &batch_level_v4};
    return i < 3 ? built[i]->name : NULL;
}
#else
const struct level *level_at(int i) { return i == 0 ? &batch_level : NULL; }

const char *level_built(int i) { return i == 0 ? batch_level.name : NULL; }
#endif

const struct level *level_best(void)
{
    const struct level *best = level_at(0);

    for (int i = 1; level_at(i); i++)
        best = level_at(i);
    return best;
}

const struct level *level_named(const char *name)
{
    for (int i = 0; level_at(i); i++)
        if (text_same(level_at(i)->name, name))
            return level_at(i);
    return NULL;
}
