/* A locale of the thread's own. */
#include "library/numerals.h"

bool numerals_begin(struct numerals *numerals)
{
    const locale_t copy = duplocale(uselocale((locale_t)0));

    numerals->ours = copy ? newlocale(LC_NUMERIC_MASK, "C", copy) : copy;
    if (!numerals->ours) {
        if (copy)
            freelocale(copy);
        return false;
    }
    numerals->hosts = uselocale(numerals->ours);
    return true;
}

void numerals_end(const struct numerals *numerals)
{
    uselocale(numerals->hosts);
    freelocale(numerals->ours);
}
