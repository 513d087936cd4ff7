/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-plan-view.h"

#include <glib/gi18n-lib.h>

#include "tenure-plan-model.h"
#include "tenure-plan-row.h"
#include "tenure-refund-row.h"
#include "tenure-wording.h"

#define DIFFERENCES_SHOWN 5
/* Rows of a refund that stand there without a scroller of their own: how high those with open details are, a scroller
 * cannot know. */
#define ROWS_WITHOUT_SCROLLER 30
#define FEW_ROWS 4 /* of other plans: a scroller would be higher than one or two of them */
/* Pixels. */
#define LARGE_REFUND 280

struct _TenurePlanView
{
  AdwBin parent;
  TenureSession *session;
  gboolean refund;  /* the table of a refund, whose rows have details of their own */
  GHashTable *open; /* keys of the rows whose details are open: a new plan keeps them so */

  TenureRefundRow *total;
  GtkBox *table, *titles;
  GtkLabel *heading, *explanation;
  GtkScrolledWindow *scroller;
  GtkListView *items;
  GtkToggleButton *why;
};

G_DEFINE_FINAL_TYPE (TenurePlanView, tenure_plan_view, ADW_TYPE_BIN)

static void
on_row_toggled (TenureRefundRow *row, gboolean open, TenurePlanView *self)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (row), "item");
  const char *key = tenure_plan_entry_item (gtk_list_item_get_item (item))->key;

  if (open)
    g_hash_table_add (self->open, g_strdup (key));
  else
    g_hash_table_remove (self->open, key);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, TenurePlanView *self)
{
  GtkWidget *row = self->refund ? GTK_WIDGET (tenure_refund_row_new ()) : GTK_WIDGET (tenure_plan_row_new ());

  if (self->refund)
    {
      g_object_set_data (G_OBJECT (row), "item", item);
      g_signal_connect_object (row, "toggled", G_CALLBACK (on_row_toggled), self, 0);
    }
  gtk_list_item_set_child (item, row);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, TenurePlanView *self)
{
  TenurePlanEntry *entry = gtk_list_item_get_item (item);
  const TenurePlanItem *shown = tenure_plan_entry_item (entry);
  GtkWidget *row = gtk_list_item_get_child (item);

  if (self->refund)
    tenure_refund_row_show (TENURE_REFUND_ROW (row), self->session, tenure_plan_entry_plan (entry),
                            gtk_list_item_get_position (item), g_hash_table_contains (self->open, shown->key));
  else
    tenure_plan_row_show (TENURE_PLAN_ROW (row), self->session, tenure_plan_entry_plan (entry), shown);
}

/** Return on a row does what its button does. */
static void
on_activate (TenurePlanView *self, guint position)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = focus ? gtk_widget_get_first_child (focus) : NULL;

  if (TENURE_IS_REFUND_ROW (row))
    tenure_refund_row_toggle (TENURE_REFUND_ROW (row));
}

static void
set_scrolled (TenurePlanView *self, gboolean scrolled)
{
  GtkWidget *items = GTK_WIDGET (self->items);

  if (scrolled == gtk_widget_is_ancestor (items, GTK_WIDGET (self->scroller)))
    return;
  g_object_ref (items);
  if (scrolled)
    {
      gtk_box_remove (self->table, items);
      gtk_scrolled_window_set_child (self->scroller, items);
    }
  else
    {
      gtk_scrolled_window_set_child (self->scroller, NULL);
      gtk_box_insert_child_after (self->table, items, GTK_WIDGET (self->scroller));
    }
  g_object_unref (items);
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), scrolled);
}

/** A factory makes rows of one kind only. */
static void
make_rows (TenurePlanView *self, gboolean refund)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->refund = refund;
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  gtk_list_view_set_factory (self->items, factory);
  gtk_widget_set_visible (GTK_WIDGET (self->titles), refund);
  gtk_widget_set_visible (GTK_WIDGET (self->total), refund);
  g_object_unref (factory);
}

static void
explain (TenurePlanView *self)
{
  GtkSelectionModel *model = gtk_list_view_get_model (self->items);
  GtkSingleSelection *selection = GTK_IS_SINGLE_SELECTION (model) ? GTK_SINGLE_SELECTION (model) : NULL;
  TenurePlanEntry *entry = selection ? gtk_single_selection_get_selected_item (selection) : NULL;
  g_autofree char *text = entry ? tenure_plan_item_explanation (tenure_plan_entry_item (entry)) : g_strdup ("");

  gtk_label_set_text (self->explanation, text);
  gtk_widget_set_visible (GTK_WIDGET (self->why), *text != '\0');
  if (!*text)
    gtk_toggle_button_set_active (self->why, FALSE);
}

