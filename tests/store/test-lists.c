/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every list against a plain filter and sort in C, over rows made by chance. */
#include "plain-rows.h"
#include "rows-support.h"

#include "tenure-error.h"
#include "tenure-lists-sql.h"
#include "tenure-lists.h"

#define N_ORDERS 700
#define N_RESOURCES 900

typedef struct
{
  Rows rows;
  GRand *random;
  GPtrArray *orders, *resources; /* PlainRow */
} Fixture;

static gboolean
read_all_plain (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Fixture *self = data;

  self->orders = plain_rows_read (connection, TRUE, self->rows.now, error);
  self->resources = plain_rows_read (connection, FALSE, self->rows.now, error);
  return TRUE;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  rows_init (&self->rows);
  self->random = tenure_test_random ();
  rows_fill (&self->rows, self->random, N_ORDERS, N_RESOURCES);
  rows_read (&self->rows, read_all_plain, self);
  g_assert_cmpuint (self->orders->len, ==, N_ORDERS);
  g_assert_cmpuint (self->resources->len, ==, N_RESOURCES);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_ptr_array_unref (self->orders);
  g_ptr_array_unref (self->resources);
  g_rand_free (self->random);
  rows_clear (&self->rows);
}

/* Comparing -------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const TenureQuery *query;
  guint limit;
  TenureKeyVector *keys;
  GPtrArray *records;
} KeysJob;

static gboolean
read_keys (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  KeysJob *job = data;

  job->keys = tenure_lists_keys (connection, job->query, job->limit, error);
  return job->keys != NULL;
}

static TenureKeyVector *
ask (Fixture *self, const TenureQuery *query, guint limit)
{
  KeysJob job = { query, limit, NULL };

  rows_read (&self->rows, read_keys, &job);
  return job.keys;
}

static GPtrArray *
expected (Fixture *self, const TenureQuery *query)
{
  GPtrArray *all = tenure_list_is_of_orders (query->list) ? self->orders : self->resources;
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (plain_row_matches (all->pdata[i], query))
      g_ptr_array_add (found, all->pdata[i]);
  g_ptr_array_sort_with_data (found, plain_rows_compare, (gpointer)query);
  return found;
}

static void
assert_same (const TenureKeyVector *keys, const GPtrArray *plain, guint n)
{
  g_assert_cmpuint (keys->n, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (keys->ids[i], ==, ((const PlainRow *)plain->pdata[i])->id);
}

static guint
check_query (Fixture *self, const TenureQuery *query)
{
  g_autoptr (GPtrArray) plain = expected (self, query);
  g_autoptr (TenureKeyVector) keys = ask (self, query, 0);
  g_autoptr (TenureKeyVector) first = ask (self, query, 20);

  g_assert_true (keys->complete);
  assert_same (keys, plain, plain->len);
  assert_same (first, plain, MIN (plain->len, 20));
  g_assert_cmpint (first->complete, ==, plain->len <= 20);
  return plain->len;
}

static TenureQuery *
new_query (Fixture *self, TenureList list)
{
  TenureQuery *query = tenure_query_new (list);

  query->now = self->rows.now;
  query->level = TENURE_LEVEL_V3;
  query->policy = tenure_policy_ref (self->rows.policy);
  return query;
}

static gboolean
is_offered (TenureList list, TenureSort sort)
{
  if (list == TENURE_LIST_ORDERS)
    return sort != TENURE_SORT_NAME && sort != TENURE_SORT_REGION && sort != TENURE_SORT_EXPIRY;
  if (list == TENURE_LIST_UNPAID)
    return sort != TENURE_SORT_NAME && sort != TENURE_SORT_REGION;
  return sort != TENURE_SORT_AMOUNT;
}

/* Each list in each order, both ways, without a filter; and no list is empty, or the test would say nothing. */
static void
test_orders_of_lists (Fixture *self, gconstpointer data)
{
  for (int list = 0; list <= TENURE_LIST_RESOURCES; list++)
    for (int sort = 0; sort < TENURE_N_SORTS; sort++)
      for (int descending = 0; descending < 2; descending++)
        {
          g_autoptr (TenureQuery) query = new_query (self, list);

          if (!is_offered (list, sort))
            continue;
          query->sort = sort;
          query->descending = descending;
          g_assert_cmpuint (check_query (self, query), >, 0);
        }
}

