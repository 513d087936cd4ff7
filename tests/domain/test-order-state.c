/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../tenure-test.h"
#include "tenure-error.h"
#include "tenure-payment.h"

static const TenureOrderType types[] = { TENURE_TYPE_NEW,         TENURE_TYPE_RENEWAL, TENURE_TYPE_CHANGE,
                                         TENURE_TYPE_UNSUBSCRIBE, TENURE_TYPE_TO_PPU,  TENURE_TYPE_FROM_PPU };
static const char *const events[TENURE_N_ORDER_EVENTS] = { "paid",      "auto-pay-failed", "cancelled", "lapsed",
                                                           "approved",  "rejected",        "confirmed", "declined",
                                                           "delivered", "partly-failed",   "returned" };

/* Every transition that there is (rules 8.2), as the digest has them; all others must be refused. */
static const char *const legal[] = {
  "review purchase approved unpaid",          "review purchase rejected cancelled",
  "review refund approved refunding",         "review refund lapsed refunding",
  "review refund rejected cancelled",         "confirmation purchase confirmed unpaid",
  "confirmation purchase declined cancelled", "confirmation purchase lapsed cancelled",
  "unpaid purchase paid processing",          "unpaid purchase cancelled cancelled",
  "unpaid purchase lapsed cancelled",         "unpaid purchase auto-pay-failed unpaid",
  "processing purchase delivered completed",  "processing purchase partly-failed completed",
  "refunding refund returned completed",
};

static const char *
find_legal (const char *from, const char *direction, const char *event)
{
  g_autofree char *prefix = g_strdup_printf ("%s %s %s ", from, direction, event);

  for (guint i = 0; i < G_N_ELEMENTS (legal); i++)
    if (g_str_has_prefix (legal[i], prefix))
      return legal[i] + strlen (prefix);
  return NULL;
}

static gboolean
check_transition (TenureOrderStatus status, TenureOrderType type, TenureOrderEvent event)
{
  const char *direction = type == TENURE_TYPE_UNSUBSCRIBE ? "refund" : "purchase";
  const char *wanted = find_legal (tenure_order_status_name (status), direction, events[event]);
  TenureOrderStatus next = (TenureOrderStatus)99;
  g_autoptr (GError) error = NULL;
  gboolean done = tenure_order_next (status, type, event, &next, &error);

  g_assert_cmpint (done, ==, wanted != NULL);
  if (done)
    g_assert_cmpstr (tenure_order_status_name (next), ==, wanted);
  else
    {
      g_assert_cmpint (next, ==, 99);
      g_assert_nonnull (strstr (error->message, tenure_order_type_name (type)));
      tenure_test_refused (&error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_REFUSED, tenure_order_status_name (status));
    }
  return done;
}

/* 8.2: status × type × event. */
static void
test_matrix (void)
{
  guint n_legal = 0;

  for (guint status = 0; status <= TENURE_ORDER_CONFIRMATION; status++)
    for (guint type = 0; type < G_N_ELEMENTS (types); type++)
      for (guint event = 0; event < TENURE_N_ORDER_EVENTS; event++)
        n_legal += check_transition (status, types[type], event) ? 1 : 0;
  g_assert_cmpuint (n_legal, ==, 11 * 5 + 4);
}

