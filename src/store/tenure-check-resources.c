/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Resources: their periods, what holds them, how they are renewed, and what will fall due. */
#include "tenure-check-private.h"

#include <glib/gi18n-lib.h>

/* A change lies within a period and is none of its own. */
#define STANDING "SELECT * FROM term WHERE NOT refunded AND kind <> 'change'"
/* It was charged by the hour, if only for an instant, and is by the period again: its periods have gaps. */
#define METERED                                                                                                        \
  "EXISTS (SELECT 1 FROM term m JOIN \"order\" AS p ON p.id = m.order_id WHERE m.resource_id = r.id AND p.type = 11)"
/* An order that waits, or is being worked on. */
#define OPEN "('unpaid', 'review', 'refunding', 'processing', 'confirmation')"
/* The latest moment the profile has seen: the last dated event that came, or what was done after it. */
#define SEEN                                                                                                           \
  "(SELECT max (CAST (value AS INTEGER), coalesce ((SELECT at FROM journal ORDER BY id DESC LIMIT 1), 0)) FROM meta "  \
  "WHERE key = 'settled-until')"

const TenureCheckRule tenure_check_resource_rules[] = {
  { "terms-tile", N_ ("The periods of resource “%s” do not follow one another."),
    "SELECT count (*) FROM term WHERE NOT refunded",
    "SELECT r.key, t.start || ' ≠ ' || t.before FROM (SELECT resource_id, start, lag (\"end\") OVER "
    "(PARTITION BY resource_id ORDER BY start, id) AS before FROM (" STANDING ")) t "
    "JOIN resource r ON r.id = t.resource_id WHERE r.source = 'embedded' AND t.start <> t.before "
    "AND (t.start < t.before OR NOT " METERED ")" },
  { "terms-span", N_ ("The periods of resource “%s” do not reach from its start to its expiry."),
    "SELECT count (*) FROM resource",
    "SELECT r.key FROM resource r LEFT JOIN (SELECT resource_id, min (start) AS first, max (\"end\") AS last FROM "
    "(" STANDING ") GROUP BY resource_id) t ON t.resource_id = r.id "
    "WHERE r.source = 'embedded' AND r.status <> 'unsubscribed' AND r.charging <> 'pay-per-use' "
    "AND (t.first IS NULL OR t.first < r.start OR t.last <> r.expiry OR t.first > r.start AND NOT " METERED ")" },
  { "terms-orders", N_ ("A period of resource “%s” was bought by an order that was not paid, or has other amounts."),
    "SELECT count (*) FROM term",
    "SELECT r.key, o.key FROM term t JOIN resource r ON r.id = t.resource_id JOIN \"order\" o ON o.id = t.order_id "
    "LEFT JOIN line l ON l.order_id = t.order_id AND l.resource_id = t.resource_id "
    "WHERE r.source = 'embedded' AND (o.paid_at IS NULL OR o.account_id <> r.account_id OR l.id IS NULL "
    "OR l.due <> t.due OR l.official <> t.official OR l.cash <> t.cash OR l.credit <> t.credit OR l.flexi <> t.flexi "
    "OR l.card <> t.card OR l.voucher <> t.voucher)" },
  { "terms-refunded", N_ ("A period of resource “%s” is given back by no order, or by more than one, or still stands."),
    "SELECT count (*) FROM line WHERE term_id IS NOT NULL",
    "SELECT r.key FROM term t JOIN resource r ON r.id = t.resource_id LEFT JOIN (SELECT l.term_id, count (*) AS n "
    "FROM line l JOIN \"order\" o ON o.id = l.order_id WHERE l.term_id IS NOT NULL "
    "AND o.status IN ('refunding', 'completed') GROUP BY l.term_id) g ON g.term_id = t.id "
    "WHERE r.source = 'embedded' AND t.refunded <> coalesce (g.n, 0)" },
  { "parts", N_ ("Resource “%s” is bound to one of another account or state, or to a part."),
    "SELECT count (*) FROM resource WHERE main_id IS NOT NULL",
    "SELECT p.key, m.key FROM resource p JOIN resource m ON m.id = p.main_id "
    "WHERE p.account_id <> m.account_id OR m.main_id IS NOT NULL OR (p.status = 'active' AND m.status <> 'active')" },
  { "modes", N_ ("How resource “%s” is renewed contradicts itself."), "SELECT count (*) FROM resource",
    "SELECT key, mode FROM resource WHERE source = 'embedded' AND ((mode = 'auto') <> (auto_months IS NOT NULL) "
    "OR (mode = 'auto') <> (auto_left IS NOT NULL) OR auto_left < -1 OR auto_left = 0)" },
  { "open-orders", N_ ("Resource “%s” is held by an order that is finished, or not by the one that waits for it."),
    "SELECT count (*) FROM resource WHERE open_order_id IS NOT NULL",
    "SELECT r.key, o.key FROM resource r JOIN \"order\" o ON o.id = r.open_order_id WHERE o.status NOT IN " OPEN
    " OR o.account_id <> r.account_id "
    "UNION ALL SELECT r.key, o.key FROM \"order\" o JOIN line l ON l.order_id = o.id "
    "JOIN resource r ON r.id = l.resource_id "
    "WHERE o.status = 'unpaid' AND o.source = 'embedded' AND r.open_order_id IS NOT o.id" },
  { "events-orders", N_ ("Nothing will happen to order “%s” by itself, although it waits for its date."),
    "SELECT count (*) FROM event",
    "SELECT o.key, o.status FROM \"order\" o LEFT JOIN event e ON e.subject = o.id AND e.kind = CASE o.status "
    "WHEN 'unpaid' THEN 'lapse' WHEN 'confirmation' THEN 'lapse' WHEN 'refunding' THEN 'refund' ELSE 'deliver' END "
    "WHERE o.source = 'embedded' AND e.id IS NULL AND (o.status IN ('unpaid', 'refunding', 'confirmation') "
    "AND o.parent_id IS NULL "
    "OR o.status = 'processing' AND NOT o.composite)" },
  { "events-life", N_ ("Resource “%s” will not expire, freeze or be released exactly once."),
    "SELECT count (*) FROM resource WHERE status = 'active'",
    "SELECT r.key, count (e.id) FROM resource r LEFT JOIN event e ON e.subject = r.id "
    "AND e.kind IN ('expire', 'freeze', 'release') WHERE r.source = 'embedded' AND r.main_id IS NULL "
    "GROUP BY r.id HAVING count (e.id) <> (r.status = 'active' AND r.charging <> 'pay-per-use') OR (min (e.kind) = "
    "'expire' AND e.due <> r.expiry + "
    "1)" },
  { "events-renewal", N_ ("Resource “%s” will not be renewed, although it is set to be."),
    "SELECT count (*) FROM resource WHERE mode = 'auto'",
    "SELECT r.key, count (e.id) FROM resource r LEFT JOIN event e ON e.subject = r.id AND e.kind = 'auto-renew' "
    "WHERE r.source = 'embedded' AND r.main_id IS NULL GROUP BY r.id HAVING CASE "
    "WHEN r.status = 'active' AND r.mode = 'auto' THEN count (e.id) > 1 OR "
    "(count (e.id) = 0 AND r.expiry - 2 * 86400 > " SEEN ") "
    "ELSE count (e.id) > 0 END" },
  { "events-subjects", N_ ("A dated event (%s) is of something that is not there."), "SELECT count (*) FROM event",
    "SELECT e.kind, e.due FROM event e LEFT JOIN \"order\" o ON o.id = e.subject LEFT JOIN resource r "
    "ON r.id = e.subject LEFT JOIN account a ON a.id = e.subject "
    "WHERE CASE WHEN e.kind IN ('deliver', 'lapse', 'refund') THEN o.id IS NULL "
    "WHEN e.kind IN ('charge', 'arrears') THEN a.id IS NULL "
    "WHEN e.kind = 'coupon' THEN NOT EXISTS (SELECT 1 FROM coupon c WHERE c.id = e.subject) "
    "WHEN e.kind = 'code' THEN NOT EXISTS (SELECT 1 FROM code c WHERE c.id = e.subject) "
    "WHEN e.kind = 'link' THEN NOT EXISTS (SELECT 1 FROM link l WHERE l.id = e.subject) "
    "WHEN e.kind = 'export' THEN NOT EXISTS (SELECT 1 FROM export x WHERE x.id = e.subject) "
    "ELSE r.id IS NULL END" },
  { NULL },
};
