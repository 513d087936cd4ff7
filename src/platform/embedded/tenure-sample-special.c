/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stories that end with a reason why something is not possible: changed, attached to, marked, withdrawn. */
#include "tenure-sample-scenes.h"

#include "tenure-writer.h"

#define MORE_MBIT 50
#define DISK_GIB 100
#define ADDON_MBIT 5

/* What is no longer sold, by the catalogue; the stories of these were told when it was. */
static const char *const withdrawn[] = { "cce-trial", "ecs-s3" };

gboolean
tenure_sample_sell_all (TenurePlayer *player, GError **error)
{
  TenureWriter writer = { .connection = player->connection };

  for (guint i = 0; i < G_N_ELEMENTS (withdrawn); i++)
    if (!TENURE_EXEC (&writer, "INSERT INTO offer (key, withdrawn) VALUES (?1, 0)", error, TENURE_TEXT (withdrawn[i])))
      return FALSE;
  return TRUE;
}

gboolean
tenure_act_deliver (TenurePlayer *player, TenureTime at, gint64 order, GError **error)
{
  g_autoptr (TenureWorld) world = tenure_world_new (player->connection, &player->stage, at, error);
  g_autoptr (TenureDecision) decision = tenure_decision_new ();
  TenureDated dated = { "deliver", at, order };

  if (world == NULL || !tenure_world_load_order (world, player->connection, order, error))
    return FALSE;
  tenure_decision_unschedule_order (decision, "deliver", order);
  return tenure_decide_deliver (world, &dated, decision, error) &&
         tenure_act_carry_out (player, world, decision, NULL, NULL, error);
}

/* An order on what is there, paid at once and delivered. */
static gboolean
order_it (TenurePlayer *player, TenureTime at, TenureCommandKind kind, TenureDecide decide, gconstpointer params,
          GError **error)
{
  g_autoptr (TenureWorld) world = tenure_world_new (player->connection, &player->stage, at, error);
  g_autoptr (TenureDecision) decision = tenure_decision_new ();
  g_autoptr (GArray) orders = g_array_new (FALSE, FALSE, sizeof (gint64));

  return world != NULL && tenure_world_load (world, player->connection, kind, params, error) &&
         decide (world, params, decision, error) &&
         tenure_act_carry_out (player, world, decision, orders, NULL, error) &&
         (orders->len == 0 || tenure_act_deliver (player, at + player->stage.policy->delivery_seconds,
                                                  g_array_index (orders, gint64, 0), error));
}

static gboolean
mark (TenurePlayer *player, const TenureStory *story, gint64 resource, GError **error)
{
  TenureWriter writer = { .connection = player->connection };
  gboolean last = story->fate == TENURE_FATE_RENEWAL_MARKED;
  gboolean partner = story->mark == TENURE_MARK_PARTNER_PAID;

  return TENURE_EXEC (&writer,
                      "UPDATE \"order\" SET promotion = ?2, special = ?3, partner_paid = ?4, invoiced = ?4 WHERE id ="
                      " (SELECT order_id FROM term WHERE resource_id = ?1 ORDER BY start * ?5 LIMIT 1)",
                      error, TENURE_INT (resource), TENURE_INT (story->mark == TENURE_MARK_PROMOTION),
                      TENURE_INT (story->mark == TENURE_MARK_SPECIAL), TENURE_INT (partner),
                      TENURE_INT (last ? -1 : 1));
}

static gboolean
withdraw (TenurePlayer *player, const TenureStory *story, GError **error)
{
  TenureWriter writer = { .connection = player->connection };

  return TENURE_EXEC (&writer, "DELETE FROM offer WHERE key = ?1", error, TENURE_TEXT (story->offer->key));
}

gboolean
tenure_act_special (TenurePlayer *player, const TenureStory *story, const TenureAct *act, gint64 resource,
                    const char *key, GError **error)
{
  TenureChange change = { .resource = (char *)key, .amount = MORE_MBIT, .pay = TRUE };
  TenureAttach disk = { .resource = (char *)key, .offer = (char *)"evs", .amount = DISK_GIB, .pay = TRUE };
  TenureAttach addon = {
    .resource = (char *)key, .offer = (char *)"bandwidth-addon", .amount = ADDON_MBIT, .pay = TRUE
  };

  switch (story->fate)
    {
    case TENURE_FATE_CHANGED:
      return order_it (player, act->at, TENURE_COMMAND_CHANGE, tenure_decide_change, &change, error);
    case TENURE_FATE_ATTACHED:
      return order_it (player, act->at, TENURE_COMMAND_ATTACH, tenure_decide_attach, &disk, error);
    case TENURE_FATE_ADDON:
      return order_it (player, act->at, TENURE_COMMAND_ATTACH, tenure_decide_attach, &addon, error);
    case TENURE_FATE_WITHDRAWN:
      return withdraw (player, story, error);
    default:
      return mark (player, story, resource, error);
    }
}
