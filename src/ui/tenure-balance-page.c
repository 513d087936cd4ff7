/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-balance-page.h"

#include <glib/gi18n-lib.h>

#include "tenure-compat.h"
#include "tenure-keys.h"
#include "tenure-lookup-money.h"
#include "tenure-order-window.h"
#include "tenure-payment.h"
#include "tenure-plain-form.h"
#include "tenure-plan-dialog.h"
#include "tenure-wording-names.h"
#include "tenure-wording-platform.h"

#define MOVEMENTS_SHOWN 200

struct _TenureBalancePage
{
  TenurePage parent;
  GCancellable *cancellable;
  GtkBox *body;
  GtkLabel *failed;
};

G_DEFINE_FINAL_TYPE (TenureBalancePage, tenure_balance_page, TENURE_TYPE_PAGE)

static TenureSession *
session_of (TenureBalancePage *self)
{
  return tenure_page_session (TENURE_PAGE (self));
}

/* Rows ----------------------------------------------------------------------------------------------------------- */

static AdwPreferencesGroup *
add_group (TenureBalancePage *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
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
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
  return row;
}

/* The balance ---------------------------------------------------------------------------------------------------- */

static void
show_balance (TenureBalancePage *self, const TenureAccount *account)
{
  AdwPreferencesGroup *group = add_group (self, _ ("Balance"), _ ("Only the balance pays; what counts is the bill."));
  GtkWidget *top_up = gtk_button_new_with_mnemonic (_ ("_Top Up…"));
  g_autofree char *balance = tenure_word_money (account->balance), *arrears = tenure_word_money (account->arrears);
  g_autofree char *credit = tenure_word_money (0);
  g_autofree char *since =
      account->arrears_since == TENURE_TIME_UNKNOWN ? NULL : tenure_word_time (account->arrears_since);
  g_autofree char *owed = since ? g_strdup_printf (_ ("Owed since %s; top up to go on."), since) : NULL;
  GtkWidget *row = add_row (group, _ ("Cash balance"), NULL, balance);

  gtk_widget_set_valign (top_up, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (top_up), "win.top-up");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), top_up);
  add_row (group, _ ("Credit"), _ ("No credit was agreed with this platform."), credit);
  row = add_row (group, _ ("Arrears"), owed, arrears);
  if (account->arrears > 0)
    gtk_widget_add_css_class (row, "error");
  if (account->freeze != TENURE_FREEZE_NONE)
    add_row (group, _ ("The account is frozen"), NULL, tenure_word_freeze (account->freeze));
}

/* Coupons and cards ---------------------------------------------------------------------------------------------- */

static gboolean
is_over (const TenureCoupon *coupon, TenureTime now)
{
  return coupon->expiry != TENURE_TIME_UNKNOWN && coupon->expiry < now;
}

static const char *
coupon_status (const TenureCoupon *coupon, TenureTime now)
{
  gboolean discount = coupon->kind == TENURE_COUPON_DISCOUNT;

  if (coupon->state != TENURE_COUPON_USABLE)
    return tenure_word_coupon_state (coupon->state);
  if (is_over (coupon, now))
    return C_ ("coupon", "Expired");
  if (discount ? coupon->locked > 0 : coupon->remaining == 0)
    return C_ ("coupon", "Used up");
  if (!discount && coupon->locked >= coupon->remaining)
    return C_ ("coupon", "Held by an order");
  return tenure_word_coupon_state (coupon->state);
}

static void
add_part (GString *text, char *part)
{
  g_string_append_printf (text, "%s%s", text->len ? " · " : "", part);
  g_free (part);
}

