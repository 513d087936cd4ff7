/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-order-form.h"

#include <glib/gi18n-lib.h>

#include "tenure-duration-row.h"
#include "tenure-pay-form.h"
#include "tenure-text.h"
#include "tenure-wording-names.h"
#include "tenure-wording-platform.h"

struct _TenureOrderForm
{
  TenurePlanForm parent;
  const TenureOffer *offer;
  char *customer;   /* on whose behalf the staff orders, or NULL */
  gboolean filling; /* rows are being filled: nothing was chosen yet */
  gboolean free;    /* nothing is to be paid, as far as the last plan says */

  AdwComboRow *charging, *region, *spec, *starts;
  AdwEntryRow *starts_on;
  AdwActionRow *disk_row, *bandwidth_row, *quantity_row, *auto_row, *price_row;
  GtkSpinButton *disk, *bandwidth, *quantity;
  GtkAdjustment *disk_size;
  AdwPreferencesGroup *bandwidth_group;
  GtkFlowBox *bandwidths;
  GtkSwitch *ipv6;
  AdwEntryRow *name, *bandwidth_name, *tags;
  AdwExpanderRow *advanced;
  TenureDurationRow *duration;
  GtkCheckButton *auto_renew;
  GtkLabel *price, *use;
};

G_DEFINE_FINAL_TYPE (TenureOrderForm, tenure_order_form, TENURE_TYPE_PLAN_FORM)

/* What is sold by the GiB: the rules say what is too much. */
#define LEAST_GIB 10
#define MOST_GIB 32768

static const int usual_bandwidths[] = { 1, 2, 5, 10, 100, 200 };

static char *
entry_text (AdwEntryRow *row)
{
  return tenure_text_fold (gtk_editable_get_text (GTK_EDITABLE (row)));
}

/** What lies between commas, Chinese ones too, without blanks and empty ones. */
static char **
split_tags (const char *text)
{
  g_auto (GStrv) parts = g_regex_split_simple ("[,，、]", text, 0, 0);
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();

  for (guint i = 0; parts[i]; i++)
    if (*g_strstrip (parts[i]))
      g_ptr_array_add (tags, g_strdup (parts[i]));
  g_ptr_array_add (tags, NULL);
  return (char **)g_ptr_array_free (g_steal_pointer (&tags), FALSE);
}

/** 按需计费: chosen, or the only way that it is sold. */
static gboolean
by_use (TenureOrderForm *self)
{
  const TenureDurations *buy = &self->offer->buy;

  return self->offer->pay_per_use &&
         ((buy->months == 0 && buy->years == 0) || adw_combo_row_get_selected (self->charging) == 1);
}

/** Sold by the GiB alone: the size asked is its own, not that of a bound disk. */
static gboolean
by_size (const TenureOffer *offer)
{
  return !offer->bound_offer && !offer->by_bandwidth && offer->n_specs > 0 && offer->specs[0].price.unit != NULL;
}

/** A package that begins later: 0 when it begins on payment; FALSE while the day is none. */
static gboolean
chosen_start (TenureOrderForm *self, TenureTime *starts, GError **error)
{
  TenureDay day;

  *starts = 0;
  if (!self->offer->package || adw_combo_row_get_selected (self->starts) == 0)
    return TRUE;
  g_autofree char *text = entry_text (self->starts_on);
  if (!tenure_day_parse (text, &day, error))
    return FALSE;
  *starts = tenure_day_start (day);
  return TRUE;
}

static TenureCommand *
build (TenurePlanForm *form, GError **error)
{
  TenureOrderForm *self = TENURE_ORDER_FORM (form);
  const TenureOffer *offer = self->offer;
  const TenureSpec *spec = &offer->specs[adw_combo_row_get_selected (self->spec)];
  g_autofree char *name = entry_text (self->name), *tags_text = entry_text (self->tags);
  g_autofree char *bandwidth_name = entry_text (self->bandwidth_name);
  g_auto (GStrv) tags = split_tags (tags_text);
  TenurePlaceOrder params = {
    .offer = (char *)offer->key,
    .spec = (char *)spec->key,
    .region = (char *)offer->regions[adw_combo_row_get_selected (self->region)],
    .name = name,
    .months = tenure_duration_row_months (self->duration),
    .quantity = gtk_spin_button_get_value_as_int (self->quantity),
    .tags = tags,
    .auto_renew = gtk_check_button_get_active (self->auto_renew),
    .agreed = TRUE,
  };

  if (!chosen_start (self, &params.starts, error))
    return NULL;
  if (by_use (self))
    {
      params.pay_per_use = TRUE;
      params.months = 0;
      params.auto_renew = FALSE;
    }
  if (offer->bound_offer || by_size (offer))
    params.disk_gib = gtk_spin_button_get_value_as_int (self->disk);
  if (offer->by_bandwidth)
    {
      params.bandwidth = gtk_spin_button_get_value_as_int (self->bandwidth);
      params.line = (char *)spec->key;
      params.bandwidth_name = bandwidth_name;
      params.ipv6 = gtk_switch_get_active (self->ipv6);
    }
  if (!self->customer)
    return tenure_command_new (TENURE_COMMAND_ORDER, &params, NULL, error);
  TenureOrderForCustomer staff = { .order = params, .account = self->customer };
  return tenure_command_new (TENURE_COMMAND_ORDER_FOR_CUSTOMER, &staff, NULL, error);
}

