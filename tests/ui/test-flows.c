/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trip through the window, in process: everything is done by the actions that buttons and keys do it by. */
#include "flows-support.h"

/* The flows ------------------------------------------------------------------------------------------------------ */

/* Who turns to a page by its key goes on from there, not from where the focus was left. */
static void
test_focus_follows (Fixture *fixture, gconstpointer data)
{
  static const char *const turned_to[] = { "renewals", "unsubscribe", "services", "orders" };

  for (guint i = 0; i < G_N_ELEMENTS (turned_to); i++)
    {
      go (fixture, turned_to[i]);
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      g_assert_nonnull (focus);
      g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (tenure_window_page (fixture->window))));
    }
}

static void
test_order_and_pay (Fixture *fixture, gconstpointer data)
{
  top_up (fixture);
  g_assert_cmpint (balance_of (fixture), ==, 1000 * TENURE_MONEY_ONE);
  buy (fixture);
  g_assert_cmpint (balance_of (fixture), ==, 990 * TENURE_MONEY_ONE);
  go (fixture, "renewals/manual");
  wait_for (has_rows, fixture);
  g_assert_cmpuint (rows_of (fixture), ==, 1);
}

static void
renew_by (Fixture *fixture, const char *action)
{
  go (fixture, "renewals/manual");
  select_all (fixture);
  act (tenure_window_page (fixture->window), action);
  TenurePlanDialog *dialog = wait_for_plan ();
  act (dialog, "plan.apply");
  wait_for (pay_form_shown, dialog);
  act (dialog, "plan.apply");
  wait_for (outcome_known, dialog);
  g_assert_cmpint (tenure_plan_dialog_outcome (dialog)->status, ==, TENURE_OUTCOME_DONE);
  close_dialog (dialog);
  settle (fixture, 10);
}

/** A year at ¥100, then a year up to the unified day: the second costs more by its extra days. */
static void
test_renew_and_unify (Fixture *fixture, gconstpointer data)
{
  top_up (fixture);
  buy (fixture);
  renew_by (fixture, "renewals.renew");
  g_assert_cmpint (balance_of (fixture), ==, 890 * TENURE_MONEY_ONE);
  renew_by (fixture, "renewals.unify");
  g_assert_cmpint (balance_of (fixture), <=, 790 * TENURE_MONEY_ONE);
  g_assert_cmpint (balance_of (fixture), >, 780 * TENURE_MONEY_ONE);
}

/* Several renewals are one composite order: it is paid, not its parts beside it. */
static void
test_renew_two (Fixture *fixture, gconstpointer data)
{
  top_up (fixture);
  buy (fixture);
  buy (fixture);
  go (fixture, "renewals/manual");
  select_all (fixture);
  act (tenure_window_page (fixture->window), "renewals.renew");
  TenurePlanDialog *dialog = wait_for_plan ();
  act (dialog, "plan.apply");
  wait_for (pay_form_shown, dialog);
  g_assert_cmpuint (tenure_plan_dialog_plan (dialog)->items->len, ==, 1);
  act (dialog, "plan.apply");
  wait_for (outcome_known, dialog);
  g_assert_cmpint (tenure_plan_dialog_outcome (dialog)->status, ==, TENURE_OUTCOME_DONE);
  g_assert_cmpint (balance_of (fixture), ==, 780 * TENURE_MONEY_ONE);
  wait_for (is_shown, (&(Sought){ GTK_WIDGET (dialog), "View Order Details" })); /* of the composite one */
  close_dialog (dialog);
}

static void
test_set_auto (Fixture *fixture, gconstpointer data)
{
  top_up (fixture);
  buy (fixture);
  go (fixture, "renewals/manual");
  select_all (fixture);
  act (tenure_window_page (fixture->window), "renewals.set-auto");
  TenurePlanDialog *dialog = wait_for_plan ();
  act (dialog, "plan.apply");
  wait_for (dialog_closed, NULL);
  wait_for (has_no_rows, fixture);
  go (fixture, "renewals/auto");
  wait_for (has_rows, fixture);
}

