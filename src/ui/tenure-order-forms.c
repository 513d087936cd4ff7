/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-order-forms.h"

#include <glib/gi18n-lib.h>

#include "tenure-lookup.h"
#include "tenure-pay-form.h"
#include "tenure-plain-form.h"

/* More orders than this are not looked into for their children. */
#define LOOKED_INTO 30

/** "CS1 goes with CS2, CS3": the children of a composite order (A2-06). */
static void
on_order (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenurePlainForm) form = data;
  g_autoptr (TenureOrderView) view = tenure_lookup_order_finish (TENURE_SESSION (source), result, NULL);
  g_autoptr (GString) children = g_string_new (NULL);

  for (guint i = 1; view && i < view->orders->len; i++)
    g_string_append_printf (children, "%s%s", i > 1 ? ", " : "", ((const TenureOrder *)view->orders->pdata[i])->key);
  if (children->len == 0 || !gtk_widget_get_root (GTK_WIDGET (form)))
    return;
  g_autofree char *text = g_strdup_printf (_ ("%s is a composite order; with it go: %s"),
                                           ((const TenureOrder *)view->orders->pdata[0])->key, children->str);
  tenure_plain_form_add (form, text);
}

TenurePlanForm *
tenure_cancel_form_new (TenureSession *session, const char *const *orders)
{
  TenureCancel params = { .orders = (char **)orders };
  guint n = g_strv_length ((char **)orders);
  g_autofree char *title = n == 1 ? g_strdup_printf (_ ("Cancel Order %s"), orders[0]) : NULL;
  TenurePlanWords words = {
    .title = title ? g_intern_string (title) : _ ("Cancel Orders"),
    .apply = g_dngettext (GETTEXT_PACKAGE, "Cancel _Order", "Cancel _Orders", n),
    .toast = g_dngettext (GETTEXT_PACKAGE, "The order was cancelled.", "The orders were cancelled.", n),
    .place = "orders",
    .destructive = TRUE,
  };
  TenurePlanForm *form = tenure_plain_form_new (
      session, &words,
      _ ("A cancelled order cannot be paid any more. What it was to renew stays as it is; coupons it held are free "
         "again. A composite order is cancelled whole."),
      tenure_command_new (TENURE_COMMAND_CANCEL, &params, NULL, NULL), NULL);

  for (guint i = 0; i < MIN (n, LOOKED_INTO); i++)
    tenure_lookup_order_async (session, orders[i], NULL, on_order, g_object_ref (form));
  return form;
}

static TenurePlanForm *
pay (TenureSession *session, const char *const *orders)
{
  return tenure_pay_form_new (session, orders, TRUE);
}

TenurePlanForm *
tenure_confirm_form_new (TenureSession *session, const char *const *orders, gboolean accept)
{
  TenureConfirmOrder params = { .orders = (char **)orders, .accept = accept };
  TenurePlanWords words = {
    .title = accept ? _ ("Confirm Order") : _ ("Decline Order"),
    .apply = accept ? _ ("Con_firm") : _ ("_Decline"),
    .done = accept ? _ ("Confirmed") : _ ("Declined"),
    .toast = accept ? NULL : _ ("The order was declined."),
    .place = "orders",
    .destructive = !accept,
  };
  TenurePlanForm *form = tenure_plain_form_new (
      session, &words,
      accept ? _ ("The account manager ordered this on your behalf. Confirmed, it waits for payment.")
             : _ ("The account manager ordered this on your behalf. Declined, it is cancelled and nothing is paid."),
      tenure_command_new (TENURE_COMMAND_CONFIRM_ORDER, &params, NULL, NULL), NULL);

  if (accept)
    tenure_plain_form_set_next (TENURE_PLAIN_FORM (form), pay);
  return form;
}

TenurePlanForm *
tenure_fail_form_new (TenureSession *session, const char *order)
{
  TenureTellFailure params = { .order = (char *)order };
  TenurePlanWords words = {
    .title = _ ("Let Delivery Fail"),
    .apply = _ ("_Let It Fail"),
    .toast = _ ("The delivery will fail."),
    .destructive = TRUE,
  };

  return tenure_plain_form_new (
      session, &words,
      _ ("For practice: nothing of this order will be delivered. What was paid by then comes back in full, with an "
         "unsubscription that the system orders; it does not count against the five-day quota."),
      tenure_command_new (TENURE_COMMAND_TELL_FAILURE, &params, NULL, NULL), NULL);
}
