/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Modes, change, attach, release and unsubscription through the built program. */
#include "cli-support.h"

#define DO(...) g_free (cli_do (__VA_ARGS__))

typedef struct
{
  char *folder;
} Place;

/* The server "web" with its disk and the address "ip", each for a month. */
static void
place_setup (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *unpaid = NULL;

  place->folder = g_dir_make_tmp ("tenure-resources-XXXXXX", &error);
  g_assert_no_error (error);
  g_setenv ("TENURE_PROFILES", place->folder, TRUE);
  DO ("profile create office --practice --level V3");
  DO ("topup 5000");
  DO ("order place --offer ecs --spec s6.small.1 --name web --disk 40 --agree");
  DO ("order place --offer eip --name ip --bandwidth 5 --term 1m --agree");
  g_free (cli_pipe ("orders --status unpaid --ids", "pay -"));
  DO ("clock advance 10s");
}

static void
place_teardown (Place *place, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf %s", place->folder);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_unsetenv ("TENURE_PROFILES");
  g_free (place->folder);
}

static void
assert_resource (const char *name, const char *member, const char *text)
{
  g_autoptr (TenureJson) resource = cli_json ("resource show %s --json", name);
  g_autofree char *found = cli_member (resource, member);

  g_assert_cmpstr (found, ==, text);
}

static void
assert_clean (void)
{
  g_autoptr (TenureJson) check = cli_json ("check --json");
  g_autofree char *faults = cli_member (check, "faults");

  g_assert_cmpstr (faults, ==, "0");
}

static void
test_modes (Place *place, gconstpointer data)
{
  DO ("set-to-pay-per-use ip");
  assert_resource ("ip", "mode", "to-pay-per-use");
  DO ("set-no-renewal web ip");
  assert_resource ("web", "mode", "no-renewal");
  cli_fails (1, "already", "set-no-renewal web");
  DO ("set-manual web ip");
  assert_clean ();
}

/* 到期转按需 (4.2.4): it has no term any more, and is neither expired nor gone. */
static void
test_went_on (Place *place, gconstpointer data)
{
  DO ("set-to-pay-per-use ip");
  DO ("clock advance 40d");
  g_autofree char *shown = cli_do ("resource show ip");

  assert_resource ("ip", "life", "in-use");
  g_assert_nonnull (strstr (shown, "In use"));
  g_assert_nonnull (strstr (shown, "Pay-per-use"));
  g_assert_null (strstr (shown, "Manual"));
}

static void
test_durations (Place *place, gconstpointer data)
{
  g_autoptr (TenureJson) both = cli_json ("durations web ip --json");
  g_autofree char *choices = cli_member (both, "choices"), *preset = cli_member (both, "preset_months");
  g_autofree char *words = cli_do ("durations web");

  g_assert_cmpstr (choices, ==, "1m,2m,3m,4m,5m,6m,7m,8m,9m,1y,2y,3y");
  g_assert_cmpstr (preset, ==, "12");
  g_assert_nonnull (strstr (words, "1 year"));
}

static void
test_change (Place *place, gconstpointer data)
{
  g_autofree char *shown = cli_do ("change ip --size 10 --dry-run --explain");
  g_autofree char *attached = cli_do ("attach web --offer evs --size 100 --name data --dry-run");
  g_autofree char *part = cli_do ("change web-volume-0000 --size 100 --dry-run");
  g_autoptr (TenureJson) all = NULL;

  g_assert_nonnull (strstr (shown, "price"));
  g_assert_nonnull (strstr (attached, "goes along with web\n"));
  g_assert_nonnull (strstr (part, "goes along with web\n"));
  cli_fails (1, "larger", "change ip --size 2");
  cli_fails (1, "Say what", "change ip");
  cli_fails (2, "--size", "change ip --size 0");
  DO ("change ip --size 10 --pay");
  DO ("attach web --offer evs --size 100 --name data --pay");
  DO ("clock advance 10s");
  cli_fails (1, "attached", "attach ip --offer evs --size 100");
  assert_resource ("ip", "spec", "5_bgp");
  all = cli_json ("resources --json");
  g_assert_cmpuint (tenure_json_length (tenure_json_get (all, "rows")), ==, 4);
  assert_clean ();
}

