/* hnbsim --version */
#include "cli/version.h"

#include <stdio.h>

#include "engine/chance/built_on.h"
#include "engine/run/ranks.h"
#include "include/hnbsim.h"
#include "models/level.h"

#ifdef __clang__
#define COMPILER "clang " __clang_version__
#else
#define COMPILER "gcc " __VERSION__
#endif

/* clang's own version ends in a space. */
static int length_without_spaces_after(const char *text)
{
    int length = 0;

    for (int i = 0; text[i]; i++)
        if (text[i] != ' ')
            length = i + 1;
    return length;
}

struct maker version_maker(void)
{
    static char compiler[sizeof COMPILER];

    snprintf(compiler, sizeof compiler, "%.*s", length_without_spaces_after(COMPILER), COMPILER);
    return (struct maker){hnb_version(), compiler, built_on_gsl()};
}

void version_print(void)
{
    const struct maker maker = version_maker();

    printf("hnbsim %s\n", maker.version);
    printf("compiled by %s\n", maker.compiler);
    printf("processor level %s in use; built:", level_best()->name);
    for (int i = 0; level_built(i); i++)
        printf("%s %s", i ? "," : "", level_built(i));
    printf("\nGSL %s\n", maker.gsl);
    puts(ranks_built() ? "with MPI" : "without MPI");
}
