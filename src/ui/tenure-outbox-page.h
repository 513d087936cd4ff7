/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 发件箱: the mails and SMS that the platform sent, newest first. */
#pragma once

#include "tenure-page.h"

G_BEGIN_DECLS

/** Actions: outbox.open (the link), outbox.copy (the code or the link). */
#define TENURE_TYPE_OUTBOX_PAGE (tenure_outbox_page_get_type ())
G_DECLARE_FINAL_TYPE (TenureOutboxPage, tenure_outbox_page, TENURE, OUTBOX_PAGE, TenurePage)
TenurePage *tenure_outbox_page_new (TenureSession *session);

G_END_DECLS
