/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chapters 1 and 2 of the guide in the window, in process: an institution registers, the reviewer decides, the link of
 * the mail sets the password, and one signs in. All of it by the actions that buttons and keys do it by. */
#include "accounts-support.h"
#include "flows-support.h"
#include "tenure-account-chooser.h"
#include "tenure-applications-page.h"
#include "tenure-form-field.h"
#include "tenure-password-window.h"
#include "tenure-register-form.h"
#include "tenure-register-window.h"
#include "tenure-sign-page.h"
#include "tenure-staff-form.h"

#define MARKED_PASSWORD "Zx9-marked-Secret"

/* Waiting -------------------------------------------------------------------------------------------------------- */

static gpointer
wait_for_window (GType type)
{
  wait_for (window_open, GSIZE_TO_POINTER (type));
  return toplevel_of (type);
}

static gboolean
has_code (gpointer data)
{
  g_autofree char *code = accounts_newest_code (data);

  return code != NULL;
}

static gboolean
form_idle (gpointer data)
{
  return gtk_widget_get_sensitive (
      GTK_WIDGET (gtk_widget_get_template_child (data, TENURE_TYPE_REGISTER_FORM, "submit_button")));
}

static gboolean
form_shown (gpointer data)
{
  return g_strcmp0 (tenure_register_window_page (data), "form") == 0;
}

static gboolean
submitted_shown (gpointer data)
{
  return g_strcmp0 (tenure_register_window_page (data), "submitted") == 0;
}

static gboolean
someone_signed_in (gpointer data)
{
  return tenure_session_account (data) != NULL;
}

static gboolean
nobody_signed_in (gpointer data)
{
  return !someone_signed_in (data);
}

static gboolean
status_shown (gpointer data)
{
  return gtk_widget_get_visible (data);
}

static gboolean
password_done (gpointer data)
{
  GObject *stack = gtk_widget_get_template_child (data, TENURE_TYPE_PASSWORD_WINDOW, "stack");

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "done") == 0;
}

static gboolean
accounts_listed (gpointer data)
{
  return tenure_account_chooser_chosen (data) != NULL;
}

/* What a person does --------------------------------------------------------------------------------------------- */

static void
act_with (gpointer widget, const char *action, const char *text)
{
  g_assert_true (gtk_widget_activate_action (widget, action, "s", text));
}

static gpointer
child_of (gpointer widget, const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

static void
fill (gpointer widget, const char *field, const char *text)
{
  tenure_form_field_set_text (TENURE_FORM_FIELD (child_of (widget, field)), text);
}

static const char *
error_of (gpointer widget, const char *field)
{
  return tenure_form_field_error (TENURE_FORM_FIELD (child_of (widget, field)));
}

static void
become (Fixture *fixture, const char *role)
{
  act_with (fixture->window, "win.role", role);
}

static gpointer
page_of (Fixture *fixture)
{
  return tenure_window_page (fixture->window);
}

/* The steps ------------------------------------------------------------------------------------------------------ */

static TenureRegisterWindow *
open_registration (Fixture *fixture)
{
  act (fixture->window, "win.register");
  return wait_for_window (TENURE_TYPE_REGISTER_WINDOW);
}

static gboolean
choose (gpointer data)
{
  gpointer *chooser_and_key = data;

  tenure_account_chooser_choose (chooser_and_key[0], chooser_and_key[1]);
  return accounts_listed (chooser_and_key[0]);
}

static gpointer
go_to_form (Fixture *fixture, TenureRegisterWindow *window)
{
  g_autofree char *key = accounts_huawei (fixture->session, TRUE);
  gpointer chooser_and_key[] = { child_of (window, "chooser"), key };

  g_assert_nonnull (key);
  wait_for (choose, chooser_and_key);
  act (window, "register.next");
  wait_for (form_shown, window);
  return child_of (window, "form");
}

static void
fill_form (gpointer form)
{
  fill (form, "applicant", "张三");
  fill (form, "phone", "１３８００００１１１１");
  fill (form, "email", "it@library.example");
  fill (form, "needs", "华北-乌兰察布一\n弹性公网IP");
}

static void
get_code (Fixture *fixture, gpointer form)
{
  g_signal_emit_by_name (child_of (form, "code_button"), "clicked");
  wait_for (has_code, fixture->session);
  g_autofree char *code = accounts_newest_code (fixture->session);
  fill (form, "code", code);
}

/** How many times Tab is pressed from @from until @to has the focus; 0: it never has. */
static guint
tabs_between (gpointer window, gpointer from, gpointer to, GtkDirectionType direction)
{
  gtk_widget_grab_focus (from);
  for (guint n = 1; n < 60; n++)
    {
      gtk_widget_child_focus (window, direction);
      GtkWidget *focus = gtk_window_get_focus (window);
      if (focus && (focus == to || gtk_widget_is_ancestor (focus, to)))
        return n;
    }
  return 0;
}

/** What stands above the first empty field can be reached as well, both ways. */
static void
test_form_by_keys (Fixture *fixture, gconstpointer data)
{
  static const char *const above[] = { "institution", "rename_button" };
  TenureRegisterWindow *window = open_registration (fixture);
  gpointer form = go_to_form (fixture, window);
  gpointer field = child_of (form, "applicant");

  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), field));
  for (guint i = 0; i < G_N_ELEMENTS (above); i++)
    {
      GtkWidget *control = child_of (form, above[i]);

      g_assert_cmpuint (
          tabs_between (window, gtk_window_get_focus (GTK_WINDOW (window)), control, GTK_DIR_TAB_BACKWARD), ==, 1);
    }
  g_assert_cmpuint (tabs_between (window, child_of (form, "rename_button"), field, GTK_DIR_TAB_FORWARD), >, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
hand_in (Fixture *fixture)
{
  TenureRegisterWindow *window = open_registration (fixture);
  gpointer form = go_to_form (fixture, window);

  fill_form (form);
  g_assert_false (gtk_window_get_modal (GTK_WINDOW (window))); /* the code is read in the outbox of the other window */
  get_code (fixture, form);
  tenure_register_form_submit (form);
  wait_for (submitted_shown, window);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == child_of (window, "done_button"));
  gtk_window_close (GTK_WINDOW (window));
  wait_for (window_closed, GSIZE_TO_POINTER (TENURE_TYPE_REGISTER_WINDOW));
}

