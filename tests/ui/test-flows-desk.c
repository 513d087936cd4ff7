/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two sides of the desk: what the platform's staff grants, and orders that change while they are paid together. */
#include "flows-support.h"

#include "tenure-change-form.h"
#include "tenure-order-window.h"
#include "tenure-staff-form.h"

/* Grants (A2-40) ------------------------------------------------------------------------------------------------- */

static void
become (Fixture *fixture, const char *role)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.role", "s", role));
}

static GMenuModel *
menu_below (GtkWidget *widget)
{
  GMenuModel *found = GTK_IS_MENU_BUTTON (widget) ? gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget)) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = menu_below (child);
  return found;
}

/** Once the customers are there. */
static gboolean
order_menu_shown (gpointer data)
{
  return menu_below (GTK_WIDGET (tenure_window_page (((Fixture *)data)->window))) != NULL;
}

static TenurePlanDialog *
open_form (Fixture *fixture, const char *action)
{
  TenureAccount account = { 0 };
  g_autoptr (GError) error = NULL;

  tenure_session_read_account (fixture->session, &account, &error);
  g_assert_no_error (error);
  become (fixture, "reviewer");
  go (fixture, "customers");
  wait_for (order_menu_shown, fixture);
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (tenure_window_page (fixture->window)), action, "s", account.key));
  tenure_account_clear (&account);
  wait_for (dialog_open, NULL);
  return toplevel_of (TENURE_TYPE_PLAN_DIALOG);
}

/** Kinds by their position: 代金券, 折扣券, 现金券, 储值卡; each asks for what it has, and no more. */
static void
test_grant_coupons (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "voucher", "discount", "flexi", "card" };

  for (guint kind = 0; kind < G_N_ELEMENTS (names); kind++)
    {
      g_autofree char *position = g_strdup_printf ("%u", kind);
      TenurePlanDialog *dialog = open_form (fixture, "customers.grant-coupon");
      TenureStaffForm *form = TENURE_STAFF_FORM (tenure_plan_dialog_form (dialog));
      Sought unsaid = { GTK_WIDGET (dialog), "“Amount” is empty" }; /* a name is not needed */

      wait_for (says, &unsaid);
      tenure_staff_form_fill (form, "kind", position);
      tenure_staff_form_fill (form, "name", names[kind]);
      tenure_staff_form_fill (form, kind == TENURE_COUPON_DISCOUNT ? "permyriad" : "amount", "90");
      wait_for (plan_possible, dialog);
      act (dialog, "plan.apply");
      wait_for (dialog_closed, NULL);
      become (fixture, "administrator");
    }
  go (fixture, "balance");
  for (guint kind = 0; kind < G_N_ELEMENTS (names); kind++)
    wait_for (says, (&(Sought){ GTK_WIDGET (tenure_window_page (fixture->window)), names[kind] }));
}

static void
test_grant_discount (Fixture *fixture, gconstpointer data)
{
  TenurePlanDialog *dialog = open_form (fixture, "customers.grant-discount");
  TenureStaffForm *form = TENURE_STAFF_FORM (tenure_plan_dialog_form (dialog));

  tenure_staff_form_fill (form, "name", "Public services");
  wait_for (says, (&(Sought){ GTK_WIDGET (dialog), "“Price in Per Cent (80: a fifth off)” is empty" }));
  tenure_staff_form_fill (form, "permyriad", "95");
  wait_for (plan_possible, dialog);
  act (dialog, "plan.apply");
  wait_for (dialog_closed, NULL);
}

static void
apply_form (Fixture *fixture, const char *action, const char *field, const char *text)
{
  TenurePlanDialog *dialog = open_form (fixture, action);

  tenure_staff_form_fill (TENURE_STAFF_FORM (tenure_plan_dialog_form (dialog)), field, text);
  wait_for (plan_possible, dialog);
  act (dialog, "plan.apply");
  wait_for (dialog_closed, NULL);
}

/** By the number that the customer reads on the page of the balance. */
static void
test_reclaim (Fixture *fixture, gconstpointer data)
{
  apply_form (fixture, "customers.grant-coupon", "amount", "90");
  apply_form (fixture, "customers.reclaim", "coupon", "main-voucher-1");
  become (fixture, "administrator");
  go (fixture, "balance");
  wait_for (says, (&(Sought){ GTK_WIDGET (tenure_window_page (fixture->window)), "main-voucher-1" }));
  wait_for (says, (&(Sought){ GTK_WIDGET (tenure_window_page (fixture->window)), "Reclaimed" }));
}

