/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may apply, and what may be a phone, an e-mail, a password, a code (rules 10; GD-61, GD-62, A1-02). */
#include "rules-support.h"
#include "tenure-registration.h"

static TenurePolicy *policy;

/* --- Who may apply ----------------------------------------------------------------------------------------------- */

static void
test_eligibility (void)
{
  static const struct
  {
    const char *name;
    TenureAccount account;
    const char *remedies; /* in order of the conditions, "-" where met */
  } ROWS[] = {
    { "eligible", { .verified = TRUE, .opened = TENURE_TIME_UNKNOWN }, "- - - - -" },
    { "personal", { .personal = TRUE, .verified = TRUE, .opened = TENURE_TIME_UNKNOWN }, "apply.personal - - - -" },
    { "not verified", { .opened = TENURE_TIME_UNKNOWN }, "- apply.not-verified - - -" },
    { "restricted",
      { .verified = TRUE, .restricted = TRUE, .opened = TENURE_TIME_UNKNOWN },
      "- - apply.restricted - -" },
    { "arrears",
      { .verified = TRUE, .opened = TENURE_TIME_UNKNOWN, .freeze = TENURE_FREEZE_ARREARS },
      "- - - apply.frozen-arrears -" },
    { "violation",
      { .verified = TRUE, .opened = TENURE_TIME_UNKNOWN, .freeze = TENURE_FREEZE_VIOLATION },
      "- - - apply.frozen-violation -" },
    { "police",
      { .verified = TRUE, .opened = TENURE_TIME_UNKNOWN, .freeze = TENURE_FREEZE_POLICE },
      "- - - apply.frozen-police -" },
    { "opened", { .verified = TRUE, .opened = 1 }, "- - - - apply.opened" },
    { "everything at once",
      { .personal = TRUE, .restricted = TRUE, .opened = 1, .freeze = TENURE_FREEZE_POLICE },
      "apply.personal apply.not-verified apply.restricted apply.frozen-police apply.opened" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    {
      TenureCondition conditions[TENURE_N_CONDITIONS];
      gboolean all = tenure_eligibility (&ROWS[i].account, conditions);
      g_autoptr (GString) remedies = g_string_new (NULL);

      for (guint c = 0; c < TENURE_N_CONDITIONS; c++)
        {
          g_assert_true (conditions[c].met == (conditions[c].remedy == NULL));
          g_string_append_printf (remedies, "%s%s", c ? " " : "", conditions[c].met ? "-" : conditions[c].remedy);
        }
      g_test_message ("%s", ROWS[i].name);
      g_assert_cmpstr (remedies->str, ==, ROWS[i].remedies);
      g_assert_true (all == (i == 0));
    }
}

/* --- Phones, e-mails, logins ------------------------------------------------------------------------------------- */

typedef struct
{
  const char *text, *read; /* NULL: refused */
} Reading;

static void
check_readings (const Reading *rows, guint n, char *(*read) (const char *text))
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *found = read (rows[i].text);

      g_test_message ("“%s”", rows[i].text);
      g_assert_cmpstr (found, ==, rows[i].read);
    }
}

static void
test_phone (void)
{
  static const Reading ROWS[] = {
    { "13912345678", "13912345678" },
    { " 139 1234-5678 ", "13912345678" },
    { "+86 13912345678", "13912345678" },
    { "１３９１２３４５６７８", "13912345678" },
    { "＋８６　１３９１２３４５６７８", "13912345678" },
    { "23912345678", NULL },
    { "1391234567", NULL },
    { "139123456789", NULL },
    { "8613912345678", NULL },
    { "+85213912345678", NULL },
    { "1391234567x", NULL },
    { "", NULL },
  };

  check_readings (ROWS, G_N_ELEMENTS (ROWS), tenure_phone_read);
}

