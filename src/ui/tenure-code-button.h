/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 发送验证码: a button that counts down before it can be pressed again. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** Signal "clicked" (). */
#define TENURE_TYPE_CODE_BUTTON (tenure_code_button_get_type ())
G_DECLARE_FINAL_TYPE (TenureCodeButton, tenure_code_button, TENURE, CODE_BUTTON, AdwBin)
/** A code was sent: insensitive for a minute, with the seconds left. */
void tenure_code_button_count_down (TenureCodeButton *self);
/** Insensitive while it is being sent. */
void tenure_code_button_set_busy (TenureCodeButton *self, gboolean busy);

G_END_DECLS
