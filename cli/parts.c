/* Everything that is said of a part names its file. */
#include "cli/parts.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/text.h"
#include "engine/output/whole.h"
#include "engine/run/ranks.h"

/** One part, open. */
struct open_part {
    const char *path;
    FILE *in;
    struct part part;
};

static bool complain(const char *path, const char *wrong)
{
    fprintf(stderr, "hnbsim: '%s' %s\n", path, wrong);
    return false;
}

/* Text that grows in the arena by a word and its NUL. */
static void add_word(struct arena *arena, struct part *part, const char *word)
{
    const size_t length = strlen(word) + 1;
    char *grown = ARENA_ARRAY(arena, char, part->length + length);

    if (part->length > 0)
        memcpy(grown, part->text, part->length);
    memcpy(grown + part->length, word, length);
    part->text = grown;
    part->length += length;
}

struct part parts_head(const struct session *session)
{
    const struct options *options = session->options;
    struct part part = {.run = options->draws};

    memcpy(part.digest, session->digest, sizeof part.digest);
    add_word(session->arena, &part, session->command);
    for (int i = 0; i < options->tolds; i++)
        if (options->told[i].of_run)
            add_word(session->arena, &part,
                     arena_format(session->arena, "%s=%s", options->told[i].name,
                                  options->told[i].value));
    add_word(session->arena, &part, "--");
    for (int i = 0; i < options->files; i++)
        add_word(session->arena, &part, options->file[i]);
    return part;
}

bool parts_write(const struct part *head, const struct batch_kept *kept, const char *path)
{
    struct whole whole;

    if (whole_open(&whole, path)) {
        errno = 0;
        if (part_write(head, kept, whole.out)) {
            if (whole_keep(&whole))
                return true;
        } else {
            whole.error = errno ? errno : EIO;
            whole_drop(&whole);
        }
    }
    fprintf(stderr, "hnbsim: %s: %s\n", path, strerror(whole.error));
    return false;
}

static void close_part(struct open_part *p)
{
    part_finish(&p->part);
    if (p->in)
        fclose(p->in);
}

static bool open_one(struct open_part *p, const char *path)
{
    const char *wrong;

    *p = (struct open_part){.path = path, .in = fopen(path, "rb")};
    if (!p->in) {
        fprintf(stderr, "hnbsim: %s: %s\n", path, strerror(errno));
        return false;
    }
    wrong = part_open(&p->part, p->in);
    return !wrong || complain(path, wrong);
}

/* Is it of this run? If not, and its words say why, they are said. */
static bool same_run(const struct session *session, const struct open_part *p)
{
    const struct part own = parts_head(session);
    char *word[MOST_TOLD + 80];

    if (strcmp(own.digest, p->part.digest) == 0)
        return true;
    const int count = options_words(p->part.text, p->part.length, word, MOST_TOLD + 80);
    if (count < 0 ||
        (own.length == p->part.length && memcmp(own.text, p->part.text, own.length) == 0))
        return complain(p->path, "is of another run: the files that it was drawn from have "
                                 "changed, or the program, or the processor's arithmetic");
    fprintf(stderr, "hnbsim: '%s' is of another run: hnbsim", p->path);
    for (int i = 0; i < count; i++)
        fprintf(stderr, " %s", word[i]);
    putc('\n', stderr);
    return false;
}

/* Draws are counted from 1 when people are told of them. */
static const char *which_draws(struct arena *arena, struct span span)
{
    return arena_format(arena, "draws %s to %s", text_grouped(arena, (long long)span.first + 1),
                        text_grouped(arena, (long long)span.end));
}

/* Which part before has these draws too? */
static bool complain_of_twice(const struct session *session, int part, struct span shared)
{
    const struct options *options = session->options;

    for (int i = 0; i < part; i++) {
        struct open_part before;
        struct span both = {0, 0};
        const struct spans twice = {1, 1, &shared};

        if (open_one(&before, options->part[i]))
            both = spans_shared(&before.part.done, &twice);
        close_part(&before);
        if (both.first < both.end) {
            fprintf(stderr, "hnbsim: '%s' and '%s' both have %s\n", options->part[i],
                    options->part[part], which_draws(session->arena, both));
            break;
        }
    }
    return false;
}

static bool take(struct open_part *p, struct batch_kept *into)
{
    const char *wrong = part_take(&p->part, p->in, into);

    return !wrong || complain(p->path, wrong);
}

static bool merge_one(const struct session *session, int i, struct batch_kept *into)
{
    struct open_part p;
    bool good = open_one(&p, session->options->part[i]) && same_run(session, &p);

    if (good) {
        const struct span shared = spans_shared(&p.part.done, &into->done);
        good = shared.first < shared.end ? complain_of_twice(session, i, shared) : take(&p, into);
    }
    close_part(&p);
    return good;
}

/* Every span that is missing, in one line. */
static bool complain_of_missing(const struct session *session, const struct batch_kept *into)
{
    struct span gap = spans_gap(&into->done, (struct span){0, session->options->draws});
    const char *list = "";

    while (gap.first < gap.end) {
        list = arena_format(session->arena, "%s%s%s", list, *list ? ", " : "",
                            which_draws(session->arena, gap));
        gap = spans_gap(&into->done, (struct span){gap.end, session->options->draws});
    }
    fprintf(stderr, "hnbsim: %s of %s are in none of the parts\n", list,
            text_grouped(session->arena, (long long)session->options->draws));
    return false;
}

bool parts_merge(const struct session *session, struct batch_kept *into)
{
    for (int i = 0; i < session->options->parts; i++)
        if (!merge_one(session, i, into))
            return false;
    return into->draws == session->options->draws || complain_of_missing(session, into);
}

bool parts_resume(const struct session *session, struct batch_kept *into)
{
    const char *path = session->options->checkpoint;
    struct open_part p;
    FILE *there = fopen(path, "rb");

    if (!there && errno == ENOENT)
        return true;
    if (there)
        fclose(there);
    const bool good = open_one(&p, path) && same_run(session, &p) && take(&p, into);
    close_part(&p);
    return good;
}

void parts_send(const struct session *session, const struct batch_kept *kept)
{
    const struct part head = parts_head(session);
    char *bytes = NULL;
    size_t length = 0;
    FILE *out = kept ? open_memstream(&bytes, &length) : NULL;
    bool good = out && part_write(&head, kept, out);

    if (out)
        good = fclose(out) == 0 && good;
    ranks_send(bytes, good ? length : 0);
    free(bytes);
}

bool parts_receive(int rank, struct batch_kept *into)
{
    size_t length;
    char *bytes = ranks_receive(rank, &length);
    struct open_part p = {.in = bytes ? fmemopen(bytes, length, "rb") : NULL};
    const char *wrong = "could not do its draws";

    if (p.in)
        wrong = part_open(&p.part, p.in);
    if (!wrong)
        wrong = part_take(&p.part, p.in, into);
    if (wrong)
        fprintf(stderr, "hnbsim: rank %d %s\n", rank, wrong);
    close_part(&p);
    free(bytes);
    return !wrong;
}
