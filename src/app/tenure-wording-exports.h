/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of exports (导出记录). */
#pragma once

#include "tenure-catalogue.h"
#include "tenure-export.h"

G_BEGIN_DECLS

/** Positions in TENURE_EXPORTS, TENURE_EXPORT_FORMATS and TENURE_EXPORT_ENCODINGS; translated static strings. */
const char *tenure_word_export (int what);
const char *tenure_word_export_format (int format);
const char *tenure_word_export_encoding (int encoding);
const char *tenure_word_export_state (TenureExportState state);
/** Why it failed, and the way out; translated static string. */
const char *tenure_word_export_reason (const char *reason);
/** "12 rows · 1 year", "All", or its filter: "Status: Completed"; free with g_free. */
char *tenure_word_export_question (TenureCatalogue *catalogue, const TenureExportRecord *record);
/** That @n rows are left out; free with g_free. */
char *tenure_word_left_out (gint64 n);

G_END_DECLS
