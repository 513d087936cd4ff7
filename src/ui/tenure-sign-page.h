/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 登录: what the window shows while nobody is signed in. */
#pragma once

#include "tenure-page.h"

G_BEGIN_DECLS

/** Action: sign.in. */
#define TENURE_TYPE_SIGN_PAGE (tenure_sign_page_get_type ())
G_DECLARE_FINAL_TYPE (TenureSignPage, tenure_sign_page, TENURE, SIGN_PAGE, TenurePage)
TenurePage *tenure_sign_page_new (TenureSession *session);

G_END_DECLS
