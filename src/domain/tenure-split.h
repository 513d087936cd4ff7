/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Splitting what was paid for several things over them, to the last fen. */
#pragma once

#include "tenure-records.h"

G_BEGIN_DECLS

/** @amount over @n parts in proportion to @weights; the last takes what is left, so the parts' sum is @amount. */
gboolean tenure_split_amount (TenureMoney amount, const TenureMoney *weights, guint n, TenureMoney *parts,
                              GError **error);
/** @channels over @n parts that cost @dues (whose sum the channels are): each part's channels sum to its due, each
 * channel's parts sum to the channel, none is below zero. */
gboolean tenure_split_channels (const TenureChannels *channels, const TenureMoney *dues, guint n, TenureChannels *parts,
                                GError **error);
/** into += what; by channel. */
gboolean tenure_channels_add (TenureChannels *into, const TenureChannels *what, GError **error);
/** All five together, the voucher too. */
gboolean tenure_channels_sum (const TenureChannels *self, TenureMoney *sum, GError **error);

G_END_DECLS
