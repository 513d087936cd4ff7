/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-renew-form.h"

#include <glib/gi18n-lib.h>

#include "tenure-day-form.h"
#include "tenure-duration-row.h"
#include "tenure-lookup.h"
#include "tenure-error.h"
#include "tenure-pay-form.h"
#include "tenure-plan-dialog.h"
#include "tenure-renewal-choices.h"

struct _TenureRenewForm
{
  TenurePlanForm parent;
  char **resources;
  GCancellable *cancellable;
  gboolean known; /* the durations were read */
  TenureDurationRow *duration;
  AdwActionRow *unify_row;
  GtkSwitch *unify;
  AdwActionRow *auto_row;
  GtkSwitch *auto_renew;
};

G_DEFINE_FINAL_TYPE (TenureRenewForm, tenure_renew_form, TENURE_TYPE_PLAN_FORM)

static TenureCommand *
build (TenurePlanForm *form, GError **error)
{
  TenureRenewForm *self = TENURE_RENEW_FORM (form);
  TenureRenew params = {
    .resources = self->resources,
    .months = tenure_duration_row_months (self->duration),
    .unify = gtk_switch_get_active (self->unify),
    .auto_renew = gtk_switch_get_active (self->auto_renew),
  };

  if (params.months == 0)
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_MISSING,
                   self->known ? _ ("These resources have no duration in common; renew them in groups.")
                               : _ ("The durations on sale are being read."));
      return NULL;
    }
  return tenure_command_new (TENURE_COMMAND_RENEW, &params, NULL, error);
}

static void
show_plan (TenurePlanForm *form, const TenurePlan *plan)
{
  TenureRenewForm *self = TENURE_RENEW_FORM (form);

  tenure_plan_form_mark (ADW_PREFERENCES_ROW (self->duration), plan, "months");
  tenure_plan_form_mark (ADW_PREFERENCES_ROW (self->unify_row), plan, "unify");
  tenure_plan_form_mark (ADW_PREFERENCES_ROW (self->auto_row), plan, "auto_renew");
}

static TenurePlanForm *
next (TenurePlanForm *form, const TenureOutcome *outcome)
{
  return tenure_pay_form_after (tenure_plan_form_session (form), outcome);
}

static void
show_day (TenureRenewForm *self)
{
  TenureSession *session = tenure_plan_form_session (TENURE_PLAN_FORM (self));
  const TenureAccount *account = tenure_session_known_account (session, NULL);

  if (!account)
    return;
  const TenurePolicy *policy = tenure_platform_policy (tenure_session_platform (session));
  g_autofree char *word = tenure_day_form_word (tenure_account_unified_day (account, policy));
  adw_action_row_set_subtitle (self->unify_row, word);
}

static void
on_edit_day (TenureRenewForm *self)
{
  tenure_plan_dialog_present (GTK_WIDGET (self),
                              tenure_day_form_new_unified (tenure_plan_form_session (TENURE_PLAN_FORM (self))));
}

static void
on_choices (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenureRenewForm) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) resources = tenure_lookup_resources_finish (TENURE_SESSION (source), result, &error);

  if (!resources || !self->duration)
    return;
  self->known = TRUE;
  tenure_renewal_choices_offer (self->duration, TENURE_SESSION (source), resources);
  tenure_plan_form_changed (TENURE_PLAN_FORM (self));
}

static void
tenure_renew_form_dispose (GObject *object)
{
  TenureRenewForm *self = TENURE_RENEW_FORM (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_RENEW_FORM);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->resources, g_strfreev);
  G_OBJECT_CLASS (tenure_renew_form_parent_class)->dispose (object);
}

static void
tenure_renew_form_class_init (TenureRenewFormClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_renew_form_dispose;
  TENURE_PLAN_FORM_CLASS (klass)->build = build;
  TENURE_PLAN_FORM_CLASS (klass)->show_plan = show_plan;
  TENURE_PLAN_FORM_CLASS (klass)->next = next;
  g_type_ensure (TENURE_TYPE_DURATION_ROW);
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-renew-form.ui");
  gtk_widget_class_bind_template_child (widget, TenureRenewForm, duration);
  gtk_widget_class_bind_template_child (widget, TenureRenewForm, unify_row);
  gtk_widget_class_bind_template_child (widget, TenureRenewForm, unify);
  gtk_widget_class_bind_template_child (widget, TenureRenewForm, auto_row);
  gtk_widget_class_bind_template_child (widget, TenureRenewForm, auto_renew);
  gtk_widget_class_bind_template_callback (widget, tenure_plan_form_changed);
  gtk_widget_class_bind_template_callback (widget, on_edit_day);
}

static void
tenure_renew_form_init (TenureRenewForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

TenurePlanForm *
tenure_renew_form_new (TenureSession *session, const char *const *resources, gboolean can_unify, gboolean unify)
{
  TenureRenewForm *self = g_object_new (TENURE_TYPE_RENEW_FORM, NULL);
  TenurePlanWords words = {
    .title = unify ? _ ("Unified Expiry Date") : _ ("Renew"),
    .apply = _ ("Go to _Payment"),
    .done = _ ("Renewed"),
  };

  self->resources = g_strdupv ((char **)resources);
  tenure_plan_form_set_up (TENURE_PLAN_FORM (self), session, &words);
  gtk_widget_set_visible (GTK_WIDGET (self->unify_row), can_unify);
  gtk_widget_set_visible (GTK_WIDGET (self->auto_row), !unify);
  gtk_switch_set_active (self->unify, can_unify && unify);
  show_day (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (show_day), self, G_CONNECT_SWAPPED);
  tenure_lookup_resources_async (session, resources, self->cancellable, on_choices, g_object_ref (self));
  return TENURE_PLAN_FORM (self);
}
