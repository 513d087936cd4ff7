/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The explanation of a refund. Rules and their operands (→ result):
 *   refund.kind-not-effective  at, start                          → kind
 *   refund.kind-five-day       at, window-end                     → kind
 *   refund.kind-conditional    at, start, reason                  → kind
 *     (reason: "not-new", "not-offered", "window-over", "no-quota", "not-sold", "goes-along")
 *   refund.total-hours         start, end                         → total-hours
 *   refund.total-days          start, end                         → total-days
 *   refund.used-hours          start, until                       → used-hours
 *   refund.used-days           start, until                       → used-days
 *   refund.base                cash, credit, flexi, card          → base
 *   refund.rate                months, used-year, band-until      → rate   (the last band has no band-until)
 *   refund.consumed            base, used, total                  → consumed
 *   refund.fee                 base, rate                         → fee
 *   refund.due                 due, consumed, fee                 → due-refund
 *   refund.remainder           base, consumed, fee                → remainder
 *   refund.floored             base, consumed, fee                → remainder (0: consumed and fee exceed the base)
 *   refund.full                base                               → remainder
 *   refund.share               channel, paid, base, remainder     → share
 *   refund.lost                channel, share, expired            → lost
 *   refund.actual              remainder, lost                    → refund (lost: of the channels alone)
 *   refund.voucher-back        voucher                            → voucher-back
 *   refund.voucher-kept        voucher                            → voucher-back (0: this kind does not return it)
 *   refund.holds-until         at                                 → holds-until
 * A channel is "cash", "credit", "flexi", "card" or "voucher". */
#include "tenure-refund-private.h"

static const char *const channel_names[TENURE_N_CHANNELS] = { "cash", "credit", "flexi", "card" };

static TenureStep *
add (const TenureRefundWork *work, TenureSteps *steps, const char *rule, const char *path)
{
  return tenure_steps_add (steps, rule, tenure_policy_source (work->policy, path));
}

static void
result_of (TenureStep *step, TenureOperandType type, gint64 value)
{
  tenure_step_result (step, (TenureOperand){ .name = "result", .type = type, .value = value });
}

static const char *
conditional_reason (const TenureRefundWork *work)
{
  static const char *const inside[] = {
    [TENURE_FIVE_DAY_NO_QUOTA] = "no-quota",     [TENURE_FIVE_DAY_FREE] = "no-quota",
    [TENURE_FIVE_DAY_NOT_SOLD] = "not-sold",     [TENURE_FIVE_DAY_NOT_NEW] = "not-new",
    [TENURE_FIVE_DAY_GOES_ALONG] = "goes-along",
  };

  if (!work->policy->five_day)
    return "not-offered";
  if (work->input->kind != TENURE_TERM_NEW)
    return "not-new";
  return work->input->at < tenure_refund_five_day_end (work->input, work->policy) ? inside[work->input->five_day]
                                                                                  : "window-over";
}

static void
explain_kind (const TenureRefundWork *work, TenureRefundKind kind, TenureSteps *steps)
{
  static const char *const rules[] = { "refund.kind-conditional", "refund.kind-five-day", "refund.kind-not-effective" };
  TenureStep *step = add (work, steps, rules[kind], "five_day.hours");

  tenure_step_time (step, "at", work->input->at);
  if (kind == TENURE_REFUND_FIVE_DAY)
    tenure_step_time (step, "window-end", tenure_refund_five_day_end (work->input, work->policy));
  else
    tenure_step_time (step, "start", work->begin);
  if (kind == TENURE_REFUND_CONDITIONAL)
    tenure_step_text (step, "reason", conditional_reason (work));
  tenure_step_result (
      step, (TenureOperand){ .name = "result", .type = TENURE_OPERAND_TEXT, .text = tenure_refund_kind_name (kind) });
}

static void
explain_span (const TenureRefundWork *work, const TenureRefundResult *result, TenureSteps *steps)
{
  gboolean days = work->policy->unit == TENURE_UNIT_DAYS;
  TenureStep *step = add (work, steps, days ? "refund.total-days" : "refund.total-hours", "refund.unit");

  tenure_step_time (step, "start", work->start);
  tenure_step_time (step, "end", work->end);
  result_of (step, TENURE_OPERAND_COUNT, result->total);
  step = add (work, steps, days ? "refund.used-days" : "refund.used-hours", "refund.unit");
  tenure_step_time (step, "start", work->start);
  tenure_step_time (step, "until", work->until);
  result_of (step, TENURE_OPERAND_COUNT, result->used);
}

static void
explain_base (const TenureRefundWork *work, const TenureRefundResult *result, TenureSteps *steps)
{
  TenureStep *step = add (work, steps, "refund.base", "refund.base_flexi");

  for (int i = 0; i < TENURE_N_CHANNELS; i++)
    tenure_step_money (step, channel_names[i], work->paid[i]);
  tenure_step_result_money (step, result->base);
}

