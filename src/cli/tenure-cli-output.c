/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-cli-output.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "tenure-cli-args.h"
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

static void
set_operand (TenureJson *object, const TenureOperand *operand, const char *name)
{
  g_autofree char *text = NULL;

  switch (operand->type)
    {
    case TENURE_OPERAND_MONEY:
      text = operand->value == TENURE_MONEY_UNKNOWN ? NULL : tenure_money_format (operand->value);
      break;
    case TENURE_OPERAND_COUNT:
      tenure_json_set_int64 (object, name, operand->value);
      return;
    case TENURE_OPERAND_DAY:
      text = tenure_day_format ((TenureDay)operand->value);
      break;
    case TENURE_OPERAND_TIME:
      text = operand->value == TENURE_TIME_UNKNOWN ? NULL : tenure_time_format (operand->value);
      break;
    case TENURE_OPERAND_RATIO:
      text = g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, operand->value, operand->denominator);
      break;
    case TENURE_OPERAND_TEXT:
      text = g_strdup (operand->text);
      break;
    }
  tenure_json_set_string (object, name, text);
}

static TenureJson *
step_json (const TenureStep *step)
{
  TenureJson *object = tenure_json_new_object ();
  TenureJson *operands = tenure_json_new_object ();
  g_autofree char *text = tenure_word_step (step);

  for (guint i = 0; i < step->n_operands; i++)
    set_operand (operands, &step->operands[i], step->operands[i].name);
  tenure_json_set_string (object, "rule", step->rule);
  tenure_json_set_string (object, "text", text);
  tenure_json_set_string (object, "source", step->source);
  tenure_json_set (object, "operands", operands);
  set_operand (object, &step->result, "result");
  return object;
}

TenureJson *
tenure_cli_steps_json (const TenureSteps *steps)
{
  TenureJson *array = tenure_json_new_array ();

  for (guint i = 0; steps && i < tenure_steps_length (steps); i++)
    tenure_json_append (array, step_json (tenure_steps_at (steps, i)));
  return array;
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
