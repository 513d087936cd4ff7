/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules-support.h"

/* Sets one value of the policy's JSON: `path=literal`. */
static void
edit (TenureJson *json, const char *assignment)
{
  g_auto (GStrv) parts = g_strsplit (assignment, "=", 2);
  g_auto (GStrv) names = g_strsplit (parts[0], ".", -1);
  TenureJson *at = json;

  for (guint i = 0; names[i]; i++)
    {
      at = tenure_json_get (at, names[i]);
      g_assert_nonnull (at);
    }
  tenure_json_set (at, "value", tenure_json_parse (parts[1], -1, 0, NULL));
}

TenurePolicy *
rules_policy (const char *name, const char *edits)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *text = tenure_test_data ("policy", file, NULL);
  g_autoptr (TenureJson) json = tenure_json_parse (text, -1, 0, NULL);
  g_auto (GStrv) list = g_strsplit (edits ? edits : "", " ", -1);
  g_autofree char *edited = NULL;
  g_autoptr (GError) error = NULL;
  TenurePolicy *policy;

  for (guint i = 0; list[i]; i++)
    edit (json, list[i]);
  edited = tenure_json_to_canonical (json);
  policy = tenure_policy_parse (edited, -1, &error);
  g_assert_no_error (error);
  return policy;
}

static TenureTime
read_time (const char *text, int default_second)
{
  g_autoptr (GError) error = NULL;
  TenureTime time = TENURE_TIME_UNKNOWN;

  if (text)
    tenure_time_parse (text, default_second, &time, &error);
  g_assert_no_error (error);
  return time;
}

TenureTime
rules_time (const char *text)
{
  return read_time (text, 0);
}

TenureTime
rules_end (const char *text)
{
  return read_time (text, TENURE_DAY_SECONDS - 1);
}

TenureDay
rules_day (const char *text)
{
  return tenure_day_of (rules_time (text));
}

TenureMoney
rules_money (const char *text)
{
  g_autoptr (GError) error = NULL;
  TenureMoney money = 0;

  if (text && g_str_equal (text, "?"))
    return TENURE_MONEY_UNKNOWN;
  if (text)
    tenure_money_parse_wire (text, &money, &error);
  g_assert_no_error (error);
  return money;
}

void
rules_assert_money (TenureMoney money, const char *expected)
{
  g_autofree char *text = tenure_money_format (money);

  g_assert_cmpstr (text, ==, expected ? expected : "0.00");
}

void
rules_assert_time (TenureTime time, const char *expected)
{
  g_autofree char *text = time == TENURE_TIME_UNKNOWN ? g_strdup ("unknown") : tenure_time_format (time);

  g_assert_cmpstr (text, ==, expected);
}

char *
rules_of_steps (const TenureSteps *steps)
{
  GString *rules = g_string_new (NULL);

  for (guint i = 0; i < tenure_steps_length (steps); i++)
    {
      const TenureStep *step = tenure_steps_at (steps, i);

      g_assert_nonnull (step->source);
      g_assert_nonnull (step->result.name);
      g_string_append_printf (rules, "%s%s", i > 0 ? " " : "", step->rule);
    }
  return g_string_free (rules, FALSE);
}

const TenureStep *
rules_step (const TenureSteps *steps, const char *rule, guint nth)
{
  for (guint i = 0; i < tenure_steps_length (steps); i++)
    if (g_str_equal (tenure_steps_at (steps, i)->rule, rule) && nth-- == 0)
      return tenure_steps_at (steps, i);
  g_error ("there is no step %s", rule);
}

const TenureInstrument *
rules_instruments (const TenureChannels *paid, TenureTime flexi_expiry, TenureTime card_expiry)
{
  static TenureInstrument pairs[64][2];
  static guint n;
  TenureInstrument *pair = pairs[n++ % G_N_ELEMENTS (pairs)];

  pair[0] = (TenureInstrument){ 1, TENURE_COUPON_FLEXI, paid->flexi, flexi_expiry };
  pair[1] = (TenureInstrument){ 2, TENURE_COUPON_CARD, paid->card, card_expiry };
  return pair;
}
