/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filling a world: in bulk, so that 50,000 resources take a few statements. */
#include "tenure-spent.h"

#include "tenure-facts-money.h"
#include "tenure-facts.h"

/* Today's prices of what the resource is (rules 4.6: the price of the day it is ordered). */
static void
price_resource (const TenureWorld *self, TenureResource *resource)
{
  const TenureOffer *offer = tenure_world_offer (self, resource->offer);
  const TenureSpec *spec = offer == NULL ? NULL : tenure_offer_spec (offer, resource->spec);

  resource->month_price = resource->year_price = TENURE_MONEY_UNKNOWN;
  if (spec == NULL)
    return;
  if (spec->price.month != TENURE_MONEY_UNKNOWN &&
      !tenure_offer_price (offer, spec, resource->amount, 1, &resource->month_price, NULL, NULL))
    resource->month_price = TENURE_MONEY_UNKNOWN;
  if (spec->price.year != TENURE_MONEY_UNKNOWN &&
      !tenure_offer_price (offer, spec, resource->amount, 12, &resource->year_price, NULL, NULL))
    resource->year_price = TENURE_MONEY_UNKNOWN;
}

static gboolean
take_resources (TenureWorld *self, GPtrArray *resources)
{
  if (resources == NULL)
    return FALSE;
  g_ptr_array_add (self->owned, resources);
  for (guint i = 0; i < resources->len; i++)
    {
      TenureResource *resource = resources->pdata[i];
      gpointer place = GSIZE_TO_POINTER ((gsize)self->resources->len + 1);
      g_ptr_array_add (self->resources, resource);
      price_resource (self, resource);
      if (g_hash_table_contains (self->resource_ids, GSIZE_TO_POINTER (resource->id)))
        continue;
      g_hash_table_insert (self->resource_ids, GSIZE_TO_POINTER (resource->id), place);
      g_hash_table_insert (self->resource_keys, resource->key, place);
    }
  return TRUE;
}

static gboolean
take_orders (TenureWorld *self, GPtrArray *orders)
{
  if (orders == NULL)
    return FALSE;
  g_ptr_array_add (self->owned, orders);
  for (guint i = 0; i < orders->len; i++)
    {
      TenureOrder *order = orders->pdata[i];
      if (g_hash_table_contains (self->order_ids, GSIZE_TO_POINTER (order->id)))
        continue;
      g_ptr_array_add (self->orders, order);
      g_hash_table_insert (self->order_ids, GSIZE_TO_POINTER (order->id), order);
      g_hash_table_insert (self->order_keys, order->key, order);
    }
  return TRUE;
}

/* A NULL-terminated copy of the pointers, each text once and none that is known already. */
static GPtrArray *
distinct (const char *const *keys, GHashTable *known)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *result = g_ptr_array_new ();

  for (; keys != NULL && *keys != NULL; keys++)
    if ((known == NULL || !g_hash_table_contains (known, *keys)) && g_hash_table_add (seen, (gpointer)*keys))
      g_ptr_array_add (result, (gpointer)*keys);
  g_ptr_array_add (result, NULL);
  return result;
}

static gboolean
load_orders (TenureWorld *self, TenureConnection *connection, const char *const *keys, GError **error)
{
  g_autoptr (GPtrArray) wanted = distinct (keys, self->order_keys);

  if (wanted->len == 1)
    return TRUE;
  return take_orders (self,
                      tenure_facts_orders (connection, self->stage.account, (const char *const *)wanted->pdata, error));
}

/* Parents of the children that are here: they are paid, cancelled and lapse together. */
static gboolean
load_parents (TenureWorld *self, TenureConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) parents = g_ptr_array_new ();

  for (guint i = 0; i < self->orders->len; i++)
    if (((TenureOrder *)self->orders->pdata[i])->parent_key != NULL)
      g_ptr_array_add (parents, ((TenureOrder *)self->orders->pdata[i])->parent_key);
  g_ptr_array_add (parents, NULL);
  return load_orders (self, connection, (const char *const *)parents->pdata, error);
}

