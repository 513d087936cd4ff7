/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sessions: profiles made, filled and opened; settlement on the wall clock; notices. */
#include "tenure-account-lookup.h"
#include "tenure-due-timer.h"
#include "tenure-error.h"
#include "tenure-reading.h"

typedef struct
{
  char *folder;
} Place;

static void
place_setup (Place *place, gconstpointer data)
{
  place->folder = g_dir_make_tmp ("tenure-session-XXXXXX", NULL);
  g_setenv ("TENURE_PROFILES", place->folder, TRUE);
}

static void
place_teardown (Place *place, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf %s", place->folder);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (place->folder);
}

static TenureSession *
make (const char *name, gboolean practice, guint sample)
{
  TenureSessionSetup setup = { .name = name, .practice = practice, .level = TENURE_LEVEL_V3, .sample = sample };
  g_autoptr (GError) error = NULL;
  TenureSession *session = tenure_session_create (&setup, &error);

  g_assert_no_error (error);
  return session;
}

static TenureOutcome *
apply (TenureSession *session, TenureCommandKind kind, gconstpointer params)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureCommand) command = tenure_command_new (kind, params, NULL, &error);
  g_autoptr (TenurePlan) plan = NULL;
  TenureOutcome *outcome;

  g_assert_no_error (error);
  plan = tenure_session_plan (session, command, &error);
  g_assert_no_error (error);
  outcome = tenure_session_apply (session, command, plan, &error);
  g_assert_no_error (error);
  g_assert_cmpint (outcome->status, ==, TENURE_OUTCOME_DONE);
  return outcome;
}

static TenureMoney
balance_of (TenureSession *session)
{
  TenureAccount account = { 0 };
  g_autoptr (GError) error = NULL;
  TenureMoney balance;

  tenure_session_read_account (session, &account, &error);
  g_assert_no_error (error);
  balance = account.balance;
  tenure_account_clear (&account);
  return balance;
}

static void
top_up (TenureSession *session, int yuan)
{
  g_autoptr (TenureOutcome) outcome = apply (session, TENURE_COMMAND_TOP_UP, &(TenureTopUp){ yuan * TENURE_MONEY_ONE });
}

static char *
order_vpc (TenureSession *session)
{
  const TenureOffer *vpc = tenure_catalogue_find (tenure_platform_catalogue (tenure_session_platform (session)), "vpc");
  TenurePlaceOrder params = {
    .offer = (char *)"vpc", .name = (char *)"net", .months = 1, .quantity = 1, .agreed = TRUE
  };
  g_autoptr (TenureOutcome) outcome = NULL;

  params.spec = (char *)vpc->specs[0].key;
  params.region = (char *)vpc->regions[0];
  outcome = apply (session, TENURE_COMMAND_ORDER, &params);
  return g_strdup (outcome->orders[0]);
}

static int
order_status (TenureSession *session, const char *order)
{
  const char *const keys[] = { order, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) orders = tenure_read_orders (session, keys, &error);

  g_assert_no_error (error);
  return (int)((TenureOrder *)orders->pdata[0])->status;
}

static void
test_create (Place *place, gconstpointer data)
{
  g_autoptr (TenureSession) session = make ("office", FALSE, 0);
  TenureProfile *profile = tenure_session_profile (session);

  g_assert_cmpstr (tenure_profile_name (profile), ==, "office");
  g_assert_false (tenure_profile_practice (profile));
  g_assert_true (tenure_profile_drives (profile));
  g_assert_cmpint (tenure_profile_level (profile), ==, TENURE_LEVEL_V3);
  g_assert_cmpstr (tenure_profile_policy (profile)->name, ==, "huawei-cn");
  g_assert_cmpint (balance_of (session), ==, 0);
  g_assert_null (tenure_session_notice (session));
}

static void
on_changed_accounts (TenureSession *session, const char *const *scopes, gpointer told)
{
  if (g_strv_contains (scopes, "accounts"))
    *(gboolean *)told = TRUE;
}

