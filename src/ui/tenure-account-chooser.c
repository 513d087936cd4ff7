/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-account-chooser.h"

#include <glib/gi18n-lib.h>

#include "tenure-account-lookup.h"
#include "tenure-compat.h"
#include "tenure-keys.h"
#include "tenure-wording.h"

struct _TenureAccountChooser
{
  AdwBin parent;
  GPtrArray *accounts;
  char *chosen; /* key */
  AdwPreferencesGroup *group;
  GPtrArray *rows; /* AdwExpanderRow, with "key" and "button" */
  gboolean eligible;
};

G_DEFINE_FINAL_TYPE (TenureAccountChooser, tenure_account_chooser, ADW_TYPE_BIN)

static guint changed_signal;

static const char *const condition_words[TENURE_N_CONDITIONS] = {
  [TENURE_CONDITION_ENTERPRISE] = N_ ("The account is an enterprise customer"),
  [TENURE_CONDITION_VERIFIED] = N_ ("The account has passed real-name authentication"),
  [TENURE_CONDITION_UNLIMITED] = N_ ("The account is not restricted"),
  [TENURE_CONDITION_UNFROZEN] = N_ ("The account is not frozen"),
  [TENURE_CONDITION_FIRST] = N_ ("The account is opened for the first time"),
};

static const TenureAccountView *
chosen_view (TenureAccountChooser *self)
{
  for (guint i = 0; self->accounts && i < self->accounts->len; i++)
    {
      const TenureAccountView *view = self->accounts->pdata[i];

      if (g_strcmp0 (view->account.key, self->chosen) == 0)
        return view;
    }
  return NULL;
}

const char *
tenure_account_chooser_chosen (TenureAccountChooser *self)
{
  return chosen_view (self) ? self->chosen : NULL;
}

gboolean
tenure_account_chooser_eligible (TenureAccountChooser *self)
{
  return self->eligible;
}

static void
show_chosen (TenureAccountChooser *self)
{
  const TenureAccountView *view = chosen_view (self);

  self->eligible = view && view->eligible;
  g_signal_emit (self, changed_signal, 0);
}

/* Conditions ------------------------------------------------------------------------------------------------------ */

/** What to do where it is not met: the words of the rule. */
static char *
remedy_of (const TenureCondition *condition)
{
  if (condition->met)
    return NULL;
  g_autoptr (TenureRefusal) refusal = tenure_refusal_new (condition->remedy, "account");
  return tenure_word_refusal (refusal);
}

static GtkWidget *
condition_row (const char *title, const TenureCondition *condition)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (condition->met ? "emblem-ok-symbolic" : "dialog-warning-symbolic");
  GtkWidget *word = gtk_label_new (condition->met ? _ ("Met") : _ ("Not met"));
  g_autofree char *remedy = remedy_of (condition);

  gtk_widget_add_css_class (icon, condition->met ? "success" : "error");
  gtk_widget_add_css_class (word, condition->met ? "success" : "error");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), remedy ? remedy : "");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), word);
  return row;
}

static guint
n_missed (const TenureAccountView *view)
{
  guint n = 0;

  for (guint i = 0; i < TENURE_N_CONDITIONS; i++)
    n += !view->conditions[i].met;
  return n;
}

/* Accounts -------------------------------------------------------------------------------------------------------- */

static void
on_toggled (GtkCheckButton *button, AdwExpanderRow *row)
{
  TenureAccountChooser *self = g_object_get_data (G_OBJECT (row), "chooser");
  gboolean active = gtk_check_button_get_active (button);

  adw_expander_row_set_expanded (row, active);
  if (!active)
    return;
  g_free (self->chosen);
  self->chosen = g_strdup (g_object_get_data (G_OBJECT (row), "key"));
  show_chosen (self);
}

/** A row that is opened is chosen. */
static void
on_expanded (AdwExpanderRow *row)
{
  if (adw_expander_row_get_expanded (row))
    gtk_check_button_set_active (g_object_get_data (G_OBJECT (row), "button"), TRUE);
}

