/* Put before every file of a draw when it is compiled for a level above the base: each external
 * name ends in the level's, so that no two are mixed up. tests/doors.sh looks that none is missing.
 */
#ifndef MODELS_LEVEL_NAMES_H
#define MODELS_LEVEL_NAMES_H

#define LEVEL_JOIN(name, level) name##_##level
#define LEVEL_NAME(name, level) LEVEL_JOIN(name, level)
#define LEVEL_QUOTE(level) #level
#define LEVEL_QUOTED(level) LEVEL_QUOTE(level)
#define LEVEL_TEXT LEVEL_QUOTED(LEVEL)

#define batch_level LEVEL_NAME(batch_level, LEVEL)
#define caseload_begin LEVEL_NAME(caseload_begin, LEVEL)
#define caseload_count LEVEL_NAME(caseload_count, LEVEL)
#define coordinate_place LEVEL_NAME(coordinate_place, LEVEL)
#define draw_central LEVEL_NAME(draw_central, LEVEL)
#define draw_new LEVEL_NAME(draw_new, LEVEL)
#define draw_prepare LEVEL_NAME(draw_prepare, LEVEL)
#define funding_balance LEVEL_NAME(funding_balance, LEVEL)
#define funding_year LEVEL_NAME(funding_year, LEVEL)
#define latin_new LEVEL_NAME(latin_new, LEVEL)
#define latin_part LEVEL_NAME(latin_part, LEVEL)
#define latin_place LEVEL_NAME(latin_place, LEVEL)
#define ledger_considerations LEVEL_NAME(ledger_considerations, LEVEL)
#define ledger_income LEVEL_NAME(ledger_income, LEVEL)
#define ledger_spend LEVEL_NAME(ledger_spend, LEVEL)
#define luck_draw LEVEL_NAME(luck_draw, LEVEL)
#define measures_each LEVEL_NAME(measures_each, LEVEL)
#define measures_pounds LEVEL_NAME(measures_pounds, LEVEL)
#define measures_pupils LEVEL_NAME(measures_pupils, LEVEL)
#define model_run LEVEL_NAME(model_run, LEVEL)
#define places_shares LEVEL_NAME(places_shares, LEVEL)
#define places_sites LEVEL_NAME(places_sites, LEVEL)
#define places_year LEVEL_NAME(places_year, LEVEL)
#define population_arrive LEVEL_NAME(population_arrive, LEVEL)
#define population_coming LEVEL_NAME(population_coming, LEVEL)
#define prices_rates LEVEL_NAME(prices_rates, LEVEL)
#define results_inexact LEVEL_NAME(results_inexact, LEVEL)
#define results_new LEVEL_NAME(results_new, LEVEL)
#define rules_year LEVEL_NAME(rules_year, LEVEL)
#define sampler_draw LEVEL_NAME(sampler_draw, LEVEL)
#define savings_year LEVEL_NAME(savings_year, LEVEL)
#define shift_block LEVEL_NAME(shift_block, LEVEL)
#define sobol_new LEVEL_NAME(sobol_new, LEVEL)
#define sobol_place LEVEL_NAME(sobol_place, LEVEL)
#define sobol_plain LEVEL_NAME(sobol_plain, LEVEL)
#define spend_rated LEVEL_NAME(spend_rated, LEVEL)
#define spend_top_up LEVEL_NAME(spend_top_up, LEVEL)
#define spend_year LEVEL_NAME(spend_year, LEVEL)
#define support_at LEVEL_NAME(support_at, LEVEL)
#define transfer_year LEVEL_NAME(transfer_year, LEVEL)
#define work_new LEVEL_NAME(work_new, LEVEL)
#define year_pounds LEVEL_NAME(year_pounds, LEVEL)
#define year_pupils LEVEL_NAME(year_pupils, LEVEL)

#endif
