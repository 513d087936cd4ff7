/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The division of a partial refund over the channels that paid (rules 1.5; 13 #22). */
#include "tenure-refund-private.h"

/* What the channel would get before the bounds: a part pro rata, or all that is left. */
static gboolean
wanted_share (const TenureRefundWork *work, TenureMoney base, int channel, TenureMoney left, TenureMoney *wanted,
              GError **error)
{
  *wanted = left;
  if (work->policy->channels_cash_first)
    return TRUE;
  return tenure_money_scale (work->remainder, work->paid[channel], base, work->policy->places, work->policy->rounding,
                             wanted, error);
}

/* What rounding leaves over goes to the last channel, and beyond what that one paid to those before it. */
static void
place_leftover (TenureRefundWork *work, TenureMoney left)
{
  for (int i = TENURE_N_CHANNELS - 1; i >= 0; i--)
    {
      TenureMoney extra = MIN (left, work->paid[i] - work->share[i]);

      work->share[i] += extra;
      left -= extra;
    }
}

gboolean
tenure_refund_split (TenureRefundWork *work, GError **error)
{
  TenureMoney base = 0, left = work->remainder;

  for (int i = 0; i < TENURE_N_CHANNELS; i++)
    base += work->paid[i];
  for (int i = 0; i < TENURE_N_CHANNELS && left > 0; i++)
    {
      TenureMoney wanted;

      if (!wanted_share (work, base, i, left, &wanted, error))
        return FALSE;
      work->share[i] = MIN (MIN (wanted, left), work->paid[i]);
      left -= work->share[i];
    }
  place_leftover (work, left);
  return TRUE;
}
