-- Indexes for the lists and for records by key, version 1.
-- A list walks the index of its sort: the sorted column, the id to make the order total, and then whatever a filter
-- looks at, so that the walk reads nothing else. tenure-lists-sql.c names them (INDEXED BY): one that is missing is
-- an error there, never a slow list.
CREATE INDEX order_created ON "order" (created, id, account_id, status, type) WHERE parent_id IS NULL;
CREATE INDEX order_key ON "order" (key, id, account_id, status, type, created) WHERE parent_id IS NULL;
CREATE INDEX order_product ON "order" (product, id, account_id, status, type, created) WHERE parent_id IS NULL;
CREATE INDEX order_status ON "order" (status, created, id, account_id, type) WHERE parent_id IS NULL;
CREATE INDEX order_official ON "order" (official, id, account_id, status, type, created) WHERE parent_id IS NULL;
CREATE INDEX order_parent ON "order" (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX line_resource ON line (resource_id) WHERE resource_id IS NOT NULL;

-- Main resources that are not gone: the renewal tabs and the lists of what can be given back.
CREATE INDEX main_tab ON resource (mode, expiry, id, account_id, open_order_id)
  WHERE status = 'active' AND main_id IS NULL AND charging <> 'pay-per-use';
CREATE INDEX main_expiry ON resource (expiry, id, account_id, mode, open_order_id)
  WHERE status = 'active' AND main_id IS NULL AND charging <> 'pay-per-use';
CREATE INDEX main_key ON resource (key, id, account_id, mode, expiry, open_order_id)
  WHERE status = 'active' AND main_id IS NULL AND charging <> 'pay-per-use';
CREATE INDEX main_name ON resource (name_key, id, account_id, mode, expiry, open_order_id)
  WHERE status = 'active' AND main_id IS NULL AND charging <> 'pay-per-use';
CREATE INDEX main_product ON resource (product, id, account_id, mode, expiry, open_order_id)
  WHERE status = 'active' AND main_id IS NULL AND charging <> 'pay-per-use';
CREATE INDEX main_region ON resource (region, id, account_id, mode, expiry, open_order_id)
  WHERE status = 'active' AND main_id IS NULL AND charging <> 'pay-per-use';
CREATE INDEX main_start ON resource (start, id, account_id, mode, expiry, open_order_id)
  WHERE status = 'active' AND main_id IS NULL AND charging <> 'pay-per-use';
CREATE INDEX resource_expiry ON resource (expiry, id, account_id, status, mode, open_order_id);
-- What filters offer: tenure_lists_values jumps from one combination to the next.
CREATE INDEX resource_values ON resource (service, product, region);
CREATE INDEX line_values ON line (service, product, region);
CREATE INDEX resource_main ON resource (main_id) WHERE main_id IS NOT NULL;
CREATE INDEX term_resource ON term (resource_id, start);
CREATE INDEX term_renewal ON term (start, resource_id) WHERE kind = 'renewal' AND refunded = 0;

-- What comes next: at the same moment in the order in which the kinds stand here.
CREATE INDEX event_next ON event (
  due, instr ('deliver lapse charge start auto-renew expire freeze arrears release refund coupon export link code',
              kind), id);
CREATE INDEX event_charge ON event (subject) WHERE kind = 'charge';
-- What is scheduled for one order or resource; what paid for one order.
CREATE INDEX event_subject ON event (subject, kind);
CREATE INDEX entry_order ON entry (order_id) WHERE order_id IS NOT NULL;

-- What is charged by the hour, and the packages that cover it.
CREATE INDEX resource_metered ON resource (account_id, charging) WHERE status = 'active' AND charging <> 'period';
CREATE INDEX bill_resource ON bill (resource_id, start);
CREATE INDEX bill_account ON bill (account_id, at);
CREATE INDEX bill_order ON bill (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX draw_package ON draw (package_id);
CREATE INDEX lock_coupon ON lock (coupon_id);
CREATE INDEX coupon_account ON coupon (account_id);
CREATE INDEX line_discount ON line (discount_id) WHERE discount_id IS NOT NULL;
