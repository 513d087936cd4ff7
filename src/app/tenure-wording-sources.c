/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where each figure of the policies is from (data/policy), so that it can be said in the language of the moment. */
#include "tenure-wording-private.h"

#include <glib/gi18n-lib.h>

const char *const TENURE_SOURCE_WORDING[] = {
  N_ ("BSS API and SDK huaweicloudsdkbss.v2, 2026-08: period_num 1 to 11 months"),
  N_ ("BSS API: a validity above 60 minutes is forced to five"),
  N_ ("BSS API: ten minutes when no validity is asked for"),
  N_ ("CN billing guide order_topic_8000001: batch cancel"),
  N_ ("CN billing guide topic_0083138805, 2025-07-24"),
  N_ ("CN billing guide topic_0083138805, 2025-07-24: both ends floored to the hour"),
  N_ ("CN billing guide topic_0083138805, 2025-07-24: the fee table goes up to five years"),
  N_ ("CN billing guide unsubscription_topic_20000081"),
  N_ ("CN billing guide unsubscription_topic_20000081 and 2000010"),
  N_ ("CN billing guide unsubscription_topic_20000081: 5 × 24 hours to the second"),
  N_ ("CN billing guide unsubscription_topic_20000081: instances a calendar year"),
  N_ ("CN billing guide unsubscription_topic_20000081; not offered here"),
  N_ ("CN guide category-8de71627: above ¥50,000 the account manager approves"),
  N_ ("CN guide: to the account in about one working day, taken as 24 hours"),
  N_ ("CN renewal FAQ, 2024-09: 03:00 China time"),
  N_ ("CN renewal FAQ, 2024-09; BSS API and SDK huaweicloudsdkbss.v2, 2026-08"),
  N_ ("CN renewal guide: retried every day until expiry"),
  N_ ("IAM API: 8 to 32 characters"),
  N_ ("IAM API: 8 to 32 characters (the older SDK says 6)"),
  N_ ("IAM API: at least two of upper case, lower case, digits, special characters"),
  N_ ("INTL and EU billing guide unsubscription_topic_2000010"),
  N_ ("INTL best practice bestpractice-billing_0000001, 2025-10-27"),
  N_ ("INTL billing guide renewals_topic_10000002, 2025-10-10"),
  N_ ("INTL billing guide renewals_topic_10000002, 2025-10-10: 15 days at every level"),
  N_ ("INTL billing guide renewals_topic_60000001, 2025-11-20"),
  N_ ("INTL billing guide renewals_topic_60000001, 2025-11-20: 03:00 China time"),
  N_ ("INTL billing guide renewals_topic_60000001, 2025-11-20: retried every day until expiry"),
  N_ ("INTL billing guide topic_0083138805, 2025"),
  N_ ("INTL billing guide topic_0083138805, 2025: both ends floored to the hour"),
  N_ ("INTL billing guide unpaidorders_topic_7000001, 2025-09-30"),
  N_ ("INTL billing guide unsubscription_topic_2000010, 2025-07-28"),
  N_ ("INTL billing guide: the edition has no such rule"),
  N_ ("INTL billing guide: to the account in about one working day, taken as 24 hours"),
  N_ ("Platform guide issue 01, 2025-01-14, 1: valid for 7 days, taken as 168 hours"),
  N_ ("Platform guide issue 01, 2025-01-14, 4.1: merged payment"),
  N_ ("Platform guide issue 01, 2025-01-14, 4.2.1.1"),
  N_ ("Platform guide issue 01, 2025-01-14, 4.2.3"),
  N_ ("Platform guide issue 01, 2025-01-14, 4.2.7"),
  N_ ("Platform guide issue 01, 2025-01-14: records are kept for three days"),
  N_ ("Platform guide issue 01, 2025-01-14: sample order, paid 15:58:29, done 15:58:33"),
  N_ ("assumed: as for yearly/monthly, no figure for pay-per-use was found"),
  N_ ("assumed: no source publishes an upper limit"),
  N_ ("chosen here: codes a phone and hour; the API only says that there is a limit"),
  N_ ("chosen here: first wait, doubled with each further miss"),
  N_ ("chosen here: longest wait"),
  N_ ("chosen here: no source publishes the interval"),
  N_ ("chosen here: no source publishes the length"),
  N_ ("chosen here: wrong passwords before one has to wait"),
  N_ ("chosen here: wrong tries that make a code void"),
  N_ ("customer_tier and usermanual-period topic_0086671074"),
  N_ ("huaweicloud.com/intl service assurance and refund rules"),
  N_ ("huaweicloud.com/intl service assurance and refund rules: no such row"),
  N_ ("huaweicloud.com/intl service assurance and refund rules: no such rule"),
  N_ ("huaweicloud.com/intl service assurance and refund rules: renewal periods too without coupons"),
  N_ ("huaweicloud.com/intl service assurance and refund rules: the cash payment, not what coupons paid"),
  N_ ("inferred from specification changes: parts of each calendar month"),
  N_ ("inferred: both readings fit the published 03-31, 04-30, 05-31"),
  N_ ("inferred: calendar years from the floored start"),
  N_ ("inferred: charging is in cents, each part of a refund is rounded by itself"),
  N_ ("inferred: each part of a refund is rounded by itself; 8 keeps what INTL refund rows show"),
  N_ ("inferred: no source publishes the rounding of refunds"),
  N_ ("inferred: the amount itself is taken to count"),
  N_ ("inferred: the page has no such row, taken as the INTL guide's"),
  N_ ("inferred: the page names a period without its unit"),
  N_ ("inferred: the split by channel is not published, pro rata"),
  N_ ("no limit published in the CN guide"),
  N_ ("not published in any readable source"),
  NULL,
};

/* What rules name by themselves. */
const TenureWording TENURE_RULE_SOURCE_WORDING[] = {
  { "CN-UG", N_ ("CN billing guide") },
  { "catalogue", N_ ("the catalogue") },
  { "guide 4.2.6", N_ ("Platform guide issue 01, 2025-01-14, 4.2.6") },
  { "user guide 4.2.1, 2025-01-14", N_ ("Platform guide issue 01, 2025-01-14, 4.2.1") },
  { "BSS API api_order_00015", N_ ("BSS API api_order_00015") },
  { "INTL billing guide renewals_topic_60000001, 2025-11-20",
    N_ ("INTL billing guide renewals_topic_60000001, 2025-11-20") },
  { "rules of refunds, partner-paid orders", N_ ("rules of refunds: orders paid by a partner") },
  { NULL, NULL },
};

const char *
tenure_word_source (const char *source)
{
  const char *word = tenure_wording_find (TENURE_RULE_SOURCE_WORDING, source);

  return word ? word : _ (source);
}
