/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-to-period-form.h"

#include <glib/gi18n-lib.h>

#include "tenure-duration-row.h"
#include "tenure-pay-form.h"

#define MOST_MONTHS 60

struct _TenureToPeriodForm
{
  TenurePlanForm parent;
  char **resources;
  TenureDurationRow *duration;
  GtkSwitch *auto_renew;
};

G_DEFINE_FINAL_TYPE (TenureToPeriodForm, tenure_to_period_form, TENURE_TYPE_PLAN_FORM)

static TenureCommand *
build (TenurePlanForm *form, GError **error)
{
  TenureToPeriodForm *self = TENURE_TO_PERIOD_FORM (form);
  TenureToPeriod params = {
    .resources = self->resources,
    .months = tenure_duration_row_months (self->duration),
    .auto_renew = gtk_switch_get_active (self->auto_renew),
  };

  return tenure_command_new (TENURE_COMMAND_TO_PERIOD, &params, NULL, error);
}

static void
show_plan (TenurePlanForm *form, const TenurePlan *plan)
{
  tenure_plan_form_mark (ADW_PREFERENCES_ROW (TENURE_TO_PERIOD_FORM (form)->duration), plan, "months");
}

static TenurePlanForm *
next (TenurePlanForm *form, const TenureOutcome *outcome)
{
  return tenure_pay_form_after (tenure_plan_form_session (form), outcome);
}

static void
tenure_to_period_form_finalize (GObject *object)
{
  g_strfreev (TENURE_TO_PERIOD_FORM (object)->resources);
  G_OBJECT_CLASS (tenure_to_period_form_parent_class)->finalize (object);
}

static void
tenure_to_period_form_class_init (TenureToPeriodFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenure_to_period_form_finalize;
  TENURE_PLAN_FORM_CLASS (klass)->build = build;
  TENURE_PLAN_FORM_CLASS (klass)->show_plan = show_plan;
  TENURE_PLAN_FORM_CLASS (klass)->next = next;
}

static GtkWidget *
auto_row_new (TenureToPeriodForm *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->auto_renew = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->auto_renew), GTK_ALIGN_CENTER);
  tenure_name_widget (GTK_WIDGET (self->auto_renew), _ ("Automatic renewal"));
  g_signal_connect_object (self->auto_renew, "notify::active", G_CALLBACK (tenure_plan_form_changed), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Automat_ic Renewal"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("For the same period again, each time it expires"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->auto_renew));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->auto_renew));
  return row;
}

static void
tenure_to_period_form_init (TenureToPeriodForm *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->duration = g_object_new (TENURE_TYPE_DURATION_ROW, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->duration), _ ("D_uration"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->duration), TRUE);
  g_signal_connect_object (self->duration, "notify::selected", G_CALLBACK (tenure_plan_form_changed), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("The hours up to now are charged first; the period begins with the payment. What is bound to a resource goes "
         "along."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->duration));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), auto_row_new (self));
  gtk_box_append (GTK_BOX (self), group);
}

TenureCommand *
tenure_to_period_form_probe (const TenureOffer *offer, const char *resource)
{
  char *resources[] = { (char *)resource, NULL };
  TenureToPeriod params = { .resources = resources, .months = 1 };

  while (params.months < MOST_MONTHS && !tenure_durations_contain (offer->buy, (int)params.months))
    params.months++;
  return tenure_command_new (TENURE_COMMAND_TO_PERIOD, &params, NULL, NULL);
}

TenurePlanForm *
tenure_to_period_form_new (TenureSession *session, const TenureOffer *offer, const char *const *resources)
{
  TenureToPeriodForm *self = g_object_new (TENURE_TYPE_TO_PERIOD_FORM, NULL);
  TenurePlanWords words = {
    .title = _ ("Change to Yearly/Monthly"),
    .apply = _ ("Go to _Payment"),
    .done = _ ("Ordered"),
  };

  self->resources = g_strdupv ((char **)resources);
  tenure_plan_form_set_up (TENURE_PLAN_FORM (self), session, &words);
  tenure_duration_row_offer (self->duration, offer->buy,
                             tenure_platform_policy (tenure_session_platform (session))->months_offered, 1);
  return TENURE_PLAN_FORM (self);
}
