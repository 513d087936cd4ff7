/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways beside the trip: modes and back, what is refused, details, exports; in process. */
#include <glib/gstdio.h>

#include "flows-support.h"

#include "tenure-action-menu.h"
#include "tenure-exports-page.h"
#include "tenure-order-window.h"
#include "tenure-pay-form.h"

/* The flows ------------------------------------------------------------------------------------------------------ */

/** A2-13: the fourth mode, and its way back. */
static void
test_no_renewal (Fixture *fixture, gconstpointer data)
{
  top_up (fixture);
  buy (fixture);
  go (fixture, "renewals/manual");
  select_all (fixture);
  act (tenure_window_page (fixture->window), "renewals.no-renewal");
  act (wait_for_plan (), "plan.apply");
  wait_for (dialog_closed, NULL);
  go (fixture, "renewals/no-renewal");
  select_all (fixture);
  act (tenure_window_page (fixture->window), "renewals.set-manual");
  act (wait_for_plan (), "plan.apply");
  wait_for (dialog_closed, NULL);
  go (fixture, "renewals/manual");
  wait_for (has_rows, fixture);
}

/** A2-11: what a row cannot do stays in its menu, insensitive: a VPC is not charged by use, and has not expired. */
static void
test_refused_stay_visible (Fixture *fixture, gconstpointer data)
{
  top_up (fixture);
  buy (fixture);
  go (fixture, "renewals/manual");
  wait_for (has_rows, fixture);
  GtkWidget *page = GTK_WIDGET (tenure_window_page (fixture->window)), *more = NULL;
  Sought renew = { page, "Renew…" };
  wait_for (is_shown, &renew);
  more = gtk_widget_get_next_sibling (button_below (page, "Renew…"));
  gtk_menu_button_popup (GTK_MENU_BUTTON (more));
  GtkWidget *menu = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (more)));
  Sought use = { menu, "To Pay-per-Use upon Expiry…" }, release = { menu, "Release…" };
  wait_for (is_refused, &use);
  wait_for (is_refused, &release);
  g_assert_true (gtk_widget_get_sensitive (button_below (menu, "Set Automatic Renewal…")));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (more));
}

static gboolean
is_open (gpointer data)
{
  return toplevel_of (TENURE_TYPE_ORDER_WINDOW) != NULL;
}

/** Rules 8.2: what costs nothing is ordered, and nobody is asked to pay for it. */
static void
test_free (Fixture *fixture, gconstpointer data)
{
  TenurePlanDialog *dialog = open_order (fixture, "services/dns-basic");
  submit_order (dialog);
  wait_for (outcome_known, dialog);
  g_assert_cmpint (tenure_plan_dialog_outcome (dialog)->status, ==, TENURE_OUTCOME_DONE);
  g_assert_false (TENURE_IS_PAY_FORM (tenure_plan_dialog_form (dialog)));
  close_dialog (dialog);
  settle (fixture, 10);
  go (fixture, "services/dns-basic");
  wait_for (has_rows, fixture);
}

static GtkWidget *
details_in (Fixture *fixture, const char *place)
{
  go (fixture, place);
  wait_for (has_rows, fixture);
  press (GTK_WIDGET (tenure_window_page (fixture->window)), "Details");
  wait_for (is_open, NULL);
  return toplevel_of (TENURE_TYPE_ORDER_WINDOW);
}

/** A2-03, A2-04: the row's own buttons open the details, from where the order is cancelled. */
static void
test_cancel_from_details (Fixture *fixture, gconstpointer data)
{
  close_dialog (order_vpc (fixture));
  GtkWidget *details = details_in (fixture, "unpaid");
  press (details, "Cancel Order…");
  act (wait_for_plan (), "plan.apply");
  wait_for (dialog_closed, NULL);
  gtk_window_destroy (GTK_WINDOW (details));
  wait_for (has_no_rows, fixture);
}

static gboolean
money_is_back (gpointer fixture)
{
  return balance_of (fixture) == 100000 * TENURE_MONEY_FEN;
}

/** A1-14: in practice a delivery can be told to fail; the money comes back with an order of the system. */
static void
test_fail_from_details (Fixture *fixture, gconstpointer data)
{
  top_up (fixture);
  TenurePlanDialog *dialog = order_vpc (fixture);
  GtkWidget *details;

  act (dialog, "plan.apply");
  wait_for (outcome_known, dialog);
  close_dialog (dialog);
  g_assert_false (money_is_back (fixture));
  details = details_in (fixture, "orders");
  press (details, "Let Delivery Fail…");
  act (wait_for_plan (), "plan.apply");
  wait_for (dialog_closed, NULL);
  gtk_window_destroy (GTK_WINDOW (details));
  settle (fixture, 60);
  settle (fixture, TENURE_DAY_SECONDS);
  wait_for (money_is_back, fixture);
}

