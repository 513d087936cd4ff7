/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Access keys: in no window, page or form does one letter stand for two controls. Run once in each language. */
#include "keys-support.h"

#include "tenure-order-forms.h"
#include "tenure-order-window.h"
#include "tenure-password-window.h"
#include "tenure-places.h"
#include "tenure-register-window.h"
#include "tenure-staff-form.h"
#include "tenure-wording.h"

/** Reads the letters of all labels that are shown into @letters; two that differ must not share one. An entry's title
 * is there twice. */
static void
read_letters (GtkWidget *widget, GHashTable *letters, const char *where)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  guint key = GTK_IS_LABEL (widget) ? gtk_label_get_mnemonic_keyval (GTK_LABEL (widget)) : GDK_KEY_VoidSymbol;
  if (key != GDK_KEY_VoidSymbol && key != 0)
    {
      const char *text = gtk_label_get_text (GTK_LABEL (widget));
      const char *other = g_hash_table_lookup (letters, GUINT_TO_POINTER (gdk_keyval_to_lower (key)));

      if (other && !g_str_equal (other, text))
        {
          g_test_message ("%s: “%s” and “%s” have the same letter", where, other, text);
          g_test_fail ();
        }
      g_hash_table_insert (letters, GUINT_TO_POINTER (gdk_keyval_to_lower (key)), (gpointer)text);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    read_letters (child, letters, where);
}

/** How many there are. */
static guint
check (gpointer window, const char *where)
{
  g_autoptr (GHashTable) letters = g_hash_table_new (NULL, NULL);

  read_letters (window, letters, where);
  return g_hash_table_size (letters);
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  static const char *const roles[] = { "administrator", "reviewer" };

  place_orders (fixture, 2);
  for (guint role = 0; role < G_N_ELEMENTS (roles); role++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.role", "s", roles[role]));
      for (const TenurePlace *place = tenure_places (); place->name; place++)
        {
          if (!tenure_place_is_for (place, role ? TENURE_ROLE_REVIEWER : TENURE_ROLE_ADMINISTRATOR))
            continue;
          go (fixture, place->name);
          if (list_of (fixture) && g_str_has_suffix (place->name, "orders"))
            select_all (fixture);
          check (fixture->window, place->name);
        }
    }
}

static void
check_plan (const char *where)
{
  TenurePlanDialog *dialog;

  wait_for (dialog_open, NULL);
  dialog = toplevel_of (TENURE_TYPE_PLAN_DIALOG);
  wait_for (is_mapped, tenure_plan_dialog_form (dialog));
  g_assert_cmpuint (check (dialog, where), >, 0);
  close_dialog (dialog);
}

static void
test_orders (Fixture *fixture, gconstpointer data)
{
  static const char *const places[] = { "services/ecs", "services/eip", "services/vpc", "services/evs",
                                        "services/workspace" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      TenurePlanDialog *dialog = open_order (fixture, places[i]);

      check (dialog, places[i]);
      act (dialog, "plan.proceed");
      check (dialog, "second step");
      close_dialog (dialog);
    }
}

static void
test_forms (Fixture *fixture, gconstpointer data)
{
  static const char *const staff[] = { "grant-coupon",   "grant-discount",      "freeze",
                                       "mark",           "approve-application", "reject-application",
                                       "approve-orders", "reject-orders",       "withdraw",
                                       "offer-again" };
  static const char *const subjects[] = { "nobody", NULL };
  GtkWidget *window = GTK_WIDGET (fixture->window);

  for (guint i = 0; i < G_N_ELEMENTS (staff); i++)
    {
      tenure_plan_dialog_present (window, tenure_staff_form_new (fixture->session, staff[i], subjects));
      check_plan (staff[i]);
    }
  place_orders (fixture, 1);
  go (fixture, "unpaid");
  wait_for (first_read, fixture);
  const char *orders[] = { first_record (fixture)->key, NULL };
  tenure_plan_dialog_present (window, tenure_cancel_form_new (fixture->session, orders));
  check_plan ("cancel");
  tenure_plan_dialog_present (window, tenure_confirm_form_new (fixture->session, orders, TRUE));
  check_plan ("confirm");
  tenure_plan_dialog_present (window, tenure_confirm_form_new (fixture->session, orders, FALSE));
  check_plan ("decline");
  act (window, "win.top-up");
  check_plan ("top-up");
}

static void
check_window (gpointer window, const char *where)
{
  wait_for (is_mapped, window);
  wait_for (has_focus, window);
  g_assert_cmpuint (check (window, where), >, 0);
  gtk_window_destroy (window);
}

static gpointer
newest (gpointer window)
{
  GListModel *windows = gtk_window_get_toplevels ();
  g_autoptr (GtkWindow) last = g_list_model_get_item (windows, g_list_model_get_n_items (windows) - 1);

  g_assert_true (last != window);
  return last;
}

static void
test_windows (Fixture *fixture, gconstpointer data)
{
  static const char *const kinds[] = { "practice", "real", "register" };
  GtkWidget *window = GTK_WIDGET (fixture->window);

  act (window, "win.advance-clock");
  check_window (newest (window), "clock");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_assert_true (gtk_widget_activate_action (window, "win.new-profile", "s", kinds[i]));
      check_window (newest (window), kinds[i]);
    }
  check_window (tenure_password_window_present (window, fixture->session, NULL, NULL), "password");
  check_window (tenure_password_window_present_forgotten (window, fixture->session, NULL), "forgotten");
  check_window (tenure_register_window_present (window, fixture->session), "register");
}

static void
add (void)
{
  ADD ("letters-pages", test_pages);
  ADD ("letters-orders", test_orders);
  ADD ("letters-forms", test_forms);
  ADD ("letters-windows", test_windows);
}

int
main (int argc, char **argv)
{
  tenure_words_init ();
  return run_flows (argc, argv, add);
}
