/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of the lists: bench-lists [ROWS | DATABASE]. Makes that many orders and resources (100,000), or reads a
 * database that there is. Asserts nothing. */
#include <stdlib.h>
#include <time.h>

#include "../store/rows-support.h"

#include "tenure-facts.h"
#include "tenure-lists.h"

#define REPEATS 3
#define FACTS 50000

typedef struct
{
  TenureQuery *query;
  guint limit;
  guint at; /* page to read, by its first position */
  TenureKeyVector *keys;
  GPtrArray *found;
} Job;

static gboolean
read_keys (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  g_clear_pointer (&job->keys, tenure_key_vector_unref);
  job->keys = tenure_lists_keys (connection, job->query, job->limit, error);
  return job->keys != NULL;
}

static gboolean
read_page (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  job->found =
      tenure_lists_records (connection, job->query, job->keys->ids + job->at, MIN (128, job->keys->n - job->at), error);
  g_clear_pointer (&job->found, g_ptr_array_unref);
  return TRUE;
}

static gboolean
read_facts (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  gboolean orders = tenure_list_is_of_orders (job->query->list);

  job->found = orders
                   ? tenure_facts_orders_by_id (connection, job->keys->ids, MIN (FACTS, job->keys->n), error)
                   : tenure_facts_resources_by_id (connection, job->keys->ids, MIN (FACTS, job->keys->n), TRUE, error);
  g_clear_pointer (&job->found, g_ptr_array_unref);
  return TRUE;
}

/* The processor's time, which a busy machine does not stretch. */
static gint64
cpu_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* Milliseconds of processor time, of the fastest of a few runs. */
static double
fastest (Rows *rows, TenureJob read, Job *job)
{
  gint64 least = G_MAXINT64;

  for (guint i = 0; i < REPEATS; i++)
    {
      gint64 began = cpu_time ();

      rows_read (rows, read, job);
      least = MIN (least, cpu_time () - began);
    }
  return (double)least / 1000;
}

static TenureQuery *
new_query (Rows *rows, TenureList list)
{
  TenureQuery *query = tenure_query_new (list);

  query->account = g_strdup ("demo");
  query->now = rows->now;
  query->level = TENURE_LEVEL_V3;
  query->policy = tenure_policy_ref (rows->policy);
  return query;
}

static void
print_keys (Rows *rows, Job *job, const char *what, int detail)
{
  double time = fastest (rows, read_keys, job);

  g_print ("%-34s %3d %9u keys %9.1f ms%s\n", what, detail, job->keys->n, time, job->keys->complete ? "" : " (first)");
}