static void
decide (Fixture *fixture, const char *action, const char *reason)
{
  g_autofree char *number = accounts_application (fixture->session, "submitted");

  become (fixture, "reviewer");
  g_assert_true (TENURE_IS_APPLICATIONS_PAGE (page_of (fixture)));
  act_with (page_of (fixture), action, number);
  TenurePlanDialog *dialog = wait_for_window (TENURE_TYPE_PLAN_DIALOG);
  if (reason)
    tenure_staff_form_fill (TENURE_STAFF_FORM (tenure_plan_dialog_form (dialog)), "reason", reason);
  wait_for (plan_possible, dialog);
  act (dialog, "plan.apply");
  wait_for (window_closed, GSIZE_TO_POINTER (TENURE_TYPE_PLAN_DIALOG));
  become (fixture, "administrator");
}

static void
set_password (Fixture *fixture)
{
  g_autofree char *link = accounts_newest_link (fixture->session);

  act_with (fixture->window, "win.set-password", link);
  TenurePasswordWindow *window = wait_for_window (TENURE_TYPE_PASSWORD_WINDOW);
  fill (window, "password", MARKED_PASSWORD);
  fill (window, "repeat", MARKED_PASSWORD);
  act (window, "password.set");
  wait_for (password_done, window);
  gtk_window_close (GTK_WINDOW (window));
  wait_for (window_closed, GSIZE_TO_POINTER (TENURE_TYPE_PASSWORD_WINDOW));
}

static void
sign_in (Fixture *fixture, const char *login, const char *password)
{
  gpointer page = page_of (fixture);

  g_assert_true (TENURE_IS_SIGN_PAGE (page));
  fill (page, "login", login);
  fill (page, "password", password);
  act (page, "sign.in");
}

/* The flows ------------------------------------------------------------------------------------------------------ */

