/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-plan-form.h"

#include "tenure-wording.h"

typedef struct
{
  TenureSession *session;
  TenurePlanWords words;
  GtkWidget *tail;
} TenurePlanFormPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TenurePlanForm, tenure_plan_form, GTK_TYPE_BOX)

static guint changed_signal;

static TenurePlanFormPrivate *
priv_of (TenurePlanForm *self)
{
  return tenure_plan_form_get_instance_private (self);
}

void
tenure_plan_form_set_up (TenurePlanForm *self, TenureSession *session, const TenurePlanWords *words)
{
  TenurePlanFormPrivate *priv = priv_of (self);

  priv->session = g_object_ref (session);
  priv->words = *words;
  priv->words.agreement = g_strdup (words->agreement);
}

TenureSession *
tenure_plan_form_session (TenurePlanForm *self)
{
  return priv_of (self)->session;
}

const TenurePlanWords *
tenure_plan_form_words (TenurePlanForm *self)
{
  return &priv_of (self)->words;
}

void
tenure_plan_form_set_tail (TenurePlanForm *self, GtkWidget *part)
{
  priv_of (self)->tail = g_object_ref (part);
  gtk_box_remove (GTK_BOX (self), part);
}

GtkWidget *
tenure_plan_form_tail (TenurePlanForm *self)
{
  return priv_of (self)->tail;
}

void
tenure_plan_form_set_apply (TenurePlanForm *self, const char *label)
{
  priv_of (self)->words.apply = label;
}

void
tenure_plan_form_changed (TenurePlanForm *self)
{
  g_signal_emit (self, changed_signal, 0);
}

TenureCommand *
tenure_plan_form_build (TenurePlanForm *self, GError **error)
{
  return TENURE_PLAN_FORM_GET_CLASS (self)->build (self, error);
}

gboolean
tenure_plan_form_ready (TenurePlanForm *self, GError **error)
{
  TenurePlanFormClass *klass = TENURE_PLAN_FORM_GET_CLASS (self);

  return !klass->ready || klass->ready (self, error);
}

void
tenure_plan_form_show_plan (TenurePlanForm *self, const TenurePlan *plan)
{
  TenurePlanFormClass *klass = TENURE_PLAN_FORM_GET_CLASS (self);

  if (klass->show_plan)
    klass->show_plan (self, plan);
}

gboolean
tenure_plan_form_question (TenurePlanForm *self, const TenurePlan *plan, TenureQuestion *question)
{
  TenurePlanFormClass *klass = TENURE_PLAN_FORM_GET_CLASS (self);

  return klass->question && klass->question (self, plan, question);
}

char *
tenure_plan_form_summary (TenurePlanForm *self)
{
  TenurePlanFormClass *klass = TENURE_PLAN_FORM_GET_CLASS (self);

  return klass->summary ? klass->summary (self) : NULL;
}

TenurePlanForm *
tenure_plan_form_next (TenurePlanForm *self, const TenureOutcome *outcome)
{
  TenurePlanFormClass *klass = TENURE_PLAN_FORM_GET_CLASS (self);

  return klass->next ? klass->next (self, outcome) : NULL;
}

const TenureRefusal *
tenure_plan_refusal_of (const TenurePlan *plan, const char *field)
{
  for (guint i = 0; plan && i < plan->refusals->len; i++)
    {
      const TenureRefusal *refusal = plan->refusals->pdata[i];

      if (g_strcmp0 (refusal->field, field) == 0)
        return refusal;
    }
  return NULL;
}

void
tenure_plan_form_mark (AdwPreferencesRow *row, const TenurePlan *plan, const char *field)
{
  const TenureRefusal *refusal = tenure_plan_refusal_of (plan, field);
  g_autofree char *text = refusal ? tenure_word_refusal (refusal) : NULL;

  gtk_widget_set_tooltip_text (GTK_WIDGET (row), text);
  if (text)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
}

static void
tenure_plan_form_finalize (GObject *object)
{
  TenurePlanFormPrivate *priv = priv_of (TENURE_PLAN_FORM (object));

  g_clear_object (&priv->session);
  g_clear_object (&priv->tail);
  g_free ((char *)priv->words.agreement);
  G_OBJECT_CLASS (tenure_plan_form_parent_class)->finalize (object);
}

static void
tenure_plan_form_class_init (TenurePlanFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenure_plan_form_finalize;
  changed_signal =
      g_signal_new ("changed", TENURE_TYPE_PLAN_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tenure_plan_form_init (TenurePlanForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
}
