/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table of kinds: names, versions, fields. Nothing else knows what a kind is made of. */
#include "tenure-command-fields.h"

/* Bounds are those of the forms and of sense; quotas that a policy sets (merged payment, batches) are refusals. */
#define LONGEST_KEY 500
#define LONGEST_NAME 64
#define LONGEST_REASON 100
#define LONGEST_NEEDS 500
#define LONGEST_EMAIL 255
#define LONGEST_UNIT 100
#define LONGEST_QUESTION 100000
#define LATEST_TIME G_GINT64_CONSTANT (253402271999) /* the end of the year 9999 in China */
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
#define ORDER_FIELD(Struct, member, field, TYPE, least, most, ...)                                                     \
  {                                                                                                                    \
    .name = #field, .type = TENURE_FIELD_##TYPE, .offset = G_STRUCT_OFFSET (Struct, member field), .minimum = (least), \
    .maximum = (most), __VA_ARGS__                                                                                     \
  }
#define OPTIONAL .optional = TRUE
#define DISTINCT .distinct = TRUE

const char *const TENURE_REASONS[] = {
  "wrong-spec", "surplus", "test-done", "hard-to-use", "not-suitable", "fault", "other", NULL,
};

/* Names of the enumerations at their values. */
static const char *const modes[] = { "manual", "auto", "to-pay-per-use", "no-renewal", NULL };
G_STATIC_ASSERT (TENURE_MODE_MANUAL == 0 && TENURE_MODE_NO_RENEWAL == 3);
static const char *const purposes[] = { "register", "reset", "activate", NULL };
G_STATIC_ASSERT (TENURE_PURPOSE_REGISTER == 0 && TENURE_PURPOSE_ACTIVATE == 2);
static const char *const unit_kinds[] = { "government", "institution", "other", NULL };
G_STATIC_ASSERT (TENURE_UNIT_GOVERNMENT == 0 && TENURE_UNIT_OTHER == 2);
static const char *const coupon_kinds[] = { "voucher", "discount", "flexi", "card", NULL };
G_STATIC_ASSERT (TENURE_COUPON_VOUCHER == 0 && TENURE_COUPON_CARD == 3);
static const char *const freezes[] = { "none", "arrears", "violation", "police", NULL };
G_STATIC_ASSERT (TENURE_FREEZE_NONE == 0 && TENURE_FREEZE_POLICE == 3);
static const char *const chargings[] = { "any", "period", "pay-per-use", "package", NULL };
G_STATIC_ASSERT (TENURE_CHARGING_PERIOD == 0 && TENURE_CHARGING_PACKAGE == 2);
static const char *const marks[] = { "promotion", "partner-paid", "special", "invoiced", NULL };
G_STATIC_ASSERT (TENURE_MARK_PROMOTION == 0 && TENURE_MARK_INVOICED == 3);
const char *const TENURE_EXPORTS[] = { "orders", "unpaid", "renewal-list", "price-list", NULL };
const char *const TENURE_EXPORT_FORMATS[] = { "csv", "xlsx", NULL };
const char *const TENURE_EXPORT_ENCODINGS[] = { "utf-8-bom", "utf-8", "gb18030", NULL };

static const TenureField top_up[] = {
  FIELD (TenureTopUp, amount, MONEY, TENURE_MONEY_FEN, MOST_MONEY),
};
/* The same for whoever orders; @member leads to the struct. */
#define ORDER_FIELDS(Struct, member)                                                                                   \
  ORDER_FIELD (Struct, member, offer, STRING, 0, LONGEST_NAME),                                                        \
      ORDER_FIELD (Struct, member, spec, STRING, 0, LONGEST_NAME),                                                     \
      ORDER_FIELD (Struct, member, region, STRING, 0, LONGEST_NAME),                                                   \
      ORDER_FIELD (Struct, member, name, STRING, 0, LONGEST_NAME),                                                     \
      ORDER_FIELD (Struct, member, bandwidth, INT, 1, 2000, OPTIONAL),                                                 \
      ORDER_FIELD (Struct, member, disk_gib, INT, 1, 32768, OPTIONAL),                                                 \
      ORDER_FIELD (Struct, member, months, INT, 1, 60, OPTIONAL), ORDER_FIELD (Struct, member, quantity, INT, 1, 100), \
      ORDER_FIELD (Struct, member, line, STRING, 0, LONGEST_NAME, OPTIONAL),                                           \
      ORDER_FIELD (Struct, member, bandwidth_name, STRING, 0, LONGEST_NAME, OPTIONAL),                                 \
      ORDER_FIELD (Struct, member, tags, STRINGS, 0, MOST_TAGS, OPTIONAL, DISTINCT),                                   \
      ORDER_FIELD (Struct, member, ipv6, BOOLEAN, 0, 1, OPTIONAL),                                                     \
      ORDER_FIELD (Struct, member, auto_renew, BOOLEAN, 0, 1, OPTIONAL),                                               \
      ORDER_FIELD (Struct, member, agreed, BOOLEAN, 0, 1, OPTIONAL),                                                   \
      ORDER_FIELD (Struct, member, pay_per_use, BOOLEAN, 0, 1, OPTIONAL),                                              \
      ORDER_FIELD (Struct, member, starts, TIME, 0, LATEST_TIME, OPTIONAL)

