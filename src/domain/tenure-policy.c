/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A policy file is an object of groups; every value in it is {"value": …, "source": "…"} and has a path such as
 * "five_day.hours". The tables below say which paths there are: no other, and none missing. */
#include "tenure-policy.h"
#include "tenure-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PERMYRIAD_UNIT (TENURE_MONEY_ONE / 10000)

typedef enum
{
  VALUE_INT,
  VALUE_BOOLEAN,
  VALUE_NAME, /* one of names; its index is kept */
  VALUE_MONEY,
  VALUE_TEXT,
  VALUE_RATE, /* "0.10", or null: no source publishes it */
} ValueType;

typedef struct
{
  const char *path;
  ValueType type;
  gsize offset;
  int minimum, maximum;
  const char *const *names;
} Field;

static const char *const unit_names[] = { "hours", "days", NULL };
static const char *const rounding_names[] = { "half-up", "truncate", "up", NULL };
static const char *const month_end_names[] = { "anchor", "sticky", NULL };
static const char *const extra_names[] = { "calendar", "thirtieth", NULL };
static const char *const row_names[TENURE_N_FEE_ROWS] = { "monthly", "1y", "2y", "3y", "4y", "5y" };

/* Enumerations are read through an int. */
G_STATIC_ASSERT (sizeof (TenureTimeUnit) == sizeof (int) && sizeof (TenureRounding) == sizeof (int));
G_STATIC_ASSERT (sizeof (TenureMonthEnd) == sizeof (int) && sizeof (TenureExtraDays) == sizeof (int));

#define AT(member) G_STRUCT_OFFSET (TenurePolicy, member)

static const Field fields[] = {
  { "currency", VALUE_TEXT, AT (currency) },
  { "symbol", VALUE_TEXT, AT (symbol) },
  { "refund.unit", VALUE_NAME, AT (unit), .names = unit_names },
  { "refund.rounding", VALUE_NAME, AT (rounding), .names = rounding_names },
  { "refund.places", VALUE_INT, AT (places), 2, 8 },
  { "refund.base_flexi", VALUE_BOOLEAN, AT (base_flexi) },
  { "refund.base_card", VALUE_BOOLEAN, AT (base_card) },
  { "refund.voucher_returned", VALUE_BOOLEAN, AT (voucher_returned) },
  { "refund.years_by_hours", VALUE_BOOLEAN, AT (years_by_hours) },
  { "refund.channels_cash_first", VALUE_BOOLEAN, AT (channels_cash_first) },
  { "refund.review_over", VALUE_MONEY, AT (review_over) },
  { "refund.return_hours", VALUE_INT, AT (refund_hours), 0, 8760 },
  { "five_day.offered", VALUE_BOOLEAN, AT (five_day) },
  { "five_day.hours", VALUE_INT, AT (five_day_hours), 0, 8760 },
  { "five_day.quota", VALUE_INT, AT (five_day_quota), 0, 1000000 },
  { "auto_renewal.lead_default", VALUE_INT, AT (lead_default), 0, 28 },
  { "auto_renewal.lead_min", VALUE_INT, AT (lead_min), 0, 28 },
  { "auto_renewal.lead_max", VALUE_INT, AT (lead_max), 0, 28 },
  { "auto_renewal.hour", VALUE_INT, AT (deduct_hour), 0, 23 },
  { "auto_renewal.retry_through_retention", VALUE_BOOLEAN, AT (retry_through_retention) },
  { "auto_renewal.times_max", VALUE_INT, AT (auto_times_max), 1, 9999 },
  { "renewal.month_end", VALUE_NAME, AT (month_end), .names = month_end_names },
  { "renewal.extra_days", VALUE_NAME, AT (extra_days), .names = extra_names },
  { "renewal.unified_default", VALUE_INT, AT (unified_default), 1, 28 },
  { "renewal.months_max", VALUE_INT, AT (months_max), 1, 11 },
  { "renewal.months_offered", VALUE_INT, AT (months_offered), 1, 11 },
  { "renewal.years_max", VALUE_INT, AT (years_max), 1, 5 },
  { "payment.days", VALUE_INT, AT (pay_days), 1, 365 },
  { "payment.hardware_hours", VALUE_INT, AT (pay_hardware_hours), 1, 8760 },
  { "payment.threshold_inclusive", VALUE_BOOLEAN, AT (threshold_inclusive) },
  { "delivery.seconds", VALUE_INT, AT (delivery_seconds), 0, 86400 },
  { "limits.merge", VALUE_INT, AT (merge_limit), 0, 1000000 },
  { "limits.cancel", VALUE_INT, AT (cancel_limit), 0, 1000000 },
  { "limits.renew", VALUE_INT, AT (renew_limit), 0, 1000000 },
  { "limits.renewal_list", VALUE_INT, AT (list_limit), 0, 1000000 },
  { "limits.price_list", VALUE_INT, AT (price_limit), 0, 1000000 },
  { "exports.hours", VALUE_INT, AT (export_hours), 1, 8760 },
  { "password.length_min", VALUE_INT, AT (password_min), 1, 128 },
  { "password.length_max", VALUE_INT, AT (password_max), 1, 128 },
  { "password.classes", VALUE_INT, AT (password_classes), 1, 4 },
  { "code.digits", VALUE_INT, AT (code_digits), 4, 9 },
  { "code.minutes", VALUE_INT, AT (code_minutes), 1, 1440 },
  { "code.minutes_max", VALUE_INT, AT (code_minutes_max), 1, 1440 },
  { "code.minutes_forced", VALUE_INT, AT (code_minutes_forced), 1, 1440 },
  { "code.hourly", VALUE_INT, AT (code_hourly), 1, 1000 },
  { "code.resend_seconds", VALUE_INT, AT (code_resend_seconds), 0, 3600 },
  { "code.misses", VALUE_INT, AT (code_misses), 1, 1000 },
  { "link.hours", VALUE_INT, AT (link_hours), 1, 8760 },
  { "sign_in.misses", VALUE_INT, AT (sign_in_misses), 1, 1000 },
  { "sign_in.wait_seconds", VALUE_INT, AT (sign_in_wait), 0, 86400 },
  { "sign_in.wait_max_seconds", VALUE_INT, AT (sign_in_wait_max), 0, 86400 },
};

