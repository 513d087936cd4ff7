/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ledger: what it says of itself, and of the instruments. */
#include "tenure-check-private.h"

#include <glib/gi18n-lib.h>

const TenureCheckRule tenure_check_ledger_rules[] = {
  { "entries-balance", N_ ("The postings of ledger entry %s do not sum to zero."), "SELECT count (*) FROM entry",
    "SELECT e.id || ', ' || e.kind, sum (p.amount) FROM posting p JOIN entry e ON e.id = p.entry_id "
    "GROUP BY e.id HAVING sum (p.amount) <> 0" },
  { "ledger-balances", N_ ("The balance of ledger account “%s” is not the sum of its postings."),
    "SELECT count (*) FROM posting",
    "SELECT l.name, l.balance || ' ≠ ' || coalesce (s.total, 0) FROM ledger l LEFT JOIN "
    "(SELECT ledger_id, sum (amount) AS total FROM posting GROUP BY ledger_id) s ON s.ledger_id = l.id "
    "WHERE l.balance <> coalesce (s.total, 0)" },
  { "customer-money", N_ ("The balance of “%s” lies below zero."), "SELECT count (*) FROM ledger",
    "SELECT name, balance FROM ledger WHERE balance < 0 "
    "AND (name GLOB 'cash/*' OR name GLOB 'refunding/*' OR name GLOB 'coupon/*')" },
  { "coupon-remaining", N_ ("What is left of coupon “%s” is not its balance in the ledger."),
    "SELECT count (*) FROM coupon WHERE kind <> 'discount'",
    "SELECT c.key, c.remaining || ' ≠ ' || coalesce (l.balance, 0) FROM coupon c "
    "LEFT JOIN ledger l ON l.name = 'coupon/' || c.key "
    "WHERE c.kind <> 'discount' AND c.remaining <> coalesce (l.balance, 0)" },
  { NULL },
};
