/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exports: the record is requested, its file saved, both told. */
#include "tenure-cli-sections.h"

#include <glib/gi18n-lib.h>

#include "tenure-cli-args.h"
#include "tenure-cli-filters.h"
#include "tenure-cli-output.h"
#include "tenure-cli-session.h"
#include "tenure-wording-exports.h"
#include "tenure-wording.h"

enum
{
  ORDERS,
  UNPAID,
  RENEWAL_LIST,
  PRICE_LIST
};

/* Saving -----------------------------------------------------------------------------------------------------------*/

static TenureJson *
result_json (const char *key, const TenureExportResult *made)
{
  TenureJson *object = tenure_cli_object ("export");

  tenure_json_set_string (object, "export", key);
  tenure_json_set_string (object, "file", made->path);
  tenure_json_set_int64 (object, "rows", made->rows);
  tenure_json_set_int64 (object, "left_out", made->left_out);
  return object;
}

static void
tell (TenureCli *cli, const char *key, const TenureExportResult *made)
{
  g_autofree char *left_out = made->left_out > 0 ? tenure_word_left_out (made->left_out) : NULL;

  if (tenure_cli_wants_json (cli))
    {
      tenure_cli_print_json (cli, result_json (key, made));
      return;
    }
  tenure_cli_print (cli,
                    g_dngettext (GETTEXT_PACKAGE, "Export %s: %d row saved to %s\n", "Export %s: %d rows saved to %s\n",
                                 (gulong)made->rows),
                    key, (int)made->rows, made->path);
  if (left_out)
    tenure_cli_print (cli, "%s\n", left_out);
}

static gboolean
save (TenureCli *cli, const char *key, GError **error)
{
  g_autoptr (GFile) target = g_file_new_for_commandline_arg (tenure_cli_text (cli, "to"));
  g_auto (TenureExportResult) made = { 0 };

  if (!tenure_export_save (cli->session, key, target, tenure_cli_has (cli, "force"), &made, error))
    return FALSE;
  tell (cli, key, &made);
  return TRUE;
}

/* Nothing is requested for a file that would not be written. */
static gboolean
check_target (TenureCli *cli, GError **error)
{
  const char *path = tenure_cli_text (cli, "to");

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                   _ ("--to: “%s” is no file; say the name of the file to write"), path);
      return FALSE;
    }
  if (tenure_cli_has (cli, "force"))
    return TRUE;
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
               _ ("--to: there is a file “%s” already; --force replaces it"), path);
  return FALSE;
}

/* Requesting -------------------------------------------------------------------------------------------------------*/

static gboolean
read_form (TenureCli *cli, TenureExport *export, GError **error)
{
  const char *path = tenure_cli_text (cli, "to");

  export->format = g_str_has_suffix (path, ".xlsx");
  export->encoding = tenure_export_preset_encoding ();
  if (!export->format && !g_str_has_suffix (path, ".csv") && !tenure_cli_has (cli, "format"))
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                   _ ("--to: “%s” ends neither in .csv nor in .xlsx; give --format with it"), path);
      return FALSE;
    }
  return tenure_cli_choice (cli, "format", TENURE_EXPORT_FORMATS, &export->format, error) &&
         tenure_cli_choice (cli, "encoding", TENURE_EXPORT_ENCODINGS, &export->encoding, error);
}

static gboolean
request (TenureCli *cli, TenureExport *export, GError **error)
{
  g_autoptr (TenureOutcome) outcome = NULL;

  if (!read_form (cli, export, error) || !check_target (cli, error) ||
      !tenure_cli_do (cli, TENURE_COMMAND_EXPORT, export, &outcome, error))
    return FALSE;
  if (!outcome)
    return TRUE;
  if (outcome->status != TENURE_OUTCOME_DONE && outcome->status != TENURE_OUTCOME_REPEATED)
    return tenure_cli_tell_outcome (cli, outcome, error);
  return save (cli, outcome->orders[0], error);
}

/* Takes @query. */
static gboolean
request_by_filter (TenureCli *cli, int what, TenureQuery *query, GError **error)
{
  g_autoptr (TenureQuery) filter = query;
  g_autoptr (TenureJson) json = query ? tenure_query_to_json (query) : NULL;
  g_autofree char *question = json ? tenure_json_to_canonical (json) : NULL;
  TenureExport export = { .what = what, .question = question };

  return query && request (cli, &export, error);
}

gboolean
tenure_cli_run_export_orders (TenureCli *cli, GError **error)
{
  return request_by_filter (cli, ORDERS, tenure_cli_order_filter (cli, "until", error), error);
}

gboolean
tenure_cli_run_export_price_list (TenureCli *cli, GError **error)
{
  return request_by_filter (cli, PRICE_LIST, tenure_cli_resource_filter (cli, TENURE_LIST_RENEWALS, "until", error),
                            error);
}

gboolean
tenure_cli_run_export_unpaid (TenureCli *cli, GError **error)
{
  g_auto (GStrv) rows = tenure_cli_arguments (cli, error);
  TenureExport export = { .what = UNPAID, .rows = rows };

  return rows && request (cli, &export, error);
}

