/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has no mouse: the focus is where the person is looking, and what keys move over stays as it was. */
#include "flows-support.h"

static GtkWidget *
focus_of (gpointer window)
{
  return gtk_window_get_focus (GTK_WINDOW (window));
}

static gboolean
is_within (GtkWidget *widget, gpointer ancestor)
{
  return widget && (widget == ancestor || gtk_widget_is_ancestor (widget, ancestor));
}

/* The sidebar ---------------------------------------------------------------------------------------------------- */

static GtkListBox *
sidebar_of (Fixture *fixture)
{
  return GTK_LIST_BOX (gtk_widget_get_template_child (GTK_WIDGET (fixture->window), TENURE_TYPE_WINDOW, "navigation"));
}

/** The focus goes to the row and Enter is pressed there. */
static void
enter_row (Fixture *fixture, int at)
{
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (sidebar_of (fixture), at));

  g_assert_true (gtk_widget_grab_focus (row));
  g_assert_true (gtk_widget_activate (row));
}

/* A page that was left has no key any more: the next Enter would be pressed there unseen. */
static void
test_sidebar_enters (Fixture *fixture, gconstpointer data)
{
  static const int turned_to[] = { 1, 3, 2, 4, 0, 3 };

  for (guint i = 0; i < G_N_ELEMENTS (turned_to); i++)
    {
      enter_row (fixture, turned_to[i]);
      g_assert_true (is_within (focus_of (fixture->window), tenure_window_page (fixture->window)));
    }
}

/* Gone through by keys, the sidebar goes on marking what is shown. */
static void
test_sidebar_marks (Fixture *fixture, gconstpointer data)
{
  GtkListBox *sidebar = sidebar_of (fixture);

  enter_row (fixture, 1);
  GtkListBoxRow *shown = gtk_list_box_get_row_at_index (sidebar, 1);
  g_assert_true (gtk_list_box_get_selected_row (sidebar) == shown);
  gtk_widget_grab_focus (GTK_WIDGET (shown));
  g_signal_emit_by_name (sidebar, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, 2, FALSE, FALSE);
  g_assert_true (focus_of (fixture->window) == GTK_WIDGET (gtk_list_box_get_row_at_index (sidebar, 3)));
  g_assert_true (gtk_list_box_get_selected_row (sidebar) == shown);
  g_assert_true (gtk_widget_activate (focus_of (fixture->window)));
  g_assert_true (gtk_list_box_get_selected_row (sidebar) == gtk_list_box_get_row_at_index (sidebar, 3));
}

/* F10 opens the menu that is there to be seen. */
static void
test_menu_of_welcome (void)
{
  TenureWindow *window = tenure_window_new (TENURE_APPLICATION (g_application_get_default ()));
  gpointer button = gtk_widget_get_template_child (GTK_WIDGET (window), TENURE_TYPE_WINDOW, "welcome_menu_button");

  gtk_window_present (GTK_WINDOW (window));
  act (window, "win.menu");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (gtk_menu_button_get_popover (button))));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Forms ---------------------------------------------------------------------------------------------------------- */

/* Each usual bandwidth is one stop, and the button itself. */
static void
test_bandwidth_stops (Fixture *fixture, gconstpointer data)
{
  TenurePlanDialog *dialog = open_order (fixture, "services/eip");
  GtkWidget *form = GTK_WIDGET (tenure_plan_dialog_form (dialog));
  GtkWidget *box = GTK_WIDGET (gtk_widget_get_template_child (form, G_OBJECT_TYPE (form), "bandwidths"));
  guint stops = 0;

  for (gtk_window_set_focus (GTK_WINDOW (dialog), NULL); gtk_widget_child_focus (box, GTK_DIR_TAB_FORWARD); stops++)
    g_assert_true (GTK_IS_TOGGLE_BUTTON (focus_of (dialog)));
  g_assert_cmpuint (stops, >, 2);
  close_dialog (dialog);
}

static void
add (void)
{
  ADD ("keys-sidebar-enters", test_sidebar_enters);
  ADD ("keys-sidebar-marks", test_sidebar_marks);
  ADD ("keys-bandwidth-stops", test_bandwidth_stops);
  g_test_add_func ("/ui/flows/keys-menu-of-welcome", test_menu_of_welcome);
}

int
main (int argc, char **argv)
{
  return run_flows (argc, argv, add);
}