/* The leaves of a file that is being read: what is left in values at the end is nothing that we know. */
typedef struct
{
  GHashTable *values; /* path → TenureJson, borrowed */
  TenurePolicy *policy;
} Reader;

static gboolean
fail (TenureInputError code, const char *path, const char *what, GError **error)
{
  g_set_error (error, TENURE_INPUT_ERROR, code, _ ("Policy value “%s” %s."), path, what);
  return FALSE;
}

static gboolean
collect_value (Reader *reader, TenureJson *json, const char *path, GError **error)
{
  TenureJson *source = tenure_json_get (json, "source");

  if (!source || tenure_json_type (source) != TENURE_JSON_STRING || *tenure_json_text (source) == '\0')
    return fail (TENURE_INPUT_ERROR_MISSING, path, _ ("has no source; say where it is published"), error);
  if (tenure_json_length (json) != 2)
    return fail (TENURE_INPUT_ERROR_UNKNOWN, path, _ ("has members besides value and source"), error);
  if (g_hash_table_contains (reader->values, path))
    return fail (TENURE_INPUT_ERROR_INVALID, path, _ ("is given twice"), error);
  g_hash_table_insert (reader->values, g_strdup (path), tenure_json_get (json, "value"));
  g_hash_table_insert (reader->policy->sources, g_strdup (path), (gpointer)g_intern_string (tenure_json_text (source)));
  return TRUE;
}

