/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample institution: sound by every invariant, showing every state, and the same for the same seed. */
#include "tenure-embedded.h"
#include "tenure-sample.h"

#include <glib/gstdio.h>

#define NOW 1795420800 /* 2026-11-23 12:00:00 UTC+8 */

static TenureProfile *
fill (guint n, guint64 seed, TenureTime now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenurePolicy) policy = tenure_data_policy ("huawei-cn", &error);
  g_autoptr (TenureCatalogue) catalogue = tenure_data_catalogue (&error);
  TenureProfileSetup setup = { "sample", TRUE, TENURE_LEVEL_V3, policy };
  g_autofree char *folder = g_dir_make_tmp ("tenure-sample-XXXXXX", NULL);
  TenureProfile *profile;

  g_setenv ("TENURE_PROFILES", folder, TRUE);
  profile = tenure_profile_create (&setup, now, &error);
  g_assert_no_error (error);
  tenure_sample_fill (profile, catalogue, n, seed, now, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return profile;
}

static void
throw_away (TenureProfile *profile)
{
  g_autofree char *trash = g_build_filename (g_getenv ("TENURE_PROFILES"), ".trash", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (tenure_profile_delete (profile, &error));
  g_assert_no_error (error);
  g_object_unref (profile);
  g_rmdir (trash);
  g_assert_cmpint (g_rmdir (g_getenv ("TENURE_PROFILES")), ==, 0);
}

/* --- Soundness -------------------------------------------------------------------------------------------------------
 */

static void
assert_sound (TenureProfile *profile)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) checks = tenure_check (tenure_profile_store (profile), NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < checks->len; i++)
    {
      const TenureCheck *check = checks->pdata[i];
      for (guint f = 0; f < check->faults->len; f++)
        g_test_message ("%s: %s", check->name, (char *)check->faults->pdata[f]);
    }
  g_assert_cmpuint (tenure_check_faults (checks), ==, 0);
}

static void
test_sound (gconstpointer data)
{
  TenureProfile *profile = fill (GPOINTER_TO_UINT (data), 7, NOW);

  assert_sound (profile);
  throw_away (profile);
}

/* Whatever day it is made on: the last of a month, a leap day, New Year. */
static void
test_any_day (void)
{
  static const char *const days[] = { "2026-01-01 00:00:30", "2026-01-31 23:59:59", "2028-02-29 03:00:00",
                                      "2027-12-31 09:00:00", "2026-03-30 17:00:00" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      TenureTime now;
      TenureProfile *profile;
      g_assert_true (tenure_time_parse (days[i], 0, &now, NULL));
      g_test_message ("made on %s", days[i]);
      profile = fill (60, i, now);
      assert_sound (profile);
      throw_away (profile);
    }
}

/* --- What it shows
 * ---------------------------------------------------------------------------------------------------- */

