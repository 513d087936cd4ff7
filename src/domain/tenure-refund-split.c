/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The division of a partial refund over the channels that paid (rules 1.5; 13 #22). */
#include "tenure-refund-private.h"

/* The last channel that paid takes what rounding leaves over. */
static int
last_channel (const TenureRefundWork *work)
{
  int last = TENURE_N_CHANNELS - 1;

  while (last > 0 && work->paid[last] == 0)
    last--;
  return last;
}

/* What the channel would get before the bounds: a part pro rata, or all there is. */
static gboolean
wanted_share (const TenureRefundWork *work, TenureMoney base, int channel, int last, TenureMoney left,
              TenureMoney *wanted, GError **error)
{
  *wanted = left;
  if (work->policy->channels_cash_first || channel == last)
    return TRUE;
  return tenure_money_scale (work->remainder, work->paid[channel], base, work->policy->places, work->policy->rounding,
                             wanted, error);
}

/* Rounding down can leave the last channel with more than it paid: the others take it, each up to what it paid. */
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
  int last = last_channel (work);

  for (int i = 0; i < TENURE_N_CHANNELS; i++)
    base += work->paid[i];
  for (int i = 0; i <= last && left > 0; i++)
    {
      TenureMoney wanted;

      if (!wanted_share (work, base, i, last, left, &wanted, error))
        return FALSE;
      work->share[i] = MIN (MIN (wanted, left), work->paid[i]);
      left -= work->share[i];
    }
  place_leftover (work, left);
  return TRUE;
}
