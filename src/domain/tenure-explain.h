/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Explanations and refusals as data: rule ids and typed operands; `app` words them. */
#pragma once

#include "tenure-civil.h"
#include "tenure-money.h"

G_BEGIN_DECLS

typedef enum
{
  TENURE_OPERAND_MONEY, /* value: TenureMoney */
  TENURE_OPERAND_COUNT, /* value: a number of things, months, hours or days; the name says which */
  TENURE_OPERAND_DAY,   /* value: TenureDay */
  TENURE_OPERAND_TIME,  /* value: TenureTime */
  TENURE_OPERAND_RATIO, /* value / denominator, exact */
  TENURE_OPERAND_TEXT,  /* text: an interned identifier, number or name */
} TenureOperandType;

/** One typed argument. @name is static and one of the names that the wording knows: "paid", "used-hours", … */
typedef struct
{
  const char *name;
  TenureOperandType type;
  gint64 value;
  gint64 denominator;
  const char *text; /* interned in a step; owned by the refusal in a refusal */
} TenureOperand;

#define TENURE_STEP_OPERANDS 6

/** One step of a computation: the rule that was used, what went in, what came out. All strings are interned. */
typedef struct
{
  const char *rule;   /* "refund.consumed" */
  const char *source; /* where the rule is published: "CN-UG 2025-07", or "policy" */
  TenureOperand operands[TENURE_STEP_OPERANDS];
  guint8 n_operands;
  TenureOperand result;
} TenureStep;

/** The steps of one number, in order; ref-counted, immutable once shared. */
typedef struct _TenureSteps TenureSteps;

TenureSteps *tenure_steps_new (void);
TenureSteps *tenure_steps_ref (TenureSteps *self);
void tenure_steps_unref (TenureSteps *self);
guint tenure_steps_length (const TenureSteps *self);
const TenureStep *tenure_steps_at (const TenureSteps *self, guint index);
/** Starts a step; add operands to what it returns with tenure_step_* before the next call. Borrowed. @rule, @source and
 * the names of operands are static or interned. With @self NULL it gives NULL, and tenure_step_* with NULL do nothing:
 * nobody wants the steps. */
TenureStep *tenure_steps_add (TenureSteps *self, const char *rule, const char *source);
void tenure_step_money (TenureStep *step, const char *name, TenureMoney value);
void tenure_step_count (TenureStep *step, const char *name, gint64 value);
void tenure_step_day (TenureStep *step, const char *name, TenureDay value);
void tenure_step_time (TenureStep *step, const char *name, TenureTime value);
void tenure_step_ratio (TenureStep *step, const char *name, gint64 numerator, gint64 denominator);
void tenure_step_text (TenureStep *step, const char *name, const char *text);
void tenure_step_result (TenureStep *step, TenureOperand result);
void tenure_step_result_money (TenureStep *step, TenureMoney value);

#define TENURE_REFUSAL_OPERANDS 3

/** Why something is not possible: a rule id, what it concerns, and its arguments. */
typedef struct
{
  const char *rule;  /* interned: "renew.unpaid-order" */
  const char *field; /* interned parameter name for a form, or NULL when it concerns an item */
  TenureOperand operands[TENURE_REFUSAL_OPERANDS]; /* texts are owned copies */
  guint8 n_operands;
} TenureRefusal;

TenureRefusal *tenure_refusal_new (const char *rule, const char *field);
TenureRefusal *tenure_refusal_copy (const TenureRefusal *self);
void tenure_refusal_free (TenureRefusal *self);
/** Append an argument; return @self so that calls can be chained. */
TenureRefusal *tenure_refusal_money (TenureRefusal *self, const char *name, TenureMoney value);
TenureRefusal *tenure_refusal_count (TenureRefusal *self, const char *name, gint64 value);
TenureRefusal *tenure_refusal_time (TenureRefusal *self, const char *name, TenureTime value);
TenureRefusal *tenure_refusal_text (TenureRefusal *self, const char *name, const char *text);
/** The number of the order that it names, the one in the way; NULL: it names none. */
const char *tenure_refusal_order (const TenureRefusal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureSteps, tenure_steps_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureRefusal, tenure_refusal_free)

G_END_DECLS
