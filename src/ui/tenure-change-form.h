/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders of type 变更 for what is there (A1-17): another specification or a larger size, or something attached to it.
 */
#pragma once

#include "tenure-plan-form.h"

G_BEGIN_DECLS

#define TENURE_TYPE_CHANGE_FORM (tenure_change_form_get_type ())
G_DECLARE_FINAL_TYPE (TenureChangeForm, tenure_change_form, TENURE, CHANGE_FORM, TenurePlanForm)

/** 变更规格. Floating. */
TenurePlanForm *tenure_change_form_new (TenureSession *session, const char *resource);
/** 追加附属资源: a further disk, a bandwidth add-on (加油包). Floating. */
TenurePlanForm *tenure_change_form_new_attach (TenureSession *session, const char *resource);

/** Whether @offer has another specification or a size. */
gboolean tenure_change_form_can_change (const TenureOffer *offer);
/** What may be attached to a resource of @offer (TenureOffer, borrowed); free with g_ptr_array_unref. */
GPtrArray *tenure_change_form_attachable (TenureSession *session, const TenureOffer *offer);
/** The largest change that @offer allows from @spec: its plan says whether there is any, and why not. */
TenureCommand *tenure_change_form_probe (const TenureOffer *offer, const char *spec, const char *resource);
/** Attaching something small, whatever it is: its plan says whether that is possible, and why not. */
TenureCommand *tenure_change_form_probe_attach (TenureSession *session, const TenureOffer *offer, const char *resource);

G_END_DECLS
