/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filter by expiry (A2-12): within some days, within a number of one's own, a range of one's own, expired. */
#pragma once

#include <adwaita.h>

#include "tenure-query.h"

G_BEGIN_DECLS

/** Signal "changed" (). */
#define TENURE_TYPE_EXPIRY_FILTER (tenure_expiry_filter_get_type ())
G_DECLARE_FINAL_TYPE (TenureExpiryFilter, tenure_expiry_filter, TENURE, EXPIRY_FILTER, GtkBox)

TenureExpiryFilter *tenure_expiry_filter_new (void);
/** Narrows @query, whose `now` is filled in; a day that is not typed in full leaves its side open. */
void tenure_expiry_filter_apply (TenureExpiryFilter *self, TenureQuery *query);

G_END_DECLS
