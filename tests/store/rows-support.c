/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rows-support.h"

#include <glib/gstdio.h>

#include "tenure-enums.h"
#include "tenure-text.h"

#define ONE(random, array) (array)[g_rand_int_range (random, 0, G_N_ELEMENTS (array))]
#define CHANCE(random, percent) (g_rand_int_range (random, 0, 100) < (percent))

static const char *const services[] = { "ecs", "eip", "evs", "rds", "vpc" };
static const char *const regions[] = { "cn-north-4", "cn-east-3", "cn-south-1" };
static const char *const names[] = { "Web 服务器", "数据库", "mail", "ＶＰＮ", "backup_100%", "web" };
static const int types[] = { 1, 2, 3, 4, 10, 11 };

/* Makes and runs --------------------------------------------------------------------------------------------------- */

void
rows_init (Rows *self)
{
  g_autofree char *text = tenure_test_data ("policy", "huawei-cn.json", NULL);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  self->dir = g_dir_make_tmp ("tenure-rows-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->dir, "tenure.db", NULL);
  self->store = tenure_store_open (path, TRUE, TRUE, &error);
  g_assert_no_error (error);
  self->policy = tenure_policy_parse (text, -1, &error);
  g_assert_no_error (error);
  self->now = tenure_day_at (tenure_day_from_ymd (2024, 6, 14), 15, 30, 7);
  rows_run (self, NULL,
            "INSERT INTO account (id, key, name, lead_days, opened, source, fetched_at)"
            " VALUES (1, 'demo', 'Demo', 5, 1, 'test', 0), (2, 'other', 'Other', NULL, 1, 'test', 0)");
}

void
rows_clear (Rows *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->dir, 0, NULL);

  tenure_store_close (self->store);
  g_clear_object (&self->store);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (self->dir, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->dir);
  g_clear_pointer (&self->dir, g_free);
  g_clear_pointer (&self->policy, tenure_policy_unref);
}

typedef struct
{
  const char *scope, *sql;
} Script;

static gboolean
run_script (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  const Script *script = data;

  if (script->scope != NULL)
    tenure_connection_touch (connection, script->scope);
  return tenure_connection_exec (connection, script->sql, error);
}

void
rows_run (Rows *self, const char *scope, const char *sql)
{
  Script script = { scope, sql };
  g_autoptr (GError) error = NULL;

  tenure_store_write (self->store, run_script, &script, NULL, &error);
  g_assert_no_error (error);
}

typedef struct
{
  const char *sql;
  gint64 value;
} Question;

static gboolean
read_value (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;
  g_autoptr (TenureStatement) statement = tenure_connection_prepare_dynamic (connection, question->sql, error);

  g_assert_true (statement != NULL && tenure_statement_step (statement, error));
  question->value = tenure_statement_known (statement, 0);
  return TRUE;
}

gint64
rows_value (Rows *self, const char *sql)
{
  Question question = { sql, 0 };

  rows_read (self, read_value, &question);
  return question.value;
}

void
rows_read (Rows *self, TenureJob job, gpointer data)
{
  g_autoptr (GError) error = NULL;

  tenure_store_read (self->store, job, data, NULL, &error);
  g_assert_no_error (error);
}

/* Fills ------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  Rows *rows;
  GRand *random;
  guint n_orders, n_resources;
  gint64 order, resource; /* ids so far */
} Fill;

static void
must (gboolean done, GError *error)
{
  g_assert_no_error (error);
  g_assert_true (done);
}

static void
bind_money (TenureStatement *statement, int index, GRand *random)
{
  if (CHANCE (random, 5))
    tenure_statement_bind_null (statement, index);
  else
    tenure_statement_bind_int (statement, index, g_rand_int_range (random, 0, 2000) * G_GINT64_CONSTANT (50000000));
}

static void
bind_search (TenureStatement *statement, int index, const char *key, const char *name)
{
  g_autofree char *text = g_strjoin ("\n", key, name, NULL);
  g_autofree char *folded = tenure_text_search_key (text);

  tenure_statement_bind_text (statement, index, folded);
}

/* A composite order now and then, and its children behind it. */
static gint64
parent_of (Fill *self, gint64 id)
{
  return id > 10 && id % 10 >= 8 ? id - id % 10 + 7 : 0;
}

static gboolean
is_composite (gint64 id)
{
  return id > 10 && id % 10 == 7;
}