/** Status, expiry, limits, which order holds how much; its number, which tells two of a name apart. */
static char *
coupon_subtitle (TenureBalancePage *self, const TenureCoupon *coupon, const GPtrArray *locks)
{
  TenureSession *session = session_of (self);
  TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (session));
  g_autofree char *until = coupon->expiry == TENURE_TIME_UNKNOWN ? NULL : tenure_word_time (coupon->expiry);
  g_autofree char *threshold = tenure_word_money (coupon->threshold);
  GString *text = g_string_new (coupon_status (coupon, tenure_session_now (session)));

  add_part (text, until ? g_strdup_printf (_ ("until %s"), until) : g_strdup (_ ("does not expire")));
  if (coupon->threshold > 0)
    add_part (text, g_strdup_printf (_ ("for orders of %s and more"), threshold));
  if (coupon->service)
    add_part (text, g_strdup_printf (_ ("only for the service %s"), coupon->service));
  if (coupon->region)
    add_part (text, g_strdup_printf (_ ("only in %s"), tenure_word_region (catalogue, coupon->region)));
  if (coupon->order_type)
    add_part (text, g_strdup_printf (_ ("only for %s"), tenure_word_order_type ((TenureOrderType)coupon->order_type)));
  if (coupon->kind == TENURE_COUPON_VOUCHER && !coupon->with_discount)
    add_part (text, g_strdup (_ ("not together with discounts")));
  for (guint i = 0; i < locks->len; i++)
    {
      const TenureLock *lock = locks->pdata[i];
      g_autofree char *amount = tenure_word_money (lock->amount);

      if (lock->coupon_id == coupon->id)
        add_part (text, g_strdup_printf (_ ("order %s holds %s"), lock->order_key, amount));
    }
  add_part (text, g_strdup (coupon->key));
  return g_string_free (text, FALSE);
}

static char *
coupon_value (const TenureCoupon *coupon)
{
  g_autofree char *left = NULL, *face = NULL;

  if (coupon->kind == TENURE_COUPON_DISCOUNT)
    return g_strdup_printf (_ ("%d%% off"), (10000 - coupon->permyriad) / 100);
  left = tenure_word_money (coupon->remaining);
  face = tenure_word_money (coupon->face);
  return g_strdup_printf (_ ("%s of %s"), left, face);
}

static void
on_activate (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TenureActivateCoupon params = { .coupon = (char *)g_variant_get_string (parameter, NULL) };
  TenurePlanWords words = { .title = _ ("Activate"), .apply = _ ("_Activate"), .toast = _ ("It can be used now.") };
  TenureSession *session = session_of (TENURE_BALANCE_PAGE (widget));
  TenureCommand *command = tenure_command_new (TENURE_COMMAND_ACTIVATE_COUPON, &params, NULL, NULL);

  if (command)
    tenure_plan_dialog_present (
        widget,
        tenure_plain_form_new (session, &words, _ ("Activated, it can be used for payments at once."), command, NULL));
}

