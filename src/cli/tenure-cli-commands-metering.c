/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table's rows of pay-per-use, packages, bills and failing deliveries. */
#include "tenure-cli-sections.h"

#include <glib/gi18n-lib.h>

#define VIEW (TENURE_CLI_JSON | TENURE_CLI_PROFILE)
#define CHANGE (TENURE_CLI_JSON | TENURE_CLI_EXPLAIN | TENURE_CLI_PROFILE | TENURE_CLI_CHANGE)

static const TenureCliOption LIST[] = {
  { "search", "TEXT", N_ ("Name or id contains it") },
  { "limit", "N", N_ ("At most so many rows") },
  { NULL },
};

static const TenureCliOption BILLS[] = {
  { "type", "TYPE", N_ ("new, renewal, change, unsubscription, use, auto-renewal or change-refund") },
  { "resource", "ID", N_ ("Of this resource") },
  { "order", "NUMBER", N_ ("Of this order") },
  { "from", "TIME", N_ ("Charged at this time or later") },
  { "to", "TIME", N_ ("Charged at this time or earlier; a date alone means its end") },
  { "limit", "N", N_ ("The newest N rows (default 100)") },
  { NULL },
};

static const TenureCliOption TELL_FAILURE[] = {
  { "item", "PLACE", N_ ("Only this item of the order, from 1 (default: all)"), FALSE, TRUE },
  { NULL },
};

static const TenureCliOption TO_PERIOD[] = {
  { "months", "N", N_ ("Months, as “tenurectl catalogue” lists them"), TRUE },
  { "auto-renew", NULL, N_ ("Renew it automatically") },
  { "pay", NULL, N_ ("Pay at once from the balance; otherwise the order waits for payment") },
  { NULL },
};

const TenureCliCommand TENURE_CLI_METERING_COMMANDS[] = {
  { "metered", NULL, 0, 0, VIEW, LIST, N_ ("List what is charged by the hour"), NULL, "metered --search ip",
    tenure_cli_run_metered },
  { "packages", NULL, 0, 0, VIEW, LIST, N_ ("List the packages with what is left in them"), NULL, "packages",
    tenure_cli_run_packages },
  { "bills", NULL, 0, 0, VIEW, BILLS, N_ ("Show the bill: orders, refunds, and hours of use"),
    N_ ("Hours are charged at the full hour; what is settled late is one row for all hours that passed."),
    "bills --type use --limit 20\nbills --order CS24041515582CL27 --json", tenure_cli_run_bills },
  { "to-period", "RESOURCE…", 1, -1, CHANGE, TO_PERIOD, N_ ("Change pay-per-use resources to yearly/monthly"),
    N_ ("The hours up to now are charged first; the period begins with the payment."),
    "to-period web --months 12 --pay", tenure_cli_run_to_period },
  { "tell-failure", "ORDER", 1, 1, CHANGE, TELL_FAILURE, N_ ("Practice: let the delivery of an order fail"),
    N_ ("What fails is unsubscribed by the system with everything that was paid for it. Items bound to each other fail "
        "together."),
    "tell-failure CS24041515582CL27\ntell-failure CS24041515582CL27 --item 1", tenure_cli_run_tell_failure },
  { NULL },
};
