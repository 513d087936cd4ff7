/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every rule id that the sources emit has words, every table row is emitted by something, and the words come out whole.
 */
#include "tenure-account-lookup.h"
#include "tenure-session.h"
#include "tenure-wording-messages.h"
#include "tenure-wording-names.h"
#include "tenure-wording-private.h"

#include <locale.h>
#include <libintl.h>
#include <string.h>

/* A rule id: words of lower-case letters joined by hyphens, one dot between the two parts. */
#define RULE_PATTERN "\"([a-z0-9]+(?:-[a-z0-9]+)*\\.[a-z]+[a-z0-9]*(?:-[a-z0-9]+)*)\""
/* Kinds of journal events without a dot. */
#define KIND_PATTERN "\"(command|step|clock|profile|go-on|restored)\""

/* Each "source" of the policies is among those that can be translated, and none is there for nothing. */
static void
test_sources (void)
{
  static const char *const FILES[] = { "huawei-cn", "huawei-intl", "intl-page" };
  g_autoptr (GRegex) regex = g_regex_new ("\"source\": \"([^\"]*)\"", 0, 0, NULL);
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0;

  for (guint f = 0; f < G_N_ELEMENTS (FILES); f++)
    {
      g_autofree char *name = g_strconcat (FILES[f], ".json", NULL);
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "policy", name, NULL), *body = NULL;
      g_autoptr (GMatchInfo) match = NULL;

      g_assert_true (g_file_get_contents (path, &body, NULL, NULL));
      for (g_regex_match (regex, body, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
        g_hash_table_add (found, g_match_info_fetch (match, 1));
    }
  for (n = 0; TENURE_SOURCE_WORDING[n]; n++)
    g_assert_true (g_hash_table_contains (found, TENURE_SOURCE_WORDING[n]));
  g_assert_cmpuint (g_hash_table_size (found), ==, n);
}

static void
collect_sources (const char *folder, GHashTable *found)
{
  g_autoptr (GRegex) regex = g_regex_new ("#define (?:SOURCE|GUIDE) \"([^\"]*)\"|"
                                          "tenure_steps_add \\([^\"]*\"[^\"]*\", \"([^\"]*)\"|"
                                          "tenure_steps_add \\(steps, rule, \"([^\"]*)\"",
                                          0, 0, NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *file = g_build_filename (path, name, NULL), *body = NULL;
      g_autoptr (GMatchInfo) match = NULL;

      if (g_str_has_suffix (name, ".c") && g_file_get_contents (file, &body, NULL, NULL))
        for (g_regex_match (regex, body, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
          g_hash_table_add (found, g_match_info_fetch (match, g_match_info_get_match_count (match) - 1));
    }
}

/* What the rules name by themselves as their source can be said, and none is there for nothing. */
static void
test_rule_sources (void)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer source;
  guint n = 0;

  collect_sources ("src/domain", found);
  collect_sources ("src/platform/embedded", found);
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &source, NULL))
    if (!tenure_wording_find (TENURE_RULE_SOURCE_WORDING, source))
      g_test_fail_printf ("the source “%s” has no words", (char *)source);
  while (TENURE_RULE_SOURCE_WORDING[n].rule)
    n++;
  g_assert_cmpuint (g_hash_table_size (found), ==, n);
}

static gboolean
is_policy_path (const char *text)
{
  static const char *const FILES[] = { "data/policy/huawei-cn.json" };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, FILES[0], NULL);
  g_autofree char *body = NULL;
  g_autoptr (TenurePolicy) policy = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &body, &length, &error);
  g_assert_no_error (error);
  policy = tenure_policy_parse (body, (gssize)length, &error);
  g_assert_no_error (error);
  return tenure_policy_source (policy, text) != NULL;
}

static gboolean
is_file_name (const char *text)
{
  return g_str_has_suffix (text, ".sql") || g_str_has_suffix (text, ".db") || g_str_has_suffix (text, ".lock");
}

static void
collect_file (const char *path, GHashTable *literals)
{
  g_autoptr (GRegex) regex = g_regex_new ("(?|" RULE_PATTERN "|" KIND_PATTERN ")", 0, 0, NULL);
  g_autoptr (GRegex) include = g_regex_new ("^#include.*$", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *text = NULL;
  g_autofree char *code = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  code = g_regex_replace_literal (include, text, -1, 0, "", 0, NULL);
  for (g_regex_match (regex, code, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    g_hash_table_add (literals, g_match_info_fetch (match, 1));
}

static void
collect_folder (const char *folder, GHashTable *literals)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, ".c"))
      {
        g_autofree char *file = g_build_filename (path, name, NULL);

        collect_file (file, literals);
      }
}

