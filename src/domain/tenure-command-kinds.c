/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table of kinds: names, versions, fields. Nothing else knows what a kind is made of. */
#include "tenure-command-fields.h"

/* Bounds are those of the forms and of sense; quotas that a policy sets (merged payment, batches) are refusals. */
#define LONGEST_KEY 500
#define LONGEST_NAME 64
#define LONGEST_REASON 100
#define MOST_RESOURCES 100000
#define MOST_ORDERS 1000
#define MOST_COUPONS 100
#define MOST_TAGS 20
#define MOST_MONEY (G_GINT64_CONSTANT (1000000000) * TENURE_MONEY_ONE)

/* One field of a struct: its type, its bounds, and whatever else of TenureField holds for it. */
#define FIELD(Struct, member, TYPE, least, most, ...)                                                                  \
  {                                                                                                                    \
    .name = #member, .type = TENURE_FIELD_##TYPE, .offset = G_STRUCT_OFFSET (Struct, member), .minimum = (least),      \
    .maximum = (most), __VA_ARGS__                                                                                     \
  }
#define OPTIONAL .optional = TRUE
#define DISTINCT .distinct = TRUE

const char *const TENURE_REASONS[] = {
  "wrong-spec", "surplus", "test-done", "hard-to-use", "not-suitable", "fault", "other", NULL,
};

/* The two of TenureMode that this command sets, at their values. */
static const char *const modes[] = { "manual", "auto", NULL };
G_STATIC_ASSERT (TENURE_MODE_MANUAL == 0 && TENURE_MODE_AUTO == 1);

static const TenureField top_up[] = {
  FIELD (TenureTopUp, amount, MONEY, TENURE_MONEY_FEN, MOST_MONEY),
};
static const TenureField order[] = {
  FIELD (TenurePlaceOrder, offer, STRING, 0, LONGEST_NAME),
  FIELD (TenurePlaceOrder, spec, STRING, 0, LONGEST_NAME),
  FIELD (TenurePlaceOrder, region, STRING, 0, LONGEST_NAME),
  FIELD (TenurePlaceOrder, name, STRING, 0, LONGEST_NAME),
  FIELD (TenurePlaceOrder, bandwidth, INT, 1, 2000, OPTIONAL),
  FIELD (TenurePlaceOrder, disk_gib, INT, 1, 32768, OPTIONAL),
  FIELD (TenurePlaceOrder, months, INT, 1, 60),
  FIELD (TenurePlaceOrder, quantity, INT, 1, 100),
  FIELD (TenurePlaceOrder, line, STRING, 0, LONGEST_NAME, OPTIONAL),
  FIELD (TenurePlaceOrder, bandwidth_name, STRING, 0, LONGEST_NAME, OPTIONAL),
  FIELD (TenurePlaceOrder, tags, STRINGS, 0, MOST_TAGS, OPTIONAL, DISTINCT),
  FIELD (TenurePlaceOrder, ipv6, BOOLEAN, 0, 1, OPTIONAL),
  FIELD (TenurePlaceOrder, auto_renew, BOOLEAN, 0, 1, OPTIONAL),
  FIELD (TenurePlaceOrder, agreed, BOOLEAN, 0, 1, OPTIONAL),
};
static const TenureField pay[] = {
  FIELD (TenurePay, orders, STRINGS, 1, MOST_ORDERS, DISTINCT),
  FIELD (TenurePay, discount, STRING, 0, LONGEST_KEY, OPTIONAL),
  FIELD (TenurePay, voucher, STRING, 0, LONGEST_KEY, OPTIONAL),
  FIELD (TenurePay, flexi, STRINGS, 0, MOST_COUPONS, OPTIONAL, DISTINCT),
  FIELD (TenurePay, card, STRINGS, 0, MOST_COUPONS, OPTIONAL, DISTINCT),
};
static const TenureField cancel[] = {
  FIELD (TenureCancel, orders, STRINGS, 1, MOST_ORDERS, DISTINCT),
};
static const TenureField renew[] = {
  FIELD (TenureRenew, resources, STRINGS, 1, MOST_RESOURCES, DISTINCT),
  FIELD (TenureRenew, months, INT, 1, 60),
  FIELD (TenureRenew, unify, BOOLEAN, 0, 1, OPTIONAL),
  FIELD (TenureRenew, pay, BOOLEAN, 0, 1, OPTIONAL),
};
static const TenureField set_mode[] = {
  FIELD (TenureSetMode, resources, STRINGS, 1, MOST_RESOURCES, DISTINCT),
  FIELD (TenureSetMode, mode, ENUM, 0, 1, .names = modes),
  FIELD (TenureSetMode, months, INT, 1, 60, OPTIONAL),
  FIELD (TenureSetMode, times, INT, 1, 99, OPTIONAL),
  FIELD (TenureSetMode, reset_times, BOOLEAN, 0, 1, OPTIONAL),
};
static const TenureField set_unified_day[] = {
  FIELD (TenureSetUnifiedDay, day, INT, -1, 28, .not_zero = TRUE),
};
static const TenureField set_deduction_day[] = {
  FIELD (TenureSetDeductionDay, days, INT, 0, 7),
  FIELD (TenureSetDeductionDay, agreed, BOOLEAN, 0, 1, OPTIONAL),
};
static const TenureField unsubscribe[] = {
  FIELD (TenureUnsubscribe, resources, STRINGS, 1, MOST_RESOURCES, DISTINCT),
  FIELD (TenureUnsubscribe, reason, ENUM, 0, 6, .names = TENURE_REASONS),
  FIELD (TenureUnsubscribe, reason_text, STRING, 0, LONGEST_REASON, OPTIONAL),
  FIELD (TenureUnsubscribe, agreed, BOOLEAN, 0, 1, OPTIONAL),
};
static const TenureField unsubscribe_renewals[] = {
  FIELD (TenureUnsubscribeRenewals, resources, STRINGS, 1, MOST_RESOURCES, DISTINCT),
  FIELD (TenureUnsubscribeRenewals, expiries, STRINGS, 0, MOST_RESOURCES, OPTIONAL, .as_many_as = "resources"),
};