static void
mark_rows (TenureOrderForm *self, const TenurePlan *plan)
{
  const struct
  {
    gpointer row;
    const char *field;
  } rows[] = {
    { self->region, "region" },     { self->spec, "spec" },
    { self->disk_row, "disk_gib" }, { self->bandwidth_row, "bandwidth" },
    { self->name, "name" },         { self->tags, "tags" },
    { self->duration, "months" },   { self->quantity_row, "quantity" },
    { self->starts_on, "starts" },  { self->charging, "pay_per_use" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    tenure_plan_form_mark (ADW_PREFERENCES_ROW (rows[i].row), plan, rows[i].field);
}

/** Adds what an hour of it costs; FALSE when that cannot be told. */
static gboolean
add_hour (const TenureOffer *offer, const TenureSpec *spec, gint64 amount, TenureMoney *sum)
{
  TenureMoney price;

  return tenure_offer_hour_price (offer, spec, amount, &price) && tenure_money_add (*sum, price, sum, NULL);
}

/** 按需: an hour of it with its bound disk; the plan of such an order has nothing to pay. */
static TenureMoney
price_of_an_hour (TenureOrderForm *self)
{
  TenureSession *session = tenure_plan_form_session (TENURE_PLAN_FORM (self));
  const TenureOffer *offer = self->offer;
  const TenureSpec *spec = &offer->specs[adw_combo_row_get_selected (self->spec)];
  const TenureOffer *disk =
      offer->bound_offer
          ? tenure_catalogue_find (tenure_platform_catalogue (tenure_session_platform (session)), offer->bound_offer)
          : NULL;
  gint64 gib = gtk_spin_button_get_value_as_int (self->disk);
  gint64 amount = offer->by_bandwidth ? gtk_spin_button_get_value_as_int (self->bandwidth) : gib;
  TenureMoney price = 0;

  if (!add_hour (offer, spec, amount, &price) || (disk && !add_hour (disk, &disk->specs[0], gib, &price)) ||
      !tenure_int_mul (price, gtk_spin_button_get_value_as_int (self->quantity), &price, NULL))
    return TENURE_MONEY_UNKNOWN;
  return price;
}

/** 去支付, or 提交 where there is nothing to pay (A2-02); the staff orders for a customer, who pays. */
static const char *
apply_word (TenureOrderForm *self)
{
  if (self->customer)
    return _ ("_Order");
  return by_use (self) || self->free ? _ ("_Submit") : _ ("Go to _Payment");
}

static void
show_plan (TenurePlanForm *form, const TenurePlan *plan)
{
  TenureOrderForm *self = TENURE_ORDER_FORM (form);
  TenureMoney due = by_use (self) ? price_of_an_hour (self) : 0;

  mark_rows (self, plan);
  adw_action_row_set_subtitle (self->price_row, by_use (self) ? _ ("For an hour, for reference; the bill decides.")
                                                              : _ ("For reference; the bill decides."));
  for (guint i = 0; !by_use (self) && plan && i < plan->items->len; i++)
    due += ((const TenurePlanItem *)plan->items->pdata[i])->due;
  self->free = plan && plan->items->len > 0 && due == 0;
  tenure_plan_form_set_apply (form, apply_word (self));
  g_autofree char *amount = tenure_word_money (due);
  g_autofree char *text = self->offer->by_bandwidth ? g_strdup_printf (_ ("IP retention: free + bandwidth: %s"), amount)
                                                    : g_strdup (amount);
  gtk_label_set_text (self->price, text);
  gtk_widget_set_visible (GTK_WIDGET (self->price_row), plan && plan->items->len > 0);
}

static void
add_choice (GString *text, GtkWidget *row, const char *value)
{
  g_autofree char *title = tenure_plain_title (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  if (!value || !*value || !gtk_widget_get_visible (row))
    return;
  g_string_append_printf (text, _ ("%s: %s"), title, value);
  g_string_append_c (text, '\n');
}

static void
add_selected (GString *text, AdwComboRow *row)
{
  GtkStringObject *item = adw_combo_row_get_selected_item (row);

  add_choice (text, GTK_WIDGET (row), item ? gtk_string_object_get_string (item) : NULL);
}

static void
add_number (GString *text, gpointer row, GtkSpinButton *spin, const char *unit)
{
  g_autofree char *value = g_strdup_printf ("%d%s%s", gtk_spin_button_get_value_as_int (spin), *unit ? " " : "", unit);

  add_choice (text, row, value);
}

/** 产品配置信息确认: everything chosen, to be read again before it is agreed to. */
static char *
summary (TenurePlanForm *form)
{
  TenureOrderForm *self = TENURE_ORDER_FORM (form);
  g_autofree char *duration = tenure_word_duration (tenure_duration_row_months (self->duration));
  GString *text = g_string_new (NULL);

  add_selected (text, self->charging);
  add_selected (text, self->region);
  add_selected (text, self->spec);
  add_number (text, self->disk_row, self->disk, "GiB");
  if (self->offer->by_bandwidth)
    {
      add_number (text, self->bandwidth_row, self->bandwidth, "Mbit/s");
      add_choice (text, gtk_widget_get_ancestor (GTK_WIDGET (self->ipv6), ADW_TYPE_ACTION_ROW),
                  gtk_switch_get_active (self->ipv6) ? _ ("on") : NULL);
    }
  add_choice (text, GTK_WIDGET (self->name), gtk_editable_get_text (GTK_EDITABLE (self->name)));
  add_choice (text, GTK_WIDGET (self->bandwidth_name), gtk_editable_get_text (GTK_EDITABLE (self->bandwidth_name)));
  add_choice (text, GTK_WIDGET (self->tags), gtk_editable_get_text (GTK_EDITABLE (self->tags)));
  add_choice (text, GTK_WIDGET (self->duration), duration);
  add_selected (text, self->starts);
  add_choice (text, GTK_WIDGET (self->starts_on), gtk_editable_get_text (GTK_EDITABLE (self->starts_on)));
  add_number (text, self->quantity_row, self->quantity, "");
  if (gtk_check_button_get_active (self->auto_renew))
    add_choice (text, GTK_WIDGET (self->auto_row), _ ("on"));
  if (by_use (self))
    {
      g_autofree char *price = g_strdup_printf (_ ("%s an hour"), gtk_label_get_text (self->price));

      add_choice (text, GTK_WIDGET (self->price_row), price);
    }
  g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}

static TenurePlanForm *
next (TenurePlanForm *form, const TenureOutcome *outcome)
{
  return TENURE_ORDER_FORM (form)->customer ? NULL : tenure_pay_form_after (tenure_plan_form_session (form), outcome);
}

/** What belongs to the way of charging: a duration, or the sentence on use. */
static void
show_charging (TenureOrderForm *self)
{
  gboolean use = by_use (self);

  gtk_widget_set_visible (GTK_WIDGET (self->duration), !use);
  gtk_widget_set_visible (GTK_WIDGET (self->auto_row), !use && !self->offer->package);
  gtk_widget_set_visible (GTK_WIDGET (self->use), use);
  gtk_widget_set_visible (GTK_WIDGET (self->starts_on),
                          self->offer->package && adw_combo_row_get_selected (self->starts) == 1);
  tenure_plan_form_set_apply (TENURE_PLAN_FORM (self), apply_word (self));
}

/** A later start begins with tomorrow, to be changed. */
static void
preset_start (TenureOrderForm *self)
{
  TenureTime now = tenure_session_now (tenure_plan_form_session (TENURE_PLAN_FORM (self)));
  g_autofree char *day = tenure_day_format (tenure_day_of (now) + 1);

  if (!*gtk_editable_get_text (GTK_EDITABLE (self->starts_on)) && adw_combo_row_get_selected (self->starts) == 1)
    gtk_editable_set_text (GTK_EDITABLE (self->starts_on), day);
}

static void
on_changed (TenureOrderForm *self)
{
  if (self->filling)
    return;
  show_charging (self);
  tenure_plan_form_changed (TENURE_PLAN_FORM (self));
}

static void
on_starts (TenureOrderForm *self)
{
  preset_start (self);
  on_changed (self);
}

static void
on_usual (GtkToggleButton *button, TenureOrderForm *self)
{
  int bandwidth = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "bandwidth"));

  if (gtk_toggle_button_get_active (button))
    gtk_spin_button_set_value (self->bandwidth, bandwidth);
}

/** The usual value pressed is the one that the spin button shows; none when it is an own value. */
static void
on_bandwidth_changed (TenureOrderForm *self)
{
  int value = gtk_spin_button_get_value_as_int (self->bandwidth);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->bandwidths)); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *button = gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child));

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                    GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "bandwidth")) == value);
    }
  on_changed (self);
}