static void
add_order (Fill *self, TenureStatement *statement, gint64 id)
{
  GRand *random = self->random;
  g_autofree char *key = g_strdup_printf ("CS%08u%06" G_GINT64_FORMAT, g_rand_int (random) % 100000000, id);
  TenureOrderStatus status = g_rand_int_range (random, 0, TENURE_ORDER_CONFIRMATION + 1);
  GError *error = NULL;

  tenure_statement_bind_int (statement, 1, id);
  tenure_statement_bind_int (statement, 2, CHANCE (random, 10) ? 2 : 1);
  tenure_statement_bind_text (statement, 3, key);
  tenure_statement_bind_known (statement, 4, parent_of (self, id) > 0 ? parent_of (self, id) : G_MININT64);
  tenure_statement_bind_int (statement, 5, is_composite (id));
  tenure_statement_bind_int (statement, 6, ONE (random, types));
  tenure_statement_bind_text (statement, 7, tenure_order_status_name (status));
  /* Few different seconds: many rows are alike but for their id. */
  tenure_statement_bind_int (statement, 8,
                             self->rows->now - g_rand_int_range (random, 0, 400) * TENURE_DAY_SECONDS / 4);
  bind_money (statement, 9, random);
  bind_money (statement, 10, random);
  bind_money (statement, 11, random);
  tenure_statement_bind_text (statement, 12, ONE (random, services));
  bind_search (statement, 13, key, ONE (random, names));
  must (tenure_statement_run (statement, &error), error);
}

static void
add_line (Fill *self, TenureStatement *statement, gint64 order, int position)
{
  const char *service = ONE (self->random, services);
  GError *error = NULL;

  tenure_statement_bind_int (statement, 1, order);
  tenure_statement_bind_int (statement, 2, position);
  tenure_statement_bind_known (statement, 3,
                               self->n_resources > 0 && CHANCE (self->random, 80)
                                   ? self->resource + g_rand_int_range (self->random, 1, (gint32)self->n_resources + 1)
                                   : G_MININT64);
  tenure_statement_bind_text (statement, 4, ONE (self->random, names));
  tenure_statement_bind_text (statement, 5, service);
  tenure_statement_bind_text (statement, 6, ONE (self->random, regions));
  bind_money (statement, 7, self->random);
  must (tenure_statement_run (statement, &error), error);
}

static TenureTime
random_expiry (Fill *self)
{
  TenureTime now = self->rows->now;
  TenureDay day = tenure_day_of (now) + g_rand_int_range (self->random, -40, 200);

  switch (g_rand_int_range (self->random, 0, 20))
    {
    case 0:
      return now + g_rand_int_range (self->random, -1, 2);
    case 1:
      return tenure_day_start (day);
    case 2:
      return tenure_day_end (tenure_day_of (now) - self->rows->policy->grace_days[TENURE_LEVEL_V3]) +
             g_rand_int_range (self->random, -1, 2);
    default:
      return tenure_day_end (day);
    }
}

static TenureTime
random_start (Fill *self)
{
  gint64 window = self->rows->policy->five_day_hours * TENURE_HOUR_SECONDS;

  switch (g_rand_int_range (self->random, 0, 8))
    {
    case 0:
      return self->rows->now - window + g_rand_int_range (self->random, -1, 2);
    case 1:
      return self->rows->now - g_rand_int_range (self->random, -1, (gint32)window);
    default:
      return self->rows->now - g_rand_int_range (self->random, 0, 400) * TENURE_DAY_SECONDS;
    }
}

static void
bind_states (Fill *self, TenureStatement *statement)
{
  GRand *random = self->random;
  TenureMode mode = g_rand_int_range (random, 0, TENURE_MODE_NO_RENEWAL + 1);
  TenureResourceStatus status = CHANCE (random, 80) ? TENURE_RESOURCE_ACTIVE : g_rand_int_range (random, 1, 3);

  tenure_statement_bind_text (statement, 11, tenure_mode_name (mode));
  tenure_statement_bind_known (statement, 12, mode == TENURE_MODE_AUTO ? 12 : G_MININT64);
  tenure_statement_bind_int (statement, 13, random_start (self));
  tenure_statement_bind_int (statement, 14, random_expiry (self));
  tenure_statement_bind_text (statement, 15, tenure_resource_status_name (status));
  tenure_statement_bind_known (statement, 16,
                               self->n_orders > 0 && CHANCE (random, 15)
                                   ? self->order + g_rand_int_range (random, 1, (gint32)self->n_orders + 1)
                                   : G_MININT64);
  tenure_statement_bind_int (statement, 17, CHANCE (random, 10));
}

