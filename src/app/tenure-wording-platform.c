/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of commands, roles, accounts and marks: labels exactly as the guide has them. */
#include "tenure-wording-platform.h"

#include <glib/gi18n-lib.h>

#include "tenure-wording-names.h"

static const char *
word (const char *const *words, gsize n, int value)
{
  return value >= 0 && (gsize)value < n && words[value] != NULL ? _ (words[value]) : "—";
}

const char *
tenure_word_verb (TenureVerb verb)
{
  static const char *const VERBS[TENURE_N_VERBS] = {
    [TENURE_VERB_SET] = NC_ ("what happens", "Change setting"),
    [TENURE_VERB_DEPOSIT] = NC_ ("what happens", "Top up"),
    [TENURE_VERB_ORDER] = NC_ ("what happens", "Order"),
    [TENURE_VERB_PAY] = NC_ ("what happens", "Pay"),
    [TENURE_VERB_CANCEL] = NC_ ("what happens", "Cancel"),
    [TENURE_VERB_RENEW] = NC_ ("what happens", "Renew"),
    [TENURE_VERB_UNSUBSCRIBE] = NC_ ("what happens", "Unsubscribe"),
    [TENURE_VERB_GIVE_BACK] = NC_ ("what happens", "Give the period back"),
    [TENURE_VERB_RELEASE] = NC_ ("what happens", "Release"),
    [TENURE_VERB_CHANGE] = NC_ ("what happens", "Change specification"),
    [TENURE_VERB_CONVERT] = NC_ ("what happens", "Change charging mode"),
    [TENURE_VERB_SEND] = NC_ ("what happens", "Send"),
    [TENURE_VERB_REGISTER] = NC_ ("what happens", "Apply"),
    [TENURE_VERB_APPROVE] = NC_ ("what happens", "Approve"),
    [TENURE_VERB_REJECT] = NC_ ("what happens", "Reject"),
    [TENURE_VERB_CONFIRM] = NC_ ("what happens", "Confirm"),
    [TENURE_VERB_GRANT] = NC_ ("what happens", "Grant"),
    [TENURE_VERB_FREEZE] = NC_ ("what happens", "Freeze"),
    [TENURE_VERB_SIGN] = NC_ ("what happens", "Sign in"),
    [TENURE_VERB_EXPORT] = NC_ ("what happens", "Export"),
  };

  return (guint)verb < TENURE_N_VERBS ? g_dpgettext2 (NULL, "what happens", VERBS[verb]) : "—";
}

