/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-customers-page.h"

#include <glib/gi18n-lib.h>

#include "tenure-compat.h"
#include "tenure-account-lookup.h"
#include "tenure-keys.h"
#include "tenure-order-form.h"
#include "tenure-plan-dialog.h"
#include "tenure-staff-form.h"
#include "tenure-wording-names.h"

struct _TenureCustomersPage
{
  TenurePage parent;
  GCancellable *cancellable;
  AdwPreferencesPage *page;
  AdwPreferencesGroup *group;
  GHashTable *open;   /* keys of the accounts that are expanded */
  GHashTable *frozen; /* keys of those that are frozen */
};

G_DEFINE_FINAL_TYPE (TenureCustomersPage, tenure_customers_page, TENURE_TYPE_PAGE)

static TenureSession *
session_of (gpointer self)
{
  return tenure_page_session (TENURE_PAGE (self));
}

static TenureCatalogue *
catalogue_of (gpointer self)
{
  return tenure_platform_catalogue (tenure_session_platform (session_of (self)));
}

/** "customers.grant-coupon" is the form "grant-coupon" about an account. */
static void
on_form (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *subjects[] = { parameter ? g_variant_get_string (parameter, NULL) : NULL, NULL };

  tenure_plan_dialog_present (widget, tenure_staff_form_new (session_of (widget), strchr (action, '.') + 1, subjects));
}

/** What is proposed changes something: 欠费 for who is not frozen, no freeze for who is. */
static void
on_freeze (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TenureCustomersPage *self = TENURE_CUSTOMERS_PAGE (widget);
  const char *account = g_variant_get_string (parameter, NULL), *const subjects[] = { account, NULL };
  TenurePlanForm *form = tenure_staff_form_new (session_of (self), "freeze", subjects);
  TenureFreeze proposed = g_hash_table_contains (self->frozen, account) ? TENURE_FREEZE_NONE : TENURE_FREEZE_ARREARS;
  g_autofree char *position = g_strdup_printf ("%u", (guint)proposed);

  tenure_staff_form_fill (TENURE_STAFF_FORM (form), "freeze", position);
  tenure_plan_dialog_present (widget, form);
}

static void
on_order (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *account, *key;

  g_variant_get (parameter, "(&s&s)", &account, &key);
  const TenureOffer *offer = tenure_catalogue_find (catalogue_of (widget), key);
  if (offer)
    tenure_plan_dialog_present (widget, tenure_order_form_new_for (session_of (widget), offer, account));
}

/* Rows ------------------------------------------------------------------------------------------------------------ */

static void
add_action (AdwExpanderRow *expander, const char *title, const char *action, const char *account)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", account);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  adw_expander_row_add_row (expander, row);
}

/** What can be ordered by a form of its own. */
static GMenuModel *
offers_for (TenureCustomersPage *self, const char *account)
{
  GMenu *menu = g_menu_new ();
  TenureCatalogue *catalogue = catalogue_of (self);

  for (guint i = 0; i < tenure_catalogue_length (catalogue); i++)
    {
      const TenureOffer *offer = tenure_catalogue_at (catalogue, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (tenure_word_product (catalogue, offer->key, offer->name_en), NULL);

      if (tenure_session_withdrawn (session_of (self), offer) || !offer->n_specs || offer->addon)
        continue;
      g_menu_item_set_action_and_target (item, "customers.order", "(ss)", account, offer->key);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
add_order (TenureCustomersPage *self, AdwExpanderRow *expander, const char *account)
{
  GtkWidget *row = adw_action_row_new (), *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = offers_for (self, account);

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Product"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  tenure_name_widget (button, _ ("Order on the Customer’s Behalf"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Order on the Customer’s Behalf"));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_expander_row_add_row (expander, row);
}

/** What is open stays open when the page is filled again after a grant. */
static void
on_expanded (AdwExpanderRow *row, GParamSpec *pspec, TenureCustomersPage *self)
{
  const char *key = g_object_get_data (G_OBJECT (row), "account");

  if (adw_expander_row_get_expanded (row))
    g_hash_table_add (self->open, g_strdup (key));
  else
    g_hash_table_remove (self->open, key);
}

static GtkWidget *
customer_row (TenureCustomersPage *self, const TenureAccount *account)
{
  GtkWidget *row = adw_expander_row_new ();
  AdwExpanderRow *expander = ADW_EXPANDER_ROW (row);
  g_autofree char *balance = tenure_word_money (account->balance);
  g_autofree char *arrears = account->arrears > 0 ? tenure_word_money (account->arrears) : NULL;
  g_autofree char *opened = tenure_word_time (account->opened);
  g_autofree char *subtitle = account->freeze == TENURE_FREEZE_NONE
                                  ? g_strdup (account->key)
                                  : g_strdup_printf ("%s · %s", account->key, tenure_word_freeze (account->freeze));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), account->name);
  adw_expander_row_set_subtitle (expander, subtitle);
  tenure_name_widget (row, account->name);
  tenure_add_fact (expander, _ ("User name"), account->user_name);
  tenure_add_fact (expander, _ ("Mobile number"), account->phone);
  tenure_add_fact (expander, _ ("E-mail"), account->email);
  tenure_add_fact (expander, _ ("Opened"), opened);
  tenure_add_fact (expander, _ ("Balance"), balance);
  tenure_add_fact (expander, _ ("Arrears"), arrears);
  tenure_add_fact (expander, _ ("Freeze"), tenure_word_freeze (account->freeze));
  add_action (expander, _ ("Grant a _Coupon…"), "customers.grant-coupon", account->key);
  add_action (expander, _ ("Grant a _Discount…"), "customers.grant-discount", account->key);
  add_action (expander, _ ("_Reclaim a Coupon…"), "customers.reclaim", account->key);
  add_action (expander, _ ("_Freeze or Unfreeze…"), "customers.freeze", account->key);
  add_order (self, expander, account->key);
  if (account->freeze != TENURE_FREEZE_NONE)
    g_hash_table_add (self->frozen, g_strdup (account->key));
  g_object_set_data_full (G_OBJECT (row), "account", g_strdup (account->key), g_free);
  adw_expander_row_set_expanded (expander, g_hash_table_contains (self->open, account->key));
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (on_expanded), self, 0);
  return row;
}

