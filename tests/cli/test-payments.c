/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Instruments, the money trail and the staff's powers through the built program (A1-15, A2-04, A2-05, A2-39). */
#include <glib/gstdio.h>
#include <string.h>

#include "cli-support.h"
#include "tenure-civil.h"
#include "tenure-money.h"

#define DO(...) g_free (cli_do (__VA_ARGS__))

static TenureJson *
row_of (TenureJson *list, const char *member, guint index)
{
  return tenure_json_at (tenure_json_get (list, member), index);
}

static void
assert_member (TenureJson *object, const char *name, const char *text)
{
  g_autofree char *found = cli_member (object, name);

  g_assert_cmpstr (found, ==, text);
}

static char *
place_order (const char *name)
{
  g_autoptr (TenureJson) outcome = cli_json ("order place --offer vpc --name %s --agree --json", name);

  return g_strdup (tenure_json_text (row_of (outcome, "orders", 0)));
}

/* What the staff withdraws is so in the profile's list. */
static gboolean
is_withdrawn (const char *key)
{
  g_autoptr (TenureJson) catalogue = cli_json ("catalogue --json");
  TenureJson *rows = tenure_json_get (catalogue, "rows");

  for (guint i = 0; i < tenure_json_length (rows); i++)
    if (g_str_equal (tenure_json_text (tenure_json_get (tenure_json_at (rows, i), "offer")), key))
      return tenure_json_boolean (tenure_json_get (tenure_json_at (rows, i), "withdrawn"));
  g_assert_not_reached ();
}

/* A voucher is granted, chosen, seen as held, pays its part; the order shows each discount and channel. */
static void
test_instruments (void)
{
  g_autofree char *order = NULL, *more = NULL;
  g_autoptr (TenureJson) held = NULL, shown = NULL, movements = NULL, discounts = NULL;

  DO ("grant voucher 4 --expiry 2099-12-31 --with-discount --service vpc");
  DO ("grant commercial 90 --name contract");
  order = place_order ("net");
  DO ("choose %s --voucher main-voucher-1", order);
  held = cli_json ("coupons --json");
  assert_member (row_of (held, "rows", 0), "status", "usable");
  assert_member (row_of (held, "rows", 0), "free", "0.00");
  assert_member (row_of (row_of (held, "rows", 0), "held_by", 0), "order", order);
  DO ("pay %s", order);
  shown = cli_json ("order show %s --json", order);
  assert_member (row_of (shown, "discounts", 0), "kind", "commercial");
  assert_member (row_of (shown, "discounts", 0), "amount", "1.00");
  assert_member (row_of (shown, "channels", 0), "channel", "voucher");
  assert_member (row_of (shown, "channels", 0), "amount", "4.00");
  assert_member (row_of (shown, "channels", 1), "amount", "5.00");
  assert_member (row_of (shown, "trace", 0), "order", order);
  movements = cli_json ("movements --limit 2 --json");
  assert_member (row_of (movements, "rows", 0), "kind", "payment");
  discounts = cli_json ("discounts --json");
  assert_member (row_of (discounts, "rows", 0), "permyriad", "9000");
  more = place_order ("more");
  cli_fails (1, "used up", "choose %s --voucher main-voucher-1", more);
  cli_fails (1, "used up", "reclaim main-voucher-1");
  cli_fails (2, "RATE", "grant promotion 120");
  DO ("grant discount-coupon 87.5 --inactive --type renewal");
  DO ("activate main-discount-2");
  DO ("reclaim main-discount-2");
}