#define ROW(name, version, Struct, fields)                                                                             \
  {                                                                                                                    \
    name, version, sizeof (Struct), fields, G_N_ELEMENTS (fields)                                                      \
  }

static const TenureCommandRow rows[TENURE_N_COMMANDS] = {
  [TENURE_COMMAND_TOP_UP] = ROW ("top-up", 1, TenureTopUp, top_up),
  [TENURE_COMMAND_ORDER] = ROW ("order", 1, TenurePlaceOrder, order),
  [TENURE_COMMAND_PAY] = ROW ("pay", 1, TenurePay, pay),
  [TENURE_COMMAND_CANCEL] = ROW ("cancel", 1, TenureCancel, cancel),
  [TENURE_COMMAND_RENEW] = ROW ("renew", 1, TenureRenew, renew),
  [TENURE_COMMAND_SET_MODE] = ROW ("set-mode", 1, TenureSetMode, set_mode),
  [TENURE_COMMAND_SET_UNIFIED_DAY] = ROW ("set-unified-day", 1, TenureSetUnifiedDay, set_unified_day),
  [TENURE_COMMAND_SET_DEDUCTION_DAY] = ROW ("set-deduction-day", 1, TenureSetDeductionDay, set_deduction_day),
  [TENURE_COMMAND_UNSUBSCRIBE] = ROW ("unsubscribe", 1, TenureUnsubscribe, unsubscribe),
  [TENURE_COMMAND_UNSUBSCRIBE_RENEWALS] =
      ROW ("unsubscribe-renewals", 1, TenureUnsubscribeRenewals, unsubscribe_renewals),
};

const TenureCommandRow *
tenure_command_row (TenureCommandKind kind)
{
  g_return_val_if_fail ((guint)kind < TENURE_N_COMMANDS, NULL);
  return &rows[kind];
}

const char *
tenure_command_kind_name (TenureCommandKind kind)
{
  return tenure_command_row (kind)->name;
}

gboolean
tenure_command_kind_from_name (const char *name, TenureCommandKind *kind)
{
  for (guint i = 0; i < TENURE_N_COMMANDS; i++)
    if (g_strcmp0 (name, rows[i].name) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

guint
tenure_command_kind_version (TenureCommandKind kind)
{
  return tenure_command_row (kind)->version;
}

const TenureField *
tenure_command_kind_fields (TenureCommandKind kind, guint *n_fields)
{
  const TenureCommandRow *row = tenure_command_row (kind);

  *n_fields = row->n_fields;
  return row->fields;
}
