/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-pay-form.h"

#include <glib/gi18n-lib.h>

#include "tenure-lookup.h"
#include "tenure-merge-notice.h"
#include "tenure-payment.h"
#include "tenure-wording-names.h"
#include "tenure-wording-platform.h"

/* Lines of an order; more are counted. */
#define LINES_SHOWN 5

struct _TenurePayForm
{
  TenurePlanForm parent;
  char **orders;
  GPtrArray *coupon_records; /* TenureCoupon, or NULL until read */
  GPtrArray *ticks;          /* GtkCheckButton a coupon shown, with its record as data */
  GCancellable *cancellable;
  TenureMergeNotice *merged;
  AdwPreferencesGroup *coupons, *orders_group;
  GPtrArray *rows; /* AdwActionRow an order */
  char *body;      /* of the last question */
};

G_DEFINE_FINAL_TYPE (TenurePayForm, tenure_pay_form, TENURE_TYPE_PLAN_FORM)

static const TenureCoupon *
coupon_of (gpointer tick)
{
  return g_object_get_data (tick, "coupon");
}

/** Keys of the ticked instruments of one kind; the keys are borrowed. */
static GPtrArray *
ticked (TenurePayForm *self, TenureCouponKind kind)
{
  GPtrArray *keys = g_ptr_array_new ();

  for (guint i = 0; i < self->ticks->len; i++)
    if (gtk_check_button_get_active (self->ticks->pdata[i]) && coupon_of (self->ticks->pdata[i])->kind == kind)
      g_ptr_array_add (keys, coupon_of (self->ticks->pdata[i])->key);
  g_ptr_array_add (keys, NULL);
  return keys;
}

static TenureCommand *
build (TenurePlanForm *form, GError **error)
{
  TenurePayForm *self = TENURE_PAY_FORM (form);
  g_autoptr (GPtrArray) discount = ticked (self, TENURE_COUPON_DISCOUNT);
  g_autoptr (GPtrArray) voucher = ticked (self, TENURE_COUPON_VOUCHER);
  g_autoptr (GPtrArray) flexi = ticked (self, TENURE_COUPON_FLEXI);
  g_autoptr (GPtrArray) card = ticked (self, TENURE_COUPON_CARD);
  TenurePay params = {
    .orders = self->orders,
    .discount = discount->pdata[0],
    .voucher = voucher->pdata[0],
    .flexi = (char **)flexi->pdata,
    .card = (char **)card->pdata,
  };

  return tenure_command_new (TENURE_COMMAND_PAY, &params, NULL, error);
}

/** One discount coupon and one voucher at most: ticking one takes the tick from its like. */
static void
on_ticked (GtkCheckButton *tick, TenurePayForm *self)
{
  TenureCouponKind kind = coupon_of (tick)->kind;
  gboolean single = kind == TENURE_COUPON_DISCOUNT || kind == TENURE_COUPON_VOUCHER;

  for (guint i = 0; gtk_check_button_get_active (tick) && single && i < self->ticks->len; i++)
    {
      GtkCheckButton *other = self->ticks->pdata[i];

      if (other == tick || coupon_of (other)->kind != kind)
        continue;
      g_signal_handlers_block_by_func (other, on_ticked, self);
      gtk_check_button_set_active (other, FALSE);
      g_signal_handlers_unblock_by_func (other, on_ticked, self);
    }
  tenure_plan_form_changed (TENURE_PLAN_FORM (self));
}

static char *
coupon_subtitle (const TenureCoupon *coupon, TenureTime now)
{
  g_autofree char *until =
      coupon->expiry == TENURE_TIME_UNKNOWN ? g_strdup (_ ("does not expire")) : tenure_word_day (coupon->expiry);

  if (coupon->kind == TENURE_COUPON_DISCOUNT)
    return g_strdup_printf (_ ("%d%% off · %s"), (10000 - coupon->permyriad) / 100, until);
  g_autofree char *left = tenure_word_money (tenure_coupon_free (coupon, now));
  return g_strdup_printf (_ ("%s left · %s"), left, until);
}

static void
add_coupon (TenurePayForm *self, const TenureCoupon *coupon, TenureTime now)
{
  GtkWidget *row = adw_action_row_new (), *tick = gtk_check_button_new ();
  g_autofree char *left = coupon_subtitle (coupon, now);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", left, coupon->key); /* reasons name it so */
  g_autofree char *title = g_strdup_printf ("%s · %s", tenure_word_coupon_kind (coupon->kind), coupon->name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), tick);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), tick);
  tenure_name_widget (tick, title);
  g_object_set_data (G_OBJECT (tick), "coupon", (gpointer)coupon);
  g_signal_connect_object (tick, "toggled", G_CALLBACK (on_ticked), self, 0);
  g_ptr_array_add (self->ticks, tick);
  adw_preferences_group_add (self->coupons, row);
}

