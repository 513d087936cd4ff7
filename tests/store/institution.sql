-- A small sound institution: account acme with orders of every kind that a check looks at.
-- Amounts are small on purpose; E1 = 1717257599 is 2024-06-01 23:59:59 China time, E2 = 1719849599 a month later.
INSERT INTO account (id, key, name, source, fetched_at) VALUES (1, 'acme', 'Acme', 'embedded', 0);
INSERT INTO coupon (id, account_id, key, name, kind, face, remaining, source, fetched_at) VALUES
  (1, 1, 'V1', 'Voucher', 'voucher', 50, 30, 'embedded', 0),
  (2, 1, 'V2', 'Voucher', 'voucher', 50, 50, 'embedded', 0),
  (3, 1, 'D1', 'Discount', 'discount', NULL, NULL, 'embedded', 0);

INSERT INTO "order" (id, account_id, key, parent_id, composite, type, source_type, status, created, paid_at, finished,
  deadline, official, discount, due, cash, credit, flexi, card, voucher, actor, command_id, source, fetched_at) VALUES
  (1, 1, 'N1', NULL, 0, 1, 1, 'completed', 1714536000, 1714536010, 1714536014, 1715140800,
   110, 10, 100, 80, 0, 0, 0, 20, 'me', 'c1', 'embedded', 0),
  (2, 1, 'R1', NULL, 0, 2, 1, 'completed', 1714536100, 1714536110, 1714536110, 1715140900,
   84, 0, 84, 84, 0, 0, 0, 0, 'me', 'c2', 'embedded', 0),
  (3, 1, 'U1', NULL, 1, 2, 1, 'unpaid', 1714536200, NULL, NULL, 1715141000,
   140, 0, 140, 0, 0, 0, 0, 0, 'me', 'c3', 'embedded', 0),
  (4, 1, 'U2', 3, 0, 2, 1, 'unpaid', 1714536200, NULL, NULL, 1715141000,
   70, 0, 70, 0, 0, 0, 0, 0, 'me', 'c3', 'embedded', 0),
  (5, 1, 'U3', 3, 0, 2, 1, 'unpaid', 1714536200, NULL, NULL, 1715141000,
   70, 0, 70, 0, 0, 0, 0, 0, 'me', 'c3', 'embedded', 0),
  (6, 1, 'N2', NULL, 0, 1, 1, 'completed', 1714536000, 1714536010, 1714536014, 1715140800,
   280, 0, 280, 280, 0, 0, 0, 0, 'me', NULL, 'embedded', 0),
  (7, 1, 'X1', NULL, 0, 4, 1, 'completed', 1714537000, NULL, 1714623400, NULL,
   70, 0, 70, 70, 0, 0, 0, 0, 'me', NULL, 'embedded', 0),
  (9, 1, 'X2', NULL, 0, 4, 1, 'refunding', 1714537000, NULL, NULL, NULL,
   40, 0, 40, 40, 0, 0, 0, 0, 'me', NULL, 'embedded', 0),
  (11, 1, 'N5', NULL, 0, 1, 1, 'processing', 1714537000, 1714537001, NULL, 1715141800,
   70, 0, 70, 70, 0, 0, 0, 0, 'me', NULL, 'embedded', 0),
  (12, 1, 'C1', NULL, 0, 1, 1, 'cancelled', 1714537000, NULL, 1714537100, 1715141800,
   70, 0, 70, 0, 0, 0, 0, 0, 'me', NULL, 'embedded', 0);