static gboolean
load_holders (TenureWorld *self, TenureConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) holders = g_ptr_array_new ();

  for (guint i = 0; i < self->resources->len; i++)
    if (((TenureResource *)self->resources->pdata[i])->open_order != NULL)
      g_ptr_array_add (holders, ((TenureResource *)self->resources->pdata[i])->open_order);
  g_ptr_array_add (holders, NULL);
  return load_orders (self, connection, (const char *const *)holders->pdata, error) &&
         load_parents (self, connection, error);
}

static gboolean
load_by_id (TenureWorld *self, TenureConnection *connection, GArray *ids, gboolean with_parts, GError **error)
{
  return ids->len == 0 || take_resources (self, tenure_facts_resources_by_id (connection, (const gint64 *)ids->data,
                                                                              ids->len, with_parts, error));
}

/* Of a part that is named by itself: the refusal says what it is bound to. */
static gboolean
load_heads (TenureWorld *self, TenureConnection *connection, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->resources->len; i++)
    {
      gint64 head = ((TenureResource *)self->resources->pdata[i])->main_id;
      if (head != 0 && !g_hash_table_contains (self->resource_ids, GSIZE_TO_POINTER (head)) &&
          g_hash_table_add (seen, GSIZE_TO_POINTER (head)))
        g_array_append_val (ids, head);
    }
  return load_by_id (self, connection, ids, FALSE, error);
}

static gboolean
load_resources (TenureWorld *self, TenureConnection *connection, char **keys, GError **error)
{
  g_autoptr (GPtrArray) wanted = distinct ((const char *const *)keys, NULL);

  return wanted->len == 1 ||
         (take_resources (self, tenure_facts_resources (connection, self->stage.account,
                                                        (const char *const *)wanted->pdata, TRUE, error)) &&
          load_heads (self, connection, error) && load_holders (self, connection, error));
}

static gboolean
load_line_resources (TenureWorld *self, TenureConnection *connection, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->orders->len; i++)
    {
      const TenureOrder *order = self->orders->pdata[i];
      for (guint l = 0; l < order->n_lines; l++)
        if (order->lines[l].resource_id != 0 && g_hash_table_add (seen, GSIZE_TO_POINTER (order->lines[l].resource_id)))
          g_array_append_val (ids, order->lines[l].resource_id);
    }
  return load_by_id (self, connection, ids, FALSE, error);
}

static gboolean
load_coupons (TenureWorld *self, TenureConnection *connection, GError **error)
{
  GPtrArray *coupons = tenure_facts_coupons (connection, self->account.id, error);

  if (coupons == NULL)
    return FALSE;
  g_ptr_array_unref (self->coupons);
  self->coupons = coupons;
  g_ptr_array_unref (self->locks);
  self->locks = tenure_facts_locks (connection, self->account.id, error);
  return self->locks != NULL || (self->locks = g_ptr_array_new (), FALSE);
}

static gboolean
load_spent (TenureWorld *self, TenureConnection *connection, GError **error)
{
  return tenure_spent_load_terms (self, connection, error) && load_coupons (self, connection, error);
}

/* --- Metered use -------------------------------------------------------------------------------------------------- */

/* Resources of the account that @sql answers the ids of, owned by the world and listed in @into. */
static gboolean
load_listed (TenureWorld *self, TenureConnection *connection, const char *sql, GPtrArray *into, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (connection, sql, error);
  GPtrArray *resources;
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_int (statement, 1, self->account.id);
  while (tenure_statement_step (statement, &failure))
    {
      gint64 id = tenure_statement_int (statement, 0);
      g_array_append_val (ids, id);
    }
  if (failure != NULL)
    return g_propagate_error (error, failure), FALSE;
  g_ptr_array_set_size (into, 0);
  if (ids->len == 0)
    return TRUE;
  resources = tenure_facts_resources_by_id (connection, (const gint64 *)(gpointer)ids->data, ids->len, FALSE, error);
  if (resources == NULL)
    return FALSE;
  g_ptr_array_add (self->owned, resources);
  for (guint i = 0; i < resources->len; i++)
    g_ptr_array_add (into, resources->pdata[i]);
  return TRUE;
}