const char *
tenure_word_command (TenureCommandKind value)
{
  static const char *const WORDS[] = {
    [TENURE_COMMAND_TOP_UP] = N_ ("Top up"),
    [TENURE_COMMAND_ORDER] = N_ ("Place an order"),
    [TENURE_COMMAND_PAY] = N_ ("Pay orders"),
    [TENURE_COMMAND_CANCEL] = N_ ("Cancel orders"),
    [TENURE_COMMAND_RENEW] = N_ ("Renew"),
    [TENURE_COMMAND_SET_MODE] = N_ ("Set how resources are renewed"),
    [TENURE_COMMAND_SET_UNIFIED_DAY] = N_ ("Set the unified expiry day"),
    [TENURE_COMMAND_SET_DEDUCTION_DAY] = N_ ("Set the day of automatic deduction"),
    [TENURE_COMMAND_UNSUBSCRIBE] = N_ ("Unsubscribe resources"),
    [TENURE_COMMAND_UNSUBSCRIBE_RENEWALS] = N_ ("Unsubscribe renewal periods"),
    [TENURE_COMMAND_UNSUBSCRIBE_PENDING] = N_ ("Unsubscribe what is not effective yet"),
    [TENURE_COMMAND_RELEASE] = N_ ("Release resources"),
    [TENURE_COMMAND_CHANGE] = N_ ("Change a specification"),
    [TENURE_COMMAND_ATTACH] = N_ ("Attach to a resource"),
    [TENURE_COMMAND_TO_PERIOD] = N_ ("Change from pay-per-use to yearly/monthly"),
    [TENURE_COMMAND_CHOOSE_INSTRUMENTS] = N_ ("Choose discounts for an order"),
    [TENURE_COMMAND_CONFIRM_ORDER] = N_ ("Confirm orders"),
    [TENURE_COMMAND_TELL_FAILURE] = N_ ("Let a delivery fail"),
    [TENURE_COMMAND_ACTIVATE_COUPON] = N_ ("Activate a coupon"),
    [TENURE_COMMAND_EXPORT] = N_ ("Export"),
    [TENURE_COMMAND_RENAME_ENTERPRISE] = N_ ("Change the enterprise name"),
    [TENURE_COMMAND_SEND_CODE] = N_ ("Send a verification code"),
    [TENURE_COMMAND_APPLY_ACCOUNT] = N_ ("Apply for an account"),
    [TENURE_COMMAND_DECIDE_APPLICATION] = N_ ("Decide on an application"),
    [TENURE_COMMAND_SEND_LINK] = N_ ("Send a link"),
    [TENURE_COMMAND_SET_PASSWORD] = N_ ("Set the password"),
    [TENURE_COMMAND_RESET_PASSWORD] = N_ ("Reset the password"),
    [TENURE_COMMAND_SIGN_IN] = N_ ("Sign in"),
    [TENURE_COMMAND_SIGN_OUT] = N_ ("Sign out"),
    [TENURE_COMMAND_DECIDE_ORDER] = N_ ("Decide on orders in review"),
    [TENURE_COMMAND_ORDER_FOR_CUSTOMER] = N_ ("Order for a customer"),
    [TENURE_COMMAND_GRANT_COUPON] = N_ ("Grant a coupon"),
    [TENURE_COMMAND_GRANT_DISCOUNT] = N_ ("Grant a discount"),
    [TENURE_COMMAND_RECLAIM_COUPON] = N_ ("Reclaim a coupon"),
    [TENURE_COMMAND_SET_FREEZE] = N_ ("Freeze or unfreeze"),
    [TENURE_COMMAND_WITHDRAW_OFFER] = N_ ("Withdraw a product"),
    [TENURE_COMMAND_MARK_ORDER] = N_ ("Mark an order"),
  };

  return word (WORDS, G_N_ELEMENTS (WORDS), value);
}

const char *
tenure_word_charging (TenureCharging value)
{
  static const char *const WORDS[] = {
    [TENURE_CHARGING_PERIOD] = N_ ("Yearly/Monthly"),
    [TENURE_CHARGING_USE] = N_ ("Pay-per-use"),
    [TENURE_CHARGING_PACKAGE] = N_ ("Package"),
  };

  return word (WORDS, G_N_ELEMENTS (WORDS), value);
}

const char *
tenure_word_role (TenureRole value)
{
  static const char *const WORDS[] = {
    [TENURE_ROLE_ADMINISTRATOR] = N_ ("Administrator"),
    [TENURE_ROLE_REVIEWER] = N_ ("Reviewer"),
    [TENURE_ROLE_VISITOR] = N_ ("Not signed in"),
  };

  return word (WORDS, G_N_ELEMENTS (WORDS), value);
}

const char *
tenure_word_unit_kind (TenureUnitKind value)
{
  static const char *const WORDS[] = {
    [TENURE_UNIT_GOVERNMENT] = N_ ("Party or government organ"),
    [TENURE_UNIT_INSTITUTION] = N_ ("Public institution"),
    [TENURE_UNIT_OTHER] = N_ ("Other unit"),
  };

  return word (WORDS, G_N_ELEMENTS (WORDS), value);
}

