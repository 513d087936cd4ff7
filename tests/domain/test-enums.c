/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../tenure-test.h"
#include "tenure-bill.h"
#include "tenure-enums.h"
#include "tenure-error.h"
#include "tenure-level.h"

/* One row a value: what is stored in every profile must never change. */
#define ROW(type, value, name)                                                                                         \
  {                                                                                                                    \
    (const char *(*)(int)) tenure_##type##_name, (gboolean (*) (const char *, int *))tenure_##type##_from_name,        \
        (int)value, name                                                                                               \
  }

static const struct
{
  const char *(*to_name) (int value);
  gboolean (*from_name) (const char *name, int *value);
  int value;
  const char *name;
} rows[] = {
  ROW (order_status, TENURE_ORDER_UNPAID, "unpaid"),
  ROW (order_status, TENURE_ORDER_REVIEW, "review"),
  ROW (order_status, TENURE_ORDER_REFUNDING, "refunding"),
  ROW (order_status, TENURE_ORDER_PROCESSING, "processing"),
  ROW (order_status, TENURE_ORDER_COMPLETED, "completed"),
  ROW (order_status, TENURE_ORDER_CANCELLED, "cancelled"),
  ROW (order_status, TENURE_ORDER_CONFIRMATION, "confirmation"),
  ROW (order_type, 1, "new"),
  ROW (order_type, 2, "renewal"),
  ROW (order_type, 3, "change"),
  ROW (order_type, 4, "unsubscription"),
  ROW (order_type, 10, "to-pay-per-use"),
  ROW (order_type, 11, "from-pay-per-use"),
  ROW (order_source, 1, "customer"),
  ROW (order_source, 2, "manager"),
  ROW (order_source, 8, "system"),
  ROW (mode, TENURE_MODE_MANUAL, "manual"),
  ROW (mode, TENURE_MODE_AUTO, "auto"),
  ROW (mode, TENURE_MODE_TO_PPU, "to-pay-per-use"),
  ROW (mode, TENURE_MODE_NO_RENEWAL, "no-renewal"),
  ROW (resource_status, TENURE_RESOURCE_ACTIVE, "active"),
  ROW (resource_status, TENURE_RESOURCE_UNSUBSCRIBED, "unsubscribed"),
  ROW (resource_status, TENURE_RESOURCE_RELEASED, "released"),
  ROW (life, TENURE_LIFE_IN_USE, "in-use"),
  ROW (life, TENURE_LIFE_EXPIRED, "expired"),
  ROW (life, TENURE_LIFE_FROZEN, "frozen"),
  ROW (life, TENURE_LIFE_RELEASED, "released"),
  ROW (freeze, TENURE_FREEZE_NONE, "none"),
  ROW (freeze, TENURE_FREEZE_ARREARS, "arrears"),
  ROW (freeze, TENURE_FREEZE_VIOLATION, "violation"),
  ROW (freeze, TENURE_FREEZE_POLICE, "police"),
  ROW (coupon_kind, TENURE_COUPON_VOUCHER, "voucher"),
  ROW (coupon_kind, TENURE_COUPON_DISCOUNT, "discount"),
  ROW (coupon_kind, TENURE_COUPON_FLEXI, "flexi"),
  ROW (coupon_kind, TENURE_COUPON_CARD, "card"),
  ROW (term_kind, TENURE_TERM_NEW, "new"),
  ROW (term_kind, TENURE_TERM_RENEWAL, "renewal"),
  ROW (term_kind, TENURE_TERM_CHANGE, "change"),
  ROW (refund_kind, TENURE_REFUND_CONDITIONAL, "conditional"),
  ROW (refund_kind, TENURE_REFUND_FIVE_DAY, "five-day"),
  ROW (refund_kind, TENURE_REFUND_NOT_EFFECTIVE, "not-effective"),
  ROW (charging, TENURE_CHARGING_PERIOD, "period"),
  ROW (charging, TENURE_CHARGING_USE, "pay-per-use"),
  ROW (charging, TENURE_CHARGING_PACKAGE, "package"),
  ROW (block, TENURE_BLOCK_NONE, "none"),
  ROW (block, TENURE_BLOCK_CHANGED, "changed"),
  ROW (block, TENURE_BLOCK_ATTACHED, "attached"),
  ROW (role, TENURE_ROLE_ADMINISTRATOR, "administrator"),
  ROW (role, TENURE_ROLE_REVIEWER, "reviewer"),
  ROW (role, TENURE_ROLE_VISITOR, "visitor"),
  ROW (unit_kind, TENURE_UNIT_GOVERNMENT, "government"),
  ROW (unit_kind, TENURE_UNIT_INSTITUTION, "institution"),
  ROW (unit_kind, TENURE_UNIT_OTHER, "other"),
  ROW (application_state, TENURE_APPLICATION_SUBMITTED, "submitted"),
  ROW (application_state, TENURE_APPLICATION_APPROVED, "approved"),
  ROW (application_state, TENURE_APPLICATION_REJECTED, "rejected"),
  ROW (application_state, TENURE_APPLICATION_ACTIVATED, "activated"),
  ROW (purpose, TENURE_PURPOSE_REGISTER, "register"),
  ROW (purpose, TENURE_PURPOSE_RESET, "reset"),
  ROW (purpose, TENURE_PURPOSE_ACTIVATE, "activate"),
  ROW (mark, TENURE_MARK_PROMOTION, "promotion"),
  ROW (mark, TENURE_MARK_PARTNER_PAID, "partner-paid"),
  ROW (mark, TENURE_MARK_SPECIAL, "special"),
  ROW (mark, TENURE_MARK_INVOICED, "invoiced"),
  ROW (coupon_state, TENURE_COUPON_INACTIVE, "inactive"),
  ROW (coupon_state, TENURE_COUPON_USABLE, "usable"),
  ROW (coupon_state, TENURE_COUPON_RECLAIMED, "reclaimed"),
  ROW (coupon_status, TENURE_COUPON_STATUS_INACTIVE, "inactive"),
  ROW (coupon_status, TENURE_COUPON_STATUS_USABLE, "usable"),
  ROW (coupon_status, TENURE_COUPON_STATUS_USED, "used"),
  ROW (coupon_status, TENURE_COUPON_STATUS_EXPIRED, "expired"),
  ROW (coupon_status, TENURE_COUPON_STATUS_RECLAIMED, "reclaimed"),
  ROW (bill_type, 1, "new"),
  ROW (bill_type, 2, "renewal"),
  ROW (bill_type, 3, "change"),
  ROW (bill_type, 4, "unsubscription"),
  ROW (bill_type, 5, "use"),
  ROW (bill_type, 8, "auto-renewal"),
  ROW (bill_type, 20, "change-refund"),
};

