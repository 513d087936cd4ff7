/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions and records as values, and records as the lists read them. */
#include "rows-support.h"

#include "tenure-error.h"
#include "tenure-lifecycle.h"
#include "tenure-lists.h"

/* Values ----------------------------------------------------------------------------------------------------------- */

static TenureQuery *
full_query (void)
{
  TenureQuery *query = tenure_query_new (TENURE_LIST_RENEWALS);
  const char *keys[] = { "a", "b", NULL };

  query->account = g_strdup ("demo");
  query->search = g_strdup ("web");
  query->keys = g_strdupv ((char **)keys);
  query->service = g_strdup ("ecs");
  query->product = g_strdup ("ecs");
  query->region = g_strdup ("cn-north-4");
  return query;
}

static void
set_list (TenureQuery *query)
{
  query->list = TENURE_LIST_ORDERS;
}

static void
set_keys (TenureQuery *query)
{
  g_free (g_steal_pointer (&query->keys[1]));
}

static void
set_no_keys (TenureQuery *query)
{
  g_clear_pointer (&query->keys, g_strfreev);
}

#define SETTER(name, statement)                                                                                        \
  static void set_##name (TenureQuery *query) { statement; }
#define TEXT_SETTER(field) SETTER (field, g_free (query->field); query->field = g_strdup ("other"))

TEXT_SETTER (account)
TEXT_SETTER (search)
TEXT_SETTER (service)
TEXT_SETTER (product)
TEXT_SETTER (region)
SETTER (mode, query->mode = 1)
SETTER (status, query->status = 1)
SETTER (type, query->type = 1)
SETTER (life, query->life = 1)
SETTER (from, query->from = 1)
SETTER (to, query->to = 1)
SETTER (in_use, query->in_use_only = TRUE)
SETTER (expired, query->expired_only = TRUE)
SETTER (unpaid, query->hide_unpaid = TRUE)
SETTER (sort, query->sort = TENURE_SORT_NAME)
SETTER (descending, query->descending = TRUE)
SETTER (level, query->level = TENURE_LEVEL_V3)

static void
test_equal (void)
{
  void (*setters[]) (TenureQuery *) = { set_list,    set_keys,    set_no_keys, set_account,    set_search,
                                        set_service, set_product, set_region,  set_mode,       set_status,
                                        set_type,    set_life,    set_from,    set_to,         set_in_use,
                                        set_expired, set_unpaid,  set_sort,    set_descending, set_level };
  g_autoptr (TenureQuery) query = full_query (), copy = tenure_query_copy (query);

  g_assert_true (tenure_query_equal (query, copy));
  copy->now = 5;
  g_assert_true (tenure_query_equal (query, copy));
  for (guint i = 0; i < G_N_ELEMENTS (setters); i++)
    {
      g_autoptr (TenureQuery) other = full_query ();

      setters[i](other);
      g_assert_false (tenure_query_equal (query, other));
      g_assert_false (tenure_query_equal (other, query));
    }
}

