/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-orders-page.h"

#include <glib/gi18n-lib.h>

#include "tenure-export-form.h"
#include "tenure-list-page.h"
#include "tenure-order-forms.h"
#include "tenure-order-window.h"
#include "tenure-pay-form.h"
#include "tenure-plan-dialog.h"
#include "tenure-value-choice.h"
#include "tenure-wording.h"

struct _TenureOrdersPage
{
  TenurePage parent;
  TenureListPage *list;
  TenureActionSet actions;
  GtkDropDown *status, *type, *created; /* status and created are NULL under Pending payment */
  TenureValueChoice product;
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
static const int types[] = { -1,
                             TENURE_TYPE_NEW,
                             TENURE_TYPE_RENEWAL,
                             TENURE_TYPE_CHANGE,
                             TENURE_TYPE_UNSUBSCRIBE,
                             TENURE_TYPE_TO_PPU,
                             TENURE_TYPE_FROM_PPU };
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
  query->product = g_strdup (tenure_value_choice_get (&self->product));
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

static const TenureRowAction unpaid_actions[] = {
  { "orders.pay", N_ ("Pay…"), TRUE, TRUE },
  { "orders.cancel", N_ ("Cancel…"), TRUE, TRUE },
  { "orders.details", N_ ("Details"), TRUE, FALSE },
  { "orders.export", N_ ("Batch Export…"), FALSE, TRUE },
  { NULL },
};
static const TenureRowAction order_actions[] = {
  { "orders.details", N_ ("Details"), TRUE, FALSE }, { "orders.pay", N_ ("Pay…"), TRUE, TRUE },
  { "orders.cancel", N_ ("Cancel…"), TRUE, TRUE },   { "orders.confirm", N_ ("Confirm…"), TRUE, TRUE },
  { "orders.decline", N_ ("Decline…"), TRUE, TRUE }, { NULL },
};

static gboolean
is (const TenureRowAction *action, const char *name)
{
  return g_str_equal (action->name, name);
}

/** What a status allows (A2-03); all of it with the selection, where the plan says which of them it is not for. */
static gboolean
offered (const TenureRowAction *action, const TenureRecord *record, gpointer page)
{
  if (!record || is (action, "orders.details") || is (action, "orders.export"))
    return TRUE;
  if (is (action, "orders.pay") || is (action, "orders.cancel"))
    return record->status == TENURE_ORDER_UNPAID;
  return record->status == TENURE_ORDER_CONFIRMATION;
}

/** Merged payment has a limit; it is said, and nothing is cut (A2-08). */
static char *
refuse (const TenureRowAction *action, guint n, gpointer page)
{
  const TenurePolicy *policy = tenure_platform_policy (tenure_session_platform (session_of (page)));
  int limit = is (action, "orders.pay") ? policy->merge_limit : is (action, "orders.cancel") ? policy->cancel_limit : 0;

  if (limit == 0 || n <= (guint)limit)
    return NULL;
  return g_strdup_printf (_ ("At most %d orders at a time; %u are selected."), limit, n);
}

static TenurePlanForm *
form_for (const TenureRowAction *action, char **keys, TenureOrdersPage *self)
{
  const char *const *orders = (const char *const *)keys;

  if (is (action, "orders.pay"))
    return tenure_pay_form_new (session_of (self), orders, FALSE);
  if (is (action, "orders.cancel"))
    return tenure_cancel_form_new (session_of (self), orders);
  if (is (action, "orders.export"))
    return tenure_export_form_new_unpaid (session_of (self), orders);
  return tenure_confirm_form_new (session_of (self), orders, is (action, "orders.confirm"));
}

static void
act (const TenureRowAction *action, char **keys, gpointer page)
{
  if (keys[0] && is (action, "orders.details"))
    tenure_order_window_present (page, session_of (page), keys[0]);
  else if (keys[0])
    tenure_list_page_spend (TENURE_ORDERS_PAGE (page)->list, keys,
                            tenure_plan_dialog_present (page, form_for (action, keys, page)));
  g_strfreev (keys);
}

static void
on_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tenure_list_page_act (TENURE_ORDERS_PAGE (widget)->list, action);
}

/* 导出全部: what the filters show. */
static void
on_export_all (TenureOrdersPage *self)
{
  g_autoptr (TenureQuery) query = tenure_list_page_query (self->list);

  if (query)
    tenure_plan_dialog_present (GTK_WIDGET (self), tenure_export_form_new_orders (session_of (self), query));
}

static void
add_export_all (TenureOrdersPage *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Export All…"));

  g_signal_connect_object (button, "clicked", G_CALLBACK (on_export_all), self, G_CONNECT_SWAPPED);
  tenure_list_page_add_filter (self->list, button);
}

static void
on_activated (TenureOrdersPage *self, TenureRow *row)
{
  const TenureRecord *record = tenure_row_record (row);

  if (record)
    tenure_order_window_present (GTK_WIDGET (self), session_of (self), record->key);
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
  for (const TenureRowAction *action = order_actions; action->name; action++)
    gtk_widget_class_install_action (widget, action->name, NULL, on_action);
  gtk_widget_class_install_action (widget, "orders.export", NULL, on_action);
  gtk_widget_class_add_binding_action (widget, GDK_KEY_Delete, 0, "orders.cancel", NULL);
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-orders-page.ui");
  gtk_widget_class_bind_template_child (widget, TenureOrdersPage, list);
  gtk_widget_class_bind_template_callback (widget, on_activated);
}

static void
tenure_orders_page_init (TenureOrdersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_filters (TenureOrdersPage *self, TenureSession *session)
{
  self->type = add_type (self->list);
  if (!self->unpaid)
    {
      self->status = add_status (self->list);
      self->created = tenure_list_page_add_marked (self->list, _ ("Created"), created_words);
    }
  tenure_value_choice_add (&self->product, self->list, session, self->unpaid ? TENURE_LIST_UNPAID : TENURE_LIST_ORDERS,
                           "product");
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
    .actions = &self->actions,
    .action = unpaid ? "orders.pay" : "orders.details",
    .label = unpaid ? _ ("Merged _Payment…") : _ ("_Details"),
  };

  self->unpaid = unpaid;
  self->actions = (TenureActionSet){
    .actions = unpaid ? unpaid_actions : order_actions,
    .width = unpaid ? 205 : 190,
    .session = session,
    .page = self,
    .act = act,
    .offered = offered,
    .refuse = refuse,
  };
  add_filters (self, session);
  if (!unpaid)
    add_export_all (self);
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
