/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/stat.h>
#include <utime.h>

static guint
mode_of (const char *path)
{
  GStatBuf about;
  g_assert_cmpint (g_stat (path, &about), ==, 0);
  return about.st_mode & 0777;
}

static char *
database_of (const char *uuid)
{
  g_autofree char *folder = test_path (uuid);
  return g_build_filename (folder, "tenure.db", NULL);
}

static void
test_create (void)
{
  g_autoptr (TenureProfile) profile = test_profile ("学校", TRUE);
  g_autofree char *path = database_of (tenure_profile_uuid (profile));
  g_autofree char *lock = g_build_filename (tenure_profile_folder (profile), "driver.lock", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *kept = NULL;
  g_assert_cmpstr (tenure_profile_name (profile), ==, "学校");
  g_assert_true (tenure_profile_practice (profile));
  g_assert_cmpint (tenure_profile_level (profile), ==, TENURE_LEVEL_V3);
  g_assert_true (tenure_profile_drives (profile));
  g_assert_false (tenure_profile_suspended (profile));
  g_assert_false (tenure_store_read_only (tenure_profile_store (profile)));
  g_assert_cmpuint (mode_of (tenure_profile_folder (profile)), ==, 0700);
  g_assert_cmpuint (mode_of (path), ==, 0600);
  g_assert_cmpuint (mode_of (log), ==, 0600);
  g_assert_cmpuint (mode_of (lock), ==, 0600);
  kept = test_value (tenure_profile_store (profile), "SELECT name || ' ' || (hash = (SELECT value FROM meta WHERE key "
                                                     "= 'policy')) FROM policy");
  g_assert_cmpstr (kept, ==, "huawei-cn 1");
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    int code;
    const char *named;
  } cases[] = {
    { "", TENURE_INPUT_ERROR_MISSING, "name" },
    { " \t", TENURE_INPUT_ERROR_MISSING, "name" },
    { NULL, TENURE_INPUT_ERROR_MISSING, "name" },
    { "one", TENURE_INPUT_ERROR_INVALID, "“one”" },
    { "two\nlines", TENURE_INPUT_ERROR_INVALID, "line ends" },
    { "名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名"
      "名名名名名名名名名",
      TENURE_INPUT_ERROR_RANGE, "has 65" },
  };
  g_autoptr (TenureProfile) one = test_profile ("one", FALSE);
  g_autoptr (TenurePolicy) policy = test_policy ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      TenureProfileSetup setup = { cases[i].name, FALSE, TENURE_LEVEL_V0, policy };
      g_assert_null (tenure_profile_create (&setup, TEST_NOW, &error));
      tenure_test_refused (&error, TENURE_INPUT_ERROR, cases[i].code, cases[i].named);
    }
}

static void
test_list (void)
{
  g_autoptr (TenureProfile) b = test_profile ("b", TRUE), a = test_profile ("a", FALSE);
  g_autofree char *broken = g_uuid_string_random (), *folder = test_path (broken);
  g_autofree char *path = database_of (broken);
  g_autoptr (GError) error = NULL;
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (
      g_file_set_contents (path, "this is no database, although it is long enough to look like one", -1, NULL));
  g_autoptr (GPtrArray) list = tenure_profiles_list (&error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 3);
  guint n_damaged = 0;
  for (guint i = 0; i < list->len; i++)
    {
      const TenureProfileInfo *info = g_ptr_array_index (list, i);
      n_damaged += info->damaged != NULL;
      g_assert_true (info->practice == g_str_equal (info->name, "b"));
      g_assert_true ((info->damaged != NULL) == g_str_equal (info->uuid, broken));
    }
  g_assert_cmpuint (n_damaged, ==, 1);
}

static void
test_choice (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (tenure_profile_open (NULL, FALSE, &error));
  tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_MISSING, "create one");
  g_autoptr (TenureProfile) a = test_profile ("a", FALSE);
  g_autoptr (TenureProfile) only = tenure_profile_open (NULL, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tenure_profile_uuid (only), ==, tenure_profile_uuid (a));
  g_autoptr (TenureProfile) b = test_profile ("b", FALSE);
  g_assert_null (tenure_profile_open (NULL, FALSE, &error));
  tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_MISSING, "2");
  g_assert_null (tenure_profile_open ("c", FALSE, &error));
  tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN, "“c”");
  g_autoptr (TenureProfile) again = tenure_profile_open (tenure_profile_uuid (b), FALSE, &error);
  g_assert_cmpstr (tenure_profile_name (again), ==, "b");
}

/* --- In the making ------------------------------------------------------------------------------------------------ */

static guint
count_profiles (void)
{
  g_autoptr (GPtrArray) list = tenure_profiles_list (NULL);
  g_assert_nonnull (list);
  return list->len;
}

