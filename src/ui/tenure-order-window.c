/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-order-window.h"

#include <glib/gi18n-lib.h>

#include "tenure-lookup.h"
#include "tenure-order-forms.h"
#include "tenure-pay-form.h"
#include "tenure-plan-dialog.h"
#include "tenure-wording-names.h"

#define TRACE_SHOWN 3
#define LINES_SHOWN 200

struct _TenureOrderWindow
{
  AdwWindow parent;
  TenureSession *session;
  char *number;
  gboolean whole_trace;
  TenureOrderView *shown;
  GCancellable *cancellable;

  AdwWindowTitle *title;
  GtkButton *pay_button, *cancel_button;
  GtkStack *stack;
  AdwStatusPage *failed;
  GtkBox *body;
};

G_DEFINE_FINAL_TYPE (TenureOrderWindow, tenure_order_window, ADW_TYPE_WINDOW)

static const char *
status_sentence (TenureOrderStatus status)
{
  switch (status)
    {
    case TENURE_ORDER_UNPAID:
      return _ ("The order was placed and has not been paid.");
    case TENURE_ORDER_REVIEW:
      return _ ("The order is being reviewed; you will be told by phone and e-mail.");
    case TENURE_ORDER_REFUNDING:
      return _ ("The refund was accepted; the money is on its way.");
    case TENURE_ORDER_PROCESSING:
      return _ ("The order is paid; the resources are being opened.");
    case TENURE_ORDER_COMPLETED:
      return _ ("Everything in this order is done.");
    case TENURE_ORDER_CANCELLED:
      return _ ("The order was cancelled by hand or lapsed.");
    case TENURE_ORDER_CONFIRMATION:
      return _ ("The account manager placed it; it waits for your confirmation.");
    default:
      return "";
    }
}

/* Parts of the page ---------------------------------------------------------------------------------------------- */

static AdwPreferencesGroup *
add_group (TenureOrderWindow *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (self->body, group);
  return ADW_PREFERENCES_GROUP (group);
}

static GtkWidget *
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle, const char *value)
{
  GtkWidget *row = adw_action_row_new (), *label = gtk_label_new (value);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle ? subtitle : "");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
  return row;
}

static void
add_time (AdwPreferencesGroup *group, const char *title, TenureTime time, const char *who)
{
  if (time == TENURE_TIME_UNKNOWN)
    return;
  g_autofree char *text = tenure_word_time (time);
  add_row (group, title, who, text);
}

static void
add_money (AdwPreferencesGroup *group, const char *title, const char *subtitle, TenureMoney money)
{
  g_autofree char *text = tenure_word_money (money);

  add_row (group, title, subtitle, text);
}

static void
show_head (TenureOrderWindow *self, const TenureOrder *order)
{
  AdwPreferencesGroup *group = add_group (self, order->key);
  TenureTime now = tenure_session_now (self->session);

  adw_preferences_group_set_description (group, status_sentence (order->status));
  add_row (group, _ ("Status"), NULL, tenure_word_order_status (order->status));
  add_row (group, _ ("Type"), tenure_word_order_source (order->source), tenure_word_order_type (order->type));
  add_time (group, _ ("Created"), order->created, order->actor);
  if (order->status == TENURE_ORDER_UNPAID && order->deadline != TENURE_TIME_UNKNOWN)
    {
      g_autofree char *left = tenure_word_days_left (order->deadline, now);

      add_time (group, _ ("Pay before"), order->deadline, left);
    }
  add_time (group, _ ("Paid"), order->paid_at, order->payer);
  add_time (group, _ ("Finished"), order->finished, NULL);
  if (order->parent_key)
    add_row (group, _ ("Composite order"), NULL, order->parent_key);
}

