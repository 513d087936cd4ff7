/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-row-model.h"

#include "tenure-lists.h"
#include "tenure-row-cache.h"

/* Rows of a first screen, shown while the whole answer is on its way. */
#define FIRST_ROWS 256
/* A view walks over what is removed and added in one emission, so that is for small changes. */
#define SMALL_CHANGE 2048
/* It also makes the widgets of up to VIEW_ROWS at once: what a person asked for comes by screens until it has them, or
 * a frame would take as long as all of them. A screen stands alone until it is drawn. */
#define VIEW_ROWS 200
#define SCREEN_ROWS 32
#define SCREEN_MILLISECONDS 40
/* Least and greatest time between two publications while changes pour in. */
#define INTERVAL_LEAST (250 * G_TIME_SPAN_MILLISECOND)
#define INTERVAL_MOST (2 * G_TIME_SPAN_SECOND)

/* One key query on a reader. */
typedef struct
{
  TenureRowModel *model; /* NULL once the answer is for nobody */
  GCancellable *cancellable;
  TenureQuery *query;
  guint limit;
  gboolean change;    /* asked because something changed, not by a person */
  gboolean continued; /* the first screen is shown already */
  TenureKeyVector *keys;
} KeyJob;

struct _TenureRowModel
{
  GObject parent;
  TenureStore *store;
  char **scopes;
  TenureQuery *query;
  TenureQuery *answered;   /* what the newest answer answers */
  TenureKeyVector *shown;  /* what positions count in */
  TenureKeyVector *latest; /* the newest answer; shown follows in the next turn at the latest */
  TenureRowCache *cache;
  KeyJob *job;
  gboolean asked;     /* the newest answer is to a person's question */
  guint advance;      /* source: the second part of a large change */
  guint screen;       /* source: the next screen of an answer, or its rest */
  guint requery;      /* source: the next publication of changes */
  gboolean dirty;     /* something changed since the last key query began */
  gint64 published;   /* monotonic time of the last publication of changes */
  GTimeSpan interval; /* not before this has passed since then */
  gboolean loading;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TenureRowModel, tenure_row_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  PROP_LOADING = 1,
  PROP_COMPLETE,
  PROP_N_TOTAL,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];
static guint failed_signal;

/* GListModel ------------------------------------------------------------------------------------------------------ */

static GType
get_item_type (GListModel *model)
{
  return TENURE_TYPE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return TENURE_ROW_MODEL (model)->shown->n;
}

static gpointer
get_item (GListModel *model, guint position)
{
  TenureRowModel *self = TENURE_ROW_MODEL (model);

  return position < self->shown->n ? tenure_row_cache_get (self->cache, position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* Publishing ------------------------------------------------------------------------------------------------------ */

static void
update_loading (TenureRowModel *self)
{
  gboolean loading = self->job != NULL || self->advance != 0 || self->screen != 0;

  if (self->loading == loading)
    return;
  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static guint
common_prefix (const TenureKeyVector *a, const TenureKeyVector *b)
{
  guint most = MIN (a->n, b->n), n = 0;

  while (n < most && a->ids[n] == b->ids[n])
    n++;
  return n;
}

static guint
common_suffix (const TenureKeyVector *a, const TenureKeyVector *b, guint prefix)
{
  guint most = MIN (a->n, b->n) - prefix, n = 0;

  while (n < most && a->ids[a->n - 1 - n] == b->ids[b->n - 1 - n])
    n++;
  return n;
}

/* The two ends of @self. */
static TenureKeyVector *
without_middle (const TenureKeyVector *self, guint prefix, guint suffix)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), prefix + suffix);

  g_array_append_vals (ids, self->ids, prefix);
  g_array_append_vals (ids, self->ids + (self->n - suffix), suffix);
  return tenure_key_vector_new (ids, FALSE);
}

static void
show (TenureRowModel *self, TenureKeyVector *vector, gboolean stale)
{
  TenureKeyVector *former = self->shown;

  self->shown = tenure_key_vector_ref (vector);
  tenure_row_cache_begin (self->cache, self->answered, vector, stale);
  tenure_key_vector_unref (former);
}

