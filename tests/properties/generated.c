#include "tests/properties/generated.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <criterion/criterion.h>

/* splitmix64: plenty for making up scenarios. */
static uint64_t next(struct maker *m)
{
    uint64_t z = (m->state += 0x9e3779b97f4a7c15u);

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

int maker_pick(struct maker *m, int most) { return (int)(next(m) % (uint64_t)most); }

struct maker maker_new(uint64_t seed)
{
    struct maker m = {.state = seed};

    strcpy(m.folder, "/tmp/hnbsim-laws-XXXXXX");
    cr_assert(mkdtemp(m.folder) != NULL);
    return m;
}

static char names[64][96];

static FILE *open_next(struct maker *m, const char **path)
{
    char *name = names[m->files];

    cr_assert(m->files < 64);
    snprintf(name, sizeof(names[0]), "%s/%d.yaml", m->folder, m->files++);
    *path = name;
    FILE *out = fopen(name, "w");
    cr_assert(out != NULL);
    return out;
}

void maker_finish(struct maker *m)
{
    for (int i = 0; i < m->files; i++)
        unlink(names[i]);
    rmdir(m->folder);
}

static const char *one_of(struct maker *m, const char *const choices[], int count)
{
    return choices[maker_pick(m, count)];
}

#define ONE_OF(m, ...)                                                                             \
    one_of((m), (const char *const[]){__VA_ARGS__},                                                \
           (int)(sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *)))

static void write_effect(struct maker *m, FILE *out)
{
    const char *need = ONE_OF(m, "MLD", "ASD", "SLD", "SEMH");

    switch (maker_pick(m, 9)) {
    case 0:
        fprintf(out, "  - rate: {settings: [%s], change: %d%%%s}\n",
                ONE_OF(m, "special", "independent", "mainstream"), maker_pick(m, 21) - 10,
                maker_pick(m, 3) == 0 ? ", each_year: true" : "");
        break;
    case 1:
        fprintf(out, "  - rate: {settings: [special], needs: [%s], change: %d%%, envelope: true}\n",
                need, maker_pick(m, 41) - 20);
        break;
    case 2:
        fprintf(out, "  - spend: {line: outreach, amount: %d, ramp: [50%%, 100%%]}\n",
                maker_pick(m, 300000));
        break;
    case 3: {
        const char *payer = ONE_OF(m, "health", "social_care", "schools_block");
        fprintf(out,
                "  - income: {line: a part of %s, ledger: high_needs, payer: %s, amount: %d}\n",
                payer, payer, maker_pick(m, 3000000));
        break;
    }
    case 4:
        fprintf(out, "  - redirect: {from: %s, to: outreach, amount: %d}\n",
                ONE_OF(m, "special top-up", "independent top-up", "residential_schools"),
                maker_pick(m, 20000000));
        break;
    case 5:
        fprintf(out, "  - places: {setting: %s, %s: %d}\n",
                ONE_OF(m, "special", "satellite", "resourced_provision"),
                ONE_OF(m, "open", "open", "close"), maker_pick(m, 60));
        break;
    case 6:
        fprintf(out,
                "  - shift: {who: {needs: [%s], ages: 11-15}, of: [%s], from: %s, to: %s, share: "
                "%d%%}\n",
                need,
                ONE_OF(m, "movers", "entrants", "standing", "movers, entrants", "standing, movers"),
                ONE_OF(m, "special", "independent"), ONE_OF(m, "satellite", "mainstream"),
                maker_pick(m, 101));
        break;
    case 7:
        fprintf(out, "  - incidence: {who: {needs: [%s]}, change: %d%%}\n", need,
                maker_pick(m, 100) - 50);
        break;
    default:
        fprintf(out, "  - duration: {years: %s, become_plans: %d%%}\n",
                ONE_OF(m, "1", "0.5", "1.5"), maker_pick(m, 101));
    }
}

const char *maker_consideration(struct maker *m)
{
    const char *path;
    FILE *out = open_next(m, &path);

    fprintf(out, "consideration: made up %d\ntitle: Made up\nstarts: %s %d\neffects:\n", m->files,
            ONE_OF(m, "April", "September", "January", "November"), 2020 + maker_pick(m, 4));
    for (int effects = 1 + maker_pick(m, 3); effects > 0; effects--)
        write_effect(m, out);
    fclose(out);
    return path;
}

const char *maker_scenario(struct maker *m, const char *text)
{
    const char *path;
    FILE *out = open_next(m, &path);

    fputs(text, out);
    fclose(out);
    return path;
}
