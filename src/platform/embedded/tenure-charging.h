/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many hours one charge takes together. A charge is due at the full hour; what is settled late may wait for hours
 * to come, as long as nothing in between makes a difference:
 * - up to the next event of any kind, or
 * - while no instrument could pay and the balance suffices for everything until then, up to the end of the month,
 *   whatever happens besides. A decision in between that takes money, brings an instrument back or begins another meter
 *   is looked at first: when the reserve no longer suffices, the hours before it are charged first.
 * The result is the same as hour by hour, but for fewer, longer bill rows. */
#pragma once

#include "tenure-decision.h"

G_BEGIN_DECLS

/** Hours of an account that wait, and the money they may need. */
typedef struct
{
  gint64 account;
  TenureTime until; /* when they are charged */
  TenureMoney needed;
} TenureReserve;
#define TENURE_MOST_RESERVES 8

/** The reserves of one settlement; begins as zeros. */
typedef struct
{
  TenureReserve reserves[TENURE_MOST_RESERVES];
  guint n;
} TenureReserves;

/** A settlement begins: hours that an interrupted one let wait are due again when they ended. */
gboolean tenure_charging_begin (TenureConnection *connection, GError **error);
/** What happens to a charge that has been picked. */
typedef enum
{
  TENURE_CHARGE_NOW,   /* charge the hours up to *until */
  TENURE_CHARGE_LATER, /* let it wait until *until */
} TenureChargePlan;
/** For the charge due at @due of the account of @world, which knows what is metered; @now: up to when it is settled. */
gboolean tenure_charging_plan (TenureReserves *self, TenureConnection *connection, const TenureWorld *world,
                               TenureTime due, TenureTime now, TenureChargePlan *plan, TenureTime *until,
                               GError **error);
/** TRUE when the hours that wait must be charged before @decision is executed; their charge is due again then. */
gboolean tenure_charging_disturbs (TenureReserves *self, const TenureWorld *world, const TenureDecision *decision);
/** Moves the account's charge to @due. */
gboolean tenure_charging_move (TenureConnection *connection, gint64 account, TenureTime due, GError **error);

G_END_DECLS
