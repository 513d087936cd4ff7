/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-exports-page.h"

#include <glib/gi18n-lib.h>

#include "tenure-compat.h"
#include "tenure-export.h"
#include "tenure-keys.h"
#include "tenure-window.h"
#include "tenure-wording-exports.h"
#include "tenure-wording.h"

struct _TenureExportsPage
{
  TenurePage parent;
  GCancellable *reading;
  GPtrArray *records; /* TenureExportRecord, newest first, or NULL */
  GHashTable *jobs;   /* key → Job, of the files being written here */
  char *wanted;       /* key to select as soon as it is there */

  GtkStack *stack;
  GtkBox *head;
  GtkSizeGroup *last; /* the column of the buttons and its title */
  GtkListBox *list;
  AdwStatusPage *failed;
};

G_DEFINE_FINAL_TYPE (TenureExportsPage, tenure_exports_page, TENURE_TYPE_PAGE)

/* A file being written. */
typedef struct
{
  TenureExportsPage *page;
  char *key;
  GCancellable *cancellable;
  double fraction;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->page);
  g_object_unref (job->cancellable);
  g_free (job->key);
  g_free (job);
}

static TenureSession *
session_of (TenureExportsPage *self)
{
  return tenure_page_session (TENURE_PAGE (self));
}

static const TenureExportRecord *
record_of (TenureExportsPage *self, const char *key)
{
  for (guint i = 0; self->records && i < self->records->len; i++)
    if (g_str_equal (((TenureExportRecord *)self->records->pdata[i])->key, key))
      return self->records->pdata[i];
  return NULL;
}

/* Rows: what, filter or rows, requested, state, rows, ends in, 下载 (A2-32) -----------------------------------------
 */

static const char *
key_of (GtkListBoxRow *row)
{
  return row ? g_object_get_data (G_OBJECT (row), "key") : NULL;
}

static GtkListBoxRow *
row_of (TenureExportsPage *self, const char *key)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)); i++)
    if (g_str_equal (key_of (row), key))
      return row;
  return NULL;
}

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  if (style)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* Columns, in pixels; 0 takes what is left. */
static const struct
{
  const char *title;
  int width;
} columns[] = {
  { N_ ("Export type"), 130 }, { N_ ("Filter or rows"), 0 }, { N_ ("Requested at"), 90 },
  { N_ ("State"), 100 },       { N_ ("Rows"), 60 },          { N_ ("Ends in"), 90 },
};
#define N_COLUMNS G_N_ELEMENTS (columns)

/** Cells side by side, each @texts under its title. */
static GtkWidget *
new_cells (const char *const texts[N_COLUMNS], const char *style)
{
  GtkWidget *cells = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      GtkWidget *label = add_label (cells, texts[i], style);

      gtk_widget_set_hexpand (label, columns[i].width == 0);
      gtk_widget_set_size_request (label, columns[i].width > 0 ? columns[i].width : 180, -1);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "numeric");
      gtk_widget_set_valign (label, GTK_ALIGN_START);
    }
  return cells;
}

/** The same below each other, with their titles. */
static GtkWidget *
new_lines (const char *const texts[N_COLUMNS])
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *text = i == 0 ? g_strdup (texts[i]) : g_strdup_printf ("%s: %s", _ (columns[i].title), texts[i]);

      add_label (lines, text, i == 0 ? "heading" : NULL);
    }
  return lines;
}

static GtkWidget *
new_squeezer (GtkWidget *wide, GtkWidget *narrow)
{
  GtkWidget *squeezer = adw_squeezer_new ();

  adw_squeezer_set_homogeneous (ADW_SQUEEZER (squeezer), FALSE);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), wide);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), narrow);
  return squeezer;
}

/* "Ready", "Failed: …", "Requested". */
static char *
word_state (const TenureExportRecord *record)
{
  const char *state = tenure_word_export_state (record->state);

  if (record->state == TENURE_EXPORT_FAILED)
    return g_strdup_printf (_ ("%s: %s"), state, tenure_word_export_reason (record->reason));
  return g_strdup (state);
}

static void
add_words (TenureExportsPage *self, GtkWidget *box, const TenureExportRecord *record)
{
  TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (session_of (self)));
  g_autofree char *question = tenure_word_export_question (catalogue, record), *state = word_state (record);
  g_autofree char *rows =
      record->state == TENURE_EXPORT_READY ? g_strdup_printf ("%d", (int)record->rows) : g_strdup ("—");
  g_autofree char *requested = tenure_word_time (record->requested), *ends = tenure_word_time (record->expiry);
  g_autofree char *left = tenure_word_days_left (record->expiry, tenure_session_now (session_of (self)));
  g_autofree char *what =
      g_strdup_printf ("%s\n%s", tenure_word_export (record->what), tenure_word_export_format (record->format));
  const char *const texts[N_COLUMNS] = { what, question, requested, state, rows, left };
  GtkWidget *squeezer = new_squeezer (new_cells (texts, NULL), new_lines (texts));

  gtk_widget_set_tooltip_text (squeezer, ends);
  gtk_box_append (GTK_BOX (box), squeezer);
  if (record->left_out > 0)
    {
      g_autofree char *left_out = tenure_word_left_out (record->left_out);

      add_label (box, left_out, "caption");
    }
  if (record->path)
    add_label (box, record->path, "caption");
}

