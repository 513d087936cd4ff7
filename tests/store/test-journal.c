/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#define ZEROS "0000000000000000000000000000000000000000000000000000000000000000"

static gboolean
append_three (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (TenureJson) body = tenure_json_new_object ();
  tenure_json_set_string (body, "z", "云期");
  tenure_json_set_int64 (body, "a", 1);
  return tenure_journal_append (connection, 10, "me", "acme", "one", "s", body, error) &&
         tenure_journal_append (connection, 11, "me", NULL, "two", NULL, NULL, error) &&
         tenure_journal_append (connection, 9, "you", "acme", "three", "s", body, error);
}

typedef struct
{
  const char *wanted;
  char *head;
  gint64 n;
} Look;

static gboolean
look (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Look *it = data;
  it->head = tenure_journal_head (connection, error);
  return it->head && tenure_journal_verify (connection, it->wanted, &it->n, error);
}

static void
test_chain (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureStore) store = test_store ("a.db");
  Look empty = { ZEROS }, three = { NULL }, foreign = { "beef" };
  g_assert_true (tenure_store_read (store, look, &empty, NULL, &error));
  g_assert_cmpstr (empty.head, ==, ZEROS);
  g_assert_cmpint (empty.n, ==, 0);
  g_assert_true (tenure_store_write (store, append_three, NULL, NULL, &error));
  g_assert_true (tenure_store_read (store, look, &three, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (three.n, ==, 3);
  g_assert_cmpuint (strlen (three.head), ==, 64);
  g_assert_false (tenure_store_read (store, look, &foreign, NULL, &error));
  tenure_test_refused (&error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_CORRUPT, "beef");
  Look known = { three.head };
  g_assert_true (tenure_store_read (store, look, &known, NULL, &error));
  g_autofree char *scope = test_value (store, "SELECT version FROM scope WHERE name = 'journal'");
  g_assert_cmpstr (scope, ==, "1");
  g_free (empty.head);
  g_free (three.head);
  g_free (foreign.head);
  g_free (known.head);
}

/* Computed once by hand: sha256 (64 zeros, then the row as sorted JSON without white space). */
static void
test_hash (void)
{
  g_autoptr (TenureStore) store = test_store ("a.db");
  g_autofree char *expected =
      g_compute_checksum_for_string (G_CHECKSUM_SHA256,
                                     ZEROS "{\"account\":\"acme\",\"actor\":\"me\",\"at\":10,"
                                           "\"body\":\"{\\\"a\\\":1,\\\"z\\\":\\\"云期\\\"}\",\"id\":1,"
                                           "\"kind\":\"one\",\"subject\":\"s\"}",
                                     -1);
  g_assert_true (tenure_store_write (store, append_three, NULL, NULL, NULL));
  g_autofree char *hash = test_value (store, "SELECT hash FROM journal WHERE id = 1");
  g_assert_cmpstr (hash, ==, expected);
}

static gboolean
run (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return tenure_connection_exec (connection, data, error);
}

static gboolean
store_command (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return tenure_command_store (connection, data, "pay", 1, "{}", "me", 0, "digest", "hash", 5, "{}", "[]", error);
}

static void
test_append_only (void)
{
  static const char *const cases[] = { "UPDATE journal SET at = 0", "DELETE FROM journal",
                                       "UPDATE command SET plan = ''", "DELETE FROM command" };
  g_autoptr (TenureStore) store = test_store ("a.db");
  g_assert_true (tenure_store_write (store, store_command, (gpointer) "c1", NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_false (tenure_store_write (store, run, (gpointer)cases[i], NULL, &error));
      tenure_test_refused (&error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_CORRUPT,
                           i < 2 ? "append-only" : "immutable");
    }
}

/* Every column of the chain counts, and so does every row. */
static void
test_broken_chain (void)
{
  static const struct
  {
    const char *sql, *named;
  } cases[] = {
    { "UPDATE journal SET at = at + 1 WHERE id = 2", "2" },
    { "UPDATE journal SET actor = 'x' WHERE id = 1", "1" },
    { "UPDATE journal SET account = NULL WHERE id = 1", "1" },
    { "UPDATE journal SET account = '' WHERE id = 2", "2" },
    { "UPDATE journal SET kind = 'x' WHERE id = 3", "3" },
    { "UPDATE journal SET subject = '' WHERE id = 2", "2" },
    { "UPDATE journal SET body = '{\"a\": 1}' WHERE id = 2", "2" },
    { "UPDATE journal SET hash = replace (hash, substr (hash, 1, 1), 'g') WHERE id = 2", "2" },
    { "UPDATE journal SET previous = hash WHERE id = 3", "3" },
    { "DELETE FROM journal WHERE id = 1", "1" },
    { "DELETE FROM journal WHERE id = 2", "2" },
    { "UPDATE journal SET id = 7 WHERE id = 3", "3" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *name = g_strdup_printf ("%u.db", i);
      g_autoptr (TenureStore) store = test_store (name);
      Look it = { NULL };
      g_assert_true (tenure_store_write (store, append_three, NULL, NULL, NULL));
      g_autofree char *sql =
          g_strconcat ("DROP TRIGGER journal_no_update; DROP TRIGGER journal_no_delete;", cases[i].sql, NULL);
      g_free (test_raw (tenure_store_path (store), sql));
      g_assert_false (tenure_store_read (store, look, &it, NULL, &error));
      tenure_test_refused (&error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_CORRUPT, cases[i].named);
      g_free (it.head);
    }
}

/* A cut end fits the chain; only a head noted elsewhere tells. */
static void
test_cut_end (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureStore) store = test_store ("a.db");
  Look before = { NULL };
  g_assert_true (tenure_store_write (store, append_three, NULL, NULL, NULL));
  g_assert_true (tenure_store_read (store, look, &before, NULL, NULL));
  g_free (test_raw (tenure_store_path (store), "DROP TRIGGER journal_no_delete; DELETE FROM journal WHERE id = 3"));
  Look silent = { NULL }, told = { before.head };
  g_assert_true (tenure_store_read (store, look, &silent, NULL, &error));
  g_assert_false (tenure_store_read (store, look, &told, NULL, &error));
  tenure_test_refused (&error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_CORRUPT, before.head);
  g_free (before.head);
  g_free (silent.head);
  g_free (told.head);
}

/* --- Commands and steps ------------------------------------------------------------------------------------------ */

static void
test_command_once (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureStore) store = test_store ("a.db");
  g_assert_true (tenure_store_write (store, store_command, (gpointer) "c1", NULL, &error));
  g_assert_false (tenure_store_write (store, store_command, (gpointer) "c1", NULL, &error));
  g_assert_error (error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_CORRUPT);
  g_autofree char *told = test_value (store, "SELECT kind || ' ' || subject || ' ' || count (*) FROM journal");
  g_assert_cmpstr (told, ==, "command c1 1");
}

typedef struct
{
  const char *obligation, *state;
  gboolean settle;
  int code; /* TENURE_RULE_ERROR_REFUSED, -1: fine, -2: unknown */
} Move;

static gboolean
make_move (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  const Move *move = data;
  return move->settle ? tenure_step_settle (connection, move->obligation, move->state, 2, error)
                      : tenure_step_add (connection, "c1", 0, "renew", move->obligation, move->state, 1, error);
}

/* Renew, give that period back, renew again is legal; twice at once is not (architecture, obligations). */
static void
test_obligations (void)
{
  static const Move moves[] = {
    { "renew/a/r/1", "done", FALSE, -1 },
    { "renew/a/r/1", "intent", FALSE, TENURE_RULE_ERROR_REFUSED },
    { "renew/a/r/2", "intent", FALSE, -1 },
    { "renew/a/r/1", "withdrawn", TRUE, -1 },
    { "renew/a/r/1", "withdrawn", TRUE, -2 },
    { "renew/a/r/1", "sent", FALSE, -1 },
    { "renew/a/r/1", "unknown", TRUE, -1 },
    { "renew/a/r/1", "done", FALSE, TENURE_RULE_ERROR_REFUSED },
    { "renew/a/r/1", "refused", TRUE, -1 },
    { "renew/a/r/1", "done", FALSE, -1 },
    { NULL, "done", FALSE, -1 },
    { NULL, "done", FALSE, -1 },
    { "nobody", "done", TRUE, -2 },
  };
  g_autoptr (TenureStore) store = test_store ("a.db");
  guint n_fine = 0;
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean ok = tenure_store_write (store, make_move, (gpointer)&moves[i], NULL, &error);
      n_fine += ok;
      g_assert_true (ok == (moves[i].code == -1));
      if (moves[i].code >= 0)
        tenure_test_refused (&error, TENURE_RULE_ERROR, moves[i].code, moves[i].obligation);
      else if (moves[i].code == -2)
        tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN, moves[i].obligation);
    }
  g_autofree char *events = test_value (store, "SELECT count (*) FROM journal WHERE kind = 'step'");
  g_assert_cmpuint (g_ascii_strtoull (events, NULL, 10), ==, n_fine);
}

/* The index holds even where the code's own look is passed by. */
static void
test_obligation_index (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureStore) store = test_store ("a.db");
  static const char sql[] = "INSERT INTO step (position, effect, obligation, state, changed_at) VALUES "
                            "(0, 'x', 'o', 'unknown', 1), (0, 'x', 'o', 'done', 1)";
  g_assert_false (tenure_store_write (store, run, (gpointer)sql, NULL, &error));
  tenure_test_refused (&error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_CORRUPT, "step.obligation");
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv, NULL);
  test_add ("/journal/chain", test_chain);
  test_add ("/journal/hash", test_hash);
  test_add ("/journal/append-only", test_append_only);
  test_add ("/journal/broken-chain", test_broken_chain);
  test_add ("/journal/cut-end", test_cut_end);
  test_add ("/journal/command-once", test_command_once);
  test_add ("/journal/obligations", test_obligations);
  test_add ("/journal/obligation-index", test_obligation_index);
  return g_test_run ();
}
