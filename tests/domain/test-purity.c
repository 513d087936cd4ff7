/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules neither know where they run nor in which language: the same computations in processes with other time
 * zones and locales give the same bytes. */
#include "../tenure-test.h"
#include "tenure-lifecycle.h"
#include "tenure-refund.h"
#include "tenure-renewal.h"
#include "tenure-text.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>
#include <time.h>

#define ROUNDS 400
#define SAME_SEED "R02S00000000000000000000000000000000"

static const char *own_path;

static void
put (GString *out, const char *name, gint64 value)
{
  g_string_append_printf (out, "%s=%" G_GINT64_FORMAT " ", name, value);
}

static void
put_text (GString *out, char *text)
{
  g_string_append_printf (out, "“%s” ", text ? text : "-");
  g_free (text);
}

static void
put_operand (GString *out, const TenureOperand *operand)
{
  g_string_append_printf (out, "%s:%d:", operand->name ? operand->name : "-", (int)operand->type);
  put (out, operand->text ? operand->text : "", operand->value);
  put (out, "over", operand->denominator);
}

static void
put_steps (GString *out, const TenureSteps *steps)
{
  for (guint i = 0; i < tenure_steps_length (steps); i++)
    {
      const TenureStep *step = tenure_steps_at (steps, i);

      g_string_append_printf (out, "[%s %s ", step->rule, step->source ? step->source : "-");
      for (guint k = 0; k < step->n_operands; k++)
        put_operand (out, &step->operands[k]);
      put_operand (out, &step->result);
      g_string_append (out, "]\n");
    }
}

/* What went wrong, without its words: those are translated. */
static void
put_error (GString *out, const GError *error)
{
  g_string_append_printf (out, "%s %d\n", g_quark_to_string (error->domain), error->code);
}

static TenureMoney
any_money (GRand *random)
{
  return g_rand_int_range (random, 0, 4) == 0 ? 0 : g_rand_int_range (random, 1, 1000000) * TENURE_MONEY_FEN;
}

static void
put_refund (GString *out, GRand *random, const TenurePolicy *policy)
{
  static const int terms[] = { 1, 6, 11, 12, 24, 36, 48, 60 };
  TenureRefundInput input = { .due = TENURE_MONEY_UNKNOWN };
  TenureInstrument coin;
  TenureRefundResult result = { 0 };
  g_autoptr (TenureSteps) steps = tenure_steps_new ();
  g_autoptr (GError) error = NULL;
  TenureDay first = g_rand_int_range (random, 17000, 21000);

  input.months = terms[g_rand_int_range (random, 0, G_N_ELEMENTS (terms))];
  input.kind = (TenureTermKind)g_rand_int_range (random, 0, 2);
  input.start = tenure_day_start (first) + g_rand_int_range (random, 0, 86400);
  input.expiry = tenure_day_end (tenure_day_add_months (first, input.months, tenure_day_mday (first)));
  input.at = input.start + g_rand_int_range (random, -100000, (gint32)(input.expiry - input.start) + 10);
  input.paid = (TenureChannels){ any_money (random), any_money (random), any_money (random), any_money (random),
                                 any_money (random) };
  input.voucher_expiry = TENURE_TIME_UNKNOWN;
  coin = (TenureInstrument){ 1, TENURE_COUPON_FLEXI, input.paid.flexi,
                             input.start + g_rand_int_range (random, 0, 40000000) };
  input.instruments = &coin;
  input.n_instruments = 1;
  input.five_day = g_rand_boolean (random);
  if (!tenure_refund (&input, policy, &result, steps, &error))
    {
      put_error (out, error);
      return;
    }
  put (out, "kind", result.kind);
  put (out, "used", result.used);
  put (out, "total", result.total);
  put_text (out, tenure_money_format (result.due_refund));
  put_text (out, tenure_money_format2 (result.refund));
  put_text (out, tenure_time_format (result.holds_until == TENURE_TIME_UNKNOWN ? 0 : result.holds_until));
  put_steps (out, steps);
}

static void
put_renewal (GString *out, GRand *random, const TenurePolicy *policy)
{
  TenureDay day = g_rand_int_range (random, 17000, 21000);
  int anchor = tenure_day_mday (day), months = g_rand_int_range (random, 1, 12);
  TenureTime expiry = tenure_day_end (day), next = 0;
  TenureUnified unified = { 0 };
  TenureMoney amount = 0;
  g_autoptr (TenureSteps) steps = tenure_steps_new ();
  g_autoptr (GError) error = NULL;

  if (!tenure_renewal_expiry (expiry, anchor, months, policy, &next, &error) ||
      !tenure_unify (expiry, anchor, months, g_rand_int_range (random, 1, 29), policy, &unified, &error) ||
      !tenure_renewal_price (any_money (random), TENURE_MONEY_UNKNOWN, months, &unified, policy, &amount, steps,
                             &error))
    {
      put_error (out, error);
      return;
    }
  put_text (out, tenure_time_format (next));
  put_text (out, tenure_day_format (unified.target));
  put_text (out, tenure_unified_months (&unified, months));
  put_text (out, tenure_money_format2 (amount));
  put_steps (out, steps);
}

