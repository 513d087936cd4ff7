/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders: against their lines, their children, their dates and what the ledger says was paid and given back. A column
 * that is unknown compares as unknown, and is no fault. */
#include "tenure-check-private.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
#define UNSUBSCRIPTION "4"
#define ALL_CHANNELS "(o.cash + o.credit + o.flexi + o.card + o.voucher)"
/* What was on its way back to instruments that expired meanwhile. */
#define LATE "coalesce ((SELECT sum (l.late) FROM line AS l WHERE l.order_id = o.id), 0)"
#define SUMS                                                                                                           \
  "sum (official) AS official, sum (discount) AS discount, sum (due) AS due, sum (cash) AS cash,"                      \
  " sum (credit) AS credit, sum (flexi) AS flexi, sum (card) AS card, sum (voucher) AS voucher"
#define DIFFERS                                                                                                        \
  "(o.official <> s.official OR o.discount <> s.discount OR o.due <> s.due OR o.cash <> s.cash"                        \
  " OR o.credit <> s.credit OR o.flexi <> s.flexi OR o.card <> s.card OR o.voucher <> s.voucher)"
/* Entries of a kind by order: how many, and what they moved. */
#define ENTRIES(kind)                                                                                                  \
  "(SELECT e.order_id, count (DISTINCT e.id) AS n,"                                                                    \
  " sum (CASE WHEN l.name GLOB 'cash/*' THEN p.amount ELSE 0 END) AS cash,"                                            \
  " sum (CASE WHEN l.name GLOB 'coupon/*' THEN p.amount ELSE 0 END) AS coupon,"                                        \
  " sum (CASE WHEN l.name GLOB 'refunding/*' THEN p.amount ELSE 0 END) AS refunding"                                   \
  " FROM entry e LEFT JOIN posting p ON p.entry_id = e.id LEFT JOIN ledger l ON l.id = p.ledger_id"                    \
  " WHERE e.kind = '" kind "' GROUP BY e.order_id)"
#define PAYMENTS ENTRIES ("payment")
#define REFUNDS ENTRIES ("refund")
#define RETURNS ENTRIES ("return")
/* clang-format on */