/* Records ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  TenureQuery *query;
  const gint64 *ids;
  guint n;
  GPtrArray *records;
  char **keys;
  const char **values;
  const char *column;
} Job;

static gboolean
read_records (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  job->records = tenure_lists_records (connection, job->query, job->ids, job->n, error);
  job->keys = tenure_lists_natural_keys (connection, job->query, job->ids, job->n, error);
  job->values = tenure_lists_values (connection, job->query->list, job->column, error);
  return job->records != NULL && job->keys != NULL && job->values != NULL;
}

static void
job_clear (Job *job)
{
  g_ptr_array_unref (job->records);
  g_strfreev (job->keys);
  g_free (job->values);
}

static TenureQuery *
query_at (Rows *rows, TenureList list)
{
  TenureQuery *query = tenure_query_new (list);

  query->now = rows->now;
  query->level = TENURE_LEVEL_V3;
  query->policy = tenure_policy_ref (rows->policy);
  return query;
}

/* An expired main resource with a part, an unpaid renewal and two periods, one begun; its part; one released. */
static void
add_family (Rows *rows)
{
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO \"order\" (id, account_id, key, type, source_type, status, created, deadline, official, due, cash,"
      " credit, flexi, card, product, composite, actor, source, fetched_at) VALUES"
      " (1, 1, 'CS1', 2, 8, 'unpaid', 100, 900, 500, 400, 1, 2, 3, 4, 'ecs, eip', 0, 'a', 't', 0),"
      " (2, 1, 'CS2', 1, 1, 'completed', 50, NULL, NULL, NULL, 0, 0, NULL, 0, 'eip', 1, 'a', 't', 0);"
      "INSERT INTO resource (id, account_id, key, name, name_key, offer, service, product, spec, region, main_id, mode,"
      " auto_months, anchor, start, expiry, status, freeze, open_order_id, withdrawn, search, source, fetched_at) "
      "VALUES"
      " (1, 1, 'r1', 'One', x'00', 'ecs', 'ECS', 'ecs', 's2', 'north', NULL, 'auto', 3, 1, 10, %1$" G_GINT64_FORMAT
      ", 'active', 'arrears', 1, 1, '', 't', 0),"
      " (2, 1, 'r2', 'Disk', x'00', 'evs', 'EVS', 'evs', 's', 'north', 1, 'manual', NULL, 1, 10, %2$" G_GINT64_FORMAT
      ", 'active', 'none', NULL, 0, '', 't', 0),"
      " (3, 1, 'r3', 'Gone', x'00', 'evs', 'EVS', 'evs', 's', 'south', 1, 'manual', NULL, 1, 10, 10, 'released',"
      " 'none', NULL, 0, '', 't', 0);"
      "INSERT INTO term (resource_id, order_id, kind, start, \"end\", months, refunded) VALUES"
      " (1, 2, 'renewal', 10, 20, 1, 0), (1, 2, 'renewal', %2$" G_GINT64_FORMAT ", %2$" G_GINT64_FORMAT ", 1, 0),"
      " (1, 2, 'renewal', %2$" G_GINT64_FORMAT ", %2$" G_GINT64_FORMAT ", 1, 1);"
      "INSERT INTO line (order_id, position, resource_id, name, offer, service, product, spec, region, months) VALUES"
      " (1, 0, 1, 'One', 'ecs', 'ECS', 'ecs', 's2', 'north', 1), (1, 1, 2, 'Two', 'eip', 'VPC', 'eip', 's', 'north', "
      "1),"
      " (2, 0, 3, 'Only', 'eip', 'VPC', 'eip', 's', 'south', 1);",
      rows->now - 1, rows->now + 40 * TENURE_DAY_SECONDS);

  rows_run (rows, NULL, sql);
}

static void
check_resources (Job *job)
{
  const TenureRecord *main = job->records->pdata[0], *gone = job->records->pdata[2], *part = job->records->pdata[3];

  g_assert_cmpstr (main->key, ==, "r1");
  g_assert_cmpstr (main->open_order, ==, "CS1");
  g_assert_cmpint (main->mode, ==, TENURE_MODE_AUTO);
  g_assert_cmpint (main->auto_months, ==, 3);
  g_assert_cmpint (main->auto_left, ==, -1);
  g_assert_cmpint (main->life, ==, TENURE_LIFE_EXPIRED);
  g_assert_cmpint (main->freeze, ==, TENURE_FREEZE_ARREARS);
  g_assert_cmpint (main->type, ==, -1);
  g_assert_true (main->withdrawn);
  g_assert_cmpuint (main->n_parts, ==, 1);
  g_assert_cmpuint (main->n_periods, ==, 1);
  g_assert_cmpint (main->amount, ==, TENURE_MONEY_UNKNOWN);
  g_assert_null (job->records->pdata[1]);
  g_assert_cmpint (gone->life, ==, TENURE_LIFE_RELEASED);
  g_assert_cmpint (gone->status, ==, TENURE_RESOURCE_RELEASED);
  g_assert_cmpstr (part->parent_key, ==, "r1");
  g_assert_cmpint (part->life, ==, TENURE_LIFE_IN_USE);
  g_assert_cmpint (part->next_deduction, ==, TENURE_TIME_UNKNOWN);
}

static void
test_resources (void)
{
  static const gint64 ids[] = { 1, 77, 3, 2 };
  Rows rows;
  Job job = { .ids = ids, .n = 4, .column = "region" };
  g_autofree char *keys = NULL;

  rows_init (&rows);
  add_family (&rows);
  job.query = query_at (&rows, TENURE_LIST_RENEWALS);
  rows_read (&rows, read_records, &job);
  check_resources (&job);
  keys = g_strjoinv (" ", job.keys);
  g_assert_cmpstr (keys, ==, "r1 r3 r2");
  g_assert_cmpstr (job.values[0], ==, "north");
  g_assert_cmpstr (job.values[1], ==, "south");
  g_assert_null (job.values[2]);
  job_clear (&job);
  tenure_query_free (job.query);
  rows_clear (&rows);
}