/** What is proposed is possible at once: to freeze who is not frozen, to lift what there is. */
static void
test_freeze (Fixture *fixture, gconstpointer data)
{
  static const TenureFreeze then[] = { TENURE_FREEZE_ARREARS, TENURE_FREEZE_NONE };

  for (guint i = 0; i < G_N_ELEMENTS (then); i++)
    {
      TenureAccount account = { 0 };

      become (fixture, "reviewer");
      go (fixture, "customers");
      if (i > 0)
        wait_for (says, (&(Sought){ GTK_WIDGET (tenure_window_page (fixture->window)), "Freeze: arrears" }));
      TenurePlanDialog *dialog = open_form (fixture, "customers.freeze");
      wait_for (plan_possible, dialog);
      act (dialog, "plan.apply");
      wait_for (dialog_closed, NULL);
      become (fixture, "administrator");
      g_assert_true (tenure_session_read_account (fixture->session, &account, NULL));
      g_assert_cmpint (account.freeze, ==, then[i]);
      tenure_account_clear (&account);
    }
}

/** A mark is put on unless one says that it is taken off. */
static void
test_mark (Fixture *fixture, gconstpointer data)
{
  TenurePlaceOrder params = { .offer = (char *)"vpc",
                              .spec = (char *)"standard",
                              .region = (char *)"cn-north-4",
                              .name = (char *)"net",
                              .months = 1,
                              .quantity = 1,
                              .agreed = TRUE };
  g_autoptr (TenureOutcome) placed = do_elsewhere (fixture, TENURE_COMMAND_ORDER, &params);
  TenurePlanDialog *dialog;

  become (fixture, "reviewer");
  go (fixture, "customers");
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (tenure_window_page (fixture->window)), "customers.mark", NULL));
  wait_for (dialog_open, NULL);
  dialog = toplevel_of (TENURE_TYPE_PLAN_DIALOG);
  tenure_staff_form_fill (TENURE_STAFF_FORM (tenure_plan_dialog_form (dialog)), "order", placed->orders[0]);
  wait_for (plan_possible, dialog);
  act (dialog, "plan.apply");
  wait_for (dialog_closed, NULL);
}

/* Offers withdrawn (A1-15) --------------------------------------------------------------------------------------- */

static void
offer (Fixture *fixture, const char *action, const char *then)
{
  become (fixture, "reviewer");
  go (fixture, "offers");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (tenure_window_page (fixture->window)), action, "s", "vpc"));
  TenurePlanDialog *dialog = wait_for_plan ();
  act (dialog, "plan.apply");
  wait_for (dialog_closed, NULL);
  wait_for (says, (&(Sought){ GTK_WIDGET (tenure_window_page (fixture->window)), then }));
  become (fixture, "administrator");
}

static gboolean
is_unsellable (gpointer data)
{
  return button_below (GTK_WIDGET (tenure_window_page (((Fixture *)data)->window)), "Buy…") == NULL;
}

/** What the staff withdraws says so on both sides and cannot be bought; offered again, it can. */
static void
test_withdraw (Fixture *fixture, gconstpointer data)
{
  static const char *const remark = "No longer sold (withdrawn); what is there can be used until it expires";

  offer (fixture, "offers.withdraw", "Networking · no longer sold");
  go (fixture, "services/vpc");
  wait_for (says, (&(Sought){ GTK_WIDGET (tenure_window_page (fixture->window)), remark }));
  wait_for (is_unsellable, fixture);
  offer (fixture, "offers.offer-again", "Networking · on sale");
  go (fixture, "services/vpc");
  wait_for (is_shown, (&(Sought){ GTK_WIDGET (tenure_window_page (fixture->window)), "Buy…" }));
}

static guint
n_attachable (Fixture *fixture)
{
  TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (fixture->session));
  const TenureOffer *vpc = tenure_catalogue_find (catalogue, "vpc");
  g_autoptr (GPtrArray) offers = tenure_change_form_attachable (fixture->session, vpc);

  return offers->len;
}

static gboolean
attaches_nothing (gpointer data)
{
  return n_attachable (data) == 0;
}

/** How many products the staff can order for the customer. */
static int
n_for_customer (Fixture *fixture)
{
  int n;

  become (fixture, "reviewer");
  go (fixture, "customers");
  wait_for (order_menu_shown, fixture);
  n = g_menu_model_get_n_items (menu_below (GTK_WIDGET (tenure_window_page (fixture->window))));
  become (fixture, "administrator");
  return n;
}

static void
withdraw_addon (Fixture *fixture)
{
  TenureWithdrawOffer params = { .offer = (char *)"bandwidth-addon", .withdrawn = TRUE };

  tenure_outcome_unref (do_elsewhere (fixture, TENURE_COMMAND_WITHDRAW_OFFER, &params));
}