static char *
account_words (const TenureAccountView *view)
{
  guint n = n_missed (view);
  g_autofree char *missed =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u condition is not met", "%u conditions are not met", n), n);

  return g_strdup_printf ("%s · %s", view->account.name, n ? missed : _ ("All conditions are met"));
}

static GtkWidget *
account_row (TenureAccountChooser *self, const TenureAccountView *view, GtkCheckButton *group)
{
  GtkWidget *row = adw_expander_row_new (), *button = gtk_check_button_new ();
  g_autofree char *words = account_words (view);

  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), group);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  tenure_name_widget (button, view->account.key);
  tenure_name_widget (row, view->account.key);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), view->account.key);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), words);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), button);
  for (guint i = 0; i < TENURE_N_CONDITIONS; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), condition_row (_ (condition_words[i]), &view->conditions[i]));
  g_object_set_data (G_OBJECT (row), "button", button);
  g_object_set_data (G_OBJECT (row), "chooser", self);
  g_object_set_data_full (G_OBJECT (row), "key", g_strdup (view->account.key), g_free);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), row, 0);
  g_signal_connect (row, "notify::expanded", G_CALLBACK (on_expanded), NULL);
  return row;
}

static GtkCheckButton *
button_of (TenureAccountChooser *self, guint i)
{
  return i < self->rows->len ? g_object_get_data (self->rows->pdata[i], "button") : NULL;
}

static void
clear_rows (TenureAccountChooser *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_signal_handlers_disconnect_by_data (button_of (self, i), self->rows->pdata[i]);
      adw_preferences_group_remove (self->group, self->rows->pdata[i]);
    }
  g_ptr_array_set_size (self->rows, 0);
}

void
tenure_account_chooser_choose (TenureAccountChooser *self, const char *key)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_strcmp0 (g_object_get_data (self->rows->pdata[i], "key"), key) == 0)
      gtk_check_button_set_active (button_of (self, i), TRUE);
}

static void
add_rows (TenureAccountChooser *self, gboolean eligible)
{
  for (guint i = 0; i < self->accounts->len; i++)
    {
      const TenureAccountView *view = self->accounts->pdata[i];

      if (view->eligible != eligible)
        continue;
      GtkWidget *row = account_row (self, view, button_of (self, 0));
      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
}

void
tenure_account_chooser_set_accounts (TenureAccountChooser *self, GPtrArray *accounts)
{
  g_autofree char *chosen = g_strdup (self->chosen);
  TenureKeysPlace *place = tenure_keys_remember (GTK_WIDGET (self));

  clear_rows (self);
  g_ptr_array_ref (accounts);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  self->accounts = accounts;
  add_rows (self, TRUE);
  add_rows (self, FALSE);
  tenure_account_chooser_choose (self, chosen);
  show_chosen (self);
  tenure_keys_return (place);
}

/* Life ------------------------------------------------------------------------------------------------------------ */

static void
tenure_account_chooser_finalize (GObject *object)
{
  TenureAccountChooser *self = TENURE_ACCOUNT_CHOOSER (object);

  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_free);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (tenure_account_chooser_parent_class)->finalize (object);
}

static void
tenure_account_chooser_class_init (TenureAccountChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenure_account_chooser_finalize;
  changed_signal =
      g_signal_new ("changed", TENURE_TYPE_ACCOUNT_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tenure_account_chooser_init (TenureAccountChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->rows = g_ptr_array_new ();
  gtk_widget_add_css_class (box, "dialog-body");
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("Huawei Cloud Account"));
  adw_preferences_group_set_description (
      self->group, _ ("Sign in with the Huawei Cloud account that is to open the platform. It must be an enterprise's, "
                      "verified, neither restricted nor frozen, and opened for the first time; put right what is not "
                      "met, then come back."));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->group));
  adw_bin_set_child (ADW_BIN (self), box);
}