static TenureProfile *
begin (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenurePolicy) policy = test_policy ();
  TenureProfileSetup setup = { name, TRUE, TENURE_LEVEL_V3, policy };
  TenureProfile *profile = tenure_profile_begin (&setup, TEST_NOW, &error);
  g_assert_no_error (error);
  return profile;
}

/* Nobody sees it before it is complete, and then it goes on with what was written and with its lock. */
static void
test_publish (void)
{
  g_autoptr (TenureProfile) profile = begin ("later");
  g_autofree char *begun = g_strdup (tenure_profile_folder (profile));
  g_autoptr (GError) error = NULL;
  g_assert_true (tenure_profile_drives (profile));
  g_assert_cmpuint (count_profiles (), ==, 0);
  g_assert_null (tenure_profile_open ("later", FALSE, NULL));
  g_assert_true (tenure_profile_advance (profile, 86400, &error));
  g_assert_true (tenure_profile_publish (profile, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (begun, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_profiles (), ==, 1);
  g_assert_true (tenure_profile_drives (profile));
  g_autoptr (TenureProfile) other = tenure_profile_open ("later", TRUE, &error);
  g_assert_no_error (error);
  g_assert_false (tenure_profile_drives (other));
  g_autofree char *offset =
      test_value (tenure_profile_store (other), "SELECT value FROM meta WHERE key = 'clock-offset'");
  g_assert_cmpstr (offset, ==, "86400");
  g_assert_true (tenure_profile_advance (profile, 60, &error));
}

static void
make_old (const char *folder)
{
  struct utimbuf times = { 1000000000, 1000000000 };
  g_assert_cmpint (g_utime (folder, &times), ==, 0);
}

/* What a program that ended left unfinished goes with the next creation; what one works on stays. */
static void
test_left_behind (void)
{
  TenureProfile *gone = begin ("gone");
  g_autoptr (TenureProfile) working = begin ("working");
  g_autofree char *left = g_strdup (tenure_profile_folder (gone));
  g_object_unref (gone);
  g_assert_true (g_file_test (left, G_FILE_TEST_IS_DIR));
  make_old (tenure_profile_folder (working));
  g_autoptr (TenureProfile) soon = test_profile ("soon", TRUE);
  g_assert_true (g_file_test (left, G_FILE_TEST_IS_DIR)); /* it could be anybody's who takes the lock just now */
  make_old (left);
  make_old (tenure_profile_folder (working));
  g_autoptr (TenureProfile) later = test_profile ("gone", TRUE);
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (tenure_profile_folder (working), G_FILE_TEST_IS_DIR));
  g_assert_true (tenure_profile_publish (working, NULL));
  g_assert_cmpuint (count_profiles (), ==, 3);
}

/* --- The driver lock --------------------------------------------------------------------------------------------- */

static int
drive (const char *name)
{
  g_autoptr (TenureProfile) profile = tenure_profile_open (name, TRUE, NULL);
  g_print ("%s\n", profile && tenure_profile_drives (profile) ? "drives" : "looks on");
  g_usleep (60 * G_USEC_PER_SEC);
  return 0;
}

static void
test_lock_dies_with_its_process (void)
{
  g_autoptr (TenureProfile) profile = test_profile ("a", FALSE);
  g_autoptr (GError) error = NULL;
  g_clear_object (&profile);
  g_autoptr (GSubprocess) child = test_spawn ("drive", "a");
  test_await_line (child);
  profile = tenure_profile_open ("a", TRUE, &error);
  g_assert_no_error (error);
  g_assert_false (tenure_profile_drives (profile));
  g_assert_false (tenure_profile_try_drive (profile, &error));
  tenure_test_refused (&error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_BUSY, g_subprocess_get_identifier (child));
  g_assert_false (tenure_profile_delete (profile, &error));
  tenure_test_refused (&error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_BUSY, "“a”");
  g_subprocess_send_signal (child, SIGKILL);
  g_assert_true (g_subprocess_wait (child, NULL, NULL));
  g_assert_true (tenure_profile_try_drive (profile, &error));
  g_assert_no_error (error);
  g_assert_true (tenure_profile_drives (profile));
}

static void
test_one_driver_in_one_process (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureProfile) first = test_profile ("a", FALSE);
  g_autoptr (TenureProfile) second = tenure_profile_open ("a", TRUE, &error);
  g_assert_no_error (error);
  g_assert_false (tenure_profile_drives (second));
  g_clear_object (&first);
  g_assert_true (tenure_profile_try_drive (second, &error));
}

