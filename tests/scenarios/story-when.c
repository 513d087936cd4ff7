/* SPDX-License-Identifier: GPL-3.0-or-later */
/* given … and when …: time, and any command by the table of kinds. */
#include "story.h"

#include "tenure-level.h"

#define AT(Type, params, field) (*(Type *)((char *)(params) + (field)->offset))
/* Larger than any kind's struct. */
#define ROOM 64

/* --- Parameters ----------------------------------------------------------------------------------------------------
 */

static gboolean
names_orders (const char *field)
{
  return g_str_equal (field, "order") || g_str_equal (field, "orders");
}

static gboolean
names_resources (const char *field)
{
  return g_str_equal (field, "resource") || g_str_equal (field, "resources") || g_str_equal (field, "rows");
}

static gboolean
names_coupons (const char *field)
{
  static const char *const fields[] = { "coupon", "discount", "voucher", "flexi", "card", NULL };

  return g_strv_contains (fields, field);
}

static char *
newest (Story *self, const char *sql, const char *word)
{
  char *key = engine_value (self->engine, sql, NULL);

  if (key == NULL)
    story_fail (self, "nothing is the last %s", word);
  return key;
}

/* The natural key of what a word of prose names. */
static char *
resolve (Story *self, TenureCommandKind kind, const char *field, const char *word)
{
  char *key;

  if (names_orders (field))
    return story_order (self, word);
  if (names_resources (field) && !(kind == TENURE_COMMAND_EXPORT && g_str_equal (word, "last")))
    return story_resource (self, word);
  if (names_coupons (field))
    {
      key = engine_value (self->engine, "SELECT key FROM coupon WHERE name = ?1 ORDER BY id DESC LIMIT 1", word);
      return key != NULL ? key : g_strdup (word);
    }
  if (!g_str_equal (word, "last"))
    return g_strdup (word);
  if (g_str_equal (field, "application"))
    return newest (self, "SELECT key FROM application ORDER BY submitted DESC, id DESC LIMIT 1", field);
  if (g_str_equal (field, "link"))
    return newest (self, "SELECT key FROM link ORDER BY id DESC LIMIT 1", field);
  return g_strdup (word);
}

/* "app-*" of resources: all that are there, in the order in which they were made. */
static char *
expand (Story *self, const char *field, const char *word)
{
  char *keys = NULL;

  if (names_resources (field) && strchr (word, '*') != NULL)
    keys = engine_value (self->engine,
                         "SELECT group_concat (key) FROM (SELECT key FROM resource WHERE name GLOB ?1"
                         " AND main_id IS NULL AND status = 'active' ORDER BY id)",
                         word);
  return keys != NULL ? keys : g_strdup (word);
}

static char **
resolve_all (Story *self, TenureCommandKind kind, const char *field, const char *word)
{
  g_autofree char *all = expand (self, field, word);
  g_auto (GStrv) parts = g_strsplit (all, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *key = resolve (self, kind, field, g_strstrip (parts[i]));
      g_free (parts[i]);
      parts[i] = key;
    }
  return g_steal_pointer (&parts);
}

static int
choose (const Story *self, const TenureField *field, const char *word)
{
  for (int i = 0; field->names[i] != NULL; i++)
    if (g_str_equal (field->names[i], word))
      return i;
  story_fail (self, "%s cannot be “%s”", field->name, word);
}

/* Reads the words of one parameter; how many there were. */
static guint
read_field (Story *self, TenureCommandKind kind, const TenureField *field, char **words, gpointer params)
{
  if (field->type == TENURE_FIELD_BOOLEAN)
    return AT (gboolean, params, field) = TRUE;
  if (words[1] == NULL)
    story_fail (self, "%s says nothing", field->name);
  switch (field->type)
    {
    case TENURE_FIELD_STRING:
      g_free (AT (char *, params, field));
      AT (char *, params, field) = resolve (self, kind, field->name, words[1]);
      return 2;
    case TENURE_FIELD_STRINGS:
      AT (char **, params, field) = resolve_all (self, kind, field->name, words[1]);
      return 2;
    case TENURE_FIELD_ENUM:
      AT (int, params, field) = choose (self, field, words[1]);
      return 2;
    case TENURE_FIELD_MONEY:
      AT (TenureMoney, params, field) = story_money (self, words[1]);
      return 2;
    case TENURE_FIELD_TIME:
      AT (TenureTime, params, field) = story_time (self, words[1], TENURE_DAY_SECONDS - 1);
      return 2;
    default:
      AT (gint64, params, field) = g_ascii_strtoll (words[1], NULL, 10);
      return 2;
    }
}

static void
read_params (Story *self, TenureCommandKind kind, char **words, gpointer params)
{
  guint n;
  const TenureField *fields = tenure_command_kind_fields (kind, &n), *field;

  for (; *words != NULL; words += read_field (self, kind, field, words, params))
    {
      field = fields;
      while (field < fields + n && !g_str_equal (field->name, *words))
        field++;
      if (field == fields + n)
        story_fail (self, "%s has no “%s”", tenure_command_kind_name (kind), *words);
    }
}

