/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-money-read.h"

#define MOVEMENTS                                                                                                      \
  "SELECT e.at, e.kind, p.amount, o.key FROM ledger AS l JOIN posting AS p ON p.ledger_id = l.id"                      \
  " JOIN entry AS e ON e.id = p.entry_id LEFT JOIN \"order\" AS o ON o.id = e.order_id"                                \
  " WHERE l.name = ?1 ORDER BY e.at DESC, e.id DESC LIMIT ?2"
#define HOLDERS                                                                                                        \
  "SELECT k.coupon_id, o.key, k.amount FROM coupon AS c JOIN lock AS k ON k.coupon_id = c.id"                          \
  " JOIN \"order\" AS o ON o.id = k.order_id WHERE c.account_id = ?1 ORDER BY k.coupon_id, o.id"
#define DISCOUNTS                                                                                                      \
  "SELECT id, key, name, kind, permyriad, service, expiry, no_refund FROM discount"                                    \
  " WHERE account_id = ?1 AND ended IS NULL ORDER BY granted DESC, id DESC"

void
tenure_movement_free (TenureMovement *self)
{
  g_free (self->order);
  g_free (self);
}

void
tenure_holder_free (TenureHolder *self)
{
  g_free (self->order);
  g_free (self);
}

static void
discount_free (gpointer self)
{
  tenure_discount_clear (self);
  g_free (self);
}

static gpointer
read_movement (TenureStatement *row)
{
  TenureMovement *movement = g_new0 (TenureMovement, 1);

  movement->at = tenure_statement_int (row, 0);
  movement->kind = g_intern_string (tenure_statement_text (row, 1));
  movement->amount = tenure_statement_int (row, 2);
  movement->order = tenure_statement_dup_text (row, 3);
  return movement;
}

static gpointer
read_holder (TenureStatement *row)
{
  TenureHolder *holder = g_new0 (TenureHolder, 1);

  holder->coupon_id = tenure_statement_int (row, 0);
  holder->order = tenure_statement_dup_text (row, 1);
  holder->amount = tenure_statement_int (row, 2);
  return holder;
}

static gpointer
read_discount (TenureStatement *row)
{
  TenureDiscount *discount = g_new0 (TenureDiscount, 1);

  discount->id = tenure_statement_int (row, 0);
  discount->key = tenure_statement_dup_text (row, 1);
  discount->name = tenure_statement_dup_text (row, 2);
  discount->promotion = g_strcmp0 (tenure_statement_text (row, 3), "promotion") == 0;
  discount->permyriad = tenure_statement_int (row, 4);
  discount->service = g_intern_string (tenure_statement_text (row, 5));
  discount->expiry = tenure_statement_known (row, 6);
  discount->no_refund = tenure_statement_int (row, 7) != 0;
  return discount;
}

/** All rows of @statement (taken, may be NULL), each read by @read. */
static GPtrArray *
read_all (TenureStatement *statement, gpointer (*read) (TenureStatement *), GDestroyNotify free_one, GError **error)
{
  g_autoptr (TenureStatement) rows = statement;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (free_one);
  GError *failure = NULL;

  if (!rows)
    return NULL;
  while (tenure_statement_step (rows, &failure))
    g_ptr_array_add (all, read (rows));
  if (!failure)
    return g_steal_pointer (&all);
  g_propagate_error (error, failure);
  return NULL;
}

GPtrArray *
tenure_money_movements (TenureConnection *connection, const char *key, guint limit, GError **error)
{
  TenureStatement *statement = tenure_connection_prepare (connection, MOVEMENTS, error);
  g_autofree char *ledger = g_strconcat ("cash/", key, NULL);

  if (statement)
    {
      tenure_statement_bind_text (statement, 1, ledger);
      tenure_statement_bind_int (statement, 2, limit);
    }
  return read_all (statement, read_movement, (GDestroyNotify)tenure_movement_free, error);
}

GPtrArray *
tenure_money_holders (TenureConnection *connection, gint64 account_id, GError **error)
{
  TenureStatement *statement = tenure_connection_prepare (connection, HOLDERS, error);

  if (statement)
    tenure_statement_bind_int (statement, 1, account_id);
  return read_all (statement, read_holder, (GDestroyNotify)tenure_holder_free, error);
}

GPtrArray *
tenure_money_discounts (TenureConnection *connection, gint64 account_id, GError **error)
{
  TenureStatement *statement = tenure_connection_prepare (connection, DISCOUNTS, error);

  if (statement)
    tenure_statement_bind_int (statement, 1, account_id);
  return read_all (statement, read_discount, discount_free, error);
}
