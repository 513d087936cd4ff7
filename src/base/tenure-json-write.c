/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-json-private.h"

#include <string.h>

typedef struct
{
  GString *out;
  gboolean canonical;
  gboolean refused; /* a number that is no integer has no canonical form */
} Writer;

static void write_value (Writer *writer, const TenureJson *self, guint level);

static void
write_string (GString *out, const char *text)
{
  static const char plain[] = "\"\\\b\f\n\r\t";
  static const char letters[] = "\"\\bfnrt";

  g_string_append_c (out, '"');
  for (const char *p = text; *p; p++)
    {
      const char *found = strchr (plain, *p);

      if (found)
        g_string_append_printf (out, "\\%c", letters[found - plain]);
      else if ((guchar)*p < 0x20)
        g_string_append_printf (out, "\\u%04x", (guint)(guchar)*p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
write_number (Writer *writer, const TenureJson *self)
{
  gint64 value;

  if (!writer->canonical)
    g_string_append (writer->out, self->text);
  else if (tenure_json_int64 (self, &value))
    g_string_append_printf (writer->out, "%" G_GINT64_FORMAT, value);
  else
    writer->refused = TRUE;
}

static void
write_break (Writer *writer, guint level)
{
  if (!writer->canonical)
    g_string_append_printf (writer->out, "\n%*s", (int)level * 2, "");
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer names)
{
  return strcmp (g_ptr_array_index ((GPtrArray *)names, *(const guint *)a),
                 g_ptr_array_index ((GPtrArray *)names, *(const guint *)b));
}

/* Indices of the children in the order to write them. */
static guint *
writing_order (const Writer *writer, const TenureJson *self)
{
  guint n = self->children->len;
  guint *order = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  if (writer->canonical && self->names)
    g_qsort_with_data (order, (int)n, sizeof (guint), compare_names, self->names);
  return order;
}

static void
write_children (Writer *writer, const TenureJson *self, guint level)
{
  g_autofree guint *order = writing_order (writer, self);

  g_string_append_c (writer->out, self->names ? '{' : '[');
  for (guint i = 0; i < self->children->len; i++)
    {
      if (i > 0)
        g_string_append_c (writer->out, ',');
      write_break (writer, level + 1);
      if (self->names)
        {
          write_string (writer->out, g_ptr_array_index (self->names, order[i]));
          g_string_append (writer->out, writer->canonical ? ":" : ": ");
        }
      write_value (writer, g_ptr_array_index (self->children, order[i]), level + 1);
    }
  if (self->children->len > 0)
    write_break (writer, level);
  g_string_append_c (writer->out, self->names ? '}' : ']');
}

static void
write_value (Writer *writer, const TenureJson *self, guint level)
{
  switch (self->type)
    {
    case TENURE_JSON_BOOLEAN:
      g_string_append (writer->out, self->boolean ? "true" : "false");
      break;
    case TENURE_JSON_NUMBER:
      write_number (writer, self);
      break;
    case TENURE_JSON_STRING:
      write_string (writer->out, self->text);
      break;
    case TENURE_JSON_ARRAY:
    case TENURE_JSON_OBJECT:
      write_children (writer, self, level);
      break;
    case TENURE_JSON_NULL:
    default:
      g_string_append (writer->out, "null");
    }
}

static char *
write_json (const TenureJson *self, gboolean canonical)
{
  Writer writer = { .out = g_string_new (NULL), .canonical = canonical };

  write_value (&writer, self, 0);
  return g_string_free (writer.out, writer.refused);
}

char *
tenure_json_to_canonical (const TenureJson *self)
{
  return write_json (self, TRUE);
}

char *
tenure_json_to_pretty (const TenureJson *self)
{
  return write_json (self, FALSE);
}

char *
tenure_json_digest (const TenureJson *self)
{
  g_autofree char *canonical = tenure_json_to_canonical (self);

  return canonical ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, canonical, -1) : NULL;
}
