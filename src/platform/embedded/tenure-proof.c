/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-proof.h"

#include <glib/gi18n-lib.h>

#include "tenure-error.h"
#include "tenure-facts.h"
#include "tenure-secrets.h"
#include "tenure-subject.h"

void
tenure_proof_free (TenureProof *self)
{
  g_free (self->account);
  g_free (self->user_name);
  g_free (self->phone);
  g_free (self->email);
  g_free (self->stored);
  g_free (self->hash);
  g_free (self);
}

/* --- Reading ----------------------------------------------------------------------------------------------------- */

static gboolean
read_row (TenureConnection *connection, const char *sql, const char *text, TenureStatement **row, GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (connection, sql, error);
  GError *failure = NULL;

  *row = NULL;
  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_text (statement, 1, text);
  if (tenure_statement_step (statement, &failure))
    *row = g_steal_pointer (&statement);
  return failure == NULL || (g_propagate_error (error, failure), FALSE);
}

static gboolean
read_stored (TenureConnection *connection, const char *account, char **stored, GError **error)
{
  g_autoptr (TenureStatement) row = NULL;

  *stored = NULL;
  if (!read_row (connection, "SELECT c.hash FROM credential c JOIN account a ON a.id = c.account_id WHERE a.key = ?1",
                 account, &row, error))
    return FALSE;
  *stored = row == NULL ? NULL : tenure_statement_dup_text (row, 0);
  return TRUE;
}

/* Before it is activated the names are those of its application. */
static gboolean
read_whom (TenureConnection *connection, TenureProof *proof, GError **error)
{
  g_autoptr (TenureStatement) row = NULL;

  if (!read_row (connection,
                 "SELECT a.id, coalesce (a.user_name, p.user_name), coalesce (a.phone, p.phone),"
                 " coalesce (a.email, p.email) FROM account a LEFT JOIN application p ON p.account_id = a.id"
                 " WHERE a.key = ?1",
                 proof->account, &row, error))
    return FALSE;
  if (row == NULL)
    return TRUE;
  proof->account_id = tenure_statement_int (row, 0);
  proof->user_name = tenure_statement_dup_text (row, 1);
  proof->phone = tenure_statement_dup_text (row, 2);
  proof->email = tenure_statement_dup_text (row, 3);
  return read_stored (connection, proof->account, &proof->stored, error);
}

/* Only what was opened here signs in and forgets its password. */
static gboolean
keep_opened (TenureConnection *connection, TenureProof *proof, GError **error)
{
  g_autoptr (TenureStatement) row = NULL;

  if (proof->account == NULL)
    return TRUE;
  if (!read_row (connection, "SELECT 1 FROM account WHERE key = ?1 AND opened IS NOT NULL", proof->account, &row,
                 error))
    return FALSE;
  if (row == NULL)
    g_clear_pointer (&proof->account, g_free);
  return TRUE;
}

static gboolean
read_proof (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  TenureRequest *request = data;
  gconstpointer params = tenure_command_params (request->command);
  TenureProof *proof = request->proof;

  switch (tenure_command_kind (request->command))
    {
    case TENURE_COMMAND_SIGN_IN:
      if (!tenure_subject_of_login (connection, ((const TenureSignIn *)params)->login, &proof->account, error) ||
          !keep_opened (connection, proof, error))
        return FALSE;
      break;
    case TENURE_COMMAND_RESET_PASSWORD:
      if (!tenure_subject_of_login (connection, ((const TenureResetPassword *)params)->login, &proof->account, error) ||
          !keep_opened (connection, proof, error))
        return FALSE;
      break;
    default:
      if (!tenure_subject (connection, request->command, &request->stage, &proof->account, error))
        return FALSE;
    }
  return proof->account == NULL || read_whom (connection, proof, error);
}

/* --- Outside of the transaction ---------------------------------------------------------------------------------- */

static gboolean
prove_password (TenureRequest *request, GError **error)
{
  g_autoptr (TenureSecret) password = tenure_secret_line (request->secret, 0);

  request->proof->fits = password != NULL && tenure_secret_password_fits (request->proof->stored, password);
  return TRUE;
}

static gboolean
hash_password (TenureRequest *request, GError **error)
{
  g_autoptr (TenureSecret) password = tenure_secret_line (request->secret, 1);
  TenureProof *proof = request->proof;

  if (password == NULL)
    return TRUE;
  tenure_password_check (password, proof->user_name, proof->phone, proof->email, request->stage.policy, proof->met);
  proof->hash = tenure_secret_hash_password (password);
  if (proof->hash != NULL)
    return TRUE;
  g_set_error (error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_NO_SPACE,
               _ ("The password cannot be hashed, because memory is short: close other programs and try again."));
  return FALSE;
}

