/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The account's money as the page shows it, and the filters by package. */
#include "tenure-lists.h"
#include "tenure-money-read.h"
#include "tenure-query.h"

#include "rows-support.h"

#define SEED_ROWS 60

typedef struct
{
  GPtrArray *movements, *holders, *discounts;
  const TenureQuery *query;
  guint n;
} Job;

static gboolean
read_money (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  job->movements = tenure_money_movements (connection, "demo", 2, error);
  job->holders = job->movements ? tenure_money_holders (connection, 1, error) : NULL;
  job->discounts = job->holders ? tenure_money_discounts (connection, 1, error) : NULL;
  return job->discounts != NULL;
}

static gboolean
read_keys (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  TenureKeyVector *keys = tenure_lists_keys (connection, job->query, 0, error);

  if (!keys)
    return FALSE;
  job->n = keys->n;
  tenure_key_vector_unref (keys);
  return TRUE;
}

static void
job_clear (Job *job)
{
  g_ptr_array_unref (job->movements);
  g_ptr_array_unref (job->holders);
  g_ptr_array_unref (job->discounts);
}

#define ENTRY(id, at, kind, order, amount)                                                                             \
  "INSERT INTO entry (id, at, kind, order_id) VALUES (" id ", " at ", '" kind "', " order ");"                         \
  "INSERT INTO posting VALUES (" id ", 901, " amount ");"
#define COUPON(id, account, key)                                                                                       \
  "INSERT INTO coupon (id, account_id, key, name, kind, face, remaining, source, fetched_at) VALUES (" id ", " account \
  ", '" key "', '" key "', 'flexi', 100, 60, 'test', 1);"
#define DISCOUNT(id, account, key, kind, ended)                                                                        \
  "INSERT INTO discount (id, account_id, key, name, kind, permyriad, service, no_refund, granted, ended) VALUES (" id  \
  ", " account ", '" key "', '" key "', '" kind "', 9000, 'ecs', 1, " id ", " ended ");"

/** Newest first, no more than asked for, of this account alone; ended discounts are left out. */
static void
test_money (void)
{
  Rows rows;
  Job job = { 0 };
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  rows_init (&rows);
  rows_fill (&rows, random, 5, 5);
  rows_run (
      &rows, NULL,
      "INSERT INTO ledger VALUES (901, 'cash/demo', 0), (902, 'cash/other', 0);" ENTRY (
          "901", "10", "top-up", "NULL", "500") ENTRY ("902", "20", "payment", "1", "-200")
          ENTRY ("903", "30", "refund", "1", "50") "INSERT INTO posting VALUES (903, 902, -50);" COUPON ("901", "1",
                                                                                                         "F1")
              COUPON ("902", "2", "F2") "INSERT INTO lock VALUES (1, 901, 40), (2, 901, 20), (2, 902, 9);" DISCOUNT (
                  "1", "1", "D1", "commercial", "NULL") DISCOUNT ("2", "1", "D2", "promotion", "NULL")
                  DISCOUNT ("3", "1", "D3", "promotion", "5") DISCOUNT ("4", "2", "D4", "promotion", "NULL"));
  rows_read (&rows, read_money, &job);
  const TenureMovement *first = job.movements->pdata[0], *second = job.movements->pdata[1];
  g_assert_cmpuint (job.movements->len, ==, 2);
  g_assert_cmpint (first->at, ==, 30);
  g_assert_cmpint (first->amount, ==, 50);
  g_assert_cmpstr (first->kind, ==, "refund");
  g_assert_nonnull (first->order);
  g_assert_cmpint (second->amount, ==, -200);
  const TenureHolder *holder = job.holders->pdata[0];
  g_assert_cmpuint (job.holders->len, ==, 2);
  g_assert_cmpint (holder->coupon_id, ==, 901);
  g_assert_cmpint (holder->amount, ==, 40);
  const TenureDiscount *discount = job.discounts->pdata[0];
  g_assert_cmpuint (job.discounts->len, ==, 2);
  g_assert_cmpstr (discount->key, ==, "D2");
  g_assert_true (discount->promotion && discount->no_refund);
  g_assert_cmpint (discount->permyriad, ==, 9000);
  g_assert_cmpint (discount->expiry, ==, TENURE_TIME_UNKNOWN);
  job_clear (&job);
  rows_clear (&rows);
}

static guint
count (Rows *rows, gboolean hide, gboolean only)
{
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_LIST_RENEWALS);
  Job job = { .query = query };

  query->now = rows->now;
  query->policy = tenure_policy_ref (rows->policy);
  query->hide_packages = hide;
  query->only_packages = only;
  rows_read (rows, read_keys, &job);
  return job.n;
}

/** A2-12: the two leave complements, and both together nothing. */
static void
test_packages (void)
{
  Rows rows;
  g_autoptr (GRand) random = g_rand_new_with_seed (2);

  rows_init (&rows);
  rows_fill (&rows, random, 5, SEED_ROWS);
  rows_run (&rows, NULL, "UPDATE resource SET charging = 'package', capacity = 10, used = 1 WHERE id % 3 = 0");
  guint all = count (&rows, FALSE, FALSE), hidden = count (&rows, TRUE, FALSE), only = count (&rows, FALSE, TRUE);
  g_assert_cmpuint (only, >, 0);
  g_assert_cmpuint (hidden, >, 0);
  g_assert_cmpuint (hidden + only, ==, all);
  g_assert_cmpuint (count (&rows, TRUE, TRUE), ==, 0);
  rows_clear (&rows);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money-read/A2-41-money", test_money);
  g_test_add_func ("/money-read/A2-12-packages", test_packages);
  return g_test_run ();
}
