/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Refunds: what one term gives back (rules 1–3). */
#include "tenure-refund-private.h"
#include "tenure-error.h"
#include "tenure-split.h"

#include <glib/gi18n-lib.h>

#define YEAR_SECONDS (365 * TENURE_DAY_SECONDS)

static gboolean
refuse_unknown (GError **error, const char *message)
{
  g_set_error_literal (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_UNKNOWN, message);
  return FALSE;
}

/* A renewal is stored from the 23:59:59 at which the period before it ends; it counts from the next second (13 #19). */
static TenureTime
term_begin (const TenureRefundInput *input)
{
  gboolean joined = input->kind == TENURE_TERM_RENEWAL && input->start == tenure_day_end (tenure_day_of (input->start));

  return input->start + (joined ? 1 : 0);
}

TenureTime
tenure_refund_five_day_end (const TenureRefundInput *input, const TenurePolicy *policy)
{
  return input->start + policy->five_day_hours * TENURE_HOUR_SECONDS;
}

TenureRefundKind
tenure_refund_kind_of (const TenureRefundInput *input, const TenurePolicy *policy)
{
  if (input->at < term_begin (input))
    return TENURE_REFUND_NOT_EFFECTIVE;
  if (policy->five_day && input->five_day == TENURE_FIVE_DAY_FREE && input->kind == TENURE_TERM_NEW &&
      input->at < tenure_refund_five_day_end (input, policy))
    return TENURE_REFUND_FIVE_DAY;
  return TENURE_REFUND_CONDITIONAL;
}

gboolean
tenure_refund_needs_review (TenureMoney sum, const TenurePolicy *policy)
{
  return sum > policy->review_over;
}

static gboolean
check_order (const TenureRefundInput *input, GError **error)
{
  g_autofree char *start = NULL, *expiry = NULL, *at = NULL;

  if (input->start < input->expiry && input->at <= input->expiry)
    return TRUE;
  start = tenure_time_format (input->start);
  expiry = tenure_time_format (input->expiry);
  at = tenure_time_format (input->at);
  if (input->start >= input->expiry)
    g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                 _ ("The term starts at %s and expires at %s; give a start before the expiry."), start, expiry);
  else
    g_set_error (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_REFUSED,
                 _ ("The term expired at %s, so that nothing comes back at %s; release the resource instead."), expiry,
                 at);
  return FALSE;
}

static gboolean
check_times (const TenureRefundInput *input, GError **error)
{
  const TenureTime times[] = { input->start, input->expiry, input->at };
  TenureTime first = tenure_day_start (tenure_day_from_ymd (TENURE_YEAR_FIRST, 1, 1));
  TenureTime last = tenure_day_end (tenure_day_from_ymd (TENURE_YEAR_LAST, 12, 31));

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      if (times[i] == TENURE_TIME_UNKNOWN)
        return refuse_unknown (error, _ ("The refund cannot be computed because a time of the term is not known; fetch "
                                         "the order first."));
      if (times[i] >= first && times[i] <= last)
        continue;
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE,
                   _ ("The time %lld of the term lies outside the years %d to %d; correct it."), (long long)times[i],
                   TENURE_YEAR_FIRST, TENURE_YEAR_LAST);
      return FALSE;
    }
  return check_order (input, error);
}

static gboolean
check_months (const TenureRefundInput *input, GError **error)
{
  TenureFeeRow row;

  if (tenure_fee_row (input->months, &row))
    return TRUE;
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE,
               _ ("A term of %d months is not sold; give 1 to 11 months, or whole years up to five."), input->months);
  return FALSE;
}

static gboolean
check_amount (const char *name, TenureMoney amount, GError **error)
{
  g_autofree char *text = NULL;

  if (amount >= 0)
    return TRUE;
  if (amount == TENURE_MONEY_UNKNOWN)
    return refuse_unknown (error, _ ("The refund cannot be computed because it is not known how the term was paid; "
                                     "fetch the order first."));
  text = tenure_money_format (amount);
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_RANGE,
               _ ("The amount %s of “%s” is below zero; give zero or more."), text, name);
  return FALSE;
}

static gboolean
check_money (const TenureRefundInput *input, GError **error)
{
  const TenureChannels *paid = &input->paid;

  return check_amount ("cash", paid->cash, error) && check_amount ("credit", paid->credit, error) &&
         check_amount ("flexi", paid->flexi, error) && check_amount ("card", paid->card, error) &&
         check_amount ("voucher", paid->voucher, error) &&
         (input->due == TENURE_MONEY_UNKNOWN || check_amount ("due", input->due, error));
}

static TenureTime
floor_to_unit (TenureTime time, TenureTimeUnit unit)
{
  TenureTime midnight = tenure_day_start (tenure_day_of (time));

  return unit == TENURE_UNIT_DAYS ? midnight : time - (time - midnight) % TENURE_HOUR_SECONDS;
}

static TenureTime
unit_seconds (const TenurePolicy *policy)
{
  return policy->unit == TENURE_UNIT_DAYS ? TENURE_DAY_SECONDS : TENURE_HOUR_SECONDS;
}

