/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-profile-menu.h"

#include <glib/gi18n-lib.h>

#include "tenure-compat.h"
#include "tenure-password-window.h"
#include "tenure-register-window.h"
#include "tenure-submit.h"
#include "tenure-wording-platform.h"

TenureRole
tenure_profile_menu_role (TenureSession *session, gboolean reviewer)
{
  if (reviewer)
    return TENURE_ROLE_REVIEWER;
  return tenure_session_account (session) ? TENURE_ROLE_ADMINISTRATOR : TENURE_ROLE_VISITOR;
}

/* The menu -------------------------------------------------------------------------------------------------------- */

/** Menus take an underscore for a mnemonic; names (hw_wenhua) keep theirs. */
static char *
as_label (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

/** "Signed in: demo.govcloud"; an item without an action only says it. */
static char *
signed_in_words (TenureSession *session)
{
  const TenureAccount *account = tenure_session_known_account (session, NULL);

  if (!tenure_session_account (session))
    return g_strdup (_ ("Nobody Is Signed In"));
  return account ? g_strdup_printf (_ ("Signed In: %s"), account->user_name ? account->user_name : account->name)
                 : g_strdup (tenure_session_account (session));
}

static GMenuModel *
who_section (TenureSession *session, TenureRole role)
{
  GMenu *menu = g_menu_new ();
  g_autofree char *who = signed_in_words (session), *label = as_label (who);

  g_menu_append (menu, label, "win.nobody");
  g_menu_append (menu, _ ("_Administrator"), "win.role::administrator");
  g_menu_append (menu, _ ("Re_viewer"), "win.role::reviewer");
  if (tenure_session_account (session))
    g_menu_append (menu, _ ("Sign _Out"), "win.sign-out");
  g_menu_append (menu, _ ("_Register…"), "win.register");
  return G_MENU_MODEL (menu);
}

static GMenuModel *
profiles_section (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GPtrArray) profiles = tenure_profiles_list (NULL);

  for (guint i = 0; profiles && i < profiles->len; i++)
    {
      const TenureProfileInfo *info = profiles->pdata[i];
      g_autofree char *name =
          info->practice ? g_strdup_printf (_ ("%s (practice)"), info->name) : g_strdup (info->name);
      g_autofree char *label = as_label (name);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.open-profile", "s", info->uuid);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

GMenuModel *
tenure_profile_menu_new (TenureSession *session, TenureRole role)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuModel) who = who_section (session, role), profiles = profiles_section ();
  g_autoptr (GMenu) more = g_menu_new ();

  g_menu_append (more, _ ("Show _Frozen as Expired"), "win.two-states");
  g_menu_append (more, _ ("Try a _Sample Institution"), "win.try-sample");
  g_menu_append (more, _ ("New _Practice Profile…"), "win.new-profile::practice");
  g_menu_append (more, _ ("New R_eal Profile…"), "win.new-profile::real");
  g_menu_append_section (menu, NULL, who);
  g_menu_append_section (menu, _ ("Profiles"), profiles);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  return G_MENU_MODEL (menu);
}

/* Actions --------------------------------------------------------------------------------------------------------- */

static void
on_register (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureSession *session = tenure_window_session (data);

  if (session)
    tenure_register_window_present (data, session);
}

static void
on_set_password (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureSession *session = tenure_window_session (data);
  const char *link = g_variant_get_string (parameter, NULL);

  if (session)
    tenure_password_window_present (data, session, *link ? link : NULL, NULL);
}

static void
on_role (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureSession *session = tenure_window_session (data);
  gboolean reviewer = g_str_equal (g_variant_get_string (parameter, NULL), "reviewer");

  if (session)
    tenure_window_set_role (data, tenure_profile_menu_role (session, reviewer));
}

static void
on_signed_out (gboolean done, const TenurePlan *plan, const GError *error, gpointer data)
{
  g_autofree char *text = done ? NULL : tenure_submit_words (plan, error, NULL);

  if (text)
    tenure_tell (data, _ ("Not Signed Out"), text);
}

static void
on_sign_out (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureSession *session = tenure_window_session (data);
  TenureSignOut params = { 0 };
  GError *error = NULL;

  if (!session || !tenure_session_account (session))
    return;
  TenureCommand *command = tenure_command_new (TENURE_COMMAND_SIGN_OUT, &params, NULL, &error);
  tenure_submit (session, command, NULL, error, on_signed_out, data);
}

/** A2-19: the guide knows two states only. */
static void
on_two_states (GSimpleAction *action, GVariant *state, gpointer data)
{
  TenureSession *session = tenure_window_session (data);
  g_autoptr (GError) error = NULL;

  if (!session)
    return;
  if (tenure_profile_set_two_states (tenure_session_profile (session), g_variant_get_boolean (state), &error))
    g_simple_action_set_state (action, state);
  else
    tenure_tell_error (data, _ ("Not Changed"), error);
}

void
tenure_profile_menu_add_actions (TenureWindow *window)
{
  static const GActionEntry actions[] = {
    { .name = "register", .activate = on_register },
    { .name = "set-password", .activate = on_set_password, .parameter_type = "s" },
    { .name = "role", .activate = on_role, .parameter_type = "s", .state = "'visitor'" },
    { .name = "sign-out", .activate = on_sign_out },
    { .name = "two-states", .state = "false", .change_state = on_two_states },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
}
