/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-change-form.h"

#include <glib/gi18n-lib.h>

#include "tenure-error.h"
#include "tenure-lookup.h"
#include "tenure-pay-form.h"
#include "tenure-text.h"
#include "tenure-wording-names.h"

struct _TenureChangeForm
{
  TenurePlanForm parent;
  char *resource;
  GPtrArray *offers;     /* TenureOffer: what may be attached; NULL: it is changed */
  const TenureOffer *of; /* of the resource that is changed, once it was read */
  GCancellable *cancellable;
  GError *failure;  /* why the resource could not be read */
  gboolean filling; /* rows are being filled: nothing was chosen yet */

  AdwPreferencesGroup *group;
  AdwComboRow *offer, *spec;
  AdwActionRow *size_row;
  GtkSpinButton *size;
  GtkLabel *unit;
  AdwEntryRow *name;
};

G_DEFINE_FINAL_TYPE (TenureChangeForm, tenure_change_form, TENURE_TYPE_PLAN_FORM)

/* As the order form has it: Mbit/s by the line, GiB by the disk. */
#define MOST_MBIT 2000
#define LEAST_GIB 10
#define MOST_GIB 32768

static gboolean
by_mbit (const TenureSpec *spec)
{
  return g_strcmp0 (spec->price.unit, "mbit") == 0;
}

static const TenureOffer *
chosen_offer (TenureChangeForm *self)
{
  guint selected = self->offers ? adw_combo_row_get_selected (self->offer) : 0;

  if (!self->offers)
    return self->of;
  return selected < self->offers->len ? self->offers->pdata[selected] : NULL;
}

static const TenureSpec *
chosen_spec (TenureChangeForm *self)
{
  const TenureOffer *offer = chosen_offer (self);
  guint selected = adw_combo_row_get_selected (self->spec);

  return offer && selected < offer->n_specs ? &offer->specs[selected] : NULL;
}

static TenureCommand *
build (TenurePlanForm *form, GError **error)
{
  TenureChangeForm *self = TENURE_CHANGE_FORM (form);
  const TenureSpec *spec = chosen_spec (self);
  g_autofree char *name = tenure_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  gint64 size = gtk_spin_button_get_value_as_int (self->size);

  if (!spec && self->failure)
    {
      g_propagate_error (error, g_error_copy (self->failure));
      return NULL;
    }
  if (!spec)
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_MISSING, _ ("What is on sale is being read."));
      return NULL;
    }
  TenureChange change = { .resource = self->resource, .spec = (char *)spec->key };
  TenureAttach attach = {
    .resource = self->resource, .offer = (char *)chosen_offer (self)->key, .spec = (char *)spec->key, .name = name
  };
  change.amount = attach.amount = spec->price.unit ? size : 0;
  if (self->offers)
    return tenure_command_new (TENURE_COMMAND_ATTACH, &attach, NULL, error);
  return tenure_command_new (TENURE_COMMAND_CHANGE, &change, NULL, error);
}

static void
show_plan (TenurePlanForm *form, const TenurePlan *plan)
{
  TenureChangeForm *self = TENURE_CHANGE_FORM (form);

  tenure_plan_form_mark (ADW_PREFERENCES_ROW (self->offer), plan, "offer");
  tenure_plan_form_mark (ADW_PREFERENCES_ROW (self->spec), plan, "spec");
  tenure_plan_form_mark (ADW_PREFERENCES_ROW (self->size_row), plan, "amount");
  tenure_plan_form_mark (ADW_PREFERENCES_ROW (self->name), plan, "name");
}

static TenurePlanForm *
next (TenurePlanForm *form, const TenureOutcome *outcome)
{
  return tenure_pay_form_after (tenure_plan_form_session (form), outcome);
}

/** The size that the specification is sold by, from @least on. */
static void
show_size (TenureChangeForm *self, gint64 least)
{
  const TenureSpec *spec = chosen_spec (self);
  gboolean sized = spec && spec->price.unit;

  gtk_widget_set_visible (GTK_WIDGET (self->size_row), sized);
  if (!sized)
    return;
  gtk_label_set_text (self->unit, by_mbit (spec) ? "Mbit/s" : "GiB");
  gtk_spin_button_set_range (self->size, least, by_mbit (spec) ? MOST_MBIT : MOST_GIB);
  gtk_spin_button_set_increments (self->size, by_mbit (spec) ? 1 : 10, by_mbit (spec) ? 10 : 100);
}

static void
fill_specs (TenureChangeForm *self, const char *present)
{
  const TenureOffer *offer = chosen_offer (self);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  self->filling = TRUE;
  for (guint i = 0; offer && i < offer->n_specs; i++)
    gtk_string_list_append (words, tenure_word_spec (&offer->specs[i]));
  adw_combo_row_set_model (self->spec, G_LIST_MODEL (words));
  for (guint i = 0; offer && i < offer->n_specs; i++)
    if (g_strcmp0 (offer->specs[i].key, present) == 0)
      adw_combo_row_set_selected (self->spec, i);
  gtk_widget_set_visible (GTK_WIDGET (self->spec), offer && offer->n_specs > 1);
  self->filling = FALSE;
}

