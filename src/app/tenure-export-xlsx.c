/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XLSX by libxlsxwriter, a row in memory at a time; what it wrote is looked through before it counts. */
#include "tenure-export-sink.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "tenure-error.h"

#define LONGEST_TEXT 32767 /* characters of a cell */

typedef struct
{
  TenureExportSink sink;
  const TenureExportHead *head;
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *heading, *money, *time;
  lxw_row_t next; /* row */
  GString *marked;
  char *part;
} Xlsx;

/* The library does not look whether its temporary files took everything. */
static gboolean
check_stream (Xlsx *self, GError **error)
{
  if (fflush (self->sheet->optimize_tmpfile) == 0 && !ferror (self->sheet->optimize_tmpfile))
    return TRUE;
  return tenure_export_fail (errno != 0 ? errno : ENOSPC, self->sink.path, error);
}

static gboolean
fail (const Xlsx *self, lxw_error problem, GError **error)
{
  int saved = errno;

  if (saved != 0)
    return tenure_export_fail (saved, self->sink.path, error);
  g_set_error (error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_IO, _ ("The export “%s” cannot be written: %s."),
               self->sink.path, lxw_strerror (problem));
  return FALSE;
}

/* Cells ----------------------------------------------------------------------------------------------------------- */

/* What fits into a cell; free with g_free when it is not @text. */
static char *
shorten (const char *text)
{
  g_autofree char *start = g_utf8_substring (text, 0, LONGEST_TEXT - 1);

  return g_strconcat (start, "…", NULL);
}

static lxw_error
write_text (Xlsx *self, lxw_col_t column, const char *text, lxw_format *format)
{
  const char *harmless = tenure_export_harmless (text, self->marked);
  g_autofree char *fitting =
      strlen (harmless) > LONGEST_TEXT && g_utf8_strlen (harmless, -1) > LONGEST_TEXT ? shorten (harmless) : NULL;

  return worksheet_write_string (self->sheet, self->next, column, fitting != NULL ? fitting : harmless, format);
}

/* Days since the end of 1899, China time; a spreadsheet knows no zones. */
static double
serial (TenureTime time)
{
  TenureDay day = tenure_day_of (time);

  return (double)day + 25569.0 + (double)(time - tenure_day_start (day)) / (double)TENURE_DAY_SECONDS;
}

static lxw_error
write_cell (Xlsx *self, lxw_col_t column, const TenureCell *cell)
{
  switch (cell->kind)
    {
    case TENURE_CELL_TEXT:
      return write_text (self, column, cell->text, NULL);
    case TENURE_CELL_MONEY:
      return worksheet_write_number (self->sheet, self->next, column, (double)cell->number / TENURE_MONEY_ONE,
                                     self->money);
    case TENURE_CELL_TIME:
      return worksheet_write_number (self->sheet, self->next, column, serial (cell->number), self->time);
    default:
      return LXW_NO_ERROR;
    }
}

/* Sheets ---------------------------------------------------------------------------------------------------------- */

static lxw_error
write_head (Xlsx *self)
{
  const TenureExportHead *head = self->head;
  lxw_error problem = LXW_NO_ERROR;

  for (guint i = 0; i < head->n_columns; i++)
    worksheet_set_column (self->sheet, (lxw_col_t)i, (lxw_col_t)i, head->columns[i].width, NULL);
  for (const char *const *note = head->notes; *note != NULL && problem == LXW_NO_ERROR; note++, self->next++)
    problem = write_text (self, 0, *note, NULL);
  for (guint i = 0; i < head->n_columns && problem == LXW_NO_ERROR; i++)
    problem = write_text (self, (lxw_col_t)i, _ (head->columns[i].heading), self->heading);
  self->next++;
  worksheet_freeze_panes (self->sheet, self->next, 0);
  return problem;
}

static gboolean
begin_sheet (Xlsx *self, const char *name, GError **error)
{
  lxw_error problem = LXW_ERROR_MEMORY_MALLOC_FAILED;

  errno = 0;
  self->next = 0;
  self->sheet = workbook_add_worksheet (self->book, name);
  if (self->sheet != NULL)
    problem = write_head (self);
  return problem == LXW_NO_ERROR || fail (self, problem, error);
}

static gboolean
xlsx_row (TenureExportSink *sink, const TenureExportRow *row, GError **error)
{
  Xlsx *self = (Xlsx *)sink;
  lxw_error problem = LXW_NO_ERROR;

  /* A sheet holds 1,048,576 rows; what is more goes on in the next one. */
  if (self->next >= LXW_ROW_MAX && (!check_stream (self, error) || !begin_sheet (self, NULL, error)))
    return FALSE;
  errno = 0;
  for (guint i = 0; i < row->n && problem == LXW_NO_ERROR; i++)
    problem = write_cell (self, (lxw_col_t)i, &row->cells[i]);
  self->next++;
  return problem == LXW_NO_ERROR || fail (self, problem, error);
}

