/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table of commands; parsing, help and dispatch follow from it. */
#include "tenure-cli-sections.h"

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

static const TenureCliOption PROFILE_CREATE[] = {
  { "register", NULL, N_ ("Open no account: the trip begins with its registration") },
  { "practice", NULL, N_ ("A practice profile: its clock can be moved, for good") },
  { "level", "LEVEL", N_ ("Customer level: V0 (assumed) to V5, or intl") },
  { "sample", "N", N_ ("Fill it with a made-up institution of N resources, 1 to 1000000 (then it is for practice)") },
  { "seed", "S", N_ ("The same seed makes the same institution (default 1)") },
  POLICY_OPTION,
  { NULL },
};

static const TenureCliOption DELETE[] = {
  { "dry-run", NULL, N_ ("Only say what would be deleted") },
  { NULL },
};

static const TenureCliOption POLICY[] = { POLICY_OPTION, { NULL } };

static const TenureCliOption JOURNAL[] = {
  { "limit", "N", N_ ("The newest N events (default 50)") },
  { "subject", "ID", N_ ("Only events of this order, resource or command") },
  { NULL },
};

static const TenureCliOption JOURNAL_VERIFY[] = {
  { "head", "HASH", N_ ("This hash, written down earlier, must be in the chain") },
  { NULL },
};

static const TenureCliOption ORDERS[] = {
  { "status", "STATUS", N_ ("unpaid, review, refunding, processing, completed, cancelled or confirmation") },
  { "type", "TYPE", N_ ("new, renewal, change, unsubscription, to-pay-per-use or from-pay-per-use") },
  { "search", "TEXT", N_ ("Number, name or id contains it") },
  { "offer", "KEY", N_ ("Only this product of the catalogue, such as eip") },
  { "region", "KEY", N_ ("Region") },
  { "from", "TIME", N_ ("Created at this time or later") },
  { "to", "TIME", N_ ("Created at this time or earlier; a date alone means its end") },
  { "limit", "N", N_ ("At most so many rows") },
  { "ids", NULL, N_ ("Print the order numbers only, one a line") },
  { NULL },
};

#define IDS_HELP N_ ("Print the ids only, one a line, ready for “-” of other commands")
#define RESOURCE_OPTIONS                                                                                               \
  { "mode", "MODE", N_ ("manual, auto, to-pay-per-use or no-renewal") },                                               \
      { "within", "N", N_ ("In use, and expires within N days") },                                                     \
      { "expired", NULL, N_ ("Past its expiry: in grace or retention") },                                              \
      { "search", "TEXT", N_ ("Name or id contains it, or it is an order's number") },                                 \
      { "service", "CODE", N_ ("Service type, such as ecs") },                                                         \
      { "offer", "KEY", N_ ("Only this product of the catalogue, such as eip") }, { "region", "KEY", N_ ("Region") },  \
      { "from", "TIME", N_ ("Expires at this time or later") },                                                        \
      { "to", "TIME", N_ ("Expires at this time or earlier; a date alone means its end") },                            \
      { "hide-unpaid", NULL, N_ ("Without resources that have an unpaid order") },                                     \
      { "hide-packages", NULL, N_ ("Without packages") }, { "only-packages", NULL, N_ ("Packages only") },             \
      { "limit", "N", N_ ("At most so many rows") },                                                                   \
  {                                                                                                                    \
    "ids", NULL, IDS_HELP                                                                                              \
  }

static const TenureCliOption RENEWALS[] = { RESOURCE_OPTIONS, { NULL } };
static const TenureCliOption RESOURCES[] = {
  { "list", "LIST",
    N_ ("all (default), unsubscribe, five-day, periods (with an unstarted renewal period), pending (not effective "
        "yet), or refused (cannot be unsubscribed, with the reason)") },
  { "hours-left", "N", N_ ("Of the five days at most N hours are left; with --list five-day") },
  RESOURCE_OPTIONS,
  { NULL },
};

