/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../tenure-test.h"
#include "tenure-error.h"
#include "tenure-policy.h"

#define NONE TENURE_FEE_UNPUBLISHED

static const char *const files[] = { "huawei-cn", "huawei-intl", "intl-page" };

static char *
policy_text (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);

  return tenure_test_data ("policy", file, NULL);
}

static TenurePolicy *
policy_named (const char *name)
{
  g_autofree char *text = policy_text (name);
  g_autoptr (GError) error = NULL;
  TenurePolicy *policy = tenure_policy_parse (text, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (policy->name, ==, name);
  return policy;
}

/* Rules 1.4 and 13.1, "Decided": what each file must say about fees; NONE blocks. */
static void
test_fees (void)
{
  static const struct
  {
    const char *name;
    int fee[TENURE_N_FEE_ROWS][TENURE_FEE_BANDS];
  } cases[] = {
    { "huawei-cn",
      { { 1000 },
        { 1000 },
        { 1500, 1000 },
        { 1500, 1000, 500 },
        { NONE, NONE, NONE, NONE },
        { 3000, 4000, 3000, 1500, NONE } } },
    { "huawei-intl",
      { { 1000 },
        { 1000 },
        { 1500, 1000 },
        { 1500, 1000, 500 },
        { NONE, NONE, NONE, NONE },
        { NONE, NONE, NONE, NONE, NONE } } },
    { "intl-page",
      { { 1000 },
        { 1000 },
        { 1500, 1000 },
        { 1500, 1000, 500 },
        { NONE, NONE, NONE, NONE },
        { NONE, NONE, NONE, NONE, NONE } } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenurePolicy) policy = policy_named (cases[i].name);

      for (int row = 0; row < TENURE_N_FEE_ROWS; row++)
        {
          g_assert_cmpint (policy->fee[row].n_bands, ==, MAX (row, 1));
          for (int band = 0; band < policy->fee[row].n_bands; band++)
            {
              g_assert_cmpint (policy->fee[row].permyriad[band], ==, cases[i].fee[row][band]);
              g_assert_nonnull (policy->fee[row].source[band]);
            }
        }
    }
}

/* Rules 4.4: grace and retention in days. */
static void
test_levels (void)
{
  static const struct
  {
    const char *name;
    int grace[TENURE_N_LEVELS], retention[TENURE_N_LEVELS];
  } cases[] = {
    { "huawei-cn", { 1, 1, 1, 7, 7, 7, 15 }, { 1, 7, 7, 7, 15, 15, 15 } },
    { "huawei-intl", { 15, 15, 15, 15, 15, 15, 15 }, { 15, 15, 15, 15, 15, 15, 15 } },
    { "intl-page", { 15, 15, 15, 15, 15, 15, 15 }, { 15, 15, 15, 15, 15, 15, 15 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenurePolicy) policy = policy_named (cases[i].name);

      g_assert_cmpmem (policy->grace_days, sizeof policy->grace_days, cases[i].grace, sizeof cases[i].grace);
      g_assert_cmpmem (policy->retention_days, sizeof policy->retention_days, cases[i].retention,
                       sizeof cases[i].retention);
    }
}

/* Rules 13 and 15: where the three differ. */
static void
test_differences (void)
{
  static const struct
  {
    const char *name, *currency, *symbol;
    gboolean coupons_in_base, five_day;
    int quota, lead_min, renew_limit;
    TenureMoney review_over;
  } cases[] = {
    { "huawei-cn", "CNY", "¥", TRUE, TRUE, 10, 2, 0, 50000 * TENURE_MONEY_ONE },
    { "huawei-intl", "USD", "$", TRUE, FALSE, 0, 0, 100, 7000 * TENURE_MONEY_ONE },
    { "intl-page", "USD", "$", FALSE, FALSE, 0, 0, 100, 7000 * TENURE_MONEY_ONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenurePolicy) policy = policy_named (cases[i].name);

      g_assert_cmpstr (policy->currency, ==, cases[i].currency);
      g_assert_cmpstr (policy->symbol, ==, cases[i].symbol);
      g_assert_cmpint (policy->base_flexi, ==, cases[i].coupons_in_base);
      g_assert_cmpint (policy->base_card, ==, cases[i].coupons_in_base);
      g_assert_cmpint (policy->five_day, ==, cases[i].five_day);
      g_assert_cmpint (policy->five_day_quota, ==, cases[i].quota);
      g_assert_cmpint (policy->lead_min, ==, cases[i].lead_min);
      g_assert_cmpint (policy->renew_limit, ==, cases[i].renew_limit);
      g_assert_cmpint (policy->review_over, ==, cases[i].review_over);
    }
}

/* Rules 13 and 15: what all three have in common. */
static void
test_common (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (TenurePolicy) policy = policy_named (files[i]);

      g_assert_cmpint (policy->unit, ==, TENURE_UNIT_HOURS);
      g_assert_cmpint (policy->rounding, ==, TENURE_ROUND_HALF_UP);
      g_assert_cmpint (policy->places, ==, 2);
      g_assert_false (policy->years_by_hours || policy->channels_cash_first || policy->retry_through_retention);
      g_assert_true (policy->threshold_inclusive);
      g_assert_cmpint (policy->five_day_hours, ==, 120);
      g_assert_cmpint (policy->refund_hours, ==, 24);
      g_assert_cmpint (policy->lead_default, ==, 7);
      g_assert_cmpint (policy->lead_max, ==, 7);
      g_assert_cmpint (policy->deduct_hour, ==, 3);
      g_assert_cmpint (policy->auto_times_max, ==, 99);
      g_assert_cmpint (policy->month_end, ==, TENURE_MONTH_END_ANCHOR);
      g_assert_cmpint (policy->extra_days, ==, TENURE_EXTRA_CALENDAR);
      g_assert_cmpint (policy->unified_default, ==, 1);
      g_assert_cmpint (policy->pay_days, ==, 7);
      g_assert_cmpint (policy->pay_hardware_hours, ==, 1);
      g_assert_cmpint (policy->delivery_seconds, ==, 4);
      g_assert_cmpint (policy->months_max, ==, 11);
      g_assert_cmpint (policy->months_offered, ==, 9);
      g_assert_cmpint (policy->years_max, ==, 5);
      g_assert_cmpint (policy->merge_limit, ==, 30);
      g_assert_cmpint (policy->cancel_limit, ==, 30);
      g_assert_cmpint (policy->list_limit, ==, 200);
      g_assert_cmpint (policy->price_limit, ==, 10000);
      g_assert_cmpint (policy->export_hours, ==, 72);
    }
}

static void
test_identity (void)
{
  g_autoptr (GHashTable) hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (TenurePolicy) policy = policy_named (files[i]);
      g_autoptr (TenurePolicy) again = tenure_policy_parse (policy->body, -1, NULL);
      g_autoptr (TenurePolicy) held = tenure_policy_ref (again);
      g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, policy->body, -1);

      g_assert_cmpstr (policy->hash, ==, sum);
      g_assert_cmpstr (again->hash, ==, policy->hash);
      g_assert_cmpstr (again->body, ==, policy->body);
      g_assert_true (g_hash_table_add (hashes, g_strdup (policy->hash)));
      g_assert_nonnull (tenure_policy_source (held, "refund.unit"));
      g_assert_nonnull (tenure_policy_source (held, "fee.5y.5"));
      g_assert_nonnull (tenure_policy_source (held, "retention_days.intl"));
      g_assert_null (tenure_policy_source (held, "refund"));
      g_assert_null (tenure_policy_source (held, "name"));
      g_assert_null (tenure_policy_source (held, "refund.nothing"));
    }
}