static void
tenure_order_form_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_ORDER_FORM);
  G_OBJECT_CLASS (tenure_order_form_parent_class)->dispose (object);
}

static void
tenure_order_form_finalize (GObject *object)
{
  g_free (TENURE_ORDER_FORM (object)->customer);
  G_OBJECT_CLASS (tenure_order_form_parent_class)->finalize (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget, TenureOrderForm, child)

static void
tenure_order_form_class_init (TenureOrderFormClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_order_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenure_order_form_finalize;
  TENURE_PLAN_FORM_CLASS (klass)->build = build;
  TENURE_PLAN_FORM_CLASS (klass)->show_plan = show_plan;
  TENURE_PLAN_FORM_CLASS (klass)->summary = summary;
  TENURE_PLAN_FORM_CLASS (klass)->next = next;
  g_type_ensure (TENURE_TYPE_DURATION_ROW);
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-order-form.ui");
  BIND (charging);
  BIND (starts);
  BIND (starts_on);
  BIND (auto_row);
  BIND (use);
  BIND (region);
  BIND (spec);
  BIND (disk_row);
  BIND (bandwidth_row);
  BIND (quantity_row);
  BIND (price_row);
  BIND (disk);
  BIND (bandwidth);
  BIND (quantity);
  BIND (disk_size);
  BIND (bandwidth_group);
  BIND (bandwidths);
  BIND (ipv6);
  BIND (name);
  BIND (bandwidth_name);
  BIND (tags);
  BIND (advanced);
  BIND (duration);
  BIND (auto_renew);
  BIND (price);
  gtk_widget_class_bind_template_callback (widget, on_changed);
  gtk_widget_class_bind_template_callback (widget, on_starts);
  gtk_widget_class_bind_template_callback (widget, on_bandwidth_changed);
}

static void
tenure_order_form_init (TenureOrderForm *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  tenure_name_choices (self->charging);
  tenure_name_choices (self->starts);
  tenure_name_choices (self->region);
  tenure_name_choices (self->spec);
  for (guint i = 0; i < G_N_ELEMENTS (usual_bandwidths); i++)
    {
      g_autofree char *label = g_strdup_printf ("%d", usual_bandwidths[i]);
      g_autofree char *spoken = g_strdup_printf (_ ("%d Mbit/s"), usual_bandwidths[i]);
      GtkWidget *button = gtk_toggle_button_new_with_label (label), *child = gtk_flow_box_child_new ();

      g_object_set_data (G_OBJECT (button), "bandwidth", GINT_TO_POINTER (usual_bandwidths[i]));
      tenure_name_widget (button, spoken);
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_usual), self, 0);
      gtk_widget_set_focusable (child, FALSE); /* the button is the one stop */
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), button);
      gtk_flow_box_append (self->bandwidths, child);
    }
}