static GHashTable *
collect_literals (void)
{
  GHashTable *literals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  collect_folder ("src/domain", literals);
  collect_folder ("src/platform/embedded", literals);
  collect_folder ("src/store", literals);
  return literals;
}

static gboolean
is_worded (const char *rule)
{
  return tenure_wording_find (TENURE_STEP_WORDING, rule) || tenure_wording_find (TENURE_REFUSAL_WORDING, rule) ||
         tenure_wording_find (TENURE_MESSAGE_WORDING, rule) || tenure_wording_find (TENURE_JOURNAL_WORDING, rule);
}

static void
test_every_rule_has_words (void)
{
  g_autoptr (GHashTable) literals = collect_literals ();
  GHashTableIter iter;
  gpointer rule;
  guint n = 0;

  g_hash_table_iter_init (&iter, literals);
  while (g_hash_table_iter_next (&iter, &rule, NULL))
    {
      if (is_worded (rule))
        n++;
      else if (!is_policy_path (rule) && !is_file_name (rule))
        g_test_fail_printf ("“%s” has no words in src/app/tenure-wording-*.c", (char *)rule);
    }
  g_assert_cmpuint (n, >, 40);
}

static void
check_emitted (const TenureWording *table, GHashTable *literals)
{
  for (const TenureWording *row = table; row->rule; row++)
    if (!g_hash_table_contains (literals, row->rule))
      g_test_fail_printf ("“%s” has words and nothing emits it", row->rule);
}

static void
test_every_row_is_emitted (void)
{
  g_autoptr (GHashTable) literals = collect_literals ();

  check_emitted (TENURE_STEP_WORDING, literals);
  check_emitted (TENURE_REFUSAL_WORDING, literals);
  check_emitted (TENURE_JOURNAL_WORDING, literals);
}

/* {name} without its closing brace, or the same id twice, would show in front of people. */
static void
check_shape (const TenureWording *table)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (const TenureWording *row = table; row->rule; row++)
    {
      int depth = 0;

      g_assert_true (g_hash_table_add (seen, (gpointer)row->rule));
      for (const char *p = row->text; *p; p++)
        {
          depth += *p == '{' ? 1 : *p == '}' ? -1 : 0;
          g_assert_true (depth == 0 || depth == 1);
        }
      g_assert_cmpint (depth, ==, 0);
      g_assert_true (row->text[0] && row->text[strlen (row->text) - 1] != '.');
    }
}

static void
test_templates_are_whole (void)
{
  check_shape (TENURE_STEP_WORDING);
  check_shape (TENURE_REFUSAL_WORDING);
}

static void
test_step (void)
{
  g_autoptr (TenureSteps) steps = tenure_steps_new ();
  TenureStep *step = tenure_steps_add (steps, "refund.consumed", "CN-UG");
  g_autofree char *word = NULL;
  g_autofree char *all = NULL;

  tenure_step_money (step, "base", 80 * TENURE_MONEY_ONE);
  tenure_step_count (step, "used", 344);
  tenure_step_count (step, "total", 758);
  tenure_step_result_money (step, 3631 * TENURE_MONEY_FEN);
  word = tenure_word_step (step);
  all = tenure_word_steps (steps);
  g_assert_cmpstr (word, ==, "Consumed: ¥80.00 × 344 ÷ 758 = ¥36.31");
  g_assert_cmpstr (all, ==, "Consumed: ¥80.00 × 344 ÷ 758 = ¥36.31 [CN billing guide]\n");
}

static void
test_refusal (void)
{
  g_autoptr (TenureRefusal) refusal = tenure_refusal_new ("pay.balance-short", NULL);
  g_autoptr (TenureRefusal) unknown = tenure_refusal_new ("no.such-rule", NULL);
  g_autofree char *word = NULL;
  g_autofree char *unknown_word = tenure_word_refusal (unknown);

  tenure_refusal_money (refusal, "due", 120050 * TENURE_MONEY_FEN);
  tenure_refusal_money (refusal, "balance", 0);
  tenure_refusal_money (refusal, "missing", 120050 * TENURE_MONEY_FEN);
  word = tenure_word_refusal (refusal);
  g_assert_cmpstr (word, ==, "¥1,200.50 is to be paid and the balance is ¥0.00; top up ¥1,200.50 first");
  g_assert_cmpstr (unknown_word, ==, "no.such-rule");
}

