/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-duration-row.h"

#include "tenure-compat.h"
#include "tenure-wording.h"

#define MOST_YEARS 5

struct _TenureDurationRow
{
  AdwComboRow parent;
  GArray *months; /* of int, as in the model */
};

G_DEFINE_FINAL_TYPE (TenureDurationRow, tenure_duration_row, ADW_TYPE_COMBO_ROW)

static void
add (TenureDurationRow *self, GtkStringList *words, TenureDurations durations, int months)
{
  if (!tenure_durations_contain (durations, months))
    return;
  g_autofree char *word = tenure_word_duration (months);

  g_array_append_val (self->months, months);
  gtk_string_list_append (words, word);
}

void
tenure_duration_row_offer (TenureDurationRow *self, TenureDurations durations, int most_months, int preset)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  g_array_set_size (self->months, 0);
  for (int months = 1; months <= most_months; months++)
    add (self, words, durations, months);
  for (int years = 1; years <= MOST_YEARS; years++)
    add (self, words, durations, 12 * years);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (words));
  tenure_duration_row_choose (self, preset);
  gtk_widget_set_sensitive (GTK_WIDGET (self), self->months->len > 0);
}

void
tenure_duration_row_choose (TenureDurationRow *self, int months)
{
  for (guint i = 0; i < self->months->len; i++)
    if (g_array_index (self->months, int, i) == months)
      adw_combo_row_set_selected (ADW_COMBO_ROW (self), i);
}

int
tenure_duration_row_months (TenureDurationRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  return selected < self->months->len ? g_array_index (self->months, int, selected) : 0;
}

static void
tenure_duration_row_finalize (GObject *object)
{
  g_array_unref (TENURE_DURATION_ROW (object)->months);
  G_OBJECT_CLASS (tenure_duration_row_parent_class)->finalize (object);
}

static void
tenure_duration_row_class_init (TenureDurationRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenure_duration_row_finalize;
}

static void
tenure_duration_row_init (TenureDurationRow *self)
{
  tenure_name_choices (ADW_COMBO_ROW (self));
  self->months = g_array_new (FALSE, FALSE, sizeof (int));
}
