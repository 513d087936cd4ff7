/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists of the unsubscription page ask the rules that the commands are decided by. */
#include "tenure-embedded.h"

#include "tenure-refusals.h"

static TenureRefusal *
judge (const TenureWorld *world, const TenureQuery *query, const TenureResource *resource)
{
  if (query->list == TENURE_LIST_PENDING)
    return tenure_refuse_pending (world, resource);
  if (query->list == TENURE_LIST_PERIODS)
    return tenure_refuse_all_periods (world, resource, &(TenureTime){ 0 });
  return tenure_refuse_unsubscribe (world, resource);
}

gboolean
tenure_embedded_judge (TenureConnection *connection, const TenureQuery *query, const gint64 *ids, guint n,
                       TenureRefusal **refusals, GError **error)
{
  TenureStage stage = { .account = query->account,
                        .source = TENURE_SOURCE_CUSTOMER,
                        .level = query->level,
                        .policy = query->policy,
                        .catalogue = query->catalogue };
  g_autoptr (TenureWorld) world = tenure_world_new (connection, &stage, query->now, error);

  if (world == NULL || !tenure_world_load_resources (world, connection, ids, n, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    refusals[i] = judge (world, query, tenure_world_resource_by_id (world, ids[i]));
  return TRUE;
}
