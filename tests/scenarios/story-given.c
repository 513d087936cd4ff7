/* SPDX-License-Identifier: GPL-3.0-or-later */
/* given …: the profile, what it has already, and whatever a `when` does. */
#include "story.h"

#include "tenure-level.h"

/* practice|real on DATE TIME [at LEVEL] [with AMOUNT] */
static gboolean
give_profile (Story *self, char **words)
{
  g_autofree char *start = NULL;
  TenureLevel level = TENURE_LEVEL_V3;
  char **rest;

  if (g_strv_length (words) < 4 || !g_str_equal (words[1], "on"))
    return FALSE;
  start = g_strjoin (" ", words[2], words[3], NULL);
  for (rest = words + 4; rest[0] != NULL && rest[1] != NULL; rest += 2)
    if (g_str_equal (rest[0], "at") && !tenure_level_parse (rest[1], &level, NULL))
      return FALSE;
  self->engine = engine_new (start, 0, g_str_equal (words[0], "practice"), level);
  for (rest = words + 4; rest[0] != NULL && rest[1] != NULL; rest += 2)
    if (g_str_equal (rest[0], "with"))
      story_do (self, TENURE_COMMAND_TOP_UP, (char *[]){ (char *)"amount", rest[1], NULL });
  return rest[0] == NULL;
}

static gboolean
has_word (char **words, const char *word)
{
  return g_strv_contains ((const char *const *)words, word);
}

static void
order_resource (Story *self, const TenureOffer *offer, const char *name, char **words)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) order = NULL;

  g_strv_builder_add_many (builder, "offer", offer->key, "name", name, "months", words[1], NULL);
  if (!has_word (words, "spec"))
    g_strv_builder_add_many (builder, "spec", offer->specs[0].key, NULL);
  if (offer->by_bandwidth && !has_word (words, "bandwidth"))
    g_strv_builder_add_many (builder, "bandwidth", "5", NULL);
  g_strv_builder_addv (builder, (const char **)words + 3);
  order = g_strv_builder_end (builder);
  story_do (self, TENURE_COMMAND_ORDER, order);
  story_expect_done (self);
}

/* The last orders that wait are paid together, as many as may be at a time. */
static void
pay_waiting (Story *self)
{
  static const char sql[] =
      "SELECT group_concat (key) FROM (SELECT key FROM \"order\" WHERE parent_id IS NULL AND status = 'unpaid'"
      " ORDER BY id LIMIT 30)";
  char *orders;

  while ((orders = engine_value (self->engine, sql, NULL)) != NULL)
    {
      story_do (self, TENURE_COMMAND_PAY, (char *[]){ (char *)"orders", orders, NULL });
      g_free (orders);
      story_expect_done (self);
    }
  engine_pass (self->engine, tenure_profile_policy (self->engine->profile)->delivery_seconds);
}

/* N OFFER NAME for M months [WORDS of each order …]: NAME-0001 …, an order each, paid, delivered. */
static gboolean
give_many (Story *self, char **words)
{
  const TenureOffer *offer = words[1] == NULL ? NULL : tenure_catalogue_find (self->engine->catalogue, words[1]);
  guint count = story_count (self, words[0]);

  if (offer == NULL || g_strv_length (words) < 6 || !g_str_equal (words[3], "for"))
    return FALSE;
  for (guint i = 1; i <= count; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%04u", words[2], i);
      order_resource (self, offer, name, words + 3);
    }
  pay_waiting (self);
  return TRUE;
}

/* OFFER NAME for N months [WORDS of the order …]: ordered, paid, delivered. */
static gboolean
give_resource (Story *self, char **words)
{
  const TenureOffer *offer = tenure_catalogue_find (self->engine->catalogue, words[0]);

  if (offer == NULL || g_strv_length (words) < 5 || !g_str_equal (words[2], "for"))
    return FALSE;
  order_resource (self, offer, words[1], words + 2);
  story_do (self, TENURE_COMMAND_PAY, (char *[]){ (char *)"orders", (char *)"last", NULL });
  story_expect_done (self);
  engine_pass (self->engine, tenure_profile_policy (self->engine->profile)->delivery_seconds);
  return TRUE;
}

/* policy FIELD N: another figure than the shipped policy has, of those that a unit may set otherwise. */
static gboolean
give_policy (Story *self, char **words)
{
  TenurePolicy *policy = (TenurePolicy *)tenure_profile_policy (self->engine->profile);

  if (g_strv_length (words) != 3)
    return FALSE;
  if (g_str_equal (words[1], "retry_through_retention"))
    policy->retry_through_retention = story_count (self, words[2]) != 0;
  else if (g_str_equal (words[1], "auto_times_max"))
    policy->auto_times_max = (int)story_count (self, words[2]);
  else
    return FALSE;
  return TRUE;
}

/* The Huawei accounts of a new practice profile: registration begins with one of them. */
static gboolean
give_huawei_accounts (Story *self)
{
  g_autoptr (GError) error = NULL;

  if (!tenure_embedded_huawei_accounts (self->engine->profile, self->engine->now, &error))
    story_fail (self, "%s", error->message);
  return TRUE;
}

/* voucher|flexi|card NAME AMOUNT, discount-coupon|commercial|promotion NAME PERMYRIAD [WORDS of the command …] */
static gboolean
give_instrument (Story *self, char **words)
{
  static const struct
  {
    const char *word, *first, *second, *figure; /* first and second: further words of the command */
    TenureCommandKind kind;
  } instruments[] = {
    { "voucher", "kind", "voucher", "amount", TENURE_COMMAND_GRANT_COUPON },
    { "flexi", "kind", "flexi", "amount", TENURE_COMMAND_GRANT_COUPON },
    { "card", "kind", "card", "amount", TENURE_COMMAND_GRANT_COUPON },
    { "discount-coupon", "kind", "discount", "permyriad", TENURE_COMMAND_GRANT_COUPON },
    { "commercial", NULL, NULL, "permyriad", TENURE_COMMAND_GRANT_DISCOUNT },
    { "promotion", "promotion", NULL, "permyriad", TENURE_COMMAND_GRANT_DISCOUNT },
  };

  for (guint i = 0; words[1] != NULL && words[2] != NULL && i < G_N_ELEMENTS (instruments); i++)
    if (g_str_equal (words[0], instruments[i].word))
      {
        g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
        g_auto (GStrv) grant = NULL;

        g_strv_builder_add_many (builder, "name", words[1], instruments[i].figure, words[2], NULL);
        if (instruments[i].first != NULL)
          g_strv_builder_add_many (builder, instruments[i].first, instruments[i].second, NULL);
        g_strv_builder_addv (builder, (const char **)words + 3);
        grant = g_strv_builder_end (builder);
        story_do (self, instruments[i].kind, grant);
        return TRUE;
      }
  return FALSE;
}

gboolean
story_given (Story *self, char **words)
{
  if (words[0] == NULL)
    return FALSE;
  if (self->engine == NULL)
    return (g_str_equal (words[0], "practice") || g_str_equal (words[0], "real")) && give_profile (self, words);
  if (g_str_equal (words[0], "huawei-accounts"))
    return give_huawei_accounts (self);
  if (g_str_equal (words[0], "policy"))
    return give_policy (self, words);
  if (g_ascii_isdigit (words[0][0]) && give_many (self, words))
    return TRUE;
  return give_instrument (self, words) || give_resource (self, words) || story_when (self, words);
}
