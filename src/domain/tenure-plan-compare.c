/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-plan.h"

#include "tenure-plan-fields.h"
#include "tenure-value-json.h"

void
tenure_difference_free (TenureDifference *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->name);
  g_free (self->planned);
  g_free (self->now);
  g_free (self);
}

/* Takes @planned and @now; adds nothing when they are the same. */
static void
add_difference (GPtrArray *differences, const TenurePlanItem *item, const char *what, char *planned, char *now)
{
  TenureDifference *difference;

  if (g_strcmp0 (planned, now) == 0)
    {
      g_free (planned);
      g_free (now);
      return;
    }
  difference = g_new0 (TenureDifference, 1);
  difference->key = g_strdup (item ? item->key : "");
  difference->name = g_strdup (item ? item->name : "");
  difference->what = what;
  difference->planned = planned;
  difference->now = now;
  g_ptr_array_add (differences, difference);
}

/* The refusal as JSON, so that it can be said in words; NULL for none. */
static char *
refusal_json (const TenureRefusal *refusal)
{
  g_autoptr (TenureJson) json = refusal ? tenure_value_from_refusal (refusal) : NULL;

  return json ? tenure_json_to_canonical (json) : NULL;
}

/* What it is about is compared, not the amounts and moments that it tells. */
static void
compare_refusal (GPtrArray *differences, const TenurePlanItem *item, const TenureRefusal *planned,
                 const TenureRefusal *now)
{
  g_autofree char *old = tenure_refusal_text_of (planned);
  g_autofree char *new = tenure_refusal_text_of (now);

  if (g_strcmp0 (old, new) != 0)
    add_difference (differences, item, "refusal", refusal_json (planned), refusal_json (now));
}

static void
compare_parts (GPtrArray *differences, const TenurePart *parts, const TenurePlanItem *item, gconstpointer planned,
               gconstpointer now)
{
  for (const TenurePart *part = parts; part->name; part++)
    if (part->what && !tenure_part_same (part, planned, now))
      add_difference (differences, item, part->what, tenure_part_text (part, planned), tenure_part_text (part, now));
}

static void
compare_items (GPtrArray *differences, const TenurePlanItem *planned, const TenurePlanItem *now)
{
  compare_refusal (differences, planned, planned->refusal, now->refusal);
  if (planned->refusal == NULL && now->refusal == NULL)
    compare_parts (differences, tenure_item_parts, planned, planned, now);
}

/* What makes an item the same one: a resource can be given back together with several of its renewals. */
static char *
item_identity (const TenurePlanItem *item)
{
  return g_strjoin ("\n", item->key, tenure_verb_name (item->verb), item->base_order ? item->base_order : "", NULL);
}

/* Items by identity; each is taken out when its counterpart is found. */
static GHashTable *
index_items (const GPtrArray *items)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_queue_free);

  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *identity = item_identity (g_ptr_array_index (items, i));
      GQueue *same = g_hash_table_lookup (index, identity);

      if (same == NULL)
        g_hash_table_insert (index, g_steal_pointer (&identity), same = g_queue_new ());
      g_queue_push_tail (same, g_ptr_array_index (items, i));
    }
  return index;
}

static const TenurePlanItem *
take_item (GHashTable *index, const TenurePlanItem *like)
{
  g_autofree char *identity = item_identity (like);
  GQueue *same = g_hash_table_lookup (index, identity);

  return same ? g_queue_pop_head (same) : NULL;
}

static const TenurePart *
total_part (void)
{
  const TenurePart *part = tenure_item_parts;

  while (part->offset != G_STRUCT_OFFSET (TenurePlanItem, total))
    part++;
  return part;
}

/* "0.00" for an item that costs nothing, since NULL stands for the side that does not have it. */
static char *
total_text (const TenurePlanItem *item)
{
  char *text = tenure_part_text (total_part (), item);

  return text ? text : tenure_money_format (0);
}

static void
compare_all_items (GPtrArray *differences, const TenurePlan *plan, const TenurePlan *fresh)
{
  g_autoptr (GHashTable) planned = index_items (plan->items);
  g_autoptr (GHashTable) now = index_items (fresh->items);

  for (guint i = 0; i < plan->items->len; i++)
    {
      const TenurePlanItem *item = g_ptr_array_index (plan->items, i);
      const TenurePlanItem *other = take_item (now, item);

      if (other)
        compare_items (differences, item, other);
      else
        add_difference (differences, item, "gone", total_text (item), NULL);
    }
  for (guint i = 0; i < fresh->items->len; i++)
    {
      const TenurePlanItem *item = g_ptr_array_index (fresh->items, i);

      if (take_item (planned, item) == NULL)
        add_difference (differences, item, "new", NULL, total_text (item));
    }
}

static gboolean
refusals_contain (const GPtrArray *refusals, const char *text)
{
  for (guint i = 0; i < refusals->len; i++)
    {
      g_autofree char *other = tenure_refusal_text_of (g_ptr_array_index (refusals, i));

      if (g_str_equal (text, other))
        return TRUE;
    }
  return FALSE;
}

static void
compare_refusals (GPtrArray *differences, const TenurePlan *plan, const TenurePlan *fresh)
{
  for (guint i = 0; i < plan->refusals->len; i++)
    {
      g_autofree char *text = tenure_refusal_text_of (g_ptr_array_index (plan->refusals, i));

      if (!refusals_contain (fresh->refusals, text))
        compare_refusal (differences, NULL, g_ptr_array_index (plan->refusals, i), NULL);
    }
  for (guint i = 0; i < fresh->refusals->len; i++)
    {
      g_autofree char *text = tenure_refusal_text_of (g_ptr_array_index (fresh->refusals, i));

      if (!refusals_contain (plan->refusals, text))
        compare_refusal (differences, NULL, NULL, g_ptr_array_index (fresh->refusals, i));
    }
}

static char *
command_text (const TenurePlan *plan)
{
  g_autoptr (TenureJson) json = tenure_command_to_json (plan->command);

  return tenure_json_to_canonical (json);
}

GPtrArray *
tenure_plan_compare (const TenurePlan *plan, const TenurePlan *fresh)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_difference_free);

  add_difference (differences, NULL, "command", command_text (plan), command_text (fresh));
  compare_parts (differences, tenure_plan_parts, NULL, plan, fresh);
  compare_refusals (differences, plan, fresh);
  compare_all_items (differences, plan, fresh);
  return differences;
}
