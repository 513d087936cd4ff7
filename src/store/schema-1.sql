-- Tenure's tables, version 1. Instants are seconds UTC, days are days of UTC+8, money is an integer at 10^-8.
-- A column that a source may not know is NULL: unknown, never zero.

-- What the profile is: uuid, name, practice, level, policy (hash), created, machine, clock-offset, settled-until,
-- restored, clean-exit, sequence. Values are canonical text.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE policy (hash TEXT PRIMARY KEY, name TEXT NOT NULL, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- Version of everything that a list or a figure can depend on; bumped by the transaction that touched it.
CREATE TABLE scope (name TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- Facts ----------------------------------------------------------------------------------------------------------
CREATE TABLE account (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  unified_day INTEGER CHECK (unified_day = -1 OR unified_day BETWEEN 1 AND 28),
  lead_days INTEGER CHECK (lead_days BETWEEN 0 AND 7),
  freeze TEXT NOT NULL DEFAULT 'none' CHECK (freeze IN ('none', 'arrears', 'violation', 'police')),
  source TEXT NOT NULL, fetched_at INTEGER NOT NULL, generation INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE "order" (
  id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES account, key TEXT NOT NULL UNIQUE,
  parent_id INTEGER REFERENCES "order", composite INTEGER NOT NULL DEFAULT 0 CHECK (composite IN (0, 1)),
  type INTEGER NOT NULL, source_type INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (
    status IN ('unpaid', 'review', 'refunding', 'processing', 'completed', 'cancelled', 'confirmation')),
  created INTEGER NOT NULL, paid_at INTEGER, finished INTEGER, deadline INTEGER,
  official INTEGER, discount INTEGER, due INTEGER,
  cash INTEGER, credit INTEGER, flexi INTEGER, card INTEGER, voucher INTEGER,
  product TEXT NOT NULL DEFAULT '', search TEXT NOT NULL DEFAULT '', -- product types, and folded text to search
  actor TEXT NOT NULL, payer TEXT, command_id TEXT, policy_hash TEXT REFERENCES policy,
  source TEXT NOT NULL, fetched_at INTEGER NOT NULL, generation INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE resource (
  id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES account, key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL, name_key BLOB NOT NULL, -- collation key of the name
  offer TEXT NOT NULL, service TEXT NOT NULL, product TEXT NOT NULL, spec TEXT NOT NULL, region TEXT NOT NULL,
  amount INTEGER NOT NULL DEFAULT 0,          -- Mbit/s or GiB
  main_id INTEGER REFERENCES resource,
  mode TEXT NOT NULL CHECK (mode IN ('manual', 'auto', 'to-pay-per-use', 'no-renewal')),
  auto_months INTEGER, auto_left INTEGER, auto_since INTEGER,
  anchor INTEGER NOT NULL CHECK (anchor BETWEEN 1 AND 31),
  start INTEGER NOT NULL, expiry INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('active', 'unsubscribed', 'released')),
  freeze TEXT NOT NULL DEFAULT 'none' CHECK (freeze IN ('none', 'arrears', 'violation', 'police')),
  open_order_id INTEGER REFERENCES "order",   -- the order not yet paid or in process
  order_id INTEGER REFERENCES "order",        -- order that opened it
  five_day_excluded INTEGER NOT NULL DEFAULT 0, withdrawn INTEGER NOT NULL DEFAULT 0,
  search TEXT NOT NULL,
  source TEXT NOT NULL, fetched_at INTEGER NOT NULL, generation INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE term (
  id INTEGER PRIMARY KEY, resource_id INTEGER NOT NULL REFERENCES resource,
  order_id INTEGER NOT NULL REFERENCES "order",
  kind TEXT NOT NULL CHECK (kind IN ('new', 'renewal', 'change')),
  start INTEGER NOT NULL, "end" INTEGER NOT NULL CHECK ("end" >= start),
  months INTEGER NOT NULL, extra_days INTEGER NOT NULL DEFAULT 0,
  official INTEGER, due INTEGER, cash INTEGER, credit INTEGER, flexi INTEGER, card INTEGER, voucher INTEGER,
  voucher_id INTEGER REFERENCES coupon, refunded INTEGER NOT NULL DEFAULT 0, blocked INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE line (
  id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL REFERENCES "order", position INTEGER NOT NULL,
  resource_id INTEGER REFERENCES resource, name TEXT NOT NULL,
  offer TEXT NOT NULL, service TEXT NOT NULL, product TEXT NOT NULL, spec TEXT NOT NULL, region TEXT NOT NULL,
  amount INTEGER NOT NULL DEFAULT 0, details TEXT, -- canonical JSON of what the form asked besides
  main_position INTEGER, months INTEGER NOT NULL, extra_days INTEGER NOT NULL DEFAULT 0,
  old_expiry INTEGER, new_expiry INTEGER, official INTEGER, discount INTEGER, due INTEGER,
  cash INTEGER, credit INTEGER, flexi INTEGER, card INTEGER, voucher INTEGER,
  consumed INTEGER, fee INTEGER, refund_kind TEXT, term_id INTEGER REFERENCES term,
  auto_renew INTEGER NOT NULL DEFAULT 0, auto_months INTEGER,
  UNIQUE (order_id, position)
) STRICT;

CREATE TABLE coupon (
  id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES account, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('voucher', 'discount', 'flexi', 'card')),
  face INTEGER, remaining INTEGER, permyriad INTEGER, threshold INTEGER NOT NULL DEFAULT 0, service TEXT,
  with_discount INTEGER NOT NULL DEFAULT 0, expiry INTEGER, used_order_id INTEGER REFERENCES "order",
  source TEXT NOT NULL, fetched_at INTEGER NOT NULL, generation INTEGER NOT NULL DEFAULT 0,
  CHECK (remaining >= 0 AND remaining <= face)
) STRICT;

CREATE TABLE annotation (
  kind TEXT NOT NULL, key TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (kind, key, field)
) STRICT, WITHOUT ROWID;

-- Engine ---------------------------------------------------------------------------------------------------------
-- Double entry: every entry's postings sum to zero. Ledger accounts: cash/K, refunding/K (customer K's money),
-- coupon/C (what is left of an instrument), outside, issued, revenue.
CREATE TABLE entry (
  id INTEGER PRIMARY KEY, at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('top-up', 'payment', 'refund', 'return', 'grant', 'expiry')),
  order_id INTEGER REFERENCES "order", command_id TEXT, policy_hash TEXT REFERENCES policy
) STRICT;
CREATE TABLE ledger (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, balance INTEGER NOT NULL) STRICT;
CREATE TABLE posting (
  entry_id INTEGER NOT NULL REFERENCES entry, ledger_id INTEGER NOT NULL REFERENCES ledger, amount INTEGER NOT NULL,
  PRIMARY KEY (entry_id, ledger_id)
) STRICT, WITHOUT ROWID;
-- Five-day unsubscriptions by account and calendar year (UTC+8).
CREATE TABLE quota (
  account_id INTEGER NOT NULL REFERENCES account, year INTEGER NOT NULL, used INTEGER NOT NULL CHECK (used >= 0),
  PRIMARY KEY (account_id, year)
) STRICT, WITHOUT ROWID;
-- What will fall due. Played once, in order of (due, id).
CREATE TABLE event (
  id INTEGER PRIMARY KEY, due INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('deliver', 'lapse', 'auto-renew', 'expire', 'freeze', 'release', 'refund')),
  subject INTEGER NOT NULL, -- order id or resource id, by kind
  UNIQUE (due, kind, subject)
) STRICT;

-- What is to be done, what is being sent, what happened ------------------------------------------------------------
CREATE TABLE command (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL, -- canonical JSON
  actor TEXT NOT NULL, account_id INTEGER REFERENCES account, plan_digest TEXT NOT NULL, policy_hash TEXT NOT NULL,
  applied_at INTEGER NOT NULL, plan TEXT NOT NULL, orders TEXT NOT NULL                -- the first outcome, as JSON
) STRICT, WITHOUT ROWID;
CREATE TABLE step (
  id INTEGER PRIMARY KEY, command_id TEXT, -- NULL: the system's own (a dated event)
  position INTEGER NOT NULL, effect TEXT NOT NULL, obligation TEXT,
  state TEXT NOT NULL CHECK (state IN ('intent', 'sent', 'done', 'refused', 'unknown', 'withdrawn')),
  changed_at INTEGER NOT NULL
) STRICT;
-- renew/ACCOUNT/RESOURCE/OLD-EXPIRY, pay/ORDER, unsubscribe/RESOURCE/TERM: unique while the step stands.
CREATE UNIQUE INDEX step_obligation ON step (obligation)
  WHERE obligation IS NOT NULL AND state NOT IN ('refused', 'withdrawn');
CREATE INDEX step_command ON step (command_id);
CREATE TABLE journal (
  id INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, account TEXT, kind TEXT NOT NULL,
  subject TEXT, body TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE (ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE (ABORT, 'the journal is append-only'); END;
CREATE TRIGGER command_no_update BEFORE UPDATE ON command BEGIN SELECT RAISE (ABORT, 'commands are immutable'); END;
CREATE TRIGGER command_no_delete BEFORE DELETE ON command BEGIN SELECT RAISE (ABORT, 'commands are immutable'); END;
