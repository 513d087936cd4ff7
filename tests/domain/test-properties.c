/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The properties of rules 14 on random inputs; the seed is printed and can be given again. */
#include "rules-support.h"
#include "tenure-lifecycle.h"
#include "tenure-refund.h"
#include "tenure-renewal.h"

#define N_POLICIES 7

typedef struct
{
  GRand *random;
  TenurePolicy *policies[N_POLICIES];
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  static const char *const variants[N_POLICIES][2] = {
    { "huawei-cn", NULL },
    { "huawei-intl", NULL },
    { "intl-page", NULL },
    { "huawei-cn", "refund.unit=\"days\"" },
    { "huawei-cn", "refund.places=8 refund.years_by_hours=true" },
    { "huawei-cn", "refund.rounding=\"truncate\" refund.channels_cash_first=true" },
    { "huawei-cn", "refund.rounding=\"up\"" },
  };

  fixture->random = tenure_test_random ();
  for (int i = 0; i < N_POLICIES; i++)
    fixture->policies[i] = rules_policy (variants[i][0], variants[i][1]);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_rand_free (fixture->random);
  for (int i = 0; i < N_POLICIES; i++)
    tenure_policy_unref (fixture->policies[i]);
}

static int
any_months (GRand *random, int years_max)
{
  return g_rand_boolean (random) ? g_rand_int_range (random, 1, 12) : 12 * g_rand_int_range (random, 1, years_max + 1);
}

/* Often nothing, often a few fen, sometimes a lot, sometimes parts of a fen. */
static TenureMoney
any_money (GRand *random)
{
  static const gint32 ranges[] = { 1, 10, 500, 100000, 100000000 };
  TenureMoney fen = g_rand_int_range (random, 0, ranges[g_rand_int_range (random, 0, G_N_ELEMENTS (ranges))]);

  return fen * TENURE_MONEY_FEN + (g_rand_int_range (random, 0, 10) == 0 ? g_rand_int_range (random, 0, 1000000) : 0);
}

static TenureTime
any_time (GRand *random, TenureTime from, TenureTime to)
{
  return from + ((gint64)g_rand_int (random) << 31 | g_rand_int (random)) % (to - from + 1);
}

/* An instrument that does not expire, or does so some time around the term. */
static TenureTime
any_end (GRand *random, TenureTime from, TenureTime to)
{
  return g_rand_boolean (random) ? TENURE_TIME_UNKNOWN : any_time (random, from, to);
}

static TenureRefundInput
any_input (GRand *random)
{
  TenureTime start = any_time (random, rules_time ("2015-01-01"), rules_time ("2035-12-31"));
  TenureDay day = tenure_day_of (start);
  TenureRefundInput input = { .months = any_months (random, 3), .start = start, .due = TENURE_MONEY_UNKNOWN };
  TenureTime flexi;

  input.kind = (TenureTermKind)g_rand_int_range (random, TENURE_TERM_NEW, TENURE_TERM_CHANGE + 1);
  input.expiry = tenure_day_end (tenure_day_add_months (day, input.months, tenure_day_mday (day)));
  input.at = any_time (random, start - 10 * TENURE_DAY_SECONDS, input.expiry);
  if (g_rand_int_range (random, 0, 3) == 0)
    input.at = MIN (any_time (random, start, start + 6 * TENURE_DAY_SECONDS), input.expiry);
  input.paid = (TenureChannels){ any_money (random), any_money (random), any_money (random), any_money (random),
                                 any_money (random) };
  input.voucher_expiry = any_end (random, start, input.expiry);
  flexi = any_end (random, start, input.expiry);
  input.instruments = rules_instruments (&input.paid, flexi, any_end (random, start, input.expiry));
  input.n_instruments = 2;
  input.five_day = g_rand_boolean (random);
  return input;
}

static const TenurePolicy *
any_policy (Fixture *fixture)
{
  return fixture->policies[g_rand_int_range (fixture->random, 0, N_POLICIES)];
}

