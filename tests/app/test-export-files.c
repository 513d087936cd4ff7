/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file is there whole or not at all: what exists, what is full, what is stopped; and what the record says of it. */
#include "export-support.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tenure-error.h"
#include "tenure-export-private.h"

/* What the test does to the worker: see the link arguments. */
static GCancellable *to_cancel;
static gssize room = -1; /* bytes until the disk is full */
static int sync_errno;

gboolean __real_tenure_export_go_on (TenureExportSource *source, gint64 done, gint64 total, GCancellable *cancellable,
                                     GError **error);
gboolean __wrap_tenure_export_go_on (TenureExportSource *source, gint64 done, gint64 total, GCancellable *cancellable,
                                     GError **error);
ssize_t __real_write (int fd, const void *bytes, size_t size);
ssize_t __wrap_write (int fd, const void *bytes, size_t size);
int __real_fsync (int fd);
int __wrap_fsync (int fd);

gboolean
__wrap_tenure_export_go_on (TenureExportSource *source, gint64 done, gint64 total, GCancellable *cancellable,
                            GError **error)
{
  if (to_cancel != NULL)
    g_cancellable_cancel (to_cancel);
  return __real_tenure_export_go_on (source, done, total, cancellable, error);
}

ssize_t
__wrap_write (int fd, const void *bytes, size_t size)
{
  if (room < 0)
    return __real_write (fd, bytes, size);
  if (room == 0)
    return errno = ENOSPC, -1;
  size = MIN (size, (size_t)room);
  room -= (gssize)size;
  return __real_write (fd, bytes, size);
}

int
__wrap_fsync (int fd)
{
  return sync_errno == 0 ? __real_fsync (fd) : (errno = sync_errno, -1);
}

/* Saving ---------------------------------------------------------------------------------------------------------- */

static void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static gboolean
save_to (Place *place, const char *key, const char *path, gboolean replace, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  tenure_export_async (place->session, key, target, replace, cancellable, NULL, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return tenure_export_finish (place->session, result, NULL, error);
}

static void
assert_state (Place *place, const char *key, TenureExportState state, const char *reason)
{
  g_autoptr (TenureExportRecord) record = place_record (place, key);

  g_assert_cmpint (record->state, ==, state);
  g_assert_cmpstr (record->reason, ==, reason);
  g_assert_cmpstr (record->path, ==, state == TENURE_EXPORT_READY ? place->target : NULL);
}

/* The same export, made again where there is room, is ready. */
static void
assert_again (Place *place, const char *key)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (place_files (place), ==, 0);
  save_to (place, key, place->target, FALSE, NULL, &error);
  g_assert_no_error (error);
  assert_state (place, key, TENURE_EXPORT_READY, NULL);
  g_assert_cmpuint (place_files (place), ==, 1);
}

static const TenureExport csv = { .what = ORDERS, .encoding = PLAIN };
static const TenureExport xlsx = { .what = ORDERS, .format = XLSX };

/* What is there is replaced only when that was said, and the record is none the wiser for it. */
static void
test_existing (Place *place, gconstpointer data)
{
  g_autofree char *key = place_request (place, &csv), *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (place->target, "mine", -1, NULL);
  g_assert_false (save_to (place, key, place->target, FALSE, NULL, &error));
  tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID, place->target);
  g_file_get_contents (place->target, &text, NULL, NULL);
  g_assert_cmpstr (text, ==, "mine");
  assert_state (place, key, TENURE_EXPORT_REQUESTED, NULL);
  save_to (place, key, place->target, TRUE, NULL, &error);
  g_assert_no_error (error);
  assert_state (place, key, TENURE_EXPORT_READY, NULL);
  g_assert_cmpuint (place_files (place), ==, 1);
}

