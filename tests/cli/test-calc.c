/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The built program's `calc`, by the worked cases: what it prints, and how it ends. */
#include <string.h>

#include "cli-support.h"

#define MEMBERS 12

typedef struct
{
  const char *name;
  const char *command; /* as in a shell, without the program's name and --json */
  const char *members[MEMBERS][2];
} Case;

#define EVS "calc refund --term 1m --start '2024-01-01 10:30:00' --expiry 2024-02-01 "
#define THREE "calc refund --term 3y --start '2023-01-01 10:30:00' --expiry 2026-01-01 --cash 3600 "
#define FIVE "calc refund --term 5y --start 2020-01-01 --expiry 2025-01-01 --cash 6000 "
#define GP05 "calc refund --term 1m --start 2020-10-20 --expiry 2020-11-20 --at 2020-10-22 --cash 80 --voucher 20 "

/* A list is compared as its elements joined by a comma; null is "null". */
static const Case CASES[] = {
  { "GP-01",
    EVS "--at '2024-01-15 18:40:00' --cash 100",
    { { "total", "758" }, { "schema", "tenure-calc-refund/1" } } },
  { "GP-02", EVS "--at '2024-01-15 18:40:00' --cash 100", { { "used", "344" } } },
  { "GP-03",
    "calc refund --unit days --term 1m --start 2024-06-14 --expiry 2024-07-14 --at 2024-06-21 --cash 310",
    { { "total", "31" }, { "used", "7" } } },
  { "GD-01",
    EVS "--at '2024-01-15 18:40:00' --cash 100",
    { { "kind", "conditional" },
      { "consumed", "45.38" },
      { "fee", "10.00" },
      { "refund", "44.62" },
      { "rate", "0.10" },
      { "review", "false" } } },
  { "GD-02",
    EVS "--at '2024-01-15 18:40:00' --cash 80 --voucher 20",
    { { "consumed", "36.31" },
      { "fee", "8.00" },
      { "due_refund", "55.69" },
      { "refund", "35.69" },
      { "cash", "35.69" },
      { "voucher", "0.00" } } },
  { "GD-04",
    EVS "--at '2024-01-01 10:59:59' --cash 100",
    { { "used", "0" }, { "consumed", "0.00" }, { "fee", "10.00" }, { "refund", "90.00" } } },
  { "GD-05",
    EVS "--at '2024-01-01 11:00:00' --cash 100",
    { { "used", "1" }, { "consumed", "0.13" }, { "fee", "10.00" }, { "refund", "89.87" } } },
  { "GD-08",
    THREE "--at '2023-07-01 09:15'",
    { { "total", "26318" },
      { "used", "4343" },
      { "rate", "0.15" },
      { "consumed", "594.07" },
      { "fee", "540.00" },
      { "refund", "2465.93" } } },
  { "GD-09",
    THREE "--at '2024-01-01 10:59:59'",
    { { "used", "8760" }, { "rate", "0.15" }, { "consumed", "1198.27" }, { "refund", "1861.73" } } },
  { "GD-10",
    THREE "--at '2024-01-01 11:00:00'",
    { { "used", "8761" }, { "rate", "0.10" }, { "consumed", "1198.40" }, { "refund", "2041.60" } } },
  { "GD-13",
    THREE "--at '2025-12-01 12:00:00'",
    { { "consumed", "3496.59" }, { "fee", "180.00" }, { "refund", "0.00" }, { "cash", "0.00" } } },
  { "GD-14",
    "calc refund --term 2y --start 2023-01-01 --expiry 2025-01-01 --at 2023-07-01 --cash 2400",
    { { "total", "17568" }, { "used", "4344" }, { "consumed", "593.44" }, { "refund", "1446.56" } } },
  { "GD-17",
    "calc refund --term 1y --start '2024-03-01 08:20' --expiry 2025-03-01 --at '2024-09-01 08:20' --cash 1200",
    { { "total", "8776" },
      { "used", "4416" },
      { "consumed", "603.83" },
      { "fee", "120.00" },
      { "refund", "476.17" } } },
  { "GD-18/1", FIVE "--at 2020-07-01", { { "total", "43872" }, { "used", "4368" }, { "refund", "3602.63" } } },
  { "GD-18/2", FIVE "--at 2021-07-01", { { "used", "13128" }, { "fee", "2400.00" }, { "refund", "1804.60" } } },
  { "GD-18/3", FIVE "--at 2022-07-01", { { "used", "21888" }, { "fee", "1800.00" }, { "refund", "1206.56" } } },
  { "GD-18/4", FIVE "--at 2023-07-01", { { "used", "30648" }, { "fee", "900.00" }, { "refund", "908.53" } } },
  { "GD-22",
    "calc refund --unit days --term 1m --start 2024-06-14 --expiry 2024-07-14 --at 2024-06-21 --cash 310",
    { { "consumed", "70.00" }, { "fee", "31.00" }, { "refund", "209.00" } } },
  { "GD-23",
    "calc refund --unit days --term 1m --start 2024-06-14 --expiry 2024-07-14 --at 2024-06-21 --cash 100",
    { { "consumed", "22.58" }, { "refund", "67.42" } } },
  { "GD-25/1",
    "calc refund --term 1y --start 2024-01-01 --expiry 2025-01-01 --at 2024-01-02 --cash 50000 --five-day-left 1",
    { { "refund", "50000.00" }, { "review", "false" } } },
  { "GD-25/2",
    "calc refund --term 1y --start 2024-01-01 --expiry 2025-01-01 --at 2024-01-02 --cash 50000.01 --five-day-left 1",
    { { "refund", "50000.01" }, { "review", "true" } } },
  { "GP-04/1",
    "calc refund --term 1m --start '2022-11-24 14:30:30' --expiry 2022-12-24 --at '2022-11-29 14:30:29' --cash 9 "
    "--five-day-left 10",
    { { "kind", "five-day" }, { "refund", "9.00" } } },
  { "GP-04/2",
    "calc refund --term 1m --start '2022-11-24 14:30:30' --expiry 2022-12-24 --at '2022-11-29 14:30:30' --cash 9 "
    "--five-day-left 10",
    { { "kind", "conditional" } } },
  { "GP-05",
    GP05 "--voucher-expiry '2020-12-31 23:59:59' --five-day-left 6",
    { { "kind", "five-day" },
      { "due_refund", "100.00" },
      { "refund", "80.00" },
      { "cash", "80.00" },
      { "voucher", "20.00" },
      { "consumed", "0.00" },
      { "fee", "0.00" },
      { "rate", "0.00" } } },
  { "GP-05/expired",
    GP05 "--voucher-expiry 2020-10-21 --five-day-left 6",
    { { "kind", "five-day" }, { "refund", "80.00" }, { "voucher", "0.00" }, { "lost", "20.00" } } },
  { "GP-10",
    "calc refund --kind renewal --term 1m --start '2020-11-20 23:59:59' --expiry 2020-12-20 --at 2020-11-05 --cash 80 "
    "--voucher 20 --voucher-expiry 2020-12-31",
    { { "kind", "not-effective" }, { "due_refund", "100.00" }, { "refund", "80.00" }, { "voucher", "20.00" } } },
  { "channels",
    EVS "--at '2024-01-15 18:40:00' --cash 50 --flexi 30 --card 20",
    { { "refund", "44.62" }, { "cash", "22.31" }, { "flexi", "13.39" }, { "card", "8.92" } } },
  { "intl", GP05 "--five-day-left 6 --policy huawei-intl", { { "kind", "conditional" } } },

  { "GP-15",
    "calc renewal --expiry 2023-04-08 --months 1",
    { { "schema", "tenure-calc-renewal/1" }, { "expiries", "2023-05-08 23:59:59" } } },
  { "GP-17", "calc renewal --expiry 2024-02-08 --months 12", { { "expiries", "2025-02-08 23:59:59" } } },
  { "GP-18",
    "calc renewal --expiry 2023-07-08 --months 12 --times 2",
    { { "expiries", "2024-07-08 23:59:59,2025-07-08 23:59:59" } } },
  { "GP-20", "calc renewal --expiry 2024-03-31 --months 1", { { "expiries", "2024-04-30 23:59:59" } } },
  { "GP-21",
    "calc renewal --expiry 2024-04-30 --anchor 31 --months 1 --at 2024-05-10 --level V3",
    { { "expiries", "2024-05-31 23:59:59" }, { "usable_days", "21" } } },
  { "GD-34",
    "calc renewal --expiry 2024-01-31 --anchor 31 --months 1 --times 6",
    { { "expiries", "2024-02-29 23:59:59,2024-03-31 23:59:59,2024-04-30 23:59:59,2024-05-31 23:59:59,"
                    "2024-06-30 23:59:59,2024-07-31 23:59:59" } } },
  { "GD-35/1", "calc renewal --expiry 2024-02-29 --months 12", { { "expiries", "2025-02-28 23:59:59" } } },
  { "GD-35/3", "calc renewal --expiry 2024-02-29 --months 36", { { "expiries", "2027-02-28 23:59:59" } } },

  { "GD-40",
    "calc choices --offer 1-9m,1y --offer 1-3m --offer 2-9m,1y",
    { { "choices", "2m,3m" }, { "default", "2m" } } },
  { "GD-41", "calc choices --offer 1-9m,1-3y --offer 1y,2y", { { "choices", "1y,2y" }, { "default", "1y" } } },
  { "choices/none", "calc choices --offer 1-3m --offer 1y", { { "choices", "" }, { "default", "null" } } },

  { "GP-24",
    "calc unify --expiry 2024-03-15 --months 1 --day 1 --price 100",
    { { "base", "2024-04-15" },
      { "target", "2024-05-01" },
      { "extra_days", "16" },
      { "months", "1.53225806" },
      { "amount", "153.23" } } },
  { "GP-25",
    "calc unify --expiry 2024-04-10 --months 1 --day 1 --price 115",
    { { "target", "2024-06-01" }, { "extra_days", "22" }, { "months", "1.71075269" }, { "amount", "196.74" } } },
  { "GP-26",
    "calc unify --expiry 2024-03-25 --months 1 --day last --price 100",
    { { "target", "2024-04-30" }, { "extra_days", "5" }, { "months", "1.16666667" }, { "amount", "116.67" } } },
  { "GD-43",
    "calc unify --expiry 2024-01-31 --months 1 --day last --price 100",
    { { "target", "2024-02-29" }, { "extra_days", "0" }, { "months", "1.00000000" }, { "amount", "100.00" } } },
  { "GD-48",
    "calc unify --expiry 2024-04-02 --months 1 --day 1 --price 115",
    { { "target", "2024-06-01" }, { "extra_days", "30" }, { "months", "1.96881720" }, { "amount", "226.41" } } },
  { "unify/no price", "calc unify --expiry 2024-03-15 --months 1 --day 1", { { "target", "2024-05-01" } } },

  { "GD-52",
    "calc autorenew --expiry 2024-05-31",
    { { "attempts", "2024-05-24 03:00:00,2024-05-25 03:00:00,2024-05-26 03:00:00,2024-05-27 03:00:00,"
                    "2024-05-28 03:00:00,2024-05-29 03:00:00,2024-05-30 03:00:00,2024-05-31 03:00:00" } } },
  { "GD-53",
    "calc autorenew --expiry '2024-05-31 23:59:59' --lead 2",
    { { "attempts", "2024-05-29 03:00:00,2024-05-30 03:00:00,2024-05-31 03:00:00" } } },
  { "GP-28",
    "calc autorenew --expiry '2024-05-31 02:59:59' --enabled '2024-05-31 02:00:00'",
    { { "attempts", "2024-05-31 02:00:00" } } },
  { "GP-29",
    "calc autorenew --expiry 2024-05-31 --enabled '2024-05-31 10:00:00'",
    { { "attempts", "2024-05-31 10:00:00" } } },

  { "GD-37/V0",
    "calc lifecycle --expiry 2024-04-30 --level V0",
    { { "grace_end", "2024-05-01 23:59:59" },
      { "retention_end", "2024-05-02 23:59:59" },
      { "destroyed", "2024-05-03 00:00:00" },
      { "state", "null" } } },
  { "GD-37/V4",
    "calc lifecycle --expiry 2024-04-30 --level V4",
    { { "grace_end", "2024-05-07 23:59:59" }, { "retention_end", "2024-05-22 23:59:59" } } },
  { "GD-37/intl",
    "calc lifecycle --expiry 2024-04-30 --level intl",
    { { "grace_end", "2024-05-15 23:59:59" }, { "retention_end", "2024-05-30 23:59:59" } } },
  { "GD-38/use",
    "calc lifecycle --expiry 2024-04-30 --level V3 --at '2024-04-30 23:59:59'",
    { { "state", "in-use" } } },
  { "GD-38/grace",
    "calc lifecycle --expiry 2024-04-30 --level V3 --at '2024-05-07 23:59:59'",
    { { "state", "expired" } } },
  { "GD-38/retention",
    "calc lifecycle --expiry 2024-04-30 --level V3 --at '2024-05-08 00:00:00'",
    { { "state", "frozen" } } },
  { "GD-38/gone",
    "calc lifecycle --expiry 2024-04-30 --level V3 --at '2024-05-15 00:00:00'",
    { { "state", "released" }, { "destroyed", "2024-05-15 00:00:00" } } },

  { "GP-33",
    "calc deadline --created '2018-11-26 23:12:32'",
    { { "deadline", "2018-12-03 23:12:32" }, { "commercial_kept", "false" } } },
  { "GP-34",
    "calc deadline --created '2018-11-26 23:12:32' --coupon-expiry 2018-11-30",
    { { "deadline", "2018-11-30 23:59:59" } } },
  { "GP-33/commercial",
    "calc deadline --created '2018-11-26 23:12:32' --commercial-expiry 2018-11-30",
    { { "deadline", "2018-12-03 23:12:32" }, { "commercial_kept", "true" } } },
  { "GD-58",
    "calc deadline --created '2024-01-01 10:00:00' --goods hardware",
    { { "deadline", "2024-01-01 11:00:00" } } },

  { "GX-01",
    "calc change --old 470 --new 869 --start 2023-04-08 --expiry 2023-05-08 --at 2023-04-18",
    { { "ratio", "0.65806452" }, { "amount", "262.57" } } },
  { "GX-02",
    "calc change --old 10000 --new 17500 --start 2023-04-08 --expiry 2023-05-08 --at 2023-04-18",
    { { "amount", "4935.48" } } },
  { "GX-03",
    "calc change --old 4400 --new 6520 --start 2023-04-08 --expiry 2023-05-08 --at 2023-04-18",
    { { "amount", "1395.10" } } },
  { "GX-04",
    "calc change --old 12750 --new 25500 --start 2023-04-08 --expiry 2023-05-08 --at 2023-04-18",
    { { "amount", "8390.32" } } },
  { "GP-23",
    "calc change --unit years --old 0 --new 1 --start 2023-11-01 --expiry 2026-11-01 --at 2024-05-01",
    { { "ratio", "2.50410959" }, { "amount", "2.50" } } },
  { "downgrade",
    "calc change --old 869 --new 470 --start 2023-04-08 --expiry 2023-05-08 --at 2023-04-18",
    { { "amount", "-262.57" } } },
};

