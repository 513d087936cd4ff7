/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#define ANY_ENTRIES 400

typedef struct
{
  TenurePosting postings[4];
  guint n;
} Entry;

static gboolean
post (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  const Entry *entry = data;
  return tenure_ledger_post (connection, TEST_NOW, "top-up", 0, NULL, NULL, entry->postings, entry->n, error);
}

static TenureMoney
balance (TenureStore *store, const char *ledger)
{
  g_autofree char *sql = g_strdup_printf ("SELECT balance FROM ledger WHERE name = '%s'", ledger);
  g_autofree char *text = test_value (store, sql);
  return text ? g_ascii_strtoll (text, NULL, 10) : 0;
}

/* One after the other, on the same ledger. */
static const struct
{
  Entry entry;
  GQuark (*domain) (void);
  int code;
  const char *named;
  TenureMoney cash, postings; /* afterwards */
} cases[] = {
  { { { { "cash/a", 100 }, { "outside", -100 } }, 2 }, NULL, 0, NULL, 100, 2 },
  { { { { "cash/a", -40 }, { "cash/a", -10 }, { "revenue", 50 } }, 3 }, NULL, 0, NULL, 50, 4 },
  { { { { "cash/a", 5 }, { "cash/a", -5 }, { "revenue", 0 } }, 3 }, NULL, 0, NULL, 50, 4 },
  { { { { "cash/a", -51 }, { "revenue", 51 } }, 2 },
    tenure_rule_error_quark,
    TENURE_RULE_ERROR_REFUSED,
    "cash/a",
    50,
    4 },
  { { { { "revenue", 1 }, { "refunding/a", -1 } }, 2 },
    tenure_rule_error_quark,
    TENURE_RULE_ERROR_REFUSED,
    "refunding/a",
    50,
    4 },
  { { { { "revenue", 1 }, { "coupon/c", -1 } }, 2 },
    tenure_rule_error_quark,
    TENURE_RULE_ERROR_REFUSED,
    "coupon/c",
    50,
    4 },
  { { { { "cash/a", 7 }, { "outside", -6 } }, 2 },
    tenure_system_error_quark,
    TENURE_SYSTEM_ERROR_CORRUPT,
    "0.00000001",
    50,
    4 },
  { { { { "cash/a", G_MAXINT64 }, { "outside", -G_MAXINT64 } }, 2 },
    tenure_system_error_quark,
    TENURE_SYSTEM_ERROR_OVERFLOW,
    "",
    50,
    4 },
  { { { { "cash/a", G_MAXINT64 }, { "cash/a", 1 } }, 2 },
    tenure_system_error_quark,
    TENURE_SYSTEM_ERROR_OVERFLOW,
    "",
    50,
    4 },
  { { { { "cash/a", -50 }, { "revenue", 50 } }, 2 }, NULL, 0, NULL, 0, 6 },
};

static void
test_entries (void)
{
  g_autoptr (TenureStore) store = test_store ("a.db");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean ok = tenure_store_write (store, post, (gpointer)&cases[i].entry, NULL, &error);
      g_autofree char *n = NULL;
      g_assert_true (ok == !cases[i].domain);
      if (!ok)
        tenure_test_refused (&error, cases[i].domain (), cases[i].code, cases[i].named);
      g_assert_cmpint (balance (store, "cash/a"), ==, cases[i].cash);
      n = test_value (store, "SELECT count (*) FROM posting");
      g_assert_cmpint (g_ascii_strtoll (n, NULL, 10), ==, cases[i].postings);
    }
}

typedef struct
{
  TenureMoney balance;
} Asked;

static gboolean
ask (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Asked *asked = data;
  return tenure_ledger_balance (connection, "never/used", &asked->balance, error);
}

static void
test_unused (void)
{
  g_autoptr (TenureStore) store = test_store ("a.db");
  Asked asked = { 77 };
  g_assert_true (tenure_store_read (store, ask, &asked, NULL, NULL));
  g_assert_cmpint (asked.balance, ==, 0);
}

/* Whatever is posted: entries balance, balances are the sums of postings, no customer owes, and what was refused left
 * nothing behind. */
static void
test_any_entries (void)
{
  static const char *const names[] = { "cash/a", "cash/b", "coupon/c", "outside", "revenue", "refunding/a" };
  g_autoptr (GRand) random = tenure_test_random ();
  g_autoptr (TenureStore) store = test_store ("a.db");
  gint64 model[G_N_ELEMENTS (names)] = { 0 };
  for (guint i = 0; i < ANY_ENTRIES; i++)
    {
      gint64 after[G_N_ELEMENTS (names)];
      Entry entry = { .n = 3 };
      gboolean fits = TRUE;
      memcpy (after, model, sizeof after);
      for (guint p = 0; p < 3; p++)
        {
          guint name = (guint)g_rand_int_range (random, 0, G_N_ELEMENTS (names));
          gint64 amount =
              p < 2 ? g_rand_int_range (random, -50, 100) : -entry.postings[0].amount - entry.postings[1].amount;
          entry.postings[p] = (TenurePosting){ names[name], amount };
          after[name] += amount;
        }
      for (guint n = 0; n < G_N_ELEMENTS (names); n++)
        fits = fits && (after[n] >= 0 || after[n] == model[n] || g_str_equal (names[n], "outside") ||
                        g_str_equal (names[n], "revenue"));
      g_assert_true (tenure_store_write (store, post, &entry, NULL, NULL) == fits);
      if (fits)
        memcpy (model, after, sizeof after);
    }
  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    g_assert_cmpint (balance (store, names[n]), ==, model[n]);
  g_autofree char *uneven = test_value (store, "SELECT count (*) FROM (SELECT 1 FROM posting GROUP BY entry_id HAVING "
                                               "sum (amount) <> 0)");
  g_autofree char *wrong = test_value (store, "SELECT count (*) FROM ledger WHERE balance <> (SELECT coalesce (sum "
                                              "(amount), 0) FROM posting WHERE ledger_id = ledger.id)");
  g_assert_cmpstr (uneven, ==, "0");
  g_assert_cmpstr (wrong, ==, "0");
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv, NULL);
  test_add ("/ledger/entries", test_entries);
  test_add ("/ledger/unused", test_unused);
  test_add ("/ledger/any-entries", test_any_entries);
  return g_test_run ();
}
