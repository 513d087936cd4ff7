/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-row-buttons.h"

#include <glib/gi18n-lib.h>

#include "tenure-action-menu.h"
#include "tenure-compat.h"

struct _TenureRowButtons
{
  GtkBox parent;
  const TenureActionSet *set;
  gboolean narrow; /* all actions are in the menu */
  TenureRow *row;
  gulong handler;
  GtkWidget *more; /* or NULL: the buttons are all */
};

G_DEFINE_FINAL_TYPE (TenureRowButtons, tenure_row_buttons, GTK_TYPE_BOX)

static const TenureRowAction *
action_of (gpointer button)
{
  return g_object_get_data (button, "action");
}

static const TenureRecord *
record_of (TenureRowButtons *self)
{
  return self->row ? tenure_row_record (self->row) : NULL;
}

static void
on_clicked (GtkButton *button, TenureRowButtons *self)
{
  if (record_of (self))
    tenure_action_set_act (self->set, action_of (button), record_of (self));
}

static gboolean
on_query_tooltip (GtkWidget *more, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, _ ("More actions"));
  return TRUE;
}

static void
on_more (GtkMenuButton *more, gpointer data)
{
  TenureRowButtons *self = data;
  TenureActionMenu *menu = TENURE_ACTION_MENU (gtk_menu_button_get_popover (more));

  if (!menu)
    {
      menu = tenure_action_menu_new ();
      gtk_menu_button_set_popover (more, GTK_WIDGET (menu));
    }
  if (record_of (self))
    tenure_action_menu_show_row (menu, self->set, record_of (self));
}

/** "Pay…, CS20…": each row's buttons have a name of their own; orders share a resource's name, not a number. */
static void
name_button (GtkWidget *button, const char *label, const TenureRecord *record)
{
  gboolean is_order = record->charging < 0;
  const char *row = !is_order && record->name && *record->name ? record->name : record->key;
  g_autofree char *name = g_strdup_printf ("%s, %s", label, row);

  tenure_name_widget (button, name);
}

/* The button of a direct action, or NULL while no row has needed it: most rows have one of several. */
static GtkWidget *
find_button (TenureRowButtons *self, const TenureRowAction *action)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (child && (child == self->more || action_of (child) != action))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* After the buttons of the actions before it. */
static GtkWidget *
add_button (TenureRowButtons *self, const TenureRowAction *action)
{
  GtkWidget *button = gtk_button_new_with_label (_ (action->label)), *before = NULL;

  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "action", (gpointer)action);
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), self);
  for (const TenureRowAction *other = self->set->actions; other != action; other++)
    {
      GtkWidget *there = find_button (self, other);

      before = there ? there : before;
    }
  gtk_box_insert_child_after (GTK_BOX (self), button, before);
  return button;
}

static void
show_action (TenureRowButtons *self, const TenureRowAction *action, const TenureRecord *record)
{
  gboolean offered = tenure_action_set_offers (self->set, action, record);
  GtkWidget *button = find_button (self, action);

  if (offered && !button)
    button = add_button (self, action);
  if (button)
    gtk_widget_set_visible (button, offered);
  if (offered)
    name_button (button, _ (action->label), record);
}

static void
update (TenureRowButtons *self)
{
  const TenureRecord *record = record_of (self);

  gtk_widget_set_visible (GTK_WIDGET (self), record != NULL);
  if (!record)
    return;
  for (const TenureRowAction *action = self->set->actions; action->name && !self->narrow; action++)
    if (action->direct)
      show_action (self, action, record);
  if (self->more)
    name_button (self->more, _ ("More actions"), record);
}

void
tenure_row_buttons_set_row (TenureRowButtons *self, TenureRow *row)
{
  if (self->row)
    g_clear_signal_handler (&self->handler, self->row);
  g_set_object (&self->row, row);
  if (row)
    {
      self->handler = g_signal_connect_swapped (row, "notify::record", G_CALLBACK (update), self);
      update (self);
    }
}

static void
tenure_row_buttons_dispose (GObject *object)
{
  tenure_row_buttons_set_row (TENURE_ROW_BUTTONS (object), NULL);
  G_OBJECT_CLASS (tenure_row_buttons_parent_class)->dispose (object);
}

static void
tenure_row_buttons_class_init (TenureRowButtonsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenure_row_buttons_dispose;
}

static void
tenure_row_buttons_init (TenureRowButtons *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "row-actions");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

TenureRowButtons *
tenure_row_buttons_new (const TenureActionSet *set, gboolean narrow)
{
  TenureRowButtons *self = g_object_new (TENURE_TYPE_ROW_BUTTONS, NULL);
  gboolean more = FALSE;

  self->set = set;
  self->narrow = narrow;
  for (const TenureRowAction *action = set->actions; action->name; action++)
    more = more || narrow || !action->direct;
  if (!more)
    return self;
  self->more = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->more), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->more), on_more, self, NULL);
  gtk_widget_add_css_class (self->more, "flat");
  /* Not the text: that asks the display where the pointer is, for each row that is made. */
  gtk_widget_set_has_tooltip (self->more, TRUE);
  g_signal_connect (self->more, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  gtk_box_append (GTK_BOX (self), self->more);
  return self;
}
