/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "store-support.h"
#include "tenure-store-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

static gboolean
count_up (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return tenure_connection_exec (
      connection, "INSERT INTO account (key, name, source, fetched_at) SELECT count (*), 'x', 'e', 0 FROM account",
      error);
}

static void
test_mapping (void)
{
  static const struct
  {
    int rc, system_errno;
    const char *detail;
    int code;
  } cases[] = {
    { SQLITE_IOERR, ENOSPC, NULL, TENURE_SYSTEM_ERROR_NO_SPACE },
    { SQLITE_IOERR_WRITE, EDQUOT, NULL, TENURE_SYSTEM_ERROR_NO_SPACE },
    { SQLITE_IOERR_WRITE, EIO, NULL, TENURE_SYSTEM_ERROR_IO },
    { SQLITE_IOERR, 0, NULL, TENURE_SYSTEM_ERROR_IO },
    { SQLITE_FULL, 0, NULL, TENURE_SYSTEM_ERROR_NO_SPACE },
    { SQLITE_CANTOPEN, EACCES, NULL, TENURE_SYSTEM_ERROR_DENIED },
    { SQLITE_CANTOPEN, EROFS, NULL, TENURE_SYSTEM_ERROR_READ_ONLY },
    { SQLITE_BUSY_SNAPSHOT, 0, NULL, TENURE_SYSTEM_ERROR_BUSY },
    { SQLITE_LOCKED, 0, NULL, TENURE_SYSTEM_ERROR_BUSY },
    { SQLITE_READONLY_DBMOVED, 0, NULL, TENURE_SYSTEM_ERROR_READ_ONLY },
    { SQLITE_PERM, 0, NULL, TENURE_SYSTEM_ERROR_DENIED },
    { SQLITE_CORRUPT_INDEX, 0, NULL, TENURE_SYSTEM_ERROR_CORRUPT },
    { SQLITE_NOTADB, 0, NULL, TENURE_SYSTEM_ERROR_CORRUPT },
    { SQLITE_CONSTRAINT_UNIQUE, 0, "UNIQUE constraint failed: t.x", TENURE_SYSTEM_ERROR_CORRUPT },
    { SQLITE_ERROR, 0, "integer overflow", TENURE_SYSTEM_ERROR_OVERFLOW },
    { SQLITE_ERROR, 0, "no such table: t", TENURE_SYSTEM_ERROR_IO },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      tenure_sqlite_error_full (cases[i].rc, cases[i].system_errno, cases[i].detail, "/the/file", &error);
      tenure_test_refused (&error, TENURE_SYSTEM_ERROR, cases[i].code, "/the/file");
    }
  g_autoptr (GError) error = NULL;
  tenure_sqlite_error_full (SQLITE_INTERRUPT, 0, NULL, "/the/file", &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A limit on the size of files is the full disk that everybody can have. */
static int
fill_up (const char *path)
{
  struct rlimit limit = { 400000, 400000 };
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureStore) store = tenure_store_open (path, FALSE, FALSE, &error);
  gboolean ok = store != NULL;
  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &limit);
  for (int i = 0; i < 2000 && ok; i++)
    ok = tenure_store_write (store, count_up, NULL, NULL, &error);
  g_print ("%s\n", error ? error->message : "-");
  return g_error_matches (error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_NO_SPACE) ? 0 : 1;
}

static void
test_no_space (void)
{
  g_autoptr (TenureStore) store = test_store ("a.db");
  g_autofree char *path = g_strdup (tenure_store_path (store)), *sound = NULL;
  g_clear_object (&store);
  g_autoptr (GSubprocess) child = test_spawn ("fill", path);
  g_assert_true (g_subprocess_wait_check (child, NULL, NULL));
  sound = test_raw (path, "PRAGMA integrity_check");
  g_assert_cmpstr (sound, ==, "ok");
  g_autofree char *kept = test_raw (path, "SELECT count (*) > 0 AND count (*) = max (CAST (key AS INTEGER)) + 1 FROM "
                                          "account");
  g_assert_cmpstr (kept, ==, "1");
}

/* As somebody to whom file and folder are closed for writing; root is not stopped by permissions. */
static int
open_unwritable (const char *path)
{
  g_autoptr (GError) error = NULL;
  if (geteuid () == 0)
    g_assert_cmpint (setresuid (65534, 65534, 65534), ==, 0);
  g_autoptr (TenureStore) store = tenure_store_open (path, FALSE, FALSE, &error);
  if (store)
    return tenure_store_write (store, count_up, NULL, NULL, &error) ||
                   !g_error_matches (error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_READ_ONLY)
               ? 1
               : 0;
  return error->domain == TENURE_SYSTEM_ERROR && strstr (error->message, path) &&
                 (error->code == TENURE_SYSTEM_ERROR_READ_ONLY || error->code == TENURE_SYSTEM_ERROR_DENIED)
             ? 0
             : 2;
}

static void
test_unwritable (void)
{
  g_autofree char *folder = test_path ("closed"), *above = test_path ("");
  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  g_autoptr (TenureStore) store = test_store ("closed/a.db");
  g_autofree char *path = g_strdup (tenure_store_path (store));
  g_clear_object (&store);
  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  g_assert_cmpint (g_chmod (above, 0755), ==, 0);
  g_autoptr (GSubprocess) child = test_spawn ("unwritable", path);
  g_subprocess_wait (child, NULL, NULL);
  g_assert_cmpint (g_subprocess_get_exit_status (child), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
}

static void
test_file_systems (void)
{
  static const struct
  {
    gint64 magic;
    const char *type;
    gboolean remote;
  } cases[] = {
    { 0xef53, NULL, FALSE },
    { 0x01021994, NULL, FALSE },
    { 0x9123683e, NULL, FALSE },
    { 0x58465342, NULL, FALSE },
    { 0x6969, NULL, TRUE },
    { 0xff534d42, NULL, TRUE },
    { (gint32)0xff534d42, NULL, TRUE },
    { 0xfe534d42, NULL, TRUE },
    { 0x517b, NULL, TRUE },
    { 0x01021997, NULL, TRUE },
    { 0x65735546, "fuse.sshfs", TRUE },
    { 0x65735546, "fuse.rclone", TRUE },
    { 0x65735546, "fuseblk", FALSE },
    { 0x65735546, "fuse.portal", FALSE },
    { 0x65735546, NULL, FALSE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (tenure_filesystem_is_remote (cases[i].magic, cases[i].type) == cases[i].remote);
}

int
main (int argc, char **argv)
{
  static const TestChild children[] = { { "fill", fill_up }, { "unwritable", open_unwritable }, { NULL } };
  test_init (&argc, &argv, children);
  test_add ("/errors/mapping", test_mapping);
  test_add ("/errors/no-space", test_no_space);
  test_add ("/errors/unwritable", test_unwritable);
  test_add ("/errors/file-systems", test_file_systems);
  return g_test_run ();
}
