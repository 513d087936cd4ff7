/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one dialog in which anything is done: choices, the plan of what would happen, doing it, the outcome. */
#pragma once

#include "tenure-plan-form.h"

G_BEGIN_DECLS

/** Actions: plan.apply, plan.proceed, plan.back, plan.agree. Signal "done" (): what the form asked for was done. */
#define TENURE_TYPE_PLAN_DIALOG (tenure_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TenurePlanDialog, tenure_plan_dialog, TENURE, PLAN_DIALOG, AdwWindow)

/** Takes the floating @form; the dialog is modal to the window of @parent and destroys itself. */
TenurePlanDialog *tenure_plan_dialog_present (GtkWidget *parent, TenurePlanForm *form);
/** The form shown now; borrowed. */
TenurePlanForm *tenure_plan_dialog_form (TenurePlanDialog *self);
/** The plan shown now, or NULL while it is being made; borrowed. */
TenurePlan *tenure_plan_dialog_plan (TenurePlanDialog *self);
/** What was done, or NULL; borrowed. */
TenureOutcome *tenure_plan_dialog_outcome (TenurePlanDialog *self);

G_END_DECLS