static const struct
{
  const char *what, *sql;
} shown[] = {
  { "待支付", "SELECT 1 FROM \"order\" WHERE status = 'unpaid' AND type = 1" },
  { "待支付, a renewal", "SELECT 1 FROM \"order\" WHERE status = 'unpaid' AND type = 2" },
  { "待审核", "SELECT 1 FROM \"order\" WHERE status = 'review'" },
  { "退款中", "SELECT 1 FROM \"order\" WHERE status = 'refunding'" },
  { "处理中", "SELECT 1 FROM \"order\" WHERE status = 'processing'" },
  { "已完成", "SELECT 1 FROM \"order\" WHERE status = 'completed'" },
  { "已取消", "SELECT 1 FROM \"order\" WHERE status = 'cancelled'" },
  { "待确认", "SELECT 1 FROM \"order\" WHERE status = 'confirmation' AND source_type = 2" },
  { "退订, the money back", "SELECT 1 FROM \"order\" WHERE type = 4 AND status = 'completed'" },
  { "手动续费项", "SELECT 1 FROM resource WHERE mode = 'manual' AND status = 'active'" },
  { "自动续费项", "SELECT 1 FROM resource WHERE mode = 'auto' AND status = 'active'" },
  { "到期转按需项", "SELECT 1 FROM resource WHERE mode = 'to-pay-per-use' AND status = 'active'" },
  { "到期不续费项", "SELECT 1 FROM resource WHERE mode = 'no-renewal' AND status = 'active'" },
  { "宽限期", "SELECT 1 FROM resource WHERE status = 'active' AND expiry BETWEEN ?1 - 604800 AND ?1" },
  { "保留期", "SELECT 1 FROM resource WHERE status = 'active' AND expiry < ?1 - 604800" },
  { "已释放", "SELECT 1 FROM resource WHERE status = 'released'" },
  { "已退订", "SELECT 1 FROM resource WHERE status = 'unsubscribed'" },
  { "欠费冻结", "SELECT 1 FROM resource WHERE freeze = 'arrears'" },
  { "违规冻结", "SELECT 1 FROM resource WHERE freeze = 'violation'" },
  { "公安冻结", "SELECT 1 FROM resource WHERE freeze = 'police'" },
  { "a month-end anchor", "SELECT 1 FROM resource WHERE anchor = 31 AND status = 'active'" },
  { "a leap day's anchor", "SELECT 1 FROM resource WHERE anchor = 29 AND status = 'active'" },
  { "变更", "SELECT 1 FROM \"order\" WHERE type = 3 AND status = 'completed'" },
  { "a product no longer sold, renewed automatically",
    "SELECT 1 FROM resource WHERE offer = 'ecs-s3' AND mode = 'auto'" },
  { "a bound part", "SELECT 1 FROM resource WHERE main_id IS NOT NULL" },
  { "an unstarted renewal period", "SELECT 1 FROM term WHERE start > ?1 AND refunded = 0" },
  { "a period given back", "SELECT 1 FROM term WHERE kind = 'renewal' AND refunded = 1" },
  { "paid with every instrument", "SELECT 1 FROM \"order\" WHERE voucher > 0 AND flexi > 0 AND card > 0 AND cash > 0" },
  { "an instrument used up", "SELECT 1 FROM coupon WHERE remaining = 0" },
  { "待审核, a purchase", "SELECT 1 FROM \"order\" WHERE status = 'review' AND type = 1" },
  { "待审核, a refund", "SELECT 1 FROM \"order\" WHERE status = 'review' AND type = 4" },
  { "包周期转按需", "SELECT 1 FROM \"order\" WHERE type = 10 AND status = 'completed'" },
  { "按需转包周期", "SELECT 1 FROM \"order\" WHERE type = 11 AND status = 'completed'" },
  { "开通失败", "SELECT 1 FROM \"order\" WHERE failed > 0 AND type = 1" },
  { "按需计费", "SELECT 1 FROM resource WHERE charging = 'pay-per-use' AND status = 'active'" },
  { "hours charged", "SELECT 1 FROM bill WHERE type = 5 AND official > 0" },
  { "hours covered by a package", "SELECT 1 FROM draw JOIN bill ON id = bill_id WHERE official = 0 OR covered > 0" },
  { "套餐包 not effective", "SELECT 1 FROM resource WHERE charging = 'package' AND status = 'active' AND start > ?1" },
  { "套餐包 in effect", "SELECT 1 FROM resource WHERE charging = 'package' AND status = 'active' AND start <= ?1"
                        " AND expiry > ?1 AND used BETWEEN 1 AND capacity - 1" },
  { "套餐包 used up", "SELECT 1 FROM resource WHERE charging = 'package' AND expiry > ?1 AND used = capacity" },
  { "套餐包 over", "SELECT 1 FROM resource WHERE charging = 'package' AND expiry < ?1 AND used < capacity" },
  { "套餐包 given back", "SELECT 1 FROM resource WHERE charging = 'package' AND status = 'unsubscribed'" },
  { "商务折扣", "SELECT 1 FROM discount WHERE kind = 'commercial'" },
  { "促销折扣", "SELECT 1 FROM discount WHERE kind = 'promotion'" },
  { "a mail", "SELECT 1 FROM message WHERE kind = 'mail'" },
  { "an SMS", "SELECT 1 FROM message WHERE kind = 'sms'" },
  { "a promotion's order", "SELECT 1 FROM \"order\" WHERE promotion" },
  { "a special order", "SELECT 1 FROM \"order\" WHERE special" },
  { "伙伴代付, invoiced", "SELECT 1 FROM \"order\" WHERE partner_paid AND invoiced" },
};

