/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a record owns goes with it; under LeakSanitizer a part that is left behind fails this program. */
#include "tenure-records.h"

static void
test_resource (void)
{
  TenureResource resource = { .key = g_strdup ("r-1"), .name = g_strdup ("gate"), .open_order = g_strdup ("CS1") };

  resource.n_terms = 3;
  resource.terms = g_new0 (TenureTerm, resource.n_terms);
  for (guint i = 0; i < resource.n_terms; i++)
    {
      resource.terms[i].order_key = g_strdup_printf ("CS%u", i);
      resource.terms[i].voucher_key = g_strdup_printf ("V%u", i);
    }
  tenure_resource_clear (&resource);
  g_assert_cmpuint (resource.n_terms, ==, 0);
  g_assert_null (resource.terms);
  g_assert_null (resource.key);
  g_assert_null (resource.name);
  g_assert_null (resource.open_order);
  tenure_resource_clear (&resource);
}

static void
test_order (void)
{
  TenureOrder order = { .key = g_strdup ("CS1"),
                        .parent_key = g_strdup ("CS0"),
                        .actor = g_strdup ("librarian"),
                        .payer = g_strdup ("treasurer") };

  order.n_lines = 3;
  order.lines = g_new0 (TenureOrderLine, order.n_lines);
  for (guint i = 0; i < order.n_lines; i++)
    {
      order.lines[i].resource_key = g_strdup_printf ("r-%u", i);
      order.lines[i].name = g_strdup_printf ("gate-%u", i);
      order.lines[i].details = g_strdup ("{}");
    }
  tenure_order_clear (&order);
  g_assert_cmpuint (order.n_lines, ==, 0);
  g_assert_null (order.lines);
  g_assert_null (order.key);
  g_assert_null (order.parent_key);
  g_assert_null (order.actor);
  g_assert_null (order.payer);
  tenure_order_clear (&order);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/records/resource", test_resource);
  g_test_add_func ("/records/order", test_order);
  return g_test_run ();
}