/* A name that is none of a file; a folder that is not there. */
static void
test_places (Place *place, gconstpointer data)
{
  g_autofree char *key = place_request (place, &csv), *nowhere = g_build_filename (place->target, "no", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (save_to (place, key, place->folder, TRUE, NULL, &error));
  tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID, place->folder);
  g_assert_false (save_to (place, key, "/dev/full", TRUE, NULL, &error));
  tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID, "/dev/full");
  g_assert_false (save_to (place, key, nowhere, TRUE, NULL, &error));
  tenure_test_refused (&error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_IO, nowhere);
  assert_state (place, key, TENURE_EXPORT_FAILED, "failed");
  assert_again (place, key);
}

/* A link stays a link; the file that it leads to is replaced. Its permissions are those of a new file. */
static void
test_link (Place *place, gconstpointer data)
{
  g_autofree char *key = place_request (place, &csv), *link = g_build_filename (place->folder, "link", NULL);
  mode_t mask = umask (022);
  struct stat about;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (place->target, "mine", -1, NULL);
  g_assert_cmpint (symlink (place->target, link), ==, 0);
  save_to (place, key, link, TRUE, NULL, &error);
  umask (mask);
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (stat (place->target, &about), ==, 0);
  g_assert_cmpuint (about.st_mode & 0777, ==, 0644);
  g_assert_cmpint (about.st_size, >, 100);
}

/* The disk is full at the first byte, within the buffer, at the last; or does not keep what it took. */
static void
test_full (Place *place, gconstpointer data)
{
  static const gssize rooms[] = { 0, 1, 65536, 100000 };
  g_autofree char *key = place_request (place, &csv);

  place_fill_orders (place, 1000);
  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      g_autoptr (GError) error = NULL;

      room = rooms[i];
      g_assert_false (save_to (place, key, place->target, FALSE, NULL, &error));
      room = -1;
      tenure_test_refused (&error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_NO_SPACE, place->target);
      assert_state (place, key, TENURE_EXPORT_FAILED, "no-space");
      g_assert_cmpuint (place_files (place), ==, 0);
    }
  assert_again (place, key);
}

static void
test_sync (Place *place, gconstpointer data)
{
  g_autofree char *key = place_request (place, &xlsx);
  g_autoptr (GError) error = NULL;

  sync_errno = EIO;
  g_assert_false (save_to (place, key, place->target, FALSE, NULL, &error));
  sync_errno = 0;
  tenure_test_refused (&error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_IO, place->target);
  assert_state (place, key, TENURE_EXPORT_FAILED, "failed");
  assert_again (place, key);
}

/* What was at the name stays when its successor fails. */
static void
test_keeps_old (Place *place, gconstpointer data)
{
  g_autofree char *key = place_request (place, &csv), *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (place->target, "mine", -1, NULL);
  room = 0;
  g_assert_false (save_to (place, key, place->target, TRUE, NULL, &error));
  room = -1;
  g_file_get_contents (place->target, &text, NULL, NULL);
  g_assert_cmpstr (text, ==, "mine");
  g_assert_cmpuint (place_files (place), ==, 1);
}

/* XLSX ------------------------------------------------------------------------------------------------------------- */

/* Bytes of the first sheet, unpacked. */
static gsize
sheet_size (const char *path)
{
  const char *const argv[] = {
    "python3", "-c",
    "import sys, zipfile; print (zipfile.ZipFile (sys.argv[1]).getinfo ('xl/worksheets/sheet1.xml').file_size)", path,
    NULL
  };
  g_autofree char *out = NULL;

  g_assert_true (g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, NULL, NULL));
  return (gsize)g_ascii_strtoull (out, NULL, 10);
}

