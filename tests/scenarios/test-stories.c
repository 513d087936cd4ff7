/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every story of the folder is a test named after its file. TENURE_STORY=NAME plays one alone. */
#include "story.h"

#include "tenure-secrets.h"

#include <glib/gstdio.h>

static void
play (gconstpointer path)
{
  story_play (path);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *
find (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name, *wanted = g_getenv ("TENURE_STORY");

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".story") && (wanted == NULL || g_str_has_prefix (name, wanted)))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare);
  return names;
}

/* Stories are about rules: a disk that is waited for at every step would only make them slow. */
static void
play_in_memory (void)
{
  if (g_getenv ("TMPDIR") == NULL && g_access ("/dev/shm", R_OK | W_OK | X_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (GPtrArray) names = NULL;

  play_in_memory ();
  g_test_init (&argc, &argv, NULL);
  tenure_secret_use_least_cost ();
  folder = g_test_build_filename (G_TEST_DIST, "tests", "scenarios", "stories", NULL);
  names = find (folder);
  g_assert_cmpuint (names->len, >, 0);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *test = g_strndup (names->pdata[i], strlen (names->pdata[i]) - strlen (".story"));
      g_autofree char *path = g_strconcat ("/stories/", test, NULL);
      g_test_add_data_func_full (path, g_build_filename (folder, names->pdata[i], NULL), play, g_free);
    }
  return g_test_run ();
}
