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

/** Records a command with its outcome and appends its event ("command", subject @id); @account_id 0: none.
 * A second row of the same id is an error. */
gboolean tenure_command_store (TenureConnection *connection, const char *id, const char *kind, int version,
                               const char *body, const char *actor, gint64 account_id, const char *digest,
                               const char *policy_hash, gint64 at, const char *plan, const char *orders,
                               GError **error);
/** What the command's event says of the row's texts: a SHA-256, free with g_free. */
char *tenure_command_sum (const char *body, const char *plan, const char *orders);
/** Adds a step in state @state and its event ("step"); an obligation that stands already is
 * TENURE_RULE_ERROR_REFUSED. */
gboolean tenure_step_add (TenureConnection *connection, const char *command_id, int position, const char *effect,
                          const char *obligation, const char *state, gint64 at, GError **error);
/** The step that carries the live @obligation goes to @state ("withdrawn" when a period was given back), with its
 * event; TENURE_INPUT_ERROR_UNKNOWN when none does. */
gboolean tenure_step_settle (TenureConnection *connection, const char *obligation, const char *state, gint64 at,
                             GError **error);

/** In a copy that goes on, nobody knows what became of what was intended or sent. */
gboolean tenure_steps_become_unknown (TenureConnection *connection, gint64 at, GError **error);

/** One posting of an entry being made. */
typedef struct
{
  const char *ledger;
  TenureMoney amount;
} TenurePosting;
/** Writes a balanced entry and moves the balances, checked; postings to the same ledger are added up; zero is left
 * out. The caller's transaction has to be rolled back on FALSE. TENURE_RULE_ERROR_REFUSED when a cash/, refunding/ or
 * coupon/ balance would fall below zero. */
gboolean tenure_ledger_post (TenureConnection *connection, gint64 at, const char *kind, gint64 order_id,
                             const char *command_id, const char *policy_hash, const TenurePosting *postings, guint n,
                             GError **error);
/** Balance of a ledger account; 0 when it was never used. */
gboolean tenure_ledger_balance (TenureConnection *connection, const char *ledger, TenureMoney *balance, GError **error);

G_END_DECLS
