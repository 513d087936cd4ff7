/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 订单详情: an order, its money, its resources, and what else was done with them. */
#pragma once

#include <adwaita.h>

#include "tenure-session.h"

G_BEGIN_DECLS

/** Actions: order.pay, order.cancel, order.confirm, order.decline, order.trace, order.open (s: number). */
#define TENURE_TYPE_ORDER_WINDOW (tenure_order_window_get_type ())
G_DECLARE_FINAL_TYPE (TenureOrderWindow, tenure_order_window, TENURE, ORDER_WINDOW, AdwWindow)
TenureOrderWindow *tenure_order_window_present (GtkWidget *parent, TenureSession *session, const char *number);
/** A button that opens the order; one that is the @only one need not be named. */
GtkWidget *tenure_order_button_new (TenureSession *session, const char *number, gboolean only);

G_END_DECLS
