/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export-support.h"

#include <glib/gstdio.h>

/* A paid order of a thing with an awkward name, and an unpaid composite one with two children. */
static const char rows_sql[] =
    "INSERT INTO \"order\" (id, account_id, key, parent_id, composite, type, source_type, status, created, paid_at,"
    " finished, deadline, official, discount, due, cash, credit, flexi, card, voucher, product, actor, source,"
    " fetched_at) VALUES"
    " (1, 1, 'CS1', NULL, 0, 1, 1, 'completed', 1704074400, 1704074460, 1704074464, 1704679200, 15000000000,"
    "  1000000000, 14000000000, 9000000000, 0, 1050000000, 2000000000, 1950000000, 'Virtual Private Cloud', 'me', 'x',"
    "  0),"
    " (2, 1, 'CS2', NULL, 1, 2, 1, 'unpaid', 1704160800, NULL, NULL, 4102416000, 4000000000, 0, 4000000000, 0, 0, 0, 0,"
    "  0, 'Virtual Private Cloud', 'me', 'x', 0),"
    " (3, 1, 'CS3', 2, 0, 2, 1, 'unpaid', 1704160800, NULL, NULL, 4102416000, 1000000000, 0, 1000000000, 0, 0, 0, 0, 0,"
    "  '', 'me', 'x', 0),"
    " (4, 1, 'CS4', 2, 0, 2, 2, 'unpaid', 1704160800, NULL, NULL, 4102416000, 3000000000, NULL, 3000000000, NULL, NULL,"
    "  NULL, NULL, NULL, '', 'me', 'x', 0);"
    "INSERT INTO resource (id, account_id, key, name, name_key, offer, service, product, spec, region, amount, main_id,"
    " mode, auto_months, auto_left, anchor, start, expiry, status, withdrawn, search, source, fetched_at) VALUES"
    " (1, 1, 'r-1', '=2+3', x'', 'vpc', 'vpc', 'Virtual Private Cloud', 'standard', 'cn-north-4', 0, NULL, 'manual',"
    "  NULL, NULL, 31, 1704074464, 3789561599, 'active', 0, '', 'x', 0),"
    " (2, 1, 'r-2', '财务, \"一\"', x'', 'ecs', 'ecs', 'Elastic Cloud Server', 's6.small.1', 'cn-north-4', 0, NULL,"
    "  'auto', 12, -1, 31, 1704074464, 3793276799, 'active', 0, '', 'x', 0),"
    " (3, 1, 'r-3', '@disk', x'', 'evs', 'evs', 'Elastic Volume Service', 'sas', 'cn-north-4', 40, 2, 'auto', 12, -1,"
    "  31, 1704074464, 3793276799, 'active', 0, '', 'x', 0);"
    "INSERT INTO line (order_id, position, resource_id, name, offer, service, product, spec, region, months, official,"
    " due) VALUES"
    " (1, 0, 1, '=2+3', 'vpc', 'vpc', 'Virtual Private Cloud', 'standard', 'cn-north-4', 12, 10000000000, 10000000000),"
    " (1, 1, 2, '财务, \"一\"', 'ecs', 'ecs', 'Elastic Cloud Server', 's6.small.1', 'cn-north-4', 12, 1, 1),"
    " (3, 0, 1, '=2+3', 'vpc', 'vpc', 'Virtual Private Cloud', 'standard', 'cn-north-4', 1, 1000000000, 1000000000),"
    " (4, 0, 3, '-x', 'evs', 'evs', 'Elastic Volume Service', 'sas', 'cn-north-4', 1, 3000000000, 3000000000)";

static gboolean
sql_job (TenureConnection *connection, gpointer sql, GCancellable *cancellable, GError **error)
{
  return tenure_connection_exec (connection, sql, error);
}

void
place_sql (Place *place, const char *sql)
{
  g_autoptr (GError) error = NULL;

  tenure_store_write (tenure_session_store (place->session), sql_job, (gpointer)sql, NULL, &error);
  g_assert_no_error (error);
}

void
place_setup (Place *place, gconstpointer practice)
{
  TenureSessionSetup setup = { .name = "office", .practice = practice != NULL, .level = TENURE_LEVEL_V3 };
  g_autofree char *profiles = NULL;
  g_autoptr (GError) error = NULL;

  place->folder = g_dir_make_tmp ("tenure-export-XXXXXX", NULL);
  place->target = g_build_filename (place->folder, "out", NULL);
  profiles = g_build_filename (place->folder, "profiles", NULL);
  g_setenv ("TENURE_PROFILES", profiles, TRUE);
  place->session = tenure_session_create (&setup, &error);
  g_assert_no_error (error);
  place_sql (place, rows_sql);
}

