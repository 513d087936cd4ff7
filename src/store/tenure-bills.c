/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-bills.h"

static const char sql[] =
    "SELECT b.id, b.account_id, b.resource_id, b.order_id, b.type, b.at, b.start, b.\"end\", b.hours, b.use, b.covered,"
    " b.official, b.discount, b.erased, b.cash, b.credit, b.flexi, b.card, b.voucher, b.debt, r.key, o.key, r.name,"
    " coalesce (r.product, o.product) FROM bill AS b LEFT JOIN resource AS r ON r.id = b.resource_id"
    " LEFT JOIN \"order\" AS o ON o.id = b.order_id WHERE (?1 IS NULL OR b.account_id = (SELECT id FROM account"
    " WHERE key = ?1)) AND (?2 IS NULL OR r.key = ?2 OR b.order_id IN (SELECT l.order_id FROM line AS l JOIN resource "
    "AS"
    " s ON s.id = l.resource_id WHERE s.key = ?2)) AND (?3 IS NULL OR o.key = ?3) AND (?4 IS NULL OR b.at >= ?4)"
    " AND (?5 IS NULL OR b.at <= ?5) AND (?6 = 0 OR b.type = ?6) ORDER BY b.at DESC, b.id DESC LIMIT ?7";

static TenureBill *
read_row (TenureStatement *statement)
{
  TenureBill *self = g_new0 (TenureBill, 1);

  self->id = tenure_statement_int (statement, 0);
  self->account_id = tenure_statement_int (statement, 1);
  self->resource_id = tenure_statement_int (statement, 2);
  self->order_id = tenure_statement_int (statement, 3);
  self->type = (TenureBillType)tenure_statement_int (statement, 4);
  self->at = tenure_statement_int (statement, 5);
  self->start = tenure_statement_known (statement, 6);
  self->end = tenure_statement_known (statement, 7);
  self->hours = tenure_statement_int (statement, 8);
  self->use = tenure_statement_int (statement, 9);
  self->covered = tenure_statement_int (statement, 10);
  self->official = tenure_statement_int (statement, 11);
  self->discount = tenure_statement_int (statement, 12);
  self->erased = tenure_statement_int (statement, 13);
  self->paid = (TenureChannels){ tenure_statement_int (statement, 14), tenure_statement_int (statement, 15),
                                 tenure_statement_int (statement, 16), tenure_statement_int (statement, 17),
                                 tenure_statement_int (statement, 18) };
  self->debt = tenure_statement_int (statement, 19);
  self->resource_key = tenure_statement_dup_text (statement, 20);
  self->number = tenure_statement_dup_text (statement, 21);
  self->name = tenure_statement_dup_text (statement, 22);
  self->product = tenure_statement_dup_text (statement, 23);
  return self;
}

GPtrArray *
tenure_bills_read (TenureConnection *connection, const TenureBillQuery *query, GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (connection, sql, error);
  g_autoptr (GPtrArray) bills = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_bill_free);
  GError *failure = NULL;

  if (statement == NULL)
    return NULL;
  tenure_statement_bind_text (statement, 1, query->account);
  tenure_statement_bind_text (statement, 2, query->resource);
  tenure_statement_bind_text (statement, 3, query->order);
  tenure_statement_bind_known (statement, 4, query->from);
  tenure_statement_bind_known (statement, 5, query->to);
  tenure_statement_bind_int (statement, 6, query->type);
  tenure_statement_bind_int (statement, 7, query->limit == 0 ? -1 : (gint64)query->limit);
  while (tenure_statement_step (statement, &failure))
    g_ptr_array_add (bills, read_row (statement));
  if (failure == NULL)
    return g_steal_pointer (&bills);
  g_propagate_error (error, failure);
  return NULL;
}
