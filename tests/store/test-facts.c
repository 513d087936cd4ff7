/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records by natural key, whole and in bulk, against one look-up each. */
#include "rows-support.h"

#include "tenure-error.h"
#include "tenure-facts-money.h"
#include "tenure-facts.h"

typedef struct
{
  Rows rows;
  GRand *random;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  rows_init (&self->rows);
  self->random = tenure_test_random ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_rand_free (self->random);
  rows_clear (&self->rows);
}

/* Reading ---------------------------------------------------------------------------------------------------------- */

/* What a test asks for, and what came. */
typedef struct
{
  const char *account;
  const char *const *keys;
  const gint64 *ids;
  guint n;
  gboolean with_parts;
  gint64 id;
  GPtrArray *found;
} Job;

static gboolean
read_resources (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  job->found = job->keys != NULL ? tenure_facts_resources (connection, job->account, job->keys, job->with_parts, error)
                                 : tenure_facts_resources_by_id (connection, job->ids, job->n, job->with_parts, error);
  return job->found != NULL;
}

static gboolean
read_orders (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  job->found = job->keys != NULL ? tenure_facts_orders (connection, job->account, job->keys, error)
                                 : tenure_facts_orders_by_id (connection, job->ids, job->n, error);
  return job->found != NULL;
}

static gboolean
read_trace (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  job->found = tenure_facts_trace (connection, job->id, error);
  return job->found != NULL;
}

static gboolean
read_coupons (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  job->found = tenure_facts_coupons (connection, job->id, error);
  return job->found != NULL;
}

/* The keys of what was found, in order. */
static char *
keys_of (GPtrArray *found, gboolean orders)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "" : " ",
                            orders ? ((const TenureOrder *)found->pdata[i])->key
                                   : ((const TenureResource *)found->pdata[i])->key);
  return g_string_free (text, FALSE);
}

static void
assert_found (Fixture *self, TenureJob read, Job job, const char *wanted)
{
  g_autofree char *keys = NULL;

  rows_read (&self->rows, read, &job);
  keys = keys_of (job.found, read != read_resources);
  g_assert_cmpstr (keys, ==, wanted);
  g_ptr_array_unref (job.found);
}

static void
assert_unknown (Fixture *self, TenureJob read, Job job, const char *named)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (tenure_store_read (self->rows.store, read, &job, NULL, &error));
  tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN, named);
}

#define ORDER                                                                                                          \
  "INSERT INTO \"order\" (id, account_id, key, parent_id, composite, type, source_type, status, created,"              \
  " voucher, actor, source, fetched_at) VALUES "
#define RESOURCE                                                                                                       \
  "INSERT INTO resource (id, account_id, key, name, name_key, offer, service, product, spec, region,"                  \
  " main_id, mode, anchor, start, expiry, status, open_order_id, search, source, fetched_at) VALUES "

