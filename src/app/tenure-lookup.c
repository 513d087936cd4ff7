/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-lookup.h"

#include "tenure-facts-money.h"
#include "tenure-facts.h"
#include "tenure-lists.h"
#include "tenure-lookup-private.h"

static void
lookup_free (TenureLookup *self)
{
  g_clear_pointer (&self->queries, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_strfreev (self->keys);
  g_free (self->account);
  if (self->found)
    self->free_found (self->found);
  g_free (self);
}

TenureLookup *
tenure_lookup_new (TenureSession *session, GDestroyNotify free_found)
{
  TenureLookup *self = g_new0 (TenureLookup, 1);

  self->queries = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_query_free);
  self->account = g_strdup (tenure_session_owner (session));
  self->free_found = free_found;
  return self;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TenureLookup *lookup = g_task_get_task_data (task);
  GError *error = NULL;

  if (tenure_store_job_finish (TENURE_STORE (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&lookup->found), lookup->free_found);
  else
    g_task_return_error (task, error);
}

void
tenure_lookup_start (TenureSession *session, TenureLookup *lookup, TenureJob job, gpointer tag,
                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (session, cancellable, callback, data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, lookup, (GDestroyNotify)lookup_free);
  tenure_store_read_async (tenure_session_store (session), job, lookup, NULL, cancellable, on_read, task);
}

gpointer
tenure_lookup_finish (TenureSession *session, GAsyncResult *result, gpointer tag, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static char **
without_nulls (char **keys, guint n)
{
  guint kept = 0;

  for (guint i = 0; i < n; i++)
    if (keys[i])
      keys[kept++] = keys[i];
  keys[kept] = NULL;
  return keys;
}

static gboolean
read_keys (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  TenureLookup *lookup = data;
  const gint64 *ids = (const gint64 *)lookup->ids->data;
  char **keys = tenure_lists_natural_keys (connection, lookup->queries->pdata[0], ids, lookup->ids->len, error);

  lookup->found = keys ? without_nulls (keys, lookup->ids->len) : NULL;
  return keys != NULL;
}

void
tenure_lookup_keys_async (TenureSession *session, const TenureQuery *query, GArray *ids, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer data)
{
  TenureLookup *lookup = tenure_lookup_new (session, (GDestroyNotify)g_strfreev);

  g_ptr_array_add (lookup->queries, tenure_query_copy (query));
  lookup->ids = g_array_ref (ids);
  tenure_lookup_start (session, lookup, read_keys, tenure_lookup_keys_async, cancellable, callback, data);
}

char **
tenure_lookup_keys_finish (TenureSession *session, GAsyncResult *result, GError **error)
{
  return tenure_lookup_finish (session, result, tenure_lookup_keys_async, error);
}

void
tenure_order_view_free (TenureOrderView *self)
{
  g_clear_pointer (&self->orders, g_ptr_array_unref);
  g_clear_pointer (&self->trace, g_ptr_array_unref);
  g_clear_pointer (&self->money, tenure_order_money_free);
  g_clear_pointer (&self->resources, g_ptr_array_unref);
  g_free (self);
}

/* As many as anybody looks at in one order. */
#define RESOURCES_READ 200

/** Ids of the resources of the orders' lines, each once; free with g_array_unref. */
static GArray *
resources_of (const GPtrArray *orders)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < orders->len; i++)
    {
      const TenureOrder *order = orders->pdata[i];

      for (guint j = 0; j < order->n_lines && ids->len < RESOURCES_READ; j++)
        if (order->lines[j].resource_id != 0 && g_hash_table_add (seen, &order->lines[j].resource_id))
          g_array_append_val (ids, order->lines[j].resource_id);
    }
  return ids;
}

static gboolean
read_order (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  TenureLookup *lookup = data;
  g_autoptr (TenureOrderView) view = g_new0 (TenureOrderView, 1);

  view->orders = tenure_facts_orders (connection, lookup->account, (const char *const *)lookup->keys, error);
  if (!view->orders)
    return FALSE;
  view->trace = tenure_facts_trace (connection, ((const TenureOrder *)view->orders->pdata[0])->id, error);
  view->money = view->trace
                    ? tenure_facts_order_money (connection, ((const TenureOrder *)view->orders->pdata[0])->id, error)
                    : NULL;
  if (!view->money)
    return FALSE;
  g_autoptr (GArray) ids = resources_of (view->orders);
  view->resources =
      tenure_facts_resources_by_id (connection, (const gint64 *)(gpointer)ids->data, ids->len, FALSE, error);
  if (!view->resources)
    return FALSE;
  lookup->found = g_steal_pointer (&view);
  return TRUE;
}

