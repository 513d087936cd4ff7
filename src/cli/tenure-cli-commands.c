/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table of commands; parsing, help and dispatch follow from it. */
#include "tenure-cli-commands.h"

#include <glib/gi18n-lib.h>

#define POLICY_OPTION                                                                                                  \
  {                                                                                                                    \
    "policy", "NAME", N_ ("Rules to use: huawei-cn (default), huawei-intl, intl-page")                                 \
  }
#define LEVEL_OPTION                                                                                                   \
  {                                                                                                                    \
    "level", "LEVEL", N_ ("Customer level: V0 (default) to V5, or intl")                                               \
  }

static const TenureCliOption CALC_REFUND[] = {
  { "term", "TERM", N_ ("Ordered duration: 1m to 11m, or 1y to 5y"), TRUE },
  { "start", "TIME", N_ ("When the term began"), TRUE },
  { "expiry", "TIME", N_ ("When it expires; a date alone means 23:59:59"), TRUE },
  { "at", "TIME", N_ ("When it is unsubscribed"), TRUE },
  { "cash", "AMOUNT", N_ ("Paid from the balance") },
  { "flexi", "AMOUNT", N_ ("Paid with flexi coupons") },
  { "card", "AMOUNT", N_ ("Paid with stored-value cards") },
  { "voucher", "AMOUNT", N_ ("Covered by a voucher") },
  { "voucher-expiry", "TIME", N_ ("When the voucher expires") },
  { "kind", "KIND", N_ ("new (default) or renewal") },
  { "five-day-left", "N", N_ ("Five-day unsubscriptions left this year (default 0)") },
  { "unit", "UNIT", N_ ("Count the time in hours or days (default: as the policy says)") },
  POLICY_OPTION,
  { NULL },
};

static const TenureCliOption CALC_RENEWAL[] = {
  { "expiry", "DATE", N_ ("Present expiry"), TRUE },
  { "months", "N", N_ ("Months of one renewal: 1 to 11, 12, 24 …"), TRUE },
  { "anchor", "DAY", N_ ("Day of the month that expiry dates keep, 1 to 31 (default: the day of the expiry)") },
  { "times", "N", N_ ("So many renewals one after the other (default 1)") },
  { "at", "TIME", N_ ("When it is renewed: also says how many days are usable") },
  LEVEL_OPTION,
  POLICY_OPTION,
  { NULL },
};

static const TenureCliOption CALC_CHOICES[] = {
  { "offer", "DURATIONS", N_ ("What one instance can be renewed for, such as 1-9m,1y"), TRUE, TRUE },
  { NULL },
};

static const TenureCliOption CALC_UNIFY[] = {
  { "expiry", "DATE", N_ ("Present expiry"), TRUE },
  { "months", "N", N_ ("Months of the renewal: 1 to 11, 12, 24 …"), TRUE },
  { "day", "DAY", N_ ("Unified expiry day: 1 to 28, or last"), TRUE },
  { "anchor", "DAY", N_ ("Day of the month that expiry dates keep, 1 to 31 (default: the day of the expiry)") },
  { "price", "AMOUNT", N_ ("Price of a month: also says the amount") },
  POLICY_OPTION,
  { NULL },
};

static const TenureCliOption CALC_AUTORENEW[] = {
  { "expiry", "TIME", N_ ("When it expires; a date alone means 23:59:59"), TRUE },
  { "lead", "DAYS", N_ ("Days before the expiry on which the first attempt is made: 2 to 7 (default 7)") },
  { "enabled", "TIME", N_ ("When automatic renewal was switched on (default: long ago)") },
  LEVEL_OPTION,
  POLICY_OPTION,
  { NULL },
};

static const TenureCliOption CALC_LIFECYCLE[] = {
  { "expiry", "TIME", N_ ("When it expires; a date alone means 23:59:59"), TRUE },
  { "level", "LEVEL", N_ ("Customer level: V0 to V5, or intl"), TRUE },
  { "at", "TIME", N_ ("Also say the state at this moment") },
  POLICY_OPTION,
  { NULL },
};

