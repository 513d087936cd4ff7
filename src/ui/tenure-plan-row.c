/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-plan-row.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#include "tenure-compat.h"
#include "tenure-order-window.h"
#include "tenure-wording-names.h"

struct _TenurePlanRow
{
  GtkGrid parent;
  TenureSession *session;
  GtkLabel *name, *amount, *about, *change, *value; /* value: a line of its own, as long as it needs */
};

G_DEFINE_FINAL_TYPE (TenurePlanRow, tenure_plan_row, GTK_TYPE_GRID)

static char *
dates_text (const TenurePlanItem *item)
{
  g_autofree char *old = item->old_expiry == TENURE_TIME_UNKNOWN ? NULL : tenure_word_day (item->old_expiry);
  g_autofree char *new = item->new_expiry == TENURE_TIME_UNKNOWN ? NULL : tenure_word_day (item->new_expiry);

  if (old && new && item->old_expiry != item->new_expiry)
    return g_strdup_printf ("%s → %s", old, new);
  if (new)
    return g_strdup_printf (_ ("until %s"), new);
  return old ? g_strdup_printf (_ ("expiry %s"), old) : g_strdup ("");
}

static char *
change_text (const TenurePlanItem *item)
{
  switch (item->verb)
    {
    case TENURE_VERB_UNSUBSCRIBE:
      return g_strdup (tenure_word_refund_kind (item->refund_kind));
    default:
      return dates_text (item);
    }
}

/** What the days up to the unified day cost, before the sum is rounded; unknown where no step says so. */
static TenureMoney
extra_price (const TenurePlanItem *item)
{
  for (guint i = 0; item->steps && i < tenure_steps_length (item->steps); i++)
    if (g_str_has_prefix (tenure_steps_at (item->steps, i)->rule, "renewal.extra"))
      return tenure_steps_at (item->steps, i)->result.value;
  return TENURE_MONEY_UNKNOWN;
}

/** The renewal up to the unified day in its parts (A2-16): for how long, and the days besides with their price. */
static char *
extra_text (const TenurePlanItem *item)
{
  TenureDay day = tenure_day_of (item->new_expiry) - item->extra_days;
  TenureMoney price = extra_price (item);
  g_autofree char *duration = tenure_word_duration (item->months);
  g_autofree char *base = tenure_word_day (tenure_day_end (day));

  /* To the fen, as the sum is. */
  tenure_money_scale (price, 1, 1, 2, TENURE_ROUND_HALF_UP, &price, NULL);
  g_autofree char *amount = tenure_word_money (price);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s to %s, then %d day to the unified date: %s",
                                       "%s to %s, then %d days to the unified date: %s", (gulong)item->extra_days),
                          duration, base, item->extra_days, amount);
}

/** Of what a renewal consists, and how it goes on afterwards where that changes. */
static char *
renewal_text (TenureCatalogue *catalogue, const TenurePlanItem *item)
{
  g_autofree char *extra = item->extra_days > 0 ? extra_text (item) : NULL;
  g_autofree char *mode = item->new_value ? tenure_word_setting_change (catalogue, item) : NULL;

  return g_strdup_printf ("%s%s%s", extra ? extra : "", extra && mode ? "\n" : "", mode ? mode : "");
}

/** What goes, and what stays, a sentence a line (A1-24); where the rule is from stands in the details. */
static char *
release_text (const TenurePlanItem *item)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tenure_steps_length (item->steps); i++)
    {
      g_autofree char *word = tenure_word_step (tenure_steps_at (item->steps, i));

      g_string_append_printf (text, "%s%s", text->len ? "\n" : "", word);
    }
  return g_string_free (text, FALSE);
}

/** What it becomes: a setting, a mode, another specification; or of what a renewal consists. */
static char *
value_text (TenureSession *session, const TenurePlanItem *item)
{
  TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (session));
  gboolean becomes = item->verb == TENURE_VERB_SET || item->verb == TENURE_VERB_CHANGE;

  if (item->verb == TENURE_VERB_RENEW)
    return renewal_text (catalogue, item);
  if (item->verb == TENURE_VERB_RELEASE && item->steps)
    return release_text (item);
  if (!becomes || !item->new_value)
    return g_strdup ("");
  g_autofree char *change = tenure_word_setting_change (catalogue, item);
  g_autofree char *at_once = tenure_word_at_once (item);

  return at_once ? g_strdup_printf ("%s\n%s", change, at_once) : g_steal_pointer (&change);
}

