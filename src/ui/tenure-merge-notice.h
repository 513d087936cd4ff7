/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of orders that are paid together (A2-07): which are left out and why, and which go on. */
#pragma once

#include <adwaita.h>

#include "tenure-plan.h"
#include "tenure-session.h"

G_BEGIN_DECLS

#define TENURE_TYPE_MERGE_NOTICE (tenure_merge_notice_get_type ())
G_DECLARE_FINAL_TYPE (TenureMergeNotice, tenure_merge_notice, TENURE, MERGE_NOTICE, GtkBox)
/** Hidden while every order of @plan (or NULL) can be paid. */
void tenure_merge_notice_show (TenureMergeNotice *self, TenureSession *session, const TenurePlan *plan);

G_END_DECLS