static const TenureCliOption CALC_DEADLINE[] = {
  { "created", "TIME", N_ ("When the order was created"), TRUE },
  { "goods", "GOODS", N_ ("cloud (default) or hardware") },
  { "coupon-expiry", "TIME", N_ ("When the discount coupon or promotion in the order ends") },
  { "commercial-expiry", "TIME", N_ ("When the commercial discount in the order ends") },
  POLICY_OPTION,
  { NULL },
};

static const TenureCliOption CALC_CHANGE[] = {
  { "old", "AMOUNT", N_ ("Old price of a month, or of a year"), TRUE },
  { "new", "AMOUNT", N_ ("New price of a month, or of a year"), TRUE },
  { "start", "DATE", N_ ("When the term began"), TRUE },
  { "expiry", "DATE", N_ ("When it expires"), TRUE },
  { "at", "DATE", N_ ("Day of the change"), TRUE },
  { "unit", "UNIT", N_ ("What the prices are for: months (default) or years") },
  POLICY_OPTION,
  { NULL },
};

#define CALC (TENURE_CLI_JSON | TENURE_CLI_EXPLAIN)

const TenureCliCommand TENURE_CLI_COMMANDS[] = {
  { "calc refund", NULL, 0, 0, CALC, CALC_REFUND, N_ ("What comes back when one term is unsubscribed"),
    N_ ("Times are China time: YYYY-MM-DD HH:MM:SS, or a date alone. No profile is needed."),
    "calc refund --term 1m --start '2024-01-01 10:30:00' --expiry 2024-02-01 --at '2024-01-15 18:40:00' --cash 100\n"
    "calc refund --term 1y --start 2024-03-01 --expiry 2025-03-01 --at 2024-09-01 --cash 1000 --voucher 200 --json",
    tenure_cli_run_calc_refund },
  { "calc renewal", NULL, 0, 0, TENURE_CLI_JSON, CALC_RENEWAL, N_ ("The expiry after a renewal, or after several"),
    NULL,
    "calc renewal --expiry 2024-01-31 --anchor 31 --months 1 --times 6\n"
    "calc renewal --expiry 2024-04-30 --anchor 31 --months 1 --at 2024-05-10 --level V3",
    tenure_cli_run_calc_renewal },
  { "calc choices", NULL, 0, 0, TENURE_CLI_JSON, CALC_CHOICES,
    N_ ("For how long several instances can be renewed together"), NULL,
    "calc choices --offer 1-9m,1y --offer 1-3m --offer 2-9m,1y", tenure_cli_run_calc_choices },
  { "calc unify", NULL, 0, 0, CALC, CALC_UNIFY, N_ ("A renewal up to the unified expiry date"), NULL,
    "calc unify --expiry 2024-03-15 --months 1 --day 1 --price 100\n"
    "calc unify --expiry 2024-03-25 --months 1 --day last",
    tenure_cli_run_calc_unify },
  { "calc autorenew", NULL, 0, 0, TENURE_CLI_JSON, CALC_AUTORENEW,
    N_ ("When automatic renewal tries to deduct the money"), NULL, "calc autorenew --expiry 2024-05-31 --lead 7",
    tenure_cli_run_calc_autorenew },
  { "calc lifecycle", NULL, 0, 0, TENURE_CLI_JSON, CALC_LIFECYCLE,
    N_ ("When grace and retention end and the resource is destroyed"), NULL,
    "calc lifecycle --expiry 2024-04-30 --level V3 --at '2024-05-08 00:00:00'", tenure_cli_run_calc_lifecycle },
  { "calc deadline", NULL, 0, 0, CALC, CALC_DEADLINE, N_ ("Until when an order can be paid"), NULL,
    "calc deadline --created '2018-11-26 23:12:32' --coupon-expiry 2018-11-30", tenure_cli_run_calc_deadline },
  { "calc change", NULL, 0, 0, CALC, CALC_CHANGE, N_ ("What a change of specification costs"), NULL,
    "calc change --old 470 --new 869 --start 2023-04-08 --expiry 2023-05-08 --at 2023-04-18",
    tenure_cli_run_calc_change },
  { NULL },
};
