/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What columns say of a record. */
#include "tenure-columns.h"

/* The second line of the column with @title, of a record on the automatic tab. */
static char *
sub_of (const char *title, const TenureRecord *record)
{
  for (const TenureColumn *column = tenure_columns_for (TENURE_LIST_RENEWALS, TENURE_MODE_AUTO); column->title;
       column++)
    if (g_str_equal (column->title, title))
      return column->sub (record, NULL);
  g_assert_not_reached ();
}

/* A2-14: an unlimited automatic renewal says so, not that no times are left. */
static void
test_times_left (void)
{
  static const struct
  {
    int left;
    const char *text;
  } cases[] = { { -1, "Times left: Unlimited" }, { 1, "Times left: 1" }, { 99, "Times left: 99" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureRecord record = { .mode = TENURE_MODE_AUTO, .auto_months = 1, .auto_left = cases[i].left };
      g_autofree char *text = sub_of ("Renews For", &record);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* Every tab and list has at most eight columns, each with a title and a text. */
static void
test_at_most_eight (void)
{
  for (int list = TENURE_LIST_ORDERS; list <= TENURE_LIST_REFUSED; list++)
    for (int mode = TENURE_MODE_MANUAL; mode <= TENURE_MODE_NO_RENEWAL; mode++)
      {
        const TenureColumn *columns = tenure_columns_for ((TenureList)list, mode);
        guint n = 0;
        for (; columns[n].title; n++)
          g_assert_nonnull (columns[n].text);
        g_assert_cmpuint (n, >, 2);
        g_assert_cmpuint (n, <=, 8);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/columns/A2-14-times-left", test_times_left);
  g_test_add_func ("/columns/at-most-eight", test_at_most_eight);
  return g_test_run ();
}
