/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-mode-form.h"

#include <glib/gi18n-lib.h>

#include "tenure-duration-row.h"
#include "tenure-error.h"
#include "tenure-lookup.h"
#include "tenure-renewal-choices.h"

struct _TenureModeForm
{
  TenurePlanForm parent;
  char **resources;
  TenureMode mode;
  gboolean modify;
  int present;   /* months of all that are modified, 0: they differ */
  guint n_stuck; /* withdrawn ones: they could not be set back */
  GCancellable *cancellable;

  GtkLabel *sentence;
  AdwPreferencesGroup *group;
  AdwComboRow *method;
  TenureDurationRow *duration;
  AdwActionRow *reset_row, *limit_row;
  GtkSwitch *reset, *limit;
  GtkSpinButton *times;
};

G_DEFINE_FINAL_TYPE (TenureModeForm, tenure_mode_form, TENURE_TYPE_PLAN_FORM)

/** Manual when it was asked for, or chosen while modifying (取消自动续费). */
static gboolean
automatic (TenureModeForm *self)
{
  return self->mode == TENURE_MODE_AUTO && adw_combo_row_get_selected (self->method) == 0;
}

static gboolean
times_apply (TenureModeForm *self)
{
  return automatic (self) && (!self->modify || gtk_switch_get_active (self->reset));
}

/** Who opens the form to modify is not refused what they have not asked for yet. */
static gboolean
unchanged (TenureModeForm *self)
{
  return self->modify && automatic (self) && !times_apply (self) && self->present != 0 &&
         tenure_duration_row_months (self->duration) == self->present;
}

static TenureCommand *
build (TenurePlanForm *form, GError **error)
{
  TenureModeForm *self = TENURE_MODE_FORM (form);
  TenureSetMode params = { .resources = self->resources, .mode = self->mode };

  if (self->mode == TENURE_MODE_AUTO && !automatic (self))
    params.mode = TENURE_MODE_MANUAL;
  if (automatic (self))
    {
      params.months = tenure_duration_row_months (self->duration);
      params.reset_times = times_apply (self);
      if (times_apply (self) && gtk_switch_get_active (self->limit))
        params.times = gtk_spin_button_get_value_as_int (self->times);
      if (params.months == 0)
        {
          g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_MISSING,
                       _ ("Choose how long each automatic renewal lasts."));
          return NULL;
        }
    }
  if (unchanged (self))
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_MISSING,
                   _ ("Change the method, the duration or the number of times."));
      return NULL;
    }
  return tenure_command_new (TENURE_COMMAND_SET_MODE, &params, NULL, error);
}

static void
show_plan (TenurePlanForm *form, const TenurePlan *plan)
{
  TenureModeForm *self = TENURE_MODE_FORM (form);

  tenure_plan_form_mark (ADW_PREFERENCES_ROW (self->duration), plan, "months");
  tenure_plan_form_mark (ADW_PREFERENCES_ROW (self->limit_row), plan, "times");
}

/** Where there is no way back, that is said before (A2-17). */
static gboolean
question (TenurePlanForm *form, const TenurePlan *plan, TenureQuestion *asked)
{
  *asked = (TenureQuestion){
    .heading = _ ("No Way Back"),
    .body =
        _ ("Some of these products are no longer sold: once they are set not to be renewed, they cannot be set back "
           "to manual or automatic renewal."),
    .yes = _ ("Set _No Renewal"),
    .no = _ ("_Cancel"),
    .destructive = TRUE,
  };
  return TENURE_MODE_FORM (form)->n_stuck > 0;
}

static void
show_rows (TenureModeForm *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->group), self->mode == TENURE_MODE_AUTO);
  gtk_widget_set_visible (GTK_WIDGET (self->method), self->modify);
  gtk_widget_set_visible (GTK_WIDGET (self->duration), automatic (self));
  gtk_widget_set_visible (GTK_WIDGET (self->reset_row), automatic (self) && self->modify);
  gtk_widget_set_visible (GTK_WIDGET (self->limit_row), times_apply (self));
}

static void
on_changed (TenureModeForm *self)
{
  if (!tenure_plan_form_session (TENURE_PLAN_FORM (self)))
    return;
  show_rows (self);
  tenure_plan_form_changed (TENURE_PLAN_FORM (self));
}

/** A minus that can go no lower lets a press through: it is not meant for the row, which would turn its switch. */
static void
on_times_pressed (GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_way_back (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenureModeForm) self = data;
  g_autoptr (TenurePlan) plan = tenure_platform_plan_finish (TENURE_PLATFORM (source), result, NULL);

  for (guint i = 0; plan && i < plan->items->len; i++)
    {
      const TenureRefusal *refusal = ((const TenurePlanItem *)plan->items->pdata[i])->refusal;

      self->n_stuck += refusal && g_str_equal (refusal->rule, "resource.withdrawn");
    }
}

/** Asks the rules whether these can be set to manual renewal, as one would to undo it. */
static void
look_for_way_back (TenureModeForm *self, TenureSession *session)
{
  TenureSetMode params = { .resources = self->resources, .mode = TENURE_MODE_MANUAL };
  g_autoptr (TenureCommand) command = tenure_command_new (TENURE_COMMAND_SET_MODE, &params, NULL, NULL);

  if (self->mode == TENURE_MODE_NO_RENEWAL && command)
    tenure_platform_plan_async (tenure_session_platform (session), command, self->cancellable, NULL, NULL, on_way_back,
                                g_object_ref (self));
}

