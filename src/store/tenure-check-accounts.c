/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Applications, passwords, codes and links: and that nothing which opens anything outlives its use. */
#include "tenure-check-private.h"

#include <glib/gi18n-lib.h>

const TenureCheckRule tenure_check_account_rules[] = {
  { "accounts-names", N_ ("Account “%s” is open without a name to sign in with, or has one and is not open."),
    "SELECT count (*) FROM account",
    "SELECT key FROM account WHERE source = 'embedded' AND ((opened IS NOT NULL) <> (user_name IS NOT NULL) OR"
    " (opened IS NOT NULL) <> (phone IS NOT NULL) OR (opened IS NOT NULL) <> (email IS NOT NULL))" },
  { "applications", N_ ("Application “%s” does not fit its account, or its decision."),
    "SELECT count (*) FROM application",
    "SELECT p.key FROM application p JOIN account a ON a.id = p.account_id"
    " WHERE (p.state = 'activated') <> (a.opened IS NOT NULL)"
    " OR (p.state = 'submitted') <> (p.decided IS NULL) OR (p.state = 'rejected') <> (p.reason IS NOT NULL)"
    " OR p.user_name <> a.key || '.govcloud'"
    " OR p.state = 'activated' AND (p.user_name, p.phone, p.email) IS NOT (a.user_name, a.phone, a.email)" },
  { "credentials", N_ ("Account “%s” has a password and is not open, or counts misses wrongly."),
    "SELECT count (*) FROM credential",
    "SELECT a.key FROM credential c JOIN account a ON a.id = c.account_id WHERE c.hash IS NOT NULL AND"
    " (a.opened IS NULL OR c.set_at IS NULL OR c.hash NOT LIKE '$argon2id$%') OR (c.misses > 0) <> (c.missed_at IS NOT "
    "NULL)" },
  { "codes-secret", N_ ("Code %s is over and its secret is still there, or it is live and cannot be used."),
    "SELECT count (*) FROM code",
    "SELECT c.id FROM code c LEFT JOIN message m ON m.id = c.message_id"
    " WHERE (c.state = 'live') <> (c.hash IS NOT NULL) OR (c.state = 'live') <> (m.secret IS NOT NULL)"
    " OR (c.state = 'live') <> EXISTS (SELECT 1 FROM event e WHERE e.kind = 'code' AND e.subject = c.id)" },
  { "codes-single", N_ ("Phone “%s” has more than one live code for one purpose."), "SELECT count (*) FROM code",
    "SELECT phone FROM code WHERE state = 'live' GROUP BY phone, purpose HAVING count (*) > 1" },
  { "links-secret", N_ ("Link “%s” is over and its secret is still there, or it is live and cannot be used."),
    "SELECT count (*) FROM link",
    "SELECT l.key FROM link l LEFT JOIN message m ON m.id = l.message_id"
    " WHERE (l.state = 'live') <> (l.hash IS NOT NULL) OR (l.state = 'live') <> (m.secret IS NOT NULL)"
    " OR (l.state = 'live') <> EXISTS (SELECT 1 FROM event e WHERE e.kind = 'link' AND e.subject = l.id)" },
  { "links-single", N_ ("Account “%s” has more than one live link."), "SELECT count (*) FROM link",
    "SELECT a.key FROM link l JOIN account a ON a.id = l.account_id WHERE l.state = 'live' GROUP BY a.key"
    " HAVING count (*) > 1" },
  { "messages-secret", N_ ("Message %s holds a secret that belongs to no live code or link."),
    "SELECT count (*) FROM message",
    "SELECT m.id FROM message m WHERE m.secret IS NOT NULL"
    " AND NOT EXISTS (SELECT 1 FROM code c WHERE c.message_id = m.id AND c.state = 'live')"
    " AND NOT EXISTS (SELECT 1 FROM link l WHERE l.message_id = m.id AND l.state = 'live')" },
  { "signed-in", N_ ("“%s” is signed in and is no open account."), "SELECT count (*) FROM meta WHERE key = 'signed-in'",
    "SELECT value FROM meta m WHERE key = 'signed-in'"
    " AND NOT EXISTS (SELECT 1 FROM account a WHERE a.key = m.value AND a.opened IS NOT NULL)" },
  { NULL },
};
