/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-plan.h"

#include <glib/gi18n-lib.h>

#include "tenure-error.h"
#include "tenure-plan-fields.h"
#include "tenure-value-json.h"

#define SCHEMA "tenure-plan/1"

static TenureJson *
item_to_json (const TenurePlanItem *item)
{
  TenurePartWhen also = tenure_verb_returns (item->verb) ? TENURE_PART_OF_REFUND : TENURE_PART_ALWAYS;
  TenureJson *json = tenure_json_new_object ();

  tenure_parts_to_json (tenure_item_parts, item, also, json);
  if (item->refusal)
    tenure_json_set (json, "refusal", tenure_value_from_refusal (item->refusal));
  if (item->steps)
    tenure_json_set (json, "steps", tenure_value_from_steps (item->steps));
  return json;
}

static TenureJson *
items_to_json (const GPtrArray *items)
{
  TenureJson *array = tenure_json_new_array ();

  for (guint i = 0; i < items->len; i++)
    tenure_json_append (array, item_to_json (g_ptr_array_index (items, i)));
  return array;
}

static TenureJson *
refusals_to_json (const GPtrArray *refusals)
{
  TenureJson *array = tenure_json_new_array ();

  for (guint i = 0; i < refusals->len; i++)
    tenure_json_append (array, tenure_value_from_refusal (g_ptr_array_index (refusals, i)));
  return array;
}

/* The digest says what is decided; the seal covers all that a reader is shown, the explanation and the times too. */
TenureJson *
tenure_plan_to_json (const TenurePlan *self)
{
  TenureJson *json = tenure_json_new_object ();
  g_autofree char *seal = NULL;

  tenure_json_set_string (json, "schema", SCHEMA);
  tenure_json_set (json, "command", tenure_command_to_json (self->command));
  tenure_parts_to_json (tenure_plan_parts, self, TENURE_PART_ALWAYS, json);
  tenure_json_set (json, "refusals", refusals_to_json (self->refusals));
  tenure_json_set (json, "items", items_to_json (self->items));
  tenure_json_set_string (json, "digest", self->digest);
  seal = tenure_json_digest (json);
  tenure_json_set_string (json, "seal", seal);
  return json;
}

/* Reading -------------------------------------------------------------------------------------------------- */

static TenurePlanItem *
item_from_json (const TenureJson *json, GError **error)
{
  TenurePlanItem *item = tenure_plan_item_new (TENURE_VERB_SET, NULL, NULL);
  const TenureJson *refusal = tenure_json_get (json, "refusal");
  const TenureJson *steps = tenure_json_get (json, "steps");

  if (tenure_json_need_string (json, "key", "items", error) &&
      tenure_parts_from_json (tenure_item_parts, json, item, error) &&
      (refusal == NULL || (item->refusal = tenure_value_to_refusal (refusal, error))) &&
      (steps == NULL || (item->steps = tenure_value_to_steps (steps, error))))
    return item;
  tenure_plan_item_free (item);
  return NULL;
}

typedef gpointer (*ReadElement) (const TenureJson *json, GError **error);

static gboolean
array_from_json (const TenureJson *json, const char *name, ReadElement read, GPtrArray *array, GError **error)
{
  const TenureJson *elements = tenure_json_need (json, name, TENURE_JSON_ARRAY, NULL, error);

  if (elements == NULL)
    return FALSE;
  for (guint i = 0; i < tenure_json_length (elements); i++)
    {
      gpointer element = read (tenure_json_at (elements, i), error);

      if (element == NULL)
        return FALSE;
      g_ptr_array_add (array, element);
    }
  return TRUE;
}

static gboolean
check_schema (const TenureJson *json, GError **error)
{
  const char *schema = tenure_json_need_string (json, "schema", NULL, error);

  if (schema == NULL)
    return FALSE;
  if (g_str_equal (schema, SCHEMA))
    return TRUE;
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
               _ ("schema “%s” is not %s: give a file that plan has written."), schema, SCHEMA);
  return FALSE;
}

static TenurePlan *
plan_read (TenureJson *json, GError **error)
{
  TenureJson *members = tenure_json_need (json, "command", TENURE_JSON_OBJECT, NULL, error);
  g_autoptr (TenureCommand) command = members ? tenure_command_from_json (members, error) : NULL;
  g_autoptr (TenurePlan) plan = NULL;

  if (command == NULL)
    return NULL;
  plan = tenure_plan_new (command, NULL, NULL, NULL, TENURE_TIME_UNKNOWN);
  if (!tenure_parts_from_json (tenure_plan_parts, json, plan, error) ||
      !array_from_json (json, "refusals", (ReadElement)tenure_value_to_refusal, plan->refusals, error) ||
      !array_from_json (json, "items", (ReadElement)item_from_json, plan->items, error) ||
      !tenure_plan_seal (plan, error))
    return NULL;
  return g_steal_pointer (&plan);
}

/* What was read, written again with its sums, digest and seal computed anew, must be the file to the letter: so no
 * member can be changed, added or left out. */
TenurePlan *
tenure_plan_from_json (TenureJson *json, GError **error)
{
  g_autoptr (TenurePlan) plan = check_schema (json, error) ? plan_read (json, error) : NULL;
  g_autoptr (TenureJson) again = plan ? tenure_plan_to_json (plan) : NULL;
  g_autofree char *given = plan ? tenure_json_to_canonical (json) : NULL;
  g_autofree char *written = plan ? tenure_json_to_canonical (again) : NULL;

  if (plan == NULL)
    return NULL;
  if (g_str_equal (given, written))
    return g_steal_pointer (&plan);
  g_set_error_literal (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                       _ ("the digest does not fit the plan, so the file was changed: plan again."));
  return NULL;
}