static void
test_email (void)
{
  g_autofree char *local = g_strnfill (64, 'a');
  g_autofree char *domain = g_strnfill (186, 'b');
  g_autofree char *longest = g_strdup_printf ("%s@%s.cn", local, domain);
  g_autofree char *too_long = g_strdup_printf ("%s@b%s.cn", local, domain);
  const Reading rows[] = {
    { "Zhang.San@WenHua.example", "zhang.san@wenhua.example" },
    { " a@b.cn ", "a@b.cn" },
    { "ａ＠ｂ．ｃｎ", "a@b.cn" },
    { "！ａ～＠ｂ．ｃｎ", "!a~@b.cn" }, /* the first and the last of them */
    { "a+b@c-d.e", "a+b@c-d.e" },
    { longest, strlen (longest) <= 255 ? longest : NULL },
    { too_long, strlen (too_long) <= 255 ? too_long : NULL },
    { "a@b", NULL },
    { "a b@c.cn", NULL },
    { "@c.cn", NULL },
    { "a@@c.cn", NULL },
    { "a@.cn", NULL },
    { "a@c..cn", NULL },
    { "a.@c.cn", NULL },
    { "张@c.cn", NULL },
    { "", NULL },
  };

  g_assert_cmpuint (strlen (longest), <=, 255);
  check_readings (rows, G_N_ELEMENTS (rows), tenure_email_read);
}

static void
test_email_length (void)
{
  for (gsize length = 250; length <= 260; length++)
    {
      g_autofree char *domain = g_strnfill (length - strlen ("a@.cn"), 'b');
      g_autofree char *text = g_strdup_printf ("a@%s.cn", domain);
      g_autofree char *read = tenure_email_read (text);

      g_assert_true ((read != NULL) == (length <= 255));
    }
}

static void
test_login (void)
{
  static const Reading ROWS[] = {
    { "+86 139 1234 5678", "13912345678" },  { "A@B.cn", "a@b.cn" }, { " hw_wenhua.govcloud ", "hw_wenhua.govcloud" },
    { "ｈｗ_a．govcloud", "hw_a.govcloud" }, { "  ", "" },
  };
  g_autofree char *name = tenure_user_name ("hw_wenhua");

  check_readings (ROWS, G_N_ELEMENTS (ROWS), tenure_login_read);
  g_assert_cmpstr (name, ==, "hw_wenhua.govcloud");
}

/* --- Passwords --------------------------------------------------------------------------------------------------- */

