/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes and links: random, kept as hashes, in clear in the outbox alone, and there only until they are used or over. */
#include "tenure-writer.h"

#include "tenure-secrets.h"
#include "tenure-subject.h"

#define HOUR 3600

/* Whom a login means, as far as something can be sent there. */
typedef struct
{
  gint64 id;
  char *phone, *email, *user_name, *unit;
} Addressee;

static void
addressee_clear (Addressee *self)
{
  g_free (self->phone);
  g_free (self->email);
  g_free (self->user_name);
  g_free (self->unit);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Addressee, addressee_clear)

/* A password is reset of what is open, and activation is of what is approved and not open yet; else nobody. */
static gboolean
find_addressee (TenureWriter *self, const char *account, gboolean opened, Addressee *found, GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (
      self->connection,
      "SELECT a.id, coalesce (a.phone, p.phone), coalesce (a.email, p.email), coalesce (a.user_name, p.user_name),"
      " a.name FROM account a LEFT JOIN application p ON p.account_id = a.id WHERE a.key = ?1"
      " AND CASE WHEN ?2 THEN a.opened IS NOT NULL ELSE a.opened IS NULL AND p.state = 'approved' END",
      error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_text (statement, 1, account);
  tenure_statement_bind_int (statement, 2, opened);
  if (tenure_statement_step (statement, &failure))
    *found = (Addressee){ tenure_statement_int (statement, 0), tenure_statement_dup_text (statement, 1),
                          tenure_statement_dup_text (statement, 2), tenure_statement_dup_text (statement, 3),
                          tenure_statement_dup_text (statement, 4) };
  return failure == NULL || (g_propagate_error (error, failure), FALSE);
}

static gboolean
of_login (TenureWriter *self, const char *login, gboolean opened, Addressee *found, GError **error)
{
  g_autofree char *account = NULL;

  return tenure_subject_of_login (self->connection, login, &account, error) &&
         (account == NULL || find_addressee (self, account, opened, found, error));
}

/* Answers the message's id. */
static gboolean
put_message (TenureWriter *self, gboolean sms, gint64 account, const char *address, const char *template,
             const TenureJson *arguments, const char *secret, gint64 *id, GError **error)
{
  g_autofree char *text = tenure_json_to_canonical (arguments);

  if (!TENURE_EXEC (self,
                    "INSERT INTO message (account_id, at, kind, address, template, arguments, secret)"
                    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                    error, TENURE_ID (account), TENURE_INT (self->world->now), TENURE_TEXT (sms ? "sms" : "mail"),
                    TENURE_TEXT (address), TENURE_TEXT (template), TENURE_TEXT (text), TENURE_TEXT (secret)))
    return FALSE;
  *id = tenure_connection_last_id (self->connection);
  return TRUE;
}

static gboolean
put_event (TenureWriter *self, const char *kind, TenureTime due, GError **error)
{
  return TENURE_EXEC (self, "INSERT INTO event (due, kind, subject) VALUES (?1, ?2, ?3)", error, TENURE_INT (due),
                      TENURE_TEXT (kind), TENURE_INT (tenure_connection_last_id (self->connection)));
}

/* --- Ending ------------------------------------------------------------------------------------------------------ */

gboolean
tenure_writer_end_code (TenureWriter *self, gint64 code, const char *state, GError **error)
{
  tenure_connection_touch (self->connection, "messages");
  return TENURE_EXEC (self,
                      "UPDATE message SET secret = NULL WHERE id ="
                      " (SELECT message_id FROM code WHERE id = ?1 AND state = 'live')",
                      error, TENURE_INT (code)) &&
         TENURE_EXEC (self, "UPDATE code SET state = ?2, hash = NULL WHERE id = ?1 AND state = 'live'", error,
                      TENURE_INT (code), TENURE_TEXT (state)) &&
         TENURE_EXEC (self, "DELETE FROM event WHERE kind = 'code' AND subject = ?1", error, TENURE_INT (code));
}

gboolean
tenure_writer_end_link (TenureWriter *self, gint64 link, const char *state, GError **error)
{
  tenure_connection_touch (self->connection, "messages");
  return TENURE_EXEC (self,
                      "UPDATE message SET secret = NULL WHERE id ="
                      " (SELECT message_id FROM link WHERE id = ?1 AND state = 'live')",
                      error, TENURE_INT (link)) &&
         TENURE_EXEC (self, "UPDATE link SET state = ?2, hash = NULL WHERE id = ?1 AND state = 'live'", error,
                      TENURE_INT (link), TENURE_TEXT (state)) &&
         TENURE_EXEC (self, "DELETE FROM event WHERE kind = 'link' AND subject = ?1", error, TENURE_INT (link));
}

gboolean
tenure_writer_erase (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  return g_str_equal (effect->word, "code") ? tenure_writer_end_code (self, effect->id, "expired", error)
                                            : tenure_writer_end_link (self, effect->id, "expired", error);
}

/* Ends every live one that @sql finds by @text or @number. */
static gboolean
end_each (TenureWriter *self, const char *sql, const TenureBind *bind,
          gboolean (*end) (TenureWriter *, gint64, const char *, GError **), const char *state, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (self->connection, sql, error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;
  if (bind->text != NULL)
    tenure_statement_bind_text (statement, 1, bind->text);
  else
    tenure_statement_bind_int (statement, 1, bind->number);
  while (tenure_statement_step (statement, &failure))
    {
      gint64 id = tenure_statement_int (statement, 0);
      g_array_append_val (ids, id);
    }
  if (failure != NULL)
    return g_propagate_error (error, failure), FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!end (self, g_array_index (ids, gint64, i), state, error))
      return FALSE;
  return TRUE;
}

gboolean
tenure_writer_replace_links (TenureWriter *self, gint64 account, GError **error)
{
  return end_each (self, "SELECT id FROM link WHERE account_id = ?1 AND state = 'live'", &TENURE_INT (account),
                   tenure_writer_end_link, "replaced", error);
}

/* --- Codes ------------------------------------------------------------------------------------------------------- */

/* The hour's limit holds for a phone, whichever of its names it was asked by; what is over it is sent nowhere, and
 * looks no different. */
static gboolean
is_over (TenureWriter *self, const char *phone, gboolean *over, GError **error)
{
  g_autoptr (TenureStatement) statement =
      tenure_connection_prepare (self->connection, "SELECT count (*) FROM code WHERE phone = ?1 AND sent > ?2", error);

  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_text (statement, 1, phone);
  tenure_statement_bind_int (statement, 2, self->world->now - HOUR);
  if (!tenure_statement_step (statement, error))
    return FALSE;
  *over = tenure_statement_int (statement, 0) >= self->world->stage.policy->code_hourly;
  return TRUE;
}

static gboolean
put_no_code (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  return TENURE_EXEC (self,
                      "INSERT INTO code (login, purpose, sent, expiry, state) VALUES (?1, 'reset', ?2, ?3, 'void')",
                      error, TENURE_TEXT (effect->text), TENURE_INT (self->world->now), TENURE_INT (effect->at));
}

static gboolean
put_code (TenureWriter *self, const TenureEffect *effect, const char *phone, gint64 account, GError **error)
{
  gboolean reset = effect->value == TENURE_PURPOSE_RESET;
  g_autoptr (TenureSecret) code = tenure_secret_new_code (self->world->stage.policy->code_digits);
  g_autofree char *digest = tenure_secret_digest (phone, code);
  g_autofree char *until = tenure_time_format (effect->at);
  g_autoptr (TenureJson) arguments = tenure_json_new_object ();
  gint64 message;

  tenure_json_set_string (arguments, "until", until);
  return end_each (self,
                   reset ? "SELECT id FROM code WHERE phone = ?1 AND purpose = 'reset' AND state = 'live'"
                         : "SELECT id FROM code WHERE phone = ?1 AND purpose = 'register' AND state = 'live'",
                   &TENURE_TEXT (phone), tenure_writer_end_code, "void", error) &&
         put_message (self, TRUE, account, phone, reset ? "code.reset" : "code.register", arguments, code, &message,
                      error) &&
         TENURE_EXEC (self,
                      "INSERT INTO code (phone, login, purpose, hash, sent, expiry, state, message_id)"
                      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'live', ?7)",
                      error, TENURE_TEXT (phone), TENURE_TEXT (reset ? effect->text : NULL),
                      TENURE_TEXT (tenure_purpose_name ((TenurePurpose)effect->value)), TENURE_TEXT (digest),
                      TENURE_INT (self->world->now), TENURE_INT (effect->at), TENURE_INT (message)) &&
         put_event (self, "code", effect->at, error);
}

