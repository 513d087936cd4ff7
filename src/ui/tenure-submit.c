/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-submit.h"

#include <glib/gi18n-lib.h>

#include "tenure-wording.h"

typedef struct
{
  TenureSession *session;
  TenureCommand *command;
  GBytes *secret;
  TenurePlan *plan;
  TenureSubmitted submitted;
  GObject *owner;
  gboolean again; /* the plan was stale once */
} Submission;

static void
submission_free (Submission *self)
{
  g_clear_object (&self->session);
  g_clear_pointer (&self->command, tenure_command_unref);
  g_clear_pointer (&self->secret, g_bytes_unref);
  g_clear_pointer (&self->plan, tenure_plan_unref);
  g_clear_object (&self->owner);
  g_free (self);
}

static void
tell (Submission *self, gboolean done, const GError *error)
{
  self->submitted (done, error ? NULL : self->plan, error, self->owner);
  submission_free (self);
}

static void apply (Submission *self);

static void
take_plan (Submission *self, TenurePlan *plan)
{
  g_clear_pointer (&self->plan, tenure_plan_unref);
  self->plan = plan;
}

static void
on_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  Submission *self = data;
  g_autoptr (GError) error = NULL;
  TenureOutcome *outcome = tenure_platform_apply_finish (TENURE_PLATFORM (source), result, &error);

  if (!outcome)
    {
      tell (self, FALSE, error);
      return;
    }
  gboolean done = outcome->status == TENURE_OUTCOME_DONE || outcome->status == TENURE_OUTCOME_REPEATED;
  gboolean stale = outcome->status == TENURE_OUTCOME_STALE;
  take_plan (self, tenure_plan_ref (outcome->plan));
  tenure_outcome_unref (outcome);
  /* Nothing of the plan was shown, so a fresh one is as good; once, lest two programs chase each other. */
  if (stale && !self->again && tenure_plan_possible (self->plan))
    {
      self->again = TRUE;
      apply (self);
    }
  else
    tell (self, done, NULL);
}

static void
apply (Submission *self)
{
  tenure_platform_apply_async (tenure_session_platform (self->session), self->command, self->plan, self->secret, NULL,
                               NULL, NULL, on_applied, self);
}

static void
on_planned (GObject *source, GAsyncResult *result, gpointer data)
{
  Submission *self = data;
  g_autoptr (GError) error = NULL;

  take_plan (self, tenure_platform_plan_finish (TENURE_PLATFORM (source), result, &error));
  if (self->plan && tenure_plan_possible (self->plan))
    apply (self);
  else
    tell (self, FALSE, error);
}

void
tenure_submit (TenureSession *session, TenureCommand *command, GBytes *secret, GError *error, TenureSubmitted submitted,
               gpointer owner)
{
  Submission *self = g_new0 (Submission, 1);

  self->session = g_object_ref (session);
  self->command = command;
  self->secret = secret;
  self->submitted = submitted;
  self->owner = g_object_ref (owner);
  if (!command)
    {
      tell (self, FALSE, error);
      g_clear_error (&error);
      return;
    }
  tenure_platform_plan_async (tenure_session_platform (session), command, NULL, NULL, NULL, on_planned, self);
}

char *
tenure_submit_words (const TenurePlan *plan, const GError *error, const char *const *fields)
{
  g_autoptr (GString) text = g_string_new (error ? error->message : NULL);

  for (guint i = 0; plan && i < plan->refusals->len; i++)
    {
      const TenureRefusal *refusal = plan->refusals->pdata[i];
      g_autofree char *sentence = NULL;

      if (refusal->field && fields && g_strv_contains (fields, refusal->field))
        continue;
      sentence = tenure_word_refusal (refusal);
      g_string_append_printf (text, "%s%s", text->len ? "\n" : "", sentence);
    }
  for (guint i = 0; plan && i < plan->items->len; i++)
    {
      const TenurePlanItem *item = plan->items->pdata[i];
      g_autofree char *sentence = item->refusal ? tenure_word_refusal (item->refusal) : NULL;

      if (sentence)
        g_string_append_printf (text, "%s%s", text->len ? "\n" : "", sentence);
    }
  return text->len ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
