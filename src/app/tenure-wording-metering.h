/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of pay-per-use, packages and bills: the guide's labels. Static and translated. */
#pragma once

#include "tenure-bill.h"
#include "tenure-metering.h"

G_BEGIN_DECLS

const char *tenure_word_package_state (TenurePackageState value);
/** What a resource is at @now: a package before its start is not in effect (未生效) whatever its expiry says; anything
 * else by its @status and, while it is active, by @life as it is shown. */
const char *tenure_word_resource_state (const TenureResource *resource, TenureLife life, TenureTime now);
const char *tenure_word_bill_type (TenureBillType value);
const char *tenure_word_no_refund (TenureNoRefund value);
/** "GB", "GiB·hours": what a package holds, as its offer says; the text itself when it is another. */
const char *tenure_word_holds_unit (const char *unit);
/** An amount at 10^-8 of its unit, without needless zeros; free with g_free. */
char *tenure_word_amount (gint64 amount);

G_END_DECLS
