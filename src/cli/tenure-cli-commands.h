/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the table's rows run. */
#pragma once

#include "tenure-cli.h"

G_BEGIN_DECLS

#define TENURE_CLI_RUN(name) gboolean tenure_cli_run_##name (TenureCli *cli, GError **error);

/* calc: the rules without a profile */
TENURE_CLI_RUN (calc_refund)
TENURE_CLI_RUN (calc_renewal)
TENURE_CLI_RUN (calc_choices)
TENURE_CLI_RUN (calc_unify)
TENURE_CLI_RUN (calc_autorenew)
TENURE_CLI_RUN (calc_lifecycle)
TENURE_CLI_RUN (calc_deadline)
TENURE_CLI_RUN (calc_change)

/* profiles */
TENURE_CLI_RUN (profile_create)
TENURE_CLI_RUN (profile_list)
TENURE_CLI_RUN (profile_show)
TENURE_CLI_RUN (profile_delete)
TENURE_CLI_RUN (profile_agree)
TENURE_CLI_RUN (backup)
TENURE_CLI_RUN (restore)
TENURE_CLI_RUN (check)
TENURE_CLI_RUN (policy)
TENURE_CLI_RUN (clock)
TENURE_CLI_RUN (clock_advance)
TENURE_CLI_RUN (clock_settle)
TENURE_CLI_RUN (journal)
TENURE_CLI_RUN (journal_verify)
TENURE_CLI_RUN (journal_head)

/* what there is */
TENURE_CLI_RUN (balance)
TENURE_CLI_RUN (coupons)
TENURE_CLI_RUN (catalogue)
TENURE_CLI_RUN (orders)
TENURE_CLI_RUN (order_show)
TENURE_CLI_RUN (resources)
TENURE_CLI_RUN (renewals)
TENURE_CLI_RUN (resource_show)

TENURE_CLI_RUN (discounts)
TENURE_CLI_RUN (movements)
TENURE_CLI_RUN (review_list)

/* what changes it */
TENURE_CLI_RUN (topup)
TENURE_CLI_RUN (order_place)
TENURE_CLI_RUN (pay)
TENURE_CLI_RUN (cancel)
TENURE_CLI_RUN (renew)
TENURE_CLI_RUN (set_auto)
TENURE_CLI_RUN (set_manual)
TENURE_CLI_RUN (unified_day)
TENURE_CLI_RUN (deduction_day)
TENURE_CLI_RUN (unsubscribe)
TENURE_CLI_RUN (unsubscribe_renewals)
TENURE_CLI_RUN (set_to_pay_per_use)
TENURE_CLI_RUN (set_no_renewal)
TENURE_CLI_RUN (release)
TENURE_CLI_RUN (change)
TENURE_CLI_RUN (attach)
TENURE_CLI_RUN (unsubscribe_pending)
TENURE_CLI_RUN (durations)
TENURE_CLI_RUN (plan)
TENURE_CLI_RUN (apply)

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

G_END_DECLS
