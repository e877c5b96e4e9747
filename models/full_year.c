/* Effects taken one at a time, each as entries of a line in a ledger. */
#include "models/full_year.h"

#include "engine/base/text.h"
#include "models/compile.h"

/* Beyond any ramp: its last share is held on. */
enum { IN_FULL = 1000 };

/* Of one effect, at most: places of two ledgers, a premium and a top-up. */
enum { MOST_ENTRIES = 4 };

/** Entries being collected. */
struct summing {
    struct arena *arena;
    const struct plan *plan;
    const struct consideration *consideration;
    bool *changed; /* [line] it is there without the consideration, and not left alone by it */
    struct full_year *out;
};

/* Nothing on a line that is not there. */
static void add(struct summing *s, enum full_kind kind, int line, double pounds)
{
    if (line >= 0)
        s->out->entry[s->out->count++] =
            (struct full_entry){kind, s->plan->line[line].name, s->plan->line[line].ledger, pounds};
}

static int line_of(const struct plan *plan, enum line_kind kind, int setting)
{
    for (int i = 0; i < plan->lines; i++)
        if (plan->line[i].kind == kind && plan->line[i].index == setting)
            return i;
    return -1;
}

static int line_named(const struct plan *plan, const char *name)
{
    for (int i = 0; i < plan->lines; i++)
        if (text_alike(plan->line[i].name, name))
            return i;
    return -1;
}

static void change(struct summing *s, int line)
{
    if (line >= 0 && s->plan->line[line].kind != ADDED_LINE)
        s->changed[line] = true;
}

/* May a pupil with this need fill the setting's places? Those whom it shifts there; if it shifts
 * none, anybody. */
static bool may_fill(const struct consideration *c, int setting, int need)
{
    bool shifts = false;

    for (int i = 0; i < c->effects; i++) {
        const struct effect *effect = &c->effect[i];
        if (effect->kind != SHIFT || effect->shift.to != setting)
            continue;
        if (effect->shift.needs[need])
            return true;
        shifts = true;
    }
    return !shifts;
}

static double top_up_of(const struct area *area, int setting, int need)
{
    double rate = 0;

    for (int i = 0; i < area->top_ups; i++) {
        const struct top_up *row = &area->top_up[i];
        if (row->setting == setting && row->need == need)
            rate += row->share *
                    (row->band >= 0 ? area->band_rate[row->band].central : row->rate.central);
    }
    return rate;
}

/* One rate for whoever may come, or it is not known. */
static void add_top_up(struct summing *s, int setting, double places)
{
    const struct area *area = s->plan->area;
    double rate = 0;
    bool any = false;

    for (int k = 0; k < area->needs; k++) {
        const double own = top_up_of(area, setting, k);
        if (!may_fill(s->consideration, setting, k))
            continue;
        if (any && (own < rate || own > rate)) {
            s->out->unknown[FULL_TOP_UP] =
                arena_format(s->arena, "the top-up of %s depends on the needs of those who come",
                             text_words(s->arena, area->setting[setting].name.key));
            return;
        }
        any = true;
        rate = own;
    }
    add(s, FULL_TOP_UP, line_of(s->plan, TOP_UP_LINE, setting), places * rate);
}

static void add_places(struct summing *s, const struct effect *effect)
{
    const struct places_effect *places = &effect->places;
    const struct setting *setting = &s->plan->area->setting[places->setting];
    const double count = places->places.central * (places->closes ? -1 : 1);
    const double rate =
        places->place_rate.given ? places->place_rate.central : setting->place_rate.central;
    const int at = places->setting;

    add(s, FULL_PLACES, line_of(s->plan, PLACES_LINE, at), count * rate);
    add(s, FULL_PLACES, line_of(s->plan, SCHOOLS_BLOCK_LINE, at),
        count * setting->schools_block_rate.central);
    add(s, FULL_PREMIUM, line_of(s->plan, PREMIUM_LINE, at), count * places->premium.central);
    if (!places->closes)
        add_top_up(s, at, count);
}

static void add_spend(struct summing *s, const struct effect *effect)
{
    const struct spend_effect *spend = &effect->spend;
    const int line = line_named(s->plan, spend->line.text);

    change(s, line);
    add(s, spend->once ? FULL_ONCE : FULL_SPEND, line,
        spend->amount.central * compile_ramp(&spend->ramp, IN_FULL));
}

static double saved_by(const struct plan *plan, int consideration)
{
    double sum = 0;

    for (int line = 0; line < plan->lines; line++)
        sum += full_year_saved(plan, consideration, line);
    return sum;
}

