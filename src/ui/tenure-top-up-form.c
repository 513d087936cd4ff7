/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-top-up-form.h"

#include <glib/gi18n-lib.h>

#include "tenure-keys.h"
#include "tenure-text.h"

struct _TenureTopUpForm
{
  TenurePlanForm parent;
  AdwEntryRow *amount;
};

G_DEFINE_FINAL_TYPE (TenureTopUpForm, tenure_top_up_form, TENURE_TYPE_PLAN_FORM)

static TenureCommand *
build (TenurePlanForm *form, GError **error)
{
  TenureTopUpForm *self = TENURE_TOP_UP_FORM (form);
  g_autofree char *text = tenure_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->amount)));
  TenureTopUp params = { 0 };

  if (!tenure_money_parse (text, &params.amount, error))
    return NULL;
  return tenure_command_new (TENURE_COMMAND_TOP_UP, &params, NULL, error);
}

static void
show_plan (TenurePlanForm *form, const TenurePlan *plan)
{
  tenure_plan_form_mark (ADW_PREFERENCES_ROW (TENURE_TOP_UP_FORM (form)->amount), plan, "amount");
}

static void
tenure_top_up_form_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_TOP_UP_FORM);
  G_OBJECT_CLASS (tenure_top_up_form_parent_class)->dispose (object);
}

static void
tenure_top_up_form_class_init (TenureTopUpFormClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_top_up_form_dispose;
  TENURE_PLAN_FORM_CLASS (klass)->build = build;
  TENURE_PLAN_FORM_CLASS (klass)->show_plan = show_plan;
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-top-up-form.ui");
  gtk_widget_class_bind_template_child (widget, TenureTopUpForm, amount);
  gtk_widget_class_bind_template_callback (widget, tenure_plan_form_changed);
  gtk_widget_class_bind_template_callback (widget, tenure_keys_press_main);
}

static void
tenure_top_up_form_init (TenureTopUpForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

TenurePlanForm *
tenure_top_up_form_new (TenureSession *session)
{
  TenurePlanForm *self = g_object_new (TENURE_TYPE_TOP_UP_FORM, NULL);
  TenurePlanWords words = { .title = _ ("Top Up"), .apply = _ ("_Top Up"), .toast = _ ("The balance was topped up.") };

  tenure_plan_form_set_up (self, session, &words);
  return self;
}