/* Rules 1.5: a voucher that has expired by then does not come back, and the trail says that it was lost. */
static void
test_forfeited (void)
{
  g_autofree char *order = NULL, *expiry = NULL;
  g_autoptr (TenureJson) clock = cli_json ("clock show --json"), outcome = NULL, shown = NULL;
  TenureTime now = 0;

  g_assert_true (tenure_time_parse (tenure_json_text (tenure_json_get (clock, "now")), 0, &now, NULL));
  expiry = tenure_day_format (tenure_day_of (now) + 1);
  DO ("grant voucher 4 --expiry %s --name short --with-discount", expiry);
  order = place_order ("brief");
  DO ("choose %s --voucher main-voucher-3", order);
  DO ("pay %s", order);
  DO ("clock advance 3d");
  outcome = cli_json ("unsubscribe brief --reason surplus --agree --json");
  DO ("clock advance 2d");
  shown = cli_json ("order show %s --json", tenure_json_text (row_of (outcome, "orders", 0)));
  assert_member (row_of (shown, "base_orders", 0), "paid", "5.00");
  assert_member (row_of (shown, "base_orders", 0), "cash", "5.00");
  assert_member (row_of (shown, "base_orders", 0), "lost", "4.00");
}

/* What comes back is shown for each order that had been paid. */
static void
test_refund_trail (void)
{
  g_autofree char *order = place_order ("gone");
  g_autoptr (TenureJson) outcome = NULL, shown = NULL, filtered = NULL;

  DO ("pay %s", order);
  DO ("clock advance 10s");
  outcome = cli_json ("unsubscribe gone --reason surplus --agree --json");
  DO ("clock advance 2d");
  shown = cli_json ("order show %s --json", tenure_json_text (row_of (outcome, "orders", 0)));
  assert_member (row_of (shown, "base_orders", 0), "order", order);
  assert_member (row_of (shown, "base_orders", 0), "paid", "9.00");
  assert_member (row_of (shown, "base_orders", 0), "cash", "9.00");
  assert_member (row_of (shown, "base_orders", 0), "lost", "0.00");
  filtered = cli_json ("order show %s --trace all --type unsubscription --json", order);
  g_assert_cmpuint (tenure_json_length (tenure_json_get (filtered, "trace")), ==, 1);
}

/* A discount coupon that a composite order used is a discount of each child too. */
static void
test_child_discount (void)
{
  g_autofree char *first = place_order ("one"), *second = place_order ("two");
  g_autoptr (TenureJson) coupons = NULL, renewed = NULL, parent = NULL, child = NULL;
  const char *whole;

  DO ("pay %s %s", first, second);
  DO ("clock advance 10s");
  DO ("grant discount-coupon 50 --name half");
  coupons = cli_json ("coupons --json");
  renewed = cli_json ("renew one two --months 1 --json");
  whole = tenure_json_text (row_of (renewed, "orders", 0));
  DO ("pay %s --discount %s", whole,
      tenure_json_text (tenure_json_get (
          row_of (coupons, "rows", tenure_json_length (tenure_json_get (coupons, "rows")) - 1), "coupon")));
  parent = cli_json ("order show %s --json", whole);
  child =
      cli_json ("order show %s --json", tenure_json_text (tenure_json_get (row_of (parent, "children", 0), "order")));
  assert_member (row_of (child, "discounts", 0), "kind", "coupon");
  assert_member (row_of (child, "discounts", 0), "amount", "5.00");
}

static void
test_staff (void)
{
  g_autoptr (TenureJson) behalf = cli_json ("order for-customer --offer vpc --name x --json"), reviews = NULL;
  const char *order = tenure_json_text (row_of (behalf, "orders", 0));

  cli_fails (1, "confirm", "pay %s", order);
  DO ("confirm %s", order);
  cli_fails (1, "not paid", "mark %s invoiced", order);
  DO ("mark %s promotion", order);
  DO ("mark %s promotion --remove", order);
  DO ("freeze arrears");
  cli_fails (1, "frozen", "pay %s", order);
  DO ("unfreeze");
  cli_fails (2, "KIND", "freeze sun");
  DO ("withdraw-offer vpc");
  cli_fails (1, "no longer sold", "order place --offer vpc --name y --agree");
  g_assert_true (is_withdrawn ("vpc"));
  DO ("withdraw-offer vpc --undo");
  g_assert_false (is_withdrawn ("vpc"));
  reviews = cli_json ("review list --json");
  g_assert_cmpuint (tenure_json_length (tenure_json_get (reviews, "rows")), ==, 0);
  cli_fails (1, "pending approval", "review approve %s", order);
  DO ("check");
}

