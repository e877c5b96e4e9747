/* An explanation as people read it, and as a spreadsheet does. */
#include <string.h>

#include "cli/explain.h"
#include "cli/explain_sources.h"
#include "cli/view.h"
#include "engine/base/text.h"
#include "engine/output/tidy.h"

enum { INDENT = 2, FOLD = 4 };

static const char *pounds_text(struct arena *arena, pence pounds)
{
    const long long size = pounds < 0 ? -pounds : pounds;

    return arena_format(arena, "%s£%s.%02d", pounds < 0 ? "-" : "", text_grouped(arena, size / 100),
                        (int)(size % 100));
}

const char *explain_value(const struct answer *a, const struct explained_figure *figure,
                          const struct explained *part)
{
    const long long size = part->pounds < 0 ? -part->pounds : part->pounds;

    if (figure->of_people)
        return arena_format(a->session->arena, "%.12f", part->people);
    return arena_format(a->session->arena, "%s%lld.%02d", part->pounds < 0 ? "-" : "", size / 100,
                        (int)(size % 100));
}

/* A part and its value, which ends where the screen does. */
static void print_part(struct screen screen, const struct answer *a,
                       const struct explained_figure *figure, const struct explained *part,
                       int depth)
{
    struct arena *arena = a->session->arena;
    const char *value = figure->of_people ? arena_format(arena, "%.6f", part->people)
                                          : pounds_text(arena, part->pounds);
    const char *text = arena_format(arena, "%*s%s", depth * INDENT, "", part->text);
    const int gap = SCREEN_WIDTH - screen_width(text) - screen_width(value);

    if (gap >= 2) {
        screen_text(screen, 0, arena_format(arena, "%s%*s%s", text, gap, "", value));
        return;
    }
    screen_text(screen, depth * INDENT + FOLD, text);
    screen_text(screen, 0,
                arena_format(arena, "%*s%s", SCREEN_WIDTH - screen_width(value), "", value));
}

static const char *joined(struct arena *arena, const struct explained *leaf, bool kinds)
{
    const char *text = "", *gap = "";

    for (int i = 0; i < leaf->factors; i++) {
        text = arena_format(arena, "%s%s%s", text, gap,
                            kinds ? leaf->factor[i].kind : leaf->factor[i].value);
        gap = " × ";
    }
    return text;
}

/** What has been printed of a figure so far. */
struct printing {
    struct screen screen;
    const struct answer *answer;
    const struct explained_figure *figure;
    const char *kinds; /* of the leaf before */
    struct sources *sources;
};

static void print_formula(struct printing *p, const struct explained *leaf, int depth)
{
    struct arena *arena = p->answer->session->arena;
    const char *kinds = joined(arena, leaf, true);
    const int indent = depth * INDENT + FOLD;

    if (!text_same(kinds, p->kinds))
        screen_text(p->screen, indent + FOLD, arena_format(arena, "%*s%s", indent, "", kinds));
    p->kinds = kinds;
    screen_text(p->screen, indent + FOLD,
                arena_format(arena, "%*s%s", indent, "", joined(arena, leaf, false)));
    for (int i = 0; i < leaf->factors; i++)
        sources_note(p->sources, &leaf->factor[i]);
}

/* One number alone is the leaf's value already. */
static void print_tree(struct printing *p, const struct explained *part, int depth)
{
    print_part(p->screen, p->answer, p->figure, part, depth);
    if (part->factors > 1)
        print_formula(p, part, depth);
    for (int i = 0; part->factors == 1 && i < 1; i++)
        sources_note(p->sources, &part->factor[i]);
    for (const struct explained *of = part->first; of; of = of->next)
        print_tree(p, of, depth + 1);
}

static void print_figure(struct screen screen, const struct answer *a,
                         const struct explained_figure *figure)
{
    struct printing p = {screen, a, figure, "", sources_new(a->session->arena)};

    screen_heading(screen, arena_format(a->session->arena, "%s, %s", figure->name, figure->period));
    print_tree(&p, figure->root, 0);
    sources_print(screen, p.sources);
    for (int i = 0; i < figure->notes; i++)
        screen_text(screen, 0, figure->note[i]);
}

