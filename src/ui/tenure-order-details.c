/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-order-details.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tenure-keys.h"
#include "tenure-wording-names.h"
#include "tenure-wording-platform.h"

#define TRACE_SHOWN 3
#define LINES_SHOWN 200

typedef struct
{
  GtkBox *body;
  TenureSession *session;
  const TenureOrderView *view;
} Details;

static const char *
status_sentence (const TenureOrder *order)
{
  switch (order->status)
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
      return order->n_failed > 0 ? _ ("Done, but some of it could not be opened and was given back.")
                                 : _ ("Everything in this order is done.");
    case TENURE_ORDER_CANCELLED:
      return _ ("The order was cancelled by hand or lapsed.");
    case TENURE_ORDER_CONFIRMATION:
      return _ ("The account manager placed it; it waits for your confirmation.");
    default:
      return "";
    }
}

/* Rows ----------------------------------------------------------------------------------------------------------- */

static AdwPreferencesGroup *
add_group (Details *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (self->body, group);
  return ADW_PREFERENCES_GROUP (group);
}

static GtkWidget *
row_new (const char *title, const char *subtitle, const char *value)
{
  GtkWidget *row = adw_action_row_new (), *label = gtk_label_new (value);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle ? subtitle : "");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

static GtkWidget *
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle, const char *value)
{
  GtkWidget *row = row_new (title, subtitle, value);

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

/** Makes @row go to the order @number. */
static void
link_to (GtkWidget *row, const char *number)
{
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", number);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "order.open");
}

GtkWidget *
tenure_order_row_new (const TenureOrder *order)
{
  g_autofree char *created = tenure_word_time (order->created), *amount = tenure_word_money (order->due);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s · %s", tenure_word_order_type (order->type),
                                               tenure_word_order_status (order->status), created);
  GtkWidget *row = row_new (order->key, subtitle, amount);

  link_to (row, order->key);
  return row;
}

/* The head ------------------------------------------------------------------------------------------------------- */

static char *
marks_of (const TenureOrder *order)
{
  const gboolean on[] = { [TENURE_MARK_PROMOTION] = order->promotion,
                          [TENURE_MARK_PARTNER_PAID] = order->partner_paid,
                          [TENURE_MARK_SPECIAL] = order->special,
                          [TENURE_MARK_INVOICED] = order->invoiced };
  GString *marks = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (on); i++)
    if (on[i])
      g_string_append_printf (marks, "%s%s", marks->len ? " · " : "", tenure_word_mark ((TenureMark)i));
  return g_string_free (marks, FALSE);
}

/** A stored reason in words; of 其他 with what was typed. Free with g_free. */
static char *
reason_text (const char *reason)
{
  for (int i = 0; TENURE_REASONS[i]; i++)
    {
      const char *typed = reason + strlen (TENURE_REASONS[i]);

      if (g_str_equal (TENURE_REASONS[i], reason))
        return g_strdup (tenure_word_reason (i));
      if (g_str_has_prefix (reason, TENURE_REASONS[i]) && g_str_has_prefix (typed, ": "))
        return g_strdup_printf (_ ("%s: %s"), tenure_word_reason (i), typed + 2);
    }
  return g_strdup (reason);
}

static void
show_head (Details *self, const TenureOrder *order)
{
  AdwPreferencesGroup *group = add_group (self, order->key);
  g_autofree char *marks = marks_of (order);

  adw_preferences_group_set_description (group, status_sentence (order));
  add_row (group, _ ("Status"), NULL, tenure_word_order_status (order->status));
  add_row (group, _ ("Type"), NULL, tenure_word_order_type (order->type));
  add_row (group, _ ("Source"), NULL, tenure_word_order_source (order->source));
  add_time (group, _ ("Created"), order->created, order->actor);
  if (order->status == TENURE_ORDER_UNPAID && order->deadline != TENURE_TIME_UNKNOWN)
    {
      g_autofree char *left = tenure_word_days_left (order->deadline, tenure_session_now (self->session));

      add_time (group, _ ("Pay before"), order->deadline, left);
    }
  add_time (group, _ ("Paid"), order->paid_at, order->payer);
  add_time (group, _ ("Finished"), order->finished, NULL);
  if (order->reason && *order->reason)
    {
      g_autofree char *reason = reason_text (order->reason);

      add_row (group, _ ("Reason"), reason, NULL);
    }
  if (order->verdict)
    add_row (group, _ ("Rejected because"), order->verdict, NULL);
  if (*marks)
    add_row (group, _ ("Marks"), marks, NULL);
  if (order->parent_key)
    link_to (add_row (group, _ ("Part of the Composite Order"), NULL, order->parent_key), order->parent_key);
}

/* Money ---------------------------------------------------------------------------------------------------------- */

/** "¥100.00 − ¥20.00 = ¥80.00" */
static char *
difference (TenureMoney whole, TenureMoney less, TenureMoney rest)
{
  g_autofree char *a = tenure_word_money (whole), *b = tenure_word_money (less), *c = tenure_word_money (rest);

  return g_strdup_printf ("%s − %s = %s", a, b, c);
}