void
tenure_lookup_order_async (TenureSession *session, const char *number, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer data)
{
  TenureLookup *lookup = tenure_lookup_new (session, (GDestroyNotify)tenure_order_view_free);

  lookup->keys = g_strdupv ((char *[]){ (char *)number, NULL });
  tenure_lookup_start (session, lookup, read_order, tenure_lookup_order_async, cancellable, callback, data);
}

TenureOrderView *
tenure_lookup_order_finish (TenureSession *session, GAsyncResult *result, GError **error)
{
  return tenure_lookup_finish (session, result, tenure_lookup_order_async, error);
}

static gboolean
read_resources (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  TenureLookup *lookup = data;

  lookup->found = tenure_facts_resources (connection, lookup->account, (const char *const *)lookup->keys, FALSE, error);
  return lookup->found != NULL;
}

void
tenure_lookup_resources_async (TenureSession *session, const char *const *keys, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer data)
{
  TenureLookup *lookup = tenure_lookup_new (session, (GDestroyNotify)g_ptr_array_unref);

  lookup->keys = g_strdupv ((char **)keys);
  tenure_lookup_start (session, lookup, read_resources, tenure_lookup_resources_async, cancellable, callback, data);
}

GPtrArray *
tenure_lookup_resources_finish (TenureSession *session, GAsyncResult *result, GError **error)
{
  return tenure_lookup_finish (session, result, tenure_lookup_resources_async, error);
}

static gboolean
read_coupons (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  TenureLookup *lookup = data;

  lookup->found = tenure_facts_coupons (connection, lookup->account_id, error);
  if (lookup->found)
    tenure_name_coupons (lookup->found);
  return lookup->found != NULL;
}

void
tenure_lookup_coupons_async (TenureSession *session, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer data)
{
  GError *error = NULL;
  const TenureAccount *account = tenure_session_known_account (session, &error);

  if (!account)
    {
      g_task_report_error (session, callback, data, tenure_lookup_coupons_async, error);
      return;
    }
  TenureLookup *lookup = tenure_lookup_new (session, (GDestroyNotify)g_ptr_array_unref);
  lookup->account_id = account->id;
  tenure_lookup_start (session, lookup, read_coupons, tenure_lookup_coupons_async, cancellable, callback, data);
}

GPtrArray *
tenure_lookup_coupons_finish (TenureSession *session, GAsyncResult *result, GError **error)
{
  return tenure_lookup_finish (session, result, tenure_lookup_coupons_async, error);
}

static gboolean
read_counts (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  TenureLookup *lookup = data;
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < lookup->queries->len; i++)
    {
      g_autoptr (TenureKeyVector) keys = tenure_lists_keys (connection, lookup->queries->pdata[i], 0, error);

      if (!keys)
        return FALSE;
      g_array_append_val (counts, keys->n);
    }
  lookup->found = g_steal_pointer (&counts);
  return TRUE;
}

void
tenure_lookup_counts_async (TenureSession *session, const TenureQuery *const *queries, guint n,
                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  TenureLookup *lookup = tenure_lookup_new (session, (GDestroyNotify)g_array_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (lookup->queries, tenure_query_copy (queries[i]));
  tenure_lookup_start (session, lookup, read_counts, tenure_lookup_counts_async, cancellable, callback, data);
}

GArray *
tenure_lookup_counts_finish (TenureSession *session, GAsyncResult *result, GError **error)
{
  return tenure_lookup_finish (session, result, tenure_lookup_counts_async, error);
}

static gboolean
read_values (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  TenureLookup *lookup = data;

  lookup->found = tenure_lists_values (connection, lookup->list, lookup->column, error);
  return lookup->found != NULL;
}

void
tenure_lookup_values_async (TenureSession *session, TenureList list, const char *column, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  TenureLookup *lookup = tenure_lookup_new (session, g_free);

  lookup->list = list;
  lookup->column = column;
  tenure_lookup_start (session, lookup, read_values, tenure_lookup_values_async, cancellable, callback, data);
}

const char **
tenure_lookup_values_finish (TenureSession *session, GAsyncResult *result, GError **error)
{
  return tenure_lookup_finish (session, result, tenure_lookup_values_async, error);
}