/** A2-41: what moved the balance; and the journal holds. */
static void
test_money_and_activity (Fixture *fixture, gconstpointer data)
{
  top_up (fixture);
  buy (fixture);
  go (fixture, "balance");
  Sought movement = { GTK_WIDGET (tenure_window_page (fixture->window)), "+¥1,000.00" };
  wait_for (says, &movement);
  Sought paid = { movement.widget, "¥990.00" };
  wait_for (says, &paid);
  go (fixture, "activity");
  act (tenure_window_page (fixture->window), "activity.verify");
  Sought verified = { GTK_WIDGET (tenure_window_page (fixture->window)), "The chain holds over all" };
  wait_for (says, &verified);
}

static gboolean
is_exports (gpointer data)
{
  Fixture *fixture = data;

  return TENURE_IS_EXPORTS_PAGE (tenure_window_page (fixture->window));
}

/** A2-09, chapter 5: 导出全部 goes to Exports with the new record there. */
static void
test_export_all (Fixture *fixture, gconstpointer data)
{
  top_up (fixture);
  buy (fixture);
  go (fixture, "orders");
  wait_for (has_rows, fixture);
  press (GTK_WIDGET (tenure_window_page (fixture->window)), "Export All…");
  act (wait_for_plan (), "plan.apply");
  wait_for (dialog_closed, NULL);
  Sought record = { GTK_WIDGET (tenure_window_page (fixture->window)), "Orders" };
  wait_for (is_exports, fixture);
  record.widget = GTK_WIDGET (tenure_window_page (fixture->window));
  wait_for (says, &record);
}

static gboolean
is_selected (gpointer data)
{
  return tenure_exports_page_selected (data) != NULL;
}

/** A1-28: the renewal list of what is ticked, for one duration. */
static void
test_export_list (Fixture *fixture, gconstpointer data)
{
  top_up (fixture);
  buy (fixture);
  go (fixture, "renewals/manual");
  select_all (fixture);
  act (tenure_window_page (fixture->window), "renewals.export-list");
  act (wait_for_plan (), "plan.apply");
  wait_for (dialog_closed, NULL);
  wait_for (is_exports, fixture);
  GtkWidget *page = GTK_WIDGET (tenure_window_page (fixture->window));
  wait_for (says, (&(Sought){ page, "Requested" }));
  wait_for (is_selected, page);
  g_autofree char *folder = g_dir_make_tmp ("tenure-flows-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "renewals.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  tenure_exports_page_save (TENURE_EXPORTS_PAGE (page), tenure_exports_page_selected (TENURE_EXPORTS_PAGE (page)),
                            file);
  wait_for (says, (&(Sought){ page, "Ready" }));
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_rmdir (folder);
}

/** A2-10, 3.1 step 6: what was chosen is read again before it is agreed to; the payment names product and deadline. */
static void
test_read_again (Fixture *fixture, gconstpointer data)
{
  TenurePlanDialog *dialog = open_order (fixture, "services/eip");
  act (dialog, "plan.proceed");
  Sought bandwidth = { GTK_WIDGET (dialog), "5 Mbit/s" };
  g_assert_true (says (&bandwidth));
  act (dialog, "plan.agree");
  act (dialog, "plan.apply");
  wait_for (pay_form_planned, dialog);
  Sought product = { GTK_WIDGET (dialog), "1 month\nPay before" };
  wait_for (says, &product);
  close_dialog (dialog);
}

static gboolean
is_shortcuts (gpointer data)
{
  return GTK_IS_SHORTCUTS_WINDOW (data);
}

/* Nothing is kept hidden among the windows; screen readers count only shown ones, and GTK 4.8 ends when one asked for
 * has just gone and the last is hidden. */
static GtkWindow *
last_window (void)
{
  g_autoptr (GtkWindow) window = NULL;
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_set_object (&window, NULL);
      window = g_list_model_get_item (windows, i);
      g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));
    }
  return window;
}

/** The shortcuts are shown when asked for, and are no window before and after. */
static void
test_shortcuts (Fixture *fixture, gconstpointer data)
{
  g_assert_false (is_shortcuts (last_window ()));
  /* GTK 4.8 warns of a width of its own there. */
  GLogLevelFlags fatal = g_log_set_always_fatal (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "shortcuts", NULL);
  GtkWindow *shortcuts = last_window ();
  g_assert_true (is_shortcuts (shortcuts));
  g_assert_true (gtk_window_get_transient_for (shortcuts) == GTK_WINDOW (fixture->window));
  gtk_window_close (shortcuts);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_log_set_always_fatal (fatal);
  g_assert_false (is_shortcuts (last_window ()));
}

static void
add (void)
{
  ADD ("shortcuts-on-demand", test_shortcuts);
  ADD ("A2-13-no-renewal", test_no_renewal);
  ADD ("A2-11-refused-stay-visible", test_refused_stay_visible);
  ADD ("A2-04-cancel-from-details", test_cancel_from_details);
  ADD ("rules-8.2-free", test_free);
  ADD ("A1-14-fail-from-details", test_fail_from_details);
  ADD ("A2-41-money-and-activity", test_money_and_activity);
  ADD ("A2-09-export-all", test_export_all);
  ADD ("A1-28-export-list", test_export_list);
  ADD ("A2-10-read-again", test_read_again);
}

int
main (int argc, char **argv)
{
  return run_flows (argc, argv, add);
}
