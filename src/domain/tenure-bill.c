/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-bill.h"

#include "tenure-enum-names.h"

TENURE_DEFINE_ENUM_NAMES (TenureBillType, bill_type, { TENURE_BILL_NEW, "new" }, { TENURE_BILL_RENEWAL, "renewal" },
                          { TENURE_BILL_CHANGE, "change" }, { TENURE_BILL_UNSUBSCRIBE, "unsubscription" },
                          { TENURE_BILL_USE, "use" }, { TENURE_BILL_AUTO_RENEWAL, "auto-renewal" },
                          { TENURE_BILL_CHANGE_BACK, "change-refund" })

TenureBillType
tenure_bill_type_of (const TenureOrder *order)
{
  switch (order->type)
    {
    case TENURE_TYPE_RENEWAL:
      return order->source == TENURE_SOURCE_SYSTEM ? TENURE_BILL_AUTO_RENEWAL : TENURE_BILL_RENEWAL;
    case TENURE_TYPE_CHANGE:
      return order->due < 0 ? TENURE_BILL_CHANGE_BACK : TENURE_BILL_CHANGE;
    case TENURE_TYPE_UNSUBSCRIBE:
      return TENURE_BILL_UNSUBSCRIBE;
    case TENURE_TYPE_NEW:
    case TENURE_TYPE_TO_PPU:
    case TENURE_TYPE_FROM_PPU:
    default:
      return TENURE_BILL_NEW;
    }
}

TenureDay
tenure_bill_cycle (TenureTime spent, TenureTime charged)
{
  TenureDay day = tenure_day_of (charged), first = day - tenure_day_mday (day) + 1;

  if (day != first || tenure_day_of (spent) >= first)
    return first;
  day = first - 1;
  return day - tenure_day_mday (day) + 1;
}

void
tenure_bill_free (TenureBill *self)
{
  g_clear_pointer (&self->draws, g_array_unref);
  g_free (self->resource_key);
  g_free (self->number);
  g_free (self->name);
  g_free (self->product);
  g_free (self);
}
