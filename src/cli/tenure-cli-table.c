/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-cli-output.h"

/* Widths are taken from so many rows at a time, so that a long list is shown while it is read. */
#define BLOCK_ROWS 256

struct _TenureCliTable
{
  TenureCli *cli;
  const char *gap;
  guint n_columns;
  guint *widths;
  gboolean *right;
  gboolean *used;   /* something stands under the heading */
  gboolean compact; /* columns that are not used are left out */
  GPtrArray *rows;  /* char ** of n_columns, elements may be NULL */
};

guint
tenure_cli_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

static void
free_row (gpointer data)
{
  char **row = data;
  guint n = GPOINTER_TO_UINT (row[0]);

  for (guint i = 1; i <= n; i++)
    g_free (row[i]);
  g_free (row);
}

/* A row keeps its own length in front: its elements may be NULL. */
static char **
new_row (guint n_columns)
{
  char **row = g_new0 (char *, n_columns + 1);

  row[0] = GUINT_TO_POINTER (n_columns);
  return row;
}

static TenureCliTable *
new_table (TenureCli *cli, guint n_columns, const char *gap)
{
  TenureCliTable *self = g_new0 (TenureCliTable, 1);

  self->cli = cli;
  self->gap = gap;
  self->n_columns = n_columns;
  self->widths = g_new0 (guint, n_columns);
  self->right = g_new0 (gboolean, n_columns);
  self->used = g_new0 (gboolean, n_columns);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  return self;
}

TenureCliTable *
tenure_cli_table_new (TenureCli *cli, const char *const *headings)
{
  TenureCliTable *self = new_table (cli, g_strv_length ((char **)headings), "  ");
  char **row = new_row (self->n_columns);

  for (guint i = 0; i < self->n_columns; i++)
    {
      self->right[i] = headings[i][0] == '>';
      row[i + 1] = g_strdup (headings[i] + self->right[i]);
    }
  g_ptr_array_add (self->rows, row);
  return self;
}

TenureCliTable *
tenure_cli_table_new_compact (TenureCli *cli, const char *const *headings)
{
  TenureCliTable *self = tenure_cli_table_new (cli, headings);

  self->compact = TRUE;
  return self;
}

TenureCliTable *
tenure_cli_pairs_new (TenureCli *cli)
{
  return new_table (cli, 2, "  ");
}

static void
append_cell (TenureCliTable *self, GString *line, guint column, const char *text)
{
  guint width = text ? tenure_cli_width (text) : 0;
  int pad = self->widths[column] > width ? (int)(self->widths[column] - width) : 0;

  if (self->right[column])
    g_string_append_printf (line, "%*s%s", pad, "", text ? text : "");
  else
    g_string_append_printf (line, "%s%*s", text ? text : "", pad, "");
}

static void
print_row (TenureCliTable *self, char **row)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns; i++)
    if (!self->compact || self->used[i])
      {
        append_cell (self, line, i, row[i + 1]);
        g_string_append (line, self->gap);
      }
  tenure_cli_print (self->cli, "%s\n", g_strchomp (line->str));
  g_string_free (line, TRUE);
}

static void
print_rows (TenureCliTable *self)
{
  for (guint r = 0; r < self->rows->len; r++)
    {
      char **row = self->rows->pdata[r];

      for (guint i = 0; i < self->n_columns; i++)
        if (row[i + 1])
          {
            self->widths[i] = MAX (self->widths[i], tenure_cli_width (row[i + 1]));
            self->used[i] |= (r > 0 && row[i + 1][0] != '\0') || self->rows->len == 1;
          }
    }
  for (guint r = 0; r < self->rows->len; r++)
    print_row (self, self->rows->pdata[r]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_row (TenureCliTable *self, char **row)
{
  g_ptr_array_add (self->rows, row);
  if (!self->compact && self->rows->len >= BLOCK_ROWS)
    print_rows (self);
}

void
tenure_cli_table_add (TenureCliTable *self, ...)
{
  char **row = new_row (self->n_columns);
  va_list args;

  va_start (args, self);
  for (guint i = 0; i < self->n_columns; i++)
    row[i + 1] = va_arg (args, char *);
  va_end (args);
  add_row (self, row);
}

void
tenure_cli_pair (TenureCliTable *self, const char *label, char *value)
{
  tenure_cli_table_add (self, g_strdup (label), value);
}

void
tenure_cli_table_end (TenureCliTable *self)
{
  print_rows (self);
  g_ptr_array_unref (self->rows);
  g_free (self->widths);
  g_free (self->right);
  g_free (self->used);
  g_free (self);
}
