/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stories played into a profile: the same pure decisions and the same writer as for commands and dated events, only
 * with the moment of the story; what is not read back from the tables is what the story itself knows. */
#include "tenure-sample-scenes.h"

#include "tenure-error.h"
#include "tenure-orders.h"
#include "tenure-renewals.h"
#include "tenure-writer.h"

#define PAYS_AFTER 30 /* seconds from order to payment */

void
tenure_story_acts (const TenureStory *story, guint index, TenureTime now, GArray *acts)
{
  TenureAct act = { story->created, TENURE_ACT_BUY, index, 0 };
  TenureDay day = tenure_day_of (story->created);

  g_array_append_val (acts, act);
  for (guint i = 1; i <= story->renewals; i++)
    {
      TenureDay expiry = tenure_day_add_months (day, story->months * (int)i, story->anchor);
      act = (TenureAct){ tenure_day_at (expiry - 2, 10, (int)(index % 60), 0), TENURE_ACT_RENEW, index, i };
      act.at = CLAMP (act.at, story->created + 60 * i, now - 3600 + i);
      g_array_append_val (acts, act);
    }
  act = (TenureAct){ now - 1800, TENURE_ACT_END, index, 0 };
  if (story->fate == TENURE_FATE_REFUNDED)
    act.at = MIN (story->created + 36 * TENURE_HOUR_SECONDS, now - 2 * TENURE_DAY_SECONDS);
  if (story->fate != TENURE_FATE_LIVES && story->fate != TENURE_FATE_RELEASED && act.at > story->created + 60)
    g_array_append_val (acts, act);
}

/* --- The common way: a world read from the tables -------------------------------------------------------------------
 */

gboolean
tenure_act_carry_out (TenurePlayer *player, const TenureWorld *world, const TenureDecision *decision, GArray *orders,
                      GArray *resources, GError **error)
{
  TenureWriter writer;
  gboolean done;

  if (decision->refusals->len > 0)
    {
      const TenureRefusal *refusal = decision->refusals->pdata[0];
      g_set_error (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_REFUSED, "sample: %s", refusal->rule);
      return FALSE;
    }
  tenure_writer_init (&writer, player->connection, world, NULL, NULL);
  done = tenure_writer_run (&writer, decision, error);
  if (done && orders != NULL)
    g_array_append_vals (orders, writer.orders->data, writer.orders->len);
  if (done && resources != NULL)
    g_array_append_vals (resources, writer.resources->data, writer.resources->len);
  tenure_writer_clear (&writer);
  return done;
}

gboolean
tenure_act_command (TenurePlayer *player, TenureTime at, TenureCommandKind kind, TenureDecide decide,
                    gconstpointer params, GArray *orders, GError **error)
{
  g_autoptr (TenureWorld) world = tenure_world_new (player->connection, &player->stage, at, error);
  g_autoptr (TenureDecision) decision = tenure_decision_new ();

  return world != NULL && tenure_world_load (world, player->connection, kind, params, error) &&
         decide (world, params, decision, error) && tenure_act_carry_out (player, world, decision, orders, NULL, error);
}

/* One text of the row with an id; NULL with @error. */
static char *
text_of (TenurePlayer *player, const char *sql, gint64 id, GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (player->connection, sql, error);

  if (statement == NULL)
    return NULL;
  tenure_statement_bind_int (statement, 1, id);
  return tenure_statement_step (statement, error) ? tenure_statement_dup_text (statement, 0) : NULL;
}

/* --- Buying --------------------------------------------------------------------------------------------------------
 */

static void
wish_for (const TenureStory *story, char *name, TenurePlaceOrder *wish)
{
  *wish = (TenurePlaceOrder){
    .offer = (char *)story->offer->key,
    .spec = (char *)story->spec->key,
    .region = (char *)story->region,
    .name = name,
    .bandwidth = story->amount,
    .months = story->months,
    .quantity = 1,
    .auto_renew = story->mode == TENURE_MODE_AUTO,
    .agreed = TRUE,
  };
}

/* An order that is not paid at once: unpaid, to be cancelled, to be confirmed, or paid with instruments. */
static gboolean
only_order (TenurePlayer *player, const TenureStory *story, const TenurePlaceOrder *wish, GArray *orders,
            GError **error)
{
  gboolean done;

  if (story->fate == TENURE_FATE_CONFIRMATION)
    player->stage.source = TENURE_SOURCE_MANAGER;
  done = tenure_act_command (player, story->created, TENURE_COMMAND_ORDER, tenure_decide_order, wish, orders, error);
  player->stage.source = TENURE_SOURCE_CUSTOMER;
  return done;
}

