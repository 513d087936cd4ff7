/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Customer levels. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** 客户等级: V0 to V5 of the Chinese edition, and the one level of the international edition. */
typedef enum
{
  TENURE_LEVEL_V0,
  TENURE_LEVEL_V1,
  TENURE_LEVEL_V2,
  TENURE_LEVEL_V3,
  TENURE_LEVEL_V4,
  TENURE_LEVEL_V5,
  TENURE_LEVEL_INTL,
  TENURE_N_LEVELS
} TenureLevel;

/** "V0" … "V5", "intl"; interned. */
const char *tenure_level_name (TenureLevel level);
gboolean tenure_level_parse (const char *text, TenureLevel *level, GError **error);

G_END_DECLS
