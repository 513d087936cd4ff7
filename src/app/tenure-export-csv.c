/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CSV by RFC 4180: CRLF behind every record, each with the same number of fields. */
#include "tenure-export-sink.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "tenure-error.h"

#define BUFFER (64 * 1024)
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef struct
{
  TenureExportSink sink;
  int fd;
  GIConv converter; /* NULL: UTF-8 as it is */
  GString *text;    /* whole records that are not written yet, in UTF-8 */
  GString *marked;
  guint n_columns;
} Csv;

const char *
tenure_export_harmless (const char *text, GString *buffer)
{
  if (text[0] == '\0' || strchr ("=+-@\t\r", text[0]) == NULL)
    return text;
  g_string_assign (buffer, "'");
  g_string_append (buffer, text);
  return buffer->str;
}

/* Writing out ----------------------------------------------------------------------------------------------------- */

static gboolean
write_all (const Csv *self, const char *bytes, gsize size, GError **error)
{
  while (size > 0)
    {
      gssize written = write (self->fd, bytes, size);

      if (written < 0 && errno != EINTR)
        return tenure_export_fail (errno, self->sink.path, error);
      if (written > 0)
        {
          bytes += written;
          size -= (gsize)written;
        }
    }
  return TRUE;
}

/* All of Unicode but 24 private characters, which the C library does not map: they are written as \uXXXX. */
static char *
convert (Csv *self, gsize *size, GError **error)
{
  char *text = g_convert_with_iconv (self->text->str, (gssize)self->text->len, self->converter, NULL, size, NULL);

  if (text == NULL)
    text =
        g_convert_with_fallback (self->text->str, (gssize)self->text->len, "GB18030", "UTF-8", NULL, NULL, size, NULL);
  if (text == NULL)
    g_set_error (error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_CORRUPT,
                 _ ("The export “%s” would hold what is no text: choose UTF-8."), self->sink.path);
  return text;
}

static gboolean
flush (Csv *self, GError **error)
{
  g_autofree char *converted = NULL;
  gsize size = self->text->len;

  if (self->converter != NULL && (converted = convert (self, &size, error)) == NULL)
    return FALSE;
  if (!write_all (self, converted != NULL ? converted : self->text->str, size, error))
    return FALSE;
  g_string_truncate (self->text, 0);
  return TRUE;
}

/* Fields ---------------------------------------------------------------------------------------------------------- */

static void
append_field (Csv *self, guint index, const char *text)
{
  if (index > 0)
    g_string_append_c (self->text, ',');
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (self->text, text);
      return;
    }
  g_string_append_c (self->text, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (self->text, '"');
      g_string_append_c (self->text, *text);
    }
  g_string_append_c (self->text, '"');
}

static void
append_cell (Csv *self, guint index, const TenureCell *cell)
{
  g_autofree char *number = NULL;

  if (cell->kind == TENURE_CELL_MONEY)
    number = tenure_money_format (cell->number);
  else if (cell->kind == TENURE_CELL_TIME)
    number = tenure_time_format (cell->number);
  if (cell->kind == TENURE_CELL_TEXT)
    append_field (self, index, tenure_export_harmless (cell->text, self->marked));
  else
    append_field (self, index, number != NULL ? number : "");
}

static gboolean
end_record (Csv *self, GError **error)
{
  g_string_append (self->text, "\r\n");
  return self->text->len < BUFFER || flush (self, error);
}

static gboolean
csv_row (TenureExportSink *sink, const TenureExportRow *row, GError **error)
{
  Csv *self = (Csv *)sink;

  for (guint i = 0; i < row->n; i++)
    append_cell (self, i, &row->cells[i]);
  return end_record (self, error);
}

static gboolean
csv_finish (TenureExportSink *sink, GError **error)
{
  return flush ((Csv *)sink, error);
}

static void
csv_free (TenureExportSink *sink)
{
  Csv *self = (Csv *)sink;

  if (self->converter != NULL)
    g_iconv_close (self->converter);
  g_string_free (self->text, TRUE);
  g_string_free (self->marked, TRUE);
  g_free (self);
}

/* Beginning ------------------------------------------------------------------------------------------------------- */

/* A note fills the first field of its record; the others are there and empty. */
static gboolean
write_note (Csv *self, const char *note, GError **error)
{
  append_field (self, 0, note);
  for (guint i = 1; i < self->n_columns; i++)
    append_field (self, i, "");
  return end_record (self, error);
}

static gboolean
write_head (Csv *self, const TenureExportHead *head, GError **error)
{
  for (const char *const *note = head->notes; *note != NULL; note++)
    if (!write_note (self, *note, error))
      return FALSE;
  for (guint i = 0; i < head->n_columns; i++)
    append_field (self, i, _ (head->columns[i].heading));
  return end_record (self, error);
}

static gboolean
open_converter (Csv *self, GError **error)
{
  self->converter = g_iconv_open ("GB18030", "UTF-8");
  if (self->converter != (GIConv)-1)
    return TRUE;
  self->converter = NULL;
  g_set_error_literal (error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_IO,
                       _ ("This system cannot write GB 18030: choose UTF-8."));
  return FALSE;
}

TenureExportSink *
tenure_export_csv_new (const TenureExportFile *file, int encoding, const TenureExportHead *head, GError **error)
{
  const char *name = TENURE_EXPORT_ENCODINGS[encoding];
  Csv *self = g_new0 (Csv, 1);

  self->sink = (TenureExportSink){ file->path, csv_row, csv_finish, csv_free };
  self->fd = file->fd;
  self->text = g_string_sized_new (BUFFER + 4096);
  self->marked = g_string_new (NULL);
  self->n_columns = head->n_columns;
  if (g_str_equal (name, "utf-8-bom"))
    g_string_append (self->text, BYTE_ORDER_MARK);
  if ((g_str_equal (name, "gb18030") && !open_converter (self, error)) || !write_head (self, head, error))
    {
      csv_free (&self->sink);
      return NULL;
    }
  return &self->sink;
}
