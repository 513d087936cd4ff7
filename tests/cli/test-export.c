/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exports and completion through the built program. */
#include <glib/gstdio.h>
#include <string.h>

#include "cli-support.h"

typedef struct
{
  char *folder, *file;
} Place;

#define DO(...) g_free (cli_do (__VA_ARGS__))

static void
place_setup (Place *place, gconstpointer data)
{
  g_autofree char *profiles = NULL;
  g_autoptr (GError) error = NULL;

  place->folder = g_dir_make_tmp ("tenure-cli-export-XXXXXX", &error);
  g_assert_no_error (error);
  profiles = g_build_filename (place->folder, "profiles", NULL);
  place->file = g_build_filename (place->folder, "out.csv", NULL);
  g_setenv ("TENURE_PROFILES", profiles, TRUE);
  g_unsetenv ("LANGUAGE");
  DO ("profile create training --practice --level V3");
  DO ("topup 10000");
}

static void
place_teardown (Place *place, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf %s", place->folder);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_unsetenv ("TENURE_PROFILES");
  g_free (place->folder);
  g_free (place->file);
}

static void
buy (const char *name)
{
  g_autofree char *number = NULL, *placed = cli_do ("order place --offer vpc --name %s --agree", name);
  g_autofree char *ids = cli_do ("orders --status unpaid --ids");

  number = g_strstrip (g_strdup (ids));
  DO ("pay %s", number);
  DO ("clock advance 1m");
}

static void
assert_member (TenureJson *object, const char *name, const char *text)
{
  g_autofree char *found = cli_member (object, name);

  g_assert_cmpstr (found, ==, text);
}

static char *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static TenureJson *
first_record (TenureJson *exports)
{
  return tenure_json_at (tenure_json_get (exports, "rows"), 0);
}

/* Requested, saved, listed, saved again, gone after three days. */
static void
test_orders (Place *place, gconstpointer data)
{
  g_autoptr (TenureJson) made = NULL;
  g_autoptr (TenureJson) exports = NULL;
  g_autoptr (TenureJson) later = NULL;
  g_autofree char *key = NULL, *text = NULL, *again = g_build_filename (place->folder, "again.csv", NULL);
  g_autofree char *table = NULL;

  buy ("net");
  made = cli_json ("export orders --status completed --to %s --json", place->file);
  assert_member (made, "rows", "1");
  assert_member (made, "left_out", "0");
  assert_member (made, "file", place->file);
  key = cli_member (made, "export");
  text = read_file (place->file);
  g_assert_nonnull (strstr (text, "Order number,Composite order,"));
  g_assert_nonnull (strstr (text, ",Completed,"));
  exports = cli_json ("exports --json");
  assert_member (first_record (exports), "export", key);
  assert_member (first_record (exports), "state", "ready");
  assert_member (first_record (exports), "file", place->file);
  assert_member (tenure_json_get (tenure_json_get (first_record (exports), "question"), "query"), "status",
                 "completed");
  table = cli_do ("exports");
  g_assert_nonnull (strstr (table, "Status: Completed"));
  cli_fails (2, "--force", "export save %s --to %s", key, place->file);
  cli_fails (2, ".xlsx", "export save %s --to %s.xlsx", key, place->file);
  DO ("export save %s --to %s --force", key, place->file);
  DO ("export save %s --to %s", key, again);
  DO ("clock advance 3d");
  later = cli_json ("exports --json");
  g_assert_cmpuint (tenure_json_length (tenure_json_get (later, "rows")), ==, 0);
  cli_fails (2, key, "export save %s --to %s --force", key, again);
  DO ("check");
}

