/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two sides of the desk: what the platform's staff grants, and orders that change while they are paid together. */
#include "flows-support.h"

#include "tenure-order-window.h"
#include "tenure-staff-form.h"

/* Grants (A2-40) ------------------------------------------------------------------------------------------------- */

static void
become (Fixture *fixture, const char *role)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.role", "s", role));
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
      Sought nameless = { GTK_WIDGET (dialog), "“Name” is empty" };

      wait_for (says, &nameless);
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
  ADD ("A1-15-withdraw", test_withdraw);
  ADD ("A2-07-some-changed", test_some_changed);
  ADD ("A2-07-all-changed", test_all_changed);
}

int
main (int argc, char **argv)
{
  return run_flows (argc, argv, add);
}
