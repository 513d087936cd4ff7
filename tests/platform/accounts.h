/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way from a Huawei account to a first sign-in, step by step. */
#pragma once

#include "engine.h"
#include "tenure-secrets.h"

#define ACCOUNT "hw_wenhua"
#define USER ACCOUNT ".govcloud"
#define PHONE "13912345678"
#define EMAIL "wenhua@wenhua.example"
#define PASSWORD "Yun#Gang-2026"

/** A practice profile with its Huawei accounts, and a platform that acts for whoever is signed in ("demo" at first). */
Engine *accounts_engine (void);
TenureOutcome *accounts_apply (Engine *engine, TenureCommandKind kind, gconstpointer params, const char *secret);
/** Must be done. */
void accounts_done (Engine *engine, TenureCommandKind kind, gconstpointer params, const char *secret);
/** The plan is possible, and applying it with this secret is refused by @rule. */
void accounts_wrong (Engine *engine, TenureCommandKind kind, gconstpointer params, const char *secret,
                     const char *rule);

/** What is handed in; a corrected copy is its own. */
TenureApplyAccount accounts_form (void);
char *accounts_newest_secret (Engine *engine);
/** The code. */
char *accounts_send_code (Engine *engine, const char *phone);
void accounts_hand_in (Engine *engine);
void accounts_decide (Engine *engine, gboolean approve, const char *reason);
char *accounts_newest_link (Engine *engine);
char *accounts_link_secret (Engine *engine, const char *link);
char *accounts_two_lines (const char *first, const char *second);
/** By the newest link, with PASSWORD. */
void accounts_activate (Engine *engine);
/** All of that. */
void accounts_open (Engine *engine);
void accounts_sign_in (Engine *engine, const char *login);

#define value_is(engine, sql, expected)                                                                                \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *value_ = engine_value ((engine), (sql), NULL);                                                    \
    g_assert_cmpstr (value_, ==, (expected));                                                                          \
  }                                                                                                                    \
  G_STMT_END
