/* What each consideration assumes, and what the area rests on: the worst-founded first. */
#include "engine/base/text.h"
#include "models/register.h"
#include "report/section.h"

static bool shown(const struct registered *entry, bool considerations)
{
    return (entry->consideration != NULL) == considerations;
}

/* "Assumed, no source", as the head of what follows. */
static const char *head(struct arena *arena, enum founded founded)
{
    char *text = arena_format(arena, "%s", founded_name(founded));

    *text = (char)(*text - 'a' + 'A');
    return text;
}

/* The last part of a path is what it is of; dots within it stay. */
static const char *what(struct arena *arena, const struct registered *entry)
{
    const char *own = text_words(arena, entry->own);

    return entry->consideration ? arena_format(arena, "%s: %s", entry->consideration, own) : own;
}

/* "census: pupils of 2019. Low confidence. Published after the base." */
static const char *ground(struct arena *arena, const struct footing *f)
{
    const char *all = f->source ? f->source : "";

    if (f->note)
        all = arena_format(arena, "%s%s%s", all, *all ? "; " : "", f->note);
    if (f->later)
        all = arena_format(arena, "%s%spublished after the base", all, *all ? "; " : "");
    return *all ? all : "none is given";
}

static const char *or_nobody(const char *text) { return text ? text : "not said"; }

static void add_row(struct html_table *table, const struct report *r,
                    const struct registered *entry)
{
    html_cell(table, what(r->arena, entry));
    html_cell(table, report_registered(r, entry));
    html_cell(table, ground(r->arena, entry->footing));
    html_cell(table, or_nobody(entry->footing->owner));
    html_cell(table, or_nobody(entry->footing->review_by));
}

static struct html_table *table_of(const struct report *r, const struct registry *all,
                                   const char *caption, bool considerations)
{
    struct html_table *table = html_table(r->arena, caption, "What is assumed");
    int last = -1;

    html_texts(table, "Value");
    html_texts(table, "Source");
    html_texts(table, "Owner");
    html_texts(table, "Look again by");
    for (int i = 0; i < all->count; i++) {
        const struct registered *entry = &all->item[i];

        if (!shown(entry, considerations))
            continue;
        if (last != (int)entry->founded)
            html_section(table, head(r->arena, entry->founded));
        last = (int)entry->founded;
        add_row(table, r, entry);
    }
    return table;
}

/* "of 31, 12 are published, 19 assumed" */
static const char *counted(const struct report *r, const struct registry *all, bool considerations)
{
    int count = 0, assumed = 0, unsaid = 0, overdue = 0;

    for (int i = 0; i < all->count; i++) {
        const struct registered *entry = &all->item[i];

        if (!shown(entry, considerations))
            continue;
        count++;
        assumed += entry->footing->status == ASSUMED;
        unsaid += entry->footing->status == UNSTATED;
        overdue += entry->founded == OVERDUE;
    }
    return arena_format(
        r->arena, "Of %d figures %d are assumed%s%s.", count, assumed,
        unsaid ? arena_format(r->arena, ", and of %d nobody says how they are known", unsaid) : "",
        overdue ? arena_format(r->arena, "; %d should have been looked at again", overdue) : "");
}

static bool has(const struct registry *all, bool considerations)
{
    for (int i = 0; i < all->count; i++)
        if (shown(&all->item[i], considerations))
            return true;
    return false;
}

static void write_page(FILE *out, const struct report *r)
{
    const struct registry *all = report_registry(r);

    section_say(out, "The worst founded come first: those are the ones to ask about.");
    if (has(all, true)) {
        section_say(out, arena_format(r->arena, "What the considerations assume. %s",
                                      counted(r, all, true)));
        html_write(out, table_of(r, all, "What each consideration assumes", true));
    }
    section_say(out, arena_format(r->arena, "What is taken to be so of the area. %s",
                                  counted(r, all, false)));
    if (report_registered_note(r))
        section_say(out, report_registered_note(r));
    html_write(out, table_of(r, all, "What the area's own figures rest on", false));
}

const struct section section_assumed = {
    .key = "assumed", .title = "What this rests on", .page = write_page};