/* What is inferred says so: nobody is shown our own choice as a published rule. */
static void
test_sources (void)
{
  static const char *const inferred[] = {
    "refund.rounding",   "refund.places",      "refund.years_by_hours",      "refund.channels_cash_first",
    "renewal.month_end", "renewal.extra_days", "payment.threshold_inclusive"
  };
  g_autoptr (TenurePolicy) page = policy_named ("intl-page");

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (TenurePolicy) policy = policy_named (files[i]);

      for (gsize k = 0; k < G_N_ELEMENTS (inferred); k++)
        g_assert_true (g_str_has_prefix (tenure_policy_source (policy, inferred[k]), "inferred"));
    }
  g_assert_true (g_str_has_prefix (tenure_policy_source (page, "fee.1y.1"), "inferred"));
}

typedef enum
{
  EDIT_REMOVE,
  EDIT_VALUE,  /* another value, the source kept */
  EDIT_SOURCE, /* no source */
  EDIT_EMPTY,  /* an empty source */
  EDIT_NUMBER, /* a source that is no text */
  EDIT_MORE,   /* a third member */
  EDIT_SHORT,  /* the value itself, without an object around it */
} Edit;

static gboolean
is_value (const TenureJson *json)
{
  return tenure_json_type (json) == TENURE_JSON_OBJECT && tenure_json_get (json, "value");
}