/* A: main with two parts and a released one; B: alone; O1 composite of O2 and O3; O4 touched A later. */
static void
add_families (Fixture *self)
{
  rows_run (&self->rows, NULL,
            ORDER
            "(1, 1, 'O1', NULL, 1, 1, 1, 'completed', 10, NULL, 'me', 't', 0),"
            "(2, 1, 'O2', 1, 0, 1, 1, 'completed', 10, NULL, 'me', 't', 0),"
            "(3, 1, 'O3', 1, 0, 1, 1, 'completed', 10, NULL, 'me', 't', 0),"
            "(4, 1, 'O4', NULL, 0, 2, 8, 'unpaid', 20, 700, 'system', 't', 0),"
            "(5, 2, 'O5', NULL, 0, 1, 1, 'completed', 30, 700, 'me', 't', 0);" RESOURCE
            "(1, 1, 'A', 'a', x'00', 'ecs', 'ECS', 'e', 's', 'n', NULL, 'auto', 31, 1, 2, 'active', 4, '', 't', 0),"
            "(2, 1, 'A1', 'a', x'00', 'evs', 'EVS', 'e', 's', 'n', 1, 'manual', 1, 1, 2, 'active', NULL, '', 't', 0),"
            "(3, 1, 'B', 'b', x'00', 'ecs', 'ECS', 'e', 's', 'n', NULL, 'manual', 1, 1, 2, 'active', NULL, '', 't', 0),"
            "(4, 1, 'A2', 'a', x'00', 'evs', 'EVS', 'e', 's', 'n', 1, 'manual', 1, 1, 2, 'active', NULL, '', 't', 0),"
            "(5, 1, 'A3', 'a', x'00', 'evs', 'EVS', 'e', 's', 'n', 1, 'manual', 1, 1, 2, 'released', NULL, '', 't', 0),"
            "(6, 2, 'X', 'x', x'00', 'evs', 'EVS', 'e', 's', 'n', NULL, 'manual', 1, 1, 2, 'active', NULL, '', 't', 0);"
            "INSERT INTO coupon (id, account_id, key, name, kind, face, remaining, used_order_id, expiry, source,"
            " fetched_at) VALUES (1, 1, 'V', 'v', 'voucher', 1000, 900, 4, 5000, 't', 0),"
            " (2, 1, 'W', 'w', 'voucher', 1000, 900, 2, NULL, 't', 0);"
            "INSERT INTO lock (order_id, coupon_id, amount) VALUES (4, 1, 700);"
            "INSERT INTO term (id, resource_id, order_id, kind, start, \"end\", months, due, voucher, voucher_id,"
            " refunded, blocked) VALUES (1, 1, 2, 'renewal', 500, 600, 1, NULL, 5, 1, 0, 'changed'),"
            " (2, 1, 2, 'new', 100, 499, 12, 300, NULL, NULL, 1, NULL), (3, 4, 3, 'new', 1, 2, 1, 1, 0, NULL, 0, NULL);"
            "INSERT INTO line (order_id, position, resource_id, name, offer, service, product, spec, region,"
            " main_position, months, due, refund_kind, details) VALUES"
            " (2, 5, 2, 'disk', 'evs', 'EVS', 'e', 's', 'n', 3, 1, NULL, NULL, '{}'),"
            " (2, 3, 1, 'host', 'ecs', 'ECS', 'e', 's', 'n', NULL, 1, 7, 'five-day', NULL),"
            " (3, 0, 3, 'b', 'ecs', 'ECS', 'e', 's', 'n', NULL, 1, 7, NULL, NULL),"
            " (4, 0, 1, 'host', 'ecs', 'ECS', 'e', 's', 'n', NULL, 1, 7, NULL, NULL)");
}

static void
test_resources (Fixture *self, gconstpointer data)
{
  static const char *const keys[] = { "B", "A", "B", NULL }, *const part_first[] = { "A2", "B", "A", NULL };
  static const gint64 ids[] = { 3, 2 };

  add_families (self);
  assert_found (self, read_resources, (Job){ .account = "demo", .keys = keys }, "B A");
  /* A1-25: bound parts behind their main resource, the released one not. */
  assert_found (self, read_resources, (Job){ .account = "demo", .keys = keys, .with_parts = TRUE }, "B A A1 A2");
  assert_found (self, read_resources, (Job){ .account = "demo", .keys = part_first, .with_parts = TRUE }, "B A A2 A1");
  assert_found (self, read_resources, (Job){ .account = "demo", .keys = part_first }, "A2 B A");
  assert_found (self, read_resources, (Job){ .ids = ids, .n = 2, .with_parts = TRUE }, "B A1");
  assert_found (self, read_resources, (Job){ .ids = ids, .n = 0, .with_parts = TRUE }, "");
}