/* What there is to take a share of: a line, or what others (or itself) save. */
static double source_of(const struct plan *plan, const struct redirect_effect *redirect)
{
    double sum = 0;

    if (!redirect->saving.text)
        return full_year_present(plan, line_named(plan, redirect->from.text));
    for (int i = 0; i < plan->savings; i++)
        for (int c = 0; c < plan->scenario->considerations; c++)
            if (plan->saving[i].of[c] && text_same(plan->saving[i].name, redirect->saving.text))
                sum += saved_by(plan, c);
    return sum;
}

static void add_redirect(struct summing *s, const struct effect *effect)
{
    const struct redirect_effect *redirect = &effect->redirect;
    const double share = redirect->share.given ? redirect->share.central : 1;
    const double whole = redirect->amount.given
                             ? redirect->amount.central
                             : source_of(s->plan, redirect) * share * redirect->time.central;
    const double pounds = whole * compile_ramp(&redirect->ramp, IN_FULL);
    const int to = line_named(s->plan, redirect->to.text);

    change(s, to);
    add(s, FULL_REDIRECT, to, pounds);
    if (redirect->saving.text)
        return;
    const int from = line_named(s->plan, redirect->from.text);
    change(s, from);
    add(s, FULL_REDIRECT, from, -pounds);
}

static void add_income(struct summing *s, const struct effect *effect)
{
    const struct income_effect *income = &effect->income;
    const int of = income->of.text ? line_named(s->plan, income->of.text) : -1;
    const double whole = income->amount.given
                             ? income->amount.central
                             : full_year_present(s->plan, of) * income->share.central;

    change(s, of);
    s->out->entry[s->out->count++] =
        (struct full_entry){FULL_INCOME, text_words(s->arena, income->line.text), income->ledger,
                            whole * compile_ramp(&income->ramp, IN_FULL)};
}

static void change_rates(struct summing *s, const struct effect *effect)
{
    const struct rate_effect *rate = &effect->rate;

    for (int i = 0; i < s->plan->settings; i++)
        if (rate->settings[i])
            change(s, line_of(s->plan, rate->place_rate ? PLACES_LINE : TOP_UP_LINE, i));
}

static bool is_nought(const struct number *n) { return !(n->central < 0) && !(n->central > 0); }

/* Does it change who goes where? What that costs elsewhere is for a run to tell. */
static bool moves_pupils(const struct effect *effect)
{
    switch (effect->kind) {
    case PLACES:
        return !is_nought(&effect->places.places);
    case SHIFT:
        return !is_nought(&effect->shift.share);
    case INCIDENCE:
        return !is_nought(&effect->incidence.change);
    case DURATION:
        return !is_nought(&effect->duration.become_plans);
    case RATE_EFFECT:
    case SPEND:
    case INCOME:
    case REDIRECT:
    case EFFECT_KINDS:
        break;
    }
    return false;
}

static void add_effect(struct summing *s, const struct effect *effect)
{
    if (moves_pupils(effect))
        s->out->unknown[FULL_NET] = "pupils move, and only a run tells what that costs elsewhere";
    if (effect->kind == PLACES)
        add_places(s, effect);
    if (effect->kind == SPEND)
        add_spend(s, effect);
    if (effect->kind == REDIRECT)
        add_redirect(s, effect);
    if (effect->kind == INCOME)
        add_income(s, effect);
    if (effect->kind == RATE_EFFECT)
        change_rates(s, effect);
    if (effect->kind == DURATION)
        change(s, line_of(s->plan, SUPPORT_LINE, -1));
}

const struct full_year *full_year_of(struct arena *arena, const struct plan *plan,
                                     int consideration)
{
    const struct consideration *c = &plan->scenario->consideration[consideration];
    struct full_year *out = ARENA_NEW(arena, struct full_year);
    struct summing s = {arena, plan, c, ARENA_ARRAY(arena, bool, plan->lines + 1), out};

    out->entry = ARENA_ARRAY(arena, struct full_entry, c->effects * MOST_ENTRIES + 2 * plan->lines);
    for (int i = 0; i < c->effects; i++)
        add_effect(&s, &c->effect[i]);
    for (int line = 0; line < plan->lines; line++) {
        add(&s, FULL_SAVING, line, full_year_saved(plan, consideration, line));
        if (s.changed[line])
            add(&s, FULL_PRESENT, line, full_year_present(plan, line));
    }
    return out;
}