/* Who signs out has nothing to read. */
static void
test_signed_out (Place *place, gconstpointer data)
{
  g_autoptr (TenureSession) session = make ("office", TRUE, 0);
  g_autofree char *order = order_vpc (session);
  const char *const keys[] = { order, NULL };
  g_autoptr (TenureOutcome) out = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GError) error = NULL;
  TenureAccount account = { 0 };
  gboolean told = FALSE;

  g_assert_cmpstr (tenure_session_account (session), ==, "main");
  g_signal_connect (session, "changed", G_CALLBACK (on_changed_accounts), &told);
  out = apply (session, TENURE_COMMAND_SIGN_OUT, &(TenureSignOut){ 0 });
  g_assert_null (tenure_session_account (session));
  while (!told)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (tenure_session_read_account (session, &account, &error));
  g_assert_error (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_REFUSED);
  g_clear_error (&error);
  orders = tenure_read_orders (session, keys, &error);
  g_assert_null (orders);
  g_assert_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN);
}

/* Keeps a reader until it is let go. */
static GMutex gate;
static GCond gate_opened;
static int readers_kept;
static gboolean gate_open;

static gboolean
keep_reader (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_mutex_lock (&gate);
  readers_kept++;
  g_cond_broadcast (&gate_opened);
  while (!gate_open)
    g_cond_wait (&gate_opened, &gate);
  g_mutex_unlock (&gate);
  return TRUE;
}

static void
keep_both_readers (TenureSession *session)
{
  for (int i = 0; i < 2; i++)
    tenure_store_read_async (tenure_session_store (session), keep_reader, NULL, NULL, NULL, NULL, NULL);
  g_mutex_lock (&gate);
  while (readers_kept < 2)
    g_cond_wait (&gate_opened, &gate);
  g_mutex_unlock (&gate);
}

static void
let_go (void)
{
  g_mutex_lock (&gate);
  gate_open = TRUE;
  g_cond_broadcast (&gate_opened);
  g_mutex_unlock (&gate);
}

static void
note_known (TenureSession *session, const char *const *scopes, TenureMoney *balance)
{
  if (g_strv_contains (scopes, "balance"))
    *balance = tenure_session_known_account (session, NULL)->balance;
}

static void
on_topped_up (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenureOutcome) outcome = tenure_platform_apply_finish (TENURE_PLATFORM (source), result, NULL);

  g_assert_nonnull (outcome);
  *(gboolean *)data = TRUE;
}

static gboolean
has_notice (TenureSession *session)
{
  g_autofree char *notice = tenure_session_notice (session);

  return notice != NULL;
}

/* Long lists keep both readers: nobody who draws waits for them (a window stood for ten seconds), and whoever is told
 * of a change finds the new balance there. */
