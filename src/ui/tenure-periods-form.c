/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-periods-form.h"

#include <glib/gi18n-lib.h>

#include "tenure-error.h"
#include "tenure-lookup.h"

/* Beyond this many resources each keeps the end of its running period. */
#define ROWS_SHOWN 100

struct _TenurePeriodsForm
{
  TenurePlanForm parent;
  char **resources;
  GPtrArray *rows; /* AdwComboRow a resource shown, in the order of resources; NULL until read */
  GCancellable *cancellable;
  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (TenurePeriodsForm, tenure_periods_form, TENURE_TYPE_PLAN_FORM)

static const char *
chosen_expiry (TenurePeriodsForm *self, guint index)
{
  AdwComboRow *row = index < self->rows->len ? self->rows->pdata[index] : NULL;
  GtkStringObject *chosen = row ? adw_combo_row_get_selected_item (row) : NULL;

  return chosen ? gtk_string_object_get_string (chosen) : "";
}

static TenureCommand *
build (TenurePlanForm *form, GError **error)
{
  TenurePeriodsForm *self = TENURE_PERIODS_FORM (form);
  g_autoptr (GPtrArray) expiries = g_ptr_array_new ();
  TenureUnsubscribeRenewals params = { .resources = self->resources };

  if (!self->rows)
    {
      g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_MISSING, _ ("The renewals are being read."));
      return NULL;
    }
  for (guint i = 0; self->resources[i]; i++)
    g_ptr_array_add (expiries, (char *)chosen_expiry (self, i));
  g_ptr_array_add (expiries, NULL);
  params.expiries = (char **)expiries->pdata;
  return tenure_command_new (TENURE_COMMAND_UNSUBSCRIBE_RENEWALS, &params, NULL, error);
}

static gboolean
question (TenurePlanForm *form, const TenurePlan *plan, TenureQuestion *asked)
{
  *asked = (TenureQuestion){
    .heading = _ ("Give the Renewals Back?"),
    .body = _ ("The resources will expire earlier, on the days shown."),
    .yes = _ ("_Unsubscribe"),
    .no = _ ("_Not Now"),
    .destructive = TRUE,
  };
  return TRUE;
}

/** The latest unstarted period that a change or an attachment keeps from going back begins then; what is renewed after
 * it does go (rules 3.2). */
static TenureTime
blocked_until (const TenureResource *resource, TenureTime now)
{
  TenureTime until = G_MININT64;

  for (guint i = 0; i < resource->n_terms; i++)
    {
      const TenureTerm *term = &resource->terms[i];

      if (!term->refunded && term->start >= now && term->block != TENURE_BLOCK_NONE && term->end < resource->expiry)
        until = MAX (until, term->start);
    }
  return until;
}

/** Ends of the periods that can be kept: the running one and all but the last. */
static GtkStringList *
ends_to_keep (const TenureResource *resource, TenureTime now)
{
  GtkStringList *ends = gtk_string_list_new (NULL);
  TenureTime blocked = blocked_until (resource, now);

  for (guint i = 0; i < resource->n_terms; i++)
    {
      const TenureTerm *term = &resource->terms[i];

      if (term->kind != TENURE_TERM_CHANGE && !term->refunded && term->end >= now && term->end < resource->expiry &&
          term->end > blocked)
        gtk_string_list_take (ends, tenure_day_format (tenure_day_of (term->end)));
    }
  return ends;
}

static void
add_row (TenurePeriodsForm *self, const TenureResource *resource, TenureTime now)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) ends = ends_to_keep (resource, now);
  g_autofree char *until = tenure_day_format (tenure_day_of (resource->expiry));
  g_autofree char *subtitle = g_strdup_printf (_ ("%s, now until %s"), resource->key, until);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), resource->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  tenure_name_choices (ADW_COMBO_ROW (row));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (ends));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (tenure_plan_form_changed), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
on_resources (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenurePeriodsForm) self = data;
  TenureTime now = tenure_session_now (TENURE_SESSION (source));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) resources = tenure_lookup_resources_finish (TENURE_SESSION (source), result, &error);

  if (!resources || !self->group)
    return;
  self->rows = g_ptr_array_new ();
  for (guint i = 0; i < resources->len && resources->len <= ROWS_SHOWN; i++)
    add_row (self, resources->pdata[i], now);
  gtk_widget_set_visible (GTK_WIDGET (self->group), self->rows->len > 0);
  tenure_plan_form_changed (TENURE_PLAN_FORM (self));
}

static void
tenure_periods_form_dispose (GObject *object)
{
  TenurePeriodsForm *self = TENURE_PERIODS_FORM (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_PERIODS_FORM);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->resources, g_strfreev);
  G_OBJECT_CLASS (tenure_periods_form_parent_class)->dispose (object);
}

static void
tenure_periods_form_class_init (TenurePeriodsFormClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_periods_form_dispose;
  TENURE_PLAN_FORM_CLASS (klass)->build = build;
  TENURE_PLAN_FORM_CLASS (klass)->question = question;
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-periods-form.ui");
  gtk_widget_class_bind_template_child (widget, TenurePeriodsForm, group);
}

static void
tenure_periods_form_init (TenurePeriodsForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

TenurePlanForm *
tenure_periods_form_new (TenureSession *session, const char *const *resources)
{
  TenurePeriodsForm *self = g_object_new (TENURE_TYPE_PERIODS_FORM, NULL);
  TenurePlanWords words = {
    .title = _ ("Unsubscribe Renewals"),
    .apply = _ ("_Unsubscribe"),
    .done = _ ("Renewals Given Back"),
    .destructive = TRUE,
    .wide = TRUE,
  };

  self->resources = g_strdupv ((char **)resources);
  tenure_plan_form_set_up (TENURE_PLAN_FORM (self), session, &words);
  tenure_lookup_resources_async (session, resources, self->cancellable, on_resources, g_object_ref (self));
  return TENURE_PLAN_FORM (self);
}
