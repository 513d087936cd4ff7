/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-guard.h"

#include "tenure-orders.h"

TenureRefusal *
tenure_guard_resource (const TenureWorld *world, const TenureResource *resource)
{
  const TenureOrder *holder = tenure_world_holder (world, resource);
  const char *rule = "resource.order-in-process";

  if (tenure_world_gone (world, resource))
    return tenure_refusal_new ("resource.gone", NULL);
  if (resource->charging == TENURE_CHARGING_USE)
    return tenure_refusal_new ("resource.pay-per-use", NULL);
  if (resource->main_id != 0)
    {
      const TenureResource *head = tenure_world_resource_by_id (world, resource->main_id);
      return tenure_refusal_text (tenure_refusal_new ("resource.bound-part", NULL), "resource",
                                  head != NULL ? head->name : "");
    }
  if (holder == NULL)
    return NULL;
  if (holder->status == TENURE_ORDER_UNPAID)
    rule = "resource.unpaid-order";
  return tenure_refusal_text (tenure_refusal_new (rule, NULL), "order", tenure_world_whole (world, holder)->key);
}

TenureRefusal *
tenure_guard_freeze (const TenureWorld *world, const TenureResource *resource)
{
  if (world->account.freeze != TENURE_FREEZE_NONE)
    return tenure_refusal_text (tenure_refusal_new ("account.frozen", NULL), "freeze",
                                tenure_freeze_name (world->account.freeze));
  if (resource->freeze == TENURE_FREEZE_POLICE)
    return tenure_refusal_new ("resource.police-frozen", NULL);
  return NULL;
}

void
tenure_guard_account (TenureDecision *decision, const TenureWorld *world)
{
  if (world->account.freeze != TENURE_FREEZE_NONE)
    tenure_decision_refuse (decision, tenure_refusal_text (tenure_refusal_new ("account.frozen", NULL), "freeze",
                                                           tenure_freeze_name (world->account.freeze)));
}

TenureRefusal *
tenure_guard_withdrawn (const TenureWorld *world, const TenureResource *resource)
{
  const TenureOffer *offer = tenure_world_offer (world, resource->offer);

  return offer != NULL && !tenure_world_withdrawn (world, offer) ? NULL
                                                                 : tenure_refusal_new ("resource.withdrawn", NULL);
}

TenureRefusal *
tenure_guard_batch (const TenureWorld *world, const TenureResource *resource)
{
  TenureRefusal *refusal = tenure_guard_withdrawn (world, resource);

  if (refusal == NULL)
    return NULL;
  tenure_refusal_free (refusal);
  return tenure_refusal_new ("resource.withdrawn-batch", NULL);
}

void
tenure_guard_settle (TenureDecision *decision, const TenureWorld *world, const TenureResource *resource)
{
  const TenureOrder *lapsed = tenure_world_lapsed (world, resource);

  if (lapsed != NULL && lapsed->status == TENURE_ORDER_UNPAID)
    tenure_orders_close (decision, world, tenure_world_whole (world, lapsed), lapsed->deadline);
}

void
tenure_guard_limit (TenureDecision *decision, const char *field, guint count, int limit)
{
  TenureRefusal *refusal;

  if (limit == 0 || count <= (guint)limit)
    return;
  refusal = tenure_refusal_new ("command.too-many", field);
  tenure_refusal_count (refusal, "count", count);
  tenure_decision_refuse (decision, tenure_refusal_count (refusal, "limit", limit));
}

GPtrArray *
tenure_guard_distinct (char **keys)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *result = g_ptr_array_new ();

  for (; keys != NULL && *keys != NULL; keys++)
    if (g_hash_table_add (seen, *keys))
      g_ptr_array_add (result, *keys);
  return result;
}

gboolean
tenure_guard_balance (TenureDecision *decision, const TenureWorld *world, TenureMoney cash, GError **error)
{
  TenureRefusal *refusal;

  decision->balance_before = world->account.balance;
  if (cash <= world->account.balance)
    return tenure_money_sub (world->account.balance, cash, &decision->balance_after, error);
  decision->balance_after = world->account.balance;
  refusal = tenure_refusal_money (tenure_refusal_new ("pay.balance-short", NULL), "due", cash);
  tenure_refusal_money (refusal, "balance", world->account.balance);
  tenure_decision_refuse (decision, tenure_refusal_money (refusal, "missing", cash - world->account.balance));
  return TRUE;
}
