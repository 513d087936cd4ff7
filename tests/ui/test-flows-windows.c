/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Windows by keys: where the keyboard begins in them, what presses their main button, where it goes on afterwards. */
#include "keys-support.h"

#include "accounts-support.h"
#include "tenure-account-chooser.h"
#include "tenure-clock-dialog.h"
#include "tenure-form-field.h"
#include "tenure-order-window.h"
#include "tenure-password-window.h"
#include "tenure-profile-dialog.h"
#include "tenure-register-window.h"
#include "tenure-staff-form.h"

/* The main button ------------------------------------------------------------------------------------------------- */

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

static GType
open_registration (Fixture *fixture)
{
  act (fixture->window, "win.register");
  return TENURE_TYPE_REGISTER_WINDOW;
}

static gboolean
account_chosen (gpointer data)
{
  gpointer *chooser_and_key = data;

  tenure_account_chooser_choose (chooser_and_key[0], chooser_and_key[1]);
  return tenure_account_chooser_chosen (chooser_and_key[0]) != NULL;
}

static GType
open_first_account (Fixture *fixture)
{
  g_autofree char *key = accounts_huawei (fixture->session, TRUE);
  GType type = open_registration (fixture);
  gpointer chooser_and_key[] = { child_of (toplevel_of (type), "chooser"), key };

  wait_for (account_chosen, chooser_and_key);
  return type;
}

static gboolean
register_form_shown (gpointer data)
{
  return g_strcmp0 (tenure_register_window_page (toplevel_of (TENURE_TYPE_REGISTER_WINDOW)), "form") == 0;
}

#define LOGIN "13800000000"
static guint n_passwords;

static char *
dup_password (void)
{
  return g_strdup_printf ("Zx9-marked-Secret-%u", n_passwords);
}

/** The code was sent, and everything is filled in: the focus is in a field of one line. */
static GType
open_forgotten (Fixture *fixture)
{
  TenureSendCode params = { .purpose = TENURE_PURPOSE_RESET, .login = (char *)LOGIN };
  g_autofree char *password = NULL, *code = NULL;

  n_passwords++;
  password = dup_password ();
  settle (fixture, 120); /* the next code may be sent */
  tenure_outcome_unref (do_elsewhere (fixture, TENURE_COMMAND_SEND_CODE, &params));
  code = accounts_newest_code (fixture->session);
  gpointer window = tenure_password_window_present_forgotten (GTK_WIDGET (fixture->window), fixture->session, LOGIN);
  fill (window, "code", code);
  fill (window, "password", password);
  fill (window, "repeat", password);
  return TENURE_TYPE_PASSWORD_WINDOW;
}

static gboolean
password_set (gpointer data)
{
  gpointer window = toplevel_of (TENURE_TYPE_PASSWORD_WINDOW);

  return g_strcmp0 (gtk_stack_get_visible_child_name (child_of (window, "stack")), "done") == 0;
}

static gboolean
is_signed_out (gpointer data)
{
  return tenure_session_account (data) == NULL;
}

/** With the password that was set last. */
static GType
open_sign_page (Fixture *fixture)
{
  g_autofree char *password = dup_password ();

  act (fixture->window, "win.sign-out");
  wait_for (is_signed_out, fixture->session);
  gpointer page = tenure_window_page (fixture->window);
  fill (page, "login", LOGIN);
  fill (page, "password", password);
  tenure_form_field_focus (child_of (page, "login"));
  return TENURE_TYPE_WINDOW;
}

static gboolean
is_signed_in (gpointer data)
{
  return !is_signed_out (tenure_window_session (toplevel_of (TENURE_TYPE_WINDOW)));
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
  { "top-up", open_top_up, "ctrl+KP_Enter", tenure_plan_dialog_get_type, window_closed },
  { "top-up, in its entry", open_top_up, "Return", tenure_plan_dialog_get_type, window_closed },
  { "clock", open_clock, "ctrl+Return", tenure_clock_dialog_get_type, window_closed },
  { "order window", open_order_window, "ctrl+Return", tenure_plan_dialog_get_type, window_open },
  { "profile without a name", open_profile, "ctrl+Return", NULL, NULL },
  { "registration, no account", open_registration, "ctrl+Return", NULL, NULL },
  { "registration", open_first_account, "ctrl+Return", tenure_register_window_get_type, register_form_shown },
  { "password", open_forgotten, "ctrl+Return", tenure_password_window_get_type, password_set },
  { "password, in its entry", open_forgotten, "Return", tenure_password_window_get_type, password_set },
  { "sign in", open_sign_page, "ctrl+Return", tenure_window_get_type, is_signed_in },
  { "sign in, in its entry", open_sign_page, "Return", tenure_window_get_type, is_signed_in },
};

