/* An explanation as JSON: the tree as it is. */
#include "cli/explain.h"
#include "include/hnbsim.h"

/* Texts have been found to be UTF-8 where they were read. */
static void text(const char *text, FILE *out)
{
    putc('"', out);
    for (; *text; text++) {
        const unsigned char c = (unsigned char)*text;
        if (c == '"' || c == '\\')
            fprintf(out, "\\%c", c);
        else if (c < 0x20 || c == 0x7f)
            fprintf(out, "\\u%04x", c);
        else
            putc(c, out);
    }
    putc('"', out);
}

static void member(const char *key, const char *value, FILE *out)
{
    fprintf(out, "\"%s\": ", key);
    text(value, out);
}

static void factor(const struct factor *factor, FILE *out)
{
    fputs("{", out);
    member("factor", factor->kind, out);
    fputs(", ", out);
    member("value", factor->value, out);
    fputs(", ", out);
    member("unit", factor->unit, out);
    fputs(", ", out);
    member("source", factor->source, out);
    fputs("}", out);
}

static void tree(const struct answer *a, const struct explained_figure *figure,
                 const struct explained *part, FILE *out)
{
    fputs("{", out);
    member("text", part->text, out);
    fprintf(out, ", \"value\": %s", explain_value(a, figure, part));
    for (int i = 0; i < part->factors; i++) {
        fputs(i == 0 ? ", \"factors\": [" : ", ", out);
        factor(&part->factor[i], out);
    }
    fputs(part->factors > 0 ? "]" : "", out);
    for (const struct explained *of = part->first; of; of = of->next) {
        fputs(of == part->first ? ",\n\"parts\": [\n" : ",\n", out);
        tree(a, figure, of, out);
    }
    fputs(part->parts > 0 ? "]}" : "}", out);
}

static void print_figure(const struct answer *a, const struct explained_figure *figure, FILE *out)
{
    fputs("{", out);
    member("figure", figure->name, out);
    fputs(", ", out);
    member("period", figure->period, out);
    fputs(", ", out);
    member("unit", figure->of_people ? "pupils" : "£", out);
    fputs(", \"notes\": [", out);
    for (int i = 0; i < figure->notes; i++) {
        fputs(i > 0 ? ", " : "", out);
        text(figure->note[i], out);
    }
    fputs("],\n\"tree\": ", out);
    tree(a, figure, figure->root, out);
    fputs("}", out);
}

static void head(const struct answer *a, FILE *out)
{
    fputs("{", out);
    member("hnbsim", hnb_version(), out);
    fputs(",\n", out);
    member("digest", a->session->digest, out);
    fputs(",\n", out);
    member("scenario", a->session->outcome[0].name, out);
    fprintf(out, ",\n\"lawful\": %s,\n", session_unlawful(a->session) ? "false" : "true");
}

void explain_json(const struct answer *a, FILE *out)
{
    head(a, out);
    fputs("\"figures\": [\n", out);
    for (int i = 0; i < a->figures; i++) {
        print_figure(a, a->figure[i], out);
        fputs(i + 1 < a->figures ? ",\n" : "\n", out);
    }
    fputs("]}\n", out);
}

void explain_list_json(const struct answer *a, FILE *out)
{
    const struct explainer *e = a->explainer;

    head(a, out);
    fputs("\"lines\": [\n", out);
    for (int i = 0; i < e->explainables; i++) {
        fputs("{", out);
        member("line", e->explainable[i].name, out);
        fputs(", ", out);
        member("what", e->explainable[i].what, out);
        fputs(i + 1 < e->explainables ? "},\n" : "}\n", out);
    }
    fputs("],\n\"settings\": [", out);
    for (int s = 0; s <= e->plan->settings; s++) {
        fputs(s > 0 ? ", " : "", out);
        text(explain_setting(a, s < e->plan->settings ? s : -1), out);
    }
    fputs("]}\n", out);
}
