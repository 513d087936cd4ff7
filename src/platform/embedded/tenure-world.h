/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The world of one decision: the records that it reads, fresh, and nothing else. */
#pragma once

#include "tenure-catalogue.h"
#include "tenure-command.h"
#include "tenure-policy.h"
#include "tenure-records.h"
#include "tenure-registration.h"
#include "tenure-store.h"

G_BEGIN_DECLS

/** Whose world, under which rules, at what moment: what is known before a record is read. Borrowed. */
typedef struct
{
  const char *account, *actor; /* account NULL: nobody is signed in, or none is concerned */
  TenureRole role;
  TenureOrderSource source; /* a customer's command, a manager's, or the system's own dated event */
  TenureLevel level;
  TenurePolicy *policy;
  TenureCatalogue *catalogue;
  gboolean practice;
  guint *sequence; /* where the tails of order numbers come from; NULL: chance. A sample counts. */
} TenureStage;

/** What a registration or a password looks at besides the account. */
typedef struct
{
  TenureApplication *application;    /* of the account, or NULL */
  gboolean phone_taken, email_taken; /* by another account or application of the profile */
  int codes;                         /* asked for within the hour, for this phone or login */
  TenureTime code_oldest, code_last; /* of these */
  gint64 link;                       /* the link named, or 0: there is none such */
  const char *link_state;            /* interned */
  TenureTime link_expiry;
} TenureRegistration;

/** Everything one decision may look at. Filled by tenure_world_load_*, then only read. */
typedef struct
{
  TenureStage stage;
  TenureTime now;
  TenureAccount account;
  GPtrArray *resources; /* TenureResource: what was asked for, bound parts directly behind their main resource */
  GPtrArray *orders;    /* TenureOrder: what was asked for, and what holds a resource */
  GPtrArray *coupons;   /* TenureCoupon */
  GPtrArray *locks;     /* TenureLock: what unpaid orders hold of them */
  GPtrArray *discounts; /* TenureDiscount of the account, those that are over too */
  GHashTable *offers;   /* interned key of an offer → 1 + whether the staff withdrew it (下架) */
  TenureRegistration registration;
  GPtrArray *meters;   /* TenureResource: what the account has running pay-per-use */
  GPtrArray *packages; /* TenureResource: its packages, those that are over too while their hours may be open */
  GArray *spent;       /* TenureSpent of the orders that are given back */
  GPtrArray *owned;    /* the arrays that own those records */
  GHashTable *resource_ids, *resource_keys, *order_ids, *order_keys; /* resource: its position + 1; order: itself */
} TenureWorld;

/** Account alone; the others build on it. Inside a job. NULL with @error. */
TenureWorld *tenure_world_new (TenureConnection *connection, const TenureStage *stage, TenureTime now, GError **error);
void tenure_world_free (TenureWorld *self);
/** What a command of @kind reads. */
gboolean tenure_world_load (TenureWorld *self, TenureConnection *connection, TenureCommandKind kind,
                            gconstpointer params, GError **error);
/** The part of that which commands of registration and passwords read. */
gboolean tenure_world_load_registration (TenureWorld *self, TenureConnection *connection, TenureCommandKind kind,
                                         gconstpointer params, GError **error);
/** An order with its children, lines' resources and the instruments spent on what it gives back. */
gboolean tenure_world_load_order (TenureWorld *self, TenureConnection *connection, gint64 order_id, GError **error);
/** The account's instruments, with the orders that hold some. */
gboolean tenure_world_load_coupons (TenureWorld *self, TenureConnection *connection, GError **error);
/** A resource with its parts, the order that holds it, and the account's instruments. */
gboolean tenure_world_load_resource (TenureWorld *self, TenureConnection *connection, gint64 resource_id,
                                     GError **error);
/** What hourly charges read: packages, instruments, and with @meters everything that is metered. */
gboolean tenure_world_load_metering (TenureWorld *self, TenureConnection *connection, gboolean meters, GError **error);

/** Resources with their parts and what holds them, to be looked at only: no instruments. */
gboolean tenure_world_load_resources (TenureWorld *self, TenureConnection *connection, const gint64 *ids, guint n,
                                      GError **error);

TenureResource *tenure_world_resource (const TenureWorld *self, const char *key);
TenureResource *tenure_world_resource_by_id (const TenureWorld *self, gint64 id);
TenureOrder *tenure_world_order (const TenureWorld *self, const char *key);
TenureOrder *tenure_world_order_by_id (const TenureWorld *self, gint64 id);
const TenureCoupon *tenure_world_coupon (const TenureWorld *self, const char *key);
const TenureCoupon *tenure_world_coupon_by_id (const TenureWorld *self, gint64 id);
const TenureDiscount *tenure_world_discount_by_id (const TenureWorld *self, gint64 id);
/** The main resource and its live bound parts; free with g_ptr_array_unref, elements are borrowed. */
GPtrArray *tenure_world_group (const TenureWorld *self, const TenureResource *head);
/** The order itself, or its children when it is composite; free with g_ptr_array_unref, elements are borrowed. */
GPtrArray *tenure_world_leaves (const TenureWorld *self, const TenureOrder *order);
/** The order that stands for @order when it is paid or cancelled: its parent, or itself. */
const TenureOrder *tenure_world_whole (const TenureWorld *self, const TenureOrder *order);

/** The status by the dates: an unpaid order past its deadline has lapsed, whether or not that was settled yet. */
TenureOrderStatus tenure_world_status (const TenureWorld *self, const TenureOrder *order);
/** The order that holds @resource at this moment, or NULL; one that has lapsed by its date holds nothing. */
const TenureOrder *tenure_world_holder (const TenureWorld *self, const TenureResource *resource);
/** The order recorded as holding @resource that has lapsed by its date, or NULL. */
const TenureOrder *tenure_world_lapsed (const TenureWorld *self, const TenureResource *resource);
/** TRUE when it is unsubscribed, released, or past its retention. */
gboolean tenure_world_gone (const TenureWorld *self, const TenureResource *resource);

const TenureOffer *tenure_world_offer (const TenureWorld *self, const char *offer);
/** 已下架: by the catalogue, or by what the staff said since. */
gboolean tenure_world_withdrawn (const TenureWorld *self, const TenureOffer *offer);
int tenure_world_lead (const TenureWorld *self);
int tenure_world_unified_day (const TenureWorld *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureWorld, tenure_world_free)

G_END_DECLS