static char *
heading_text (const TenurePlan *plan)
{
  guint n = plan->items->len, refused = 0;

  for (guint i = 0; i < n; i++)
    refused += ((const TenurePlanItem *)plan->items->pdata[i])->refusal != NULL;
  g_autofree char *items = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item", "%u items", n), n);
  if (refused == 0)
    return g_steal_pointer (&items);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s, %u of them not possible", "%s, %u of them not possible", refused), items,
      refused);
}

/** Whether something is given back, be it for nothing; with @refused also what is asked for in vain. */
static gboolean
gives_back (const TenurePlan *plan, gboolean refused)
{
  for (guint i = 0; i < plan->items->len; i++)
    {
      const TenurePlanItem *item = plan->items->pdata[i];

      if ((refused || !item->refusal) && (item->verb == TENURE_VERB_UNSUBSCRIBE || item->verb == TENURE_VERB_GIVE_BACK))
        return TRUE;
    }
  return FALSE;
}

/* A fresh selection a plan: replacing the model of one would walk all rows. */
static GtkSelectionModel *
selection_of (TenurePlanView *self, TenurePlan *plan)
{
  GListModel *model = G_LIST_MODEL (tenure_plan_model_new (plan));

  if (self->refund)
    return GTK_SELECTION_MODEL (gtk_no_selection_new (model));
  GtkSingleSelection *selection = gtk_single_selection_new (model);
  g_signal_connect_object (selection, "notify::selected-item", G_CALLBACK (explain), self, G_CONNECT_SWAPPED);
  return GTK_SELECTION_MODEL (selection);
}

void
tenure_plan_view_show (TenurePlanView *self, TenureSession *session, TenurePlan *plan)
{
  g_set_object (&self->session, session);
  gtk_list_view_set_model (self->items, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), plan && plan->items->len > 0);
  if (!plan)
    return;
  gboolean refund = gives_back (plan, TRUE);
  if (refund != self->refund)
    make_rows (self, refund);
  gtk_scrolled_window_set_min_content_height (self->scroller, refund ? LARGE_REFUND : -1);
  set_scrolled (self, plan->items->len > (refund ? ROWS_WITHOUT_SCROLLER : FEW_ROWS));
  g_autoptr (GtkSelectionModel) selection = selection_of (self, plan);
  g_autofree char *heading = heading_text (plan);

  gtk_list_view_set_model (self->items, selection);
  gtk_label_set_text (self->heading, heading);
  if (refund)
    tenure_refund_row_show_total (self->total, plan);
  explain (self);
}

char *
tenure_plan_totals (const TenurePlan *plan)
{
  g_autofree char *pay = tenure_word_money (plan->to_pay), *back = tenure_word_money (plan->to_return);

  if (plan->to_return > 0 || gives_back (plan, FALSE))
    return g_strdup_printf (_ ("Actual refund: %s"), back);
  if (plan->to_pay != 0)
    return g_strdup_printf (_ ("To pay: %s"), pay);
  return g_strdup ("");
}

TenureMoney
tenure_plan_from_coupons (const TenurePlan *plan)
{
  TenureMoney sum = 0;

  for (guint i = 0; i < plan->items->len; i++)
    {
      const TenurePlanItem *item = plan->items->pdata[i];

      /* A plan of which it overflowed could not have been sealed. */
      if (item->verb == TENURE_VERB_PAY && !item->refusal)
        sum += item->money.flexi + item->money.card;
    }
  return sum;
}

static void
add_sentence (GString *text, char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len ? " · " : "", sentence);
  g_free (sentence);
}

/** 退还账户余额, and what goes back to coupons and cards, of a refund (A2-22). */
static void
add_returned (GString *text, const TenurePlan *plan)
{
  TenureMoney balance = 0, coupons = 0;

  for (guint i = 0; i < plan->items->len; i++)
    {
      const TenurePlanItem *item = plan->items->pdata[i];

      if (item->refusal || (item->verb != TENURE_VERB_UNSUBSCRIBE && item->verb != TENURE_VERB_GIVE_BACK &&
                            item->verb != TENURE_VERB_APPROVE))
        continue;
      balance += item->money.cash + item->money.credit;
      coupons += item->money.flexi + item->money.card;
    }
  g_autofree char *to_balance = tenure_word_money (balance), *to_coupons = tenure_word_money (coupons);
  add_sentence (text, g_strdup_printf (_ ("back to the balance: %s"), to_balance));
  if (coupons > 0)
    add_sentence (text, g_strdup_printf (_ ("back to flexi coupons and cards: %s"), to_coupons));
}