/* What --dry-run and plan say is not done; what is refused leaves no record and no file. */
static void
test_refusals (Place *place, gconstpointer data)
{
  g_autoptr (TenureJson) exports = NULL;
  g_autofree char *plan = NULL, *order = NULL;

  buy ("net");
  order = cli_do ("orders --ids");
  DO ("export orders --to %s --dry-run", place->file);
  plan = cli_do ("plan export orders --to %s", place->file);
  g_assert_nonnull (strstr (plan, "\"tenure-plan/1\""));
  cli_fails (1, "is completed", "export unpaid %s --to %s", g_strstrip (order), place->file);
  cli_fails (2, "--months", "export renewal-list net --to %s", place->file);
  cli_fails (2, "no-such", "export renewal-list no-such --months 1 --to %s", place->file);
  cli_fails (2, "/dev/null", "export orders --to /dev/null --format csv --force");
  cli_fails (1, "13 months", "export renewal-list net --months 13 --to %s", place->file);
  cli_fails (2, "--to", "export orders");
  cli_fails (2, "--format", "export orders --to %s --format pdf", place->file);
  cli_fails (2, "--encoding", "export orders --to %s --encoding latin1", place->file);
  cli_fails (2, "--until", "export orders --to %s --from 2024-02-01 --until 2024-01-01", place->file);
  exports = cli_json ("exports --json");
  g_assert_cmpuint (tenure_json_length (tenure_json_get (exports, "rows")), ==, 0);
  g_assert_false (g_file_test (place->file, G_FILE_TEST_EXISTS));
  /* A folder that is not there: the record says so, and can be saved elsewhere. */
  cli_fails (3, "nowhere", "export orders --to %s/nowhere/x.csv", place->folder);
  g_clear_pointer (&exports, tenure_json_unref);
  exports = cli_json ("exports --json");
  assert_member (first_record (exports), "state", "failed");
  assert_member (first_record (exports), "reason", "failed");
}

/* The list's figures are those of the plan of renewing. */
static void
test_renewals (Place *place, gconstpointer data)
{
  g_autofree char *list = NULL, *prices = NULL, *xlsx = g_build_filename (place->folder, "prices.xlsx", NULL);
  g_autofree char *expiry = NULL, *total = NULL, *last = NULL;
  g_autoptr (TenureJson) plan = NULL;
  TenureJson *item;

  buy ("net");
  buy ("office");
  DO ("export renewal-list net office --months 12 --to %s --encoding gb18030", place->file);
  list = read_file (place->file);
  plan = cli_json ("plan renew net office --months 12");
  item = tenure_json_at (tenure_json_get (plan, "items"), 0);
  total = cli_member (plan, "to_pay");
  last = g_strdup_printf ("\r\nTotal,,,,,,,,,%s\r\n", total);
  g_assert_true (g_str_has_suffix (list, last));
  expiry = cli_member (item, "new_expiry");
  g_assert_nonnull (strstr (list, expiry));
  DO ("export price-list --mode manual --to %s", xlsx);
  prices = read_file (xlsx);
  g_assert_true (g_str_has_prefix (prices, "PK"));
}

/* Completion -------------------------------------------------------------------------------------------------------*/

/* What bash offers for the words of @line, the last of which is being written; joined by a space. */
static char *
complete (const char *line)
{
  g_autofree char *script = cli_do ("completion bash");
  g_autofree char *program = g_strdup_printf (
      "%s\nCOMP_WORDS=(%s); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _tenurectl; echo \"${COMPREPLY[@]}\"", script, line);
  const char *const argv[] = { "bash", "-c", program, NULL };
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  int status;

  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &errors, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (errors, ==, "");
  g_assert_cmpint (status, ==, 0);
  return g_strstrip (out);
}

