/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Export records: what each kind takes, its limits, what is kept of the question, and when the record goes. */
#include "engine.h"

#include "tenure-export-records.h"

enum
{
  ORDERS,
  UNPAID,
  RENEWAL_LIST,
  PRICE_LIST
};

static GPtrArray *records_at (Engine *engine, TenureTime now);

/* Reading --------------------------------------------------------------------------------------------------------- */

typedef struct
{
  TenureTime now;
  GPtrArray *records;
} Reading;

static gboolean
read_job (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;

  reading->records = tenure_export_records_read (connection, "demo", reading->now, error);
  return reading->records != NULL;
}

static GPtrArray *
records_at (Engine *engine, TenureTime now)
{
  Reading reading = { now, NULL };
  g_autoptr (GError) error = NULL;

  tenure_store_read (tenure_profile_store (engine->profile), read_job, &reading, NULL, &error);
  g_assert_no_error (error);
  return reading.records;
}

static gint64
journal_count (Engine *engine, const char *kind)
{
  return engine_number_of (engine, "SELECT count (*) FROM journal WHERE kind = ?1", kind);
}

/* GD-57: 72 hours to the second, settled or not. */
static void
test_life (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-05-01 10:00:00", 0);
  TenureExport export = { .what = ORDERS };
  g_autoptr (TenureOutcome) done = engine_do (engine, TENURE_COMMAND_EXPORT, &export);
  g_autoptr (GPtrArray) there = NULL;
  g_autoptr (GPtrArray) gone = NULL;

  g_assert_cmpstr (engine_number (done), ==, "LXDC20240501-1");
  engine_check (engine);
  engine_go (engine, "2024-05-04 09:59:59");
  there = records_at (engine, engine->now);
  g_assert_cmpuint (there->len, ==, 1);
  gone = records_at (engine, engine->now + 1);
  g_assert_cmpuint (gone->len, ==, 0);
  engine_go (engine, "2024-05-04 10:00:00");
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM export", NULL), ==, 0);
  g_assert_cmpint (engine_number_of (engine, "SELECT count (*) FROM event", NULL), ==, 0);
  g_assert_cmpint (journal_count (engine, "export.requested"), ==, 1);
  g_assert_cmpint (journal_count (engine, "export.gone"), ==, 1);
  engine_check (engine);
}

/* What is kept: what, how, and the filter by its names; all of the list where there is none. */
static void
test_record (void)
{
  static const struct
  {
    int what;
    const char *question, *kept;
  } rows[] = {
    { ORDERS, NULL, "{\"query\":{\"list\":\"orders\"}}" },
    { ORDERS, "{\"status\":\"completed\",\"list\":\"orders\",\"from\":5}",
      "{\"query\":{\"from\":5,\"list\":\"orders\",\"status\":\"completed\"}}" },
    { PRICE_LIST, "{\"list\":\"renewals\",\"mode\":\"auto\"}",
      "{\"query\":{\"list\":\"renewals\",\"mode\":\"auto\"}}" },
  };
  g_autoptr (Engine) engine = engine_open ("2024-05-01 10:00:00", 0);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TenureExport export = { .what = rows[i].what, .format = 1, .encoding = 2, .question = (char *)rows[i].question };
      g_autoptr (TenureOutcome) done = engine_do (engine, TENURE_COMMAND_EXPORT, &export);
      g_autoptr (GPtrArray) records = NULL;
      const TenureExportRecord *record;

      engine_pass (engine, 1);
      records = records_at (engine, engine->now);
      record = records->pdata[0];
      g_assert_cmpuint (records->len, ==, i + 1);
      g_assert_cmpstr (record->key, ==, engine_number (done));
      g_assert_cmpint (record->what, ==, rows[i].what);
      g_assert_cmpint (record->format, ==, 1);
      g_assert_cmpint (record->encoding, ==, 2);
      g_assert_cmpstr (record->question, ==, rows[i].kept);
      g_assert_cmpint (record->state, ==, TENURE_EXPORT_REQUESTED);
      g_assert_cmpint (record->rows, ==, -1);
      g_assert_cmpint (record->finished, ==, TENURE_TIME_UNKNOWN);
    }
  engine_check (engine);
}

/* A filter that cannot be read, or is one of another list, is a slip of the hand. */
static void
test_bad_filter (void)
{
  static const char *const bad[] = {
    "{",
    "[]",
    "{}",
    "{\"list\":\"unpaid\"}",
    "{\"list\":\"orders\",\"status\":\"gone\"}",
    "{\"list\":\"orders\",\"colour\":\"red\"}",
  };
  g_autoptr (Engine) engine = engine_open ("2024-05-01 10:00:00", 0);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      TenureExport export = { .what = ORDERS, .question = (char *)bad[i] };
      g_autoptr (TenureCommand) command = tenure_command_new (TENURE_COMMAND_EXPORT, &export, NULL, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (tenure_embedded_plan_at (engine->platform, command, engine->now, &error));
      g_assert_cmpuint (error->domain, ==, TENURE_INPUT_ERROR);
    }
}

