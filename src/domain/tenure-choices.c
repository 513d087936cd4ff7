/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-choices.h"

#define MONTHS_MOST 11
#define YEAR_MONTHS 12

static int
months_bought (const TenureResource *resource)
{
  for (guint t = 0; t < resource->n_terms; t++)
    if (resource->terms[t].kind == TENURE_TERM_NEW)
      return resource->terms[t].months;
  return 0;
}

TenureDurations
tenure_resource_durations (const TenureOffer *offer, const TenureResource *resource)
{
  TenureDurations durations = offer->renew;
  int bought = months_bought (resource);

  if (resource->charging != TENURE_CHARGING_PACKAGE || bought == 0)
    return durations;
  if (bought >= YEAR_MONTHS)
    durations.months = 0;
  else if (!offer->monthly_to_yearly)
    durations.years = 0;
  return durations;
}

int
tenure_remaining_term (TenureDay from, TenureDay to)
{
  int mday = tenure_day_mday (from), years = 1;

  for (int months = 1; months <= MONTHS_MOST; months++)
    if (tenure_day_add_months (from, months, mday) >= to)
      return months;
  while (tenure_day_add_months (from, years * YEAR_MONTHS, mday) < to)
    years++;
  return years * YEAR_MONTHS;
}