INSERT INTO resource (id, account_id, key, name, name_key, offer, service, product, spec, region, main_id, mode,
  auto_months, auto_left, auto_since, anchor, start, expiry, status, open_order_id, search, source, fetched_at) VALUES
  (1, 1, 'r1', 'a', x'61', 'ecs', 'ECS', 'ECS', 's', 'n', NULL, 'manual', NULL, NULL, NULL, 1, 1714536014, 1719849599,
   'active', NULL, 'r1', 'embedded', 0),
  (2, 1, 'r2', 'b', x'62', 'evs', 'EVS', 'EVS', 's', 'n', 1, 'manual', NULL, NULL, NULL, 1, 1714536014, 1719849599,
   'active', NULL, 'r2', 'embedded', 0),
  (3, 1, 'r3', 'c', x'63', 'eip', 'EIP', 'EIP', 's', 'n', NULL, 'auto', 1, -1, 1714536014, 1, 1714536014, 1717257599,
   'active', 4, 'r3', 'embedded', 0),
  (4, 1, 'r4', 'd', x'64', 'eip', 'EIP', 'EIP', 's', 'n', NULL, 'manual', NULL, NULL, NULL, 1, 1714536014, 1717257599,
   'active', 5, 'r4', 'embedded', 0),
  (5, 1, 'r5', 'e', x'65', 'eip', 'EIP', 'EIP', 's', 'n', NULL, 'manual', NULL, NULL, NULL, 1, 1714536014, 1717257599,
   'unsubscribed', NULL, 'r5', 'embedded', 0),
  (6, 1, 'r6', 'f', x'66', 'eip', 'EIP', 'EIP', 's', 'n', NULL, 'manual', NULL, NULL, NULL, 1, 1714536014, 1717257599,
   'unsubscribed', NULL, 'r6', 'embedded', 0);

INSERT INTO term (id, resource_id, order_id, kind, start, "end", months, official, due, cash, credit, flexi, card,
  voucher, voucher_id, refunded) VALUES
  (1, 1, 1, 'new', 1714536014, 1717257599, 1, 77, 70, 50, 0, 0, 0, 20, 1, 0),
  (2, 2, 1, 'new', 1714536014, 1717257599, 1, 33, 30, 30, 0, 0, 0, 0, NULL, 0),
  (3, 1, 2, 'renewal', 1717257599, 1719849599, 1, 60, 60, 60, 0, 0, 0, 0, NULL, 0),
  (4, 2, 2, 'renewal', 1717257599, 1719849599, 1, 24, 24, 24, 0, 0, 0, 0, NULL, 0),
  (5, 3, 6, 'new', 1714536014, 1717257599, 1, 70, 70, 70, 0, 0, 0, 0, NULL, 0),
  (6, 4, 6, 'new', 1714536014, 1717257599, 1, 70, 70, 70, 0, 0, 0, 0, NULL, 0),
  (7, 5, 6, 'new', 1714536014, 1717257599, 1, 70, 70, 70, 0, 0, 0, 0, NULL, 1),
  (8, 6, 6, 'new', 1714536014, 1717257599, 1, 70, 70, 70, 0, 0, 0, 0, NULL, 1);

INSERT INTO line (order_id, position, resource_id, name, offer, service, product, spec, region, main_position, months,
  old_expiry, new_expiry, official, discount, due, cash, credit, flexi, card, voucher, consumed, fee, refund_kind,
  term_id) VALUES
  (1, 0, 1, 'a', 'ecs', 'ECS', 'ECS', 's', 'n', NULL, 1, NULL, NULL, 77, 7, 70, 50, 0, 0, 0, 20,
   NULL, NULL, NULL, NULL),
  (1, 1, 2, 'b', 'evs', 'EVS', 'EVS', 's', 'n', 0, 1, NULL, NULL, 33, 3, 30, 30, 0, 0, 0, 0, NULL, NULL, NULL, NULL),
  (2, 0, 1, 'a', 'ecs', 'ECS', 'ECS', 's', 'n', NULL, 1, 1717257599, 1719849599, 60, 0, 60, 60, 0, 0, 0, 0,
   NULL, NULL, NULL, NULL),
  (2, 1, 2, 'b', 'evs', 'EVS', 'EVS', 's', 'n', 0, 1, 1717257599, 1719849599, 24, 0, 24, 24, 0, 0, 0, 0,
   NULL, NULL, NULL, NULL),
  (4, 0, 3, 'c', 'eip', 'EIP', 'EIP', 's', 'n', NULL, 1, 1717257599, 1719849599, 70, 0, 70, 0, 0, 0, 0, 0,
   NULL, NULL, NULL, NULL),
  (5, 0, 4, 'd', 'eip', 'EIP', 'EIP', 's', 'n', NULL, 1, 1717257599, 1719849599, 70, 0, 70, 0, 0, 0, 0, 0,
   NULL, NULL, NULL, NULL),
  (6, 0, 3, 'c', 'eip', 'EIP', 'EIP', 's', 'n', NULL, 1, NULL, NULL, 70, 0, 70, 70, 0, 0, 0, 0, NULL, NULL, NULL, NULL),
  (6, 1, 4, 'd', 'eip', 'EIP', 'EIP', 's', 'n', NULL, 1, NULL, NULL, 70, 0, 70, 70, 0, 0, 0, 0, NULL, NULL, NULL, NULL),
  (6, 2, 5, 'e', 'eip', 'EIP', 'EIP', 's', 'n', NULL, 1, NULL, NULL, 70, 0, 70, 70, 0, 0, 0, 0, NULL, NULL, NULL, NULL),
  (6, 3, 6, 'f', 'eip', 'EIP', 'EIP', 's', 'n', NULL, 1, NULL, NULL, 70, 0, 70, 70, 0, 0, 0, 0, NULL, NULL, NULL, NULL),
  (7, 0, 5, 'e', 'eip', 'EIP', 'EIP', 's', 'n', NULL, 1, 1717257599, NULL, 70, 0, 70, 70, 0, 0, 0, 0,
   0, 0, 'five-day', 7),
  (9, 0, 6, 'f', 'eip', 'EIP', 'EIP', 's', 'n', NULL, 1, 1717257599, NULL, 40, 0, 40, 40, 0, 0, 0, 0,
   23, 7, 'conditional', 8),
  (11, 0, NULL, 'g', 'eip', 'EIP', 'EIP', 's', 'n', NULL, 1, NULL, NULL, 70, 0, 70, 70, 0, 0, 0, 0,
   NULL, NULL, NULL, NULL),
  (12, 0, NULL, 'h', 'eip', 'EIP', 'EIP', 's', 'n', NULL, 1, NULL, NULL, 70, 0, 70, 0, 0, 0, 0, 0,
   NULL, NULL, NULL, NULL);