/* Each kind takes what it is made from, and nothing else. */
static void
test_refusals (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *key = engine_buy (engine, "vpc", "net", 1);
  g_autofree char *order = engine_value (engine, "SELECT key FROM \"order\"", NULL);
  g_auto (GStrv) resources = engine_strv (key, NULL);
  g_auto (GStrv) orders = engine_strv (order, NULL);
  const struct
  {
    TenureExport export;
    const char *rule;
  } rows[] = {
    { { .what = UNPAID }, "export.nothing-chosen" },
    { { .what = RENEWAL_LIST, .months = 1 }, "export.nothing-chosen" },
    { { .what = RENEWAL_LIST, .rows = resources }, "export.no-duration" },
    { { .what = RENEWAL_LIST, .rows = resources, .months = 13 }, "export.duration" },
    { { .what = PRICE_LIST, .months = 1 }, "export.needless-duration" },
    { { .what = ORDERS, .rows = orders }, "export.no-choice" },
    { { .what = UNPAID, .rows = orders, .question = (char *)"{}" }, "export.no-filter" },
    { { .what = UNPAID, .rows = orders }, "export.not-unpaid" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    engine_refused (engine, TENURE_COMMAND_EXPORT, &rows[i].export, rows[i].rule);
  engine_check (engine);
}

/* Of ticked orders those that wait for payment are exported; a child goes with its whole. */
static void
test_unpaid (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 1000);
  g_autofree char *one = engine_buy (engine, "vpc", "one", 1);
  g_autofree char *two = engine_buy (engine, "vpc", "two", 1);
  g_auto (GStrv) both = engine_strv (one, two, NULL);
  TenureRenew renew = { .resources = both, .months = 1 };
  g_autoptr (TenureOutcome) waiting = engine_do (engine, TENURE_COMMAND_RENEW, &renew);
  g_autofree char *paid = engine_value (engine, "SELECT key FROM \"order\" WHERE status = 'completed'", NULL);
  g_autofree char *child = engine_value (engine, "SELECT key FROM \"order\" WHERE parent_id IS NOT NULL", NULL);
  g_auto (GStrv) rows = engine_strv (waiting->orders[0], paid, child, NULL);
  TenureExport export = { .what = UNPAID, .rows = rows };
  g_autoptr (TenureOutcome) done = engine_do (engine, TENURE_COMMAND_EXPORT, &export);
  g_autofree char *kept = engine_value (engine, "SELECT question FROM export", NULL);
  g_autofree char *expected = g_strdup_printf ("{\"rows\":[\"%s\"]}", waiting->orders[0]);

  g_assert_null (engine_item_rule (done->plan, 0));
  g_assert_cmpstr (engine_item_rule (done->plan, 1), ==, "export.not-unpaid");
  g_assert_cmpstr (engine_item_rule (done->plan, 2), ==, "order.child");
  g_assert_cmpint (done->plan->holds_until, ==,
                   engine_number_of (engine, "SELECT max (deadline) FROM \"order\"", NULL));
  g_assert_cmpstr (kept, ==, expected);
  engine_check (engine);
}

static char **
many (Engine *engine, guint n)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  TenurePlaceOrder order = { .offer = (char *)"vpc",
                             .spec = (char *)"standard",
                             .region = (char *)"cn-north-4",
                             .name = (char *)"n",
                             .months = 1,
                             .quantity = 67,
                             .agreed = TRUE };

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (TenureOutcome) placed = engine_do (engine, TENURE_COMMAND_ORDER, &order);

      tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_PAY, &(TenurePay){ .orders = placed->orders }));
    }
  engine_pass (engine, 10);
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autofree char *key = engine_value (engine, "SELECT key FROM resource WHERE id = ?1", id);

      g_strv_builder_add (builder, key);
    }
  return g_strv_builder_end (builder);
}

/* GP-32: 200 rows of a renewal list, not 201. */
static void
test_limit (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-01-10 10:30:00", 10000);
  g_auto (GStrv) keys = many (engine, 201);
  TenureExport export = { .what = RENEWAL_LIST, .rows = keys, .months = 1 };
  g_autofree char *last = NULL;

  g_assert_cmpuint (g_strv_length (keys), ==, 201);
  engine_refused (engine, TENURE_COMMAND_EXPORT, &export, "command.too-many");
  last = g_steal_pointer (&keys[200]);
  tenure_outcome_unref (engine_do (engine, TENURE_COMMAND_EXPORT, &export));
  engine_check (engine);
}