static gboolean advance (gpointer data);

static gboolean
on_screen (gpointer data)
{
  TENURE_ROW_MODEL (data)->screen = 0;
  return advance (data);
}

/* The part of the newest answer that comes now; the rest is added in the next turn, or after a frame. */
static TenureKeyVector *
next_part (TenureRowModel *self, guint prefix, guint suffix)
{
  guint removed = self->shown->n - prefix - suffix, added = self->latest->n - prefix - suffix;

  if (removed > 0 && added > 0 && MAX (removed, added) > (self->asked ? SCREEN_ROWS : SMALL_CHANGE))
    {
      /* Before anything is drawn, so that no empty list flashes up. */
      self->advance = g_idle_add_full (G_PRIORITY_DEFAULT, advance, self, NULL);
      return without_middle (self->shown, prefix, suffix);
    }
  if (self->asked && added > SCREEN_ROWS && prefix + suffix < VIEW_ROWS)
    {
      /* Not before the frame that is due. */
      self->screen = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, SCREEN_MILLISECONDS, on_screen, self, NULL);
      return without_middle (self->latest, prefix + SCREEN_ROWS, suffix);
    }
  return tenure_key_vector_ref (self->latest);
}

/* Moves from what is shown to the newest answer: at once, or in parts. */
static void
move_on (TenureRowModel *self, gboolean stale)
{
  guint prefix = common_prefix (self->shown, self->latest);
  guint suffix = common_suffix (self->shown, self->latest, prefix);
  guint kept = prefix + suffix, removed = self->shown->n - kept;
  g_autoptr (TenureKeyVector) part = NULL;

  if (self->screen != 0 && removed == 0)
    {
      show (self, self->shown, stale); /* more of the same answer: it comes with the rest */
      return;
    }
  g_clear_handle_id (&self->advance, g_source_remove);
  g_clear_handle_id (&self->screen, g_source_remove);
  part = next_part (self, prefix, suffix);
  show (self, part, stale);
  if (removed > 0 || part->n > kept)
    g_list_model_items_changed (G_LIST_MODEL (self), prefix, removed, part->n - kept);
}

static gboolean
advance (gpointer data)
{
  g_autoptr (TenureRowModel) self = g_object_ref (TENURE_ROW_MODEL (data));

  self->advance = 0;
  move_on (self, FALSE);
  update_loading (self);
  return G_SOURCE_REMOVE;
}

static void
replace_latest (TenureRowModel *self, TenureKeyVector *keys, gboolean stale)
{
  g_autoptr (TenureKeyVector) former = self->latest;

  self->latest = tenure_key_vector_ref (keys);
  move_on (self, stale);
  if (former->n != keys->n)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_TOTAL]);
  if (former->complete != keys->complete)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

static TenureKeyVector *
empty_vector (void)
{
  return tenure_key_vector_new (g_array_new (FALSE, FALSE, sizeof (gint64)), TRUE);
}

static gboolean
same_table (const TenureQuery *a, const TenureQuery *b)
{
  return tenure_list_is_of_orders (a->list) == tenure_list_is_of_orders (b->list);
}

/* @query NULL: no question, no rows. */
static void
publish (TenureRowModel *self, const TenureQuery *query, TenureKeyVector *keys, gboolean stale)
{
  g_autoptr (TenureQuery) former = self->answered;

  self->answered = query == NULL ? NULL : tenure_query_copy (query);
  if (former != NULL && query != NULL && !same_table (former, query))
    {
      /* The same id is another thing now: no row is carried over. */
      g_autoptr (TenureKeyVector) none = empty_vector ();

      replace_latest (self, none, FALSE);
    }
  replace_latest (self, keys, stale);
}

/* Asking ---------------------------------------------------------------------------------------------------------- */

static void
key_job_free (KeyJob *job)
{
  g_object_unref (job->cancellable);
  tenure_query_free (job->query);
  g_clear_pointer (&job->keys, tenure_key_vector_unref);
  g_free (job);
}

