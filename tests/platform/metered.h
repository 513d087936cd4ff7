/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of metered use, packages and deliveries order and ask. */
#pragma once

#include "engine.h"

G_BEGIN_DECLS

/** Orders pay-per-use; the main resource's id, free with g_free. @bandwidth 0: its offer has none. */
char *metered_order (Engine *engine, const char *offer, const char *spec, const char *name, int bandwidth);
/** Orders and pays a package that begins at @starts (NULL: on payment), and lets it be delivered. */
char *metered_package (Engine *engine, const char *offer, const char *spec, const char *name, int months,
                       const char *starts);
/** Sum of a column over the bill rows of a resource (NULL: of all). */
gint64 metered_billed (Engine *engine, const char *column, const char *resource);
TenureMoney metered_owed (Engine *engine);
void metered_top_up (Engine *engine, gint64 yuan);
void metered_set_mode (Engine *engine, const char *resource, TenureMode mode);
/** An instrument worth @yuan, valid for ten years, with its ledger. */
void metered_grant (Engine *engine, const char *key, const char *kind, int yuan);

#define metered_assert_billed(engine, column, resource, text)                                                          \
  engine_assert_money (metered_billed ((engine), (column), (resource)), (text))

G_END_DECLS
