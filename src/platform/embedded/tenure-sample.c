/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample institution: stories are told, their acts put in order of time, and played. */
#include "tenure-sample-scenes.h"

#include "tenure-events.h"
#include "tenure-journal.h"

#define SAMPLE_ACCOUNT "demo"
#define SAMPLE_NAME "云港市公共服务中心"
#define ACTS_A_TURN 4000
#define EVENTS_A_TURN 512
#define SHOWS_ALL 60 /* resources from which on it is to show everything there is */
#define SPARE_MONEY (20000 * TENURE_MONEY_ONE)
#define ROUND_MONEY (10000 * TENURE_MONEY_ONE)

typedef struct
{
  TenurePlayer player;
  GArray *stories; /* TenureStory */
  GArray *told;    /* TenureTold */
  GArray *acts;    /* TenureAct, by time */
  TenureTime first;
  TenureMoney money;
  guint from, to; /* acts of this turn */
  guint sequence; /* of order numbers */
} Sample;

/* --- Instruments and money ------------------------------------------------------------------------------------------
 */

/* Per kind: one to use, two that the cast pays with, one that has expired. Amounts in yuan. */
static const struct
{
  const char *key, *name;
  TenureCouponKind kind;
  int face, permyriad;
  int expires_in; /* days */
} instruments[] = {
  { "DJ-1", "上云代金券", TENURE_COUPON_VOUCHER, 200, 0, 180 },
  { "DJ-2", "培训代金券", TENURE_COUPON_VOUCHER, 10, 0, 90 },
  { "DJ-3", "培训代金券", TENURE_COUPON_VOUCHER, 10, 0, 60 },
  { "DJ-4", "体验代金券", TENURE_COUPON_VOUCHER, 100, 0, -10 },
  { "ZK-1", "新购八折券", TENURE_COUPON_DISCOUNT, 0, 8000, 120 },
  { "ZK-3", "网络九折券", TENURE_COUPON_DISCOUNT, 0, 9000, 60 },
  { "ZK-2", "年度九折券", TENURE_COUPON_DISCOUNT, 0, 9000, -20 },
  { "XJ-1", "项目现金券", TENURE_COUPON_FLEXI, 300, 0, 150 },
  { "XJ-2", "项目现金券", TENURE_COUPON_FLEXI, 10, 0, 150 },
  { "XJ-3", "项目现金券", TENURE_COUPON_FLEXI, 10, 0, 30 },
  { "XJ-4", "活动现金券", TENURE_COUPON_FLEXI, 80, 0, -5 },
  { "CZ-1", "年度储值卡", TENURE_COUPON_CARD, 1000, 0, 700 },
  { "CZ-2", "部门储值卡", TENURE_COUPON_CARD, 50, 0, 300 },
  { "CZ-3", "部门储值卡", TENURE_COUPON_CARD, 50, 0, 300 },
  { "CZ-4", "旧储值卡", TENURE_COUPON_CARD, 60, 0, -40 },
};

static gboolean
schedule_end (TenurePlayer *player, guint index, GError **error)
{
  gint64 id = tenure_connection_last_id (player->connection);
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (
      player->connection, "INSERT INTO event (due, kind, subject) VALUES (?1, 'coupon', ?2)", error);

  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_int (statement, 1,
                             tenure_day_end (tenure_day_of (player->now) + instruments[index].expires_in) + 1);
  tenure_statement_bind_int (statement, 2, id);
  return tenure_statement_run (statement, error);
}

