/* A run as JSON: its digest and its findings first, then a line a row. */
#include <errno.h>

#include <json-c/json.h>

#include "engine/output/tidy.h"

/* Put a value under a key; takes the value, which is NULL when there was no memory for it. */
static bool add(struct json_object *to, const char *key, struct json_object *value)
{
    if (value && json_object_object_add(to, key, value) == 0)
        return true;
    json_object_put(value);
    return false;
}

static bool add_text(struct json_object *to, const char *key, const char *text)
{
    return add(to, key, json_object_new_string(text));
}

static bool add_pounds(struct json_object *to, const char *key, pence pounds)
{
    const struct tidy_row row = {.kind = TIDY_POUNDS, .pounds = pounds};
    char text[TIDY_VALUE];

    tidy_value(&row, text);
    return add(to, key, json_object_new_double_s((double)pounds / 100, text));
}

static bool add_value(struct json_object *to, const struct tidy_row *row)
{
    char text[TIDY_VALUE];

    if (row->kind == TIDY_POUNDS)
        return add_pounds(to, "value", row->pounds);
    tidy_value(row, text);
    return add(to, "value", json_object_new_double_s(row->number, text));
}

static bool fill_row(struct json_object *to, const struct tidy_row *row)
{
    return add_text(to, "scenario", row->scenario) && add_text(to, "period", row->period) &&
           add_text(to, "measure", row->measure) && add_text(to, "by", row->by) &&
           add_text(to, "item", row->item) && add_text(to, "ledger", row->ledger) &&
           add_text(to, "statistic", row->statistic) && add_value(to, row) &&
           add_text(to, "unit", row->unit);
}

static bool fill_finding(struct json_object *to, const struct tidy_finding *finding)
{
    return add_text(to, "severity", finding->severity) && add_text(to, "rule", finding->rule) &&
           add_text(to, "period", finding->period) && add_text(to, "item", finding->item) &&
           add_text(to, "text", finding->text) &&
           (finding->pounds == 0 || add_pounds(to, "pounds", finding->pounds));
}

static bool append(struct json_object *to, struct json_object *value)
{
    if (value && json_object_array_add(to, value) == 0)
        return true;
    json_object_put(value);
    return false;
}

static bool fill_findings(struct json_object *to, const struct tidy_scenario *scenario)
{
    for (int i = 0; i < scenario->findings; i++) {
        struct json_object *finding = json_object_new_object();

        if (!append(to, finding) || !fill_finding(finding, &scenario->finding[i]))
            return false;
    }
    return true;
}

static bool fill_quotation(struct json_object *to, const struct tidy_quotation *q)
{
    return add_text(to, "consideration", q->consideration) && add_text(to, "of", q->of) &&
           add_text(to, "ledger", q->ledger) && add_text(to, "verdict", q->verdict) &&
           add_pounds(to, "quoted", q->quoted) &&
           (!q->told || add_pounds(to, "derived", q->derived)) &&
           add_text(to, "source", q->source) && add_text(to, "text", q->text);
}

static bool fill_quotations(struct json_object *to, const struct tidy_scenario *scenario)
{
    for (int i = 0; i < scenario->quotations; i++) {
        struct json_object *quotation = json_object_new_object();

        if (!append(to, quotation) || !fill_quotation(quotation, &scenario->quotation[i]))
            return false;
    }
    return true;
}

static bool fill_scenario(struct json_object *to, const struct tidy_scenario *scenario)
{
    struct json_object *findings, *quoted;

    if (!add_text(to, "name", scenario->name) ||
        !add(to, "lawful", json_object_new_boolean(scenario->lawful)) ||
        !add_text(to, "pupils", scenario->pupils))
        return false;
    findings = json_object_new_array();
    if (!add(to, "findings", findings) || !fill_findings(findings, scenario))
        return false;
    quoted = json_object_new_array();
    return add(to, "quoted", quoted) && fill_quotations(quoted, scenario);
}

/* Print and give back; false when it could not be made. */
static bool print(struct json_object *object, bool filled, const char *after, FILE *out)
{
    const char *text =
        filled ? json_object_to_json_string_ext(object, JSON_C_TO_STRING_NOSLASHESCAPE) : NULL;

    if (text)
        fprintf(out, "%s%s", text, after);
    else
        errno = ENOMEM;
    json_object_put(object);
    return text && !ferror(out);
}

static bool print_text(const char *text, const char *after, FILE *out)
{
    struct json_object *object = json_object_new_string(text);

    return print(object, object, after, out);
}

static bool print_published(const struct tidy *tidy, FILE *out)
{
    if (tidy->published.is)
        fprintf(out, "\"published\": {\"rounded\": %zu, \"left_out\": %zu},\n",
                tidy->published.rounded, tidy->published.left_out);
    return !ferror(out);
}

static bool print_notes(const struct tidy_report *report, FILE *out)
{
    if (report->notes == 0)
        return true;
    fputs("\"notes\": [\n", out);
    for (int i = 0; i < report->notes; i++)
        if (!print_text(report->note[i], i + 1 < report->notes ? ",\n" : "\n", out))
            return false;
    fputs("],\n", out);
    return true;
}

static bool print_scenarios(const struct tidy_report *report, FILE *out)
{
    fputs("\"scenarios\": [\n", out);
    for (int i = 0; i < report->scenarios; i++) {
        struct json_object *object = json_object_new_object();
        const bool filled = object && fill_scenario(object, &report->scenario[i]);

        if (!print(object, filled, i + 1 < report->scenarios ? ",\n" : "\n", out))
            return false;
    }
    fputs("],\n", out);
    return true;
}

static bool fill_requirement(struct json_object *to, const struct tidy_requirement *requirement)
{
    return add_text(to, "requirement", requirement->text) &&
           add_text(to, "scenario", requirement->scenario) &&
           add_text(to, "verdict", requirement->verdict) && add_text(to, "why", requirement->why);
}

static bool print_requirements(const struct tidy_report *report, FILE *out)
{
    if (report->requirements == 0)
        return true;
    fputs("\"requirements\": [\n", out);
    for (int i = 0; i < report->requirements; i++) {
        struct json_object *object = json_object_new_object();
        const bool filled = object && fill_requirement(object, &report->requirement[i]);

        if (!print(object, filled, i + 1 < report->requirements ? ",\n" : "\n", out))
            return false;
    }
    fputs("],\n", out);
    return true;
}

static bool print_rows(const struct tidy *tidy, FILE *out)
{
    fputs("\"rows\": [\n", out);
    for (size_t i = 0; i < tidy->count; i++) {
        struct json_object *object = json_object_new_object();
        const bool filled = object && fill_row(object, &tidy->rows[i]);

        if (!print(object, filled, i + 1 < tidy->count ? ",\n" : "\n", out))
            return false;
    }
    fputs("]}\n", out);
    return !ferror(out);
}

bool tidy_json(const struct tidy_report *report, FILE *out)
{
    fputs("{\"$schema\": \"results.schema.json\",\n\"hnbsim\": ", out);
    return print_text(report->version, ",\n\"digest\": ", out) &&
           print_text(report->digest, ",\n", out) && print_published(report->tidy, out) &&
           print_notes(report, out) && print_scenarios(report, out) &&
           print_requirements(report, out) && print_rows(report->tidy, out);
}