static void
add_coupon (TenureBalancePage *self, AdwPreferencesGroup *group, const TenureCoupon *coupon, const GPtrArray *locks)
{
  g_autofree char *title = g_strdup_printf ("%s · %s", tenure_word_coupon_kind (coupon->kind), coupon->name);
  g_autofree char *subtitle = coupon_subtitle (self, coupon, locks), *value = coupon_value (coupon);
  GtkWidget *row = add_row (group, title, subtitle, value), *button;

  if (coupon->state != TENURE_COUPON_INACTIVE || is_over (coupon, tenure_session_now (session_of (self))))
    return;
  button = gtk_button_new_with_mnemonic (_ ("_Activate…"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", coupon->key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "balance.activate");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
show_coupons (TenureBalancePage *self, const TenureBalanceView *view)
{
  AdwPreferencesGroup *group = add_group (self, _ ("Coupons and Cards"),
                                          view->coupons->len ? NULL : _ ("The account has no coupon and no card."));

  for (guint i = 0; i < view->coupons->len; i++)
    add_coupon (self, group, view->coupons->pdata[i], view->locks);
}

static void
add_discount (TenureBalancePage *self, AdwPreferencesGroup *group, const TenureDiscount *discount)
{
  g_autofree char *value = g_strdup_printf (_ ("%d%% off"), (10000 - discount->permyriad) / 100);
  g_autofree char *until = discount->expiry == TENURE_TIME_UNKNOWN ? NULL : tenure_word_time (discount->expiry);
  GString *text = g_string_new (discount->promotion ? _ ("Promotion") : _ ("Commercial discount"));

  add_part (text, until ? g_strdup_printf (_ ("until %s"), until) : g_strdup (_ ("does not expire")));
  if (discount->service)
    add_part (text, g_strdup_printf (_ ("only for the service %s"), discount->service));
  if (discount->no_refund)
    add_part (text, g_strdup (_ ("what is bought with it is not given back")));
  add_row (group, discount->name, text->str, value);
  g_string_free (text, TRUE);
}

static void
show_discounts (TenureBalancePage *self, const GPtrArray *discounts)
{
  if (discounts->len == 0)
    return;
  AdwPreferencesGroup *group = add_group (self, _ ("Discounts"), NULL);
  for (guint i = 0; i < discounts->len; i++)
    if (((TenureDiscount *)discounts->pdata[i])->ended == TENURE_TIME_UNKNOWN)
      add_discount (self, group, discounts->pdata[i]);
}

/* Movements ------------------------------------------------------------------------------------------------------ */

static void
on_order (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tenure_order_window_present (widget, session_of (TENURE_BALANCE_PAGE (widget)),
                               g_variant_get_string (parameter, NULL));
}

/* When, of which order, of which instrument; or that the money is only on its way back. */
static char *
movement_subtitle (const TenureMovement *movement, const char *time)
{
  GString *text = g_string_new (time);

  if (movement->order_key)
    add_part (text, g_strdup (movement->order_key));
  if (movement->coupon_key)
    add_part (text, g_strdup (movement->coupon_key));
  if (movement->refunding)
    add_part (text, g_strdup (_ ("on its way back")));
  if (movement->arrears)
    add_part (text, g_strdup (_ ("arrears")));
  return g_string_free (text, FALSE);
}

static void
show_movements (TenureBalancePage *self, const GPtrArray *movements)
{
  g_autofree char *most =
      movements->len < MOVEMENTS_SHOWN ? NULL : g_strdup_printf (_ ("The newest %d movements."), MOVEMENTS_SHOWN);
  AdwPreferencesGroup *group =
      add_group (self, _ ("Movements"), movements->len ? most : _ ("Nothing has moved on the balance yet."));

  for (guint i = 0; i < movements->len; i++)
    {
      const TenureMovement *movement = movements->pdata[i];
      g_autofree char *time = tenure_word_time (movement->at), *amount = tenure_word_money (movement->amount);
      g_autofree char *value = g_strconcat (movement->amount > 0 ? "+" : "", amount, NULL);
      g_autofree char *subtitle = movement_subtitle (movement, time);
      GtkWidget *row = add_row (group, tenure_word_movement (movement->kind), subtitle, value);

      if (!movement->order_key)
        continue;
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", movement->order_key);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "balance.order");
    }
}

/* Reading -------------------------------------------------------------------------------------------------------- */

static void
fill (TenureBalancePage *self, const TenureBalanceView *view)
{
  TenureKeysPlace *place = tenure_keys_remember (GTK_WIDGET (self->body));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->body))))
    gtk_box_remove (self->body, child);
  show_balance (self, &view->account);
  show_coupons (self, view);
  show_discounts (self, view->discounts);
  show_movements (self, view->movements);
  tenure_keys_return (place);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenureBalancePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureBalanceView) view = tenure_lookup_balance_finish (TENURE_SESSION (source), result, &error);

  if (!self->body || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_label_set_text (self->failed, error ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failed), error != NULL);
  if (view)
    fill (self, view);
}

static void
ask (TenureBalancePage *self)
{
  if (!session_of (self) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  tenure_lookup_balance_async (session_of (self), MOVEMENTS_SHOWN, self->cancellable, on_read, g_object_ref (self));
}

/* Life ----------------------------------------------------------------------------------------------------------- */

static void
tenure_balance_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tenure_balance_page_parent_class)->map (widget);
  ask (TENURE_BALANCE_PAGE (widget));
}

static void
tenure_balance_page_dispose (GObject *object)
{
  TenureBalancePage *self = TENURE_BALANCE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_BALANCE_PAGE);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (tenure_balance_page_parent_class)->dispose (object);
}

static void
tenure_balance_page_class_init (TenureBalancePageClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_balance_page_dispose;
  widget->map = tenure_balance_page_map;
  gtk_widget_class_install_action (widget, "balance.activate", "s", on_activate);
  gtk_widget_class_install_action (widget, "balance.order", "s", on_order);
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-balance-page.ui");
  gtk_widget_class_bind_template_child (widget, TenureBalancePage, body);
  gtk_widget_class_bind_template_child (widget, TenureBalancePage, failed);
}

static void
tenure_balance_page_init (TenureBalancePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

TenurePage *
tenure_balance_page_new (TenureSession *session)
{
  TenureBalancePage *self = g_object_new (TENURE_TYPE_BALANCE_PAGE, "session", session, NULL);

  g_signal_connect_object (session, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  return TENURE_PAGE (self);
}
