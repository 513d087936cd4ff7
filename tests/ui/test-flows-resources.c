/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with resources that are there: changed, added to, their renewal modified; what is in the way. */
#include "flows-support.h"

#include "tenure-change-form.h"
#include "tenure-duration-row.h"
#include "tenure-order-window.h"
#include "tenure-periods-form.h"
#include "tenure-reading.h"

static TenurePlanDialog *
start (Fixture *fixture, const char *place, const char *action)
{
  go (fixture, place);
  select_all (fixture);
  act (tenure_window_page (fixture->window), action);
  return wait_for_plan ();
}

static void
pay_for (Fixture *fixture, TenurePlanDialog *dialog)
{
  act (dialog, "plan.apply");
  wait_for (pay_form_shown, dialog);
  act (dialog, "plan.apply");
  wait_for (outcome_known, dialog);
  g_assert_cmpint (tenure_plan_dialog_outcome (dialog)->status, ==, TENURE_OUTCOME_DONE);
  close_dialog (dialog);
  settle (fixture, 10);
}

/** A1-17: the next specification above is offered; what it becomes and the difference stand in the plan. */
static void
test_change (Fixture *fixture, gconstpointer data)
{
  top_up (fixture);
  buy (fixture);
  TenureMoney before = balance_of (fixture);
  TenurePlanDialog *dialog = start (fixture, "services/vpc", "services.change");
  Sought change = { GTK_WIDGET (dialog), "Standard → Professional" };
  wait_for (says, &change);
  pay_for (fixture, dialog);
  g_assert_cmpint (balance_of (fixture), <, before);
  Sought spec = { GTK_WIDGET (tenure_window_page (fixture->window)), "Professional" };
  wait_for (says, &spec);
}

/** A1-17: what is attached is a resource of its own service; there is nothing above the highest specification. */
static void
test_attach (Fixture *fixture, gconstpointer data)
{
  top_up (fixture);
  buy (fixture);
  TenureMoney before = balance_of (fixture);
  pay_for (fixture, start (fixture, "services/vpc", "services.attach"));
  g_assert_cmpint (balance_of (fixture), <, before);
  go (fixture, "services/bandwidth-addon");
  wait_for (has_rows, fixture);
}

static void
pay_all (Fixture *fixture, TenureOutcome *placed)
{
  tenure_outcome_unref (do_elsewhere (fixture, TENURE_COMMAND_PAY, &(TenurePay){ .orders = placed->orders }));
  tenure_outcome_unref (placed);
  settle (fixture, 10);
}

/** An EIP that was renewed, made larger, and renewed again; its id. */
static char *
renewed_around_a_change (Fixture *fixture)
{
  TenurePlaceOrder order = { .offer = (char *)"eip",
                             .spec = (char *)"5_bgp",
                             .region = (char *)"cn-north-4",
                             .name = (char *)"gate",
                             .bandwidth = 5,
                             .months = 1,
                             .quantity = 1,
                             .agreed = TRUE };

  pay_all (fixture, do_elsewhere (fixture, TENURE_COMMAND_ORDER, &order));
  g_auto (GStrv) keys = tenure_read_resource_ids (fixture->session, (const char *const[]){ "gate", NULL }, NULL);
  TenureRenew renew = { .resources = keys, .months = 1, .pay = TRUE };
  TenureChange change = { .resource = keys[0], .amount = 10, .pay = TRUE };

  tenure_outcome_unref (do_elsewhere (fixture, TENURE_COMMAND_RENEW, &renew));
  tenure_outcome_unref (do_elsewhere (fixture, TENURE_COMMAND_CHANGE, &change));
  settle (fixture, 10);
  tenure_outcome_unref (do_elsewhere (fixture, TENURE_COMMAND_RENEW, &renew));
  return g_strdup (keys[0]);
}

