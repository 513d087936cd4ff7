/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-reading.h"

#include <glib/gi18n-lib.h>

#include "tenure-error.h"
#include "tenure-facts.h"
#include "tenure-journal.h"
#include "tenure-lists.h"

/* What one job is asked; each job looks at its own members and sets result, a pointer that the caller owns. */
typedef struct
{
  TenureSession *session;
  const TenureQuery *query;
  const gint64 *ids;
  guint n, limit;
  const char *const *keys;
  const char *text;
  gint64 id, count;
  gpointer result;
} Reading;

static gpointer
run (Reading *reading, TenureJob job, GError **error)
{
  if (!tenure_store_read (tenure_session_store (reading->session), job, reading, NULL, error))
    return NULL;
  return reading->result;
}

static gboolean
keys_job (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;

  reading->result = tenure_lists_keys (connection, reading->query, reading->limit, error);
  return reading->result != NULL;
}

TenureKeyVector *
tenure_read_keys (TenureSession *session, const TenureQuery *query, guint limit, GError **error)
{
  return run (&(Reading){ .session = session, .query = query, .limit = limit }, keys_job, error);
}

static gboolean
records_job (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;

  reading->result = tenure_lists_records (connection, reading->query, reading->ids, reading->n, error);
  return reading->result != NULL;
}

GPtrArray *
tenure_read_records (TenureSession *session, const TenureQuery *query, const gint64 *ids, guint n, GError **error)
{
  return run (&(Reading){ .session = session, .query = query, .ids = ids, .n = n }, records_job, error);
}

static void
free_refusal (gpointer refusal)
{
  if (refusal != NULL)
    tenure_refusal_free (refusal);
}

static gboolean
refusals_job (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;
  g_autoptr (GPtrArray) refusals = g_ptr_array_new_with_free_func (free_refusal);

  g_ptr_array_set_size (refusals, (gint)reading->n);
  if (!reading->query->judge (connection, reading->query, reading->ids, reading->n,
                              (TenureRefusal **)(gpointer)refusals->pdata, error))
    return FALSE;
  reading->result = g_steal_pointer (&refusals);
  return TRUE;
}

GPtrArray *
tenure_read_refusals (TenureSession *session, const TenureQuery *query, const gint64 *ids, guint n, GError **error)
{
  return run (&(Reading){ .session = session, .query = query, .ids = ids, .n = n }, refusals_job, error);
}

static gboolean
orders_job (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;

  reading->result = tenure_facts_orders (connection, tenure_session_account (reading->session), reading->keys, error);
  return reading->result != NULL;
}

GPtrArray *
tenure_read_orders (TenureSession *session, const char *const *keys, GError **error)
{
  return run (&(Reading){ .session = session, .keys = keys }, orders_job, error);
}

static gboolean
trace_job (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;

  reading->result = tenure_facts_trace (connection, reading->id, error);
  return reading->result != NULL;
}

GPtrArray *
tenure_read_trace (TenureSession *session, gint64 order_id, GError **error)
{
  return run (&(Reading){ .session = session, .id = order_id }, trace_job, error);
}

static gboolean
resources_job (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;
  const char *account = tenure_session_account (reading->session);

  reading->result = tenure_facts_resources (connection, account, reading->keys, TRUE, error);
  return reading->result != NULL;
}

GPtrArray *
tenure_read_resources (TenureSession *session, const char *const *keys, GError **error)
{
  return run (&(Reading){ .session = session, .keys = keys }, resources_job, error);
}

static gboolean
coupons_job (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;

  reading->result = tenure_facts_coupons (connection, reading->id, error);
  return reading->result != NULL;
}

GPtrArray *
tenure_read_coupons (TenureSession *session, GError **error)
{
  TenureAccount account = { 0 };
  GPtrArray *coupons;

  if (!tenure_session_read_account (session, &account, error))
    return NULL;
  coupons = run (&(Reading){ .session = session, .id = account.id }, coupons_job, error);
  tenure_account_clear (&account);
  return coupons;
}

static gboolean
journal_job (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;

  reading->result = tenure_journal_read (connection, reading->text, reading->limit, error);
  return reading->result != NULL;
}

GPtrArray *
tenure_read_journal (TenureSession *session, const char *subject, guint limit, GError **error)
{
  return run (&(Reading){ .session = session, .text = subject, .limit = limit }, journal_job, error);
}

static gboolean
verify_job (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;

  return tenure_journal_verify (connection, reading->text, &reading->count, error);
}

gboolean
tenure_read_journal_verify (TenureSession *session, const char *head, gint64 *n_events, GError **error)
{
  Reading reading = { .session = session, .text = head };
  gboolean whole = tenure_store_read (tenure_session_store (session), verify_job, &reading, NULL, error);

  *n_events = reading.count;
  return whole;
}

static gboolean
head_job (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;

  reading->result = tenure_journal_head (connection, error);
  return reading->result != NULL;
}

char *
tenure_read_journal_head (TenureSession *session, GError **error)
{
  return run (&(Reading){ .session = session }, head_job, error);
}

/* Names ------------------------------------------------------------------------------------------------------------*/

/* The records of a list, all of them: for lists that a person typed. */
static GPtrArray *
read_list (TenureSession *session, const TenureQuery *query, GError **error)
{
  g_autoptr (TenureKeyVector) keys = tenure_read_keys (session, query, 0, error);

  return keys ? tenure_read_records (session, query, keys->ids, keys->n, error) : NULL;
}

/* The set of those @names that are ids. */
static GHashTable *
known_ids (TenureSession *session, const char *const *names, GError **error)
{
  g_autoptr (TenureQuery) query = tenure_session_query (session, TENURE_LIST_RESOURCES);
  g_autoptr (GPtrArray) records = NULL;
  GHashTable *known;

  query->keys = g_strdupv ((char **)names);
  records = read_list (session, query, error);
  if (!records)
    return NULL;
  known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < records->len; i++)
    if (records->pdata[i])
      g_hash_table_add (known, g_strdup (((TenureRecord *)records->pdata[i])->key));
  return known;
}

static char *
id_for_name (TenureSession *session, const char *name, GError **error)
{
  g_autoptr (TenureQuery) query = tenure_session_query (session, TENURE_LIST_RESOURCES);
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *found = NULL;
  guint n = 0;

  query->search = g_strdup (name);
  query->status = TENURE_RESOURCE_ACTIVE;
  records = read_list (session, query, error);
  if (!records)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    {
      TenureRecord *record = records->pdata[i];

      if (!record || !g_str_equal (record->name, name))
        continue;
      g_free (found);
      found = g_strdup (record->key);
      n++;
    }
  if (n == 0)
    g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN,
                 _ ("“%s” is neither the id nor the name of a resource; “tenurectl resources” lists them"), name);
  if (n > 1)
    g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                 _ ("%u resources are called “%s”; name the one by its id"), n, name);
  return n == 1 ? g_steal_pointer (&found) : NULL;
}

char **
tenure_read_resource_ids (TenureSession *session, const char *const *names, GError **error)
{
  g_autoptr (GHashTable) known = known_ids (session, names, error);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; known && names[i]; i++)
    {
      g_autofree char *id =
          g_hash_table_contains (known, names[i]) ? g_strdup (names[i]) : id_for_name (session, names[i], error);

      if (!id)
        return NULL;
      g_strv_builder_add (ids, id);
    }
  return known ? g_strv_builder_end (ids) : NULL;
}