/** It is not proposed for attaching either, nor for an order on the customer's behalf, where add-ons never are. */
static void
test_withdraw_elsewhere (Fixture *fixture, gconstpointer data)
{
  int before = n_for_customer (fixture);

  g_assert_cmpuint (n_attachable (fixture), ==, 1);
  withdraw_addon (fixture);
  wait_for (attaches_nothing, fixture);
  g_assert_cmpint (n_for_customer (fixture), ==, before);
  offer (fixture, "offers.withdraw", "Networking · no longer sold");
  g_assert_cmpint (n_for_customer (fixture), ==, before - 1);
}

/* Merged payment (A2-07) ----------------------------------------------------------------------------------------- */

static void
place (Fixture *fixture)
{
  TenurePlanDialog *dialog = open_order (fixture, "services/vpc");
  submit_order (dialog);
  wait_for (pay_form_planned, dialog);
  close_dialog (dialog);
}

static gboolean
has_two (gpointer data)
{
  return rows_of (data) == 2;
}

/** Two orders, the second placed days after the first, and the payment of both. */
static TenurePlanDialog *
merge_two (Fixture *fixture, gint64 apart)
{
  top_up (fixture);
  place (fixture);
  settle (fixture, apart);
  place (fixture);
  go (fixture, "unpaid");
  wait_for (has_two, fixture);
  select_all (fixture);
  act (tenure_window_page (fixture->window), "orders.pay");
  TenurePlanDialog *dialog = wait_for_plan ();
  g_assert_false (says (&(Sought){ GTK_WIDGET (dialog), "Removed from the Payment" }));
  return dialog;
}

static void
later (Fixture *fixture, gint64 seconds)
{
  g_autoptr (GError) error = NULL;

  tenure_profile_advance (tenure_session_profile (fixture->session), seconds, &error);
  g_assert_no_error (error);
}

static gboolean
is_done (gpointer data)
{
  TenureOutcome *outcome = tenure_plan_dialog_outcome (data);

  return outcome && outcome->status == TENURE_OUTCOME_DONE;
}

/** One has lapsed meanwhile: both lists are shown on submit, and confirming pays the rest. */
static void
test_some_changed (Fixture *fixture, gconstpointer data)
{
  TenurePlanDialog *dialog = merge_two (fixture, TENURE_DAY_SECONDS);
  TenureTime holds = tenure_plan_dialog_plan (dialog)->holds_until;

  later (fixture, holds - tenure_session_now (fixture->session) + 60);
  act (dialog, "plan.apply");
  wait_for (says, (&(Sought){ GTK_WIDGET (dialog), "Removed from the Payment" }));
  g_assert_true (says (&(Sought){ GTK_WIDGET (dialog), "Going On to Be Paid" }));
  g_assert_cmpint (balance_of (fixture), ==, 1000 * TENURE_MONEY_ONE);
  wait_for (plan_possible, dialog);
  act (dialog, "plan.apply");
  answer_yes (); /* nothing is left out without being agreed to */
  wait_for (is_done, dialog);
  g_assert_cmpuint (g_strv_length (tenure_plan_dialog_outcome (dialog)->orders), ==, 1);
  close_dialog (dialog);
  g_assert_cmpint (balance_of (fixture), ==, 990 * TENURE_MONEY_ONE);
}

/** All have lapsed: nothing can be paid, and the way goes to My Orders. */
static void
test_all_changed (Fixture *fixture, gconstpointer data)
{
  TenurePlanDialog *dialog = merge_two (fixture, 60);

  later (fixture, 400 * TENURE_DAY_SECONDS);
  act (dialog, "plan.apply");
  wait_for (says, (&(Sought){ GTK_WIDGET (dialog), "The status of all orders has changed: they cannot be paid." }));
  g_assert_false (says (&(Sought){ GTK_WIDGET (dialog), "Going On to Be Paid" }));
  press (GTK_WIDGET (dialog), "Back to My Orders");
  wait_for (dialog_closed, NULL);
  g_assert_cmpint (balance_of (fixture), ==, 1000 * TENURE_MONEY_ONE);
}

static void
add (void)
{
  ADD ("A2-40-grant-coupons", test_grant_coupons);
  ADD ("A2-40-grant-discount", test_grant_discount);
  ADD ("A1-15-reclaim", test_reclaim);
  ADD ("A1-15-freeze", test_freeze);
  ADD ("A1-15-mark", test_mark);
  ADD ("A1-15-withdraw", test_withdraw);
  ADD ("A1-15-withdraw-elsewhere", test_withdraw_elsewhere);
  ADD ("A2-07-some-changed", test_some_changed);
  ADD ("A2-07-all-changed", test_all_changed);
}

int
main (int argc, char **argv)
{
  return run_flows (argc, argv, add);
}