/* What is wrong, the exit status, and what the one sentence on stderr has to name. */
typedef struct
{
  const char *name, *command;
  int status;
  const char *named;
} Refusal;

static const Refusal REFUSALS[] = {
  { "unknown option", "calc refund --colour red", 2, "--colour" },
  { "unknown command", "calc refnud", 2, "refnud" },
  { "no command", "", 2, "--help" },
  { "group alone", "calc", 2, "calc" },
  { "missing option", "calc lifecycle --expiry 2024-01-01", 2, "--level" },
  { "missing value", "calc lifecycle --expiry 2024-01-01 --level", 2, "--level" },
  { "given twice", "calc lifecycle --expiry 2024-01-01 --expiry 2024-01-02 --level V1", 2, "--expiry" },
  { "a flag with a value", "calc lifecycle --expiry 2024-01-01 --level V1 --json=1", 2, "--json" },
  { "an argument too many", "calc choices --offer 1m more", 2, "more" },
  { "one hyphen", "calc choices -offer 1m", 2, "-offer" },
  { "impossible date", "calc renewal --expiry 2024-02-30 --months 1", 2, "2024-02-30" },
  { "impossible time", EVS "--at '2024-01-15 25:00:00' --cash 1", 2, "25:00:00" },
  { "negative amount", EVS "--at 2024-01-15 --cash -1", 2, "-1" },
  { "amount in letters", EVS "--at 2024-01-15 --cash ten", 2, "ten" },
  { "nine decimals", EVS "--at 2024-01-15 --cash 1.123456789", 2, "1.123456789" },
  { "sum beyond counting", EVS "--at 2024-01-15 --cash 50000000000 --card 50000000000", 2, "--card" },
  { "coupon over before the order", "calc deadline --created 2024-01-02 --coupon-expiry 2024-01-01", 2,
    "--coupon-expiry 2024-01-01" },
  { "expiry before start", "calc refund --term 1m --start 2024-02-01 --expiry 2024-01-01 --at 2024-01-15 --cash 1", 2,
    "2024-01-01" },
  { "term not sold", "calc refund --term 6y --start 2024-02-01 --expiry 2030-02-01 --at 2024-03-01 --cash 1", 2, "6y" },
  { "term of twelve months", "calc refund --term 12m --start 2024-02-01 --expiry 2025-02-01 --at 2024-03-01 --cash 1",
    2, "12m" },
  { "kind", EVS "--at 2024-01-15 --kind used", 2, "used" },
  { "unit", EVS "--at 2024-01-15 --unit weeks", 2, "weeks" },
  { "policy", EVS "--at 2024-01-15 --policy other", 2, "other" },
  { "lead", "calc autorenew --expiry 2024-05-31 --lead 8", 2, "8" },
  { "level", "calc lifecycle --expiry 2024-05-31 --level V9", 2, "V9" },
  { "unified day", "calc unify --expiry 2024-05-31 --months 1 --day 29", 2, "29" },
  { "months", "calc renewal --expiry 2024-05-31 --months 13", 2, "13" },
  { "offer", "calc choices --offer 1-9w", 2, "1-9w" },
  { "goods", "calc deadline --created 2024-01-01 --goods food", 2, "food" },
  { "change backwards", "calc change --old 1 --new 2 --start 2024-02-01 --expiry 2024-01-01 --at 2024-01-15", 2,
    "2024-01-01" },
  { "after the expiry", EVS "--at '2024-02-02 00:00:00' --cash 1", 1, "expired" },
  { "fee not published", FIVE "--at 2024-07-01", 1, "not published" },
  { "fee not published, input", FIVE "--at 2024-07-01", 1, "--term 5y, --at 2024-07-01: " },
  { "fee not published, term", FIVE "--at 2024-07-01", 1, "a term of 5 years in year 5" },
  { "released", "calc renewal --expiry 2024-04-30 --months 1 --at 2024-05-15 --level V3", 1, "2024-04-30" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureJson) object = NULL;
  int status;
  g_autofree char *out = cli_run (c->command, "--json", &errors, &status);

  g_assert_cmpstr (errors, ==, "");
  g_assert_cmpint (status, ==, 0);
  object = tenure_json_parse (out, -1, 0, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < MEMBERS && c->members[i][0]; i++)
    {
      g_autofree char *text = cli_member (object, c->members[i][0]);

      g_assert_cmpstr (text, ==, c->members[i][1]);
    }
}

