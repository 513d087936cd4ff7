/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-wording-exports.h"

#include <glib/gi18n-lib.h>

#include "tenure-wording-names.h"

static const char *
word (const char *const *words, gsize n, int value)
{
  return value >= 0 && (gsize)value < n ? _ (words[value]) : "—";
}

const char *
tenure_word_export (int what)
{
  static const char *const WORDS[] = { N_ ("My Orders"), N_ ("Orders Pending Payment"), N_ ("Renewal List"),
                                       N_ ("Renewal Price List") };

  return word (WORDS, G_N_ELEMENTS (WORDS), what);
}

const char *
tenure_word_export_format (int format)
{
  static const char *const WORDS[] = { N_ ("CSV"), N_ ("Excel (XLSX)") };

  return word (WORDS, G_N_ELEMENTS (WORDS), format);
}

const char *
tenure_word_export_encoding (int encoding)
{
  static const char *const WORDS[] = { N_ ("UTF-8 with BOM"), N_ ("UTF-8"), N_ ("GB 18030") };

  return word (WORDS, G_N_ELEMENTS (WORDS), encoding);
}

const char *
tenure_word_export_state (TenureExportState state)
{
  static const char *const WORDS[] = {
    [TENURE_EXPORT_REQUESTED] = N_ ("Requested"),
    [TENURE_EXPORT_MAKING] = N_ ("Being made"),
    [TENURE_EXPORT_READY] = N_ ("Ready"),
    [TENURE_EXPORT_FAILED] = N_ ("Failed"),
  };

  return word (WORDS, G_N_ELEMENTS (WORDS), (int)state);
}

const char *
tenure_word_export_reason (const char *reason)
{
  static const struct
  {
    const char *reason, *text;
  } WORDS[] = {
    { "cancelled", N_ ("It was stopped; download it again") },
    { "no-space", N_ ("There was no room; make room or choose another folder") },
    { "denied", N_ ("The folder may not be written to; choose another one") },
    { "read-only", N_ ("The place can only be read; choose another one") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (g_strcmp0 (WORDS[i].reason, reason) == 0)
      return _ (WORDS[i].text);
  return _ ("It could not be written; try again or choose another folder");
}

char *
tenure_word_left_out (gint64 n)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d row beyond the limit is left out; narrow the filter to export it.",
                   "%d rows beyond the limit are left out; narrow the filter to export them.", (gulong)n),
      (int)n);
}

/* The question ---------------------------------------------------------------------------------------------------- */

/* Adds "label: value"; takes @value, NULL for nothing. */
static void
add (GPtrArray *parts, const char *label, char *value)
{
  if (value != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_ ("%s: %s"), label, value));
  g_free (value);
}

static void
add_range (GPtrArray *parts, const TenureQuery *query)
{
  g_autofree char *from = query->from != TENURE_TIME_UNKNOWN ? tenure_word_day (query->from) : g_strdup ("…");
  g_autofree char *to = query->to != TENURE_TIME_UNKNOWN ? tenure_word_day (query->to) : g_strdup ("…");

  if (query->from != TENURE_TIME_UNKNOWN || query->to != TENURE_TIME_UNKNOWN)
    add (parts, tenure_list_is_of_orders (query->list) ? _ ("Created") : _ ("Expiry"),
         g_strdup_printf ("%s – %s", from, to));
}

static void
add_names (GPtrArray *parts, const TenureQuery *query, TenureCatalogue *catalogue)
{
  if (query->mode >= 0)
    add (parts, _ ("Renewal"), g_strdup (tenure_word_mode ((TenureMode)query->mode)));
  if (query->status >= 0)
    add (parts, _ ("Status"), g_strdup (tenure_word_order_status ((TenureOrderStatus)query->status)));
  if (query->type >= 0)
    add (parts, _ ("Type"), g_strdup (tenure_word_order_type ((TenureOrderType)query->type)));
  if (query->life >= 0)
    add (parts, _ ("Status"), g_strdup (tenure_word_life ((TenureLife)query->life)));
  add (parts, _ ("Service"), g_strdup (query->service));
  add (parts, _ ("Product"), query->product != NULL ? tenure_word_products (catalogue, query->product) : NULL);
  if (query->region != NULL)
    add (parts, _ ("Region"), g_strdup (tenure_word_region (catalogue, query->region)));
  add (parts, _ ("Search"), g_strdup (query->search));
}

static char *
word_filter (const TenureQuery *query, TenureCatalogue *catalogue)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  add_names (parts, query, catalogue);
  add_range (parts, query);
  if (query->in_use_only)
    g_ptr_array_add (parts, g_strdup (tenure_word_life (TENURE_LIFE_IN_USE)));
  if (query->expired_only)
    g_ptr_array_add (parts, g_strdup (tenure_word_life (TENURE_LIFE_EXPIRED)));
  if (query->hide_unpaid)
    g_ptr_array_add (parts, g_strdup (_ ("Without unpaid orders")));
  if (query->hide_packages)
    g_ptr_array_add (parts, g_strdup (_ ("Without packages")));
  if (query->only_packages)
    g_ptr_array_add (parts, g_strdup (_ ("Packages only")));
  if (query->keys != NULL)
    g_ptr_array_add (parts, g_strjoinv (" ", query->keys));
  if (parts->len == 0)
    return g_strdup (_ ("All"));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **)parts->pdata);
}

static char *
word_rows (TenureJson *question, TenureJson *rows)
{
  guint n = tenure_json_length (rows);
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u chosen row", "%u chosen rows", n), n);
  g_autofree char *duration = NULL;
  TenureJson *months = tenure_json_get (question, "months");
  gint64 value;

  if (months == NULL || !tenure_json_int64 (months, &value))
    return g_steal_pointer (&count);
  duration = tenure_word_duration ((int)value);
  return g_strdup_printf ("%s · %s", count, duration);
}

char *
tenure_word_export_question (TenureCatalogue *catalogue, const TenureExportRecord *record)
{
  g_autoptr (TenureJson) question = tenure_json_parse (record->question, -1, 0, NULL);
  TenureJson *rows = question != NULL ? tenure_json_get (question, "rows") : NULL;
  TenureJson *filter = question != NULL ? tenure_json_get (question, "query") : NULL;
  g_autoptr (TenureQuery) query = filter != NULL ? tenure_query_from_json (filter, NULL) : NULL;

  if (rows != NULL)
    return word_rows (question, rows);
  return query != NULL ? word_filter (query, catalogue) : g_strdup ("—");
}
