/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 交易记录跟踪: all that was done with an order's resources, by type, created time and number (A2-05). */
#pragma once

#include <adwaita.h>

#include "tenure-session.h"

G_BEGIN_DECLS

#define TENURE_TYPE_TRACE_WINDOW (tenure_trace_window_get_type ())
G_DECLARE_FINAL_TYPE (TenureTraceWindow, tenure_trace_window, TENURE, TRACE_WINDOW, AdwWindow)
/** Of the order @number; modal to the window of @parent. */
TenureTraceWindow *tenure_trace_window_present (GtkWidget *parent, TenureSession *session, const char *number);

G_END_DECLS
