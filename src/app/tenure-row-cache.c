/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-row-cache.h"

#include "tenure-lists.h"

/* Pages of one job: a frame wants two or three; more would make the newest wait for the oldest. */
#define PAGES_A_JOB 8
/* Rows that hear of their records in one turn: a text that changes is laid out anew, and hundreds of them in a frame
 * would be seen. The frame that is due comes between. */
#define ROWS_A_TURN 48
#define TURN_MILLISECONDS 20

/* Records of TENURE_PAGE_ROWS neighbours, NULL where the row no longer exists. */
typedef struct
{
  guint number;
  GPtrArray *records;
} Page;

/* What one reader job fetches: whole pages, then living rows that lie in none of them. */
typedef struct
{
  TenureRowCache *cache; /* NULL once the answer is for nobody */
  GCancellable *cancellable;
  TenureQuery *query;
  GArray *ids;   /* gint64 */
  GArray *pages; /* guint: numbers of the pages at the front of the ids */
  GPtrArray *records;
  guint delivered; /* of the records */
  guint turn;      /* when the rest is delivered */
} Job;

struct _TenureRowCache
{
  TenureStore *store;
  TenureRowCacheFailed failed;
  gpointer owner;
  TenureQuery *query;
  TenureKeyVector *vector;
  GHashTable *rows;   /* id → TenureRow, not referenced */
  GQueue pages;       /* Page, newest use first */
  GHashTable *wanted; /* numbers of pages */
  gboolean look;      /* living rows may wait without being asked for again */
  guint idle;
  Job *job;
};

static void
page_free (Page *page)
{
  g_ptr_array_unref (page->records);
  g_free (page);
}

static void
job_free (Job *job)
{
  g_object_unref (job->cancellable);
  tenure_query_free (job->query);
  g_array_unref (job->ids);
  g_array_unref (job->pages);
  g_clear_pointer (&job->records, g_ptr_array_unref);
  g_free (job);
}

static guint
page_length (const TenureRowCache *self, guint number)
{
  return MIN (TENURE_PAGE_ROWS, self->vector->n - number * TENURE_PAGE_ROWS);
}

static Page *
find_page (TenureRowCache *self, guint number)
{
  for (GList *link = self->pages.head; link != NULL; link = link->next)
    {
      Page *page = link->data;

      if (page->number != number)
        continue;
      g_queue_unlink (&self->pages, link);
      g_queue_push_head_link (&self->pages, link);
      return page;
    }
  return NULL;
}

static void
keep_page (TenureRowCache *self, guint number, const GPtrArray *records, guint first)
{
  Page *page = g_new (Page, 1);

  page->number = number;
  page->records = g_ptr_array_new_with_free_func ((GDestroyNotify)tenure_record_unref);
  for (guint i = 0; i < page_length (self, number); i++)
    {
      TenureRecord *record = records->pdata[first + i];

      g_ptr_array_add (page->records, record == NULL ? NULL : tenure_record_ref (record));
    }
  g_queue_push_head (&self->pages, page);
  if (self->pages.length > TENURE_PAGES_KEPT)
    page_free (g_queue_pop_tail (&self->pages));
}

/* Reading -------------------------------------------------------------------------------------------------------- */

static gboolean
read_records (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  job->records =
      tenure_lists_records (connection, job->query, (const gint64 *)(gpointer)job->ids->data, job->ids->len, error);
  return job->records != NULL;
}

static void schedule (TenureRowCache *self);

static void
keep_pages (TenureRowCache *self, const Job *job)
{
  guint first = 0;

  for (guint i = 0; i < job->pages->len; i++)
    {
      guint number = g_array_index (job->pages, guint, i);

      keep_page (self, number, job->records, first);
      first += page_length (self, number);
    }
}

/* Until the job is for nobody any more: whoever hears of a record may ask another question, or drop the last
 * reference to a row. */
