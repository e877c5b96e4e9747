/* Money in whole pence. */
#include "engine/base/pence.h"

#include <math.h>

pence pence_of_pounds(double pounds) { return llrint(pounds * 100); }
