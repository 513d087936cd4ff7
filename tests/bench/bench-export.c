/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exports of many orders: seconds, size, and memory above what the program had before. */
#include "../app/export-support.h"

#include <stdio.h>
#include <string.h>

/* MiB of "VmHWM", "VmRSS". */
static double
memory (const char *field)
{
  g_autofree char *text = NULL;
  const char *at;

  g_assert_true (g_file_get_contents ("/proc/self/status", &text, NULL, NULL));
  at = strstr (text, field);
  return at == NULL ? 0 : (double)g_ascii_strtoll (at + strlen (field) + 1, NULL, 10) / 1024;
}

static void
forget_peak (void)
{
  FILE *file = fopen ("/proc/self/clear_refs", "w");

  g_assert_nonnull (file);
  fputs ("5", file);
  fclose (file);
}

static void
measure (Place *place, const char *name, const TenureExport *export)
{
  double before, start;
  g_auto (TenureExportResult) made = { 0 };
  g_autofree char *bytes = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (place->target);
  g_autoptr (GFileInfo) info = NULL;

  forget_peak ();
  before = memory ("VmRSS:");
  start = (double)g_get_monotonic_time ();
  made = place_export (place, export);
  start = ((double)g_get_monotonic_time () - start) / 1e6;
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_print ("%-24s %9" G_GINT64_FORMAT " rows %8.2f s %8.1f MiB file %7.1f MiB above the base\n", name, made.rows, start,
           (double)g_file_info_get_size (info) / (1 << 20), memory ("VmHWM:") - before);
}

static void
run (guint n, gboolean both)
{
  Place place = { 0 };

  place_setup (&place, NULL);
  place_fill_orders (&place, n);
  measure (&place, "CSV, UTF-8", &(TenureExport){ .what = ORDERS, .format = CSV, .encoding = PLAIN });
  if (both)
    {
      measure (&place, "CSV, GB 18030", &(TenureExport){ .what = ORDERS, .format = CSV, .encoding = GB18030 });
      measure (&place, "XLSX", &(TenureExport){ .what = ORDERS, .format = XLSX });
    }
  place_teardown (&place, NULL);
}

int
main (void)
{
  run (100000, TRUE);
  run (1000000, FALSE);
  return 0;
}
