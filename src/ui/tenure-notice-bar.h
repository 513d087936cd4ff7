/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bar above the content that says one sentence and offers one way out (libadwaita's own came after the floor). */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** Signal "clicked" (). */
#define TENURE_TYPE_NOTICE_BAR (tenure_notice_bar_get_type ())
G_DECLARE_FINAL_TYPE (TenureNoticeBar, tenure_notice_bar, TENURE, NOTICE_BAR, AdwBin)
/** Shows @text with a button, or without one when @button is NULL; a NULL @text hides the bar. */
void tenure_notice_bar_show (TenureNoticeBar *self, const char *text, const char *button);

G_END_DECLS