/* A1-02 … A1-09: from the first visit to the desk, and out again; no secret is left behind. */
static void
test_register (Fixture *fixture, gconstpointer data)
{
  const char *folder = tenure_profile_folder (tenure_session_profile (fixture->session));

  g_assert_true (TENURE_IS_SIGN_PAGE (page_of (fixture)));
  hand_in (fixture);
  decide (fixture, "applications.approve", NULL);
  set_password (fixture);
  sign_in (fixture, "13800001111", MARKED_PASSWORD);
  wait_for (someone_signed_in, fixture->session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (TENURE_IS_SIGN_PAGE (page_of (fixture)));
  act (fixture->window, "win.sign-out");
  wait_for (nobody_signed_in, fixture->session);
  g_assert_false (accounts_left_in (folder, MARKED_PASSWORD));
}

/* A1-06: rejected with a reason, everything kept; so is what was corrected when one goes back a step and on again. */
static void
test_rejected (Fixture *fixture, gconstpointer data)
{
  hand_in (fixture);
  decide (fixture, "applications.reject", "The needs are too vague");
  TenureRegisterWindow *window = open_registration (fixture);
  gpointer form = go_to_form (fixture, window);
  GtkLabel *rejected = child_of (form, "rejected");
  g_autofree char *needs = tenure_form_field_dup_text (child_of (form, "needs"));

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (rejected)));
  g_assert_nonnull (strstr (gtk_label_get_text (rejected), "The needs are too vague"));
  g_assert_cmpstr (needs, ==, "华北-乌兰察布一\n弹性公网IP");
  fill (form, "needs", "two servers");
  act (window, "register.back");
  act (window, "register.next");
  g_autofree char *corrected = tenure_form_field_dup_text (child_of (form, "needs"));
  g_assert_cmpstr (corrected, ==, "two servers");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (rejected)));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is missing or wrong is said below its field, and nothing that was typed is lost. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  TenureRegisterWindow *window = open_registration (fixture);
  gpointer form = go_to_form (fixture, window);

  tenure_register_form_submit (form);
  g_assert_nonnull (error_of (form, "applicant"));
  g_assert_null (error_of (form, "manager"));
  g_assert_nonnull (error_of (form, "needs"));
  fill_form (form);
  g_assert_null (error_of (form, "needs")); /* being put right */
  fill (form, "email", "no address");
  fill (form, "code", "000000");
  tenure_register_form_submit (form);
  wait_for (form_idle, form);
  g_assert_true (form_shown (window));
  g_assert_nonnull (error_of (form, "email"));
  g_autofree char *applicant = tenure_form_field_dup_text (child_of (form, "applicant"));
  g_assert_cmpstr (applicant, ==, "张三");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A1-02: a condition that is not met keeps the form shut. */
static void
test_not_eligible (Fixture *fixture, gconstpointer data)
{
  TenureRegisterWindow *window = open_registration (fixture);
  g_autofree char *key = accounts_huawei (fixture->session, FALSE);
  gpointer chooser_and_key[] = { child_of (window, "chooser"), key };

  g_assert_nonnull (key);
  wait_for (choose, chooser_and_key);
  g_assert_false (tenure_account_chooser_eligible (chooser_and_key[0]));
  gtk_widget_activate_action (GTK_WIDGET (window), "register.next", NULL);
  g_assert_false (form_shown (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A wrong password says no more than that; the name stays, the password goes. */
static void
test_wrong_password (Fixture *fixture, gconstpointer data)
{
  gpointer page = page_of (fixture);

  sign_in (fixture, "nobody@library.example", "wrong");
  wait_for (status_shown, child_of (page, "status"));
  g_autofree char *login = tenure_form_field_dup_text (child_of (page, "login"));
  g_autofree char *password = tenure_form_field_dup_text (child_of (page, "password"));
  g_assert_cmpstr (login, ==, "nobody@library.example");
  g_assert_cmpstr (password, ==, "");
  g_assert_null (tenure_session_account (fixture->session));
}

/* Setting up ----------------------------------------------------------------------------------------------------- */

static void
set_up_visitor (Fixture *fixture, gconstpointer data)
{
  static guint n;
  g_autofree char *name = g_strdup_printf ("accounts %u", ++n);
  TenureSessionSetup setup = { .name = name, .practice = TRUE, .level = TENURE_LEVEL_V3, .register_first = TRUE };
  g_autoptr (GError) error = NULL;

  fixture->session = tenure_session_create (&setup, &error);
  g_assert_no_error (error);
  fixture->window = tenure_window_new (TENURE_APPLICATION (g_application_get_default ()));
  tenure_window_set_session (fixture->window, fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up_visitor, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_autoptr (GApplication) application = G_APPLICATION (tenure_application_new ());
  g_autoptr (GError) error = NULL;

  g_application_set_default (application);
  g_application_register (application, NULL, &error);
  g_assert_no_error (error);
  add ("/ui/flows-accounts/register", test_register);
  add ("/ui/flows-accounts/form-by-keys", test_form_by_keys);
  add ("/ui/flows-accounts/rejected", test_rejected);
  add ("/ui/flows-accounts/refused", test_refused);
  add ("/ui/flows-accounts/not-eligible", test_not_eligible);
  add ("/ui/flows-accounts/wrong-password", test_wrong_password);
  return g_test_run ();
}
