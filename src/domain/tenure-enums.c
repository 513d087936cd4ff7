/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-enum-names.h"
#include "tenure-platform-enums.h"

const char *
tenure_enum_name (const TenureEnumName *table, gsize n, int value)
{
  for (gsize i = 0; i < n; i++)
    if (table[i].value == value)
      return table[i].name;
  g_return_val_if_reached (NULL);
}

gboolean
tenure_enum_from_name (const TenureEnumName *table, gsize n, const char *name, int *value)
{
  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (table[i].name, name) == 0)
      {
        *value = table[i].value;
        return TRUE;
      }
  return FALSE;
}

TENURE_DEFINE_ENUM_NAMES (TenureOrderStatus, order_status, { TENURE_ORDER_UNPAID, "unpaid" },
                          { TENURE_ORDER_REVIEW, "review" }, { TENURE_ORDER_REFUNDING, "refunding" },
                          { TENURE_ORDER_PROCESSING, "processing" }, { TENURE_ORDER_COMPLETED, "completed" },
                          { TENURE_ORDER_CANCELLED, "cancelled" }, { TENURE_ORDER_CONFIRMATION, "confirmation" })

TENURE_DEFINE_ENUM_NAMES (TenureOrderType, order_type, { TENURE_TYPE_NEW, "new" }, { TENURE_TYPE_RENEWAL, "renewal" },
                          { TENURE_TYPE_CHANGE, "change" }, { TENURE_TYPE_UNSUBSCRIBE, "unsubscription" },
                          { TENURE_TYPE_TO_PPU, "to-pay-per-use" }, { TENURE_TYPE_FROM_PPU, "from-pay-per-use" })

TENURE_DEFINE_ENUM_NAMES (TenureOrderSource, order_source, { TENURE_SOURCE_CUSTOMER, "customer" },
                          { TENURE_SOURCE_MANAGER, "manager" }, { TENURE_SOURCE_SYSTEM, "system" })

TENURE_DEFINE_ENUM_NAMES (TenureMode, mode, { TENURE_MODE_MANUAL, "manual" }, { TENURE_MODE_AUTO, "auto" },
                          { TENURE_MODE_TO_PPU, "to-pay-per-use" }, { TENURE_MODE_NO_RENEWAL, "no-renewal" })

TENURE_DEFINE_ENUM_NAMES (TenureResourceStatus, resource_status, { TENURE_RESOURCE_ACTIVE, "active" },
                          { TENURE_RESOURCE_UNSUBSCRIBED, "unsubscribed" }, { TENURE_RESOURCE_RELEASED, "released" })

TENURE_DEFINE_ENUM_NAMES (TenureLife, life, { TENURE_LIFE_IN_USE, "in-use" }, { TENURE_LIFE_EXPIRED, "expired" },
                          { TENURE_LIFE_FROZEN, "frozen" }, { TENURE_LIFE_RELEASED, "released" })

TENURE_DEFINE_ENUM_NAMES (TenureFreeze, freeze, { TENURE_FREEZE_NONE, "none" }, { TENURE_FREEZE_ARREARS, "arrears" },
                          { TENURE_FREEZE_VIOLATION, "violation" }, { TENURE_FREEZE_POLICE, "police" })

TENURE_DEFINE_ENUM_NAMES (TenureCouponKind, coupon_kind, { TENURE_COUPON_VOUCHER, "voucher" },
                          { TENURE_COUPON_DISCOUNT, "discount" }, { TENURE_COUPON_FLEXI, "flexi" },
                          { TENURE_COUPON_CARD, "card" })

TENURE_DEFINE_ENUM_NAMES (TenureTermKind, term_kind, { TENURE_TERM_NEW, "new" }, { TENURE_TERM_RENEWAL, "renewal" },
                          { TENURE_TERM_CHANGE, "change" })

TENURE_DEFINE_ENUM_NAMES (TenureRefundKind, refund_kind, { TENURE_REFUND_CONDITIONAL, "conditional" },
                          { TENURE_REFUND_FIVE_DAY, "five-day" }, { TENURE_REFUND_NOT_EFFECTIVE, "not-effective" })

TENURE_DEFINE_ENUM_NAMES (TenureCharging, charging, { TENURE_CHARGING_PERIOD, "period" },
                          { TENURE_CHARGING_USE, "pay-per-use" }, { TENURE_CHARGING_PACKAGE, "package" })

TENURE_DEFINE_ENUM_NAMES (TenureBlock, block, { TENURE_BLOCK_NONE, "none" }, { TENURE_BLOCK_CHANGED, "changed" },
                          { TENURE_BLOCK_ATTACHED, "attached" })

TENURE_DEFINE_ENUM_NAMES (TenureRole, role, { TENURE_ROLE_ADMINISTRATOR, "administrator" },
                          { TENURE_ROLE_REVIEWER, "reviewer" }, { TENURE_ROLE_VISITOR, "visitor" })

TENURE_DEFINE_ENUM_NAMES (TenureUnitKind, unit_kind, { TENURE_UNIT_GOVERNMENT, "government" },
                          { TENURE_UNIT_INSTITUTION, "institution" }, { TENURE_UNIT_OTHER, "other" })

TENURE_DEFINE_ENUM_NAMES (TenureApplicationState, application_state, { TENURE_APPLICATION_SUBMITTED, "submitted" },
                          { TENURE_APPLICATION_APPROVED, "approved" }, { TENURE_APPLICATION_REJECTED, "rejected" },
                          { TENURE_APPLICATION_ACTIVATED, "activated" })

TENURE_DEFINE_ENUM_NAMES (TenurePurpose, purpose, { TENURE_PURPOSE_REGISTER, "register" },
                          { TENURE_PURPOSE_RESET, "reset" }, { TENURE_PURPOSE_ACTIVATE, "activate" })

TENURE_DEFINE_ENUM_NAMES (TenureMark, mark, { TENURE_MARK_PROMOTION, "promotion" },
                          { TENURE_MARK_PARTNER_PAID, "partner-paid" }, { TENURE_MARK_SPECIAL, "special" },
                          { TENURE_MARK_INVOICED, "invoiced" })

TENURE_DEFINE_ENUM_NAMES (TenureCouponState, coupon_state, { TENURE_COUPON_INACTIVE, "inactive" },
                          { TENURE_COUPON_USABLE, "usable" }, { TENURE_COUPON_RECLAIMED, "reclaimed" })
TENURE_DEFINE_ENUM_NAMES (TenureCouponStatus, coupon_status, { TENURE_COUPON_STATUS_INACTIVE, "inactive" },
                          { TENURE_COUPON_STATUS_USABLE, "usable" }, { TENURE_COUPON_STATUS_USED, "used" },
                          { TENURE_COUPON_STATUS_EXPIRED, "expired" }, { TENURE_COUPON_STATUS_RECLAIMED, "reclaimed" })
