/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 下架: what the platform sells, for its staff to withdraw or to offer again. */
#pragma once

#include "tenure-page.h"

G_BEGIN_DECLS

/** Actions: offers.withdraw (s: offer), offers.offer-again (s: offer). */
#define TENURE_TYPE_OFFERS_PAGE (tenure_offers_page_get_type ())
G_DECLARE_FINAL_TYPE (TenureOffersPage, tenure_offers_page, TENURE, OFFERS_PAGE, TenurePage)
TenurePage *tenure_offers_page_new (TenureSession *session);

G_END_DECLS
