/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-order-window.h"

#include <glib/gi18n-lib.h>

#include "tenure-keys.h"
#include "tenure-order-details.h"
#include "tenure-order-forms.h"
#include "tenure-pay-form.h"
#include "tenure-plan-dialog.h"
#include "tenure-trace-window.h"

struct _TenureOrderWindow
{
  AdwWindow parent;
  TenureSession *session;
  char *number;
  TenureOrderView *shown;
  GCancellable *cancellable;

  AdwWindowTitle *title;
  GtkButton *pay_button, *cancel_button, *confirm_button, *decline_button;
  GtkStack *stack;
  AdwStatusPage *failed;
  GtkBox *body;
};

G_DEFINE_FINAL_TYPE (TenureOrderWindow, tenure_order_window, ADW_TYPE_WINDOW)

/** In practice what was bought or changed and is not yet delivered can be told to fail (A1-14). */
static void
add_fail_button (TenureOrderWindow *self, const TenureOrder *order)
{
  gboolean open = order->status == TENURE_ORDER_UNPAID || order->status == TENURE_ORDER_PROCESSING;
  gboolean may_fail = tenure_profile_practice (tenure_session_profile (self->session)) && open &&
                      (order->type == TENURE_TYPE_NEW || order->type == TENURE_TYPE_CHANGE) && !order->composite;
  GtkWidget *button;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "order.fail", may_fail);
  if (!may_fail)
    return;
  button = gtk_button_new_with_label (_ ("Let Delivery Fail…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "order.fail");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_box_append (self->body, button);
}

static void
show_order (TenureOrderWindow *self)
{
  const TenureOrder *order = self->shown->orders->pdata[0];
  gboolean unpaid = order->status == TENURE_ORDER_UNPAID && !order->parent_key;
  gboolean waits = order->status == TENURE_ORDER_CONFIRMATION && !order->parent_key;
  GtkWidget *widget = GTK_WIDGET (self);

  adw_window_title_set_subtitle (self->title, order->key);
  gtk_widget_set_visible (GTK_WIDGET (self->pay_button), unpaid);
  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), unpaid);
  gtk_widget_set_visible (GTK_WIDGET (self->confirm_button), waits);
  gtk_widget_set_visible (GTK_WIDGET (self->decline_button), waits);
  gtk_widget_action_set_enabled (widget, "order.pay", unpaid);
  gtk_widget_action_set_enabled (widget, "order.cancel", unpaid);
  gtk_widget_action_set_enabled (widget, "order.confirm", waits);
  gtk_widget_action_set_enabled (widget, "order.decline", waits);
  tenure_order_details_fill (self->body, self->session, self->shown);
  add_fail_button (self, order);
  gtk_stack_set_visible_child_name (self->stack, "order");
  tenure_keys_restart (GTK_WIDGET (self->body));
}

/* Reading -------------------------------------------------------------------------------------------------------- */

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenureOrderWindow) self = data;
  g_autoptr (GError) error = NULL;
  TenureOrderView *view = tenure_lookup_order_finish (TENURE_SESSION (source), result, &error);

  if (!self->body)
    {
      g_clear_pointer (&view, tenure_order_view_free);
      return;
    }
  if (view)
    {
      g_clear_pointer (&self->shown, tenure_order_view_free);
      self->shown = view;
      show_order (self);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  adw_status_page_set_description (self->failed, error->message);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
read_order (TenureOrderWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  tenure_lookup_order_async (self->session, self->number, self->cancellable, on_read, g_object_ref (self));
}

/* Actions -------------------------------------------------------------------------------------------------------- */

static void
on_do (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TenureOrderWindow *self = TENURE_ORDER_WINDOW (widget);
  const char *orders[] = { self->number, NULL };
  TenurePlanForm *form;

  if (g_str_equal (action, "order.pay"))
    form = tenure_pay_form_new (self->session, orders, FALSE);
  else if (g_str_equal (action, "order.cancel"))
    form = tenure_cancel_form_new (self->session, orders);
  else if (g_str_equal (action, "order.fail"))
    form = tenure_fail_form_new (self->session, self->number);
  else
    form = tenure_confirm_form_new (self->session, orders, g_str_equal (action, "order.confirm"));
  tenure_plan_dialog_present (widget, form);
}

static void
on_trace (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TenureOrderWindow *self = TENURE_ORDER_WINDOW (widget);

  tenure_trace_window_present (widget, self->session, self->number);
}

static void
on_open (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tenure_order_window_present (widget, TENURE_ORDER_WINDOW (widget)->session, g_variant_get_string (parameter, NULL));
}

/* Life ----------------------------------------------------------------------------------------------------------- */

static void
tenure_order_window_dispose (GObject *object)
{
  TenureOrderWindow *self = TENURE_ORDER_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_ORDER_WINDOW);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, tenure_order_view_free);
  g_clear_pointer (&self->number, g_free);
  G_OBJECT_CLASS (tenure_order_window_parent_class)->dispose (object);
}

static void
tenure_order_window_class_init (TenureOrderWindowClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_order_window_dispose;
  gtk_widget_class_install_action (widget, "order.pay", NULL, on_do);
  gtk_widget_class_install_action (widget, "order.cancel", NULL, on_do);
  gtk_widget_class_install_action (widget, "order.confirm", NULL, on_do);
  gtk_widget_class_install_action (widget, "order.decline", NULL, on_do);
  gtk_widget_class_install_action (widget, "order.fail", NULL, on_do);
  gtk_widget_class_install_action (widget, "order.trace", NULL, on_trace);
  gtk_widget_class_install_action (widget, "order.open", "s", on_open);
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-order-window.ui");
  gtk_widget_class_bind_template_child (widget, TenureOrderWindow, title);
  gtk_widget_class_bind_template_child (widget, TenureOrderWindow, pay_button);
  gtk_widget_class_bind_template_child (widget, TenureOrderWindow, cancel_button);
  gtk_widget_class_bind_template_child (widget, TenureOrderWindow, confirm_button);
  gtk_widget_class_bind_template_child (widget, TenureOrderWindow, decline_button);
  gtk_widget_class_bind_template_child (widget, TenureOrderWindow, stack);
  gtk_widget_class_bind_template_child (widget, TenureOrderWindow, failed);
  gtk_widget_class_bind_template_child (widget, TenureOrderWindow, body);
}

static void
tenure_order_window_init (TenureOrderWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tenure_keys_add_main (GTK_WIDGET (self));
}

TenureOrderWindow *
tenure_order_window_present (GtkWidget *parent, TenureSession *session, const char *number)
{
  TenureOrderWindow *self =
      g_object_new (TENURE_TYPE_ORDER_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);

  self->session = g_object_ref (session);
  self->number = g_strdup (number);
  g_signal_connect_object (session, "changed", G_CALLBACK (read_order), self, G_CONNECT_SWAPPED);
  read_order (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

static void
on_clicked (GtkWidget *button, TenureSession *session)
{
  tenure_order_window_present (button, session, gtk_widget_get_name (button));
}

GtkWidget *
tenure_order_button_new (TenureSession *session, const char *number, gboolean only)
{
  g_autofree char *label = only ? g_strdup (_ ("View Order Details")) : g_strdup_printf (_ ("View Order %s"), number);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_name (button, number);
  gtk_widget_add_css_class (button, "pill");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), session, 0);
  return button;
}
