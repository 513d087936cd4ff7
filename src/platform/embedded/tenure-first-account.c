/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An empty profile's one account, opened and signed in: work can begin at once. It has no password yet; one that signs
 * out sets it by the way of a forgotten one. */
#include "tenure-embedded.h"

#include "tenure-journal.h"
#include "tenure-registration.h"

#define FIRST_PHONE "13800000000"

typedef struct
{
  const char *key, *name;
  TenureTime now;
} FirstAccount;

static gboolean
insert (TenureConnection *connection, const FirstAccount *account, GError **error)
{
  g_autofree char *user_name = tenure_user_name (account->key);
  g_autofree char *email = g_strconcat (account->key, "@govcloud.example", NULL);
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (connection,
                                 "INSERT INTO account (key, name, opened, user_name, phone, email, source, fetched_at)"
                                 " VALUES (?1, ?2, ?3, ?4, '" FIRST_PHONE "', ?5, 'embedded', ?3)",
                                 error);

  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_text (statement, 1, account->key);
  tenure_statement_bind_text (statement, 2, account->name);
  tenure_statement_bind_int (statement, 3, account->now);
  tenure_statement_bind_text (statement, 4, user_name);
  tenure_statement_bind_text (statement, 5, email);
  return tenure_statement_run (statement, error);
}

static gboolean
open_account (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  const FirstAccount *account = data;
  g_autoptr (TenureJson) body = tenure_json_new_object ();

  tenure_connection_touch (connection, "settings");
  tenure_connection_touch (connection, "accounts");
  tenure_json_set_string (body, "name", account->name);
  return insert (connection, account, error) &&
         tenure_connection_set_meta (connection, "signed-in", account->key, error) &&
         tenure_journal_append (connection, account->now, "system", account->key, "account.opened", account->key, body,
                                error);
}

gboolean
tenure_embedded_first_account (TenureProfile *profile, const char *key, const char *name, TenureTime now,
                               GError **error)
{
  FirstAccount account = { key, name, now };

  return tenure_store_write (tenure_profile_store (profile), open_account, &account, NULL, error);
}
