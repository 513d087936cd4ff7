/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-cli-output.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "tenure-cli-args.h"
#include "tenure-value-json.h"
#include "tenure-wording.h"

/* So much is kept before it is written: a list of a million rows does not stay in memory. */
#define FLUSH_BYTES 65536

gboolean
tenure_cli_flush (TenureCli *cli, GError **error)
{
  gboolean written = fwrite (cli->out->str, 1, cli->out->len, stdout) == cli->out->len && fflush (stdout) == 0;
  int saved_errno = errno;

  g_string_truncate (cli->out, 0);
  if (!written)
    g_set_error (error, TENURE_SYSTEM_ERROR, tenure_system_error_from_errno (saved_errno),
                 _ ("The output could not be written: %s"), g_strerror (saved_errno));
  return written;
}

void
tenure_cli_print (TenureCli *cli, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_string_append_vprintf (cli->out, format, args);
  va_end (args);
  if (cli->out->len > FLUSH_BYTES)
    tenure_cli_flush (cli, NULL); /* what stdout does not take is told at the end, when ferror() still says so */
}

gboolean
tenure_cli_wants_json (TenureCli *cli)
{
  return tenure_cli_has (cli, "json");
}

gboolean
tenure_cli_wants_steps (TenureCli *cli)
{
  return tenure_cli_has (cli, "explain");
}

TenureJson *
tenure_cli_object (const char *schema)
{
  TenureJson *object = tenure_json_new_object ();
  g_autofree char *full = g_strdup_printf ("tenure-%s/1", schema);

  tenure_json_set_string (object, "schema", full);
  return object;
}

void
tenure_cli_print_json (TenureCli *cli, TenureJson *object)
{
  g_autofree char *text = tenure_json_to_pretty (object);

  tenure_cli_print (cli, "%s\n", text);
  tenure_json_unref (object);
}

void
tenure_cli_set_money (TenureJson *object, const char *name, TenureMoney money)
{
  g_autofree char *text = money == TENURE_MONEY_UNKNOWN ? NULL : tenure_money_format2 (money);

  tenure_json_set_string (object, name, text);
}

void
tenure_cli_set_time (TenureJson *object, const char *name, TenureTime time)
{
  g_autofree char *text = time == TENURE_TIME_UNKNOWN ? NULL : tenure_time_format (time);

  tenure_json_set_string (object, name, text);
}

void
tenure_cli_set_day (TenureJson *object, const char *name, TenureDay day)
{
  g_autofree char *text = tenure_day_format (day);

  tenure_json_set_string (object, name, text);
}

TenureJson *
tenure_cli_steps_json (const TenureSteps *steps)
{
  TenureJson *array = steps ? tenure_value_from_steps (steps) : tenure_json_new_array ();

  for (guint i = 0; i < tenure_json_length (array); i++)
    {
      g_autofree char *text = tenure_word_step (tenure_steps_at (steps, i));

      tenure_json_set_string (tenure_json_at (array, i), "text", text);
    }
  return array;
}

TenureJson *
tenure_cli_refusal_json (const TenureRefusal *refusal)
{
  TenureJson *object = refusal ? tenure_value_from_refusal (refusal) : tenure_json_new_null ();

  if (refusal)
    {
      g_autofree char *text = tenure_word_refusal (refusal);

      tenure_json_set_string (object, "text", text);
    }
  return object;
}

void
tenure_cli_print_steps (TenureCli *cli, const TenureSteps *steps)
{
  g_autofree char *text = steps ? tenure_word_steps (steps) : NULL;
  g_auto (GStrv) lines = text ? g_strsplit (text, "\n", -1) : NULL;

  for (guint i = 0; lines && lines[i]; i++)
    if (lines[i][0])
      tenure_cli_print (cli, "    %s\n", lines[i]);
}

void
tenure_cli_set_channels (TenureJson *object, const TenureChannels *money)
{
  tenure_cli_set_money (object, "cash", money->cash);
  tenure_cli_set_money (object, "credit", money->credit);
  tenure_cli_set_money (object, "flexi", money->flexi);
  tenure_cli_set_money (object, "card", money->card);
  tenure_cli_set_money (object, "voucher", money->voucher);
}
