/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What renewal and unified expiry share. */
#pragma once

#include "tenure-renewal.h"

G_BEGIN_DECLS

/** The day @months after the day of @expiry, as tenure_renewal_expiry() does it. */
gboolean tenure_renewal_day (TenureTime expiry, int anchor, int months, const TenurePolicy *policy, TenureDay *day,
                             GError **error);
/** TENURE_INPUT_ERROR_RANGE when @day lies after the last year that can be told. */
gboolean tenure_renewal_check_day (TenureDay day, GError **error);

G_END_DECLS
