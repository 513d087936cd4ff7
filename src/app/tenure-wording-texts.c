/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words for what rules and plans carry as text: stored names of enums, channels, durations. */
#include "tenure-wording-private.h"

#include <glib/gi18n-lib.h>
#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "tenure-value-json.h"
#include "tenure-wording-platform.h"

/* Identifiers that rules use as text operands. */
static const TenureWording TERMS[] = {
  { "cash", N_ ("cash balance") },
  { "credit", N_ ("credit") },
  { "flexi", N_ ("flexi coupon") },
  { "card", N_ ("stored-value card") },
  { "voucher", N_ ("voucher") },
  { "discount", N_ ("discount coupon") },
  { "coupon", N_ ("discount coupon") },
  { "commercial", N_ ("commercial discount") },
  { "promotion", N_ ("promotional discount") },
  { "unknown", N_ ("unknown") },
  { "delivery-fails", N_ ("the delivery will fail") },
  { NULL, NULL },
};

/* Why an unsubscription is conditional; what people type as a reason is none of them. */
static const TenureWording CONDITIONS[] = {
  { "not-new", N_ ("the term is not a new purchase") },
  { "not-offered", N_ ("the policy does not offer the five-day rule") },
  { "no-quota", N_ ("no five-day unsubscription is left this year") },
  { "not-sold", N_ ("the product is sold without the five days") },
  { "goes-along", N_ ("it goes along with what is not returned in full") },
  { "window-over", N_ ("the five days are over") },
  { NULL, NULL },
};

/* Kinds of events in the journal. */
const TenureWording TENURE_JOURNAL_WORDING[] = {
  { "account.opened", N_ ("Account opened") },
  { "account.renamed", N_ ("Enterprise name changed") },
  { "account.signed-in", N_ ("Signed in") },
  { "account.signed-out", N_ ("Signed out") },
  { "application.approved", N_ ("Application approved") },
  { "application.rejected", N_ ("Application rejected") },
  { "application.submitted", N_ ("Application submitted") },
  { "password.set", N_ ("Password set") },
  { "auto-renewal.failed", N_ ("Automatic renewal failed") },
  { "export.requested", N_ ("Export requested") },
  { "export.making", N_ ("Export being made") },
  { "export.ready", N_ ("Export ready") },
  { "export.failed", N_ ("Export failed") },
  { "export.gone", N_ ("Export record deleted") },
  { "resource.expired", N_ ("Resource expired") },
  { "resource.frozen", N_ ("Resource frozen") },
  { "resource.released", N_ ("Resource released") },
  { "coupon.activated", N_ ("Coupon activated") },
  { "coupon.expired", N_ ("Coupon expired") },
  { "coupon.granted", N_ ("Coupon granted") },
  { "coupon.reclaimed", N_ ("Coupon reclaimed") },
  { "discount.granted", N_ ("Discount granted") },
  { "freeze.lifted", N_ ("Freeze lifted") },
  { "freeze.set", N_ ("Frozen") },
  { "mark.removed", N_ ("Mark removed from the order") },
  { "mark.set", N_ ("Order marked") },
  { "resource.to-pay-per-use", N_ ("Resource is pay-per-use from now on") },
  { "package.started", N_ ("Package in effect") },
  { "clock", N_ ("Clock moved") },
  { "go-on", N_ ("Restored copy goes on") },
  { "restored", N_ ("Restored from a backup") },
  { "profile", N_ ("Profile changed") },
  { "command", N_ ("Command applied") },
  { "step", N_ ("Step") },
  { NULL, NULL },
};

char *
tenure_word_journal (const char *kind)
{
  const char *word = tenure_wording_find (TENURE_JOURNAL_WORDING, kind);
  TenureOrderStatus status;

  if (g_str_has_prefix (kind, "order.") && tenure_order_status_from_name (kind + strlen ("order."), &status))
    return g_strdup_printf (_ ("Order: %s"), tenure_word_order_status (status));
  return g_strdup (word ? word : kind);
}

