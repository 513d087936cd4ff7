/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has no mouse: the focus is where the person is looking, and what keys move over stays as it was. */
#include "keys-support.h"

#include "tenure-list-factory.h"
#include "tenure-order-window.h"

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

/* Lists ---------------------------------------------------------------------------------------------------------- */

/** Where in the list the focus is, or -1. */
static int
focused_row (Fixture *fixture)
{
  GtkWidget *focus = focus_of (fixture->window), *view = GTK_WIDGET (view_of (fixture));
  GtkListItem *item = is_within (focus, view) ? tenure_list_factory_item_at (view, focus) : NULL;

  return item ? (int)gtk_list_item_get_position (item) : -1;
}

static gboolean
row_has_focus (gpointer data)
{
  gpointer *fixture_and_row = data;

  return focused_row (fixture_and_row[0]) == GPOINTER_TO_INT (fixture_and_row[1]);
}

static gboolean
set_flag (gpointer flag)
{
  *(gboolean *)flag = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
is_set (gpointer flag)
{
  return *(gboolean *)flag;
}

/** The row's button, as Tab gets there. A window that opened puts the focus on its first
 * control when it is idle: before that it would be taken away again. */
static GtkWidget *
focus_button (Fixture *fixture, int at)
{
  gboolean idle = FALSE;

  wait_for (has_rows, fixture);
  wait_for (buttons_shown, fixture);
  g_idle_add_full (G_PRIORITY_LOW, set_flag, &idle, NULL);
  wait_for (is_set, &idle);
  tenure_list_view_take_focus (view_of (fixture));
  for (int i = 0; i < 60; i++)
    {
      GtkWidget *focus = focus_of (fixture->window);

      if (focused_row (fixture) == at && GTK_IS_BUTTON (focus))
        return focus;
      gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_FORWARD);
    }
  g_error ("row %d has no button", at);
}

static gboolean
has_n_rows (gpointer data)
{
  gpointer *fixture_and_n = data;

  return rows_of (fixture_and_n[0]) == GPOINTER_TO_UINT (fixture_and_n[1]);
}

/** The order in the row that has the focus is cancelled. */
static void
cancel_focused (Fixture *fixture, guint left)
{
  TenureListView *view = view_of (fixture);
  GtkListItem *item = tenure_list_factory_item_at (GTK_WIDGET (view), focus_of (fixture->window));
  char *orders[] = { (char *)tenure_row_record (gtk_list_item_get_item (item))->key, NULL };
  TenureCancel params = { .orders = orders };
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureCommand) wanted = tenure_command_new (TENURE_COMMAND_CANCEL, &params, NULL, &error);
  g_autoptr (TenurePlan) plan = wanted ? tenure_session_plan (fixture->session, wanted, &error) : NULL;
  g_autoptr (TenureOutcome) outcome = plan ? tenure_session_apply (fixture->session, wanted, plan, &error) : NULL;

  g_assert_no_error (error);
  g_assert_cmpint (outcome->status, ==, TENURE_OUTCOME_DONE);
  gpointer fixture_and_n[] = { fixture, GUINT_TO_POINTER (left) };
  wait_for (has_n_rows, fixture_and_n);
}

/* The row that goes leaves the focus to the one in its place, the last one to the one before it. */
static void
test_row_goes (Fixture *fixture, gconstpointer data)
{
  static const int expected[] = { 1, 0 };

  place_orders (fixture, 3);
  go (fixture, "unpaid");
  focus_button (fixture, 1);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      gpointer fixture_and_row[] = { fixture, GINT_TO_POINTER (expected[i]) };

      cancel_focused (fixture, 2 - i);
      wait_for (row_has_focus, fixture_and_row);
    }
}

static GtkWidget *
menu_below (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_POPOVER (widget) && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = menu_below (child);
  return found;
}

static gboolean
menu_open (gpointer data)
{
  return menu_below (GTK_WIDGET (view_of (data))) != NULL;
}

/* Shift+F10 and Menu open the menu of the row from any control in it. */
static void
test_row_menu (Fixture *fixture, gconstpointer data)
{
  static const char *const pressed[] = { "shift+F10", "Menu" };

  place_orders (fixture, 2);
  go (fixture, "unpaid");
  for (guint i = 0; i < G_N_ELEMENTS (pressed); i++)
    {
      wait_for (is_active, fixture->window);
      focus_button (fixture, i);
      keys (pressed[i]);
      wait_for (menu_open, fixture);
      gtk_popover_popdown (GTK_POPOVER (menu_below (GTK_WIDGET (view_of (fixture)))));
    }
}

