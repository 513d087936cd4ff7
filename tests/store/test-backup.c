/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "store-support.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

static gboolean
add_steps (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return tenure_step_add (connection, NULL, 0, "x", "o/1", "sent", TEST_NOW, error) &&
         tenure_step_add (connection, NULL, 0, "x", "o/2", "done", TEST_NOW, error);
}

static void
write_steps (TenureProfile *profile)
{
  g_autoptr (GError) error = NULL;
  tenure_store_write (tenure_profile_store (profile), add_steps, NULL, NULL, &error);
  g_assert_no_error (error);
}

static guint
count_files (const char *folder, const char *part)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;
  while (dir && (name = g_dir_read_name (dir)))
    n += strstr (name, part) != NULL;
  return n;
}

static void
test_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = test_path ("copy.backup");
  g_autoptr (TenureProfile) profile = test_profile ("a", FALSE);
  GStatBuf about;
  write_steps (profile);
  g_assert_true (tenure_profile_backup (profile, file, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (file, &about), ==, 0);
  g_assert_cmpuint (about.st_mode & 0777, ==, 0600);
  g_autofree char *uuid = tenure_profile_restore (file, "b", TEST_NOW + 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (uuid, !=, tenure_profile_uuid (profile));
  g_autoptr (TenureProfile) copy = tenure_profile_open ("b", TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tenure_profile_uuid (copy), ==, uuid);
  g_assert_true (tenure_profile_suspended (copy));
  g_autofree char *states = test_value (tenure_profile_store (copy), "SELECT group_concat (state) FROM (SELECT state "
                                                                     "FROM step ORDER BY id)");
  g_assert_cmpstr (states, ==, "unknown,done");
  g_autoptr (GPtrArray) checks = tenure_check (tenure_profile_store (copy), NULL, &error);
  g_assert_cmpuint (tenure_check_faults (checks), ==, 0);
  g_assert_true (tenure_profile_go_on (copy, TEST_NOW + 2, &error));
  test_write (tenure_profile_store (copy), "UPDATE step SET state = 'withdrawn'");
  g_clear_object (&copy);
  copy = tenure_profile_open ("b", TRUE, &error);
  g_assert_false (tenure_profile_suspended (copy));
}

static char *
bytes_of (const char *path, gsize *length)
{
  char *bytes = NULL;
  g_assert_true (g_file_get_contents (path, &bytes, length, NULL));
  return bytes;
}

/* A code or link that is still live is in the profile, and not in its backup. */
static void
test_secrets (void)
{
  static const char *const SECRETS[] = { "MARKED-CODE-1", "MARKED-LINK-2" };
  g_autoptr (GError) error = NULL;
  g_autofree char *file = test_path ("secret.backup"), *bytes = NULL, *wal = NULL, *log = NULL;
  g_autoptr (TenureProfile) profile = test_profile ("secret", FALSE);
  TenureStore *store = tenure_profile_store (profile);
  gsize length = 0, log_length = 0;
  test_write (store, "INSERT INTO account (id, key, name, source, fetched_at) VALUES (1, 'hw_a', 'A', 'embedded', 1)");
  test_write (store, "INSERT INTO message (id, at, kind, address, template, arguments, secret) VALUES"
                     " (1, 1, 'sms', '1', 'code.register', '{}', 'MARKED-CODE-1'),"
                     " (2, 1, 'mail', '1', 'application.activate', '{}', 'MARKED-LINK-2')");
  test_write (store, "INSERT INTO code (id, phone, purpose, hash, sent, expiry, state, message_id)"
                     " VALUES (1, '1', 'register', 'h', 1, 2, 'live', 1)");
  test_write (store, "INSERT INTO link (id, key, account_id, purpose, hash, sent, expiry, state, message_id)"
                     " VALUES (1, 'K', 1, 'activate', 'h', 1, 2, 'live', 2)");
  test_write (store, "INSERT INTO event (due, kind, subject) VALUES (2, 'code', 1), (2, 'link', 1)");
  wal = g_strconcat (tenure_store_path (store), "-wal", NULL);
  log = bytes_of (wal, &log_length);
  g_assert_true (tenure_profile_backup (profile, file, NULL, &error));
  g_assert_no_error (error);
  bytes = bytes_of (file, &length);
  for (guint i = 0; i < G_N_ELEMENTS (SECRETS); i++)
    {
      g_assert_nonnull (memmem (log, log_length, SECRETS[i], strlen (SECRETS[i]))); /* the profile holds it */
      g_assert_null (memmem (bytes, length, SECRETS[i], strlen (SECRETS[i])));
    }
}

static void
test_refusals (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = test_path ("copy.backup"), *other = test_path ("other"), *nowhere = test_path ("no/where");
  g_autoptr (TenureProfile) profile = test_profile ("a", FALSE);
  g_assert_true (tenure_profile_backup (profile, file, NULL, &error));
  g_assert_false (tenure_profile_backup (profile, file, NULL, &error));
  tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID, "copy.backup");
  g_assert_false (tenure_profile_backup (profile, nowhere, NULL, &error));
  tenure_test_refused (&error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_IO, "no");
  g_assert_null (tenure_profile_restore (file, NULL, TEST_NOW, &error));
  tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID, "“a”");
  g_free (test_raw (other, "CREATE TABLE t (x)"));
  g_assert_null (tenure_profile_restore (other, "c", TEST_NOW, &error));
  tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID, "other");
  g_free (test_raw (file, "PRAGMA user_version = 1000"));
  g_assert_null (tenure_profile_restore (file, "c", TEST_NOW, &error));
  tenure_test_refused (&error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_NEWER, "1000");
  g_autofree char *folder = tenure_profiles_dir ();
  g_assert_cmpuint (count_files (folder, ".new-"), ==, 0);
  g_assert_cmpuint (count_files (folder, ".part"), ==, 0);
}

