/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-renewals-page.h"

#include <glib/gi18n-lib.h>

#include "tenure-day-form.h"
#include "tenure-expiry-filter.h"
#include "tenure-export-form.h"
#include "tenure-list-page.h"
#include "tenure-lookup.h"
#include "tenure-mode-form.h"
#include "tenure-plan-dialog.h"
#include "tenure-release-form.h"
#include "tenure-renew-form.h"
#include "tenure-tabs.h"
#include "tenure-value-choice.h"
#include "tenure-wording.h"

#define N_MODES 4

struct _TenureRenewalsPage
{
  TenurePage parent;
  TenureTabs *tabs;
  TenureListPage *list;
  TenureActionSet actions;
  TenureExpiryFilter *expiry;
  TenureValueChoice product, region;
  GtkCheckButton *hide_unpaid, *hide_packages, *only_packages;
  GtkWidget *deduction; /* the line above the automatic list */
  GtkLabel *deduction_label;
};

G_DEFINE_FINAL_TYPE (TenureRenewalsPage, tenure_renewals_page, TENURE_TYPE_PAGE)

static const TenureEmptyHint hint = { "view-refresh-symbolic",
                                      N_ ("No Resources Here"),
                                      N_ ("Resources that are renewed this way appear here once they are bought."),
                                      N_ ("_Services"),
                                      "win.go",
                                      "services" };

/* What can be done, and in which tabs (A2-11). */
static const TenureRowAction actions[] = {
  { "renewals.renew", N_ ("Renew…"), TRUE, TRUE },
  { "renewals.unify", N_ ("Unified Expiry Date…"), FALSE, TRUE },
  { "renewals.set-auto", N_ ("Set Automatic Renewal…"), FALSE, TRUE },
  { "renewals.modify-auto", N_ ("Modify Automatic Renewal…"), FALSE, TRUE },
  { "renewals.set-manual", N_ ("Set Manual Renewal…"), FALSE, TRUE },
  { "renewals.to-pay-per-use", N_ ("To Pay-per-Use upon Expiry…"), FALSE, TRUE },
  { "renewals.no-renewal", N_ ("No Renewal upon Expiry…"), FALSE, TRUE },
  { "renewals.release", N_ ("Release…"), FALSE, FALSE },
  { "renewals.export-list", N_ ("Export Renewal List…"), FALSE, TRUE },
  { NULL },
};
static const gboolean in_tabs[][N_MODES] = {
  { TRUE, TRUE, TRUE, TRUE },    { TRUE, TRUE, FALSE, FALSE }, { TRUE, FALSE, TRUE, TRUE },
  { FALSE, TRUE, FALSE, FALSE }, { FALSE, TRUE, TRUE, TRUE },  { TRUE, TRUE, FALSE, TRUE },
  { TRUE, TRUE, TRUE, FALSE },   { TRUE, TRUE, TRUE, TRUE },   { TRUE, TRUE, TRUE, TRUE },
};
G_STATIC_ASSERT (G_N_ELEMENTS (in_tabs) == G_N_ELEMENTS (actions) - 1);

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

  query->mode = mode_of (self);
  query->product = g_strdup (tenure_value_choice_get (&self->product));
  query->region = g_strdup (tenure_value_choice_get (&self->region));
  query->hide_unpaid = gtk_check_button_get_active (self->hide_unpaid);
  query->hide_packages = gtk_check_button_get_active (self->hide_packages);
  query->only_packages = gtk_check_button_get_active (self->only_packages);
  tenure_expiry_filter_apply (self->expiry, query);
}

/* Actions -------------------------------------------------------------------------------------------------------- */

static gboolean
is (const TenureRowAction *action, const char *name)
{
  return g_str_equal (action->name, name);
}

/** The mode that an action sets; -1: it sets none. */
static int
mode_set_by (const TenureRowAction *action)
{
  if (is (action, "renewals.set-auto") || is (action, "renewals.modify-auto"))
    return TENURE_MODE_AUTO;
  if (is (action, "renewals.set-manual"))
    return TENURE_MODE_MANUAL;
  if (is (action, "renewals.to-pay-per-use"))
    return TENURE_MODE_TO_PPU;
  return is (action, "renewals.no-renewal") ? TENURE_MODE_NO_RENEWAL : -1;
}