/* Filling --------------------------------------------------------------------------------------------------------- */

static GtkWidget *
mark_button (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Mark an Order…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "customers.mark");
  return button;
}

static void
fill (TenureCustomersPage *self, GPtrArray *accounts)
{
  TenureKeysPlace *place = tenure_keys_remember (GTK_WIDGET (self));
  guint n = 0;

  if (self->group)
    adw_preferences_page_remove (self->page, self->group);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_hash_table_remove_all (self->frozen);
  adw_preferences_group_set_title (self->group, _ ("Customers"));
  adw_preferences_group_set_header_suffix (self->group, mark_button ());
  for (guint i = 0; i < accounts->len; i++)
    {
      const TenureAccount *account = &((const TenureAccountView *)accounts->pdata[i])->account;

      if (account->opened == TENURE_TIME_UNKNOWN)
        continue;
      adw_preferences_group_add (self->group, customer_row (self, account));
      n++;
    }
  adw_preferences_group_set_description (
      self->group, n ? NULL : _ ("No account has been opened yet. Customers appear once they have set a password."));
  adw_preferences_page_add (self->page, self->group);
  tenure_keys_return (place);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenureCustomersPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) accounts = tenure_lookup_accounts_finish (session_of (self), result, &error);

  if (accounts && self->page)
    fill (self, accounts);
}

static void
ask (TenureCustomersPage *self)
{
  tenure_lookup_accounts_async (session_of (self), self->cancellable, on_read, g_object_ref (self));
}

static void
tenure_customers_page_dispose (GObject *object)
{
  TenureCustomersPage *self = TENURE_CUSTOMERS_PAGE (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->page = NULL;
  self->group = NULL;
  adw_bin_set_child (ADW_BIN (object), NULL);
  G_OBJECT_CLASS (tenure_customers_page_parent_class)->dispose (object);
}

static void
tenure_customers_page_finalize (GObject *object)
{
  TenureCustomersPage *self = TENURE_CUSTOMERS_PAGE (object);

  g_hash_table_unref (self->open);
  g_hash_table_unref (self->frozen);
  G_OBJECT_CLASS (tenure_customers_page_parent_class)->finalize (object);
}

static void
tenure_customers_page_class_init (TenureCustomersPageClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_customers_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenure_customers_page_finalize;
  gtk_widget_class_install_action (widget, "customers.grant-coupon", "s", on_form);
  gtk_widget_class_install_action (widget, "customers.grant-discount", "s", on_form);
  gtk_widget_class_install_action (widget, "customers.reclaim", "s", on_form);
  gtk_widget_class_install_action (widget, "customers.freeze", "s", on_freeze);
  gtk_widget_class_install_action (widget, "customers.mark", NULL, on_form);
  gtk_widget_class_install_action (widget, "customers.order", "(ss)", on_order);
}

static void
tenure_customers_page_init (TenureCustomersPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->frozen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->page));
}

TenurePage *
tenure_customers_page_new (TenureSession *session)
{
  TenureCustomersPage *self = g_object_new (TENURE_TYPE_CUSTOMERS_PAGE, "session", session, NULL);

  g_signal_connect_object (session, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  ask (self);
  return TENURE_PAGE (self);
}
