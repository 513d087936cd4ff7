/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-orders-page.h"

#include <glib/gi18n-lib.h>

#include "tenure-cancel-form.h"
#include "tenure-list-page.h"
#include "tenure-order-window.h"
#include "tenure-pay-form.h"
#include "tenure-plan-dialog.h"
#include "tenure-wording.h"

struct _TenureOrdersPage
{
  TenurePage parent;
  TenureListPage *list;
  GMenuModel *menu;
  GtkDropDown *status, *type, *created; /* NULL under Pending payment, which has type alone */
  gboolean unpaid;
};

G_DEFINE_FINAL_TYPE (TenureOrdersPage, tenure_orders_page, TENURE_TYPE_PAGE)

/* The choices and what they stand for go together, line by line. */
static const int statuses[] = { -1,
                                TENURE_ORDER_UNPAID,
                                TENURE_ORDER_REVIEW,
                                TENURE_ORDER_REFUNDING,
                                TENURE_ORDER_PROCESSING,
                                TENURE_ORDER_COMPLETED,
                                TENURE_ORDER_CANCELLED,
                                TENURE_ORDER_CONFIRMATION };
static const int types[] = { -1, TENURE_TYPE_NEW, TENURE_TYPE_RENEWAL, TENURE_TYPE_UNSUBSCRIBE };
static const char *const created_words[] = { N_ ("Created at any time"), N_ ("Last 7 days"), N_ ("Last 30 days"),
                                             N_ ("Last 6 months"),       N_ ("Last year"),   NULL };
static const int created_days[] = { 0, 7, 30, 183, 366 };

static const TenureEmptyHint orders_hint = {
  "view-list-symbolic", N_ ("No Orders"), N_ ("Orders appear here when something is bought, renewed or given back."),
  N_ ("_Services"),     "win.go",         "services"
};
static const TenureEmptyHint unpaid_hint = {
  "emblem-ok-symbolic", N_ ("Nothing to Pay"), N_ ("Orders that wait for payment appear here."), NULL, NULL, NULL
};

/* Labels of the choices: any, then the guide's own words. */
static GtkDropDown *
add_status (TenureListPage *list)
{
  const char *words[G_N_ELEMENTS (statuses) + 1] = { _ ("Any status") };

  for (guint i = 1; i < G_N_ELEMENTS (statuses); i++)
    words[i] = tenure_word_order_status ((TenureOrderStatus)statuses[i]);
  return tenure_list_page_add_choice (list, _ ("Order status"), words);
}

static GtkDropDown *
add_type (TenureListPage *list)
{
  const char *words[G_N_ELEMENTS (types) + 1] = { _ ("Any type") };

  for (guint i = 1; i < G_N_ELEMENTS (types); i++)
    words[i] = tenure_word_order_type ((TenureOrderType)types[i]);
  return tenure_list_page_add_choice (list, _ ("Order type"), words);
}

static void
filter (TenureQuery *query, gpointer data)
{
  TenureOrdersPage *self = data;
  int days;

  query->type = types[gtk_drop_down_get_selected (self->type)];
  if (self->unpaid)
    return;
  query->status = statuses[gtk_drop_down_get_selected (self->status)];
  days = created_days[gtk_drop_down_get_selected (self->created)];
  if (days)
    query->from = query->now - days * TENURE_DAY_SECONDS;
}

static TenureSession *
session_of (TenureOrdersPage *self)
{
  return tenure_page_session (TENURE_PAGE (self));
}

/* Actions -------------------------------------------------------------------------------------------------------- */

static void
on_activated (TenureOrdersPage *self, TenureRow *row)
{
  const TenureRecord *record = tenure_row_record (row);

  if (record)
    tenure_order_window_present (GTK_WIDGET (self), session_of (self), record->key);
}

static void
show_details (char **keys, gpointer data)
{
  if (keys[0])
    tenure_order_window_present (data, session_of (data), keys[0]);
  g_strfreev (keys);
}

static void
pay (char **keys, gpointer data)
{
  tenure_plan_dialog_present (data, tenure_pay_form_new (session_of (data), (const char *const *)keys, FALSE));
  g_strfreev (keys);
}

