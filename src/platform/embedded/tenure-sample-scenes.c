/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenes: what the stories of single resources leave out – what is metered, packages of every state, changes between
 * the ways of charging, a failed delivery, a purchase in review, instruments of every state. */
#include "tenure-sample-scenes.h"

#define REGION "cn-north-4"
#define A_MOMENT 30 /* seconds between the commands of one scene */

typedef gboolean (*Scene) (TenurePlayer *player, TenureTime at, GError **error);

/* --- Ordering -------------------------------------------------------------------------------------------------------
 */

static TenurePlaceOrder
form (const char *offer, const char *spec, const char *name, int months)
{
  return (TenurePlaceOrder){ .offer = (char *)offer,
                             .spec = (char *)spec,
                             .region = (char *)REGION,
                             .name = (char *)name,
                             .months = months,
                             .quantity = 1,
                             .agreed = TRUE };
}

static char *
text_of (TenurePlayer *player, const char *sql, const char *name, GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (player->connection, sql, error);

  if (statement == NULL)
    return NULL;
  tenure_statement_bind_text (statement, 1, name);
  return tenure_statement_step (statement, error) ? tenure_statement_dup_text (statement, 0) : NULL;
}

/* Numbers of the things of the scene; NULL with @error. */
static char *
resource_of (TenurePlayer *player, const char *name, GError **error)
{
  return text_of (player, "SELECT key FROM resource WHERE name = ?1 AND main_id IS NULL ORDER BY id", name, error);
}

static char *
order_of (TenurePlayer *player, const char *name, GError **error)
{
  return text_of (player,
                  "SELECT o.key FROM line l JOIN \"order\" o ON o.id = l.order_id WHERE l.name = ?1 ORDER BY l.id",
                  name, error);
}

static gboolean
place (TenurePlayer *player, TenureTime at, const TenurePlaceOrder *order, GArray *orders, GError **error)
{
  return tenure_act_command (player, at, TENURE_COMMAND_ORDER, tenure_decide_order, order, orders, error);
}

static gboolean
pay (TenurePlayer *player, TenureTime at, const char *name, const char *discount, GError **error)
{
  g_autofree char *number = order_of (player, name, error);
  char *orders[] = { number, NULL };
  TenurePay wanted = { .orders = orders, .discount = (char *)discount };

  return number != NULL && tenure_act_command (player, at, TENURE_COMMAND_PAY, tenure_decide_pay, &wanted, NULL, error);
}

/* Ordered, paid and there. */
static gboolean
buy (TenurePlayer *player, TenureTime at, const TenurePlaceOrder *order, GError **error)
{
  g_autoptr (GArray) orders = g_array_new (FALSE, FALSE, sizeof (gint64));

  return place (player, at, order, orders, error) && pay (player, at + A_MOMENT, order->name, NULL, error) &&
         tenure_act_deliver (player, at + A_MOMENT + player->stage.policy->delivery_seconds,
                             g_array_index (orders, gint64, 0), error);
}

static gboolean
meter (TenurePlayer *player, TenureTime at, const char *offer, const char *spec, const char *name, int size,
       GError **error)
{
  TenurePlaceOrder order = form (offer, spec, name, 0);

  order.pay_per_use = TRUE;
  if (tenure_catalogue_find (player->stage.catalogue, offer)->by_bandwidth)
    order.bandwidth = size;
  else
    order.disk_gib = size;
  return place (player, at, &order, NULL, error);
}

static gboolean
buy_package (TenurePlayer *player, TenureTime at, const char *offer, const char *spec, const char *name,
             TenureTime starts, GError **error)
{
  TenurePlaceOrder order = form (offer, spec, name, 1);

  order.starts = starts;
  return buy (player, at, &order, error);
}

/* --- Metered use and packages ---------------------------------------------------------------------------------------
 */

static gboolean
over (TenurePlayer *player, TenureTime at, GError **error)
{
  return buy_package (player, at, "obs-package", "40", "存储包-0", 0, error);
}

