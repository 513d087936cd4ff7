/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"
#include "tenure-store-private.h"

#include <signal.h>

#define ADD "INSERT INTO account (key, name, source, fetched_at) VALUES ('%s', 'x', 'embedded', 0)"
#define COUNT "SELECT count (*) FROM account"
/* Takes for ever, unless it is stopped. */
#define ENDLESS "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count (*) FROM n"

static void
assert_value (TenureStore *store, const char *sql, const char *expected)
{
  g_autofree char *value = test_value (store, sql);
  g_assert_cmpstr (value, ==, expected);
}

static void
add_account (TenureStore *store, const char *key)
{
  g_autofree char *sql = g_strdup_printf (ADD, key);
  test_write (store, sql);
}

/* --- Connections ------------------------------------------------------------------------------------------------- */

static gboolean
read_pragmas (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  static const struct
  {
    const char *sql;
    gint64 writer, reader;
  } cases[] = {
    { "PRAGMA foreign_keys", 1, 1 }, { "PRAGMA trusted_schema", 0, 0 }, { "PRAGMA cell_size_check", 1, 1 },
    { "PRAGMA synchronous", 2, -1 }, { "PRAGMA query_only", 0, 1 },     { "PRAGMA application_id", 0x54656e72, -1 },
    { "PRAGMA user_version", 1, 1 },
  };
  gboolean writer = GPOINTER_TO_INT (data);
  int defensive = 0;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 value = -2, expected = writer ? cases[i].writer : cases[i].reader;
      if (!tenure_connection_value (connection, cases[i].sql, &value, error))
        return FALSE;
      if (expected >= 0)
        g_assert_cmpint (value, ==, expected);
    }
  sqlite3_db_config (tenure_connection_handle (connection), SQLITE_DBCONFIG_DEFENSIVE, -1, &defensive);
  g_assert_cmpint (defensive, ==, 1);
  return TRUE;
}

static void
test_pragmas (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureStore) store = test_store ("a.db");
  g_assert_true (tenure_store_write (store, read_pragmas, GINT_TO_POINTER (TRUE), NULL, &error));
  g_assert_true (tenure_store_read (store, read_pragmas, GINT_TO_POINTER (FALSE), NULL, &error));
  g_assert_no_error (error);
  assert_value (store, "PRAGMA journal_mode", "wal");
}

static gboolean
use_statements (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  static const char sql[] = "SELECT ?1, ?2, ?3";
  TenureStatement *first = tenure_connection_prepare (connection, sql, error);
  TenureStatement *within = tenure_connection_prepare (connection, sql, error);
  g_assert_true (first != within);
  tenure_statement_bind_known (first, 1, G_MININT64);
  tenure_statement_bind_text (first, 2, NULL);
  tenure_statement_bind_blob (first, 3, "ab", 2);
  g_assert_true (tenure_statement_step (first, error));
  g_assert_cmpint (tenure_statement_known (first, 0), ==, G_MININT64);
  g_assert_true (tenure_statement_is_null (first, 1));
  g_assert_cmpstr (tenure_statement_text (first, 2), ==, "ab");
  /* Binding anew begins anew. */
  tenure_statement_bind_known (first, 1, 7);
  g_assert_true (tenure_statement_step (first, error));
  g_assert_cmpint (tenure_statement_known (first, 0), ==, 7);
  tenure_statement_finish (within);
  tenure_statement_finish (first);
  TenureStatement *again = tenure_connection_prepare (connection, sql, error);
  g_assert_true (again == first);
  g_assert_true (tenure_statement_step (again, error));
  g_assert_true (tenure_statement_is_null (again, 0));
  tenure_statement_finish (again);
  return TRUE;
}

static void
test_statements (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureStore) store = test_store ("a.db");
  g_assert_true (tenure_store_read (store, use_statements, NULL, NULL, &error));
  g_assert_no_error (error);
}

static gboolean
bind_beyond (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (connection, "SELECT ?1", error);
  tenure_statement_bind_int (statement, 2, 1);
  return tenure_statement_step (statement, error);
}

static void
test_binding_beyond (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureStore) store = test_store ("a.db");
  g_assert_false (tenure_store_read (store, bind_beyond, NULL, NULL, &error));
  tenure_test_refused (&error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_IO, "a.db");
}

/* --- Transactions ------------------------------------------------------------------------------------------------ */

