/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-value-choice.h"

#include <glib/gi18n-lib.h>

#include "tenure-lookup.h"
#include "tenure-wording-names.h"

const char *
tenure_value_choice_get (TenureValueChoice *self)
{
  guint selected = self->choice ? gtk_drop_down_get_selected (self->choice) : 0;

  return selected > 0 && selected != GTK_INVALID_LIST_POSITION && self->values ? self->values[selected - 1] : NULL;
}

static char *
word (TenureValueChoice *self, const char *value)
{
  TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (self->session));

  if (g_str_equal (self->column, "region"))
    return g_strdup (tenure_word_region (catalogue, value));
  return tenure_word_products (catalogue, value);
}

/** Offers @values (taken) and keeps what was chosen, as long as it still occurs. */
static void
offer (TenureValueChoice *self, const char **values)
{
  const char *chosen = tenure_value_choice_get (self);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint position = 0;

  gtk_string_list_append (words, g_str_equal (self->column, "region") ? _ ("Any region") : _ ("Any product type"));
  for (guint i = 0; values[i]; i++)
    {
      gtk_string_list_take (words, word (self, values[i]));
      if (values[i] == chosen)
        position = i + 1;
    }
  self->filling = TRUE;
  g_free (self->values);
  self->values = values;
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (words));
  gtk_drop_down_set_selected (self->choice, position);
  self->filling = FALSE;
}

static void
on_values (GObject *source, GAsyncResult *result, gpointer data)
{
  GWeakRef *asking = data;
  g_autoptr (GtkWidget) choice = g_weak_ref_get (asking);
  TenureValueChoice *self = choice ? g_object_get_data (G_OBJECT (choice), "value-choice") : NULL;
  const char **values = tenure_lookup_values_finish (TENURE_SESSION (source), result, NULL);

  if (values && self && gtk_widget_get_parent (choice))
    offer (self, values);
  else
    g_free (values);
  g_weak_ref_clear (asking);
  g_free (asking);
}

/** Without a hold on the choice: it goes with its page, in which its values are. */
static GWeakRef *
asking_new (GtkWidget *choice)
{
  GWeakRef *asking = g_new (GWeakRef, 1);

  g_weak_ref_init (asking, choice);
  return asking;
}

/* The rows themselves come first: these values are for whoever goes on to filter them. */
static void
read_values (TenureRowModel *model, GParamSpec *pspec, GtkWidget *choice)
{
  TenureValueChoice *self = g_object_get_data (G_OBJECT (choice), "value-choice");
  gboolean loading;

  g_object_get (model, "loading", &loading, NULL);
  if (loading || !self || !tenure_row_model_query (model))
    return;
  g_signal_handlers_disconnect_by_func (model, read_values, choice);
  tenure_lookup_values_async (self->session, self->list, self->column, NULL, on_values, asking_new (choice));
}

static void
on_map (GtkWidget *choice, TenureListPage *page)
{
  TenureRowModel *model = tenure_list_view_model (tenure_list_page_view (page));

  g_signal_handlers_disconnect_by_func (model, read_values, choice);
  g_signal_connect_object (model, "notify::loading", G_CALLBACK (read_values), choice, 0);
  read_values (model, NULL, choice);
}

static void
on_selected (GtkDropDown *choice, GParamSpec *pspec, TenureListPage *page)
{
  TenureValueChoice *self = g_object_get_data (G_OBJECT (choice), "value-choice");

  if (self && !self->filling)
    tenure_list_page_ask (page);
}

static void
on_destroy (GtkWidget *choice, TenureValueChoice *self)
{
  g_object_set_data (G_OBJECT (choice), "value-choice", NULL);
  g_clear_pointer (&self->values, g_free);
  self->choice = NULL;
}

void
tenure_value_choice_add (TenureValueChoice *self, TenureListPage *page, TenureSession *session, TenureList list,
                         const char *column)
{
  gboolean region = g_str_equal (column, "region");
  const char *words[] = { region ? _ ("Any region") : _ ("Any product type"), NULL };

  self->session = session;
  self->list = list;
  self->column = column;
  self->choice = tenure_list_page_add_plain_choice (page, region ? _ ("Region") : _ ("Product type"), words);
  g_object_set_data (G_OBJECT (self->choice), "value-choice", self);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (on_selected), page, 0);
  g_signal_connect (self->choice, "map", G_CALLBACK (on_map), page);
  g_signal_connect (self->choice, "destroy", G_CALLBACK (on_destroy), self);
}
