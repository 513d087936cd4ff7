/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "flows-support.h"

#include "tenure-pay-form.h"

#define PATIENCE (30 * G_USEC_PER_SEC)

/* Waiting -------------------------------------------------------------------------------------------------------- */

static gboolean
nudge (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
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

gpointer
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

gboolean
window_open (gpointer type)
{
  return toplevel_of (GPOINTER_TO_SIZE (type)) != NULL;
}

gboolean
window_closed (gpointer type)
{
  return !window_open (type);
}

gboolean
dialog_open (gpointer data)
{
  return toplevel_of (TENURE_TYPE_PLAN_DIALOG) != NULL;
}

gboolean
dialog_closed (gpointer data)
{
  return toplevel_of (TENURE_TYPE_PLAN_DIALOG) == NULL;
}

gboolean
plan_possible (gpointer data)
{
  TenurePlan *plan = tenure_plan_dialog_plan (data);

  return plan && tenure_plan_possible (plan);
}

gboolean
pay_form_shown (gpointer data)
{
  return TENURE_IS_PAY_FORM (tenure_plan_dialog_form (data)) && plan_possible (data);
}

gboolean
pay_form_planned (gpointer data)
{
  return TENURE_IS_PAY_FORM (tenure_plan_dialog_form (data)) && tenure_plan_dialog_plan (data);
}

gboolean
outcome_known (gpointer data)
{
  return tenure_plan_dialog_outcome (data) != NULL;
}

gboolean
question_asked (gpointer data)
{
  return toplevel_of (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

/* What a person does --------------------------------------------------------------------------------------------- */

void
act (gpointer widget, const char *action)
{
  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
}

void
go (Fixture *fixture, const char *place)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "go", g_variant_new_string (place));
}

TenurePlanDialog *
wait_for_plan (void)
{
  wait_for (dialog_open, NULL);
  TenurePlanDialog *dialog = toplevel_of (TENURE_TYPE_PLAN_DIALOG);
  wait_for (plan_possible, dialog);
  return dialog;
}

void
close_dialog (TenurePlanDialog *dialog)
{
  gtk_window_close (GTK_WINDOW (dialog));
  wait_for (dialog_closed, NULL);
}

void
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

TenureListPage *
list_of (Fixture *fixture)
{
  return list_below (GTK_WIDGET (tenure_window_page (fixture->window)));
}

guint
rows_of (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (tenure_list_view_model (tenure_list_page_view (list_of (fixture)))));
}

/* The list has its whole answer: who comes back soon finds the former rows first. */
static gboolean
is_answered (Fixture *fixture)
{
  gboolean loading;

  g_object_get (tenure_list_view_model (tenure_list_page_view (list_of (fixture))), "loading", &loading, NULL);
  return !loading;
}

gboolean
has_rows (gpointer data)
{
  return is_answered (data) && rows_of (data) > 0;
}

gboolean
has_no_rows (gpointer data)
{
  return is_answered (data) && rows_of (data) == 0;
}

void
select_all (Fixture *fixture)
{
  wait_for (has_rows, fixture);
  gtk_selection_model_select_all (
      GTK_SELECTION_MODEL (tenure_list_view_selection (tenure_list_page_view (list_of (fixture)))));
}

TenureMoney
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

void
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

void
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

void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
top_up (Fixture *fixture)
{
  act (fixture->window, "win.top-up");
  TenurePlanDialog *dialog = wait_for_plan ();
  act (dialog, "plan.apply");
  wait_for (dialog_closed, NULL);
}

TenurePlanDialog *
open_order (Fixture *fixture, const char *place)
{
  go (fixture, place);
  act (tenure_window_page (fixture->window), "services.buy");
  return wait_for_plan ();
}

void
submit_order (TenurePlanDialog *dialog)
{
  act (dialog, "plan.proceed");
  act (dialog, "plan.agree");
  act (dialog, "plan.apply");
}

/** Buys a VPC for a month from the balance and lets it be delivered. */
TenurePlanDialog *
order_vpc (Fixture *fixture)
{
  TenurePlanDialog *dialog = open_order (fixture, "services/vpc");

  submit_order (dialog);
  wait_for (pay_form_planned, dialog);
  return dialog;
}

void
buy (Fixture *fixture)
{
  TenurePlanDialog *dialog = open_order (fixture, "services/vpc");
  submit_order (dialog);
  wait_for (pay_form_shown, dialog);
  act (dialog, "plan.apply");
  wait_for (outcome_known, dialog);
  g_assert_cmpint (tenure_plan_dialog_outcome (dialog)->status, ==, TENURE_OUTCOME_DONE);
  close_dialog (dialog);
  settle (fixture, 10);
}

TenureOutcome *
do_elsewhere (Fixture *fixture, TenureCommandKind kind, gconstpointer params)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureCommand) wanted = tenure_command_new (kind, params, NULL, &error);
  g_autoptr (TenurePlan) plan = wanted ? tenure_session_plan (fixture->session, wanted, &error) : NULL;
  TenureOutcome *outcome = plan ? tenure_session_apply (fixture->session, wanted, plan, &error) : NULL;

  g_assert_no_error (error);
  g_assert_cmpint (outcome->status, ==, TENURE_OUTCOME_DONE);
  return outcome;
}

/** Finds a button by what it says, in @widget; NULL while there is none on the screen. */
GtkWidget *
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

gboolean
is_shown (gpointer data)
{
  Sought *sought = data;

  return button_below (sought->widget, sought->label) != NULL;
}

gboolean
is_refused (gpointer data)
{
  Sought *sought = data;
  GtkWidget *button = button_below (sought->widget, sought->label);

  return button && !gtk_widget_get_sensitive (button);
}

void
press (GtkWidget *widget, const char *label)
{
  Sought sought = { widget, label };

  wait_for (is_shown, &sought);
  g_signal_emit_by_name (button_below (widget, label), "clicked");
}

gboolean
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

int
run_flows (int argc, char **argv, void (*add) (void))
{
  g_autoptr (TenureApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  application = tenure_application_new ();
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_application_set_default (G_APPLICATION (application));
  add ();
  return g_test_run ();
}
