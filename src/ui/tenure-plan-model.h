/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The items of a plan as a list model; objects are made when a row comes into view, so 50,000 cost nothing. */
#pragma once

#include <gio/gio.h>

#include "tenure-plan.h"

G_BEGIN_DECLS

/** One item of a plan. */
#define TENURE_TYPE_PLAN_ENTRY (tenure_plan_entry_get_type ())
G_DECLARE_FINAL_TYPE (TenurePlanEntry, tenure_plan_entry, TENURE, PLAN_ENTRY, GObject)
/** Borrowed from the plan, which the entry keeps. */
const TenurePlanItem *tenure_plan_entry_item (TenurePlanEntry *self);
const TenurePlan *tenure_plan_entry_plan (TenurePlanEntry *self);

#define TENURE_TYPE_PLAN_MODEL (tenure_plan_model_get_type ())
G_DECLARE_FINAL_TYPE (TenurePlanModel, tenure_plan_model, TENURE, PLAN_MODEL, GObject)
TenurePlanModel *tenure_plan_model_new (TenurePlan *plan);

G_END_DECLS