static gboolean
meters (TenurePlayer *player, TenureTime at, GError **error)
{
  return meter (player, at, "obs", "standard", "档案对象存储", 60, error) &&
         meter (player, at, "eip", "5_bgp", "门户公网IP", 5, error) &&
         buy_package (player, at, "traffic-package", "10", "流量包-1", 0, error);
}

static gboolean
in_effect (TenurePlayer *player, TenureTime at, GError **error)
{
  return buy_package (player, at, "traffic-package", "1000", "流量包-2", 0, error);
}

static gboolean
not_effective (TenurePlayer *player, TenureTime at, GError **error)
{
  return buy_package (player, at, "traffic-package", "100", "流量包-3", player->now + 10 * TENURE_DAY_SECONDS, error);
}

static gboolean
given_back (TenurePlayer *player, TenureTime at, GError **error)
{
  TenureTime later = at + TENURE_HOUR_SECONDS;
  g_autofree char *key = NULL;
  char *keys[] = { NULL, NULL };
  TenureUnsubscribe wanted = { keys, 1, NULL, TRUE };

  if (!buy_package (player, at, "obs-package", "40", "存储包-1", player->now + 20 * TENURE_DAY_SECONDS, error))
    return FALSE;
  keys[0] = key = resource_of (player, "存储包-1", error);
  return key != NULL && tenure_act_command (player, later, TENURE_COMMAND_UNSUBSCRIBE_PENDING,
                                            tenure_decide_unsubscribe_pending, &wanted, NULL, error);
}

/* --- Between the ways of charging -----------------------------------------------------------------------------------
 */

static gboolean
from_metered (TenurePlayer *player, TenureTime at, GError **error)
{
  g_autoptr (GArray) orders = g_array_new (FALSE, FALSE, sizeof (gint64));
  TenureTime later = at + TENURE_DAY_SECONDS;
  g_autofree char *key = NULL;
  char *keys[] = { NULL, NULL };
  TenureToPeriod wanted = { .resources = keys, .months = 1, .pay = TRUE };

  if (!meter (player, at, "eip", "5_bgp", "测试公网IP", 2, error))
    return FALSE;
  keys[0] = key = resource_of (player, "测试公网IP", error);
  return key != NULL &&
         tenure_act_command (player, later, TENURE_COMMAND_TO_PERIOD, tenure_decide_to_period, &wanted, orders,
                             error) &&
         tenure_act_deliver (player, later + player->stage.policy->delivery_seconds, g_array_index (orders, gint64, 0),
                             error);
}

/* 到期转按需, and it has expired since. */
static gboolean
to_metered (TenurePlayer *player, TenureTime at, GError **error)
{
  TenurePlaceOrder order = form ("eip", "5_bgp", "旧公网IP", 1);
  TenureTime later = at + TENURE_DAY_SECONDS;
  g_autofree char *key = NULL;
  char *keys[] = { NULL, NULL };
  TenureSetMode wanted = { .resources = keys, .mode = TENURE_MODE_TO_PPU };

  order.bandwidth = 2;
  if (!buy (player, at, &order, error))
    return FALSE;
  keys[0] = key = resource_of (player, "旧公网IP", error);
  return key != NULL &&
         tenure_act_command (player, later, TENURE_COMMAND_SET_MODE, tenure_decide_set_mode, &wanted, NULL, error);
}

/* --- Orders that go another way -------------------------------------------------------------------------------------
 */

/* Delivered, or not, when the day comes. */
static gboolean
failed (TenurePlayer *player, TenureTime at, GError **error)
{
  TenurePlaceOrder order = form ("vpc", "standard", "未开通网络", 1);
  g_autofree char *number = NULL;
  TenureTellFailure failure = { 0 };

  if (!place (player, at, &order, NULL, error))
    return FALSE;
  failure.order = number = order_of (player, "未开通网络", error);
  return number != NULL &&
         tenure_act_command (player, at + 1, TENURE_COMMAND_TELL_FAILURE, tenure_decide_tell_failure, &failure, NULL,
                             error) &&
         pay (player, at + A_MOMENT, "未开通网络", NULL, error);
}

