/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-check-private.h"

#include "tenure-error.h"
#include "tenure-journal.h"

#include <glib/gi18n-lib.h>

static const TenureCheckRule *const groups[] = {
  tenure_check_account_rules,
  tenure_check_ledger_rules,
  tenure_check_order_rules,
  tenure_check_resource_rules,
  tenure_check_history_rules,
};

static TenureCheck *
check_new (const char *name)
{
  TenureCheck *self = g_new0 (TenureCheck, 1);
  self->name = name;
  self->faults = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
tenure_check_free (TenureCheck *self)
{
  g_ptr_array_unref (self->faults);
  g_free (self);
}

void
tenure_check_add (TenureCheck *self, char *fault)
{
  g_ptr_array_add (self->faults, fault);
}

guint
tenure_check_faults (GPtrArray *checks)
{
  guint n = 0;
  for (guint i = 0; i < checks->len; i++)
    n += ((TenureCheck *)g_ptr_array_index (checks, i))->faults->len;
  return n;
}

/* What keeps a check from being finished is a fault too: only being stopped is an error. */
static gboolean
absorb (TenureCheck *self, GError *problem, GError **error)
{
  if (!problem)
    return TRUE;
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  tenure_check_add (self, g_strdup (problem->message));
  g_error_free (problem);
  return TRUE;
}

/* --- SQLite's own ------------------------------------------------------------------------------------------------ */

static gboolean
finish (GError *problem, GError **error)
{
  if (problem)
    g_propagate_error (error, problem);
  return !problem;
}

static gboolean
check_integrity (TenureConnection *connection, TenureCheck *self, GError **error)
{
  GError *problem = NULL;
  g_autoptr (TenureStatement) rows = NULL;
  if (tenure_connection_value (connection, "PRAGMA page_count", &self->rows, &problem))
    rows = tenure_connection_prepare (connection, "PRAGMA integrity_check", &problem);
  while (rows && tenure_statement_step (rows, &problem))
    if (g_strcmp0 (tenure_statement_text (rows, 0), "ok") != 0)
      tenure_check_add (self, tenure_statement_dup_text (rows, 0));
  return finish (problem, error);
}

/* The natural key of a row where its table has one. */
static char *
name_row (TenureConnection *connection, const char *table, gint64 rowid)
{
  g_autofree char *sql = g_strdup_printf ("SELECT key FROM \"%s\" WHERE id = ?1", table);
  g_autoptr (TenureStatement) row = NULL;
  g_autofree char *key = NULL;
  static const char *const keyed[] = { "account", "order", "resource", "coupon", NULL };
  if (g_strv_contains (keyed, table))
    row = tenure_connection_prepare_dynamic (connection, sql, NULL);
  if (row)
    {
      tenure_statement_bind_int (row, 1, rowid);
      key = tenure_statement_step (row, NULL) ? tenure_statement_dup_text (row, 0) : NULL;
    }
  return key ? g_strdup_printf ("%s “%s”", table, key) : g_strdup_printf ("%s %" G_GINT64_FORMAT, table, rowid);
}

static gboolean
check_foreign_keys (TenureConnection *connection, TenureCheck *self, GError **error)
{
  GError *problem = NULL;
  g_autoptr (TenureStatement) rows = tenure_connection_prepare (connection, "PRAGMA foreign_key_check", &problem);
  while (rows && tenure_statement_step (rows, &problem))
    {
      g_autofree char *row = name_row (connection, tenure_statement_text (rows, 0), tenure_statement_int (rows, 1));
      tenure_check_add (self, g_strdup_printf (_ ("%s refers to a row of %s that is not there."), row,
                                               tenure_statement_text (rows, 2)));
    }
  if (!problem)
    tenure_connection_value (connection,
                             "SELECT (SELECT count (*) FROM \"order\") + (SELECT count (*) FROM resource)"
                             " + (SELECT count (*) FROM term) + (SELECT count (*) FROM line)"
                             " + (SELECT count (*) FROM coupon) + (SELECT count (*) FROM entry)"
                             " + (SELECT count (*) FROM posting) + (SELECT count (*) FROM quota)"
                             " + (SELECT count (*) FROM command)",
                             &self->rows, &problem);
  return finish (problem, error);
}

static gboolean
check_journal (TenureConnection *connection, TenureCheck *self, GError **error)
{
  return tenure_journal_verify (connection, NULL, &self->rows, error);
}

/* --- Ours -------------------------------------------------------------------------------------------------------- */

static char *
say (const TenureCheckRule *rule, TenureStatement *row)
{
  g_autofree char *sentence = NULL;
  const char *key = tenure_statement_text (row, 0);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  sentence = g_strdup_printf (_ (rule->sentence), key ? key : "?");
#pragma GCC diagnostic pop
  if (sqlite3_column_count (tenure_statement_handle (row)) < 2 || tenure_statement_is_null (row, 1))
    return g_steal_pointer (&sentence);
  return g_strdup_printf ("%s (%s)", sentence, tenure_statement_text (row, 1));
}

static gboolean
check_rule (TenureConnection *connection, const TenureCheckRule *rule, TenureCheck *self, GError **error)
{
  GError *problem = NULL;
  g_autoptr (TenureStatement) rows = NULL;
  if (tenure_connection_value (connection, rule->count, &self->rows, &problem))
    rows = tenure_connection_prepare (connection, rule->faults, &problem);
  while (rows && tenure_statement_step (rows, &problem))
    tenure_check_add (self, say (rule, rows));
  return finish (problem, error);
}

static gboolean
run_special (TenureConnection *connection, const char *name, TenureCheckRun run, GPtrArray *checks, GError **error)
{
  GError *problem = NULL;
  TenureCheck *check = check_new (name);
  g_ptr_array_add (checks, check);
  run (connection, check, &problem);
  return absorb (check, problem, error);
}

static gboolean
run_rule (TenureConnection *connection, const TenureCheckRule *rule, GPtrArray *checks, GError **error)
{
  GError *problem = NULL;
  TenureCheck *check = check_new (rule->name);
  g_ptr_array_add (checks, check);
  check_rule (connection, rule, check, &problem);
  return absorb (check, problem, error);
}

static gboolean
run_all (TenureConnection *connection, GPtrArray *checks, GError **error)
{
  static const struct
  {
    const char *name;
    TenureCheckRun run;
  } special[] = {
    { "integrity", check_integrity },   { "foreign-keys", check_foreign_keys },
    { "meta", tenure_check_meta },      { "policies", tenure_check_policies },
    { "journal-chain", check_journal }, { "commands-journal", tenure_check_commands },
  };
  for (guint i = 0; i < G_N_ELEMENTS (special); i++)
    if (!run_special (connection, special[i].name, special[i].run, checks, error))
      return FALSE;
  for (guint g = 0; g < G_N_ELEMENTS (groups); g++)
    for (const TenureCheckRule *rule = groups[g]; rule->name; rule++)
      if (!run_rule (connection, rule, checks, error))
        return FALSE;
  return TRUE;
}

GPtrArray *
tenure_check_connection (TenureConnection *connection, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) checks = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_check_free);
  if (!tenure_connection_begin_cancel (connection, cancellable, error))
    return NULL;
  gboolean ok = run_all (connection, checks, error);
  tenure_connection_end_cancel (connection);
  return ok ? g_steal_pointer (&checks) : NULL;
}

static gboolean
run_job (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return run_all (connection, data, error);
}

GPtrArray *
tenure_check (TenureStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) checks = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_check_free);
  if (!tenure_store_read (store, run_job, checks, cancellable, error))
    return NULL;
  return g_steal_pointer (&checks);
}