/* The states of an instrument; each kind has each of them. */
static const struct
{
  const char *what, *sql;
} instruments[] = {
  { "未激活", "SELECT 1 FROM coupon WHERE kind = ?2 AND state = 'inactive'" },
  { "可用", "SELECT 1 FROM coupon WHERE kind = ?2 AND state = 'usable' AND used_order_id IS NULL"
            " AND coalesce (remaining, 1) > 0 AND expiry > ?1" },
  { "已使用", "SELECT 1 FROM coupon WHERE kind = ?2 AND state = 'usable' AND lost IS NULL"
              " AND (remaining = 0 OR used_order_id IS NOT NULL)" },
  { "已过期", "SELECT 1 FROM coupon WHERE kind = ?2 AND state = 'usable' AND expiry < ?1" },
  { "已回收", "SELECT 1 FROM coupon WHERE kind = ?2 AND state = 'reclaimed'" },
};

/* What there is no row of is added to @missing. */
static void
look_for (TenureConnection *connection, const char *sql, const char *kind, const char *what, GPtrArray *missing,
          GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare_dynamic (connection, sql, error);

  g_assert_no_error (*error);
  if (strstr (sql, "?1") != NULL)
    tenure_statement_bind_int (statement, 1, NOW);
  if (kind != NULL)
    tenure_statement_bind_text (statement, 2, kind);
  if (!tenure_statement_step (statement, error))
    g_ptr_array_add (missing, g_strdup_printf ("%s%s", what, kind != NULL ? kind : ""));
}

static gboolean
look (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    look_for (connection, shown[i].sql, NULL, shown[i].what, data, error);
  for (guint i = 0; i < G_N_ELEMENTS (instruments); i++)
    for (int kind = TENURE_COUPON_VOUCHER; kind <= TENURE_COUPON_CARD; kind++)
      look_for (connection, instruments[i].sql, tenure_coupon_kind_name ((TenureCouponKind)kind), instruments[i].what,
                data, error);
  return TRUE;
}

static void
test_shows_every_state (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  TenureProfile *profile = fill (60, 1, NOW);

  g_assert_true (tenure_store_read (tenure_profile_store (profile), look, missing, NULL, &error));
  for (guint i = 0; i < missing->len; i++)
    g_test_message ("the sample shows no %s", (char *)missing->pdata[i]);
  g_assert_cmpuint (missing->len, ==, 0);
  throw_away (profile);
}

/* --- Why not ---------------------------------------------------------------------------------------------------------
 */

static const struct
{
  TenureList list;
  const char *rule;
} reasons[] = {
  { TENURE_LIST_UNSUBSCRIBE, "unsubscribe.expired" },
  { TENURE_LIST_UNSUBSCRIBE, "unsubscribe.free" },
  { TENURE_LIST_UNSUBSCRIBE, "unsubscribe.trial" },
  { TENURE_LIST_UNSUBSCRIBE, "unsubscribe.one-time" },
  { TENURE_LIST_UNSUBSCRIBE, "unsubscribe.excluded" },
  { TENURE_LIST_UNSUBSCRIBE, "unsubscribe.no-refund" },
  { TENURE_LIST_UNSUBSCRIBE, "unsubscribe.promotion" },
  { TENURE_LIST_UNSUBSCRIBE, "unsubscribe.special" },
  { TENURE_LIST_UNSUBSCRIBE, "unsubscribe.invoiced" },
  { TENURE_LIST_UNSUBSCRIBE, "resource.unpaid-order" },
  { TENURE_LIST_UNSUBSCRIBE, "resource.order-in-process" },
  { TENURE_LIST_UNSUBSCRIBE, "resource.police-frozen" },
  { TENURE_LIST_UNSUBSCRIBE, "unsubscribe.not-effective" },
  { TENURE_LIST_UNSUBSCRIBE, "unsubscribe.package" },
  { TENURE_LIST_UNSUBSCRIBE, "resource.pay-per-use" },
  { TENURE_LIST_PENDING, "pending.in-effect" },
  { TENURE_LIST_PENDING, "resource.police-frozen" },
  { TENURE_LIST_PENDING, "resource.unpaid-order" },
  { TENURE_LIST_PENDING, "resource.order-in-process" },
  { TENURE_LIST_PERIODS, "give-back.changed" },
  { TENURE_LIST_PERIODS, "give-back.attached" },
  { TENURE_LIST_PERIODS, "give-back.addon" },
  { TENURE_LIST_PERIODS, "give-back.service" },
  { TENURE_LIST_PERIODS, "give-back.promotion" },
  { TENURE_LIST_PERIODS, "give-back.invoiced" },
};

