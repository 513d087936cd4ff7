/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-cell.h"

#include "tenure-compat.h"

struct _TenureCell
{
  GtkBox parent;
  TenureSession *session;
  const TenureColumn *column, *columns;
  TenureRow *row;
  gulong handler;
  const char *tone;
  GtkLabel *text, *sub;
};

G_DEFINE_FINAL_TYPE (TenureCell, tenure_cell, GTK_TYPE_BOX)

static void
set_tone (TenureCell *self, const char *tone)
{
  if (self->tone == tone)
    return;
  if (self->tone)
    gtk_widget_remove_css_class (GTK_WIDGET (self->text), self->tone);
  if (tone)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), tone);
  self->tone = tone;
}

static void
set_line (GtkLabel *label, char *(*make) (const TenureRecord *, TenureSession *), const TenureRecord *record,
          TenureSession *session)
{
  g_autofree char *text = make (record, session);

  gtk_label_set_text (label, text ? text : "");
}

/* A placeholder is as high as a loaded row: the style sheet gives all cells the height of two lines. */
static void
show_placeholder (TenureCell *self)
{
  gtk_label_set_text (self->text, "…");
  if (self->sub)
    gtk_widget_set_visible (GTK_WIDGET (self->sub), FALSE);
  set_tone (self, NULL);
}

static void
update (TenureCell *self)
{
  const TenureRecord *record = self->row ? tenure_row_record (self->row) : NULL;

  if (!record)
    {
      show_placeholder (self);
      return;
    }
  set_line (self->text, self->column->text, record, self->session);
  if (self->sub)
    {
      set_line (self->sub, self->column->sub, record, self->session);
      gtk_widget_set_visible (GTK_WIDGET (self->sub), *gtk_label_get_text (self->sub));
    }
  set_tone (self, self->column->tone ? self->column->tone (record, self->session) : NULL);
  if (self->column == self->columns)
    {
      g_autofree char *name = tenure_columns_row_name (self->columns, record, self->session);

      tenure_name_widget (GTK_WIDGET (self), name);
    }
}

void
tenure_cell_set_row (TenureCell *self, TenureRow *row)
{
  if (self->row)
    g_clear_signal_handler (&self->handler, self->row);
  g_set_object (&self->row, row);
  if (row)
    {
      self->handler = g_signal_connect_swapped (row, "notify::record", G_CALLBACK (update), self);
      update (self);
    }
}

static void
tenure_cell_dispose (GObject *object)
{
  TenureCell *self = TENURE_CELL (object);

  tenure_cell_set_row (self, NULL);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tenure_cell_parent_class)->dispose (object);
}

static void
tenure_cell_class_init (TenureCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenure_cell_dispose;
}

static void
tenure_cell_init (TenureCell *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/* Asked for when the pointer rests: with a tooltip text GTK asks the display where the pointer is whenever a cell
 * changes, thousands of round trips a page. */
static gboolean
on_query_tooltip (GtkWidget *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  gboolean is_cut = pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label)));

  if (is_cut)
    gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (label)));
  return is_cut;
}

static GtkLabel *
add_label (TenureCell *self, const TenureColumn *column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), column->end ? 1 : 0);
  /* The height of a row is that of two lines: a text without a second line has both. */
  gtk_label_set_single_line_mode (GTK_LABEL (label), column->sub != NULL);
  if (!column->sub)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_lines (GTK_LABEL (label), 2);
    }
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_margin_end (label, column->end ? 12 : 0);
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

TenureCell *
tenure_cell_new (TenureSession *session, const TenureColumn *column, const TenureColumn *columns)
{
  TenureCell *self = g_object_new (TENURE_TYPE_CELL, NULL);

  self->session = g_object_ref (session);
  self->column = column;
  self->columns = columns;
  self->text = add_label (self, column);
  if (column->sub)
    {
      self->sub = add_label (self, column);
      gtk_widget_add_css_class (GTK_WIDGET (self->sub), "dim-label");
      gtk_widget_add_css_class (GTK_WIDGET (self->sub), "caption");
    }
  return self;
}
