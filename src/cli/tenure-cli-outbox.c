/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outbox: mails and SMS, worded as they are read. */
#include "tenure-cli-sections.h"

#include <glib/gi18n-lib.h>

#include "tenure-account-lookup.h"
#include "tenure-cli-args.h"
#include "tenure-cli-output.h"
#include "tenure-cli-session.h"
#include "tenure-text.h"
#include "tenure-wording-messages.h"
#include "tenure-wording.h"

static TenureJson *
message_json (const TenureMessage *message)
{
  TenureJson *object = tenure_json_new_object ();
  g_autofree char *subject = tenure_word_message_subject (message);

  tenure_json_set_int64 (object, "number", message->id);
  tenure_cli_set_time (object, "at", message->at);
  tenure_json_set_string (object, "kind", message->sms ? "sms" : "mail");
  tenure_json_set_string (object, "to", message->address);
  tenure_json_set_string (object, "account", message->account);
  tenure_json_set_string (object, "template", message->template);
  tenure_json_set_string (object, "subject", subject);
  return object;
}

static void
print_messages (TenureCli *cli, GPtrArray *messages)
{
  const char *const headings[] = { _ (">Number"), _ ("Time"), _ ("Kind"), _ ("To"), _ ("Subject"), NULL };
  g_autoptr (TenureCliTable) table = tenure_cli_table_new (cli, headings);

  for (guint i = 0; i < messages->len; i++)
    {
      const TenureMessage *message = messages->pdata[i];

      tenure_cli_table_add (table, g_strdup_printf ("%" G_GINT64_FORMAT, message->id), tenure_word_time (message->at),
                            g_strdup (message->sms ? _ ("SMS") : _ ("Mail")), g_strdup (message->address),
                            tenure_word_message_subject (message));
    }
}

gboolean
tenure_cli_run_outbox (TenureCli *cli, GError **error)
{
  TenureSession *session = NULL;
  g_autoptr (GPtrArray) messages = NULL;
  TenureJson *object, *rows;
  gint64 limit = 50;

  if (!tenure_cli_int (cli, "limit", 1, 1000, &limit, error) || !(session = tenure_cli_session (cli, error)) ||
      !(messages = tenure_read_messages (session, 0, (guint)limit, error)))
    return FALSE;
  if (!tenure_cli_wants_json (cli))
    {
      print_messages (cli, messages);
      return TRUE;
    }
  object = tenure_cli_object ("outbox");
  rows = tenure_json_new_array ();
  for (guint i = 0; i < messages->len; i++)
    tenure_json_append (rows, message_json (messages->pdata[i]));
  tenure_json_set (object, "rows", rows);
  tenure_cli_print_json (cli, object);
  return TRUE;
}

static void
print_message (TenureCli *cli, const TenureMessage *message)
{
  g_autofree char *subject = tenure_word_message_subject (message), *body = tenure_word_message_body (message);
  TenureCliTable *pairs = tenure_cli_pairs_new (cli);

  tenure_cli_pair (pairs, _ ("Time"), tenure_word_time (message->at));
  tenure_cli_pair (pairs, _ ("To"), g_strdup (message->address));
  tenure_cli_pair (pairs, _ ("Subject"), g_strdup (subject));
  tenure_cli_table_end (pairs);
  tenure_cli_print (cli, "\n%s\n", body);
}

static void
print_whole (TenureCli *cli, const TenureMessage *message)
{
  g_autofree char *body = tenure_word_message_body (message), *link = tenure_message_link (message);
  TenureJson *object;

  if (!tenure_cli_wants_json (cli))
    {
      print_message (cli, message);
      return;
    }
  object = message_json (message);
  tenure_json_set_string (object, "schema", "tenure-message/1");
  tenure_json_set_string (object, "body", body);
  tenure_json_set_string (object, "link", link);
  tenure_json_set_string (object, "code", tenure_message_code (message));
  tenure_cli_print_json (cli, object);
}

gboolean
tenure_cli_run_outbox_show (TenureCli *cli, GError **error)
{
  TenureSession *session = NULL;
  g_autoptr (GPtrArray) messages = NULL;
  gint64 number = 0;

  if (!tenure_text_parse_int (cli->arguments->pdata[0], "N", 1, G_MAXINT32, &number, error) ||
      !(session = tenure_cli_session (cli, error)) ||
      !(messages = tenure_read_messages (session, number + 1, 1, error)))
    return FALSE;
  if (messages->len == 0 || ((TenureMessage *)messages->pdata[0])->id != number)
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN,
                   _ ("There is no message %s in the outbox; “tenurectl outbox” lists them"),
                   (char *)cli->arguments->pdata[0]);
      return FALSE;
    }
  print_whole (cli, messages->pdata[0]);
  return TRUE;
}