typedef struct
{
  TenureQuery *query;
  GHashTable *seen; /* rules */
} Reasons;

static gboolean
ask_why (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Reasons *asked = data;
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (
      connection, "SELECT id FROM resource WHERE status = 'active' AND main_id IS NULL", error);

  while (statement != NULL && tenure_statement_step (statement, error))
    {
      gint64 id = tenure_statement_int (statement, 0);
      TenureRefusal *refusal = NULL;
      g_assert_true (tenure_embedded_judge (connection, asked->query, &id, 1, &refusal, error));
      if (refusal != NULL)
        g_hash_table_add (asked->seen, (gpointer)refusal->rule);
      g_clear_pointer (&refusal, tenure_refusal_free);
    }
  return TRUE;
}

/* Each reason of rules 3.2 and 3.4 is some resource's. */
static void
test_shows_every_reason (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureCatalogue) catalogue = tenure_data_catalogue (&error);
  TenureProfile *profile = fill (60, 1, NOW);

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autoptr (TenureQuery) query = tenure_query_new (reasons[i].list);
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      Reasons asked = { query, seen };

      query->account = g_strdup ("demo");
      query->now = NOW;
      query->level = tenure_profile_level (profile);
      query->policy = tenure_policy_ref (tenure_profile_policy (profile));
      query->catalogue = tenure_catalogue_ref (catalogue);
      g_assert_true (tenure_store_read (tenure_profile_store (profile), ask_why, &asked, NULL, &error));
      if (!g_hash_table_contains (seen, reasons[i].rule))
        g_test_fail_printf ("the sample has nothing that is refused by %s", reasons[i].rule);
    }
  throw_away (profile);
}

/* What people want of any resource of the sample, or of all together, and why some of them may not have it (rules 4.1,
 * 6, 7). An account without real-name authentication renews nothing at all, and so is not the sample's: test-refusals.
 */
static const struct
{
  const char *wish, *rule;
} refusals[] = {
  { "renew", "resource.unpaid-order" },
  { "renew", "resource.order-in-process" },
  { "renew", "resource.pay-per-use" },
  { "renew", "resource.withdrawn" },
  { "renew", "resource.gone" },
  { "renew", "resource.bound-part" },
  { "renew", "renew.duration" },
  { "renew together", "renew.sellers" },
  { "auto", "resource.withdrawn" },
  { "auto", "set-mode.expired" },
  { "auto", "set-mode.solution" },
  { "auto", "renew.duration" },
  { "auto", "resource.pay-per-use" },
  { "no-renewal", "set-mode.same" },
  { "to-pay-per-use", "to-pay-per-use.unsupported" },
  { "to-pay-per-use", "to-pay-per-use.solution" },
  { "to-pay-per-use", "to-pay-per-use.package" },
  { "to-pay-per-use", "to-pay-per-use.expired" },
  { "to-pay-per-use", "resource.violation-frozen" },
  { "to-pay-per-use", "resource.police-frozen" },
  { "to-pay-per-use", "resource.unpaid-order" },
  { "release", "release.in-use" },
  { "release", "resource.order-in-process" },
  { "release", "resource.police-frozen" },
  { "release", "resource.gone" },
};

static void
add_rule (gpointer refusal, const char *wish, GHashTable *seen)
{
  if (refusal != NULL)
    g_hash_table_add (seen, g_strconcat (wish, " ", ((TenureRefusal *)refusal)->rule, NULL));
}

static void
ask (TenureEmbedded *platform, TenureCommandKind kind, gconstpointer params, const char *wish, GHashTable *seen)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureCommand) command = tenure_command_new (kind, params, NULL, &error);
  g_autoptr (TenurePlan) plan = NULL;

  g_assert_no_error (error);
  plan = tenure_embedded_plan_at (platform, command, NOW, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < plan->refusals->len; i++)
    add_rule (plan->refusals->pdata[i], wish, seen);
  for (guint i = 0; i < plan->items->len; i++)
    add_rule (((TenurePlanItem *)plan->items->pdata[i])->refusal, wish, seen);
}

