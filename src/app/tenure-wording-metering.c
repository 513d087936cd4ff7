/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-wording-metering.h"

#include <glib/gi18n-lib.h>

#include "tenure-money.h"
#include "tenure-wording.h"

const char *
tenure_word_package_state (TenurePackageState value)
{
  switch (value)
    {
    case TENURE_PACKAGE_PENDING:
      return C_ ("package", "Not in effect yet");
    case TENURE_PACKAGE_ACTIVE:
      return C_ ("package", "In effect");
    case TENURE_PACKAGE_USED_UP:
      return C_ ("package", "Used up");
    case TENURE_PACKAGE_EXPIRED:
      return C_ ("package", "No longer in effect");
    case TENURE_PACKAGE_UNSUBSCRIBED:
      return C_ ("package", "Unsubscribed");
    default:
      return "—";
    }
}

const char *
tenure_word_resource_state (const TenureResource *resource, TenureLife life, TenureTime now)
{
  if (resource->status != TENURE_RESOURCE_ACTIVE)
    return tenure_word_resource_status (resource->status);
  if (resource->charging == TENURE_CHARGING_PACKAGE && tenure_package_state (resource, now) == TENURE_PACKAGE_PENDING)
    return tenure_word_package_state (TENURE_PACKAGE_PENDING);
  return tenure_word_life (life);
}

const char *
tenure_word_bill_type (TenureBillType value)
{
  switch (value)
    {
    case TENURE_BILL_NEW:
      return C_ ("bill", "New purchase");
    case TENURE_BILL_RENEWAL:
      return C_ ("bill", "Renewal");
    case TENURE_BILL_CHANGE:
      return C_ ("bill", "Change");
    case TENURE_BILL_UNSUBSCRIBE:
      return C_ ("bill", "Unsubscription");
    case TENURE_BILL_USE:
      return C_ ("bill", "Use");
    case TENURE_BILL_AUTO_RENEWAL:
      return C_ ("bill", "Automatic renewal");
    case TENURE_BILL_CHANGE_BACK:
      return C_ ("bill", "Refund of a change");
    default:
      return "—";
    }
}

const char *
tenure_word_no_refund (TenureNoRefund value)
{
  switch (value)
    {
    case TENURE_NO_REFUND_FREE:
      return C_ ("no refund", "free");
    case TENURE_NO_REFUND_TRIAL:
      return C_ ("no refund", "trial");
    case TENURE_NO_REFUND_ONE_TIME:
      return C_ ("no refund", "one-time charge");
    case TENURE_NO_REFUND_PROMOTION:
      return C_ ("no refund", "promotion");
    case TENURE_NO_REFUND_PRODUCT:
      return C_ ("no refund", "kind of product");
    case TENURE_NO_REFUND_NONE:
    default:
      return "—";
    }
}

const char *
tenure_word_holds_unit (const char *unit)
{
  if (g_strcmp0 (unit, "gb") == 0)
    return C_ ("unit", "GB");
  if (g_strcmp0 (unit, "gib-hour") == 0)
    return C_ ("unit", "GiB·hours");
  return unit != NULL ? unit : "";
}

char *
tenure_word_amount (gint64 amount)
{
  char *text = tenure_money_format (amount);

  if (text != NULL && g_str_has_suffix (text, ".00"))
    text[strlen (text) - 3] = '\0';
  return text;
}