static guint
refused_rows (const char *rule)
{
  g_autoptr (TenureJson) list = cli_json ("resources --list refused --json");
  TenureJson *rows = tenure_json_get (list, "rows");

  for (guint i = 0; i < tenure_json_length (rows); i++)
    {
      g_autofree char *found = cli_member (tenure_json_get (tenure_json_at (rows, i), "refusal"), "rule");
      g_assert_cmpstr (found, ==, rule);
    }
  return tenure_json_length (rows);
}

static void
test_release (Place *place, gconstpointer data)
{
  g_autofree char *shown = NULL, *reasons = NULL;

  g_assert_cmpuint (refused_rows (""), ==, 0);
  cli_fails (1, "in use until", "release web");
  cli_fails (1, "in effect", "unsubscribe-pending web --reason surplus");
  DO ("clock advance 33d");
  g_assert_cmpuint (refused_rows ("unsubscribe.expired"), ==, 2);
  reasons = cli_do ("resources --list refused");
  g_assert_nonnull (strstr (reasons, "only released"));
  shown = cli_do ("release web --dry-run --explain");
  g_assert_nonnull (strstr (shown, "nothing can be recovered"));
  g_assert_nonnull (strstr (shown, "Virtual Private Cloud"));
  DO ("release web");
  assert_resource ("ip", "status", "active");
  g_assert_cmpuint (refused_rows ("unsubscribe.expired"), ==, 1);
  assert_clean ();
}

static void
test_countdown (Place *place, gconstpointer data)
{
  g_autofree char *none = cli_do ("resources --list five-day --hours-left 24 --ids"), *soon = NULL;

  g_assert_cmpstr (none, ==, "");
  DO ("clock advance 4d");
  soon = cli_do ("resources --list five-day --hours-left 24 --ids");
  g_assert_cmpuint (strlen (soon), ==, 74);
}

/* What would have to be ignored is refused, naming the option. */
static void
test_ignored (Place *place, gconstpointer data)
{
  static const struct
  {
    int status;
    const char *named, *command;
  } rows[] = {
    { 2, "--bandwidth", "order place --offer ecs --name more --bandwidth 40 --agree" },
    { 2, "--disk", "order place --offer eip --name more --bandwidth 5 --disk 40 --agree" },
    { 2, "--ipv6", "order place --offer vpc --name more --ipv6 --agree" },
    { 2, "“bad”", "order place --offer eip --name more --bandwidth 5 --tag bad --agree" },
    { 2, "“=x”", "order place --offer eip --name more --bandwidth 5 --tag =x --agree" },
    { 1, "--line: ", "order place --offer eip --name more --bandwidth 5 --line nope --agree" },
    { 2, "5_bgp", "order place --offer eip --name more --bandwidth 5 --line 5_sbgp --spec 5_bgp --agree" },
    { 1, "--spec: ", "order place --offer eip --name more --bandwidth 5 --spec nope --agree" },
    { 1, "--disk: ", "order place --offer ecs --name more --disk 1 --agree" },
    { 1, "--months: ", "order place --offer eip --name more --bandwidth 5 --months 10 --agree" },
    { 2, "--list five-day", "resources --hours-left 4" },
    { 2, "--register", "profile create other --sample 5 --register" },
    { 2, "“nobody”", "grant flexi 5 --account nobody" },
    { 2, "“nobody”", "freeze police --account nobody" },
    { 2, "--months and --term", "order place --offer eip --name more --bandwidth 5 --months 3 --term 2y --agree" },
    { 2, "--months and --term", "order for-customer --offer vpc --name more --months 2 --term 1y" },
    { 2, "--within and --to", "resources --within 30 --to 2027-01-01" },
    { 2, "--within and --until", "export price-list --within 30 --until 2027-01-01 --to prices.csv" },
    { 1, "choose pay-per-use", "order place --offer obs --name files --disk 40 --agree" },
    { 2, "is 0.00", "topup 0" },
    { 2, "5.005", "topup 5.005" },
    { 2, "/dev/null: ", "apply /dev/null" },
    { 1, "bound to web ", "renew web-volume-0000 --months 1" },
  };
  g_autoptr (TenureJson) line =
      cli_json ("order place --offer eip --name more --bandwidth 5 --line 5_sbgp --agree --dry-run --json");
  g_autofree char *price = cli_member (line, "to_pay");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    cli_fails (rows[i].status, rows[i].named, "%s", rows[i].command);
  g_assert_cmpstr (price, ==, "90.00");
}