static gboolean
pay_with_coupons (TenurePlayer *player, const TenureStory *story, gint64 order, GError **error)
{
  g_autofree char *number = text_of (player, "SELECT key FROM \"order\" WHERE id = ?1", order, error);
  guint which = story->number % 2;
  char *orders[] = { number, NULL };
  char *flexi[] = { (char *)(which ? "XJ-2" : "XJ-3"), NULL }, *card[] = { (char *)(which ? "CZ-2" : "CZ-3"), NULL };
  TenurePay pay = { orders, NULL, (char *)(which ? "DJ-2" : "DJ-3"), flexi, card };

  return number != NULL && tenure_act_command (player, story->created + PAYS_AFTER, TENURE_COMMAND_PAY,
                                               tenure_decide_pay, &pay, NULL, error);
}

/* The draft is taken out of the decision to order, so that it is written once, as paid. */
static TenureOrder *
steal_draft (TenureDecision *decision)
{
  for (guint i = 0; i < decision->effects->len; i++)
    {
      TenureEffect *effect = decision->effects->pdata[i];
      if (effect->type == TENURE_EFFECT_MAKE_ORDER)
        return g_steal_pointer (&effect->record);
    }
  return NULL;
}

static gboolean
read_line_ids (TenurePlayer *player, TenureOrder *order, GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (
      player->connection, "SELECT id FROM line WHERE order_id = ?1 ORDER BY position", error);

  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_int (statement, 1, order->id);
  for (guint i = 0; i < order->n_lines; i++)
    if (tenure_statement_step (statement, error))
      order->lines[i].id = tenure_statement_int (statement, 0);
    else
      return FALSE;
  return TRUE;
}

/* Makes the order as one that was paid from the balance; @order gets its ids. */
static gboolean
make_paid (TenurePlayer *player, TenureWorld *world, TenureOrder *order, GError **error)
{
  g_autoptr (GPtrArray) orders = g_ptr_array_new ();
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (TenureRef));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TenureDecision) decision = tenure_decision_new ();
  TenurePaymentResult payment = { .due = order->due, .taken = { .cash = order->due } };
  TenureRef ref;

  world->now += PAYS_AFTER;
  g_ptr_array_add (orders, order);
  if (!tenure_orders_settle (world, orders, &payment, error))
    return FALSE;
  ref = tenure_decision_make_order (decision, tenure_order_copy (order), 0);
  g_array_append_val (refs, ref);
  if (!tenure_orders_take_effect (decision, world, orders, refs, &payment, error) ||
      !tenure_act_carry_out (player, world, decision, ids, NULL, error))
    return FALSE;
  order->id = g_array_index (ids, gint64, 0);
  order->key = text_of (player, "SELECT key FROM \"order\" WHERE id = ?1", order->id, error);
  return order->key != NULL && read_line_ids (player, order, error);
}

static gboolean
deliver (TenurePlayer *player, TenureWorld *world, TenureOrder *order, const TenureStory *story, TenureTold *told,
         GError **error)
{
  g_autoptr (TenureDecision) decision = tenure_decision_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  TenureDated dated = { "deliver", 0, order->id };

  world->now += world->stage.policy->delivery_seconds;
  dated.due = world->now;
  g_hash_table_insert (world->order_ids, GSIZE_TO_POINTER (order->id), order);
  tenure_decision_unschedule_order (decision, "deliver", order->id);
  if (!tenure_decide_deliver (world, &dated, decision, error))
    return FALSE;
  if (story->mode == TENURE_MODE_TO_PPU || story->mode == TENURE_MODE_NO_RENEWAL || story->auto_left > 0)
    tenure_decision_set_mode (decision, TENURE_MADE (0), story->mode, story->auto_months, story->auto_left, world->now);
  if (!tenure_act_carry_out (player, world, decision, NULL, ids, error))
    return FALSE;
  told->main_id = g_array_index (ids, gint64, 0);
  told->part_id = ids->len > 1 ? g_array_index (ids, gint64, 1) : 0;
  return tenure_renewal_expiry (world->now, story->anchor, story->months, world->stage.policy, &told->expiry, error);
}