/** Five days of grace: everything comes back, and the resource is gone from the list. */
static void
test_unsubscribe (Fixture *fixture, gconstpointer data)
{
  top_up (fixture);
  buy (fixture);
  go (fixture, "unsubscribe/conditional");
  select_all (fixture);
  act (tenure_window_page (fixture->window), "unsubscribe.start");
  TenurePlanDialog *dialog = wait_for_plan ();
  wait_for (says, (&(Sought){ GTK_WIDGET (dialog), "Payment Info" })); /* the refund table (A2-22) */
  press (GTK_WIDGET (dialog), "Show Refund Details");
  wait_for (is_shown, (&(Sought){ GTK_WIDGET (dialog), "Hide Refund Details" }));
  act (dialog, "plan.agree");
  act (dialog, "plan.apply");
  g_assert_false (question_asked (NULL)); /* no reason is chosen */
  GtkWidget *form = GTK_WIDGET (tenure_plan_dialog_form (dialog));
  adw_combo_row_set_selected (ADW_COMBO_ROW (gtk_widget_get_template_child (form, G_OBJECT_TYPE (form), "reason")), 2);
  wait_for (plan_possible, dialog);
  wait_for (is_shown, (&(Sought){ GTK_WIDGET (dialog), "Hide Refund Details" })); /* a new plan leaves it open */
  act (dialog, "plan.apply");
  answer_yes ();
  wait_for (outcome_known, dialog);
  g_assert_cmpint (tenure_plan_dialog_outcome (dialog)->status, ==, TENURE_OUTCOME_DONE);
  close_dialog (dialog);
  settle (fixture, 2 * TENURE_DAY_SECONDS);
  wait_for (has_no_rows, fixture);
  g_assert_cmpint (balance_of (fixture), ==, 1000 * TENURE_MONEY_ONE);
}

/** Pressed twice in one turn of the main loop, it is done once. */
static void
test_double_press (Fixture *fixture, gconstpointer data)
{
  act (fixture->window, "win.top-up");
  TenurePlanDialog *dialog = wait_for_plan ();
  act (dialog, "plan.apply");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "plan.apply", NULL);
  wait_for (dialog_closed, NULL);
  g_assert_cmpint (balance_of (fixture), ==, 1000 * TENURE_MONEY_ONE);
}

/** Leaving the payment keeps the order; it is cancelled from its list, and is not ticked there unseen. */
static void
test_leave_and_cancel (Fixture *fixture, gconstpointer data)
{
  TenurePlanDialog *dialog = open_order (fixture, "services/vpc");
  act (dialog, "plan.proceed");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "plan.apply", NULL);
  g_assert_null (tenure_plan_dialog_outcome (dialog)); /* not agreed to */
  act (dialog, "plan.agree");
  act (dialog, "plan.apply");
  wait_for (pay_form_planned, dialog);
  g_assert_false (plan_possible (dialog)); /* nothing is on the balance */
  close_dialog (dialog);
  go (fixture, "unpaid");
  wait_for (has_rows, fixture);
  gtk_selection_model_select_item (
      GTK_SELECTION_MODEL (tenure_list_view_selection (tenure_list_page_view (list_of (fixture)))), 0, FALSE);
  act (tenure_window_page (fixture->window), "orders.cancel");
  dialog = wait_for_plan ();
  act (dialog, "plan.apply");
  wait_for (dialog_closed, NULL);
  wait_for (has_no_rows, fixture);
  g_assert_cmpuint (tenure_list_page_n_selected (list_of (fixture)), ==, 0); /* it is not paid with the next */
}

static void
add (void)
{
  ADD ("focus-follows", test_focus_follows);
  ADD ("order-and-pay", test_order_and_pay);
  ADD ("renew-and-unify", test_renew_and_unify);
  ADD ("renew-two", test_renew_two);
  ADD ("set-auto", test_set_auto);
  ADD ("unsubscribe", test_unsubscribe);
  ADD ("double-press", test_double_press);
  ADD ("leave-and-cancel", test_leave_and_cancel);
}

int
main (int argc, char **argv)
{
  return run_flows (argc, argv, add);
}