static void
cancel (char **keys, gpointer data)
{
  tenure_plan_dialog_present (data, tenure_cancel_form_new (session_of (data), (const char *const *)keys));
  g_strfreev (keys);
}

static void
on_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TenureOrdersPage *self = TENURE_ORDERS_PAGE (widget);

  if (g_str_equal (action, "orders.pay"))
    tenure_list_page_freeze (self->list, pay, self);
  else if (g_str_equal (action, "orders.cancel"))
    tenure_list_page_freeze (self->list, cancel, self);
  else
    tenure_list_page_freeze (self->list, show_details, self);
}

static void
on_selection_changed (TenureOrdersPage *self)
{
  guint n = tenure_list_page_n_selected (self->list);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "orders.pay", n > 0);
  gtk_widget_action_set_enabled (widget, "orders.cancel", n > 0);
  gtk_widget_action_set_enabled (widget, "orders.details", n == 1);
}

/* Life ----------------------------------------------------------------------------------------------------------- */

static void
show (TenurePage *page, const char *argument)
{
  TenureOrdersPage *self = TENURE_ORDERS_PAGE (page);
  TenureOrderType type;

  if (!argument || !tenure_order_type_from_name (argument, &type))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i] == (int)type)
      gtk_drop_down_set_selected (self->type, i);
}

static void
search (TenurePage *page)
{
  tenure_list_page_search (TENURE_ORDERS_PAGE (page)->list);
}

static void
tenure_orders_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_ORDERS_PAGE);
  G_OBJECT_CLASS (tenure_orders_page_parent_class)->dispose (object);
}

static void
tenure_orders_page_class_init (TenureOrdersPageClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_orders_page_dispose;
  TENURE_PAGE_CLASS (klass)->show = show;
  TENURE_PAGE_CLASS (klass)->search = search;
  g_type_ensure (TENURE_TYPE_LIST_PAGE);
  gtk_widget_class_install_action (widget, "orders.pay", NULL, on_action);
  gtk_widget_class_install_action (widget, "orders.cancel", NULL, on_action);
  gtk_widget_class_install_action (widget, "orders.details", NULL, on_action);
  gtk_widget_class_add_binding_action (widget, GDK_KEY_Delete, 0, "orders.cancel", NULL);
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-orders-page.ui");
  gtk_widget_class_bind_template_child (widget, TenureOrdersPage, list);
  gtk_widget_class_bind_template_child (widget, TenureOrdersPage, menu);
  gtk_widget_class_bind_template_callback (widget, on_activated);
  gtk_widget_class_bind_template_callback (widget, on_selection_changed);
}

static void
tenure_orders_page_init (TenureOrdersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  on_selection_changed (self);
}

static TenurePage *
page_new (TenureSession *session, gboolean unpaid)
{
  static const char *const scopes[] = { "orders", NULL };
  TenureOrdersPage *self = g_object_new (TENURE_TYPE_ORDERS_PAGE, "session", session, NULL);
  TenureList list = unpaid ? TENURE_LIST_UNPAID : TENURE_LIST_ORDERS;
  TenureListSetup setup = {
    .list = list,
    .columns = tenure_columns_for (list, -1),
    .hint = unpaid ? &unpaid_hint : &orders_hint,
    .action = unpaid ? "orders.pay" : "orders.details",
    .label = unpaid ? _ ("_Pay…") : _ ("_Details"),
    .menu = self->menu,
  };

  self->unpaid = unpaid;
  self->type = add_type (self->list);
  if (!unpaid)
    {
      self->status = add_status (self->list);
      self->created = tenure_list_page_add_marked (self->list, _ ("Created"), created_words);
    }
  tenure_list_page_set_up (self->list, session, scopes, filter, self);
  tenure_list_page_turn (self->list, &setup);
  return TENURE_PAGE (self);
}

TenurePage *
tenure_orders_page_new (TenureSession *session)
{
  return page_new (session, FALSE);
}

TenurePage *
tenure_orders_page_new_unpaid (TenureSession *session)
{
  return page_new (session, TRUE);
}