static void
on_changed (TenureChangeForm *self)
{
  if (!self->filling)
    tenure_plan_form_changed (TENURE_PLAN_FORM (self));
}

static void
on_offer (TenureChangeForm *self)
{
  const TenureOffer *offer = chosen_offer (self);

  if (self->filling || !offer)
    return;
  fill_specs (self, NULL);
  show_size (self, by_mbit (&offer->specs[0]) ? 1 : LEAST_GIB);
  on_changed (self);
}

/** The next specification above the present one by its price, or the present one. */
static const char *
next_above (const TenureOffer *offer, const char *present)
{
  const TenureSpec *now = tenure_offer_spec (offer, present), *above = NULL;

  for (guint i = 0; now && i < offer->n_specs; i++)
    if (offer->specs[i].price.month > now->price.month && (!above || offer->specs[i].price.month < above->price.month))
      above = &offer->specs[i];
  return above ? above->key : present;
}

/** Says with the next plan why nothing can be chosen; takes @error. */
static void
fail (TenureChangeForm *self, GError *error)
{
  g_clear_error (&self->failure);
  self->failure = error;
  tenure_plan_form_changed (TENURE_PLAN_FORM (self));
}

/** What was read of the resource and its offer, borrowed; FALSE when it cannot be gone on with. */
static gboolean
take_resource (TenureChangeForm *self, TenureSession *session, const GPtrArray *resources, const GError *error,
               const TenureResource **resource, const TenureOffer **offer)
{
  TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (session));

  *resource = resources && resources->len > 0 ? resources->pdata[0] : NULL;
  *offer = *resource ? tenure_catalogue_find (catalogue, (*resource)->offer) : NULL;
  if (*offer)
    return TRUE;
  if (error)
    fail (self, g_error_copy (error));
  else if (!*resource)
    fail (self, g_error_new (TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                             _ ("There is no resource “%s” in this account: check its ID."), self->resource));
  else
    fail (self, g_error_new (TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_INVALID,
                             _ ("%s is not in the catalogue, so it can only be renewed or unsubscribed."),
                             (*resource)->offer));
  return FALSE;
}

/* Nothing is smaller than now; the next larger one is offered. */
static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenureChangeForm) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) resources = tenure_lookup_resources_finish (TENURE_SESSION (source), result, &error);
  const TenureResource *resource;

  if (!self->spec || !take_resource (self, TENURE_SESSION (source), resources, error, &resource, &self->of))
    return; /* closed meanwhile, or said why */
  fill_specs (self, resource->amount > 0 ? resource->spec : next_above (self->of, resource->spec));
  self->filling = TRUE;
  show_size (self, resource->amount);
  gtk_spin_button_spin (self->size, GTK_SPIN_STEP_FORWARD, 0);
  self->filling = FALSE;
  on_changed (self);
}

static void
tenure_change_form_dispose (GObject *object)
{
  TenureChangeForm *self = TENURE_CHANGE_FORM (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_CHANGE_FORM);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_clear_pointer (&self->resource, g_free);
  g_clear_error (&self->failure);
  G_OBJECT_CLASS (tenure_change_form_parent_class)->dispose (object);
}

static void
tenure_change_form_class_init (TenureChangeFormClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_change_form_dispose;
  TENURE_PLAN_FORM_CLASS (klass)->build = build;
  TENURE_PLAN_FORM_CLASS (klass)->show_plan = show_plan;
  TENURE_PLAN_FORM_CLASS (klass)->next = next;
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-change-form.ui");
  gtk_widget_class_bind_template_child (widget, TenureChangeForm, group);
  gtk_widget_class_bind_template_child (widget, TenureChangeForm, offer);
  gtk_widget_class_bind_template_child (widget, TenureChangeForm, spec);
  gtk_widget_class_bind_template_child (widget, TenureChangeForm, size_row);
  gtk_widget_class_bind_template_child (widget, TenureChangeForm, size);
  gtk_widget_class_bind_template_child (widget, TenureChangeForm, unit);
  gtk_widget_class_bind_template_child (widget, TenureChangeForm, name);
  gtk_widget_class_bind_template_callback (widget, on_changed);
  gtk_widget_class_bind_template_callback (widget, on_offer);
}

static void
tenure_change_form_init (TenureChangeForm *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  tenure_name_choices (self->offer);
  tenure_name_choices (self->spec);
  self->cancellable = g_cancellable_new ();
  self->filling = FALSE;
}