static void
choose_filters (Fixture *self, TenureQuery *query)
{
  GRand *random = self->random;
  gboolean orders = tenure_list_is_of_orders (query->list);
  GPtrArray *all = orders ? self->orders : self->resources;
  const PlainRow *some = all->pdata[g_rand_int_range (random, 0, (gint32)all->len)];
  static const char *const searches[] = { "web", "服务", "WEB 服",          "ｖｐｎ", "100%",
                                          "_",   "cs1",  "nothing-like-it", " ",      "-0" };
#define SOMETIMES if (g_rand_int_range (random, 0, 5) == 0)

  SOMETIMES query->account = g_strdup (g_rand_boolean (random) ? "demo" : "other");
  SOMETIMES query->search = g_strdup (searches[g_rand_int_range (random, 0, G_N_ELEMENTS (searches))]);
  SOMETIMES query->status = g_rand_int_range (random, 0, orders ? 7 : query->list == TENURE_LIST_RESOURCES ? 3 : 1);
  SOMETIMES query->type = g_rand_int_range (random, 1, 5);
  SOMETIMES query->mode = g_rand_int_range (random, 0, 4);
  SOMETIMES query->life = g_rand_int_range (random, 0, 4);
  SOMETIMES query->service = g_strdup (orders ? "ecs" : some->service);
  SOMETIMES query->product = g_strdup (some->product);
  SOMETIMES query->region = g_strdup ("cn-east-3");
  SOMETIMES query->from = orders ? some->created : some->expiry;
  SOMETIMES query->to = query->now + g_rand_int_range (random, -200, 200) * TENURE_DAY_SECONDS;
  SOMETIMES query->in_use_only = TRUE;
  SOMETIMES query->expired_only = TRUE;
  SOMETIMES query->hide_unpaid = TRUE;
#undef SOMETIMES
}

/* A2-12, A2-20: any filters together, in any order. Children and bound parts never slip in. */
static void
test_filters (Fixture *self, gconstpointer data)
{
  guint found = 0, n = 0;

  for (guint i = 0; i < 600; i++)
    {
      g_autoptr (TenureQuery) query = new_query (self, g_rand_int_range (self->random, 0, TENURE_LIST_RESOURCES + 1));

      query->sort = g_rand_int_range (self->random, 0, TENURE_N_SORTS);
      query->descending = g_rand_boolean (self->random);
      query->level = g_rand_int_range (self->random, 0, TENURE_N_LEVELS - 1);
      choose_filters (self, query);
      if (!is_offered (query->list, query->sort))
        continue;
      found += check_query (self, query) > 0;
      n++;
    }
  g_assert_cmpuint (found, >, n / 10);
}

/* Rules 4.4 to the second: an expiry just before, at and just after each edge of each level. */
static void
test_life_edges (Fixture *self, gconstpointer data)
{
  for (int level = 0; level < TENURE_N_LEVELS; level++)
    {
      TenureDay today = tenure_day_of (self->rows.now), grace = today - self->rows.policy->grace_days[level];
      TenureTime edges[] = { self->rows.now, tenure_day_start (grace),
                             tenure_day_start (grace - self->rows.policy->retention_days[level]) };

      for (int i = 0; i < 9; i++)
        {
          g_autofree char *sql = g_strdup_printf (
              "UPDATE resource SET status = 'active', main_id = NULL, expiry = %" G_GINT64_FORMAT " WHERE id = %d",
              edges[i / 3] + i % 3 - 1, i + 1);

          rows_run (&self->rows, NULL, sql);
        }
      g_ptr_array_unref (self->orders);
      g_ptr_array_unref (self->resources);
      rows_read (&self->rows, read_all_plain, self);
      for (int life = 0; life <= TENURE_LIFE_RELEASED; life++)
        {
          g_autoptr (TenureQuery) query = new_query (self, TENURE_LIST_RENEWALS);

          query->level = (TenureLevel)level;
          query->life = life;
          g_assert_cmpuint (check_query (self, query), >, 0);
          query->list = TENURE_LIST_RESOURCES;
          check_query (self, query);
        }
    }
}

/* Pasted ids: at least 200, in the list's order, unknown ones simply not found, quotes and all. */
static void
test_pasted (Fixture *self, gconstpointer data)
{
  g_autoptr (TenureQuery) query = new_query (self, TENURE_LIST_RESOURCES);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  for (guint i = 0; i < self->resources->len; i += 3)
    g_strv_builder_add (keys, ((const PlainRow *)self->resources->pdata[i])->key);
  g_strv_builder_add (keys, "no'such\"key\\");
  query->keys = g_strv_builder_end (keys);
  g_assert_cmpuint (check_query (self, query), ==, N_RESOURCES / 3);
  query->sort = TENURE_SORT_NAME;
  g_assert_cmpuint (check_query (self, query), ==, N_RESOURCES / 3);
}

static gboolean
read_first (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  KeysJob *job = data;

  job->records = tenure_lists_records (connection, job->query, job->keys->ids, 1, error);
  return job->records != NULL;
}