static void
fill_choices (TenureOrderForm *self)
{
  const TenureOffer *offer = self->offer;
  TenureCatalogue *catalogue =
      tenure_platform_catalogue (tenure_session_platform (tenure_plan_form_session (TENURE_PLAN_FORM (self))));
  g_autoptr (GtkStringList) regions = gtk_string_list_new (NULL), specs = gtk_string_list_new (NULL);

  for (guint i = 0; offer->regions[i]; i++)
    gtk_string_list_append (regions, tenure_word_region (catalogue, offer->regions[i]));
  for (guint i = 0; i < offer->n_specs; i++)
    gtk_string_list_append (specs, tenure_word_spec (&offer->specs[i]));
  adw_combo_row_set_model (self->region, G_LIST_MODEL (regions));
  adw_combo_row_set_model (self->spec, G_LIST_MODEL (specs));
  if (offer->by_bandwidth)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->spec), _ ("_Line"));
}

/** The ways that it is sold. */
static void
fill_charging (TenureOrderForm *self)
{
  const TenureOffer *offer = self->offer;
  g_autoptr (GtkStringList) ways = gtk_string_list_new (NULL);

  if (offer->package)
    gtk_string_list_append (ways, tenure_word_charging (TENURE_CHARGING_PACKAGE));
  else if (offer->buy.months || offer->buy.years)
    gtk_string_list_append (ways, tenure_word_charging (TENURE_CHARGING_PERIOD));
  if (offer->pay_per_use)
    gtk_string_list_append (ways, tenure_word_charging (TENURE_CHARGING_USE));
  adw_combo_row_set_model (self->charging, G_LIST_MODEL (ways));
}

