/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-renewals-page.h"

#include <glib/gi18n-lib.h>

#include "tenure-day-form.h"
#include "tenure-list-page.h"
#include "tenure-lookup.h"
#include "tenure-mode-form.h"
#include "tenure-plan-dialog.h"
#include "tenure-renew-form.h"
#include "tenure-tabs.h"
#include "tenure-wording.h"

#define N_MODES 4

struct _TenureRenewalsPage
{
  TenurePage parent;
  GCancellable *counting;
  GMenuModel *menu;
  TenureTabs *tabs;
  TenureListPage *list;
  GtkDropDown *expiry;
  GtkCheckButton *hide_unpaid;
  GtkWidget *deduction; /* the line above the automatic list */
  GtkLabel *deduction_label;
};

G_DEFINE_FINAL_TYPE (TenureRenewalsPage, tenure_renewals_page, TENURE_TYPE_PAGE)

/* "Within X days" limits to 使用中 and says so (A2-12). */
static const char *const expiry_words[] = { N_ ("Any expiry"),
                                            N_ ("In use, within 7 days"),
                                            N_ ("In use, within 15 days"),
                                            N_ ("In use, within 30 days"),
                                            N_ ("In use, within 60 days"),
                                            N_ ("In use, within 90 days"),
                                            N_ ("Expired"),
                                            NULL };
static const int expiry_days[] = { 0, 7, 15, 30, 60, 90, -1 };

static const TenureEmptyHint hint = { "view-refresh-symbolic",
                                      N_ ("No Resources Here"),
                                      N_ ("Resources that are renewed this way appear here once they are bought."),
                                      N_ ("_Services"),
                                      "win.go",
                                      "services" };

/* What can be done in a tab (A2-11). */
static const struct
{
  const char *action;
  gboolean in_mode[N_MODES];
} actions[] = {
  { "renewals.renew", { TRUE, TRUE, TRUE, TRUE } },       { "renewals.unify", { TRUE, TRUE, FALSE, FALSE } },
  { "renewals.set-auto", { TRUE, FALSE, TRUE, TRUE } },   { "renewals.modify-auto", { FALSE, TRUE, FALSE, FALSE } },
  { "renewals.set-manual", { FALSE, TRUE, TRUE, TRUE } },
};

static TenureSession *
session_of (TenureRenewalsPage *self)
{
  return tenure_page_session (TENURE_PAGE (self));
}

static TenureMode
mode_of (TenureRenewalsPage *self)
{
  return tenure_tabs_selected (self->tabs);
}

static void
filter (TenureQuery *query, gpointer data)
{
  TenureRenewalsPage *self = data;
  int days = expiry_days[gtk_drop_down_get_selected (self->expiry)];

  query->mode = mode_of (self);
  query->hide_unpaid = gtk_check_button_get_active (self->hide_unpaid);
  if (days > 0)
    {
      query->in_use_only = TRUE;
      query->to = query->now + days * TENURE_DAY_SECONDS;
    }
  query->expired_only = days < 0;
}

/* Actions -------------------------------------------------------------------------------------------------------- */

static void
renew (char **keys, gpointer data)
{
  TenureMode mode = mode_of (data);
  gboolean can_unify = mode == TENURE_MODE_MANUAL || mode == TENURE_MODE_AUTO;

  tenure_plan_dialog_present (data,
                              tenure_renew_form_new (session_of (data), (const char *const *)keys, can_unify, FALSE));
  g_strfreev (keys);
}

static void
unify (char **keys, gpointer data)
{
  tenure_plan_dialog_present (data, tenure_renew_form_new (session_of (data), (const char *const *)keys, TRUE, TRUE));
  g_strfreev (keys);
}

static void
set_auto (char **keys, gpointer data)
{
  gboolean modify = mode_of (data) == TENURE_MODE_AUTO;

  tenure_plan_dialog_present (
      data, tenure_mode_form_new (session_of (data), (const char *const *)keys, TENURE_MODE_AUTO, modify));
  g_strfreev (keys);
}

static void
set_manual (char **keys, gpointer data)
{
  tenure_plan_dialog_present (
      data, tenure_mode_form_new (session_of (data), (const char *const *)keys, TENURE_MODE_MANUAL, FALSE));
  g_strfreev (keys);
}

static void
on_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TenureRenewalsPage *self = TENURE_RENEWALS_PAGE (widget);
  TenureListChosen chosen = g_str_equal (action, "renewals.renew")        ? renew
                            : g_str_equal (action, "renewals.unify")      ? unify
                            : g_str_equal (action, "renewals.set-manual") ? set_manual
                                                                          : set_auto;

  tenure_list_page_freeze (self->list, chosen, self);
}

static void
on_selection_changed (TenureRenewalsPage *self)
{
  guint n = tenure_list_page_n_selected (self->list);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].action, n > 0 && actions[i].in_mode[mode_of (self)]);
}

static void
on_activated (TenureRenewalsPage *self, TenureRow *row)
{
  const TenureRecord *record = tenure_row_record (row);
  char *keys[] = { record ? record->key : NULL, NULL };

  if (record)
    renew (g_strdupv (keys), self);
}

static void
on_edit_deduction (TenureRenewalsPage *self)
{
  tenure_plan_dialog_present (GTK_WIDGET (self), tenure_day_form_new_deduction (session_of (self)));
}

/* What is above the list ----------------------------------------------------------------------------------------- */