static void
test_names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int value = -1;

      g_assert_cmpstr (rows[i].to_name (rows[i].value), ==, rows[i].name);
      g_assert_true (rows[i].from_name (rows[i].name, &value));
      g_assert_cmpint (value, ==, rows[i].value);
    }
}

static void
test_other_names (void)
{
  static const char *const texts[] = { "", "Unpaid", "unpaid ", "新购", "0", "manua", "manuals" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int value = -1;

      for (gsize k = 0; k < G_N_ELEMENTS (texts); k++)
        g_assert_false (rows[i].from_name (texts[k], &value));
      g_assert_false (rows[i].from_name (NULL, &value));
      g_assert_cmpint (value, ==, -1);
    }
}

static void
test_no_such_value (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_expect_message ("tenure-domain", G_LOG_LEVEL_CRITICAL, "*should not be reached*");
      g_assert_null (rows[i].to_name (99));
      g_test_assert_expected_messages ();
    }
}

static void
test_levels (void)
{
  static const char *const names[] = { "V0", "V1", "V2", "V3", "V4", "V5", "intl" };
  static const char *const bad[] = { "", "V6", "v3", "V", "V33", "INTL", "V-1" };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == TENURE_N_LEVELS);
  for (int i = 0; i < TENURE_N_LEVELS; i++)
    {
      TenureLevel level = TENURE_N_LEVELS;

      g_assert_cmpstr (tenure_level_name ((TenureLevel)i), ==, names[i]);
      g_assert_true (tenure_level_parse (names[i], &level, NULL));
      g_assert_cmpint (level, ==, i);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      TenureLevel level;

      g_assert_false (tenure_level_parse (bad[i], &level, &error));
      tenure_test_refused (&error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN, bad[i]);
    }
  g_assert_false (tenure_level_parse (NULL, &(TenureLevel){ 0 }, NULL));
  g_test_expect_message ("tenure-domain", G_LOG_LEVEL_CRITICAL, "*TENURE_N_LEVELS*");
  g_assert_null (tenure_level_name (TENURE_N_LEVELS));
  g_test_assert_expected_messages ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/enums/names", test_names);
  g_test_add_func ("/enums/other-names", test_other_names);
  g_test_add_func ("/enums/no-such-value", test_no_such_value);
  g_test_add_func ("/levels", test_levels);
  return g_test_run ();
}
