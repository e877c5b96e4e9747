/* Small pictures made of characters: a trend, and where the futures lie. */
#ifndef ENGINE_OUTPUT_SPARK_H
#define ENGINE_OUTPUT_SPARK_H

enum { SPARK_MOST = 48, SPARK_TEXT = SPARK_MOST * 3 + 1 };

/**
 * A character a value, from the lowest to the highest; values that are all the same lie low.
 *
 * @param values  [count] finite
 * @param count   at most SPARK_MOST; more are not drawn
 */
void spark_trend(const double *values, int count, char text[SPARK_TEXT]);

/**
 * Where five quantiles lie between low and high: a thin line between the outer two, a thick one
 * between the inner two, the median upon it; nought is marked where it lies bare.
 *
 * @param quantile  [5] rising
 * @param width     columns, at most SPARK_MOST
 */
void spark_fan(double low, double high, const double quantile[5], int width, char text[SPARK_TEXT]);

/** Where a value lies among `width` columns from low to high, 0 to width - 1. */
int spark_column(double low, double high, double value, int width);

#endif