const TenureCheckRule tenure_check_order_rules[] = {
  { "orders-lines", N_ ("The lines of order “%s” do not add up to it."), "SELECT count (*) FROM line",
    "SELECT o.key FROM \"order\" o JOIN (SELECT order_id, " SUMS " FROM line GROUP BY order_id) s ON s.order_id = o.id "
    "WHERE NOT o.composite AND " DIFFERS },
  { "orders-parts", N_ ("Order “%s” has no lines, or is a composite order without children, or has what it must not."),
    "SELECT count (*) FROM \"order\"",
    "SELECT o.key FROM \"order\" o LEFT JOIN (SELECT DISTINCT order_id FROM line) l ON l.order_id = o.id "
    "LEFT JOIN (SELECT DISTINCT parent_id FROM \"order\") c ON c.parent_id = o.id "
    "WHERE o.source = 'embedded' AND (o.composite = (l.order_id IS NOT NULL) OR o.composite <> (c.parent_id IS NOT "
    "NULL))" },
  { "orders-children", N_ ("The children of composite order “%s” do not add up to it."),
    "SELECT count (*) FROM \"order\" WHERE parent_id IS NOT NULL",
    "SELECT o.key FROM \"order\" o JOIN (SELECT parent_id, " SUMS " FROM \"order\" WHERE parent_id IS NOT NULL "
    "GROUP BY parent_id) s ON s.parent_id = o.id WHERE " DIFFERS },
  { "orders-together", N_ ("Order “%s” is not paid, cancelled or waiting together with its composite order."),
    "SELECT count (*) FROM \"order\" WHERE parent_id IS NOT NULL",
    "SELECT c.key, c.status || ' ≠ ' || o.status FROM \"order\" c JOIN \"order\" o ON o.id = c.parent_id "
    "WHERE c.source = 'embedded' AND (c.type <> o.type OR c.account_id <> o.account_id OR "
    "(c.status IN ('unpaid', 'review', 'cancelled', 'confirmation') "
    " OR o.status IN ('unpaid', 'review', 'cancelled', 'confirmation')) AND c.status <> o.status)" },
  { "orders-amounts", N_ ("The amounts of order “%s” do not agree: official − discount = due = what was paid."),
    "SELECT count (*) FROM \"order\"",
    "SELECT o.key FROM \"order\" o WHERE o.official - o.discount <> o.due OR o.discount < 0 OR (o.type "
    "<> " UNSUBSCRIPTION " AND o.paid_at IS NOT NULL AND o.source = 'embedded' AND " ALL_CHANNELS " <> o.due)" },
  { "orders-dates", N_ ("The dates of order “%s” do not agree with its status."), "SELECT count (*) FROM \"order\"",
    "SELECT key, status FROM \"order\" WHERE source = 'embedded' AND ("
    "(type <> " UNSUBSCRIPTION " AND (paid_at IS NOT NULL) <> (status IN ('processing', 'completed')))"
    " OR (NOT composite AND (finished IS NOT NULL) <> (status IN ('completed', 'cancelled')))"
    " OR (status = 'unpaid' AND deadline IS NULL) OR (status = 'refunding' AND type <> " UNSUBSCRIPTION ")"
    " OR paid_at < created OR finished < created OR deadline < created OR finished < paid_at)" },
  { "orders-payments", N_ ("What the ledger says was paid for order “%s” is not what the order says."),
    "SELECT count (*) FROM \"order\" WHERE paid_at IS NOT NULL AND NOT composite",
    "SELECT o.key FROM \"order\" o LEFT JOIN " PAYMENTS " m ON m.order_id = o.id "
    "WHERE o.source = 'embedded' AND o.type <> " UNSUBSCRIPTION " AND (coalesce (m.n, 0) > 1 OR CASE "
    "WHEN o.paid_at IS NULL OR o.composite THEN m.n IS NOT NULL "
    "ELSE -coalesce (m.cash, 0) <> o.cash + o.credit OR -coalesce (m.coupon, 0) <> o.flexi + o.card + o.voucher END)" },
  { "orders-refunds", N_ ("What the ledger says was given back by order “%s” is not what the order says."),
    "SELECT count (*) FROM \"order\" WHERE type = " UNSUBSCRIPTION " AND NOT composite",
    "SELECT o.key FROM \"order\" o LEFT JOIN " REFUNDS " f ON f.order_id = o.id LEFT JOIN " RETURNS " r "
    "ON r.order_id = o.id WHERE o.source = 'embedded' AND o.type = " UNSUBSCRIPTION " AND NOT o.composite AND ("
    "coalesce (f.n, 0) > 1 OR coalesce (r.n, 0) > 1 OR coalesce (f.refunding, 0) <> CASE WHEN o.status IN "
    "('refunding', 'completed') THEN " ALL_CHANNELS " + " LATE " ELSE 0 END OR -coalesce (r.refunding, 0) <> CASE "
    "WHEN o.status = 'completed' THEN " ALL_CHANNELS " + " LATE " ELSE 0 END)" },
  { "coupons-once", N_ ("Coupon “%s” was used where it may not be."), "SELECT count (*) FROM coupon",
    "SELECT c.key, o.key FROM coupon c JOIN \"order\" o ON o.id = c.used_order_id "
    "WHERE o.status = 'cancelled' OR o.account_id <> c.account_id "
    "UNION ALL SELECT min (c.key), o.key FROM coupon c JOIN \"order\" o ON o.id = c.used_order_id "
    "WHERE c.kind = 'discount' GROUP BY o.id HAVING count (*) > 1 "
    "UNION ALL SELECT min (c.key), o.key FROM entry e JOIN posting p ON p.entry_id = e.id "
    "JOIN ledger l ON l.id = p.ledger_id JOIN coupon c ON c.key = substr (l.name, 8) AND l.name GLOB 'coupon/*' "
    "JOIN \"order\" o ON o.id = e.order_id WHERE e.kind = 'payment' AND c.kind = 'voucher' "
    "GROUP BY e.id HAVING count (*) > 1" },
  { "quota", N_ ("The five-day unsubscriptions counted for account “%s” are not those in its orders."),
    "SELECT count (*) FROM line WHERE refund_kind = 'five-day'",
    "SELECT a.key, coalesce (q.year, s.year) || ': ' || coalesce (q.used, 0) || ' ≠ ' || coalesce (s.n, 0) FROM "
    "(SELECT o.account_id, CAST (strftime ('%Y', o.created + 28800, 'unixepoch') AS INTEGER) AS year, count (*) AS n "
    "FROM line l JOIN \"order\" o ON o.id = l.order_id WHERE l.refund_kind = 'five-day' AND l.main_position IS NULL "
    "AND o.status <> 'cancelled' AND o.source = 'embedded' GROUP BY 1, 2) s FULL JOIN quota q "
    "ON q.account_id = s.account_id AND q.year = s.year "
    "JOIN account a ON a.id = coalesce (q.account_id, s.account_id) WHERE coalesce (q.used, 0) <> coalesce (s.n, 0)" },
  { NULL },
};
