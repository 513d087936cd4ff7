/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invariants as data: what is counted, and a query that finds what breaks them. */
#pragma once

#include "tenure-profile-private.h"

G_BEGIN_DECLS

/** One invariant. @faults answers a row a fault: what it names, and optionally what is the matter with it. */
typedef struct
{
  const char *name;     /* "ledger-balances" */
  const char *sentence; /* with one %s for the name; translated when said */
  const char *count;    /* SQL: how many rows are looked at */
  const char *faults;   /* SQL */
} TenureCheckRule;

/* Each ends with a row without a name. */
extern const TenureCheckRule tenure_check_account_rules[];
extern const TenureCheckRule tenure_check_ledger_rules[];
extern const TenureCheckRule tenure_check_order_rules[];
extern const TenureCheckRule tenure_check_resource_rules[];
extern const TenureCheckRule tenure_check_history_rules[];

/** What SQL alone cannot say; an error is what kept it from being finished. */
typedef gboolean (*TenureCheckRun) (TenureConnection *connection, TenureCheck *self, GError **error);
gboolean tenure_check_meta (TenureConnection *connection, TenureCheck *self, GError **error);
gboolean tenure_check_policies (TenureConnection *connection, TenureCheck *self, GError **error);
gboolean tenure_check_commands (TenureConnection *connection, TenureCheck *self, GError **error);

/** Takes @fault. */
void tenure_check_add (TenureCheck *self, char *fault);

G_END_DECLS