static void
test_password (void)
{
  static const struct
  {
    const char *password, *broken; /* letters of the rules: length, classes, contact, name */
  } ROWS[] = {
    { "Tenure#2026", "" },
    { "duolcvog.ehnew", "n" }, /* GD-61: the user name reversed */
    { "wenhe.govcloud", "n" },
    { "WENHE.govcloud", "n" },
    { "12345678", "c" }, /* GD-61: only digits */
    { "Abc#123", "l" },  /* GD-61: seven characters */
    { "Abc#1234", "" },
    { "abcdefgh", "c" },
    { "abcdefg1", "" },
    { "ABCDefgh", "" },
    { "########", "c" },
    { "Aa1aaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "" },   /* 32 */
    { "Aa1aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "l" }, /* 33 */
    { "x13912345678", "t" },
    { "1391234567-x", "" },
    { "My:San@WenHua.example", "t" },
    { "密码密码密码密a1", "" }, /* nine characters, not bytes */
    { "密码密a", "l" },
    { "Tenure#2026\xff", "l" }, /* no text: it has no length */
    { "", "lc" },
  };
  static const char LETTERS[TENURE_N_PASSWORD_RULES] = { 'l', 'c', 't', 'n' };

  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    {
      gboolean met[TENURE_N_PASSWORD_RULES];
      gboolean fine =
          tenure_password_check (ROWS[i].password, "wenhe.govcloud", "13912345678", "san@wenhua.example", policy, met);
      g_autoptr (GString) broken = g_string_new (NULL);

      for (guint r = 0; r < TENURE_N_PASSWORD_RULES; r++)
        if (!met[r])
          g_string_append_c (broken, LETTERS[r]);
      g_autofree char *shown = g_utf8_make_valid (ROWS[i].password, -1);
      g_test_message ("“%s”", shown);
      g_assert_cmpstr (broken->str, ==, ROWS[i].broken);
      g_assert_true (fine == (broken->len == 0));
    }
}

static void
test_password_refusals (void)
{
  g_autoptr (TenureRefusal) length = tenure_password_refusal (TENURE_PASSWORD_LENGTH, policy);
  g_autoptr (TenureRefusal) kinds = tenure_password_refusal (TENURE_PASSWORD_CLASSES, policy);

  g_assert_cmpstr (length->rule, ==, "password.length");
  g_assert_cmpstr (length->field, ==, "password");
  g_assert_cmpint (length->operands[0].value, ==, 8);
  g_assert_cmpint (length->operands[1].value, ==, 32);
  g_assert_cmpint (kinds->operands[0].value, ==, 2);
}

/* What is accepted keeps every rule, whatever it is made of. */
static void
test_password_random (void)
{
  static const char *const PIECES[] = {
    "13912345678", "SAN@wenhua.example", "wenhe.govcloud", "duolcvog.ehnew", "a", "B", "7", "#", "密"
  };
  g_autoptr (GRand) random = tenure_test_random ();

  for (guint i = 0; i < PROPERTY_INPUTS; i++)
    {
      g_autoptr (GString) password = g_string_new (NULL);
      gboolean met[TENURE_N_PASSWORD_RULES];
      gboolean fine;
      g_autofree char *folded = NULL;

      for (int n = g_rand_int_range (random, 0, 12); n > 0; n--)
        g_string_append (password, PIECES[g_rand_int_range (random, 0, G_N_ELEMENTS (PIECES))]);
      fine = tenure_password_check (password->str, "wenhe.govcloud", "13912345678", "san@wenhua.example", policy, met);
      folded = g_ascii_strdown (password->str, -1);
      if (!fine)
        continue;
      g_assert_cmpint (g_utf8_strlen (password->str, -1), >=, 8);
      g_assert_cmpint (g_utf8_strlen (password->str, -1), <=, 32);
      g_assert_null (strstr (folded, "13912345678"));
      g_assert_null (strstr (folded, "san@wenhua.example"));
      g_assert_cmpstr (folded, !=, "duolcvog.ehnew");
    }
}

/* --- Codes and waiting ------------------------------------------------------------------------------------------- */

/* GD-62 */
static void
test_code_minutes (void)
{
  static const int ROWS[][2] = { { 0, 10 }, { 1, 1 }, { 10, 10 }, { 60, 60 }, { 61, 5 }, { 1440, 5 } };

  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    g_assert_cmpint (tenure_code_minutes (ROWS[i][0], policy), ==, ROWS[i][1]);
}

/* A1-04: after 60 seconds again, and five an hour. */
static void
test_code_next (void)
{
  static const struct
  {
    int count;
    TenureTime oldest, last, now, next;
  } ROWS[] = {
    { 0, TENURE_TIME_UNKNOWN, TENURE_TIME_UNKNOWN, 1000, TENURE_TIME_UNKNOWN },
    { 1, 1000, 1000, 1059, 1060 },
    { 1, 1000, 1000, 1060, TENURE_TIME_UNKNOWN },
    { 4, 1000, 2000, 2060, TENURE_TIME_UNKNOWN },
    { 5, 1000, 2000, 2060, 4600 },
    { 5, 1000, 2000, 4599, 4600 },
    { 5, 1000, 4590, 4600, 4650 },
    { 6, 1000, 2000, 4600, TENURE_TIME_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    g_assert_cmpint (tenure_code_next (ROWS[i].count, ROWS[i].oldest, ROWS[i].last, ROWS[i].now, policy), ==,
                     ROWS[i].next);
}

static void
test_sign_in_wait (void)
{
  static const struct
  {
    int misses;
    TenureTime wait; /* seconds, -1: none */
  } ROWS[] = { { 0, -1 },  { 4, -1 },  { 5, 60 },    { 6, 120 },       { 7, 240 },
               { 8, 480 }, { 9, 900 }, { 100, 900 }, { G_MAXINT, 900 } };

  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    g_assert_cmpint (tenure_sign_in_wait (ROWS[i].misses, 5000, policy), ==,
                     ROWS[i].wait < 0 ? TENURE_TIME_UNKNOWN : 5000 + ROWS[i].wait);
  g_assert_cmpint (tenure_sign_in_wait (9, TENURE_TIME_UNKNOWN, policy), ==, TENURE_TIME_UNKNOWN);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  policy = rules_policy ("huawei-cn", NULL);
  g_test_add_func ("/registration/A1-02-eligibility", test_eligibility);
  g_test_add_func ("/registration/phone", test_phone);
  g_test_add_func ("/registration/email", test_email);
  g_test_add_func ("/registration/email-length", test_email_length);
  g_test_add_func ("/registration/login", test_login);
  g_test_add_func ("/registration/GD-61-password", test_password);
  g_test_add_func ("/registration/password-refusals", test_password_refusals);
  g_test_add_func ("/registration/password-random", test_password_random);
  g_test_add_func ("/registration/GD-62-code-minutes", test_code_minutes);
  g_test_add_func ("/registration/A1-04-code-next", test_code_next);
  g_test_add_func ("/registration/sign-in-wait", test_sign_in_wait);
  status = g_test_run ();
  tenure_policy_unref (policy);
  return status;
}