static gboolean
offered (const TenureRowAction *action, const TenureRecord *record, gpointer page)
{
  return in_tabs[action - actions][mode_of (page)];
}

/** What a renewal of this product is preset to. */
static int
preset_months (const TenureRecord *record, TenureRenewalsPage *self)
{
  TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (session_of (self)));
  const TenureOffer *offer = tenure_catalogue_find (catalogue, record->offer);
  TenureDurations choices;
  int preset = 0;

  if (offer)
    tenure_renewal_choices (&offer->renew, 1, &choices, &preset);
  return MAX (preset, 1);
}

static TenureCommand *
probe (const TenureRowAction *action, const TenureRecord *record, gpointer page)
{
  char *keys[] = { record->key, NULL };
  gint64 months = preset_months (record, page);
  TenureRelease release = { .resources = keys };
  TenureRenew renewal = { .resources = keys, .months = months, .unify = is (action, "renewals.unify") };
  TenureSetMode set = { .resources = keys, .mode = mode_set_by (action) };

  if (is (action, "renewals.export-list"))
    return NULL;
  if (is (action, "renewals.release"))
    return tenure_command_new (TENURE_COMMAND_RELEASE, &release, NULL, NULL);
  if (set.mode < 0)
    return tenure_command_new (TENURE_COMMAND_RENEW, &renewal, NULL, NULL);
  if (set.mode == TENURE_MODE_AUTO)
    set.months = months;
  set.reset_times = is (action, "renewals.modify-auto"); /* something would change */
  set.times = set.reset_times ? 99 : 0;
  return tenure_command_new (TENURE_COMMAND_SET_MODE, &set, NULL, NULL);
}

static TenurePlanForm *
form_for (const TenureRowAction *action, const char *const *keys, TenureRenewalsPage *self)
{
  gboolean can_unify = mode_of (self) == TENURE_MODE_MANUAL || mode_of (self) == TENURE_MODE_AUTO;
  int mode = mode_set_by (action);

  if (mode >= 0)
    return tenure_mode_form_new (session_of (self), keys, mode, is (action, "renewals.modify-auto"));
  if (is (action, "renewals.export-list"))
    return tenure_export_form_new_renewal_list (session_of (self), keys);
  if (is (action, "renewals.release"))
    return tenure_release_form_new (session_of (self), keys);
  return tenure_renew_form_new (session_of (self), keys, can_unify, is (action, "renewals.unify"));
}

static void
act (const TenureRowAction *action, char **keys, gpointer page)
{
  TenureRenewalsPage *self = page;

  if (keys[0])
    tenure_list_page_spend (self->list, keys,
                            tenure_plan_dialog_present (page, form_for (action, (const char *const *)keys, self)));
  g_strfreev (keys);
}

static char *
refuse (const TenureRowAction *action, guint n, gpointer page)
{
  const TenurePolicy *policy = tenure_platform_policy (tenure_session_platform (session_of (page)));
  gboolean renews = is (action, "renewals.renew") || is (action, "renewals.unify");
  int limit = renews ? policy->renew_limit : is (action, "renewals.export-list") ? policy->list_limit : 0;

  if (limit == 0 || n <= (guint)limit)
    return NULL;
  return g_strdup_printf (_ ("At most %d resources at a time; %u are selected."), limit, n);
}

/* 导出续费价目表: what the tab and the filters show. */
static void
on_export_prices (TenureRenewalsPage *self)
{
  g_autoptr (TenureQuery) query = tenure_list_page_query (self->list);

  if (query)
    tenure_plan_dialog_present (GTK_WIDGET (self), tenure_export_form_new_price_list (session_of (self), query));
}

static void
add_export_prices (TenureRenewalsPage *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Export Price List…"));

  g_signal_connect_object (button, "clicked", G_CALLBACK (on_export_prices), self, G_CONNECT_SWAPPED);
  tenure_list_page_add_filter (self->list, button);
}

static void
on_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tenure_list_page_act (TENURE_RENEWALS_PAGE (widget)->list, action);
}