/* A damaged profile must not push sound backups out. */
static void
test_damaged_profile (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = test_path ("copy.backup"), *folder = tenure_profiles_dir ();
  g_autoptr (TenureProfile) profile = test_profile ("a", FALSE);
  test_write (tenure_profile_store (profile), "INSERT INTO ledger (name, balance) VALUES ('cash/a', 5)");
  g_assert_false (tenure_profile_backup (profile, file, NULL, &error));
  tenure_test_refused (&error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_CORRUPT, "cash/a");
  g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_files (folder, ".part"), ==, 0);
}

static void
test_cancelled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *file = test_path ("copy.backup"), *folder = tenure_profiles_dir ();
  g_autoptr (TenureProfile) profile = test_profile ("a", FALSE);
  g_cancellable_cancel (cancellable);
  g_assert_false (tenure_profile_backup (profile, file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (folder, ".part"), ==, 0);
}

static void
test_daily (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureProfile) profile = test_profile ("a", FALSE);
  g_autofree char *folder = g_build_filename (tenure_profile_folder (profile), "backups", NULL);
  g_autofree char *mine = g_build_filename (folder, "mine.db", NULL);
  for (int day = 0; day < 9; day++)
    {
      g_assert_true (tenure_profile_backup_daily (profile, TEST_NOW + day * 86400, NULL, &error));
      g_assert_true (tenure_profile_backup_daily (profile, TEST_NOW + day * 86400 + 60, NULL, &error));
      g_assert_no_error (error);
      if (day == 0)
        g_assert_true (g_file_set_contents (mine, "not made by the program", -1, NULL));
    }
  g_assert_cmpuint (count_files (folder, "2024-05-"), ==, 7);
  g_assert_cmpuint (count_files (folder, "2024-05-02"), ==, 0);
  g_assert_cmpuint (count_files (folder, "2024-05-03"), ==, 1);
  g_assert_cmpuint (count_files (folder, "2024-05-09"), ==, 1);
  g_assert_cmpuint (count_files (folder, "mine"), ==, 1);
}

/* The copy is of one moment, while others write. */
static void
test_while_writing (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = test_path ("copy.backup"), *head = NULL, *found = NULL;
  g_autoptr (TenureProfile) profile = test_profile ("a", FALSE);
  write_steps (profile);
  head = test_value (tenure_profile_store (profile), "SELECT hash FROM journal ORDER BY id DESC LIMIT 1");
  g_assert_true (tenure_profile_backup (profile, file, NULL, &error));
  test_write (tenure_profile_store (profile), "DELETE FROM step");
  found = test_raw (file, "SELECT count (*) || (SELECT hash FROM journal ORDER BY id DESC LIMIT 1) FROM step");
  g_autofree char *expected = g_strconcat ("2", head, NULL);
  g_assert_cmpstr (found, ==, expected);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv, NULL);
  test_add ("/backup/round-trip", test_round_trip);
  test_add ("/backup/secrets", test_secrets);
  test_add ("/backup/refusals", test_refusals);
  test_add ("/backup/damaged-profile", test_damaged_profile);
  test_add ("/backup/cancelled", test_cancelled);
  test_add ("/backup/daily", test_daily);
  test_add ("/backup/while-writing", test_while_writing);
  return g_test_run ();
}