/* What stands in place of the value @old. */
static TenureJson *
instead_of (const TenureJson *old, Edit edit, const char *value)
{
  g_autoptr (TenureJson) instead = tenure_json_new_object ();
  TenureJson *kept = tenure_json_ref (tenure_json_get (old, "value"));

  if (edit == EDIT_SHORT)
    return kept;
  tenure_json_set (instead, "value", kept);
  if (edit == EDIT_VALUE)
    tenure_json_set (instead, "value", tenure_json_parse (value, -1, 0, NULL));
  if (edit != EDIT_SOURCE)
    tenure_json_set_string (instead, "source", edit == EDIT_EMPTY ? "" : "here");
  if (edit == EDIT_NUMBER)
    tenure_json_set_int64 (instead, "source", 5);
  if (edit == EDIT_MORE)
    tenure_json_set_string (instead, "note", "x");
  return g_steal_pointer (&instead);
}

/* A copy of @json in which the value of @path is edited; the paths of all values are added to @paths. */
static TenureJson *
edited (const TenureJson *json, const char *at, const char *path, Edit edit, const char *value, GPtrArray *paths)
{
  TenureJson *copy = tenure_json_new_object ();

  for (guint i = 0; i < tenure_json_length (json); i++)
    {
      const char *name = tenure_json_name_at (json, i);
      TenureJson *child = tenure_json_at (json, i);
      g_autofree char *here = *at ? g_strdup_printf ("%s.%s", at, name) : g_strdup (name);

      if (is_value (child) && paths)
        g_ptr_array_add (paths, g_strdup (here));
      if (tenure_json_type (child) == TENURE_JSON_OBJECT && !is_value (child))
        {
          g_autoptr (TenureJson) group = edited (child, here, path, edit, value, paths);

          if (tenure_json_length (group) > 0) /* its only value is gone */
            tenure_json_set (copy, name, g_steal_pointer (&group));
        }
      else if (g_strcmp0 (here, path) != 0)
        tenure_json_set (copy, name, tenure_json_ref (child));
      else if (edit != EDIT_REMOVE)
        tenure_json_set (copy, name, instead_of (child, edit, value));
    }
  return copy;
}

static void
assert_edit_refused (const TenureJson *json, const char *path, Edit edit, const char *value, int code)
{
  g_autoptr (TenureJson) copy = edited (json, "", path, edit, value, NULL);
  g_autofree char *text = tenure_json_to_pretty (copy);
  g_autofree char *quoted = g_strdup_printf ("“%s", path);
  g_autoptr (GError) error = NULL;

  g_assert_null (tenure_policy_parse (text, -1, &error));
  tenure_test_refused (&error, TENURE_INPUT_ERROR, code, quoted);
}

