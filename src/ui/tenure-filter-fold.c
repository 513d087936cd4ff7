/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-filter-fold.h"

#include <glib/gi18n-lib.h>

#include "tenure-compat.h"

#define PER_LINE 12

struct _TenureFilterFold
{
  GtkToggleButton parent;
  GtkFlowBox *filters;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (TenureFilterFold, tenure_filter_fold, GTK_TYPE_TOGGLE_BUTTON)

/** The search comes first; what is done with the list is no filter. */
static gboolean
is_filter (GtkFlowBoxChild *child)
{
  return gtk_flow_box_child_get_index (child) > 0 && !GTK_IS_BUTTON (gtk_flow_box_child_get_child (child));
}

/** One that leaves rows out: a choice other than the first, a tick. */
static gboolean
is_set (GtkWidget *widget)
{
  if (GTK_IS_DROP_DOWN (widget))
    return gtk_drop_down_get_selected (GTK_DROP_DOWN (widget)) > 0;
  if (GTK_IS_CHECK_BUTTON (widget))
    return gtk_check_button_get_active (GTK_CHECK_BUTTON (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (is_set (child))
      return TRUE;
  return FALSE;
}

static guint
n_filters (TenureFilterFold *self)
{
  guint n = 0;

  for (int i = 0; gtk_flow_box_get_child_at_index (self->filters, i); i++)
    n += is_filter (gtk_flow_box_get_child_at_index (self->filters, i));
  return n;
}

static guint
n_set (TenureFilterFold *self)
{
  guint n = 0;

  for (int i = 0; gtk_flow_box_get_child_at_index (self->filters, i); i++)
    {
      GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->filters, i);

      n += is_filter (child) && is_set (GTK_WIDGET (child));
    }
  return n;
}

static gboolean
is_shown (GtkFlowBoxChild *child, gpointer data)
{
  TenureFilterFold *self = data;

  return !self->narrow || !is_filter (child) || gtk_toggle_button_get_active (data);
}

void
tenure_filter_fold_update (TenureFilterFold *self)
{
  guint set = n_set (self);
  g_autofree char *label = set ? g_strdup_printf (_ ("Filters (%u)"), set) : g_strdup (_ ("Filters"));

  gtk_button_set_label (GTK_BUTTON (self), label);
  tenure_name_widget (GTK_WIDGET (self), label);
  gtk_widget_set_visible (GTK_WIDGET (self), self->narrow && n_filters (self) > 0);
}

/** What is left has a line of its own, or it would be as wide as before. */
static void
fold (TenureFilterFold *self)
{
  gboolean folded = self->narrow && !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self));

  gtk_flow_box_set_max_children_per_line (self->filters, folded ? 1 : PER_LINE);
  gtk_flow_box_invalidate_filter (self->filters);
}

void
tenure_filter_fold_set_narrow (TenureFilterFold *self, gboolean narrow)
{
  self->narrow = narrow;
  tenure_filter_fold_update (self);
  fold (self);
}

void
tenure_filter_fold_set_filters (TenureFilterFold *self, GtkFlowBox *filters)
{
  self->filters = filters;
  gtk_flow_box_set_filter_func (filters, is_shown, self, NULL);
  g_signal_connect (self, "toggled", G_CALLBACK (fold), NULL);
  fold (self);
}

static void
tenure_filter_fold_class_init (TenureFilterFoldClass *klass)
{
}

static void
tenure_filter_fold_init (TenureFilterFold *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
}
