/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Huawei accounts of the profile, applications, the outbox. Inside jobs. */
#pragma once

#include "tenure-registration.h"
#include "tenure-store.h"

G_BEGIN_DECLS

/** TenureAccount of all Huawei accounts, those opened first, then by key; free with g_ptr_array_unref. */
GPtrArray *tenure_facts_accounts (TenureConnection *connection, int year, GError **error);
/** That of one account; *@application is NULL when there is none. */
gboolean tenure_facts_application (TenureConnection *connection, gint64 account_id, TenureApplication **application,
                                   GError **error);
/** TenureApplication in @state (-1: all), the newest first. */
GPtrArray *tenure_facts_applications (TenureConnection *connection, int state, GError **error);

/** A mail or SMS of the outbox (发件箱), not yet worded. */
typedef struct
{
  gint64 id;
  char *account; /* key, or NULL: nobody's yet */
  TenureTime at;
  gboolean sms; /* or a mail */
  char *address, *template;
  char *arguments; /* canonical JSON object of texts */
  char *secret;    /* the code, or the link's secret part, until used or expired; or NULL */
} TenureMessage;
void tenure_message_free (TenureMessage *self);
/** At most @limit TenureMessage, newest first, those before message @before (0: from the newest). @account NULL: of
 * all accounts, as the one mailbox of the profile. */
GPtrArray *tenure_facts_messages (TenureConnection *connection, const char *account, gint64 before, guint limit,
                                  GError **error);

/** Whether it has a password, and since when; misses since the last success. */
typedef struct
{
  gboolean has_password;
  TenureTime set_at, missed_at; /* TENURE_TIME_UNKNOWN: never */
  int misses;
} TenureCredential;
gboolean tenure_facts_credential (TenureConnection *connection, gint64 account_id, TenureCredential *credential,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureMessage, tenure_message_free)

G_END_DECLS
