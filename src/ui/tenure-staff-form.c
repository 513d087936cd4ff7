/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-staff-form.h"

#include <glib/gi18n-lib.h>

#include "tenure-error.h"
#include "tenure-keys.h"
#include "tenure-staff-setups.h"
#include "tenure-text.h"
#include "tenure-wording-names.h"

struct _TenureStaffForm
{
  TenurePlanForm parent;
  const TenureStaffSetup *setup;
  char **subjects;
  AdwPreferencesGroup *group;
  GtkWidget *rows[TENURE_STAFF_ROWS + 1]; /* ended by NULL */
  GPtrArray *keys[TENURE_STAFF_ROWS];     /* of a row of the catalogue's: what each choice stands for */
};

G_DEFINE_FINAL_TYPE (TenureStaffForm, tenure_staff_form, TENURE_TYPE_PLAN_FORM)

static const TenureField *
field_named (const TenureStaffSetup *setup, const char *name)
{
  guint n;
  const TenureField *fields = tenure_command_kind_fields (setup->kind, &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (fields[i].name, name) == 0)
      return &fields[i];
  return NULL;
}

/* From rows to the command ---------------------------------------------------------------------------------------- */

#define AT(Type, params, field) (*(Type *)((char *)(params) + (field)->offset))

static char *
text_of (GtkWidget *row)
{
  return tenure_text_fold (gtk_editable_get_text (GTK_EDITABLE (row)));
}

/** Per cent with two decimals at most; exact, as all amounts are. */
static gboolean
read_percent (const char *text, gint64 *permyriad, GError **error)
{
  TenureMoney percent;

  if (!tenure_money_parse (text, &percent, error))
    return FALSE;
  *permyriad = percent / (TENURE_MONEY_ONE / 100);
  return TRUE;
}

static gboolean
read_day (const char *text, TenureTime *time, GError **error)
{
  TenureDay day;

  if (!tenure_day_parse (text, &day, error))
    return FALSE;
  *time = tenure_day_start (day + 1) - 1;
  return TRUE;
}

/** What must be given is asked for in the words of its row. */
static gboolean
is_given (const TenureStaffRow *row, const TenureField *field, const char *text, GError **error)
{
  g_autofree char *title = tenure_plain_title (_ (row->title));

  if (*text || (field->optional && !row->only))
    return TRUE;
  g_set_error (error, TENURE_INPUT_ERROR, TENURE_INPUT_ERROR_MISSING, _ ("“%s” is empty: fill it in."), title);
  return FALSE;
}

/** The text of an entry into the field; empty ones stay what an optional field has when it is not given. */
static gboolean
read_text (const TenureStaffRow *row, const TenureField *field, const char *text, gpointer params, GError **error)
{
  if (*text == '\0')
    return TRUE;
  if (row->percent)
    return read_percent (text, &AT (gint64, params, field), error);
  switch (field->type)
    {
    case TENURE_FIELD_MONEY:
      return tenure_money_parse (text, &AT (TenureMoney, params, field), error);
    case TENURE_FIELD_TIME:
      return read_day (text, &AT (TenureTime, params, field), error);
    default:
      AT (const char *, params, field) = g_intern_string (text);
      return TRUE;
    }
}

static gboolean
read_row (TenureStaffForm *self, guint i, gpointer params, GError **error)
{
  const TenureStaffRow *row = &self->setup->rows[i];
  const TenureField *field = field_named (self->setup, row->field);
  GtkWidget *widget = self->rows[i];

  if (!gtk_widget_get_visible (widget))
    return TRUE;
  if (ADW_IS_ENTRY_ROW (widget))
    {
      g_autofree char *text = text_of (widget);

      return is_given (row, field, text, error) && read_text (row, field, text, params, error);
    }
  if (self->keys[i])
    AT (const char *, params, field) = self->keys[i]->pdata[adw_combo_row_get_selected (ADW_COMBO_ROW (widget))];
  else if (ADW_IS_COMBO_ROW (widget))
    AT (int, params, field) = row->first + (int)adw_combo_row_get_selected (ADW_COMBO_ROW (widget));
  else
    AT (gboolean, params, field) = gtk_switch_get_active (g_object_get_data (G_OBJECT (widget), "switch"));
  return TRUE;
}

