/* SPDX-License-Identifier: GPL-3.0-or-later */
/* then …: what must hold, looked up in the last plan and in the file. */
#include "story.h"

#include "tenure-lifecycle.h"

static void
same_text (const Story *self, const char *what, const char *is, const char *expected)
{
  if (g_strcmp0 (is, expected) != 0)
    story_fail (self, "%s is %s, not %s", what, is != NULL ? is : "nothing", expected);
}

static void
same_money (const Story *self, const char *what, TenureMoney is, const char *expected)
{
  g_autofree char *text = tenure_money_format (is);

  if (is != story_money (self, expected))
    story_fail (self, "%s is %s, not %s", what, text, expected);
}

static void
same_count (const Story *self, const char *what, gint64 is, const char *expected)
{
  if (is != story_count (self, expected))
    story_fail (self, "%s is %" G_GINT64_FORMAT ", not %s", what, is, expected);
}

static const TenurePlan *
last_plan (const Story *self)
{
  if (self->outcome == NULL)
    story_fail (self, "no command was planned before this");
  return self->outcome->plan;
}

/* --- Refusals ------------------------------------------------------------------------------------------------------
 */

/* refused RULE: as a whole, or in its first item */
static gboolean
then_refused (Story *self, char **words)
{
  const TenurePlan *plan;

  self->pending = FALSE;
  if (self->error != NULL)
    {
      if (words[0] != NULL && strstr (self->error->message, words[0]) == NULL)
        story_fail (self, "it failed with another sentence: %s", self->error->message);
      return TRUE;
    }
  plan = last_plan (self);
  if (words[0] == NULL || self->outcome->status == TENURE_OUTCOME_DONE)
    story_fail (self, "the command went ahead");
  for (guint i = 0; i < plan->refusals->len; i++)
    if (g_str_equal (((TenureRefusal *)plan->refusals->pdata[i])->rule, words[0]))
      return TRUE;
  for (guint i = 0; i < plan->items->len; i++)
    if (g_strcmp0 (engine_item_rule (plan, i), words[0]) == 0)
      return TRUE;
  self->pending = TRUE;
  story_expect_done (self);
  return FALSE;
}

/* What an item of the plan is called: an order by its place, anything else by its own name. */
static char *
item_word (Story *self, const char *word)
{
  if (g_str_equal (word, "last") || g_str_equal (word, "first") || g_ascii_isdigit (word[0]))
    return story_order (self, word);
  return g_strdup (word);
}

/* leaves-out NAME by RULE: one item of a command that went ahead with others */
static gboolean
then_leaves_out (Story *self, char **words)
{
  const TenurePlan *plan = last_plan (self);
  g_autofree char *name = NULL;

  if (g_strv_length (words) != 4 || !g_str_equal (words[2], "by"))
    return FALSE;
  name = item_word (self, words[1]);
  for (guint i = 0; i < plan->items->len; i++)
    {
      const TenurePlanItem *item = plan->items->pdata[i];
      if (g_strcmp0 (item->name, name) != 0 && g_strcmp0 (item->key, name) != 0)
        continue;
      same_text (self, words[1], engine_item_rule (plan, i), words[3]);
      return TRUE;
    }
  story_fail (self, "the plan has no item “%s”", words[1]);
}

/* explains NAME by WORD: one of the steps of that item has the word as what it took or found */
static gboolean
then_explains (Story *self, char **words)
{
  const TenurePlan *plan = last_plan (self);

  if (g_strv_length (words) != 4 || !g_str_equal (words[2], "by"))
    return FALSE;
  for (guint i = 0; i < plan->items->len; i++)
    {
      const TenurePlanItem *item = plan->items->pdata[i];
      for (guint s = 0; g_strcmp0 (item->name, words[1]) == 0 && s < tenure_steps_length (item->steps); s++)
        for (guint o = 0; o < tenure_steps_at (item->steps, s)->n_operands; o++)
          if (g_strcmp0 (tenure_steps_at (item->steps, s)->operands[o].text, words[3]) == 0)
            return TRUE;
    }
  story_fail (self, "the plan explains nothing of “%s” by “%s”", words[1], words[3]);
}