static void
on_activated (TenureRenewalsPage *self, TenureRow *row)
{
  if (tenure_row_record (row))
    tenure_action_set_act (&self->actions, &actions[0], tenure_row_record (row));
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
  const TenureAccount *account = tenure_session_known_account (session_of (self), NULL);

  gtk_widget_set_visible (self->deduction, mode_of (self) == TENURE_MODE_AUTO);
  if (!account)
    return;
  int days = tenure_account_lead_days (account, policy);
  g_autofree char *day = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day before expiry, at %02d:00",
                                                       "%d days before expiry, at %02d:00", (gulong)days),
                                          days, policy->deduct_hour);
  g_autofree char *text = g_strdup_printf (_ ("%s: %s"), _ ("Deduction Day"), day);
  gtk_label_set_text (self->deduction_label, text);
}

static void
count (TenureRenewalsPage *self)
{
  g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_query_free);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  for (int mode = 0; mode < N_MODES; mode++)
    {
      TenureQuery *query = tenure_session_query (session_of (self), TENURE_LIST_RENEWALS);

      query->mode = mode;
      g_ptr_array_add (queries, query);
    }
  tenure_tabs_count (self->tabs, session_of (self), queries);
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
    .actions = &self->actions,
    .action = "renewals.renew",
    .label = _ ("_Batch Renew…"),
  };

  if (!session_of (self))
    return;
  tenure_list_page_turn (self->list, &setup);
  show_deduction (self);
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
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_RENEWALS_PAGE);
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
  for (const TenureRowAction *action = actions; action->name; action++)
    gtk_widget_class_install_action (widget, action->name, NULL, on_action);
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-renewals-page.ui");
  gtk_widget_class_bind_template_child (widget, TenureRenewalsPage, tabs);
  gtk_widget_class_bind_template_child (widget, TenureRenewalsPage, list);
  gtk_widget_class_bind_template_callback (widget, on_tab);
  gtk_widget_class_bind_template_callback (widget, on_activated);
}

static void
make_deduction (TenureRenewalsPage *self)
{
  GtkWidget *edit = gtk_button_new_with_mnemonic (_ ("_Modify…"));

  self->deduction = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->deduction_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->deduction_label, 0);
  gtk_label_set_wrap (self->deduction_label, TRUE);
  gtk_label_set_natural_wrap_mode (self->deduction_label, GTK_NATURAL_WRAP_NONE);
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
}

/** Hiding packages and showing only them exclude each other. */
static void
on_packages (GtkCheckButton *tick, GtkCheckButton *other)
{
  if (gtk_check_button_get_active (tick))
    gtk_check_button_set_active (other, FALSE);
}

static void
add_filters (TenureRenewalsPage *self, TenureSession *session)
{
  self->expiry = tenure_expiry_filter_new ();
  tenure_list_page_add_filter (self->list, GTK_WIDGET (self->expiry));
  g_signal_connect_object (self->expiry, "changed", G_CALLBACK (tenure_list_page_ask), self->list, G_CONNECT_SWAPPED);
  tenure_value_choice_add (&self->product, self->list, session, TENURE_LIST_RENEWALS, "product");
  tenure_value_choice_add (&self->region, self->list, session, TENURE_LIST_RENEWALS, "region");
  self->hide_unpaid = tenure_list_page_add_tick (self->list, _ ("_Hide resources with unpaid orders"));
  self->hide_packages = tenure_list_page_add_tick (self->list, _ ("Hide _packages"));
  self->only_packages = tenure_list_page_add_tick (self->list, _ ("Sho_w only packages"));
  g_signal_connect (self->hide_packages, "toggled", G_CALLBACK (on_packages), self->only_packages);
  g_signal_connect (self->only_packages, "toggled", G_CALLBACK (on_packages), self->hide_packages);
  make_deduction (self);
}

TenurePage *
tenure_renewals_page_new (TenureSession *session)
{
  static const char *const scopes[] = { "resources", "settings", NULL };
  TenureRenewalsPage *self = g_object_new (TENURE_TYPE_RENEWALS_PAGE, "session", session, NULL);

  self->actions = (TenureActionSet){ .actions = actions,
                                     .width = 105,
                                     .session = session,
                                     .page = self,
                                     .act = act,
                                     .offered = offered,
                                     .probe = probe,
                                     .refuse = refuse };
  add_filters (self, session);
  add_export_prices (self);
  tenure_list_page_set_up (self->list, session, scopes, filter, self);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self, G_CONNECT_SWAPPED);
  on_tab (self);
  return TENURE_PAGE (self);
}