static void
close_windows (GType type)
{
  GtkWindow *window;

  while ((window = toplevel_of (TENURE_TYPE_PLAN_DIALOG)) ||
         (type != TENURE_TYPE_WINDOW && (window = toplevel_of (type))))
    gtk_window_destroy (window);
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
      g_assert_true (mains[i].condition || window_open (GSIZE_TO_POINTER (opened)));
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
  order_vpc (fixture);
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
  { "registration", open_registration, "hw_" },
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
  wait_for (is_active, fixture->window);
  keys ("F9"); /* means nothing, but that the keyboard is used, from now on */
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      GType opened = starts[i].open (fixture);
      Start start = { toplevel_of (opened), starts[i].says };

      wait_until (starts_there, &start, starts[i].name, __LINE__);
      close_windows (opened);
    }
}

/* Pages that are filled again ------------------------------------------------------------------------------------- */

static GtkWidget *
expander_below (GtkWidget *widget)
{
  GtkWidget *found = ADW_IS_EXPANDER_ROW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = expander_below (child);
  return found;
}

static gboolean
customers_shown (gpointer data)
{
  return expander_below (GTK_WIDGET (tenure_window_page (((Fixture *)data)->window))) != NULL;
}

/** The row of the list of what can be done about a customer. */
static GtkWidget *
row_saying (GtkWidget *widget, const char *words)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words))
    return gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = row_saying (child, words);
  return found;
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *)data == NULL;
}

static gboolean
row_is_focused (gpointer data)
{
  Sought *sought = data;

  return row_saying (GTK_WIDGET (tenure_window_page (TENURE_WINDOW (sought->widget))), sought->label) ==
         focus_of (sought->widget);
}

/* After a grant the page is filled again: the focus stays on what was done. */
static void
test_customers (Fixture *fixture, gconstpointer data)
{
  Sought sought = { GTK_WIDGET (fixture->window), "Grant a Coupon…" };

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.role", "s", "reviewer"));
  go (fixture, "customers");
  wait_for (customers_shown, fixture);
  GtkWidget *page = GTK_WIDGET (tenure_window_page (fixture->window));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander_below (page)), TRUE);
  GtkWidget *row = row_saying (page, sought.label);
  wait_for (is_mapped, row);
  g_assert_true (gtk_widget_grab_focus (row));
  g_object_add_weak_pointer (G_OBJECT (row), (gpointer *)&row);
  gtk_widget_activate (row);
  wait_for (dialog_open, NULL);
  TenurePlanDialog *dialog = toplevel_of (TENURE_TYPE_PLAN_DIALOG);
  tenure_staff_form_fill (TENURE_STAFF_FORM (tenure_plan_dialog_form (dialog)), "name", "Autumn");
  tenure_staff_form_fill (TENURE_STAFF_FORM (tenure_plan_dialog_form (dialog)), "amount", "9");
  wait_for (plan_possible, dialog);
  act (dialog, "plan.apply");
  wait_for (is_gone, &row);
  wait_for (row_is_focused, &sought);
}

/* What waits, and steps back --------------------------------------------------------------------------------------- */

static gboolean
row_of_page_focused (gpointer data)
{
  GtkWidget *focus = focus_of (data);

  return is_within (focus, tenure_window_page (data)) && GTK_IS_LIST_BOX_ROW (focus);
}

static gboolean
focus_is (gpointer data)
{
  gpointer *window_and_widget = data;

  return is_within (focus_of (window_and_widget[0]), window_and_widget[1]);
}

/* A page that is filled while the pane around it has the focus goes on to its first control. */
static void
test_balance (Fixture *fixture, gconstpointer data)
{
  go (fixture, "balance");
  wait_for (row_of_page_focused, fixture->window);
  GtkWidget *pane = gtk_widget_get_ancestor (focus_of (fixture->window), GTK_TYPE_SCROLLED_WINDOW);

  gtk_window_set_focus (GTK_WINDOW (fixture->window), pane);
  g_assert_true (focus_of (fixture->window) == pane);
  top_up (fixture);
  wait_for (row_of_page_focused, fixture->window);
  g_assert_true (says (&(Sought){ focus_of (fixture->window), "Cash balance" }));
}

