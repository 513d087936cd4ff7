/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-plan-row.h"

#include <glib/gi18n-lib.h>

#include "tenure-compat.h"
#include "tenure-wording-names.h"

struct _TenurePlanRow
{
  GtkGrid parent;
  GtkLabel *name, *amount, *about, *change;
};

G_DEFINE_FINAL_TYPE (TenurePlanRow, tenure_plan_row, GTK_TYPE_GRID)

static char *
dates_text (const TenurePlanItem *item)
{
  g_autofree char *old = item->old_expiry == TENURE_TIME_UNKNOWN ? NULL : tenure_word_day (item->old_expiry);
  g_autofree char *new = item->new_expiry == TENURE_TIME_UNKNOWN ? NULL : tenure_word_day (item->new_expiry);

  if (old && new)
    return g_strdup_printf ("%s → %s", old, new);
  if (new)
    return g_strdup_printf (_ ("until %s"), new);
  return g_strdup ("");
}

static char *
change_text (const TenurePlanItem *item)
{
  switch (item->verb)
    {
    case TENURE_VERB_UNSUBSCRIBE:
      return g_strdup (tenure_word_refund_kind (item->refund_kind));
    case TENURE_VERB_SET:
      return item->new_value ? tenure_word_setting_change (item) : dates_text (item);
    default:
      return dates_text (item);
    }
}

static const char *
name_text (const TenurePlanItem *item)
{
  const char *name = tenure_word_item_name (item);

  return name ? name : tenure_word_item_key (item);
}

static char *
about_text (TenureSession *session, const TenurePlanItem *item)
{
  TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (session));
  g_autofree char *products = item->product ? tenure_word_products (catalogue, item->product) : NULL;
  gboolean named = g_strcmp0 (item->name, item->key) != 0;

  if (item->verb == TENURE_VERB_DEPOSIT)
    return g_strdup (_ ("Balance"));
  if (item->main_key)
    return g_strdup_printf (_ ("goes along with %s"), item->main_key);
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

void
tenure_plan_row_show (TenurePlanRow *self, TenureSession *session, const TenurePlanItem *item)
{
  g_autofree char *refusal = item->refusal ? tenure_word_refusal (item->refusal) : NULL;
  g_autofree char *about = refusal ? NULL : about_text (session, item);
  g_autofree char *change = refusal ? NULL : change_text (item);
  g_autofree char *amount = refusal ? NULL : amount_text (item);
  const char *name = name_text (item);
  g_autoptr (GString) spoken = g_string_new (name);

  add_spoken (spoken, refusal ? refusal : change);
  add_spoken (spoken, refusal ? _ ("not possible") : amount);
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->amount, refusal ? _ ("Not possible") : amount);
  gtk_label_set_text (self->about, refusal ? refusal : about);
  gtk_label_set_text (self->change, refusal ? "" : change);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), refusal);
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
tenure_plan_row_class_init (TenurePlanRowClass *klass)
{
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
  gtk_widget_add_css_class (label, "numeric");
  if (row == 1)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "second");
    }
  gtk_grid_attach (GTK_GRID (self), label, column, row, 1, 1);
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
}

TenurePlanRow *
tenure_plan_row_new (void)
{
  return g_object_new (TENURE_TYPE_PLAN_ROW, NULL);
}
