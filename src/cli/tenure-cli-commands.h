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

G_END_DECLS
