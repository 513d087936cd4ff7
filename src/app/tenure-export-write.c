/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One export from its keys to its last row: one read transaction, a page in memory at a time. */
#include "tenure-export-private.h"

#include <glib/gi18n-lib.h>

#include "tenure-lists.h"
#include "tenure-wording-exports.h"

/* In the order of TENURE_EXPORTS. */
static const TenureExportKind *const kinds[] = {
  &TENURE_EXPORT_ORDERS,
  &TENURE_EXPORT_ORDERS,
  &TENURE_EXPORT_RENEWAL_LIST,
  &TENURE_EXPORT_PRICE_LIST,
};

gboolean
tenure_export_put (TenureExportSource *source, TenureExportSink *sink, const TenureExportRow *row, GError **error)
{
  source->n_rows++;
  return sink->row (sink, row, error);
}

gboolean
tenure_export_go_on (TenureExportSource *source, gint64 done, gint64 total, GCancellable *cancellable, GError **error)
{
  if (source->report != NULL)
    source->report (done, total, source->report_data);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* The keys of the filter in list order; none of what is ticked. Beyond a price list's limit they are left out. */
static TenureKeyVector *
read_keys (TenureConnection *connection, TenureExportSource *source, GError **error)
{
  TenureKeyVector *keys;
  int limit = source->query->policy->price_limit;

  if (source->rows != NULL)
    return tenure_key_vector_new (g_array_new (FALSE, FALSE, sizeof (gint64)), TRUE);
  keys = tenure_lists_keys (connection, source->query, 0, error);
  if (keys != NULL && kinds[source->record->what] == &TENURE_EXPORT_PRICE_LIST && limit > 0 && keys->n > (guint)limit)
    source->left_out = keys->n - (guint)limit;
  return keys;
}

/* What stands above the headings: that it is practice, that the bill decides, what is missing. */
static char **
notes_of (const TenureExportSource *source, const TenureExportKind *kind)
{
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();

  if (source->practice)
    g_strv_builder_add (notes, _ ("Practice: none of this is a real order or price."));
  if (kind->reference)
    g_strv_builder_add (notes, _ ("Reference prices; the bill decides."));
  if (source->left_out > 0)
    {
      g_autofree char *text = tenure_word_left_out (source->left_out);

      g_strv_builder_add (notes, text);
    }
  return g_strv_builder_end (notes);
}

static TenureExportSink *
open_sink (const TenureExportSource *source, const TenureExportHead *head, GError **error)
{
  if (g_str_equal (TENURE_EXPORT_FORMATS[source->record->format], "xlsx"))
    return tenure_export_xlsx_new (source->file, head, error);
  return tenure_export_csv_new (source->file, source->record->encoding, head, error);
}

gboolean
tenure_export_write (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  TenureExportSource *source = data;
  const TenureExportKind *kind = kinds[source->record->what];
  g_autoptr (TenureKeyVector) keys = read_keys (connection, source, error);
  g_auto (GStrv) notes = keys != NULL ? notes_of (source, kind) : NULL;
  TenureExportHead head = { tenure_word_export (source->record->what), kind->columns, kind->n_columns,
                            (const char *const *)notes };
  TenureExportSink *sink = keys != NULL ? open_sink (source, &head, error) : NULL;
  gboolean fine;

  if (sink == NULL)
    return FALSE;
  fine = kind->write (connection, source, sink, keys, cancellable, error) && sink->finish (sink, error);
  sink->free (sink);
  return fine;
}
