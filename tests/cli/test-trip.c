/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole trip through the built program, on profiles of its own. */
#include <glib/gstdio.h>
#include <string.h>

#include "cli-support.h"

typedef struct
{
  char *folder;
} Place;

static void
place_setup (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  place->folder = g_dir_make_tmp ("tenure-trip-XXXXXX", &error);
  g_assert_no_error (error);
  g_setenv ("TENURE_PROFILES", place->folder, TRUE);
}

static void
place_teardown (Place *place, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf %s", place->folder);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_unsetenv ("TENURE_PROFILES");
  g_free (place->folder);
}

static char *
place_file (Place *place, const char *name)
{
  return g_build_filename (place->folder, name, NULL);
}

/* Runs and forgets what it printed. */
#define DO(...) g_free (cli_do (__VA_ARGS__))

static void
assert_member (TenureJson *object, const char *name, const char *text)
{
  g_autofree char *found = cli_member (object, name);

  g_assert_cmpstr (found, ==, text);
}

static void
assert_balance (const char *amount)
{
  g_autoptr (TenureJson) balance = cli_json ("balance --json");

  assert_member (balance, "balance", amount);
}

static void
assert_clean (void)
{
  g_autoptr (TenureJson) check = cli_json ("check --json");

  assert_member (check, "faults", "0");
  g_assert_cmpuint (tenure_json_length (tenure_json_get (check, "checks")), >, 10);
}

/* The number of the one order that the command made. */
static char *
order_of (TenureJson *outcome)
{
  TenureJson *orders = tenure_json_get (outcome, "orders");

  assert_member (outcome, "status", "done");
  g_assert_cmpuint (tenure_json_length (orders), ==, 1);
  return g_strdup (tenure_json_text (tenure_json_at (orders, 0)));
}

/* An institution with the server "web" (and its disk) and the address "ip", each for a month, ¥823.00 left. */
static void
furnish (const char *name)
{
  g_autoptr (TenureJson) server = NULL;
  g_autoptr (TenureJson) address = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  DO ("profile create %s --practice --level V3", name);
  DO ("topup 1000 --profile %s", name);
  server =
      cli_json ("order place --profile %s --offer ecs --spec s6.small.1 --name web --disk 40 --agree --json", name);
  address = cli_json ("order place --profile %s --offer eip --name ip --bandwidth 5 --term 1m --agree --json", name);
  first = order_of (server);
  second = order_of (address);
  DO ("pay --profile %s %s %s", name, first, second);
  DO ("clock advance 10s --profile %s", name);
}

static char *
resource_member (const char *name, const char *member)
{
  g_autoptr (TenureJson) resource = cli_json ("resource show %s --json", name);

  return cli_member (resource, member);
}

static void
assert_resource (const char *name, const char *member, const char *text)
{
  g_autofree char *found = resource_member (name, member);

  g_assert_cmpstr (found, ==, text);
}

static void
assert_rows (const char *command, guint rows)
{
  g_autoptr (TenureJson) list = cli_json ("%s --json", command);

  g_test_message ("%s", command);
  g_assert_cmpuint (tenure_json_length (tenure_json_get (list, "rows")), ==, rows);
}

static void
test_trip (Place *place, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *explained = NULL;
  g_autofree char *listed = NULL;

  furnish ("training");
  assert_balance ("823.00");
  assert_resource ("web", "life", "in-use");
  before = resource_member ("web", "expiry");
  DO ("unified-day 15");
  DO ("renew web ip --months 1 --unify --pay");
  DO ("clock advance 10s");
  after = resource_member ("web", "expiry");
  g_assert_cmpstr (after, >, before);
  g_assert_true (strncmp (after + 8, "15 23:59:59", 11) == 0);
  DO ("set-auto web --months 1 --times 3");
  assert_resource ("web", "mode", "auto");
  DO ("set-manual web");
  explained = cli_do ("unsubscribe web --reason test-done --agree --dry-run --explain");
  g_assert_nonnull (strstr (explained, "The whole payment comes back: ¥34.00"));
  assert_resource ("web", "status", "active");
  DO ("unsubscribe web --reason test-done --agree");
  DO ("clock advance 3d");
  listed = cli_do ("resources --ids");
  g_assert_nonnull (strchr (listed, '\n'));
  assert_clean ();
}