static void
test_delete (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureProfile) profile = test_profile ("a", FALSE);
  g_autofree char *folder = g_strdup (tenure_profile_folder (profile));
  g_assert_true (tenure_profile_delete (profile, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_autoptr (GPtrArray) list = tenure_profiles_list (&error);
  g_assert_cmpuint (list->len, ==, 0);
}

/* --- The clock --------------------------------------------------------------------------------------------------- */

static void
test_clock (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureProfile) practice = test_profile ("a", TRUE), real = test_profile ("b", FALSE);
  gint64 before = g_get_real_time () / G_USEC_PER_SEC;
  g_assert_cmpint (tenure_profile_now (practice) - before, <=, 2);
  g_assert_true (tenure_profile_advance (practice, 30 * 86400, &error));
  g_assert_true (tenure_profile_advance (practice, 5, &error));
  g_assert_cmpint (tenure_profile_now (practice) - before, >=, 30 * 86400 + 5);
  g_assert_cmpint (tenure_profile_now (practice) - before, <=, 30 * 86400 + 10);
  g_assert_false (tenure_profile_advance (practice, -1, &error));
  tenure_test_refused (&error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_REFUSED, "-1");
  g_assert_false (tenure_profile_advance (practice, G_MAXINT64, &error));
  tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE, "9999");
  g_assert_false (tenure_profile_advance (real, 1, &error));
  tenure_test_refused (&error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_REFUSED, "“b”");
  g_clear_object (&practice);
  practice = tenure_profile_open ("a", TRUE, &error);
  g_assert_cmpint (tenure_profile_now (practice) - before, >=, 30 * 86400 + 5);
}

static void
test_clock_moved_elsewhere (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureProfile) one = test_profile ("a", TRUE);
  g_autoptr (TenureProfile) other = tenure_profile_open ("a", FALSE, &error);
  gint64 before = tenure_profile_now (other);
  gboolean moved = FALSE;
  g_assert_true (tenure_profile_advance (one, 1000, &error));
  for (int i = 0; i < 100 && !moved; i++)
    {
      gboolean never = FALSE;
      g_usleep (20000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      test_iterate_until (&never, 0);
      moved = tenure_profile_now (other) - before >= 1000;
    }
  g_assert_true (moved);
}

/* --- Another machine --------------------------------------------------------------------------------------------- */

static void
test_another_machine (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureProfile) profile = test_profile ("a", FALSE);
  g_autofree char *path = g_strdup (tenure_store_path (tenure_profile_store (profile)));
  g_clear_object (&profile);
  g_free (test_raw (path, "UPDATE meta SET value = 'another' WHERE key = 'machine';"
                          "INSERT INTO step (position, effect, obligation, state, changed_at) VALUES (0, 'x', 'o/1', "
                          "'sent', 1), (0, 'x', 'o/2', 'intent', 1), (0, 'x', 'o/3', 'done', 1)"));
  profile = tenure_profile_open ("a", TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (tenure_profile_suspended (profile));
  g_assert_true (tenure_store_read_only (tenure_profile_store (profile)));
  g_assert_true (tenure_profile_go_on (profile, TEST_NOW, &error));
  g_assert_no_error (error);
  g_assert_false (tenure_store_read_only (tenure_profile_store (profile)));
  g_autofree char *states = test_value (tenure_profile_store (profile),
                                        "SELECT group_concat (state) FROM (SELECT state FROM step ORDER BY id)");
  g_assert_cmpstr (states, ==, "unknown,unknown,done");
  g_clear_object (&profile);
  profile = tenure_profile_open ("a", TRUE, &error);
  g_assert_false (tenure_profile_suspended (profile));
}

static void
test_damaged_meta (void)
{
  static const char *const keys[] = { "uuid", "name", "practice", "level", "policy", "machine", "restored" };
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *name = g_strdup_printf ("p%u", i), *sql = NULL, *path = NULL, *uuid = NULL;
      g_autoptr (TenureProfile) profile = test_profile (name, FALSE);
      path = g_strdup (tenure_store_path (tenure_profile_store (profile)));
      uuid = g_strdup (tenure_profile_uuid (profile));
      sql = g_strdup_printf ("DELETE FROM meta WHERE key = '%s'", keys[i]);
      g_clear_object (&profile);
      g_free (test_raw (path, sql));
      g_assert_null (tenure_profile_open (uuid, FALSE, &error));
      tenure_test_refused (&error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_CORRUPT, keys[i]);
    }
}

int
main (int argc, char **argv)
{
  static const TestChild children[] = { { "drive", drive }, { NULL } };
  test_init (&argc, &argv, children);
  test_add ("/profile/create", test_create);
  test_add ("/profile/names", test_names);
  test_add ("/profile/list", test_list);
  test_add ("/profile/choice", test_choice);
  test_add ("/profile/publish", test_publish);
  test_add ("/profile/left-behind", test_left_behind);
  test_add ("/profile/lock-dies-with-its-process", test_lock_dies_with_its_process);
  test_add ("/profile/one-driver-in-one-process", test_one_driver_in_one_process);
  test_add ("/profile/delete", test_delete);
  test_add ("/profile/clock", test_clock);
  test_add ("/profile/clock-moved-elsewhere", test_clock_moved_elsewhere);
  test_add ("/profile/another-machine", test_another_machine);
  test_add ("/profile/damaged-meta", test_damaged_meta);
  return g_test_run ();
}