static gboolean
add_and_fail (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  tenure_connection_touch (connection, "settings");
  if (!tenure_connection_exec (connection,
                               "INSERT INTO account (key, name, source, fetched_at) VALUES ('b', 'x', 'e', "
                               "0)",
                               error))
    return FALSE;
  g_set_error (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_REFUSED, "no");
  return FALSE;
}

static void
test_rollback (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureStore) store = test_store ("a.db");
  g_assert_false (tenure_store_write (store, add_and_fail, NULL, NULL, &error));
  g_assert_error (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_REFUSED);
  assert_value (store, COUNT, "0");
  assert_value (store, "SELECT count (*) FROM scope", "0");
  add_account (store, "a");
  assert_value (store, COUNT, "1");
}

static gboolean
write_in_reader (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return tenure_connection_exec (connection, "DELETE FROM account", error);
}

static void
test_readers_cannot_write (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureStore) store = test_store ("a.db");
  g_assert_false (tenure_store_read (store, write_in_reader, NULL, NULL, &error));
  g_assert_error (error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_READ_ONLY);
}

static void
test_read_only_store (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureStore) store = test_store ("a.db");
  tenure_store_set_read_only (store, TRUE);
  g_assert_false (tenure_store_write (store, write_in_reader, NULL, NULL, &error));
  tenure_test_refused (&error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_READ_ONLY, "a.db");
  assert_value (store, COUNT, "0");
}

/* One reader waits in the middle of its snapshot while a commit happens. */
typedef struct
{
  GAsyncQueue *to, *from;
  gint64 before, after;
} Snapshot;

static gboolean
read_twice (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Snapshot *snapshot = data;
  if (!tenure_connection_value (connection, COUNT, &snapshot->before, error))
    return FALSE;
  g_async_queue_push (snapshot->from, snapshot);
  g_async_queue_pop (snapshot->to);
  return tenure_connection_value (connection, COUNT, &snapshot->after, error);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (tenure_store_job_finish (TENURE_STORE (source), result, &error));
  *(gboolean *)data = TRUE;
}

static void
test_snapshot (void)
{
  g_autoptr (GAsyncQueue) to = g_async_queue_new (), from = g_async_queue_new ();
  g_autoptr (TenureStore) store = test_store ("a.db");
  Snapshot snapshot = { to, from, -1, -1 };
  gboolean done = FALSE;
  tenure_store_read_async (store, read_twice, &snapshot, NULL, NULL, on_done, &done);
  g_async_queue_pop (from);
  add_account (store, "a");
  assert_value (store, COUNT, "1");
  g_async_queue_push (to, &snapshot);
  test_iterate_until (&done, 5);
  g_assert_true (done);
  g_assert_cmpint (snapshot.before, ==, 0);
  g_assert_cmpint (snapshot.after, ==, 0);
}

static gboolean
count_up (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return tenure_connection_exec (
      connection, "INSERT INTO account (key, name, source, fetched_at) SELECT count (*), 'x', 'e', 0 FROM account",
      error);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer data)
{
  int *left = data;
  g_assert_true (tenure_store_job_finish (TENURE_STORE (source), result, NULL));
  *left -= 1;
}

/* Queued jobs are done before the store is closed, and called back afterwards. */
static void
test_close_finishes (void)
{
  g_autoptr (TenureStore) store = test_store ("a.db");
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strdup (tenure_store_path (store)), *n = NULL;
  int left = 50;
  for (int i = 0; i < 50; i++)
    tenure_store_write_async (store, count_up, NULL, NULL, NULL, on_counted, &left);
  tenure_store_close (store);
  while (left)
    g_main_context_iteration (NULL, TRUE);
  n = test_raw (path, COUNT);
  g_assert_cmpstr (n, ==, "50");
  g_assert_false (tenure_store_write (store, count_up, NULL, NULL, &error));
  tenure_test_refused (&error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_IO, "closed");
}

static void
destroyed (gpointer data, GObject *was)
{
  *(gboolean *)data = TRUE;
}

/* The last reference goes with the callback. */
static void
test_last_reference_in_callback (void)
{
  TenureStore *store = test_store ("a.db");
  gboolean done = FALSE, gone = FALSE;
  g_object_weak_ref (G_OBJECT (store), destroyed, &gone);
  tenure_store_write_async (store, count_up, NULL, NULL, NULL, on_done, &done);
  g_object_unref (store);
  test_iterate_until (&done, 5);
  g_assert_true (done);
  g_assert_true (gone);
}

