/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-value-json.h"

#include <glib/gi18n-lib.h>

#include "tenure-error.h"

TenureJson *
tenure_value_from_money (TenureMoney money)
{
  g_autofree char *text = NULL;

  if (money == TENURE_MONEY_UNKNOWN)
    return tenure_json_new_null ();
  text = tenure_money_format (money);
  return tenure_json_new_string (text);
}

/* The wire reader, because a total may be negative; what it would accept besides is not what we write. */
gboolean
tenure_value_to_money (const TenureJson *json, TenureMoney *money)
{
  *money = TENURE_MONEY_UNKNOWN;
  if (tenure_json_type (json) == TENURE_JSON_NULL)
    return TRUE;
  return tenure_json_type (json) == TENURE_JSON_STRING &&
         tenure_money_parse_wire (tenure_json_text (json), money, NULL);
}

TenureJson *
tenure_value_from_time (TenureTime time)
{
  g_autofree char *text = NULL;

  if (time == TENURE_TIME_UNKNOWN)
    return tenure_json_new_null ();
  text = tenure_time_format (time);
  return tenure_json_new_string (text);
}

gboolean
tenure_value_to_time (const TenureJson *json, TenureTime *time)
{
  *time = TENURE_TIME_UNKNOWN;
  if (tenure_json_type (json) == TENURE_JSON_NULL)
    return TRUE;
  return tenure_json_type (json) == TENURE_JSON_STRING && tenure_time_parse (tenure_json_text (json), 0, time, NULL);
}

gboolean
tenure_value_to_text (const TenureJson *json, const char **text)
{
  *text = NULL;
  if (tenure_json_type (json) == TENURE_JSON_NULL)
    return TRUE;
  *text = tenure_json_text (json);
  return tenure_json_type (json) == TENURE_JSON_STRING;
}

gboolean
tenure_value_to_int (const TenureJson *json, int *value)
{
  gint64 wide;

  if (!tenure_json_int64 (json, &wide) || wide < G_MININT || wide > G_MAXINT)
    return FALSE;
  *value = (int)wide;
  return TRUE;
}

/* Operands: {"name": …, "TYPE": value} --------------------------------------------------------------------- */

static const char *const operand_types[] = {
  [TENURE_OPERAND_MONEY] = "money", [TENURE_OPERAND_COUNT] = "count", [TENURE_OPERAND_DAY] = "day",
  [TENURE_OPERAND_TIME] = "time",   [TENURE_OPERAND_RATIO] = "ratio", [TENURE_OPERAND_TEXT] = "text",
};

static TenureJson *
ratio_to_json (gint64 numerator, gint64 denominator)
{
  TenureJson *pair = tenure_json_new_array ();

  tenure_json_append (pair, tenure_json_new_int64 (numerator));
  tenure_json_append (pair, tenure_json_new_int64 (denominator));
  return pair;
}

static TenureJson *
day_to_json (TenureDay day)
{
  g_autofree char *text = tenure_day_format (day);

  return tenure_json_new_string (text);
}

static TenureJson *
operand_value_to_json (const TenureOperand *operand)
{
  switch (operand->type)
    {
    case TENURE_OPERAND_MONEY:
      return tenure_value_from_money (operand->value);
    case TENURE_OPERAND_DAY:
      return day_to_json ((TenureDay)operand->value);
    case TENURE_OPERAND_TIME:
      return tenure_value_from_time (operand->value);
    case TENURE_OPERAND_RATIO:
      return ratio_to_json (operand->value, operand->denominator);
    case TENURE_OPERAND_TEXT:
      return tenure_json_new_string (operand->text);
    case TENURE_OPERAND_COUNT:
    default:
      return tenure_json_new_int64 (operand->value);
    }
}

static TenureJson *
operand_to_json (const TenureOperand *operand)
{
  TenureJson *json = tenure_json_new_object ();

  tenure_json_set_string (json, "name", operand->name);
  tenure_json_set (json, operand_types[operand->type], operand_value_to_json (operand));
  return json;
}

static TenureJson *
operands_to_json (const TenureOperand *operands, guint n)
{
  TenureJson *array = tenure_json_new_array ();

  for (guint i = 0; i < n; i++)
    tenure_json_append (array, operand_to_json (&operands[i]));
  return array;
}

static gboolean
ratio_from_json (const TenureJson *json, TenureOperand *operand)
{
  return tenure_json_type (json) == TENURE_JSON_ARRAY && tenure_json_length (json) == 2 &&
         tenure_json_int64 (tenure_json_at (json, 0), &operand->value) &&
         tenure_json_int64 (tenure_json_at (json, 1), &operand->denominator);
}

static gboolean
day_from_json (const TenureJson *json, TenureOperand *operand)
{
  TenureDay day;

  if (tenure_json_type (json) != TENURE_JSON_STRING || !tenure_day_parse (tenure_json_text (json), &day, NULL))
    return FALSE;
  operand->value = day;
  return TRUE;
}

static gboolean
operand_value_from_json (const TenureJson *json, TenureOperand *operand)
{
  switch (operand->type)
    {
    case TENURE_OPERAND_MONEY:
      return tenure_value_to_money (json, &operand->value);
    case TENURE_OPERAND_DAY:
      return day_from_json (json, operand);
    case TENURE_OPERAND_TIME:
      return tenure_value_to_time (json, &operand->value);
    case TENURE_OPERAND_RATIO:
      return ratio_from_json (json, operand);
    case TENURE_OPERAND_TEXT:
      return tenure_value_to_text (json, &operand->text);
    case TENURE_OPERAND_COUNT:
    default:
      return tenure_json_int64 (json, &operand->value);
    }
}

