/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine.h"

#include <glib/gstdio.h>
#include <stdarg.h>

static TenureTime
time_at (const char *text)
{
  g_autoptr (GError) error = NULL;
  TenureTime time;

  tenure_time_parse (text, 0, &time, &error);
  g_assert_no_error (error);
  return time;
}

Engine *
engine_new (const char *start, gint64 balance, gboolean practice, TenureLevel level)
{
  g_autoptr (GError) error = NULL;
  Engine *self = g_new0 (Engine, 1);
  TenureProfileSetup setup = { "test", practice, level, NULL };
  g_autoptr (TenurePolicy) policy = tenure_data_policy ("huawei-cn", &error);

  g_assert_no_error (error);
  setup.policy = policy;
  self->now = time_at (start);
  self->folder = g_dir_make_tmp ("tenure-engine-XXXXXX", &error);
  g_assert_no_error (error);
  g_setenv ("TENURE_PROFILES", self->folder, TRUE);
  self->catalogue = tenure_data_catalogue (&error);
  g_assert_no_error (error);
  self->profile = tenure_profile_create (&setup, self->now, &error);
  g_assert_no_error (error);
  tenure_embedded_first_account (self->profile, "demo", "某市教育局", self->now, &error);
  g_assert_no_error (error);
  self->platform = tenure_embedded_new (self->profile, self->catalogue, "demo", "tester");
  if (balance > 0)
    tenure_outcome_unref (
        engine_do (self, TENURE_COMMAND_TOP_UP, &(TenureTopUp){ .amount = balance * TENURE_MONEY_ONE }));
  return self;
}

Engine *
engine_open (const char *start, gint64 balance)
{
  return engine_new (start, balance, TRUE, TENURE_LEVEL_V3);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_tree (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
engine_free (Engine *self)
{
  g_object_unref (self->platform);
  tenure_store_close (tenure_profile_store (self->profile));
  g_object_unref (self->profile);
  tenure_catalogue_unref (self->catalogue);
  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self);
}

static void
play (Engine *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (tenure_embedded_settle_at (self->platform, self->now, 0, NULL, &error), >=, 0);
  g_assert_no_error (error);
}

void
engine_go (Engine *self, const char *time)
{
  self->now = time_at (time);
  play (self);
}

void
engine_pass (Engine *self, TenureTime seconds)
{
  self->now += seconds;
  play (self);
}

/* --- Commands -------------------------------------------------------------------------------------------------------
 */

TenurePlan *
engine_plan (Engine *self, TenureCommandKind kind, gconstpointer params)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureCommand) command = tenure_command_new (kind, params, NULL, &error);
  TenurePlan *plan;

  g_assert_no_error (error);
  plan = tenure_embedded_plan_at (self->platform, command, self->now, &error);
  g_assert_no_error (error);
  return plan;
}

TenureOutcome *
engine_apply (Engine *self, TenurePlan *plan)
{
  g_autoptr (GError) error = NULL;
  TenureOutcome *outcome = tenure_embedded_apply_at (self->platform, plan->command, plan, self->now, &error);

  g_assert_no_error (error);
  return outcome;
}

static void
print_refusals (const TenurePlan *plan)
{
  for (guint i = 0; i < plan->refusals->len; i++)
    g_test_message ("refused: %s", ((TenureRefusal *)plan->refusals->pdata[i])->rule);
  for (guint i = 0; i < plan->items->len; i++)
    if (engine_item_rule (plan, i) != NULL)
      g_test_message ("item %u refused: %s", i, engine_item_rule (plan, i));
}

TenureOutcome *
engine_do (Engine *self, TenureCommandKind kind, gconstpointer params)
{
  g_autoptr (TenurePlan) plan = engine_plan (self, kind, params);
  TenureOutcome *outcome = engine_apply (self, plan);

  if (outcome->status != TENURE_OUTCOME_DONE)
    print_refusals (outcome->plan);
  g_assert_cmpint (outcome->status, ==, TENURE_OUTCOME_DONE);
  return outcome;
}

const char *
engine_item_rule (const TenurePlan *plan, guint index)
{
  const TenurePlanItem *item = plan->items->pdata[index];

  return item->refusal == NULL ? NULL : item->refusal->rule;
}

void
engine_refused (Engine *self, TenureCommandKind kind, gconstpointer params, const char *rule)
{
  g_autofree char *before = engine_dump (self);
  g_autoptr (TenurePlan) plan = engine_plan (self, kind, params);
  g_autoptr (TenureOutcome) outcome = engine_apply (self, plan);
  g_autofree char *after = engine_dump (self);

  g_assert_false (tenure_plan_possible (plan));
  if (plan->refusals->len > 0)
    g_assert_cmpstr (((TenureRefusal *)plan->refusals->pdata[0])->rule, ==, rule);
  else
    g_assert_cmpstr (engine_item_rule (plan, 0), ==, rule);
  g_assert_cmpint (outcome->status, ==, TENURE_OUTCOME_REFUSED);
  g_assert_cmpstr (before, ==, after);
}

const char *
engine_number (const TenureOutcome *outcome)
{
  g_assert_nonnull (outcome->orders[0]);
  return outcome->orders[0];
}

