/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-merge-notice.h"

#include <glib/gi18n-lib.h>

#include "tenure-order-window.h"
#include "tenure-wording.h"

struct _TenureMergeNotice
{
  GtkBox parent;
  TenureSession *session;
};

G_DEFINE_FINAL_TYPE (TenureMergeNotice, tenure_merge_notice, GTK_TYPE_BOX)

/* What an order that is paid together with others is found to be. */
typedef enum
{
  FOUND_CHANGED,
  FOUND_REVIEW,
  FOUND_CONFIRMATION,
  FOUND_PAYABLE,
} Found;

static Found
finding (const TenurePlanItem *item)
{
  if (!item->refusal)
    return FOUND_PAYABLE;
  if (g_str_equal (item->refusal->rule, "pay.review"))
    return FOUND_REVIEW;
  return g_str_equal (item->refusal->rule, "pay.confirmation") ? FOUND_CONFIRMATION : FOUND_CHANGED;
}

static guint
count (const TenurePlan *plan, Found found)
{
  guint n = 0;

  for (guint i = 0; plan && i < plan->items->len; i++)
    n += finding (plan->items->pdata[i]) == found;
  return n;
}

static void
on_order (AdwActionRow *row, TenureMergeNotice *self)
{
  tenure_order_window_present (GTK_WIDGET (self), self->session,
                               adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

static GtkWidget *
order_row (TenureMergeNotice *self, const TenurePlanItem *item)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *reason = item->refusal ? tenure_word_refusal (item->refusal) : NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), item->key);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (reason && finding (item) == FOUND_CHANGED)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), reason);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_order), self, 0);
  return row;
}

static void
add_group (TenureMergeNotice *self, const TenurePlan *plan, Found found, const char *title, const char *description)
{
  AdwPreferencesGroup *group;

  if (count (plan, found) == 0)
    return;
  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  for (guint i = 0; i < plan->items->len; i++)
    if (finding (plan->items->pdata[i]) == found)
      adw_preferences_group_add (group, order_row (self, plan->items->pdata[i]));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (group));
}

void
tenure_merge_notice_show (TenureMergeNotice *self, TenureSession *session, const TenurePlan *plan)
{
  guint changed = count (plan, FOUND_CHANGED);
  gboolean all = plan && changed == plan->items->len;

  self->session = session;
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self)));)
    gtk_box_remove (GTK_BOX (self), child);
  gtk_widget_set_visible (GTK_WIDGET (self), plan && count (plan, FOUND_PAYABLE) < plan->items->len);
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  add_group (self, plan, FOUND_CHANGED, all ? _ ("Not to Be Paid") : _ ("Removed from the Payment"),
             all ? _ ("The status of all orders has changed: they cannot be paid.")
                 : _ ("Orders whose status has changed cannot be paid."));
  add_group (self, plan, FOUND_REVIEW, _ ("Awaiting Approval"),
             _ ("These orders must be approved before they can be paid. You will be told by phone and e-mail, and can "
                "pay them then."));
  add_group (self, plan, FOUND_CONFIRMATION, _ ("Awaiting Confirmation"),
             _ ("These orders await your confirmation: open one and confirm it, then pay."));
  add_group (self, plan, FOUND_PAYABLE, _ ("Going On to Be Paid"), _ ("Confirming pays these orders."));
}

static void
tenure_merge_notice_class_init (TenureMergeNoticeClass *klass)
{
}

static void
tenure_merge_notice_init (TenureMergeNotice *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
