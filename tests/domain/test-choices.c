/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What packages can be renewed for (rules 4.2), and the term that an odd rest counts as (rules 4.6). */
#include "rules-support.h"
#include "tenure-choices.h"

static const struct
{
  const char *name;
  TenureCharging charging;
  int bought;
  gboolean to_yearly;
  const char *choices;
} packages[] = {
  { "no package", TENURE_CHARGING_PERIOD, 1, FALSE, "1m,2m,1y,2y" },
  { "a monthly package", TENURE_CHARGING_PACKAGE, 1, FALSE, "1m,2m" },
  { "a monthly package of OBS", TENURE_CHARGING_PACKAGE, 3, TRUE, "1m,2m,1y,2y" },
  { "a yearly package", TENURE_CHARGING_PACKAGE, 12, FALSE, "1y,2y" },
  { "a yearly package of OBS", TENURE_CHARGING_PACKAGE, 24, TRUE, "1y,2y" },
  { "a package of unknown term", TENURE_CHARGING_PACKAGE, 0, FALSE, "1m,2m,1y,2y" },
};

static void
test_packages (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (packages); i++)
    {
      TenureOffer offer = { .monthly_to_yearly = packages[i].to_yearly };
      TenureTerm terms[] = { { .kind = TENURE_TERM_RENEWAL, .months = 12 },
                             { .kind = TENURE_TERM_NEW, .months = packages[i].bought } };
      TenureResource resource = { .charging = packages[i].charging, .terms = terms, .n_terms = 2 };
      g_autofree char *choices = NULL;

      g_test_message ("%s", packages[i].name);
      g_assert_true (tenure_durations_parse ("1-2m,1-2y", &offer.renew, NULL));
      choices = tenure_durations_format (tenure_resource_durations (&offer, &resource));
      g_assert_cmpstr (choices, ==, packages[i].choices);
      g_assert_cmpuint (tenure_resource_durations (&offer, &resource).years & 1, ==, 0); /* of no years */
    }
}

/* Without the purchase, as of a package that was never bought here, nothing is known and all is offered. */
static void
test_unbought (void)
{
  TenureOffer offer = { .monthly_to_yearly = FALSE };
  TenureTerm term = { .kind = TENURE_TERM_RENEWAL, .months = 1 };
  TenureResource resource = { .charging = TENURE_CHARGING_PACKAGE, .terms = &term, .n_terms = 1 };
  g_autofree char *choices = NULL;

  g_assert_true (tenure_durations_parse ("1-2m,1-2y", &offer.renew, NULL));
  choices = tenure_durations_format (tenure_resource_durations (&offer, &resource));
  g_assert_cmpstr (choices, ==, "1m,2m,1y,2y");
}

static const struct
{
  const char *from, *to;
  int months;
} rests[] = {
  { "2024-01-10", "2024-01-10", 1 },  { "2024-01-10", "2024-02-10", 1 },  { "2024-01-10", "2024-02-11", 2 },
  { "2024-01-31", "2024-02-29", 1 },  { "2024-01-10", "2024-12-10", 11 }, { "2024-01-10", "2024-12-11", 12 },
  { "2024-01-10", "2025-01-10", 12 }, { "2024-01-10", "2025-01-11", 24 }, { "2024-02-29", "2027-02-28", 36 },
};

static void
test_rests (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rests); i++)
    {
      g_test_message ("%s to %s", rests[i].from, rests[i].to);
      g_assert_cmpint (tenure_remaining_term (rules_day (rests[i].from), rules_day (rests[i].to)), ==, rests[i].months);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/choices/packages", test_packages);
  g_test_add_func ("/choices/unbought", test_unbought);
  g_test_add_func ("/choices/rests", test_rests);
  return g_test_run ();
}
