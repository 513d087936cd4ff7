/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan to look at: its items, the explanation of the chosen one, the totals. */
#pragma once

#include <adwaita.h>

#include "tenure-session.h"

G_BEGIN_DECLS

#define TENURE_TYPE_PLAN_VIEW (tenure_plan_view_get_type ())
G_DECLARE_FINAL_TYPE (TenurePlanView, tenure_plan_view, TENURE, PLAN_VIEW, AdwBin)
/** Shows @plan; NULL empties it. */
void tenure_plan_view_show (TenurePlanView *self, TenureSession *session, TenurePlan *plan);
/** What of a payment flexi coupons and stored-value cards give; the balance gives the rest. */
TenureMoney tenure_plan_from_coupons (const TenurePlan *plan);
/** Totals in words: what is to be paid or comes back, the balance before and after. Free with g_free. */
char *tenure_plan_totals (const TenurePlan *plan);
/** The second line of the totals: balance, quota, review; may be empty. Free with g_free. */
char *tenure_plan_consequences (const TenurePlan *plan);
/** Why the whole is refused, one reason a line; of a single item its own reason. Free with g_free. */
char *tenure_plan_reasons (const TenurePlan *plan);
/** What is different from the plan by now, the first few of it, of a stale outcome. Free with g_free. */
char *tenure_plan_differences (const TenureOutcome *outcome);
/** Numbers of the orders that the plan named; without such, of all that were made: the parts of a composite order are
 * told in its details. The numbers are the outcome's. */
GPtrArray *tenure_plan_orders_to_tell (const TenureOutcome *outcome);

G_END_DECLS
