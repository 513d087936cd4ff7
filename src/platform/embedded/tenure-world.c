/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-world.h"

#include "tenure-spent.h"

#include "tenure-facts-money.h"
#include "tenure-facts.h"
#include "tenure-lifecycle.h"

static void
free_coupon (TenureCoupon *coupon)
{
  tenure_coupon_clear (coupon);
  g_free (coupon);
}

static gboolean
read_discounts (TenureWorld *self, TenureConnection *connection, GError **error)
{
  GPtrArray *discounts =
      self->account.id == 0 ? g_ptr_array_new () : tenure_facts_discounts (connection, self->account.id, error);

  if (discounts == NULL)
    return FALSE;
  g_ptr_array_unref (self->discounts);
  self->discounts = discounts;
  return TRUE;
}

TenureWorld *
tenure_world_new (TenureConnection *connection, const TenureStage *stage, TenureTime now, GError **error)
{
  g_autoptr (TenureWorld) self = g_new0 (TenureWorld, 1);

  self->stage = *stage;
  self->now = now;
  self->resources = g_ptr_array_new ();
  self->orders = g_ptr_array_new ();
  self->coupons = g_ptr_array_new_with_free_func ((GDestroyNotify)free_coupon);
  self->meters = g_ptr_array_new ();
  self->packages = g_ptr_array_new ();
  self->locks = g_ptr_array_new ();
  self->discounts = g_ptr_array_new ();
  self->spent = g_array_new (FALSE, FALSE, sizeof (TenureSpent));
  self->offers = tenure_facts_offers (connection, error);
  self->owned = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  self->resource_ids = g_hash_table_new (NULL, NULL);
  self->resource_keys = g_hash_table_new (g_str_hash, g_str_equal);
  self->order_ids = g_hash_table_new (NULL, NULL);
  self->order_keys = g_hash_table_new (g_str_hash, g_str_equal);
  self->account.opened = self->account.arrears_since = TENURE_TIME_UNKNOWN;
  if (stage->account != NULL &&
      !tenure_facts_account (connection, stage->account, tenure_day_year (tenure_day_of (now)), &self->account, error))
    return NULL;
  if (self->offers == NULL || !read_discounts (self, connection, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
tenure_world_free (TenureWorld *self)
{
  tenure_account_clear (&self->account);
  g_clear_pointer (&self->registration.application, tenure_application_free);
  g_clear_pointer (&self->offers, g_hash_table_unref);
  g_hash_table_unref (self->resource_ids);
  g_hash_table_unref (self->resource_keys);
  g_hash_table_unref (self->order_ids);
  g_hash_table_unref (self->order_keys);
  g_ptr_array_unref (self->resources);
  g_ptr_array_unref (self->orders);
  g_ptr_array_unref (self->coupons);
  g_ptr_array_unref (self->meters);
  g_ptr_array_unref (self->packages);
  g_ptr_array_unref (self->locks);
  g_ptr_array_unref (self->discounts);
  g_ptr_array_unref (self->owned);
  g_array_unref (self->spent);
  g_free (self);
}

/* --- Looking up ------------------------------------------------------------------------------------------------- */

static TenureResource *
resource_at (const TenureWorld *self, gpointer place)
{
  return place == NULL ? NULL : self->resources->pdata[GPOINTER_TO_SIZE (place) - 1];
}

TenureResource *
tenure_world_resource (const TenureWorld *self, const char *key)
{
  return resource_at (self, g_hash_table_lookup (self->resource_keys, key));
}

TenureResource *
tenure_world_resource_by_id (const TenureWorld *self, gint64 id)
{
  return resource_at (self, g_hash_table_lookup (self->resource_ids, GSIZE_TO_POINTER (id)));
}

TenureOrder *
tenure_world_order (const TenureWorld *self, const char *key)
{
  return g_hash_table_lookup (self->order_keys, key);
}

TenureOrder *
tenure_world_order_by_id (const TenureWorld *self, gint64 id)
{
  return g_hash_table_lookup (self->order_ids, GSIZE_TO_POINTER (id));
}

const TenureCoupon *
tenure_world_coupon (const TenureWorld *self, const char *key)
{
  for (guint i = 0; i < self->coupons->len; i++)
    if (g_str_equal (((TenureCoupon *)self->coupons->pdata[i])->key, key))
      return self->coupons->pdata[i];
  return NULL;
}

const TenureCoupon *
tenure_world_coupon_by_id (const TenureWorld *self, gint64 id)
{
  for (guint i = 0; i < self->coupons->len; i++)
    if (((TenureCoupon *)self->coupons->pdata[i])->id == id)
      return self->coupons->pdata[i];
  return NULL;
}

const TenureDiscount *
tenure_world_discount_by_id (const TenureWorld *self, gint64 id)
{
  for (guint i = 0; i < self->discounts->len; i++)
    if (((TenureDiscount *)self->discounts->pdata[i])->id == id)
      return self->discounts->pdata[i];
  return NULL;
}

GPtrArray *
tenure_world_group (const TenureWorld *self, const TenureResource *head)
{
  GPtrArray *group = g_ptr_array_new ();
  gsize next = GPOINTER_TO_SIZE (g_hash_table_lookup (self->resource_ids, GSIZE_TO_POINTER (head->id)));

  g_ptr_array_add (group, (gpointer)head);
  for (; next < self->resources->len; next++)
    {
      TenureResource *part = self->resources->pdata[next];
      if (part->main_id != head->id)
        break;
      if (part->status == TENURE_RESOURCE_ACTIVE)
        g_ptr_array_add (group, part);
    }
  return group;
}

GPtrArray *
tenure_world_leaves (const TenureWorld *self, const TenureOrder *order)
{
  GPtrArray *leaves = g_ptr_array_new ();

  if (!order->composite)
    g_ptr_array_add (leaves, (gpointer)order);
  else
    for (guint i = 0; i < self->orders->len; i++)
      if (((TenureOrder *)self->orders->pdata[i])->parent_id == order->id)
        g_ptr_array_add (leaves, self->orders->pdata[i]);
  return leaves;
}

const TenureOrder *
tenure_world_whole (const TenureWorld *self, const TenureOrder *order)
{
  const TenureOrder *parent = order->parent_id == 0 ? NULL : tenure_world_order_by_id (self, order->parent_id);

  return parent != NULL ? parent : order;
}

/* --- By the dates ----------------------------------------------------------------------------------------------- */

TenureOrderStatus
tenure_world_status (const TenureWorld *self, const TenureOrder *order)
{
  gboolean waits = order->status == TENURE_ORDER_UNPAID || order->status == TENURE_ORDER_CONFIRMATION;

  if (waits && order->deadline != TENURE_TIME_UNKNOWN && self->now >= order->deadline)
    return TENURE_ORDER_CANCELLED;
  return order->status;
}

static const TenureOrder *
recorded_holder (const TenureWorld *self, const TenureResource *resource)
{
  return resource->open_order == NULL ? NULL : tenure_world_order (self, resource->open_order);
}

const TenureOrder *
tenure_world_holder (const TenureWorld *self, const TenureResource *resource)
{
  const TenureOrder *order = recorded_holder (self, resource);

  return order == NULL || tenure_world_status (self, order) == TENURE_ORDER_CANCELLED ? NULL : order;
}

const TenureOrder *
tenure_world_lapsed (const TenureWorld *self, const TenureResource *resource)
{
  const TenureOrder *order = recorded_holder (self, resource);

  return order == NULL || tenure_world_status (self, order) != TENURE_ORDER_CANCELLED ? NULL : order;
}

gboolean
tenure_world_gone (const TenureWorld *self, const TenureResource *resource)
{
  if (resource->status != TENURE_RESOURCE_ACTIVE || resource->expiry == TENURE_TIME_UNKNOWN)
    return resource->status != TENURE_RESOURCE_ACTIVE;
  return tenure_life_at (resource->expiry, self->stage.level, self->stage.policy, self->now) == TENURE_LIFE_RELEASED;
}

const TenureOffer *
tenure_world_offer (const TenureWorld *self, const char *offer)
{
  return tenure_catalogue_find (self->stage.catalogue, offer);
}

gboolean
tenure_world_withdrawn (const TenureWorld *self, const TenureOffer *offer)
{
  return tenure_offer_withdrawn (offer, self->offers);
}

int
tenure_world_lead (const TenureWorld *self)
{
  return tenure_account_lead_days (&self->account, self->stage.policy);
}

int
tenure_world_unified_day (const TenureWorld *self)
{
  return tenure_account_unified_day (&self->account, self->stage.policy);
}
