/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The worked cases of rules 8.4. */
#include "rules-support.h"
#include "tenure-lifecycle.h"

typedef struct
{
  const char *name, *edits, *created, *coupon, *commercial;
  gboolean hardware;
  const char *deadline, *rules;
} Row;

#define GP_33 "2018-11-26 23:12:32"

static const Row rows[] = {
  { "GP-33", NULL, GP_33, NULL, NULL, FALSE, "2018-12-03 23:12:32", "deadline.days" },
  { "GP-34", NULL, GP_33, "2018-11-30 23:59:59", NULL, FALSE, "2018-11-30 23:59:59", "deadline.days deadline.coupon" },
  { "a coupon that ends with the seven days", NULL, GP_33, "2018-12-03 23:12:32", NULL, FALSE, "2018-12-03 23:12:32",
    "deadline.days" },
  { "a coupon that ends a second before", NULL, GP_33, "2018-12-03 23:12:31", NULL, FALSE, "2018-12-03 23:12:31",
    "deadline.days deadline.coupon" },
  { "a coupon that ends later", NULL, GP_33, "2018-12-31 23:59:59", NULL, FALSE, "2018-12-03 23:12:32",
    "deadline.days" },
  { "a commercial discount does not shorten it", NULL, GP_33, NULL, "2018-11-30 23:59:59", FALSE, "2018-12-03 23:12:32",
    "deadline.days deadline.commercial" },
  { "both", NULL, GP_33, "2018-11-30 23:59:59", "2018-11-29 23:59:59", FALSE, "2018-11-30 23:59:59",
    "deadline.days deadline.coupon deadline.commercial" },
  { "GD-58", NULL, "2024-05-01 10:00:00", NULL, NULL, TRUE, "2024-05-01 11:00:00", "deadline.hardware" },
  { "hardware with a coupon", NULL, "2024-05-01 10:00:00", "2024-05-01 10:30:00", NULL, TRUE, "2024-05-01 10:30:00",
    "deadline.hardware deadline.coupon" },
  { "another policy", "payment.days=3", GP_33, NULL, NULL, FALSE, "2018-11-29 23:12:32", "deadline.days" },
  { "another policy of hardware", "payment.hardware_hours=2", "2024-05-01 10:00:00", NULL, NULL, TRUE,
    "2024-05-01 12:00:00", "deadline.hardware" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (TenurePolicy) policy = rules_policy ("huawei-cn", row->edits);
  g_autoptr (TenureSteps) steps = tenure_steps_new ();
  g_autofree char *rules = NULL;
  const TenureDeadlineInput input = { .created = rules_time (row->created),
                                      .coupon_expiry = rules_time (row->coupon),
                                      .commercial_expiry = rules_time (row->commercial),
                                      .hardware = row->hardware };
  TenureTime deadline = tenure_payment_deadline (&input, policy, steps);
  const TenureStep *first = tenure_steps_at (steps, 0);

  rules_assert_time (deadline, row->deadline);
  g_assert_cmpint (tenure_payment_deadline (&input, policy, NULL), ==, deadline);
  rules = rules_of_steps (steps);
  g_assert_cmpstr (rules, ==, row->rules);
  g_assert_cmpint (tenure_steps_at (steps, tenure_steps_length (steps) - 1)->result.value, ==, deadline);
  g_assert_cmpint (first->operands[0].value, ==, input.created);
  g_assert_cmpstr (first->operands[1].name, ==, row->hardware ? "hours" : "days");
  g_assert_cmpint (first->operands[1].value, ==, row->hardware ? policy->pay_hardware_hours : policy->pay_days);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/deadline/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