static void
compute (const TenureRefundInput *input, const TenurePolicy *policy, TenureRefundResult *result)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tenure_refund (input, policy, result, NULL, &error));
  g_assert_no_error (error);
}

/* @base × @a ÷ @b rounded as the policy says, by other means than the product's. */
static TenureMoney
part_of (TenureMoney base, gint64 a, gint64 b, const TenurePolicy *policy)
{
  gint64 unit = policy->places == 8 ? 1 : TENURE_MONEY_FEN;
  unsigned __int128 whole = (unsigned __int128)base * (guint64)a, divisor = (unsigned __int128)b * (guint64)unit;

  if (policy->rounding == TENURE_ROUND_HALF_UP)
    whole += divisor / 2;
  else if (policy->rounding == TENURE_ROUND_UP)
    whole += divisor - 1;
  return (TenureMoney)(whole / divisor) * unit;
}

/* 1: what comes back, what is lost, what was used and the fee are what was paid. */
static void
property_1 (Fixture *fixture, gconstpointer unused)
{
  for (int i = 0; i < PROPERTY_INPUTS; i++)
    {
      const TenurePolicy *policy = any_policy (fixture);
      TenureRefundInput input = any_input (fixture->random);
      TenureRefundResult result;
      TenureMoney base = input.paid.cash + input.paid.credit + (policy->base_flexi ? input.paid.flexi : 0) +
                         (policy->base_card ? input.paid.card : 0);

      compute (&input, policy, &result);
      g_assert_cmpint (result.base, ==, base);
      g_assert_cmpint (result.refund, >=, 0);
      g_assert_cmpint (result.lost, >=, 0);
      g_assert_cmpint (result.holds_until, >, input.at);
      if (result.kind != TENURE_REFUND_CONDITIONAL)
        {
          gboolean back = policy->voucher_returned;

          g_assert_cmpint (result.consumed | result.fee | result.permyriad, ==, 0);
          g_assert_cmpint (result.refund + result.back.voucher + result.lost, ==,
                           base + (back ? input.paid.voucher : 0));
          continue;
        }
      g_assert_cmpint (result.consumed, ==, part_of (base, result.used, result.total, policy));
      g_assert_cmpint (result.fee, ==, part_of (base, result.permyriad, 10000, policy));
      g_assert_cmpint (result.refund + result.lost, ==, MAX (0, base - result.consumed - result.fee));
      g_assert_cmpint (result.back.voucher, ==, 0);
    }
}

/* 2: the channels' shares are the refund, and none is more than what the channel paid. */
static void
property_2 (Fixture *fixture, gconstpointer unused)
{
  for (int i = 0; i < PROPERTY_INPUTS; i++)
    {
      TenureRefundInput input = any_input (fixture->random);
      const TenureChannels *paid = &input.paid;
      TenureRefundResult result;
      const TenureChannels *back = &result.back;

      compute (&input, any_policy (fixture), &result);
      g_assert_cmpint (back->cash + back->credit + back->flexi + back->card, ==, result.refund);
      g_assert_true (back->cash >= 0 && back->cash <= paid->cash);
      g_assert_true (back->credit >= 0 && back->credit <= paid->credit);
      g_assert_true (back->flexi >= 0 && back->flexi <= paid->flexi);
      g_assert_true (back->card >= 0 && back->card <= paid->card);
      g_assert_true (back->voucher >= 0 && back->voucher <= paid->voucher);
      if (input.instruments[0].expiry != TENURE_TIME_UNKNOWN && input.at > input.instruments[0].expiry)
        g_assert_cmpint (back->flexi, ==, 0);
      if (input.instruments[1].expiry != TENURE_TIME_UNKNOWN && input.at > input.instruments[1].expiry)
        g_assert_cmpint (back->card, ==, 0);
      if (input.voucher_expiry != TENURE_TIME_UNKNOWN && input.at > input.voucher_expiry)
        g_assert_cmpint (back->voucher, ==, 0);
    }
}