/* Fills @operand with a borrowed text. */
static gboolean
operand_from_json (const TenureJson *json, TenureOperand *operand)
{
  const TenureJson *name = tenure_json_get (json, "name");

  if (name == NULL || tenure_json_type (name) != TENURE_JSON_STRING)
    return FALSE;
  *operand = (TenureOperand){ .name = g_intern_string (tenure_json_text (name)) };
  for (guint i = 0; i < G_N_ELEMENTS (operand_types); i++)
    {
      const TenureJson *value = tenure_json_get (json, operand_types[i]);

      operand->type = i;
      if (value)
        return operand_value_from_json (value, operand);
    }
  return FALSE;
}

static gboolean
operands_from_json (const TenureJson *json, TenureOperand *operands, guint most, guint8 *n)
{
  if (json == NULL || tenure_json_type (json) != TENURE_JSON_ARRAY || tenure_json_length (json) > most)
    return FALSE;
  for (*n = 0; *n < tenure_json_length (json); (*n)++)
    if (!operand_from_json (tenure_json_at (json, *n), &operands[*n]))
      return FALSE;
  return TRUE;
}

/* Steps and refusals --------------------------------------------------------------------------------------- */

static TenureJson *
step_to_json (const TenureStep *step)
{
  TenureJson *json = tenure_json_new_object ();

  tenure_json_set_string (json, "rule", step->rule);
  if (step->source)
    tenure_json_set_string (json, "source", step->source);
  tenure_json_set (json, "operands", operands_to_json (step->operands, step->n_operands));
  if (step->result.name)
    tenure_json_set (json, "result", operand_to_json (&step->result));
  return json;
}

TenureJson *
tenure_value_from_steps (const TenureSteps *steps)
{
  TenureJson *array = tenure_json_new_array ();

  for (guint i = 0; i < tenure_steps_length (steps); i++)
    tenure_json_append (array, step_to_json (tenure_steps_at (steps, i)));
  return array;
}

/* Texts of a step are interned, like those that the rules write. */
static void
intern_text (TenureOperand *operand)
{
  operand->text = g_intern_string (operand->text);
}

static gboolean
step_from_json (const TenureJson *json, TenureSteps *steps, GError **error)
{
  const char *rule = tenure_json_need_string (json, "rule", "steps", error);
  const TenureJson *source = rule ? tenure_json_get (json, "source") : NULL;
  const TenureJson *result = rule ? tenure_json_get (json, "result") : NULL;
  TenureStep *step;

  if (rule == NULL)
    return FALSE;
  step = tenure_steps_add (steps, g_intern_string (rule), source ? g_intern_string (tenure_json_text (source)) : NULL);
  if (!operands_from_json (tenure_json_get (json, "operands"), step->operands, TENURE_STEP_OPERANDS,
                           &step->n_operands) ||
      (result && !operand_from_json (result, &step->result)))
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                   _ ("step “%s” has operands that cannot be read: plan again."), rule);
      return FALSE;
    }
  for (guint i = 0; i < step->n_operands; i++)
    intern_text (&step->operands[i]);
  intern_text (&step->result);
  return TRUE;
}

TenureSteps *
tenure_value_to_steps (const TenureJson *json, GError **error)
{
  g_autoptr (TenureSteps) steps = tenure_steps_new ();

  for (guint i = 0; i < tenure_json_length (json); i++)
    if (!step_from_json (tenure_json_at (json, i), steps, error))
      return NULL;
  return g_steal_pointer (&steps);
}

TenureJson *
tenure_value_from_refusal (const TenureRefusal *refusal)
{
  TenureJson *json = tenure_json_new_object ();

  tenure_json_set_string (json, "rule", refusal->rule);
  if (refusal->field)
    tenure_json_set_string (json, "field", refusal->field);
  tenure_json_set (json, "operands", operands_to_json (refusal->operands, refusal->n_operands));
  return json;
}

TenureRefusal *
tenure_value_to_refusal (const TenureJson *json, GError **error)
{
  const char *rule = tenure_json_need_string (json, "rule", "refusal", error);
  const TenureJson *field = rule ? tenure_json_get (json, "field") : NULL;
  TenureOperand operands[TENURE_REFUSAL_OPERANDS];
  TenureRefusal *refusal;
  guint8 n;

  if (rule == NULL)
    return NULL;
  if (!operands_from_json (tenure_json_get (json, "operands"), operands, TENURE_REFUSAL_OPERANDS, &n))
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                   _ ("refusal “%s” has operands that cannot be read: plan again."), rule);
      return NULL;
    }
  refusal = tenure_refusal_new (g_intern_string (rule), field ? g_intern_string (tenure_json_text (field)) : NULL);
  for (; refusal->n_operands < n; refusal->n_operands++)
    {
      refusal->operands[refusal->n_operands] = operands[refusal->n_operands];
      refusal->operands[refusal->n_operands].text = g_strdup (operands[refusal->n_operands].text);
    }
  return refusal;
}