/* GD-52: the next deduction of an automatic renewal follows the account's day and the platform's clock. */
static void
test_next_deduction (void)
{
  static const gint64 ids[] = { 1 };
  Rows rows;
  Job job = { .ids = ids, .n = 1, .column = "product" };
  const TenureRecord *record;
  TenureDay expiry = tenure_day_from_ymd (2024, 7, 31);
  g_autofree char *sql =
      g_strdup_printf ("UPDATE resource SET expiry = %" G_GINT64_FORMAT " WHERE id = 1", tenure_day_end (expiry));

  rows_init (&rows);
  add_family (&rows);
  rows_run (&rows, NULL, sql);
  job.query = query_at (&rows, TENURE_LIST_RENEWALS);
  rows_read (&rows, read_records, &job);
  record = job.records->pdata[0];
  g_assert_cmpint (record->next_deduction, ==, tenure_day_at (expiry - 5, 3, 0, 0));
  job_clear (&job);
  rows_run (&rows, NULL, "UPDATE account SET lead_days = 0"); /* the day it expires (rules 6, international) */
  rows_read (&rows, read_records, &job);
  record = job.records->pdata[0];
  g_assert_cmpint (record->next_deduction, ==, tenure_day_at (expiry, 3, 0, 0));
  job_clear (&job);
  rows_run (&rows, NULL, "UPDATE account SET lead_days = NULL");
  rows_read (&rows, read_records, &job);
  record = job.records->pdata[0];
  g_assert_cmpint (record->next_deduction, ==, tenure_day_at (expiry - 7, 3, 0, 0));
  job_clear (&job);
  tenure_query_free (job.query);
  rows_clear (&rows);
}

static void
test_orders (void)
{
  static const gint64 ids[] = { 2, 1 };
  Rows rows;
  Job job = { .ids = ids, .n = 2, .column = "service" };
  const TenureRecord *one, *two;

  rows_init (&rows);
  add_family (&rows);
  job.query = query_at (&rows, TENURE_LIST_ORDERS);
  rows_read (&rows, read_records, &job);
  two = job.records->pdata[0];
  one = job.records->pdata[1];
  g_assert_cmpint (one->status, ==, TENURE_ORDER_UNPAID);
  g_assert_cmpint (one->type, ==, TENURE_TYPE_RENEWAL);
  g_assert_cmpint (one->source, ==, TENURE_SOURCE_SYSTEM);
  g_assert_cmpint (one->amount, ==, 500);
  g_assert_cmpint (one->due, ==, 400);
  g_assert_cmpint (one->paid, ==, 10);
  g_assert_cmpint (one->deadline, ==, 900);
  g_assert_null (one->offer); /* of two kinds */
  g_assert_cmpstr (one->region, ==, "north");
  g_assert_null (one->name);
  g_assert_cmpint (one->life, ==, -1);
  g_assert_true (two->composite);
  g_assert_cmpstr (two->offer, ==, "eip");
  g_assert_cmpstr (two->name, ==, "Only");
  g_assert_cmpint (two->due, ==, TENURE_MONEY_UNKNOWN);
  g_assert_cmpint (two->paid, ==, TENURE_MONEY_UNKNOWN); /* one channel is not known */
  g_assert_true (tenure_record_equal (one, one));
  g_assert_false (tenure_record_equal (one, two));
  job_clear (&job);
  tenure_query_free (job.query);
  rows_clear (&rows);
}

/* JSON ------------------------------------------------------------------------------------------------------------- */

static char *
query_text (const TenureQuery *query)
{
  g_autoptr (TenureJson) json = tenure_query_to_json (query);

  return tenure_json_to_canonical (json);
}

static TenureQuery *
query_from (const char *text)
{
  g_autoptr (TenureJson) json = tenure_json_parse (text, -1, 0, NULL);
  g_autoptr (GError) error = NULL;
  TenureQuery *query = tenure_query_from_json (json, &error);

  g_assert_no_error (error);
  return query;
}

