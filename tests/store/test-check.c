/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#define UNPROTECTED                                                                                                    \
  "DROP TRIGGER journal_no_update; DROP TRIGGER journal_no_delete; DROP TRIGGER command_no_update;"                    \
  "DROP TRIGGER command_no_delete; DROP INDEX step_obligation; PRAGMA foreign_keys = OFF; "                            \
  "PRAGMA ignore_check_constraints = ON;"

/* --- A sound institution ----------------------------------------------------------------------------------------- */

typedef struct
{
  const char *kind;
  gint64 order;
  TenurePosting postings[4];
} Entry;

static const Entry entries[] = {
  { "top-up", 0, { { "cash/acme", 10000 }, { "outside", -10000 } } },
  { "grant", 0, { { "coupon/V1", 50 }, { "coupon/V2", 50 }, { "issued", -100 } } },
  { "payment", 1, { { "cash/acme", -80 }, { "coupon/V1", -20 }, { "revenue", 100 } } },
  { "payment", 2, { { "cash/acme", -84 }, { "revenue", 84 } } },
  { "payment", 6, { { "cash/acme", -280 }, { "revenue", 280 } } },
  { "payment", 11, { { "cash/acme", -70 }, { "revenue", 70 } } },
  { "refund", 7, { { "refunding/acme", 70 }, { "revenue", -70 } } },
  { "return", 7, { { "refunding/acme", -70 }, { "cash/acme", 70 } } },
  { "refund", 9, { { "refunding/acme", 40 }, { "revenue", -40 } } },
};

static const struct
{
  const char *command, *obligation;
} steps[] = {
  { "c1", "pay/N1" }, { "c2", "renew/acme/r1/1717257599" }, { "c2", "renew/acme/r2/1717257599" },
  { "c2", "pay/R1" }, { "c3", "renew/acme/r3/1717257599" }, { "c3", "renew/acme/r4/1717257599" },
};