void
place_teardown (Place *place, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf %s", place->folder);

  g_object_unref (place->session);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (place->folder);
  g_free (place->target);
}

void
place_fill (Place *place, guint n)
{
  g_autofree char *sql = g_strdup_printf (
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %u)"
      "INSERT INTO resource (account_id, key, name, name_key, offer, service, product, spec, region, mode, anchor, "
      "start,"
      " expiry, status, search, source, fetched_at) SELECT 1, 'n-' || i, 'n' || i, x'', 'vpc', 'vpc',"
      " 'Virtual Private Cloud', 'standard', 'cn-north-4', 'manual', 31, 1704074464, 3789541000 + i, 'active', '', 'x',"
      " 0 FROM n",
      n);

  place_sql (place, sql);
}

void
place_fill_orders (Place *place, guint n)
{
  g_autofree char *orders = g_strdup_printf (
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %u)"
      "INSERT INTO \"order\" (id, account_id, key, type, source_type, status, created, official, discount, due, cash,"
      " credit, flexi, card, voucher, product, actor, source, fetched_at) SELECT 100 + i, 1, 'CN' || i, 1, 1, "
      "'completed',"
      " 1600000000 + i, 12345000000, 0, 12345000000, 12345000000, 0, 0, 0, 0, 'Virtual Private Cloud', 'me', 'x', 0"
      " FROM n",
      n);
  g_autofree char *lines =
      g_strdup_printf ("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %u)"
                       "INSERT INTO line (order_id, position, resource_id, name, offer, service, product, spec, "
                       "region, months, official,"
                       " due) SELECT 100 + i, 0, 1, '办公网络-' || i, 'vpc', 'vpc', 'Virtual Private Cloud', "
                       "'standard', 'cn-north-4', 12,"
                       " 12345000000, 12345000000 FROM n",
                       n);

  place_sql (place, orders);
  place_sql (place, lines);
}

/* Exports --------------------------------------------------------------------------------------------------------- */

char *
place_request (Place *place, const TenureExport *export)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureCommand) command = tenure_command_new (TENURE_COMMAND_EXPORT, export, NULL, &error);
  g_autoptr (TenurePlan) plan = NULL;
  g_autoptr (TenureOutcome) outcome = NULL;

  g_assert_no_error (error);
  plan = tenure_session_plan (place->session, command, &error);
  g_assert_no_error (error);
  outcome = tenure_session_apply (place->session, command, plan, &error);
  g_assert_no_error (error);
  g_assert_cmpint (outcome->status, ==, TENURE_OUTCOME_DONE);
  return g_strdup (outcome->orders[0]);
}

TenureExportRecord *
place_record (Place *place, const char *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = tenure_export_records (place->session, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    if (g_str_equal (((TenureExportRecord *)records->pdata[i])->key, key))
      return g_ptr_array_steal_index (records, i);
  g_assert_not_reached ();
}

TenureExportResult
place_export (Place *place, const TenureExport *export)
{
  g_autofree char *key = place_request (place, export);
  g_autoptr (GFile) target = g_file_new_for_path (place->target);
  g_autoptr (TenureExportRecord) record = NULL;
  TenureExportResult made = { 0 };
  g_autoptr (GError) error = NULL;

  tenure_export_save (place->session, key, target, TRUE, &made, &error);
  g_assert_no_error (error);
  record = place_record (place, key);
  g_assert_cmpint (record->state, ==, TENURE_EXPORT_READY);
  g_assert_cmpint (record->rows, ==, made.rows);
  g_assert_cmpint (record->left_out, ==, made.left_out);
  g_assert_cmpstr (record->path, ==, place->target);
  g_assert_cmpuint (place_files (place), ==, 1);
  return made;
}

char *
place_bytes (Place *place, const TenureExport *export)
{
  g_auto (TenureExportResult) made = place_export (place, export);
  g_autoptr (GError) error = NULL;
  char *bytes;

  g_file_get_contents (place->target, &bytes, NULL, &error);
  g_assert_no_error (error);
  return bytes;
}

char *
place_cells (Place *place, const TenureExport *export)
{
  g_auto (TenureExportResult) made = place_export (place, export);
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "tests", "app", "read-xlsx.py", NULL);
  const char *const argv[] = { "python3", script, place->target, NULL };
  g_autoptr (GError) error = NULL;
  char *cells = NULL;
  int status;

  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &cells, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return cells;
}

guint
place_files (Place *place)
{
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += !g_str_equal (name, "profiles");
  return n;
}