static void
test_bash (void)
{
  static const struct
  {
    const char *line, *offered;
  } rows[] = {
    { "tenurectl renewa", "renewals" },
    { "tenurectl order ''", "place show" },
    { "tenurectl export pr", "price-list" },
    { "tenurectl export price-list --hi", "--hide-unpaid --hide-packages" },
    { "tenurectl renewals --mo", "--mode" },
    { "tenurectl renewals --mode ''", "manual auto to-pay-per-use no-renewal" },
    { "tenurectl renewals --mode = au", "auto" },
    { "tenurectl export orders --encoding g", "gb18030" },
    { "tenurectl unsubscribe web --reason s", "surplus" },
    { "tenurectl plan renew web --mon", "--months" },
    { "tenurectl plan order pl", "place" },
    { "tenurectl completion z", "zsh" },
    { "tenurectl renew --he", "--help" },
    { "tenurectl apply /etc/passw", "/etc/passwd" },
    { "tenurectl export orders --to /etc/passw", "/etc/passwd" },
    { "tenurectl resources --list ''", "pending refused five-day" },
    { "tenurectl bills --type us", "use" },
    { "tenurectl orders --type us", "" },
    { "tenurectl grant voucher --type uns", "" },
    { "tenurectl order place --term 4", "4m 4y" },
    { "tenurectl calc change --unit y", "years" },
    { "tenurectl freeze po", "police" },
    { "tenurectl mark CS1 inv", "invoiced" },
    { "tenurectl no-such --", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *offered = complete (rows[i].line);
      g_auto (GStrv) found = g_strsplit (offered, " ", -1), expected = g_strsplit (rows[i].offered, " ", -1);

      g_test_message ("%s: %s", rows[i].line, offered);
      for (guint w = 0; expected[w]; w++)
        g_assert_true (!*expected[w] || g_strv_contains ((const char *const *)found, expected[w]));
      if (!strchr (rows[i].offered, ' ') && !g_str_has_prefix (rows[i].offered, "/"))
        g_assert_cmpstr (offered, ==, rows[i].offered);
    }
}

/* Profiles by their names, where a profile is named, and nowhere else. */
static void
test_profiles (void)
{
  static const struct
  {
    const char *line, *offered;
  } rows[] = {
    { "profile show ''", "office 培训\\ 一" },
    { "profile delete of", "office" },
    { "balance --profile of", "office" },
    { "plan renew web --profile ''", "office 培训\\ 一" },
    { "balance --profile = 培", "培训\\ 一" },
    { "profile create of", "" },
    { "profile show no-such", "" },
  };
  g_autofree char *folder = g_dir_make_tmp ("tenure-cli-completion-XXXXXX", NULL);
  g_autofree char *kept = g_strdup (g_getenv ("TENURE_PROFILES"));
  g_autofree char *remove = g_strdup_printf ("rm -rf %s", folder);

  g_setenv ("TENURE_PROFILES", folder, TRUE);
  g_free (cli_do ("profile create office"));
  g_free (cli_do ("profile create '培训 一'"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *program = g_shell_quote (g_getenv ("TENURECTL"));
      g_autofree char *line = g_strdup_printf ("%s %s", program, rows[i].line), *offered = complete (line);

      g_assert_cmpstr (offered, ==, rows[i].offered);
    }
  g_assert_true (g_spawn_command_line_sync (remove, NULL, NULL, NULL, NULL));
  if (kept)
    g_setenv ("TENURE_PROFILES", kept, TRUE);
  else
    g_unsetenv ("TENURE_PROFILES");
}

/* Every command that the help lists is completed. */
static void
test_all_commands (void)
{
  g_autofree char *help = cli_do ("--help"), *script = cli_do ("completion bash");
  g_auto (GStrv) lines = g_strsplit (help, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i]; i++)
    if (g_str_has_prefix (lines[i], "  "))
      {
        g_autofree char *name = g_strndup (lines[i] + 2, (gsize)(strstr (lines[i] + 2, "  ") - lines[i] - 2));
        g_autofree char *entry = g_strdup_printf ("\n  ['%s']='", name);

        g_assert_nonnull (strstr (script, entry));
        n++;
      }
  g_assert_cmpuint (n, >, 40);
}

static void
test_zsh (void)
{
  g_autofree char *script = cli_do ("completion zsh"), *zsh = g_find_program_in_path ("zsh");
  const char *const argv[] = { "zsh", "-n", "-c", script, NULL };
  int status;

  g_assert_true (g_str_has_prefix (script, "#compdef tenurectl\n"));
  g_assert_nonnull (strstr (script, "\n  'export price-list' '--to --force "));
  cli_fails (2, "fish", "completion fish");
  if (!zsh)
    return;
  g_assert_true (g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/export/orders", Place, NULL, place_setup, test_orders, place_teardown);
  g_test_add ("/export/refusals", Place, NULL, place_setup, test_refusals, place_teardown);
  g_test_add ("/export/renewals", Place, NULL, place_setup, test_renewals, place_teardown);
  g_test_add_func ("/completion/bash", test_bash);
  g_test_add_func ("/completion/profiles", test_profiles);
  g_test_add_func ("/completion/all-commands", test_all_commands);
  g_test_add_func ("/completion/zsh", test_zsh);
  return g_test_run ();
}