static gboolean
load_meter_holders (TenureWorld *self, TenureConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) holders = g_ptr_array_new ();

  for (guint i = 0; i < self->meters->len; i++)
    if (((TenureResource *)self->meters->pdata[i])->open_order != NULL)
      g_ptr_array_add (holders, ((TenureResource *)self->meters->pdata[i])->open_order);
  g_ptr_array_add (holders, NULL);
  return load_orders (self, connection, (const char *const *)holders->pdata, error) &&
         load_parents (self, connection, error);
}

gboolean
tenure_world_load_metering (TenureWorld *self, TenureConnection *connection, gboolean meters, GError **error)
{
  if (!load_listed (self, connection,
                    "SELECT id FROM resource WHERE account_id = ?1 AND charging = 'package'"
                    " AND status <> 'unsubscribed' AND used < capacity ORDER BY id",
                    self->packages, error) ||
      !load_coupons (self, connection, error))
    return FALSE;
  return !meters || (load_listed (self, connection,
                                  "SELECT id FROM resource WHERE account_id = ?1 AND charging = 'pay-per-use'"
                                  " AND status = 'active' ORDER BY id",
                                  self->meters, error) &&
                     load_meter_holders (self, connection, error));
}

/* Ids of what an order opened and that is not known yet. */
static gboolean
read_opened (TenureWorld *self, TenureConnection *connection, gint64 order_id, GArray *ids, GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (
      connection,
      "SELECT r.id FROM line l JOIN resource r ON r.id = l.resource_id WHERE l.order_id = ?1 AND r.main_id IS NULL"
      " AND r.status = 'active' ORDER BY l.position",
      error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_int (statement, 1, order_id);
  while (tenure_statement_step (statement, &failure))
    {
      gint64 id = tenure_statement_int (statement, 0);
      gboolean known = g_hash_table_contains (self->resource_ids, GSIZE_TO_POINTER (id));
      for (guint i = 0; !known && i < ids->len; i++)
        known = g_array_index (ids, gint64, i) == id;
      if (!known)
        g_array_append_val (ids, id);
    }
  return failure == NULL || (g_propagate_error (error, failure), FALSE);
}

static gboolean
load_automatic (TenureWorld *self, TenureConnection *connection, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TenureStatement) statement = NULL;
  GError *failure = NULL;

  statement = tenure_connection_prepare (connection,
                                         "SELECT id FROM resource WHERE account_id = ?1 AND mode = 'auto'"
                                         " AND status = 'active' AND main_id IS NULL ORDER BY expiry, id",
                                         error);
  if (statement == NULL)
    return FALSE;
  tenure_statement_bind_int (statement, 1, self->account.id);
  while (tenure_statement_step (statement, &failure))
    {
      gint64 id = tenure_statement_int (statement, 0);
      g_array_append_val (ids, id);
    }
  if (failure != NULL)
    return g_propagate_error (error, failure), FALSE;
  return load_by_id (self, connection, ids, FALSE, error);
}

static gboolean
load_order (TenureWorld *self, TenureConnection *connection, const char *key, GError **error)
{
  const char *const keys[] = { key, NULL };

  return load_orders (self, connection, keys, error) && load_parents (self, connection, error);
}

/* Orders in review with what they are of: a refund's resources with their bound parts. */
static gboolean
load_reviewed (TenureWorld *self, TenureConnection *connection, char **orders, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!load_orders (self, connection, (const char *const *)orders, error) || !load_parents (self, connection, error))
    return FALSE;
  for (guint i = 0; i < self->orders->len; i++)
    {
      const TenureOrder *order = self->orders->pdata[i];
      for (guint l = 0; l < order->n_lines; l++)
        if (order->lines[l].resource_id != 0 && order->lines[l].main_index < 0)
          g_array_append_val (ids, order->lines[l].resource_id);
    }
  return ids->len == 0 || (take_resources (self, tenure_facts_resources_by_id (connection, (const gint64 *)ids->data,
                                                                               ids->len, TRUE, error)) &&
                           load_spent (self, connection, error));
}

static gboolean
load_order_with_coupons (TenureWorld *self, TenureConnection *connection, char *key, GError **error)
{
  return load_orders (self, connection, (const char *const[]){ key, NULL }, error) &&
         load_parents (self, connection, error) && load_coupons (self, connection, error);
}