static gboolean
usable (const TenureCoupon *coupon, TenureTime now)
{
  if (coupon->expiry != TENURE_TIME_UNKNOWN && coupon->expiry < now)
    return FALSE;
  if (coupon->state == TENURE_COUPON_INACTIVE)
    return FALSE; /* 待激活 */
  return coupon->kind == TENURE_COUPON_DISCOUNT || tenure_coupon_free (coupon, now) > 0;
}

static void
on_coupons (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenurePayForm) self = data;
  TenureSession *session = TENURE_SESSION (source);
  TenureTime now = tenure_session_now (session);
  g_autoptr (GError) error = NULL;
  GPtrArray *coupons = tenure_lookup_coupons_finish (session, result, &error);

  if (!coupons || !self->coupons)
    {
      g_clear_pointer (&coupons, g_ptr_array_unref);
      return;
    }
  self->coupon_records = coupons;
  for (guint i = 0; i < coupons->len; i++)
    if (usable (coupons->pdata[i], now))
      add_coupon (self, coupons->pdata[i], now);
  gtk_widget_set_visible (GTK_WIDGET (self->coupons), self->ticks->len > 0);
  if (self->orders[1])
    adw_preferences_group_set_description (self->coupons,
                                           _ ("They pay the orders in turn. A discount coupon goes to the order that "
                                              "it makes cheaper by most, a voucher to the one of which it pays most."));
}

/* The orders (A2-10) ---------------------------------------------------------------------------------------------- */

static void
add_line (GString *text, TenureSession *session, const TenureOrderLine *line)
{
  TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (session));
  g_autofree char *spec = tenure_word_sized_spec (catalogue, line->offer, line->spec, line->amount);
  g_autofree char *term =
      line->months > 0 ? tenure_word_duration (line->months) : g_strdup (tenure_word_charging (line->charging));

  g_string_append_printf (text, "%s%s · %s × %d · %s", text->len ? "\n" : "",
                          tenure_word_product (catalogue, line->offer, line->product), spec, MAX (line->quantity, 1),
                          term);
}

/** Its type, products with their terms, and the deadline with what is left until then. */
static char *
order_text (TenureSession *session, const TenureOrderView *view)
{
  const TenureOrder *order = view->orders->pdata[0];
  GString *text = g_string_new (NULL);
  guint shown = 0, lines = 0;

  for (guint i = 0; i < view->orders->len; i++)
    {
      const TenureOrder *part = view->orders->pdata[i];

      for (guint j = 0; j < part->n_lines; j++, lines++)
        if (shown < LINES_SHOWN)
          {
            add_line (text, session, &part->lines[j]);
            shown++;
          }
    }
  guint rest = lines - shown;
  if (rest > 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "\n… and %u more", "\n… and %u more", rest), rest);
  if (order->deadline == TENURE_TIME_UNKNOWN)
    return g_string_free (text, FALSE);
  g_autofree char *deadline = tenure_word_time (order->deadline);
  g_autofree char *left = tenure_word_days_left (order->deadline, tenure_session_now (session));
  g_string_append_c (text, '\n');
  g_string_append_printf (text, _ ("Pay before %s (%s)"), deadline, left);
  return g_string_free (text, FALSE);
}

static void
on_order (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenurePayForm) self = data;
  TenureSession *session = TENURE_SESSION (source);
  TenureOrderView *view = tenure_lookup_order_finish (session, result, NULL);

  for (guint i = 0; view && self->orders_group && i < self->rows->len; i++)
    if (g_str_equal (self->orders[i], ((const TenureOrder *)view->orders->pdata[0])->key))
      {
        g_autofree char *text = order_text (session, view);
        g_autofree char *title = g_strdup_printf (
            "%s · %s", self->orders[i], tenure_word_order_type (((const TenureOrder *)view->orders->pdata[0])->type));

        adw_preferences_row_set_title (self->rows->pdata[i], title);
        adw_action_row_set_subtitle (self->rows->pdata[i], text);
      }
  g_clear_pointer (&view, tenure_order_view_free);
}

static void
show_orders (TenurePayForm *self, TenureSession *session)
{
  for (guint i = 0; self->orders[i]; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), self->orders[i]);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      adw_preferences_group_add (self->orders_group, row);
      g_ptr_array_add (self->rows, row);
      tenure_lookup_order_async (session, self->orders[i], self->cancellable, on_order, g_object_ref (self));
    }
}

static gboolean
goes_on (const TenurePlan *plan, const char *number)
{
  for (guint i = 0; plan && i < plan->items->len; i++)
    {
      const TenurePlanItem *item = plan->items->pdata[i];

      if (item->refusal && g_str_equal (item->key, number))
        return FALSE;
    }
  return TRUE;
}

