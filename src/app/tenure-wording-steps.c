/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of computations. {NAME} is an operand, {=} the result. */
#include "tenure-wording-private.h"

#include <glib/gi18n-lib.h>

const TenureWording TENURE_STEP_WORDING[] = {
  { "refund.kind-not-effective",
    N_ ("{at} lies before the start at {start}: not yet effective, everything comes back") },
  { "refund.kind-five-day", N_ ("{at} lies before {window-end}: five-day unconditional, everything comes back") },
  { "refund.kind-conditional", N_ ("In effect since {start}, and {reason}: conditional unsubscription") },
  { "refund.total-hours", N_ ("Whole term from {start} to {end}: {=hours}") },
  { "refund.total-days", N_ ("Whole term from {start} to {end}: {=days}") },
  { "refund.used-hours", N_ ("Used from {start} to {until}: {=hours}") },
  { "refund.used-days", N_ ("Used from {start} to {until}: {=days}") },
  { "refund.base", N_ ("Actual payment: balance {cash} + credit {credit} + flexi coupons {flexi} + stored-value cards "
                       "{card} = {=}; vouchers do not count") },
  { "refund.rate", N_ ("Handling fee of a term of {months} in year {used-year} of its use: {=rate}") },
  { "refund.consumed", N_ ("Consumed: {base} × {used} ÷ {total} = {=}") },
  { "refund.fee", N_ ("Handling fee: {base} × {rate} = {=}") },
  { "refund.due", N_ ("Refundable: amount due {due} − consumed {consumed} − fee {fee} = {=}") },
  { "refund.remainder", N_ ("Of the payment remains: {base} − consumed {consumed} − fee {fee} = {=}") },
  { "refund.floored", N_ ("Consumed {consumed} and fee {fee} exceed the payment {base}: {=}, and nothing is owed") },
  { "refund.full", N_ ("The whole payment comes back: {=}") },
  { "refund.share", N_ ("Share of the {channel}, which paid {paid} of {base}: {=} of {remainder}") },
  { "refund.lost", N_ ("The {channel} expired at {expired}: its share of {share} is lost") },
  { "refund.actual", N_ ("Actual refund: {remainder} − lost {lost} = {=}") },
  { "refund.voucher-back", N_ ("Of the voucher {voucher}, {=} returns to it") },
  { "refund.voucher-kept", N_ ("The voucher {voucher} is not returned") },
  { "refund.holds-until", N_ ("Computed for {at}; the amount is another one from {=} on") },
  { "renewal.years", N_ ("{years} at {year-price} a year: {=}") },
  { "renewal.months", N_ ("{months} at {month-price} a month: {=}") },
  { "renewal.extra-year", N_ ("{extra-days} up to the unified expiry date at a 365th of {year-price} each: {=}") },
  { "renewal.extra", N_ ("{extra-days} up to the unified expiry date, {extra-months} months at {month-price}: {=}") },
  { "renewal.total", N_ ("Together, rounded to the fen: {=}") },
  { "change.months", N_ ("Months left from {at} to {expiry}, the day of the change excluded: {=}") },
  { "change.years", N_ ("Years left from {at} to {expiry}, the day of the change excluded: {=}") },
  { "change.amount", N_ ("(new price {new-price} − old price {old-price}) × {remaining} = {=}") },
  { "deadline.days", N_ ("Created at {created}, to be paid within {days}: {=}") },
  { "deadline.hardware", N_ ("Hardware ordered at {created}, to be paid within {hours}: {=}") },
  { "deadline.coupon", N_ ("The coupon or promotion ends earlier, at {coupon-expiry}: {=}") },
  { "deadline.commercial", N_ ("The commercial discount ends at {commercial-expiry}; it stays in the order, and the "
                               "deadline remains {=}") },
  { "price.years", N_ ("Catalogue price: {price} × {amount} × {years} = {=}") },
  { "price.months", N_ ("Catalogue price: {price} × {amount} × {months} = {=}") },
  { "price.hour", N_ ("Catalogue price of an hour: {price} × {amount} = {=}, charged for each hour that has begun") },
  { "choose.after-promotion", N_ ("The promotion that it was placed with ends at {coupon-expiry}; from then until {=} "
                                  "only the discount coupon {coupon} pays it") },
  { "pay.discount", N_ ("Order amount {official}, {kind} {factor}: amount due {=}") },
  { "pay.placed", N_ ("Order amount {official}, less the discount {discount} that it was placed with: {=}") },
  { "pay.voucher", N_ ("Voucher {coupon}, of which {free} is free, covers {=} of {left}") },
  { "pay.flexi", N_ ("Flexi coupon {coupon}, of which {free} is free, pays {=} of {left}") },
  { "pay.card", N_ ("Stored-value card {coupon}, of which {free} is free, pays {=} of {left}") },
  { "refund.partner", N_ ("Paid by a partner: {=} goes back to the partner’s account") },
  { "release.for-good", N_ ("Expired at {expiry}: it is deleted with its data, and nothing can be recovered") },
  { "release.metered",
    N_ ("Pay-per-use until now: the hour that has begun is charged, then it is deleted with its data, "
        "and nothing can be recovered") },
  { "release.stays", N_ ("Stays and can be used on: {product}") },
  { "pay.balance", N_ ("The balance of {balance} pays what is left: {=}") },
  { NULL, NULL },
};