/** The first choice of @widget; NULL: none yet. */
static AdwComboRow *
combo_of (GtkWidget *widget)
{
  AdwComboRow *found = ADW_IS_COMBO_ROW (widget) ? ADW_COMBO_ROW (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = combo_of (child);
  return found;
}

static gboolean
has_choices (gpointer data)
{
  return combo_of (data) != NULL;
}

/** Rules 3.2: only expiries that can be kept are offered, so that the plan is possible as the form opens. */
static void
test_periods_after_a_change (Fixture *fixture, gconstpointer data)
{
  top_up (fixture);
  g_autofree char *key = renewed_around_a_change (fixture);
  const char *const keys[] = { key, NULL };

  tenure_plan_dialog_present (GTK_WIDGET (fixture->window), tenure_periods_form_new (fixture->session, keys));
  TenurePlanDialog *dialog = wait_for_plan ();
  wait_for (has_choices, dialog);
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (combo_of (GTK_WIDGET (dialog)))), ==, 1);
  act (dialog, "plan.apply");
  answer_yes ();
  wait_for (outcome_known, dialog);
  close_dialog (dialog);
}

static AdwComboRow *
combo_below (GtkWidget *widget, const char *title)
{
  AdwComboRow *found = NULL;

  if (ADW_IS_COMBO_ROW (widget) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return ADW_COMBO_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = combo_below (child, title);
  return found;
}

static void
buy_by_use (Fixture *fixture)
{
  TenurePlanDialog *dialog = open_order (fixture, "services/evs");
  adw_combo_row_set_selected (combo_below (GTK_WIDGET (dialog), "Charging _Mode"), 1);
  wait_for (plan_possible, dialog);
  submit_order (dialog);
  wait_for (outcome_known, dialog);
  close_dialog (dialog);
  settle (fixture, 3600);
}

static gboolean
first_is_read (gpointer row)
{
  return tenure_row_record (row) != NULL;
}

/** Return on a row: the first of what it offers. */
static TenurePlanDialog *
activate_first (Fixture *fixture, const char *place)
{
  go (fixture, place);
  wait_for (has_rows, fixture);
  g_autoptr (TenureRow) row =
      g_list_model_get_item (G_LIST_MODEL (tenure_list_view_model (tenure_list_page_view (list_of (fixture)))), 0);
  wait_for (first_is_read, row);
  g_signal_emit_by_name (list_of (fixture), "activated", row);
  return wait_for_plan ();
}

/** 按需转包周期: what is charged by the hour gets a term, and is renewed then instead. */
static void
test_to_period (Fixture *fixture, gconstpointer data)
{
  top_up (fixture);
  buy_by_use (fixture);
  TenureMoney before = balance_of (fixture);
  pay_for (fixture, activate_first (fixture, "services/evs"));
  g_assert_cmpint (balance_of (fixture), <, before);
  go (fixture, "renewals/manual");
  wait_for (has_rows, fixture);
  go (fixture, "services/evs");
  select_all (fixture);
  act (tenure_window_page (fixture->window), "services.to-period");
  wait_for (dialog_open, NULL);
  TenurePlanDialog *again = toplevel_of (TENURE_TYPE_PLAN_DIALOG);
  Sought refusal = { GTK_WIDGET (again), "It is not pay-per-use: it has a term already; renew it instead" };
  wait_for (says, &refusal);
  close_dialog (again);
}

static void
assert_says_gone (Fixture *fixture, TenurePlanForm *form)
{
  TenurePlanDialog *dialog = tenure_plan_dialog_present (GTK_WIDGET (fixture->window), form);
  Sought gone = { GTK_WIDGET (dialog), "“gone”" };

  wait_for (says, &gone);
  close_dialog (dialog);
}

/** A1-17: what is no longer there is named; nobody waits for it to be read. */
static void
test_change_what_is_gone (Fixture *fixture, gconstpointer data)
{
  assert_says_gone (fixture, tenure_change_form_new (fixture->session, "gone"));
  assert_says_gone (fixture, tenure_change_form_new_attach (fixture->session, "gone"));
}

static TenureDurationRow *
duration_below (GtkWidget *widget)
{
  if (TENURE_IS_DURATION_ROW (widget))
    return TENURE_DURATION_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (duration_below (child))
      return duration_below (child);
  return NULL;
}

static gboolean
is_quarter (gpointer row)
{
  return tenure_duration_row_months (row) == 3;
}

/** A1-22: who modifies automatic renewal starts from the period that is set, not from the product's preset. */
static void
test_modify_starts_from_present (Fixture *fixture, gconstpointer data)
{
  top_up (fixture);
  buy (fixture);
  TenurePlanDialog *dialog = start (fixture, "renewals/manual", "renewals.set-auto");
  tenure_duration_row_choose (duration_below (GTK_WIDGET (dialog)), 3);
  wait_for (plan_possible, dialog);
  act (dialog, "plan.apply");
  wait_for (dialog_closed, NULL);
  go (fixture, "renewals/auto");
  select_all (fixture);
  act (tenure_window_page (fixture->window), "renewals.modify-auto");
  wait_for (dialog_open, NULL);
  dialog = toplevel_of (TENURE_TYPE_PLAN_DIALOG);
  wait_for (is_quarter, duration_below (GTK_WIDGET (dialog)));
  Sought hint = { GTK_WIDGET (dialog), "Change the method, the duration or the number of times." };
  wait_for (says, &hint);
  Sought same = { GTK_WIDGET (dialog), "It is set to that already" };
  g_assert_false (says (&same));
  tenure_duration_row_choose (duration_below (GTK_WIDGET (dialog)), 6);
  wait_for (plan_possible, dialog);
  close_dialog (dialog);
}

static gboolean
nothing_selected (gpointer list)
{
  return tenure_list_page_n_selected (list) == 0;
}

/** Rows that went to another tab are no longer selected in this one. */
static void
test_selection_is_done_with (Fixture *fixture, gconstpointer data)
{
  top_up (fixture);
  buy (fixture);
  buy (fixture);
  go (fixture, "renewals/manual");
  wait_for (has_rows, fixture);
  TenureListView *view = tenure_list_page_view (list_of (fixture));
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (tenure_list_view_selection (view)), 0, TRUE);
  act (tenure_window_page (fixture->window), "renewals.no-renewal");
  act (wait_for_plan (), "plan.apply");
  wait_for (dialog_closed, NULL);
  wait_for (nothing_selected, list_of (fixture));
}

