/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Huawei accounts, applications, passwords, who is signed in. */
#include "tenure-writer.h"

#include "tenure-journal.h"

/* In the name of an account that the world does not hold, because the plan must not tell it. */
static gboolean
journal_of (TenureWriter *self, const char *account, const char *kind, GError **error)
{
  return tenure_journal_append (self->connection, self->world->now, self->world->stage.actor, account, kind, account,
                                NULL, error);
}

gboolean
tenure_writer_rename (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  g_autoptr (TenureJson) body = tenure_json_new_object ();

  tenure_json_set_string (body, "before", self->world->account.name);
  tenure_json_set_string (body, "name", effect->text);
  return TENURE_EXEC (self, "UPDATE account SET name = ?2 WHERE id = ?1", error, TENURE_INT (self->world->account.id),
                      TENURE_TEXT (effect->text)) &&
         tenure_writer_journal (self, "account.renamed", self->world->account.key, body, error);
}

/* --- Applications ------------------------------------------------------------------------------------------------ */

static gboolean
put_application (TenureWriter *self, const TenureApplication *made, GError **error)
{
  return TENURE_EXEC (
      self,
      "INSERT INTO application (account_id, key, state, unit, unit_kind, applicant, phone, email, needs, manager,"
      " manager_phone, user_name, submitted) VALUES (?1, ?2, 'submitted', ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"
      " ON CONFLICT (account_id) DO UPDATE SET state = 'submitted', unit = ?3, unit_kind = ?4, applicant = ?5,"
      " phone = ?6, email = ?7, needs = ?8, manager = ?9, manager_phone = ?10, submitted = ?12, decided = NULL,"
      " reason = NULL",
      error, TENURE_INT (made->account_id), TENURE_TEXT (made->key), TENURE_TEXT (made->unit),
      TENURE_TEXT (tenure_unit_kind_name (made->unit_kind)), TENURE_TEXT (made->applicant), TENURE_TEXT (made->phone),
      TENURE_TEXT (made->email), TENURE_TEXT (made->needs), TENURE_TEXT (made->manager),
      TENURE_TEXT (made->manager_phone), TENURE_TEXT (made->user_name), TENURE_INT (made->submitted));
}

gboolean
tenure_writer_application (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  return put_application (self, effect->application, error) &&
         (self->proof == NULL || tenure_writer_end_code (self, self->proof->code, "used", error)) &&
         tenure_writer_journal (self, "application.submitted", effect->application->key, NULL, error);
}

gboolean
tenure_writer_decide_application (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  const TenureApplication *application = self->world->registration.application;
  gboolean approved = effect->value == TENURE_APPLICATION_APPROVED;

  return TENURE_EXEC (self, "UPDATE application SET state = ?2, decided = ?3, reason = ?4 WHERE id = ?1", error,
                      TENURE_INT (application->id),
                      TENURE_TEXT (tenure_application_state_name ((TenureApplicationState)effect->value)),
                      TENURE_INT (self->world->now), TENURE_TEXT (effect->text)) &&
         tenure_writer_journal (self, approved ? "application.approved" : "application.rejected", application->key,
                                NULL, error);
}

/* --- Passwords --------------------------------------------------------------------------------------------------- */

static gboolean
put_password (TenureWriter *self, GError **error)
{
  return TENURE_EXEC (self,
                      "INSERT INTO credential (account_id, hash, set_at) VALUES (?1, ?2, ?3) ON CONFLICT (account_id)"
                      " DO UPDATE SET hash = ?2, set_at = ?3, misses = 0, missed_at = NULL",
                      error, TENURE_INT (self->proof->account_id), TENURE_TEXT (self->proof->hash),
                      TENURE_INT (self->world->now));
}

/* The zone account comes into being with the names of its application (激活). */
static gboolean
activate (TenureWriter *self, GError **error)
{
  gint64 account = self->proof->account_id;

  return TENURE_EXEC (self,
                      "UPDATE account SET opened = ?2, user_name = p.user_name, phone = p.phone, email = p.email"
                      " FROM application AS p WHERE p.account_id = account.id AND account.id = ?1",
                      error, TENURE_INT (account), TENURE_INT (self->world->now)) &&
         TENURE_EXEC (self, "UPDATE application SET state = 'activated' WHERE account_id = ?1", error,
                      TENURE_INT (account)) &&
         journal_of (self, self->proof->account, "account.opened", error);
}

gboolean
tenure_writer_password (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  const TenureAccount *account = &self->world->account;

  if (!put_password (self, error))
    return FALSE;
  if (effect->id != 0 && !tenure_writer_end_link (self, effect->id, "used", error))
    return FALSE;
  if (effect->id == 0 && !tenure_writer_end_code (self, self->proof->code, "used", error))
    return FALSE;
  if (!tenure_writer_replace_links (self, self->proof->account_id, error))
    return FALSE;
  if (account->id != 0 && account->opened == TENURE_TIME_UNKNOWN && !activate (self, error))
    return FALSE;
  return journal_of (self, self->proof->account, "password.set", error);
}

/* --- Signing in and out ------------------------------------------------------------------------------------------ */

gboolean
tenure_writer_sign (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  if (effect->value)
    return tenure_connection_set_meta (self->connection, "signed-in", self->proof->account, error) &&
           journal_of (self, self->proof->account, "account.signed-in", error);
  return tenure_connection_exec (self->connection, "DELETE FROM meta WHERE key = 'signed-in'", error) &&
         journal_of (self, self->world->account.key, "account.signed-out", error);
}
