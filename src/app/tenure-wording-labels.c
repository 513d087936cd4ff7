/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels of enums, exactly as the guide has them in Chinese. */
#include "tenure-wording-private.h"

#include <glib/gi18n-lib.h>

const char *
tenure_word_order_status (TenureOrderStatus status)
{
  switch (status)
    {
    case TENURE_ORDER_UNPAID:
      return _ ("Pending payment");
    case TENURE_ORDER_REVIEW:
      return _ ("Pending approval");
    case TENURE_ORDER_REFUNDING:
      return _ ("Refunding");
    case TENURE_ORDER_PROCESSING:
      return _ ("Processing");
    case TENURE_ORDER_COMPLETED:
      return _ ("Completed");
    case TENURE_ORDER_CANCELLED:
      return _ ("Cancelled");
    case TENURE_ORDER_CONFIRMATION:
      return _ ("Pending confirmation");
    }
  return "—";
}

const char *
tenure_word_order_type (TenureOrderType type)
{
  switch (type)
    {
    case TENURE_TYPE_NEW:
      return C_ ("order type", "New purchase");
    case TENURE_TYPE_RENEWAL:
      return C_ ("order type", "Renewal");
    case TENURE_TYPE_CHANGE:
      return C_ ("order type", "Change");
    case TENURE_TYPE_UNSUBSCRIBE:
      return C_ ("order type", "Unsubscription");
    case TENURE_TYPE_TO_PPU:
      return C_ ("order type", "Yearly/monthly to pay-per-use");
    case TENURE_TYPE_FROM_PPU:
      return C_ ("order type", "Pay-per-use to yearly/monthly");
    }
  return "—";
}

const char *
tenure_word_order_source (TenureOrderSource source)
{
  switch (source)
    {
    case TENURE_SOURCE_CUSTOMER:
      return C_ ("order source", "Customer");
    case TENURE_SOURCE_MANAGER:
      return C_ ("order source", "Account manager");
    case TENURE_SOURCE_SYSTEM:
      return C_ ("order source", "System");
    }
  return "—";
}

const char *
tenure_word_mode (TenureMode mode)
{
  switch (mode)
    {
    case TENURE_MODE_MANUAL:
      return C_ ("renewal mode", "Manual renewal");
    case TENURE_MODE_AUTO:
      return C_ ("renewal mode", "Automatic renewal");
    case TENURE_MODE_TO_PPU:
      return C_ ("renewal mode", "Pay-per-use at expiry");
    case TENURE_MODE_NO_RENEWAL:
      return C_ ("renewal mode", "No renewal at expiry");
    }
  return "—";
}

const char *
tenure_word_life (TenureLife life)
{
  switch (life)
    {
    case TENURE_LIFE_IN_USE:
      return C_ ("resource state", "In use");
    case TENURE_LIFE_EXPIRED:
      return C_ ("resource state", "Expired");
    case TENURE_LIFE_FROZEN:
      return C_ ("resource state", "Frozen");
    case TENURE_LIFE_RELEASED:
      return C_ ("resource state", "Released");
    }
  return "—";
}

const char *
tenure_word_resource_status (TenureResourceStatus status)
{
  switch (status)
    {
    case TENURE_RESOURCE_ACTIVE:
      return C_ ("resource state", "Active");
    case TENURE_RESOURCE_UNSUBSCRIBED:
      return C_ ("resource state", "Unsubscribed");
    case TENURE_RESOURCE_RELEASED:
      return C_ ("resource state", "Released");
    }
  return "—";
}

const char *
tenure_word_freeze (TenureFreeze freeze)
{
  switch (freeze)
    {
    case TENURE_FREEZE_NONE:
      return "";
    case TENURE_FREEZE_ARREARS:
      return _ ("Freeze: arrears");
    case TENURE_FREEZE_VIOLATION:
      return _ ("Freeze: violation");
    case TENURE_FREEZE_POLICE:
      return _ ("Freeze: police");
    }
  return "—";
}

const char *
tenure_word_refund_kind (TenureRefundKind kind)
{
  switch (kind)
    {
    case TENURE_REFUND_CONDITIONAL:
      return _ ("Conditional unsubscription");
    case TENURE_REFUND_FIVE_DAY:
      return _ ("Five-day unconditional unsubscription");
    case TENURE_REFUND_NOT_EFFECTIVE:
      return _ ("Not yet effective");
    }
  return "—";
}

const char *
tenure_word_coupon_kind (TenureCouponKind kind)
{
  switch (kind)
    {
    case TENURE_COUPON_VOUCHER:
      return _ ("Voucher");
    case TENURE_COUPON_DISCOUNT:
      return _ ("Discount coupon");
    case TENURE_COUPON_FLEXI:
      return _ ("Flexi coupon");
    case TENURE_COUPON_CARD:
      return _ ("Stored-value card");
    }
  return "—";
}

const char *
tenure_word_reason (int reason)
{
  static const char *const REASONS[] = {
    N_ ("Wrong parameters chosen"),         N_ ("More services bought than needed"),
    N_ ("Business test finished"),          N_ ("Service hard to use"),
    N_ ("Does not suit the deployment"),    N_ ("Fault could not be repaired"),
    NC_ ("unsubscription reason", "Other"),
  };

  if (reason < 0 || reason >= (int)G_N_ELEMENTS (REASONS))
    return "—";
  return reason == G_N_ELEMENTS (REASONS) - 1 ? C_ ("unsubscription reason", "Other") : _ (REASONS[reason]);
}