/* Before and after: the money that the plan says is the money that moves. */
static void
test_refund_returns (Place *place, gconstpointer data)
{
  g_autoptr (TenureJson) plan = NULL;
  g_autoptr (TenureJson) outcome = NULL;

  furnish ("training");
  plan = cli_json ("plan unsubscribe web --reason fault --agree");
  assert_member (plan, "to_return", "62.00");
  outcome = cli_json ("unsubscribe web --reason fault --agree --json");
  assert_member (outcome, "status", "done");
  DO ("clock advance 7d");
  assert_balance ("885.00");
  assert_clean ();
}

static char *
write_plan (Place *place, const char *name, const char *command)
{
  g_autofree char *path = place_file (place, name);
  g_autofree char *plan = cli_do ("plan %s", command);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, plan, -1, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

static void
test_plan_file (Place *place, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;
  g_autofree char *again = NULL;

  furnish ("training");
  path = write_plan (place, "renew.plan", "renew web --months 2 --pay");
  assert_balance ("823.00");
  DO ("apply %s", path);
  once = resource_member ("web", "expiry");
  assert_balance ("699.00");
  again = cli_do ("apply %s", path);
  g_assert_nonnull (strstr (again, "nothing was done again"));
  twice = resource_member ("web", "expiry");
  g_assert_cmpstr (once, ==, twice);
  assert_balance ("699.00");
}

static void
test_plan_stale (Place *place, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *expiry = NULL;

  furnish ("training");
  path = write_plan (place, "renew.plan", "renew ip --months 2 --pay");
  DO ("renew ip --months 1 --pay");
  expiry = resource_member ("ip", "expiry");
  cli_fails (1, "no longer holds", "apply %s", path);
  assert_resource ("ip", "expiry", expiry);
  assert_balance ("708.00");
}

static void
test_plan_edited (Place *place, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;
  char *found;

  furnish ("training");
  path = write_plan (place, "top-up.plan", "topup 100");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  found = strstr (text, "100.00");
  g_assert_nonnull (found);
  memcpy (found, "900.00", 6);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  cli_fails (2, "changed", "apply %s", path);
  other = place_file (place, "none.plan");
  cli_fails (2, "none.plan", "apply %s", other);
  assert_balance ("823.00");
}

static void
test_plan_elsewhere (Place *place, gconstpointer data)
{
  g_autofree char *path = NULL;

  furnish ("training");
  path = write_plan (place, "top-up.plan", "topup 100");
  DO ("profile create other --practice");
  cli_fails (1, "another profile", "apply %s --profile other", path);
  DO ("profile delete training");
  cli_fails (1, "another profile", "apply %s", path);
  assert_balance ("0.00");
}

/* A plan and a dry run leave no trace: the journal's head is the same. */
static void
test_dry_run (Place *place, gconstpointer data)
{
  static const char *const COMMANDS[] = {
    "topup 5",
    "renew web ip --months 1 --pay",
    "set-auto web --months 1",
    "unsubscribe ip --reason fault --agree",
    "unified-day last",
    "deduction-day 3 --agree",
    "order place --offer vpc --name net --agree",
  };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  furnish ("training");
  before = cli_do ("journal head");
  for (guint i = 0; i < G_N_ELEMENTS (COMMANDS); i++)
    {
      DO ("%s --dry-run", COMMANDS[i]);
      DO ("plan %s", COMMANDS[i]);
    }
  after = cli_do ("journal head");
  g_assert_cmpstr (before, ==, after);
}

static void
test_refused (Place *place, gconstpointer data)
{
  furnish ("training");
  cli_fails (2, "nobody", "renew nobody --months 1");
  cli_fails (2, "0", "topup 0");
  cli_fails (2, "abc", "topup abc");
  cli_fails (2, "29", "unified-day 29");
  cli_fails (2, "spare", "order place --offer spare --name x --agree");
  cli_fails (2, "2026-02-30", "unsubscribe-renewals web=2026-02-30");
  cli_fails (2, "CS0", "order show CS0");
  cli_fails (2, "absent", "balance --profile absent");
  cli_fails (2, "soon", "clock advance soon");
  cli_fails (2, "nothing to plan", "plan balance");
  cli_fails (1, "top up", "renew web --months 36 --pay");
  cli_fails (1, "statement", "order place --offer vpc --name net");
  cli_fails (1, "saved", "unsubscribe web --reason fault");
  cli_fails (1, "--agree: Confirm", "unsubscribe web --reason fault");
  cli_fails (1, "--agree: Read", "order place --offer vpc --name net");
  cli_fails (1, "web: --months: It", "renew web --months 13");
  cli_fails (1, "--term: It", "order place --offer vpc --name net --term 5y --agree");
  cli_fails (2, "AMOUNT: The amount", "topup 0");
  cli_fails (1, "web", "unsubscribe-renewals web");
  assert_balance ("823.00");
  assert_clean ();
}

/* What a rule refuses of several keeps all from being done, until it is left out on purpose. */
static void
test_partial (Place *place, gconstpointer data)
{
  furnish ("training");
  DO ("renew ip --months 1");
  cli_fails (1, "1 of 2 is refused, so nothing was done; --partial", "renew web ip --months 1 --pay");
  cli_fails (1, "1 of 2 is refused, so nothing would be done; --partial", "renew web ip --months 1 --pay --dry-run");
  DO ("renew web ip --months 1 --pay --partial --dry-run");
  assert_balance ("823.00");
  DO ("renew web ip --months 1 --pay --partial");
  assert_balance ("761.00");
}

/* Names stand for ids where exactly one live resource is called so; ids may come through stdin. */
static void
test_names (Place *place, gconstpointer data)
{
  g_autofree char *ids = NULL;
  g_autofree char *out = NULL;

  furnish ("training");
  DO ("order place --offer vpc --name net --agree --quantity 1");
  DO ("order place --offer vpc --name net --agree --quantity 1");
  ids = cli_do ("orders --status unpaid --ids");
  g_strdelimit (ids, "\n", ' ');
  DO ("pay %s", ids);
  DO ("clock advance 10s");
  cli_fails (2, "2 resources", "renew net --months 1");
  out = cli_pipe ("renewals --mode manual --ids", "set-auto - --months 1");
  g_assert_nonnull (strstr (out, "Automatic renewal"));
  assert_resource ("web", "mode", "auto");
  assert_resource ("ip", "mode", "auto");
}

static void
test_lists (Place *place, gconstpointer data)
{
  static const struct
  {
    const char *command;
    guint rows;
  } ROWS[] = {
    { "resources", 3 },
    { "resources --search web", 2 },
    { "resources --service vpc", 1 },
    { "resources --limit 1", 1 },
    { "resources --mode auto", 0 },
    { "renewals --mode manual", 2 },
    { "renewals --within 31", 2 },
    { "renewals --within 5", 0 },
    { "renewals --expired", 0 },
    { "resources --list five-day", 2 },
    { "resources --list periods", 0 },
    { "orders", 2 },
    { "orders --status completed", 2 },
    { "orders --status unpaid", 0 },
    { "orders --type new", 2 },
    { "orders --type unsubscription", 0 },
    { "orders --to 2001-01-01", 0 },
    { "coupons", 0 },
  };

  furnish ("training");
  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    assert_rows (ROWS[i].command, ROWS[i].rows);
  cli_fails (2, "--from", "orders --from 2026-02-01 --to 2026-01-01");
  cli_fails (2, "gone", "orders --status gone");
}

/* A month and a half later, without a renewal: in grace, then frozen, then gone. */
static void
test_life (Place *place, gconstpointer data)
{
  furnish ("training");
  DO ("clock advance 33d");
  assert_resource ("web", "life", "expired");
  assert_rows ("renewals --within 31", 0);
  assert_rows ("renewals --expired", 2);
  cli_fails (1, "expired", "unsubscribe web --reason fault --agree");
  DO ("clock advance 8d");
  assert_resource ("web", "life", "frozen");
  DO ("renew ip --months 1 --pay");
  DO ("clock advance 8d");
  cli_fails (2, "web", "resource show web");
  assert_clean ();
}

static void
test_auto_renewal (Place *place, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  furnish ("training");
  DO ("set-auto web --months 1 --times 1");
  before = resource_member ("web", "expiry");
  DO ("clock advance 32d");
  after = resource_member ("web", "expiry");
  g_assert_cmpstr (after, >, before);
  assert_resource ("web", "mode", "manual");
  assert_balance ("761.00");
  assert_clean ();
}

/* A restored copy can be read at once, and acts only after somebody said that it goes on. */
static void
test_profiles (Place *place, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *out = NULL;
  g_autofree char *errors = NULL;
  g_autoptr (TenureJson) list = NULL;
  int status;

  cli_fails (2, "create one", "balance");
  furnish ("training");
  path = place_file (place, "backup.db");
  DO ("backup %s", path);
  cli_fails (2, "backup.db", "backup %s", path);
  DO ("restore %s copy", path);
  out = cli_run ("topup 5", "--profile copy", &errors, &status);
  g_assert_cmpint (status, !=, 0);
  g_assert_nonnull (strstr (errors, "goes on"));
  DO ("profile agree copy");
  DO ("topup 5 --profile copy");
  DO ("check --profile copy");
  DO ("profile delete training");
  list = cli_json ("profile list --json");
  g_assert_cmpuint (tenure_json_length (tenure_json_get (list, "rows")), ==, 1);
  assert_balance ("828.00");
}

static void
test_real_clock (Place *place, gconstpointer data)
{
  DO ("profile create office");
  cli_fails (1, "practice", "clock advance 1d");
  cli_fails (2, "office", "profile create office");
}

static void
test_sample (Place *place, gconstpointer data)
{
  g_autoptr (TenureJson) list = NULL;

  DO ("profile create training --sample 60 --seed 7");
  list = cli_json ("resources --json");
  g_assert_cmpuint (tenure_json_length (tenure_json_get (list, "rows")), >, 40);
  assert_clean ();
  DO ("journal verify");
  cli_fails (1, "hash", "journal verify --head 0123456789");
}

static void
test_damaged (Place *place, gconstpointer data)
{
  g_autoptr (TenureJson) profile = NULL;
  g_autofree char *path = NULL;
  g_autofree char *uuid = NULL;

  DO ("profile create office");
  profile = cli_json ("profile show --json");
  uuid = cli_member (profile, "id");
  path = g_build_filename (place->folder, uuid, "tenure.db", NULL);
  g_assert_true (g_file_set_contents (path, "not a database, and long enough to be looked at as one", -1, NULL));
  cli_fails (3, "tenure.db", "balance --profile %s", uuid);
}

static void
test_chinese (Place *place, gconstpointer data)
{
  g_autofree char *orders = NULL;
  g_autofree char *help = NULL;

  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  DO ("profile create training --practice --level V3");
  DO ("order place --offer vpc --name 办公网络 --agree");
  orders = cli_do ("orders");
  help = cli_do ("renew --help");
  cli_fails (1, "服务声明", "order place --offer vpc --name net");
  g_unsetenv ("LANGUAGE");
  g_assert_nonnull (strstr (orders, "待支付"));
  g_assert_nonnull (strstr (orders, "新购"));
  g_assert_nonnull (strstr (help, "用法："));
}

/* Every command that `--help` lists has a help of its own that shows how to use it. */
static void
test_help (Place *place, gconstpointer data)
{
  g_autofree char *all = cli_do ("--help");
  g_auto (GStrv) lines = g_strsplit (all, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i]; i++)
    if (g_str_has_prefix (lines[i], "  "))
      {
        const char *end = strstr (lines[i] + 2, "  ");
        g_autofree char *name = g_strndup (lines[i] + 2, (gsize)(end - lines[i] - 2));
        g_autofree char *help = cli_do ("%s --help", name);

        g_assert_nonnull (strstr (help, name));
        g_assert_nonnull (strstr (help, "Examples:"));
        n++;
      }
  g_assert_cmpuint (n, >=, 40);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Place *place, gconstpointer data);
  } TESTS[] = {
    { "/trip/whole", test_trip },
    { "/trip/refund-returns", test_refund_returns },
    { "/trip/life", test_life },
    { "/trip/auto-renewal", test_auto_renewal },
    { "/trip/sample", test_sample },
    { "/plan/applied-twice", test_plan_file },
    { "/plan/stale", test_plan_stale },
    { "/plan/edited", test_plan_edited },
    { "/plan/elsewhere", test_plan_elsewhere },
    { "/plan/dry-run", test_dry_run },
    { "/cli/refused", test_refused },
    { "/cli/partial", test_partial },
    { "/cli/names", test_names },
    { "/cli/lists", test_lists },
    { "/cli/profiles", test_profiles },
    { "/cli/real-clock", test_real_clock },
    { "/cli/damaged", test_damaged },
    { "/cli/chinese", test_chinese },
    { "/cli/help", test_help },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (TESTS); i++)
    g_test_add (TESTS[i].path, Place, NULL, place_setup, TESTS[i].test, place_teardown);
  return g_test_run ();
}