static gboolean
insert_coupon (TenurePlayer *player, gint64 account, guint index, GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (
      player->connection,
      "INSERT INTO coupon (account_id, key, name, kind, face, remaining, permyriad, with_discount, expiry, source,"
      " fetched_at) VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6, 0, ?7, 'embedded', ?8)",
      error);
  TenureMoney face = instruments[index].face * TENURE_MONEY_ONE;

  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_int (statement, 1, account);
  tenure_statement_bind_text (statement, 2, instruments[index].key);
  tenure_statement_bind_text (statement, 3, instruments[index].name);
  tenure_statement_bind_text (statement, 4, tenure_coupon_kind_name (instruments[index].kind));
  tenure_statement_bind_known (statement, 5, face == 0 ? TENURE_MONEY_UNKNOWN : face);
  tenure_statement_bind_known (statement, 6, face == 0 ? instruments[index].permyriad : G_MININT64);
  tenure_statement_bind_int (statement, 7,
                             tenure_day_end (tenure_day_of (player->now) + instruments[index].expires_in));
  tenure_statement_bind_int (statement, 8, player->now);
  return tenure_statement_run (statement, error) && schedule_end (player, index, error);
}

static gboolean
grant_coupon (TenurePlayer *player, TenureTime at, guint index, GError **error)
{
  g_autofree char *ledger = g_strconcat ("coupon/", instruments[index].key, NULL);
  TenureMoney face = instruments[index].face * TENURE_MONEY_ONE;
  const TenurePosting postings[] = { { "issued", -face }, { ledger, face } };

  return face == 0 || tenure_ledger_post (player->connection, at, "grant", 0, NULL, player->stage.policy->hash,
                                          postings, G_N_ELEMENTS (postings), error);
}

gboolean
tenure_sample_grant (TenurePlayer *player, TenureTime at, TenureMoney money, GError **error)
{
  g_autoptr (TenureWorld) world = tenure_world_new (player->connection, &player->stage, at, error);
  const TenurePosting postings[] = { { "outside", -money }, { "cash/" SAMPLE_ACCOUNT, money } };

  if (world == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (instruments); i++)
    if (!insert_coupon (player, world->account.id, i, error) || !grant_coupon (player, at, i, error))
      return FALSE;
  return tenure_ledger_post (player->connection, at, "top-up", 0, NULL, player->stage.policy->hash, postings,
                             G_N_ELEMENTS (postings), error);
}

gboolean
tenure_story_cost (const TenureStory *story, const TenureCatalogue *catalogue, TenureMoney *cost, GError **error)
{
  const TenureOffer *bound = NULL;
  TenureMoney part = 0;

  if (story->offer->bound_offer != NULL)
    bound = tenure_catalogue_find (catalogue, story->offer->bound_offer);
  if (!tenure_offer_price (story->offer, story->spec, story->amount, story->months, cost, NULL, error))
    return FALSE;
  if (bound != NULL &&
      !tenure_offer_price (bound, &bound->specs[0], story->offer->bound_preset, story->months, &part, NULL, error))
    return FALSE;
  return tenure_money_add (*cost, part, cost, error) &&
         tenure_int_mul (*cost, 1 + (gint64)story->renewals, cost, error);
}

/* --- Telling ---------------------------------------------------------------------------------------------------------
 */

static int
by_time (gconstpointer a, gconstpointer b)
{
  const TenureAct *one = a, *other = b;

  if (one->at != other->at)
    return one->at < other->at ? -1 : 1;
  if (one->story != other->story)
    return one->story < other->story ? -1 : 1;
  return one->number < other->number ? -1 : one->number > other->number;
}

static gboolean
tell (Sample *sample, TenureTeller *teller, guint n, GError **error)
{
  guint resources = 0;

  sample->first = teller->now;
  while (resources < n)
    {
      TenureStory story;
      TenureMoney cost;
      tenure_story_next (teller, &story);
      if (!tenure_story_cost (&story, teller->catalogue, &cost, error) ||
          !tenure_money_add (sample->money, cost, &sample->money, error))
        return FALSE;
      sample->first = MIN (sample->first, story.created);
      g_array_append_val (sample->stories, story);
      resources += story.offer->bound_offer != NULL ? 2 : 1;
    }
  sample->money = (sample->money / ROUND_MONEY + 1) * ROUND_MONEY + SPARE_MONEY;
  g_array_set_size (sample->told, sample->stories->len);
  for (guint i = 0; i < sample->stories->len; i++)
    tenure_story_acts (&g_array_index (sample->stories, TenureStory, i), i, teller->now, sample->acts);
  if (n >= SHOWS_ALL)
    tenure_scenes_acts (teller->now, sample->acts);
  g_array_sort (sample->acts, by_time);
  return TRUE;
}