/* What a plan's difference is about. */
static const TenureWording PARTS[] = {
  { "command", N_ ("command") },
  { "profile", N_ ("profile") },
  { "account", N_ ("account") },
  { "policy", N_ ("policy") },
  { "to-pay", N_ ("to pay") },
  { "to-return", N_ ("to be returned") },
  { "voucher-return", N_ ("vouchers returned") },
  { "quota-needed", N_ ("five-day unsubscriptions used") },
  { "review", N_ ("needs approval") },
  { "main", N_ ("main resource") },
  { "official", N_ ("order amount") },
  { "due", N_ ("amount due") },
  { "cash", N_ ("cash balance") },
  { "credit", N_ ("credit") },
  { "flexi", N_ ("flexi coupon") },
  { "card", N_ ("stored-value card") },
  { "voucher", N_ ("voucher") },
  { "total", N_ ("amount") },
  { "paid", N_ ("actual payment") },
  { "consumed", N_ ("consumed") },
  { "fee", N_ ("handling fee") },
  { "lost", N_ ("lost with expired coupons") },
  { "refund-kind", N_ ("kind of unsubscription") },
  { "months", N_ ("months") },
  { "extra-days", N_ ("extra days") },
  { "old-expiry", N_ ("present expiry") },
  { "new-expiry", N_ ("new expiry") },
  { "old-value", N_ ("present setting") },
  { "new-value", N_ ("new setting") },
  { "refusal", N_ ("refusal") },
  { "gone", N_ ("no longer part of it") },
  { "new", N_ ("new in it") },
  { NULL, NULL },
};

/* "1-9 months": a run of a set's bits from @first on; moves *bit behind it. */
static void
append_run (GString *text, guint32 bits, int *bit, gboolean years)
{
  int first = *bit;

  while (bits & (1u << (*bit + 1)))
    (*bit)++;
  if (text->len > 0)
    g_string_append (text, _ (", "));
  if (first < *bit)
    g_string_append_printf (text, "%d–", first);
  if (years)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%d year", "%d years", (gulong)*bit), *bit);
  else
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%d month", "%d months", (gulong)*bit), *bit);
}

char *
tenure_word_durations (TenureDurations durations)
{
  GString *text = g_string_new (NULL);

  for (int bit = 0; bit < 31; bit++)
    if (durations.months & (1u << bit))
      append_run (text, durations.months, &bit, FALSE);
  for (int bit = 0; bit < 31; bit++)
    if (durations.years & (1u << bit))
      append_run (text, durations.years, &bit, TRUE);
  return g_string_free (text, FALSE);
}

static char *
word_choices (const char *text)
{
  TenureDurations durations;

  return tenure_durations_parse (text, &durations, NULL) ? tenure_word_durations (durations) : g_strdup (text);
}

/* What the staff sets: states of instruments, freezes, marks, whether something is sold. */
static const char *
word_staff_value (const char *value)
{
  static const TenureWording OFFERS[] = {
    { "none", N_ ("not frozen") },
    { "on-sale", N_ ("on sale") },
    { "withdrawn", N_ ("no longer sold") },
    { NULL, NULL },
  };
  TenureCouponStatus status;
  TenureFreeze freeze;
  TenureMark mark;

  if (tenure_coupon_status_from_name (value, &status))
    return tenure_word_coupon_status (status);
  if (tenure_mark_from_name (value, &mark))
    return tenure_word_mark (mark);
  if (!g_str_equal (value, "none") && tenure_freeze_from_name (value, &freeze))
    return tenure_word_freeze (freeze);
  return tenure_wording_find (OFFERS, value);
}

/* "auto/12/3" is a mode with its period and the times left. */
char *
tenure_word_value (const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value ? value : "", "/", 3);
  g_autofree char *duration = NULL;
  g_autofree char *times = NULL;
  TenureOrderStatus status;
  TenureApplicationState state;
  TenureMode mode;

  if (value && tenure_order_status_from_name (value, &status))
    return g_strdup (tenure_word_order_status (status));
  if (value && tenure_application_state_from_name (value, &state))
    return g_strdup (tenure_word_application_state (state));
  if (value && word_staff_value (value) != NULL)
    return g_strdup (word_staff_value (value));
  if (!parts[0] || !tenure_mode_from_name (parts[0], &mode))
    {
      const char *term = value ? tenure_wording_find (TERMS, value) : NULL;

      return g_strdup (term ? term : value ? value : "—");
    }
  if (g_strv_length (parts) < 3)
    return g_strdup (tenure_word_mode (mode));
  duration = tenure_word_duration (atoi (parts[1]));
  times = tenure_word_times (g_str_equal (parts[2], "unlimited") ? -1 : atoi (parts[2]));
  return g_strdup_printf (_ ("%s, %s each, times left: %s"), tenure_word_mode (mode), duration, times);
}

