/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions: what one command or dated event means in one world. Pure: the same world gives the same decision. */
#pragma once

#include "tenure-effect.h"
#include "tenure-plan.h"
#include "tenure-world.h"

G_BEGIN_DECLS

/** Items and refusals for people, effects for the store; both come from one function, so they cannot differ. */
typedef struct
{
  GPtrArray *items;    /* TenurePlanItem */
  GPtrArray *refusals; /* TenureRefusal of the whole */
  GPtrArray *effects;  /* TenureEffect, in the order in which they are executed */
  TenureTime holds_until;
  TenureMoney balance_before, balance_after;
  int quota_needed, quota_left;
  gboolean review;
  guint n_orders, n_resources; /* made so far: the next TENURE_MADE */
  TenureMoney arrears_paid;    /* by this decision so far */
  TenureMoney metered_cash;    /* from the balance for hours charged by this decision */
  TenureTime owes_since;       /* arrears begin with it: the end of the hour that was not paid */
  gboolean tells_balance;      /* hours that wait are charged before it */
  GPtrArray *ending;           /* TenureResource that is metered no longer: still to be charged; borrowed */
  GHashTable *closed;          /* ids of orders whose lapse this decision has written down already */
} TenureDecision;

/** FALSE for what cannot be counted (an overflow); everything a rule says is in the decision. */
typedef gboolean (*TenureDecide) (const TenureWorld *world, gconstpointer params, TenureDecision *decision,
                                  GError **error);

TenureDecision *tenure_decision_new (void);
void tenure_decision_free (TenureDecision *self);
/** Nothing refuses the whole and at least one item goes ahead. */
gboolean tenure_decision_possible (const TenureDecision *self);

/** A new item at the end, borrowed: no amounts, no dates, no refusal yet. */
TenurePlanItem *tenure_decision_item (TenureDecision *self, TenureVerb verb, const char *key, const char *name);
/** … of a resource: product, region, expiry; @head when it is bound to that one. */
TenurePlanItem *tenure_decision_resource_item (TenureDecision *self, TenureVerb verb, const TenureResource *resource,
                                               const TenureResource *head);
/** @item is bound to @head, or becomes so. */
void tenure_decision_goes_along (TenurePlanItem *item, const TenureResource *head);
/** Takes @refusal; nothing of the command happens. */
void tenure_decision_refuse (TenureDecision *self, TenureRefusal *refusal);
/** A number changes by itself at @at: the plan holds until then (TENURE_TIME_UNKNOWN: it does not). */
void tenure_decision_holds (TenureDecision *self, TenureTime at);

/* Effects; each takes what it owns. */
TenureEffect *tenure_decision_effect (TenureDecision *self, TenureEffectType type);
/** Takes @order (no key: it is given one); answers its reference. */
TenureRef tenure_decision_make_order (TenureDecision *self, TenureOrder *order, TenureRef parent);
void tenure_decision_pay_order (TenureDecision *self, TenureOrder *order);
void tenure_decision_set_status (TenureDecision *self, gint64 order, TenureOrderStatus status, TenureTime finished);
TenureRef tenure_decision_make_resource (TenureDecision *self, TenureResource *resource, TenureRef head, gint64 order,
                                         gint64 line);
void tenure_decision_add_term (TenureDecision *self, TenureRef resource, TenureRef order, TenureTerm *term);
void tenure_decision_set_expiry (TenureDecision *self, gint64 resource, TenureTime expiry, int anchor);
void tenure_decision_resize (TenureDecision *self, gint64 resource, const char *spec, gint64 amount);
/** The unstarted renewals of @resource cannot be given back alone from now on (rules 3.2). */
void tenure_decision_block (TenureDecision *self, const TenureWorld *world, const TenureResource *resource,
                            TenureBlock block);
void tenure_decision_end_resource (TenureDecision *self, gint64 resource, TenureResourceStatus status);
void tenure_decision_set_mode (TenureDecision *self, gint64 resource, TenureMode mode, int months, int left,
                               TenureTime since);
/** A mode as plan items have it: "manual", "auto/1/unlimited", "auto/12/3"; free with g_free. */
char *tenure_decision_mode_text (TenureMode mode, int months, int left);
void tenure_decision_hold (TenureDecision *self, gint64 resource, TenureRef order);
void tenure_decision_coupon (TenureDecision *self, gint64 coupon, TenureMoney delta, TenureRef used_by);
void tenure_decision_schedule_order (TenureDecision *self, const char *kind, TenureTime due, TenureRef order);
void tenure_decision_unschedule_order (TenureDecision *self, const char *kind, gint64 order);
/** Takes @obligation; NULL means pay/ORDER of @order. */
void tenure_decision_oblige (TenureDecision *self, const char *effect, char *obligation, TenureRef order);
void tenure_decision_withdraw (TenureDecision *self, char *obligation);
/** Takes @body. */
void tenure_decision_note (TenureDecision *self, const char *kind, const char *subject, TenureJson *body);

/** A mail and an SMS to the account's bound phone and e-mail (A1-16), worded when looked at: @template (static) and
 * @arguments, an object of texts, taken. */
void tenure_decision_tell (TenureDecision *self, const TenureWorld *world, const char *template, TenureJson *arguments);
/** One message to @address. */
void tenure_decision_message (TenureDecision *self, gboolean sms, const char *address, const char *template,
                              TenureJson *arguments);

/** renew/ACCOUNT/RESOURCE/OLD-EXPIRY and unsubscribe/RESOURCE/TERM; free with g_free. */
char *tenure_obligation_renew (const TenureWorld *world, const char *resource, TenureTime old_expiry);
char *tenure_obligation_unsubscribe (const char *resource, gint64 term);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureDecision, tenure_decision_free)

G_END_DECLS