gboolean
tenure_cli_run_export_renewal_list (TenureCli *cli, GError **error)
{
  TenureExport export = { .what = RENEWAL_LIST };
  g_auto (GStrv) rows = NULL;

  if (!tenure_cli_int (cli, "months", 1, 60, &export.months, error) || !(rows = tenure_cli_resources (cli, error)))
    return FALSE;
  export.rows = rows;
  return request (cli, &export, error);
}

static gboolean
check_ending (const char *path, int format, GError **error)
{
  static const char *const ENDINGS[] = { ".csv", ".xlsx" };

  if (!g_str_has_suffix (path, ENDINGS[!format]))
    return TRUE;
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
               _ ("--to: “%s” ends in %s, and the record is of %s; end it in %s"), path, ENDINGS[!format],
               tenure_word_export_format (format), ENDINGS[format]);
  return FALSE;
}

/* A record is saved in the form that was asked for when it was made. */
static gboolean
check_record (TenureCli *cli, const char *key, GError **error)
{
  g_autoptr (GPtrArray) records = tenure_export_records (cli->session, error);

  for (guint i = 0; records && i < records->len; i++)
    {
      const TenureExportRecord *record = records->pdata[i];

      if (g_str_equal (record->key, key))
        return check_ending (tenure_cli_text (cli, "to"), record->format, error);
    }
  return records != NULL; /* that there is none is said when it is saved */
}

gboolean
tenure_cli_run_export_save (TenureCli *cli, GError **error)
{
  const char *key = cli->arguments->pdata[0];

  return tenure_cli_session (cli, error) && check_record (cli, key, error) && check_target (cli, error) &&
         save (cli, key, error);
}

/* Listing ----------------------------------------------------------------------------------------------------------*/

static void
add_record (TenureCliTable *table, TenureSession *session, const TenureExportRecord *record)
{
  TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (session));
  const char *note = record->state == TENURE_EXPORT_FAILED ? tenure_word_export_reason (record->reason) : record->path;

  tenure_cli_table_add (table, g_strdup (record->key), g_strdup (tenure_word_export (record->what)),
                        tenure_word_export_question (catalogue, record), tenure_word_time (record->requested),
                        g_strdup (tenure_word_export_state (record->state)),
                        record->rows >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, record->rows) : NULL,
                        tenure_word_time (record->expiry), g_strdup (note));
}

static TenureJson *
record_json (const TenureExportRecord *record)
{
  static const char *const STATES[] = { "requested", "making", "ready", "failed" };
  TenureJson *object = tenure_json_new_object ();

  tenure_json_set_string (object, "export", record->key);
  tenure_json_set_string (object, "what", TENURE_EXPORTS[record->what]);
  tenure_json_set_string (object, "format", TENURE_EXPORT_FORMATS[record->format]);
  tenure_json_set_string (object, "encoding", TENURE_EXPORT_ENCODINGS[record->encoding]);
  tenure_json_set (object, "question", tenure_json_parse (record->question, -1, 0, NULL));
  tenure_json_set_string (object, "state", STATES[record->state]);
  tenure_cli_set_time (object, "requested", record->requested);
  tenure_cli_set_time (object, "finished", record->finished);
  tenure_cli_set_time (object, "expiry", record->expiry);
  tenure_json_set (object, "rows", record->rows < 0 ? tenure_json_new_null () : tenure_json_new_int64 (record->rows));
  tenure_json_set (object, "left_out",
                   record->left_out < 0 ? tenure_json_new_null () : tenure_json_new_int64 (record->left_out));
  tenure_json_set_string (object, "file", record->path);
  tenure_json_set_string (object, "reason", record->reason);
  return object;
}

static void
print_json (TenureCli *cli, GPtrArray *records)
{
  TenureJson *object = tenure_cli_object ("exports"), *rows = tenure_json_new_array ();

  for (guint i = 0; i < records->len; i++)
    tenure_json_append (rows, record_json (records->pdata[i]));
  tenure_json_set (object, "rows", rows);
  tenure_cli_print_json (cli, object);
}

gboolean
tenure_cli_run_exports (TenureCli *cli, GError **error)
{
  const char *const headings[] = { _ ("Export"),       _ ("Export type"), _ ("Filter or rows"),
                                   _ ("Requested at"), _ ("State"),       _ (">Rows"),
                                   _ ("Ends in"),      _ ("File"),        NULL };
  TenureSession *session = tenure_cli_session (cli, error);
  g_autoptr (GPtrArray) records = session ? tenure_export_records (session, error) : NULL;
  g_autoptr (TenureCliTable) table = NULL;

  if (!records)
    return FALSE;
  if (tenure_cli_wants_json (cli))
    return print_json (cli, records), TRUE;
  table = tenure_cli_table_new (cli, headings);
  for (guint i = 0; i < records->len; i++)
    add_record (table, session, records->pdata[i]);
  return TRUE;
}
