/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "keys-support.h"

GtkWidget *
focus_of (gpointer window)
{
  return gtk_window_get_focus (GTK_WINDOW (window));
}

gboolean
is_within (GtkWidget *widget, gpointer ancestor)
{
  return widget && (widget == ancestor || gtk_widget_is_ancestor (widget, ancestor));
}

#define ASK_AGAIN (G_USEC_PER_SEC / 2)

/** Keys as a person presses them, into the window that has the keyboard. */
void
keys (const char *which)
{
  const char *const argv[] = { "xdotool", "key", which, NULL };
  g_autoptr (GError) error = NULL;

  g_spawn_async (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

gboolean
is_active (gpointer window)
{
  static gint64 asked;

  if (gtk_window_is_active (window))
    return TRUE;
  /* A window manager that is busy, or not there yet, forgets what it was asked. */
  if (g_get_monotonic_time () - asked > ASK_AGAIN)
    {
      asked = g_get_monotonic_time ();
      gtk_window_present (window);
    }
  return FALSE;
}

gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

gboolean
has_passed (gpointer end)
{
  return g_get_monotonic_time () > *(gint64 *)end;
}

gboolean
has_focus (gpointer window)
{
  return focus_of (window) != NULL;
}

void
place_orders (Fixture *fixture, guint n)
{
  while (n-- > 0)
    {
      TenurePlanDialog *dialog = open_order (fixture, "services/vpc");

      submit_order (dialog);
      wait_for (pay_form_planned, dialog);
      close_dialog (dialog);
    }
}

TenureListView *
view_of (Fixture *fixture)
{
  return tenure_list_page_view (list_of (fixture));
}

gboolean
buttons_shown (gpointer data)
{
  GtkWidget *view = GTK_WIDGET (view_of (data));

  return button_below (view, "Pay…") || button_below (view, "Renew…");
}

const TenureRecord *
first_record (Fixture *fixture)
{
  g_autoptr (TenureRow) row = g_list_model_get_item (G_LIST_MODEL (tenure_list_view_model (view_of (fixture))), 0);

  return row ? tenure_row_record (row) : NULL;
}

gboolean
first_read (gpointer data)
{
  return has_rows (data) && first_record (data) != NULL;
}