static void
put_subject (TenureStaffForm *self, gpointer params)
{
  const TenureField *subject = field_named (self->setup, self->setup->subject);
  const TenureField *flag = field_named (self->setup, self->setup->flag);

  if (subject && subject->type == TENURE_FIELD_STRINGS)
    AT (char **, params, subject) = self->subjects;
  else if (subject)
    AT (char *, params, subject) = self->subjects[0];
  if (flag)
    AT (gboolean, params, flag) = TRUE;
}

static TenureCommand *
build (TenurePlanForm *form, GError **error)
{
  TenureStaffForm *self = TENURE_STAFF_FORM (form);
  union
  {
    TenureGrantCoupon coupon;
    TenureGrantDiscount discount;
    TenureDecideOrder order;
    TenureDecideApplication application;
    TenureSetFreeze freeze;
    TenureWithdrawOffer offer;
    TenureMarkOrder mark;
  } params = { 0 };

  memset (&params, 0, sizeof params);
  put_subject (self, &params);
  for (guint i = 0; self->rows[i]; i++)
    if (!read_row (self, i, &params, error))
      return NULL;
  return tenure_command_new (self->setup->kind, &params, NULL, error);
}

static void
show_plan (TenurePlanForm *form, const TenurePlan *plan)
{
  TenureStaffForm *self = TENURE_STAFF_FORM (form);

  for (guint i = 0; self->rows[i]; i++)
    tenure_plan_form_mark (ADW_PREFERENCES_ROW (self->rows[i]), plan, self->setup->rows[i].field);
}

/* Rows ------------------------------------------------------------------------------------------------------------ */

static TenureCatalogue *
catalogue_of (TenureStaffForm *self)
{
  return tenure_platform_catalogue (tenure_session_platform (tenure_plan_form_session (TENURE_PLAN_FORM (self))));
}

/** What does not go with the choice in the first row is not asked. */
static void
show_asked (TenureStaffForm *self)
{
  const TenureStaffRow *first = &self->setup->rows[0];
  guint chosen =
      first->word ? 1u << (first->first + (int)adw_combo_row_get_selected (ADW_COMBO_ROW (self->rows[0]))) : 0;

  for (guint i = 1; self->rows[i]; i++)
    if (self->setup->rows[i].only)
      gtk_widget_set_visible (self->rows[i], (self->setup->rows[i].only & chosen) != 0);
}

static void
on_selected (TenureStaffForm *self)
{
  show_asked (self);
  tenure_plan_form_changed (TENURE_PLAN_FORM (self));
}

static GtkWidget *
combo_row (TenureStaffForm *self, GtkStringList *words)
{
  GtkWidget *row = adw_combo_row_new ();

  tenure_name_choices (ADW_COMBO_ROW (row));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
choice_row (TenureStaffForm *self, const TenureStaffRow *row)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (int value = row->first; value <= row->last; value++)
    gtk_string_list_append (words, row->word (value));
  return combo_row (self, words);
}

/** The first key is NULL: any. */
static gboolean
same_key (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (a, b) == 0;
}

/** Adds a choice once. */
static void
add_key (GPtrArray *keys, GtkStringList *words, const char *key, const char *word)
{
  if (g_ptr_array_find_with_equal_func (keys, key, same_key, NULL))
    return;
  g_ptr_array_add (keys, (gpointer)key);
  gtk_string_list_append (words, word);
}

/** Any, then what the catalogue has. */
static GtkWidget *
catalogue_row (TenureStaffForm *self, guint i)
{
  const TenureStaffRow *row = &self->setup->rows[i];
  TenureCatalogue *catalogue = catalogue_of (self);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GPtrArray *keys = self->keys[i] = g_ptr_array_new ();

  g_ptr_array_add (keys, NULL);
  gtk_string_list_append (words, _ ("Any"));
  for (guint n = 0; n < tenure_catalogue_length (catalogue); n++)
    {
      const TenureOffer *offer = tenure_catalogue_at (catalogue, n);

      if (row->services)
        add_key (keys, words, offer->service, tenure_word_product (catalogue, offer->key, offer->name_en));
      for (guint r = 0; row->regions && offer->regions[r]; r++)
        add_key (keys, words, offer->regions[r], tenure_word_region (catalogue, offer->regions[r]));
    }
  return combo_row (self, words);
}

