/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-explain.h"

struct _TenureSteps
{
  gatomicrefcount refs;
  GArray *steps; /* TenureStep */
};

TenureSteps *
tenure_steps_new (void)
{
  TenureSteps *self = g_new0 (TenureSteps, 1);

  g_atomic_ref_count_init (&self->refs);
  self->steps = g_array_new (FALSE, TRUE, sizeof (TenureStep));
  return self;
}

TenureSteps *
tenure_steps_ref (TenureSteps *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
tenure_steps_unref (TenureSteps *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_array_unref (self->steps);
  g_free (self);
}

guint
tenure_steps_length (const TenureSteps *self)
{
  return self->steps->len;
}

const TenureStep *
tenure_steps_at (const TenureSteps *self, guint index)
{
  g_return_val_if_fail (index < self->steps->len, NULL);
  return &g_array_index (self->steps, TenureStep, index);
}

TenureStep *
tenure_steps_add (TenureSteps *self, const char *rule, const char *source)
{
  TenureStep *step;

  if (!self)
    return NULL;
  g_array_set_size (self->steps, self->steps->len + 1);
  step = &g_array_index (self->steps, TenureStep, self->steps->len - 1);
  step->rule = rule;
  step->source = source;
  return step;
}

static void
add_operand (TenureStep *step, TenureOperand operand)
{
  if (!step)
    return;
  g_return_if_fail (step->n_operands < TENURE_STEP_OPERANDS);
  step->operands[step->n_operands++] = operand;
}

void
tenure_step_money (TenureStep *step, const char *name, TenureMoney value)
{
  add_operand (step, (TenureOperand){ .name = name, .type = TENURE_OPERAND_MONEY, .value = value });
}

void
tenure_step_count (TenureStep *step, const char *name, gint64 value)
{
  add_operand (step, (TenureOperand){ .name = name, .type = TENURE_OPERAND_COUNT, .value = value });
}

void
tenure_step_day (TenureStep *step, const char *name, TenureDay value)
{
  add_operand (step, (TenureOperand){ .name = name, .type = TENURE_OPERAND_DAY, .value = value });
}

void
tenure_step_time (TenureStep *step, const char *name, TenureTime value)
{
  add_operand (step, (TenureOperand){ .name = name, .type = TENURE_OPERAND_TIME, .value = value });
}

void
tenure_step_ratio (TenureStep *step, const char *name, gint64 numerator, gint64 denominator)
{
  add_operand (step, (TenureOperand){
                         .name = name, .type = TENURE_OPERAND_RATIO, .value = numerator, .denominator = denominator });
}

void
tenure_step_text (TenureStep *step, const char *name, const char *text)
{
  add_operand (step, (TenureOperand){ .name = name, .type = TENURE_OPERAND_TEXT, .text = g_intern_string (text) });
}

void
tenure_step_result (TenureStep *step, TenureOperand result)
{
  if (step)
    step->result = result;
}

void
tenure_step_result_money (TenureStep *step, TenureMoney value)
{
  tenure_step_result (step, (TenureOperand){ .name = "result", .type = TENURE_OPERAND_MONEY, .value = value });
}

TenureRefusal *
tenure_refusal_new (const char *rule, const char *field)
{
  TenureRefusal *self = g_new0 (TenureRefusal, 1);

  self->rule = g_intern_string (rule);
  self->field = g_intern_string (field);
  return self;
}

TenureRefusal *
tenure_refusal_copy (const TenureRefusal *self)
{
  TenureRefusal *copy = g_memdup2 (self, sizeof *self);

  for (guint i = 0; i < copy->n_operands; i++)
    copy->operands[i].text = g_strdup (copy->operands[i].text);
  return copy;
}

void
tenure_refusal_free (TenureRefusal *self)
{
  for (guint i = 0; i < self->n_operands; i++)
    g_free ((char *)self->operands[i].text);
  g_free (self);
}

static TenureRefusal *
add_argument (TenureRefusal *self, TenureOperand operand)
{
  g_return_val_if_fail (self->n_operands < TENURE_REFUSAL_OPERANDS, self);
  self->operands[self->n_operands++] = operand;
  return self;
}

TenureRefusal *
tenure_refusal_money (TenureRefusal *self, const char *name, TenureMoney value)
{
  return add_argument (self, (TenureOperand){ .name = name, .type = TENURE_OPERAND_MONEY, .value = value });
}

TenureRefusal *
tenure_refusal_count (TenureRefusal *self, const char *name, gint64 value)
{
  return add_argument (self, (TenureOperand){ .name = name, .type = TENURE_OPERAND_COUNT, .value = value });
}

TenureRefusal *
tenure_refusal_time (TenureRefusal *self, const char *name, TenureTime value)
{
  return add_argument (self, (TenureOperand){ .name = name, .type = TENURE_OPERAND_TIME, .value = value });
}

TenureRefusal *
tenure_refusal_text (TenureRefusal *self, const char *name, const char *text)
{
  g_return_val_if_fail (self->n_operands < TENURE_REFUSAL_OPERANDS, self);
  return add_argument (self, (TenureOperand){ .name = name, .type = TENURE_OPERAND_TEXT, .text = g_strdup (text) });
}

const char *
tenure_refusal_order (const TenureRefusal *self)
{
  for (guint i = 0; i < self->n_operands; i++)
    if (g_str_equal (self->operands[i].name, "order") && self->operands[i].text && *self->operands[i].text)
      return self->operands[i].text;
  return NULL;
}