static void
ask_for_all (TenureEmbedded *platform, char **keys, GHashTable *seen)
{
  TenureRenew renew = { .resources = keys, .months = 1 };
  TenureSetMode automatic = { .resources = keys, .mode = TENURE_MODE_AUTO, .months = 1 };
  TenureSetMode none = { .resources = keys, .mode = TENURE_MODE_NO_RENEWAL };
  TenureSetMode metered = { .resources = keys, .mode = TENURE_MODE_TO_PPU };
  TenureRelease release = { keys };

  ask (platform, TENURE_COMMAND_RENEW, &renew, "renew", seen);
  ask (platform, TENURE_COMMAND_SET_MODE, &automatic, "auto", seen);
  ask (platform, TENURE_COMMAND_SET_MODE, &none, "no-renewal", seen);
  ask (platform, TENURE_COMMAND_SET_MODE, &metered, "to-pay-per-use", seen);
  ask (platform, TENURE_COMMAND_RELEASE, &release, "release", seen);
}

static gboolean
read_keys (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (connection, "SELECT key FROM resource", error);

  while (statement != NULL && tenure_statement_step (statement, error))
    g_ptr_array_add (data, tenure_statement_dup_text (statement, 0));
  return TRUE;
}

static void
test_shows_every_refusal (void)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (TenureCatalogue) catalogue = tenure_data_catalogue (NULL);
  TenureProfile *profile = fill (60, 1, NOW);
  TenureEmbedded *platform = tenure_embedded_new (profile, catalogue, "demo", "demo");

  g_assert_true (tenure_store_read (tenure_profile_store (profile), read_keys, keys, NULL, NULL));
  for (guint i = 0; i < keys->len; i++)
    ask_for_all (platform, (char *[]){ keys->pdata[i], NULL }, seen);
  g_ptr_array_add (keys, NULL);
  ask (platform, TENURE_COMMAND_RENEW, &(TenureRenew){ .resources = (char **)keys->pdata, .months = 1 },
       "renew together", seen);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *wanted = g_strconcat (refusals[i].wish, " ", refusals[i].rule, NULL);
      if (!g_hash_table_contains (seen, wanted))
        g_test_fail_printf ("the sample has nothing that is refused so: %s", wanted);
    }
  for (GList *all = g_hash_table_get_keys (seen), *one = all; one != NULL; one = one->next)
    g_test_message ("seen: %s", (char *)one->data);
  g_object_unref (platform);
  throw_away (profile);
}

/* --- Sameness
 * --------------------------------------------------------------------------------------------------------- */

static gboolean
read_text (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (TenureStatement) statement = tenure_connection_prepare (
      connection,
      "SELECT group_concat (key || name || spec || region || mode || start || expiry || status) FROM"
      " (SELECT * FROM resource ORDER BY id) UNION ALL"
      " SELECT group_concat (key || type || status || created || due) FROM (SELECT * FROM \"order\" ORDER BY id)"
      " UNION ALL SELECT group_concat (at || kind || subject || body) FROM"
      " (SELECT * FROM journal WHERE kind NOT LIKE 'profile%' ORDER BY id)",
      error);

  while (statement != NULL && tenure_statement_step (statement, error))
    g_string_append_printf (data, "%s\n", tenure_statement_text (statement, 0));
  return TRUE;
}

static char *
told (guint64 seed)
{
  TenureProfile *profile = fill (60, seed, NOW);
  GString *text = g_string_new (NULL);

  g_assert_true (tenure_store_read (tenure_profile_store (profile), read_text, text, NULL, NULL));
  throw_away (profile);
  return g_string_free (text, FALSE);
}

static void
test_same_seed (void)
{
  g_autofree char *one = told (42), *again = told (42), *other = told (43);

  g_assert_cmpuint (strlen (one), >, 4000);
  g_assert_true (g_str_equal (one, again));
  g_assert_false (g_str_equal (one, other));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/sample/sound/60", GUINT_TO_POINTER (60), test_sound);
  g_test_add_data_func ("/sample/sound/1", GUINT_TO_POINTER (1), test_sound);
  g_test_add_data_func ("/sample/sound/2000", GUINT_TO_POINTER (2000), test_sound);
  g_test_add_func ("/sample/any-day", test_any_day);
  g_test_add_func ("/sample/shows-every-state", test_shows_every_state);
  g_test_add_func ("/sample/shows-every-reason", test_shows_every_reason);
  g_test_add_func ("/sample/shows-every-refusal", test_shows_every_refusal);
  g_test_add_func ("/sample/same-seed", test_same_seed);
  return g_test_run ();
}