static void
test_refusal (gconstpointer data)
{
  const Refusal *r = data;
  g_autofree char *errors = NULL;
  int status;
  g_autofree char *out = cli_run (r->command, "", &errors, &status);

  g_assert_cmpint (status, ==, r->status);
  g_assert_cmpstr (out, ==, "");
  g_assert_true (g_str_has_prefix (errors, "tenurectl: "));
  g_assert_nonnull (strstr (errors, r->named));
  g_assert_true (strchr (errors, '\n') == errors + strlen (errors) - 1);
}

/* Text is for people: the same amounts, the steps on request. */
static void
test_text (void)
{
  g_autofree char *errors = NULL;
  int status;
  g_autofree char *out =
      cli_run (EVS "--at '2024-01-15 18:40:00' --cash 80 --voucher 20", "--explain", &errors, &status);

  g_assert_cmpint (status, ==, 0);
  g_assert_nonnull (strstr (out, "¥35.69"));
  g_assert_nonnull (strstr (out, "344 of 758 hours"));
  g_assert_nonnull (strstr (out, "¥80.00 × 344 ÷ 758 = ¥36.31"));
  g_assert_null (strchr (out, '{'));
}

/* An empty answer is a sentence, not nothing. */
static void
test_no_attempt (void)
{
  g_autofree char *errors = NULL;
  int status;
  g_autofree char *out = cli_run ("calc autorenew --expiry 2024-05-31 --enabled 2024-06-05", "", &errors, &status);

  g_assert_cmpint (status, ==, 0);
  g_assert_nonnull (strstr (out, "No attempt"));
}