/* 应付: as told, or the sum of all that paid for it, whether it counts in the base or not. That this sum can be
 * counted is checked in any case: no later sum exceeds it. */
static gboolean
fill_due (TenureRefundWork *work, GError **error)
{
  const TenureChannels *paid = &work->input->paid;
  TenureMoney all;

  if (!tenure_money_add (paid->cash, paid->credit, &all, error) || !tenure_money_add (all, paid->flexi, &all, error) ||
      !tenure_money_add (all, paid->card, &all, error) || !tenure_money_add (all, paid->voucher, &all, error))
    return FALSE;
  work->due = work->input->due == TENURE_MONEY_UNKNOWN ? all : work->input->due;
  return TRUE;
}

static void
fill_work (TenureRefundWork *work, TenureRefundResult *result)
{
  const TenureRefundInput *input = work->input;
  const TenurePolicy *policy = work->policy;
  TenureTime unit = unit_seconds (policy);

  work->begin = term_begin (input);
  work->start = floor_to_unit (work->begin, policy->unit);
  work->until = MAX (work->start, floor_to_unit (input->at, policy->unit));
  work->end = tenure_day_end (tenure_day_of (input->expiry)) + 1;
  work->paid[TENURE_CHANNEL_CASH] = input->paid.cash;
  work->paid[TENURE_CHANNEL_CREDIT] = input->paid.credit;
  work->paid[TENURE_CHANNEL_FLEXI] = policy->base_flexi ? input->paid.flexi : 0;
  work->paid[TENURE_CHANNEL_CARD] = policy->base_card ? input->paid.card : 0;
  result->total = (work->end - work->start) / unit;
  result->used = (work->until - work->start) / unit;
  for (int i = 0; i < TENURE_N_CHANNELS; i++)
    result->base += work->paid[i];
}

/* The last moment at which @years years are used and no more. */
static TenureTime
years_end (const TenureRefundWork *work, int years)
{
  TenureDay day = tenure_day_of (work->start);
  TenureDay after = tenure_day_add_months (day, 12 * years, tenure_day_mday (day));

  if (work->policy->years_by_hours)
    return work->start + years * YEAR_SECONDS;
  return work->start + (after - day) * TENURE_DAY_SECONDS;
}

/* Names the term and the year; what was given for them, and how, the caller knows. */
static gboolean
refuse_unpublished (int months, int year, GError **error)
{
  gulong count = (gulong)(months % 12 ? months : months / 12);
  g_autofree char *term =
      g_strdup_printf (months % 12 ? g_dngettext (GETTEXT_PACKAGE, "a term of %lu month", "a term of %lu months", count)
                                   : g_dngettext (GETTEXT_PACKAGE, "a term of %lu year", "a term of %lu years", count),
                       count);

  g_set_error (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_UNKNOWN,
               /* Translators: "a term of 5 years", which year of it the unsubscription falls into. */
               _ ("The handling fee for %s in year %d of its use is not published, so no refund can be computed; ask "
                  "the service desk for the rate, or choose another term or moment."),
               term, year);
  return FALSE;
}

/* Bands include their upper end; past the last one its figure holds on (rules 1.4). */
static gboolean
find_rate (TenureRefundWork *work, TenureRefundResult *result, GError **error)
{
  const TenureFeeTableRow *cells;
  TenureFeeRow row;

  tenure_fee_row (work->input->months, &row);
  cells = &work->policy->fee[row];
  while (work->band < cells->n_bands - 1 && work->until > years_end (work, work->band + 1))
    work->band++;
  work->band_end = work->band < cells->n_bands - 1 ? years_end (work, work->band + 1) : TENURE_TIME_UNKNOWN;
  result->permyriad = cells->permyriad[work->band];
  work->rate_source = cells->source[work->band];
  if (result->permyriad != TENURE_FEE_UNPUBLISHED)
    return TRUE;
  return refuse_unpublished (work->input->months, work->band + 1, error);
}

/* What is left of @amount; nothing is owed when the parts exceed it (rules 1.2). */
static TenureMoney
left_of (TenureMoney amount, const TenureRefundResult *result)
{
  return MAX (0, MAX (0, amount - result->consumed) - result->fee);
}

static gboolean
compute_conditional (TenureRefundWork *work, TenureRefundResult *result, GError **error)
{
  const TenurePolicy *policy = work->policy;

  if (!find_rate (work, result, error) ||
      !tenure_money_scale (result->base, result->used, result->total, policy->places, policy->rounding,
                           &result->consumed, error) ||
      !tenure_money_scale (result->base, result->permyriad, TENURE_PERMYRIAD, policy->places, policy->rounding,
                           &result->fee, error))
    return FALSE;
  work->remainder = left_of (result->base, result);
  result->due_refund = left_of (work->due, result);
  return tenure_refund_split (work, error);
}