/* What a label says, as the end of "It is …": a label is no part of an English sentence. */
static const char *
in_sentence (const char *const *words, int value)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "it is", words[value]);
}

static const char *
status_in_sentence (TenureOrderStatus status)
{
  static const char *const WORDS[] = {
    [TENURE_ORDER_UNPAID] = NC_ ("it is", "pending payment"),
    [TENURE_ORDER_REVIEW] = NC_ ("it is", "pending approval"),
    [TENURE_ORDER_REFUNDING] = NC_ ("it is", "being refunded"),
    [TENURE_ORDER_PROCESSING] = NC_ ("it is", "being processed"),
    [TENURE_ORDER_COMPLETED] = NC_ ("it is", "completed"),
    [TENURE_ORDER_CANCELLED] = NC_ ("it is", "cancelled"),
    [TENURE_ORDER_CONFIRMATION] = NC_ ("it is", "pending confirmation"),
  };

  return in_sentence (WORDS, status);
}

static const char *
state_in_sentence (TenureApplicationState state)
{
  static const char *const WORDS[] = {
    [TENURE_APPLICATION_SUBMITTED] = NC_ ("it is", "submitted"),
    [TENURE_APPLICATION_APPROVED] = NC_ ("it is", "approved"),
    [TENURE_APPLICATION_REJECTED] = NC_ ("it is", "rejected"),
    [TENURE_APPLICATION_ACTIVATED] = NC_ ("it is", "activated"),
  };

  return in_sentence (WORDS, state);
}

const char *
tenure_word_frozen (TenureFreeze freeze)
{
  static const char *const WORDS[] = {
    [TENURE_FREEZE_NONE] = NC_ ("it is", "not frozen"),
    [TENURE_FREEZE_ARREARS] = NC_ ("it is", "frozen for arrears"),
    [TENURE_FREEZE_VIOLATION] = NC_ ("it is", "frozen for a violation"),
    [TENURE_FREEZE_POLICE] = NC_ ("it is", "frozen by the police"),
  };

  return in_sentence (WORDS, freeze);
}

static const char *
coupon_in_sentence (TenureCouponKind kind)
{
  static const char *const WORDS[] = {
    [TENURE_COUPON_VOUCHER] = NC_ ("it is", "a voucher"),
    [TENURE_COUPON_DISCOUNT] = NC_ ("it is", "a discount coupon"),
    [TENURE_COUPON_FLEXI] = NC_ ("it is", "a flexi coupon"),
    [TENURE_COUPON_CARD] = NC_ ("it is", "a stored-value card"),
  };

  return in_sentence (WORDS, kind);
}

/* Stored names of enums by the operand's name; NULL when it is none. */
static const char *
word_enum (const char *name, const char *text)
{
  TenureOrderStatus status;
  TenureFreeze freeze;
  TenureRefundKind kind;
  TenureApplicationState state;
  TenureOrderType type;
  TenureCharging charging;
  TenureCouponKind coupon;

  if (g_str_equal (name, "reason"))
    return tenure_wording_find (CONDITIONS, text);
  if (g_str_equal (name, "application-state") && tenure_application_state_from_name (text, &state))
    return state_in_sentence (state);
  if (g_str_equal (name, "coupon-kind") && tenure_coupon_kind_from_name (text, &coupon))
    return coupon_in_sentence (coupon);
  if (g_str_equal (name, "order-type") && tenure_order_type_from_name (text, &type))
    return tenure_word_order_type (type);
  if (g_str_equal (name, "charging") && tenure_charging_from_name (text, &charging))
    return tenure_word_charging (charging);
  if (g_str_equal (name, "status") && tenure_order_status_from_name (text, &status))
    return status_in_sentence (status);
  if (g_str_equal (name, "freeze") && tenure_freeze_from_name (text, &freeze))
    return tenure_word_frozen (freeze);
  if ((g_str_equal (name, "refund-kind") || g_str_equal (name, "kind")) && tenure_refund_kind_from_name (text, &kind))
    return tenure_word_refund_kind (kind);
  return NULL;
}