static void
test_terms (Fixture *self, gconstpointer data)
{
  static const gint64 ids[] = { 1 };
  Job job = { .ids = ids, .n = 1 };
  const TenureResource *resource;

  add_families (self);
  rows_read (&self->rows, read_resources, &job);
  resource = job.found->pdata[0];
  g_assert_cmpstr (resource->open_order, ==, "O4");
  g_assert_cmpint (resource->open_status, ==, TENURE_ORDER_UNPAID);
  g_assert_cmpint (resource->mode, ==, TENURE_MODE_AUTO);
  g_assert_cmpint (resource->auto_left, ==, -1);
  g_assert_cmpint (resource->auto_since, ==, TENURE_TIME_UNKNOWN);
  g_assert_cmpint (resource->anchor, ==, 31);
  g_assert_cmpint (resource->month_price, ==, TENURE_MONEY_UNKNOWN);
  g_assert_cmpuint (resource->n_terms, ==, 2);
  g_assert_true (resource->terms[0].id == 2 && resource->terms[1].id == 1);
  g_assert_true (resource->terms[0].refunded && resource->terms[0].block == TENURE_BLOCK_NONE);
  g_assert_true (resource->terms[1].kind == TENURE_TERM_RENEWAL && resource->terms[1].block == TENURE_BLOCK_CHANGED);
  g_assert_cmpstr (resource->terms[1].order_key, ==, "O2");
  g_assert_cmpstr (resource->terms[1].voucher_key, ==, "V");
  g_assert_cmpint (resource->terms[1].voucher_expiry, ==, 5000);
  /* Unknown is never zero. */
  g_assert_cmpint (resource->terms[1].due, ==, TENURE_MONEY_UNKNOWN);
  g_assert_cmpint (resource->terms[0].paid.voucher, ==, TENURE_MONEY_UNKNOWN);
  g_ptr_array_unref (job.found);
}

static void
test_orders (Fixture *self, gconstpointer data)
{
  static const char *const composite[] = { "O4", "O1", NULL }, *const child_first[] = { "O3", "O4", "O1", NULL };
  static const gint64 ids[] = { 2 };
  Job job = { .ids = ids, .n = 1 };
  const TenureOrder *order;

  add_families (self);
  assert_found (self, read_orders, (Job){ .account = "demo", .keys = composite }, "O4 O1 O2 O3");
  assert_found (self, read_orders, (Job){ .account = "demo", .keys = child_first }, "O4 O1 O3 O2");
  rows_read (&self->rows, read_orders, &job);
  order = job.found->pdata[0];
  g_assert_cmpstr (order->parent_key, ==, "O1");
  g_assert_cmpint (order->parent_id, ==, 1);
  g_assert_cmpuint (order->n_lines, ==, 2);
  g_assert_cmpstr (order->lines[0].resource_key, ==, "A");
  g_assert_cmpint (order->lines[0].main_index, ==, -1);
  g_assert_cmpint (order->lines[0].refund_kind, ==, TENURE_REFUND_FIVE_DAY);
  g_assert_cmpint (order->lines[1].main_index, ==, 0);
  g_assert_cmpstr (order->lines[1].details, ==, "{}");
  g_assert_cmpint (order->lines[1].due, ==, TENURE_MONEY_UNKNOWN);
  g_assert_cmpint (order->due, ==, TENURE_MONEY_UNKNOWN);
  g_ptr_array_unref (job.found);
}

/* 交易记录跟踪: from the parent, a child or a later order the same story is told. */
static void
test_trace (Fixture *self, gconstpointer data)
{
  add_families (self);
  assert_found (self, read_trace, (Job){ .id = 1 }, "O4 O3 O2 O1");
  assert_found (self, read_trace, (Job){ .id = 2 }, "O4 O3 O2 O1");
  assert_found (self, read_trace, (Job){ .id = 4 }, "O4 O2");
  assert_found (self, read_trace, (Job){ .id = 5 }, "O5");
  assert_found (self, read_trace, (Job){ .id = 99 }, "");
}

static void
test_unknown (Fixture *self, gconstpointer data)
{
  static const char *const missing[] = { "A", "nothing", NULL }, *const foreign[] = { "X", NULL };
  static const char *const order[] = { "O1", "O9", NULL };
  static const gint64 ids[] = { 1, 4711 };

  add_families (self);
  assert_unknown (self, read_resources, (Job){ .account = "demo", .keys = missing }, "nothing");
  assert_unknown (self, read_resources, (Job){ .account = "demo", .keys = foreign }, "X");
  assert_unknown (self, read_resources, (Job){ .ids = ids, .n = 2 }, "4711");
  assert_unknown (self, read_orders, (Job){ .account = "demo", .keys = order }, "O9");
}