/** 支付渠道 / 扣减金额: what each channel gave (or got back). */
static void
show_channels (Details *self, const TenureChannels *paid, const char *title, const char *amount_title)
{
  const struct
  {
    const char *title;
    TenureMoney money;
  } channels[] = {
    { _ ("Balance"), paid->cash },           { _ ("Credit"), paid->credit },   { _ ("Flexi coupon"), paid->flexi },
    { _ ("Stored-value card"), paid->card }, { _ ("Voucher"), paid->voucher },
  };
  AdwPreferencesGroup *group = add_group (self, title);
  GtkWidget *head = gtk_label_new (amount_title);
  gboolean any = FALSE;

  gtk_widget_add_css_class (head, "dim-label");
  gtk_widget_add_css_class (head, "caption");
  adw_preferences_group_set_header_suffix (group, head);
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    if (channels[i].money != 0)
      {
        add_money (group, channels[i].title, NULL, channels[i].money);
        any = TRUE;
      }
  if (!any)
    add_money (group, _ ("Balance"), NULL, 0);
}

/** Each discount with its kind and name; what no kind is known of comes last (A2-04). */
static void
show_discounts (Details *self, AdwPreferencesGroup *group, const TenureOrder *order)
{
  const GPtrArray *discounts = self->view->money->discounts;
  TenureMoney rest = order->discount;

  for (guint i = 0; i < discounts->len && rest != TENURE_MONEY_UNKNOWN; i++)
    {
      const TenureOrderDiscount *discount = discounts->pdata[i];
      const char *title = g_str_equal (discount->kind, "commercial")  ? _ ("Commercial discount")
                          : g_str_equal (discount->kind, "promotion") ? _ ("Promotional discount")
                                                                      : _ ("Discount coupon");

      add_money (group, title, discount->name, discount->amount);
      if (!tenure_money_sub (rest, discount->amount, &rest, NULL))
        rest = TENURE_MONEY_UNKNOWN;
    }
  if (rest != 0 || discounts->len == 0)
    add_money (group, discounts->len == 0 ? _ ("Discount") : _ ("Other discount"), NULL, rest);
}

/** 订单金额 − 折扣 = 应付金额; 应付金额 − 代金券 = 实付金额 = its channels (A2-04). */
static void
show_payment (Details *self, const TenureOrder *order)
{
  AdwPreferencesGroup *group = add_group (self, _ ("Money"));
  TenureMoney total = 0;
  gboolean paid = order->paid_at != TENURE_TIME_UNKNOWN && tenure_channels_paid (&order->paid, &total, NULL);
  g_autofree char *due = difference (order->official, order->discount, order->due);
  g_autofree char *rest = difference (order->due, order->paid.voucher, total);

  adw_preferences_group_set_description (group, _ ("Prices are references; what counts is the bill."));
  add_money (group, _ ("Order amount"), NULL, order->official);
  show_discounts (self, group, order);
  add_money (group, _ ("Amount due"), due, order->due);
  if (!paid)
    return;
  add_money (group, _ ("Amount paid"), rest, total);
  show_channels (self, &order->paid, _ ("Payment Channel"), _ ("Deducted"));
}

static void
show_refund (Details *self, const TenureOrder *order)
{
  AdwPreferencesGroup *group = add_group (self, _ ("Refund"));
  TenureMoney total = 0;

  adw_preferences_group_set_description (group, _ ("Refunds are references; what counts is the bill."));
  add_money (group, _ ("Due refund"), NULL, order->due);
  if (tenure_channels_paid (&order->paid, &total, NULL))
    add_money (group, _ ("Actual refund"), NULL, total);
  show_channels (self, &order->paid, _ ("Refund Channel"), _ ("Returned"));
}

/* Resources ------------------------------------------------------------------------------------------------------ */

static const TenureResource *
resource_of (Details *self, const TenureOrderLine *line)
{
  for (guint i = 0; line->resource_id != 0 && i < self->view->resources->len; i++)
    {
      const TenureResource *resource = self->view->resources->pdata[i];

      if (resource->id == line->resource_id)
        return resource;
    }
  return NULL;
}

/** The term that the line bought, or (of a refund) gave back. */
static const TenureTerm *
term_of (const TenureResource *resource, const TenureOrderLine *line)
{
  for (guint i = 0; resource && i < resource->n_terms; i++)
    if (line->term_id != 0 ? resource->terms[i].id == line->term_id : resource->terms[i].order_id == line->order_id)
      return &resource->terms[i];
  return NULL;
}