static gboolean
read_keys (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  KeyJob *job = data;

  job->keys = tenure_lists_keys (connection, job->query, job->limit, error);
  return job->keys != NULL;
}

static void schedule (TenureRowModel *self);
static void start (TenureRowModel *self, KeyJob wish);

/* While changes pour in, publications come ever more slowly; after a pause the next one is immediate again. */
static void
note_publication (TenureRowModel *self)
{
  gint64 now = g_get_monotonic_time ();

  self->interval =
      now - self->published < 2 * self->interval ? MIN (2 * self->interval, INTERVAL_MOST) : INTERVAL_LEAST;
  self->published = now;
}

static void
take_answer (TenureRowModel *self, const KeyJob *job)
{
  gboolean first_screen = job->limit > 0 && !job->keys->complete;
  /* Nothing found so far is no answer: what is shown stays until there is one. */
  gboolean worth_showing = !first_screen || job->keys->n > 0;

  if (job->change)
    note_publication (self);
  if (first_screen)
    start (self, (KeyJob){ .continued = worth_showing });
  self->asked = !job->change;
  if (worth_showing)
    publish (self, job->query, job->keys, !job->continued);
}

static void
on_keys (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  KeyJob *job = data;
  gboolean done = tenure_store_job_finish (TENURE_STORE (source), result, &error);

  if (job->model != NULL)
    {
      g_autoptr (TenureRowModel) self = g_object_ref (job->model);

      self->job = NULL;
      if (done)
        take_answer (self, job);
      else
        g_signal_emit (self, failed_signal, 0, error);
      schedule (self);
      update_loading (self);
    }
  key_job_free (job);
}

static void
drop_job (TenureRowModel *self)
{
  if (self->job == NULL)
    return;
  self->job->model = NULL;
  g_cancellable_cancel (self->job->cancellable);
  self->job = NULL;
}

static void
start (TenureRowModel *self, KeyJob wish)
{
  KeyJob *job = g_new (KeyJob, 1);

  drop_job (self);
  if (!wish.continued)
    self->dirty = FALSE;
  *job = wish;
  job->model = self;
  job->cancellable = g_cancellable_new ();
  job->query = tenure_query_copy (self->query);
  self->job = job;
  tenure_store_read_async (self->store, read_keys, job, NULL, job->cancellable, on_keys, job);
  update_loading (self);
}

static gboolean
on_requery (gpointer data)
{
  TenureRowModel *self = TENURE_ROW_MODEL (data);

  self->requery = 0;
  start (self, (KeyJob){ .change = TRUE });
  return G_SOURCE_REMOVE;
}

/* Answers to changes: the running query is let finish, or a stream of changes would keep it from ever answering. */
static void
schedule (TenureRowModel *self)
{
  gint64 wait;

  if (!self->dirty || self->query == NULL || self->job != NULL || self->requery != 0)
    return;
  wait = self->published + self->interval - g_get_monotonic_time ();
  if (wait <= 0)
    start (self, (KeyJob){ .change = TRUE });
  else
    self->requery = g_timeout_add ((guint)(wait / G_TIME_SPAN_MILLISECOND) + 1, on_requery, self);
}

static void
on_changed (TenureStore *store, const char *const *scopes, TenureRowModel *self)
{
  for (guint i = 0; self->scopes != NULL && self->scopes[i] != NULL; i++)
    if (g_strv_contains (scopes, self->scopes[i]))
      self->dirty = TRUE;
  schedule (self);
}

/* The object ------------------------------------------------------------------------------------------------------ */

static void
on_page_failed (const GError *error, gpointer owner)
{
  g_signal_emit (owner, failed_signal, 0, error);
}

static void
tenure_row_model_dispose (GObject *object)
{
  TenureRowModel *self = TENURE_ROW_MODEL (object);

  drop_job (self);
  g_clear_handle_id (&self->advance, g_source_remove);
  g_clear_handle_id (&self->screen, g_source_remove);
  g_clear_handle_id (&self->requery, g_source_remove);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  G_OBJECT_CLASS (tenure_row_model_parent_class)->dispose (object);
}