static void
print_sorts (Rows *rows)
{
  static const struct
  {
    TenureList list;
    const char *name;
    const char *sorts; /* by number */
  } lists[] = {
    { TENURE_LIST_ORDERS, "orders, sort", "\0\1\3\5\6\10" },
    { TENURE_LIST_RENEWALS, "renewals, sort", "\0\1\2\3\4\6" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < 6; j++)
      {
        Job job = { .query = new_query (rows, lists[i].list) };

        job.query->sort = (TenureSort)lists[i].sorts[j];
        print_keys (rows, &job, lists[i].name, lists[i].sorts[j]);
        tenure_key_vector_unref (job.keys);
        tenure_query_free (job.query);
      }
}

static void
print_lists (Rows *rows)
{
  static const char *const names[] = { "orders", "unpaid", "renewals", "in use", "five days", "periods", "resources" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      Job job = { .query = new_query (rows, (TenureList)i) };

      print_keys (rows, &job, names[i], 0);
      g_print ("%-34s     first page %.1f ms, ", names[i], job.keys->n > 0 ? fastest (rows, read_page, &job) : 0);
      job.at = job.keys->n / 2;
      g_print ("middle page %.1f ms\n", job.keys->n > 0 ? fastest (rows, read_page, &job) : 0);
      tenure_key_vector_unref (job.keys);
      tenure_query_free (job.query);
    }
}

static void
print_filter (Rows *rows, const char *what, TenureQuery *query)
{
  Job job = { .query = query };

  print_keys (rows, &job, what, 0);
  tenure_key_vector_unref (job.keys);
  tenure_query_free (query);
}

static void
print_filters (Rows *rows)
{
  TenureQuery *query = new_query (rows, TENURE_LIST_RENEWALS);

  query->mode = TENURE_MODE_AUTO;
  print_filter (rows, "renewals, automatic", query);
  query = new_query (rows, TENURE_LIST_RENEWALS);
  query->life = TENURE_LIFE_FROZEN;
  query->hide_unpaid = TRUE;
  print_filter (rows, "renewals, frozen, no open order", query);
  query = new_query (rows, TENURE_LIST_RENEWALS);
  query->region = g_strdup ("cn-east-3");
  print_filter (rows, "renewals, one region", query);
  query = new_query (rows, TENURE_LIST_ORDERS);
  query->service = g_strdup ("ecs");
  print_filter (rows, "orders, one service", query);
  query = new_query (rows, TENURE_LIST_ORDERS);
  query->status = TENURE_ORDER_COMPLETED;
  query->sort = TENURE_SORT_KEY;
  print_filter (rows, "orders, completed, by number", query);
}

static void
print_searches (Rows *rows)
{
  static const char *const texts[] = { "web", "服务器", "cs00000001", "no such thing" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint first = 0; first < 2; first++)
      {
        Job job = { .query = new_query (rows, TENURE_LIST_ORDERS), .limit = first ? 256 : 0 };
        g_autofree char *what = g_strconcat ("orders, search “", texts[i], "”", NULL);

        job.query->search = g_strdup (texts[i]);
        print_keys (rows, &job, what, 0);
        tenure_key_vector_unref (job.keys);
        tenure_query_free (job.query);
      }
}

static void
print_facts (Rows *rows)
{
  static const TenureList lists[] = { TENURE_LIST_RENEWALS, TENURE_LIST_ORDERS };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      Job job = { .query = new_query (rows, lists[i]) };

      rows_read (rows, read_keys, &job);
      g_print ("facts of %u %-21s %26.1f ms\n", MIN (FACTS, job.keys->n), i == 0 ? "resources" : "orders",
               fastest (rows, read_facts, &job));
      tenure_key_vector_unref (job.keys);
      tenure_query_free (job.query);
    }
}

static void
print_memory (void)
{
  g_autofree char *status = NULL;
  g_auto (GStrv) lines = NULL;

  g_file_get_contents ("/proc/self/status", &status, NULL, NULL);
  lines = g_strsplit (status, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "VmHWM") || g_str_has_prefix (lines[i], "VmRSS"))
      g_print ("%s\n", lines[i]);
}

/* The store of a database that there is, read only by these figures. */
static void
open_given (Rows *rows, const char *path)
{
  g_autoptr (GError) error = NULL;

  tenure_store_close (rows->store);
  g_set_object (&rows->store, NULL);
  rows->store = tenure_store_open (path, FALSE, FALSE, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  gboolean given = argc > 1 && g_file_test (argv[1], G_FILE_TEST_IS_REGULAR);
  guint n = argc > 1 && !given ? (guint)strtoul (argv[1], NULL, 10) : 100000;
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  gint64 began = g_get_monotonic_time ();
  Rows rows;

  g_test_init (&argc, &argv, NULL);
  rows_init (&rows);
  if (given)
    open_given (&rows, argv[1]);
  else
    rows_fill (&rows, random, n, n);
  g_print ("%s in %.1f s\n", given ? argv[1] : "filled", (double)(g_get_monotonic_time () - began) / G_USEC_PER_SEC);
  print_lists (&rows);
  print_sorts (&rows);
  print_filters (&rows);
  print_searches (&rows);
  print_facts (&rows);
  print_memory ();
  rows_clear (&rows);
  return 0;
}
