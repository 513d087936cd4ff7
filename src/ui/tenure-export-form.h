/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is exported how: format, encoding, and the duration of a renewal list. */
#pragma once

#include "tenure-plan-form.h"
#include "tenure-query.h"

G_BEGIN_DECLS

#define TENURE_TYPE_EXPORT_FORM (tenure_export_form_get_type ())
G_DECLARE_FINAL_TYPE (TenureExportForm, tenure_export_form, TENURE, EXPORT_FORM, TenurePlanForm)

/* All floating. When it is done, the window goes to Exports with the new record selected (A2-09). */

/** 批量导出 of the @orders that wait for payment; 导出续费清单 of the @resources. */
TenurePlanForm *tenure_export_form_new_unpaid (TenureSession *session, const char *const *orders);
TenurePlanForm *tenure_export_form_new_renewal_list (TenureSession *session, const char *const *resources);
/** 导出全部 of orders, 导出续费价目表: by the filter of the list shown. */
TenurePlanForm *tenure_export_form_new_orders (TenureSession *session, const TenureQuery *query);
TenurePlanForm *tenure_export_form_new_price_list (TenureSession *session, const TenureQuery *query);

G_END_DECLS