/* --- Playing ---------------------------------------------------------------------------------------------------------
 */

static gboolean
play_turn (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Sample *sample = data;

  sample->player.connection = connection;
  if (sample->from == 0 &&
      (!tenure_sample_grant (&sample->player, sample->first - TENURE_DAY_SECONDS, sample->money, error) ||
       !tenure_sample_sell_all (&sample->player, error)))
    return FALSE;
  for (guint i = sample->from; i < sample->to; i++)
    {
      const TenureAct *act = &g_array_index (sample->acts, TenureAct, i);
      if (!tenure_act_play (&sample->player, &g_array_index (sample->stories, TenureStory, act->story), act,
                            &g_array_index (sample->told, TenureTold, act->story), error))
        return FALSE;
    }
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gboolean
play (Sample *sample, TenureStore *store, TenureProgress progress, gpointer progress_data, GCancellable *cancellable,
      GError **error)
{
  for (sample->from = 0; sample->from < sample->acts->len; sample->from = sample->to)
    {
      sample->to = MIN (sample->from + ACTS_A_TURN, sample->acts->len);
      if (!tenure_store_write (store, play_turn, sample, cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress (sample->to, sample->acts->len, progress_data);
    }
  return TRUE;
}

/* What fell due meanwhile: lapses, expiries, releases, hours of use, refunds paid; numbered like the rest, so that the
 * same seed tells the same. */
static gboolean
settle (Sample *sample, TenureStore *store, GCancellable *cancellable, GError **error)
{
  TenureSettlement settlement = {
    .stage = sample->player.stage, .now = sample->player.now, .limit = EVENTS_A_TURN, .next_due = TENURE_TIME_UNKNOWN
  };

  while (!settlement.finished)
    if (!tenure_store_write (store, tenure_settlement_play, &settlement, cancellable, error))
      return FALSE;
  return TRUE;
}

static GRand *
random_of (guint64 seed)
{
  const guint32 words[] = { (guint32)seed, (guint32)(seed >> 32) };

  return g_rand_new_with_seed_array (words, G_N_ELEMENTS (words));
}

gboolean
tenure_sample_fill (TenureProfile *profile, TenureCatalogue *catalogue, guint n, guint64 seed, TenureTime now,
                    TenureProgress progress, gpointer progress_data, GCancellable *cancellable, GError **error)
{
  TenureTeller teller = {
    random_of (seed), catalogue, tenure_profile_policy (profile), tenure_profile_level (profile), now, 0
  };
  Sample sample = { .stories = g_array_new (FALSE, TRUE, sizeof (TenureStory)),
                    .told = g_array_new (FALSE, TRUE, sizeof (TenureTold)),
                    .acts = g_array_new (FALSE, TRUE, sizeof (TenureAct)) };
  gboolean done;

  sample.player = (TenurePlayer){ { SAMPLE_ACCOUNT, SAMPLE_ACCOUNT, TENURE_ROLE_ADMINISTRATOR, TENURE_SOURCE_CUSTOMER,
                                    tenure_profile_level (profile), tenure_profile_policy (profile), catalogue,
                                    tenure_profile_practice (profile) },
                                  NULL,
                                  now };
  sample.player.stage.sequence = &sample.sequence;
  done =
      tell (&sample, &teller, n, error) &&
      tenure_embedded_first_account (profile, SAMPLE_ACCOUNT, SAMPLE_NAME, sample.first - TENURE_DAY_SECONDS, error) &&
      play (&sample, tenure_profile_store (profile), progress, progress_data, cancellable, error) &&
      settle (&sample, tenure_profile_store (profile), cancellable, error);
  g_rand_free (teller.random);
  g_array_unref (sample.stories);
  g_array_unref (sample.told);
  g_array_unref (sample.acts);
  return done;
}