gboolean
tenure_world_load_coupons (TenureWorld *self, TenureConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  if (!load_coupons (self, connection, error))
    return FALSE;
  for (guint i = 0; i < self->locks->len; i++)
    g_ptr_array_add (keys, ((TenureLock *)self->locks->pdata[i])->order_key);
  g_ptr_array_add (keys, NULL);
  return load_orders (self, connection, (const char *const *)keys->pdata, error);
}

static gboolean
load_frozen (TenureWorld *self, TenureConnection *connection, const TenureSetFreeze *freeze, GError **error)
{
  char *keys[] = { freeze->resource, NULL };

  return freeze->resource == NULL || *freeze->resource == '\0' || load_resources (self, connection, keys, error);
}

/* What the same orders opened, where a service is unsubscribed by the order (rules 2.2). */
static gboolean
load_siblings (TenureWorld *self, TenureConnection *connection, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n = self->resources->len;

  for (guint i = 0; i < n; i++)
    {
      const TenureResource *resource = self->resources->pdata[i];
      const TenureOffer *offer = tenure_world_offer (self, resource->offer);
      for (guint t = 0; offer != NULL && offer->per_order_unsubscribe && t < resource->n_terms; t++)
        if (resource->terms[t].kind == TENURE_TERM_NEW &&
            !read_opened (self, connection, resource->terms[t].order_id, ids, error))
          return FALSE;
    }
  return load_by_id (self, connection, ids, TRUE, error) && load_holders (self, connection, error);
}

/* A resource, and when it is bound to another that one with all its parts. */
static gboolean
load_changed (TenureWorld *self, TenureConnection *connection, const char *key, GError **error)
{
  char *keys[] = { (char *)key, NULL };
  const TenureResource *resource;

  if (!load_resources (self, connection, keys, error))
    return FALSE;
  resource = tenure_world_resource (self, key);
  if (resource->main_id == 0)
    return load_coupons (self, connection, error);
  return take_resources (self,
                         tenure_facts_resources_by_id (connection, &(gint64){ resource->main_id }, 1, TRUE, error)) &&
         load_holders (self, connection, error) && load_coupons (self, connection, error);
}

/* What is ticked of an export: resources of a renewal list, otherwise orders. */
static gboolean
load_ticked (TenureWorld *self, TenureConnection *connection, const TenureExport *export, GError **error)
{
  if (g_str_equal (TENURE_EXPORTS[export->what], "renewal-list"))
    return load_resources (self, connection, export->rows, error);
  return load_orders (self, connection, (const char *const *)export->rows, error);
}

/* What commands around instruments and orders of the staff read. */
static gboolean
load_for_money (TenureWorld *self, TenureConnection *connection, TenureCommandKind kind, gconstpointer params,
                GError **error)
{
  switch (kind)
    {
    case TENURE_COMMAND_CHOOSE_INSTRUMENTS:
      return load_order_with_coupons (self, connection, ((const TenureChooseInstruments *)params)->order, error);
    case TENURE_COMMAND_CONFIRM_ORDER:
      return load_orders (self, connection, (const char *const *)((const TenureConfirmOrder *)params)->orders, error) &&
             load_parents (self, connection, error);
    case TENURE_COMMAND_DECIDE_ORDER:
      return load_reviewed (self, connection, ((const TenureDecideOrder *)params)->orders, error);
    case TENURE_COMMAND_MARK_ORDER:
      return load_orders (self, connection, (const char *const[]){ ((const TenureMarkOrder *)params)->order, NULL },
                          error);
    case TENURE_COMMAND_ACTIVATE_COUPON:
    case TENURE_COMMAND_GRANT_COUPON:
    case TENURE_COMMAND_RECLAIM_COUPON:
      return tenure_world_load_coupons (self, connection, error);
    case TENURE_COMMAND_SET_FREEZE:
      return load_frozen (self, connection, params, error);
    default:
      return TRUE;
    }
}

