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

void version_print(void)
{
    printf("hnbsim %s\n", hnb_version());
    printf("compiled by %.*s\n", length_without_spaces_after(COMPILER), COMPILER);
    printf("processor level %s in use; built:", level_best()->name);
    for (int i = 0; level_built(i); i++)
        printf("%s %s", i ? "," : "", level_built(i));
    printf("\nGSL %s\n", built_on_gsl());
    puts(ranks_built() ? "with MPI" : "without MPI");
}