/* A1-12: what the balance cannot cover is owed, and the balance says so; what is not set is as the rules have it. */
static void
test_owed (void)
{
  g_autofree char *words = NULL;
  g_autoptr (TenureJson) before = NULL, owed = NULL, bills = NULL, moved = NULL;

  DO ("profile create owing --practice");
  DO ("order place --profile owing --offer eip --name ip --bandwidth 100 --pay-per-use --agree");
  before = cli_json ("balance --profile owing --json");
  assert_member (before, "arrears", "0.00");
  assert_member (before, "unified_day", "1");
  assert_member (before, "lead_days", "7");
  DO ("topup 1 --profile owing");
  DO ("clock advance 61m --profile owing");
  owed = cli_json ("balance --profile owing --json");
  assert_member (owed, "balance", "0.00");
  assert_member (owed, "arrears", "3.79");
  words = cli_do ("balance --profile owing");
  g_assert_nonnull (strstr (words, "¥3.79"));
  moved = cli_json ("movements --limit 2 --profile owing --json");
  g_assert_true (tenure_json_boolean (tenure_json_get (row_of (moved, "rows", 1), "arrears")));
  bills = cli_json ("bills --profile owing --json");
  g_assert_cmpuint (strlen (tenure_json_text (tenure_json_get (row_of (bills, "rows", 0), "cycle"))), ==, 7);
  cli_fails (2, "from 2 to 7", "deduction-day 8 --agree --profile owing");
  DO ("profile delete owing");
}

/* The amounts that end a row of the table, the last @n of its words. */
static void
read_amounts (const char *table, TenureMoney *amounts, guint n)
{
  g_auto (GStrv) lines = g_strsplit (g_strchomp ((char *)table), "\n", -1);
  g_auto (GStrv) words = g_strsplit_set (lines[g_strv_length (lines) - 1], " ", -1);
  guint last = g_strv_length (words);

  for (guint i = n; i > 0; last--)
    if (*words[last - 1] != '\0')
      g_assert_true (tenure_money_parse (words[last - 1] + (g_str_has_prefix (words[last - 1], "¥") ? strlen ("¥") : 0),
                                         &amounts[--i], NULL));
}

/* Rules 11: official = discount + erased + what paid and what is owed, in each row that people read too. */
static void
test_bills_add_up (void)
{
  g_autofree char *table = NULL;
  TenureMoney amounts[6];

  DO ("profile create billed --practice");
  DO ("topup 100 --profile billed");
  DO ("grant promotion 70 --profile billed");
  DO ("order place --profile billed --offer eip --name ip --bandwidth 5 --agree");
  g_free (cli_pipe ("orders --profile billed --ids", "pay - --profile billed"));
  table = cli_do ("bills --profile billed");
  g_assert_nonnull (strstr (table, "Discount"));
  read_amounts (table, amounts, G_N_ELEMENTS (amounts));
  g_assert_cmpint (amounts[0], ==, 115 * TENURE_MONEY_ONE);
  g_assert_cmpint (amounts[0], ==, amounts[1] + amounts[2] + amounts[3] + amounts[4] + amounts[5]);
  DO ("profile delete billed");
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("tenure-payments-XXXXXX", NULL);
  g_autofree char *remove = g_strdup_printf ("rm -rf %s", folder);
  int status;

  g_test_init (&argc, &argv, NULL);
  g_setenv ("TENURE_PROFILES", folder, TRUE);
  DO ("profile create pay --practice --level V3");
  DO ("topup 500");
  g_test_add_func ("/payments/instruments", test_instruments);
  g_test_add_func ("/payments/refund-trail", test_refund_trail);
  g_test_add_func ("/payments/forfeited", test_forfeited);
  g_test_add_func ("/payments/child-discount", test_child_discount);
  g_test_add_func ("/payments/staff", test_staff);
  g_test_add_func ("/payments/owed", test_owed);
  g_test_add_func ("/payments/bills-add-up", test_bills_add_up);
  status = g_test_run ();
  g_assert_true (g_spawn_command_line_sync (remove, NULL, NULL, NULL, NULL));
  return status;
}
