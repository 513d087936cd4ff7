/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Double entry: checked sums, balanced entries, no money that a customer does not have. */
#include "tenure-journal.h"

#include "tenure-error.h"

#include <glib/gi18n-lib.h>

/* Amounts by ledger, those of the same one added up; FALSE when they do not sum to zero. */
static gboolean
gather (const TenurePosting *postings, guint n, GHashTable *amounts, GError **error)
{
  TenureMoney total = 0;
  for (guint i = 0; i < n; i++)
    {
      TenureMoney *held = g_hash_table_lookup (amounts, postings[i].ledger);
      TenureMoney sum = 0;
      if (!tenure_money_add (total, postings[i].amount, &total, error) ||
          !tenure_money_add (held ? *held : 0, postings[i].amount, &sum, error))
        return FALSE;
      g_hash_table_replace (amounts, (gpointer)postings[i].ledger, g_memdup2 (&sum, sizeof sum));
    }
  if (total == 0)
    return TRUE;
  g_autofree char *left = tenure_money_format (total);
  g_set_error (
      error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_CORRUPT,
      _ ("A ledger entry leaves %s over and was not written: this is a fault of the program, please report it."), left);
  return FALSE;
}

/* Money that belongs to a customer never falls below zero; the platform's own sides may. */
static gboolean
is_customers (const char *ledger)
{
  return g_str_has_prefix (ledger, "cash/") || g_str_has_prefix (ledger, "refunding/") ||
         g_str_has_prefix (ledger, "coupon/");
}

static gboolean
look_up (TenureConnection *connection, const char *ledger, gint64 *id, TenureMoney *balance, GError **error)
{
  GError *problem = NULL;
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (connection, "SELECT id, balance FROM ledger WHERE name = ?1", error);
  if (!statement)
    return FALSE;
  tenure_statement_bind_text (statement, 1, ledger);
  gboolean found = tenure_statement_step (statement, &problem);
  *id = found ? tenure_statement_int (statement, 0) : 0;
  *balance = found ? tenure_statement_int (statement, 1) : 0;
  if (problem)
    g_propagate_error (error, problem);
  return !problem;
}

static gboolean
move_balance (TenureConnection *connection, const char *ledger, TenureMoney amount, gint64 *id, GError **error)
{
  TenureMoney balance = 0;
  if (!look_up (connection, ledger, id, &balance, error) || !tenure_money_add (balance, amount, &balance, error))
    return FALSE;
  if (balance < 0 && amount < 0 && is_customers (ledger))
    {
      g_autofree char *lacking = tenure_money_format (-balance);
      g_set_error (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_REFUSED,
                   _ ("The balance of “%s” is too small by %s: top up first, then plan again."), ledger, lacking);
      return FALSE;
    }
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (
      connection, "INSERT INTO ledger (name, balance) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET balance = ?2",
      error);
  if (!statement)
    return FALSE;
  tenure_statement_bind_text (statement, 1, ledger);
  tenure_statement_bind_int (statement, 2, balance);
  if (!tenure_statement_run (statement, error))
    return FALSE;
  if (!*id)
    *id = tenure_connection_last_id (connection);
  return TRUE;
}

static gboolean
write_posting (TenureConnection *connection, gint64 entry, const char *ledger, TenureMoney amount, GError **error)
{
  gint64 id = 0;
  if (!move_balance (connection, ledger, amount, &id, error))
    return FALSE;
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (
      connection, "INSERT INTO posting (entry_id, ledger_id, amount) VALUES (?1, ?2, ?3)", error);
  if (!statement)
    return FALSE;
  tenure_statement_bind_int (statement, 1, entry);
  tenure_statement_bind_int (statement, 2, id);
  tenure_statement_bind_int (statement, 3, amount);
  return tenure_statement_run (statement, error);
}

static gboolean
write_entry (TenureConnection *connection, gint64 at, const char *kind, gint64 order_id, const char *command_id,
             const char *policy_hash, gint64 *id, GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (
      connection, "INSERT INTO entry (at, kind, order_id, command_id, policy_hash) VALUES (?1, ?2, ?3, ?4, ?5)", error);
  if (!statement)
    return FALSE;
  tenure_statement_bind_int (statement, 1, at);
  tenure_statement_bind_text (statement, 2, kind);
  tenure_statement_bind_known (statement, 3, order_id ? order_id : G_MININT64);
  tenure_statement_bind_text (statement, 4, command_id);
  tenure_statement_bind_text (statement, 5, policy_hash);
  if (!tenure_statement_run (statement, error))
    return FALSE;
  *id = tenure_connection_last_id (connection);
  return TRUE;
}

gboolean
tenure_ledger_post (TenureConnection *connection, gint64 at, const char *kind, gint64 order_id, const char *command_id,
                    const char *policy_hash, const TenurePosting *postings, guint n, GError **error)
{
  g_autoptr (GHashTable) amounts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  gint64 entry = 0;
  if (!gather (postings, n, amounts, error) ||
      !write_entry (connection, at, kind, order_id, command_id, policy_hash, &entry, error))
    return FALSE;
  /* In the order given: the same entry is always written alike. */
  for (guint i = 0; i < n; i++)
    {
      TenureMoney *amount = g_hash_table_lookup (amounts, postings[i].ledger);
      if (*amount && !write_posting (connection, entry, postings[i].ledger, *amount, error))
        return FALSE;
      *amount = 0;
    }
  tenure_connection_touch (connection, "balance");
  return TRUE;
}

gboolean
tenure_ledger_balance (TenureConnection *connection, const char *ledger, TenureMoney *balance, GError **error)
{
  gint64 id = 0;
  return look_up (connection, ledger, &id, balance, error);
}
