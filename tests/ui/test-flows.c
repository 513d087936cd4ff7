/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trip through the window, in process: everything is done by the actions that buttons and keys do it by. */
#include <adwaita.h>

#include "tenure-action-menu.h"
#include "tenure-list-page.h"
#include "tenure-order-window.h"
#include "tenure-pay-form.h"
#include "tenure-plan-dialog.h"
#include "tenure-window.h"

#define PATIENCE (30 * G_USEC_PER_SEC)

typedef gboolean (*Condition) (gpointer data);

typedef struct
{
  TenureApplication *application;
  TenureWindow *window;
  TenureSession *session;
} Fixture;

/* Waiting -------------------------------------------------------------------------------------------------------- */

#define wait_for(condition, data) wait_until (condition, data, #condition, __LINE__)

static gboolean
nudge (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
wait_until (Condition condition, gpointer data, const char *what, int line)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  guint nudges = g_timeout_add (20, nudge, NULL);

  while (!condition (data))
    {
      if (g_get_monotonic_time () > end)
        g_error ("line %d: %s did not come true", line, what);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (nudges);
}

static gpointer
toplevel_of (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i - 1);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static gboolean
dialog_open (gpointer data)
{
  return toplevel_of (TENURE_TYPE_PLAN_DIALOG) != NULL;
}

static gboolean
dialog_closed (gpointer data)
{
  return toplevel_of (TENURE_TYPE_PLAN_DIALOG) == NULL;
}

static gboolean
plan_possible (gpointer data)
{
  TenurePlan *plan = tenure_plan_dialog_plan (data);

  return plan && tenure_plan_possible (plan);
}

static gboolean
pay_form_shown (gpointer data)
{
  return TENURE_IS_PAY_FORM (tenure_plan_dialog_form (data)) && plan_possible (data);
}

static gboolean
pay_form_planned (gpointer data)
{
  return TENURE_IS_PAY_FORM (tenure_plan_dialog_form (data)) && tenure_plan_dialog_plan (data);
}

static gboolean
outcome_known (gpointer data)
{
  return tenure_plan_dialog_outcome (data) != NULL;
}

static gboolean
question_asked (gpointer data)
{
  return toplevel_of (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

/* What a person does --------------------------------------------------------------------------------------------- */

static void
act (gpointer widget, const char *action)
{
  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
}

static void
go (Fixture *fixture, const char *place)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "go", g_variant_new_string (place));
}

static TenurePlanDialog *
wait_for_plan (void)
{
  wait_for (dialog_open, NULL);
  TenurePlanDialog *dialog = toplevel_of (TENURE_TYPE_PLAN_DIALOG);
  wait_for (plan_possible, dialog);
  return dialog;
}

static void
close_dialog (TenurePlanDialog *dialog)
{
  gtk_window_close (GTK_WINDOW (dialog));
  wait_for (dialog_closed, NULL);
}

static void
answer_yes (void)
{
  wait_for (question_asked, NULL);
  AdwMessageDialog *question = toplevel_of (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (question, "yes");
  gtk_window_destroy (GTK_WINDOW (question));
}

static TenureListPage *
list_below (GtkWidget *widget)
{
  TenureListPage *found = TENURE_IS_LIST_PAGE (widget) ? TENURE_LIST_PAGE (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = list_below (child);
  return found;
}

static TenureListPage *
list_of (Fixture *fixture)
{
  return list_below (GTK_WIDGET (tenure_window_page (fixture->window)));
}

static guint
rows_of (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (tenure_list_view_model (tenure_list_page_view (list_of (fixture)))));
}

static gboolean
has_rows (gpointer data)
{
  return rows_of (data) > 0;
}

static gboolean
has_no_rows (gpointer data)
{
  gboolean loading;

  g_object_get (tenure_list_view_model (tenure_list_page_view (list_of (data))), "loading", &loading, NULL);
  return !loading && rows_of (data) == 0;
}

static void
select_all (Fixture *fixture)
{
  wait_for (has_rows, fixture);
  gtk_selection_model_select_all (
      GTK_SELECTION_MODEL (tenure_list_view_selection (tenure_list_page_view (list_of (fixture)))));
}

static TenureMoney
balance_of (Fixture *fixture)
{
  TenureAccount account = { 0 };
  g_autoptr (GError) error = NULL;

  tenure_session_read_account (fixture->session, &account, &error);
  g_assert_no_error (error);
  TenureMoney balance = account.balance;
  tenure_account_clear (&account);
  return balance;
}

/* Setting up ----------------------------------------------------------------------------------------------------- */

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *)data != NULL;
}

