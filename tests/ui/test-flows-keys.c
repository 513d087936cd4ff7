/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has no mouse: the focus is where the person is looking, and what keys move over stays as it was. */
#include "flows-support.h"

#include "tenure-clock-dialog.h"
#include "tenure-customers-page.h"
#include "tenure-list-factory.h"
#include "tenure-order-window.h"
#include "tenure-profile-dialog.h"
#include "tenure-staff-form.h"

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

/** Keys as a person presses them, into the window that has the keyboard. */
static void
keys (const char *which)
{
  const char *const argv[] = { "xdotool", "key", which, NULL };
  g_autoptr (GError) error = NULL;

  g_spawn_async (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
is_active (gpointer window)
{
  return gtk_window_is_active (window);
}

static gboolean
has_focus (gpointer window)
{
  return focus_of (window) != NULL;
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

/* Lists ---------------------------------------------------------------------------------------------------------- */

static void
place_orders (Fixture *fixture, guint n)
{
  while (n-- > 0)
    {
      TenurePlanDialog *dialog = open_order (fixture, "services/vpc");

      submit_order (dialog);
      wait_for (pay_form_planned, dialog);
      close_dialog (dialog);
    }
}

static TenureListView *
view_of (Fixture *fixture)
{
  return tenure_list_page_view (list_of (fixture));
}

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
buttons_shown (gpointer data)
{
  return button_below (GTK_WIDGET (view_of (data)), "Pay…") != NULL;
}

/** The row's button, as Tab gets there. */
static GtkWidget *
focus_button (Fixture *fixture, int at)
{
  wait_for (has_rows, fixture);
  wait_for (buttons_shown, fixture);
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

/* The main button ------------------------------------------------------------------------------------------------- */

static gboolean
is_open (gpointer type)
{
  return toplevel_of (GPOINTER_TO_SIZE (type)) != NULL;
}

static gboolean
is_closed (gpointer type)
{
  return !is_open (type);
}

static GType
open_first_step (Fixture *fixture)
{
  open_order (fixture, "services/vpc");
  return TENURE_TYPE_PLAN_DIALOG;
}

static GType
open_top_up (Fixture *fixture)
{
  act (fixture->window, "win.top-up");
  wait_for_plan ();
  return TENURE_TYPE_PLAN_DIALOG;
}

static GType
open_clock (Fixture *fixture)
{
  act (fixture->window, "win.advance-clock");
  return TENURE_TYPE_CLOCK_DIALOG;
}

static GType
open_profile (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.new-profile", "s", "practice"));
  return TENURE_TYPE_PROFILE_DIALOG;
}

static const TenureRecord *
first_record (Fixture *fixture)
{
  g_autoptr (TenureRow) row = g_list_model_get_item (G_LIST_MODEL (tenure_list_view_model (view_of (fixture))), 0);

  return row ? tenure_row_record (row) : NULL;
}

static gboolean
first_read (gpointer data)
{
  return has_rows (data) && first_record (data) != NULL;
}

/** The newest order, which waits to be paid. */
static GType
open_order_window (Fixture *fixture)
{
  static Sought sought;

  place_orders (fixture, 1);
  go (fixture, "unpaid");
  wait_for (first_read, fixture);
  sought = (Sought){ GTK_WIDGET (tenure_order_window_present (GTK_WIDGET (fixture->window), fixture->session,
                                                              first_record (fixture)->key)),
                     "Pay…" };
  wait_for (is_shown, &sought);
  return TENURE_TYPE_ORDER_WINDOW;
}

static gboolean
second_step_shown (gpointer data)
{
  return button_below (toplevel_of (TENURE_TYPE_PLAN_DIALOG), "Go to Payment") != NULL;
}

/* What Control+Enter does in a window; where there is no condition, nothing: its button is insensitive. */
static const struct
{
  const char *name;
  GType (*open) (Fixture *fixture);
  const char *keys;
  GType (*type) (void);
  Condition condition;
} mains[] = {
  { "first step", open_first_step, "ctrl+Return", tenure_plan_dialog_get_type, second_step_shown },
  { "top-up", open_top_up, "ctrl+KP_Enter", tenure_plan_dialog_get_type, is_closed },
  { "top-up, in its entry", open_top_up, "Return", tenure_plan_dialog_get_type, is_closed },
  { "clock", open_clock, "ctrl+Return", tenure_clock_dialog_get_type, is_closed },
  { "order window", open_order_window, "ctrl+Return", tenure_plan_dialog_get_type, is_open },
  { "profile without a name", open_profile, "ctrl+Return", NULL, NULL },
};

static void
close_windows (GType type)
{
  GtkWindow *window;

  while ((window = toplevel_of (TENURE_TYPE_PLAN_DIALOG)) || (window = toplevel_of (type)))
    gtk_window_destroy (window);
}

static gboolean
has_passed (gpointer end)
{
  return g_get_monotonic_time () > *(gint64 *)end;
}

static void
test_main (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (mains); i++)
    {
      g_test_message ("%s", mains[i].name);
      GType opened = mains[i].open (fixture);
      gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 2;

      wait_for (is_active, toplevel_of (opened));
      wait_for (has_focus, toplevel_of (opened));
      keys (mains[i].keys);
      if (mains[i].condition)
        wait_until (mains[i].condition, GSIZE_TO_POINTER (mains[i].type ()), mains[i].name, __LINE__);
      else
        wait_for (has_passed, &end);
      g_assert_true (mains[i].condition || is_open (GSIZE_TO_POINTER (opened)));
      close_windows (opened);
    }
}

/* Where the keyboard begins --------------------------------------------------------------------------------------- */

static GType
open_grant (Fixture *fixture)
{
  TenureAccount account = { 0 };
  const char *subjects[] = { NULL, NULL };
  g_autoptr (GError) error = NULL;

  tenure_session_read_account (fixture->session, &account, &error);
  g_assert_no_error (error);
  subjects[0] = account.key;
  tenure_plan_dialog_present (GTK_WIDGET (fixture->window),
                              tenure_staff_form_new (fixture->session, "grant-coupon", subjects));
  tenure_account_clear (&account);
  return TENURE_TYPE_PLAN_DIALOG;
}

static GType
open_payment (Fixture *fixture)
{
  TenurePlanDialog *dialog = open_order (fixture, "services/vpc");

  submit_order (dialog);
  wait_for (pay_form_planned, dialog);
  return TENURE_TYPE_PLAN_DIALOG;
}

static GType
open_second_step (Fixture *fixture)
{
  act (open_order (fixture, "services/vpc"), "plan.proceed");
  return TENURE_TYPE_PLAN_DIALOG;
}

static void
on_answer (gpointer data)
{
}

static GType
open_question (Fixture *fixture)
{
  TenureQuestion question = { .heading = "?", .body = "", .yes = "_Delete", .no = "_Keep", .destructive = TRUE };

  tenure_ask (GTK_WIDGET (fixture->window), &question, on_answer, NULL);
  return ADW_TYPE_MESSAGE_DIALOG;
}

static GType
open_safe_question (Fixture *fixture)
{
  TenureQuestion question = { .heading = "?", .body = "", .yes = "_Go On", .no = "_Keep" };

  tenure_ask (GTK_WIDGET (fixture->window), &question, on_answer, NULL);
  return ADW_TYPE_MESSAGE_DIALOG;
}

static GType
open_cancelling (Fixture *fixture)
{
  open_order_window (fixture);
  act (toplevel_of (TENURE_TYPE_ORDER_WINDOW), "order.cancel");
  wait_for_plan ();
  return TENURE_TYPE_PLAN_DIALOG;
}

/* What has the focus when a window has opened: a text of that row, or a button that says so. */
static const struct
{
  const char *name;
  GType (*open) (Fixture *fixture);
  const char *says;
} starts[] = {
  { "top-up", open_top_up, "Amount" },
  { "clock", open_clock, "Days" },
  { "grant", open_grant, "Kind" },
  { "profile", open_profile, "Name" },
  { "order", open_first_step, "Charging Mode" },
  { "second step", open_second_step, "Virtual Private Cloud" },
  { "payment after the order", open_payment, "Virtual Private Cloud" },
  { "destructive question", open_question, "Keep" },
  { "question", open_safe_question, "Go On" },
  { "cancelling", open_cancelling, "Cancel" },
  { "order window", open_order_window, "Status" },
};

typedef struct
{
  gpointer window;
  const char *says;
} Start;

/** The row or button that the focus is in or on says so. */
static gboolean
starts_there (gpointer data)
{
  const Start *start = data;
  GtkWidget *focus = focus_of (start->window);
  GtkWidget *row = focus ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  return focus && says (&(Sought){ row ? row : focus, start->says }) &&
         gtk_window_get_focus_visible (GTK_WINDOW (start->window));
}

static void
test_starts (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      wait_for (is_active, fixture->window);
      keys ("F9"); /* means nothing, but that the keyboard is used */
      GType opened = starts[i].open (fixture);
      Start start = { toplevel_of (opened), starts[i].says };

      wait_until (starts_there, &start, starts[i].name, __LINE__);
      close_windows (opened);
    }
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
  ADD ("keys-main", test_main);
  ADD ("keys-starts", test_starts);
  ADD ("keys-sidebar-enters", test_sidebar_enters);
  ADD ("keys-sidebar-marks", test_sidebar_marks);
  ADD ("keys-row-goes", test_row_goes);
  ADD ("keys-row-menu", test_row_menu);
  ADD ("keys-bandwidth-stops", test_bandwidth_stops);
  g_test_add_func ("/ui/flows/keys-menu-of-welcome", test_menu_of_welcome);
}

int
main (int argc, char **argv)
{
  return run_flows (argc, argv, add);
}