static GtkLabel *
link_below (GtkWidget *widget)
{
  GtkLabel *found = NULL;

  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), "<a href="))
    return GTK_LABEL (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = link_below (child);
  return found;
}

static gboolean
has_link (gpointer dialog)
{
  return link_below (dialog) != NULL;
}

static gboolean
order_open (gpointer data)
{
  return toplevel_of (TENURE_TYPE_ORDER_WINDOW) != NULL;
}

/** Guide 4.2.1.1: the number of the order that is in the way leads to it; once cancelled, the renewal is possible. */
static void
test_way_to_the_order (Fixture *fixture, gconstpointer data)
{
  gboolean done = FALSE;

  top_up (fixture);
  buy (fixture);
  TenurePlanDialog *dialog = start (fixture, "renewals/manual", "renewals.renew");
  act (dialog, "plan.apply");
  wait_for (pay_form_planned, dialog);
  close_dialog (dialog);
  select_all (fixture);
  act (tenure_window_page (fixture->window), "renewals.renew");
  wait_for (dialog_open, NULL);
  dialog = toplevel_of (TENURE_TYPE_PLAN_DIALOG);
  wait_for (has_link, dialog);
  GtkLabel *label = link_below (GTK_WIDGET (dialog));
  const char *at = strstr (gtk_label_get_label (label), "<a href=\"") + strlen ("<a href=\"");
  g_autofree char *number = g_strndup (at, strcspn (at, "\""));
  g_signal_emit_by_name (label, "activate-link", number, &done);
  g_assert_true (done);
  wait_for (order_open, NULL);
  gtk_window_destroy (toplevel_of (TENURE_TYPE_ORDER_WINDOW));
  close_dialog (dialog);
}