/* Each value of each file: without it, without its source, or as something else, the file is refused by its path. */
static void
test_every_value_counts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *text = policy_text (files[i]);
      g_autoptr (TenureJson) json = tenure_json_parse (text, -1, 0, NULL);
      g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (TenureJson) same = edited (json, "", NULL, EDIT_REMOVE, NULL, paths);

      g_assert_cmpuint (paths->len, ==, 51 + 16 + 14);
      for (guint k = 0; k < paths->len; k++)
        {
          const char *path = paths->pdata[k];

          assert_edit_refused (json, path, EDIT_REMOVE, NULL, TENURE_INPUT_ERROR_MISSING);
          assert_edit_refused (json, path, EDIT_SOURCE, NULL, TENURE_INPUT_ERROR_MISSING);
          assert_edit_refused (json, path, EDIT_EMPTY, NULL, TENURE_INPUT_ERROR_MISSING);
          assert_edit_refused (json, path, EDIT_NUMBER, NULL, TENURE_INPUT_ERROR_MISSING);
          assert_edit_refused (json, path, EDIT_MORE, NULL, TENURE_INPUT_ERROR_UNKNOWN);
          assert_edit_refused (json, path, EDIT_SHORT, NULL, TENURE_INPUT_ERROR_INVALID);
          assert_edit_refused (json, path, EDIT_VALUE, "[1]", TENURE_INPUT_ERROR_INVALID);
          assert_edit_refused (json, path, EDIT_VALUE, "{}", TENURE_INPUT_ERROR_INVALID);
          assert_edit_refused (json, path, EDIT_VALUE, "1.5", TENURE_INPUT_ERROR_INVALID);
          assert_edit_refused (json, path, EDIT_VALUE, "\"\"", TENURE_INPUT_ERROR_INVALID);
          if (!g_str_has_prefix (path, "fee."))
            assert_edit_refused (json, path, EDIT_VALUE, "null", TENURE_INPUT_ERROR_INVALID);
        }
    }
}

