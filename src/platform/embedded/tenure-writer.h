/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Executing effects inside the write transaction. No rule lives here: what is written was decided. */
#pragma once

#include "tenure-decision.h"
#include "tenure-platform.h"
#include "tenure-proof.h"

G_BEGIN_DECLS

/** One execution; fill in the first part, the rest is the writer's own. */
typedef struct
{
  TenureConnection *connection;
  const TenureWorld *world;
  const char *command_id;   /* NULL: the system's own doing */
  const TenureProof *proof; /* of a command with a secret, or NULL */
  GCancellable *cancellable;
  TenureProgress report; /* on this thread, while more than a thousand effects are executed; or NULL */
  gpointer report_data;

  GArray *orders, *resources; /* ids of what was made, by TENURE_MADE */
  GPtrArray *numbers;         /* char *: numbers of the orders made or paid, the whole before its children */
  int position;               /* of the next step */
} TenureWriter;

void tenure_writer_init (TenureWriter *self, TenureConnection *connection, const TenureWorld *world,
                         const char *command_id, GCancellable *cancellable);
void tenure_writer_clear (TenureWriter *self);
/** All effects in their order; FALSE leaves the transaction to be rolled back. */
gboolean tenure_writer_run (TenureWriter *self, const TenureDecision *decision, GError **error);

/* Between the writer's own files. */

/** A value to bind: one of the four makers below. */
typedef struct
{
  enum
  {
    TENURE_BIND_INT,
    TENURE_BIND_KNOWN,
    TENURE_BIND_TEXT
  } type;
  gint64 number;
  const char *text;
} TenureBind;
#define TENURE_INT(n) ((TenureBind){ TENURE_BIND_INT, (n), NULL })
#define TENURE_KNOWN(n) ((TenureBind){ TENURE_BIND_KNOWN, (n), NULL }) /* NULL for what is unknown */
#define TENURE_ID(n) TENURE_KNOWN ((n) == 0 ? G_MININT64 : (n))        /* NULL for none */
#define TENURE_TEXT(t) ((TenureBind){ TENURE_BIND_TEXT, 0, (t) })

gboolean tenure_writer_exec (TenureWriter *self, const char *sql, const TenureBind *binds, guint n, GError **error);
#define TENURE_EXEC(self, sql, error, ...)                                                                             \
  tenure_writer_exec ((self), (sql), (TenureBind[]){ __VA_ARGS__ }, G_N_ELEMENTS (((TenureBind[]){ __VA_ARGS__ })),    \
                      (error))

gint64 tenure_writer_order (const TenureWriter *self, TenureRef ref);
gint64 tenure_writer_resource (const TenureWriter *self, TenureRef ref);
/** The number of an order that was made, paid or read. */
char *tenure_writer_number (TenureWriter *self, gint64 order, GError **error);
gboolean tenure_writer_journal (TenureWriter *self, const char *kind, const char *subject, const TenureJson *body,
                                GError **error);

gboolean tenure_writer_make_order (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_pay_order (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_set_status (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_make_resource (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_resize (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_block_term (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_add_term (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_meter (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_charged (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_period (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_capacity (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_bill (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_arrears (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_arrears_mark (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_tell_line (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_fail_line (TenureWriter *self, const TenureEffect *effect, GError **error);

/** A code or link that is live is used, replaced, void or expired: what it opens is erased. */
gboolean tenure_writer_end_code (TenureWriter *self, gint64 code, const char *state, GError **error);
gboolean tenure_writer_end_link (TenureWriter *self, gint64 link, const char *state, GError **error);
gboolean tenure_writer_replace_links (TenureWriter *self, gint64 account, GError **error);
gboolean tenure_writer_rename (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_send_code (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_send_link (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_application (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_decide_application (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_password (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_sign (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_erase (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_await (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_set_verdict (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_mark (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_lock (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_unlock (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_grant (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_grant_discount (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_end_coupon (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_activate (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_forfeit (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_freeze (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_set_offer (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_make_export (TenureWriter *self, const TenureEffect *effect, GError **error);
gboolean tenure_writer_end_export (TenureWriter *self, const TenureEffect *effect, GError **error);

G_END_DECLS