static void
test_first (void)
{
  static const struct
  {
    TenureOrderType type;
    TenureOrderSource source;
    gboolean approval;
    TenureMoney due;
    const char *first;
  } cases[] = {
    { TENURE_TYPE_NEW, TENURE_SOURCE_CUSTOMER, FALSE, TENURE_MONEY_ONE, "unpaid" },
    { TENURE_TYPE_NEW, TENURE_SOURCE_CUSTOMER, FALSE, 1, "unpaid" },
    { TENURE_TYPE_NEW, TENURE_SOURCE_CUSTOMER, FALSE, 0, "processing" },
    { TENURE_TYPE_CHANGE, TENURE_SOURCE_CUSTOMER, FALSE, -TENURE_MONEY_ONE, "processing" },
    { TENURE_TYPE_NEW, TENURE_SOURCE_CUSTOMER, FALSE, TENURE_MONEY_UNKNOWN, "unpaid" },
    { TENURE_TYPE_NEW, TENURE_SOURCE_CUSTOMER, TRUE, TENURE_MONEY_ONE, "review" },
    { TENURE_TYPE_NEW, TENURE_SOURCE_MANAGER, FALSE, TENURE_MONEY_ONE, "confirmation" },
    { TENURE_TYPE_NEW, TENURE_SOURCE_MANAGER, FALSE, 0, "confirmation" },
    { TENURE_TYPE_NEW, TENURE_SOURCE_MANAGER, TRUE, TENURE_MONEY_ONE, "confirmation" },
    { TENURE_TYPE_NEW, TENURE_SOURCE_MANAGER, TRUE, 0, "confirmation" },
    { TENURE_TYPE_NEW, TENURE_SOURCE_CUSTOMER, TRUE, 0, "review" },
    { TENURE_TYPE_UNSUBSCRIBE, TENURE_SOURCE_MANAGER, TRUE, TENURE_MONEY_ONE, "review" },
    { TENURE_TYPE_RENEWAL, TENURE_SOURCE_SYSTEM, FALSE, TENURE_MONEY_ONE, "unpaid" },
    { TENURE_TYPE_TO_PPU, TENURE_SOURCE_SYSTEM, FALSE, 0, "processing" },
    { TENURE_TYPE_UNSUBSCRIBE, TENURE_SOURCE_CUSTOMER, FALSE, TENURE_MONEY_ONE, "refunding" },
    { TENURE_TYPE_UNSUBSCRIBE, TENURE_SOURCE_CUSTOMER, FALSE, 0, "refunding" },
    { TENURE_TYPE_UNSUBSCRIBE, TENURE_SOURCE_MANAGER, FALSE, TENURE_MONEY_ONE, "refunding" },
    { TENURE_TYPE_UNSUBSCRIBE, TENURE_SOURCE_CUSTOMER, TRUE, TENURE_MONEY_ONE, "review" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (
        tenure_order_status_name (tenure_order_first (cases[i].type, cases[i].source, cases[i].approval, cases[i].due)),
        ==, cases[i].first);
}

/* Merged payment (rules 8.5): statuses are read again; "PAYABLE GONE REVIEW CONFIRMATION" counts. */
static void
test_merged (void)
{
  static const struct
  {
    const char *id, *statuses, *counts;
  } cases[] = {
    { "GP-36", "unpaid cancelled unpaid completed", "2 2 0 0" },
    { "GP-37", "cancelled completed processing refunding", "0 4 0 0" },
    { "GP-38", "review unpaid review", "1 0 2 0" },
    { "GP-39", "unpaid confirmation", "1 0 0 1" },
    { "all payable", "unpaid unpaid unpaid", "3 0 0 0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) statuses = g_strsplit (cases[i].statuses, " ", 0);
      guint counts[4] = { 0 };
      g_autofree char *text = NULL;

      for (guint j = 0; statuses[j]; j++)
        {
          TenureOrderStatus status;

          g_assert_true (tenure_order_status_from_name (statuses[j], &status));
          counts[tenure_merge_finding (status)]++;
        }
      text = g_strdup_printf ("%u %u %u %u", counts[TENURE_MERGE_PAYABLE], counts[TENURE_MERGE_CHANGED],
                              counts[TENURE_MERGE_REVIEW], counts[TENURE_MERGE_CONFIRMATION]);
      g_test_message ("%s", cases[i].id);
      g_assert_cmpstr (text, ==, cases[i].counts);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order-state/8.2-matrix", test_matrix);
  g_test_add_func ("/order-state/8.2-first", test_first);
  g_test_add_func ("/order-state/8.5-merged", test_merged);
  return g_test_run ();
}
