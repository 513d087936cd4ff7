/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-account-chooser.h"

#include <glib/gi18n-lib.h>

#include "tenure-account-lookup.h"
#include "tenure-compat.h"
#include "tenure-wording.h"

struct _TenureAccountChooser
{
  AdwBin parent;
  GPtrArray *accounts;
  char *chosen; /* key */
  GtkBox *box;
  AdwPreferencesGroup *accounts_group, *conditions_group;
  GPtrArray *account_rows, *condition_rows;
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

static void
clear_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
}

static void
show_conditions (TenureAccountChooser *self)
{
  const TenureAccountView *view = chosen_view (self);

  clear_rows (self->conditions_group, self->condition_rows);
  gtk_widget_set_visible (GTK_WIDGET (self->conditions_group), view != NULL);
  self->eligible = view && view->eligible;
  for (guint i = 0; view && i < TENURE_N_CONDITIONS; i++)
    {
      GtkWidget *row = condition_row (_ (condition_words[i]), &view->conditions[i]);

      adw_preferences_group_add (self->conditions_group, row);
      g_ptr_array_add (self->condition_rows, row);
    }
  adw_preferences_group_set_description (self->conditions_group,
                                         self->eligible ? _ ("All conditions are met.")
                                                        : _ ("Put right what is not met, then come back."));
  g_signal_emit (self, changed_signal, 0);
}

/* Accounts -------------------------------------------------------------------------------------------------------- */

static void
on_toggled (GtkCheckButton *button, TenureAccountChooser *self)
{
  if (!gtk_check_button_get_active (button))
    return;
  g_free (self->chosen);
  self->chosen = g_strdup (g_object_get_data (G_OBJECT (button), "key"));
  show_conditions (self);
}

static GtkWidget *
account_row (TenureAccountChooser *self, const TenureAccount *account, GtkCheckButton *group)
{
  GtkWidget *row = adw_action_row_new (), *button = gtk_check_button_new ();

  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), group);
  g_object_set_data_full (G_OBJECT (button), "key", g_strdup (account->key), g_free);
  tenure_name_widget (button, account->key);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), account->key);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), account->name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  g_object_set_data (G_OBJECT (row), "button", button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, 0);
  return row;
}

static GtkCheckButton *
button_of (TenureAccountChooser *self, guint i)
{
  return i < self->account_rows->len ? g_object_get_data (self->account_rows->pdata[i], "button") : NULL;
}

void
tenure_account_chooser_choose (TenureAccountChooser *self, const char *key)
{
  for (guint i = 0; i < self->account_rows->len; i++)
    if (g_strcmp0 (g_object_get_data (G_OBJECT (button_of (self, i)), "key"), key) == 0)
      gtk_check_button_set_active (button_of (self, i), TRUE);
}

void
tenure_account_chooser_set_accounts (TenureAccountChooser *self, GPtrArray *accounts)
{
  g_autofree char *chosen = g_strdup (self->chosen);

  clear_rows (self->accounts_group, self->account_rows);
  g_ptr_array_ref (accounts);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  self->accounts = accounts;
  for (guint i = 0; i < accounts->len; i++)
    {
      const TenureAccountView *view = accounts->pdata[i];
      GtkWidget *row = account_row (self, &view->account, button_of (self, 0));

      adw_preferences_group_add (self->accounts_group, row);
      g_ptr_array_add (self->account_rows, row);
    }
  tenure_account_chooser_choose (self, chosen);
  show_conditions (self);
}

/* Life ------------------------------------------------------------------------------------------------------------ */

static void
tenure_account_chooser_finalize (GObject *object)
{
  TenureAccountChooser *self = TENURE_ACCOUNT_CHOOSER (object);

  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_free);
  g_ptr_array_unref (self->account_rows);
  g_ptr_array_unref (self->condition_rows);
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
  self->account_rows = g_ptr_array_new ();
  self->condition_rows = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "dialog-body");
  self->accounts_group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->conditions_group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->accounts_group, _ ("Huawei Cloud Account"));
  adw_preferences_group_set_description (self->accounts_group,
                                         _ ("Sign in with the Huawei Cloud account that is to open the platform."));
  adw_preferences_group_set_title (self->conditions_group, _ ("Conditions"));
  gtk_widget_set_visible (GTK_WIDGET (self->conditions_group), FALSE);
  gtk_box_append (self->box, GTK_WIDGET (self->accounts_group));
  gtk_box_append (self->box, GTK_WIDGET (self->conditions_group));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}
