/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An empty profile's one account. */
#include "tenure-embedded.h"

#include "tenure-journal.h"

typedef struct
{
  const char *key, *name;
  TenureTime now;
} FirstAccount;

static gboolean
insert (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  const FirstAccount *account = data;
  g_autoptr (TenureJson) body = tenure_json_new_object ();
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (
      connection, "INSERT INTO account (key, name, opened, source, fetched_at) VALUES (?1, ?2, ?3, 'embedded', ?3)",
      error);

  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_text (statement, 1, account->key);
  tenure_statement_bind_text (statement, 2, account->name);
  tenure_statement_bind_int (statement, 3, account->now);
  tenure_connection_touch (connection, "settings");
  tenure_json_set_string (body, "name", account->name);
  return tenure_statement_run (statement, error) &&
         tenure_journal_append (connection, account->now, "system", account->key, "account.opened", account->key, body,
                                error);
}

gboolean
tenure_embedded_first_account (TenureProfile *profile, const char *key, const char *name, TenureTime now,
                               GError **error)
{
  FirstAccount account = { key, name, now };

  return tenure_store_write (tenure_profile_store (profile), insert, &account, NULL, error);
}
