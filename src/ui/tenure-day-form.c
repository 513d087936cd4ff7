/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-day-form.h"

#include <glib/gi18n-lib.h>

#define LAST_UNIFIED_DAY 28

struct _TenureDayForm
{
  TenurePlanForm parent;
  TenureCommandKind kind;
  int first; /* day of the first choice */
  AdwPreferencesGroup *group;
  AdwComboRow *row;
};

G_DEFINE_FINAL_TYPE (TenureDayForm, tenure_day_form, TENURE_TYPE_PLAN_FORM)

static TenureCommand *
build (TenurePlanForm *form, GError **error)
{
  TenureDayForm *self = TENURE_DAY_FORM (form);
  int selected = self->first + (int)adw_combo_row_get_selected (self->row);
  TenureSetUnifiedDay unified = { .day = selected > LAST_UNIFIED_DAY ? -1 : selected };
  TenureSetDeductionDay deduction = { .days = selected, .agreed = TRUE };

  if (self->kind == TENURE_COMMAND_SET_UNIFIED_DAY)
    return tenure_command_new (self->kind, &unified, NULL, error);
  return tenure_command_new (self->kind, &deduction, NULL, error);
}

static void
show_plan (TenurePlanForm *form, const TenurePlan *plan)
{
  TenureDayForm *self = TENURE_DAY_FORM (form);

  tenure_plan_form_mark (ADW_PREFERENCES_ROW (self->row), plan,
                         self->kind == TENURE_COMMAND_SET_UNIFIED_DAY ? "day" : "days");
}

static void
tenure_day_form_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_DAY_FORM);
  G_OBJECT_CLASS (tenure_day_form_parent_class)->dispose (object);
}

static void
tenure_day_form_class_init (TenureDayFormClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_day_form_dispose;
  TENURE_PLAN_FORM_CLASS (klass)->build = build;
  TENURE_PLAN_FORM_CLASS (klass)->show_plan = show_plan;
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-day-form.ui");
  gtk_widget_class_bind_template_child (widget, TenureDayForm, group);
  gtk_widget_class_bind_template_child (widget, TenureDayForm, row);
  gtk_widget_class_bind_template_callback (widget, tenure_plan_form_changed);
}

static void
tenure_day_form_init (TenureDayForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tenure_name_choices (self->row);
}

char *
tenure_day_form_word (int day)
{
  if (day == -1)
    return g_strdup (_ ("last day of the month"));
  return g_strdup_printf (_ ("day %d of the month"), day);
}

static char *
deduction_word (int days)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day before expiry", "%d days before expiry", days), days);
}

static void
offer (TenureDayForm *self, int first, int last, int preset, char *(*word) (int))
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  self->first = first;
  for (int day = first; day <= last; day++)
    gtk_string_list_take (words, word (day > LAST_UNIFIED_DAY ? -1 : day));
  adw_combo_row_set_model (self->row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (self->row, CLAMP (preset, first, last) - first);
}

TenurePlanForm *
tenure_day_form_new_unified (TenureSession *session)
{
  TenureDayForm *self = g_object_new (TENURE_TYPE_DAY_FORM, NULL);
  const TenurePolicy *policy = tenure_platform_policy (tenure_session_platform (session));
  const TenureAccount *account = tenure_session_known_account (session, NULL);
  TenurePlanWords words = { .title = _ ("Unified Expiry Day"),
                            .apply = _ ("_OK"),
                            .toast = _ ("The unified expiry day was set.") };
  int day = account ? tenure_account_unified_day (account, policy) : policy->unified_default;

  self->kind = TENURE_COMMAND_SET_UNIFIED_DAY;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), _ ("_Day"));
  adw_preferences_group_set_description (self->group, _ ("Renewals with a unified expiry date end on this day."));
  tenure_plan_form_set_up (TENURE_PLAN_FORM (self), session, &words);
  offer (self, 1, LAST_UNIFIED_DAY + 1, day == -1 ? LAST_UNIFIED_DAY + 1 : day, tenure_day_form_word);
  return TENURE_PLAN_FORM (self);
}

TenurePlanForm *
tenure_day_form_new_deduction (TenureSession *session)
{
  TenureDayForm *self = g_object_new (TENURE_TYPE_DAY_FORM, NULL);
  const TenurePolicy *policy = tenure_platform_policy (tenure_session_platform (session));
  const TenureAccount *account = tenure_session_known_account (session, NULL);
  TenurePlanWords words = {
    .title = _ ("Deduction Day"),
    .apply = _ ("_OK"),
    .toast = _ ("The deduction day was set."),
    .agreement = _ ("It takes effect at once; I keep the balance sufficient."),
  };

  self->kind = TENURE_COMMAND_SET_DEDUCTION_DAY;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), _ ("_Charged"));
  adw_preferences_group_set_description (self->group, _ ("Automatic renewals are charged from this day on, at 03:00."));
  tenure_plan_form_set_up (TENURE_PLAN_FORM (self), session, &words);
  offer (self, policy->lead_min, policy->lead_max,
         account ? tenure_account_lead_days (account, policy) : policy->lead_default, deduction_word);
  return TENURE_PLAN_FORM (self);
}
