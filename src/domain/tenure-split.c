/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-split.h"

#define N_CHANNELS 5
G_STATIC_ASSERT (sizeof (TenureChannels) == N_CHANNELS * sizeof (TenureMoney));

/* Whole fen, unless the amount itself has more decimals. */
static gboolean
share (TenureMoney amount, TenureMoney weight, TenureMoney weights, TenureMoney *part, GError **error)
{
  *part = 0;
  return weights == 0 || tenure_money_scale (amount, weight, weights, amount % TENURE_MONEY_FEN == 0 ? 2 : 8,
                                             TENURE_ROUND_TRUNCATE, part, error);
}

static gboolean
sum (const TenureMoney *amounts, guint n, TenureMoney *total, GError **error)
{
  *total = 0;
  for (guint i = 0; i < n; i++)
    if (!tenure_money_add (*total, amounts[i], total, error))
      return FALSE;
  return TRUE;
}

gboolean
tenure_split_amount (TenureMoney amount, const TenureMoney *weights, guint n, TenureMoney *parts, GError **error)
{
  TenureMoney rest;

  if (!sum (weights, n, &rest, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (i + 1 == n)
        parts[i] = amount;
      else if (!share (amount, weights[i], rest, &parts[i], error))
        return FALSE;
      amount -= parts[i];
      rest -= weights[i];
    }
  return TRUE;
}

/* One part takes its share of each channel; what rounding left over comes from channels that have room. */
static gboolean
take_part (TenureMoney *left, TenureMoney due, TenureMoney rest, TenureMoney *part, GError **error)
{
  TenureMoney missing = due;

  for (guint c = 0; c < N_CHANNELS; c++)
    {
      if (!share (left[c], due, rest, &part[c], error))
        return FALSE;
      missing -= part[c];
    }
  for (guint c = 0; c < N_CHANNELS; c++)
    {
      TenureMoney more = MIN (missing, left[c] - part[c]);
      part[c] += more;
      missing -= more;
      left[c] -= part[c];
    }
  return TRUE;
}

gboolean
tenure_split_channels (const TenureChannels *channels, const TenureMoney *dues, guint n, TenureChannels *parts,
                       GError **error)
{
  TenureChannels left = *channels;
  TenureMoney rest;

  if (!sum (dues, n, &rest, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (!take_part ((TenureMoney *)&left, dues[i], rest, (TenureMoney *)&parts[i], error))
        return FALSE;
      rest -= dues[i];
    }
  return TRUE;
}

gboolean
tenure_channels_add (TenureChannels *into, const TenureChannels *what, GError **error)
{
  TenureMoney *to = (TenureMoney *)into;
  const TenureMoney *from = (const TenureMoney *)what;

  for (guint c = 0; c < N_CHANNELS; c++)
    if (!tenure_money_add (to[c], from[c], &to[c], error))
      return FALSE;
  return TRUE;
}

gboolean
tenure_channels_sum (const TenureChannels *self, TenureMoney *total, GError **error)
{
  return sum ((const TenureMoney *)self, N_CHANNELS, total, error);
}
