/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample institution: stories of resources, told from a seed, and the writer that makes rows of them. */
#pragma once

#include "tenure-catalogue.h"
#include "tenure-decision.h"
#include "tenure-embedded.h"
#include "tenure-records.h"
#include "tenure-world.h"

G_BEGIN_DECLS

/** What became of a resource (or of the order that should have made it) by the day the sample is made. */
typedef enum
{
  TENURE_FATE_LIVES,             /* bought, perhaps renewed: in use, in grace or in retention by its dates */
  TENURE_FATE_UNPAID,            /* ordered, 待支付 */
  TENURE_FATE_PROCESSING,        /* paid a moment ago, 处理中 */
  TENURE_FATE_CANCELLED,         /* ordered and cancelled, 已取消 */
  TENURE_FATE_CONFIRMATION,      /* ordered by the account manager, 待确认 */
  TENURE_FATE_UNPAID_RENEWAL,    /* lives, with an unpaid renewal order */
  TENURE_FATE_RELEASED,          /* lapsed and released */
  TENURE_FATE_REFUNDED,          /* unsubscribed, the money is back */
  TENURE_FATE_REFUNDING,         /* unsubscribed, 退款中 */
  TENURE_FATE_REVIEW,            /* a large refund asked for, 待审核: still lives */
  TENURE_FATE_PERIOD_GIVEN_BACK, /* lives; an unstarted renewal period was given back */
  TENURE_FATE_CHANGED,           /* lives; more bandwidth after its renewals */
  TENURE_FATE_ATTACHED,          /* lives; a disk was attached after its renewals */
  TENURE_FATE_ADDON,             /* lives; a bandwidth add-on is attached */
  TENURE_FATE_MARKED,            /* lives; its first order bears a mark */
  TENURE_FATE_RENEWAL_MARKED,    /* lives; its last renewal's order bears a mark */
  TENURE_FATE_WITHDRAWN          /* lives; its product is no longer sold */
} TenureFate;

/** One resource's story. All texts are interned or of the catalogue. */
typedef struct
{
  TenureFate fate;
  const TenureOffer *offer;
  const TenureSpec *spec;
  const char *region;
  gint64 amount;      /* Mbit/s or GiB, 0 where the offer has none */
  int months;         /* ordered duration */
  guint renewals;     /* paid renewals, unstarted ones included */
  TenureTime created; /* of its first order */
  int anchor;
  TenureMode mode;
  int auto_months, auto_left;
  TenureFreeze freeze;
  TenureMark mark;  /* of a marked order; one of a partner is invoiced too */
  gboolean coupons; /* paid with a voucher, a flexi coupon and a stored-value card besides the balance */
  guint number;     /* for its name and keys */
} TenureStory;

/** The teller: same seed, catalogue, policy and moment give the same stories. */
typedef struct
{
  GRand *random;
  const TenureCatalogue *catalogue;
  const TenurePolicy *policy;
  TenureLevel level;
  TenureTime now;
  guint told;
} TenureTeller;

/** The next story: first a fixed cast that covers every status, mode, state and odd date, then chance. */
void tenure_story_next (TenureTeller *teller, TenureStory *story);
/** "portal-0007" or "门户网站-0007"; free with g_free. */
char *tenure_story_name (const TenureStory *story);

/** Who plays the stories into the profile, in order of time, through the same decisions as everybody. */
typedef struct
{
  TenureStage stage;
  TenureConnection *connection;
  TenureTime now; /* the day the sample is made */
} TenurePlayer;

/** One thing that happens in a story; @number: which renewal. */
typedef enum
{
  TENURE_ACT_BUY,
  TENURE_ACT_RENEW,
  TENURE_ACT_END,  /* what its fate says: unsubscribe, give back, an unpaid renewal */
  TENURE_ACT_SCENE /* of no single story; number: which scene */
} TenureActKind;
typedef struct
{
  TenureTime at;
  TenureActKind kind;
  guint story, number;
} TenureAct;

/** Resources of a story once they exist: ids of the main one and its bound part, keys are read again when needed. */
typedef struct
{
  gint64 main_id, part_id;
  TenureTime expiry;
} TenureTold;

/** The acts of @story (its index in the sample), appended to @acts (TenureAct). */
void tenure_story_acts (const TenureStory *story, guint index, TenureTime now, GArray *acts);
/** Executes @decision; appends the ids of what was made. Inside a write job. */
gboolean tenure_act_carry_out (TenurePlayer *player, const TenureWorld *world, const TenureDecision *decision,
                               GArray *orders, GArray *resources, GError **error);
/** Plays one; @told is that story's. Inside a write job. */
gboolean tenure_act_play (TenurePlayer *player, const TenureStory *story, const TenureAct *act, TenureTold *told,
                          GError **error);
/** The end of a story that changes the resource @key or marks its orders. */
gboolean tenure_act_special (TenurePlayer *player, const TenureStory *story, const TenureAct *act, gint64 resource,
                             const char *key, GError **error);
/** What is no longer sold is sold until the stories of it are told. Inside a write job. */
gboolean tenure_sample_sell_all (TenurePlayer *player, GError **error);
/** Instruments of every kind and state, and @money on the account. Inside a write job. */
gboolean tenure_sample_grant (TenurePlayer *player, TenureTime at, TenureMoney money, GError **error);
/** What the story's orders cost together. */
gboolean tenure_story_cost (const TenureStory *story, const TenureCatalogue *catalogue, TenureMoney *cost,
                            GError **error);

G_END_DECLS