/* Every step comes with its rule, its sentence and its result. */
static void
test_steps (void)
{
  g_autofree char *errors = NULL;
  g_autoptr (TenureJson) object = NULL;
  TenureJson *steps;
  int status;
  g_autofree char *out = cli_run (GP05 "--five-day-left 1", "--json", &errors, &status);

  object = tenure_json_parse (out, -1, 0, NULL);
  steps = tenure_json_get (object, "steps");
  g_assert_cmpuint (tenure_json_length (steps), >, 3);
  for (guint i = 0; i < tenure_json_length (steps); i++)
    {
      TenureJson *step = tenure_json_at (steps, i);
      const char *rule = tenure_json_text (tenure_json_get (step, "rule"));

      g_assert_true (g_str_has_prefix (rule, "refund."));
      g_assert_cmpstr (tenure_json_text (tenure_json_get (step, "text")), !=, rule);
      g_assert_null (strchr (tenure_json_text (tenure_json_get (step, "text")), '{'));
      g_assert_nonnull (tenure_json_get (step, "result"));
    }
}

static void
test_help (void)
{
  static const char *const COMMANDS[] = { "calc refund", "calc renewal",   "calc choices",   "calc unify",
                                          "calc change", "calc autorenew", "calc lifecycle", "calc deadline" };
  int status;

  for (guint i = 0; i < G_N_ELEMENTS (COMMANDS); i++)
    {
      g_autofree char *errors = NULL;
      g_autofree char *out = cli_run (COMMANDS[i], "--help", &errors, &status);

      g_assert_cmpint (status, ==, 0);
      g_assert_nonnull (strstr (out, "--json"));
      g_assert_nonnull (strstr (out, "Examples:"));
      g_assert_nonnull (strstr (out, COMMANDS[i]));
    }
}

