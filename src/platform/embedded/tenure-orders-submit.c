/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders on what is there already: paid at once, or left waiting for payment. */
#include "tenure-guard.h"
#include "tenure-orders.h"

static gboolean
pay_now (const TenureWorld *world, TenureDecision *decision, GPtrArray *orders, TenurePaymentResult *payment,
         GError **error)
{
  for (guint i = 0; i < orders->len; i++)
    if (!tenure_money_add (payment->due, ((TenureOrder *)orders->pdata[i])->due, &payment->due, error) ||
        !tenure_money_add (payment->discount, ((TenureOrder *)orders->pdata[i])->discount, &payment->discount, error))
      return FALSE;
  payment->taken.cash = payment->due;
  return tenure_guard_balance (decision, world, payment->due, error) &&
         tenure_orders_settle (world, orders, payment, error);
}

/* What is still to be delivered holds its resources until then. */
static void
hold_delivered (TenureDecision *decision, GPtrArray *orders, GArray *refs)
{
  for (guint i = 0; i < orders->len; i++)
    {
      const TenureOrder *order = orders->pdata[i];
      for (guint l = 0; order->status == TENURE_ORDER_PROCESSING && l < order->n_lines; l++)
        if (order->lines[l].resource_id != 0)
          tenure_decision_hold (decision, order->lines[l].resource_id, g_array_index (refs, TenureRef, i));
    }
}

/* What costs nothing is not left waiting for a payment of nothing, but neither goes ahead of what it was ordered with,
 * nor pays for it (rules 8.2). */
static gboolean
agree (GPtrArray *orders)
{
  gboolean waits = FALSE;

  for (guint i = 0; i < orders->len; i++)
    waits |= ((TenureOrder *)orders->pdata[i])->status == TENURE_ORDER_UNPAID;
  for (guint i = 0; waits && i < orders->len; i++)
    ((TenureOrder *)orders->pdata[i])->status = TENURE_ORDER_UNPAID;
  return waits;
}

gboolean
tenure_orders_submit (TenureDecision *decision, const TenureWorld *world, GPtrArray *orders, gboolean pay,
                      GError **error)
{
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (TenureRef));
  TenurePaymentResult payment = { 0 };
  TenureRef whole;
  gboolean waits = agree (orders), now = pay || !waits;

  if (now && !pay_now (world, decision, orders, &payment, error))
    return FALSE;
  if (!tenure_orders_place (decision, world, orders, refs, &whole, error))
    return FALSE;
  if (!now)
    {
      tenure_orders_wait (decision, orders, refs, whole);
      return TRUE;
    }
  hold_delivered (decision, orders, refs);
  return tenure_orders_take_effect (decision, world, orders, refs, &payment, error);
}