static void
tenure_row_model_finalize (GObject *object)
{
  TenureRowModel *self = TENURE_ROW_MODEL (object);

  g_clear_pointer (&self->cache, tenure_row_cache_free);
  g_clear_pointer (&self->shown, tenure_key_vector_unref);
  g_clear_pointer (&self->latest, tenure_key_vector_unref);
  g_clear_pointer (&self->query, tenure_query_free);
  g_clear_pointer (&self->answered, tenure_query_free);
  g_clear_pointer (&self->scopes, g_strfreev);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (tenure_row_model_parent_class)->finalize (object);
}

static void
tenure_row_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TenureRowModel *self = TENURE_ROW_MODEL (object);

  switch (id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_COMPLETE:
      g_value_set_boolean (value, self->latest->complete);
      break;
    case PROP_N_TOTAL:
      g_value_set_uint (value, self->latest->n);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tenure_row_model_class_init (TenureRowModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = tenure_row_model_dispose;
  object_class->finalize = tenure_row_model_finalize;
  object_class->get_property = tenure_row_model_get_property;
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, TRUE, flags);
  properties[PROP_N_TOTAL] = g_param_spec_uint ("n-total", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  failed_signal = g_signal_new ("failed", TENURE_TYPE_ROW_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_ERROR);
}

static void
tenure_row_model_init (TenureRowModel *self)
{
  self->shown = empty_vector ();
  self->latest = tenure_key_vector_ref (self->shown);
  self->interval = INTERVAL_LEAST;
}

TenureRowModel *
tenure_row_model_new (TenureStore *store)
{
  TenureRowModel *self = g_object_new (TENURE_TYPE_ROW_MODEL, NULL);

  self->store = g_object_ref (store);
  self->cache = tenure_row_cache_new (store, on_page_failed, self);
  tenure_row_cache_begin (self->cache, NULL, self->shown, FALSE);
  g_signal_connect (store, "changed", G_CALLBACK (on_changed), self);
  return self;
}

void
tenure_row_model_set_query (TenureRowModel *self, const TenureQuery *query)
{
  g_autoptr (TenureQuery) former = self->query;
  g_autoptr (TenureKeyVector) none = NULL;

  self->query = query == NULL ? NULL : tenure_query_copy (query);
  g_clear_handle_id (&self->requery, g_source_remove);
  if (self->query != NULL)
    {
      start (self, (KeyJob){ .limit = self->query->search != NULL || self->latest->n == 0 ? FIRST_ROWS : 0 });
      return;
    }
  drop_job (self);
  none = empty_vector ();
  publish (self, NULL, none, FALSE);
  update_loading (self);
}

const TenureQuery *
tenure_row_model_query (TenureRowModel *self)
{
  return self->query;
}

void
tenure_row_model_set_scopes (TenureRowModel *self, const char *const *scopes)
{
  char **former = self->scopes;

  self->scopes = g_strdupv ((char **)scopes);
  g_strfreev (former);
}

void
tenure_row_model_set_now (TenureRowModel *self, gint64 now)
{
  if (self->query == NULL)
    return;
  self->query->now = now;
  tenure_row_cache_retell (self->cache);
  self->dirty = TRUE;
  schedule (self);
}

TenureKeyVector *
tenure_row_model_keys (TenureRowModel *self)
{
  return tenure_key_vector_ref (self->shown);
}

TenureKeyVector *
tenure_row_model_latest_keys (TenureRowModel *self)
{
  return tenure_key_vector_ref (self->latest);
}

guint
tenure_row_model_n_total (TenureRowModel *self)
{
  return self->latest->n;
}

guint
tenure_row_model_find (TenureRowModel *self, gint64 id)
{
  for (guint i = 0; i < self->shown->n; i++)
    if (self->shown->ids[i] == id)
      return i;
  return G_MAXUINT;
}

guint
tenure_row_model_live_rows (TenureRowModel *self)
{
  return tenure_row_cache_live_rows (self->cache);
}

guint
tenure_row_model_cached_pages (TenureRowModel *self)
{
  return tenure_row_cache_pages (self->cache);
}
