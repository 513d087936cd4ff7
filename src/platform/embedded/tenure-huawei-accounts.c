/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Huawei Cloud accounts that a registration can begin with: one that meets all conditions and, for practice, one that
 * fails at each (A1-02). */
#include "tenure-embedded.h"

#include "tenure-journal.h"
#include "tenure-registration.h"

typedef struct
{
  const char *key, *name;
  gboolean personal, unverified, restricted;
  TenureFreeze freeze;
  int balance; /* yuan */
} HuaweiAccount;

static const HuaweiAccount accounts[] = {
  { "hw_wenhua", "云港市文化馆", .balance = 50000 },
  { "hw_personal", "李明", .personal = TRUE, .balance = 300 },
  { "hw_unverified", "云港市图书馆", .unverified = TRUE, .balance = 1000 },
  { "hw_restricted", "云港市体育中心", .restricted = TRUE, .balance = 1000 },
  { "hw_arrears", "云港市少年宫", .freeze = TENURE_FREEZE_ARREARS },
  { "hw_violation", "云港市会展中心", .freeze = TENURE_FREEZE_VIOLATION, .balance = 1000 },
  { "hw_police", "云港市物资站", .freeze = TENURE_FREEZE_POLICE, .balance = 1000 },
};
/* Where nobody has opened an account yet, one has: its applicant shows what that looks like. */
static const HuaweiAccount opened = { "hw_opened", "云港市博物馆", .balance = 1000 };
#define OPENED_PHONE "13800000009"
#define OPENED_EMAIL "hw_opened@govcloud.example"

typedef struct
{
  gboolean practice;
  TenureTime now;
  const char *policy_hash;
} Filling;

static gboolean
insert (TenureConnection *connection, const HuaweiAccount *account, TenureTime now, GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (
      connection,
      "INSERT INTO account (key, name, kind, verified, restricted, freeze, source, fetched_at)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'embedded', ?7)",
      error);

  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_text (statement, 1, account->key);
  tenure_statement_bind_text (statement, 2, account->name);
  tenure_statement_bind_text (statement, 3, account->personal ? "personal" : "enterprise");
  tenure_statement_bind_int (statement, 4, !account->unverified);
  tenure_statement_bind_int (statement, 5, account->restricted);
  tenure_statement_bind_text (statement, 6, tenure_freeze_name (account->freeze));
  tenure_statement_bind_int (statement, 7, now);
  return tenure_statement_run (statement, error);
}

static gboolean
give_money (TenureConnection *connection, const HuaweiAccount *account, const Filling *filling, GError **error)
{
  g_autofree char *ledger = g_strconcat ("cash/", account->key, NULL);
  TenureMoney money = account->balance * TENURE_MONEY_ONE;
  const TenurePosting postings[] = { { "outside", -money }, { ledger, money } };

  return money == 0 || tenure_ledger_post (connection, filling->now, "top-up", 0, NULL, filling->policy_hash, postings,
                                           G_N_ELEMENTS (postings), error);
}

static gboolean
count_opened (TenureConnection *connection, gint64 *n, GError **error)
{
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (connection, "SELECT count (*) FROM account WHERE opened IS NOT NULL", error);

  if (statement == NULL || !tenure_statement_step (statement, error))
    return FALSE;
  *n = tenure_statement_int (statement, 0);
  return TRUE;
}

static gboolean
add_opened (TenureConnection *connection, const Filling *filling, GError **error)
{
  g_autofree char *user_name = tenure_user_name (opened.key);
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (connection,
                                 "UPDATE account SET opened = ?2, user_name = ?3, phone = '" OPENED_PHONE
                                 "', email = '" OPENED_EMAIL "' WHERE key = ?1",
                                 error);

  if (statement == NULL || !insert (connection, &opened, filling->now, error) ||
      !give_money (connection, &opened, filling, error))
    return FALSE;
  tenure_statement_bind_text (statement, 1, opened.key);
  tenure_statement_bind_int (statement, 2, filling->now);
  tenure_statement_bind_text (statement, 3, user_name);
  return tenure_statement_run (statement, error) &&
         tenure_journal_append (connection, filling->now, "system", opened.key, "account.opened", opened.key, NULL,
                                error);
}

static gboolean
fill (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  const Filling *filling = data;
  gint64 n_opened;

  if (!count_opened (connection, &n_opened, error))
    return FALSE;
  for (guint i = 0; i < (filling->practice ? G_N_ELEMENTS (accounts) : 1); i++)
    if (!insert (connection, &accounts[i], filling->now, error) ||
        (filling->practice && !give_money (connection, &accounts[i], filling, error)))
      return FALSE;
  tenure_connection_touch (connection, "accounts");
  return !filling->practice || n_opened > 0 || add_opened (connection, filling, error);
}

gboolean
tenure_embedded_huawei_accounts (TenureProfile *profile, TenureTime now, GError **error)
{
  Filling filling = { tenure_profile_practice (profile), now, tenure_profile_policy (profile)->hash };

  return tenure_store_write (tenure_profile_store (profile), fill, &filling, NULL, error);
}