static void
settle (Fixture *fixture, gint64 seconds)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TenurePlatform *platform = tenure_session_platform (fixture->session);

  tenure_profile_advance (tenure_session_profile (fixture->session), seconds, &error);
  g_assert_no_error (error);
  tenure_platform_refresh_async (platform, NULL, NULL, NULL, on_done, &result);
  wait_for (is_set, &result);
  tenure_platform_refresh_finish (platform, result, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static guint n;
  g_autofree char *name = g_strdup_printf ("flows %u", ++n);
  TenureSessionSetup setup = { .name = name, .practice = TRUE, .level = TENURE_LEVEL_V3 };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture->application = TENURE_APPLICATION (g_application_get_default ());
  tenure_session_create_async (&setup, NULL, NULL, NULL, on_done, &result);
  wait_for (is_set, &result);
  fixture->session = tenure_session_create_finish (result, &error);
  g_assert_no_error (error);
  fixture->window = tenure_window_new (fixture->application);
  tenure_window_set_session (fixture->window, fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
top_up (Fixture *fixture)
{
  act (fixture->window, "win.top-up");
  TenurePlanDialog *dialog = wait_for_plan ();
  act (dialog, "plan.apply");
  wait_for (dialog_closed, NULL);
}

/** Buys a VPC for a month from the balance and lets it be delivered. */
static void
buy (Fixture *fixture)
{
  go (fixture, "services/vpc");
  act (tenure_window_page (fixture->window), "services.buy");
  TenurePlanDialog *dialog = wait_for_plan ();
  act (dialog, "plan.proceed");
  act (dialog, "plan.agree");
  act (dialog, "plan.apply");
  wait_for (pay_form_shown, dialog);
  act (dialog, "plan.apply");
  wait_for (outcome_known, dialog);
  g_assert_cmpint (tenure_plan_dialog_outcome (dialog)->status, ==, TENURE_OUTCOME_DONE);
  close_dialog (dialog);
  settle (fixture, 10);
}

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
  act (dialog, "plan.agree");
  act (dialog, "plan.apply");
  g_assert_false (question_asked (NULL)); /* no reason is chosen */
  GtkWidget *form = GTK_WIDGET (tenure_plan_dialog_form (dialog));
  adw_combo_row_set_selected (ADW_COMBO_ROW (gtk_widget_get_template_child (form, G_OBJECT_TYPE (form), "reason")), 2);
  wait_for (plan_possible, dialog);
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

/** Leaving the payment keeps the order; it is cancelled from its list. */
static void
test_leave_and_cancel (Fixture *fixture, gconstpointer data)
{
  go (fixture, "services/vpc");
  act (tenure_window_page (fixture->window), "services.buy");
  TenurePlanDialog *dialog = wait_for_plan ();
  act (dialog, "plan.proceed");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "plan.apply", NULL);
  g_assert_null (tenure_plan_dialog_outcome (dialog)); /* not agreed to */
  act (dialog, "plan.agree");
  act (dialog, "plan.apply");
  wait_for (pay_form_planned, dialog);
  g_assert_false (plan_possible (dialog)); /* nothing is on the balance */
  close_dialog (dialog);
  go (fixture, "unpaid");
  select_all (fixture);
  act (tenure_window_page (fixture->window), "orders.cancel");
  dialog = wait_for_plan ();
  act (dialog, "plan.apply");
  wait_for (dialog_closed, NULL);
  wait_for (has_no_rows, fixture);
}

/** Finds a button by what it says, in @widget; NULL while there is none on the screen. */
static GtkWidget *
button_below (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), label))
    return gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = button_below (child, label);
  return found;
}

typedef struct
{
  GtkWidget *widget;
  const char *label;
} Sought;

static gboolean
is_shown (gpointer data)
{
  Sought *sought = data;

  return button_below (sought->widget, sought->label) != NULL;
}

static gboolean
is_refused (gpointer data)
{
  Sought *sought = data;
  GtkWidget *button = button_below (sought->widget, sought->label);

  return button && !gtk_widget_get_sensitive (button);
}

static void
press (GtkWidget *widget, const char *label)
{
  Sought sought = { widget, label };

  wait_for (is_shown, &sought);
  g_signal_emit_by_name (button_below (widget, label), "clicked");
}

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

/** A2-03, A2-04: the row's own buttons open the details, from where the order is cancelled. */
static void
test_cancel_from_details (Fixture *fixture, gconstpointer data)
{
  go (fixture, "services/vpc");
  act (tenure_window_page (fixture->window), "services.buy");
  TenurePlanDialog *dialog = wait_for_plan ();
  act (dialog, "plan.proceed");
  act (dialog, "plan.agree");
  act (dialog, "plan.apply");
  wait_for (pay_form_planned, dialog);
  close_dialog (dialog);
  go (fixture, "unpaid");
  wait_for (has_rows, fixture);
  press (GTK_WIDGET (tenure_window_page (fixture->window)), "Details");
  wait_for (is_open, NULL);
  GtkWidget *details = toplevel_of (TENURE_TYPE_ORDER_WINDOW);
  press (details, "Cancel Order…");
  act (wait_for_plan (), "plan.apply");
  wait_for (dialog_closed, NULL);
  gtk_window_destroy (GTK_WINDOW (details));
  wait_for (has_no_rows, fixture);
}

static gboolean
says (gpointer data)
{
  Sought *sought = data;

  if (GTK_IS_LABEL (sought->widget))
    return strstr (gtk_label_get_text (GTK_LABEL (sought->widget)), sought->label) != NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (sought->widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (says (&(Sought){ child, sought->label }))
      return TRUE;
  return FALSE;
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

int
main (int argc, char **argv)
{
  g_autoptr (TenureApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  application = tenure_application_new ();
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_application_set_default (G_APPLICATION (application));
#define ADD(name, function) g_test_add ("/ui/flows/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("focus-follows", test_focus_follows);
  ADD ("order-and-pay", test_order_and_pay);
  ADD ("renew-and-unify", test_renew_and_unify);
  ADD ("renew-two", test_renew_two);
  ADD ("set-auto", test_set_auto);
  ADD ("unsubscribe", test_unsubscribe);
  ADD ("double-press", test_double_press);
  ADD ("leave-and-cancel", test_leave_and_cancel);
  ADD ("A2-13-no-renewal", test_no_renewal);
  ADD ("A2-11-refused-stay-visible", test_refused_stay_visible);
  ADD ("A2-04-cancel-from-details", test_cancel_from_details);
  ADD ("A2-41-money-and-activity", test_money_and_activity);
  return g_test_run ();
}
