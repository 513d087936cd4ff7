/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-expiry-filter.h"

#include <glib/gi18n-lib.h>

#include "tenure-compat.h"
#include "tenure-text.h"

struct _TenureExpiryFilter
{
  GtkBox parent;
  GtkDropDown *choice;
  GtkSpinButton *days;
  GtkBox *range;
  GtkEntry *from, *to;
};

G_DEFINE_FINAL_TYPE (TenureExpiryFilter, tenure_expiry_filter, GTK_TYPE_BOX)

static guint changed_signal;

/* "Within X days" limits to 使用中 and says so (A2-12). Above 0: so many days. */
enum
{
  ANY = 0,
  OWN_DAYS = -1,
  OWN_RANGE = -2,
  EXPIRED = -3,
};
static const struct
{
  const char *word;
  int days;
} choices[] = {
  { N_ ("Any expiry"), ANY },
  { N_ ("In use, within 7 days"), 7 },
  { N_ ("In use, within 15 days"), 15 },
  { N_ ("In use, within 30 days"), 30 },
  { N_ ("In use, within 60 days"), 60 },
  { N_ ("In use, within 90 days"), 90 },
  { N_ ("In use, within … days"), OWN_DAYS },
  { N_ ("Expires between …"), OWN_RANGE },
  { N_ ("Expired"), EXPIRED },
};

static int
chosen (TenureExpiryFilter *self)
{
  return choices[gtk_drop_down_get_selected (self->choice)].days;
}

/** The day typed, marked when it is none; FALSE while it is empty or wrong. */
static gboolean
day_of (GtkEntry *entry, TenureDay *day)
{
  g_autofree char *text = tenure_text_fold (gtk_editable_get_text (GTK_EDITABLE (entry)));
  gboolean right = tenure_day_parse (text, day, NULL);

  if (right || !*text)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  return right;
}

void
tenure_expiry_filter_apply (TenureExpiryFilter *self, TenureQuery *query)
{
  int days = chosen (self) == OWN_DAYS ? gtk_spin_button_get_value_as_int (self->days) : chosen (self);
  TenureDay day;

  query->in_use_only = days > 0;
  query->expired_only = chosen (self) == EXPIRED;
  if (days > 0)
    query->to = query->now + days * TENURE_DAY_SECONDS;
  if (chosen (self) != OWN_RANGE)
    return;
  if (day_of (self->from, &day))
    query->from = tenure_day_start (day);
  if (day_of (self->to, &day))
    query->to = tenure_day_end (day);
}

static void
on_changed (TenureExpiryFilter *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->days), chosen (self) == OWN_DAYS);
  gtk_widget_set_visible (GTK_WIDGET (self->range), chosen (self) == OWN_RANGE);
  g_signal_emit (self, changed_signal, 0);
}

static void
tenure_expiry_filter_class_init (TenureExpiryFilterClass *klass)
{
  changed_signal =
      g_signal_new ("changed", TENURE_TYPE_EXPIRY_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkEntry *
add_day (TenureExpiryFilter *self, const char *name)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("YYYY-MM-DD"));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 10);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 10);
  tenure_name_widget (entry, name);
  gtk_widget_set_tooltip_text (entry, name);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->range, entry);
  return GTK_ENTRY (entry);
}

static void
tenure_expiry_filter_init (TenureExpiryFilter *self)
{
  const char *words[G_N_ELEMENTS (choices) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    words[i] = _ (choices[i].word);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->choice = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (words));
  tenure_name_widget (GTK_WIDGET (self->choice), _ ("Expiry"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->choice), _ ("Expiry"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->choice), TRUE); /* as wide as its neighbours' columns */
  self->days = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (1, 3650, 1));
  gtk_spin_button_set_value (self->days, 45);
  tenure_name_widget (GTK_WIDGET (self->days), _ ("Days until expiry"));
  self->range = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->choice));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->days));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->range));
  self->from = add_day (self, _ ("Expires from"));
  self->to = add_day (self, _ ("Expires until"));
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->days, "value-changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  on_changed (self);
}

TenureExpiryFilter *
tenure_expiry_filter_new (void)
{
  return g_object_new (TENURE_TYPE_EXPIRY_FILTER, NULL);
}
