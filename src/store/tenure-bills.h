/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading bill rows (账单). Inside jobs. */
#pragma once

#include "tenure-bill.h"
#include "tenure-store.h"

G_BEGIN_DECLS

/** Which rows; what is not given does not matter. */
typedef struct
{
  const char *account, *resource, *order; /* keys or NULL */
  TenureTime from, to;                    /* charged in [from, to]; TENURE_TIME_UNKNOWN */
  int type;                               /* TenureBillType, or 0 */
  guint limit;                            /* the newest ones; 0: all */
} TenureBillQuery;

/** TenureBill, newest first, with keys, names and products; draws are not read. */
GPtrArray *tenure_bills_read (TenureConnection *connection, const TenureBillQuery *query, GError **error);

G_END_DECLS
