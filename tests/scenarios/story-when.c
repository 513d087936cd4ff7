/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when …: time, and any command by the table of kinds. */
#include "story.h"

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
      g_free (AT (char *, params, field)); /* what was preset */
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

/* What every order, application and command of the staff of a story has unless it says otherwise. */
static void
preset_account (TenureCommandKind kind, gpointer params)
{
  guint n;
  const TenureField *fields = tenure_command_kind_fields (kind, &n);

  for (guint i = 0; i < n && tenure_command_kind_role (kind) == TENURE_ROLE_REVIEWER; i++)
    if (g_str_equal (fields[i].name, "account"))
      AT (char *, params, &fields[i]) = g_strdup ("demo");
}

static void
preset_application (TenureApplyAccount *form)
{
  form->account = g_strdup ("hw_wenhua");
  form->unit_kind = TENURE_UNIT_INSTITUTION;
  form->applicant = g_strdup ("王文");
  form->phone = g_strdup ("13912345678");
  form->email = g_strdup ("wenhua@wenhua.example");
  form->needs = g_strdup ("华北-北京四：弹性公网IP");
}

static void
preset (TenureCommandKind kind, gpointer params)
{
  TenurePlaceOrder *order = kind == TENURE_COMMAND_ORDER                ? params
                            : kind == TENURE_COMMAND_ORDER_FOR_CUSTOMER ? &((TenureOrderForCustomer *)params)->order
                                                                        : NULL;

  preset_account (kind, params);
  if (kind == TENURE_COMMAND_APPLY_ACCOUNT)
    preset_application (params);
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

/* The words after "with secret" are its lines; they are cut off the others. NULL: there is none. */
static GBytes *
cut_secret (char **words)
{
  char *lines;

  for (; words[0] != NULL && words[1] != NULL; words++)
    if (g_str_equal (words[0], "with") && g_str_equal (words[1], "secret"))
      {
        lines = g_strjoinv ("\n", words + 2);
        g_clear_pointer (&words[0], g_free);
        for (guint i = 1; words[i] != NULL; i++)
          g_clear_pointer (&words[i], g_free);
        return g_bytes_new_take (lines, strlen (lines));
      }
  return NULL;
}

static void
run (Story *self, TenureCommand *command)
{
  g_autoptr (TenurePlan) plan = NULL;

  g_clear_pointer (&self->outcome, tenure_outcome_unref);
  g_clear_error (&self->error);
  plan = tenure_embedded_plan_at (self->engine->platform, command, self->engine->now, &self->error);
  if (plan != NULL)
    self->outcome = tenure_embedded_apply_secret_at (self->engine->platform, command, plan, self->secret,
                                                     self->engine->now, &self->error);
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

/* KIND WORDS… [with secret LINE…] */
static gboolean
run_command (Story *self, char **words)
{
  TenureCommandKind kind;

  if (words[0] == NULL || !tenure_command_kind_from_name (words[0], &kind))
    return FALSE;
  self->secret = cut_secret (words);
  story_do (self, kind, words + 1);
  g_clear_pointer (&self->secret, g_bytes_unref);
  return TRUE;
}

/* as signed-in|ACCOUNT COMMAND: for whoever is signed in, or for another account than the story's */
static gboolean
run_as (Story *self, char **words)
{
  TenureEmbedded *platform = self->engine->platform;
  const char *account;

  if (words[1] == NULL)
    return FALSE;
  account = g_str_equal (words[1], "signed-in") ? NULL : words[1];
  /* A story that ends here frees this one: the other is all the same platform. */
  self->engine->platform =
      tenure_embedded_new (self->engine->profile, self->engine->catalogue, account, account != NULL ? "tester" : NULL);
  g_object_unref (platform);
  if (!run_command (self, words + 2))
    return FALSE;
  g_object_unref (self->engine->platform);
  self->engine->platform = tenure_embedded_new (self->engine->profile, self->engine->catalogue, "demo", "tester");
  return TRUE;
}

/* N times COMMAND */
static gboolean
repeat (Story *self, char **words)
{
  for (guint n = words[2] == NULL ? 0 : story_count (self, words[0]); n > 0; n--)
    {
      g_auto (GStrv) again = g_strdupv (words + 2);
      story_expect_done (self);
      if (!run_command (self, again))
        return FALSE;
    }
  return words[2] != NULL;
}

/* remember NAME WORD: what $NAME stands for from then on */
static gboolean
remember (Story *self, char **words)
{
  if (words[1] == NULL || words[2] == NULL)
    return FALSE;
  g_hash_table_replace (self->remembered, g_strdup (words[1]), g_strdup (words[2]));
  return TRUE;
}

gboolean
story_when (Story *self, char **words)
{
  if (self->engine == NULL || words[0] == NULL)
    return FALSE;
  if (g_str_equal (words[0], "as"))
    return run_as (self, words);
  if (g_str_equal (words[0], "remember"))
    return remember (self, words);
  if (g_strcmp0 (words[1], "times") == 0)
    return repeat (self, words);
  return run_command (self, words) || pass_time (self, words);
}
