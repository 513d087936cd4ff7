/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table's section of instruments, discounts, order details, and the platform's staff. */
#include "tenure-cli-sections.h"

#include <glib/gi18n-lib.h>

#define VIEW (TENURE_CLI_JSON | TENURE_CLI_PROFILE)
#define CHANGE (TENURE_CLI_JSON | TENURE_CLI_EXPLAIN | TENURE_CLI_PROFILE | TENURE_CLI_CHANGE)

#define ACCOUNT                                                                                                        \
  {                                                                                                                    \
    "account", "NAME", N_ ("The customer's account (default: the one in use)")                                         \
  }

static const TenureCliOption MOVEMENTS[] = {
  { "from", "TIME", N_ ("At this time or later") },
  { "to", "TIME", N_ ("At this time or earlier; a date alone means its end") },
  { "limit", "N", N_ ("The newest N (default 50)") },
  { NULL },
};

static const TenureCliOption ORDER_SHOW[] = {
  { "trace", "WHICH", N_ ("newest (default): the newest three of the trace; or all") },
  { "type", "TYPE", N_ ("Of the trace: new, renewal, change, unsubscription, to-pay-per-use or from-pay-per-use") },
  { "from", "TIME", N_ ("Of the trace: created at this time or later") },
  { "to", "TIME", N_ ("Of the trace: created at this time or earlier; a date alone means its end") },
  { "number", "TEXT", N_ ("Of the trace: the number contains it") },
  { NULL },
};

static const TenureCliOption CHOOSE[] = {
  { "voucher", "NUMBER", N_ ("Use this voucher") },
  { "discount", "NUMBER", N_ ("Use this discount coupon") },
  { "flexi", "NUMBER", N_ ("Use this flexi coupon"), FALSE, TRUE },
  { "card", "NUMBER", N_ ("Use this stored-value card"), FALSE, TRUE },
  { NULL },
};

static const TenureCliOption REJECT[] = {
  { "reason", "TEXT", N_ ("Why, as the customer is told; up to 100 characters"), TRUE },
  { NULL },
};

static const TenureCliOption FOR_CUSTOMER[] = {
  { "offer", "KEY", N_ ("What to order, from the catalogue"), TRUE },
  { "name", "NAME", N_ ("Name of the resource"), TRUE },
  ACCOUNT,
  { "spec", "KEY", N_ ("Specification (default: the first one)") },
  { "region", "KEY", N_ ("Region (default: the first one)") },
  { "months", "N", N_ ("Duration in months, as “tenurectl catalogue” lists it (default 1)") },
  { "term", "TERM", N_ ("Duration as 1m, 2m … or 1y, 2y …, instead of --months") },
  { "quantity", "N", N_ ("How many (default 1)") },
  { "disk", "GIB", N_ ("Size of the system disk") },
  { "bandwidth", "MBITS", N_ ("Bandwidth in Mbit/s, 1 to 2000") },
  { "auto-renew", NULL, N_ ("Renew it automatically") },
  { NULL },
};

#define GRANT_OPTIONS                                                                                                  \
  { "name", "NAME", N_ ("What it is called") }, ACCOUNT,                                                               \
      { "expiry", "TIME", N_ ("Until when it is valid; a date alone means its end") },                                 \
  {                                                                                                                    \
    "service", "CODE", N_ ("Only for this service type, such as ecs")                                                  \
  }

static const TenureCliOption GRANT[] = {
  GRANT_OPTIONS,
  { "region", "KEY", N_ ("Only for this region") },
  { "type", "TYPE", N_ ("Only for this type of order: new, renewal, change …") },
  { "charging", "MODE", N_ ("Only for this charging mode: period, pay-per-use or package") },
  { "threshold", "AMOUNT", N_ ("Only for orders of this amount or more") },
  { "with-discount", NULL, N_ ("It may be used together with a discount") },
  { "inactive", NULL, N_ ("It has to be activated first") },
  { NULL },
};
static const TenureCliOption GRANT_RATE[] = { GRANT_OPTIONS, { NULL } };
static const TenureCliOption GRANT_PROMOTION[] = {
  GRANT_OPTIONS,
  { "no-refund", NULL, N_ ("What is bought with it is not given back") },
  { NULL },
};

static const TenureCliOption OF_ACCOUNT[] = { ACCOUNT, { NULL } };
static const TenureCliOption UNDO[] = { { "undo", NULL, N_ ("Sell it again") }, { NULL } };
static const TenureCliOption REMOVE[] = { { "remove", NULL, N_ ("Take the mark away") }, { NULL } };

