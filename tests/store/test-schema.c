/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"
#include "tenure-store-private.h"

static void
test_create (void)
{
  g_autoptr (TenureStore) store = test_store ("a.db");
  g_autofree char *strict =
      test_value (store, "SELECT count (*) FROM pragma_table_list WHERE schema = 'main' AND type = "
                         "'table' AND name NOT LIKE 'sqlite_%' AND NOT strict");
  g_autofree char *tables = test_value (store, "SELECT count (*) FROM sqlite_schema WHERE name IN ('journal', 'step', "
                                               "'order', 'resource', 'posting', 'event')");
  g_assert_cmpstr (strict, ==, "0");
  g_assert_cmpstr (tables, ==, "6");
}

static void
test_refusals (void)
{
  static const struct
  {
    const char *sql;
    gboolean system;
    int code;
    const char *named;
  } cases[] = {
    { "CREATE TABLE t (x)", FALSE, TENURE_INPUT_ERROR_INVALID, "a.db" },
    { "PRAGMA application_id = 1; CREATE TABLE t (x)", FALSE, TENURE_INPUT_ERROR_INVALID, "a.db" },
    { "PRAGMA user_version = 1; CREATE TABLE t (x)", FALSE, TENURE_INPUT_ERROR_INVALID, "a.db" },
    { "PRAGMA application_id = 1415933554; PRAGMA user_version = 2", TRUE, TENURE_SYSTEM_ERROR_NEWER, "version 2" },
    { "PRAGMA application_id = 1415933554; PRAGMA user_version = 2147483647", TRUE, TENURE_SYSTEM_ERROR_NEWER,
      "2147483647" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u-a.db", i), *path = test_path (name);
      g_autoptr (GError) error = NULL;
      g_free (test_raw (path, cases[i].sql));
      g_assert_null (tenure_store_open (path, TRUE, TRUE, &error));
      tenure_test_refused (&error, cases[i].system ? TENURE_SYSTEM_ERROR : TENURE_INPUT_ERROR, cases[i].code,
                           cases[i].named);
    }
}

static void
test_not_created_unasked (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = test_path ("a.db"), *empty = test_path ("empty.db"), *noise = test_path ("noise.db");
  g_assert_null (tenure_store_open (path, FALSE, TRUE, &error));
  g_assert_error (error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_IO);
  g_clear_error (&error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  g_assert_null (tenure_store_open (empty, FALSE, TRUE, &error));
  tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID, "empty.db");
  g_assert_true (g_file_set_contents (noise, "This is a letter, and no database at all, as one sees.", -1, NULL));
  g_assert_null (tenure_store_open (noise, TRUE, TRUE, &error));
  tenure_test_refused (&error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_CORRUPT, "noise.db");
}

/* --- The ladder -------------------------------------------------------------------------------------------------- */

static const TenureSchemaStep good[] = {
  { .sql = "CREATE TABLE t (x INTEGER) STRICT; INSERT INTO t VALUES (1)" },
  { .sql = "ALTER TABLE t ADD COLUMN y INTEGER; UPDATE t SET y = x + 1" },
  { .sql = "CREATE INDEX t_y ON t (y)" },
};
static const TenureSchemaStep broken[] = {
  { .sql = "CREATE TABLE t (x INTEGER) STRICT; INSERT INTO t VALUES (1)" },
  { .sql = "ALTER TABLE t ADD COLUMN y INTEGER; UPDATE nowhere SET y = 1" },
};

static TenureConnection *
open_writer (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_free (test_raw (path, "SELECT 1"));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) || g_file_set_contents (path, "", 0, NULL));
  TenureConnection *connection = tenure_connection_open (path, TENURE_CONNECTION_WRITER, &error);
  g_assert_no_error (error);
  return connection;
}