static gboolean
mark_freeze (TenurePlayer *player, const TenureStory *story, const TenureTold *told, GError **error)
{
  TenureWriter writer = { .connection = player->connection };

  return story->freeze == TENURE_FREEZE_NONE ||
         TENURE_EXEC (&writer, "UPDATE resource SET freeze = ?2 WHERE id = ?1", error, TENURE_INT (told->main_id),
                      TENURE_TEXT (tenure_freeze_name (story->freeze)));
}

static gboolean
buy_and_pay (TenurePlayer *player, const TenureStory *story, const TenurePlaceOrder *wish, TenureTold *told,
             GError **error)
{
  g_autoptr (TenureWorld) world = tenure_world_new (player->connection, &player->stage, story->created, error);
  g_autoptr (TenureDecision) decision = tenure_decision_new ();
  TenureOrder *order;
  gboolean done;

  if (world == NULL || !tenure_decide_order (world, wish, decision, error))
    return FALSE;
  order = steal_draft (decision);
  if (order == NULL)
    return tenure_act_carry_out (player, world, decision, NULL, NULL, error);
  done = make_paid (player, world, order, error) &&
         (story->fate == TENURE_FATE_PROCESSING ||
          (deliver (player, world, order, story, told, error) && mark_freeze (player, story, told, error)));
  tenure_order_free (order);
  return done;
}

static gboolean
buy (TenurePlayer *player, const TenureStory *story, TenureTold *told, GError **error)
{
  g_autofree char *name = tenure_story_name (story);
  g_autoptr (GArray) orders = g_array_new (FALSE, FALSE, sizeof (gint64));
  TenurePlaceOrder wish;

  wish_for (story, name, &wish);
  if (story->coupons)
    return only_order (player, story, &wish, orders, error) &&
           pay_with_coupons (player, story, g_array_index (orders, gint64, 0), error);
  if (story->fate == TENURE_FATE_UNPAID || story->fate == TENURE_FATE_CANCELLED ||
      story->fate == TENURE_FATE_CONFIRMATION)
    return only_order (player, story, &wish, orders, error);
  return buy_and_pay (player, story, &wish, told, error);
}

/* --- Renewing ------------------------------------------------------------------------------------------------------
 */

static gboolean
renew (TenurePlayer *player, const TenureStory *story, const TenureAct *act, TenureTold *told, GError **error)
{
  g_autofree char *key = text_of (player, "SELECT key FROM resource WHERE id = ?1", told->main_id, error);
  char *resources[] = { key, NULL };
  TenureRenew params = { .resources = resources, .months = story->months, .pay = act->kind == TENURE_ACT_RENEW };

  return key != NULL &&
         tenure_act_command (player, act->at, TENURE_COMMAND_RENEW, tenure_decide_renew, &params, NULL, error);
}

/* --- Ends ----------------------------------------------------------------------------------------------------------
 */

static gboolean
end (TenurePlayer *player, const TenureStory *story, const TenureAct *act, TenureTold *told, GError **error)
{
  g_autofree char *key = NULL;
  char *resources[] = { NULL, NULL };
  char *no_choice[] = { NULL };

  if (story->fate == TENURE_FATE_UNPAID_RENEWAL)
    return renew (player, story, act, told, error);
  key = text_of (player, "SELECT key FROM resource WHERE id = ?1", told->main_id, error);
  if (key == NULL)
    return error == NULL || *error == NULL; /* only ordered: there is nothing to end */
  resources[0] = key;
  if (story->fate >= TENURE_FATE_CHANGED)
    return tenure_act_special (player, story, act, told->main_id, key, error);
  if (story->fate == TENURE_FATE_PERIOD_GIVEN_BACK)
    {
      TenureUnsubscribeRenewals params = { resources, no_choice };
      return tenure_act_command (player, act->at, TENURE_COMMAND_UNSUBSCRIBE_RENEWALS, tenure_decide_give_back, &params,
                                 NULL, error);
    }
  {
    TenureUnsubscribe params = { resources, 1, NULL, TRUE };
    return tenure_act_command (player, act->at, TENURE_COMMAND_UNSUBSCRIBE, tenure_decide_unsubscribe, &params, NULL,
                               error);
  }
}

gboolean
tenure_act_play (TenurePlayer *player, const TenureStory *story, const TenureAct *act, TenureTold *told, GError **error)
{
  if (act->kind == TENURE_ACT_SCENE)
    return tenure_scene_play (player, act, error);
  if (act->kind == TENURE_ACT_BUY)
    return buy (player, story, told, error);
  if (act->kind == TENURE_ACT_RENEW)
    return renew (player, story, act, told, error);
  return end (player, story, act, told, error);
}
