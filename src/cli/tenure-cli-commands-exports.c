/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table's rows of exports and of completion. */
#include "tenure-cli-sections.h"

#include <glib/gi18n-lib.h>

#define FILE_OPTIONS                                                                                                   \
  { "to", "FILE", N_ ("Where to save it"), TRUE }, { "force", NULL, N_ ("Replace a file that exists") }
#define EXPORT_OPTIONS                                                                                                 \
  FILE_OPTIONS, { "format", "FORMAT", N_ ("csv or xlsx (default: as the file's name ends)") },                         \
  {                                                                                                                    \
    "encoding", "ENCODING", N_ ("Of CSV: utf-8-bom (default for Chinese), utf-8 (default otherwise) or gb18030")       \
  }

static const TenureCliOption ORDERS[] = {
  EXPORT_OPTIONS,
  { "status", "STATUS", N_ ("unpaid, review, refunding, processing, completed, cancelled or confirmation") },
  { "type", "TYPE", N_ ("new, renewal, change, unsubscription, to-pay-per-use or from-pay-per-use") },
  { "search", "TEXT", N_ ("Number, name or id contains it") },
  { "offer", "KEY", N_ ("Only this product of the catalogue, such as eip") },
  { "region", "KEY", N_ ("Region") },
  { "from", "TIME", N_ ("Created at this time or later") },
  { "until", "TIME", N_ ("Created at this time or earlier; a date alone means its end") },
  { NULL },
};

static const TenureCliOption TICKED[] = { EXPORT_OPTIONS, { NULL } };

static const TenureCliOption RENEWAL_LIST[] = {
  EXPORT_OPTIONS,
  { "months", "N", N_ ("Months that the costs are estimated for, as “tenurectl catalogue” lists them"), TRUE },
  { NULL },
};

static const TenureCliOption PRICE_LIST[] = {
  EXPORT_OPTIONS,
  { "mode", "MODE", N_ ("manual, auto, to-pay-per-use or no-renewal") },
  { "within", "N", N_ ("In use, and expires within N days") },
  { "expired", NULL, N_ ("Past its expiry: in grace or retention") },
  { "search", "TEXT", N_ ("Name or id contains it") },
  { "service", "CODE", N_ ("Service type, such as ecs") },
  { "offer", "KEY", N_ ("Only this product of the catalogue, such as eip") },
  { "region", "KEY", N_ ("Region") },
  { "from", "TIME", N_ ("Expires at this time or later") },
  { "until", "TIME", N_ ("Expires at this time or earlier; a date alone means its end") },
  { "hide-unpaid", NULL, N_ ("Without resources that have an unpaid order") },
  { "hide-packages", NULL, N_ ("Without packages") },
  { "only-packages", NULL, N_ ("Packages only") },
  { NULL },
};

static const TenureCliOption SAVE[] = { FILE_OPTIONS, { NULL } };

#define EXPORT (TENURE_CLI_JSON | TENURE_CLI_PROFILE | TENURE_CLI_CHANGE)
#define VIEW (TENURE_CLI_JSON | TENURE_CLI_PROFILE)

const TenureCliCommand TENURE_CLI_EXPORT_COMMANDS[] = {
  { "export orders", NULL, 0, 0, EXPORT, ORDERS, N_ ("Export orders by filter"),
    N_ ("A composite order is exported as its children, each with its number."),
    "export orders --to orders.xlsx\nexport orders --status completed --from 2024-01-01 --to year.csv --encoding "
    "gb18030",
    tenure_cli_run_export_orders },
  { "export unpaid", "ORDER…", 1, -1, EXPORT, TICKED, N_ ("Export chosen orders that wait for payment"), NULL,
    "export unpaid CS2401101030ABCDE --to unpaid.csv", tenure_cli_run_export_unpaid },
  { "export renewal-list", "RESOURCE…", 1, -1, EXPORT, RENEWAL_LIST,
    N_ ("Export what renewing chosen resources would cost, for an application for funds"),
    N_ ("At most 200 resources, for one duration; what is not renewed for it is listed with the reason."),
    "export renewal-list web db --months 12 --to renewals.xlsx\n"
    "renewals --within 30 --ids | tenurectl export renewal-list - --months 12 --to renewals.csv",
    tenure_cli_run_export_renewal_list },
  { "export price-list", NULL, 0, 0, EXPORT, PRICE_LIST, N_ ("Export renewal prices of resources by filter"),
    N_ ("At most 10,000 rows; how many are left out is said."),
    "export price-list --to prices.xlsx\nexport price-list --mode manual --within 90 --to prices.csv",
    tenure_cli_run_export_price_list },
  { "export save", "EXPORT", 1, 1, VIEW, SAVE, N_ ("Save the file of an export record, also again"), NULL,
    "export save DC20240501-7 --to orders.csv", tenure_cli_run_export_save },
  { "exports", NULL, 0, 0, VIEW, NULL, N_ ("List the export records; each goes three days after it was requested"),
    NULL, "exports", tenure_cli_run_exports },
  { NULL },
};

const TenureCliCommand TENURE_CLI_SHELL_COMMANDS[] = {
  { "completion", "SHELL", 1, 1, 0, NULL, N_ ("Print what bash or zsh needs to complete commands and options"), NULL,
    "completion bash\ncompletion zsh", tenure_cli_run_completion },
  { NULL },
};