static GtkWidget *
new_button (const char *label, const char *action, const char *key)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static void
add_progress (GtkWidget *row, GtkWidget *words, const Job *job)
{
  GtkWidget *bar = gtk_progress_bar_new ();

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), job->fraction);
  tenure_name_widget (bar, _ ("Export progress"));
  gtk_box_append (GTK_BOX (words), bar);
  g_object_set_data (G_OBJECT (row), "bar", bar);
}

static GtkWidget *
new_row (TenureExportsPage *self, const TenureExportRecord *record)
{
  const Job *job = g_hash_table_lookup (self->jobs, record->key);
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *state = word_state (record);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", tenure_word_export (record->what), state);

  g_object_set_data_full (G_OBJECT (row), "key", g_strdup (record->key), g_free);
  add_words (self, words, record);
  if (job)
    add_progress (row, words, job);
  GtkWidget *button = job ? new_button (_ ("_Stop"), "exports.stop", record->key)
                          : new_button (_ ("_Download…"), "exports.download", record->key);
  gtk_size_group_add_widget (self->last, button);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  tenure_name_widget (row, spoken);
  return row;
}

const char *
tenure_exports_page_selected (TenureExportsPage *self)
{
  return key_of (gtk_list_box_get_selected_row (self->list));
}

static void
clear_rows (TenureExportsPage *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* What was selected stays selected; what is new and wanted is, and has the focus. */
static void
show_records (TenureExportsPage *self)
{
  g_autofree char *selected = g_strdup (tenure_exports_page_selected (self));
  TenureKeysPlace *place = self->wanted ? NULL : tenure_keys_remember (GTK_WIDGET (self));
  GtkListBoxRow *row = NULL;

  clear_rows (self);
  for (guint i = 0; i < self->records->len; i++)
    gtk_list_box_append (self->list, new_row (self, self->records->pdata[i]));
  gtk_stack_set_visible_child_name (self->stack, self->records->len > 0 ? "records" : "empty");
  if (self->wanted && (row = row_of (self, self->wanted)))
    {
      g_clear_pointer (&self->wanted, g_free);
      gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  if (!row && selected)
    row = row_of (self, selected);
  if (row)
    gtk_list_box_select_row (self->list, row);
  tenure_keys_return (place);
}

/* Reading -------------------------------------------------------------------------------------------------------- */

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TenureExportsPage) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *records = tenure_export_records_finish (TENURE_SESSION (source), result, &error);

  if (!self->list || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_pointer (&records, g_ptr_array_unref);
      return;
    }
  g_clear_pointer (&self->records, g_ptr_array_unref);
  self->records = records;
  if (records)
    {
      show_records (self);
      return;
    }
  adw_status_page_set_description (self->failed, error->message);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
ask (TenureExportsPage *self)
{
  if (!session_of (self) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  tenure_export_records_async (session_of (self), self->reading, on_read, g_object_ref (self));
}

static void
on_session_changed (TenureExportsPage *self, const char *const *scopes)
{
  if (g_strv_contains (scopes, "exports"))
    ask (self);
}

/* Saving --------------------------------------------------------------------------------------------------------- */

static void
on_progress (gint64 done, gint64 total, gpointer data)
{
  Job *job = data;
  GtkListBoxRow *row = job->page->list ? row_of (job->page, job->key) : NULL;
  GtkWidget *bar = row ? g_object_get_data (G_OBJECT (row), "bar") : NULL;

  job->fraction = total > 0 ? (double)done / (double)total : 0;
  if (bar)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), job->fraction);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = data;
  g_autoptr (TenureExportsPage) self = g_object_ref (job->page);
  g_auto (TenureExportResult) made = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean fine = tenure_export_finish (TENURE_SESSION (source), result, &made, &error);

  g_hash_table_remove (self->jobs, job->key);
  if (!self->list)
    return;
  if (fine)
    {
      g_autofree char *text = g_strdup_printf (_ ("Saved to %s"), made.path);

      tenure_window_toast (GTK_WIDGET (self), text, NULL, NULL);
    }
  else
    tenure_tell_error (GTK_WIDGET (self), _ ("The Export Failed"), error);
  ask (self);
}

