-- Tenure's tables, version 1. Instants are seconds UTC, days are days of UTC+8, money is an integer at 10^-8.
-- A column that a source may not know is NULL: unknown, never zero.

-- What the profile is: uuid, name, practice, level, policy (hash), created, machine, clock-offset, settled-until,
-- signed-in (key of the account at work; none: nobody is), restored, clean-exit, sequence. Values are canonical text.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE policy (hash TEXT PRIMARY KEY, name TEXT NOT NULL, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- Version of everything that a list or a figure can depend on; bumped by the transaction that touched it.
CREATE TABLE scope (name TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- Facts ----------------------------------------------------------------------------------------------------------
-- A Huawei Cloud account (华为云账号) and, once it was activated here, the zone account (专区账号) opened by it: one row,
-- since an account opens one only (首次开通).
CREATE TABLE account (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, -- account name, enterprise name (单位名称)
  kind TEXT NOT NULL DEFAULT 'enterprise' CHECK (kind IN ('enterprise', 'personal')),
  verified INTEGER NOT NULL DEFAULT 1, restricted INTEGER NOT NULL DEFAULT 0,
  opened INTEGER,                                             -- when it was activated; NULL: not yet
  user_name TEXT UNIQUE, phone TEXT UNIQUE, email TEXT UNIQUE, -- what one signs in with
  arrears_since INTEGER,                                      -- 欠费 since
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
  payable INTEGER,                                            -- since when it waits for payment; NULL: it never did
  official INTEGER, discount INTEGER, due INTEGER,
  cash INTEGER, credit INTEGER, flexi INTEGER, card INTEGER, voucher INTEGER,
  product TEXT NOT NULL DEFAULT '', search TEXT NOT NULL DEFAULT '', -- product types, and folded text to search
  -- Marks of the reviewer: promotion (促销), partner-paid (伙伴代付), special unsubscription (特殊退订) asked for, invoiced.
  promotion INTEGER NOT NULL DEFAULT 0, partner_paid INTEGER NOT NULL DEFAULT 0, special INTEGER NOT NULL DEFAULT 0,
  invoiced INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,                          -- lines that could not be delivered
  reason TEXT, verdict TEXT,                                  -- of an unsubscription; of its rejection by the staff
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
  -- 包年/包月, 按需 (has no expiry), 套餐包 (holds an amount, counted at 10^-8 of its unit).
  charging TEXT NOT NULL DEFAULT 'period' CHECK (charging IN ('period', 'pay-per-use', 'package')),
  capacity INTEGER, used INTEGER CHECK (used BETWEEN 0 AND capacity),
  charged_until INTEGER CHECK ((charged_until IS NULL) = (charging <> 'pay-per-use')), -- the full hour it is charged to
  start INTEGER NOT NULL, expiry INTEGER CHECK (expiry IS NOT NULL OR charging = 'pay-per-use'),
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
  voucher_id INTEGER REFERENCES coupon, refunded INTEGER NOT NULL DEFAULT 0,
  blocked TEXT CHECK (blocked IN ('changed', 'attached')) -- why this renewal period cannot be given back alone
) STRICT;

CREATE TABLE line (
  id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL REFERENCES "order", position INTEGER NOT NULL,
  resource_id INTEGER REFERENCES resource, name TEXT NOT NULL,
  offer TEXT NOT NULL, service TEXT NOT NULL, product TEXT NOT NULL, spec TEXT NOT NULL, region TEXT NOT NULL,
  amount INTEGER NOT NULL DEFAULT 0, details TEXT, -- canonical JSON of what the form asked besides
  main_position INTEGER, months INTEGER NOT NULL, extra_days INTEGER NOT NULL DEFAULT 0,
  old_expiry INTEGER, new_expiry INTEGER, official INTEGER, discount INTEGER, due INTEGER,
  cash INTEGER, credit INTEGER, flexi INTEGER, card INTEGER, voucher INTEGER,
  consumed INTEGER, fee INTEGER, refund_kind TEXT,
  lost INTEGER,                    -- of a refund: the share of instruments that had expired
  late INTEGER NOT NULL DEFAULT 0, -- the part of it that expired while the refund was on its way
  term_id INTEGER REFERENCES term,
  auto_renew INTEGER NOT NULL DEFAULT 0, auto_months INTEGER,
  charging TEXT NOT NULL DEFAULT 'period' CHECK (charging IN ('period', 'pay-per-use', 'package')),
  discount_id INTEGER REFERENCES discount, -- 商务折扣 or 促销折扣 that it was ordered with, unless a coupon took its place
  starts INTEGER,                          -- of a package: begins then, not when it is delivered
  failing INTEGER NOT NULL DEFAULT 0,      -- told to fail (practice)
  failed INTEGER NOT NULL DEFAULT 0,
  base_order_id INTEGER REFERENCES "order", -- of a refund without a term: the order whose failed line comes back
  UNIQUE (order_id, position)
) STRICT;

CREATE TABLE coupon (
  id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES account, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('voucher', 'discount', 'flexi', 'card')),
  face INTEGER, remaining INTEGER, permyriad INTEGER, threshold INTEGER NOT NULL DEFAULT 0, service TEXT,
  with_discount INTEGER NOT NULL DEFAULT 0, expiry INTEGER, used_order_id INTEGER REFERENCES "order",
  state TEXT NOT NULL DEFAULT 'usable' CHECK (state IN ('inactive', 'usable', 'reclaimed')), -- 未激活, 可用, 已回收
  order_type INTEGER, region TEXT,         -- limits, or NULL
  charging TEXT CHECK (charging IN ('period', 'pay-per-use', 'package')),
  granted INTEGER,
  lost INTEGER CHECK (lost >= 0),          -- what was left when it expired or was reclaimed; NULL: neither yet
  source TEXT NOT NULL, fetched_at INTEGER NOT NULL, generation INTEGER NOT NULL DEFAULT 0,
  CHECK (remaining >= 0 AND remaining <= face)
) STRICT;

-- What an unpaid order holds of an instrument chosen for it; the rest is free for others.
CREATE TABLE lock (
  order_id INTEGER NOT NULL REFERENCES "order", coupon_id INTEGER NOT NULL REFERENCES coupon,
  amount INTEGER NOT NULL CHECK (amount >= 0), PRIMARY KEY (order_id, coupon_id)
) STRICT, WITHOUT ROWID;
-- Discounts that the account has besides coupons: 商务折扣, 促销折扣.
CREATE TABLE discount (
  id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES account, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('commercial', 'promotion')),
  permyriad INTEGER NOT NULL CHECK (permyriad BETWEEN 1 AND 9999), service TEXT, expiry INTEGER,
  no_refund INTEGER NOT NULL DEFAULT 0, granted INTEGER NOT NULL, ended INTEGER
) STRICT;
-- What the platform's staff changed of the catalogue.
CREATE TABLE offer (key TEXT PRIMARY KEY, withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1))) STRICT, WITHOUT ROWID;
-- Bill rows (账单): what was bought or used, and how it was paid. official = discount + erased + channels + debt; what
-- comes back is negative. Of an order there is one row; of use one a resource and run of hours, from start to end.
CREATE TABLE bill (
  id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES account, resource_id INTEGER REFERENCES resource,
  order_id INTEGER REFERENCES "order", type INTEGER NOT NULL, -- rules 11: 1 new, 2 renewal, 4 unsubscription, 5 use …
  at INTEGER NOT NULL, start INTEGER, "end" INTEGER, hours INTEGER,
  use INTEGER, covered INTEGER,                               -- at 10^-8 of the unit; covered by packages
  official INTEGER NOT NULL, discount INTEGER NOT NULL DEFAULT 0, erased INTEGER NOT NULL DEFAULT 0,
  cash INTEGER NOT NULL DEFAULT 0, credit INTEGER NOT NULL DEFAULT 0, flexi INTEGER NOT NULL DEFAULT 0,
  card INTEGER NOT NULL DEFAULT 0, voucher INTEGER NOT NULL DEFAULT 0, debt INTEGER NOT NULL DEFAULT 0,
  entry_id INTEGER REFERENCES entry,
  CHECK (official = discount + erased + cash + credit + flexi + card + voucher + debt),
  CHECK ((type = 5) = (hours IS NOT NULL) AND "end" - start = 3600 * hours)
) STRICT;
-- What a bill row drew on a package, at 10^-8 of its unit.
CREATE TABLE draw (
  bill_id INTEGER NOT NULL REFERENCES bill, package_id INTEGER NOT NULL REFERENCES resource,
  amount INTEGER NOT NULL CHECK (amount > 0), PRIMARY KEY (bill_id, package_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE annotation (
  kind TEXT NOT NULL, key TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (kind, key, field)
) STRICT, WITHOUT ROWID;

-- Engine ---------------------------------------------------------------------------------------------------------
-- Double entry: every entry's postings sum to zero. Ledger accounts: cash/K, refunding/K (customer K's money),
-- coupon/C (what is left of an instrument), arrears/K (what K owes, at or below zero), outside, issued, revenue.
CREATE TABLE entry (
  id INTEGER PRIMARY KEY, at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN (
    'top-up', 'payment', 'refund', 'return', 'grant', 'expiry', 'charge', 'reclaim')),
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
-- What will fall due. Played once, in the order of the index event_next.
CREATE TABLE event (
  id INTEGER PRIMARY KEY, due INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN (
    'deliver', 'lapse', 'auto-renew', 'expire', 'freeze', 'release', 'refund', 'start', 'charge', 'arrears', 'coupon',
    'link', 'code', 'export')),
  subject INTEGER NOT NULL, -- id of an order, resource, account, coupon, link, code, export, by kind
  UNIQUE (due, kind, subject)
) STRICT;