static void
test_never_waits (Place *place, gconstpointer data)
{
  g_autoptr (TenureSession) session = make ("office", FALSE, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureCommand) command =
      tenure_command_new (TENURE_COMMAND_TOP_UP, &(TenureTopUp){ 70 * TENURE_MONEY_ONE }, NULL, &error);
  g_autoptr (TenurePlan) plan = tenure_session_plan (session, command, &error);
  TenureMoney told = TENURE_MONEY_UNKNOWN, before = balance_of (session);
  gboolean done = FALSE;

  g_assert_no_error (error);
  g_signal_connect (session, "changed", G_CALLBACK (note_known), &told);
  keep_both_readers (session);
  tenure_platform_apply_async (tenure_session_platform (session), command, plan, NULL, NULL, NULL, NULL, on_topped_up,
                               &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  for (int i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE); /* a turn that waited for a reader would never end */
  g_assert_cmpint (tenure_session_known_account (session, NULL)->balance, ==, before);
  g_assert_cmpint (told, ==, TENURE_MONEY_UNKNOWN);
  /* What has fallen due waits as well, and says so in time. */
  while (!has_notice (session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (tenure_session_asks (session));
  let_go ();
  while (told == TENURE_MONEY_UNKNOWN || has_notice (session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (told, ==, before + 70 * TENURE_MONEY_ONE);
}

/* The window does not wait for what has fallen due: it settles while the main loop turns. */
static void
test_settles_soon (Place *place, gconstpointer data)
{
  g_autofree char *order = NULL;
  g_autoptr (TenureSession) session = make ("training", TRUE, 0);
  g_autoptr (GError) error = NULL;

  order = order_vpc (session);
  g_assert_true (tenure_profile_advance (tenure_session_profile (session), 30 * TENURE_DAY_SECONDS, &error));
  g_assert_finalize_object (g_steal_pointer (&session));
  session = tenure_session_open_unsettled ("training", &error);
  g_assert_no_error (error);
  g_assert_cmpint (order_status (session, order), ==, TENURE_ORDER_UNPAID);
  tenure_session_settle_soon (session, 0);
  while (order_status (session, order) == TENURE_ORDER_UNPAID)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (order_status (session, order), ==, TENURE_ORDER_CANCELLED);
  g_assert_null (tenure_session_notice (session));
  g_assert_false (tenure_session_asks (session));
}

static gboolean
spoil_offers (TenureConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return tenure_connection_exec (connection, "DROP TABLE offer", error);
}

/* What cannot be read of the offers keeps nobody from the profile: it opens, and who asks is told why. */
static void
test_offers_unreadable (Place *place, gconstpointer data)
{
  g_autoptr (TenureSession) session = make ("training", TRUE, 0);
  const TenureOffer *vpc = tenure_catalogue_find (tenure_platform_catalogue (tenure_session_platform (session)), "vpc");
  g_autoptr (GError) error = NULL;

  g_assert_false (tenure_session_withdrawn (session, vpc));
  tenure_store_write (tenure_session_store (session), spoil_offers, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (g_steal_pointer (&session));
  session = tenure_session_open_unsettled ("training", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tenure_session_account (session), ==, "main");
  vpc = tenure_catalogue_find (tenure_platform_catalogue (tenure_session_platform (session)), "vpc");
  g_assert_false (tenure_session_withdrawn (session, vpc));
  g_assert_null (tenure_session_known_account (session, &error));
  g_assert_nonnull (error);
}

/* A1-02: one account may register, and one fails at each condition; nobody is signed in. */
static void
test_register_first (Place *place, gconstpointer data)
{
  TenureSessionSetup setup = { .name = "new", .practice = TRUE, .register_first = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureSession) session = tenure_session_create (&setup, &error);
  g_autoptr (GPtrArray) accounts = NULL;
  guint n_eligible = 0, failing[TENURE_N_CONDITIONS] = { 0 };

  g_assert_no_error (error);
  g_assert_null (tenure_session_account (session));
  accounts = tenure_read_accounts (session, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < accounts->len; i++)
    {
      const TenureAccountView *view = accounts->pdata[i];

      n_eligible += view->eligible;
      for (guint c = 0; c < TENURE_N_CONDITIONS; c++)
        failing[c] += !view->conditions[c].met;
    }
  g_assert_cmpuint (n_eligible, ==, 1);
  for (guint c = 0; c < TENURE_N_CONDITIONS; c++) /* three kinds of freezes */
    g_assert_cmpuint (failing[c], ==, c == TENURE_CONDITION_UNFROZEN ? 3 : 1);
}

/* A sample is for practice, whatever was said, and what was made stays after closing. */
static void
test_sample (Place *place, gconstpointer data)
{
  g_autoptr (TenureSession) session = make ("training", FALSE, 60);
  g_autoptr (TenureQuery) query = tenure_session_query (session, TENURE_LIST_RESOURCES);
  g_autoptr (TenureKeyVector) keys = tenure_read_keys (session, query, 0, NULL);
  g_autoptr (TenureKeyVector) again = NULL;

  g_assert_true (tenure_profile_practice (tenure_session_profile (session)));
  g_assert_cmpuint (keys->n, >, 40);
  g_clear_object (&session);
  session = tenure_session_open ("training", NULL);
  again = tenure_read_keys (session, query, 0, NULL);
  g_assert_cmpuint (again->n, ==, keys->n);
}

/* What cannot be filled is not left behind. */
static void
test_create_fails (Place *place, gconstpointer data)
{
  TenureSessionSetup setup = { .name = "office", .policy = "none" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) profiles = NULL;

  g_assert_null (tenure_session_create (&setup, &error));
  g_assert_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN);
  profiles = tenure_profiles_list (NULL);
  g_assert_cmpuint (profiles->len, ==, 0);
}

/* What fell due while nobody looked is settled by opening. */
static void
test_settles_on_open (Place *place, gconstpointer data)
{
  g_autoptr (TenureSession) session = make ("training", TRUE, 0);
  g_autofree char *order = order_vpc (session);

  g_assert_cmpint (order_status (session, order), ==, TENURE_ORDER_UNPAID);
  g_assert_true (tenure_profile_advance (tenure_session_profile (session), 8 * TENURE_DAY_SECONDS, NULL));
  g_clear_object (&session);
  session = tenure_session_open (NULL, NULL);
  g_assert_cmpint (order_status (session, order), ==, TENURE_ORDER_CANCELLED);
}

static gboolean
give_up (gpointer data)
{
  g_error ("nothing was settled within 20 seconds");
  return G_SOURCE_REMOVE;
}

/* Delivery comes four seconds after payment, with nobody asking: the main loop alone lets it happen. */
static void
test_settles_by_itself (Place *place, gconstpointer data)
{
  g_autoptr (TenureSession) session = make ("training", TRUE, 0);
  g_autofree char *order = order_vpc (session);
  char *orders[] = { order, NULL };
  g_autoptr (TenureOutcome) paid = NULL;
  guint guard;

  top_up (session, 1000);
  paid = apply (session, TENURE_COMMAND_PAY, &(TenurePay){ .orders = orders });
  g_assert_cmpint (order_status (session, order), ==, TENURE_ORDER_PROCESSING);
  guard = g_timeout_add_seconds (20, give_up, NULL);
  while (order_status (session, order) == TENURE_ORDER_PROCESSING)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (guard);
  g_assert_cmpint (order_status (session, order), ==, TENURE_ORDER_COMPLETED);
}

static void
test_advance (Place *place, gconstpointer data)
{
  g_autoptr (TenureSession) session = make ("training", TRUE, 0);
  g_autoptr (TenureSession) real = make ("office", FALSE, 0);
  g_autofree char *order = order_vpc (session);
  TenureTime before = tenure_session_now (session);
  g_autoptr (GError) error = NULL;

  g_assert_true (tenure_session_advance (session, 8 * TENURE_DAY_SECONDS, NULL));
  g_assert_cmpint (tenure_session_now (session), >=, before + 8 * TENURE_DAY_SECONDS);
  g_assert_cmpint (order_status (session, order), ==, TENURE_ORDER_CANCELLED);
  g_assert_false (tenure_session_advance (session, -1, &error));
  g_assert_error (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (tenure_session_advance (real, 60, &error));
  g_assert_error (error, TENURE_RULE_ERROR, TENURE_RULE_ERROR_REFUSED);
}

static void
count (gpointer data)
{
  ++*(guint *)data;
}

/* A commit is told with its scopes. */
static void
test_changed (Place *place, gconstpointer data)
{
  g_autoptr (TenureSession) session = make ("training", TRUE, 0);
  guint n = 0;

  g_signal_connect_swapped (session, "changed", G_CALLBACK (count), &n);
  top_up (session, 5);
  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (balance_of (session), ==, 5 * TENURE_MONEY_ONE);
}

/* The second one to open a profile does not drive it, says so, and can work all the same. */
static void
test_second (Place *place, gconstpointer data)
{
  g_autoptr (TenureSession) first = make ("training", TRUE, 0);
  g_autoptr (TenureSession) second = tenure_session_open ("training", NULL);
  g_autofree char *notice = tenure_session_notice (second);

  g_assert_false (tenure_profile_drives (tenure_session_profile (second)));
  g_assert_nonnull (notice);
  top_up (second, 7);
  g_assert_cmpint (balance_of (first), ==, 7 * TENURE_MONEY_ONE);
}

/* A restored copy asks first. */
static void
test_restored (Place *place, gconstpointer data)
{
  g_autoptr (TenureSession) session = make ("training", TRUE, 0);
  g_autofree char *path = g_build_filename (place->folder, "backup.db", NULL);
  g_autofree char *uuid = NULL;
  g_autofree char *notice = NULL;
  g_autoptr (TenureSession) copy = NULL;
  g_autoptr (GError) error = NULL;

  top_up (session, 9);
  g_assert_true (tenure_profile_backup (tenure_session_profile (session), path, NULL, &error));
  uuid = tenure_profile_restore (path, "copy", tenure_session_now (session), &error);
  g_assert_no_error (error);
  copy = tenure_session_open (uuid, &error);
  g_assert_no_error (error);
  notice = tenure_session_notice (copy);
  g_assert_nonnull (notice);
  g_assert_cmpint (balance_of (copy), ==, 9 * TENURE_MONEY_ONE);
  g_assert_true (tenure_session_agree (copy, &error));
  g_assert_no_error (error);
  g_assert_cmpint (tenure_session_settle (copy, &error), >=, 0);
  g_assert_null (tenure_session_notice (copy));
  top_up (copy, 1);
  g_assert_cmpint (balance_of (copy), ==, 10 * TENURE_MONEY_ONE);
}

static void
test_names (Place *place, gconstpointer data)
{
  static const char *const UNKNOWN[] = { "nobody", NULL };
  g_autoptr (TenureSession) session = make ("training", TRUE, 60);
  g_autoptr (TenureQuery) query = tenure_session_query (session, TENURE_LIST_RENEWALS);
  g_autoptr (TenureKeyVector) keys = tenure_read_keys (session, query, 1, NULL);
  g_autoptr (GPtrArray) records = tenure_read_records (session, query, keys->ids, 1, NULL);
  const TenureRecord *record = records->pdata[0];
  const char *const known[] = { record->key, record->name, NULL };
  g_auto (GStrv) ids = NULL;
  g_autoptr (GError) error = NULL;

  ids = tenure_read_resource_ids (session, known, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ids[0], ==, record->key);
  g_assert_cmpstr (ids[1], ==, record->key);
  g_assert_null (tenure_read_resource_ids (session, UNKNOWN, &error));
  g_assert_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_UNKNOWN);
}

static gboolean
stop_waiting (gpointer data)
{
  *(gboolean *)data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Rings once for the past and for the near future, and not at all for what is far. */
static void
test_due_timer (Place *place, gconstpointer data)
{
  guint rings = 0;
  gboolean late = FALSE;
  TenureDueTimer *timer = tenure_due_timer_new (count, &rings);
  TenureTime now = g_get_real_time () / G_USEC_PER_SEC;

  tenure_due_timer_arm (timer, now - 100);
  while (rings == 0)
    g_main_context_iteration (NULL, TRUE);
  tenure_due_timer_arm (timer, now + 2);
  while (rings == 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (g_get_real_time () / G_USEC_PER_SEC, >=, now + 2);
  tenure_due_timer_arm (timer, now + 3600);
  g_timeout_add (300, stop_waiting, &late);
  while (!late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (rings, ==, 2);
  tenure_due_timer_free (timer);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Place *place, gconstpointer data);
  } TESTS[] = {
    { "/session/create", test_create },
    { "/session/sample", test_sample },
    { "/session/signed-out", test_signed_out },
    { "/session/never-waits", test_never_waits },
    { "/session/settles-soon", test_settles_soon },
    { "/session/register-first", test_register_first },
    { "/session/offers-unreadable", test_offers_unreadable },
    { "/session/create-fails", test_create_fails },
    { "/session/settles-on-open", test_settles_on_open },
    { "/session/settles-by-itself", test_settles_by_itself },
    { "/session/advance", test_advance },
    { "/session/changed", test_changed },
    { "/session/second", test_second },
    { "/session/restored", test_restored },
    { "/session/names", test_names },
    { "/session/due-timer", test_due_timer },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (TESTS); i++)
    g_test_add (TESTS[i].path, Place, NULL, place_setup, TESTS[i].test, place_teardown);
  return g_test_run ();
}