static gboolean
read_nothing (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return TRUE;
}

/* The caller's context goes with the callback, while the worker may still be in the middle of waking it. */
static void
test_context_of_its_own (void)
{
  g_autoptr (TenureStore) store = test_store ("a.db");
  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (GMainContext) context = g_main_context_new ();
      int left = 1;
      g_main_context_push_thread_default (context);
      tenure_store_read_async (store, read_nothing, NULL, NULL, NULL, on_counted, &left);
      while (left)
        g_main_context_iteration (context, TRUE);
      g_main_context_pop_thread_default (context);
    }
}

/* --- Cancelling -------------------------------------------------------------------------------------------------- */

static gboolean
run_endless (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 never = 0;
  g_atomic_int_set ((int *)data, 1);
  return tenure_connection_value (connection, ENDLESS, &never, error);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (100000);
  g_cancellable_cancel (data);
  return NULL;
}

static void
test_cancel (void)
{
  g_autoptr (TenureStore) store = test_store ("a.db");
  for (int write = 0; write < 2; write++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      int ran = 0;
      gint64 before = g_get_monotonic_time ();
      GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
      gboolean ok = write ? tenure_store_write (store, run_endless, &ran, cancellable, &error)
                          : tenure_store_read (store, run_endless, &ran, cancellable, &error);
      g_thread_join (thread);
      g_assert_false (ok);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpint (ran, ==, 1);
      g_assert_cmpint (g_get_monotonic_time () - before, <, 2 * G_TIME_SPAN_SECOND);
      /* The connection works on, without the cancellable. */
      add_account (store, write ? "a" : "b");
      assert_value (store, "SELECT 1", "1");
    }
}

/* --- Two programs ------------------------------------------------------------------------------------------------ */

static int
hold (const char *path)
{
  sqlite3 *handle = NULL;
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_print ("held\n");
  g_usleep (60 * G_USEC_PER_SEC);
  return 0;
}

static void
test_busy (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureStore) store = test_store ("a.db");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GSubprocess) child = test_spawn ("hold", tenure_store_path (store));
  test_await_line (child);
  gint64 before = g_get_monotonic_time ();
  g_assert_false (tenure_store_write (store, count_up, NULL, NULL, &error));
  tenure_test_refused (&error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_BUSY, "a.db");
  g_assert_cmpint (g_get_monotonic_time () - before, >, 4900000);
  assert_value (store, COUNT, "0");
  /* Waiting can be cancelled. */
  before = g_get_monotonic_time ();
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_assert_false (tenure_store_write (store, count_up, NULL, cancellable, &error));
  g_thread_join (thread);
  g_clear_error (&error);
  g_assert_cmpint (g_get_monotonic_time () - before, <, 3 * G_TIME_SPAN_SECOND);
  g_subprocess_send_signal (child, SIGKILL);
  g_subprocess_wait (child, NULL, NULL);
  g_assert_true (tenure_store_write (store, count_up, NULL, NULL, &error));
  g_assert_no_error (error);
}

#define EACH_WRITES 40

static int
write_many (const char *path)
{
  g_autoptr (TenureStore) store = tenure_store_open (path, FALSE, FALSE, NULL);
  for (int i = 0; store && i < EACH_WRITES; i++)
    if (!tenure_store_write (store, count_up, NULL, NULL, NULL))
      return 1;
  return store ? 0 : 1;
}

/* Each transaction reads what it writes: a lost update would be a duplicate key. */
static void
test_two_writers (void)
{
  g_autoptr (TenureStore) store = test_store ("a.db");
  g_autoptr (GSubprocess) one = test_spawn ("write", tenure_store_path (store));
  g_autoptr (GSubprocess) other = test_spawn ("write", tenure_store_path (store));
  for (int i = 0; i < EACH_WRITES; i++)
    g_assert_true (tenure_store_write (store, count_up, NULL, NULL, NULL));
  g_assert_true (g_subprocess_wait_check (one, NULL, NULL));
  g_assert_true (g_subprocess_wait_check (other, NULL, NULL));
  assert_value (store, COUNT, "120");
}

/* --- Changes ----------------------------------------------------------------------------------------------------- */