/* Every template that is sent has a subject and a text, with all of its arguments in it. */
static void
test_messages (void)
{
  for (const TenureWording *row = TENURE_MESSAGE_WORDING; row->rule; row++)
    {
      TenureMessage message = {
        .template = (char *)row->rule,
        .arguments = (char *)"{\"amount\":\"12.5\",\"link\":\"LINK\",\"name\":\"cash\",\"order\":\"CS1\","
                             "\"reason\":\"cash\",\"unit\":\"card\",\"user\":\"u.govcloud\"}",
        .secret = (char *)"SECRET",
      };
      g_autofree char *subject = tenure_word_message_subject (&message);
      g_autofree char *body = tenure_word_message_body (&message);

      g_assert_cmpstr (subject, !=, row->rule);
      g_assert_null (strchr (body, '{'));
      g_assert_true (!strstr (row->text, "{amount}") || strstr (body, "¥12.50"));
      g_assert_true (!strstr (row->text, "{unit}") || strstr (body, "card"));
      g_assert_true (!strstr (row->text, "{secret}") || strstr (body, "SECRET"));
    }
}

/* A1-05: who, names, both links, until when, whom to ask, that nobody reads answers, hotline and site. */
static void
test_activation_mail (void)
{
  static const char *const PARTS[] = { "Dear user",
                                       "Domain name: hw.govcloud",
                                       "User name: hw.govcloud",
                                       "tenure://set-password/PUBLIC#PART",
                                       "valid for 7 days",
                                       "2026-03-09 09:00:00",
                                       "tenure://sign-in",
                                       "support@huawei.com",
                                       "automatically",
                                       "4008302118",
                                       "https://www.huaweicloud.com" };
  TenureMessage mail = { .template = (char *)"application.activate",
                         .arguments = (char *)"{\"link\":\"PUBLIC\",\"unit\":\"Wenhua\",\"until\":\"2026-03-09 "
                                              "09:00:00\",\"user\":\"hw.govcloud\"}",
                         .secret = (char *)"PART" };
  g_autofree char *body = tenure_word_message_body (&mail), *link = tenure_message_link (&mail), *over = NULL;
  g_autofree char *public = NULL, *part = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (PARTS); i++)
    g_assert_nonnull (strstr (body, PARTS[i]));
  g_assert_true (tenure_link_cut (link, &public, &part));
  g_assert_cmpstr (public, ==, "PUBLIC");
  g_assert_cmpstr (part, ==, "PART");
  g_assert_false (tenure_link_cut ("PUBLIC", &public, &part));
  mail.secret = NULL;
  over = tenure_word_message_body (&mail);
  g_assert_nonnull (strstr (over, "used or expired"));
  g_assert_null (tenure_message_link (&mail));
}

/* The reason of a failed renewal is told in words, with its operands. */
static void
test_failed_renewal (void)
{
  TenureMessage sms = { .sms = TRUE,
                        .template = (char *)"auto-renewal.failed",
                        .arguments = (char *)"{\"name\":\"web\",\"refusal\":\"{\\\"field\\\":null,\\\"operands\\\":[],"
                                             "\\\"rule\\\":\\\"resource.police-frozen\\\"}\",\"resource\":\"r-1\","
                                             "\"until\":\"2026-03-09 23:59:59\"}" };
  g_autofree char *body = tenure_word_message_body (&sms);

  g_assert_nonnull (strstr (body, "web (r-1)"));
  g_assert_nonnull (strstr (body, "frozen by the police"));
}

