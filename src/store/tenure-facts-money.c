/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-facts-money.h"

/* Rows of a statement as things of @read. */
static GPtrArray *
read_rows (TenureStatement *statement, gpointer (*read) (TenureStatement *), GDestroyNotify free_row, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  GError *failure = NULL;

  while (tenure_statement_step (statement, &failure))
    g_ptr_array_add (rows, read (statement));
  if (failure == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, failure);
  return NULL;
}

static GPtrArray *
rows_of_account (TenureConnection *connection, const char *sql, gint64 account_id, gpointer (*read) (TenureStatement *),
                 GDestroyNotify free_row, GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return NULL;
  tenure_statement_bind_int (statement, 1, account_id);
  return read_rows (statement, read, free_row, error);
}

/* Coupons --------------------------------------------------------------------------------------------------------- */

static void
coupon_free (gpointer data)
{
  tenure_coupon_clear (data);
  g_free (data);
}

static gpointer
read_coupon (TenureStatement *statement)
{
  TenureCoupon *coupon = g_new0 (TenureCoupon, 1);
  TenureCharging charging;

  coupon->id = tenure_statement_int (statement, 0);
  coupon->key = tenure_statement_dup_text (statement, 1);
  coupon->name = tenure_statement_dup_text (statement, 2);
  tenure_coupon_kind_from_name (tenure_statement_text (statement, 3), &coupon->kind);
  coupon->face = tenure_statement_known (statement, 4);
  coupon->remaining = tenure_statement_known (statement, 5);
  coupon->permyriad = (int)tenure_statement_int (statement, 6);
  coupon->threshold = tenure_statement_int (statement, 7);
  coupon->service = g_intern_string (tenure_statement_text (statement, 8));
  coupon->with_discount = tenure_statement_int (statement, 9) != 0;
  coupon->expiry = tenure_statement_known (statement, 10);
  coupon->used = tenure_statement_int (statement, 11) != 0;
  tenure_coupon_state_from_name (tenure_statement_text (statement, 12), &coupon->state);
  coupon->order_type = (int)tenure_statement_int (statement, 13);
  coupon->region = g_intern_string (tenure_statement_text (statement, 14));
  coupon->locked = tenure_statement_int (statement, 15);
  if (!tenure_statement_is_null (statement, 16) &&
      tenure_charging_from_name (tenure_statement_text (statement, 16), &charging))
    coupon->charging = 1 + (int)charging;
  coupon->lost = tenure_statement_known (statement, 17);
  return coupon;
}

GPtrArray *
tenure_facts_coupons (TenureConnection *connection, gint64 account_id, GError **error)
{
  return rows_of_account (
      connection,
      "SELECT c.id, c.key, c.name, c.kind, c.face, c.remaining, c.permyriad, c.threshold, c.service, c.with_discount,"
      " c.expiry, c.kind = 'discount' AND c.used_order_id IS NOT NULL, c.state, c.order_type, c.region,"
      " (SELECT CASE c.kind WHEN 'discount' THEN count (*) ELSE sum (l.amount) END FROM lock AS l"
      " WHERE l.coupon_id = c.id), c.charging, c.lost"
      " FROM coupon AS c WHERE c.account_id = ? ORDER BY c.id",
      account_id, read_coupon, coupon_free, error);
}

/* Discounts, locks ------------------------------------------------------------------------------------------------ */

static void
discount_free (gpointer data)
{
  tenure_discount_clear (data);
  g_free (data);
}

static gpointer
read_discount (TenureStatement *statement)
{
  TenureDiscount *discount = g_new0 (TenureDiscount, 1);

  discount->id = tenure_statement_int (statement, 0);
  discount->key = tenure_statement_dup_text (statement, 1);
  discount->name = tenure_statement_dup_text (statement, 2);
  discount->promotion = g_str_equal (tenure_statement_text (statement, 3), "promotion");
  discount->permyriad = (int)tenure_statement_int (statement, 4);
  discount->service = g_intern_string (tenure_statement_text (statement, 5));
  discount->expiry = tenure_statement_known (statement, 6);
  discount->no_refund = tenure_statement_int (statement, 7) != 0;
  discount->used = tenure_statement_int (statement, 8) != 0;
  discount->ended = tenure_statement_known (statement, 9);
  return discount;
}

GPtrArray *
tenure_facts_discounts (TenureConnection *connection, gint64 account_id, GError **error)
{
  return rows_of_account (connection,
                          "SELECT d.id, d.key, d.name, d.kind, d.permyriad, d.service, d.expiry, d.no_refund,"
                          " EXISTS (SELECT 1 FROM line AS l JOIN \"order\" AS o ON o.id = l.order_id"
                          " WHERE l.discount_id = d.id AND o.paid_at IS NOT NULL), d.ended"
                          " FROM discount AS d WHERE d.account_id = ? ORDER BY d.id",
                          account_id, read_discount, discount_free, error);
}

static void
lock_free (gpointer data)
{
  tenure_lock_clear (data);
  g_free (data);
}

static gpointer
read_lock (TenureStatement *statement)
{
  TenureLock *lock = g_new0 (TenureLock, 1);

  lock->order_id = tenure_statement_int (statement, 0);
  lock->order_key = tenure_statement_dup_text (statement, 1);
  lock->coupon_id = tenure_statement_int (statement, 2);
  lock->amount = tenure_statement_int (statement, 3);
  return lock;
}

