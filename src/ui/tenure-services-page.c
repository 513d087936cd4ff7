/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-services-page.h"

#include <glib/gi18n-lib.h>

#include "tenure-change-form.h"
#include "tenure-list-page.h"
#include "tenure-lookup-money.h"
#include "tenure-order-form.h"
#include "tenure-plan-dialog.h"
#include "tenure-renew-form.h"
#include "tenure-to-period-form.h"
#include "tenure-wording-names.h"

struct _TenureServicesPage
{
  TenurePage parent;
  const TenureOffer *offer; /* the service shown, or NULL */
  GtkStack *stack;
  AdwPreferencesPage *catalogue;
  GtkLabel *service_name;
  GtkLinkButton *help;
  GtkButton *buy;
  TenureListPage *list;
  TenureActionSet actions;
  GPtrArray *rows; /* AdwActionRow an offer */
};

G_DEFINE_FINAL_TYPE (TenureServicesPage, tenure_services_page, TENURE_TYPE_PAGE)

static const TenureEmptyHint hint = { "view-app-grid-symbolic",
                                      N_ ("None Yet"),
                                      N_ ("The account has no resource of this service."),
                                      N_ ("_Buy…"),
                                      "services.buy",
                                      NULL };
/* What is withdrawn, or ordered for another resource. */
static const TenureEmptyHint bound_hint = {
  "view-app-grid-symbolic", N_ ("None Yet"), N_ ("It cannot be ordered here."), NULL, NULL, NULL
};

static const TenureRowAction actions[] = {
  { "services.renew", N_ ("Renew…"), TRUE, TRUE },
  { "services.to-period", N_ ("Change to Yearly/Monthly…"), FALSE, TRUE },
  { "services.change", N_ ("Change Specification…"), FALSE, FALSE },
  { "services.attach", N_ ("Attach Resource…"), FALSE, FALSE },
  { NULL },
};

static TenureSession *
session_of (TenureServicesPage *self)
{
  return tenure_page_session (TENURE_PAGE (self));
}

static TenureCatalogue *
catalogue_of (TenureServicesPage *self)
{
  return tenure_platform_catalogue (tenure_session_platform (session_of (self)));
}

/** Add-ons (加油包) are ordered for what is there already. */
static gboolean
can_be_bought (TenureServicesPage *self, const TenureOffer *offer)
{
  return !tenure_session_withdrawn (session_of (self), offer) && offer->n_specs > 0 && !offer->addon;
}

/** Why it cannot be bought, or what is special about it; NULL: nothing. */
static const char *
remark_on (TenureServicesPage *self, const TenureOffer *offer)
{
  if (tenure_session_withdrawn (session_of (self), offer))
    return _ ("No longer sold (withdrawn); what is there can be used until it expires");
  if (offer->addon)
    return _ ("Ordered for a resource that is there already");
  if (offer->package)
    return _ ("A package: paid once, drawn down by use");
  if (offer->needs_approval)
    return _ ("An order is reviewed before it can be paid");
  return offer->buy.months || offer->buy.years ? NULL : _ ("Charged by use only");
}

static void
filter (TenureQuery *query, gpointer data)
{
  TenureServicesPage *self = data;

  if (self->offer)
    query->product = g_strdup (self->offer->name_en);
  query->status = TENURE_RESOURCE_ACTIVE;
}

/* One service ---------------------------------------------------------------------------------------------------- */

/** What the account has of the service, and whether more can be bought. */
static void
show_service (TenureServicesPage *self)
{
  const TenureOffer *offer = self->offer;
  gboolean buy = can_be_bought (self, offer);
  TenureListSetup setup = {
    .list = TENURE_LIST_RESOURCES,
    .columns = tenure_columns_for_service (offer->package),
    .hint = buy ? &hint : &bound_hint,
    .actions = &self->actions,
    .action = "services.renew",
    .label = _ ("_Renew…"),
  };

  gtk_widget_set_visible (GTK_WIDGET (self->buy), buy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "services.buy", buy);
  tenure_list_page_turn (self->list, &setup);
}