static void
put_life (GString *out, GRand *random, const TenurePolicy *policy)
{
  TenureLevel level = (TenureLevel)g_rand_int_range (random, 0, TENURE_N_LEVELS);
  TenureTime expiry = tenure_day_end (g_rand_int_range (random, 17000, 21000));
  TenureTime at = expiry + g_rand_int_range (random, -1000000, 4000000);
  TenureDeadlineInput deadline = { .created = at, .coupon_expiry = expiry, .commercial_expiry = expiry };
  g_autoptr (GArray) attempts = tenure_auto_attempts (expiry, 7, at, level, policy);
  TenureLifeSpan span = { 0 };

  tenure_life_span (expiry, level, policy, &span);
  put (out, "destroyed", span.destroyed);
  put_text (out, g_strdup (tenure_life_name (tenure_life_at (expiry, level, policy, at))));
  put_text (out, tenure_time_format (tenure_payment_deadline (&deadline, policy, NULL)));
  for (guint i = 0; i < attempts->len; i++)
    put_text (out, tenure_time_format (g_array_index (attempts, TenureTime, i)));
}

/* Readers and writers, with what locales like to change: points, groups, the Turkish i. */
static void
put_texts (GString *out)
{
  static const char *const texts[] = { "1234.50",           "1.234,50",         "0.00000001", "1,5",      "12.340", "I",
                                       "TITLE istanbul ıİ", "2024-02-29 23:59", "Straße",     "１２．５", "1e3" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      TenureMoney money = -1, wire = -1;
      TenureTime time = -1;
      TenureDurations durations = { 0 };
      g_autoptr (TenureJson) json = tenure_json_parse (texts[i], -1, 0, NULL);

      put (out, "money", tenure_money_parse (texts[i], &money, NULL) ? money : -1);
      put (out, "wire", tenure_money_parse_wire (texts[i], &wire, NULL) ? wire : -1);
      put (out, "time", tenure_time_parse (texts[i], 59, &time, NULL) ? time : -1);
      put (out, "durations", tenure_durations_parse (texts[i], &durations, NULL));
      put_text (out, json ? tenure_json_to_pretty (json) : NULL);
      put_text (out, tenure_text_search_key (texts[i]));
    }
}

/* What a child prints: everything that was computed. */
static void
compute (void)
{
  static const char *const files[] = { "huawei-cn.json", "huawei-intl.json", "intl-page.json" };
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (20261123);

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *text = tenure_test_data ("policy", files[i], NULL);
      g_autoptr (TenurePolicy) policy = tenure_policy_parse (text, -1, NULL);

      put_text (out, g_strdup (policy->hash));
      for (int round = 0; round < ROUNDS; round++)
        {
          put_refund (out, random, policy);
          put_renewal (out, random, policy);
          put_life (out, random, policy);
        }
    }
  put_texts (out);
  fputs (out->str, stdout);
}

/* The opposite: what does change with the place, so that the settings are known to arrive. */
static void
control (void)
{
  time_t instant = 1704076200;
  char text[64];

  strftime (text, sizeof text, "%H:%M %A", localtime (&instant));
  printf ("%s %.2f\n", text, 1234.5);
}

static char *
run_child (const char *what, const char *zone, const char *locale, const char *locale_folder)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = NULL;
  char *out = NULL;

  g_subprocess_launcher_setenv (launcher, "TZ", zone, TRUE);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", locale, TRUE);
  g_subprocess_launcher_setenv (launcher, "LANGUAGE", "zh_CN", TRUE);
  if (locale_folder)
    g_subprocess_launcher_setenv (launcher, "LOCPATH", locale_folder, TRUE);
  /* GLib prints the seed of its own random numbers, which plays no part here. */
  child = g_subprocess_launcher_spawn (launcher, &error, own_path, what, "--seed", SAME_SEED, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (child, NULL, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (child));
  return out;
}

/* Few machines have a locale with a decimal comma or a dotless i; it is made in @folder, and where that is not possible
 * the C locale stands in. */
static void
make_locale (const char *folder, const char *locale)
{
  g_autofree char *target = g_build_filename (folder, locale, NULL);
  g_autofree char *name = g_strndup (locale, strcspn (locale, "."));
  g_autoptr (GSubprocess) made =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL, "localedef", "-i",
                        name, "-f", "UTF-8", target, NULL);

  if (made)
    g_subprocess_wait (made, NULL, NULL);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);

  for (const char *name; folder && (name = g_dir_read_name (folder));)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_tree (inner);
    }
  g_remove (path);
}

static void
test_same_bytes (void)
{
  static const struct
  {
    const char *zone, *locale;
    gboolean make;
  } cases[] = {
    { "Asia/Shanghai", "C.UTF-8" },
    { "America/New_York", "zh_CN.UTF-8" },
    { "EST5EDT,M3.2.0,M11.1.0", "de_DE.UTF-8", TRUE },
    { "NZST-12NZDT,M9.5.0,M4.1.0/3", "tr_TR.UTF-8", TRUE },
    { "XXX+11:59:59", "POSIX" },
    { "nowhere/at-all", "zh_CN.GB18030" },
  };
  g_autofree char *folder = g_dir_make_tmp ("tenure-locales-XXXXXX", NULL);
  g_autofree char *wanted = run_child ("compute", "UTC0", "C", NULL);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint (strlen (wanted), >, 1000000);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *got = NULL;

      if (cases[i].make)
        make_locale (folder, cases[i].locale);
      got = run_child ("compute", cases[i].zone, cases[i].locale, cases[i].make ? folder : NULL);
      g_assert_true (g_str_equal (got, wanted));
      g_hash_table_add (places, run_child ("control", cases[i].zone, cases[i].locale, cases[i].make ? folder : NULL));
    }
  /* New York, New Zealand and the odd zone at least are other places, whatever this machine knows. */
  g_assert_cmpuint (g_hash_table_size (places), >=, 4);
  remove_tree (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (argc == 2)
    {
      setlocale (LC_ALL, "");
      (g_str_equal (argv[1], "compute") ? compute : control) ();
      return 0;
    }
  own_path = argv[0];
  g_test_add_func ("/purity/same-bytes", test_same_bytes);
  return g_test_run ();
}