static const TenureField order[] = { ORDER_FIELDS (TenurePlaceOrder, ) };
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
  FIELD (TenureRenew, auto_renew, BOOLEAN, 0, 1, OPTIONAL),
  FIELD (TenureRenew, pay, BOOLEAN, 0, 1, OPTIONAL),
};
static const TenureField set_mode[] = {
  FIELD (TenureSetMode, resources, STRINGS, 1, MOST_RESOURCES, DISTINCT),
  FIELD (TenureSetMode, mode, ENUM, 0, 3, .names = modes),
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

static const TenureField release[] = {
  FIELD (TenureRelease, resources, STRINGS, 1, MOST_RESOURCES, DISTINCT),
};
static const TenureField change[] = {
  FIELD (TenureChange, resource, STRING, 0, LONGEST_KEY),
  FIELD (TenureChange, spec, STRING, 0, LONGEST_NAME, OPTIONAL),
  FIELD (TenureChange, amount, INT, 1, 32768, OPTIONAL),
  FIELD (TenureChange, pay, BOOLEAN, 0, 1, OPTIONAL),
};
static const TenureField attach[] = {
  FIELD (TenureAttach, resource, STRING, 0, LONGEST_KEY),
  FIELD (TenureAttach, offer, STRING, 0, LONGEST_NAME),
  FIELD (TenureAttach, spec, STRING, 0, LONGEST_NAME, OPTIONAL),
  FIELD (TenureAttach, name, STRING, 0, LONGEST_NAME, OPTIONAL),
  FIELD (TenureAttach, amount, INT, 1, 32768, OPTIONAL),
  FIELD (TenureAttach, pay, BOOLEAN, 0, 1, OPTIONAL),
};
static const TenureField to_period[] = {
  FIELD (TenureToPeriod, resources, STRINGS, 1, MOST_RESOURCES, DISTINCT),
  FIELD (TenureToPeriod, months, INT, 1, 60),
  FIELD (TenureToPeriod, auto_renew, BOOLEAN, 0, 1, OPTIONAL),
  FIELD (TenureToPeriod, pay, BOOLEAN, 0, 1, OPTIONAL),
};
static const TenureField choose_instruments[] = {
  FIELD (TenureChooseInstruments, order, STRING, 0, LONGEST_KEY),
  FIELD (TenureChooseInstruments, discount, STRING, 0, LONGEST_KEY, OPTIONAL),
  FIELD (TenureChooseInstruments, voucher, STRING, 0, LONGEST_KEY, OPTIONAL),
  FIELD (TenureChooseInstruments, flexi, STRINGS, 0, MOST_COUPONS, OPTIONAL, DISTINCT),
  FIELD (TenureChooseInstruments, card, STRINGS, 0, MOST_COUPONS, OPTIONAL, DISTINCT),
};
static const TenureField confirm_order[] = {
  FIELD (TenureConfirmOrder, orders, STRINGS, 1, MOST_ORDERS, DISTINCT),
  FIELD (TenureConfirmOrder, accept, BOOLEAN, 0, 1, OPTIONAL),
};
static const TenureField tell_failure[] = {
  FIELD (TenureTellFailure, order, STRING, 0, LONGEST_KEY),
  FIELD (TenureTellFailure, lines, STRINGS, 0, 200, OPTIONAL, DISTINCT),
};
static const TenureField activate_coupon[] = {
  FIELD (TenureActivateCoupon, coupon, STRING, 0, LONGEST_KEY),
};
static const TenureField export[] = {
  FIELD (TenureExport, what, ENUM, 0, 3, .names = TENURE_EXPORTS),
  FIELD (TenureExport, format, ENUM, 0, 1, .names = TENURE_EXPORT_FORMATS),
  FIELD (TenureExport, encoding, ENUM, 0, 2, .names = TENURE_EXPORT_ENCODINGS),
  FIELD (TenureExport, rows, STRINGS, 0, MOST_RESOURCES, OPTIONAL, DISTINCT),
  FIELD (TenureExport, months, INT, 1, 60, OPTIONAL),
  FIELD (TenureExport, question, STRING, 0, LONGEST_QUESTION, OPTIONAL),
};
static const TenureField rename_enterprise[] = {
  FIELD (TenureRenameEnterprise, account, STRING, 0, LONGEST_KEY),
  FIELD (TenureRenameEnterprise, name, STRING, 0, LONGEST_UNIT),
};
static const TenureField send_code[] = {
  FIELD (TenureSendCode, purpose, ENUM, 0, 1, .names = purposes),
  FIELD (TenureSendCode, phone, STRING, 0, LONGEST_NAME, OPTIONAL),
  FIELD (TenureSendCode, login, STRING, 0, LONGEST_EMAIL, OPTIONAL),
};
static const TenureField apply_account[] = {
  FIELD (TenureApplyAccount, account, STRING, 0, LONGEST_KEY),
  FIELD (TenureApplyAccount, unit_kind, ENUM, 0, 2, .names = unit_kinds),
  FIELD (TenureApplyAccount, applicant, STRING, 0, LONGEST_NAME),
  FIELD (TenureApplyAccount, phone, STRING, 0, LONGEST_NAME),
  FIELD (TenureApplyAccount, email, STRING, 0, LONGEST_EMAIL),
  FIELD (TenureApplyAccount, needs, STRING, 0, LONGEST_NEEDS, .lines = TRUE),
  FIELD (TenureApplyAccount, manager, STRING, 0, LONGEST_NAME, OPTIONAL),
  FIELD (TenureApplyAccount, manager_phone, STRING, 0, LONGEST_NAME, OPTIONAL),
};
static const TenureField decide_application[] = {
  FIELD (TenureDecideApplication, application, STRING, 0, LONGEST_KEY),
  FIELD (TenureDecideApplication, reason, STRING, 0, LONGEST_REASON, OPTIONAL),
  FIELD (TenureDecideApplication, approve, BOOLEAN, 0, 1, OPTIONAL),
};
static const TenureField send_link[] = {
  FIELD (TenureSendLink, login, STRING, 0, LONGEST_EMAIL),
  FIELD (TenureSendLink, purpose, ENUM, 1, 2, .names = purposes),
};
static const TenureField set_password[] = {
  FIELD (TenureSetPassword, link, STRING, 0, LONGEST_KEY),
};
static const TenureField reset_password[] = {
  FIELD (TenureResetPassword, login, STRING, 0, LONGEST_EMAIL),
};
static const TenureField sign_in[] = {
  FIELD (TenureSignIn, login, STRING, 0, LONGEST_EMAIL),
};
static const TenureField sign_out[] = {
  FIELD (TenureSignOut, unused, BOOLEAN, 0, 1, OPTIONAL),
};
static const TenureField decide_order[] = {
  FIELD (TenureDecideOrder, orders, STRINGS, 1, MOST_ORDERS, DISTINCT),
  FIELD (TenureDecideOrder, reason, STRING, 0, LONGEST_REASON, OPTIONAL),
  FIELD (TenureDecideOrder, approve, BOOLEAN, 0, 1, OPTIONAL),
};
static const TenureField order_for_customer[] = {
  FIELD (TenureOrderForCustomer, account, STRING, 0, LONGEST_KEY),
  ORDER_FIELDS (TenureOrderForCustomer, order.),
};
static const TenureField grant_coupon[] = {
  FIELD (TenureGrantCoupon, account, STRING, 0, LONGEST_KEY),
  FIELD (TenureGrantCoupon, kind, ENUM, 0, 3, .names = coupon_kinds),
  FIELD (TenureGrantCoupon, name, STRING, 0, LONGEST_NAME, OPTIONAL),
  FIELD (TenureGrantCoupon, amount, MONEY, TENURE_MONEY_FEN, MOST_MONEY, OPTIONAL),
  FIELD (TenureGrantCoupon, permyriad, INT, 1, 9999, OPTIONAL),
  FIELD (TenureGrantCoupon, threshold, MONEY, TENURE_MONEY_FEN, MOST_MONEY, OPTIONAL),
  FIELD (TenureGrantCoupon, service, STRING, 0, LONGEST_NAME, OPTIONAL),
  FIELD (TenureGrantCoupon, region, STRING, 0, LONGEST_NAME, OPTIONAL),
  FIELD (TenureGrantCoupon, order_type, INT, 1, 11, OPTIONAL),
  FIELD (TenureGrantCoupon, charging, ENUM, 0, 3, OPTIONAL, .names = chargings),
  FIELD (TenureGrantCoupon, with_discount, BOOLEAN, 0, 1, OPTIONAL),
  FIELD (TenureGrantCoupon, inactive, BOOLEAN, 0, 1, OPTIONAL),
  FIELD (TenureGrantCoupon, expiry, TIME, 0, LATEST_TIME, OPTIONAL),
};
static const TenureField grant_discount[] = {
  FIELD (TenureGrantDiscount, account, STRING, 0, LONGEST_KEY),
  FIELD (TenureGrantDiscount, name, STRING, 0, LONGEST_NAME, OPTIONAL),
  FIELD (TenureGrantDiscount, permyriad, INT, 1, 9999),
  FIELD (TenureGrantDiscount, service, STRING, 0, LONGEST_NAME, OPTIONAL),
  FIELD (TenureGrantDiscount, promotion, BOOLEAN, 0, 1, OPTIONAL),
  FIELD (TenureGrantDiscount, no_refund, BOOLEAN, 0, 1, OPTIONAL),
  FIELD (TenureGrantDiscount, expiry, TIME, 0, LATEST_TIME, OPTIONAL),
};
static const TenureField reclaim_coupon[] = {
  FIELD (TenureReclaimCoupon, account, STRING, 0, LONGEST_KEY),
  FIELD (TenureReclaimCoupon, coupon, STRING, 0, LONGEST_KEY),
};
static const TenureField set_freeze[] = {
  FIELD (TenureSetFreeze, account, STRING, 0, LONGEST_KEY),
  FIELD (TenureSetFreeze, resource, STRING, 0, LONGEST_KEY, OPTIONAL),
  FIELD (TenureSetFreeze, freeze, ENUM, 0, 3, .names = freezes),
};
static const TenureField withdraw_offer[] = {
  FIELD (TenureWithdrawOffer, offer, STRING, 0, LONGEST_NAME),
  FIELD (TenureWithdrawOffer, withdrawn, BOOLEAN, 0, 1, OPTIONAL),
};
static const TenureField mark_order[] = {
  FIELD (TenureMarkOrder, order, STRING, 0, LONGEST_KEY),
  FIELD (TenureMarkOrder, mark, ENUM, 0, 3, .names = marks),
  FIELD (TenureMarkOrder, on, BOOLEAN, 0, 1, OPTIONAL),
};

#define ROW(name, version, Struct, fields, whose)                                                                      \
  {                                                                                                                    \
    name, version, sizeof (Struct), fields, G_N_ELEMENTS (fields), TENURE_ROLE_##whose                                 \
  }

static const TenureCommandRow rows[TENURE_N_COMMANDS] = {
  [TENURE_COMMAND_TOP_UP] = ROW ("top-up", 1, TenureTopUp, top_up, ADMINISTRATOR),
  [TENURE_COMMAND_ORDER] = ROW ("order", 1, TenurePlaceOrder, order, ADMINISTRATOR),
  [TENURE_COMMAND_PAY] = ROW ("pay", 1, TenurePay, pay, ADMINISTRATOR),
  [TENURE_COMMAND_CANCEL] = ROW ("cancel", 1, TenureCancel, cancel, ADMINISTRATOR),
  [TENURE_COMMAND_RENEW] = ROW ("renew", 1, TenureRenew, renew, ADMINISTRATOR),
  [TENURE_COMMAND_SET_MODE] = ROW ("set-mode", 1, TenureSetMode, set_mode, ADMINISTRATOR),
  [TENURE_COMMAND_SET_UNIFIED_DAY] = ROW ("set-unified-day", 1, TenureSetUnifiedDay, set_unified_day, ADMINISTRATOR),
  [TENURE_COMMAND_SET_DEDUCTION_DAY] =
      ROW ("set-deduction-day", 1, TenureSetDeductionDay, set_deduction_day, ADMINISTRATOR),
  [TENURE_COMMAND_UNSUBSCRIBE] = ROW ("unsubscribe", 1, TenureUnsubscribe, unsubscribe, ADMINISTRATOR),
  [TENURE_COMMAND_UNSUBSCRIBE_RENEWALS] =
      ROW ("unsubscribe-renewals", 1, TenureUnsubscribeRenewals, unsubscribe_renewals, ADMINISTRATOR),
  [TENURE_COMMAND_UNSUBSCRIBE_PENDING] = ROW ("unsubscribe-pending", 1, TenureUnsubscribe, unsubscribe, ADMINISTRATOR),
  [TENURE_COMMAND_RELEASE] = ROW ("release", 1, TenureRelease, release, ADMINISTRATOR),
  [TENURE_COMMAND_CHANGE] = ROW ("change", 1, TenureChange, change, ADMINISTRATOR),
  [TENURE_COMMAND_ATTACH] = ROW ("attach", 1, TenureAttach, attach, ADMINISTRATOR),
  [TENURE_COMMAND_TO_PERIOD] = ROW ("to-period", 1, TenureToPeriod, to_period, ADMINISTRATOR),
  [TENURE_COMMAND_CHOOSE_INSTRUMENTS] =
      ROW ("choose-instruments", 1, TenureChooseInstruments, choose_instruments, ADMINISTRATOR),
  [TENURE_COMMAND_CONFIRM_ORDER] = ROW ("confirm-order", 1, TenureConfirmOrder, confirm_order, ADMINISTRATOR),
  [TENURE_COMMAND_TELL_FAILURE] = ROW ("tell-failure", 1, TenureTellFailure, tell_failure, ADMINISTRATOR),
  [TENURE_COMMAND_ACTIVATE_COUPON] = ROW ("activate-coupon", 1, TenureActivateCoupon, activate_coupon, ADMINISTRATOR),
  [TENURE_COMMAND_EXPORT] = ROW ("export", 1, TenureExport, export, ADMINISTRATOR),
  [TENURE_COMMAND_RENAME_ENTERPRISE] = ROW ("rename-enterprise", 1, TenureRenameEnterprise, rename_enterprise, VISITOR),
  [TENURE_COMMAND_SEND_CODE] = ROW ("send-code", 1, TenureSendCode, send_code, VISITOR),
  [TENURE_COMMAND_APPLY_ACCOUNT] = ROW ("apply-account", 1, TenureApplyAccount, apply_account, VISITOR),
  [TENURE_COMMAND_DECIDE_APPLICATION] =
      ROW ("decide-application", 1, TenureDecideApplication, decide_application, REVIEWER),
  [TENURE_COMMAND_SEND_LINK] = ROW ("send-link", 1, TenureSendLink, send_link, VISITOR),
  [TENURE_COMMAND_SET_PASSWORD] = ROW ("set-password", 1, TenureSetPassword, set_password, VISITOR),
  [TENURE_COMMAND_RESET_PASSWORD] = ROW ("reset-password", 1, TenureResetPassword, reset_password, VISITOR),
  [TENURE_COMMAND_SIGN_IN] = ROW ("sign-in", 1, TenureSignIn, sign_in, VISITOR),
  [TENURE_COMMAND_SIGN_OUT] = ROW ("sign-out", 1, TenureSignOut, sign_out, ADMINISTRATOR),
  [TENURE_COMMAND_DECIDE_ORDER] = ROW ("decide-order", 1, TenureDecideOrder, decide_order, REVIEWER),
  [TENURE_COMMAND_ORDER_FOR_CUSTOMER] =
      ROW ("order-for-customer", 1, TenureOrderForCustomer, order_for_customer, REVIEWER),
  [TENURE_COMMAND_GRANT_COUPON] = ROW ("grant-coupon", 1, TenureGrantCoupon, grant_coupon, REVIEWER),
  [TENURE_COMMAND_GRANT_DISCOUNT] = ROW ("grant-discount", 1, TenureGrantDiscount, grant_discount, REVIEWER),
  [TENURE_COMMAND_RECLAIM_COUPON] = ROW ("reclaim-coupon", 1, TenureReclaimCoupon, reclaim_coupon, REVIEWER),
  [TENURE_COMMAND_SET_FREEZE] = ROW ("set-freeze", 1, TenureSetFreeze, set_freeze, REVIEWER),
  [TENURE_COMMAND_WITHDRAW_OFFER] = ROW ("withdraw-offer", 1, TenureWithdrawOffer, withdraw_offer, REVIEWER),
  [TENURE_COMMAND_MARK_ORDER] = ROW ("mark-order", 1, TenureMarkOrder, mark_order, REVIEWER),
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

TenureRole
tenure_command_kind_role (TenureCommandKind kind)
{
  return tenure_command_row (kind)->role;
}

const TenureField *
tenure_command_kind_fields (TenureCommandKind kind, guint *n_fields)
{
  const TenureCommandRow *row = tenure_command_row (kind);

  *n_fields = row->n_fields;
  return row->fields;
}

guint
tenure_command_kind_secrets (TenureCommandKind kind)
{
  if (kind == TENURE_COMMAND_SET_PASSWORD || kind == TENURE_COMMAND_RESET_PASSWORD)
    return 2;
  return kind == TENURE_COMMAND_SIGN_IN || kind == TENURE_COMMAND_APPLY_ACCOUNT ? 1 : 0;
}