typedef struct
{
  Fixture *fixture;
  char *label;
} Offered;

static gboolean
order_offered (gpointer data)
{
  Offered *offered = data;
  GtkWidget *menu = menu_below (GTK_WIDGET (view_of (offered->fixture)));

  return menu && button_below (menu, offered->label);
}

/* Guide 4.2.1: where only the menu is there, as in a narrow window, it too leads to the order that is in the way. */
static void
test_menu_leads_to_order (Fixture *fixture, gconstpointer data)
{
  top_up (fixture);
  buy (fixture);
  go (fixture, "renewals/manual");
  wait_for (first_read, fixture);
  char *keys_of[] = { (char *)first_record (fixture)->key, NULL };
  g_autoptr (TenureOutcome) outcome =
      do_elsewhere (fixture, TENURE_COMMAND_RENEW, &(TenureRenew){ .resources = keys_of, .months = 12 });
  g_autofree char *label = g_strdup_printf ("View Order %s", outcome->orders[0]);

  wait_for (is_active, fixture->window);
  focus_button (fixture, 0);
  keys ("shift+F10");
  wait_for (order_offered, (&(Offered){ fixture, label }));
  press (menu_below (GTK_WIDGET (view_of (fixture))), label);
  wait_for (window_open, GSIZE_TO_POINTER (TENURE_TYPE_ORDER_WINDOW));
  gtk_window_destroy (toplevel_of (TENURE_TYPE_ORDER_WINDOW));
}

/* Nothing is left to have the focus in the list, nor in the bar of the selection: the page has it all the same. */
static gboolean
focus_on_page (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *focus = focus_of (fixture->window);

  return is_within (focus, tenure_window_page (fixture->window)) && gtk_widget_get_mapped (focus) &&
         gtk_widget_is_sensitive (focus);
}

/** GTK looks for another focus with one of its next frames. */
static void
let_pass (gint64 time)
{
  gint64 end = g_get_monotonic_time () + time;

  wait_for (has_passed, &end);
}

static void
test_list_empties (Fixture *fixture, gconstpointer data)
{
  place_orders (fixture, 1);
  go (fixture, "unpaid");
  focus_button (fixture, 0);
  cancel_focused (fixture, 0);
  let_pass (G_USEC_PER_SEC / 2);
  g_assert_true (focus_on_page (fixture));
}

static void
test_merged (Fixture *fixture, gconstpointer data)
{
  top_up (fixture);
  place_orders (fixture, 2);
  go (fixture, "unpaid");
  wait_for (buttons_shown, fixture);
  select_all (fixture);
  GtkWidget *button =
      GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (list_of (fixture)), TENURE_TYPE_LIST_PAGE, "act"));
  wait_for (is_mapped, button);
  g_assert_true (gtk_widget_grab_focus (button));
  press (GTK_WIDGET (fixture->window), "Merged Payment…");
  TenurePlanDialog *dialog = wait_for_plan ();
  wait_for (is_active, dialog);
  keys ("ctrl+Return");
  wait_for (outcome_known, dialog);
  wait_for (has_no_rows, fixture);
  wait_for (has_focus, dialog);
  keys ("Escape");
  wait_for (dialog_closed, NULL);
  let_pass (G_USEC_PER_SEC / 2);
  g_assert_true (focus_on_page (fixture));
}

/* As narrow as a telephone, rows stand in a list where Left and Right go nowhere, and tick nothing. */
static gboolean
is_narrow (gpointer data)
{
  static guint n;
  GtkWindow *window = GTK_WINDOW (((Fixture *)data)->window);

  if (n++ % 25 == 0) /* again, one pixel off: a window manager that is busy may lose it */
    gtk_window_set_default_size (window, 360 + (int)(n / 25 % 2), 700);
  return gtk_widget_get_mapped (
      GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (view_of (data)), TENURE_TYPE_LIST_VIEW, "narrow")));
}

/** As Tab gets there; rows that are not there yet cannot have it. */
static gboolean
first_row_focused (gpointer data)
{
  Fixture *fixture = data;

  tenure_list_view_take_focus (view_of (fixture));
  for (int i = 0; i < 8 && focused_row (fixture) != 0; i++)
    gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_BACKWARD);
  for (int i = 0; i < 8 && focused_row (fixture) != 0; i++)
    gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_FORWARD);
  return focused_row (fixture) == 0;
}