/* A1-19: what waits as part of a composite order is held by what can be paid: the whole. */
static void
test_composite_held (Fixture *self, gconstpointer data)
{
  g_autoptr (TenureQuery) query = new_query (self, TENURE_LIST_RESOURCES);
  g_autoptr (TenureKeyVector) found = NULL;
  KeysJob job = { query, 0, NULL };

  rows_run (&self->rows, NULL,
            "UPDATE resource SET open_order_id = (SELECT min (id) FROM \"order\" WHERE parent_id IS NOT NULL)");
  rows_run (&self->rows, NULL,
            "UPDATE \"order\" SET key = 'WHOLE' WHERE id = (SELECT parent_id FROM \"order\" WHERE id ="
            " (SELECT min (id) FROM \"order\" WHERE parent_id IS NOT NULL))");
  job.keys = found = ask (self, query, 1);
  rows_read (&self->rows, read_first, &job);
  g_assert_cmpstr (((const TenureRecord *)job.records->pdata[0])->open_order, ==, "WHOLE");
  g_ptr_array_unref (job.records);
}

/* A first screen looks at a bounded number of rows; what lies behind them comes with the complete answer only. */
static void
test_first_screen (Fixture *self, gconstpointer data)
{
  g_autoptr (TenureQuery) query = new_query (self, TENURE_LIST_ORDERS);
  g_autoptr (TenureKeyVector) first = NULL, all = NULL;

  rows_fill (&self->rows, self->random, 12000, 0);
  rows_run (&self->rows, NULL,
            "UPDATE \"order\" SET search = 'needle' WHERE id = (SELECT id FROM \"order\" WHERE parent_id IS NULL"
            " ORDER BY created, id LIMIT 1)");
  query->search = g_strdup ("Needle");
  first = ask (self, query, 256);
  g_assert_cmpuint (first->n, ==, 0);
  g_assert_false (first->complete);
  all = ask (self, query, 0);
  g_assert_cmpuint (all->n, ==, 1);
  g_assert_true (all->complete);
}

/* Plans of SQLite -------------------------------------------------------------------------------------------------- */

typedef struct
{
  const TenureQuery *query;
  GString *steps;  /* EXPLAIN QUERY PLAN */
  guint looked_up; /* columns read from the table itself */
} ExplainJob;

static TenureStatement *
explain (TenureConnection *connection, const char *how, const char *sql, GError **error)
{
  g_autofree char *text = g_strconcat (how, sql, NULL);

  return tenure_connection_prepare_dynamic (connection, text, error);
}

/* In the bytecode: OpenRead (cursor, root page) names the table's cursor, Column (cursor, …) reads from it. */
static guint
count_looked_up (TenureConnection *connection, const char *sql, gboolean orders, GError **error)
{
  g_autoptr (TenureStatement) root =
      tenure_connection_prepare_dynamic (connection,
                                         orders ? "SELECT rootpage FROM sqlite_schema WHERE name = 'order'"
                                                : "SELECT rootpage FROM sqlite_schema WHERE name = 'resource'",
                                         error);
  gint64 page = tenure_statement_step (root, error) ? tenure_statement_int (root, 0) : 0;
  g_autoptr (GHashTable) cursors = g_hash_table_new (NULL, NULL);
  guint n = 0;

  for (guint pass = 0; pass < 2; pass++)
    {
      g_autoptr (TenureStatement) code = explain (connection, "EXPLAIN ", sql, error);

      while (tenure_statement_step (code, error))
        {
          const char *opcode = tenure_statement_text (code, 1);
          gpointer cursor = GSIZE_TO_POINTER (tenure_statement_int (code, 2));

          if (pass == 0 && g_str_equal (opcode, "OpenRead") && tenure_statement_int (code, 3) == page)
            g_hash_table_add (cursors, cursor);
          n += pass == 1 && g_str_equal (opcode, "Column") && g_hash_table_contains (cursors, cursor);
        }
    }
  return n;
}

static gboolean
read_plan (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  ExplainJob *job = data;
  g_auto (TenureListPlan) plan = { 0 };
  g_autoptr (TenureStatement) steps = NULL;
  g_autofree char *walk = NULL;

  g_assert_true (tenure_list_plan_init (&plan, job->query, error));
  walk = tenure_list_plan_walk_sql (&plan, FALSE);
  steps = explain (connection, "EXPLAIN QUERY PLAN ", walk, error);
  while (tenure_statement_step (steps, error))
    g_string_append_printf (job->steps, "%s\n", tenure_statement_text (steps, 3));
  job->looked_up = count_looked_up (connection, walk, tenure_list_is_of_orders (job->query->list), error);
  return TRUE;
}

