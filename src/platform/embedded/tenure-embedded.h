/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The embedded platform: the whole public-service cloud on SQLite. */
#pragma once

#include "tenure-platform.h"
#include "tenure-profile.h"

G_BEGIN_DECLS

#define TENURE_TYPE_EMBEDDED (tenure_embedded_get_type ())
G_DECLARE_FINAL_TYPE (TenureEmbedded, tenure_embedded, TENURE, EMBEDDED, GObject)

/** @account: key of the account that commands act for; @actor: the name in the journal. NULL: whoever is signed in at
 * the moment of each command, and in that account's name. */
TenureEmbedded *tenure_embedded_new (TenureProfile *profile, TenureCatalogue *catalogue, const char *account,
                                     const char *actor);

/** What waiting settlement would do, counted by kind, when it is too much to do unasked (more than 40 days on a real
 * profile, or a restored copy): then refresh does nothing until tenure_embedded_consent(). 0 otherwise. */
guint tenure_embedded_waiting (TenureEmbedded *self);
void tenure_embedded_consent (TenureEmbedded *self);
/** TRUE when the clock lies before what was settled already: nothing is done, and the banner says why. */
gboolean tenure_embedded_clock_behind (TenureEmbedded *self);
/** When the next event falls due; TENURE_TIME_UNKNOWN: none. Emits "next-due" when it moves. */
TenureTime tenure_embedded_next_due (TenureEmbedded *self);

/* In the calling thread, for tests, the command line and jobs: @now is passed in. */
TenurePlan *tenure_embedded_plan_at (TenureEmbedded *self, TenureCommand *command, TenureTime now, GError **error);
TenureOutcome *tenure_embedded_apply_at (TenureEmbedded *self, TenureCommand *command, TenurePlan *plan, TenureTime now,
                                         GError **error);
/** @secret: lines of what the command takes besides its parameters, or NULL. */
TenureOutcome *tenure_embedded_apply_secret_at (TenureEmbedded *self, TenureCommand *command, TenurePlan *plan,
                                                GBytes *secret, TenureTime now, GError **error);
/** Plays at most @limit (0 = all) events due by @now; the number played, or -1. */
int tenure_embedded_settle_at (TenureEmbedded *self, TenureTime now, guint limit, GCancellable *cancellable,
                               GError **error);

/** Policies and catalogue compiled into the program. "huawei-cn", "huawei-intl", "intl-page". */
TenurePolicy *tenure_data_policy (const char *name, GError **error);
const char *const *tenure_data_policy_names (void);
TenureCatalogue *tenure_data_catalogue (GError **error);

/** Fills a new, empty profile with a plausible institution of @n resources as of @now: account "demo", orders, terms,
 * coupons, ledger, events and journal that `check` accepts. The same @seed gives the same institution. */
gboolean tenure_sample_fill (TenureProfile *profile, TenureCatalogue *catalogue, guint n, guint64 seed, TenureTime now,
                             TenureProgress progress, gpointer progress_data, GCancellable *cancellable,
                             GError **error);
/** An empty profile's account, opened and signed in, so that work can begin. */
gboolean tenure_embedded_first_account (TenureProfile *profile, const char *key, const char *name, TenureTime now,
                                        GError **error);
/** Huawei accounts that a registration can begin with: one that may, and for practice one that fails at each condition
 * (A1-02), with money. */
gboolean tenure_embedded_huawei_accounts (TenureProfile *profile, TenureTime now, GError **error);

G_END_DECLS
