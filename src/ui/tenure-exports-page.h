/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 导出记录: what was exported in the last three days, and its files. */
#pragma once

#include "tenure-page.h"

G_BEGIN_DECLS

/** Shown with the key of a record, it selects that one. Actions: exports.download (key), exports.stop (key). */
#define TENURE_TYPE_EXPORTS_PAGE (tenure_exports_page_get_type ())
G_DECLARE_FINAL_TYPE (TenureExportsPage, tenure_exports_page, TENURE, EXPORTS_PAGE, TenurePage)
TenurePage *tenure_exports_page_new (TenureSession *session);
/** Saves the file of record @key; what the save dialog does when a name was chosen. */
void tenure_exports_page_save (TenureExportsPage *self, const char *key, GFile *target);
/** Key of the selected record, or NULL; borrowed. */
const char *tenure_exports_page_selected (TenureExportsPage *self);

G_END_DECLS