static const char *
name_text (const TenurePlanItem *item)
{
  const char *name = tenure_word_item_name (item);

  return name ? name : tenure_word_item_key (item);
}

static char *
about_text (TenureSession *session, const TenurePlan *plan, const TenurePlanItem *item)
{
  TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (session));
  g_autofree char *products = item->product ? tenure_word_products (catalogue, item->product) : NULL;
  gboolean named = g_strcmp0 (item->name, item->key) != 0;

  if (item->verb == TENURE_VERB_DEPOSIT)
    return g_strdup (_ ("Balance"));
  if (item->main_key)
    return g_strdup_printf (_ ("goes along with %s"), tenure_word_main_name (plan, item));
  if (products && named)
    return g_strdup_printf ("%s · %s", products, item->key);
  return products ? g_steal_pointer (&products) : g_strdup (named ? tenure_word_item_key (item) : "");
}

/** What moves money says how much, be it nothing; of the rest only what has an amount does. */
static char *
amount_text (const TenurePlanItem *item)
{
  switch (item->verb)
    {
    case TENURE_VERB_DEPOSIT:
    case TENURE_VERB_ORDER:
    case TENURE_VERB_PAY:
    case TENURE_VERB_RENEW:
    case TENURE_VERB_UNSUBSCRIBE:
    case TENURE_VERB_GIVE_BACK:
    case TENURE_VERB_CHANGE:
    case TENURE_VERB_CONVERT:
      break;
    case TENURE_VERB_SET:
    case TENURE_VERB_CANCEL:
      return g_strdup ("");
    default:
      if (item->total == 0)
        return g_strdup ("");
    }
  return tenure_word_money (item->total);
}

static void
add_spoken (GString *spoken, const char *part)
{
  if (*part)
    g_string_append_printf (spoken, ", %s", part);
}

/** What is in the way, with the number of the order that is in the way as a link to it; free with g_free. */
static char *
reason_markup (const TenureRefusal *refusal, const char *words)
{
  g_autofree char *markup = g_markup_escape_text (words, -1);
  const char *number = tenure_refusal_order (refusal), *at = number ? strstr (markup, number) : NULL;

  if (at)
    return g_strdup_printf ("%.*s<a href=\"%s\">%s</a>%s", (int)(at - markup), markup, number, number,
                            at + strlen (number));
  return g_steal_pointer (&markup);
}

static gboolean
on_link (TenurePlanRow *self, const char *number)
{
  if (self->session)
    tenure_order_window_present (GTK_WIDGET (self), self->session, number);
  return TRUE;
}

void
tenure_plan_row_show (TenurePlanRow *self, TenureSession *session, const TenurePlan *plan, const TenurePlanItem *item)
{
  g_autofree char *refusal = item->refusal ? tenure_word_refusal (item->refusal) : NULL;
  g_autofree char *about = about_text (session, plan, item);
  g_autofree char *change = refusal ? NULL : change_text (item);
  g_autofree char *value = refusal ? NULL : value_text (session, item);
  g_autofree char *amount = refusal ? NULL : amount_text (item);
  g_autofree char *reason = refusal ? reason_markup (item->refusal, refusal) : NULL;
  const char *name = name_text (item);
  g_autoptr (GString) spoken = g_string_new (name);

  g_set_object (&self->session, session);
  add_spoken (spoken, refusal ? refusal : change);
  add_spoken (spoken, refusal ? "" : value);
  add_spoken (spoken, refusal ? _ ("not possible") : amount);
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->amount, refusal ? _ ("Not possible") : amount);
  gtk_label_set_text (self->about, about);
  gtk_label_set_text (self->change, refusal ? "" : change);
  if (reason)
    gtk_label_set_markup (self->value, reason);
  else
    gtk_label_set_text (self->value, value);
  gtk_widget_set_visible (GTK_WIDGET (self->about), *about);
  gtk_widget_set_visible (GTK_WIDGET (self->change), change && *change);
  gtk_widget_set_visible (GTK_WIDGET (self->value), *gtk_label_get_text (self->value));
  if (refusal)
    gtk_widget_add_css_class (GTK_WIDGET (self), "refused");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "refused");
  tenure_name_widget (GTK_WIDGET (self), spoken->str);
  /* The list item around it is what gets the focus. */
  tenure_name_widget (gtk_widget_get_parent (GTK_WIDGET (self)), spoken->str);
}