static const TenureCliOption ORDER_PLACE[] = {
  { "offer", "KEY", N_ ("What to order, from the catalogue"), TRUE },
  { "name", "NAME", N_ ("Name of the resource"), TRUE },
  { "spec", "KEY", N_ ("Specification (default: the first one)") },
  { "region", "KEY", N_ ("Region (default: the first one)") },
  { "months", "N", N_ ("Duration in months, as “tenurectl catalogue” lists it (default 1)") },
  { "term", "TERM", N_ ("Duration as 1m, 2m … or 1y, 2y …, instead of --months") },
  { "quantity", "N", N_ ("How many (default 1)") },
  { "disk", "GIB", N_ ("Size of the system disk") },
  { "bandwidth", "MBITS", N_ ("Bandwidth in Mbit/s, 1 to 2000") },
  { "line", "LINE", N_ ("Line of an elastic IP, which is its specification: 5_bgp (default) or 5_sbgp") },
  { "bandwidth-name", "NAME", N_ ("Name of the bandwidth") },
  { "ipv6", NULL, N_ ("With IPv6") },
  { "tag", "KEY=VALUE", N_ ("A tag"), FALSE, TRUE },
  { "auto-renew", NULL, N_ ("Renew it automatically") },
  { "pay-per-use", NULL, N_ ("Charged by the hour: no duration, no payment") },
  { "starts", "TIME", N_ ("A package begins then (default: on payment)") },
  { "agree", NULL, N_ ("Agree to the service statement") },
  { NULL },
};

static const TenureCliOption PAY[] = {
  { "voucher", "NUMBER", N_ ("Use this voucher") },
  { "discount", "NUMBER", N_ ("Use this discount coupon") },
  { "flexi", "NUMBER", N_ ("Use this flexi coupon"), FALSE, TRUE },
  { "card", "NUMBER", N_ ("Use this stored-value card"), FALSE, TRUE },
  { NULL },
};

static const TenureCliOption RENEW[] = {
  { "months", "N", N_ ("Months, as “tenurectl catalogue” lists them"), TRUE },
  { "unify", NULL, N_ ("Up to the account's unified expiry day") },
  { "auto-renew", NULL, N_ ("Renew automatically from then on, each time by as many months") },
  { "pay", NULL, N_ ("Pay at once from the balance; otherwise the order waits for payment") },
  { NULL },
};

static const TenureCliOption SET_AUTO[] = {
  { "months", "N", N_ ("Months of each automatic renewal, as “tenurectl catalogue” lists them"), TRUE },
  { "times", "N", N_ ("So many times, 1 to 99 (default: unlimited); to change them give --reset-times too") },
  { "reset-times", NULL, N_ ("Count the times anew; otherwise what is left stays") },
  { NULL },
};

static const TenureCliOption AGREE[] = {
  { "agree", NULL, N_ ("Agree that it takes effect at once, and keep the balance sufficient") },
  { NULL },
};

static const TenureCliOption UNSUBSCRIBE[] = {
  { "reason", "REASON", N_ ("wrong-spec, surplus, test-done, hard-to-use, not-suitable, fault or other"), TRUE },
  { "reason-text", "TEXT", N_ ("The reason in your words, up to 100 characters; needed with other") },
  { "agree", NULL, N_ ("Confirm that the data is saved or no longer needed; it is deleted for good") },
  { NULL },
};

#define CALC (TENURE_CLI_JSON | TENURE_CLI_EXPLAIN)
#define VIEW (TENURE_CLI_JSON | TENURE_CLI_PROFILE)
#define CHANGE (TENURE_CLI_JSON | TENURE_CLI_EXPLAIN | TENURE_CLI_PROFILE | TENURE_CLI_CHANGE)

