/* Digests that people can check with sha256sum. */
#include <stdio.h>
#include <string.h>

#include <criterion/criterion.h>

#include "engine/base/digest.h"

Test(digest, nothing_is_the_sha256_of_nothing)
{
    char hex[65];
    struct digest *d = digest_new();
    digest_text(d, hex);
    /* FIPS 180-4's empty message */
    cr_assert_str_eq(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    digest_free(d);
    digest_free(NULL);
}

/* Two pieces, as a digest. */
static const char *of(const char *a, const char *b, const char *c, const char *e)
{
    static char hex[4][65];
    static int next;
    char *out = hex[next++ % 4];
    struct digest *d = digest_new();
    digest_add(d, a, b, strlen(b));
    digest_add(d, c, e, strlen(e));
    digest_text(d, out);
    digest_free(d);
    return out;
}

Test(digest, pieces_cannot_run_together)
{
    const char *same = of("area", "abc", "scenario", "def");
    cr_assert_str_eq(same, of("area", "abc", "scenario", "def"));
    cr_assert_str_neq(same, of("area", "abcd", "scenario", "ef"));
    cr_assert_str_neq(same, of("areaa", "bc", "scenario", "def"));
    cr_assert_str_neq(of("a", "", "b", "c"), of("a", "b", "", "c"));
}

Test(digest, lengths_are_eight_bytes_from_the_least)
{
    char hex[65];
    struct digest *d = digest_new();
    digest_add(d, "seed", "113", 3);
    digest_text(d, hex);
    /* python: sha256((4).to_bytes(8, "little") + b"seed" + (3).to_bytes(8, "little") + b"113") */
    cr_expect_str_eq(hex, "ab9a9467a2e1e71678ca763b8e5d204bffdc30f83e7543d561487d6cc12ef204");
    digest_add(d, "more", "", 0);
    char later[65];
    digest_text(d, later);
    cr_assert_str_neq(hex, later);
    digest_free(d);
}
