/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-list-factory.h"

#include "tenure-cell.h"
#include "tenure-row-buttons.h"
#include "tenure-row-card.h"
#include "tenure-row-check.h"

typedef void (*SetRow) (GtkWidget *child, TenureRow *row);

typedef struct
{
  TenureListCells cells;
  const TenureColumn *column; /* of texts */
  SetRow set_row;
} Make;

/* Each kind ------------------------------------------------------------------------------------------------------ */

static void
setup_check (GtkSignalListItemFactory *factory, GtkListItem *item, Make *make)
{
  gtk_list_item_set_child (item, tenure_row_check_new (item));
}

static void
setup_text (GtkSignalListItemFactory *factory, GtkListItem *item, Make *make)
{
  TenureCell *cell = tenure_cell_new (make->cells.session, make->column, make->cells.columns);

  g_object_set_data (G_OBJECT (cell), "item", item);
  gtk_list_item_set_child (item, GTK_WIDGET (cell));
}

static void
set_text (GtkWidget *child, TenureRow *row)
{
  tenure_cell_set_row (TENURE_CELL (child), row);
}

static void
setup_buttons (GtkSignalListItemFactory *factory, GtkListItem *item, Make *make)
{
  gtk_list_item_set_child (item, GTK_WIDGET (tenure_row_buttons_new (make->cells.actions, FALSE)));
}

static void
set_buttons (GtkWidget *child, TenureRow *row)
{
  tenure_row_buttons_set_row (TENURE_ROW_BUTTONS (child), row);
}

static void
setup_card (GtkSignalListItemFactory *factory, GtkListItem *item, Make *make)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  TenureRowCard *card = tenure_row_card_new (make->cells.session, make->cells.columns);

  gtk_box_append (GTK_BOX (box), tenure_row_check_new (item));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (card));
  if (make->cells.actions)
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (tenure_row_buttons_new (make->cells.actions, TRUE)));
  gtk_widget_set_hexpand (GTK_WIDGET (card), TRUE);
  g_object_set_data (G_OBJECT (box), "item", item);
  gtk_list_item_set_child (item, box);
}

/** The check, the card and, where there are actions, their menu. */
static void
set_card (GtkWidget *child, TenureRow *row)
{
  GtkWidget *check = gtk_widget_get_first_child (child);
  GtkWidget *card = gtk_widget_get_next_sibling (check), *buttons = gtk_widget_get_next_sibling (card);

  tenure_row_card_set_row (TENURE_ROW_CARD (card), row);
  if (buttons)
    tenure_row_buttons_set_row (TENURE_ROW_BUTTONS (buttons), row);
}

/* Factories ------------------------------------------------------------------------------------------------------ */

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, Make *make)
{
  make->set_row (gtk_list_item_get_child (item), gtk_list_item_get_item (item));
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, Make *make)
{
  make->set_row (gtk_list_item_get_child (item), NULL);
}

static void
free_make (gpointer make, GClosure *closure)
{
  g_free (make);
}

static GtkListItemFactory *
new_factory (const Make *make, GCallback setup)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Make *copy = g_memdup2 (make, sizeof *make);

  g_signal_connect_data (factory, "setup", setup, copy, free_make, 0);
  if (make->set_row)
    {
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind), copy);
      g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), copy);
    }
  return factory;
}

GtkListItemFactory *
tenure_list_factory_checks (void)
{
  return new_factory (&(Make){ 0 }, G_CALLBACK (setup_check));
}

GtkListItemFactory *
tenure_list_factory_texts (const TenureListCells *cells, const TenureColumn *column)
{
  return new_factory (&(Make){ *cells, column, set_text }, G_CALLBACK (setup_text));
}

GtkListItemFactory *
tenure_list_factory_buttons (const TenureListCells *cells)
{
  return new_factory (&(Make){ *cells, NULL, set_buttons }, G_CALLBACK (setup_buttons));
}

GtkListItemFactory *
tenure_list_factory_cards (const TenureListCells *cells)
{
  return new_factory (&(Make){ *cells, NULL, set_card }, G_CALLBACK (setup_card));
}

/* The way back --------------------------------------------------------------------------------------------------- */

static GtkListItem *
item_below (GtkWidget *widget)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (widget), "item");

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !item;
       child = gtk_widget_get_next_sibling (child))
    item = item_below (child);
  return item;
}

/* Not every cell knows its row: the row as a whole does. */
GtkListItem *
tenure_list_factory_item_at (GtkWidget *view, GtkWidget *widget)
{
  GtkListItem *item = NULL;

  for (; widget && widget != view && !GTK_IS_LIST_VIEW (widget) && !item; widget = gtk_widget_get_parent (widget))
    item = item_below (widget);
  return item;
}