static void
open_service (TenureServicesPage *self, const char *key)
{
  const TenureOffer *offer = tenure_catalogue_find (catalogue_of (self), key);

  if (!offer)
    return;
  self->offer = offer;
  gtk_label_set_text (self->service_name, tenure_word_product (catalogue_of (self), offer->key, offer->name_en));
  gtk_link_button_set_uri (self->help, offer->help_url);
  gtk_widget_set_visible (GTK_WIDGET (self->help), offer->help_url != NULL);
  show_service (self);
  gtk_stack_set_visible_child_name (self->stack, "service");
}

static void
on_open (GtkWidget *widget, const char *action, GVariant *parameter)
{
  open_service (TENURE_SERVICES_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
on_buy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TenureServicesPage *self = TENURE_SERVICES_PAGE (widget);

  if (self->offer)
    tenure_plan_dialog_present (widget, tenure_order_form_new (session_of (self), self->offer));
}

/* What can be done with a row -------------------------------------------------------------------------------------- */

static gboolean
is (const TenureRowAction *action, const char *name)
{
  return g_str_equal (action->name, name);
}

static gboolean
suits_charging (const TenureRowAction *action, const TenureRecord *record, const TenureOffer *offer)
{
  gboolean is_metered = record && record->charging == TENURE_CHARGING_USE;
  gboolean has_periods = offer && (offer->buy.months || offer->buy.years);

  return is (action, "services.renew") ? !is_metered : has_periods && !offer->package && (!record || is_metered);
}

/** 变更 only where there is something else to choose, 追加 where something goes with it (A1-17); a term is renewed,
 * what has none can get one (按需转包周期). */
static gboolean
offered (const TenureRowAction *action, const TenureRecord *record, gpointer page)
{
  TenureServicesPage *self = page;

  if (is (action, "services.to-period") || is (action, "services.renew"))
    return suits_charging (action, record, self->offer);
  if (is (action, "services.change"))
    return self->offer && tenure_change_form_can_change (self->offer);
  if (!is (action, "services.attach"))
    return TRUE;
  g_autoptr (GPtrArray) offers = tenure_change_form_attachable (session_of (self), self->offer);
  return offers->len > 0;
}

static TenureCommand *
probe (const TenureRowAction *action, const TenureRecord *record, gpointer page)
{
  TenureServicesPage *self = page;

  if (is (action, "services.change"))
    return tenure_change_form_probe (self->offer, record->spec, record->key);
  if (is (action, "services.attach"))
    return tenure_change_form_probe_attach (session_of (self), self->offer, record->key);
  if (is (action, "services.to-period"))
    return tenure_to_period_form_probe (self->offer, record->key);
  return NULL;
}

static TenurePlanForm *
form_for (const TenureRowAction *action, char **keys, TenureServicesPage *self)
{
  if (is (action, "services.change"))
    return tenure_change_form_new (session_of (self), keys[0]);
  if (is (action, "services.attach"))
    return tenure_change_form_new_attach (session_of (self), keys[0]);
  if (is (action, "services.to-period"))
    return tenure_to_period_form_new (session_of (self), self->offer, (const char *const *)keys);
  return tenure_renew_form_new (session_of (self), (const char *const *)keys, TRUE, FALSE);
}

static void
act (const TenureRowAction *action, char **keys, gpointer page)
{
  if (keys[0])
    tenure_plan_dialog_present (page, form_for (action, keys, page));
  g_strfreev (keys);
}

static void
on_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tenure_list_page_act (TENURE_SERVICES_PAGE (widget)->list, action);
}

/* The first that the row offers: what has no term is not renewed. */
static void
on_activated (TenureServicesPage *self, TenureRow *row)
{
  const TenureRecord *record = tenure_row_record (row);
  const TenureRowAction *action = actions;

  while (record && action->name && !tenure_action_set_offers (&self->actions, action, record))
    action++;
  if (record && action->name)
    tenure_action_set_act (&self->actions, action, record);
}

static void
on_all_services (TenureServicesPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "catalogue");
}

/* The catalogue -------------------------------------------------------------------------------------------------- */

static GtkWidget *
offer_row (TenureCatalogue *catalogue, const TenureOffer *offer)
{
  GtkWidget *row = adw_action_row_new (), *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  GtkWidget *icon = gtk_image_new_from_icon_name (offer->by_bandwidth  ? "network-workgroup-symbolic"
                                                  : offer->bound_offer ? "computer-symbolic"
                                                  : offer->package     ? "package-x-generic-symbolic"
                                                                       : "network-server-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 tenure_word_product (catalogue, offer->key, offer->name_en));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", offer->key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "services.open");
  return row;
}