static void
test_climb (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = test_path ("a.db"), *old = test_path ("a.db.version-1");
  g_autoptr (TenureConnection) connection = open_writer (path);
  g_assert_true (tenure_schema_climb (connection, good, 1, TRUE, TRUE, &error));
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_false (tenure_schema_climb (connection, good, 3, TRUE, FALSE, &error));
  tenure_test_refused (&error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_BUSY, "version 1");
  g_assert_true (tenure_schema_climb (connection, good, 3, FALSE, TRUE, &error));
  g_assert_no_error (error);
  g_clear_pointer (&connection, tenure_connection_close);
  g_autofree char *now = test_raw (path, "SELECT y || ',' || (SELECT user_version FROM pragma_user_version) FROM t");
  g_assert_cmpstr (now, ==, "2,3");
  g_autofree char *before = test_raw (old, "SELECT x || ',' || (SELECT user_version FROM pragma_user_version) FROM t");
  g_assert_cmpstr (before, ==, "1,1");
}

static void
test_climb_stops_between_steps (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = test_path ("a.db");
  g_autoptr (TenureConnection) connection = open_writer (path);
  g_assert_false (tenure_schema_climb (connection, broken, 2, TRUE, TRUE, &error));
  g_assert_error (error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_IO);
  g_clear_pointer (&connection, tenure_connection_close);
  g_autofree char *now = test_raw (path, "SELECT (SELECT count (*) FROM pragma_table_info ('t')) || ',' || "
                                         "(SELECT user_version FROM pragma_user_version)");
  g_assert_cmpstr (now, ==, "1,1");
}

/* --- Frozen files ------------------------------------------------------------------------------------------------ */

/* A file as a released version wrote it opens, is sound, and can be written; see fixtures/README. */
static void
test_fixtures (void)
{
  static const char *const fixtures[] = { "v1.db" };
  g_assert_cmpint (tenure_schema_version (), ==, G_N_ELEMENTS (fixtures));
  for (guint i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *from = g_test_build_filename (G_TEST_DIST, "tests", "store", "fixtures", fixtures[i], NULL);
      g_autofree char *bytes = NULL, *uuid = NULL, *orders = NULL;
      gsize length = 0;
      g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
      uuid = tenure_profile_restore (from, "from-fixture", TEST_NOW, &error);
      g_assert_no_error (error);
      g_autoptr (TenureProfile) profile = tenure_profile_open (uuid, TRUE, &error);
      g_assert_no_error (error);
      g_assert_true (tenure_profile_go_on (profile, TEST_NOW, &error));
      g_autoptr (GPtrArray) checks = tenure_check (tenure_profile_store (profile), NULL, &error);
      g_assert_cmpuint (tenure_check_faults (checks), ==, 0);
      orders = test_value (tenure_profile_store (profile), "SELECT count (*) FROM \"order\"");
      g_assert_cmpstr (orders, ==, "10");
    }
}

/* What the program makes today is what the newest fixture is: a schema changed without a new version would not be.
 * Plain indexes are left out: without one, an older file is slower and not different. */
static void
test_fixture_is_the_schema (void)
{
  g_autofree char *from = g_test_build_filename (G_TEST_DIST, "tests", "store", "fixtures", "v1.db", NULL);
  g_autofree char *copy = test_path ("copy.db"), *bytes = NULL, *sql = NULL, *different = NULL;
  g_autoptr (TenureStore) store = test_store ("new.db");
  gsize length = 0;
  g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (copy, bytes, (gssize)length, NULL));
  sql = g_strdup_printf ("ATTACH '%s' AS frozen; SELECT coalesce (group_concat (name), '') FROM (SELECT coalesce "
                         "(a.name, b.name) AS name FROM main.sqlite_schema a FULL JOIN frozen.sqlite_schema b "
                         "ON a.name = b.name WHERE a.sql IS NOT b.sql AND coalesce (a.sql, b.sql) NOT LIKE 'CREATE "
                         "INDEX%%')",
                         copy);
  different = test_raw (tenure_store_path (store), sql);
  g_assert_cmpstr (different, ==, "");
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv, NULL);
  test_add ("/schema/create", test_create);
  test_add ("/schema/refusals", test_refusals);
  test_add ("/schema/not-created-unasked", test_not_created_unasked);
  test_add ("/schema/climb", test_climb);
  test_add ("/schema/climb-stops-between-steps", test_climb_stops_between_steps);
  test_add ("/schema/fixtures", test_fixtures);
  test_add ("/schema/fixture-is-the-schema", test_fixture_is_the_schema);
  return g_test_run ();
}