static GtkWidget *
switch_row (TenureStaffForm *self)
{
  GtkWidget *row = adw_action_row_new (), *sw = gtk_switch_new ();

  gtk_widget_set_valign (sw, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), sw);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), sw);
  g_object_set_data (G_OBJECT (row), "switch", sw);
  g_signal_connect_object (sw, "notify::active", G_CALLBACK (tenure_plan_form_changed), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
entry_row (TenureStaffForm *self)
{
  GtkWidget *row = adw_entry_row_new ();

  g_signal_connect_object (row, "changed", G_CALLBACK (tenure_plan_form_changed), self, G_CONNECT_SWAPPED);
  return row;
}

static void
add_row (TenureStaffForm *self, guint i)
{
  const TenureStaffRow *row = &self->setup->rows[i];
  const TenureField *field = field_named (self->setup, row->field);
  g_autofree char *title = tenure_plain_title (_ (row->title));
  GtkWidget *widget = row->word                             ? choice_row (self, row)
                      : row->services || row->regions       ? catalogue_row (self, i)
                      : field->type == TENURE_FIELD_BOOLEAN ? switch_row (self)
                                                            : entry_row (self);

  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (widget), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), _ (row->title));
  if (ADW_IS_ACTION_ROW (widget))
    adw_action_row_set_title_lines (ADW_ACTION_ROW (widget), 0);
  if (g_object_get_data (G_OBJECT (widget), "switch"))
    tenure_name_widget (g_object_get_data (G_OBJECT (widget), "switch"), title);
  adw_preferences_group_add (self->group, widget);
  self->rows[i] = widget;
}

void
tenure_staff_form_fill (TenureStaffForm *self, const char *field, const char *text)
{
  for (guint i = 0; self->rows[i]; i++)
    {
      GtkWidget *row = self->rows[i];

      if (!g_str_equal (self->setup->rows[i].field, field))
        continue;
      if (ADW_IS_ENTRY_ROW (row))
        gtk_editable_set_text (GTK_EDITABLE (row), text);
      else if (ADW_IS_COMBO_ROW (row))
        adw_combo_row_set_selected (ADW_COMBO_ROW (row), g_ascii_strtoull (text, NULL, 10));
      else
        gtk_switch_set_active (g_object_get_data (G_OBJECT (row), "switch"), *text == '1');
    }
}

/* Life ------------------------------------------------------------------------------------------------------------ */

static void
tenure_staff_form_finalize (GObject *object)
{
  TenureStaffForm *self = TENURE_STAFF_FORM (object);

  for (guint i = 0; i < TENURE_STAFF_ROWS; i++)
    g_clear_pointer (&self->keys[i], g_ptr_array_unref);
  g_strfreev (self->subjects);
  G_OBJECT_CLASS (tenure_staff_form_parent_class)->finalize (object);
}

static void
tenure_staff_form_class_init (TenureStaffFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenure_staff_form_finalize;
  TENURE_PLAN_FORM_CLASS (klass)->build = build;
  TENURE_PLAN_FORM_CLASS (klass)->show_plan = show_plan;
}

static void
tenure_staff_form_init (TenureStaffForm *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->group));
}

TenurePlanForm *
tenure_staff_form_new (TenureSession *session, const char *name, const char *const *subjects)
{
  TenureStaffForm *self = g_object_new (TENURE_TYPE_STAFF_FORM, NULL);
  const TenureStaffSetup *setup = tenure_staff_setup (name);
  TenurePlanWords words = {
    .title = _ (setup->title), .apply = _ (setup->apply), .toast = _ (setup->toast), .destructive = setup->destructive
  };

  self->setup = setup;
  self->subjects = g_strdupv ((char **)subjects);
  tenure_plan_form_set_up (TENURE_PLAN_FORM (self), session, &words);
  if (setup->description)
    adw_preferences_group_set_description (self->group, _ (setup->description));
  for (guint i = 0; i < TENURE_STAFF_ROWS && setup->rows[i].field; i++)
    {
      add_row (self, i);
      if (setup->rows[i].initial)
        tenure_staff_form_fill (self, setup->rows[i].field, setup->rows[i].initial);
    }
  if (self->rows[0])
    show_asked (self);
  if (self->rows[0] && !self->rows[1] && ADW_IS_ENTRY_ROW (self->rows[0]))
    g_signal_connect_object (self->rows[0], "entry-activated", G_CALLBACK (tenure_keys_press_main), self,
                             G_CONNECT_SWAPPED);
  return TENURE_PLAN_FORM (self);
}