gboolean
tenure_world_load (TenureWorld *self, TenureConnection *connection, TenureCommandKind kind, gconstpointer params,
                   GError **error)
{
  switch (kind)
    {
    case TENURE_COMMAND_PAY:
      return load_orders (self, connection, (const char *const *)((const TenurePay *)params)->orders, error) &&
             load_parents (self, connection, error) && load_line_resources (self, connection, error) &&
             tenure_world_load_metering (self, connection, FALSE, error);
    case TENURE_COMMAND_CANCEL:
      return load_orders (self, connection, (const char *const *)((const TenureCancel *)params)->orders, error) &&
             load_parents (self, connection, error);
    case TENURE_COMMAND_RENEW:
      return load_resources (self, connection, ((const TenureRenew *)params)->resources, error);
    case TENURE_COMMAND_SET_MODE:
      return load_resources (self, connection, ((const TenureSetMode *)params)->resources, error);
    case TENURE_COMMAND_UNSUBSCRIBE:
    case TENURE_COMMAND_UNSUBSCRIBE_PENDING:
      return load_resources (self, connection, ((const TenureUnsubscribe *)params)->resources, error) &&
             load_siblings (self, connection, error) && load_spent (self, connection, error);
    case TENURE_COMMAND_RELEASE:
      return load_resources (self, connection, ((const TenureRelease *)params)->resources, error) &&
             tenure_world_load_metering (self, connection, FALSE, error);
    case TENURE_COMMAND_CHANGE:
      return load_changed (self, connection, ((const TenureChange *)params)->resource, error);
    case TENURE_COMMAND_ATTACH:
      return load_changed (self, connection, ((const TenureAttach *)params)->resource, error);
    case TENURE_COMMAND_UNSUBSCRIBE_RENEWALS:
      return load_resources (self, connection, ((const TenureUnsubscribeRenewals *)params)->resources, error) &&
             load_spent (self, connection, error);
    case TENURE_COMMAND_TOP_UP:
      return self->account.arrears == 0 || tenure_world_load_metering (self, connection, TRUE, error);
    case TENURE_COMMAND_TO_PERIOD:
      return load_resources (self, connection, ((const TenureToPeriod *)params)->resources, error) &&
             tenure_world_load_metering (self, connection, FALSE, error);
    case TENURE_COMMAND_TELL_FAILURE:
      return load_order (self, connection, ((const TenureTellFailure *)params)->order, error);
    case TENURE_COMMAND_SET_DEDUCTION_DAY:
      return load_automatic (self, connection, error);
    case TENURE_COMMAND_SEND_CODE:
    case TENURE_COMMAND_APPLY_ACCOUNT:
    case TENURE_COMMAND_RENAME_ENTERPRISE:
    case TENURE_COMMAND_DECIDE_APPLICATION:
    case TENURE_COMMAND_SET_PASSWORD:
      return tenure_world_load_registration (self, connection, kind, params, error);
    case TENURE_COMMAND_EXPORT:
      return load_ticked (self, connection, params, error);
    default:
      return load_for_money (self, connection, kind, params, error);
    }
}

gboolean
tenure_world_load_order (TenureWorld *self, TenureConnection *connection, gint64 order_id, GError **error)
{
  return take_orders (self, tenure_facts_orders_by_id (connection, &order_id, 1, error)) &&
         load_line_resources (self, connection, error) && load_spent (self, connection, error) &&
         tenure_spent_load_order (self, connection, order_id, error) &&
         tenure_spent_load_failed (self, connection, error) &&
         (self->account.arrears == 0 || tenure_world_load_metering (self, connection, TRUE, error));
}

gboolean
tenure_world_load_resource (TenureWorld *self, TenureConnection *connection, gint64 resource_id, GError **error)
{
  return take_resources (self, tenure_facts_resources_by_id (connection, &resource_id, 1, TRUE, error)) &&
         load_holders (self, connection, error) && load_coupons (self, connection, error);
}

gboolean
tenure_world_load_resources (TenureWorld *self, TenureConnection *connection, const gint64 *ids, guint n,
                             GError **error)
{
  return n == 0 || (take_resources (self, tenure_facts_resources_by_id (connection, ids, n, TRUE, error)) &&
                    load_holders (self, connection, error));
}