static gboolean
in_review (TenurePlayer *player, TenureTime at, GError **error)
{
  TenurePlaceOrder order = form ("deh", "s6", "专属主机申请", 1);

  return place (player, at, &order, NULL, error);
}

static gboolean
cheaper (TenurePlayer *player, TenureTime at, GError **error)
{
  TenurePlaceOrder order = form ("vpc", "standard", "折扣网络", 1);

  return place (player, at, &order, NULL, error) && pay (player, at + A_MOMENT, "折扣网络", "ZK-3", error);
}

/* --- The staff ------------------------------------------------------------------------------------------------------
 */

/* Of each kind one that was never activated (未激活) and one that was taken back (已回收). */
static gboolean
instruments (TenurePlayer *player, TenureTime at, GError **error)
{
  for (int i = 0; i < 8; i++)
    {
      const char *name = i < 4 ? "待激活" : "已回收";
      TenureGrantCoupon grant = { .account = (char *)player->stage.account,
                                  .name = (char *)name,
                                  .kind = i % 4,
                                  .amount = i % 4 == TENURE_COUPON_DISCOUNT ? 0 : 20 * TENURE_MONEY_ONE,
                                  .permyriad = i % 4 == TENURE_COUPON_DISCOUNT ? 9500 : 0,
                                  .inactive = i < 4,
                                  .expiry = tenure_day_end (tenure_day_of (player->now) + 100) };
      g_autofree char *key = NULL;
      TenureReclaimCoupon reclaim = { .account = (char *)player->stage.account };
      if (!tenure_act_command (player, at + i, TENURE_COMMAND_GRANT_COUPON, tenure_decide_grant, &grant, NULL, error))
        return FALSE;
      if (i < 4)
        continue;
      reclaim.coupon = key = text_of (player, "SELECT key FROM coupon WHERE name = ?1 ORDER BY id DESC", name, error);
      if (key == NULL || !tenure_act_command (player, at + i, TENURE_COMMAND_RECLAIM_COUPON, tenure_decide_reclaim,
                                              &reclaim, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* 商务折扣 and 促销折扣, of a service that no story buys, so that these cost what they are told to. */
static gboolean
discounts (TenurePlayer *player, TenureTime at, GError **error)
{
  for (int i = 0; i < 2; i++)
    {
      TenureGrantDiscount grant = { .account = (char *)player->stage.account,
                                    .name = (char *)(i == 0 ? "专属主机协议价" : "专属主机上新"),
                                    .service = (char *)"deh",
                                    .promotion = i == 1,
                                    .permyriad = i == 0 ? 9000 : 9500,
                                    .expiry = tenure_day_end (tenure_day_of (player->now) + 200) };
      if (!tenure_act_command (player, at + i, TENURE_COMMAND_GRANT_DISCOUNT, tenure_decide_grant_discount, &grant,
                               NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* --- When each happens ----------------------------------------------------------------------------------------------
 */

static const struct
{
  int days; /* before the day of the sample */
  Scene scene;
} scenes[] = {
  { 45, instruments }, { 44, discounts },    { 40, over },      { 34, to_metered },
  { 20, meters },      { 12, in_effect },    { 10, cheaper },   { 6, failed },
  { 5, from_metered }, { 3, not_effective }, { 2, given_back }, { 1, in_review },
};

void
tenure_scenes_acts (TenureTime now, GArray *acts)
{
  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    {
      TenureAct act = { now - scenes[i].days * TENURE_DAY_SECONDS, TENURE_ACT_SCENE, 0, i };
      g_array_append_val (acts, act);
    }
}

gboolean
tenure_scene_play (TenurePlayer *player, const TenureAct *act, GError **error)
{
  return scenes[act->number].scene (player, act->at, error);
}
