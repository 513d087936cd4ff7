/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-model-support.h"

/* The reading functions, wrapped by the linker: counted, and stopped where a test wants it. -------------------------
 */

TenureKeyVector *__real_tenure_lists_keys (TenureConnection *connection, const TenureQuery *query, guint limit,
                                           GError **error);
TenureKeyVector *__wrap_tenure_lists_keys (TenureConnection *connection, const TenureQuery *query, guint limit,
                                           GError **error);
GPtrArray *__real_tenure_lists_records (TenureConnection *connection, const TenureQuery *query, const gint64 *ids,
                                        guint n, GError **error);
GPtrArray *__wrap_tenure_lists_records (TenureConnection *connection, const TenureQuery *query, const gint64 *ids,
                                        guint n, GError **error);

int key_calls, record_calls, records_read;
static GMutex gate;
static GCond gate_moved;
static int keys_to_stop, records_to_stop, stopped; /* under the gate */

static void
pass_gate (int *to_stop)
{
  g_mutex_lock (&gate);
  if (*to_stop > 0)
    {
      (*to_stop)--;
      stopped++;
      g_cond_broadcast (&gate_moved);
      while (stopped > 0)
        g_cond_wait (&gate_moved, &gate);
    }
  g_mutex_unlock (&gate);
}

static void
stop_next (int *to_stop)
{
  g_mutex_lock (&gate);
  *to_stop = 1;
  g_mutex_unlock (&gate);
}

void
stop_next_keys (void)
{
  stop_next (&keys_to_stop);
}

void
stop_next_records (void)
{
  stop_next (&records_to_stop);
}

void
wait_until_stopped (void)
{
  g_mutex_lock (&gate);
  while (stopped == 0)
    g_cond_wait (&gate_moved, &gate);
  g_mutex_unlock (&gate);
}

void
open_gate (void)
{
  g_mutex_lock (&gate);
  stopped = keys_to_stop = records_to_stop = 0;
  g_cond_broadcast (&gate_moved);
  g_mutex_unlock (&gate);
}

TenureKeyVector *
__wrap_tenure_lists_keys (TenureConnection *connection, const TenureQuery *query, guint limit, GError **error)
{
  g_atomic_int_inc (&key_calls);
  pass_gate (&keys_to_stop);
  return __real_tenure_lists_keys (connection, query, limit, error);
}

GPtrArray *
__wrap_tenure_lists_records (TenureConnection *connection, const TenureQuery *query, const gint64 *ids, guint n,
                             GError **error)
{
  g_autoptr (GPtrArray) records = __real_tenure_lists_records (connection, query, ids, n, error);

  g_atomic_int_inc (&record_calls);
  g_atomic_int_add (&records_read, (int)n);
  pass_gate (&records_to_stop);
  return g_steal_pointer (&records);
}

/* Fixture ---------------------------------------------------------------------------------------------------------- */

static void
on_items_changed (TenureRowModel *model, guint position, guint removed, guint added, Fixture *self)
{
  g_autoptr (TenureKeyVector) keys = tenure_row_model_keys (model);

  g_string_append_printf (self->log, "%u-%u+%u ", position, removed, added);
  g_assert_cmpuint (position + removed, <=, self->shadow->len);
  if (removed > 0)
    g_array_remove_range (self->shadow, position, removed);
  if (added > 0)
    g_array_insert_vals (self->shadow, position, keys->ids + position, added);
  /* While it is said, the model is as it says. */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, self->shadow->len);
  g_assert_cmpmem (self->shadow->data, self->shadow->len * sizeof (gint64), keys->ids, keys->n * sizeof (gint64));
  /* A view walks over both sides of one emission. */
  g_assert_true (removed == 0 || added == 0 || MAX (removed, added) <= 2048);
  g_assert_true (self->last_turn != self->turn || MAX (removed, added) <= 2048);
  self->last_turn = self->turn;
}

static void
on_failed (TenureRowModel *model, const GError *error, Fixture *self)
{
  g_assert_nonnull (error);
  self->failures++;
}

void
row_model_set_up (Fixture *self, gconstpointer data)
{
  rows_init (&self->rows);
  self->random = tenure_test_random ();
  self->query = tenure_query_new (TENURE_LIST_RENEWALS);
  self->query->now = self->rows.now;
  self->query->level = TENURE_LEVEL_V3;
  self->query->policy = tenure_policy_ref (self->rows.policy);
  self->model = tenure_row_model_new (self->rows.store);
  self->shadow = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->log = g_string_new (NULL);
  self->last_turn = G_MAXUINT;
  g_signal_connect (self->model, "items-changed", G_CALLBACK (on_items_changed), self);
  g_signal_connect (self->model, "failed", G_CALLBACK (on_failed), self);
  key_calls = record_calls = records_read = 0;
}

void
row_model_tear_down (Fixture *self, gconstpointer data)
{
  open_gate ();
  if (self->model != NULL)
    g_assert_finalize_object (g_steal_pointer (&self->model));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_array_unref (self->shadow);
  g_string_free (self->log, TRUE);
  tenure_query_free (self->query);
  g_rand_free (self->random);
  rows_clear (&self->rows);
}

static gboolean
on_late (gpointer data)
{
  *(gboolean *)data = TRUE;
  return G_SOURCE_REMOVE;
}

void
spin (Fixture *self, gboolean (*done) (Fixture *self))
{
  gboolean late = FALSE;
  guint timeout = g_timeout_add_seconds (10, on_late, &late);

  while (!done (self))
    {
      g_main_context_iteration (NULL, TRUE);
      self->turn++;
      g_assert_false (late);
    }
  g_source_remove (timeout);
}

gboolean
is_settled (Fixture *self)
{
  gboolean loading;

  g_object_get (self->model, "loading", &loading, NULL);
  return !loading;
}

void
ask (Fixture *self)
{
  tenure_row_model_set_query (self->model, self->query);
  spin (self, is_settled);
}

void
spin_for (Fixture *self, guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, on_late, &over);
  while (!over)
    {
      g_main_context_iteration (NULL, TRUE);
      self->turn++;
    }
}

TenureRow *
get (Fixture *self, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->model), position);
}

GPtrArray *
hold (Fixture *self, guint first, guint n)
{
  GPtrArray *held = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (held, get (self, first + i));
  return held;
}

static GPtrArray *waited_for;

static gboolean
all_read (Fixture *self)
{
  for (guint i = 0; i < waited_for->len; i++)
    if (tenure_row_record (waited_for->pdata[i]) == NULL)
      return FALSE;
  return TRUE;
}

void
spin_until_read (Fixture *self, GPtrArray *held)
{
  waited_for = held;
  spin (self, all_read);
  for (guint i = 0; i < held->len; i++)
    g_assert_cmpint (tenure_row_record (held->pdata[i])->id, ==, tenure_row_id (held->pdata[i]));
}

/* What a fresh key query answers. */
static gboolean
read_keys (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Fixture *self = data;
  g_autoptr (TenureKeyVector) keys = __real_tenure_lists_keys (connection, self->query, 0, error);

  g_assert_nonnull (keys);
  g_assert_cmpmem (self->shadow->data, self->shadow->len * sizeof (gint64), keys->ids, keys->n * sizeof (gint64));
  return TRUE;
}

void
assert_fresh (Fixture *self)
{
  rows_read (&self->rows, read_keys, self);
}