static void
clear_params (TenureCommandKind kind, gpointer params)
{
  guint n;
  const TenureField *fields = tenure_command_kind_fields (kind, &n);

  for (guint i = 0; i < n; i++)
    if (fields[i].type == TENURE_FIELD_STRING)
      g_free (AT (char *, params, &fields[i]));
    else if (fields[i].type == TENURE_FIELD_STRINGS)
      g_strfreev (AT (char **, params, &fields[i]));
}

/* What every order of a story has unless it says otherwise. */
static void
preset (TenureCommandKind kind, gpointer params)
{
  TenurePlaceOrder *order = kind == TENURE_COMMAND_ORDER                ? params
                            : kind == TENURE_COMMAND_ORDER_FOR_CUSTOMER ? &((TenureOrderForCustomer *)params)->order
                                                                        : NULL;

  if (order == NULL)
    return;
  order->region = g_strdup ("cn-north-4");
  order->quantity = 1;
  order->agreed = TRUE;
}

/* --- Commands ------------------------------------------------------------------------------------------------------
 */

void
story_expect_done (Story *self)
{
  const TenurePlan *plan;

  if (!self->pending)
    return;
  self->pending = FALSE;
  if (self->error != NULL)
    story_fail (self, "the command before this line failed: %s", self->error->message);
  plan = self->outcome->plan;
  for (guint i = 0; i < plan->refusals->len; i++)
    g_test_message ("refused: %s", ((TenureRefusal *)plan->refusals->pdata[i])->rule);
  for (guint i = 0; i < plan->items->len; i++)
    if (engine_item_rule (plan, i) != NULL)
      g_test_message ("item %u refused: %s", i, engine_item_rule (plan, i));
  story_fail (self, "the command before this line was refused or stale");
}

static void
run (Story *self, TenureCommand *command)
{
  g_autoptr (TenurePlan) plan = NULL;

  g_clear_pointer (&self->outcome, tenure_outcome_unref);
  g_clear_error (&self->error);
  plan = tenure_embedded_plan_at (self->engine->platform, command, self->engine->now, &self->error);
  if (plan != NULL)
    self->outcome = tenure_embedded_apply_at (self->engine->platform, command, plan, self->engine->now, &self->error);
  self->pending = self->outcome == NULL || self->outcome->status != TENURE_OUTCOME_DONE;
  engine_pass (self->engine, 0);
}

void
story_do (Story *self, TenureCommandKind kind, char **words)
{
  gint64 params[ROOM] = { 0 };
  g_autoptr (TenureCommand) command = NULL;

  preset (kind, params);
  read_params (self, kind, words, params);
  g_clear_pointer (&self->outcome, tenure_outcome_unref);
  g_clear_error (&self->error);
  command = tenure_command_new (kind, params, NULL, &self->error);
  clear_params (kind, params);
  self->pending = command == NULL;
  if (command != NULL)
    run (self, command);
}

/* --- Sentences -----------------------------------------------------------------------------------------------------
 */

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

gboolean
story_given (Story *self, char **words)
{
  if (words[0] == NULL)
    return FALSE;
  if (self->engine == NULL)
    return (g_str_equal (words[0], "practice") || g_str_equal (words[0], "real")) && give_profile (self, words);
  if (g_str_equal (words[0], "policy"))
    return give_policy (self, words);
  if (g_ascii_isdigit (words[0][0]) && give_many (self, words))
    return TRUE;
  return give_resource (self, words) || story_when (self, words);
}

/* it is DATE [TIME]; N seconds|minutes|hours|days pass */
static gboolean
pass_time (Story *self, char **words)
{
  static const struct
  {
    const char *unit;
    TenureTime seconds;
  } units[] = { { "second", 1 }, { "minute", 60 }, { "hour", TENURE_HOUR_SECONDS }, { "day", TENURE_DAY_SECONDS } };

  if (g_str_equal (words[0], "it"))
    {
      g_autofree char *time = g_strjoin (" ", words[2], words[2] != NULL ? words[3] : NULL, NULL);
      engine_go (self->engine, time);
      return TRUE;
    }
  for (guint i = 0; words[1] != NULL && words[2] != NULL && i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (words[1], units[i].unit) && g_str_has_prefix (words[2], "pass"))
      {
        engine_pass (self->engine, story_count (self, words[0]) * units[i].seconds);
        return TRUE;
      }
  return FALSE;
}

gboolean
story_when (Story *self, char **words)
{
  TenureCommandKind kind;

  if (self->engine == NULL || words[0] == NULL)
    return FALSE;
  if (!tenure_command_kind_from_name (words[0], &kind))
    return pass_time (self, words);
  story_do (self, kind, words + 1);
  return TRUE;
}