void explain_table(struct screen screen, const struct answer *a)
{
    for (int i = 0; i < a->figures; i++) {
        if (i > 0)
            putc('\n', screen.out);
        print_figure(screen, a, a->figure[i]);
    }
    putc('\n', screen.out);
    screen_text(screen, 0,
                arena_format(a->session->arena,
                             "%s, at central values. Leaves add up to the figure.",
                             a->session->outcome[0].name));
}

void explain_list(struct screen screen, const struct answer *a)
{
    const struct explainer *e = a->explainer;
    const struct plan *plan = e->plan;
    struct sheet *sheet = sheet_new(a->session->arena, "--line");

    sheet->column[sheet->columns++] = (struct screen_column){"what it is", SCREEN_TEXT};
    for (int i = 0; i < e->explainables; i++) {
        sheet_text(sheet, e->explainable[i].name);
        sheet_text(sheet, e->explainable[i].what);
    }
    screen_heading(screen, "Pounds: --year YEAR --line LINE");
    sheet_print(screen, sheet);
    sheet = sheet_new(a->session->arena, "--pupils");
    for (int s = 0; s <= plan->settings; s++)
        sheet_text(sheet, explain_setting(a, s < plan->settings ? s : -1));
    putc('\n', screen.out);
    screen_heading(screen, "Pupils: --january YEAR --pupils SETTING [--need NEED]");
    sheet_print(screen, sheet);
}

static void csv_row(const struct explained_figure *figure, int depth, const char *const texts[5],
                    FILE *out)
{
    tidy_csv_text(figure->name, out);
    fprintf(out, ",%s,%d", figure->period, depth);
    for (int i = 0; i < 5; i++) {
        putc(',', out);
        if (i == 2)
            fputs(texts[i], out); /* a number, or a fraction of twelve */
        else
            tidy_csv_text(texts[i], out);
    }
    putc('\n', out);
}

static void csv_tree(const struct answer *a, const struct explained_figure *figure,
                     const struct explained *part, int depth, FILE *out)
{
    const char *kind = part->factors > 0 ? "leaf" : part->parts > 0 ? "part" : "figure";
    const char *texts[] = {depth == 0 ? "figure" : kind, part->text, explain_value(a, figure, part),
                           figure->of_people ? "pupils" : "£", ""};

    if (depth > 0 && part->factors == 0 && part->parts == 0)
        texts[0] = figure->of_people ? "leaf" : "rounding";
    csv_row(figure, depth, texts, out);
    for (int i = 0; i < part->factors; i++) {
        const struct factor *factor = &part->factor[i];
        const char *of[] = {"factor", factor->kind, factor->value, factor->unit, factor->source};
        csv_row(figure, depth + 1, of, out);
    }
    for (const struct explained *of = part->first; of; of = of->next)
        csv_tree(a, figure, of, depth + 1, out);
}

void explain_csv(const struct answer *a, FILE *out)
{
    fputs("figure,period,depth,is,text,value,unit,source\n", out);
    for (int i = 0; i < a->figures; i++)
        csv_tree(a, a->figure[i], a->figure[i]->root, 0, out);
}

static void csv_choice(const char *option, const char *name, const char *what, FILE *out)
{
    fprintf(out, "%s,", option);
    tidy_csv_text(name, out);
    putc(',', out);
    tidy_csv_text(what, out);
    putc('\n', out);
}

void explain_list_csv(const struct answer *a, FILE *out)
{
    const struct explainer *e = a->explainer;

    fputs("option,name,what\n", out);
    for (int i = 0; i < e->explainables; i++)
        csv_choice("line", e->explainable[i].name, e->explainable[i].what, out);
    for (int s = 0; s < e->plan->settings; s++)
        csv_choice("pupils", explain_setting(a, s), e->plan->area->setting[s].name.title, out);
    csv_choice("pupils", explain_setting(a, -1), "every setting", out);
}