/* The list of all commands stands under headings, each command once; that of one word needs none. */
static void
test_headings (void)
{
  int status;
  g_autofree char *errors = NULL, *group_errors = NULL;
  g_autofree char *all = cli_run ("--help", "", &errors, &status);
  g_autofree char *group = cli_run ("calc --help", "", &group_errors, &status);
  g_auto (GStrv) lines = g_strsplit (all, "\n", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint headings = 0;

  for (guint i = 1; lines[i]; i++)
    if (g_str_has_suffix (lines[i], ":"))
      {
        g_assert_true (*lines[i - 1] == '\0' && g_str_has_prefix (lines[i + 1], "  "));
        headings++;
      }
    else if (g_str_has_prefix (lines[i], "  "))
      {
        g_assert_cmpuint (headings, >, 0);
        g_assert_true (g_hash_table_add (seen, g_strndup (lines[i], (gsize)(strstr (lines[i] + 2, "  ") - lines[i]))));
      }
  g_assert_cmpuint (headings, >, 8);
  g_assert_cmpuint (g_hash_table_size (seen), >, 100);
  g_assert_null (strstr (group, ":\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *path = g_strdup_printf ("/calc/%s", CASES[i].name);

      g_test_add_data_func (path, &CASES[i], test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (REFUSALS); i++)
    {
      g_autofree char *path = g_strdup_printf ("/calc/refused/%s", REFUSALS[i].name);

      g_test_add_data_func (path, &REFUSALS[i], test_refusal);
    }
  g_test_add_func ("/calc/text", test_text);
  g_test_add_func ("/calc/no-attempt", test_no_attempt);
  g_test_add_func ("/calc/steps", test_steps);
  g_test_add_func ("/calc/help", test_help);
  g_test_add_func ("/calc/headings", test_headings);
  return g_test_run ();
}