/* 3: inside a band the refund never grows with time. */
static void
property_3 (Fixture *fixture, gconstpointer unused)
{
  int compared = 0;

  for (int i = 0; i < PROPERTY_INPUTS; i++)
    {
      const TenurePolicy *policy = any_policy (fixture);
      TenureRefundInput input = any_input (fixture->random);
      TenureRefundResult now, later;

      compute (&input, policy, &now);
      input.at = any_time (fixture->random, input.at, input.expiry);
      compute (&input, policy, &later);
      if (now.kind != TENURE_REFUND_CONDITIONAL || later.permyriad != now.permyriad)
        continue;
      compared++;
      g_assert_cmpint (later.refund, <=, now.refund);
      g_assert_cmpint (later.due_refund, <=, now.due_refund);
      g_assert_cmpint (later.lost + later.refund, <=, now.lost + now.refund);
    }
  g_assert_cmpint (compared, >, PROPERTY_INPUTS / 4);
}

/* Until holds_until nothing changes. */
static void
property_holds (Fixture *fixture, gconstpointer unused)
{
  for (int i = 0; i < PROPERTY_INPUTS; i++)
    {
      const TenurePolicy *policy = any_policy (fixture);
      TenureRefundInput input = any_input (fixture->random);
      TenureRefundResult now, later;

      compute (&input, policy, &now);
      input.at = any_time (fixture->random, input.at, now.holds_until - 1);
      compute (&input, policy, &later);
      g_assert_cmpint (later.kind, ==, now.kind);
      g_assert_cmpint (later.refund, ==, now.refund);
      g_assert_cmpint (later.due_refund, ==, now.due_refund);
      g_assert_cmpint (later.back.voucher, ==, now.back.voucher);
      g_assert_cmpint (later.lost, ==, now.lost);
      g_assert_cmpint (later.holds_until, ==, now.holds_until);
    }
}

/* Renews by each of @n durations in turn. */
static TenureTime
renew_all (TenureTime expiry, int anchor, const int *months, int n, const TenurePolicy *policy)
{
  for (int i = 0; i < n; i++)
    g_assert_true (tenure_renewal_expiry (expiry, anchor, months[i], policy, &expiry, NULL));
  return expiry;
}

/* 4: giving back the last renewals and renewing for as long again ends on the same day, in whatever order. */
static void
property_4 (Fixture *fixture, gconstpointer unused)
{
  const TenurePolicy *policy = fixture->policies[0];

  for (int i = 0; i < PROPERTY_INPUTS; i++)
    {
      TenureTime expiry = any_time (fixture->random, rules_time ("2015-01-01"), rules_time ("2035-12-31"));
      int anchor = tenure_day_mday (tenure_day_of (expiry)), n = g_rand_int_range (fixture->random, 1, 6);
      int kept = g_rand_int_range (fixture->random, 0, n), months[5], reversed[5];
      TenureTime all, again;

      for (int k = 0; k < n; k++)
        months[k] = any_months (fixture->random, 3);
      for (int k = kept; k < n; k++)
        reversed[k] = months[n - 1 - (k - kept)];
      all = renew_all (expiry, anchor, months, n, policy);
      again = renew_all (renew_all (expiry, anchor, months, kept, policy), anchor, reversed + kept, n - kept, policy);
      g_assert_cmpint (again, ==, all);
    }
}

/* 5: n renewals of one month are one of n months; twelve are a year. */
static void
property_5 (Fixture *fixture, gconstpointer unused)
{
  const TenurePolicy *policy = fixture->policies[0];

  for (int i = 0; i < PROPERTY_INPUTS; i++)
    {
      TenureTime expiry = any_time (fixture->random, rules_time ("2015-01-01"), rules_time ("2035-12-31"));
      int anchor = tenure_day_mday (tenure_day_of (expiry)), months = any_months (fixture->random, 5);
      TenureTime at_once = renew_all (expiry, anchor, &months, 1, policy);
      const int one = 1;

      for (int k = 0; k < months; k++)
        expiry = renew_all (expiry, anchor, &one, 1, policy);
      g_assert_cmpint (expiry, ==, at_once);
      g_assert_cmpint (tenure_day_end (tenure_day_of (at_once)), ==, at_once);
    }
}

