/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A profile in a folder of its own, its platform, and a clock that the test moves. */
#pragma once

#include "tenure-embedded.h"
#include "tenure-error.h"
#include "tenure-test.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  TenureProfile *profile;
  TenureCatalogue *catalogue;
  TenureEmbedded *platform;
  TenureTime now;
} Engine;

/** Starts a profile "test" at @start ("2024-01-10 10:30:00"), with account "demo" and @balance yuan. */
Engine *engine_new (const char *start, gint64 balance, gboolean practice, TenureLevel level);
/** The usual one: practice, V3. */
Engine *engine_open (const char *start, gint64 balance);
void engine_free (Engine *self);
/** Moves the clock and plays what falls due. */
void engine_go (Engine *self, const char *time);
void engine_pass (Engine *self, TenureTime seconds);

TenurePlan *engine_plan (Engine *self, TenureCommandKind kind, gconstpointer params);
TenureOutcome *engine_apply (Engine *self, TenurePlan *plan);
/** Plans and applies; must be done. The plan as applied is the outcome's. */
TenureOutcome *engine_do (Engine *self, TenureCommandKind kind, gconstpointer params);
/** Plans; must be refused as a whole or in its first item by @rule. */
void engine_refused (Engine *self, TenureCommandKind kind, gconstpointer params, const char *rule);
/** Plan that shows nothing possible, or possible items: the refusal of an item. */
const char *engine_item_rule (const TenurePlan *plan, guint index);

/** Orders ECS with a 40 GiB disk, pays, and lets it be delivered; the resource's id, free with g_free. */
char *engine_buy (Engine *self, const char *offer, const char *name, int months);
/** Number of the first order of an outcome; borrowed. */
const char *engine_number (const TenureOutcome *outcome);
char **engine_strv (const char *first, ...) G_GNUC_NULL_TERMINATED;

/** One value of the database; NULL for NULL or no row; free with g_free. */
char *engine_value (Engine *self, const char *sql, const char *argument);
gint64 engine_number_of (Engine *self, const char *sql, const char *argument);
/** Changes the file behind the platform's back: what no command of today can bring about. */
void engine_sql (Engine *self, const char *sql);
TenureMoney engine_balance (Engine *self);
/** "2024-02-10 23:59:59"; free with g_free. */
char *engine_expiry (Engine *self, const char *resource);
/** Every row of every table but the practice clock's, as text; free with g_free. */
char *engine_dump (Engine *self);
/** tenure_check finds nothing. */
void engine_check (Engine *self);

#define engine_assert_time(actual, text)                                                                               \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *actual_time_ = tenure_time_format (actual);                                                       \
    g_assert_cmpstr (actual_time_, ==, (text));                                                                        \
  }                                                                                                                    \
  G_STMT_END
#define engine_assert_money(actual, text)                                                                              \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *actual_money_ = tenure_money_format2 (actual);                                                    \
    g_assert_cmpstr (actual_money_, ==, (text));                                                                       \
  }                                                                                                                    \
  G_STMT_END
#define engine_assert_expiry(self, resource, text)                                                                     \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *expiry_ = engine_expiry ((self), (resource));                                                     \
    g_assert_cmpstr (expiry_, ==, (text));                                                                             \
  }                                                                                                                    \
  G_STMT_END

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Engine, engine_free)

G_END_DECLS