/** 订单金额 − 折扣 = 应付金额; 应付金额 − 代金券 = 实付金额 = its channels (A2-04). */
static void
show_payment (TenureOrderWindow *self, const TenureOrder *order)
{
  const TenureChannels *paid = &order->paid;
  const struct
  {
    const char *title;
    TenureMoney money;
  } channels[] = {
    { _ ("Balance"), paid->cash },
    { _ ("Credit"), paid->credit },
    { _ ("Flexi coupon"), paid->flexi },
    { _ ("Stored-value card"), paid->card },
  };
  AdwPreferencesGroup *group = add_group (self, _ ("Money"));
  TenureMoney total = 0;

  add_money (group, _ ("Order amount"), NULL, order->official);
  add_money (group, _ ("− Discount"), NULL, order->discount);
  add_money (group, _ ("= Amount due"), NULL, order->due);
  if (order->paid_at == TENURE_TIME_UNKNOWN || !tenure_channels_paid (paid, &total, NULL))
    return;
  add_money (group, _ ("− Voucher"), NULL, paid->voucher);
  add_money (group, _ ("= Amount paid"), NULL, total);
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    if (channels[i].money != 0)
      add_money (group, channels[i].title, _ ("payment channel"), channels[i].money);
}

static void
show_refund (TenureOrderWindow *self, const TenureOrder *order)
{
  AdwPreferencesGroup *group = add_group (self, _ ("Refund"));
  TenureMoney total = 0;

  add_money (group, _ ("Due refund"), NULL, order->due);
  if (tenure_channels_paid (&order->paid, &total, NULL))
    add_money (group, _ ("Actual refund"), _ ("to the account's balance, coupons and cards"), total);
  if (order->paid.voucher != 0)
    add_money (group, _ ("Back to the voucher"), NULL, order->paid.voucher);
}

static char *
line_dates (const TenureOrderLine *line)
{
  g_autofree char *old = line->old_expiry == TENURE_TIME_UNKNOWN ? NULL : tenure_word_day (line->old_expiry);
  g_autofree char *new = line->new_expiry == TENURE_TIME_UNKNOWN ? NULL : tenure_word_day (line->new_expiry);
  g_autofree char *duration = line->months > 0 ? tenure_word_duration (line->months) : g_strdup ("");

  if (old && new)
    return g_strdup_printf ("%s · %s → %s", duration, old, new);
  return g_steal_pointer (&duration);
}

static char *
refund_parts (const TenureOrderLine *line)
{
  g_autofree char *consumed = tenure_word_money (line->consumed), *fee = tenure_word_money (line->fee);

  return g_strdup_printf (_ ("%s: consumed %s, fee %s"), tenure_word_refund_kind (line->refund_kind), consumed, fee);
}

static void
add_line (TenureOrderWindow *self, AdwPreferencesGroup *group, const TenureOrder *order, const TenureOrderLine *line)
{
  TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (self->session));
  gboolean refund = order->type == TENURE_TYPE_UNSUBSCRIBE;
  g_autofree char *dates = refund ? refund_parts (line) : line_dates (line);
  g_autofree char *subtitle =
      g_strdup_printf ("%s · %s · %s\n%s%s%s", tenure_word_product (catalogue, line->offer, line->product), line->spec,
                       tenure_word_region (catalogue, line->region), line->resource_key ? line->resource_key : "",
                       line->resource_key ? " · " : "", dates);

  add_money (group, line->name, subtitle, line->due);
}

static void
show_lines (TenureOrderWindow *self)
{
  AdwPreferencesGroup *group = NULL;
  guint shown = 0;

  for (guint i = 0; i < self->shown->orders->len; i++)
    {
      const TenureOrder *order = self->shown->orders->pdata[i];

      for (guint j = 0; j < order->n_lines && shown < LINES_SHOWN; j++, shown++)
        {
          if (!group)
            group = add_group (self, _ ("Resources"));
          add_line (self, group, order, &order->lines[j]);
        }
    }
}

