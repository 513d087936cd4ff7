/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-export-sink.h"

void
tenure_export_row_init (TenureExportRow *self)
{
  self->n = 0;
  self->texts = g_string_chunk_new (1024);
}

void
tenure_export_row_clear (TenureExportRow *self)
{
  g_string_chunk_free (self->texts);
}

void
tenure_export_row_begin (TenureExportRow *self)
{
  self->n = 0;
  g_string_chunk_clear (self->texts);
}

static void
add (TenureExportRow *self, TenureCellKind kind, const char *text, gint64 number)
{
  g_return_if_fail (self->n < TENURE_EXPORT_MOST_COLUMNS);
  self->cells[self->n++] = (TenureCell){ kind, text, number };
}

void
tenure_export_row_text (TenureExportRow *self, const char *text)
{
  if (text == NULL || *text == '\0')
    tenure_export_row_skip (self, 1);
  else
    add (self, TENURE_CELL_TEXT, g_string_chunk_insert (self->texts, text), 0);
}

void
tenure_export_row_take (TenureExportRow *self, char *text)
{
  tenure_export_row_text (self, text);
  g_free (text);
}

void
tenure_export_row_money (TenureExportRow *self, TenureMoney money)
{
  if (money == TENURE_MONEY_UNKNOWN)
    tenure_export_row_skip (self, 1);
  else
    add (self, TENURE_CELL_MONEY, NULL, money);
}

void
tenure_export_row_time (TenureExportRow *self, TenureTime time)
{
  if (time == TENURE_TIME_UNKNOWN)
    tenure_export_row_skip (self, 1);
  else
    add (self, TENURE_CELL_TIME, NULL, time);
}

void
tenure_export_row_skip (TenureExportRow *self, guint n)
{
  while (n-- > 0)
    add (self, TENURE_CELL_EMPTY, NULL, 0);
}