static gboolean
is_free_text (const char *name)
{
  static const char *const FREE[] = { "order", "resource", "coupon", "value",  "unit",    "user", "link",
                                      "until", "reason",   "name",   "region", "service", NULL };

  return g_strv_contains (FREE, name);
}

/* Both names of a product, "English|中文": the one of the language. */
static char *
word_product (const char *text)
{
  const char *bar = strchr (text, '|');

  if (!bar)
    return g_strdup (text);
  return tenure_word_is_chinese () ? g_strdup (bar + 1) : g_strndup (text, (gsize)(bar - text));
}

char *
tenure_wording_text (const char *name, const char *text)
{
  const char *word = text ? word_enum (name, text) : "—";

  if (text && g_str_equal (name, "choices"))
    return word_choices (text);
  if (text && g_str_equal (name, "product"))
    return word_product (text);
  if (text && (g_str_equal (name, "mode") || g_str_has_suffix (name, "-value")))
    return tenure_word_value (text);
  if (!word && !is_free_text (name))
    word = tenure_wording_find (TERMS, text);
  return g_strdup (word ? word : text);
}

/* One side of a difference: money, a refusal as JSON, a stored name, or a text. */
static char *
word_side (const char *what, const char *text)
{
  static const char *const PLAIN[] = { "months", "extra-days", "quota-needed", NULL };
  g_autoptr (TenureJson) json = NULL;
  g_autoptr (TenureRefusal) refusal = NULL;
  TenureMoney money;

  if (!text && g_str_equal (what, "refund-kind")) /* what is not said in a plan file is the usual one */
    return g_strdup (tenure_word_refund_kind (TENURE_REFUND_CONDITIONAL));
  if (!text)
    return g_strdup ("—");
  if (g_str_equal (what, "review"))
    return g_strdup (g_str_equal (text, "0") ? _ ("no") : _ ("yes"));
  if (g_str_equal (what, "refusal") && (json = tenure_json_parse (text, -1, 0, NULL)) &&
      (refusal = tenure_value_to_refusal (json, NULL)))
    return tenure_word_refusal (refusal);
  if (!g_strv_contains (PLAIN, what) && tenure_money_parse_wire (text, &money, NULL))
    return tenure_word_money (money);
  return tenure_wording_text (what, text);
}

char *
tenure_word_difference (const TenureDifference *difference)
{
  const char *part = tenure_wording_find (PARTS, difference->what);
  g_autofree char *planned = word_side (difference->what, difference->planned);
  g_autofree char *now = word_side (difference->what, difference->now);
  const char *name = difference->name && difference->name[0] ? difference->name : difference->key;

  if (!part)
    part = difference->what;
  if (name && name[0])
    /* Translators: the item, what changed, what the plan says, what holds now. */
    return g_strdup_printf (_ ("%s: %s, planned %s, now %s"), name, part, planned, now);
  return g_strdup_printf (_ ("%s, planned %s, now %s"), part, planned, now);
}

const char *
tenure_word_product (TenureCatalogue *catalogue, const char *offer, const char *fallback)
{
  const TenureOffer *found = catalogue && offer ? tenure_catalogue_find (catalogue, offer) : NULL;

  if (!found)
    return fallback;
  return tenure_word_is_chinese () ? found->name_zh : found->name_en;
}

void
tenure_words_init (void)
{
  const char *folder = g_getenv ("TENURE_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder ? folder : TENURE_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

gboolean
tenure_word_is_chinese (void)
{
  /* Translators: "zh" when the language of the translation is Chinese, otherwise "en": which of the catalogue's own
   * names are shown. */
  return g_str_equal (C_ ("catalogue language", "en"), "zh");
}
