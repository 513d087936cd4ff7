/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-action-menu.h"

#include <glib/gi18n-lib.h>

#include "tenure-compat.h"
#include "tenure-order-window.h"
#include "tenure-wording.h"

struct _TenureActionMenu
{
  GtkPopover parent;
  const TenureActionSet *set;
  TenureRecord *record; /* NULL: the selection */
  GCancellable *probing;
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (TenureActionMenu, tenure_action_menu, GTK_TYPE_POPOVER)

static const TenureRowAction *
action_of (gpointer button)
{
  return g_object_get_data (button, "action");
}

static void
on_clicked (GtkButton *button, TenureActionMenu *self)
{
  const TenureRowAction *action = action_of (button);
  const TenureActionSet *set = self->set;
  g_autoptr (TenureRecord) record = self->record ? tenure_record_ref (self->record) : NULL;

  gtk_popover_popdown (GTK_POPOVER (self));
  if (record)
    tenure_action_set_act (set, action, record);
  else
    gtk_widget_activate_action (set->page, action->name, NULL);
}

static void
refuse (GtkWidget *button, const char *reason)
{
  GtkWidget *label = gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (button)));
  g_autofree char *spoken = g_strdup_printf ("%s: %s", _ (action_of (button)->label), reason);

  gtk_label_set_text (GTK_LABEL (label), reason);
  gtk_widget_set_visible (label, TRUE);
  gtk_widget_set_sensitive (button, FALSE);
  tenure_name_widget (button, spoken);
}

static GtkWidget *
add_button (TenureActionMenu *self, const TenureRowAction *action)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (_ (action->label)), *reason = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (reason), 0);
  gtk_label_set_wrap (GTK_LABEL (reason), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (reason), 36);
  gtk_widget_add_css_class (reason, "caption");
  gtk_widget_set_visible (reason, FALSE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), reason);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "action");
  g_object_set_data (G_OBJECT (button), "action", (gpointer)action);
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), self);
  tenure_name_widget (button, _ (action->label));
  gtk_box_append (GTK_BOX (self->box), button);
  return button;
}

static void
clear (TenureActionMenu *self)
{
  GtkWidget *child;

  g_cancellable_cancel (self->probing);
  g_clear_object (&self->probing);
  g_clear_pointer (&self->record, tenure_record_unref);
  while (self->box && (child = gtk_widget_get_first_child (self->box)))
    gtk_box_remove (GTK_BOX (self->box), child);
}

/** The first reason of a plan that is not possible; NULL: nothing would change. */
static const TenureRefusal *
refusal_of (const TenurePlan *plan)
{
  if (plan->refusals->len > 0)
    return plan->refusals->pdata[0];
  for (guint i = 0; i < plan->items->len; i++)
    if (((const TenurePlanItem *)plan->items->pdata[i])->refusal)
      return ((const TenurePlanItem *)plan->items->pdata[i])->refusal;
  return NULL;
}

static TenureActionMenu *
menu_of (GtkWidget *button)
{
  return TENURE_ACTION_MENU (gtk_widget_get_ancestor (button, TENURE_TYPE_ACTION_MENU));
}

/** The order that is in the way can be seen from here (guide 4.2.1), once for all actions that it stops. */
static void
offer_order (TenureActionMenu *self, const char *number)
{
  GtkWidget *first = gtk_widget_get_first_child (self->box);

  if (!self->record || g_strcmp0 (number, self->record->key) == 0 ||
      g_strcmp0 (gtk_widget_get_name (first), number) == 0)
    return;
  GtkWidget *button = tenure_order_button_new (self->set->session, number, FALSE);
  gtk_widget_remove_css_class (button, "pill");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "action");
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  g_signal_connect_object (button, "clicked", G_CALLBACK (gtk_popover_popdown), self, G_CONNECT_SWAPPED);
  gtk_box_prepend (GTK_BOX (self->box), button);
}

/** @plan is not possible. */
static void
tell_refusal (GtkWidget *button, const TenurePlan *plan)
{
  const TenureRefusal *refusal = refusal_of (plan);
  const char *number = refusal ? tenure_refusal_order (refusal) : NULL;
  g_autofree char *reason = refusal ? tenure_word_refusal (refusal) : g_strdup (_ ("Nothing would change."));

  refuse (button, reason);
  if (number && menu_of (button))
    offer_order (menu_of (button), number);
}

static void
on_probed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) button = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TenurePlan) plan = tenure_platform_plan_finish (TENURE_PLATFORM (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !gtk_widget_get_parent (button))
    return;
  if (!plan)
    refuse (button, error->message);
  else if (!tenure_plan_possible (plan))
    tell_refusal (button, plan);
}

static void
probe (TenureActionMenu *self, GtkWidget *button)
{
  const TenureActionSet *set = self->set;
  g_autoptr (TenureCommand) command = set->probe ? set->probe (action_of (button), self->record, set->page) : NULL;

  if (command)
    tenure_platform_plan_async (tenure_session_platform (set->session), command, self->probing, NULL, NULL, on_probed,
                                g_object_ref (button));
}

void
tenure_action_menu_show_row (TenureActionMenu *self, const TenureActionSet *set, const TenureRecord *record)
{
  clear (self);
  self->set = set;
  self->record = tenure_record_ref ((TenureRecord *)record);
  self->probing = g_cancellable_new ();
  for (const TenureRowAction *action = set->actions; action->name; action++)
    if (tenure_action_set_offers (set, action, record))
      probe (self, add_button (self, action));
}

void
tenure_action_menu_show_selection (TenureActionMenu *self, const TenureActionSet *set, guint n, const char *without)
{
  clear (self);
  self->set = set;
  for (const TenureRowAction *action = set->actions; action->name; action++)
    {
      g_autofree char *reason = NULL;

      if (!tenure_action_set_offers (set, action, NULL) || g_strcmp0 (action->name, without) == 0)
        continue;
      GtkWidget *button = add_button (self, action);
      reason = tenure_action_set_refuse (set, action, n);
      if (reason)
        refuse (button, reason);
    }
}

static void
tenure_action_menu_dispose (GObject *object)
{
  TenureActionMenu *self = TENURE_ACTION_MENU (object);

  clear (self);
  self->box = NULL;
  G_OBJECT_CLASS (tenure_action_menu_parent_class)->dispose (object);
}

static void
tenure_action_menu_class_init (TenureActionMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenure_action_menu_dispose;
}

static void
tenure_action_menu_init (TenureActionMenu *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 480);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->box);
  gtk_popover_set_child (GTK_POPOVER (self), scroller);
  gtk_widget_add_css_class (GTK_WIDGET (self), "actions");
}

TenureActionMenu *
tenure_action_menu_new (void)
{
  return g_object_new (TENURE_TYPE_ACTION_MENU, NULL);
}