/* What cannot be pressed while it is carried out has the focus again afterwards. */
static void
test_verify (Fixture *fixture, gconstpointer data)
{
  go (fixture, "activity");
  GtkWidget *button = child_of (tenure_window_page (fixture->window), "verify_button");
  gpointer window_and_button[] = { fixture->window, button };

  g_assert_true (gtk_widget_grab_focus (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (gtk_widget_is_sensitive (button));
  wait_for (focus_is, window_and_button);
}

/* A code that could not be sent leaves the focus where it was asked for. */
static void
test_code_refused (Fixture *fixture, gconstpointer data)
{
  gpointer window = toplevel_of (open_first_account (fixture));

  act (window, "register.next");
  gpointer form = child_of (window, "form"), button = child_of (form, "code_button");
  gpointer window_and_button[] = { window, button };
  fill (form, "phone", "139");
  g_assert_true (gtk_widget_child_focus (button, GTK_DIR_TAB_FORWARD));
  g_signal_emit_by_name (focus_of (window), "clicked");
  wait_for (focus_is, window_and_button);
  g_assert_nonnull (tenure_form_field_error (TENURE_FORM_FIELD (child_of (form, "phone"))));
  gtk_window_destroy (window);
}

static gboolean
account_step_shown (gpointer data)
{
  TenureRegisterWindow *window = toplevel_of (TENURE_TYPE_REGISTER_WINDOW);

  return window && g_strcmp0 (tenure_register_window_page (window), "account") == 0;
}

/* Escape goes back to the account, and what was typed is there when one comes again. */
static void
test_register_escape (Fixture *fixture, gconstpointer data)
{
  gpointer window = toplevel_of (open_first_account (fixture));

  act (window, "register.next");
  fill (child_of (window, "form"), "applicant", "Li Lei");
  wait_for (is_active, window);
  keys ("Escape");
  wait_for (account_step_shown, NULL);
  act (window, "register.next");
  g_autofree char *kept =
      tenure_form_field_dup_text (TENURE_FORM_FIELD (child_of (child_of (window, "form"), "applicant")));
  g_assert_cmpstr (kept, ==, "Li Lei");
  gtk_window_destroy (window);
}

static gboolean
has_messages (gpointer data)
{
  return g_list_model_get_n_items (data) > 1;
}

/* Enter shows the message it is pressed on, and goes to its code: the rest of the list is between them. */
static void
test_outbox (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    gtk_window_destroy (toplevel_of (open_forgotten (fixture)));
  go (fixture, "outbox");
  gpointer page = tenure_window_page (fixture->window), list = child_of (page, "list");
  gpointer selection = gtk_list_view_get_model (list);
  gpointer window_and_button[] = { fixture->window, child_of (page, "copy_button") };

  wait_for (has_messages, selection);
  wait_for (is_active, fixture->window);
  gtk_window_set_focus_visible (GTK_WINDOW (fixture->window), TRUE);
  gtk_single_selection_set_selected (selection, 1); /* its code is void */
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 0);
  g_assert_true (focus_is (window_and_button));
}

static GtkWidget *
footer_below (GtkWidget *widget)
{
  GtkWidget *found = gtk_widget_has_css_class (widget, "plan-footer") ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = footer_below (child);
  return found;
}

/* The strip below a form is there for what it says, and not without. */
static void
test_footer (Fixture *fixture, gconstpointer data)
{
  TenurePlanDialog *dialog = open_order (fixture, "services/vpc");

  g_assert_true (gtk_widget_get_visible (footer_below (GTK_WIDGET (dialog))));
  close_dialog (dialog);
  open_cancelling (fixture);
  dialog = toplevel_of (TENURE_TYPE_PLAN_DIALOG);
  wait_for (plan_possible, dialog);
  g_assert_false (gtk_widget_get_visible (footer_below (GTK_WIDGET (dialog))));
  close_windows (TENURE_TYPE_ORDER_WINDOW);
}

static void
add (void)
{
  ADD ("keys-balance", test_balance);
  ADD ("keys-verify", test_verify);
  ADD ("keys-code-refused", test_code_refused);
  ADD ("keys-register-escape", test_register_escape);
  ADD ("keys-outbox", test_outbox);
  ADD ("footer-hidden", test_footer);

  ADD ("keys-main", test_main);
  ADD ("keys-starts", test_starts);
  ADD ("keys-customers", test_customers);
}

int
main (int argc, char **argv)
{
  return run_flows (argc, argv, add);
}