static char *
line_dates (const TenureOrderLine *line, const TenureTerm *term)
{
  TenureTime start = term ? term->start : line->old_expiry, end = term ? term->end : line->new_expiry;
  g_autofree char *from = start == TENURE_TIME_UNKNOWN ? NULL : tenure_word_day (start);
  g_autofree char *to = end == TENURE_TIME_UNKNOWN ? NULL : tenure_word_day (end);
  g_autofree char *duration = line->months > 0 ? tenure_word_duration (line->months) : NULL;
  GString *text = g_string_new (tenure_word_charging (line->charging));

  if (duration)
    g_string_append_printf (text, " · %s", duration);
  if (from && to)
    g_string_append_printf (text, " · %s – %s", from, to);
  if (line->failed)
    g_string_append_printf (text, "\n%s", _ ("Could not be opened: what it cost comes back by a refund order."));
  return g_string_free (text, FALSE);
}

/** Of each base order: paid, consumed, fee, lost (A2-04). */
static char *
refund_parts (const TenureOrderLine *line, const TenureTerm *term)
{
  g_autofree char *consumed = tenure_word_money (line->consumed), *fee = tenure_word_money (line->fee);
  TenureMoney back = 0, lost;
  GString *text = g_string_new (tenure_word_refund_kind (line->refund_kind));

  if (term)
    {
      g_autofree char *paid = tenure_word_money (term->due);

      g_string_append_printf (text, "\n%s", _ ("Base order"));
      g_string_append_printf (text, " %s · ", term->order_key);
      g_string_append_printf (text, _ ("paid %s"), paid);
    }
  g_string_append_c (text, '\n');
  g_string_append_printf (text, _ ("consumed %s, fee %s"), consumed, fee);
  if (!tenure_channels_paid (&line->paid, &back, NULL))
    return g_string_free (text, FALSE);
  lost = line->due - back - line->paid.voucher;
  if (lost > 0)
    {
      g_autofree char *amount = tenure_word_money (lost);

      g_string_append_printf (text, _ (", lost with expired coupons %s"), amount);
    }
  return g_string_free (text, FALSE);
}

static void
add_line (Details *self, AdwPreferencesGroup *group, const TenureOrder *order, const TenureOrderLine *line)
{
  TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (self->session));
  const TenureTerm *term = term_of (resource_of (self, line), line);
  gboolean refund = order->type == TENURE_TYPE_UNSUBSCRIBE;
  g_autofree char *dates = refund ? refund_parts (line, term) : line_dates (line, term);
  g_autofree char *spec = tenure_word_sized_spec (catalogue, line->offer, line->spec, line->amount);
  g_autofree char *quantity = line->quantity > 1 ? g_strdup_printf (" × %d", line->quantity) : g_strdup ("");
  g_autofree char *subtitle =
      g_strdup_printf ("%s · %s%s · %s%s%s\n%s", tenure_word_product (catalogue, line->offer, line->product), spec,
                       quantity, tenure_word_region (catalogue, line->region), line->resource_key ? "\n" : "",
                       line->resource_key ? line->resource_key : "", dates);

  add_money (group, line->name, subtitle, line->due);
}

static void
show_lines (Details *self)
{
  AdwPreferencesGroup *group = NULL;
  guint shown = 0;

  for (guint i = 0; i < self->view->orders->len; i++)
    {
      const TenureOrder *order = self->view->orders->pdata[i];

      for (guint j = 0; j < order->n_lines && shown < LINES_SHOWN; j++, shown++)
        {
          if (!group)
            group = add_group (self, _ ("Resources"));
          add_line (self, group, order, &order->lines[j]);
        }
    }
}

static void
show_children (Details *self)
{
  const GPtrArray *orders = self->view->orders;

  if (orders->len < 2)
    return;
  AdwPreferencesGroup *group = add_group (self, _ ("Orders in This Composite Order"));
  for (guint i = 1; i < orders->len && i < LINES_SHOWN; i++)
    adw_preferences_group_add (group, tenure_order_row_new (orders->pdata[i]));
}

/** The newest three; with three or more there is a way to all of them (A2-05). */
static void
show_trace (Details *self)
{
  const GPtrArray *trace = self->view->trace;

  if (trace->len == 0)
    return;
  AdwPreferencesGroup *group = add_group (self, _ ("Trace"));
  for (guint i = 0; i < MIN (trace->len, TRACE_SHOWN); i++)
    adw_preferences_group_add (group, tenure_order_row_new (trace->pdata[i]));
  if (trace->len < TRACE_SHOWN)
    return;
  GtkWidget *all = gtk_button_new_with_mnemonic (_ ("_View All Records"));
  gtk_widget_add_css_class (all, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (all), "order.trace");
  adw_preferences_group_set_header_suffix (group, all);
}

void
tenure_order_details_fill (GtkBox *body, TenureSession *session, const TenureOrderView *view)
{
  const TenureOrder *order = view->orders->pdata[0];
  Details details = { body, session, view };
  TenureKeysPlace *place = tenure_keys_remember (GTK_WIDGET (body));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (body))))
    gtk_box_remove (body, child);
  show_head (&details, order);
  if (order->type == TENURE_TYPE_UNSUBSCRIBE)
    show_refund (&details, order);
  else
    show_payment (&details, order);
  show_children (&details);
  show_lines (&details);
  show_trace (&details);
  tenure_keys_return (place);
}