char **
engine_strv (const char *first, ...)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  va_list rest;

  va_start (rest, first);
  for (const char *text = first; text != NULL; text = va_arg (rest, const char *))
    g_strv_builder_add (builder, text);
  va_end (rest);
  return g_strv_builder_end (builder);
}

static TenurePlaceOrder
form (const char *offer, const char *name, int months)
{
  TenurePlaceOrder order = { .offer = (char *)offer,
                             .name = (char *)name,
                             .months = months,
                             .quantity = 1,
                             .region = (char *)"cn-north-4",
                             .agreed = TRUE };

  if (g_str_equal (offer, "ecs"))
    order.spec = (char *)"s6.small.1";
  return order;
}

char *
engine_buy (Engine *self, const char *offer, const char *name, int months)
{
  const TenureOffer *sold = tenure_catalogue_find (self->catalogue, offer);
  TenurePlaceOrder order = form (offer, name, months);
  g_autoptr (TenureOutcome) placed = NULL;
  g_autoptr (TenureOutcome) paid = NULL;
  g_auto (GStrv) numbers = NULL;

  if (order.spec == NULL)
    order.spec = (char *)sold->specs[0].key;
  if (sold->by_bandwidth)
    order.bandwidth = 5;
  placed = engine_do (self, TENURE_COMMAND_ORDER, &order);
  numbers = engine_strv (engine_number (placed), NULL);
  paid = engine_do (self, TENURE_COMMAND_PAY, &(TenurePay){ .orders = numbers });
  engine_pass (self, 4);
  return engine_value (self, "SELECT key FROM resource WHERE name = ?1 AND main_id IS NULL", name);
}

/* --- Looking into the file
 * -------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *sql, *argument;
  char *value;
} Question;

static gboolean
ask (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;
  g_autoptr (TenureStatement) statement = tenure_connection_prepare_dynamic (connection, question->sql, error);

  if (statement == NULL)
    return FALSE;
  if (question->argument != NULL)
    tenure_statement_bind_text (statement, 1, question->argument);
  if (tenure_statement_step (statement, error))
    question->value = tenure_statement_dup_text (statement, 0);
  return TRUE;
}

char *
engine_value (Engine *self, const char *sql, const char *argument)
{
  g_autoptr (GError) error = NULL;
  Question question = { sql, argument, NULL };

  tenure_store_read (tenure_profile_store (self->profile), ask, &question, NULL, &error);
  g_assert_no_error (error);
  return question.value;
}

gint64
engine_number_of (Engine *self, const char *sql, const char *argument)
{
  g_autofree char *text = engine_value (self, sql, argument);

  g_assert_nonnull (text);
  return g_ascii_strtoll (text, NULL, 10);
}

TenureMoney
engine_balance (Engine *self)
{
  return engine_number_of (self, "SELECT coalesce (sum (balance), 0) FROM ledger WHERE name = 'cash/demo'", NULL);
}

char *
engine_expiry (Engine *self, const char *resource)
{
  return tenure_time_format (engine_number_of (self, "SELECT expiry FROM resource WHERE key = ?1", resource));
}

static gboolean
dump_table (TenureConnection *connection, const char *table, GString *text, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  g_autoptr (TenureStatement) statement = tenure_connection_prepare_dynamic (connection, sql, error);
  g_autofree char *count_sql = g_strdup_printf ("SELECT count (*) FROM pragma_table_info ('%s')", table);
  g_autoptr (TenureStatement) columns = tenure_connection_prepare_dynamic (connection, count_sql, error);

  if (statement == NULL || columns == NULL || !tenure_statement_step (columns, error))
    return FALSE;
  while (tenure_statement_step (statement, error))
    {
      g_string_append (text, table);
      for (int i = 0; i < tenure_statement_int (columns, 0); i++)
        g_string_append_printf (
            text, "|%s", tenure_statement_is_null (statement, i) ? "NULL" : tenure_statement_text (statement, i));
      g_string_append_c (text, '\n');
    }
  return TRUE;
}

static gboolean
dump (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (TenureStatement) tables = tenure_connection_prepare_dynamic (
      connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
      error);

  if (tables == NULL)
    return FALSE;
  while (tenure_statement_step (tables, error))
    if (!dump_table (connection, tenure_statement_text (tables, 0), data, error))
      return FALSE;
  return TRUE;
}

char *
engine_dump (Engine *self)
{
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);

  tenure_store_read (tenure_profile_store (self->profile), dump, text, NULL, &error);
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

void
engine_check (Engine *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) checks = tenure_check (tenure_profile_store (self->profile), NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < checks->len; i++)
    for (guint f = 0; f < ((TenureCheck *)checks->pdata[i])->faults->len; f++)
      g_printerr ("%s: %s\n", ((TenureCheck *)checks->pdata[i])->name,
                  (char *)((TenureCheck *)checks->pdata[i])->faults->pdata[f]);
  g_assert_cmpuint (tenure_check_faults (checks), ==, 0);
}

static gboolean
run_sql (TenureConnection *connection, gpointer sql, GCancellable *cancellable, GError **error)
{
  return tenure_connection_exec (connection, sql, error);
}

void
engine_sql (Engine *self, const char *sql)
{
  g_autoptr (GError) error = NULL;

  tenure_store_write (tenure_profile_store (self->profile), run_sql, (gpointer)sql, NULL, &error);
  g_assert_no_error (error);
}