static void
fill_size (TenureOrderForm *self)
{
  const TenureOffer *offer = self->offer;
  g_autofree char *sizes =
      g_strdup_printf (_ ("%ld–%ld GiB, bound to it"), (long)offer->bound_min, (long)offer->bound_max);

  gtk_widget_set_visible (GTK_WIDGET (self->disk_row), offer->bound_offer || by_size (offer));
  if (by_size (offer))
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->disk_row), _ ("Siz_e"));
      adw_action_row_set_subtitle (self->disk_row, _ ("In GiB"));
      gtk_adjustment_configure (self->disk_size, 100, LEAST_GIB, MOST_GIB, 10, 100, 0);
      tenure_name_widget (GTK_WIDGET (self->disk), _ ("Size in GiB"));
      return;
    }
  adw_action_row_set_subtitle (self->disk_row, sizes);
  gtk_adjustment_configure (self->disk_size, offer->bound_preset, offer->bound_min, offer->bound_max, 10, 100, 0);
}

static void
fill (TenureOrderForm *self)
{
  const TenureOffer *offer = self->offer;
  TenurePlatform *platform = tenure_session_platform (tenure_plan_form_session (TENURE_PLAN_FORM (self)));
  g_autofree char *name = g_strdup_printf ("%s-0001", offer->key);

  fill_choices (self);
  gtk_editable_set_text (GTK_EDITABLE (self->name), name);
  gtk_widget_set_visible (GTK_WIDGET (self->bandwidth_group), offer->by_bandwidth);
  gtk_widget_set_visible (GTK_WIDGET (self->bandwidth_name), offer->by_bandwidth);
  fill_size (self);
  tenure_duration_row_offer (self->duration, offer->buy, tenure_platform_policy (platform)->months_offered, 1);
  fill_charging (self);
  gtk_widget_set_visible (GTK_WIDGET (self->starts), offer->package);
  on_bandwidth_changed (self);
  show_charging (self);
  self->filling = FALSE;
}

static TenurePlanForm *
form_new (TenureSession *session, const TenureOffer *offer, const TenurePlanWords *words, const char *customer)
{
  TenureOrderForm *self = g_object_new (TENURE_TYPE_ORDER_FORM, NULL);

  self->offer = offer;
  self->customer = g_strdup (customer);
  tenure_plan_form_set_up (TENURE_PLAN_FORM (self), session, words);
  fill (self);
  return TENURE_PLAN_FORM (self);
}

static const char *
product_of (TenureSession *session, const TenureOffer *offer)
{
  return tenure_word_product (tenure_platform_catalogue (tenure_session_platform (session)), offer->key,
                              offer->name_en);
}

TenurePlanForm *
tenure_order_form_new (TenureSession *session, const TenureOffer *offer)
{
  const char *product = product_of (session, offer);
  g_autofree char *title = g_strdup_printf (_ ("Buy %s"), product);
  g_autofree char *agreement = g_strdup_printf (_ ("I have read and agree to the %s Service Statement."), product);
  TenurePlanWords words = {
    .title = g_intern_string (title),
    .proceed = _ ("Bu_y Now"),
    .apply = _ ("Go to _Payment"),
    .done = _ ("Ordered"),
    .agreement = agreement,
  };

  return form_new (session, offer, &words, NULL);
}

TenurePlanForm *
tenure_order_form_new_for (TenureSession *session, const TenureOffer *offer, const char *account)
{
  g_autofree char *title = g_strdup_printf (_ ("%s for %s"), product_of (session, offer), account);
  TenurePlanWords words = {
    .title = g_intern_string (title),
    .proceed = _ ("_Continue"),
    .apply = _ ("_Order"),
    .toast = _ ("Ordered; the customer finds it under My Orders, to be confirmed."),
  };

  return form_new (session, offer, &words, account);
}
