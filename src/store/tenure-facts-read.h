/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Resources or orders being read in bulk: each once, in order, with what hangs on them. */
#pragma once

#include "tenure-records.h"
#include "tenure-store.h"

G_BEGIN_DECLS

/* Columns 1 … of a row to take, behind its place; t is the row's own table, o the open order, p the parent order. */
#define TENURE_RESOURCE_COLUMNS                                                                                        \
  "t.id, t.account_id, t.key, t.name, t.offer, t.service, t.product, t.spec, t.region, t.amount, t.main_id, t.mode,"   \
  " t.auto_months, t.auto_left, t.auto_since, t.anchor, t.start, t.expiry, t.status, t.freeze, o.key, o.status,"       \
  " t.five_day_excluded, t.charging, t.capacity, t.used, t.charged_until"
#define TENURE_ORDER_COLUMNS                                                                                           \
  "t.id, t.account_id, t.key, t.parent_id, p.key, t.composite, t.type, t.source_type, t.status, t.created, t.paid_at," \
  " t.finished, t.deadline, t.official, t.discount, t.due, t.cash, t.credit, t.flexi, t.card, t.voucher, t.actor,"     \
  " t.payer, t.reason, t.promotion, t.partner_paid, t.special, t.invoiced, t.failed, t.payable, t.verdict"

typedef struct _TenureFactsSet TenureFactsSet;
TenureFactsSet *tenure_facts_set_new_resources (void);
TenureFactsSet *tenure_facts_set_new_orders (void);
void tenure_facts_set_free (TenureFactsSet *self);
/** The array of what was read; frees the set. */
GPtrArray *tenure_facts_set_finish (TenureFactsSet *self);

/** Takes the row that the statement stands on, unless the set has it. */
void tenure_facts_set_take (TenureFactsSet *self, TenureStatement *statement);
/** Puts bound parts or children, which @sql reads for the bound JSON array of ids, directly behind what they belong to;
 * one that was taken by itself moves there. */
gboolean tenure_facts_set_add_followers (TenureFactsSet *self, TenureConnection *connection, const char *sql,
                                         GError **error);
gboolean tenure_facts_set_read_terms (TenureFactsSet *self, TenureConnection *connection, GError **error);
gboolean tenure_facts_set_read_lines (TenureFactsSet *self, TenureConnection *connection, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureFactsSet, tenure_facts_set_free)

G_END_DECLS
