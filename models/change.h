/* Changes to an area before it is read: by variant, or by path. Private to models/. */
#ifndef MODELS_CHANGE_H
#define MODELS_CHANGE_H

#include "engine/yaml/shape.h"

/** What a `change:` may hold. */
extern const struct shape change_shape;

/** {flows.growth.ASD: 6%, ...}, in the order written. */
bool change_apply(const struct decoder *d, struct node *area, struct node *changes);

/** The changes of one of the area's variants. */
bool change_apply_variant(const struct decoder *d, struct node *area, struct label variant);

#endif
