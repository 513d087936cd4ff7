/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a registration or a password looks at: the application, who has the phone and the e-mail already, the codes of
 * the last hour, the link. */
#include "tenure-account-facts.h"
#include "tenure-world.h"

#define HOUR 3600

static gboolean
read_application (TenureWorld *self, TenureConnection *connection, GError **error)
{
  return self->account.id == 0 ||
         tenure_facts_application (connection, self->account.id, &self->registration.application, error);
}

/* By the other accounts of the profile, and by other applications that are not rejected. */
static gboolean
is_taken (TenureWorld *self, TenureConnection *connection, const char *phone, const char *email, gboolean *taken,
          GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (
      connection,
      "SELECT 1 FROM account WHERE id <> ?1 AND (phone = ?2 OR email = ?3) UNION ALL SELECT 1 FROM application"
      " WHERE account_id <> ?1 AND state <> 'rejected' AND (phone = ?2 OR email = ?3)",
      error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_int (statement, 1, self->account.id);
  tenure_statement_bind_text (statement, 2, phone);
  tenure_statement_bind_text (statement, 3, email);
  *taken = tenure_statement_step (statement, &failure);
  return failure == NULL || (g_propagate_error (error, failure), FALSE);
}

static gboolean
load_form (TenureWorld *self, TenureConnection *connection, const TenureApplyAccount *form, GError **error)
{
  g_autofree char *phone = tenure_phone_read (form->phone), *email = tenure_email_read (form->email);

  return read_application (self, connection, error) &&
         is_taken (self, connection, phone, NULL, &self->registration.phone_taken, error) &&
         is_taken (self, connection, NULL, email, &self->registration.email_taken, error);
}

/* Of a forgotten password by what was typed, so that nobody learns whose it is. */
static gboolean
load_codes (TenureWorld *self, TenureConnection *connection, const TenureSendCode *params, GError **error)
{
  gboolean reset = params->purpose == TENURE_PURPOSE_RESET;
  g_autofree char *asked =
      reset ? tenure_login_read (params->login != NULL ? params->login : "") : tenure_phone_read (params->phone);
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (
      connection,
      reset ? "SELECT count (*), min (sent), max (sent) FROM code WHERE login = ?1 AND sent > ?2"
            : "SELECT count (*), min (sent), max (sent) FROM code WHERE phone = ?1 AND sent > ?2",
      error);

  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_text (statement, 1, asked);
  tenure_statement_bind_int (statement, 2, self->now - HOUR);
  if (!tenure_statement_step (statement, error))
    return FALSE;
  self->registration.codes = (int)tenure_statement_int (statement, 0);
  self->registration.code_oldest = tenure_statement_known (statement, 1);
  self->registration.code_last = tenure_statement_known (statement, 2);
  return TRUE;
}

static gboolean
load_link (TenureWorld *self, TenureConnection *connection, const TenureSetPassword *params, GError **error)
{
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (connection, "SELECT id, state, expiry FROM link WHERE key = ?1", error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_text (statement, 1, params->link);
  if (tenure_statement_step (statement, &failure))
    {
      self->registration.link = tenure_statement_int (statement, 0);
      self->registration.link_state = g_intern_string (tenure_statement_text (statement, 1));
      self->registration.link_expiry = tenure_statement_int (statement, 2);
    }
  if (failure != NULL)
    return g_propagate_error (error, failure), FALSE;
  return read_application (self, connection, error);
}

gboolean
tenure_world_load_registration (TenureWorld *self, TenureConnection *connection, TenureCommandKind kind,
                                gconstpointer params, GError **error)
{
  if (kind == TENURE_COMMAND_SEND_CODE)
    return load_codes (self, connection, params, error);
  if (kind == TENURE_COMMAND_APPLY_ACCOUNT)
    return load_form (self, connection, params, error);
  if (kind == TENURE_COMMAND_SET_PASSWORD)
    return load_link (self, connection, params, error);
  return read_application (self, connection, error);
}