/* --- The plan ------------------------------------------------------------------------------------------------------
 */

/* plan pays A | returns A | vouchers A | fees A | consumes A | review | quota N | left N | items N */
static gboolean
then_plan (Story *self, char **words)
{
  const TenurePlan *plan = last_plan (self);
  TenureMoney fees = 0, consumed = 0;

  for (guint i = 0; i < plan->items->len; i++)
    {
      fees += ((TenurePlanItem *)plan->items->pdata[i])->fee;
      consumed += ((TenurePlanItem *)plan->items->pdata[i])->consumed;
    }
  if (g_str_equal (words[0], "review"))
    {
      if (!plan->review)
        story_fail (self, "the plan needs no review");
      return TRUE;
    }
  if (words[1] == NULL)
    return FALSE;
  if (g_str_equal (words[0], "pays"))
    same_money (self, "what is paid", plan->to_pay, words[1]);
  else if (g_str_equal (words[0], "returns"))
    same_money (self, "what comes back", plan->to_return, words[1]);
  else if (g_str_equal (words[0], "vouchers"))
    same_money (self, "what vouchers get back", plan->voucher_return, words[1]);
  else if (g_str_equal (words[0], "fees"))
    same_money (self, "the fee", fees, words[1]);
  else if (g_str_equal (words[0], "consumes"))
    same_money (self, "what is consumed", consumed, words[1]);
  else if (g_str_equal (words[0], "quota"))
    same_count (self, "what it takes of the quota", plan->quota_needed, words[1]);
  else if (g_str_equal (words[0], "left"))
    same_count (self, "what is left of the quota", plan->quota_left, words[1]);
  else if (g_str_equal (words[0], "items"))
    same_count (self, "the number of items", plan->items->len, words[1]);
  else
    return FALSE;
  return TRUE;
}

/* --- The file ------------------------------------------------------------------------------------------------------
 */

static gint64
ledger (Story *self, const char *kind)
{
  g_autofree char *name = g_strconcat (kind, "/demo", NULL);

  return engine_number_of (self->engine, "SELECT coalesce (sum (balance), 0) FROM ledger WHERE name = ?1", name);
}

/* order WHICH is STATUS | of TYPE | from SOURCE | due A | paid A | reason TEXT | verdict TEXT */
static gboolean
then_order (Story *self, char **words)
{
  static const struct
  {
    const char *word, *sql;
    gboolean money;
  } questions[] = {
    { "is", "SELECT status FROM \"order\" WHERE key = ?1", FALSE },
    { "due", "SELECT due FROM \"order\" WHERE key = ?1", TRUE },
    { "discounted", "SELECT discount FROM \"order\" WHERE key = ?1", TRUE },
    { "paid", "SELECT cash + credit + flexi + card FROM \"order\" WHERE key = ?1", TRUE },
    { "vouchers", "SELECT voucher FROM \"order\" WHERE key = ?1", TRUE },
    { "flexi", "SELECT flexi FROM \"order\" WHERE key = ?1", TRUE },
    { "cards", "SELECT card FROM \"order\" WHERE key = ?1", TRUE },
    { "loses", "SELECT sum (lost) FROM line JOIN \"order\" AS o ON o.id = line.order_id WHERE o.key = ?1", TRUE },
    { "reason", "SELECT reason FROM \"order\" WHERE key = ?1", FALSE },
    { "verdict", "SELECT verdict FROM \"order\" WHERE key = ?1", FALSE },
    { "lapses", "SELECT datetime (deadline + 28800, 'unixepoch') FROM \"order\" WHERE key = ?1", FALSE },
    { "of",
      "SELECT CASE type WHEN 1 THEN 'new' WHEN 2 THEN 'renewal' WHEN 3 THEN 'change' WHEN 4 THEN 'unsubscription'"
      " WHEN 10 THEN 'to-pay-per-use' WHEN 11 THEN 'from-pay-per-use' END FROM \"order\" WHERE key = ?1",
      FALSE },
    { "from",
      "SELECT CASE source_type WHEN 1 THEN 'customer' WHEN 2 THEN 'manager' WHEN 8 THEN 'system' END"
      " FROM \"order\" WHERE key = ?1",
      FALSE },
    { "children", "SELECT count (*) FROM \"order\" WHERE parent_id = (SELECT id FROM \"order\" WHERE key = ?1)",
      FALSE },
    { "failed", "SELECT failed FROM \"order\" WHERE key = ?1", FALSE },
  };
  g_autofree char *key = NULL;

  if (g_strv_length (words) != 3)
    return FALSE;
  key = story_order (self, words[0]);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (g_str_equal (words[1], questions[i].word))
      {
        g_autofree char *value = engine_value (self->engine, questions[i].sql, key);
        if (questions[i].money)
          same_money (self, words[1], value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0, words[2]);
        else
          same_text (self, words[1], value, words[2]);
        return TRUE;
      }
  return FALSE;
}