static void
add_part (GString *text, const char *label, TenureMoney money)
{
  g_autofree char *amount = tenure_word_money (money);

  g_string_append_printf (text, "%s: %s\n", label, amount);
}

static void
add_refund (GString *text, const TenurePlanItem *item)
{
  if (item->base_order)
    g_string_append_printf (text, "%s: %s\n", _ ("Base order"), item->base_order);
  add_part (text, _ ("Payment Info"), item->paid);
  add_part (text, _ ("Consumed"), item->consumed);
  add_part (text, _ ("Handling fee"), item->fee);
  add_part (text, _ ("Due refund"), item->due);
  add_part (text, _ ("Actual refund"), item->total);
  if (item->money.cash + item->money.credit)
    add_part (text, _ ("Back to the balance"), item->money.cash + item->money.credit);
  if (item->money.flexi)
    add_part (text, _ ("Back to the flexi coupon"), item->money.flexi);
  if (item->money.card)
    add_part (text, _ ("Back to the stored-value card"), item->money.card);
  if (item->money.voucher)
    add_part (text, _ ("Back to the voucher"), item->money.voucher);
  if (item->lost)
    add_part (text, _ ("Lost with expired coupons"), item->lost);
  g_string_append_c (text, '\n');
}

static void
add_payment (GString *text, const TenurePlanItem *item)
{
  add_part (text, _ ("Order amount"), item->official);
  add_part (text, _ ("Amount due"), item->due);
  if (item->money.voucher)
    add_part (text, _ ("Voucher"), item->money.voucher);
  if (item->money.flexi)
    add_part (text, _ ("Flexi coupon"), item->money.flexi);
  if (item->money.card)
    add_part (text, _ ("Stored-value card"), item->money.card);
  add_part (text, _ ("Amount paid"), item->total);
  g_string_append_c (text, '\n');
}

char *
tenure_plan_item_explanation (const TenurePlanItem *item)
{
  GString *text = g_string_new (NULL);

  if (item->verb == TENURE_VERB_UNSUBSCRIBE || item->verb == TENURE_VERB_GIVE_BACK)
    add_refund (text, item);
  else if (item->verb == TENURE_VERB_ORDER || item->verb == TENURE_VERB_PAY || item->verb == TENURE_VERB_RENEW)
    add_payment (text, item);
  if (item->steps)
    {
      g_autofree char *steps = tenure_word_steps (item->steps);

      g_string_append (text, steps);
    }
  g_strchomp (text->str);
  return g_string_free (text, FALSE);
}

static void
tenure_plan_row_dispose (GObject *object)
{
  g_clear_object (&TENURE_PLAN_ROW (object)->session);
  G_OBJECT_CLASS (tenure_plan_row_parent_class)->dispose (object);
}

static void
tenure_plan_row_class_init (TenurePlanRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenure_plan_row_dispose;
}

static void
be_second (GtkWidget *label)
{
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "second");
}

static GtkLabel *
add_label (TenurePlanRow *self, int column, int row)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column);
  /* Names give way; dates and amounts do not. */
  gtk_label_set_ellipsize (GTK_LABEL (label), column == 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, column == 0);
  if (row == 1)
    be_second (label);
  else
    gtk_widget_add_css_class (label, "numeric");
  gtk_grid_attach (GTK_GRID (self), label, column, row, 1, 1);
  return GTK_LABEL (label);
}

/** Below the rest and as wide: a change or a reason is never cut. */
static GtkLabel *
add_long_label (TenurePlanRow *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* The list asks for its height before it has a width. */
  gtk_widget_set_size_request (label, 250, -1);
  be_second (label);
  gtk_widget_add_css_class (label, "reason");
  gtk_grid_attach (GTK_GRID (self), label, 0, 2, 2, 1);
  return GTK_LABEL (label);
}

static void
tenure_plan_row_init (TenurePlanRow *self)
{
  gtk_grid_set_column_spacing (GTK_GRID (self), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self), 2);
  gtk_widget_add_css_class (GTK_WIDGET (self), "plan-row");
  self->name = add_label (self, 0, 0);
  self->amount = add_label (self, 1, 0);
  self->about = add_label (self, 0, 1);
  self->change = add_label (self, 1, 1);
  self->value = add_long_label (self);
  g_signal_connect_object (self->value, "activate-link", G_CALLBACK (on_link), self, G_CONNECT_SWAPPED);
}

TenurePlanRow *
tenure_plan_row_new (void)
{
  return g_object_new (TENURE_TYPE_PLAN_ROW, NULL);
}
