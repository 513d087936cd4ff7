/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Instruments and discounts: what orders hold of them, how they ended, what they gave; and the marks of orders. */
#include "tenure-check-private.h"

#include <glib/gi18n-lib.h>

#define MOVED(kinds)                                                                                                   \
  "(SELECT l.name, sum (p.amount) AS amount FROM entry e JOIN posting p ON p.entry_id = e.id "                         \
  "JOIN ledger l ON l.id = p.ledger_id WHERE e.kind IN (" kinds ") AND l.name GLOB 'coupon/*' GROUP BY l.name)"

const TenureCheckRule tenure_check_money_rules[] = {
  { "locks-orders",
    N_ ("An instrument is held by order “%s”, which does not wait for payment or is another account's."),
    "SELECT count (*) FROM lock",
    "SELECT o.key, c.key FROM lock l JOIN \"order\" o ON o.id = l.order_id JOIN coupon c ON c.id = l.coupon_id "
    "WHERE o.status <> 'unpaid' OR o.parent_id IS NOT NULL OR o.account_id <> c.account_id" },
  { "locks-amounts", N_ ("More is held of instrument “%s” than is left of it."), "SELECT count (*) FROM lock",
    "SELECT c.key, sum (l.amount) || ' > ' || c.remaining FROM lock l JOIN coupon c ON c.id = l.coupon_id "
    "WHERE c.kind <> 'discount' GROUP BY c.id HAVING sum (l.amount) > c.remaining "
    "UNION ALL SELECT c.key, count (*) FROM lock l JOIN coupon c ON c.id = l.coupon_id "
    "WHERE c.kind = 'discount' GROUP BY c.id HAVING count (*) > 1 OR sum (l.amount) <> 0 "
    "OR c.used_order_id IS NOT NULL" },
  { "coupon-states", N_ ("The state of instrument “%s” contradicts what became of it."), "SELECT count (*) FROM coupon",
    "SELECT c.key, c.state FROM coupon c WHERE c.source = 'embedded' AND ((c.state = 'reclaimed' AND c.lost IS NULL) "
    "OR (c.lost IS NOT NULL AND c.kind <> 'discount' AND c.remaining <> 0) "
    "OR (c.lost IS NOT NULL AND (c.expiry IS NULL OR EXISTS (SELECT 1 FROM lock l WHERE l.coupon_id = c.id))) "
    "OR (c.state = 'inactive' AND (c.used_order_id IS NOT NULL OR EXISTS "
    "(SELECT 1 FROM lock l WHERE l.coupon_id = c.id)))) "
    "UNION ALL SELECT c.key, c.state FROM coupon c JOIN " MOVED (
        "'payment', 'charge'") " m "
                               "ON m.name = 'coupon/' || c.key WHERE c.state = 'inactive'" },
  { "coupon-lost", N_ ("What was lost of instrument “%s” is not what the ledger says."),
    "SELECT count (*) FROM coupon WHERE lost IS NOT NULL",
    "SELECT c.key, coalesce (c.lost, 0) || ' ≠ ' || -coalesce (m.amount, 0) FROM coupon c LEFT JOIN " MOVED (
        "'expiry', 'reclaim'") " m ON m.name = 'coupon/' || c.key "
                               "WHERE coalesce (c.lost, 0) <> -coalesce (m.amount, 0)" },
  { "events-coupons", N_ ("The end of instrument “%s” will not come, or came already."),
    "SELECT count (*) FROM coupon WHERE expiry IS NOT NULL",
    "SELECT c.key FROM coupon c LEFT JOIN event e ON e.kind = 'coupon' AND e.subject = c.id AND e.due = c.expiry + 1 "
    "WHERE c.source = 'embedded' AND c.expiry IS NOT NULL AND (e.id IS NULL) <> (c.lost IS NOT NULL)" },
  { "discounts", N_ ("A line of order “%s” has a discount that is not its account's, or not what the discount gives."),
    "SELECT count (*) FROM line WHERE discount_id IS NOT NULL",
    "SELECT o.key, d.key FROM line l JOIN \"order\" o ON o.id = l.order_id JOIN discount d ON d.id = l.discount_id "
    "WHERE d.account_id <> o.account_id OR o.created < d.granted OR d.expiry < o.created "
    "OR (d.service IS NOT NULL AND d.service <> l.service) OR l.discount < 0 OR "
    "abs (l.due - l.official / 10000 * d.permyriad - l.official % 10000 * d.permyriad / 10000) > 500000" },
  { "marks", N_ ("Order “%s” carries a mark that it cannot have."),
    "SELECT count (*) FROM \"order\" WHERE promotion OR partner_paid OR special OR invoiced",
    "SELECT key, status FROM \"order\" WHERE source = 'embedded' AND ((type = 4 AND (promotion OR partner_paid "
    "OR special OR invoiced)) OR ((special OR invoiced) AND paid_at IS NULL))" },
  { NULL },
};