/* 6: the unified day is met within 30 days after the renewal; each extra day is its part of its own month. */
static void
property_6 (Fixture *fixture, gconstpointer unused)
{
  const TenurePolicy *policy = fixture->policies[0];

  for (int i = 0; i < PROPERTY_INPUTS; i++)
    {
      TenureTime expiry = any_time (fixture->random, rules_time ("2015-01-01"), rules_time ("2035-12-31"));
      int anchor = g_rand_int_range (fixture->random, 1, 32), months = any_months (fixture->random, 5);
      int day = g_rand_int_range (fixture->random, 0, 29);
      TenureUnified unified;
      TenureTime renewed;
      gint64 parts = 0;

      day = day == 0 ? -1 : day;
      g_assert_true (tenure_unify (expiry, anchor, months, day, policy, &unified, NULL));
      g_assert_true (tenure_renewal_expiry (expiry, anchor, months, policy, &renewed, NULL));
      g_assert_cmpint (unified.base, ==, tenure_day_of (renewed));
      g_assert_cmpint (unified.extra_days, ==, unified.target - unified.base);
      g_assert_true (unified.extra_days >= 0 && unified.extra_days <= 30);
      g_assert_cmpint (tenure_day_mday (unified.target + (day < 0 ? 1 : 0)), ==, day < 0 ? 1 : day);
      /* 377,580 is a multiple of 28, 29, 30 and 31. */
      for (TenureDay extra = unified.base + 1; extra <= unified.target; extra++)
        {
          int year, month, mday;

          tenure_day_to_ymd (extra, &year, &month, &mday);
          parts += 377580 / tenure_days_in_month (year, month);
        }
      g_assert_cmpint (unified.extra_numerator * 377580, ==, parts * unified.extra_denominator);
    }
}

/* 7: ten units a calendar year, used by five-day unsubscriptions only. */
static void
property_7 (Fixture *fixture, gconstpointer unused)
{
  const TenurePolicy *policy = fixture->policies[0];
  int year = 2024, used = 0, granted = 0, wanted = 0;
  TenureTime now = rules_time ("2024-01-01");

  for (int i = 0; i < PROPERTY_INPUTS; i++)
    {
      TenureRefundInput input = any_input (fixture->random);
      gboolean entitled;

      now += g_rand_int_range (fixture->random, 0, 20 * TENURE_DAY_SECONDS);
      if (tenure_day_year (tenure_day_of (now)) != year)
        used = 0;
      year = tenure_day_year (tenure_day_of (now));
      input.start += now - input.at;
      input.at = now;
      input.five_day = used < policy->five_day_quota;
      entitled = input.kind == TENURE_TERM_NEW && now >= input.start && now < input.start + 5 * TENURE_DAY_SECONDS;
      wanted += entitled;
      g_assert_cmpint (tenure_refund_kind_of (&input, policy) == TENURE_REFUND_FIVE_DAY, ==,
                       entitled && input.five_day);
      used += entitled && input.five_day;
      granted += entitled && input.five_day;
    }
  g_test_message ("%d of %d granted", granted, wanted);
  g_assert_cmpint (granted, >, 0);
}

/* 9: never more than seven days, and an earlier coupon is the deadline. */
static void
property_9 (Fixture *fixture, gconstpointer unused)
{
  const TenurePolicy *policy = fixture->policies[0];

  for (int i = 0; i < PROPERTY_INPUTS; i++)
    {
      TenureTime created = any_time (fixture->random, rules_time ("2015-01-01"), rules_time ("2035-12-31"));
      TenureDeadlineInput input = { .created = created };
      TenureTime deadline, longest;

      input.coupon_expiry = any_end (fixture->random, created, created + 14 * TENURE_DAY_SECONDS);
      input.commercial_expiry = any_end (fixture->random, created, created + 14 * TENURE_DAY_SECONDS);
      input.hardware = g_rand_boolean (fixture->random);
      longest = created + (input.hardware ? TENURE_HOUR_SECONDS : 7 * TENURE_DAY_SECONDS);
      deadline = tenure_payment_deadline (&input, policy, NULL);
      g_assert_cmpint (deadline, <=, longest);
      if (input.coupon_expiry == TENURE_TIME_UNKNOWN || input.coupon_expiry >= longest)
        g_assert_cmpint (deadline, ==, longest);
      else
        g_assert_cmpint (deadline, ==, input.coupon_expiry);
    }
}

