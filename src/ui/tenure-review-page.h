/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 待审核: purchases, or large refunds, of all customers that wait for the platform's staff. */
#pragma once

#include "tenure-page.h"

G_BEGIN_DECLS

/** Actions: review.approve, review.reject, review.details: of the selected orders. */
#define TENURE_TYPE_REVIEW_PAGE (tenure_review_page_get_type ())
G_DECLARE_FINAL_TYPE (TenureReviewPage, tenure_review_page, TENURE, REVIEW_PAGE, TenurePage)
TenurePage *tenure_review_page_new_purchases (TenureSession *session);
TenurePage *tenure_review_page_new_refunds (TenureSession *session);

G_END_DECLS
