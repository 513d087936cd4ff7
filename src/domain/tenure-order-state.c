/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The transitions of an order (rules 8.2): what the table does not have, does not happen. */
#include "tenure-payment.h"

#include <glib/gi18n-lib.h>

#include "tenure-error.h"

typedef enum
{
  PURCHASE, /* money goes out, something comes */
  REFUND,   /* something goes, money comes back */
} Direction;

static const struct
{
  TenureOrderStatus from;
  Direction direction;
  TenureOrderEvent event;
  TenureOrderStatus to;
} transitions[] = {
  { TENURE_ORDER_REVIEW, PURCHASE, TENURE_EVENT_APPROVED, TENURE_ORDER_UNPAID },
  { TENURE_ORDER_REVIEW, PURCHASE, TENURE_EVENT_REJECTED, TENURE_ORDER_CANCELLED },
  { TENURE_ORDER_REVIEW, REFUND, TENURE_EVENT_APPROVED, TENURE_ORDER_REFUNDING },
  /* The international edition approves what nobody has looked at within 24 hours. */
  { TENURE_ORDER_REVIEW, REFUND, TENURE_EVENT_LAPSED, TENURE_ORDER_REFUNDING },
  { TENURE_ORDER_REVIEW, REFUND, TENURE_EVENT_REJECTED, TENURE_ORDER_CANCELLED },
  { TENURE_ORDER_CONFIRMATION, PURCHASE, TENURE_EVENT_CONFIRMED, TENURE_ORDER_UNPAID },
  { TENURE_ORDER_CONFIRMATION, PURCHASE, TENURE_EVENT_DECLINED, TENURE_ORDER_CANCELLED },
  { TENURE_ORDER_CONFIRMATION, PURCHASE, TENURE_EVENT_LAPSED, TENURE_ORDER_CANCELLED },
  { TENURE_ORDER_UNPAID, PURCHASE, TENURE_EVENT_PAID, TENURE_ORDER_PROCESSING },
  { TENURE_ORDER_UNPAID, PURCHASE, TENURE_EVENT_AUTO_PAY_FAILED, TENURE_ORDER_UNPAID },
  { TENURE_ORDER_UNPAID, PURCHASE, TENURE_EVENT_CANCELLED, TENURE_ORDER_CANCELLED },
  { TENURE_ORDER_UNPAID, PURCHASE, TENURE_EVENT_LAPSED, TENURE_ORDER_CANCELLED },
  { TENURE_ORDER_PROCESSING, PURCHASE, TENURE_EVENT_DELIVERED, TENURE_ORDER_COMPLETED },
  { TENURE_ORDER_PROCESSING, PURCHASE, TENURE_EVENT_PARTLY_FAILED, TENURE_ORDER_COMPLETED },
  { TENURE_ORDER_REFUNDING, REFUND, TENURE_EVENT_RETURNED, TENURE_ORDER_COMPLETED },
};

static Direction
direction_of (TenureOrderType type)
{
  return type == TENURE_TYPE_UNSUBSCRIBE ? REFUND : PURCHASE;
}

static const char *
event_text (TenureOrderEvent event)
{
  static const char *const texts[TENURE_N_ORDER_EVENTS] = {
    [TENURE_EVENT_PAID] = N_ ("be paid"),
    [TENURE_EVENT_AUTO_PAY_FAILED] = N_ ("fail to be paid automatically"),
    [TENURE_EVENT_CANCELLED] = N_ ("be cancelled"),
    [TENURE_EVENT_LAPSED] = N_ ("lapse"),
    [TENURE_EVENT_APPROVED] = N_ ("be approved"),
    [TENURE_EVENT_REJECTED] = N_ ("be rejected"),
    [TENURE_EVENT_CONFIRMED] = N_ ("be confirmed"),
    [TENURE_EVENT_DECLINED] = N_ ("be declined"),
    [TENURE_EVENT_DELIVERED] = N_ ("be delivered"),
    [TENURE_EVENT_PARTLY_FAILED] = N_ ("be delivered in part"),
    [TENURE_EVENT_RETURNED] = N_ ("have its money returned"),
  };

  return _ (texts[event]);
}

gboolean
tenure_order_next (TenureOrderStatus status, TenureOrderType type, TenureOrderEvent event, TenureOrderStatus *next,
                   GError **error)
{
  Direction direction = direction_of (type);

  g_return_val_if_fail ((guint)event < TENURE_N_ORDER_EVENTS, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (transitions); i++)
    if (transitions[i].from == status && transitions[i].direction == direction && transitions[i].event == event)
      {
        *next = transitions[i].to;
        return TRUE;
      }
  g_set_error (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_REFUSED,
               _ ("An order of type %s with status %s cannot %s; look at its details for what it waits for."),
               tenure_order_type_name (type), tenure_order_status_name (status), event_text (event));
  return FALSE;
}

TenureOrderStatus
tenure_order_first (TenureOrderType type, TenureOrderSource source, gboolean approval, TenureMoney due)
{
  if (direction_of (type) == REFUND)
    return approval ? TENURE_ORDER_REVIEW : TENURE_ORDER_REFUNDING;
  if (source == TENURE_SOURCE_MANAGER) /* who could approve has ordered it: only the customer's word is missing */
    return TENURE_ORDER_CONFIRMATION;
  if (approval)
    return TENURE_ORDER_REVIEW;
  if (due <= 0 && due != TENURE_MONEY_UNKNOWN)
    return TENURE_ORDER_PROCESSING;
  return TENURE_ORDER_UNPAID;
}

TenureMerge
tenure_merge_finding (TenureOrderStatus status)
{
  switch (status)
    {
    case TENURE_ORDER_UNPAID:
      return TENURE_MERGE_PAYABLE;
    case TENURE_ORDER_REVIEW:
      return TENURE_MERGE_REVIEW;
    case TENURE_ORDER_CONFIRMATION:
      return TENURE_MERGE_CONFIRMATION;
    case TENURE_ORDER_REFUNDING:
    case TENURE_ORDER_PROCESSING:
    case TENURE_ORDER_COMPLETED:
    case TENURE_ORDER_CANCELLED:
    default:
      return TENURE_MERGE_CHANGED;
    }
}