-- Registration, sign-in ----------------------------------------------------------------------------------------------
-- An application for a zone account (开通申请); corrected and sent again it stays the same row.
CREATE TABLE application (
  id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL UNIQUE REFERENCES account, key TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('submitted', 'approved', 'rejected', 'activated')),
  unit TEXT NOT NULL, unit_kind TEXT NOT NULL CHECK (unit_kind IN ('government', 'institution', 'other')),
  applicant TEXT NOT NULL, phone TEXT NOT NULL, email TEXT NOT NULL, needs TEXT NOT NULL,
  manager TEXT, manager_phone TEXT, user_name TEXT NOT NULL UNIQUE,
  submitted INTEGER NOT NULL, decided INTEGER, reason TEXT
) STRICT;
-- Argon2id; and how often it was missed since the last success.
CREATE TABLE credential (
  account_id INTEGER PRIMARY KEY REFERENCES account, hash TEXT, set_at INTEGER,
  misses INTEGER NOT NULL DEFAULT 0, missed_at INTEGER
) STRICT;
-- Wrong passwords for what nobody signs in with: told apart from an account's by nothing.
CREATE TABLE miss (login TEXT PRIMARY KEY, misses INTEGER NOT NULL, missed_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
-- SMS codes (短信验证码): bound to a phone and a purpose; what was sent is a hash here and lies in the outbox alone.
-- login: of a forgotten password, what was typed; phone NULL where that is nobody's, and nothing was sent.
CREATE TABLE code (
  id INTEGER PRIMARY KEY, phone TEXT, login TEXT, purpose TEXT NOT NULL CHECK (purpose IN ('register', 'reset')),
  hash TEXT, sent INTEGER NOT NULL, expiry INTEGER NOT NULL, misses INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL CHECK (state IN ('live', 'used', 'void', 'expired')), message_id INTEGER REFERENCES message
) STRICT;
CREATE INDEX code_phone ON code (phone, sent);
CREATE INDEX code_login ON code (login, sent) WHERE login IS NOT NULL;
-- Links to set a password: the public part is its key, the secret part is a hash here.
CREATE TABLE link (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, account_id INTEGER NOT NULL REFERENCES account,
  purpose TEXT NOT NULL CHECK (purpose IN ('activate', 'reset')), hash TEXT, sent INTEGER NOT NULL,
  expiry INTEGER NOT NULL, state TEXT NOT NULL CHECK (state IN ('live', 'used', 'replaced', 'expired')),
  message_id INTEGER REFERENCES message
) STRICT;
CREATE INDEX link_account ON link (account_id);
-- The outbox (发件箱): mails and SMS, worded when they are looked at. `secret` (code, link) until used or expired.
CREATE TABLE message (
  id INTEGER PRIMARY KEY, account_id INTEGER REFERENCES account, at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('mail', 'sms')), address TEXT NOT NULL, template TEXT NOT NULL,
  arguments TEXT NOT NULL, -- canonical JSON object of texts
  secret TEXT
) STRICT;
CREATE INDEX message_at ON message (at, id);

-- Exports (导出记录): gone with their expiry. Only the record; the file lies where it was saved.
CREATE TABLE export (
  id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES account, key TEXT NOT NULL UNIQUE,
  what TEXT NOT NULL CHECK (what IN ('orders', 'unpaid', 'renewal-list', 'price-list')),
  format TEXT NOT NULL CHECK (format IN ('csv', 'xlsx')),
  encoding TEXT NOT NULL CHECK (encoding IN ('utf-8-bom', 'utf-8', 'gb18030')), question TEXT NOT NULL, -- JSON
  state TEXT NOT NULL CHECK (state IN ('requested', 'making', 'ready', 'failed')),
  requested INTEGER NOT NULL, finished INTEGER, expiry INTEGER NOT NULL, rows INTEGER, left_out INTEGER,
  path TEXT, reason TEXT
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
