/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From pay-per-use to yearly/monthly (按需转包周期): an order whose payment begins the first period. */
#pragma once

#include "tenure-plan-form.h"

G_BEGIN_DECLS

#define TENURE_TYPE_TO_PERIOD_FORM (tenure_to_period_form_get_type ())
G_DECLARE_FINAL_TYPE (TenureToPeriodForm, tenure_to_period_form, TENURE, TO_PERIOD_FORM, TenurePlanForm)

/** For pay-per-use @resources of one @offer, which says the periods; the catalogue keeps it. Floating. */
TenurePlanForm *tenure_to_period_form_new (TenureSession *session, const TenureOffer *offer,
                                           const char *const *resources);
/** The shortest period that @offer has: its plan says whether it can be done, and why not. */
TenureCommand *tenure_to_period_form_probe (const TenureOffer *offer, const char *resource);

G_END_DECLS