void
tenure_exports_page_save (TenureExportsPage *self, const char *key, GFile *target)
{
  Job *job;

  if (g_hash_table_contains (self->jobs, key))
    return;
  job = g_new0 (Job, 1);
  job->page = g_object_ref (self);
  job->key = g_strdup (key);
  job->cancellable = g_cancellable_new ();
  g_hash_table_insert (self->jobs, job->key, job);
  /* The dialog asked before it named a file that exists. */
  tenure_export_async (session_of (self), key, target, TRUE, job->cancellable, on_progress, job, on_saved, job);
}

static void
on_chosen (GtkNativeDialog *dialog, int response, TenureExportsPage *self)
{
  const char *key = g_object_get_data (G_OBJECT (dialog), "key");
  g_autoptr (GFile) target =
      response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (target)
    tenure_exports_page_save (self, key, target);
  g_object_unref (dialog);
}

static void
download (TenureExportsPage *self, const char *key)
{
  const TenureExportRecord *record = record_of (self, key);
  GtkFileChooserNative *dialog;

  if (!record || g_hash_table_contains (self->jobs, key))
    return;
  g_autofree char *name = tenure_export_suggest_name (record);
  dialog = gtk_file_chooser_native_new (_ ("Save Export"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_object_set_data_full (G_OBJECT (dialog), "key", g_strdup (key), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
on_download (GtkWidget *widget, const char *action, GVariant *key)
{
  download (TENURE_EXPORTS_PAGE (widget), g_variant_get_string (key, NULL));
}

static void
on_stop (GtkWidget *widget, const char *action, GVariant *key)
{
  Job *job = g_hash_table_lookup (TENURE_EXPORTS_PAGE (widget)->jobs, g_variant_get_string (key, NULL));

  if (job)
    g_cancellable_cancel (job->cancellable);
}

static void
on_activated (TenureExportsPage *self, GtkListBoxRow *row)
{
  download (self, key_of (row));
}

/* Life ----------------------------------------------------------------------------------------------------------- */

static void
show (TenurePage *page, const char *argument)
{
  TenureExportsPage *self = TENURE_EXPORTS_PAGE (page);

  if (!argument)
    return;
  g_free (self->wanted);
  self->wanted = g_strdup (argument);
  ask (self);
}

static void
tenure_exports_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tenure_exports_page_parent_class)->map (widget);
  ask (TENURE_EXPORTS_PAGE (widget));
}

static void
tenure_exports_page_dispose (GObject *object)
{
  TenureExportsPage *self = TENURE_EXPORTS_PAGE (object);

  g_cancellable_cancel (self->reading);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TENURE_TYPE_EXPORTS_PAGE);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (tenure_exports_page_parent_class)->dispose (object);
}

static void
tenure_exports_page_finalize (GObject *object)
{
  g_hash_table_unref (TENURE_EXPORTS_PAGE (object)->jobs);
  G_OBJECT_CLASS (tenure_exports_page_parent_class)->finalize (object);
}

static void
tenure_exports_page_class_init (TenureExportsPageClass *klass)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_exports_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenure_exports_page_finalize;
  widget->map = tenure_exports_page_map;
  TENURE_PAGE_CLASS (klass)->show = show;
  gtk_widget_class_install_action (widget, "exports.download", "s", on_download);
  gtk_widget_class_install_action (widget, "exports.stop", "s", on_stop);
  gtk_widget_class_set_template_from_resource (widget, "/org/tenure/Tenure/tenure-exports-page.ui");
  gtk_widget_class_bind_template_child (widget, TenureExportsPage, stack);
  gtk_widget_class_bind_template_child (widget, TenureExportsPage, head);
  gtk_widget_class_bind_template_child (widget, TenureExportsPage, last);
  gtk_widget_class_bind_template_child (widget, TenureExportsPage, list);
  gtk_widget_class_bind_template_child (widget, TenureExportsPage, failed);
  gtk_widget_class_bind_template_callback (widget, on_activated);
}

static void
make_head (TenureExportsPage *self)
{
  const char *titles[N_COLUMNS];
  GtkWidget *last = gtk_label_new (_ ("Actions"));

  for (guint i = 0; i < N_COLUMNS; i++)
    titles[i] = _ (columns[i].title);
  GtkWidget *cells = new_cells (titles, "dim-label"), *squeezer = new_squeezer (cells, adw_bin_new ());
  gtk_widget_set_hexpand (squeezer, TRUE);
  gtk_widget_add_css_class (last, "dim-label");
  gtk_box_append (GTK_BOX (cells), last);
  gtk_box_append (self->head, squeezer);
  gtk_size_group_add_widget (self->last, last);
}

static void
tenure_exports_page_init (TenureExportsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_head (self);
  self->jobs = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)job_free);
}

TenurePage *
tenure_exports_page_new (TenureSession *session)
{
  TenureExportsPage *self = g_object_new (TENURE_TYPE_EXPORTS_PAGE, "session", session, NULL);

  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self, G_CONNECT_SWAPPED);
  return TENURE_PAGE (self);
}