static void
test_bad_values (void)
{
  g_autofree char *text = policy_text ("huawei-cn");
  g_autoptr (TenureJson) json = tenure_json_parse (text, -1, 0, NULL);
  static const struct
  {
    const char *path, *value;
    int code;
  } cases[] = {
    { "refund.places", "3", TENURE_INPUT_ERROR_RANGE },
    { "refund.places", "1", TENURE_INPUT_ERROR_RANGE },
    { "refund.places", "9", TENURE_INPUT_ERROR_RANGE },
    { "refund.unit", "\"weeks\"", TENURE_INPUT_ERROR_UNKNOWN },
    { "refund.unit", "0", TENURE_INPUT_ERROR_INVALID },
    { "refund.rounding", "\"bankers\"", TENURE_INPUT_ERROR_UNKNOWN },
    { "refund.review_over", "\"-1\"", TENURE_INPUT_ERROR_INVALID },
    { "refund.review_over", "50000", TENURE_INPUT_ERROR_INVALID },
    { "refund.base_card", "1", TENURE_INPUT_ERROR_INVALID },
    { "refund.base_card", "\"true\"", TENURE_INPUT_ERROR_INVALID },
    { "five_day.quota", "-1", TENURE_INPUT_ERROR_RANGE },
    { "five_day.hours", "\"120\"", TENURE_INPUT_ERROR_INVALID },
    { "grace_days.V3", "-1", TENURE_INPUT_ERROR_RANGE },
    { "grace_days.V3", "3651", TENURE_INPUT_ERROR_RANGE },
    { "retention_days.intl", "9223372036854775807", TENURE_INPUT_ERROR_RANGE },
    { "auto_renewal.lead_default", "1", TENURE_INPUT_ERROR_RANGE },
    { "auto_renewal.lead_default", "8", TENURE_INPUT_ERROR_RANGE },
    { "auto_renewal.hour", "24", TENURE_INPUT_ERROR_RANGE },
    { "renewal.months_offered", "12", TENURE_INPUT_ERROR_RANGE },
    { "renewal.unified_default", "29", TENURE_INPUT_ERROR_RANGE },
    { "renewal.unified_default", "0", TENURE_INPUT_ERROR_RANGE },
    { "renewal.month_end", "\"Anchor\"", TENURE_INPUT_ERROR_UNKNOWN },
    { "renewal.extra_days", "\"\"", TENURE_INPUT_ERROR_INVALID },
    { "limits.renew", "1000001", TENURE_INPUT_ERROR_RANGE },
    { "currency", "5", TENURE_INPUT_ERROR_INVALID },
    { "fee.5y.1", "\"1.0001\"", TENURE_INPUT_ERROR_INVALID },
    { "fee.5y.1", "\"0.10001\"", TENURE_INPUT_ERROR_INVALID },
    { "fee.5y.1", "\"-0.1\"", TENURE_INPUT_ERROR_INVALID },
    { "fee.5y.1", "\"10%\"", TENURE_INPUT_ERROR_INVALID },
    { "fee.5y.1", "0.1", TENURE_INPUT_ERROR_INVALID },
    { "fee.5y.1", "1000", TENURE_INPUT_ERROR_INVALID },
    { "fee.5y.1", "false", TENURE_INPUT_ERROR_INVALID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_edit_refused (json, cases[i].path, EDIT_VALUE, cases[i].value, cases[i].code);
}

/* TRUE when @path may be @value; another value that then no longer fits to it is another matter. */
static gboolean
may_be (const TenureJson *json, const char *path, int value)
{
  g_autofree char *number = g_strdup_printf ("%d", value), *quoted = g_strdup_printf ("“%s”", path);
  g_autoptr (TenureJson) copy = edited (json, "", path, EDIT_VALUE, number, NULL);
  g_autofree char *text = tenure_json_to_pretty (copy);
  g_autoptr (GError) error = NULL;
  g_autoptr (TenurePolicy) policy = tenure_policy_parse (text, -1, &error);

  return policy || !strstr (error->message, quoted);
}

static void
test_ranges (void)
{
  static const struct
  {
    const char *path;
    int minimum, maximum;
  } cases[] = {
    { "refund.return_hours", 0, 8760 },
    { "five_day.hours", 0, 8760 },
    { "five_day.quota", 0, 1000000 },
    { "auto_renewal.lead_min", 0, 28 },
    { "auto_renewal.lead_max", 0, 28 },
    { "auto_renewal.lead_default", 2, 7 },
    { "auto_renewal.hour", 0, 23 },
    { "auto_renewal.times_max", 1, 9999 },
    { "renewal.unified_default", 1, 28 },
    { "renewal.months_max", 1, 11 },
    { "renewal.months_offered", 1, 11 },
    { "renewal.years_max", 1, 5 },
    { "payment.days", 1, 365 },
    { "payment.hardware_hours", 1, 8760 },
    { "delivery.seconds", 0, 86400 },
    { "limits.merge", 0, 1000000 },
    { "limits.cancel", 0, 1000000 },
    { "limits.renew", 0, 1000000 },
    { "limits.renewal_list", 0, 1000000 },
    { "limits.price_list", 0, 1000000 },
    { "exports.hours", 1, 8760 },
    { "grace_days.V0", 0, 3650 },
    { "retention_days.intl", 0, 3650 },
  };
  g_autofree char *text = policy_text ("huawei-cn");
  g_autoptr (TenureJson) json = tenure_json_parse (text, -1, 0, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_false (may_be (json, cases[i].path, cases[i].minimum - 1));
      g_assert_true (may_be (json, cases[i].path, cases[i].minimum));
      g_assert_true (may_be (json, cases[i].path, cases[i].maximum));
      g_assert_false (may_be (json, cases[i].path, cases[i].maximum + 1));
    }
}

/* The alternatives of rules 13 that no file chooses can be chosen. */
static void
test_alternatives (void)
{
  g_autofree char *text = policy_text ("huawei-intl");
  g_autoptr (TenureJson) json = tenure_json_parse (text, -1, 0, NULL);
  static const struct
  {
    const char *path, *value;
    gsize offset;
    int wanted;
  } cases[] = {
    { "refund.unit", "\"days\"", G_STRUCT_OFFSET (TenurePolicy, unit), TENURE_UNIT_DAYS },
    { "refund.places", "8", G_STRUCT_OFFSET (TenurePolicy, places), 8 },
    { "refund.rounding", "\"truncate\"", G_STRUCT_OFFSET (TenurePolicy, rounding), TENURE_ROUND_TRUNCATE },
    { "refund.rounding", "\"up\"", G_STRUCT_OFFSET (TenurePolicy, rounding), TENURE_ROUND_UP },
    { "refund.years_by_hours", "true", G_STRUCT_OFFSET (TenurePolicy, years_by_hours), TRUE },
    { "refund.channels_cash_first", "true", G_STRUCT_OFFSET (TenurePolicy, channels_cash_first), TRUE },
    { "auto_renewal.retry_through_retention", "true", G_STRUCT_OFFSET (TenurePolicy, retry_through_retention), TRUE },
    { "auto_renewal.lead_default", "0", G_STRUCT_OFFSET (TenurePolicy, lead_default), 0 },
    { "renewal.month_end", "\"sticky\"", G_STRUCT_OFFSET (TenurePolicy, month_end), TENURE_MONTH_END_STICKY },
    { "renewal.extra_days", "\"thirtieth\"", G_STRUCT_OFFSET (TenurePolicy, extra_days), TENURE_EXTRA_THIRTIETH },
    { "payment.threshold_inclusive", "false", G_STRUCT_OFFSET (TenurePolicy, threshold_inclusive), FALSE },
    { "fee.4y.3", "\"0.1234\"", G_STRUCT_OFFSET (TenurePolicy, fee[TENURE_FEE_4Y].permyriad[2]), 1234 },
    { "fee.4y.3", "\"0\"", G_STRUCT_OFFSET (TenurePolicy, fee[TENURE_FEE_4Y].permyriad[2]), 0 },
    { "fee.monthly.1", "\"1\"", G_STRUCT_OFFSET (TenurePolicy, fee[TENURE_FEE_MONTHLY].permyriad[0]), 10000 },
    { "fee.monthly.1", "null", G_STRUCT_OFFSET (TenurePolicy, fee[TENURE_FEE_MONTHLY].permyriad[0]), NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureJson) copy = edited (json, "", cases[i].path, EDIT_VALUE, cases[i].value, NULL);
      g_autofree char *changed = tenure_json_to_pretty (copy);
      g_autoptr (GError) error = NULL;
      g_autoptr (TenurePolicy) policy = tenure_policy_parse (changed, -1, &error);

      g_assert_no_error (error);
      g_assert_cmpint (G_STRUCT_MEMBER (int, policy, cases[i].offset), ==, cases[i].wanted);
      g_assert_cmpstr (tenure_policy_source (policy, cases[i].path), ==, "here");
    }
}

/* Whole files that are wrong. */
static void
test_bad_files (void)
{
  g_autofree char *good = policy_text ("huawei-cn");
  static const struct
  {
    const char *search, *instead, *named;
  } cases[] = {
    { "\"schema\": \"tenure-policy/1\",", "", "“schema” is missing" },
    { "tenure-policy/1", "tenure-policy/2", "“schema” must be tenure-policy/1" },
    { "\"name\": \"huawei-cn\",", "", "“name” is missing" },
    { "\"name\": \"huawei-cn\",", "\"name\": 5,", "“name” must be a text" },
    { "\"name\": \"huawei-cn\",", "\"name\": \"\",", "“name” must be a text" },
    { "\"refund\": {", "\"surprise\": {\"value\": 1, \"source\": \"x\"}, \"refund\": {", "“surprise” is not known" },
    { "\"refund\": {", "\"refund\": { \"deep\": {\"x\": {\"value\": 1, \"source\": \"x\"}},",
      "“refund.deep.x” is not known" },
    { "\"refund\": {", "\"refund\": { \"deep\": {},", "“refund.deep” must be an object" },
    { "\"refund\": {", "\"refund\": { \"deep\": [],", "“refund.deep” must be an object" },
    { "\"refund\": {", "\"note\": \"x\", \"refund\": {", "“note” must be an object" },
    { "\"refund\": {", "\"refund.unit\": {\"value\": \"days\", \"source\": \"x\"}, \"refund\": {",
      "“refund.unit” is given twice" },
    { "\"fee\": {", "\"fee\": { \"6y\": {\"1\": {\"value\": null, \"source\": \"x\"}},", "“fee.6y.1” is not known" },
    { "\"monthly\": {", "\"monthly\": { \"2\": {\"value\": null, \"source\": \"x\"},", "“fee.monthly.2” is not known" },
    { "\"grace_days\": {", "\"grace_days\": { \"V6\": {\"value\": 1, \"source\": \"x\"},",
      "“grace_days.V6” is not known" },
    { "\"refund\": {", "\"refund\": {}, \"refund\": {", "has a member twice" },
    { "\"months_max\": {\"value\": 11", "\"months_max\": {\"value\": 8", "“renewal.months_offered” must not be above" },
    { "{\n  \"schema\"", "[{\n  \"schema\"", "This is not JSON" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = g_strsplit (good, cases[i].search, 2);
      g_autofree char *text = g_strjoinv (cases[i].instead, parts);
      g_autoptr (GError) error = NULL;

      g_assert_nonnull (parts[1]);
      g_assert_null (tenure_policy_parse (text, -1, &error));
      g_assert_true (error->domain == TENURE_INPUT_ERROR);
      g_assert_nonnull (strstr (error->message, cases[i].named));
    }
  g_assert_null (tenure_policy_parse ("[]", -1, NULL));
  g_assert_null (tenure_policy_parse ("null", -1, NULL));
  g_assert_null (tenure_policy_parse (good, 200, NULL));
}

static void
test_fee_row (void)
{
  for (int months = -24; months <= 84; months++)
    {
      TenureFeeRow row = TENURE_N_FEE_ROWS;
      gboolean sold = tenure_fee_row (months, &row);
      int wanted = months >= 1 && months <= 11 ? TENURE_FEE_MONTHLY : TENURE_N_FEE_ROWS;

      if (months == 12 || months == 24 || months == 36 || months == 48 || months == 60)
        wanted = TENURE_FEE_1Y + months / 12 - 1;
      g_assert_cmpint (sold, ==, wanted != TENURE_N_FEE_ROWS);
      g_assert_cmpint (row, ==, wanted);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/policy/fees", test_fees);
  g_test_add_func ("/policy/levels", test_levels);
  g_test_add_func ("/policy/differences", test_differences);
  g_test_add_func ("/policy/common", test_common);
  g_test_add_func ("/policy/identity", test_identity);
  g_test_add_func ("/policy/sources", test_sources);
  g_test_add_func ("/policy/every-value-counts", test_every_value_counts);
  g_test_add_func ("/policy/bad-values", test_bad_values);
  g_test_add_func ("/policy/ranges", test_ranges);
  g_test_add_func ("/policy/alternatives", test_alternatives);
  g_test_add_func ("/policy/bad-files", test_bad_files);
  g_test_add_func ("/policy/fee-row", test_fee_row);
  return g_test_run ();
}