typedef struct
{
  gboolean heard;
  guint n;
  GString *scopes;
} Ear;

static void
on_changed (TenureStore *store, const char *const *scopes, Ear *ear)
{
  for (; *scopes; scopes++)
    g_string_append_printf (ear->scopes, "%s,", *scopes);
  ear->heard = TRUE;
  ear->n++;
}

static gboolean
touch (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  tenure_connection_touch (connection, data);
  return count_up (connection, NULL, cancellable, error);
}

static void
test_changed_here (void)
{
  g_autoptr (TenureStore) store = test_store ("a.db");
  g_autoptr (GString) scopes = g_string_new (NULL);
  Ear ear = { FALSE, 0, scopes };
  g_signal_connect (store, "changed", G_CALLBACK (on_changed), &ear);
  for (int i = 0; i < 5; i++)
    g_assert_true (tenure_store_write (store, touch, (gpointer) "orders", NULL, NULL));
  test_iterate_until (&ear.heard, 2);
  g_assert_cmpstr (scopes->str, ==, "orders,");
  g_assert_cmpuint (ear.n, ==, 1);
  assert_value (store, "SELECT version FROM scope", "5");
  /* The echo of one's own writing in the log is no news. */
  gboolean never = FALSE;
  test_iterate_until (&never, 2);
  g_assert_cmpuint (ear.n, ==, 1);
}

static int
touch_once (const char *path)
{
  g_autoptr (TenureStore) store = tenure_store_open (path, FALSE, FALSE, NULL);
  return store && tenure_store_write (store, touch, (gpointer) "resources", NULL, NULL) ? 0 : 1;
}

static void
test_changed_elsewhere (void)
{
  g_autoptr (TenureStore) store = test_store ("a.db");
  g_autoptr (GString) scopes = g_string_new (NULL);
  for (int round = 0; round < 3; round++)
    {
      Ear ear = { FALSE, 0, scopes };
      g_string_truncate (scopes, 0);
      gulong id = g_signal_connect (store, "changed", G_CALLBACK (on_changed), &ear);
      g_autoptr (GSubprocess) child = test_spawn ("touch", tenure_store_path (store));
      gint64 before = g_get_monotonic_time ();
      test_iterate_until (&ear.heard, 10);
      g_assert_cmpstr (scopes->str, ==, "resources,");
      g_assert_cmpint (g_get_monotonic_time () - before, <, 2 * G_TIME_SPAN_SECOND);
      g_assert_true (g_subprocess_wait_check (child, NULL, NULL));
      g_signal_handler_disconnect (store, id);
    }
}

/* A newer program upgraded the file under us: nothing is written any more. */
static void
test_upgraded_meanwhile (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureStore) store = test_store ("a.db");
  g_free (test_raw (tenure_store_path (store), "PRAGMA user_version = 99"));
  for (int i = 0; i < 100 && !tenure_store_read_only (store); i++)
    {
      g_usleep (20000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_assert_true (tenure_store_read_only (store));
  tenure_store_set_read_only (store, FALSE);
  g_assert_false (tenure_store_write (store, count_up, NULL, NULL, &error));
  tenure_test_refused (&error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_NEWER, "99");
}

int
main (int argc, char **argv)
{
  static const TestChild children[] = { { "hold", hold }, { "write", write_many }, { "touch", touch_once }, { NULL } };
  test_init (&argc, &argv, children);
  test_add ("/store/pragmas", test_pragmas);
  test_add ("/store/statements", test_statements);
  test_add ("/store/binding-beyond", test_binding_beyond);
  test_add ("/store/rollback", test_rollback);
  test_add ("/store/readers-cannot-write", test_readers_cannot_write);
  test_add ("/store/read-only", test_read_only_store);
  test_add ("/store/snapshot", test_snapshot);
  test_add ("/store/close-finishes", test_close_finishes);
  test_add ("/store/last-reference-in-callback", test_last_reference_in_callback);
  test_add ("/store/context-of-its-own", test_context_of_its_own);
  test_add ("/store/cancel", test_cancel);
  test_add ("/store/busy", test_busy);
  test_add ("/store/two-writers", test_two_writers);
  test_add ("/store/changed-here", test_changed_here);
  test_add ("/store/changed-elsewhere", test_changed_elsewhere);
  test_add ("/store/upgraded-meanwhile", test_upgraded_meanwhile);
  return g_test_run ();
}
