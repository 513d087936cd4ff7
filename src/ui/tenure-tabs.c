/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-tabs.h"

#include "tenure-compat.h"
#include "tenure-lookup.h"

struct _TenureTabs
{
  AdwBin parent;
  GPtrArray *buttons; /* GtkToggleButton, with its title as data */
  int selected;
  GCancellable *counting;
  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (TenureTabs, tenure_tabs, ADW_TYPE_BIN)

enum
{
  PROP_SELECTED = 1,
};
static GParamSpec *selected_spec;

int
tenure_tabs_selected (TenureTabs *self)
{
  return self->selected;
}

static void
on_toggled (GtkToggleButton *button, TenureTabs *self)
{
  guint tab;

  if (!gtk_toggle_button_get_active (button) || !g_ptr_array_find (self->buttons, button, &tab) ||
      (int)tab == self->selected)
    return;
  self->selected = tab;
  g_object_notify_by_pspec (G_OBJECT (self), selected_spec);
}

void
tenure_tabs_select (TenureTabs *self, int tab)
{
  gtk_toggle_button_set_active (self->buttons->pdata[tab], TRUE);
}

static void
set_count (TenureTabs *self, guint tab, guint count)
{
  GtkWidget *button = self->buttons->pdata[tab];
  const char *title = g_object_get_data (G_OBJECT (button), "title");
  g_autofree char *text = g_strdup_printf ("%s  %u", title, count);

  gtk_button_set_label (GTK_BUTTON (button), text);
  tenure_name_widget (button, text);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenureTabs) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts = tenure_lookup_counts_finish (TENURE_SESSION (source), result, &error);

  for (guint tab = 0; counts && tab < MIN (self->buttons->len, counts->len); tab++)
    set_count (self, tab, g_array_index (counts, guint, tab));
}

void
tenure_tabs_count (TenureTabs *self, TenureSession *session, GPtrArray *queries)
{
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->counting = g_cancellable_new ();
  tenure_lookup_counts_async (session, (const TenureQuery *const *)queries->pdata, queries->len, self->counting,
                              on_counted, g_object_ref (self));
}

void
tenure_tabs_set_titles (TenureTabs *self, const char *const *titles)
{
  for (guint i = 0; titles[i]; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (titles[i]);

      g_object_set_data_full (G_OBJECT (button), "title", g_strdup (titles[i]), g_free);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == 0);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->buttons->pdata[0]);
      gtk_widget_add_css_class (button, "flat");
      g_ptr_array_add (self->buttons, button);
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, 0);
      gtk_box_append (self->box, button);
    }
}

static void
tenure_tabs_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SELECTED)
    g_value_set_int (value, TENURE_TABS (object)->selected);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tenure_tabs_dispose (GObject *object)
{
  TenureTabs *self = TENURE_TABS (object);

  g_cancellable_cancel (self->counting);
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_TABS);
  g_clear_object (&self->counting);
  g_ptr_array_set_size (self->buttons, 0);
  G_OBJECT_CLASS (tenure_tabs_parent_class)->dispose (object);
}

static void
tenure_tabs_finalize (GObject *object)
{
  g_ptr_array_unref (TENURE_TABS (object)->buttons);
  G_OBJECT_CLASS (tenure_tabs_parent_class)->finalize (object);
}

static void
tenure_tabs_class_init (TenureTabsClass *klass)
{
  GObjectClass *object = G_OBJECT_CLASS (klass);

  object->get_property = tenure_tabs_get_property;
  object->dispose = tenure_tabs_dispose;
  object->finalize = tenure_tabs_finalize;
  selected_spec = g_param_spec_int ("selected", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object, PROP_SELECTED, selected_spec);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/tenure/Tenure/tenure-tabs.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), TenureTabs, box);
}

static void
tenure_tabs_init (TenureTabs *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->buttons = g_ptr_array_new ();
}
