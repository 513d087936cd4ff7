/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of the catalogue in the language of the moment, and what changes in a plan's item. */
#pragma once

#include "tenure-wording.h"

G_BEGIN_DECLS

/** Borrowed from the catalogue; the key itself where it is unknown. */
const char *tenure_word_region (TenureCatalogue *catalogue, const char *region);
const char *tenure_word_spec (const TenureSpec *spec);
/** The flavour of a line or resource with its size, "Dynamic BGP · 5 Mbit/s"; the key itself where the catalogue has it
 * no more. Free with g_free. */
char *tenure_word_sized_spec (TenureCatalogue *catalogue, const char *offer, const char *spec, gint64 amount);
/** 网络, Networking. */
const char *tenure_word_category (const TenureOffer *offer);
/** What records and plan items keep as product: one or more English names, separated by ", "; free with g_free. */
char *tenure_word_products (TenureCatalogue *catalogue, const char *products);
/** What happens to it; signing out is told from signing in. */
const char *tenure_word_item_verb (const TenurePlanItem *item);
/** What an item is about: the words of a setting, else its key; borrowed. */
const char *tenure_word_item_key (const TenurePlanItem *item);
/** Its name as people read it; NULL where that says no more than the key; borrowed. */
const char *tenure_word_item_name (const TenurePlanItem *item);
/** What @item of @plan goes along with, by its name as people know it; ids are long. */
const char *tenure_word_main_name (const TenurePlan *plan, const TenurePlanItem *item);
/** 商务折扣, 促销折扣. */
const char *tenure_word_discount_kind (gboolean promotion);
/** @name, or, of what has none, its @kind in the language of the moment; borrowed. */
const char *tenure_word_named (const char *name, const char *kind);
/** One side of a setting, a day of the month or days before expiry as such; free with g_free. */
char *tenure_word_item_value (const TenurePlanItem *item, const char *value);
/** What else a setting means: that it takes money at once, and how much, or what holds after a promotion; NULL:
 * nothing. Free with g_free. */
char *tenure_word_at_once (const TenurePlanItem *item);
/** What a setting or a specification becomes: "Manual Renewal → Automatic Renewal"; free with g_free. */
char *tenure_word_setting_change (TenureCatalogue *catalogue, const TenurePlanItem *item);

G_END_DECLS
