/* What each kind of file may hold. */
#include "models/schema.h"

const struct file_form file_forms[FILE_FORMS] = {
    {"area", "hnbsim area", "What a place is like: its pupils, its money and its rules.",
     &area_file_shape},
    {"consideration", "hnbsim consideration", "What could be done, when, and what it does.",
     &consideration_file_shape},
    {"scenario", "hnbsim scenario", "What if: an area, and what is done there.",
     &scenario_file_shape},
};