gboolean
tenure_proof_prepare (TenureRequest *request, TenureStore *store, GCancellable *cancellable, GError **error)
{
  TenureCommandKind kind = tenure_command_kind (request->command);

  if (tenure_command_kind_secrets (kind) == 0)
    return TRUE;
  g_clear_pointer (&request->proof, tenure_proof_free);
  request->proof = g_new0 (TenureProof, 1);
  if (!tenure_store_read (store, read_proof, request, cancellable, error))
    return FALSE;
  if (kind == TENURE_COMMAND_SIGN_IN)
    return prove_password (request, error);
  return kind == TENURE_COMMAND_APPLY_ACCOUNT || hash_password (request, error);
}

/* --- Counting ---------------------------------------------------------------------------------------------------- */

static gboolean
run (TenureConnection *connection, const char *sql, gint64 number, const char *text, TenureTime at, GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  if (text != NULL)
    tenure_statement_bind_text (statement, 1, text);
  else
    tenure_statement_bind_int (statement, 1, number);
  if (at != TENURE_TIME_UNKNOWN)
    tenure_statement_bind_int (statement, 2, at);
  return tenure_statement_run (statement, error);
}

/* A password that was not looked at, because one has to wait, is counted too: the wait grows, up to the longest. */
static gboolean
count_unseen (TenureConnection *connection, const TenureProof *proof, const char *login, GError **error)
{
  if (proof->account_id != 0)
    return run (connection, "UPDATE credential SET misses = misses + 1 WHERE account_id = ?1", proof->account_id, NULL,
                TENURE_TIME_UNKNOWN, error);
  return run (connection, "UPDATE miss SET misses = misses + 1 WHERE login = ?1", 0, login, TENURE_TIME_UNKNOWN, error);
}

/* What nobody signs in with is kept for a day. */
static gboolean
count_miss (TenureConnection *connection, const TenureProof *proof, const char *login, TenureTime now, GError **error)
{
  if (proof->account_id != 0)
    return run (connection,
                "INSERT INTO credential (account_id, misses, missed_at) VALUES (?1, 1, ?2)"
                " ON CONFLICT (account_id) DO UPDATE SET misses = misses + 1, missed_at = ?2",
                proof->account_id, NULL, now, error);
  return run (connection, "DELETE FROM miss WHERE missed_at < ?1", now - TENURE_DAY_SECONDS, NULL, TENURE_TIME_UNKNOWN,
              error) &&
         run (connection,
              "INSERT INTO miss (login, misses, missed_at) VALUES (?1, 1, ?2)"
              " ON CONFLICT (login) DO UPDATE SET misses = misses + 1, missed_at = ?2",
              0, login, now, error);
}

static gboolean
read_wait (TenureConnection *connection, const TenureProof *proof, const char *login, const TenurePolicy *policy,
           TenureTime *wait, GError **error)
{
  g_autoptr (TenureStatement) row = NULL;

  *wait = TENURE_TIME_UNKNOWN;
  if (!read_row (connection,
                 proof->account != NULL ? "SELECT c.misses, c.missed_at FROM credential c JOIN account a"
                                          " ON a.id = c.account_id WHERE a.key = ?1"
                                        : "SELECT misses, missed_at FROM miss WHERE login = ?1",
                 proof->account != NULL ? proof->account : login, &row, error))
    return FALSE;
  if (row != NULL)
    *wait = tenure_sign_in_wait ((int)tenure_statement_int (row, 0), tenure_statement_known (row, 1), policy);
  return TRUE;
}

/* --- Inside the transaction -------------------------------------------------------------------------------------- */

static gboolean
check_sign_in (TenureRequest *request, TenureConnection *connection, TenureRefusal **refusal, GError **error)
{
  const TenureSignIn *params = tenure_command_params (request->command);
  g_autofree char *login = tenure_login_read (params->login), *stored = NULL;
  TenureProof *proof = request->proof;
  gboolean waits;
  TenureTime wait;

  if (!read_wait (connection, proof, login, request->stage.policy, &wait, error) ||
      (proof->account != NULL && !read_stored (connection, proof->account, &stored, error)))
    return FALSE;
  waits = wait != TENURE_TIME_UNKNOWN && request->now < wait;
  if (!waits && proof->fits && g_strcmp0 (stored, proof->stored) == 0)
    return run (connection, "UPDATE credential SET misses = 0, missed_at = NULL WHERE account_id = ?1",
                proof->account_id, NULL, TENURE_TIME_UNKNOWN, error);
  *refusal = waits ? tenure_refusal_time (tenure_refusal_new ("sign-in.wait", "password"), "until", wait)
                   : tenure_refusal_new ("sign-in.wrong", "password");
  tenure_connection_touch (connection, "credentials");
  return waits ? count_unseen (connection, proof, login, error)
               : count_miss (connection, proof, login, request->now, error);
}

