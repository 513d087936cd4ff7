/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The money trail of one order (A2-04): each discount, each channel with its instruments, and of a refund each order
 * that had been paid. */
#include "tenure-facts-money.h"

static void
take_discount (TenureOrderMoney *self, TenureStatement *statement)
{
  TenureOrderDiscount *discount = g_new0 (TenureOrderDiscount, 1);

  discount->key = tenure_statement_dup_text (statement, 0);
  discount->name = tenure_statement_dup_text (statement, 1);
  discount->kind = g_intern_string (tenure_statement_text (statement, 2));
  discount->permyriad = (int)tenure_statement_int (statement, 3);
  discount->amount = tenure_statement_known (statement, 4);
  g_ptr_array_add (self->discounts, discount);
}

static void
take_use (TenureOrderMoney *self, TenureStatement *statement)
{
  TenureOrderUse *use = g_new0 (TenureOrderUse, 1);

  use->channel = g_intern_string (tenure_statement_text (statement, 0));
  use->key = tenure_statement_dup_text (statement, 1);
  use->name = tenure_statement_dup_text (statement, 2);
  use->amount = tenure_statement_int (statement, 3);
  g_ptr_array_add (self->uses, use);
}

static void
take_base (TenureOrderMoney *self, TenureStatement *statement)
{
  TenureOrderBase *base = g_new0 (TenureOrderBase, 1);

  base->order_key = tenure_statement_dup_text (statement, 0);
  base->paid = tenure_statement_int (statement, 1);
  base->voucher = tenure_statement_int (statement, 2);
  base->consumed = tenure_statement_int (statement, 3);
  base->fee = tenure_statement_int (statement, 4);
  base->back.cash = tenure_statement_int (statement, 5);
  base->back.credit = tenure_statement_int (statement, 6);
  base->back.flexi = tenure_statement_int (statement, 7);
  base->back.card = tenure_statement_int (statement, 8);
  base->back.voucher = tenure_statement_int (statement, 9);
  base->lost = tenure_statement_int (statement, 10);
  g_ptr_array_add (self->bases, base);
}

#define FAMILY "WITH family (id) AS (SELECT id FROM \"order\" WHERE ?1 IN (id, parent_id)) "

static const char discounts_sql[] =
    FAMILY "SELECT d.key, d.name, d.kind, d.permyriad, sum (l.discount) FROM line AS l"
           " JOIN discount AS d ON d.id = l.discount_id WHERE l.order_id IN (SELECT id FROM family) GROUP BY d.id"
           " UNION ALL SELECT c.key, c.name, 'coupon', c.permyriad, o.discount FROM \"order\" AS o"
           " JOIN coupon AS c ON c.used_order_id IN (o.id, o.parent_id) WHERE c.kind = 'discount' AND o.id = ?1";
/* Instruments by the ledger, money by the ledger too: what the order says was paid is checked against it. */
static const char uses_sql[] =
    FAMILY "SELECT coalesce (c.kind, substr (g.name, 1, instr (g.name, '/') - 1)) AS channel, c.key, c.name,"
           " sum (abs (p.amount)) FROM entry AS e JOIN posting AS p ON p.entry_id = e.id"
           " JOIN ledger AS g ON g.id = p.ledger_id LEFT JOIN coupon AS c ON g.name = 'coupon/' || c.key"
           " WHERE e.order_id IN (SELECT id FROM family) AND e.kind IN ('payment', 'return')"
           " AND (g.name GLOB 'coupon/*' OR g.name GLOB 'cash/*' OR g.name GLOB 'arrears/*') GROUP BY channel, c.id"
           " ORDER BY CASE channel WHEN 'voucher' THEN 1 WHEN 'flexi' THEN 2 WHEN 'card' THEN 3 WHEN 'cash' THEN 4"
           " ELSE 5 END, c.id";
static const char bases_sql[] = FAMILY
    "SELECT o.key, sum (coalesce (t.cash + t.credit + t.flexi + t.card, l.cash + l.credit + l.flexi + l.card)),"
    " sum (coalesce (t.voucher, l.voucher)), sum (l.consumed), sum (l.fee),"
    " sum (l.cash), sum (l.credit), sum (l.flexi), sum (l.card), sum (l.voucher), sum (l.lost) FROM line AS l"
    " LEFT JOIN term AS t ON t.id = l.term_id JOIN \"order\" AS o ON o.id = coalesce (t.order_id, l.base_order_id)"
    " WHERE l.order_id IN (SELECT id FROM family) GROUP BY o.id ORDER BY o.id";

static gboolean
read_part (TenureConnection *connection, const char *sql, gint64 order_id, TenureOrderMoney *money,
           void (*take) (TenureOrderMoney *, TenureStatement *), GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (connection, sql, error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_int (statement, 1, order_id);
  while (tenure_statement_step (statement, &failure))
    take (money, statement);
  return failure == NULL || (g_propagate_error (error, failure), FALSE);
}

TenureOrderMoney *
tenure_facts_order_money (TenureConnection *connection, gint64 order_id, GError **error)
{
  g_autoptr (TenureOrderMoney) self = tenure_order_money_new ();

  if (!read_part (connection, discounts_sql, order_id, self, take_discount, error) ||
      !read_part (connection, uses_sql, order_id, self, take_use, error) ||
      !read_part (connection, bases_sql, order_id, self, take_base, error))
    return NULL;
  return g_steal_pointer (&self);
}

static const char parts_sql[] =
    "SELECT coalesce (sum (CASE d.kind WHEN 'commercial' THEN l.discount END), 0),"
    " coalesce (sum (CASE d.kind WHEN 'promotion' THEN l.discount END), 0),"
    " EXISTS (SELECT 1 FROM coupon AS c WHERE c.kind = 'discount' AND (c.used_order_id IN (?1, ?2) OR c.id IN"
    " (SELECT k.coupon_id FROM lock AS k WHERE k.order_id IN (?1, ?2))))"
    " FROM line AS l LEFT JOIN discount AS d ON d.id = l.discount_id WHERE l.order_id = ?1";

gboolean
tenure_facts_discount_parts (TenureConnection *connection, const TenureOrder *order, TenureDiscountParts *parts,
                             GError **error)
{
  gboolean known = order->discount != TENURE_MONEY_UNKNOWN;
  TenureMoney none = known ? 0 : TENURE_MONEY_UNKNOWN;
  g_autoptr (TenureStatement) statement = NULL;

  *parts = (TenureDiscountParts){ none, none, none, none };
  if (!known || order->discount == 0)
    return TRUE;
  statement = tenure_connection_prepare (connection, parts_sql, error);
  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_int (statement, 1, order->id);
  tenure_statement_bind_int (statement, 2, order->parent_id);
  if (!tenure_statement_step (statement, error))
    return FALSE;
  parts->commercial = tenure_statement_int (statement, 0);
  parts->promotion = tenure_statement_int (statement, 1);
  TenureMoney rest = order->discount - parts->commercial - parts->promotion;
  *(tenure_statement_int (statement, 2) != 0 ? &parts->coupon : &parts->other) = rest;
  return TRUE;
}