static void
deliver_some (Job *job)
{
  for (guint n = 0; n < ROWS_A_TURN && job->cache != NULL && job->delivered < job->ids->len; job->delivered++)
    {
      const gint64 *id = &g_array_index (job->ids, gint64, job->delivered);
      TenureRow *row = g_hash_table_lookup (job->cache->rows, id);

      if (row == NULL)
        continue;
      g_autoptr (TenureRow) held = g_object_ref (row);
      tenure_row_deliver (held, job->records->pdata[job->delivered]);
      n++;
    }
}

static void
finish_job (Job *job)
{
  if (job->cache != NULL)
    {
      job->cache->job = NULL;
      schedule (job->cache);
    }
  job_free (job);
}

static gboolean
on_turn (gpointer data)
{
  Job *job = data;

  job->turn = 0;
  deliver_some (job);
  if (job->cache != NULL && job->delivered < job->ids->len)
    job->turn = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, TURN_MILLISECONDS, on_turn, job, NULL);
  else
    finish_job (job);
  return G_SOURCE_REMOVE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  Job *job = data;
  gboolean done = tenure_store_job_finish (TENURE_STORE (source), result, &error);

  if (job->cache == NULL)
    job_free (job);
  else if (done)
    {
      keep_pages (job->cache, job);
      on_turn (job);
    }
  else
    {
      job->cache->failed (error, job->cache->owner);
      if (job->cache != NULL)
        job->cache->job = NULL; /* it is asked for again with the next change, not in a circle */
      job_free (job);
    }
}

/* A page is worth reading while a living row of it waits; the eye may have moved on. */
static gboolean
is_waited_for (const TenureRowCache *self, guint number)
{
  const gint64 *ids = self->vector->ids + (gsize)number * TENURE_PAGE_ROWS;

  for (guint i = 0; i < page_length (self, number); i++)
    {
      TenureRow *row = g_hash_table_lookup (self->rows, &ids[i]);

      if (row != NULL && !tenure_row_loaded (row))
        return TRUE;
    }
  return FALSE;
}

static void
take_pages (TenureRowCache *self, Job *job)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->wanted);
  while (job->pages->len < PAGES_A_JOB && g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint number = GPOINTER_TO_UINT (key);

      g_hash_table_iter_remove (&iter);
      if (!is_waited_for (self, number))
        continue;
      g_array_append_val (job->pages, number);
      g_array_append_vals (job->ids, self->vector->ids + (gsize)number * TENURE_PAGE_ROWS, page_length (self, number));
    }
}

/* Rows that are held but not asked for again: the view kept them across a change. */
static void
take_living (TenureRowCache *self, Job *job)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  gpointer key, row;
  guint n_in_pages = job->ids->len;

  for (guint i = 0; i < n_in_pages; i++)
    {
      row = g_hash_table_lookup (self->rows, &g_array_index (job->ids, gint64, i));
      if (row != NULL)
        g_hash_table_add (taken, (gpointer)tenure_row_key (row));
    }
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &key, &row))
    if (!tenure_row_loaded (row) && !g_hash_table_contains (taken, key))
      g_array_append_vals (job->ids, key, 1);
  self->look = FALSE;
}

static gboolean
start_job (gpointer data)
{
  TenureRowCache *self = data;
  Job *job = g_new0 (Job, 1);

  self->idle = 0;
  job->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  job->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  job->cancellable = g_cancellable_new ();
  job->query = tenure_query_copy (self->query);
  take_pages (self, job);
  take_living (self, job);
  if (job->ids->len == 0)
    {
      job_free (job);
      return G_SOURCE_REMOVE;
    }
  job->cache = self;
  self->job = job;
  tenure_store_read_async (self->store, read_records, job, NULL, job->cancellable, on_read, job);
  return G_SOURCE_REMOVE;
}

/* One job at a time; the idle lets a frame ask for all its rows first, and comes before the frame is drawn. */
static void
schedule (TenureRowCache *self)
{
  if (self->idle != 0 || self->job != NULL || self->query == NULL)
    return;
  if (self->look || g_hash_table_size (self->wanted) > 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, start_job, self, NULL);
}

