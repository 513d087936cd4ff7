/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Metered use: bills against the ledger, packages against what was drawn, arrears, and what will be charged. */
#include "tenure-check-private.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
#define BILLED                                                                                                         \
  "(SELECT entry_id, sum (cash + credit) AS cash, sum (flexi + card + voucher) AS coupon, sum (debt) AS debt"          \
  " FROM bill WHERE entry_id IS NOT NULL GROUP BY entry_id)"
#define POSTED                                                                                                         \
  "(SELECT p.entry_id, sum (CASE WHEN l.name GLOB 'cash/*' THEN p.amount ELSE 0 END) AS cash,"                         \
  " sum (CASE WHEN l.name GLOB 'coupon/*' THEN p.amount ELSE 0 END) AS coupon,"                                        \
  " sum (CASE WHEN l.name GLOB 'arrears/*' THEN p.amount ELSE 0 END) AS arrears"                                       \
  " FROM posting p JOIN ledger l ON l.id = p.ledger_id GROUP BY p.entry_id)"
#define RUNNING "r.status = 'active' AND r.charging = 'pay-per-use'"
/* clang-format on */

const TenureCheckRule tenure_check_metering_rules[] = {
  { "bills-ledger", N_ ("The bill of ledger entry %s is not what the ledger says was paid or owed."),
    "SELECT count (*) FROM bill",
    "SELECT e.id || ', ' || e.kind FROM entry e LEFT JOIN " BILLED " b ON b.entry_id = e.id LEFT JOIN " POSTED " p "
    "ON p.entry_id = e.id WHERE e.kind = 'charge' AND (b.entry_id IS NULL OR b.cash <> -p.cash OR b.coupon <> "
    "-p.coupon "
    "OR b.debt <> -p.arrears)" },
  { "bills-orders", N_ ("The bill of order “%s” is missing, double, or has other amounts."),
    "SELECT count (*) FROM bill WHERE order_id IS NOT NULL",
    "SELECT o.key FROM \"order\" o LEFT JOIN (SELECT order_id, count (*) AS n, sum (cash) AS cash, "
    "sum (credit) AS credit, sum (flexi) AS flexi, sum (card) AS card, sum (voucher) AS voucher FROM bill "
    "WHERE order_id IS NOT NULL GROUP BY order_id) b ON b.order_id = o.id WHERE o.source = 'embedded' AND NOT "
    "o.composite AND o.official <> 0 AND (coalesce (b.n, 0) <> CASE o.type WHEN 4 THEN o.status = 'completed' ELSE "
    "o.paid_at IS NOT NULL END OR abs (b.cash) <> abs (o.cash) OR abs (b.credit) <> abs (o.credit) "
    "OR abs (b.flexi) <> abs (o.flexi) OR abs (b.card) <> abs (o.card) OR abs (b.voucher) <> abs (o.voucher))" },
  { "bills-hours", N_ ("Hours of resource “%s” were charged twice, or not at all."),
    "SELECT count (*) FROM bill WHERE type = 5",
    "SELECT r.key, b.start FROM (SELECT resource_id, start, lag (\"end\") OVER (PARTITION BY resource_id ORDER BY "
    "start, id) AS before FROM bill WHERE type = 5) b JOIN resource r ON r.id = b.resource_id WHERE b.start < b.before "
    "UNION ALL SELECT r.key, r.charged_until FROM resource r WHERE r.charging = 'pay-per-use' AND r.charged_until < "
    "(SELECT max (\"end\") FROM bill b WHERE b.resource_id = r.id AND b.type = 5)" },
  { "packages", N_ ("What is used of package “%s” is more than it holds, or not what was drawn on it."),
    "SELECT count (*) FROM resource WHERE charging = 'package'",
    "SELECT r.key, r.used FROM resource r LEFT JOIN (SELECT package_id, sum (amount) AS amount FROM draw "
    "GROUP BY package_id) d ON d.package_id = r.id WHERE (r.charging = 'package' AND (r.used > r.capacity OR r.used <> "
    "coalesce (d.amount, 0))) OR (r.charging <> 'package' AND d.amount IS NOT NULL)" },
  { "bills-covered", N_ ("A bill row of resource “%s” is covered by other than what was drawn on packages."),
    "SELECT count (*) FROM draw",
    "SELECT r.key, b.start FROM bill b JOIN resource r ON r.id = b.resource_id LEFT JOIN (SELECT bill_id, "
    "sum (amount) AS amount FROM draw GROUP BY bill_id) d ON d.bill_id = b.id WHERE b.type = 5 "
    "AND (b.covered <> coalesce (d.amount, 0) OR b.covered > b.use)" },
  { "arrears", N_ ("What account “%s” owes does not agree with since when it does."), "SELECT count (*) FROM account",
    "SELECT a.key, coalesce (l.balance, 0) FROM account a LEFT JOIN ledger l ON l.name = 'arrears/' || a.key "
    "WHERE coalesce (l.balance, 0) > 0 OR (coalesce (l.balance, 0) < 0) <> (a.arrears_since IS NOT NULL)" },
  { "events-charge", N_ ("The metered resources of account “%s” will not be charged exactly once."),
    "SELECT count (*) FROM event WHERE kind = 'charge'",
    "SELECT a.key FROM account a LEFT JOIN (SELECT r.account_id, count (*) AS n FROM resource r WHERE " RUNNING
    " AND r.freeze <> 'arrears' GROUP BY r.account_id) m ON m.account_id = a.id LEFT JOIN (SELECT subject, "
    "count (*) AS n FROM event WHERE kind = 'charge' GROUP BY subject) e ON e.subject = a.id "
    "WHERE coalesce (e.n, 0) > 1 OR (m.n > 0 AND coalesce (e.n, 0) = 0)" },
  { NULL },
};