static void
add_order (AdwPreferencesGroup *group, const TenureOrder *order)
{
  g_autofree char *created = tenure_word_time (order->created);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s · %s", tenure_word_order_type (order->type),
                                               tenure_word_order_status (order->status), created);
  g_autofree char *amount = tenure_word_money (order->due);
  GtkWidget *row = add_row (group, order->key, subtitle, amount);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", order->key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "order.open");
}

static void
show_children (TenureOrderWindow *self)
{
  const GPtrArray *orders = self->shown->orders;

  if (orders->len < 2)
    return;
  AdwPreferencesGroup *group = add_group (self, _ ("Orders in This Composite Order"));
  for (guint i = 1; i < orders->len && i < LINES_SHOWN; i++)
    add_order (group, orders->pdata[i]);
}

static void show_order (TenureOrderWindow *self);

static void
on_whole_trace (TenureOrderWindow *self)
{
  self->whole_trace = TRUE;
  show_order (self);
}

/** The newest three; with three or more there is a way to all of them (A2-05). */
static void
show_trace (TenureOrderWindow *self)
{
  const GPtrArray *trace = self->shown->trace;
  guint most = self->whole_trace ? LINES_SHOWN : TRACE_SHOWN;

  if (trace->len == 0)
    return;
  AdwPreferencesGroup *group = add_group (self, _ ("Trace"));
  for (guint i = 0; i < trace->len && i < most; i++)
    add_order (group, trace->pdata[i]);
  if (self->whole_trace || trace->len < TRACE_SHOWN)
    return;
  GtkWidget *all = gtk_button_new_with_mnemonic (_ ("_View All Records"));
  gtk_widget_add_css_class (all, "flat");
  g_signal_connect_object (all, "clicked", G_CALLBACK (on_whole_trace), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (group, all);
}

static void
show_order (TenureOrderWindow *self)
{
  const TenureOrder *order = self->shown->orders->pdata[0];
  gboolean unpaid = order->status == TENURE_ORDER_UNPAID && !order->parent_key;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->body))))
    gtk_box_remove (self->body, child);
  adw_window_title_set_subtitle (self->title, order->key);
  gtk_widget_set_visible (GTK_WIDGET (self->pay_button), unpaid);
  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), unpaid);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "order.pay", unpaid);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "order.cancel", unpaid);
  show_head (self, order);
  if (order->type == TENURE_TYPE_UNSUBSCRIBE)
    show_refund (self, order);
  else
    show_payment (self, order);
  show_children (self);
  show_lines (self);
  show_trace (self);
  gtk_stack_set_visible_child_name (self->stack, "order");
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
on_pay (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TenureOrderWindow *self = TENURE_ORDER_WINDOW (widget);
  const char *orders[] = { self->number, NULL };

  tenure_plan_dialog_present (widget, tenure_pay_form_new (self->session, orders, FALSE));
}

static void
on_cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TenureOrderWindow *self = TENURE_ORDER_WINDOW (widget);
  const char *orders[] = { self->number, NULL };

  tenure_plan_dialog_present (widget, tenure_cancel_form_new (self->session, orders));
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
  gtk_widget_class_install_action (widget, "order.pay", NULL, on_pay);
  gtk_widget_class_install_action (widget, "order.cancel", NULL, on_cancel);
  gtk_widget_class_install_action (widget, "order.open", "s", on_open);
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-order-window.ui");
  gtk_widget_class_bind_template_child (widget, TenureOrderWindow, title);
  gtk_widget_class_bind_template_child (widget, TenureOrderWindow, pay_button);
  gtk_widget_class_bind_template_child (widget, TenureOrderWindow, cancel_button);
  gtk_widget_class_bind_template_child (widget, TenureOrderWindow, stack);
  gtk_widget_class_bind_template_child (widget, TenureOrderWindow, failed);
  gtk_widget_class_bind_template_child (widget, TenureOrderWindow, body);
}

static void
tenure_order_window_init (TenureOrderWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