TenurePlanForm *
tenure_change_form_new (TenureSession *session, const char *resource)
{
  TenureChangeForm *self = g_object_new (TENURE_TYPE_CHANGE_FORM, NULL);
  const char *const keys[] = { resource, NULL };
  TenurePlanWords words = {
    .title = _ ("Change Specification"),
    .apply = _ ("Go to _Payment"),
    .done = _ ("Change Ordered"),
  };

  self->resource = g_strdup (resource);
  adw_preferences_group_set_description (
      self->group, _ ("The difference is paid for what remains of the term. Renewals ordered before can then only be "
                      "unsubscribed with the whole resource."));
  tenure_plan_form_set_up (TENURE_PLAN_FORM (self), session, &words);
  gtk_widget_set_visible (GTK_WIDGET (self->offer), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->name), FALSE);
  show_size (self, 1);
  tenure_lookup_resources_async (session, keys, self->cancellable, on_read, g_object_ref (self));
  return TENURE_PLAN_FORM (self);
}

static void
on_read_head (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenureChangeForm) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) resources = tenure_lookup_resources_finish (TENURE_SESSION (source), result, &error);
  TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (TENURE_SESSION (source)));
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  const TenureResource *resource;
  const TenureOffer *head;

  if (!self->offer || !take_resource (self, TENURE_SESSION (source), resources, error, &resource, &head))
    return; /* closed meanwhile, or said why */
  g_ptr_array_unref (self->offers);
  self->offers = tenure_change_form_attachable (TENURE_SESSION (source), head);
  for (guint i = 0; i < self->offers->len; i++)
    {
      const TenureOffer *offer = self->offers->pdata[i];

      gtk_string_list_append (words, tenure_word_product (catalogue, offer->key, offer->name_en));
    }
  self->filling = TRUE;
  adw_combo_row_set_model (self->offer, G_LIST_MODEL (words));
  self->filling = FALSE;
  on_offer (self);
}

TenurePlanForm *
tenure_change_form_new_attach (TenureSession *session, const char *resource)
{
  TenureChangeForm *self = g_object_new (TENURE_TYPE_CHANGE_FORM, NULL);
  const char *const keys[] = { resource, NULL };
  TenurePlanWords words = {
    .title = _ ("Attach Resource"),
    .apply = _ ("Go to _Payment"),
    .done = _ ("Attached"),
  };

  self->resource = g_strdup (resource);
  self->offers = g_ptr_array_new ();
  adw_preferences_group_set_description (
      self->group, _ ("It ends together with the resource and costs what remains of its term. Renewals ordered before "
                      "can then only be unsubscribed with the whole resource."));
  tenure_plan_form_set_up (TENURE_PLAN_FORM (self), session, &words);
  fill_specs (self, NULL);
  show_size (self, 1);
  tenure_lookup_resources_async (session, keys, self->cancellable, on_read_head, g_object_ref (self));
  return TENURE_PLAN_FORM (self);
}

/* What is possible ------------------------------------------------------------------------------------------------ */

gboolean
tenure_change_form_can_change (const TenureOffer *offer)
{
  return offer->n_specs > 1 || (offer->n_specs == 1 && offer->specs[0].price.unit);
}

GPtrArray *
tenure_change_form_attachable (TenureSession *session, const TenureOffer *offer)
{
  TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (session));
  GPtrArray *offers = g_ptr_array_new ();

  for (guint i = 0; offer && i < tenure_catalogue_length (catalogue); i++)
    {
      const TenureOffer *other = tenure_catalogue_at (catalogue, i);
      gboolean disk = offer->bound_offer && g_str_equal (offer->bound_offer, other->key);

      if (other->n_specs > 0 && !tenure_session_withdrawn (session, other) && other != offer &&
          (disk || (other->addon && other->service == offer->service)))
        g_ptr_array_add (offers, (gpointer)other);
    }
  return offers;
}

TenureCommand *
tenure_change_form_probe (const TenureOffer *offer, const char *spec, const char *resource)
{
  const TenureSpec *present = tenure_offer_spec (offer, spec), *highest = &offer->specs[0];
  TenureChange params = { .resource = (char *)resource };

  for (guint i = 1; i < offer->n_specs; i++)
    if (offer->specs[i].price.month > highest->price.month)
      highest = &offer->specs[i];
  if (present && present->price.unit)
    params.amount = by_mbit (present) ? MOST_MBIT : MOST_GIB;
  else
    params.spec = (char *)highest->key;
  return tenure_command_new (TENURE_COMMAND_CHANGE, &params, NULL, NULL);
}

TenureCommand *
tenure_change_form_probe_attach (TenureSession *session, const TenureOffer *offer, const char *resource)
{
  g_autoptr (GPtrArray) offers = tenure_change_form_attachable (session, offer);
  const TenureOffer *first = offers->len > 0 ? offers->pdata[0] : NULL;
  TenureAttach params = { .resource = (char *)resource };

  if (!first)
    return NULL;
  params.offer = (char *)first->key;
  params.spec = (char *)first->specs[0].key;
  params.amount = first->specs[0].price.unit ? LEAST_GIB : 0;
  return tenure_command_new (TENURE_COMMAND_ATTACH, &params, NULL, NULL);
}
