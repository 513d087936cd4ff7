/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chapters 1 and 2 of the guide through the built program; and that no secret is left anywhere afterwards. */
#include <string.h>

#include "cli-support.h"

#define PHONE "13912345678"
#define EMAIL "wen@wenhua.example"
#define USER "hw_wenhua.govcloud"
#define FIRST "MarkedFirst#71"
#define SECOND "MarkedSecond#72"
#define WRONG "MarkedWrong#73"
#define REGISTER "register hw_wenhua --applicant Wang --phone " PHONE " --email " EMAIL " --needs ECS"

typedef struct
{
  char *folder;
  GPtrArray *secrets;
} Place;

static void
place_setup (Place *place, gconstpointer data)
{
  place->folder = g_dir_make_tmp ("tenure-accounts-XXXXXX", NULL);
  place->secrets = g_ptr_array_new_with_free_func (g_free);
  g_setenv ("TENURE_PROFILES", place->folder, TRUE);
  g_free (cli_do ("profile create practice --practice --register"));
}

static void
place_teardown (Place *place, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf %s", place->folder);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_unsetenv ("TENURE_PROFILES");
  g_ptr_array_unref (place->secrets);
  g_free (place->folder);
}

#define DO(...) g_free (cli_do (__VA_ARGS__))
#define FEED(...) g_free (cli_feed (__VA_ARGS__))

static void
assert_member (TenureJson *object, const char *name, const char *text)
{
  g_autofree char *found = cli_member (object, name);

  g_assert_cmpstr (found, ==, text);
}

/* The newest message of a template, whole. */
static TenureJson *
newest (const char *template)
{
  g_autoptr (TenureJson) outbox = cli_json ("outbox --json");
  TenureJson *rows = tenure_json_get (outbox, "rows");

  for (guint i = 0; i < tenure_json_length (rows); i++)
    {
      TenureJson *row = tenure_json_at (rows, i);
      g_autofree char *number = cli_member (row, "number");

      if (g_str_equal (tenure_json_text (tenure_json_get (row, "template")), template))
        return cli_json ("outbox show %s --json", number);
    }
  g_assert_not_reached ();
}

/* A secret as it comes, to be looked for afterwards. */
static const char *
keep (Place *place, TenureJson *message, const char *member)
{
  char *secret = cli_member (message, member);

  g_assert_cmpstr (secret, !=, "null");
  g_ptr_array_add (place->secrets, secret);
  return secret;
}

static const char *
code_of (Place *place, const char *template)
{
  g_autoptr (TenureJson) message = newest (template);

  return keep (place, message, "code");
}

/* Also its secret part alone. */
static const char *
link_of (Place *place, const char *template)
{
  g_autoptr (TenureJson) message = newest (template);
  const char *link = keep (place, message, "link");

  g_ptr_array_add (place->secrets, g_strdup (strchr (link, '#') + 1));
  return link;
}

static char *
lines (const char *first, const char *second)
{
  return g_strdup_printf ("%s\n%s\n", first, second);
}

static void
hand_in (Place *place)
{
  DO ("code send " PHONE);
  FEED (code_of (place, "code.register"), 0, REGISTER);
}

static void
open_account (Place *place)
{
  g_autofree char *secret = NULL;

  hand_in (place);
  DO ("application approve " USER);
  secret = lines (link_of (place, "application.activate"), FIRST);
  FEED (secret, 0, "password set");
}

static void
assert_whoami (const char *account)
{
  g_autoptr (TenureJson) who = cli_json ("whoami --json");

  assert_member (who, "account", account);
}

static void
assert_clean (void)
{
  g_autoptr (TenureJson) check = cli_json ("check --json");

  assert_member (check, "faults", "0");
}

static void
assert_nowhere (Place *place, const char *secret)
{
  g_autofree char *command = g_strdup_printf ("grep -raFl -e %s %s", secret, place->folder);
  g_autofree char *found = NULL;
  int status;

  g_assert_true (g_spawn_command_line_sync (command, &found, NULL, &status, NULL));
  if (found[0])
    g_test_message ("“%s” lies in %s", secret, found);
  g_assert_cmpstr (found, ==, "");
}

/* Checked, applied, rejected, corrected, approved, activated; signed in by all three names; the password forgotten. */
static void
test_trip (Place *place, gconstpointer data)
{
  static const char *const LOGINS[] = { PHONE, EMAIL, USER };
  g_autofree char *reset = NULL;

  cli_fails (1, "hw_police", "account check hw_police");
  DO ("account check hw_wenhua");
  DO ("account rename hw_wenhua Wenhua");
  hand_in (place);
  DO ("application reject " USER " --reason 'say the region'");
  DO ("clock advance 120s");
  open_account (place);
  for (guint i = 0; i < G_N_ELEMENTS (LOGINS); i++)
    {
      FEED (FIRST "\n", 0, "sign-in %s", LOGINS[i]);
      assert_whoami ("hw_wenhua");
      DO ("topup 100");
      DO ("sign-out");
      assert_whoami ("null");
      cli_fails (1, "Nobody is signed in", "topup 100");
    }
  DO ("code send --reset %s", EMAIL);
  reset = lines (code_of (place, "code.reset"), SECOND);
  FEED (reset, 0, "password reset " USER);
  FEED (FIRST, 1, "sign-in " PHONE);
  FEED (SECOND, 0, "sign-in " PHONE);
  assert_clean ();
  g_ptr_array_add (place->secrets, g_strdup (FIRST));
  g_ptr_array_add (place->secrets, g_strdup (SECOND));
  for (guint i = 0; i < place->secrets->len; i++)
    assert_nowhere (place, place->secrets->pdata[i]);
}