gboolean
tenure_writer_send_code (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  g_auto (Addressee) found = { 0 };
  gboolean over = FALSE;

  if (effect->value == TENURE_PURPOSE_REGISTER)
    return put_code (self, effect, effect->text, 0, error);
  if (!of_login (self, effect->text, TRUE, &found, error) ||
      (found.phone != NULL && !is_over (self, found.phone, &over, error)))
    return FALSE;
  if (found.phone == NULL || over)
    return put_no_code (self, effect, error);
  return put_code (self, effect, found.phone, found.id, error);
}

/* --- Links ------------------------------------------------------------------------------------------------------- */

static TenureJson *
link_arguments (const Addressee *to, const char *link, TenureTime expiry)
{
  TenureJson *arguments = tenure_json_new_object ();
  g_autofree char *until = tenure_time_format (expiry);

  tenure_json_set_string (arguments, "unit", to->unit);
  tenure_json_set_string (arguments, "user", to->user_name);
  tenure_json_set_string (arguments, "link", link);
  tenure_json_set_string (arguments, "until", until);
  return arguments;
}

static gboolean
put_link (TenureWriter *self, const TenureEffect *effect, const Addressee *to, GError **error)
{
  gboolean reset = effect->value == TENURE_PURPOSE_RESET;
  g_autoptr (TenureSecret) link = tenure_secret_new_token ();
  g_autoptr (TenureSecret) secret = tenure_secret_new_token ();
  g_autofree char *digest = tenure_secret_digest (link, secret);
  g_autoptr (TenureJson) arguments = link_arguments (to, link, effect->at);
  gint64 message;

  return tenure_writer_replace_links (self, to->id, error) &&
         put_message (self, FALSE, to->id, to->email, reset ? "password.link" : "application.activate", arguments,
                      secret, &message, error) &&
         TENURE_EXEC (self,
                      "INSERT INTO link (key, account_id, purpose, hash, sent, expiry, state, message_id)"
                      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'live', ?7)",
                      error, TENURE_TEXT (link), TENURE_INT (to->id),
                      TENURE_TEXT (tenure_purpose_name ((TenurePurpose)effect->value)), TENURE_TEXT (digest),
                      TENURE_INT (self->world->now), TENURE_INT (effect->at), TENURE_INT (message)) &&
         put_event (self, "link", effect->at, error);
}

gboolean
tenure_writer_send_link (TenureWriter *self, const TenureEffect *effect, GError **error)
{
  gboolean opened = effect->value == TENURE_PURPOSE_RESET;
  g_auto (Addressee) found = { 0 };

  if (effect->text != NULL ? !of_login (self, effect->text, opened, &found, error)
                           : !find_addressee (self, self->world->account.key, opened, &found, error))
    return FALSE;
  return found.email == NULL || put_link (self, effect, &found, error);
}