static gboolean
write_entries (TenureConnection *connection, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      guint n = 0;
      while (n < G_N_ELEMENTS (entries[i].postings) && entries[i].postings[n].ledger)
        n++;
      if (!tenure_ledger_post (connection, TEST_NOW, entries[i].kind, entries[i].order, NULL, NULL, entries[i].postings,
                               n, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_institution (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  static const char *const commands[] = { "c1", "c2", "c3" };
  if (!tenure_connection_exec (connection, data, error) || !write_entries (connection, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (!tenure_step_add (connection, steps[i].command, (int)i, "x", steps[i].obligation, "done", TEST_NOW, error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (!tenure_command_store (connection, commands[i], "pay", 1, "{}", "me", 1, "digest", "hash", TEST_NOW, "{}", "[]",
                               error))
      return FALSE;
  return TRUE;
}

/* Path of its database, closed. */
static char *
make_institution (void)
{
  g_autofree char *sql_path = g_test_build_filename (G_TEST_DIST, "tests", "store", "institution.sql", NULL);
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureProfile) profile = test_profile ("acme", TRUE);
  g_assert_true (g_file_get_contents (sql_path, &sql, NULL, NULL));
  tenure_store_write (tenure_profile_store (profile), write_institution, sql, NULL, &error);
  g_assert_no_error (error);
  return g_strdup (tenure_store_path (tenure_profile_store (profile)));
}

static GPtrArray *
check_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureStore) store = tenure_store_open (path, FALSE, FALSE, &error);
  g_assert_no_error (error);
  GPtrArray *checks = tenure_check (store, NULL, &error);
  g_assert_no_error (error);
  return checks;
}

static void
test_sound (void)
{
  g_autofree char *path = make_institution ();
  g_autoptr (GPtrArray) checks = check_file (path);
  guint n_looked_at = 0;
  for (guint i = 0; i < checks->len; i++)
    {
      const TenureCheck *check = g_ptr_array_index (checks, i);
      if (check->faults->len)
        g_test_message ("%s: %s", check->name, (char *)g_ptr_array_index (check->faults, 0));
      n_looked_at += check->rows > 0;
    }
  g_assert_cmpuint (tenure_check_faults (checks), ==, 0);
  g_assert_cmpuint (n_looked_at, ==, checks->len);
}

/* --- Planted corruptions ----------------------------------------------------------------------------------------- */

typedef struct
{
  const char *check, *named; /* the check that must name it, and what it must say */
  const char *sql;
} Corruption;

static const Corruption corruptions[] = {
  { "foreign-keys", "order “N1”", "UPDATE \"order\" SET account_id = 9 WHERE key = 'N1'" },
  { "foreign-keys", "term 3", "UPDATE term SET order_id = 99 WHERE id = 3" },
  { "meta", "level", "UPDATE meta SET value = 'V9' WHERE key = 'level'" },
  { "policies", "huawei-cn", "UPDATE policy SET body = replace (body, '120', '121')" },
  { "journal-chain", "3", "UPDATE journal SET actor = 'other' WHERE id = 3" },
  { "journal-chain", "2", "DELETE FROM journal WHERE id = 2" },
  { "journal-chain", "4", "UPDATE journal SET previous = hash WHERE id = 4" },
  { "commands-journal", "c2", "UPDATE command SET plan = '{\"a\":1}' WHERE id = 'c2'" },
  { "commands-journal", "c9",
    "INSERT INTO command SELECT 'c9', kind, version, body, actor, account_id, plan_digest, policy_hash, applied_at, "
    "plan, orders FROM command WHERE id = 'c1'" },
  { "entries-balance", "3, payment", "UPDATE posting SET amount = amount + 1 WHERE entry_id = 3 AND amount > 0" },
  { "ledger-balances", "cash/acme", "UPDATE ledger SET balance = balance + 1 WHERE name = 'cash/acme'" },
  { "customer-money", "cash/acme", "UPDATE ledger SET balance = -1 WHERE name = 'cash/acme'" },
  { "coupon-remaining", "V1", "UPDATE coupon SET remaining = 31 WHERE key = 'V1'" },
  { "orders-lines", "N1", "UPDATE line SET due = due + 1 WHERE order_id = 1 AND position = 0" },
  { "orders-lines", "X2", "UPDATE line SET cash = cash + 1 WHERE order_id = 9" },
  { "orders-parts", "C1", "DELETE FROM line WHERE order_id = 12" },
  { "orders-parts", "U1", "UPDATE \"order\" SET parent_id = NULL WHERE parent_id = 3" },
  { "orders-children", "U1", "UPDATE \"order\" SET due = due + 1, official = official + 1 WHERE key = 'U1'" },
  { "orders-together", "U2", "UPDATE \"order\" SET status = 'cancelled', finished = created WHERE key = 'U2'" },
  { "orders-amounts", "N1", "UPDATE \"order\" SET discount = 9 WHERE key = 'N1'" },
  { "orders-amounts", "C1", "UPDATE \"order\" SET discount = -1, due = 71 WHERE key = 'C1'" },
  { "orders-amounts", "N5", "UPDATE \"order\" SET cash = 69 WHERE key = 'N5'" },
  { "orders-dates", "N5", "UPDATE \"order\" SET paid_at = NULL WHERE key = 'N5'" },
  { "orders-dates", "N2", "UPDATE \"order\" SET finished = paid_at - 1 WHERE key = 'N2'" },
  { "orders-dates", "X2", "UPDATE \"order\" SET finished = created WHERE key = 'X2'" },
  { "orders-payments", "N5", "UPDATE entry SET order_id = NULL WHERE order_id = 11" },
  { "orders-payments", "C1", "UPDATE entry SET order_id = 12 WHERE order_id = 11" },
  { "orders-refunds", "X1", "UPDATE entry SET order_id = NULL WHERE kind = 'return'" },
  { "orders-refunds", "X2", "UPDATE \"order\" SET status = 'completed', finished = created WHERE key = 'X2'" },
  { "coupons-once", "D1", "UPDATE coupon SET used_order_id = 12 WHERE key = 'D1'" },
  { "coupons-once", "V1", "INSERT INTO posting SELECT 3, id, -1 FROM ledger WHERE name = 'coupon/V2'" },
  { "quota", "acme", "UPDATE quota SET used = 2" },
  { "quota", "acme", "DELETE FROM quota" },
  { "terms-tile", "r1", "UPDATE term SET start = start + 1 WHERE id = 3" },
  { "terms-span", "r4", "UPDATE resource SET expiry = expiry + 86400 WHERE key = 'r4'" },
  { "terms-span", "r3", "DELETE FROM term WHERE resource_id = 3" },
  { "terms-orders", "r2", "UPDATE term SET cash = 29 WHERE id = 2" },
  { "terms-orders", "r3", "UPDATE term SET order_id = 4 WHERE id = 5" },
  { "terms-refunded", "r4", "UPDATE term SET refunded = 1 WHERE id = 6" },
  { "terms-refunded", "r5", "UPDATE term SET refunded = 0 WHERE id = 7" },
  { "parts", "r2", "UPDATE resource SET status = 'released' WHERE key = 'r2'" },
  { "modes", "r3", "UPDATE resource SET auto_months = NULL WHERE key = 'r3'" },
  { "open-orders", "r1", "UPDATE resource SET open_order_id = 1 WHERE key = 'r1'" },
  { "open-orders", "r3", "UPDATE resource SET open_order_id = NULL WHERE key = 'r3'" },
  { "events-orders", "U1", "DELETE FROM event WHERE kind = 'lapse'" },
  { "events-orders", "N5", "DELETE FROM event WHERE kind = 'deliver'" },
  { "events-life", "r1", "DELETE FROM event WHERE kind = 'expire' AND subject = 1" },
  { "events-life", "r4", "UPDATE event SET due = due + 1 WHERE kind = 'expire' AND subject = 4" },
  { "events-life", "r5", "INSERT INTO event (due, kind, subject) VALUES (1717257600, 'freeze', 5)" },
  { "events-renewal", "r3", "DELETE FROM event WHERE kind = 'auto-renew'" },
  { "events-renewal", "r4", "INSERT INTO event (due, kind, subject) VALUES (1717257600, 'auto-renew', 4)" },
  { "events-subjects", "lapse", "INSERT INTO event (due, kind, subject) VALUES (1, 'lapse', 77)" },
  { "obligations-once", "pay/N1",
    "INSERT INTO step (position, effect, obligation, state, changed_at) VALUES (0, 'x', 'pay/N1', 'unknown', 1)" },
  { "obligations-renewals", "r1", "DELETE FROM step WHERE obligation = 'renew/acme/r1/1717257599'" },
  { "obligations-payments", "R1", "UPDATE step SET state = 'refused' WHERE obligation = 'pay/R1'" },
  { "accounts-names", "acme", "UPDATE account SET user_name = NULL WHERE key = 'acme'" },
  { "accounts-names", "hw_old", "UPDATE account SET phone = '1' WHERE key = 'hw_old'" },
  { "applications", "hw_new", "UPDATE application SET state = 'activated' WHERE id = 1" },
  { "applications", "hw_old", "UPDATE application SET reason = NULL WHERE id = 2" },
  { "applications", "hw_old", "UPDATE application SET user_name = 'x.govcloud' WHERE id = 2" },
  { "credentials", "hw_new", "UPDATE credential SET account_id = 71" },
  { "credentials", "acme", "UPDATE credential SET hash = 'Yun#Gang-2026'" },
  { "credentials", "acme", "UPDATE credential SET misses = 3" },
  { "codes-secret", "2", "UPDATE message SET secret = '654321' WHERE id = 2" },
  { "codes-secret", "1", "UPDATE code SET hash = NULL WHERE id = 1" },
  { "codes-secret", "1", "DELETE FROM event WHERE kind = 'code'" },
  { "codes-single", "13900000004",
    "INSERT INTO code (phone, purpose, sent, expiry, state) SELECT phone, purpose, sent, expiry, state FROM code "
    "WHERE id = 1" },
  { "links-secret", "LINK1", "UPDATE link SET state = 'used' WHERE id = 1" },
  { "links-secret", "LINK1", "DELETE FROM event WHERE kind = 'link'" },
  { "links-single", "hw_new",
    "INSERT INTO link (key, account_id, purpose, sent, expiry, state) SELECT 'LINK2', account_id, purpose, sent, "
    "expiry, state FROM link WHERE id = 1" },
  { "messages-secret", "2", "UPDATE message SET secret = '654321' WHERE id = 2" },
  { "signed-in", "hw_new", "UPDATE meta SET value = 'hw_new' WHERE key = 'signed-in'" },
  { "steps-journal", "pay/N1", "UPDATE step SET state = 'sent' WHERE obligation = 'pay/N1'" },
};

static gboolean
names_it (const TenureCheck *check, const char *named)
{
  for (guint i = 0; i < check->faults->len; i++)
    if (strstr (g_ptr_array_index (check->faults, i), named))
      return TRUE;
  return FALSE;
}

/* No invariant without a fault that it has named. */
static void
test_every_check_is_tried (void)
{
  g_autofree char *path = make_institution ();
  g_autoptr (GPtrArray) checks = check_file (path);
  for (guint c = 1; c < checks->len; c++) /* the first, SQLite's own, has a damaged page below */
    {
      const TenureCheck *check = g_ptr_array_index (checks, c);
      guint n = 0;
      for (guint i = 0; i < G_N_ELEMENTS (corruptions); i++)
        n += g_str_equal (corruptions[i].check, check->name);
      if (!n)
        g_test_message ("%s", check->name);
      g_assert_cmpuint (n, >, 0);
    }
}

static void
test_corruptions (void)
{
  g_autofree char *sound = make_institution (), *bytes = NULL;
  gsize length = 0;
  g_assert_true (g_file_get_contents (sound, &bytes, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (corruptions); i++)
    {
      const Corruption *it = &corruptions[i];
      g_autofree char *copy = test_path ("copy.db"), *sql = g_strconcat (UNPROTECTED, it->sql, NULL);
      gboolean named = FALSE;
      g_assert_true (g_file_set_contents (copy, bytes, (gssize)length, NULL));
      g_free (test_raw (copy, sql));
      g_autoptr (GPtrArray) checks = check_file (copy);
      for (guint c = 0; c < checks->len; c++)
        {
          const TenureCheck *check = g_ptr_array_index (checks, c);
          named = named || (g_str_equal (check->name, it->check) && names_it (check, it->named));
        }
      if (!named)
        g_test_message ("Not named by %s: %s", it->check, it->sql);
      g_assert_true (named);
    }
}

/* A page overwritten with noise: SQLite's own check, and no other check ends the whole. */
static void
test_damaged_page (void)
{
  g_autofree char *path = make_institution (), *bytes = NULL, *root = NULL;
  gsize length = 0;
  root = test_raw (path, "SELECT rootpage FROM sqlite_schema WHERE name = 'term'");
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  memset (bytes + (g_ascii_strtoull (root, NULL, 10) - 1) * 4096, 0x5a, 4096);
  g_assert_true (g_file_set_contents (path, bytes, (gssize)length, NULL));
  g_autoptr (GPtrArray) checks = check_file (path);
  const TenureCheck *first = g_ptr_array_index (checks, 0), *last = g_ptr_array_index (checks, checks->len - 1);
  g_assert_cmpstr (first->name, ==, "integrity");
  g_assert_cmpuint (first->faults->len, >, 0);
  g_assert_cmpstr (last->name, ==, "steps-journal");
  g_assert_cmpuint (last->faults->len, ==, 0);
}

/* A sum that cannot be counted is a fault of its check, not the end of all. */
static void
test_overflow (void)
{
  g_autofree char *path = make_institution ();
  g_free (test_raw (path, "UPDATE posting SET amount = 9223372036854775807 WHERE amount > 0"));
  g_autoptr (GPtrArray) checks = check_file (path);
  for (guint i = 0; i < checks->len; i++)
    {
      const TenureCheck *check = g_ptr_array_index (checks, i);
      if (g_str_equal (check->name, "entries-balance") || g_str_equal (check->name, "ledger-balances"))
        g_assert_cmpuint (check->faults->len, >, 0);
    }
}

static void
test_cancel (void)
{
  g_autofree char *path = make_institution ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TenureStore) store = tenure_store_open (path, FALSE, FALSE, &error);
  g_cancellable_cancel (cancellable);
  g_assert_null (tenure_check (store, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* How tests/store/fixtures/vN.db is made; see the README there. */
static int
write_fixture (const char *path)
{
  g_autofree char *folder = g_strconcat (path, ".profiles", NULL), *database = NULL;
  g_autofree char *sql = g_strdup_printf ("VACUUM INTO '%s'", path);
  char *arguments[] = { (char *)"fixture", NULL }, **argv = arguments;
  int argc = 1;
  g_test_init (&argc, &argv, NULL);
  g_setenv ("TENURE_PROFILES", folder, TRUE);
  database = make_institution ();
  g_free (test_raw (database, sql));
  return 0;
}

int
main (int argc, char **argv)
{
  static const TestChild children[] = { { "fixture", write_fixture }, { NULL } };
  test_init (&argc, &argv, children);
  test_add ("/check/sound", test_sound);
  test_add ("/check/corruptions", test_corruptions);
  test_add ("/check/every-check-is-tried", test_every_check_is_tried);
  test_add ("/check/damaged-page", test_damaged_page);
  test_add ("/check/overflow", test_overflow);
  test_add ("/check/cancel", test_cancel);
  return g_test_run ();
}
