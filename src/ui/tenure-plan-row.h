/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One item of a plan: what it is, what changes, what it costs or brings, or why nothing happens to it. */
#pragma once

#include <adwaita.h>

#include "tenure-plan.h"
#include "tenure-session.h"

G_BEGIN_DECLS

#define TENURE_TYPE_PLAN_ROW (tenure_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (TenurePlanRow, tenure_plan_row, TENURE, PLAN_ROW, GtkGrid)
TenurePlanRow *tenure_plan_row_new (void);
/** Shows @item of @plan. */
void tenure_plan_row_show (TenurePlanRow *self, TenureSession *session, const TenurePlan *plan,
                           const TenurePlanItem *item);
/** How an item's money came about: the parts of a refund, and every step. Free with g_free. */
char *tenure_plan_item_explanation (const TenurePlanItem *item);

G_END_DECLS