/* Keys are told apart by day and number, and a repeated command answers with the first. */
static void
test_again (void)
{
  g_autoptr (Engine) engine = engine_new ("2024-05-01 10:00:00", 0, FALSE, TENURE_LEVEL_V3);
  TenureExport export = { .what = PRICE_LIST };
  g_autoptr (TenurePlan) plan = engine_plan (engine, TENURE_COMMAND_EXPORT, &export);
  g_autoptr (TenureOutcome) first = engine_apply (engine, plan);
  g_autoptr (TenureOutcome) repeated = engine_apply (engine, plan);
  g_autoptr (TenureOutcome) second = engine_do (engine, TENURE_COMMAND_EXPORT, &export);

  g_assert_cmpstr (engine_number (first), ==, "DC20240501-1");
  g_assert_cmpint (repeated->status, ==, TENURE_OUTCOME_REPEATED);
  g_assert_cmpstr (engine_number (repeated), ==, "DC20240501-1");
  g_assert_cmpstr (engine_number (second), ==, "DC20240501-2");
  engine_check (engine);
}

/* Moving on ------------------------------------------------------------------------------------------------------- */

static gboolean
change_job (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return tenure_export_record_change (connection, data, error);
}

static void
change (Engine *engine, const TenureExportChange *to)
{
  g_autoptr (GError) error = NULL;

  tenure_store_write (tenure_profile_store (engine->profile), change_job, (gpointer)to, NULL, &error);
  g_assert_no_error (error);
}

/* Each state tells the journal; what was known of a file that is made again is forgotten; one that went stays gone. */
static void
test_states (void)
{
  g_autoptr (Engine) engine = engine_open ("2024-05-01 10:00:00", 0);
  g_autoptr (TenureOutcome) done = engine_do (engine, TENURE_COMMAND_EXPORT, &(TenureExport){ .what = ORDERS });
  TenureExportChange to = { .key = "LXDC20240501-1", .account = "demo", .actor = "me", .now = engine->now };
  const struct
  {
    TenureExportState state;
    const char *path, *reason, *row;
  } rows[] = {
    { TENURE_EXPORT_MAKING, "/x", NULL, "making|||||" },
    { TENURE_EXPORT_FAILED, "/x", "no-space", "failed||||no-space|1714528800" },
    { TENURE_EXPORT_READY, "/x", NULL, "ready|7|2|/x||1714528800" },
    { TENURE_EXPORT_MAKING, NULL, NULL, "making|||||" },
  };

  to.rows = 7;
  to.left_out = 2;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *row = NULL;

      to.state = rows[i].state;
      to.path = rows[i].path;
      to.reason = rows[i].reason;
      change (engine, &to);
      row =
          engine_value (engine,
                        "SELECT state || '|' || ifnull (rows, '') || '|' || ifnull (left_out, '') || '|' ||"
                        " ifnull (path, '') || '|' || ifnull (reason, '') || '|' || ifnull (finished, '') FROM export",
                        NULL);
      g_assert_cmpstr (row, ==, rows[i].row);
      engine_check (engine);
    }
  g_assert_cmpint (journal_count (engine, "export.making"), ==, 2);
  g_assert_cmpint (journal_count (engine, "export.ready"), ==, 1);
  g_assert_cmpint (journal_count (engine, "export.failed"), ==, 1);
  engine_go (engine, "2024-05-04 10:00:00");
  to.state = TENURE_EXPORT_READY;
  change (engine, &to);
  g_assert_cmpint (journal_count (engine, "export.ready"), ==, 1);
}

/* What the check finds. */
static void
test_check (void)
{
  static const struct
  {
    const char *sql, *check;
  } faults[] = {
    { "DELETE FROM event WHERE kind = 'export'", "exports-expiry" },
    { "UPDATE export SET expiry = expiry + 1", "exports-expiry" },
    { "INSERT INTO event (due, kind, subject) VALUES (9999999999, 'export', 77)", "events-subjects" },
    { "UPDATE export SET state = 'ready'", "exports-state" },
    { "UPDATE export SET state = 'failed'", "exports-state" },
    { "UPDATE export SET path = '/x'", "exports-state" },
    { "UPDATE export SET question = '{'", "exports-state" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (Engine) engine = engine_open ("2024-05-01 10:00:00", 0);
      g_autoptr (TenureOutcome) done = engine_do (engine, TENURE_COMMAND_EXPORT, &(TenureExport){ .what = ORDERS });
      g_autoptr (GPtrArray) checks = NULL;
      g_autoptr (GError) error = NULL;

      engine_sql (engine, faults[i].sql);
      checks = tenure_check (tenure_profile_store (engine->profile), NULL, &error);
      g_assert_no_error (error);
      for (guint c = 0; c < checks->len; c++)
        {
          const TenureCheck *check = checks->pdata[c];

          g_assert_cmpuint (check->faults->len > 0, ==, g_str_equal (check->name, faults[i].check));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/GD-57-life", test_life);
  g_test_add_func ("/export/record", test_record);
  g_test_add_func ("/export/bad-filter", test_bad_filter);
  g_test_add_func ("/export/refusals", test_refusals);
  g_test_add_func ("/export/unpaid", test_unpaid);
  g_test_add_func ("/export/GP-32-limit", test_limit);
  g_test_add_func ("/export/again", test_again);
  g_test_add_func ("/export/states", test_states);
  g_test_add_func ("/export/check", test_check);
  return g_test_run ();
}
