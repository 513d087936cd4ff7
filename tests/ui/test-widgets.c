/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every widget of the window can be made and thrown away without a warning, and none is left out here. */
#include <adwaita.h>

#include "tenure-account-chooser.h"
#include "tenure-action-menu.h"
#include "tenure-activity-page.h"
#include "tenure-balance-page.h"
#include "tenure-applications-page.h"
#include "tenure-cell.h"
#include "tenure-clock-dialog.h"
#include "tenure-code-button.h"
#include "tenure-customers-page.h"
#include "tenure-change-form.h"
#include "tenure-day-form.h"
#include "tenure-duration-row.h"
#include "tenure-expiry-filter.h"
#include "tenure-export-form.h"
#include "tenure-exports-page.h"
#include "tenure-filter-fold.h"
#include "tenure-form-field.h"
#include "tenure-list-page.h"
#include "tenure-merge-notice.h"
#include "tenure-mode-form.h"
#include "tenure-notice-bar.h"
#include "tenure-offers-page.h"
#include "tenure-order-form.h"
#include "tenure-order-window.h"
#include "tenure-orders-page.h"
#include "tenure-outbox-page.h"
#include "tenure-password-window.h"
#include "tenure-pay-form.h"
#include "tenure-periods-form.h"
#include "tenure-plain-form.h"
#include "tenure-plan-dialog.h"
#include "tenure-plan-row.h"
#include "tenure-plan-view.h"
#include "tenure-profile-dialog.h"
#include "tenure-refund-row.h"
#include "tenure-register-form.h"
#include "tenure-register-window.h"
#include "tenure-renew-form.h"
#include "tenure-renewals-page.h"
#include "tenure-review-page.h"
#include "tenure-row-buttons.h"
#include "tenure-row-card.h"
#include "tenure-services-page.h"
#include "tenure-sign-page.h"
#include "tenure-staff-form.h"
#include "tenure-tabs.h"
#include "tenure-to-period-form.h"
#include "tenure-top-up-form.h"
#include "tenure-trace-window.h"
#include "tenure-unsubscribe-form.h"
#include "tenure-unsubscribe-page.h"
#include "tenure-welcome-page.h"
#include "tenure-window.h"

typedef GType (*TypeFunc) (void);

static const TypeFunc types[] = {
  tenure_account_chooser_get_type,
  tenure_action_menu_get_type,
  tenure_activity_page_get_type,
  tenure_applications_page_get_type,
  tenure_balance_page_get_type,
  tenure_cell_get_type,
  tenure_clock_dialog_get_type,
  tenure_code_button_get_type,
  tenure_change_form_get_type,
  tenure_customers_page_get_type,
  tenure_day_form_get_type,
  tenure_duration_row_get_type,
  tenure_expiry_filter_get_type,
  tenure_filter_fold_get_type,
  tenure_export_form_get_type,
  tenure_exports_page_get_type,
  tenure_form_field_get_type,
  tenure_list_page_get_type,
  tenure_list_view_get_type,
  tenure_merge_notice_get_type,
  tenure_mode_form_get_type,
  tenure_notice_bar_get_type,
  tenure_offers_page_get_type,
  tenure_order_form_get_type,
  tenure_order_window_get_type,
  tenure_orders_page_get_type,
  tenure_outbox_page_get_type,
  tenure_page_get_type,
  tenure_password_window_get_type,
  tenure_pay_form_get_type,
  tenure_periods_form_get_type,
  tenure_plain_form_get_type,
  tenure_plan_dialog_get_type,
  tenure_plan_form_get_type,
  tenure_plan_row_get_type,
  tenure_plan_view_get_type,
  tenure_profile_dialog_get_type,
  tenure_refund_row_get_type,
  tenure_register_form_get_type,
  tenure_register_window_get_type,
  tenure_renew_form_get_type,
  tenure_renewals_page_get_type,
  tenure_review_page_get_type,
  tenure_row_buttons_get_type,
  tenure_row_card_get_type,
  tenure_services_page_get_type,
  tenure_sign_page_get_type,
  tenure_staff_form_get_type,
  tenure_tabs_get_type,
  tenure_to_period_form_get_type,
  tenure_top_up_form_get_type,
  tenure_trace_window_get_type,
  tenure_unsubscribe_form_get_type,
  tenure_unsubscribe_page_get_type,
  tenure_welcome_page_get_type,
  tenure_window_get_type,
};

static void
make_and_drop (gconstpointer data)
{
  GType type = GPOINTER_TO_SIZE (data);
  gpointer widget = g_object_new (type, NULL);
  gpointer gone = widget;

  g_object_ref_sink (widget);
  g_object_add_weak_pointer (widget, &gone);
  if (GTK_IS_WINDOW (widget))
    gtk_window_destroy (widget);
  g_object_unref (widget);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (gone);
}

static gboolean
listed (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (g_type_name (types[i]()), name))
      return TRUE;
  return FALSE;
}

/** Every type that a header of the window declares and that is a widget is in the table above. */
static void
test_complete (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "src", "ui", NULL);
  g_autoptr (GRegex) declared = g_regex_new (
      "G_DECLARE_(?:FINAL|DERIVABLE)_TYPE \\((\\w+), .*, (?:Gtk|Adw|Tenure)\\w+\\)$", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (files);
  for (const char *name = g_dir_read_name (files); name; name = g_dir_read_name (files))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL), *text = NULL;
      g_autoptr (GMatchInfo) match = NULL;

      if (!g_str_has_suffix (name, ".h") || !g_file_get_contents (path, &text, NULL, NULL))
        continue;
      g_regex_match (declared, text, 0, &match);
      for (; g_match_info_matches (match); g_match_info_next (match, NULL), n++)
        {
          g_autofree char *type = g_match_info_fetch (match, 1);

          if (!listed (type) && !g_str_equal (type, "TenureApplication"))
            g_test_fail_printf ("%s is not made by this test", type);
        }
    }
  g_assert_cmpuint (n, >=, G_N_ELEMENTS (types));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GType type = types[i]();
      g_autofree char *path = g_strdup_printf ("/ui/widgets/%s", g_type_name (type));

      if (!G_TYPE_IS_ABSTRACT (type))
        g_test_add_data_func (path, GSIZE_TO_POINTER (type), make_and_drop);
    }
  g_test_add_func ("/ui/widgets/complete", test_complete);
  return g_test_run ();
}