/* A value, or a group of values and groups. */
static gboolean
collect (Reader *reader, TenureJson *json, const char *path, GError **error)
{
  if (tenure_json_type (json) != TENURE_JSON_OBJECT || tenure_json_length (json) == 0)
    return fail (TENURE_INPUT_ERROR_INVALID, path, _ ("must be an object of value and source"), error);
  if (tenure_json_get (json, "value"))
    return collect_value (reader, json, path, error);
  for (guint i = 0; i < tenure_json_length (json); i++)
    {
      g_autofree char *inner = g_strdup_printf ("%s.%s", path, tenure_json_name_at (json, i));

      if (!collect (reader, tenure_json_at (json, i), inner, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_int (TenureJson *value, const Field *field, int *slot, GError **error)
{
  gint64 number;

  if (!tenure_json_int64 (value, &number))
    return fail (TENURE_INPUT_ERROR_INVALID, field->path, _ ("must be a whole number"), error);
  if (number < field->minimum || number > field->maximum)
    return fail (TENURE_INPUT_ERROR_RANGE, field->path, _ ("is out of range"), error);
  *slot = (int)number;
  return TRUE;
}

static gboolean
read_boolean (TenureJson *value, const Field *field, gboolean *slot, GError **error)
{
  if (tenure_json_type (value) != TENURE_JSON_BOOLEAN)
    return fail (TENURE_INPUT_ERROR_INVALID, field->path, _ ("must be true or false"), error);
  *slot = tenure_json_boolean (value);
  return TRUE;
}

static gboolean
read_rate (TenureJson *value, const char *path, int *slot, GError **error)
{
  TenureMoney rate = 0;

  *slot = TENURE_FEE_UNPUBLISHED;
  if (tenure_json_type (value) == TENURE_JSON_NULL)
    return TRUE;
  if (tenure_json_type (value) != TENURE_JSON_STRING || !tenure_money_parse (tenure_json_text (value), &rate, NULL) ||
      rate > TENURE_MONEY_ONE || rate % PERMYRIAD_UNIT != 0)
    return fail (TENURE_INPUT_ERROR_INVALID, path, _ ("must be a rate from \"0\" to \"1\" with four decimals, or null"),
                 error);
  *slot = (int)(rate / PERMYRIAD_UNIT);
  return TRUE;
}

static gboolean
read_string (TenureJson *value, const Field *field, gpointer slot, GError **error)
{
  const char *text = tenure_json_type (value) == TENURE_JSON_STRING ? tenure_json_text (value) : "";

  if (*text == '\0')
    return fail (TENURE_INPUT_ERROR_INVALID, field->path, _ ("must be a text"), error);
  if (field->type == VALUE_MONEY)
    return tenure_money_parse (text, slot, NULL) ||
           fail (TENURE_INPUT_ERROR_INVALID, field->path, _ ("must be an amount"), error);
  if (field->type == VALUE_TEXT)
    {
      *(const char **)slot = g_intern_string (text);
      return TRUE;
    }
  if (!g_strv_contains (field->names, text))
    return fail (TENURE_INPUT_ERROR_UNKNOWN, field->path, _ ("is none of the names that are known"), error);
  for (*(int *)slot = 0; !g_str_equal (field->names[*(int *)slot], text);)
    (*(int *)slot)++;
  return TRUE;
}

/* Takes the value of the field's path out of the reader and puts it where the field says. */
static gboolean
read_field (Reader *reader, const Field *field, GError **error)
{
  gpointer slot = (char *)reader->policy + field->offset;
  TenureJson *value = g_hash_table_lookup (reader->values, field->path);

  if (!value)
    return fail (TENURE_INPUT_ERROR_MISSING, field->path, _ ("is missing"), error);
  g_hash_table_remove (reader->values, field->path);
  switch (field->type)
    {
    case VALUE_INT:
      return read_int (value, field, slot, error);
    case VALUE_BOOLEAN:
      return read_boolean (value, field, slot, error);
    case VALUE_RATE:
      return read_rate (value, field->path, slot, error);
    case VALUE_NAME:
    case VALUE_MONEY:
    case VALUE_TEXT:
    default:
      return read_string (value, field, slot, error);
    }
}

static gboolean
read_levels (Reader *reader, const char *group, gsize offset, GError **error)
{
  for (guint i = 0; i < TENURE_N_LEVELS; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s.%s", group, tenure_level_name (i));
      Field field = { path, VALUE_INT, offset + i * sizeof (int), 0, 3650 };

      if (!read_field (reader, &field, error))
        return FALSE;
    }
  return TRUE;
}

/* Bands are counted in years used: "fee.3y.2" is for more than one and up to two years of a three-year order. */
static gboolean
read_fee_row (Reader *reader, guint index, GError **error)
{
  TenureFeeTableRow *row = &reader->policy->fee[index];

  row->n_bands = MAX ((int)index, 1);
  for (int band = 0; band < row->n_bands; band++)
    {
      g_autofree char *path = g_strdup_printf ("fee.%s.%d", row_names[index], band + 1);
      gsize offset = (gsize)((char *)&row->permyriad[band] - (char *)reader->policy);
      Field field = { path, VALUE_RATE, offset };

      if (!read_field (reader, &field, error))
        return FALSE;
      row->source[band] = tenure_policy_source (reader->policy, path);
    }
  return TRUE;
}

/* What no single value can say. */
static gboolean
check_together (const TenurePolicy *policy, GError **error)
{
  if (policy->places != 2 && policy->places != 8)
    return fail (TENURE_INPUT_ERROR_RANGE, "refund.places", _ ("must be 2 or 8"), error);
  if (policy->lead_default < policy->lead_min || policy->lead_default > policy->lead_max)
    return fail (TENURE_INPUT_ERROR_RANGE, "auto_renewal.lead_default", _ ("must lie between lead_min and lead_max"),
                 error);
  if (policy->password_min > policy->password_max)
    return fail (TENURE_INPUT_ERROR_RANGE, "password.length_min", _ ("must not be above length_max"), error);
  if (policy->months_offered > policy->months_max)
    return fail (TENURE_INPUT_ERROR_RANGE, "renewal.months_offered", _ ("must not be above months_max"), error);
  return TRUE;
}

static gboolean
check_nothing_left (Reader *reader, GError **error)
{
  g_autoptr (GList) paths = g_list_sort (g_hash_table_get_keys (reader->values), (GCompareFunc)strcmp);

  return !paths || fail (TENURE_INPUT_ERROR_UNKNOWN, paths->data, _ ("is not known"), error);
}

/* The two members that are no values: they say what the file is. */
static gboolean
read_head (TenureJson *json, TenurePolicy *policy, GError **error)
{
  const char *schema = tenure_json_need_string (json, "schema", NULL, error);
  const char *name = schema ? tenure_json_need_string (json, "name", NULL, error) : NULL;

  if (!name)
    return FALSE;
  if (!g_str_equal (schema, "tenure-policy/1"))
    return fail (TENURE_INPUT_ERROR_UNKNOWN, "schema", _ ("must be tenure-policy/1"), error);
  if (*name == '\0')
    return fail (TENURE_INPUT_ERROR_INVALID, "name", _ ("must be a text"), error);
  policy->name = g_intern_string (name);
  return TRUE;
}

static gboolean
collect_all (Reader *reader, TenureJson *json, GError **error)
{
  for (guint i = 0; i < tenure_json_length (json); i++)
    {
      const char *name = tenure_json_name_at (json, i);

      if (!g_str_equal (name, "schema") && !g_str_equal (name, "name") &&
          !collect (reader, tenure_json_at (json, i), name, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_all (Reader *reader, TenureJson *json, GError **error)
{
  if (!collect_all (reader, json, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!read_field (reader, &fields[i], error))
      return FALSE;
  for (guint i = 0; i < TENURE_N_FEE_ROWS; i++)
    if (!read_fee_row (reader, i, error))
      return FALSE;
  return read_levels (reader, "grace_days", AT (grace_days), error) &&
         read_levels (reader, "retention_days", AT (retention_days), error) && check_nothing_left (reader, error) &&
         check_together (reader->policy, error);
}

TenurePolicy *
tenure_policy_parse (const char *text, gssize length, GError **error)
{
  g_autoptr (TenureJson) json = tenure_json_parse (text, length, 0, error);
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (TenurePolicy) policy = g_new0 (TenurePolicy, 1);
  Reader reader = { values, policy };

  g_atomic_ref_count_init (&policy->refs);
  policy->sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!json || !read_head (json, policy, error) || !read_all (&reader, json, error))
    return NULL;
  policy->body = tenure_json_to_canonical (json);
  policy->hash = tenure_json_digest (json);
  return g_steal_pointer (&policy);
}

TenurePolicy *
tenure_policy_ref (TenurePolicy *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
tenure_policy_unref (TenurePolicy *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_hash_table_unref (self->sources);
  g_free (self->hash);
  g_free (self->body);
  g_free (self);
}

const char *
tenure_policy_source (const TenurePolicy *self, const char *path)
{
  return g_hash_table_lookup (self->sources, path);
}

gboolean
tenure_fee_row (int months, TenureFeeRow *row)
{
  if (months >= 1 && months <= 11)
    *row = TENURE_FEE_MONTHLY;
  else if (months > 0 && months % 12 == 0 && months <= 60)
    *row = (TenureFeeRow)(TENURE_FEE_MONTHLY + months / 12);
  else
    return FALSE;
  return TRUE;
}
