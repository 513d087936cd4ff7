/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the refund table (A2-22): 实例信息 / 退订类型 / 支付信息 / 应退金额 / 实际退款, with 展开退款明细;
 * in a narrow window the figures stand below each other with their names. */
#pragma once

#include <adwaita.h>

#include "tenure-plan.h"
#include "tenure-session.h"

G_BEGIN_DECLS

/** Signal "toggled" (gboolean open): the details were opened or closed by hand. */
#define TENURE_TYPE_REFUND_ROW (tenure_refund_row_get_type ())
G_DECLARE_FINAL_TYPE (TenureRefundRow, tenure_refund_row, TENURE, REFUND_ROW, GtkBox)

TenureRefundRow *tenure_refund_row_new (void);
/** The item at @position, with its details @open or not. */
void tenure_refund_row_show (TenureRefundRow *self, TenureSession *session, const TenurePlan *plan, guint position,
                             gboolean open);
/** The names of the columns; nothing where it is narrow. */
void tenure_refund_row_show_titles (TenureRefundRow *self);
/** 总计 of what goes ahead. */
void tenure_refund_row_show_total (TenureRefundRow *self, const TenurePlan *plan);
/** Opens or closes the details. */
void tenure_refund_row_toggle (TenureRefundRow *self);

G_END_DECLS