/* Looking through ------------------------------------------------------------------------------------------------- */

#define CENTRAL "PK\x01\x02"
#define CENTRAL_SIZE 46
#define LOCAL_SIZE 30

static guint32
number_at (const char *bytes, guint size)
{
  guint32 number = 0;

  while (size-- > 0)
    number = number << 8 | (guchar)bytes[size];
  return number;
}

/* TRUE when the compressed bytes make a text that ends as a sheet does. */
static gboolean
ends_well (const char *bytes, gsize size)
{
  static const char end[] = "</worksheet>";
  g_autoptr (GZlibDecompressor) inflater = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  GConverterResult result = G_CONVERTER_CONVERTED;
  char out[65536 + sizeof end], *from = out + sizeof end;
  gsize kept = strlen (end);

  memset (out, 0, sizeof out);
  while (result == G_CONVERTER_CONVERTED)
    {
      gsize used, made;

      result = g_converter_convert (G_CONVERTER (inflater), bytes, size, from, 65536, G_CONVERTER_INPUT_AT_END, &used,
                                    &made, NULL);
      if (result == G_CONVERTER_ERROR)
        return FALSE;
      bytes += used;
      size -= used;
      memmove (from - kept, from + made - kept, kept);
    }
  return memcmp (from - kept, end, kept) == 0;
}

/* Walks the list of entries at the end of the archive; every sheet must be whole. */
static gboolean
sheets_are_whole (const char *bytes, gsize size)
{
  gsize at = size < 22 ? size : number_at (bytes + size - 6, 4);
  guint sheets = 0;

  while (at + CENTRAL_SIZE < size && memcmp (bytes + at, CENTRAL, 4) == 0)
    {
      gsize packed = number_at (bytes + at + 20, 4), local = number_at (bytes + at + 42, 4);
      guint name = number_at (bytes + at + 28, 2);

      if (name > 20 && strncmp (bytes + at + CENTRAL_SIZE, "xl/worksheets/sheet", 19) == 0)
        {
          gsize start = local + LOCAL_SIZE + number_at (bytes + local + 26, 2) + number_at (bytes + local + 28, 2);

          if (start + packed > size || !ends_well (bytes + start, packed))
            return FALSE;
          sheets++;
        }
      at += CENTRAL_SIZE + name + number_at (bytes + at + 30, 2) + number_at (bytes + at + 32, 2);
    }
  return sheets > 0;
}

static gboolean
look_through (Xlsx *self, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (self->part, FALSE, NULL);

  if (file != NULL && sheets_are_whole (g_mapped_file_get_contents (file), g_mapped_file_get_length (file)))
    return TRUE;
  g_set_error (error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_NO_SPACE,
               _ ("The export “%s” did not become whole: make room in its folder and in “%s”, then try again."),
               self->sink.path, g_get_tmp_dir ());
  return FALSE;
}

static gboolean
xlsx_finish (TenureExportSink *sink, GError **error)
{
  Xlsx *self = (Xlsx *)sink;
  lxw_error problem;

  errno = 0;
  if (!check_stream (self, error))
    return FALSE;
  /* Closing frees it, whatever it answers. */
  problem = workbook_close (g_steal_pointer (&self->book));
  return problem == LXW_NO_ERROR ? look_through (self, error) : fail (self, problem, error);
}

/* A book that is not closed leaves the rows' files open. */
static void
abandon (lxw_workbook *book)
{
  for (lxw_worksheet *sheet = STAILQ_FIRST (book->worksheets); sheet != NULL;
       sheet = STAILQ_NEXT (sheet, list_pointers))
    if (sheet->optimize_tmpfile != NULL)
      fclose (sheet->optimize_tmpfile);
  lxw_workbook_free (book);
}

static void
xlsx_free (TenureExportSink *sink)
{
  Xlsx *self = (Xlsx *)sink;

  g_clear_pointer (&self->book, abandon);
  g_string_free (self->marked, TRUE);
  g_free (self->part);
  g_free (self);
}

TenureExportSink *
tenure_export_xlsx_new (const TenureExportFile *file, const TenureExportHead *head, GError **error)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  Xlsx *self = g_new0 (Xlsx, 1);

  self->sink = (TenureExportSink){ file->path, xlsx_row, xlsx_finish, xlsx_free };
  self->head = head;
  self->part = g_strdup (file->part);
  self->marked = g_string_new (NULL);
  self->book = workbook_new_opt (self->part, &options);
  self->heading = workbook_add_format (self->book);
  format_set_bold (self->heading);
  self->money = workbook_add_format (self->book);
  format_set_num_format (self->money, "#,##0.00######");
  self->time = workbook_add_format (self->book);
  format_set_num_format (self->time, "yyyy-mm-dd hh:mm:ss");
  if (begin_sheet (self, head->title, error))
    return &self->sink;
  xlsx_free (&self->sink);
  return NULL;
}