static void
drop_job (TenureRowCache *self)
{
  if (self->job == NULL)
    return;
  Job *job = g_steal_pointer (&self->job);
  job->cache = NULL;
  g_cancellable_cancel (job->cancellable);
  if (job->turn == 0)
    return; /* whoever holds it frees it: its reader, or the turn that is running */
  g_source_remove (job->turn);
  job_free (job);
}

/* Rows ------------------------------------------------------------------------------------------------------------ */

static void
on_row_gone (TenureRow *row, gpointer data)
{
  TenureRowCache *self = data;

  g_hash_table_remove (self->rows, tenure_row_key (row));
}

static void
fill_or_want (TenureRowCache *self, TenureRow *row, guint position)
{
  guint number = position / TENURE_PAGE_ROWS;
  Page *page = find_page (self, number);

  if (page != NULL)
    tenure_row_deliver (row, page->records->pdata[position % TENURE_PAGE_ROWS]);
  else
    {
      g_hash_table_add (self->wanted, GUINT_TO_POINTER (number));
      schedule (self);
    }
}

TenureRow *
tenure_row_cache_get (TenureRowCache *self, guint position)
{
  gint64 id = self->vector->ids[position];
  TenureRow *row = g_hash_table_lookup (self->rows, &id);

  if (row == NULL)
    {
      row = tenure_row_new (id, on_row_gone, self);
      g_hash_table_insert (self->rows, (gpointer)tenure_row_key (row), row);
    }
  else
    g_object_ref (row);
  if (!tenure_row_loaded (row))
    fill_or_want (self, row, position);
  return row;
}

static void
orphan_rows (TenureRowCache *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    tenure_row_orphan (row);
  g_hash_table_remove_all (self->rows);
}

static void
expire_rows (TenureRowCache *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    tenure_row_expire (row);
}

void
tenure_row_cache_begin (TenureRowCache *self, const TenureQuery *query, TenureKeyVector *vector, gboolean stale)
{
  TenureKeyVector *former = self->vector;

  drop_job (self);
  g_clear_handle_id (&self->idle, g_source_remove); /* what was wanted of the former query */
  if (self->query == NULL || query == NULL ||
      tenure_list_is_of_orders (self->query->list) != tenure_list_is_of_orders (query->list))
    orphan_rows (self); /* the same id is another thing now */
  g_queue_clear_full (&self->pages, (GDestroyNotify)page_free);
  g_hash_table_remove_all (self->wanted);
  self->vector = tenure_key_vector_ref (vector);
  g_clear_pointer (&former, tenure_key_vector_unref);
  g_clear_pointer (&self->query, tenure_query_free);
  self->query = query == NULL ? NULL : tenure_query_copy (query);
  if (stale)
    expire_rows (self);
  self->look = g_hash_table_size (self->rows) > 0;
  schedule (self);
}

TenureRowCache *
tenure_row_cache_new (TenureStore *store, TenureRowCacheFailed failed, gpointer owner)
{
  TenureRowCache *self = g_new0 (TenureRowCache, 1);

  self->store = g_object_ref (store);
  self->failed = failed;
  self->owner = owner;
  self->rows = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->wanted = g_hash_table_new (NULL, NULL);
  g_queue_init (&self->pages);
  return self;
}

void
tenure_row_cache_free (TenureRowCache *self)
{
  drop_job (self);
  g_clear_handle_id (&self->idle, g_source_remove);
  orphan_rows (self);
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->wanted);
  g_queue_clear_full (&self->pages, (GDestroyNotify)page_free);
  g_clear_pointer (&self->query, tenure_query_free);
  g_clear_pointer (&self->vector, tenure_key_vector_unref);
  g_object_unref (self->store);
  g_free (self);
}

void
tenure_row_cache_retell (TenureRowCache *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_ptr_array_add (rows, g_object_ref (row));
  g_ptr_array_foreach (rows, (GFunc)(void (*) (void))tenure_row_retell, NULL);
}

guint
tenure_row_cache_live_rows (TenureRowCache *self)
{
  return g_hash_table_size (self->rows);
}

guint
tenure_row_cache_pages (TenureRowCache *self)
{
  return self->pages.length;
}
