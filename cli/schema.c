/* hnbsim schema KIND: how a kind of file is written, for editors, and as a page for people; and how
 * results are, for whoever reads them. */
#include "engine/yaml/schema.h"

#include <errno.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/mistakes.h"
#include "engine/output/nested_json.h"
#include "engine/output/open_data.h"
#include "engine/yaml/reference.h"
#include "include/hnbsim.h"
#include "models/schema.h"

static void tell(const void *context, const struct nested *to)
{
    const struct file_form *form = context;
    schema_tell(to, form->title, form->shape);
}

static int done(bool good)
{
    if (good && fflush(stdout) == 0)
        return DONE;
    return mistakes_unwritten("-", errno);
}

static int print_as(const struct reference_form *form)
{
    reference_begin(stdout, form, hnb_version());
    for (int i = 0; i < FILE_FORMS; i++)
        reference_file(stdout, form, file_forms[i].kind, file_forms[i].what, file_forms[i].shape);
    reference_end(stdout, form);
    return done(!ferror(stdout));
}

static int print_reference(void) { return print_as(&reference_markdown); }

static int print_results(void) { return done(open_data_print(open_data_schema, stdout)); }

static int print_table(void) { return done(open_data_print(open_data_columns, stdout)); }

/* What is no kind of file that is written for us. */
static const struct {
    const char *word;
    int (*print)(void);
} others[] = {{"reference", print_reference}, {"results", print_results}, {"table", print_table}};

enum { OTHERS = sizeof others / sizeof *others };

static int print_page(const char *kind)
{
    if (strcmp(kind, others[0].word) == 0)
        return print_as(&reference_man);
    fputs("hnbsim schema: --man is of the reference\n", stderr);
    return MISTAKES;
}

const char *schema_word(int i)
{
    if (i < FILE_FORMS)
        return file_forms[i].kind;
    return i < FILE_FORMS + OTHERS ? others[i - FILE_FORMS].word : NULL;
}

int schema_command(const struct options *options)
{
    const char *kind = options->file[0];

    if (options->man)
        return print_page(kind);
    for (int i = 0; i < FILE_FORMS; i++)
        if (strcmp(kind, file_forms[i].kind) == 0)
            return done(nested_json(stdout, tell, &file_forms[i]));
    for (int i = 0; i < OTHERS; i++)
        if (strcmp(kind, others[i].word) == 0)
            return others[i].print();
    options_unknown_of("schema", "kind of file", kind, schema_word);
    return MISTAKES;
}
