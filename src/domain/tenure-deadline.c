/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 支付截止时间 (rules 8.4). Rules and their operands (→ result):
 *   deadline.days       created, days                → deadline
 *   deadline.hardware   created, hours               → deadline
 *   deadline.coupon     coupon-expiry                → deadline (the coupon or promotion ends before)
 *   deadline.commercial commercial-expiry            → deadline (it ends before, and shortens nothing) */
#include "tenure-lifecycle.h"

#define SOURCE "BSS API api_order_00015"

static TenureStep *
explain (TenureSteps *steps, const char *rule, const char *source, const char *name, TenureTime value,
         TenureTime deadline)
{
  TenureStep *step = tenure_steps_add (steps, rule, source);

  tenure_step_time (step, name, value);
  tenure_step_result (step, (TenureOperand){ .name = "result", .type = TENURE_OPERAND_TIME, .value = deadline });
  return step;
}

static TenureTime
regular_deadline (const TenureDeadlineInput *input, const TenurePolicy *policy, TenureSteps *steps)
{
  const char *rule = input->hardware ? "deadline.hardware" : "deadline.days";
  const char *path = input->hardware ? "payment.hardware_hours" : "payment.days";
  int count = input->hardware ? policy->pay_hardware_hours : policy->pay_days;
  TenureTime deadline = input->created + count * (input->hardware ? TENURE_HOUR_SECONDS : TENURE_DAY_SECONDS);

  tenure_step_count (explain (steps, rule, tenure_policy_source (policy, path), "created", input->created, deadline),
                     input->hardware ? "hours" : "days", count);
  return deadline;
}

static gboolean
ends_before (TenureTime end, TenureTime deadline)
{
  return end != TENURE_TIME_UNKNOWN && end < deadline;
}

TenureTime
tenure_payment_deadline (const TenureDeadlineInput *input, const TenurePolicy *policy, TenureSteps *steps)
{
  TenureTime deadline = regular_deadline (input, policy, steps);

  if (ends_before (input->coupon_expiry, deadline))
    {
      deadline = input->coupon_expiry;
      explain (steps, "deadline.coupon", SOURCE, "coupon-expiry", input->coupon_expiry, deadline);
    }
  if (ends_before (input->commercial_expiry, deadline))
    explain (steps, "deadline.commercial", SOURCE, "commercial-expiry", input->commercial_expiry, deadline);
  return deadline;
}