/* A question by chance; what depends on the moment is not part of it. */
static TenureQuery *
random_query (GRand *rand)
{
  static const char *const texts[] = { NULL, "", "a\"b", "云服务器", "x\ny" };
  TenureQuery *query = tenure_query_new ((TenureList)g_rand_int_range (rand, 0, TENURE_LIST_RESOURCES + 1));
  const char *keys[] = { "a", "b", NULL };

#define CHANCE(first, last) g_rand_int_range (rand, first, (last) + 1)
  query->search = g_strdup (texts[CHANCE (0, 4)]);
  query->service = g_strdup (texts[CHANCE (0, 4)]);
  query->product = g_strdup (texts[CHANCE (0, 4)]);
  query->region = g_strdup (texts[CHANCE (0, 4)]);
  query->keys = CHANCE (0, 2) == 0 ? g_strdupv ((char **)keys) : NULL;
  query->mode = CHANCE (-1, TENURE_MODE_NO_RENEWAL);
  query->status = CHANCE (-1, TENURE_RESOURCE_RELEASED);
  query->type = CHANCE (0, 3) == 0 ? -1 : CHANCE (TENURE_TYPE_NEW, TENURE_TYPE_RENEWAL);
  query->life = CHANCE (-1, TENURE_LIFE_RELEASED);
  query->from = CHANCE (0, 1) ? TENURE_TIME_UNKNOWN : CHANCE (-5, 5);
  query->to = CHANCE (0, 1) ? TENURE_TIME_UNKNOWN : CHANCE (-5, 5);
  query->in_use_only = CHANCE (0, 1);
  query->expired_only = CHANCE (0, 1);
  query->hide_unpaid = CHANCE (0, 1);
  query->hide_packages = CHANCE (0, 1);
  query->only_packages = CHANCE (0, 1);
  query->sort = (TenureSort)CHANCE (0, TENURE_N_SORTS - 1);
  query->descending = CHANCE (0, 1);
#undef CHANCE
  return query;
}

static void
test_json_round (void)
{
  g_autoptr (GRand) rand = tenure_test_random ();

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (TenureQuery) query = random_query (rand);
      g_autofree char *text = query_text (query);
      g_autoptr (TenureQuery) again = query_from (text);

      g_assert_true (tenure_query_equal (query, again));
    }
}

static void
test_json_texts (void)
{
  g_autoptr (TenureQuery) all = tenure_query_new (TENURE_LIST_RENEWALS), full = full_query ();
  g_autofree char *all_text = query_text (all), *full_text = NULL;

  full->mode = TENURE_MODE_AUTO;
  full->hide_unpaid = TRUE;
  full->sort = TENURE_SORT_NAME;
  full_text = query_text (full);
  g_assert_cmpstr (all_text, ==, "{\"list\":\"renewals\"}");
  g_assert_cmpstr (full_text, ==,
                   "{\"hide_unpaid\":true,\"keys\":[\"a\",\"b\"],\"list\":\"renewals\",\"mode\":\"auto\","
                   "\"product\":\"ecs\",\"region\":\"cn-north-4\",\"search\":\"web\",\"service\":\"ecs\","
                   "\"sort\":\"name\"}");
}

/* The member that cannot be read is named. */
static void
test_json_bad (void)
{
  static const struct
  {
    const char *text, *names;
  } rows[] = {
    { "[]", "list" },
    { "{}", "list" },
    { "{\"list\":\"bills\"}", "list" },
    { "{\"list\":3}", "list" },
    { "{\"list\":\"orders\",\"status\":\"active\"}", "status" },
    { "{\"list\":\"resources\",\"status\":\"unpaid\"}", "status" },
    { "{\"list\":\"orders\",\"type\":1}", "type" },
    { "{\"list\":\"orders\",\"from\":\"1\"}", "from" },
    { "{\"list\":\"orders\",\"keys\":\"a\"}", "keys" },
    { "{\"list\":\"orders\",\"keys\":[1]}", "keys" },
    { "{\"list\":\"orders\",\"search\":1}", "search" },
    { "{\"list\":\"orders\",\"descending\":1}", "descending" },
    { "{\"list\":\"orders\",\"sort\":\"colour\"}", "sort" },
    { "{\"list\":\"renewals\",\"mode\":\"off\"}", "mode" },
    { "{\"list\":\"renewals\",\"life\":\"\"}", "life" },
    { "{\"list\":\"orders\",\"account\":\"demo\"}", "account" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TenureJson) json = tenure_json_parse (rows[i].text, -1, 0, NULL);
      g_autofree char *quoted = g_strdup_printf ("“%s”", rows[i].names);
      g_autoptr (GError) error = NULL;

      g_assert_null (tenure_query_from_json (json, &error));
      g_assert_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, quoted));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/equal", test_equal);
  g_test_add_func ("/query/resources", test_resources);
  g_test_add_func ("/query/next-deduction", test_next_deduction);
  g_test_add_func ("/query/orders", test_orders);
  g_test_add_func ("/query/json-round", test_json_round);
  g_test_add_func ("/query/json-texts", test_json_texts);
  g_test_add_func ("/query/json-bad", test_json_bad);
  return g_test_run ();
}
