/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-places.h"

#include <glib/gi18n-lib.h>

#include "tenure-activity-page.h"
#include "tenure-balance-page.h"
#include "tenure-exports-page.h"
#include "tenure-applications-page.h"
#include "tenure-customers-page.h"
#include "tenure-offers-page.h"
#include "tenure-orders-page.h"
#include "tenure-outbox-page.h"
#include "tenure-renewals-page.h"
#include "tenure-review-page.h"
#include "tenure-services-page.h"
#include "tenure-sign-page.h"
#include "tenure-unsubscribe-page.h"

#define ADMINISTRATOR (1 << TENURE_ROLE_ADMINISTRATOR)
#define REVIEWER (1 << TENURE_ROLE_REVIEWER)
#define VISITOR (1 << TENURE_ROLE_VISITOR)

static const TenurePlace places[] = {
  { "services", N_ ("Services"), "view-app-grid-symbolic", NULL, ADMINISTRATOR, tenure_services_page_new },
  { "unpaid", N_ ("Pending Payment"), "tenure-payment-symbolic", N_ ("Orders"), ADMINISTRATOR,
    tenure_orders_page_new_unpaid },
  { "orders", N_ ("My Orders"), "view-list-symbolic", N_ ("Orders"), ADMINISTRATOR, tenure_orders_page_new },
  { "renewals", N_ ("Renewals"), "view-refresh-symbolic", N_ ("Resources"), ADMINISTRATOR, tenure_renewals_page_new },
  { "unsubscribe", N_ ("Unsubscription"), "user-trash-symbolic", N_ ("Resources"), ADMINISTRATOR,
    tenure_unsubscribe_page_new },
  { "exports", N_ ("Exports"), "document-save-symbolic", N_ ("Account"), ADMINISTRATOR, tenure_exports_page_new },
  { "balance", N_ ("Balance and Coupons"), "tenure-payment-symbolic", N_ ("Account"), ADMINISTRATOR,
    tenure_balance_page_new },
  { "activity", N_ ("Activity"), "document-open-recent-symbolic", N_ ("Account"), ADMINISTRATOR,
    tenure_activity_page_new },
  { "sign-in", N_ ("Sign In"), "system-users-symbolic", NULL, VISITOR, tenure_sign_page_new },
  { "applications", N_ ("Applications"), "contact-new-symbolic", N_ ("To Decide"), REVIEWER,
    tenure_applications_page_new },
  { "purchases", N_ ("Purchases"), "tenure-payment-symbolic", N_ ("To Decide"), REVIEWER,
    tenure_review_page_new_purchases },
  { "refunds", N_ ("Refunds"), "edit-undo-symbolic", N_ ("To Decide"), REVIEWER, tenure_review_page_new_refunds },
  { "customers", N_ ("Customers"), "system-users-symbolic", N_ ("Platform"), REVIEWER, tenure_customers_page_new },
  { "offers", N_ ("Catalogue"), "view-app-grid-symbolic", N_ ("Platform"), REVIEWER, tenure_offers_page_new },
  { "outbox", N_ ("Outbox"), "mail-unread-symbolic", N_ ("Messages"), ADMINISTRATOR | REVIEWER | VISITOR,
    tenure_outbox_page_new },
  { NULL },
};

const TenurePlace *
tenure_places (void)
{
  return places;
}

gboolean
tenure_place_is_for (const TenurePlace *place, TenureRole role)
{
  return (place->roles & (1 << role)) != 0;
}

GtkWidget *
tenure_place_page (const TenurePlace *place, TenureSession *session)
{
  GtkWidget *page = GTK_WIDGET (place->create (session));

  gtk_accessible_update_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (place->title), -1);
  return page;
}