GPtrArray *
tenure_facts_locks (TenureConnection *connection, gint64 account_id, GError **error)
{
  return rows_of_account (connection,
                          "SELECT l.order_id, o.key, l.coupon_id, l.amount FROM coupon AS c"
                          " JOIN lock AS l ON l.coupon_id = c.id JOIN \"order\" AS o ON o.id = l.order_id"
                          " WHERE c.account_id = ? ORDER BY l.order_id, l.coupon_id",
                          account_id, read_lock, lock_free, error);
}

/* Movements ------------------------------------------------------------------------------------------------------- */

static gpointer
read_movement (TenureStatement *statement)
{
  TenureMovement *movement = g_new0 (TenureMovement, 1);

  movement->entry_id = tenure_statement_int (statement, 0);
  movement->at = tenure_statement_int (statement, 1);
  movement->kind = tenure_statement_dup_text (statement, 2);
  movement->order_key = tenure_statement_dup_text (statement, 3);
  movement->coupon_key = tenure_statement_dup_text (statement, 4);
  movement->refunding = tenure_statement_int (statement, 5) != 0;
  movement->arrears = tenure_statement_int (statement, 6) != 0;
  movement->amount = tenure_statement_int (statement, 7);
  return movement;
}

GPtrArray *
tenure_facts_movements (TenureConnection *connection, const char *account, TenureTime from, TenureTime to, guint limit,
                        GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (
      connection,
      "WITH own (id, coupon, refunding, arrears) AS (SELECT id, NULL, name GLOB 'refunding/*', name GLOB 'arrears/*'"
      " FROM ledger"
      " WHERE name IN ('cash/' || ?1, 'refunding/' || ?1, 'arrears/' || ?1)"
      " UNION ALL SELECT l.id, c.key, 0, 0 FROM coupon AS c JOIN account AS a ON a.id = c.account_id"
      " JOIN ledger AS l ON l.name = 'coupon/' || c.key WHERE a.key = ?1)"
      " SELECT e.id, e.at, e.kind, o.key, w.coupon, w.refunding, w.arrears, p.amount FROM entry AS e"
      " JOIN posting AS p ON p.entry_id = e.id JOIN own AS w ON w.id = p.ledger_id"
      " LEFT JOIN \"order\" AS o ON o.id = e.order_id WHERE (?2 IS NULL OR e.at >= ?2) AND (?3 IS NULL OR e.at <= ?3)"
      " ORDER BY e.id DESC, w.coupon, w.refunding, w.arrears LIMIT ?4",
      error);

  if (statement == NULL)
    return NULL;
  tenure_statement_bind_text (statement, 1, account);
  tenure_statement_bind_known (statement, 2, from);
  tenure_statement_bind_known (statement, 3, to);
  tenure_statement_bind_int (statement, 4, limit == 0 ? -1 : (gint64)limit);
  return read_rows (statement, read_movement, (GDestroyNotify)tenure_movement_free, error);
}

/* Reviews --------------------------------------------------------------------------------------------------------- */

static gpointer
read_review (TenureStatement *statement)
{
  TenureReviewRow *row = g_new0 (TenureReviewRow, 1);

  row->key = tenure_statement_dup_text (statement, 0);
  row->account = tenure_statement_dup_text (statement, 1);
  row->name = tenure_statement_dup_text (statement, 2);
  row->type = (TenureOrderType)tenure_statement_int (statement, 3);
  row->created = tenure_statement_int (statement, 4);
  row->due = tenure_statement_known (statement, 5);
  row->product = tenure_statement_dup_text (statement, 6);
  return row;
}

GPtrArray *
tenure_facts_reviews (TenureConnection *connection, GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (
      connection,
      "SELECT o.key, a.key, a.name, o.type, o.created,"
      " CASE o.type WHEN 4 THEN o.cash + o.credit + o.flexi + o.card ELSE o.due END,"
      " coalesce (nullif (o.product, ''), (SELECT group_concat (c.product, ', ') FROM (SELECT product FROM \"order\""
      " WHERE parent_id = o.id GROUP BY product ORDER BY min (id)) AS c), '') FROM \"order\" AS o JOIN account AS a ON "
      "a.id = o.account_id"
      " WHERE o.status = 'review' AND o.parent_id IS NULL ORDER BY o.created, o.id",
      error);

  return statement == NULL ? NULL : read_rows (statement, read_review, (GDestroyNotify)tenure_review_row_free, error);
}

GHashTable *
tenure_facts_offers (TenureConnection *connection, GError **error)
{
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (connection, "SELECT key, withdrawn FROM offer", error);
  g_autoptr (GHashTable) offers = g_hash_table_new (g_str_hash, g_str_equal);
  GError *failure = NULL;

  if (statement == NULL)
    return NULL;
  while (tenure_statement_step (statement, &failure))
    g_hash_table_insert (offers, (gpointer)g_intern_string (tenure_statement_text (statement, 0)),
                         GINT_TO_POINTER (1 + (int)tenure_statement_int (statement, 1)));
  if (failure == NULL)
    return g_steal_pointer (&offers);
  g_propagate_error (error, failure);
  return NULL;
}
