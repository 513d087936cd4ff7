/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-trace-window.h"

#include <glib/gi18n-lib.h>

#include "tenure-compat.h"
#include "tenure-order-details.h"
#include "tenure-order-window.h"
#include "tenure-text.h"
#include "tenure-wording.h"

/* Rows are made at once; nobody reads more. */
#define MOST_ROWS 500

struct _TenureTraceWindow
{
  AdwWindow parent;
  TenureSession *session;
  TenureOrderView *view; /* NULL until read */
  GCancellable *cancellable;

  GtkSearchEntry *search;
  GtkDropDown *type, *created;
  GtkListBox *list;
  GtkLabel *status;
};

G_DEFINE_FINAL_TYPE (TenureTraceWindow, tenure_trace_window, ADW_TYPE_WINDOW)

static const int types[] = { 0,
                             TENURE_TYPE_NEW,
                             TENURE_TYPE_RENEWAL,
                             TENURE_TYPE_CHANGE,
                             TENURE_TYPE_UNSUBSCRIBE,
                             TENURE_TYPE_TO_PPU,
                             TENURE_TYPE_FROM_PPU };
static const struct
{
  const char *word;
  int days;
} times[] = { { N_ ("Created at any time"), 0 },
              { N_ ("Last 30 days"), 30 },
              { N_ ("Last 6 months"), 183 },
              { N_ ("Last year"), 366 } };

static const TenureOrder *
order_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "order");
}

static gboolean
fits (GtkListBoxRow *row, gpointer data)
{
  TenureTraceWindow *self = data;
  const TenureOrder *order = order_of (row);
  int type = types[gtk_drop_down_get_selected (self->type)];
  int days = times[gtk_drop_down_get_selected (self->created)].days;
  g_autofree char *typed = tenure_text_search_key (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_autofree char *number = tenure_text_search_key (order->key);

  return (type == 0 || (int)order->type == type) && strstr (number, typed) != NULL &&
         (days == 0 || order->created >= tenure_session_now (self->session) - days * TENURE_DAY_SECONDS);
}

static void
on_filter (TenureTraceWindow *self)
{
  guint n = 0;

  gtk_list_box_invalidate_filter (self->list);
  for (int i = 0; gtk_list_box_get_row_at_index (self->list, i); i++)
    n += fits (gtk_list_box_get_row_at_index (self->list, i), self);
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record", "%u records", n), n);
  gtk_label_set_text (self->status, text);
}

static void
show_trace (TenureTraceWindow *self)
{
  for (guint i = 0; i < MIN (self->view->trace->len, MOST_ROWS); i++)
    {
      GtkWidget *row = tenure_order_row_new (self->view->trace->pdata[i]);

      g_object_set_data (G_OBJECT (row), "order", self->view->trace->pdata[i]);
      gtk_list_box_append (self->list, row);
    }
  on_filter (self);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenureTraceWindow) self = data;
  g_autoptr (GError) error = NULL;
  TenureOrderView *view = tenure_lookup_order_finish (TENURE_SESSION (source), result, &error);

  if (!self->list)
    {
      g_clear_pointer (&view, tenure_order_view_free);
      return;
    }
  self->view = view;
  if (view)
    show_trace (self);
  else
    gtk_label_set_text (self->status, error->message);
}

static void
on_open (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tenure_order_window_present (widget, TENURE_TRACE_WINDOW (widget)->session, g_variant_get_string (parameter, NULL));
}

static void
fill_choices (TenureTraceWindow *self)
{
  g_autoptr (GtkStringList) type_words = gtk_string_list_new (NULL), time_words = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    gtk_string_list_append (type_words, i ? tenure_word_order_type ((TenureOrderType)types[i]) : _ ("Any type"));
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    gtk_string_list_append (time_words, _ (times[i].word));
  gtk_drop_down_set_model (self->type, G_LIST_MODEL (type_words));
  gtk_drop_down_set_model (self->created, G_LIST_MODEL (time_words));
  tenure_name_widget (GTK_WIDGET (self->type), _ ("Transaction type"));
  tenure_name_widget (GTK_WIDGET (self->created), _ ("Created"));
}

static void
tenure_trace_window_dispose (GObject *object)
{
  TenureTraceWindow *self = TENURE_TRACE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  if (self->list)
    gtk_list_box_set_filter_func (self->list, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_TRACE_WINDOW);
  g_clear_pointer (&self->view, tenure_order_view_free);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tenure_trace_window_parent_class)->dispose (object);
}

static void
tenure_trace_window_class_init (TenureTraceWindowClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_trace_window_dispose;
  gtk_widget_class_install_action (widget, "order.open", "s", on_open);
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-trace-window.ui");
  gtk_widget_class_bind_template_child (widget, TenureTraceWindow, search);
  gtk_widget_class_bind_template_child (widget, TenureTraceWindow, type);
  gtk_widget_class_bind_template_child (widget, TenureTraceWindow, created);
  gtk_widget_class_bind_template_child (widget, TenureTraceWindow, list);
  gtk_widget_class_bind_template_child (widget, TenureTraceWindow, status);
  gtk_widget_class_bind_template_callback (widget, on_filter);
  gtk_widget_class_bind_template_callback (widget, gtk_window_close);
}

static void
tenure_trace_window_init (TenureTraceWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
  gtk_list_box_set_filter_func (self->list, fits, self, NULL);
  self->cancellable = g_cancellable_new ();
}

TenureTraceWindow *
tenure_trace_window_present (GtkWidget *parent, TenureSession *session, const char *number)
{
  TenureTraceWindow *self =
      g_object_new (TENURE_TYPE_TRACE_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);

  self->session = g_object_ref (session);
  tenure_lookup_order_async (session, number, self->cancellable, on_read, g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
