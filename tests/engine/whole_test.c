/* A file is there whole, or it is not there: nothing is ever left half written. */
#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <criterion/criterion.h>

#include "engine/output/whole.h"

static char folder[64];

static void enter(void)
{
    strcpy(folder, "/tmp/whole-XXXXXX");
    cr_assert(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
}

static int entries(void)
{
    DIR *dir = opendir(folder);
    int count = -2;

    while (readdir(dir))
        count++;
    closedir(dir);
    return count;
}

static void leave(void)
{
    DIR *dir = opendir(folder);
    struct dirent *entry;

    while ((entry = readdir(dir)))
        unlink(entry->d_name);
    closedir(dir);
    rmdir(folder);
}

static void write_plainly(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");

    cr_assert(file);
    fputs(text, file);
    fclose(file);
}

static const char *contents(const char *path)
{
    static char text[100];
    FILE *file = fopen(path, "r");

    cr_assert(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    return text;
}

TestSuite(whole, .init = enter, .fini = leave);

Test(whole, the_old_file_stays_until_the_new_one_is_whole)
{
    struct whole whole;

    write_plainly("results.csv", "old");
    cr_assert(whole_open(&whole, "results.csv"));
    fputs("new", whole.out);
    fflush(whole.out);
    cr_expect_str_eq(contents("results.csv"), "old");
    cr_assert(whole_keep(&whole));
    cr_expect_str_eq(contents("results.csv"), "new");
    cr_expect_eq(entries(), 1);
}

Test(whole, what_is_dropped_leaves_nothing)
{
    struct whole whole;

    cr_assert(whole_open(&whole, "results.csv"));
    fputs("half", whole.out);
    whole_drop(&whole);
    cr_expect_eq(entries(), 0);
}

Test(whole, a_file_keeps_its_rights_and_a_link_stays_a_link)
{
    struct whole whole;
    struct stat st;

    write_plainly("real.csv", "old");
    cr_assert_eq(chmod("real.csv", 0640), 0);
    cr_assert_eq(symlink("real.csv", "link.csv"), 0);
    cr_assert(whole_open(&whole, "link.csv"));
    fputs("new", whole.out);
    cr_assert(whole_keep(&whole));
    cr_expect_str_eq(contents("real.csv"), "new");
    cr_assert_eq(lstat("link.csv", &st), 0);
    cr_expect(S_ISLNK(st.st_mode));
    cr_assert_eq(stat("real.csv", &st), 0);
    cr_expect_eq(st.st_mode & 0777, 0640);
}

Test(whole, a_folder_that_is_not_there_is_said)
{
    struct whole whole;

    cr_expect_not(whole_open(&whole, "nowhere/results.csv"));
    cr_expect_eq(whole.error, ENOENT);
    cr_expect_not(whole_open(&whole, "."));
    cr_expect_eq(whole.error, EISDIR);
    cr_expect_eq(entries(), 0);
}

Test(whole, a_full_device_is_said_and_stays_a_device)
{
    struct whole whole;
    struct stat st;

    cr_assert(whole_open(&whole, "/dev/full"));
    fputs("some", whole.out);
    cr_expect_not(whole_keep(&whole));
    cr_expect_eq(whole.error, ENOSPC);
    cr_assert_eq(stat("/dev/full", &st), 0);
    cr_expect(S_ISCHR(st.st_mode));
}

Test(whole, a_disk_that_fills_half_way_leaves_the_old_file)
{
    const struct rlimit limit = {4096, 4096};
    struct whole whole;

    write_plainly("results.csv", "old");
    signal(SIGXFSZ, SIG_IGN);
    cr_assert_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
    cr_assert(whole_open(&whole, "results.csv"));
    for (int i = 0; i < 10000; i++)
        fputs("more than there is room for\n", whole.out);
    cr_expect_not(whole_keep(&whole));
    cr_expect_neq(whole.error, 0);
    cr_expect_str_eq(contents("results.csv"), "old");
    cr_expect_eq(entries(), 1);
}

Test(whole, a_temporary_of_the_same_name_is_somebody_elses)
{
    struct whole whole;
    char name[64];

    snprintf(name, sizeof name, "results.csv.%ld.part", (long)getpid());
    write_plainly(name, "theirs");
    cr_expect_not(whole_open(&whole, "results.csv"));
    cr_expect_eq(whole.error, EEXIST);
    cr_expect_str_eq(contents(name), "theirs");
}