static const char *
life_of (Story *self, const char *key)
{
  g_autofree char *status = engine_value (self->engine, "SELECT status FROM resource WHERE key = ?1", key);
  g_autofree char *expiry = engine_value (self->engine, "SELECT expiry FROM resource WHERE key = ?1", key);

  if (status == NULL)
    return "missing";
  if (!g_str_equal (status, "active") || expiry == NULL)
    return g_intern_string (status);
  return tenure_life_name (tenure_life_at (g_ascii_strtoll (expiry, NULL, 10),
                                           tenure_profile_level (self->engine->profile),
                                           tenure_profile_policy (self->engine->profile), self->engine->now));
}

/* NAME is in-use|expired|frozen|released|unsubscribed|missing, expires DATE [TIME], renews MODE, charged HOW,
 * sized N, frozen-by WHOM, specified SPEC, left N (automatic renewals) */
static gboolean
then_resource (Story *self, char **words)
{
  static const struct
  {
    const char *word, *sql;
  } questions[] = {
    { "renews", "SELECT mode FROM resource WHERE key = ?1" },
    { "charged", "SELECT charging FROM resource WHERE key = ?1" },
    { "sized", "SELECT amount FROM resource WHERE key = ?1" },
    { "specified", "SELECT spec FROM resource WHERE key = ?1" },
    { "frozen-by", "SELECT freeze FROM resource WHERE key = ?1" },
    { "left", "SELECT auto_left FROM resource WHERE key = ?1" },
    { "expires", "SELECT datetime (expiry + 28800, 'unixepoch') FROM resource WHERE key = ?1" },
    { "begins", "SELECT datetime (start + 28800, 'unixepoch') FROM resource WHERE key = ?1" },
  };
  g_autofree char *key = NULL;
  g_autofree char *expected = NULL;

  if (words[1] == NULL || words[2] == NULL)
    return FALSE;
  key = story_resource (self, words[0]);
  expected = g_strjoin (" ", words[2], words[3], NULL);
  if (g_str_equal (words[1], "is"))
    {
      same_text (self, words[0], life_of (self, key), expected);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (g_str_equal (words[1], questions[i].word))
      {
        g_autofree char *value = engine_value (self->engine, questions[i].sql, key);
        same_text (self, words[0], value, expected);
        return TRUE;
      }
  return FALSE;
}

/* coupon NAME has A (that no order took) | locked A (by unpaid orders) | lost A (expired or reclaimed) */
static gboolean
then_coupon (Story *self, char **words)
{
  static const struct
  {
    const char *word, *sql;
  } questions[] = {
    { "has", "SELECT remaining FROM coupon WHERE ?1 IN (name, key) ORDER BY id DESC LIMIT 1" },
    { "locked", "SELECT coalesce (sum (amount), 0) FROM lock WHERE coupon_id ="
                " (SELECT id FROM coupon WHERE ?1 IN (name, key) ORDER BY id DESC LIMIT 1)" },
    { "lost", "SELECT lost FROM coupon WHERE ?1 IN (name, key) ORDER BY id DESC LIMIT 1" },
  };

  if (g_strv_length (words) != 3)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (g_str_equal (words[1], questions[i].word))
      {
        g_autofree char *value = engine_value (self->engine, questions[i].sql, words[0]);
        same_money (self, words[0], value != NULL ? g_ascii_strtoll (value, NULL, 10) : TENURE_MONEY_UNKNOWN, words[2]);
        return TRUE;
      }
  return FALSE;
}

/* application ACCOUNT is STATE; signed-in is ACCOUNT|nobody */
static gboolean
then_account (Story *self, char **words)
{
  g_autofree char *value = NULL;

  if (g_str_equal (words[0], "signed-in") && g_strv_length (words) == 3)
    {
      value = engine_value (self->engine, "SELECT value FROM meta WHERE key = 'signed-in'", NULL);
      same_text (self, "who is signed in", value != NULL ? value : "nobody", words[2]);
      return TRUE;
    }
  if (!g_str_equal (words[0], "application") || g_strv_length (words) != 4)
    return FALSE;
  value = engine_value (
      self->engine, "SELECT state FROM application p JOIN account a ON a.id = p.account_id WHERE a.key = ?1", words[1]);
  same_text (self, "the application", value, words[3]);
  return TRUE;
}

static void
count_rows (Story *self, const char *sql, const char *argument, const char *expected)
{
  same_count (self, argument, engine_number_of (self->engine, sql, argument), expected);
}

/* outbox has N TEMPLATE, keeps N secrets; journal has N KIND; orders has N STATUS; value SQL is TEXT */
static gboolean
then_counted (Story *self, char **words)
{
  static const struct
  {
    const char *word, *sql;
  } counts[] = {
    { "outbox", "SELECT count (*) FROM message WHERE template = ?1" },
    { "journal", "SELECT count (*) FROM journal WHERE kind = ?1" },
    { "orders", "SELECT count (*) FROM \"order\" WHERE parent_id IS NULL AND status = ?1" },
    { "resources", "SELECT count (*) FROM resource WHERE main_id IS NULL AND status = ?1" },
  };

  if (g_strv_length (words) != 4)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (g_str_equal (words[0], counts[i].word) && g_str_equal (words[1], "has"))
      {
        count_rows (self, counts[i].sql, words[3], words[2]);
        return TRUE;
      }
  if (g_str_equal (words[0], "outbox") && g_str_equal (words[1], "keeps"))
    {
      same_count (self, "the number of secrets in the outbox",
                  engine_number_of (self->engine, "SELECT count (*) FROM message WHERE secret IS NOT NULL", NULL),
                  words[2]);
      return TRUE;
    }
  if (g_str_equal (words[0], "value") && g_str_equal (words[2], "is"))
    {
      g_autofree char *value = engine_value (self->engine, words[1], NULL);
      same_text (self, words[1], value, words[3]);
      return TRUE;
    }
  return FALSE;
}

gboolean
story_then (Story *self, char **words)
{
  if (self->engine == NULL || words[0] == NULL)
    return FALSE;
  if (g_str_equal (words[0], "refused"))
    return then_refused (self, words + 1);
  story_expect_done (self);
  if (g_str_equal (words[0], "leaves-out"))
    return then_leaves_out (self, words);
  if (g_str_equal (words[0], "explains"))
    return then_explains (self, words);
  if (g_str_equal (words[0], "plan") && words[1] != NULL)
    return then_plan (self, words + 1);
  if (g_str_equal (words[0], "order"))
    return then_order (self, words + 1);
  if (g_str_equal (words[0], "coupon") && words[1] != NULL)
    return then_coupon (self, words + 1);
  if (g_str_equal (words[0], "balance") && words[1] != NULL && words[2] != NULL)
    return same_money (self, "the balance", ledger (self, "cash"), words[2]), TRUE;
  if (g_str_equal (words[0], "arrears") && words[1] != NULL && words[2] != NULL)
    return same_money (self, "what is owed", -ledger (self, "arrears"), words[2]), TRUE;
  return then_account (self, words) || then_counted (self, words) || then_resource (self, words);
}
