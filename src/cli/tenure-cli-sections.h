/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sections of the table that have files of their own, and what their rows run. */
#pragma once

#include "tenure-cli-commands.h"

G_BEGIN_DECLS

/* Sections of the table, each ending with a row without a name. */
extern const TenureCliCommand TENURE_CLI_RESOURCE_COMMANDS[];
/* pay-per-use, packages, bills, failing deliveries */
extern const TenureCliCommand TENURE_CLI_METERING_COMMANDS[];
TENURE_CLI_RUN (metered)
TENURE_CLI_RUN (packages)
TENURE_CLI_RUN (bills)
TENURE_CLI_RUN (to_period)
TENURE_CLI_RUN (tell_failure)
/* accounts: registration, review, sign-in, outbox */
extern const TenureCliCommand TENURE_CLI_ACCOUNTS[];
TENURE_CLI_RUN (accounts)
TENURE_CLI_RUN (account_check)
TENURE_CLI_RUN (account_rename)
TENURE_CLI_RUN (code_send)
TENURE_CLI_RUN (register)
TENURE_CLI_RUN (applications)
TENURE_CLI_RUN (application_approve)
TENURE_CLI_RUN (application_reject)
TENURE_CLI_RUN (link_send)
TENURE_CLI_RUN (password_set)
TENURE_CLI_RUN (password_reset)
TENURE_CLI_RUN (sign_in)
TENURE_CLI_RUN (sign_out)
TENURE_CLI_RUN (whoami)
TENURE_CLI_RUN (outbox)
TENURE_CLI_RUN (outbox_show)
/* payments, and the platform's staff */
extern const TenureCliCommand TENURE_CLI_PAYMENTS[];
extern const TenureCliCommand TENURE_CLI_STAFF_COMMANDS[];
TENURE_CLI_RUN (choose)
TENURE_CLI_RUN (confirm)
TENURE_CLI_RUN (decline)
TENURE_CLI_RUN (activate)
TENURE_CLI_RUN (review_approve)
TENURE_CLI_RUN (review_reject)
TENURE_CLI_RUN (order_for_customer)
TENURE_CLI_RUN (grant)
TENURE_CLI_RUN (grant_rate)
TENURE_CLI_RUN (reclaim)
TENURE_CLI_RUN (freeze)
TENURE_CLI_RUN (unfreeze)
TENURE_CLI_RUN (withdraw_offer)
TENURE_CLI_RUN (mark)

/** The form of an order from the options, with what the catalogue says where they say nothing. Borrows from @cli. */
gboolean tenure_cli_read_order_form (TenureCli *cli, TenurePlaceOrder *params, GError **error);
/* exports, completion */
TENURE_CLI_RUN (export_orders)
TENURE_CLI_RUN (export_unpaid)
TENURE_CLI_RUN (export_renewal_list)
TENURE_CLI_RUN (export_price_list)
TENURE_CLI_RUN (export_save)
TENURE_CLI_RUN (exports)
TENURE_CLI_RUN (completion)

/** Sections of the table, each in a file of its own. */
extern const TenureCliCommand TENURE_CLI_EXPORT_COMMANDS[];
extern const TenureCliCommand TENURE_CLI_SHELL_COMMANDS[];

G_END_DECLS