/* 10: a higher level is kept no shorter, and nothing is released before its retention ends. */
static void
property_10 (Fixture *fixture, gconstpointer unused)
{
  const TenurePolicy *policy = fixture->policies[0];

  for (int i = 0; i < PROPERTY_INPUTS; i++)
    {
      TenureTime expiry = any_time (fixture->random, rules_time ("2015-01-01"), rules_time ("2035-12-31"));
      TenureTime at = any_time (fixture->random, expiry - 5 * TENURE_DAY_SECONDS, expiry + 35 * TENURE_DAY_SECONDS);
      TenureLifeSpan below = { .grace_end = expiry, .retention_end = expiry };

      for (int level = TENURE_LEVEL_V0; level <= TENURE_LEVEL_V5; level++)
        {
          TenureLife life = tenure_life_at (expiry, (TenureLevel)level, policy, at);
          TenureLifeSpan span;

          tenure_life_span (expiry, (TenureLevel)level, policy, &span);
          g_assert_cmpint (span.grace_end, >=, below.grace_end);
          g_assert_cmpint (span.retention_end, >=, below.retention_end);
          g_assert_cmpint (span.retention_end, >=, span.grace_end);
          g_assert_true ((life == TENURE_LIFE_IN_USE) == (at <= expiry));
          g_assert_true ((life == TENURE_LIFE_RELEASED) == (at >= span.destroyed));
          g_assert_true ((life == TENURE_LIFE_FROZEN) == (at > span.grace_end && at < span.destroyed));
          below = span;
        }
    }
}

/* Attempts lie at 03:00, within lead days and expiry, and there is always one for a resource that is switched on. */
static void
property_attempts (Fixture *fixture, gconstpointer unused)
{
  const TenurePolicy *policy = fixture->policies[0];

  for (int i = 0; i < PROPERTY_INPUTS; i++)
    {
      TenureDay day = tenure_day_of (any_time (fixture->random, rules_time ("2015-01-01"), rules_time ("2035-12-31")));
      TenureTime expiry = tenure_day_end (day), enabled = any_end (fixture->random, expiry - 864000, expiry);
      int lead = g_rand_int_range (fixture->random, policy->lead_min, policy->lead_max + 1);
      g_autoptr (GArray) attempts = tenure_auto_attempts (expiry, lead, enabled, TENURE_LEVEL_V0, policy);

      g_assert_cmpuint (attempts->len, >, 0);
      g_assert_cmpuint (attempts->len, <=, lead + 1);
      for (guint k = 0; k < attempts->len; k++)
        {
          TenureTime at = g_array_index (attempts, TenureTime, k);

          g_assert_true (at <= expiry && at >= enabled && at >= tenure_day_at (day - lead, 3, 0, 0));
          g_assert_true (at == tenure_day_at (tenure_day_of (at), 3, 0, 0) || (k == 0 && at == enabled));
        }
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer unused);
  } properties[] = {
    { "/properties/1 sums", property_1 },           { "/properties/2 channels", property_2 },
    { "/properties/3 falling", property_3 },        { "/properties/holds", property_holds },
    { "/properties/4 renewing again", property_4 }, { "/properties/5 month by month", property_5 },
    { "/properties/6 unified", property_6 },        { "/properties/7 quota", property_7 },
    { "/properties/9 deadline", property_9 },       { "/properties/10 levels", property_10 },
    { "/properties/attempts", property_attempts },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    g_test_add (properties[i].path, Fixture, NULL, set_up, properties[i].test, tear_down);
  return g_test_run ();
}
