/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 选配云服务: the catalogue by category; a service shows what the account has of it and can be bought. */
#pragma once

#include "tenure-page.h"

G_BEGIN_DECLS

/** Shown with the key of an offer ("eip"), it turns to that service. Actions: services.open (s), services.buy. */
#define TENURE_TYPE_SERVICES_PAGE (tenure_services_page_get_type ())
G_DECLARE_FINAL_TYPE (TenureServicesPage, tenure_services_page, TENURE, SERVICES_PAGE, TenurePage)
TenurePage *tenure_services_page_new (TenureSession *session);

G_END_DECLS
