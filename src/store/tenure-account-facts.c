/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-account-facts.h"

#include "tenure-facts.h"

static void
free_account (gpointer data)
{
  tenure_account_clear (data);
  g_free (data);
}

static GPtrArray *
read_keys (TenureConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (connection, "SELECT key FROM account ORDER BY opened IS NULL, key", error);
  GError *failure = NULL;

  if (statement == NULL)
    return NULL;
  while (tenure_statement_step (statement, &failure))
    g_ptr_array_add (keys, tenure_statement_dup_text (statement, 0));
  if (failure != NULL)
    return g_propagate_error (error, failure), NULL;
  return g_steal_pointer (&keys);
}

GPtrArray *
tenure_facts_accounts (TenureConnection *connection, int year, GError **error)
{
  g_autoptr (GPtrArray) keys = read_keys (connection, error);
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func (free_account);

  if (keys == NULL)
    return NULL;
  for (guint i = 0; i < keys->len; i++)
    {
      TenureAccount *account = g_new0 (TenureAccount, 1);
      g_ptr_array_add (accounts, account);
      if (!tenure_facts_account (connection, keys->pdata[i], year, account, error))
        return NULL;
    }
  return g_steal_pointer (&accounts);
}

/* --- Applications ------------------------------------------------------------------------------------------------ */

#define APPLICATION                                                                                                    \
  "SELECT p.id, p.account_id, p.key, a.key, p.state, p.unit, p.unit_kind, p.applicant, p.phone, p.email, p.needs,"     \
  " p.manager, p.manager_phone, p.user_name, p.submitted, p.decided, p.reason"                                         \
  " FROM application AS p JOIN account AS a ON a.id = p.account_id"

static TenureApplication *
read_application (TenureStatement *row)
{
  TenureApplication *self = g_new0 (TenureApplication, 1);

  self->id = tenure_statement_int (row, 0);
  self->account_id = tenure_statement_int (row, 1);
  self->key = tenure_statement_dup_text (row, 2);
  self->account = tenure_statement_dup_text (row, 3);
  tenure_application_state_from_name (tenure_statement_text (row, 4), &self->state);
  self->unit = tenure_statement_dup_text (row, 5);
  tenure_unit_kind_from_name (tenure_statement_text (row, 6), &self->unit_kind);
  self->applicant = tenure_statement_dup_text (row, 7);
  self->phone = tenure_statement_dup_text (row, 8);
  self->email = tenure_statement_dup_text (row, 9);
  self->needs = tenure_statement_dup_text (row, 10);
  self->manager = tenure_statement_dup_text (row, 11);
  self->manager_phone = tenure_statement_dup_text (row, 12);
  self->user_name = tenure_statement_dup_text (row, 13);
  self->submitted = tenure_statement_int (row, 14);
  self->decided = tenure_statement_known (row, 15);
  self->reason = tenure_statement_dup_text (row, 16);
  return self;
}

gboolean
tenure_facts_application (TenureConnection *connection, gint64 account_id, TenureApplication **application,
                          GError **error)
{
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (connection, APPLICATION " WHERE p.account_id = ?1", error);
  GError *failure = NULL;

  *application = NULL;
  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_int (statement, 1, account_id);
  if (tenure_statement_step (statement, &failure))
    *application = read_application (statement);
  return failure == NULL || (g_propagate_error (error, failure), FALSE);
}

GPtrArray *
tenure_facts_applications (TenureConnection *connection, int state, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_application_free);
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (
      connection, APPLICATION " WHERE ?1 IS NULL OR p.state = ?1 ORDER BY p.submitted DESC, p.id DESC", error);
  GError *failure = NULL;

  if (statement == NULL)
    return NULL;
  tenure_statement_bind_text (statement, 1,
                              state < 0 ? NULL : tenure_application_state_name ((TenureApplicationState)state));
  while (tenure_statement_step (statement, &failure))
    g_ptr_array_add (found, read_application (statement));
  if (failure != NULL)
    return g_propagate_error (error, failure), NULL;
  return g_steal_pointer (&found);
}

/* --- The outbox -------------------------------------------------------------------------------------------------- */

/* A code or a link's secret is wiped with the message that holds it. */
void
tenure_message_free (TenureMessage *self)
{
  g_free (self->account);
  g_free (self->address);
  g_free (self->template);
  g_free (self->arguments);
  for (volatile char *p = self->secret; p != NULL && *p != '\0'; p++)
    *p = '\0';
  g_free (self->secret);
  g_free (self);
}

static TenureMessage *
read_message (TenureStatement *row)
{
  TenureMessage *self = g_new0 (TenureMessage, 1);

  self->id = tenure_statement_int (row, 0);
  self->account = tenure_statement_dup_text (row, 1);
  self->at = tenure_statement_int (row, 2);
  self->sms = g_str_equal (tenure_statement_text (row, 3), "sms");
  self->address = tenure_statement_dup_text (row, 4);
  self->template = tenure_statement_dup_text (row, 5);
  self->arguments = tenure_statement_dup_text (row, 6);
  self->secret = tenure_statement_dup_text (row, 7);
  return self;
}

GPtrArray *
tenure_facts_messages (TenureConnection *connection, const char *account, gint64 before, guint limit, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_message_free);
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (
      connection,
      "SELECT m.id, a.key, m.at, m.kind, m.address, m.template, m.arguments, m.secret FROM message AS m"
      " LEFT JOIN account AS a ON a.id = m.account_id WHERE (?1 IS NULL OR a.key = ?1) AND (?2 = 0 OR m.id < ?2)"
      " ORDER BY m.id DESC LIMIT ?3",
      error);
  GError *failure = NULL;

  if (statement == NULL)
    return NULL;
  tenure_statement_bind_text (statement, 1, account);
  tenure_statement_bind_int (statement, 2, before);
  tenure_statement_bind_int (statement, 3, limit);
  while (tenure_statement_step (statement, &failure))
    g_ptr_array_add (found, read_message (statement));
  if (failure != NULL)
    return g_propagate_error (error, failure), NULL;
  return g_steal_pointer (&found);
}

gboolean
tenure_facts_credential (TenureConnection *connection, gint64 account_id, TenureCredential *credential, GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (
      connection, "SELECT hash IS NOT NULL, set_at, missed_at, misses FROM credential WHERE account_id = ?1", error);
  GError *failure = NULL;

  *credential = (TenureCredential){ FALSE, TENURE_TIME_UNKNOWN, TENURE_TIME_UNKNOWN, 0 };
  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_int (statement, 1, account_id);
  if (tenure_statement_step (statement, &failure))
    *credential = (TenureCredential){ tenure_statement_int (statement, 0) != 0, tenure_statement_known (statement, 1),
                                      tenure_statement_known (statement, 2), (int)tenure_statement_int (statement, 3) };
  return failure == NULL || (g_propagate_error (error, failure), FALSE);
}