static void
compute_full (TenureRefundWork *work, TenureRefundResult *result)
{
  for (int i = 0; i < TENURE_N_CHANNELS; i++)
    work->share[i] = work->paid[i];
  work->remainder = result->base;
  work->voucher = work->policy->voucher_returned ? work->input->paid.voucher : 0;
  result->due_refund = work->due;
}

static gboolean
expired (TenureTime expiry, TenureTime at)
{
  return expiry != TENURE_TIME_UNKNOWN && at > expiry;
}

gboolean
tenure_instrument_holds (const TenureInstrument *self, TenureTime at)
{
  return !expired (self->expiry, at);
}

gboolean
tenure_instruments_split (const TenureInstrument *instruments, guint n, TenureCouponKind kind, TenureMoney amount,
                          TenureMoney *parts, GError **error)
{
  g_autofree TenureMoney *weights = g_new0 (TenureMoney, n + 1);
  guint last = 0;

  for (guint i = 0; i < n; i++)
    {
      parts[i] = 0;
      weights[i] = instruments[i].kind == kind ? instruments[i].amount : 0;
      if (weights[i] > 0)
        last = i + 1;
    }
  return tenure_split_amount (amount, weights, last, parts, error);
}

/* The share of an expired instrument is lost; it does not become cash (rules 1.5). */
static gboolean
find_lost (TenureRefundWork *work, TenureChannel channel, TenureCouponKind kind, GError **error)
{
  const TenureRefundInput *input = work->input;
  g_autofree TenureMoney *parts = g_new0 (TenureMoney, input->n_instruments + 1);

  work->expiry[channel] = TENURE_TIME_UNKNOWN;
  if (!tenure_instruments_split (input->instruments, input->n_instruments, kind, work->share[channel], parts, error))
    return FALSE;
  for (guint i = 0; i < input->n_instruments; i++)
    {
      if (parts[i] == 0 || tenure_instrument_holds (&input->instruments[i], input->at))
        continue;
      work->lost[channel] += parts[i];
      work->expiry[channel] = MAX (work->expiry[channel], input->instruments[i].expiry);
    }
  return TRUE;
}

static void
give_back (TenureRefundWork *work, TenureRefundResult *result)
{
  TenureMoney *back[] = { &result->back.cash, &result->back.credit, &result->back.flexi, &result->back.card };

  for (int i = 0; i < TENURE_N_CHANNELS; i++)
    {
      *back[i] = work->share[i] - work->lost[i];
      result->lost += work->lost[i];
      result->refund += *back[i];
    }
  if (expired (work->input->voucher_expiry, work->input->at))
    work->voucher_lost = work->voucher;
  result->back.voucher = work->voucher - work->voucher_lost;
  result->lost += work->voucher_lost;
}

/* Brings @holds forward to the second after @last, the last moment of something that has not passed. */
static TenureTime
hold_through (TenureTime holds, TenureTime last, TenureTime at)
{
  return last == TENURE_TIME_UNKNOWN || last < at ? holds : MIN (holds, last + 1);
}

static TenureTime
find_hold (const TenureRefundWork *work, const TenureRefundResult *result)
{
  const TenureRefundInput *input = work->input;
  TenureTime holds = work->until + unit_seconds (work->policy);

  if (result->kind == TENURE_REFUND_NOT_EFFECTIVE)
    holds = work->begin;
  else if (result->kind == TENURE_REFUND_FIVE_DAY)
    holds = tenure_refund_five_day_end (input, work->policy);
  holds = hold_through (holds, input->expiry, input->at);
  for (guint i = 0; i < input->n_instruments; i++)
    if (work->share[input->instruments[i].kind == TENURE_COUPON_FLEXI ? TENURE_CHANNEL_FLEXI : TENURE_CHANNEL_CARD] > 0)
      holds = hold_through (holds, input->instruments[i].expiry, input->at);
  return work->voucher > 0 ? hold_through (holds, input->voucher_expiry, input->at) : holds;
}

gboolean
tenure_refund (const TenureRefundInput *input, const TenurePolicy *policy, TenureRefundResult *result,
               TenureSteps *steps, GError **error)
{
  TenureRefundWork work = { .input = input, .policy = policy };

  *result = (TenureRefundResult){ 0 };
  if (!check_months (input, error) || !check_money (input, error) || !check_times (input, error) ||
      !fill_due (&work, error))
    return FALSE;
  fill_work (&work, result);
  result->kind = tenure_refund_kind_of (input, policy);
  if (result->kind != TENURE_REFUND_CONDITIONAL)
    compute_full (&work, result);
  else if (!compute_conditional (&work, result, error))
    return FALSE;
  if (!find_lost (&work, TENURE_CHANNEL_FLEXI, TENURE_COUPON_FLEXI, error) ||
      !find_lost (&work, TENURE_CHANNEL_CARD, TENURE_COUPON_CARD, error))
    return FALSE;
  give_back (&work, result);
  result->holds_until = find_hold (&work, result);
  if (steps)
    tenure_refund_explain (&work, result, steps);
  return TRUE;
}
