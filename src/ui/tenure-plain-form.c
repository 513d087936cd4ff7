/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-plain-form.h"

struct _TenurePlainForm
{
  TenurePlanForm parent;
  TenureCommand *command;
  TenureQuestion question; /* without a heading: none */
  TenurePlanForm *(*next) (TenureSession *session, const char *const *orders);
};

G_DEFINE_FINAL_TYPE (TenurePlainForm, tenure_plain_form, TENURE_TYPE_PLAN_FORM)

static TenureCommand *
build (TenurePlanForm *form, GError **error)
{
  const TenureCommand *command = TENURE_PLAIN_FORM (form)->command;

  return tenure_command_new (tenure_command_kind (command), tenure_command_params (command), NULL, error);
}

static gboolean
question (TenurePlanForm *form, const TenurePlan *plan, TenureQuestion *asked)
{
  *asked = TENURE_PLAIN_FORM (form)->question;
  return asked->heading != NULL;
}

static TenurePlanForm *
next (TenurePlanForm *form, const TenureOutcome *outcome)
{
  TenurePlainForm *self = TENURE_PLAIN_FORM (form);

  if (!self->next || !outcome->orders || !outcome->orders[0])
    return NULL;
  return self->next (tenure_plan_form_session (form), (const char *const *)outcome->orders);
}

void
tenure_plain_form_add (TenurePlainForm *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (self), label);
}

void
tenure_plain_form_set_next (TenurePlainForm *self,
                            TenurePlanForm *(*next_form) (TenureSession *session, const char *const *orders))
{
  self->next = next_form;
}

static void
tenure_plain_form_finalize (GObject *object)
{
  g_clear_pointer (&TENURE_PLAIN_FORM (object)->command, tenure_command_unref);
  G_OBJECT_CLASS (tenure_plain_form_parent_class)->finalize (object);
}

static void
tenure_plain_form_class_init (TenurePlainFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenure_plain_form_finalize;
  TENURE_PLAN_FORM_CLASS (klass)->build = build;
  TENURE_PLAN_FORM_CLASS (klass)->question = question;
  TENURE_PLAN_FORM_CLASS (klass)->next = next;
}

static void
tenure_plain_form_init (TenurePlainForm *self)
{
}

TenurePlanForm *
tenure_plain_form_new (TenureSession *session, const TenurePlanWords *words, const char *sentence,
                       TenureCommand *command, const TenureQuestion *asked)
{
  TenurePlainForm *self = g_object_new (TENURE_TYPE_PLAIN_FORM, NULL);

  self->command = command;
  if (asked)
    self->question = *asked;
  tenure_plan_form_set_up (TENURE_PLAN_FORM (self), session, words);
  tenure_plain_form_add (self, sentence);
  return TENURE_PLAN_FORM (self);
}