static void
limit_files (rlim_t size)
{
  struct rlimit limit = { size, RLIM_INFINITY };

  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* libxlsxwriter does not look whether its temporary files took everything: half of a sheet, and a sheet without its
 * last bytes, are packed as if nothing was wrong. */
static void
test_xlsx_full (Place *place, gconstpointer data)
{
  g_autofree char *key = place_request (place, &xlsx);
  gsize size;

  place_fill_orders (place, 6000);
  g_assert_true (save_to (place, key, place->target, FALSE, NULL, NULL));
  size = sheet_size (place->target);
  g_assert_cmpuint (size, >, 5000000);
  g_unlink (place->target);
  signal (SIGXFSZ, SIG_IGN);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      limit_files (i == 0 ? size * 3 / 4 : size - 5);
      g_assert_false (save_to (place, key, place->target, FALSE, NULL, &error));
      limit_files (RLIM_INFINITY);
      g_assert_cmpuint (error->domain, ==, TENURE_SYSTEM_ERROR);
      g_assert_cmpuint (place_files (place), ==, 0);
      {
        g_autoptr (TenureExportRecord) record = place_record (place, key);

        g_assert_cmpint (record->state, ==, TENURE_EXPORT_FAILED);
      }
    }
  assert_again (place, key);
}

/* Stopping ----------------------------------------------------------------------------------------------------------
 */

static guint
open_files (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc/self/fd", 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_cancel (Place *place, gconstpointer data)
{
  static const TenureExport *const exports[] = { &csv, &xlsx };

  place_fill_orders (place, 1000);
  for (guint i = 0; i < G_N_ELEMENTS (exports); i++)
    {
      g_autofree char *key = place_request (place, exports[i]);
      guint first = 0;

      for (guint round = 0; round < 5; round++)
        {
          g_autoptr (GCancellable) cancellable = g_cancellable_new ();
          g_autoptr (GError) error = NULL;

          to_cancel = cancellable;
          g_assert_false (save_to (place, key, place->target, FALSE, cancellable, &error));
          to_cancel = NULL;
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
          assert_state (place, key, TENURE_EXPORT_FAILED, "cancelled");
          if (round == 0)
            first = open_files ();
        }
      g_assert_cmpuint (open_files (), <=, first);
      assert_again (place, key);
      g_unlink (place->target);
    }
}

/* Stopped before it began, nothing happened at all. */
static void
test_cancelled_before (Place *place, gconstpointer data)
{
  g_autofree char *key = place_request (place, &csv);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (save_to (place, key, place->target, FALSE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_state (place, key, TENURE_EXPORT_REQUESTED, NULL);
}

static void
test_unknown (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (save_to (place, "DC20240501-77", place->target, FALSE, NULL, &error));
  tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN, "DC20240501-77");
  g_assert_cmpuint (place_files (place), ==, 0);
}

/* Rows are told on the thread that asked, in order, up to the last. */
static void
on_progress (gint64 done, gint64 total, gpointer data)
{
  gint64 *seen = data;

  g_assert_cmpint (done, >, seen[0]);
  seen[0] = done;
  seen[1] = total;
}

static void
test_progress (Place *place, gconstpointer data)
{
  g_autofree char *key = place_request (place, &csv);
  g_autoptr (GFile) target = g_file_new_for_path (place->target);
  g_autoptr (GAsyncResult) result = NULL;
  gint64 seen[2] = { 0, 0 };

  place_fill_orders (place, 1000);
  tenure_export_async (place->session, key, target, FALSE, NULL, on_progress, seen, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (tenure_export_finish (place->session, result, NULL, NULL));
  g_assert_cmpint (seen[1], ==, 1002);
  g_assert_cmpint (seen[0], >=, 256);
}

#define TEST(name, function) g_test_add ("/export-files/" name, Place, NULL, place_setup, function, place_teardown)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("existing", test_existing);
  TEST ("places", test_places);
  TEST ("link", test_link);
  TEST ("full", test_full);
  TEST ("sync", test_sync);
  TEST ("keeps-old", test_keeps_old);
  TEST ("xlsx-full", test_xlsx_full);
  TEST ("cancel", test_cancel);
  TEST ("cancelled-before", test_cancelled_before);
  TEST ("unknown", test_unknown);
  TEST ("progress", test_progress);
  return g_test_run ();
}