/* The newest code of the phone and purpose: misses are counted on it even when it is void already. */
static gboolean
check_code (TenureRequest *request, TenureConnection *connection, const char *phone, TenurePurpose purpose,
            TenureRefusal **refusal, GError **error)
{
  g_autoptr (TenureSecret) code = tenure_secret_line (request->secret, 0);
  g_autoptr (TenureStatement) row = NULL;
  const TenurePolicy *policy = request->stage.policy;
  gboolean live;
  gint64 id;

  *refusal = tenure_refusal_count (tenure_refusal_new ("code.wrong", "code"), "limit", policy->code_misses);
  if (phone == NULL || !read_row (connection,
                                  purpose == TENURE_PURPOSE_REGISTER
                                      ? "SELECT id, hash, state = 'live', expiry FROM code WHERE phone = ?1"
                                        " AND purpose = 'register' ORDER BY id DESC LIMIT 1"
                                      : "SELECT id, hash, state = 'live', expiry FROM code WHERE phone = ?1"
                                        " AND purpose = 'reset' ORDER BY id DESC LIMIT 1",
                                  phone, &row, error))
    return phone == NULL;
  if (row == NULL)
    return TRUE;
  id = tenure_statement_int (row, 0);
  live = tenure_statement_int (row, 2) && request->now < tenure_statement_int (row, 3);
  if (live && tenure_secret_digest_fits (tenure_statement_text (row, 1), phone, code))
    {
      request->proof->code = id;
      g_clear_pointer (refusal, tenure_refusal_free);
      return TRUE;
    }
  tenure_connection_touch (connection, "credentials");
  return run (connection, "UPDATE code SET misses = misses + 1 WHERE id = ?1", id, NULL, TENURE_TIME_UNKNOWN, error) &&
         run (connection,
              "UPDATE message SET secret = NULL WHERE id = (SELECT message_id FROM code WHERE id = ?1"
              " AND state = 'live' AND misses >= ?2)",
              id, NULL, policy->code_misses, error) &&
         run (connection,
              "DELETE FROM event WHERE kind = 'code' AND subject = ?1"
              " AND (SELECT misses FROM code WHERE id = ?1 AND state = 'live') >= ?2",
              id, NULL, policy->code_misses, error) &&
         run (connection,
              "UPDATE code SET state = 'void', hash = NULL WHERE id = ?1 AND state = 'live' AND misses >= ?2", id, NULL,
              policy->code_misses, error);
}

static gboolean
check_link (TenureRequest *request, TenureConnection *connection, TenureRefusal **refusal, GError **error)
{
  const TenureSetPassword *params = tenure_command_params (request->command);
  g_autoptr (TenureSecret) secret = tenure_secret_line (request->secret, 0);
  g_autoptr (TenureStatement) row = NULL;

  if (!read_row (connection, "SELECT hash FROM link WHERE key = ?1 AND state = 'live'", params->link, &row, error))
    return FALSE;
  if (row == NULL || secret == NULL ||
      !tenure_secret_digest_fits (tenure_statement_text (row, 0), params->link, secret))
    *refusal = tenure_refusal_new ("link.unknown", "link");
  return TRUE;
}

static void
check_password (const TenureRequest *request, TenureRefusal **refusal)
{
  const TenureProof *proof = request->proof;

  for (guint i = 0; *refusal == NULL && i < TENURE_N_PASSWORD_RULES; i++)
    if (proof->hash == NULL || !proof->met[i])
      *refusal = tenure_password_refusal ((TenurePasswordRule)i, request->stage.policy);
}

/* As many lines as the kind takes, each with something in it. */
static gboolean
is_complete (const TenureRequest *request)
{
  for (guint i = 0; i < tenure_command_kind_secrets (tenure_command_kind (request->command)); i++)
    {
      g_autoptr (TenureSecret) line = tenure_secret_line (request->secret, i);
      if (line == NULL || line[0] == '\0')
        return FALSE;
    }
  return TRUE;
}

gboolean
tenure_proof_check (TenureRequest *request, TenureConnection *connection, const TenureWorld *world,
                    TenureRefusal **refusal, GError **error)
{
  gconstpointer params = tenure_command_params (request->command);
  g_autofree char *phone = NULL;
  gboolean fine = FALSE;

  *refusal = is_complete (request) ? NULL : tenure_refusal_new ("secret.missing", NULL);
  if (*refusal != NULL)
    return TRUE;
  switch (tenure_command_kind (request->command))
    {
    case TENURE_COMMAND_SIGN_IN:
      return check_sign_in (request, connection, refusal, error);
    case TENURE_COMMAND_APPLY_ACCOUNT:
      phone = tenure_phone_read (((const TenureApplyAccount *)params)->phone);
      return check_code (request, connection, phone, TENURE_PURPOSE_REGISTER, refusal, error);
    case TENURE_COMMAND_RESET_PASSWORD:
      fine = check_code (request, connection, request->proof->account == NULL ? NULL : request->proof->phone,
                         TENURE_PURPOSE_RESET, refusal, error);
      break;
    case TENURE_COMMAND_SET_PASSWORD:
      fine = check_link (request, connection, refusal, error);
      break;
    default:
      return TRUE;
    }
  check_password (request, refusal);
  return fine;
}
