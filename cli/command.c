/* One table of commands. */
#include "cli/command.h"

#include <string.h>

#include "cli/cli.h"

#define PLAN "scenarios/no-change.yaml"

static const struct command commands[] = {
    {.name = "run",
     .arguments = "SCENARIO",
     .what = "run a scenario: its pounds and pupils by year",
     .more = "Runs one scenario, and shows what it spends and what happens to pupils, year by\n"
             "year: at central values, and with --draws how sure that is.",
     .example = {{"Pounds and pupils by year", "hnbsim run " PLAN, DONE},
                 {"How sure that is, with whole pupils, each with luck of their own",
                  "hnbsim run --draws 1,000 --pupils whole " PLAN, DONE},
                 {"A plan that is not lawful as drawn: the rule and year come first",
                  "hnbsim run scenarios/repeated-mfg-cut.yaml", UNLAWFUL_AS_DRAWN},
                 {"A test of a plan, which here fails",
                  "hnbsim run -d 1,000 -r 'P(in-year balance[2024-25] >= 0) >= 0.5' \\\n" PLAN,
                  NOT_AS_REQUIRED},
                 {"Half of the draws, to be merged with the others",
                  "hnbsim run --draws 2,000 --shard 1/2 -o first.part " PLAN, DONE}},
     .least = 1,
     .most = 1,
     .takes = RUN | DRAWING | SHARING | SHOWING,
     .naming = YAML_FILES,
     .run = run_command},
    {.name = "compare",
     .arguments = "BASE OTHER...",
     .what = "run several: each beside the first",
     .more = "Runs several scenarios, and shows each beside the first: at central values, and\n"
             "with --draws in the same futures.",
     .example = {{"What the review's package changes",
                  "hnbsim compare " PLAN " scenarios/review-package.yaml", DONE},
                 {"In 1,000 futures, as a table to read into a spreadsheet",
                  "hnbsim compare -d 1,000 -f csv -o results.csv scenarios/[34]*.yaml", DONE},
                 {"Fewer draws for the same answer",
                  "hnbsim compare -d 512 -S sobol " PLAN " \\\nscenarios/3-outreach.yaml", DONE}},
     .least = 2,
     .most = 64,
     .takes = RUN | DRAWING | SHARING | SHOWING,
     .naming = YAML_FILES,
     .run = compare_command},
    {.name = "report",
     .arguments = "SCENARIO...",
     .what = "a briefing: a page with charts, or a workbook",
     .more = "Writes a briefing of one or more scenarios, each beside the first: what becomes\n"
             "of the balance and of pupils, how sure that is, and what it rests on. The ending\n"
             "of the file's name says what is written: .html is one page, with charts, that\n"
             "needs nothing else; .pdf the same printed, by Chromium (Debian's chromium);\n"
             ".xlsx a workbook whose totals are formulas; .csv and .json the run's table; and\n"
             "a slash a folder of both with what describes them. However many are written,\n"
             "it is drawn once: 1,000 times unless told otherwise.",
     .example = {{"A page to read, and to print",
                  "hnbsim report -o briefing.html " PLAN " \\\nscenarios/review-package.yaml",
                  DONE},
                 {"The same run as a workbook and as its table; sentences about 2024-25",
                  "hnbsim report --by 2024-25 -o briefing.xlsx -o briefing.csv \\\n" PLAN
                  " scenarios/3-outreach.yaml",
                  DONE},
                 {"For publication: no figure of fewer than five pupils",
                  "hnbsim report --publish -o public.html -o public/ " PLAN, DONE},
                 {"A plan that is not lawful as drawn: the page begins with it",
                  "hnbsim report -d 100 -o cut.html scenarios/repeated-mfg-cut.yaml",
                  UNLAWFUL_AS_DRAWN}},
     .least = 1,
     .most = 16,
     .takes = RUN | DRAWING | REPORTING | JUDGING | DATING,
     .naming = YAML_FILES,
     .run = report_command},
    {.name = "chart",
     .arguments = "WHICH FILE...",
     .what = "one chart of the briefing, for a document",
     .more = "Draws one chart of the briefing as a file: fan, difference, pupils, moves or\n"
             "spend; of scenarios, each beside the first. The ending of the file's name says\n"
             "what is written: .svg needs nothing, .png and .pdf need rsvg-convert (Debian's\n"
             "librsvg2-bin). Drawn 1,000 times unless told otherwise.",
     .example = {{"The balance carried, with its futures", "hnbsim chart fan -o fan.svg " PLAN,
                  DONE},
                 {"Whom the review's package moves by January 2025",
                  "hnbsim chart moves --by 2024-25 -o moves.svg \\\n" PLAN
                  " scenarios/review-package.yaml",
                  DONE}},
     .least = 2,
     .most = 17,
     .takes = RUN | DRAWING | REPORTING,
     .word = chart_word,
     .naming = YAML_FILES,
     .run = chart_command},
    {.name = "merge",
     .arguments = "PART...",
     .what = "put the shards of a run together, and show it",
     .more = "Reads the parts that --shard has written, and the scenarios that they were drawn\n"
             "from, again; then shows what one run of all the draws would have shown.",
     .example = {{"One half, on one machine",
                  "hnbsim run --draws 2,000 --shard 1/2 -o first.part " PLAN, DONE},
                 {"The other, on another",
                  "hnbsim run --draws 2,000 --shard 2/2 -o second.part " PLAN, DONE},
                 {"What one run of 2,000 draws would have shown",
                  "hnbsim merge first.part second.part", DONE},
                 {"How likely a deficit of more than £20m is, and every draw",
                  "hnbsim merge --limit £20m --keep draws.csv first.part second.part", DONE}},
     .least = 1,
     .most = 100000,
     .takes = SHOWING,
     .naming = ANY_FILES,
     .run = merge_command},
    {.name = "bundle",
     .arguments = "SCENARIO...",
     .what = "keep a run whole: its files, figures and version",
     .more = "Runs one scenario or several, and writes a tar archive of every file that was\n"
             "read, every figure, the options and the version, so that whoever follows can\n"
             "verify it: docs/bundle.md. The same run is the same bytes, wherever it is made.",
     .example = {{"What the review's package changes, to be kept beside the decision",
                  "hnbsim bundle -d 1,000 -o package.tar " PLAN
                  " \\\nscenarios/review-package.yaml",
                  DONE},
                 {"What is in it, without unpacking it", "hnbsim bundle " PLAN " | tar tf -",
                  DONE}},
     .least = 1,
     .most = 64,
     .takes = RUN | DRAWING | WRITING | BUNDLING,
     .naming = YAML_FILES,
     .run = bundle_command},
    {.name = "verify",
     .arguments = "BUNDLE",
     .what = "whether a bundle still gives the same figures",
     .more = "Looks whether each file of a bundle is as it was, runs it again from those files\n"
             "alone, and says whether every figure is the same, or which are not. Another\n"
             "version of hnbsim is no mistake: it is said.",
     .example = {{"A run to be kept", "hnbsim bundle -d 1,000 -o plan.tar " PLAN, DONE},
                 {"Whether it gives the same figures, here and now", "hnbsim verify plan.tar",
                  DONE},
                 {"The same as data", "hnbsim verify -f json -o verdict.json plan.tar", DONE}},
     .least = 1,
     .most = 1,
     .takes = DRAWING | TELLING | VERIFYING,
     .naming = ANY_FILES,
     .run = verify_command},
    {.name = "check",
     .arguments = "FILE...",
     .what = "look for mistakes in files, and do nothing else",
     .more = "Looks for mistakes, and lists every one. A scenario is checked with its area and\n"
             "its considerations; a consideration alone for its form.",
     .example = {{"One scenario, with all that it names", "hnbsim check " PLAN, DONE},
                 {"Every file there is",
                  "hnbsim check scenarios/*.yaml scenarios/considerations/*.yaml", DONE}},
     .least = 1,
     .most = 10000,
     .takes = TELLING,
     .naming = YAML_FILES,
     .run = check_command},
    {.name = "diff",
     .arguments = "A B",
     .what = "what differs between two scenarios' inputs",
     .more = "Says in sentences what differs between what two scenarios are made from: numbers\n"
             "of the area, however they were changed, and considerations. Status 0 either way.",
     .example = {{"What the review's package is made of",
                  "hnbsim diff " PLAN " scenarios/review-package.yaml", DONE}},
     .least = 2,
     .most = 2,
     .takes = TELLING,
     .naming = YAML_FILES,
     .run = diff_command},
    {.name = "assumptions",
     .arguments = "SCENARIO...",
     .what = "what a result rests on, worst-founded first",
     .more = "Lists every number of the scenarios' areas and considerations with how it came\n"
             "to be known: its status, source and owner, and when it was agreed and is to be\n"
             "looked at again. What is overdue --on a date comes first; without one nothing\n"
             "is.",
     .example = {{"What the review's package rests on",
                  "hnbsim assumptions scenarios/review-package.yaml", DONE},
                 {"What was to be looked at again by April 2020, for a spreadsheet",
                  "hnbsim assumptions --on 2020-04-12 -f csv -o due.csv \\\n" PLAN, DONE}},
     .least = 1,
     .most = 64,
     .takes = TELLING | DATING,
     .naming = YAML_FILES,
     .run = assumptions_command},
    {.name = "explain",
     .arguments = "SCENARIO",
     .what = "how one figure came about, leaf by leaf",
     .more = "Shows how one figure of the central run came about: of pounds (--line), as\n"
             "pupils, rates, prices, months and what considerations changed; of pupils\n"
             "(--pupils), as who stayed, came, moved, was turned away or left. Each leaf is\n"
             "the product of the numbers shown, and the leaves add up to the figure. With\n"
             "neither it lists what can be explained.",
     .example = {{"What can be explained", "hnbsim explain " PLAN, DONE},
                 {"Why a line costs what it does",
                  "hnbsim explain -y 2024-25 --line 'independent top-up' \\\n" PLAN, DONE},
                 {"Where the pupils of special schools came from",
                  "hnbsim explain --january 2025 --pupils special " PLAN, DONE},
                 {"Every line of a year, to be checked in a spreadsheet",
                  "hnbsim explain -y 2024-25 --line each -f csv -o lines.csv \\\n" PLAN, DONE}},
     .least = 1,
     .most = 1,
     .takes = EXPLAINING | TELLING,
     .naming = YAML_FILES,
     .run = explain_command},
    {.name = "backrun",
     .arguments = "AREA",
     .what = "an area's flows over the past, beside what happened",
     .more = "Runs pupils alone, by the flows of an area (or of a scenario's area), from an\n"
             "earlier January to its base, with the new plans that were published and nothing\n"
             "capped; and shows by setting and by age band how far that is from what was\n"
             "published. The area's 'history' says what was.",
     .example = {{"Two years, by setting and age band",
                  "hnbsim backrun --from 2017 \\\nscenarios/areas/cheshire-west-2019.yaml", DONE}},
     .least = 1,
     .most = 1,
     .takes = LOOKING | TELLING,
     .naming = YAML_FILES,
     .run = backrun_command},
    {.name = "schema",
     .arguments = "KIND",
     .what = "how files and results are written",
     .more = "Prints the JSON Schema of a kind of file (area, consideration or scenario), for\n"
             "an editor to complete and check by; for 'reference', every key on a page, in\n"
             "Markdown or with --man as the source of hnbsim-scenario(5); for 'results', the\n"
             "JSON Schema of --format json; for 'table', what the columns of --format csv are,\n"
             "as CSV on the Web has it.",
     .example = {{"What an editor is given to check scenarios with", "hnbsim schema scenario",
                  DONE},
                 {"Every key as a man page's source", "hnbsim schema --man reference", DONE},
                 {"What the columns of a table are, to lie beside it",
                  "hnbsim schema table > table.csv-metadata.json", DONE}},
     .least = 1,
     .most = 1,
     .takes = PAGES,
     .word = schema_word,
     .run = schema_command},
    {.name = "new",
     .arguments = "KIND NAME",
     .what = "write NAME.yaml, a file to start from",
     .more = "Writes NAME.yaml, a commented area (with its tables), consideration or scenario\n"
             "to start from; with -o there instead. What is there already is left as it is.",
     .example = {{"A scenario of your own", "hnbsim new scenario scenarios/my-plan", DONE},
                 {"Something else that could be done",
                  "hnbsim new consideration scenarios/considerations/11-my-idea", DONE},
                 {"Another council", "hnbsim new area scenarios/areas/my-council", DONE}},
     .least = 2,
     .most = 2,
     .takes = WRITING,
     .word = new_word,
     .naming = ANY_FILES,
     .run = new_command},
    {.name = "import",
     .arguments = "plan FILE",
     .what = "a management plan that was typed, as a scenario",
     .more = "Reads a DSG management plan from a workbook (.xlsx) or from CSV, typed in the\n"
             "rows of the sheet 'DSG plan' that 'hnbsim report -o x.xlsx' writes; and writes a\n"
             "scenario with its pounds, year by year, for 'hnbsim compare' and the rest. The\n"
             "pupils are the area's own. Totals that do not add up are mistakes.",
     .example =
         {{"A council's plan beside an area, on the standard output",
           "hnbsim import plan scenarios/plans/invented.csv \\\n--area scenarios/no-change.yaml",
           DONE},
          {"As a file, and then beside ours",
           "hnbsim import plan scenarios/plans/invented.csv \\\n--area scenarios/no-change.yaml "
           "-o scenarios/plan.yaml\n"
           "hnbsim compare scenarios/no-change.yaml scenarios/plan.yaml",
           DONE}},
     .least = 2,
     .most = 2,
     .takes = IMPORTING | WRITING,
     .word = import_word,
     .naming = ANY_FILES,
     .run = import_command},
    {.name = "list",
     .arguments = "WHAT [FILE]",
     .what = "what there is to be named, with a sentence each",
     .more = "Lists effects or measures; settings, needs or lines of an area or scenario;\n"
             "considerations of a scenario; or scenarios, of the files that follow or, without\n"
             "any, those that came with the command.",
     .example = {{"What a consideration can do", "hnbsim list effects", DONE},
                 {"Where pupils can be", "hnbsim list settings " PLAN, DONE},
                 {"What each scenario asks", "hnbsim list scenarios scenarios/*.yaml", DONE}},
     .least = 1,
     .most = 1000,
     .takes = TELLING,
     .word = list_word,
     .naming = YAML_FILES,
     .run = list_command},
    {.name = "completion",
     .arguments = "SHELL",
     .what = "what lets bash, zsh or fish complete this command",
     .more = "Prints what lets a shell complete commands, options, what they may be and names\n"
             "of files: bash, zsh or fish. Where the command is installed, that is too.",
     .example = {{"In bash: in this shell, or in ~/.bashrc", "source <(hnbsim completion bash)",
                  DONE},
                 {"In zsh: as _hnbsim, in a folder of $fpath", "hnbsim completion zsh > _hnbsim",
                  DONE},
                 {"In fish: as hnbsim.fish, in ~/.config/fish/completions",
                  "hnbsim completion fish > hnbsim.fish", DONE}},
     .least = 1,
     .most = 1,
     .word = completion_word,
     .run = completion_command},
    {.name = "help",
     .arguments = "[COMMAND]",
     .what = "what there is to be asked, or what one command does",
     .more = "Shows what commands there are, or how one is used, with examples.",
     .example = {{"How a scenario is run", "hnbsim help run", DONE},
                 {"The same as a man page's source", "hnbsim help --man run", DONE}},
     .least = 0,
     .most = 1,
     .takes = PAGES,
     .word = command_word,
     .run = help_command},
};

enum { COMMANDS = sizeof commands / sizeof *commands };

const struct command *command_at(int i) { return i < COMMANDS ? &commands[i] : NULL; }

const char *command_word(int i) { return i < COMMANDS ? commands[i].name : NULL; }

const struct command *command_named(const char *name)
{
    for (int i = 0; i < COMMANDS; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

const struct command *command_find(const char *name)
{
    if (!command_named(name))
        options_unknown_of("", "command", name, command_word);
    return command_named(name);
}