static void
assert_walks (Fixture *self, const TenureQuery *query)
{
  g_autoptr (GString) steps = g_string_new (NULL);
  ExplainJob job = { query, steps, 0 };

  rows_read (&self->rows, read_plan, &job);
  if (strstr (steps->str, "TEMP B-TREE") != NULL || strstr (steps->str, " t USING ") == NULL || job.looked_up > 0)
    g_error ("list %d, sort %d, mode %d reads %u columns of rows:\n%s", query->list, query->sort, query->mode,
             job.looked_up, steps->str);
}

/* Every default order, every order of all orders and of the renewal tabs is a walk over one index that holds all it
 * looks at: nothing is sorted, no row is looked up. */
static void
test_walks (Fixture *self, gconstpointer data)
{
  for (int list = 0; list <= TENURE_LIST_RESOURCES; list++)
    for (int sort = 0; sort < TENURE_N_SORTS; sort++)
      for (int mode = -1; mode < 4; mode++)
        {
          g_autoptr (TenureQuery) query = new_query (self, list);
          gboolean promised = sort == TENURE_SORT_DEFAULT || list == TENURE_LIST_ORDERS || list == TENURE_LIST_RENEWALS;

          if (!promised || !is_offered (list, sort) || (tenure_list_is_of_orders (list) && mode >= 0))
            continue;
          query->account = g_strdup ("demo");
          query->sort = sort;
          query->mode = mode;
          assert_walks (self, query);
          query->in_use_only = query->hide_unpaid = !tenure_list_is_of_orders (list);
          query->from = 0;
          assert_walks (self, query);
        }
}

static gboolean
read_values_plan (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  ExplainJob *job = data;
  g_autofree char *sql = tenure_list_values_sql (job->query->list, "region");
  g_autoptr (TenureStatement) steps = explain (connection, "EXPLAIN QUERY PLAN ", sql, error);

  while (tenure_statement_step (steps, error))
    g_string_append_printf (job->steps, "%s\n", tenure_statement_text (steps, 3));
  return TRUE;
}

/* What a filter offers is found by jumps through an index: the whole value is searched for, and the table that is read
 * is the one of the jumps. */
static void
test_values_jump (Fixture *self, gconstpointer data)
{
  static const TenureList lists[] = { TENURE_LIST_ORDERS, TENURE_LIST_RENEWALS };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (TenureQuery) query = new_query (self, lists[i]);
      g_autoptr (GString) steps = g_string_new (NULL);
      ExplainJob job = { query, steps, 0 };

      rows_read (&self->rows, read_values_plan, &job);
      g_assert_nonnull (strstr (steps->str, "((service,product,region)>(?,?,?))"));
      g_assert_null (strstr (steps->str, "SCAN t"));
    }
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  static const struct
  {
    TenureList list;
    TenureSort sort;
    int life;
    gboolean timeless;
    TenureInputError code;
    const char *named;
  } cases[] = {
    { TENURE_LIST_ORDERS, TENURE_SORT_REGION, -1, FALSE, TENURE_INPUT_ERROR_RANGE, "sorted" },
    { TENURE_LIST_RENEWALS, TENURE_SORT_AMOUNT, -1, FALSE, TENURE_INPUT_ERROR_RANGE, "sorted" },
    { TENURE_LIST_UNSUBSCRIBE, TENURE_SORT_DEFAULT, -1, TRUE, TENURE_INPUT_ERROR_MISSING, "time" },
    { TENURE_LIST_RENEWALS, TENURE_SORT_DEFAULT, TENURE_LIFE_FROZEN, TRUE, TENURE_INPUT_ERROR_MISSING, "policy" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureQuery) query = tenure_query_new (cases[i].list);
      KeysJob job = { query, 0, NULL };
      g_autoptr (GError) error = NULL;

      query->sort = cases[i].sort;
      query->life = cases[i].life;
      query->now = cases[i].timeless ? TENURE_TIME_UNKNOWN : self->rows.now;
      g_assert_false (tenure_store_read (self->rows.store, read_keys, &job, NULL, &error));
      tenure_test_refused (&error, TENURE_INPUT_ERROR, cases[i].code, cases[i].named);
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/lists/orders", test_orders_of_lists },
    { "/lists/filters", test_filters },
    { "/lists/life-edges", test_life_edges },
    { "/lists/pasted", test_pasted },
    { "/lists/first-screen", test_first_screen },
    { "/lists/walks", test_walks },
    { "/lists/values-jump", test_values_jump },
    { "/lists/refused", test_refused },
    { "/lists/A1-19-whole-order", test_composite_held },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
