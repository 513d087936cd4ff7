/* The journal (append-only, chained), commands, steps, the ledger. Inside write jobs. SPDX-License-Identifier:
 * GPL-3.0-or-later */
#pragma once

#include "tenure-json.h"
#include "tenure-money.h"
#include "tenure-store.h"

G_BEGIN_DECLS

/** Appends an event; takes nothing. The hash covers the one before. Touches the scope "journal". */
gboolean tenure_journal_append (TenureConnection *connection, gint64 at, const char *actor, const char *account,
                                const char *kind, const char *subject, const TenureJson *body, GError **error);
/** Hash of the newest event; the genesis hash (64 zeros) when empty. */
char *tenure_journal_head (TenureConnection *connection, GError **error);
/** Follows the whole chain; names the first event that does not fit in @error (TENURE_SYSTEM_ERROR_CORRUPT).
 * With @head: that hash must be in the chain. */
gboolean tenure_journal_verify (TenureConnection *connection, const char *head, gint64 *n_events, GError **error);

/** Records a command with its outcome; a second row of the same id is an error. */
gboolean tenure_command_store (TenureConnection *connection, const char *id, const char *kind, int version,
                               const char *body, const char *actor, gint64 account_id, const char *digest,
                               const char *policy_hash, gint64 at, const char *plan, const char *orders,
                               GError **error);
/** Adds a step in state @state; an obligation that stands already is TENURE_RULE_ERROR_REFUSED. */
gboolean tenure_step_add (TenureConnection *connection, const char *command_id, int position, const char *effect,
                          const char *obligation, const char *state, gint64 at, GError **error);
/** The step that carries the live @obligation goes to @state ("withdrawn" when a period was given back). */
gboolean tenure_step_settle (TenureConnection *connection, const char *obligation, const char *state, gint64 at,
                             GError **error);

/** One posting of an entry being made. */
typedef struct
{
  const char *ledger;
  TenureMoney amount;
} TenurePosting;
/** Writes a balanced entry and moves the balances, checked; postings to the same ledger are added up; zero is left
 * out. TENURE_RULE_ERROR_REFUSED when a cash/, refunding/ or coupon/ balance would fall below zero. */
gboolean tenure_ledger_post (TenureConnection *connection, gint64 at, const char *kind, gint64 order_id,
                             const char *command_id, const char *policy_hash, const TenurePosting *postings, guint n,
                             GError **error);
/** Balance of a ledger account; 0 when it was never used. */
gboolean tenure_ledger_balance (TenureConnection *connection, const char *ledger, TenureMoney *balance, GError **error);

G_END_DECLS