static void
add_resource (Fill *self, TenureStatement *statement, gint64 id)
{
  GRand *random = self->random;
  g_autofree char *key = g_strdup_printf ("%08x-%06" G_GINT64_FORMAT, g_rand_int (random), id);
  g_autofree char *name = g_strdup_printf ("%s-%02d", ONE (random, names), g_rand_int_range (random, 0, 40));
  g_autofree char *name_key = g_utf8_collate_key (name, -1);
  GError *error = NULL;

  tenure_statement_bind_int (statement, 1, id);
  tenure_statement_bind_int (statement, 2, CHANCE (random, 10) ? 2 : 1);
  tenure_statement_bind_text (statement, 3, key);
  tenure_statement_bind_text (statement, 4, name);
  tenure_statement_bind_blob (statement, 5, name_key, strlen (name_key));
  tenure_statement_bind_text (statement, 6, ONE (random, services));
  tenure_statement_bind_text (statement, 7, ONE (random, services));
  tenure_statement_bind_text (statement, 8, ONE (random, regions));
  tenure_statement_bind_known (statement, 9, id % 5 == 0 ? id - 1 : G_MININT64);
  bind_search (statement, 10, key, name);
  bind_states (self, statement);
  must (tenure_statement_run (statement, &error), error);
}

static void
add_terms (Fill *self, TenureStatement *statement, gint64 resource)
{
  TenureTime start = self->rows->now - 100 * TENURE_DAY_SECONDS;
  int n = g_rand_int_range (self->random, 1, 4);
  GError *error = NULL;

  for (int i = 0; i < n; i++)
    {
      TenureTime end = start + g_rand_int_range (self->random, 1, 70) * TENURE_DAY_SECONDS;

      tenure_statement_bind_int (statement, 1, resource);
      tenure_statement_bind_int (statement, 2,
                                 self->order + g_rand_int_range (self->random, 1, (gint32)self->n_orders + 1));
      tenure_statement_bind_text (statement, 3, i == 0 ? "new" : CHANCE (self->random, 80) ? "renewal" : "change");
      tenure_statement_bind_int (statement, 4, CHANCE (self->random, 5) ? self->rows->now : start);
      tenure_statement_bind_int (statement, 5, MAX (end, self->rows->now));
      bind_money (statement, 6, self->random);
      tenure_statement_bind_int (statement, 7, CHANCE (self->random, 10));
      must (tenure_statement_run (statement, &error), error);
      start = end + 1;
    }
}

static const char order_sql[] =
    "INSERT INTO \"order\" (id, account_id, key, parent_id, composite, type, source_type, status, created, official,"
    " due, cash, credit, flexi, card, product, search, actor, source, fetched_at)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1, ?7, ?8, ?9, ?10, ?11, 0, 0, 0, ?12, ?13, 'test', 'test', 0)";
static const char line_sql[] =
    "INSERT INTO line (order_id, position, resource_id, name, offer, service, product, spec, region, months, due)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?5, 's', ?6, 1, ?7)";
static const char resource_sql[] =
    "INSERT INTO resource (id, account_id, key, name, name_key, offer, service, product, spec, region, main_id,"
    " search, mode, auto_months, anchor, start, expiry, status, open_order_id, five_day_excluded, source, fetched_at)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7, 's', ?8, ?9, ?10, ?11, ?12, 1, ?13, ?14, ?15, ?16, ?17, 'test', 0)";
static const char term_sql[] = "INSERT INTO term (resource_id, order_id, kind, start, \"end\", months, due, refunded)"
                               " VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, ?7)";

static gint64
greatest (TenureConnection *connection, const char *sql, GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (connection, sql, error);

  g_assert_true (statement != NULL && tenure_statement_step (statement, error));
  return tenure_statement_int (statement, 0);
}

static gboolean
fill (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Fill *self = data;
  g_autoptr (TenureStatement) order = tenure_connection_prepare (connection, order_sql, error);
  g_autoptr (TenureStatement) line = tenure_connection_prepare (connection, line_sql, error);
  g_autoptr (TenureStatement) resource = tenure_connection_prepare (connection, resource_sql, error);
  g_autoptr (TenureStatement) term = tenure_connection_prepare (connection, term_sql, error);

  self->order = greatest (connection, "SELECT coalesce (max (id), 0) FROM \"order\"", error);
  self->resource = greatest (connection, "SELECT coalesce (max (id), 0) FROM resource", error);
  for (guint i = 1; i <= self->n_orders; i++)
    add_order (self, order, self->order + i);
  for (guint i = 1; i <= self->n_resources; i++)
    add_resource (self, resource, self->resource + i);
  for (guint i = 1; i <= self->n_orders; i++)
    for (int position = 0; !is_composite (self->order + i) && position < (int)(i % 2) + 1; position++)
      add_line (self, line, self->order + i, position);
  for (guint i = 1; self->n_orders > 0 && i <= self->n_resources; i++)
    add_terms (self, term, self->resource + i);
  tenure_connection_touch (connection, "orders");
  tenure_connection_touch (connection, "resources");
  return TRUE;
}

void
rows_fill (Rows *self, GRand *random, guint n_orders, guint n_resources)
{
  Fill job = { self, random, n_orders, n_resources, 0, 0 };
  g_autoptr (GError) error = NULL;

  tenure_store_write (self->store, fill, &job, NULL, &error);
  g_assert_no_error (error);
}
