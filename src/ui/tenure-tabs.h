/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of tabs with counts, of which one is chosen; scrolls sideways where it is narrow. */
#pragma once

#include <adwaita.h>

#include "tenure-session.h"

G_BEGIN_DECLS

/** Property "selected" (int) notifies when another tab is chosen. */
#define TENURE_TYPE_TABS (tenure_tabs_get_type ())
G_DECLARE_FINAL_TYPE (TenureTabs, tenure_tabs, TENURE, TABS, AdwBin)
/** @titles: NULL-terminated, translated. */
void tenure_tabs_set_titles (TenureTabs *self, const char *const *titles);
/** Shows behind each title how many rows its query (TenureQuery, one a tab) has; a newer count takes the place. */
void tenure_tabs_count (TenureTabs *self, TenureSession *session, GPtrArray *queries);
int tenure_tabs_selected (TenureTabs *self);
void tenure_tabs_select (TenureTabs *self, int tab);

G_END_DECLS
