/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-offers-page.h"

#include <glib/gi18n-lib.h>

#include "tenure-compat.h"
#include "tenure-plan-dialog.h"
#include "tenure-staff-form.h"
#include "tenure-wording-names.h"

struct _TenureOffersPage
{
  TenurePage parent;
  AdwPreferencesPage *page;
  GPtrArray *rows; /* AdwActionRow an offer, its buttons as data */
};

G_DEFINE_FINAL_TYPE (TenureOffersPage, tenure_offers_page, TENURE_TYPE_PAGE)

static void
on_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *subjects[] = { g_variant_get_string (parameter, NULL), NULL };

  tenure_plan_dialog_present (
      widget, tenure_staff_form_new (tenure_page_session (TENURE_PAGE (widget)), strchr (action, '.') + 1, subjects));
}

/** The one button gives way to the other, and leaves it the focus. */
static void
turn (GtkWidget *from, GtkWidget *to)
{
  gboolean focused = gtk_widget_is_focus (from);

  gtk_widget_set_visible (to, TRUE);
  if (focused)
    gtk_widget_grab_focus (to);
  gtk_widget_set_visible (from, FALSE);
}

static void
show_state (GtkWidget *row, const TenureOffer *offer, gboolean withdrawn)
{
  g_autofree char *text =
      g_strdup_printf ("%s · %s", tenure_word_category (offer), withdrawn ? _ ("no longer sold") : _ ("on sale"));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  turn (g_object_get_data (G_OBJECT (row), withdrawn ? "withdraw" : "again"),
        g_object_get_data (G_OBJECT (row), withdrawn ? "again" : "withdraw"));
}

static TenureCatalogue *
catalogue_of (TenureOffersPage *self)
{
  return tenure_platform_catalogue (tenure_session_platform (tenure_page_session (TENURE_PAGE (self))));
}

static void
show_states (TenureOffersPage *self)
{
  for (guint i = 0; self->page && i < self->rows->len; i++)
    {
      const TenureOffer *offer = tenure_catalogue_at (catalogue_of (self), i);

      show_state (self->rows->pdata[i], offer,
                  tenure_session_withdrawn (tenure_page_session (TENURE_PAGE (self)), offer));
    }
}

static GtkWidget *
add_button (GtkWidget *row, const char *label, const char *spoken, const char *action, const char *offer)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", offer);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  tenure_name_widget (button, spoken);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

static GtkWidget *
offer_row (TenureCatalogue *catalogue, const TenureOffer *offer)
{
  GtkWidget *row = adw_action_row_new ();
  const char *name = tenure_word_product (catalogue, offer->key, offer->name_en);
  g_autofree char *withdraw = g_strdup_printf (_ ("Withdraw %s…"), name);
  g_autofree char *again = g_strdup_printf (_ ("Offer %s Again…"), name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  g_object_set_data (G_OBJECT (row), "withdraw",
                     add_button (row, _ ("_Withdraw…"), withdraw, "offers.withdraw", offer->key));
  g_object_set_data (G_OBJECT (row), "again",
                     add_button (row, _ ("Offer _Again…"), again, "offers.offer-again", offer->key));
  return row;
}

static void
fill (TenureOffersPage *self)
{
  TenureCatalogue *catalogue = catalogue_of (self);
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Products on Sale"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("What is withdrawn can no longer be ordered or renewed; what customers have of it runs until its expiry."));
  for (guint i = 0; i < tenure_catalogue_length (catalogue); i++)
    {
      GtkWidget *row = offer_row (catalogue, tenure_catalogue_at (catalogue, i));

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_ptr_array_add (self->rows, row);
    }
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  show_states (self);
}

static void
tenure_offers_page_dispose (GObject *object)
{
  TenureOffersPage *self = TENURE_OFFERS_PAGE (object);

  self->page = NULL;
  G_OBJECT_CLASS (tenure_offers_page_parent_class)->dispose (object);
}

static void
tenure_offers_page_finalize (GObject *object)
{
  TenureOffersPage *self = TENURE_OFFERS_PAGE (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (tenure_offers_page_parent_class)->finalize (object);
}

static void
tenure_offers_page_class_init (TenureOffersPageClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_offers_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenure_offers_page_finalize;
  gtk_widget_class_install_action (widget, "offers.withdraw", "s", on_action);
  gtk_widget_class_install_action (widget, "offers.offer-again", "s", on_action);
}

static void
tenure_offers_page_init (TenureOffersPage *self)
{
  self->rows = g_ptr_array_new ();
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->page));
}

TenurePage *
tenure_offers_page_new (TenureSession *session)
{
  TenureOffersPage *self = g_object_new (TENURE_TYPE_OFFERS_PAGE, "session", session, NULL);

  fill (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (show_states), self, G_CONNECT_SWAPPED);
  return TENURE_PAGE (self);
}