INSERT INTO quota (account_id, year, used) VALUES (1, 2024, 1);
INSERT INTO event (due, kind, subject) VALUES
  (1715141000, 'lapse', 3), (1714796200, 'refund', 9), (1714537005, 'deliver', 11),
  (1719849600, 'expire', 1), (1717257600, 'expire', 3), (1717257600, 'expire', 4),
  (1716663600, 'auto-renew', 3);
-- Registration: "acme" is open and signed in, "hw_new" is approved and has a live link, "hw_old" is turned down; a live
-- code and one that is over.
UPDATE account SET opened = 0, user_name = 'acme.govcloud', phone = '13900000001', email = 'acme@acme.example'
  WHERE key = 'acme';
INSERT INTO account (id, key, name, source, fetched_at) VALUES
  (71, 'hw_new', 'New', 'embedded', 1714521600), (72, 'hw_old', 'Old', 'embedded', 1714521600);
INSERT INTO application (id, account_id, key, state, unit, unit_kind, applicant, phone, email, needs, user_name,
  submitted, decided, reason) VALUES
  (1, 71, 'hw_new.govcloud', 'approved', 'New', 'other', 'Wang', '13900000002', 'new@new.example', 'ECS',
   'hw_new.govcloud', 1714521600, 1714521600, NULL),
  (2, 72, 'hw_old.govcloud', 'rejected', 'Old', 'other', 'Li', '13900000003', 'old@old.example', 'ECS',
   'hw_old.govcloud', 1714521600, 1714521600, 'no');
INSERT INTO credential (account_id, hash, set_at) SELECT id, '$argon2id$x', 1714521600 FROM account WHERE key = 'acme';
INSERT INTO message (id, account_id, at, kind, address, template, arguments, secret) VALUES
  (1, NULL, 1714521600, 'sms', '13900000004', 'code.register', '{}', '123456'),
  (2, NULL, 1714521600, 'sms', '13900000005', 'code.register', '{}', NULL),
  (3, 71, 1714521600, 'mail', 'new@new.example', 'application.activate', '{}', 'part');
INSERT INTO code (id, phone, purpose, hash, sent, expiry, state, message_id) VALUES
  (1, '13900000004', 'register', 'h', 1714521600, 1717200000, 'live', 1),
  (2, '13900000005', 'register', NULL, 1714521600, 1714522200, 'used', 2);
INSERT INTO link (id, key, account_id, purpose, hash, sent, expiry, state, message_id) VALUES
  (1, 'LINK1', 71, 'activate', 'h', 1714521600, 1717200000, 'live', 3);
INSERT INTO event (due, kind, subject) VALUES (1717200000, 'code', 1), (1717200000, 'link', 1);
INSERT INTO meta (key, value) VALUES ('signed-in', 'acme');
