/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What `calc` computes and what the engine plans are the same to the fen and the second: random refunds and renewals of
 * random offers, terms, moments. TENURE_AGREE says how many (10,000 in campaigns). */
#include "engine.h"
#include "tenure-refund.h"

#include <stdlib.h>

#define USUALLY 300
#define A_PROFILE 100 /* as many comparisons; then a fresh one, so that plans stay quick */

typedef struct
{
  Engine *engine;
  TenurePolicy *policy;
  char *key;
  int bought; /* months of the first term */
  TenureTime start;
  TenureMoney month, year;
} Case;

static const char *const offers[] = { "vpc", "eip", "rds", "cce" };

static guint
how_many (void)
{
  const char *text = g_getenv ("TENURE_AGREE");

  return text != NULL ? (guint)atoi (text) : USUALLY;
}

static int
any_months (GRand *random)
{
  return g_rand_boolean (random) ? g_rand_int_range (random, 1, 10) : 12 * g_rand_int_range (random, 1, 4);
}

static void
begin (Case *one, GRand *random, TenurePolicy *policy)
{
  const TenureOffer *offer;

  one->engine = engine_open ("2023-01-01 00:00:00", 10000000);
  one->policy = policy;
  one->bought = any_months (random);
  engine_pass (one->engine, g_rand_int_range (random, 0, 500 * 86400));
  offer = tenure_catalogue_find (one->engine->catalogue, offers[g_rand_int_range (random, 0, G_N_ELEMENTS (offers))]);
  one->key = engine_buy (one->engine, offer->key, "one", one->bought);
  one->start = engine_number_of (one->engine, "SELECT start FROM resource", NULL);
  g_assert_true (tenure_offer_price (offer, &offer->specs[0], offer->by_bandwidth ? 5 : 0, 1, &one->month, NULL, NULL));
  g_assert_true (tenure_offer_price (offer, &offer->specs[0], offer->by_bandwidth ? 5 : 0, 12, &one->year, NULL, NULL));
}

static void
finish (Case *one)
{
  g_clear_pointer (&one->key, g_free);
  if (one->engine != NULL)
    engine_free (g_steal_pointer (&one->engine));
}

static TenureTime
expiry_of (const Case *one)
{
  return engine_number_of (one->engine, "SELECT expiry FROM resource WHERE key = ?1", one->key);
}

/* At a random second of the term, with and without quota. */
static void
compare_refund (Case *one, GRand *random)
{
  g_auto (GStrv) keys = engine_strv (one->key, NULL);
  TenureUnsubscribe params = { .resources = keys, .agreed = TRUE };
  TenureRefundInput input = { .months = one->bought,
                              .kind = TENURE_TERM_NEW,
                              .start = one->start,
                              .expiry = expiry_of (one),
                              .due = TENURE_MONEY_UNKNOWN,
                              .voucher_expiry = TENURE_TIME_UNKNOWN };
  g_autoptr (TenurePlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  TenureRefundResult expected = { 0 };
  const TenurePlanItem *item;

  input.five_day = g_rand_boolean (random);
  engine_sql (one->engine, input.five_day ? "DELETE FROM quota"
                                          : "INSERT OR REPLACE INTO quota VALUES (1, 2022, 10),"
                                            " (1, 2023, 10), (1, 2024, 10), (1, 2025, 10),"
                                            " (1, 2026, 10), (1, 2027, 10)");
  input.paid.cash = engine_number_of (one->engine, "SELECT cash FROM term", NULL);
  one->engine->now = input.at =
      one->start +
      (gint64)(g_rand_double (random) * (double)(g_rand_boolean (random) ? 6 * 86400 : input.expiry - one->start));
  g_assert_true (tenure_refund (&input, one->policy, &expected, NULL, &error));
  plan = engine_plan (one->engine, TENURE_COMMAND_UNSUBSCRIBE, &params);
  item = plan->items->pdata[0];
  g_assert_null (item->refusal);
  g_assert_cmpint (item->refund_kind, ==, expected.kind);
  g_assert_cmpint (item->consumed, ==, expected.consumed);
  g_assert_cmpint (item->fee, ==, expected.fee);
  g_assert_cmpint (item->due, ==, expected.due_refund);
  g_assert_cmpint (item->total, ==, expected.refund);
  g_assert_cmpint (plan->holds_until, <=,
                   expected.holds_until == TENURE_TIME_UNKNOWN ? G_MAXINT64 : expected.holds_until);
}

/* With or without a random unified day. */
static void
compare_renewal (Case *one, GRand *random)
{
  g_auto (GStrv) keys = engine_strv (one->key, NULL);
  TenureRenew params = { .resources = keys, .months = any_months (random), .unify = g_rand_boolean (random) };
  int day = g_rand_int_range (random, 0, 29),
      anchor = (int)engine_number_of (one->engine, "SELECT anchor FROM resource", NULL);
  g_autofree char *sql = g_strdup_printf ("UPDATE account SET unified_day = %d", day == 0 ? -1 : day);
  g_autoptr (TenurePlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  TenureUnified unified;
  TenureTime expiry;
  TenureMoney amount;
  const TenurePlanItem *item;

  engine_sql (one->engine, sql);
  g_assert_true (tenure_renewal_expiry (expiry_of (one), anchor, (int)params.months, one->policy, &expiry, &error));
  if (params.unify)
    {
      g_assert_true (tenure_unify (expiry_of (one), anchor, (int)params.months, day == 0 ? -1 : day, one->policy,
                                   &unified, &error));
      expiry = tenure_day_end (unified.target);
    }
  g_assert_true (tenure_renewal_price (one->month, one->year, (int)params.months, params.unify ? &unified : NULL,
                                       one->policy, &amount, NULL, &error));
  plan = engine_plan (one->engine, TENURE_COMMAND_RENEW, &params);
  item = plan->items->pdata[0];
  g_assert_null (item->refusal);
  g_assert_cmpint (item->new_expiry, ==, expiry);
  g_assert_cmpint (item->due, ==, amount);
  g_assert_cmpint (plan->to_pay, ==, amount);
  g_assert_cmpint (item->extra_days, ==, params.unify ? unified.extra_days : 0);
}

static void
test_agree (void)
{
  g_autoptr (GRand) random = tenure_test_random ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TenurePolicy) policy = tenure_data_policy ("huawei-cn", &error);
  guint n = how_many ();
  Case one = { 0 };

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      if (i % A_PROFILE == 0)
        finish (&one), begin (&one, random, policy);
      if (i % 2 == 0)
        compare_refund (&one, random);
      else
        compare_renewal (&one, random);
    }
  finish (&one);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agree/refunds-and-renewals", test_agree);
  return g_test_run ();
}