static void
test_narrow_sideways (Fixture *fixture, gconstpointer data)
{
  static const char *const pressed[] = { "Right", "Left", "KP_Right", "KP_Left" };

  place_orders (fixture, 2);
  wait_for (is_active, fixture->window);
  go (fixture, "unpaid");
  wait_for (is_narrow, fixture);
  wait_for (first_read, fixture);
  for (guint i = 0; i < G_N_ELEMENTS (pressed); i++)
    {
      gpointer fixture_and_row[] = { fixture, GINT_TO_POINTER (1) };

      wait_for (is_active, fixture->window);
      wait_for (first_row_focused, fixture);
      keys (pressed[i]);
      keys ("Down"); /* once this was obeyed, so was the one before */
      wait_for (row_has_focus, fixture_and_row);
      g_assert_cmpuint (tenure_list_page_n_selected (list_of (fixture)), ==, 0);
    }
}

/** The search is the first of them. */
static GtkWidget *
filter_at (Fixture *fixture, int at)
{
  gpointer filters = gtk_widget_get_template_child (GTK_WIDGET (list_of (fixture)), TENURE_TYPE_LIST_PAGE, "filters");

  return gtk_flow_box_child_get_child (gtk_flow_box_get_child_at_index (filters, at));
}

static gboolean
filter_in_sight (gpointer data)
{
  return gtk_widget_get_mapped (filter_at (data, 1));
}

static gboolean
no_filter_in_sight (gpointer data)
{
  return !filter_in_sight (data);
}

/* There the filters took half of the window: they are folded away, told by their number while they are set. */
static void
test_narrow_filters (Fixture *fixture, gconstpointer data)
{
  top_up (fixture);
  buy (fixture);
  go (fixture, "renewals");
  TenureListPage *page = list_of (fixture);
  gpointer fold = gtk_widget_get_template_child (GTK_WIDGET (page), TENURE_TYPE_LIST_PAGE, "fold");

  wait_for (filter_in_sight, fixture);
  g_assert_false (gtk_widget_get_visible (fold));
  wait_for (is_narrow, fixture);
  wait_for (no_filter_in_sight, fixture);
  g_assert_cmpstr (gtk_button_get_label (fold), ==, "Filters");
  gtk_toggle_button_set_active (fold, TRUE);
  wait_for (filter_in_sight, fixture);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (filter_at (fixture, 4)), TRUE);
  gtk_toggle_button_set_active (fold, FALSE);
  wait_for (no_filter_in_sight, fixture);
  g_assert_cmpstr (gtk_button_get_label (fold), ==, "Filters (1)");
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

/* Sorting -------------------------------------------------------------------------------------------------------- */

static GtkWidget *
sort_button (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_MENU_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), "Sort") == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = sort_button (child);
  return found;
}

/** Headers can only be clicked; the menu sorts by the same columns, both ways, and back. */
static void
test_sort (Fixture *fixture, gconstpointer data)
{
  go (fixture, "renewals");
  TenureListView *view = tenure_list_page_view (list_of (fixture));
  GtkWidget *button = sort_button (GTK_WIDGET (list_of (fixture)));

  g_assert_true (gtk_widget_get_visible (button));
  g_assert_true (gtk_widget_activate_action (button, "sort.by", "i", (gint32)TENURE_SORT_EXPIRY));
  g_assert_cmpint (tenure_list_view_query (view)->sort, ==, TENURE_SORT_EXPIRY);
  g_assert_false (tenure_list_view_query (view)->descending);
  g_assert_true (gtk_widget_activate_action (button, "sort.descending", "b", TRUE));
  g_assert_cmpint (tenure_list_view_query (view)->sort, ==, TENURE_SORT_EXPIRY);
  g_assert_true (tenure_list_view_query (view)->descending);
  g_assert_true (gtk_widget_activate_action (button, "sort.by", "i", (gint32)TENURE_SORT_DEFAULT));
  g_assert_cmpint (tenure_list_view_query (view)->sort, ==, TENURE_SORT_DEFAULT);
}

static void
add (void)
{
  ADD ("keys-sort", test_sort);
  ADD ("keys-list-empties", test_list_empties);
  ADD ("keys-merged", test_merged);
  ADD ("keys-narrow-sideways", test_narrow_sideways);
  ADD ("keys-narrow-filters", test_narrow_filters);
  ADD ("keys-sidebar-enters", test_sidebar_enters);
  ADD ("keys-sidebar-marks", test_sidebar_marks);
  ADD ("keys-row-goes", test_row_goes);
  ADD ("keys-row-menu", test_row_menu);
  ADD ("keys-menu-leads-to-order", test_menu_leads_to_order);
  ADD ("keys-bandwidth-stops", test_bandwidth_stops);
  g_test_add_func ("/ui/flows/keys-menu-of-welcome", test_menu_of_welcome);
}

int
main (int argc, char **argv)
{
  return run_flows (argc, argv, add);
}