char *
tenure_plan_consequences (const TenurePlan *plan)
{
  GString *text = g_string_new (NULL);

  if (plan->balance_before != TENURE_MONEY_UNKNOWN && plan->balance_after != TENURE_MONEY_UNKNOWN &&
      plan->balance_before != plan->balance_after)
    {
      g_autofree char *before = tenure_word_money (plan->balance_before);
      g_autofree char *after = tenure_word_money (plan->balance_after);

      add_sentence (text, g_strdup_printf (_ ("Balance %s → %s"), before, after));
    }
  if (tenure_plan_from_coupons (plan) > 0)
    {
      g_autofree char *coupons = tenure_word_money (tenure_plan_from_coupons (plan));

      add_sentence (text, g_strdup_printf (_ ("%s of it by flexi coupons and cards"), coupons));
    }
  if (plan->to_return > 0)
    add_returned (text, plan);
  if (plan->voucher_return > 0)
    {
      g_autofree char *voucher = tenure_word_money (plan->voucher_return);

      add_sentence (text, g_strdup_printf (_ ("back to vouchers: %s"), voucher));
    }
  if (plan->review)
    add_sentence (text, g_strdup (_ ("A refund this large is reviewed first.")));
  if (plan->to_return > 0)
    add_sentence (text, g_strdup (_ ("Refunds are references; what counts is the bill.")));
  else if (plan->to_pay > 0)
    add_sentence (text, g_strdup (_ ("For reference; the bill decides.")));
  return g_string_free (text, FALSE);
}

static void
add_reason (GString *text, const TenureRefusal *refusal)
{
  g_autofree char *sentence = tenure_word_refusal (refusal);

  g_string_append_printf (text, "%s%s", text->len ? "\n" : "", sentence);
}

char *
tenure_plan_reasons (const TenurePlan *plan)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plan->refusals->len; i++)
    add_reason (text, plan->refusals->pdata[i]);
  if (plan->items->len == 1 && ((const TenurePlanItem *)plan->items->pdata[0])->refusal)
    add_reason (text, ((const TenurePlanItem *)plan->items->pdata[0])->refusal);
  return g_string_free (text, FALSE);
}

char *
tenure_plan_differences (const TenureOutcome *outcome)
{
  g_autoptr (GString) text = g_string_new (_ ("Something changed since this was planned. Nothing was done."));
  guint n = outcome->differences ? outcome->differences->len : 0;

  for (guint i = 0; i < MIN (n, DIFFERENCES_SHOWN); i++)
    {
      g_autofree char *difference = tenure_word_difference (outcome->differences->pdata[i]);

      g_string_append_printf (text, "\n• %s", difference);
    }
  n -= MIN (n, DIFFERENCES_SHOWN);
  if (n > 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "\n… and %u more", "\n… and %u more", n), n);
  return g_strdup (text->str);
}

GPtrArray *
tenure_plan_orders_to_tell (const TenureOutcome *outcome)
{
  g_autoptr (GPtrArray) named = g_ptr_array_new (), all = g_ptr_array_new ();
  g_autoptr (GHashTable) items = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < outcome->plan->items->len; i++)
    if (((TenurePlanItem *)outcome->plan->items->pdata[i])->key)
      g_hash_table_add (items, ((TenurePlanItem *)outcome->plan->items->pdata[i])->key);
  for (guint i = 0; outcome->orders && outcome->orders[i]; i++)
    {
      g_ptr_array_add (all, outcome->orders[i]);
      if (g_hash_table_contains (items, outcome->orders[i]))
        g_ptr_array_add (named, outcome->orders[i]);
    }
  return named->len > 0 ? g_steal_pointer (&named) : g_steal_pointer (&all);
}

static void
tenure_plan_view_dispose (GObject *object)
{
  TenurePlanView *self = TENURE_PLAN_VIEW (object);

  if (self->items)
    gtk_list_view_set_model (self->items, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_PLAN_VIEW);
  g_clear_object (&self->session);
  g_clear_pointer (&self->open, g_hash_table_unref);
  G_OBJECT_CLASS (tenure_plan_view_parent_class)->dispose (object);
}

static void
tenure_plan_view_class_init (TenurePlanViewClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_plan_view_dispose;
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-plan-view.ui");
  gtk_widget_class_bind_template_child (widget, TenurePlanView, heading);
  gtk_widget_class_bind_template_child (widget, TenurePlanView, explanation);
  gtk_widget_class_bind_template_child (widget, TenurePlanView, scroller);
  gtk_widget_class_bind_template_child (widget, TenurePlanView, items);
  gtk_widget_class_bind_template_child (widget, TenurePlanView, why);
  gtk_widget_class_bind_template_child (widget, TenurePlanView, titles);
  gtk_widget_class_bind_template_child (widget, TenurePlanView, table);
  gtk_widget_class_bind_template_callback (widget, on_activate);
}

static void
tenure_plan_view_init (TenurePlanView *self)
{
  TenureRefundRow *titles = tenure_refund_row_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->total = tenure_refund_row_new ();
  tenure_refund_row_show_titles (titles);
  gtk_box_append (self->titles, GTK_WIDGET (titles));
  gtk_box_append (self->table, GTK_WIDGET (self->total));
  make_rows (self, FALSE);
}
