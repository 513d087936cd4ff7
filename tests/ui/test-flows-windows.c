/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Windows by keys: where the keyboard begins in them, what presses their main button, where it goes on afterwards. */
#include "keys-support.h"

#include "tenure-clock-dialog.h"
#include "tenure-order-window.h"
#include "tenure-profile-dialog.h"
#include "tenure-staff-form.h"

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

static void
add (void)
{
  ADD ("keys-main", test_main);
  ADD ("keys-starts", test_starts);
  ADD ("keys-customers", test_customers);
}

int
main (int argc, char **argv)
{
  return run_flows (argc, argv, add);
}