static gboolean
says_no_more (gpointer sought)
{
  return !says (sought);
}

/** What is said by date follows the clock in rows that are shown already. */
static void
test_days_follow_the_clock (Fixture *fixture, gconstpointer data)
{
  top_up (fixture);
  buy (fixture);
  go (fixture, "renewals/manual");
  GtkWidget *page = GTK_WIDGET (tenure_window_page (fixture->window));
  const int days[] = { 28, 29, 30, 31 };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *text = g_strdup_printf ("in %d days", days[i]);
      g_autofree char *next = g_strdup_printf ("in %d days", days[i] - 1);
      Sought left = { page, text }, tomorrow = { page, next };

      wait_for (has_rows, fixture);
      if (!says (&left))
        continue;
      settle (fixture, TENURE_DAY_SECONDS);
      wait_for (says, &tomorrow);
      return;
    }
  g_assert_not_reached ();
}

/** A2-19: retention is 已冻结; with two states it is 已过期, at once. */
static void
test_two_states (Fixture *fixture, gconstpointer data)
{
  top_up (fixture);
  buy (fixture);
  go (fixture, "renewals/manual");
  settle (fixture, 40 * TENURE_DAY_SECONDS); /* a month, grace of 7 days */
  Sought frozen = { GTK_WIDGET (tenure_window_page (fixture->window)), "Frozen" };
  wait_for (says, &frozen);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "two-states", NULL);
  wait_for (says_no_more, &frozen);
  g_assert_true (tenure_profile_two_states (tenure_session_profile (fixture->session)));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "two-states", NULL);
  wait_for (says, &frozen);
}

/** What is exported goes by its words, also in the plan. */
static void
test_price_list (Fixture *fixture, gconstpointer data)
{
  top_up (fixture);
  buy (fixture);
  go (fixture, "renewals/manual");
  wait_for (has_rows, fixture);
  press (GTK_WIDGET (tenure_window_page (fixture->window)), "Export Price List…");
  TenurePlanDialog *dialog = wait_for_plan ();
  Sought name = { GTK_WIDGET (dialog), "Renewal Price List" }, key = { GTK_WIDGET (dialog), "price-list" };
  g_assert_true (says (&name));
  g_assert_false (says (&key));
  act (dialog, "plan.apply");
  wait_for (dialog_closed, NULL);
}

/** However short a Chinese message is, at 360 pixels it does not stand beside the list. */
static void
test_outbox_folds (Fixture *fixture, gconstpointer data)
{
  go (fixture, "outbox");
  GtkWidget *page = GTK_WIDGET (tenure_window_page (fixture->window));
  GtkWidget *side = GTK_WIDGET (gtk_widget_get_template_child (page, G_OBJECT_TYPE (page), "message_side"));
  int minimum;

  gtk_widget_measure (side, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, >=, 300);
}

static void
add (void)
{
  ADD ("360-outbox-folds", test_outbox_folds);
  ADD ("A1-28-price-list", test_price_list);
  ADD ("days-follow-the-clock", test_days_follow_the_clock);
  ADD ("A2-19-two-states", test_two_states);
  ADD ("A1-17-change", test_change);
  ADD ("A1-17-attach", test_attach);
  ADD ("3.2-periods-after-a-change", test_periods_after_a_change);
  ADD ("A1-17-what-is-gone", test_change_what_is_gone);
  ADD ("to-period", test_to_period);
  ADD ("selection-is-done-with", test_selection_is_done_with);
  ADD ("A1-22-modify-starts-from-present", test_modify_starts_from_present);
  ADD ("guide-4.2.1.1-way-to-the-order", test_way_to_the_order);
}

int
main (int argc, char **argv)
{
  return run_flows (argc, argv, add);
}