static void
test_operands (void)
{
  static const struct
  {
    TenureOperand operand;
    const char *word;
  } ROWS[] = {
    { { "used-hours", TENURE_OPERAND_COUNT, 1 }, "1 hour" },
    { { "used-hours", TENURE_OPERAND_COUNT, 344 }, "344 hours" },
    { { "extra-days", TENURE_OPERAND_COUNT, 1 }, "1 day" },
    { { "months", TENURE_OPERAND_COUNT, 24 }, "2 years" },
    { { "months", TENURE_OPERAND_COUNT, 1 }, "1 month" },
    { { "years", TENURE_OPERAND_COUNT, 1 }, "1 year" },
    { { "used", TENURE_OPERAND_COUNT, 1 }, "1" },
    { { "rate", TENURE_OPERAND_RATIO, 1000, 10000 }, "10%" },
    { { "rate", TENURE_OPERAND_RATIO, 1250, 10000 }, "12.50%" },
    { { "remaining", TENURE_OPERAND_RATIO, 102, 155 }, "0.65806452" },
    { { "status", TENURE_OPERAND_TEXT, 0, 0, "unpaid" }, "pending payment" },
    { { "status", TENURE_OPERAND_TEXT, 0, 0, "refunding" }, "being refunded" },
    { { "application-state", TENURE_OPERAND_TEXT, 0, 0, "rejected" }, "rejected" },
    { { "freeze", TENURE_OPERAND_TEXT, 0, 0, "arrears" }, "frozen for arrears" },
    { { "freeze", TENURE_OPERAND_TEXT, 0, 0, "police" }, "frozen by the police" },
    { { "mode", TENURE_OPERAND_TEXT, 0, 0, "no-renewal" }, "No renewal at expiry" },
    { { "choices", TENURE_OPERAND_TEXT, 0, 0, "1m,2m,3m,1y" }, "1–3 months, 1 year" },
    { { "channel", TENURE_OPERAND_TEXT, 0, 0, "flexi" }, "flexi coupon" },
    { { "order", TENURE_OPERAND_TEXT, 0, 0, "cash" }, "cash" },
    { { "paid", TENURE_OPERAND_MONEY, TENURE_MONEY_UNKNOWN }, "—" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    {
      g_autofree char *word = tenure_word_operand (&ROWS[i].operand);

      g_assert_cmpstr (word, ==, ROWS[i].word);
    }
}

static void
test_money (void)
{
  static const struct
  {
    TenureMoney money;
    const char *word;
  } ROWS[] = {
    { 0, "¥0.00" },
    { 123450 * TENURE_MONEY_FEN, "¥1,234.50" },
    { 99999 * TENURE_MONEY_FEN, "¥999.99" },
    { 100000000 * TENURE_MONEY_FEN, "¥1,000,000.00" },
    { -1200 * TENURE_MONEY_FEN, "-¥12.00" },
    { 5322580645, "¥53.22580645" },
    { TENURE_MONEY_UNKNOWN, "—" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    {
      g_autofree char *word = tenure_word_money (ROWS[i].money);

      g_assert_cmpstr (word, ==, ROWS[i].word);
    }
}

static void
test_days_left (void)
{
  TenureTime now = tenure_day_at (tenure_day_from_ymd (2026, 11, 23), 10, 0, 0);
  static const struct
  {
    int days;
    const char *word;
  } ROWS[] = { { 0, "today" }, { 1, "in 1 day" }, { 3, "in 3 days" }, { -1, "1 day ago" }, { -30, "30 days ago" } };

  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    {
      /* by the day, not by 24 hours: 23:59 yesterday is a day ago */
      g_autofree char *word = tenure_word_days_left (tenure_day_end (tenure_day_of (now) + ROWS[i].days), now);

      g_assert_cmpstr (word, ==, ROWS[i].word);
    }
}

static void
test_difference (void)
{
  TenureDifference total = { (char *)"r-1", (char *)"web", "total", (char *)"100.00", (char *)"1050.00" };
  TenureDifference gone = { (char *)"r-1", (char *)"", "gone", (char *)"100.00", NULL };
  TenureDifference refusal = { (char *)"", (char *)"", "refusal", NULL, NULL };
  g_autofree char *total_word = tenure_word_difference (&total);
  g_autofree char *gone_word = tenure_word_difference (&gone);
  TenureDifference kind = { (char *)"", (char *)"", "refund-kind", (char *)"five-day", NULL };
  g_autofree char *kind_word = tenure_word_difference (&kind);
  g_autofree char *refusal_word = NULL;

  refusal.now = (char *)"{\"field\":null,\"operands\":[],\"rule\":\"resource.gone\"}";
  refusal_word = tenure_word_difference (&refusal);
  g_assert_cmpstr (total_word, ==, "web: amount, planned ¥100.00, now ¥1,050.00");
  g_assert_cmpstr (gone_word, ==, "r-1: no longer part of it, planned ¥100.00, now —");
  g_assert_nonnull (strstr (kind_word, "now Conditional unsubscription"));
  g_assert_cmpstr (refusal_word, ==, "refusal, planned —, now It was unsubscribed or released and exists no longer");
}

/* Names of several products are told apart although some hold commas themselves. */
static void
test_products (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureCatalogue) catalogue = tenure_session_builtin_catalogue (&error);

  g_assert_no_error (error);
  for (guint i = 0; i < tenure_catalogue_length (catalogue); i++)
    for (guint k = 0; k < tenure_catalogue_length (catalogue); k++)
      {
        const TenureOffer *one = tenure_catalogue_at (catalogue, i), *other = tenure_catalogue_at (catalogue, k);
        g_autofree char *english = g_strdup_printf ("%s, %s", one->name_en, other->name_en);
        g_autofree char *chinese = g_strdup_printf ("%s，%s", one->name_zh, other->name_zh);
        g_autofree char *words = tenure_word_products (catalogue, english);

        g_assert_cmpstr (words, ==, tenure_word_is_chinese () ? chinese : english);
      }
}

/* The labels are the guide's, to the character. */
static void
test_chinese_labels (void)
{
  static const char *const STATUSES[] = { "待支付", "待审核", "退款中", "处理中", "已完成", "已取消", "待确认" };
  static const char *const MODES[] = { "手动续费项", "自动续费项", "到期转按需项", "到期不续费项" };
  static const char *const REASONS[] = { "购买时选错参数",     "退订多购买的云服务", "业务测试完毕", "云服务不好用",
                                         "不满足业务部署需求", "云服务故障无法修复", "其他" };
  static const char *const COUPONS[] = { "代金券", "折扣券", "现金券", "储值卡" };

  for (int i = 0; i < (int)G_N_ELEMENTS (STATUSES); i++)
    g_assert_cmpstr (tenure_word_order_status ((TenureOrderStatus)i), ==, STATUSES[i]);
  for (int i = 0; i < (int)G_N_ELEMENTS (MODES); i++)
    g_assert_cmpstr (tenure_word_mode ((TenureMode)i), ==, MODES[i]);
  for (int i = 0; i < (int)G_N_ELEMENTS (REASONS); i++)
    g_assert_cmpstr (tenure_word_reason (i), ==, REASONS[i]);
  for (int i = 0; i < (int)G_N_ELEMENTS (COUPONS); i++)
    g_assert_cmpstr (tenure_word_coupon_kind ((TenureCouponKind)i), ==, COUPONS[i]);
  g_assert_cmpstr (tenure_word_order_type (TENURE_TYPE_NEW), ==, "新购");
  g_assert_cmpstr (tenure_word_order_type (TENURE_TYPE_RENEWAL), ==, "续订");
  g_assert_cmpstr (tenure_word_order_type (TENURE_TYPE_UNSUBSCRIBE), ==, "退订");
  g_assert_cmpstr (tenure_word_life (TENURE_LIFE_IN_USE), ==, "使用中");
  g_assert_cmpstr (tenure_word_life (TENURE_LIFE_EXPIRED), ==, "已过期");
  g_assert_cmpstr (tenure_word_life (TENURE_LIFE_FROZEN), ==, "已冻结");
  g_assert_true (tenure_word_is_chinese ());
}

/* A translation keeps every operand of its template. */
static void
check_operands (const TenureWording *table)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\{[^}]*\\}", 0, 0, NULL);

  for (const TenureWording *row = table; row->rule; row++)
    {
      const char *translated = tenure_wording_find (table, row->rule);
      g_autoptr (GMatchInfo) match = NULL;

      g_assert_nonnull (translated);
      for (g_regex_match (regex, row->text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          g_autofree char *operand = g_match_info_fetch (match, 0);

          if (!strstr (translated, operand))
            g_test_fail_printf ("%s: the translation lacks %s", row->rule, operand);
        }
    }
}

static void
test_chinese_templates (void)
{
  check_operands (TENURE_STEP_WORDING);
  check_operands (TENURE_REFUSAL_WORDING);
  check_operands (TENURE_MESSAGE_WORDING);
}

/* Chinese tests run in a process of their own: gettext keeps the language that it saw first. */
static void
test_chinese (void)
{
  if (g_test_subprocess ())
    {
      g_setenv ("LANGUAGE", "zh_CN", TRUE);
      test_chinese_labels ();
      test_chinese_templates ();
      test_products ();
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("TENURE_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/rule-sources", test_rule_sources);
  g_test_add_func ("/wording/sources", test_sources);
  g_test_add_func ("/wording/every-rule-has-words", test_every_rule_has_words);
  g_test_add_func ("/wording/every-row-is-emitted", test_every_row_is_emitted);
  g_test_add_func ("/wording/templates-are-whole", test_templates_are_whole);
  g_test_add_func ("/wording/step", test_step);
  g_test_add_func ("/wording/refusal", test_refusal);
  g_test_add_func ("/wording/messages", test_messages);
  g_test_add_func ("/wording/A1-05-activation-mail", test_activation_mail);
  g_test_add_func ("/wording/failed-renewal", test_failed_renewal);
  g_test_add_func ("/wording/operands", test_operands);
  g_test_add_func ("/wording/money", test_money);
  g_test_add_func ("/wording/days-left", test_days_left);
  g_test_add_func ("/wording/difference", test_difference);
  g_test_add_func ("/wording/products", test_products);
  g_test_add_func ("/wording/chinese", test_chinese);
  return g_test_run ();
}