const char *
tenure_word_application_state (TenureApplicationState value)
{
  static const char *const WORDS[] = {
    [TENURE_APPLICATION_SUBMITTED] = N_ ("Submitted"),
    [TENURE_APPLICATION_APPROVED] = N_ ("Approved"),
    [TENURE_APPLICATION_REJECTED] = N_ ("Rejected"),
    [TENURE_APPLICATION_ACTIVATED] = N_ ("Activated"),
  };

  return word (WORDS, G_N_ELEMENTS (WORDS), value);
}

const char *
tenure_word_mark (TenureMark value)
{
  static const char *const WORDS[] = {
    [TENURE_MARK_PROMOTION] = N_ ("Promotion"),
    [TENURE_MARK_PARTNER_PAID] = N_ ("Paid by a partner"),
    [TENURE_MARK_SPECIAL] = N_ ("Special unsubscription pending"),
    [TENURE_MARK_INVOICED] = N_ ("Invoiced"),
  };

  return word (WORDS, G_N_ELEMENTS (WORDS), value);
}

const char *
tenure_word_coupon_state (TenureCouponState value)
{
  static const char *const WORDS[] = {
    [TENURE_COUPON_INACTIVE] = N_ ("Not activated"),
    [TENURE_COUPON_USABLE] = N_ ("Usable"),
    [TENURE_COUPON_RECLAIMED] = N_ ("Reclaimed"),
  };

  return word (WORDS, G_N_ELEMENTS (WORDS), value);
}

const char *
tenure_word_coupon_status (TenureCouponStatus value)
{
  static const char *const WORDS[] = {
    [TENURE_COUPON_STATUS_INACTIVE] = N_ ("Not activated"),
    [TENURE_COUPON_STATUS_USABLE] = N_ ("Usable"),
    [TENURE_COUPON_STATUS_USED] = N_ ("Used"),
    [TENURE_COUPON_STATUS_EXPIRED] = NULL, /* 已过期, as resources are too */
    [TENURE_COUPON_STATUS_RECLAIMED] = N_ ("Reclaimed"),
  };

  if (value == TENURE_COUPON_STATUS_EXPIRED)
    return C_ ("coupon status", "Expired");
  return word (WORDS, G_N_ELEMENTS (WORDS), value);
}

static void
append_limit (GString *text, char *limit)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "", limit);
  g_free (limit);
}

char *
tenure_word_coupon_limits (TenureCatalogue *catalogue, const TenureCoupon *coupon)
{
  GString *text = g_string_new (NULL);
  g_autofree char *threshold = tenure_word_money (coupon->threshold);

  if (coupon->threshold > 0)
    append_limit (text, g_strdup_printf (_ ("orders of %s or more"), threshold));
  if (coupon->service != NULL)
    append_limit (text, g_strdup_printf (_ ("service %s"), coupon->service));
  if (coupon->region != NULL)
    append_limit (text, g_strdup (tenure_word_region (catalogue, coupon->region)));
  if (coupon->order_type != 0)
    append_limit (text, g_strdup (tenure_word_order_type ((TenureOrderType)coupon->order_type)));
  if (coupon->charging != 0)
    append_limit (text, g_strdup (tenure_word_charging ((TenureCharging)(coupon->charging - 1))));
  if (coupon->kind == TENURE_COUPON_VOUCHER && !coupon->with_discount)
    append_limit (text, g_strdup (_ ("not with discounts")));
  return g_string_free (text, FALSE);
}

const char *
tenure_word_movement (const char *kind)
{
  static const struct
  {
    const char *kind, *text;
  } WORDS[] = {
    { "top-up", NC_ ("movement", "Top-up") }, { "payment", NC_ ("movement", "Payment") },
    { "refund", NC_ ("movement", "Refund") }, { "return", NC_ ("movement", "Return of money") },
    { "grant", NC_ ("movement", "Grant") },   { "expiry", NC_ ("movement", "Expiry") },
    { "charge", NC_ ("movement", "Charge") }, { "reclaim", NC_ ("movement", "Reclaim") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (g_str_equal (WORDS[i].kind, kind))
      return g_dpgettext2 (NULL, "movement", WORDS[i].text);
  return "—";
}