static void
assert_says (const char *text, const char *command)
{
  g_autofree char *said = cli_do ("%s", command);

  if (!strstr (said, text))
    g_test_message ("%s: no “%s” in:\n%s", command, text, said);
  g_assert_nonnull (strstr (said, text));
}

static void
assert_lacks (const char *text, const char *command)
{
  g_autofree char *said = cli_do ("%s", command);

  g_assert_null (strstr (said, text));
}

/* A2-12: a freeze is a mark beside the state; what begins later is not in effect, with its start. */
static void
test_states (Place *place, gconstpointer data)
{
  g_autofree char *soon = NULL, *day = NULL;
  g_autoptr (TenureJson) clock = cli_json ("clock --json");

  DO ("freeze violation ip");
  assert_says ("Freeze: violation", "resources --search ip");
  assert_says ("Freeze: violation", "resource show ip");
  day = g_strdup_printf ("%d-06-01", atoi (tenure_json_text (tenure_json_get (clock, "now"))) + 1);
  soon = g_strdup_printf ("order place --offer traffic-package --spec 100 --name later --starts %s --agree", day);
  DO ("%s", soon);
  g_free (cli_pipe ("orders --status unpaid --ids", "pay -"));
  DO ("clock advance 10s");
  assert_says ("Not in effect yet", "resources --search later");
  assert_says ("Not in effect yet", "resource show later");
  assert_says (day, "resources --list pending");
}

/* Pay-per-use that is stopped for arrears is frozen in the list and by itself. */
static void
test_arrears (Place *place, gconstpointer data)
{
  DO ("order place --offer eip --name hourly --bandwidth 5 --pay-per-use --agree");
  DO ("freeze arrears hourly");
  assert_says (" Frozen ", "resources --search hourly");
  assert_says (" Frozen\n", "resource show hourly");
}

/* Guide 4.2.1: by id, name or the number of an order, of a composite one too. */
static void
test_search (Place *place, gconstpointer data)
{
  g_autofree char *web = NULL, *order = NULL, *found = NULL, *all = NULL, *composite = NULL, *both = NULL;

  web = cli_do ("resources --list five-day --search web --ids");
  order = g_strstrip (cli_do ("orders --search web --ids"));
  found = cli_do ("renewals --search %s --ids", order);
  g_assert_cmpstr (found, ==, web);
  g_free (found);
  for (char *at = order; *at; at++)
    *at = g_ascii_tolower (*at);
  found = cli_do ("resources --list five-day --search %s --ids", order);
  g_assert_cmpstr (found, ==, web);
  DO ("renew web ip --months 1");
  composite = g_strstrip (cli_do ("orders --status unpaid --ids"));
  both = cli_do ("renewals --search %s --ids", composite);
  all = cli_do ("renewals --ids");
  g_assert_cmpstr (both, ==, all);
  g_assert_cmpuint (strlen (both), ==, 2 * 37);
}

/* “Past its expiry” and “in use” are states of what is still there. */
static void
test_gone (Place *place, gconstpointer data)
{
  g_autofree char *within = NULL, *expired = NULL, *later = NULL;

  DO ("unsubscribe web --reason surplus --agree");
  within = cli_do ("resources --within 60 --ids");
  g_assert_cmpuint (strlen (within), ==, 37); /* the address's id and a line's end */
  DO ("clock advance 32d");
  expired = cli_do ("resources --expired --ids");
  g_assert_cmpstr (expired, ==, within);
  DO ("clock advance 30d");
  later = cli_do ("resources --expired --ids");
  g_assert_cmpstr (later, ==, "");
}