static void
show_deduction (TenureRenewalsPage *self)
{
  const TenurePolicy *policy = tenure_platform_policy (tenure_session_platform (session_of (self)));
  TenureAccount account = { 0 };

  gtk_widget_set_visible (self->deduction, mode_of (self) == TENURE_MODE_AUTO);
  if (!tenure_session_read_account (session_of (self), &account, NULL))
    return;
  int days = account.lead_days ? account.lead_days : policy->lead_default;
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Charged from %d day before expiry, at 03:00",
                                                        "Charged from %d days before expiry, at 03:00", days),
                                           days);
  gtk_label_set_text (self->deduction_label, text);
  tenure_account_clear (&account);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenureRenewalsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts = tenure_lookup_counts_finish (TENURE_SESSION (source), result, &error);

  for (int mode = 0; counts && self->tabs && mode < N_MODES; mode++)
    tenure_tabs_set_count (self->tabs, mode, g_array_index (counts, guint, mode));
}

static void
count (TenureRenewalsPage *self)
{
  TenureQuery *queries[N_MODES];

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->counting = g_cancellable_new ();
  for (int mode = 0; mode < N_MODES; mode++)
    {
      queries[mode] = tenure_session_query (session_of (self), TENURE_LIST_RENEWALS);
      queries[mode]->mode = mode;
    }
  tenure_lookup_counts_async (session_of (self), (const TenureQuery *const *)queries, N_MODES, self->counting,
                              on_counted, g_object_ref (self));
  for (int mode = 0; mode < N_MODES; mode++)
    tenure_query_free (queries[mode]);
}

static void
on_session_changed (TenureRenewalsPage *self)
{
  show_deduction (self);
  count (self);
}

static void
on_tab (TenureRenewalsPage *self)
{
  TenureListSetup setup = {
    .list = TENURE_LIST_RENEWALS,
    .columns = tenure_columns_for (TENURE_LIST_RENEWALS, mode_of (self)),
    .hint = &hint,
    .action = "renewals.renew",
    .label = _ ("_Renew…"),
    .menu = self->menu,
  };

  if (!session_of (self))
    return;
  tenure_list_page_turn (self->list, &setup);
  show_deduction (self);
  on_selection_changed (self);
}

/* Life ----------------------------------------------------------------------------------------------------------- */

static void
show (TenurePage *page, const char *argument)
{
  TenureMode mode;

  if (argument && tenure_mode_from_name (argument, &mode))
    tenure_tabs_select (TENURE_RENEWALS_PAGE (page)->tabs, mode);
}

static void
search (TenurePage *page)
{
  tenure_list_page_search (TENURE_RENEWALS_PAGE (page)->list);
}

static void
tenure_renewals_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tenure_renewals_page_parent_class)->map (widget);
  if (session_of (TENURE_RENEWALS_PAGE (widget)))
    count (TENURE_RENEWALS_PAGE (widget));
}

static void
tenure_renewals_page_dispose (GObject *object)
{
  TenureRenewalsPage *self = TENURE_RENEWALS_PAGE (object);

  g_cancellable_cancel (self->counting);
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_RENEWALS_PAGE);
  g_clear_object (&self->counting);
  G_OBJECT_CLASS (tenure_renewals_page_parent_class)->dispose (object);
}

static void
tenure_renewals_page_class_init (TenureRenewalsPageClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_renewals_page_dispose;
  widget->map = tenure_renewals_page_map;
  TENURE_PAGE_CLASS (klass)->show = show;
  TENURE_PAGE_CLASS (klass)->search = search;
  g_type_ensure (TENURE_TYPE_LIST_PAGE);
  g_type_ensure (TENURE_TYPE_TABS);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget, actions[i].action, NULL, on_action);
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-renewals-page.ui");
  gtk_widget_class_bind_template_child (widget, TenureRenewalsPage, tabs);
  gtk_widget_class_bind_template_child (widget, TenureRenewalsPage, list);
  gtk_widget_class_bind_template_child (widget, TenureRenewalsPage, menu);
  gtk_widget_class_bind_template_callback (widget, on_tab);
  gtk_widget_class_bind_template_callback (widget, on_activated);
  gtk_widget_class_bind_template_callback (widget, on_selection_changed);
}

static void
make_deduction (TenureRenewalsPage *self)
{
  GtkWidget *edit = gtk_button_new_with_mnemonic (_ ("_Modify…"));

  self->deduction = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->deduction_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->deduction_label, 0);
  gtk_label_set_wrap (self->deduction_label, TRUE);
  gtk_box_append (GTK_BOX (self->deduction), GTK_WIDGET (self->deduction_label));
  gtk_box_append (GTK_BOX (self->deduction), edit);
  gtk_widget_add_css_class (edit, "flat");
  gtk_widget_add_css_class (self->deduction, "deduction");
  g_signal_connect_object (edit, "clicked", G_CALLBACK (on_edit_deduction), self, G_CONNECT_SWAPPED);
  tenure_list_page_add_above (self->list, self->deduction);
}

static void
tenure_renewals_page_init (TenureRenewalsPage *self)
{
  const char *titles[N_MODES + 1] = { NULL };

  gtk_widget_init_template (GTK_WIDGET (self));
  for (int mode = 0; mode < N_MODES; mode++)
    titles[mode] = tenure_word_mode (mode);
  tenure_tabs_set_titles (self->tabs, titles);
  self->expiry = tenure_list_page_add_marked (self->list, _ ("Expiry"), expiry_words);
  self->hide_unpaid = tenure_list_page_add_tick (self->list, _ ("_Hide resources with unpaid orders"));
  make_deduction (self);
}

TenurePage *
tenure_renewals_page_new (TenureSession *session)
{
  static const char *const scopes[] = { "resources", "settings", NULL };
  TenureRenewalsPage *self = g_object_new (TENURE_TYPE_RENEWALS_PAGE, "session", session, NULL);

  tenure_list_page_set_up (self->list, session, scopes, filter, self);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self, G_CONNECT_SWAPPED);
  on_tab (self);
  return TENURE_PAGE (self);
}
