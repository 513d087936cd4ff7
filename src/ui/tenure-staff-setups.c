/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-staff-setups.h"

#include <glib/gi18n-lib.h>

#include "tenure-wording-platform.h"

static const char *
coupon_kind (int value)
{
  return tenure_word_coupon_kind ((TenureCouponKind)value);
}

static const char *
freeze (int value)
{
  return value == TENURE_FREEZE_NONE ? _ ("Not frozen") : tenure_word_freeze ((TenureFreeze)value);
}

static const char *
mark (int value)
{
  return tenure_word_mark ((TenureMark)value);
}

#define REASON                                                                                                         \
  {                                                                                                                    \
    .field = "reason", .title = N_ ("R_eason")                                                                         \
  }
/* 代金券, 现金券, 储值卡 hold an amount; a 折扣券 has a rate. */
#define HOLDS_AMOUNT (1 << TENURE_COUPON_VOUCHER | 1 << TENURE_COUPON_FLEXI | 1 << TENURE_COUPON_CARD)
#define CHOICE(Field, Title, word_of, from, to)                                                                        \
  {                                                                                                                    \
    .field = Field, .title = Title, .word = word_of, .first = from, .last = to                                         \
  }

typedef struct
{
  const char *name;
  TenureStaffSetup setup;
} Named;

static const Named setups[] = {
  { "approve-application",
    { TENURE_COMMAND_DECIDE_APPLICATION,
      "application",
      "approve",
      N_ ("Approve Application"),
      N_ ("The applicant gets a mail with the user name and a link to set the password."),
      N_ ("_Approve"),
      N_ ("The application was approved; the mail is in the outbox."),
      FALSE,
      { { NULL } } } },
  { "reject-application",
    { TENURE_COMMAND_DECIDE_APPLICATION,
      "application",
      NULL,
      N_ ("Reject Application"),
      N_ ("The applicant reads the reason, corrects the application and sends it again."),
      N_ ("_Reject"),
      N_ ("The application was rejected."),
      TRUE,
      { REASON } } },
  { "approve-orders",
    { TENURE_COMMAND_DECIDE_ORDER,
      "orders",
      "approve",
      N_ ("Approve"),
      NULL,
      N_ ("_Approve"),
      N_ ("Approved."),
      FALSE,
      { { NULL } } } },
  { "reject-orders",
    { TENURE_COMMAND_DECIDE_ORDER,
      "orders",
      NULL,
      N_ ("Reject"),
      N_ ("The customer is told the reason by SMS and mail."),
      N_ ("_Reject"),
      N_ ("Rejected."),
      TRUE,
      { REASON } } },
  { "grant-coupon",
    { TENURE_COMMAND_GRANT_COUPON,
      "account",
      NULL,
      N_ ("Grant a Coupon"),
      N_ ("A discount coupon lowers the price; the others hold an amount."),
      N_ ("_Grant"),
      N_ ("The coupon was granted."),
      FALSE,
      { CHOICE ("kind", N_ ("_Kind"), coupon_kind, TENURE_COUPON_VOUCHER, TENURE_COUPON_CARD),
        { .field = "name", .title = N_ ("_Name") },
        { .field = "amount", .title = N_ ("_Amount"), .only = HOLDS_AMOUNT },
        { .field = "permyriad",
          .title = N_ ("Price in P_er Cent (80: a fifth off)"),
          .percent = TRUE,
          .only = 1 << TENURE_COUPON_DISCOUNT },
        { .field = "threshold", .title = N_ ("From an Order _Total of") },
        { .field = "service", .title = N_ ("_Service"), .services = TRUE },
        { .field = "region", .title = N_ ("_Region"), .regions = TRUE },
        { .field = "expiry", .title = N_ ("_Last Day (YYYY-MM-DD)") },
        { .field = "with_discount", .title = N_ ("Usable Together with a _Discount") },
        { .field = "inactive", .title = N_ ("Must Be Acti_vated First") } } } },
  { "grant-discount",
    { TENURE_COMMAND_GRANT_DISCOUNT,
      "account",
      NULL,
      N_ ("Grant a Discount"),
      NULL,
      N_ ("_Grant"),
      N_ ("The discount was granted."),
      FALSE,
      { { .field = "name", .title = N_ ("_Name") },
        { .field = "permyriad", .title = N_ ("Price in P_er Cent (80: a fifth off)"), .percent = TRUE },
        { .field = "service", .title = N_ ("_Service"), .services = TRUE },
        { .field = "expiry", .title = N_ ("_Last Day (YYYY-MM-DD)") },
        { .field = "promotion", .title = N_ ("_Promotion, Not a Commercial Discount") },
        { .field = "no_refund", .title = N_ ("What Is Bought with It Is Not Re_funded") } } } },
  { "reclaim",
    { TENURE_COMMAND_RECLAIM_COUPON,
      "account",
      NULL,
      N_ ("Reclaim a Coupon"),
      N_ ("What is left of it can no longer be used; what was paid with it stays paid. The customer finds its number "
          "under Balance and Coupons."),
      N_ ("_Reclaim"),
      N_ ("The coupon was reclaimed."),
      TRUE,
      { { .field = "coupon", .title = N_ ("Coupon _Number") } } } },
  { "freeze",
    { TENURE_COMMAND_SET_FREEZE,
      "account",
      NULL,
      N_ ("Freeze or Unfreeze"),
      N_ ("The whole account, or the one resource that is named."),
      N_ ("_Apply"),
      N_ ("The freeze was set."),
      FALSE,
      { CHOICE ("freeze", N_ ("_Freeze"), freeze, TENURE_FREEZE_NONE, TENURE_FREEZE_POLICE),
        { .field = "resource", .title = N_ ("_Resource ID (empty: the account)") } } } },
  { "withdraw",
    { TENURE_COMMAND_WITHDRAW_OFFER,
      "offer",
      "withdrawn",
      N_ ("Withdraw a Product"),
      N_ ("It can no longer be ordered or renewed; automatic renewals that are on go on."),
      N_ ("_Withdraw"),
      N_ ("The product was withdrawn."),
      TRUE,
      { { NULL } } } },
  { "offer-again",
    { TENURE_COMMAND_WITHDRAW_OFFER,
      "offer",
      NULL,
      N_ ("Offer a Product Again"),
      NULL,
      N_ ("_Offer Again"),
      N_ ("The product is on offer again."),
      FALSE,
      { { NULL } } } },
  { "mark",
    { TENURE_COMMAND_MARK_ORDER,
      NULL,
      NULL,
      N_ ("Mark an Order"),
      N_ ("Marks decide what can be given back."),
      N_ ("_Apply"),
      N_ ("The order was marked."),
      FALSE,
      { { .field = "order", .title = N_ ("_Order Number") },
        CHOICE ("mark", N_ ("_Mark"), mark, TENURE_MARK_PROMOTION, TENURE_MARK_INVOICED),
        { .field = "on", .title = N_ ("The Mark _Is On"), .initial = "1" } } } },
};

const TenureStaffSetup *
tenure_staff_setup (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (setups); i++)
    if (g_str_equal (setups[i].name, name))
      return &setups[i].setup;
  g_return_val_if_reached (NULL);
}