static void
test_coupons (Fixture *self, gconstpointer data)
{
  Job job = { .id = 1 };
  const TenureCoupon *locked, *spent;

  add_families (self);
  rows_read (&self->rows, read_coupons, &job);
  g_assert_cmpuint (job.found->len, ==, 2);
  locked = job.found->pdata[0];
  spent = job.found->pdata[1];
  g_assert_cmpint (locked->locked, ==, 700);
  g_assert_cmpint (locked->expiry, ==, 5000);
  g_assert_cmpint (spent->locked, ==, 0);
  g_assert_cmpint (spent->expiry, ==, TENURE_TIME_UNKNOWN);
  g_ptr_array_unref (job.found);
}

/* The account ------------------------------------------------------------------------------------------------------ */

typedef struct
{
  const char *key;
  TenureAccount account;
} AccountJob;

static gboolean
read_account (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  AccountJob *job = data;

  return tenure_facts_account (connection, job->key, 2024, &job->account, error);
}

static void
test_account (Fixture *self, gconstpointer data)
{
  AccountJob job = { "demo", { 0 } }, any = { NULL, { 0 } }, wrong = { "nobody", { 0 } };
  g_autoptr (GError) error = NULL;

  rows_run (&self->rows, NULL,
            "INSERT INTO quota VALUES (1, 2024, 3), (1, 2023, 9);"
            "INSERT INTO ledger (name, balance) VALUES ('cash/demo', 12345), ('cash/other', 1)");
  rows_read (&self->rows, read_account, &job);
  g_assert_cmpint (job.account.id, ==, 1);
  g_assert_cmpint (job.account.balance, ==, 12345);
  g_assert_cmpint (job.account.quota_used, ==, 3);
  g_assert_cmpint (job.account.lead_days, ==, 5);
  g_assert_cmpint (job.account.unified_day, ==, 0);
  tenure_account_clear (&job.account);
  g_assert_false (tenure_store_read (self->rows.store, read_account, &any, NULL, &error));
  tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN, "several");
  g_assert_false (tenure_store_read (self->rows.store, read_account, &wrong, NULL, &error));
  tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN, "nobody");
  rows_run (&self->rows, NULL, "DELETE FROM account WHERE id = 2");
  rows_read (&self->rows, read_account, &any);
  g_assert_cmpstr (any.account.key, ==, "demo");
  tenure_account_clear (&any.account);
}

/* Bulk against one by one ------------------------------------------------------------------------------------------ */

static gboolean
same_terms (const TenureResource *a, const TenureResource *b)
{
  if (a->n_terms != b->n_terms)
    return FALSE;
  for (guint i = 0; i < a->n_terms; i++)
    if (a->terms[i].id != b->terms[i].id || a->terms[i].end != b->terms[i].end || a->terms[i].due != b->terms[i].due)
      return FALSE;
  return TRUE;
}

static void
test_bulk (Fixture *self, gconstpointer data)
{
  gint64 ids[200];
  Job bulk = { .ids = ids, .n = G_N_ELEMENTS (ids) };

  rows_fill (&self->rows, self->random, 300, 600);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = g_rand_int_range (self->random, 0, 3) + (gint64)i * 3 + 1;
  rows_read (&self->rows, read_resources, &bulk);
  g_assert_cmpuint (bulk.found->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < bulk.found->len; i++)
    {
      const TenureResource *one = bulk.found->pdata[i];
      Job alone = { .ids = &ids[i], .n = 1 };

      rows_read (&self->rows, read_resources, &alone);
      g_assert_cmpint (one->id, ==, ids[i]);
      g_assert_true (same_terms (one, alone.found->pdata[0]));
      g_ptr_array_unref (alone.found);
    }
  g_ptr_array_unref (bulk.found);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/facts/resources", test_resources }, { "/facts/terms", test_terms },     { "/facts/orders", test_orders },
    { "/facts/trace", test_trace },         { "/facts/unknown", test_unknown }, { "/facts/coupons", test_coupons },
    { "/facts/account", test_account },     { "/facts/bulk", test_bulk },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