static const TenureCliCommand CALC_COMMANDS[] = {
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

static const TenureCliCommand PROFILE_COMMANDS[] = {
  { "profile create", "NAME", 1, 1, TENURE_CLI_JSON, PROFILE_CREATE, N_ ("Make a profile"), NULL,
    "profile create office --level V3\nprofile create training --sample 60 --seed 7", tenure_cli_run_profile_create },
  { "profile list", NULL, 0, 0, TENURE_CLI_JSON, NULL, N_ ("List the profiles"), NULL, "profile list",
    tenure_cli_run_profile_list },
  { "profile show", "[NAME]", 0, 1, VIEW, NULL, N_ ("Show what a profile is"), NULL, "profile show office",
    tenure_cli_run_profile_show },
  { "profile agree", "[NAME]", 0, 1, VIEW, NULL,
    N_ ("Agree to what the profile asks: that a restored copy goes on, that much is settled at once"), NULL,
    "profile agree office", tenure_cli_run_profile_agree },
  { "profile states", "two|three", 1, 1, TENURE_CLI_PROFILE, NULL,
    N_ ("Show what is past its grace as expired (two) or as frozen (three)"), NULL, "profile states two",
    tenure_cli_run_profile_states },
  { "profile delete", "NAME", 1, 1, 0, DELETE, N_ ("Delete a profile with its backups"), NULL,
    "profile delete training --dry-run", tenure_cli_run_profile_delete },
  { "backup", "FILE", 1, 1, TENURE_CLI_PROFILE, NULL, N_ ("Write a checked copy of the profile to a file"), NULL,
    "backup /media/stick/office.tenure", tenure_cli_run_backup },
  { "restore", "FILE [NAME]", 1, 2, 0, NULL, N_ ("Make a profile from a backup; it can only be read at first"), NULL,
    "restore /media/stick/office.tenure office-2", tenure_cli_run_restore },
  { "check", NULL, 0, 0, VIEW, NULL, N_ ("Check that the profile's records agree with each other"), NULL, "check",
    tenure_cli_run_check },
  { "clock", NULL, 0, 0, VIEW, NULL, N_ ("Show the platform's time"), NULL, "clock", tenure_cli_run_clock },
  { "clock show", NULL, 0, 0, VIEW, NULL, N_ ("Show the platform's time"), NULL, "clock show", tenure_cli_run_clock },
  { "clock advance", "SPAN", 1, 1, VIEW, NULL, N_ ("Move a practice profile's clock forward and settle"), NULL,
    "clock advance 30d\nclock advance 12h", tenure_cli_run_clock_advance },
  { "clock settle", NULL, 0, 0, TENURE_CLI_PROFILE, NULL, N_ ("Settle what has fallen due"), NULL, "clock settle",
    tenure_cli_run_clock_settle },
  { "journal", NULL, 0, 0, VIEW, JOURNAL, N_ ("Show the newest events of the journal"), NULL, "journal --limit 10",
    tenure_cli_run_journal },
  { "journal show", NULL, 0, 0, VIEW, JOURNAL, N_ ("Show the newest events of the journal"), NULL,
    "journal show --limit 10", tenure_cli_run_journal },
  { "journal verify", NULL, 0, 0, TENURE_CLI_PROFILE, JOURNAL_VERIFY, N_ ("Check the journal's chain"),
    N_ ("The chain shows accidents and careless edits; a hash kept elsewhere shows also a cut-off end."),
    "journal verify --head HASH", tenure_cli_run_journal_verify },
  { "journal head", NULL, 0, 0, TENURE_CLI_PROFILE, NULL,
    N_ ("Print the hash of the newest event, to be kept elsewhere"), NULL, "journal head",
    tenure_cli_run_journal_head },
  { "policy", NULL, 0, 0, VIEW, POLICY, N_ ("Show the rules with their sources"), NULL,
    "policy\npolicy --policy huawei-intl", tenure_cli_run_policy },
  { NULL },
};

static const TenureCliCommand ORDER_COMMANDS[] = {
  { "catalogue", NULL, 0, 0, VIEW, NULL, N_ ("List what can be ordered, with reference prices"), NULL, "catalogue",
    tenure_cli_run_catalogue },
  { "balance", NULL, 0, 0, VIEW, NULL, N_ ("Show the balance and the account's settings"), NULL, "balance --json",
    tenure_cli_run_balance },
  { "topup", "AMOUNT", 1, 1, CHANGE, NULL, N_ ("Top up the balance"), NULL, "topup 1000", tenure_cli_run_topup },
  { "order place", NULL, 0, 0, CHANGE, ORDER_PLACE, N_ ("Place an order; it waits for payment"), NULL,
    "order place --offer ecs --spec s6.small.1 --name web --disk 40 --months 1 --agree\n"
    "order place --offer eip --name web-ip --bandwidth 5 --months 1 --agree",
    tenure_cli_run_order_place },
  { "orders", NULL, 0, 0, VIEW, ORDERS, N_ ("List orders, newest first"), NULL,
    "orders --status unpaid\norders --type unsubscription --from 2026-01-01 --json", tenure_cli_run_orders },
  { "pay", "ORDER…", 1, -1, CHANGE, PAY, N_ ("Pay orders, up to 30 together"),
    N_ ("What was chosen for an order pays it, unless coupons or cards are named here. Those pay the orders in turn; a "
        "discount coupon goes to the order that it makes cheaper by most, a voucher to the one of which it pays most. "
        "“-” reads the numbers from stdin."),
    "pay CS24041515582CL27\norders --status unpaid --ids | tenurectl pay -", tenure_cli_run_pay },
  { "cancel", "ORDER…", 1, -1, CHANGE, NULL, N_ ("Cancel orders that are not paid"), NULL, "cancel CS24041515582CL27",
    tenure_cli_run_cancel },
  { NULL },
};

static const TenureCliCommand RENEWAL_COMMANDS[] = {
  { "resources", NULL, 0, 0, VIEW, RESOURCES, N_ ("List resources, soonest expiry first"), NULL,
    "resources --within 30\nresources --list periods\nresources --list refused", tenure_cli_run_resources },
  { "renewals", NULL, 0, 0, VIEW, RENEWALS, N_ ("List what can be renewed, by tab with --mode"), NULL,
    "renewals --mode manual --within 30 --ids", tenure_cli_run_renewals },
  { "resource show", "RESOURCE", 1, 1, VIEW, NULL, N_ ("Show a resource with its paid periods and bound parts"), NULL,
    "resource show web", tenure_cli_run_resource_show },
  { "renew", "RESOURCE…", 1, -1, CHANGE, RENEW, N_ ("Renew resources; several make one composite order"),
    N_ ("A resource is given by its id or its unique name. “-” reads ids from stdin."),
    "renew web db --months 1 --unify --auto-renew --pay\nrenewals --within 30 --ids | tenurectl renew - --months 12 "
    "--dry-run",
    tenure_cli_run_renew },
  { "set-auto", "RESOURCE…", 1, -1, CHANGE, SET_AUTO, N_ ("Renew automatically, or modify how"), NULL,
    "set-auto web --months 1 --times 3", tenure_cli_run_set_auto },
  { "set-manual", "RESOURCE…", 1, -1, CHANGE, NULL, N_ ("Renew by hand"), NULL, "set-manual web",
    tenure_cli_run_set_manual },
  { "unified-day", "DAY", 1, 1, CHANGE, NULL, N_ ("Set the account's unified expiry day: 1 to 28, or last"), NULL,
    "unified-day 1\nunified-day last", tenure_cli_run_unified_day },
  { "deduction-day", "DAYS", 1, 1, CHANGE, AGREE, N_ ("Set how many days before expiry automatic renewal deducts"),
    NULL, "deduction-day 5 --agree", tenure_cli_run_deduction_day },
  { "unsubscribe", "RESOURCE…", 1, -1, CHANGE, UNSUBSCRIBE,
    N_ ("Unsubscribe resources in use, with their bound parts and unstarted renewals"),
    N_ ("They are deleted for good. --dry-run --explain shows how each refund comes about."),
    "unsubscribe web --reason test-done --dry-run --explain\nunsubscribe web --reason test-done --agree",
    tenure_cli_run_unsubscribe },
  { "unsubscribe-renewals", "RESOURCE[=DATE]…", 1, -1, CHANGE, NULL,
    N_ ("Give unstarted renewal periods back; DATE is the expiry to keep"), NULL,
    "unsubscribe-renewals web\nunsubscribe-renewals web=2026-12-31", tenure_cli_run_unsubscribe_renewals },
  { NULL },
};

static const TenureCliCommand PLAN_COMMANDS[] = {
  { "plan", "COMMAND …", 1, -1, 0, NULL, N_ ("Write the plan of a command to stdout, for a second look"), NULL,
    "plan renew web --months 12 > renew.plan", tenure_cli_run_plan },
  { "apply", "FILE", 1, 1, CALC | TENURE_CLI_PROFILE | TENURE_CLI_SECRET, NULL,
    N_ ("Do what a plan file says, if it still holds"),
    N_ ("“-” reads the file from stdin. Applying a plan twice does it once."), "apply renew.plan",
    tenure_cli_run_apply },
  { NULL },
};

/* What --help lists together; a table without a heading goes on under the one before. */
static const struct
{
  const char *heading;
  const TenureCliCommand *rows;
} SECTIONS[] = {
  { N_ ("Profiles, their time and their journal:"), PROFILE_COMMANDS },
  { N_ ("Accounts of the platform, and the outbox:"), TENURE_CLI_ACCOUNTS },
  { N_ ("Orders and payment:"), ORDER_COMMANDS },
  { NULL, TENURE_CLI_PAYMENTS },
  { N_ ("Renewal, change and unsubscription of resources:"), RENEWAL_COMMANDS },
  { NULL, TENURE_CLI_RESOURCE_COMMANDS },
  { N_ ("Pay-per-use, packages and bills:"), TENURE_CLI_METERING_COMMANDS },
  { N_ ("Exports:"), TENURE_CLI_EXPORT_COMMANDS },
  { N_ ("Plans, for a second look before anything is done:"), PLAN_COMMANDS },
  { N_ ("The platform's staff:"), TENURE_CLI_STAFF_COMMANDS },
  { N_ ("The rules by themselves, without a profile:"), CALC_COMMANDS },
  { N_ ("The shell:"), TENURE_CLI_SHELL_COMMANDS },
};

const TenureCliCommand *
tenure_cli_command_at (guint index, const char **heading)
{
  for (guint s = 0; s < G_N_ELEMENTS (SECTIONS); s++)
    for (const TenureCliCommand *command = SECTIONS[s].rows; command->name != NULL; command++)
      if (index-- == 0)
        {
          if (heading)
            *heading = SECTIONS[s].heading && command == SECTIONS[s].rows ? _ (SECTIONS[s].heading) : NULL;
          return command;
        }
  return NULL;
}
