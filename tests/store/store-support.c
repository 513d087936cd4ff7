/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include <glib/gstdio.h>

static char *folder;
static const char *program;

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *entry = g_build_filename (path, name, NULL);
      remove_tree (entry);
    }
  if (dir)
    g_rmdir (path);
  else
    g_unlink (path);
}

static void
run_in_folder (gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  void (*const *func) (void) = data;
  folder = g_dir_make_tmp ("tenure-test-XXXXXX", &error);
  g_assert_no_error (error);
  g_setenv ("TENURE_PROFILES", folder, TRUE);
  (*func) ();
  remove_tree (folder);
  g_clear_pointer (&folder, g_free);
}

void
test_add (const char *path, void (*func) (void))
{
  g_test_add_data_func_full (path, g_memdup2 (&func, sizeof func), run_in_folder, g_free);
}

char *
test_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

TenurePolicy *
test_policy (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = tenure_test_data ("policy", "huawei-cn.json", NULL);
  TenurePolicy *policy = tenure_policy_parse (text, -1, &error);
  g_assert_no_error (error);
  return policy;
}

TenureProfile *
test_profile (const char *name, gboolean practice)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenurePolicy) policy = test_policy ();
  TenureProfileSetup setup = { name, practice, TENURE_LEVEL_V3, policy };
  TenureProfile *profile = tenure_profile_create (&setup, TEST_NOW, &error);
  g_assert_no_error (error);
  return profile;
}

TenureStore *
test_store (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = test_path (name);
  TenureStore *store = tenure_store_open (path, TRUE, TRUE, &error);
  g_assert_no_error (error);
  return store;
}

static int
keep_first (void *data, int n_columns, char **values, char **names)
{
  char **first = data;
  if (!*first)
    *first = g_strdup (values[0] ? values[0] : "");
  return 0;
}

char *
test_raw (const char *path, const char *sql)
{
  sqlite3 *handle = NULL;
  char *first = NULL, *message = NULL;
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_busy_timeout (handle, 5000);
  sqlite3_exec (handle, sql, keep_first, &first, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
  return first;
}

static gboolean
run_sql (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return tenure_connection_exec (connection, data, error);
}

void
test_write (TenureStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;
  tenure_store_write (store, run_sql, (gpointer)sql, NULL, &error);
  g_assert_no_error (error);
}

typedef struct
{
  const char *sql;
  char *value;
} Question;

static gboolean
ask (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;
  g_autoptr (TenureStatement) row = tenure_connection_prepare_dynamic (connection, question->sql, error);
  if (!row)
    return FALSE;
  if (tenure_statement_step (row, NULL))
    question->value = tenure_statement_dup_text (row, 0);
  return TRUE;
}

char *
test_value (TenureStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;
  Question question = { sql, NULL };
  tenure_store_read (store, ask, &question, NULL, &error);
  g_assert_no_error (error);
  return question.value;
}

GSubprocess *
test_spawn (const char *argument, const char *path)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDIN_PIPE, &error,
                                         program, "--child", argument, path, NULL);
  g_assert_no_error (error);
  return child;
}

void
test_await_line (GSubprocess *child)
{
  char byte = 0;
  GInputStream *stream = g_subprocess_get_stdout_pipe (child);
  while (byte != '\n')
    g_assert_cmpint (g_input_stream_read (stream, &byte, 1, NULL, NULL), ==, 1);
}

void
test_init (int *argc, char ***argv, const TestChild *children)
{
  program = (*argv)[0];
  for (; children && children->name && *argc == 4 && g_str_equal ((*argv)[1], "--child"); children++)
    if (g_str_equal ((*argv)[2], children->name))
      exit (children->run ((*argv)[3]));
  g_test_init (argc, argv, NULL);
}

static gboolean
on_time (gpointer data)
{
  *(gboolean *)data = TRUE;
  return G_SOURCE_REMOVE;
}

void
test_iterate_until (const gboolean *flag, guint seconds)
{
  gboolean late = FALSE;
  guint id = g_timeout_add_seconds (seconds, on_time, &late);
  while (!*flag && !late)
    g_main_context_iteration (NULL, TRUE);
  if (!late)
    g_source_remove (id);
}
