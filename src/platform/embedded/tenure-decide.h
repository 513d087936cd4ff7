/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One pure function a kind of command or dated event. */
#pragma once

#include "tenure-decision.h"

G_BEGIN_DECLS

/* Commands; @params is the kind's struct. */
gboolean tenure_decide_top_up (const TenureWorld *world, gconstpointer params, TenureDecision *decision,
                               GError **error);
gboolean tenure_decide_order (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error);
gboolean tenure_decide_pay (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error);
gboolean tenure_decide_cancel (const TenureWorld *world, gconstpointer params, TenureDecision *decision,
                               GError **error);
gboolean tenure_decide_renew (const TenureWorld *world, gconstpointer params, TenureDecision *decision, GError **error);
gboolean tenure_decide_set_mode (const TenureWorld *world, gconstpointer params, TenureDecision *decision,
                                 GError **error);
gboolean tenure_decide_unified_day (const TenureWorld *world, gconstpointer params, TenureDecision *decision,
                                    GError **error);
gboolean tenure_decide_deduction_day (const TenureWorld *world, gconstpointer params, TenureDecision *decision,
                                      GError **error);
gboolean tenure_decide_unsubscribe (const TenureWorld *world, gconstpointer params, TenureDecision *decision,
                                    GError **error);
gboolean tenure_decide_give_back (const TenureWorld *world, gconstpointer params, TenureDecision *decision,
                                  GError **error);

/* Registration and sign-in. */
gboolean tenure_decide_rename (const TenureWorld *world, gconstpointer params, TenureDecision *decision,
                               GError **error);
gboolean tenure_decide_send_code (const TenureWorld *world, gconstpointer params, TenureDecision *decision,
                                  GError **error);
gboolean tenure_decide_apply_account (const TenureWorld *world, gconstpointer params, TenureDecision *decision,
                                      GError **error);
gboolean tenure_decide_application (const TenureWorld *world, gconstpointer params, TenureDecision *decision,
                                    GError **error);
gboolean tenure_decide_send_link (const TenureWorld *world, gconstpointer params, TenureDecision *decision,
                                  GError **error);
gboolean tenure_decide_set_password (const TenureWorld *world, gconstpointer params, TenureDecision *decision,
                                     GError **error);
gboolean tenure_decide_reset_password (const TenureWorld *world, gconstpointer params, TenureDecision *decision,
                                       GError **error);
gboolean tenure_decide_sign_in (const TenureWorld *world, gconstpointer params, TenureDecision *decision,
                                GError **error);
gboolean tenure_decide_sign_out (const TenureWorld *world, gconstpointer params, TenureDecision *decision,
                                 GError **error);

/** A dated event that has fallen due; the world's now is its due time. */
typedef struct
{
  const char *kind;
  TenureTime due;
  gint64 subject; /* id of the order or resource */
} TenureDated;

gboolean tenure_decide_deliver (const TenureWorld *world, gconstpointer dated, TenureDecision *decision,
                                GError **error);
gboolean tenure_decide_lapse (const TenureWorld *world, gconstpointer dated, TenureDecision *decision, GError **error);
gboolean tenure_decide_auto_renew (const TenureWorld *world, gconstpointer dated, TenureDecision *decision,
                                   GError **error);
/** Expire, freeze, release. */
gboolean tenure_decide_life (const TenureWorld *world, gconstpointer dated, TenureDecision *decision, GError **error);
gboolean tenure_decide_refund (const TenureWorld *world, gconstpointer dated, TenureDecision *decision, GError **error);
/** A code or link expires: what it opens is erased. */
gboolean tenure_decide_erase (const TenureWorld *world, gconstpointer dated, TenureDecision *decision, GError **error);

G_END_DECLS
