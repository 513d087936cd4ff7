/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-row-card.h"

#include "tenure-compat.h"

/* Above: name and state; below: product and the last word (a date or an amount). */
typedef enum
{
  NAME,
  STATE,
  PRODUCT,
  LAST,
  N_PARTS,
} Part;

struct _TenureRowCard
{
  GtkGrid parent;
  TenureSession *session;
  const TenureColumn *columns;
  const TenureColumn *shown[N_PARTS];
  TenureRow *row;
  gulong handler;
  const char *tone;
  GtkLabel *labels[N_PARTS];
};

G_DEFINE_FINAL_TYPE (TenureRowCard, tenure_row_card, GTK_TYPE_GRID)

static void
choose_columns (TenureRowCard *self)
{
  self->shown[NAME] = &self->columns[0];
  self->shown[PRODUCT] = &self->columns[1];
  for (const TenureColumn *column = self->columns + 2; column->title; column++)
    {
      if (column->tone && !self->shown[STATE])
        self->shown[STATE] = column;
      else if (column->end || column->sort == TENURE_SORT_EXPIRY)
        self->shown[LAST] = column;
    }
}

static void
update (TenureRowCard *self)
{
  const TenureRecord *record = self->row ? tenure_row_record (self->row) : NULL;

  for (int part = 0; part < N_PARTS; part++)
    {
      const TenureColumn *column = self->shown[part];
      g_autofree char *text = record && column ? column->text (record, self->session) : g_strdup ("…");

      gtk_label_set_text (self->labels[part], column ? text : "");
    }
  const TenureColumn *state = self->shown[STATE];
  const char *tone = record && state && state->tone ? state->tone (record, self->session) : NULL;
  if (self->tone)
    gtk_widget_remove_css_class (GTK_WIDGET (self->labels[STATE]), self->tone);
  if (tone)
    gtk_widget_add_css_class (GTK_WIDGET (self->labels[STATE]), tone);
  self->tone = tone;
  if (record)
    {
      g_autofree char *name = tenure_columns_row_name (self->columns, record, self->session);

      tenure_name_widget (GTK_WIDGET (self), name);
      if (gtk_widget_get_parent (GTK_WIDGET (self)))
        tenure_name_widget (gtk_widget_get_parent (gtk_widget_get_parent (GTK_WIDGET (self))), name);
    }
}

void
tenure_row_card_set_row (TenureRowCard *self, TenureRow *row)
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
tenure_row_card_dispose (GObject *object)
{
  TenureRowCard *self = TENURE_ROW_CARD (object);

  tenure_row_card_set_row (self, NULL);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tenure_row_card_parent_class)->dispose (object);
}

static void
tenure_row_card_class_init (TenureRowCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenure_row_card_dispose;
}

static void
tenure_row_card_init (TenureRowCard *self)
{
  gtk_grid_set_column_spacing (GTK_GRID (self), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self), 2);
  for (int part = 0; part < N_PARTS; part++)
    {
      gboolean end = part == STATE || part == LAST;
      GtkWidget *label = gtk_label_new (NULL);

      /* A status and an amount are told whole; numbers differ in their last letters. */
      gtk_label_set_ellipsize (GTK_LABEL (label), end            ? PANGO_ELLIPSIZE_NONE
                                                  : part == NAME ? PANGO_ELLIPSIZE_MIDDLE
                                                                 : PANGO_ELLIPSIZE_END);
      gtk_label_set_xalign (GTK_LABEL (label), end ? 1 : 0);
      gtk_label_set_single_line_mode (GTK_LABEL (label), part != PRODUCT);
      if (part == PRODUCT)
        {
          gtk_label_set_wrap (GTK_LABEL (label), TRUE);
          gtk_label_set_lines (GTK_LABEL (label), 2);
        }
      gtk_widget_set_hexpand (label, !end);
      if (part == PRODUCT || part == LAST)
        {
          gtk_widget_add_css_class (label, "caption");
          gtk_widget_add_css_class (label, "dim-label");
        }
      gtk_widget_add_css_class (label, "numeric");
      gtk_grid_attach (GTK_GRID (self), label, end, part >= PRODUCT, 1, 1);
      self->labels[part] = GTK_LABEL (label);
    }
}

TenureRowCard *
tenure_row_card_new (TenureSession *session, const TenureColumn *columns)
{
  TenureRowCard *self = g_object_new (TENURE_TYPE_ROW_CARD, NULL);

  self->session = g_object_ref (session);
  self->columns = columns;
  choose_columns (self);
  return self;
}
