/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalogue: offers with their prices and flags, read from data (rules read flags, never a service's name). */
#pragma once

#include "tenure-enums.h"
#include "tenure-json.h"
#include "tenure-money.h"
#include "tenure-renewal.h"

G_BEGIN_DECLS

/** A price that depends on an amount (Mbit/s, GiB): per unit and month or year. A fixed price has unit NULL. */
typedef struct
{
  TenureMoney month, year; /* TENURE_MONEY_UNKNOWN when not sold so */
  const char *unit;        /* "mbit", "gib" or NULL; interned */
} TenurePrice;

/** A flavour or size of an offer. */
typedef struct
{
  const char *key, *name_en, *name_zh; /* interned: "s6.small.1" */
  TenurePrice price;
  TenureMoney hour; /* 按需: of an hour, per unit of the price; TENURE_MONEY_UNKNOWN when not sold so */
  gint64 use;       /* of an hour and unit, at 10^-8 of the unit of the packages that cover it; 0: none does */
  gint64 capacity;  /* of a package: what it holds for each of its months, in its unit */
} TenureSpec;

/** Why nothing comes back (rules 3.4). */
typedef enum
{
  TENURE_NO_REFUND_NONE,      /* it does "none" */
  TENURE_NO_REFUND_FREE,      /* 免费 "free" */
  TENURE_NO_REFUND_TRIAL,     /* 试用 "trial" */
  TENURE_NO_REFUND_ONE_TIME,  /* 一次性 "one-time" */
  TENURE_NO_REFUND_PROMOTION, /* 促销 "promotion" */
  TENURE_NO_REFUND_PRODUCT,   /* such as domain names "product" */
} TenureNoRefund;
TENURE_DECLARE_ENUM_NAMES (TenureNoRefund, no_refund)

/** One thing on sale: 产品. All texts are interned. */
typedef struct
{
  const char *key;                                           /* "ecs" */
  const char *service;                                       /* service type code: "ecs", "evs", "eip", "vpc" */
  const char *category_en, *category_zh, *name_en, *name_zh; /* 网络 > 弹性公网IP */
  const char *help_url;
  TenureDurations buy, renew;                /* sold and renewed for; none: 按需 only */
  gboolean by_bandwidth;                     /* has the EIP form: 1–2,000 Mbit/s (A1-10) */
  const char *bound_offer;                   /* ordered along and bound (绑定), in its first spec: the system disk */
  gint64 bound_min, bound_max, bound_preset; /* its size */
  gboolean batch_unsubscribe, per_order_unsubscribe, five_day, withdrawn, needs_approval, hardware, to_ppu;
  gboolean pay_per_use, package, marketplace, no_refund; /* 按需, 资源包, 云商店, never given back */
  gboolean addon, solution;        /* 加油包: only for what is there; 解决方案: only as a whole */
  gboolean keeps_periods;          /* its renewal periods are not given back (云速建站) */
  gboolean package_refund;         /* a package that is given back although in effect (CSBS, DWS) */
  gboolean monthly_to_yearly;      /* a monthly package that may be renewed by the year (OBS) */
  const char *seller;              /* of the marketplace (云商店), or NULL */
  TenureNoRefund no_refund_reason; /* none without no_refund */
  const char *holds_unit;          /* of a package: what it holds, "gb" or "gib-hour", or NULL */
  const char *const *covers;       /* of a package: keys of the offers that draw on it, or NULL */
  const char *const *mounted;      /* keys of offers used along but not bound (挂载), or NULL */
  const TenureSpec *specs;
  guint n_specs;
  const char *const *regions; /* NULL-terminated keys */
} TenureOffer;

typedef struct _TenureCatalogue TenureCatalogue;

/** Reads the files' texts; offers keep the files' order. TENURE_INPUT_ERROR with the path of what is wrong. */
TenureCatalogue *tenure_catalogue_parse (const char *const *texts, const gssize *lengths, guint n, GError **error);
TenureCatalogue *tenure_catalogue_ref (TenureCatalogue *self);
void tenure_catalogue_unref (TenureCatalogue *self);
guint tenure_catalogue_length (const TenureCatalogue *self);
const TenureOffer *tenure_catalogue_at (const TenureCatalogue *self, guint index);
/** NULL when there is no such offer. */
const TenureOffer *tenure_catalogue_find (const TenureCatalogue *self, const char *offer);
const TenureSpec *tenure_offer_spec (const TenureOffer *offer, const char *spec);
/** Display name of a region: {key, en, zh} of the catalogue; the key itself when unknown. */
const char *tenure_catalogue_region_name (const TenureCatalogue *self, const char *region, gboolean chinese);
/** 按需: price of an hour with @amount units; FALSE when it is not sold so, or an overflow. */
gboolean tenure_offer_hour_price (const TenureOffer *offer, const TenureSpec *spec, gint64 amount, TenureMoney *price);
/** What an hour with @amount units uses, at 10^-8 of the packages' unit; 0 when no package covers it. */
gint64 tenure_spec_use (const TenureSpec *spec, gint64 amount);
/** The package @package is drawn on by @offer. */
gboolean tenure_offer_covers (const TenureOffer *package, const char *offer);
/** Price of one for @months (years at the yearly price where there is one, the rest at the monthly one) with @amount
 * units (of no meaning for a fixed price); TENURE_RULE_ERROR_UNKNOWN if not sold. @steps may be NULL. */
gboolean tenure_offer_price (const TenureOffer *offer, const TenureSpec *spec, gint64 amount, int months,
                             TenureMoney *price, TenureSteps *steps, GError **error);

/** Whether it is withdrawn (下架): by what the staff @said (interned key → 1 + whether it withdrew it), else by what
 * the catalogue says. */
gboolean tenure_offer_withdrawn (const TenureOffer *offer, GHashTable *said);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureCatalogue, tenure_catalogue_unref)

G_END_DECLS
