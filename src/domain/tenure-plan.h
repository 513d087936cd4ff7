/* Plans: what a command would do, item by item, with its money and the reasons. SPDX-License-Identifier:
 * GPL-3.0-or-later */
#pragma once

#include "tenure-command.h"
#include "tenure-explain.h"
#include "tenure-records.h"
#include "tenure-verb.h"

G_BEGIN_DECLS

/** One thing acted on. Amounts that do not apply are 0; what cannot be known is TENURE_MONEY_UNKNOWN. */
typedef struct
{
  char *key, *name;             /* natural key (resource id, order number, setting), display name */
  const char *product, *region; /* interned, or NULL */
  char *main_key, *main_name;   /* of a bound part: the resource it goes along with; its name where it is known */
  TenureVerb verb;
  TenureMoney official, due;             /* 订单金额, 应付金额 (of a refund: 支付信息, 应退金额) */
  TenureChannels money;                  /* taken (or, of a refund, returned) by channel */
  TenureMoney total;                     /* what it costs in paid money; of a refund what comes back (实际退款) */
  TenureMoney paid, consumed, fee, lost; /* of a refund; lost: expired instruments' share */
  TenureRefundKind refund_kind;
  int months, extra_days;
  TenureTime old_expiry, new_expiry; /* TENURE_TIME_UNKNOWN where none */
  char *old_value, *new_value;       /* of a setting or mode: canonical text */
  char *base_order;                  /* of a refund: order that bought the term */
  TenureSteps *steps;                /* how the number came about, or NULL */
  TenureRefusal *refusal;            /* not NULL: nothing happens to this item, and why */
} TenurePlanItem;

/** An item with copies of @key and @name; dates unknown, all else 0 or NULL. */
TenurePlanItem *tenure_plan_item_new (TenureVerb verb, const char *key, const char *name);
void tenure_plan_item_free (TenurePlanItem *item);

/** Immutable once made; ref-counted; any thread. */
typedef struct
{
  gatomicrefcount refs;
  TenureCommand *command;
  char *profile, *account; /* uuid, account key */
  char *policy_hash;
  TenureTime planned_at;
  TenureTime holds_until;        /* when a number changes by itself; TENURE_TIME_UNKNOWN: it does not */
  GPtrArray *items;              /* TenurePlanItem */
  GPtrArray *refusals;           /* TenureRefusal of the command as a whole or of a field */
  TenureMoney to_pay, to_return; /* sums of totals that go ahead; money only */
  TenureMoney voucher_return;
  TenureMoney balance_before, balance_after; /* TENURE_MONEY_UNKNOWN where not touched */
  int quota_needed, quota_left; /* five-day units this uses, and left afterwards; -1 where it plays no part */
  gboolean review;              /* 大额退订: goes to 待审核 */
  char *digest;                 /* over what tenure_plan_compare looks at: the same for the same outcome */
} TenurePlan;

/** A plan without items, of copies and a reference of @command; fill it in, then seal it. */
TenurePlan *tenure_plan_new (TenureCommand *command, const char *profile, const char *account, const char *policy_hash,
                             TenureTime planned_at);
TenurePlan *tenure_plan_ref (TenurePlan *self);
void tenure_plan_unref (TenurePlan *self);
/** TRUE when at least one item goes ahead and nothing refuses the whole. */
gboolean tenure_plan_possible (const TenurePlan *self);

/** The plan file: schema "tenure-plan/1", command, items, totals, digest, and a seal over all of it. */
TenureJson *tenure_plan_to_json (const TenurePlan *self);
/** Reads a plan file again; an edited one (seal or digest does not fit) is TENURE_INPUT_ERROR_INVALID. */
TenurePlan *tenure_plan_from_json (TenureJson *json, GError **error);
/** Fills in totals and digest after the items are complete; a sum that overflows is an error. */
gboolean tenure_plan_seal (TenurePlan *self, GError **error);

/** One difference between a plan and what holds now. */
typedef struct
{
  char *key, *name;
  const char *what;    /* interned: "total", "new-expiry", "refusal", "gone", "new", … */
  char *planned, *now; /* canonical texts */
} TenureDifference;
void tenure_difference_free (TenureDifference *self);
/** TenureDifference of everything that a person decides by; empty when @fresh says the same as @plan. */
GPtrArray *tenure_plan_compare (const TenurePlan *plan, const TenurePlan *fresh);

typedef enum
{
  TENURE_OUTCOME_DONE,
  TENURE_OUTCOME_REPEATED,
  TENURE_OUTCOME_STALE,
  TENURE_OUTCOME_REFUSED
} TenureOutcomeStatus;
/** What apply did. REPEATED: this id was applied before; the first outcome is returned. */
typedef struct
{
  gatomicrefcount refs;
  TenureOutcomeStatus status;
  char *command_id;
  TenurePlan *plan;       /* as applied; when stale or refused, the fresh plan to accept instead */
  GPtrArray *differences; /* TenureDifference when stale */
  char **orders;          /* numbers of the orders made or paid */
  TenureTime applied_at;
} TenureOutcome;
/** Refers to @plan; the caller adds differences and orders before it is shared. */
TenureOutcome *tenure_outcome_new (TenureOutcomeStatus status, TenurePlan *plan, TenureTime applied_at);
TenureOutcome *tenure_outcome_ref (TenureOutcome *self);
void tenure_outcome_unref (TenureOutcome *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenurePlan, tenure_plan_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureOutcome, tenure_outcome_unref)

G_END_DECLS
