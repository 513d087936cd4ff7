/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-renewal-choices.h"

#include "tenure-records.h"

void
tenure_renewal_choices_offer (TenureDurationRow *row, TenureSession *session, const GPtrArray *resources)
{
  TenurePlatform *platform = tenure_session_platform (session);
  TenureCatalogue *catalogue = tenure_platform_catalogue (platform);
  g_autofree TenureDurations *offers = g_new0 (TenureDurations, resources->len + 1);
  TenureDurations choices = { 0 };
  guint n = 0;
  int preset = 0;

  for (guint i = 0; i < resources->len; i++)
    {
      const TenureResource *resource = resources->pdata[i];
      const TenureOffer *offer = tenure_catalogue_find (catalogue, resource->offer);

      if (offer)
        offers[n++] = offer->renew;
    }
  tenure_renewal_choices (offers, n, &choices, &preset);
  tenure_duration_row_offer (row, choices, tenure_platform_policy (platform)->months_offered, preset);
}