/** The statuses are read again with each plan, and once more when it is confirmed (A2-07). */
static void
show_plan (TenurePlanForm *form, const TenurePlan *plan)
{
  TenurePayForm *self = TENURE_PAY_FORM (form);
  guint shown = 0;

  if (!plan)
    return;
  tenure_merge_notice_show (self->merged, tenure_plan_form_session (form), self->orders[1] ? plan : NULL);
  for (guint i = 0; i < self->rows->len; i++)
    {
      gboolean on = !self->orders[1] || goes_on (plan, self->orders[i]);

      gtk_widget_set_visible (self->rows->pdata[i], on);
      shown += on;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->orders_group), shown > 0);
}

static void
add_numbers (GString *text, const TenurePlan *plan, gboolean paid)
{
  for (guint i = 0; i < plan->items->len; i++)
    {
      const TenurePlanItem *item = plan->items->pdata[i];

      if (paid == (item->refusal == NULL))
        g_string_append_printf (text, "\n%s", item->key);
    }
}

/** Nothing is left out of a payment without being agreed to. */
static gboolean
question (TenurePlanForm *form, const TenurePlan *plan, TenureQuestion *question)
{
  TenurePayForm *self = TENURE_PAY_FORM (form);
  gboolean whole = TRUE;
  GString *text;

  for (guint i = 0; self->orders[i]; i++)
    whole = whole && goes_on (plan, self->orders[i]);
  if (whole || !self->orders[1])
    return FALSE;
  text = g_string_new (_ ("Removed from the Payment"));
  add_numbers (text, plan, FALSE);
  g_string_append_printf (text, "\n\n%s", _ ("Going On to Be Paid"));
  add_numbers (text, plan, TRUE);
  g_free (self->body);
  self->body = g_string_free (text, FALSE);
  *question = (TenureQuestion){
    .heading = _ ("Pay the Rest?"), .body = self->body, .yes = _ ("Confirm _Payment"), .no = _ ("_Cancel")
  };
  return TRUE;
}

static void
tenure_pay_form_dispose (GObject *object)
{
  TenurePayForm *self = TENURE_PAY_FORM (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_PAY_FORM);
  G_OBJECT_CLASS (tenure_pay_form_parent_class)->dispose (object);
}

static void
tenure_pay_form_finalize (GObject *object)
{
  TenurePayForm *self = TENURE_PAY_FORM (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->orders, g_strfreev);
  g_clear_pointer (&self->body, g_free);
  g_clear_pointer (&self->ticks, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->coupon_records, g_ptr_array_unref);
  G_OBJECT_CLASS (tenure_pay_form_parent_class)->finalize (object);
}

static void
tenure_pay_form_class_init (TenurePayFormClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_pay_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenure_pay_form_finalize;
  TENURE_PLAN_FORM_CLASS (klass)->build = build;
  TENURE_PLAN_FORM_CLASS (klass)->show_plan = show_plan;
  TENURE_PLAN_FORM_CLASS (klass)->question = question;
  g_type_ensure (TENURE_TYPE_MERGE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-pay-form.ui");
  gtk_widget_class_bind_template_child (widget, TenurePayForm, merged);
  gtk_widget_class_bind_template_child (widget, TenurePayForm, coupons);
  gtk_widget_class_bind_template_child (widget, TenurePayForm, orders_group);
}

static void
tenure_pay_form_init (TenurePayForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->ticks = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
}

TenurePlanForm *
tenure_pay_form_new (TenureSession *session, const char *const *orders, gboolean fresh)
{
  TenurePayForm *self = g_object_new (TENURE_TYPE_PAY_FORM, NULL);
  TenurePlanWords words = {
    .title = g_strv_length ((char **)orders) > 1 ? _ ("Merged Payment") : _ ("Payment"),
    .apply = _ ("Confirm _Payment"),
    .done = _ ("Payment Successful"),
    .back = _ ("Back to _My Orders"),
    .left = fresh ? _ ("The order waits under Pending Payment.") : NULL,
  };

  self->orders = g_strdupv ((char **)orders);
  tenure_plan_form_set_up (TENURE_PLAN_FORM (self), session, &words);
  show_orders (self, session);
  tenure_lookup_coupons_async (session, self->cancellable, on_coupons, g_object_ref (self));
  return TENURE_PLAN_FORM (self);
}

TenurePlanForm *
tenure_pay_form_after (TenureSession *session, const TenureOutcome *outcome)
{
  const char *const paid[] = { outcome->orders ? outcome->orders[0] : NULL, NULL };

  return paid[0] && outcome->plan->to_pay != 0 ? tenure_pay_form_new (session, paid, TRUE) : NULL;
}