static void
explain_rate (const TenureRefundWork *work, const TenureRefundResult *result, TenureSteps *steps)
{
  TenureStep *step = tenure_steps_add (steps, "refund.rate", work->rate_source);

  tenure_step_count (step, "months", work->input->months);
  tenure_step_count (step, "used-year", work->band + 1);
  if (work->band_end != TENURE_TIME_UNKNOWN)
    tenure_step_time (step, "band-until", work->band_end);
  tenure_step_result (step, (TenureOperand){ .name = "result",
                                             .type = TENURE_OPERAND_RATIO,
                                             .value = result->permyriad,
                                             .denominator = TENURE_PERMYRIAD });
}

static void
explain_parts (const TenureRefundWork *work, const TenureRefundResult *result, TenureSteps *steps)
{
  TenureStep *step = add (work, steps, "refund.consumed", "refund.rounding");

  tenure_step_money (step, "base", result->base);
  tenure_step_count (step, "used", result->used);
  tenure_step_count (step, "total", result->total);
  tenure_step_result_money (step, result->consumed);
  step = add (work, steps, "refund.fee", "refund.rounding");
  tenure_step_money (step, "base", result->base);
  tenure_step_ratio (step, "rate", result->permyriad, TENURE_PERMYRIAD);
  tenure_step_result_money (step, result->fee);
}

/* A difference of an amount and the two parts. */
static void
explain_difference (const TenureRefundResult *result, TenureStep *step, const char *of, TenureMoney amount,
                    TenureMoney value)
{
  tenure_step_money (step, of, amount);
  tenure_step_money (step, "consumed", result->consumed);
  tenure_step_money (step, "fee", result->fee);
  tenure_step_result_money (step, value);
}

static void
explain_remainder (const TenureRefundWork *work, const TenureRefundResult *result, TenureSteps *steps)
{
  gboolean floored = result->fee > result->base - result->consumed;
  TenureStep *step;

  explain_difference (result, add (work, steps, "refund.due", "refund.base_flexi"), "due", work->due,
                      result->due_refund);
  step = add (work, steps, floored ? "refund.floored" : "refund.remainder", "refund.base_flexi");
  explain_difference (result, step, "base", result->base, work->remainder);
}

static void
explain_full (const TenureRefundWork *work, const TenureRefundResult *result, TenureSteps *steps)
{
  TenureStep *step = add (work, steps, "refund.full", "refund.base_flexi");

  tenure_step_money (step, "base", result->base);
  tenure_step_result_money (step, work->remainder);
}

static void
explain_lost (const TenureRefundWork *work, const char *channel, TenureMoney share, TenureTime expired,
              TenureSteps *steps)
{
  TenureStep *step = add (work, steps, "refund.lost", "refund.voucher_returned");

  tenure_step_text (step, "channel", channel);
  tenure_step_money (step, "share", share);
  tenure_step_time (step, "expired", expired);
  tenure_step_result_money (step, share);
}

static void
explain_shares (const TenureRefundWork *work, const TenureRefundResult *result, TenureSteps *steps)
{
  for (int i = 0; i < TENURE_N_CHANNELS; i++)
    {
      TenureStep *step;

      if (work->paid[i] == 0)
        continue;
      step = add (work, steps, "refund.share", "refund.channels_cash_first");
      tenure_step_text (step, "channel", channel_names[i]);
      tenure_step_money (step, "paid", work->paid[i]);
      tenure_step_money (step, "base", result->base);
      tenure_step_money (step, "remainder", work->remainder);
      tenure_step_result_money (step, work->share[i]);
      if (work->lost[i] > 0)
        explain_lost (work, channel_names[i], work->lost[i], work->expiry[i], steps);
    }
}

static void
explain_voucher (const TenureRefundWork *work, const TenureRefundResult *result, TenureSteps *steps)
{
  TenureMoney used = work->input->paid.voucher;
  TenureStep *step;

  if (used == 0)
    return;
  if (work->voucher_lost > 0)
    {
      explain_lost (work, "voucher", work->voucher_lost, work->input->voucher_expiry, steps);
      return;
    }
  step =
      add (work, steps, work->voucher > 0 ? "refund.voucher-back" : "refund.voucher-kept", "refund.voucher_returned");
  tenure_step_money (step, "voucher", used);
  tenure_step_result_money (step, result->back.voucher);
}

static void
explain_end (const TenureRefundWork *work, const TenureRefundResult *result, TenureSteps *steps)
{
  TenureStep *step = add (work, steps, "refund.actual", "refund.base_flexi");

  tenure_step_money (step, "remainder", work->remainder);
  tenure_step_money (step, "lost", work->remainder - result->refund);
  tenure_step_result_money (step, result->refund);
  step = add (work, steps, "refund.holds-until", "refund.unit");
  tenure_step_time (step, "at", work->input->at);
  result_of (step, TENURE_OPERAND_TIME, result->holds_until);
}

void
tenure_refund_explain (const TenureRefundWork *work, const TenureRefundResult *result, TenureSteps *steps)
{
  gboolean full = result->kind != TENURE_REFUND_CONDITIONAL;

  explain_kind (work, result->kind, steps);
  if (!full)
    explain_span (work, result, steps);
  explain_base (work, result, steps);
  if (full)
    explain_full (work, result, steps);
  else
    {
      explain_rate (work, result, steps);
      explain_parts (work, result, steps);
      explain_remainder (work, result, steps);
    }
  explain_shares (work, result, steps);
  explain_voucher (work, result, steps);
  explain_end (work, result, steps);
}
