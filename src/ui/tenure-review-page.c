/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-review-page.h"

#include <glib/gi18n-lib.h>

#include "tenure-list-page.h"
#include "tenure-order-window.h"
#include "tenure-plan-dialog.h"
#include "tenure-staff-form.h"

struct _TenureReviewPage
{
  TenurePage parent;
  TenureListPage *list;
  TenureActionSet actions;
  gboolean refunds;
};

G_DEFINE_FINAL_TYPE (TenureReviewPage, tenure_review_page, TENURE_TYPE_PAGE)

static const TenureEmptyHint purchases_hint = {
  "emblem-ok-symbolic",
  N_ ("No Purchases in Review"),
  N_ ("Orders of products that need an approval wait here before they can be paid."),
  NULL,
  NULL,
  NULL
};
static const TenureEmptyHint refunds_hint = {
  "emblem-ok-symbolic",
  N_ ("No Refunds in Review"),
  N_ ("Unsubscriptions of more than ¥50,000 wait here before the money goes back."),
  NULL,
  NULL,
  NULL
};

/** Of all customers: the staff has no account of its own. */
static void
filter (TenureQuery *query, gpointer data)
{
  TenureReviewPage *self = data;

  g_clear_pointer (&query->account, g_free);
  query->status = TENURE_ORDER_REVIEW;
  query->type = self->refunds ? TENURE_TYPE_UNSUBSCRIBE : TENURE_TYPE_NEW;
}

static TenureSession *
session_of (gpointer self)
{
  return tenure_page_session (TENURE_PAGE (self));
}

static void
on_activated (TenureReviewPage *self, TenureRow *row)
{
  const TenureRecord *record = tenure_row_record (row);

  if (record)
    tenure_order_window_present (GTK_WIDGET (self), session_of (self), record->key);
}

static const TenureRowAction review_actions[] = {
  { "review.approve", N_ ("Approve…"), TRUE, TRUE },
  { "review.reject", N_ ("Reject…"), TRUE, TRUE },
  { "review.details", N_ ("Details"), TRUE, FALSE },
  { NULL },
};

static void
act (const TenureRowAction *action, char **keys, gpointer page)
{
  const char *const *orders = (const char *const *)keys;
  gboolean approve = g_str_equal (action->name, "review.approve");

  if (keys[0] && g_str_equal (action->name, "review.details"))
    tenure_order_window_present (page, session_of (page), keys[0]);
  else if (keys[0])
    tenure_list_page_spend (
        TENURE_REVIEW_PAGE (page)->list, keys,
        tenure_plan_dialog_present (
            page, tenure_staff_form_new (session_of (page), approve ? "approve-orders" : "reject-orders", orders)));
  g_strfreev (keys);
}

static void
on_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tenure_list_page_act (TENURE_REVIEW_PAGE (widget)->list, action);
}

static void
search (TenurePage *page)
{
  tenure_list_page_search (TENURE_REVIEW_PAGE (page)->list);
}

static void
tenure_review_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_REVIEW_PAGE);
  G_OBJECT_CLASS (tenure_review_page_parent_class)->dispose (object);
}

static void
tenure_review_page_class_init (TenureReviewPageClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_review_page_dispose;
  TENURE_PAGE_CLASS (klass)->search = search;
  g_type_ensure (TENURE_TYPE_LIST_PAGE);
  for (const TenureRowAction *action = review_actions; action->name; action++)
    gtk_widget_class_install_action (widget, action->name, NULL, on_action);
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-review-page.ui");
  gtk_widget_class_bind_template_child (widget, TenureReviewPage, list);
  gtk_widget_class_bind_template_callback (widget, on_activated);
}

static void
tenure_review_page_init (TenureReviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static TenurePage *
page_new (TenureSession *session, gboolean refunds)
{
  static const char *const scopes[] = { "orders", NULL };
  TenureReviewPage *self = g_object_new (TENURE_TYPE_REVIEW_PAGE, "session", session, NULL);
  TenureListSetup setup = {
    .list = TENURE_LIST_ORDERS,
    .columns = tenure_columns_for (TENURE_LIST_ORDERS, -1),
    .hint = refunds ? &refunds_hint : &purchases_hint,
    .action = "review.approve",
    .label = _ ("_Approve…"),
    .actions = &self->actions,
  };

  self->refunds = refunds;
  self->actions =
      (TenureActionSet){ .actions = review_actions, .width = 200, .session = session, .page = self, .act = act };
  tenure_list_page_set_up (self->list, session, scopes, filter, self);
  tenure_list_page_turn (self->list, &setup);
  return TENURE_PAGE (self);
}

TenurePage *
tenure_review_page_new_purchases (TenureSession *session)
{
  return page_new (session, FALSE);
}

TenurePage *
tenure_review_page_new_refunds (TenureSession *session)
{
  return page_new (session, TRUE);
}