/* A2-14: what waits for approval is in process but no unpaid order; a review names each product of a refund. */
static void
test_in_review (Place *place, gconstpointer data)
{
  g_autofree char *order = NULL, *order_member = NULL, *products = NULL, *said = NULL;
  g_autoptr (TenureJson) reviews = NULL, list = NULL, outcome = NULL;

  DO ("topup 500000");
  DO ("order place --offer rds-enterprise --spec rds.mysql.x1.4xlarge.8 --name base --term 1y --agree");
  DO ("order place --offer evs --disk 30000 --name store --term 1y --agree");
  g_free (cli_pipe ("orders --status unpaid --ids", "pay -"));
  DO ("clock advance 10s");
  outcome = cli_json ("unsubscribe base store --reason surplus --agree --json");
  reviews = cli_json ("review list --json");
  products = cli_member (tenure_json_at (tenure_json_get (reviews, "rows"), 0), "product");
  g_assert_cmpstr (products, ==, "Relational Database Service Enterprise Edition, Elastic Volume Service");
  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  said = cli_do ("review list");
  g_unsetenv ("LANGUAGE");
  g_assert_null (strstr (said, "Elastic"));
  g_assert_null (strstr (said, "Relational"));
  list = cli_json ("resources --search base --json"); /* both are one order, which the list names */
  order_member = cli_member (tenure_json_at (tenure_json_get (list, "rows"), 0), "open_order");
  g_assert_cmpstr (order_member, ==, tenure_json_text (tenure_json_at (tenure_json_get (outcome, "orders"), 0)));
  assert_lacks (order_member, "resources --search base");
  assert_lacks (order_member, "renewals --search base");
  DO ("renew ip --months 1");
  order = g_strstrip (cli_do ("orders --status unpaid --ids"));
  assert_says (order, "resources --search ip");
  assert_says (order, "renewals --search ip");
}

/* A2-14: the automatic tab says for how long and how often, in JSON too. */
static void
test_automatic (Place *place, gconstpointer data)
{
  g_autoptr (TenureJson) list = NULL;
  g_autofree char *months = NULL, *left = NULL;

  DO ("set-auto ip --months 3 --times 2");
  list = cli_json ("renewals --mode auto --json");
  months = cli_member (tenure_json_at (tenure_json_get (list, "rows"), 0), "auto_months");
  left = cli_member (tenure_json_at (tenure_json_get (list, "rows"), 0), "auto_left");
  g_assert_cmpstr (months, ==, "3");
  g_assert_cmpstr (left, ==, "2");
}

/* What is refused as a whole is not shown as if it were done; in JSON the refusals stand beside the items. */
static void
test_refused_whole (Place *place, gconstpointer data)
{
  g_autoptr (TenureJson) plan = NULL;
  g_autofree char *ids = NULL, *said = NULL, *dry = NULL, *json = NULL, *rule = NULL;

  DO ("order place --offer vpc --name net --agree");
  for (guint i = 0; i < 30; i++)
    DO ("order place --offer vpc --name net-%u --agree", i);
  ids = cli_do ("orders --status unpaid --ids");
  said = cli_feed (ids, 1, "pay -");
  g_assert_true (g_str_has_prefix (said, "tenurectl: "));
  g_assert_nonnull (strstr (said, "at most 30"));
  g_assert_null (strstr (said, "Balance"));
  dry = cli_feed (ids, 1, "pay - --dry-run --explain");
  g_assert_cmpstr (dry, ==, said);
  json = cli_feed (ids, 1, "pay - --dry-run --json");
  *(strstr (json, "tenurectl: ")) = '\0';
  plan = tenure_json_parse (json, -1, 1 << 20, NULL);
  g_assert_nonnull (plan);
  rule = cli_member (tenure_json_at (tenure_json_get (plan, "refusals"), 0), "rule");
  g_assert_cmpstr (rule, ==, "command.too-many");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add (name, Place, NULL, place_setup, function, place_teardown)
  ADD ("/resources/modes", test_modes);
  ADD ("/resources/went-on", test_went_on);
  ADD ("/resources/durations", test_durations);
  ADD ("/resources/change", test_change);
  ADD ("/resources/release", test_release);
  ADD ("/resources/countdown", test_countdown);
  ADD ("/resources/ignored", test_ignored);
  ADD ("/resources/A2-12-states", test_states);
  ADD ("/resources/arrears", test_arrears);
  ADD ("/resources/gone", test_gone);
  ADD ("/resources/search", test_search);
  ADD ("/resources/A2-14-in-review", test_in_review);
  ADD ("/resources/A2-14-automatic", test_automatic);
  ADD ("/resources/refused-whole", test_refused_whole);
  return g_test_run ();
}
