/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an order's details say (A2-04): its state, the trail of its money, its resources, what else was done with them.
 */
#pragma once

#include <adwaita.h>

#include "tenure-lookup.h"

G_BEGIN_DECLS

/** Fills @body anew. Its rows use the actions "order.open" (s: number) and "order.trace" of the window. */
void tenure_order_details_fill (GtkBox *body, TenureSession *session, const TenureOrderView *view);
/** A row of an order: number, type, status, created, amount; it opens the order. */
GtkWidget *tenure_order_row_new (const TenureOrder *order);

G_END_DECLS
