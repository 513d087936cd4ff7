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
TENURE_CLI_RUN (profile_states)
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

G_END_DECLS