/** Who modifies starts from what there is: the period of all of them, when it is one. */
static void
choose_present (TenureModeForm *self, const GPtrArray *resources)
{
  int months = 0;

  for (guint i = 0; i < resources->len; i++)
    {
      const TenureResource *resource = resources->pdata[i];

      if (resource->main_id != 0)
        continue;
      if (months != 0 && resource->auto_months != months)
        return;
      months = resource->auto_months;
    }
  self->present = months;
  tenure_duration_row_choose (self->duration, months);
}

static void
on_choices (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenureModeForm) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) resources = tenure_lookup_resources_finish (TENURE_SESSION (source), result, &error);

  if (!resources || !self->duration)
    return;
  tenure_renewal_choices_offer (self->duration, TENURE_SESSION (source), resources);
  if (self->modify)
    choose_present (self, resources);
  on_changed (self);
}

static void
tenure_mode_form_dispose (GObject *object)
{
  TenureModeForm *self = TENURE_MODE_FORM (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_MODE_FORM);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->resources, g_strfreev);
  G_OBJECT_CLASS (tenure_mode_form_parent_class)->dispose (object);
}

static void
tenure_mode_form_class_init (TenureModeFormClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_mode_form_dispose;
  TENURE_PLAN_FORM_CLASS (klass)->build = build;
  TENURE_PLAN_FORM_CLASS (klass)->show_plan = show_plan;
  TENURE_PLAN_FORM_CLASS (klass)->question = question;
  g_type_ensure (TENURE_TYPE_DURATION_ROW);
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-mode-form.ui");
  gtk_widget_class_bind_template_child (widget, TenureModeForm, sentence);
  gtk_widget_class_bind_template_child (widget, TenureModeForm, group);
  gtk_widget_class_bind_template_child (widget, TenureModeForm, method);
  gtk_widget_class_bind_template_child (widget, TenureModeForm, duration);
  gtk_widget_class_bind_template_child (widget, TenureModeForm, reset_row);
  gtk_widget_class_bind_template_child (widget, TenureModeForm, limit_row);
  gtk_widget_class_bind_template_child (widget, TenureModeForm, reset);
  gtk_widget_class_bind_template_child (widget, TenureModeForm, limit);
  gtk_widget_class_bind_template_child (widget, TenureModeForm, times);
  gtk_widget_class_bind_template_callback (widget, on_changed);
  gtk_widget_class_bind_template_callback (widget, on_times_pressed);
}

static void
tenure_mode_form_init (TenureModeForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tenure_name_choices (self->method);
  self->cancellable = g_cancellable_new ();
}

/** What the page is called, what its button says, and where the rows are afterwards (A2-13). */
static TenurePlanWords
words_for (TenureMode mode, gboolean modify)
{
  switch (mode)
    {
    case TENURE_MODE_MANUAL:
      return (TenurePlanWords){ .title = _ ("Set Manual Renewal"),
                                .apply = _ ("_OK"),
                                .toast = _ ("Now under Manual Renewal."),
                                .place = "renewals/manual" };
    case TENURE_MODE_TO_PPU:
      return (TenurePlanWords){ .title = _ ("Pay-per-Use upon Expiry"),
                                .apply = _ ("To _Pay-per-Use upon Expiry"),
                                .toast = _ ("Now under Pay-per-Use upon Expiry."),
                                .place = "renewals/to-pay-per-use" };
    case TENURE_MODE_NO_RENEWAL:
      return (TenurePlanWords){ .title = _ ("No Renewal upon Expiry"),
                                .apply = _ ("_OK"),
                                .toast = _ ("Now under No Renewal upon Expiry."),
                                .place = "renewals/no-renewal" };
    default:
      return (TenurePlanWords){ .title = modify ? _ ("Modify Automatic Renewal") : _ ("Set Automatic Renewal"),
                                .apply = modify ? _ ("_OK") : _ ("_Enable"),
                                .toast =
                                    modify ? _ ("Automatic renewal was modified.") : _ ("Now under Automatic Renewal."),
                                .place = "renewals/auto" };
    }
}

static const char *
sentence_for (TenureMode mode)
{
  switch (mode)
    {
    case TENURE_MODE_MANUAL:
      return _ ("They will no longer be renewed by themselves: renew them before they expire.");
    case TENURE_MODE_TO_PPU:
      return _ (
          "When they expire they go on, charged by the hour of use from the balance, until they are deleted. Keep "
          "the balance sufficient.");
    case TENURE_MODE_NO_RENEWAL:
      return _ ("When they expire they are not renewed, and no more reminders are sent. After grace and retention they "
                "are deleted for good.");
    default:
      return _ ("They are renewed by themselves before they expire, as long as the balance is sufficient.");
    }
}

TenurePlanForm *
tenure_mode_form_new (TenureSession *session, const char *const *resources, TenureMode mode, gboolean modify)
{
  TenureModeForm *self = g_object_new (TENURE_TYPE_MODE_FORM, NULL);
  TenurePlanWords words = words_for (mode, modify);

  self->resources = g_strdupv ((char **)resources);
  self->mode = mode;
  self->modify = modify;
  gtk_label_set_text (self->sentence, sentence_for (mode));
  tenure_plan_form_set_up (TENURE_PLAN_FORM (self), session, &words);
  show_rows (self);
  tenure_lookup_resources_async (session, resources, self->cancellable, on_choices, g_object_ref (self));
  look_for_way_back (self, session);
  return TENURE_PLAN_FORM (self);
}
