/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filters of lists from the options. */
#pragma once

#include "tenure-cli.h"

G_BEGIN_DECLS

/** @until: name of the option for the latest time. */
TenureQuery *tenure_cli_order_filter (TenureCli *cli, const char *until, GError **error);
TenureQuery *tenure_cli_resource_filter (TenureCli *cli, TenureList list, const char *until, GError **error);

G_END_DECLS