/* A1-06: a rejected application is corrected, and all that is not corrected is kept. */
static void
test_kept (Place *place, gconstpointer data)
{
  g_autoptr (TenureJson) list = NULL;
  TenureJson *kept;

  cli_fails (2, "--applicant", "register hw_wenhua");
  cli_fails (2, "--needs", "register hw_wenhua --applicant W --phone " PHONE " --email " EMAIL);
  hand_in (place);
  DO ("application reject " USER " --reason 'say the region'");
  DO ("clock advance 120s");
  DO ("code send " PHONE);
  FEED (code_of (place, "code.register"), 0, "register hw_wenhua --needs 'ECS in Ulanqab'");
  list = cli_json ("applications --json");
  kept = tenure_json_at (tenure_json_get (list, "rows"), 0);
  assert_member (kept, "state", "submitted");
  assert_member (kept, "phone", PHONE);
  assert_member (kept, "email", EMAIL);
  assert_member (kept, "needs", "ECS in Ulanqab");
  assert_clean ();
}

/* Plans ask for no secret and count nothing; each one that is applied counts. */
static void
test_wrong (Place *place, gconstpointer data)
{
  g_autofree char *known = NULL;

  open_account (place);
  for (int i = 0; i < 20; i++)
    {
      DO ("plan sign-in " PHONE);
      DO ("sign-in " PHONE " --dry-run");
      DO ("sign-in nobody --dry-run");
      DO ("password reset nobody --dry-run");
    }
  FEED (FIRST, 0, "sign-in " PHONE);
  for (int i = 0; i < 6; i++)
    FEED (WRONG, 1, "sign-in " PHONE);
  known = cli_feed (FIRST, 1, "sign-in " PHONE);
  g_assert_nonnull (strstr (known, "wait"));
  DO ("clock advance 900s");
  FEED (FIRST, 0, "sign-in " PHONE);
  assert_nowhere (place, WRONG);
  assert_clean ();
}

/* A plan file holds no secret; it is applied with one. */
static void
test_plan_file (Place *place, gconstpointer data)
{
  g_autofree char *file = g_build_filename (place->folder, "sign-in.plan", NULL), *plan = NULL;

  open_account (place);
  plan = cli_do ("plan sign-in " USER);
  g_assert_true (g_file_set_contents (file, plan, -1, NULL));
  FEED ("", 2, "apply %s", file);
  FEED (FIRST, 0, "apply %s", file);
  assert_whoami ("hw_wenhua");
}

/* The plan of a link takes the whole link of the mail, as without a plan; LINK is given as the help says, or bare. */
static void
test_plan_link (Place *place, gconstpointer data)
{
  g_autofree char *file = g_build_filename (place->folder, "set.plan", NULL), *plan = NULL, *bare = NULL;
  g_autofree char *public = NULL, *secret = NULL, *other = lines ("tenure://set-password/OTHER#x", FIRST);
  const char *link;

  hand_in (place);
  DO ("application approve " USER);
  link = link_of (place, "application.activate");
  public = g_strndup (link, (gsize)(strchr (link, '#') - link));
  secret = lines (link, FIRST);
  bare = cli_do ("password set %s --dry-run", strrchr (public, '/') + 1);
  plan = cli_do ("plan password set %s", public);
  g_assert_true (g_file_set_contents (file, plan, -1, NULL));
  FEED (other, 2, "apply %s", file);
  FEED (secret, 0, "apply %s", file);
  FEED (FIRST, 0, "sign-in " USER);
  assert_whoami ("hw_wenhua");
}

/* A1-29: never an argument. */
static void
test_arguments (Place *place, gconstpointer data)
{
  cli_fails (2, "LINK", "password set 'tenure://set-password/AAAA#BBBB'");
  cli_fails (2, "sign-in", "sign-in " USER " " FIRST);
  cli_fails (2, "secret-fd", "sign-in " USER " --secret-fd x");
  cli_fails (2, "missing", "sign-in " USER " --secret-fd 99");
  cli_fails (2, "outbox", "outbox show 77");
  cli_fails (2, "accounts", "account check nobody");
  cli_fails (1, "no application", "application approve nobody.govcloud");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/accounts/trip", Place, NULL, place_setup, test_trip, place_teardown);
  g_test_add ("/accounts/A1-06-kept", Place, NULL, place_setup, test_kept, place_teardown);
  g_test_add ("/accounts/wrong", Place, NULL, place_setup, test_wrong, place_teardown);
  g_test_add ("/accounts/plan-file", Place, NULL, place_setup, test_plan_file, place_teardown);
  g_test_add ("/accounts/plan-link", Place, NULL, place_setup, test_plan_link, place_teardown);
  g_test_add ("/accounts/A1-29-arguments", Place, NULL, place_setup, test_arguments, place_teardown);
  return g_test_run ();
}
