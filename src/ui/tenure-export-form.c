/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-export-form.h"

#include <glib/gi18n-lib.h>

#include "tenure-duration-row.h"
#include "tenure-error.h"
#include "tenure-export.h"
#include "tenure-window.h"
#include "tenure-wording-exports.h"

enum
{
  ORDERS,
  UNPAID,
  RENEWAL_LIST,
  PRICE_LIST
};

struct _TenureExportForm
{
  TenurePlanForm parent;
  int what;
  char **rows;
  char *question;

  TenureDurationRow *duration;
  AdwComboRow *format, *encoding;
};

G_DEFINE_FINAL_TYPE (TenureExportForm, tenure_export_form, TENURE_TYPE_PLAN_FORM)

static gboolean
is_csv (TenureExportForm *self)
{
  return adw_combo_row_get_selected (self->format) == 0;
}

static TenureCommand *
build (TenurePlanForm *form, GError **error)
{
  TenureExportForm *self = TENURE_EXPORT_FORM (form);
  TenureExport params = { .what = self->what,
                          .format = (int)adw_combo_row_get_selected (self->format),
                          .encoding = (int)adw_combo_row_get_selected (self->encoding),
                          .rows = self->rows,
                          .question = self->question };

  if (self->what == RENEWAL_LIST)
    params.months = tenure_duration_row_months (self->duration);
  return tenure_command_new (TENURE_COMMAND_EXPORT, &params, NULL, error);
}

static void
show_plan (TenurePlanForm *form, const TenurePlan *plan)
{
  tenure_plan_form_mark (ADW_PREFERENCES_ROW (TENURE_EXPORT_FORM (form)->duration), plan, "months");
}

/* The new record is where one looks next (A2-09). */
static TenurePlanForm *
next (TenurePlanForm *form, const TenureOutcome *outcome)
{
  g_autofree char *place = NULL;

  if (!outcome->orders || !outcome->orders[0])
    return NULL;
  place = g_strdup_printf ("exports/%s", outcome->orders[0]);
  tenure_window_go (GTK_WIDGET (form), place);
  return NULL;
}

static void
on_format (TenureExportForm *self)
{
  if (!tenure_plan_form_session (TENURE_PLAN_FORM (self)))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->encoding), is_csv (self));
  tenure_plan_form_changed (TENURE_PLAN_FORM (self));
}

static void
set_words (AdwComboRow *row, const char *(*word) (int), int n)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (int i = 0; i < n; i++)
    gtk_string_list_append (words, word (i));
  adw_combo_row_set_model (row, G_LIST_MODEL (words));
  tenure_name_choices (row);
}

/* Every duration on sale: what is not renewed for it is listed with the reason. */
static void
offer_durations (TenureExportForm *self)
{
  const TenurePolicy *policy =
      tenure_platform_policy (tenure_session_platform (tenure_plan_form_session (TENURE_PLAN_FORM (self))));
  TenureDurations durations;

  if (tenure_durations_parse ("1-9m,1-3y", &durations, NULL))
    tenure_duration_row_offer (self->duration, durations, policy->months_offered, 12);
}

static void
tenure_export_form_dispose (GObject *object)
{
  TenureExportForm *self = TENURE_EXPORT_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_EXPORT_FORM);
  g_clear_pointer (&self->rows, g_strfreev);
  g_clear_pointer (&self->question, g_free);
  G_OBJECT_CLASS (tenure_export_form_parent_class)->dispose (object);
}

static void
tenure_export_form_class_init (TenureExportFormClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_export_form_dispose;
  TENURE_PLAN_FORM_CLASS (klass)->build = build;
  TENURE_PLAN_FORM_CLASS (klass)->show_plan = show_plan;
  TENURE_PLAN_FORM_CLASS (klass)->next = next;
  g_type_ensure (TENURE_TYPE_DURATION_ROW);
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-export-form.ui");
  gtk_widget_class_bind_template_child (widget, TenureExportForm, duration);
  gtk_widget_class_bind_template_child (widget, TenureExportForm, format);
  gtk_widget_class_bind_template_child (widget, TenureExportForm, encoding);
  gtk_widget_class_bind_template_callback (widget, tenure_plan_form_changed);
  gtk_widget_class_bind_template_callback (widget, on_format);
}

static void
tenure_export_form_init (TenureExportForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_words (self->format, tenure_word_export_format, 2);
  set_words (self->encoding, tenure_word_export_encoding, 3);
  adw_combo_row_set_selected (self->encoding, (guint)tenure_export_preset_encoding ());
}

static TenurePlanForm *
form_new (TenureSession *session, int what, const char *const *rows, const TenureQuery *query)
{
  static const char *const titles[] = { N_ ("Export All"), N_ ("Batch Export"), N_ ("Export Renewal List"),
                                        N_ ("Export Renewal Price List") };
  TenureExportForm *self = g_object_new (TENURE_TYPE_EXPORT_FORM, NULL);
  g_autoptr (TenureJson) json = query ? tenure_query_to_json (query) : NULL;
  TenurePlanWords words = {
    .title = _ (titles[what]),
    .apply = _ ("_Export"),
    .done = _ ("Export Requested"),
    .toast = _ ("Export requested: download its file here"),
  };

  self->what = what;
  self->rows = g_strdupv ((char **)rows);
  self->question = json ? tenure_json_to_canonical (json) : NULL;
  tenure_plan_form_set_up (TENURE_PLAN_FORM (self), session, &words);
  gtk_widget_set_visible (GTK_WIDGET (self->duration), what == RENEWAL_LIST);
  if (what == RENEWAL_LIST)
    offer_durations (self);
  return TENURE_PLAN_FORM (self);
}

TenurePlanForm *
tenure_export_form_new_unpaid (TenureSession *session, const char *const *orders)
{
  return form_new (session, UNPAID, orders, NULL);
}

TenurePlanForm *
tenure_export_form_new_renewal_list (TenureSession *session, const char *const *resources)
{
  return form_new (session, RENEWAL_LIST, resources, NULL);
}

TenurePlanForm *
tenure_export_form_new_orders (TenureSession *session, const TenureQuery *query)
{
  return form_new (session, ORDERS, NULL, query);
}

TenurePlanForm *
tenure_export_form_new_price_list (TenureSession *session, const TenureQuery *query)
{
  return form_new (session, PRICE_LIST, NULL, query);
}