/** One group a category, in the catalogue's order. */
static void
fill (TenureServicesPage *self)
{
  TenureCatalogue *catalogue = catalogue_of (self);
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < tenure_catalogue_length (catalogue); i++)
    {
      const TenureOffer *offer = tenure_catalogue_at (catalogue, i);
      GtkWidget *group = g_hash_table_lookup (groups, offer->category_en);

      if (!group)
        {
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), tenure_word_category (offer));
          adw_preferences_page_add (self->catalogue, ADW_PREFERENCES_GROUP (group));
          g_hash_table_insert (groups, (gpointer)offer->category_en, group);
        }
      g_ptr_array_add (self->rows, offer_row (catalogue, offer));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->rows->pdata[i]);
    }
}

/** What the staff withdraws disappears from what can be bought at once. */
static void
show_remarks (TenureServicesPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *remark = remark_on (self, tenure_catalogue_at (catalogue_of (self), i));

      adw_action_row_set_subtitle (self->rows->pdata[i], remark ? remark : "");
    }
  if (self->offer && gtk_widget_get_visible (GTK_WIDGET (self->buy)) != can_be_bought (self, self->offer))
    show_service (self);
}

/* Life ----------------------------------------------------------------------------------------------------------- */

static void
show (TenurePage *page, const char *argument)
{
  if (argument)
    open_service (TENURE_SERVICES_PAGE (page), argument);
}

static void
search (TenurePage *page)
{
  TenureServicesPage *self = TENURE_SERVICES_PAGE (page);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "service") == 0)
    tenure_list_page_search (self->list);
}

static gboolean
back (TenurePage *page)
{
  TenureServicesPage *self = TENURE_SERVICES_PAGE (page);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "service") != 0)
    return FALSE;
  on_all_services (self);
  return TRUE;
}

static void
tenure_services_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_SERVICES_PAGE);
  G_OBJECT_CLASS (tenure_services_page_parent_class)->dispose (object);
}

static void
tenure_services_page_finalize (GObject *object)
{
  TenureServicesPage *self = TENURE_SERVICES_PAGE (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (tenure_services_page_parent_class)->finalize (object);
}

static void
tenure_services_page_class_init (TenureServicesPageClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_services_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenure_services_page_finalize;
  TENURE_PAGE_CLASS (klass)->show = show;
  TENURE_PAGE_CLASS (klass)->search = search;
  TENURE_PAGE_CLASS (klass)->back = back;
  g_type_ensure (TENURE_TYPE_LIST_PAGE);
  gtk_widget_class_install_action (widget, "services.open", "s", on_open);
  gtk_widget_class_install_action (widget, "services.buy", NULL, on_buy);
  for (const TenureRowAction *action = actions; action->name; action++)
    gtk_widget_class_install_action (widget, action->name, NULL, on_action);
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-services-page.ui");
  gtk_widget_class_bind_template_child (widget, TenureServicesPage, stack);
  gtk_widget_class_bind_template_child (widget, TenureServicesPage, catalogue);
  gtk_widget_class_bind_template_child (widget, TenureServicesPage, service_name);
  gtk_widget_class_bind_template_child (widget, TenureServicesPage, help);
  gtk_widget_class_bind_template_child (widget, TenureServicesPage, buy);
  gtk_widget_class_bind_template_child (widget, TenureServicesPage, list);
  gtk_widget_class_bind_template_callback (widget, on_all_services);
  gtk_widget_class_bind_template_callback (widget, on_activated);
}

static void
tenure_services_page_init (TenureServicesPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

TenurePage *
tenure_services_page_new (TenureSession *session)
{
  static const char *const scopes[] = { "resources", NULL };
  TenureServicesPage *self = g_object_new (TENURE_TYPE_SERVICES_PAGE, "session", session, NULL);

  self->actions = (TenureActionSet){
    .actions = actions, .width = 125, .session = session, .page = self, .act = act, .offered = offered, .probe = probe
  };
  tenure_list_page_set_up (self->list, session, scopes, filter, self);
  fill (self);
  show_remarks (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (show_remarks), self, G_CONNECT_SWAPPED);
  return TENURE_PAGE (self);
}