const TenureCliCommand TENURE_CLI_PAYMENTS[] = {
  { "coupons", NULL, 0, 0, VIEW, NULL, N_ ("List vouchers, coupons and stored-value cards"), NULL, "coupons",
    tenure_cli_run_coupons },
  { "discounts", NULL, 0, 0, VIEW, NULL, N_ ("List commercial and promotional discounts"), NULL, "discounts --json",
    tenure_cli_run_discounts },
  { "movements", NULL, 0, 0, VIEW, MOVEMENTS, N_ ("List what came into the account and went, newest first"), NULL,
    "movements --from 2026-01-01 --limit 20", tenure_cli_run_movements },
  { "order show", "ORDER", 1, 1, VIEW, ORDER_SHOW,
    N_ ("Show an order with its lines, its money and what was done with the same resources"), NULL,
    "order show CS24041515582CL27\norder show CS24041515582CL27 --trace all --type renewal",
    tenure_cli_run_order_show },
  { "choose", "ORDER", 1, 1, CHANGE, CHOOSE, N_ ("Choose coupons and cards for an order that waits for payment"),
    N_ ("The order holds what it would take of them until it is paid or cancelled. Without any, it holds none again."),
    "choose CS24041515582CL27 --voucher main-voucher-1\nchoose CS24041515582CL27", tenure_cli_run_choose },
  { "confirm", "ORDER…", 1, -1, CHANGE, NULL, N_ ("Confirm what the account manager ordered; it can be paid then"),
    NULL, "confirm CS24041515582CL27", tenure_cli_run_confirm },
  { "decline", "ORDER…", 1, -1, CHANGE, NULL, N_ ("Decline what the account manager ordered; it is cancelled"), NULL,
    "decline CS24041515582CL27", tenure_cli_run_decline },
  { "activate", "COUPON", 1, 1, CHANGE, NULL, N_ ("Activate a coupon that was granted inactive"), NULL,
    "activate main-voucher-1", tenure_cli_run_activate },
  { NULL },
};

const TenureCliCommand TENURE_CLI_STAFF_COMMANDS[] = {
  { "review list", NULL, 0, 0, VIEW, NULL, N_ ("For the reviewer: list orders and refunds that await approval"), NULL,
    "review list", tenure_cli_run_review_list },
  { "review approve", "ORDER…", 1, -1, CHANGE, NULL, N_ ("For the reviewer: approve orders and refunds"), NULL,
    "review approve CS24041515582CL27", tenure_cli_run_review_approve },
  { "review reject", "ORDER…", 1, -1, CHANGE, REJECT, N_ ("For the reviewer: reject orders and refunds"), NULL,
    "review reject CS24041515582CL27 --reason 'not in the budget'", tenure_cli_run_review_reject },
  { "order for-customer", NULL, 0, 0, CHANGE, FOR_CUSTOMER,
    N_ ("For the staff: order on a customer's behalf; it awaits confirmation"), NULL,
    "order for-customer --account main --offer vpc --name net", tenure_cli_run_order_for_customer },
  { "grant voucher", "AMOUNT", 1, 1, CHANGE, GRANT, N_ ("For the staff: grant a voucher"), NULL,
    "grant voucher 200 --expiry 2026-12-31 --threshold 100", tenure_cli_run_grant },
  { "grant flexi", "AMOUNT", 1, 1, CHANGE, GRANT, N_ ("For the staff: grant a flexi coupon"), NULL, "grant flexi 100",
    tenure_cli_run_grant },
  { "grant card", "AMOUNT", 1, 1, CHANGE, GRANT, N_ ("For the staff: grant a stored-value card"),
    N_ ("Without --expiry it is valid for 36 months."), "grant card 1000", tenure_cli_run_grant },
  { "grant discount-coupon", "RATE", 1, 1, CHANGE, GRANT, N_ ("For the staff: grant a discount coupon"),
    N_ ("RATE is what is left of the price in percent: 80 takes a fifth off."),
    "grant discount-coupon 80 --service ecs", tenure_cli_run_grant },
  { "grant commercial", "RATE", 1, 1, CHANGE, GRANT_RATE, N_ ("For the staff: grant a commercial discount"),
    N_ ("RATE is what is left of the price in percent: 80 takes a fifth off."), "grant commercial 90",
    tenure_cli_run_grant_rate },
  { "grant promotion", "RATE", 1, 1, CHANGE, GRANT_PROMOTION, N_ ("For the staff: grant a promotional discount"),
    N_ ("RATE is what is left of the price in percent: 80 takes a fifth off."),
    "grant promotion 70 --expiry 2026-12-31 --no-refund", tenure_cli_run_grant_rate },
  { "reclaim", "COUPON", 1, 1, CHANGE, OF_ACCOUNT, N_ ("For the staff: take back what is left of a coupon or card"),
    NULL, "reclaim main-voucher-1", tenure_cli_run_reclaim },
  { "freeze", "KIND [RESOURCE]", 1, 2, CHANGE, OF_ACCOUNT, N_ ("For the staff: freeze an account, or one resource"),
    N_ ("KIND is arrears, violation or police."), "freeze police web\nfreeze arrears --account main",
    tenure_cli_run_freeze },
  { "unfreeze", "[RESOURCE]", 0, 1, CHANGE, OF_ACCOUNT, N_ ("For the staff: lift the freeze of an account or resource"),
    NULL, "unfreeze web", tenure_cli_run_unfreeze },
  { "withdraw-offer", "OFFER", 1, 1, CHANGE, UNDO, N_ ("For the staff: sell a product no longer"), NULL,
    "withdraw-offer vpc\nwithdraw-offer vpc --undo", tenure_cli_run_withdraw_offer },
  { "mark", "ORDER MARK", 2, 2, CHANGE, REMOVE, N_ ("For the staff: mark an order"),
    N_ ("MARK is promotion, partner-paid, special (a special unsubscription is pending) or invoiced."),
    "mark CS24041515582CL27 invoiced\nmark CS24041515582CL27 special --remove", tenure_cli_run_mark },
  { NULL },
};
