/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-form-field.h"

#include "tenure-compat.h"
#include "tenure-text.h"

struct _TenureFormField
{
  GtkBox parent;
  GtkWidget *control, *target; /* target: what has the focus and the text, within control */
  GtkLabel *label, *star, *prefix, *note, *error;
  GtkBox *row;
  gboolean required;
};

G_DEFINE_FINAL_TYPE (TenureFormField, tenure_form_field, GTK_TYPE_BOX)

enum
{
  PROP_LABEL = 1,
  PROP_REQUIRED,
  PROP_NOTE,
  PROP_PREFIX,
  PROP_CONTROL,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint left_signal;

/* Texts ---------------------------------------------------------------------------------------------------------- */

static char *
raw_text (TenureFormField *self)
{
  GtkTextIter start, end;

  if (GTK_IS_EDITABLE (self->target))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->target)));
  if (!GTK_IS_TEXT_VIEW (self->target))
    return g_strdup ("");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->target));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

char *
tenure_form_field_dup_text (TenureFormField *self)
{
  g_autofree char *text = raw_text (self);

  if (GTK_IS_PASSWORD_ENTRY (self->target))
    return g_steal_pointer (&text);
  return GTK_IS_TEXT_VIEW (self->target) ? g_strdup (g_strstrip (text)) : tenure_text_fold (text);
}

void
tenure_form_field_set_text (TenureFormField *self, const char *text)
{
  if (GTK_IS_EDITABLE (self->target))
    gtk_editable_set_text (GTK_EDITABLE (self->target), text ? text : "");
  else if (GTK_IS_TEXT_VIEW (self->target))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->target)), text ? text : "", -1);
}

gboolean
tenure_form_field_is_missing (TenureFormField *self)
{
  g_autofree char *text = tenure_form_field_dup_text (self);

  return self->required && *text == '\0';
}

void
tenure_form_field_focus (TenureFormField *self)
{
  if (self->target)
    gtk_widget_grab_focus (self->target);
}

/** While somebody types, an input method may still be composing: only what was left is folded. */
static void
on_leave (GtkEventControllerFocus *controller, TenureFormField *self)
{
  g_autofree char *raw = raw_text (self), *folded = tenure_form_field_dup_text (self);

  if (GTK_IS_EDITABLE (self->target) && g_strcmp0 (raw, folded) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->target), folded);
  g_signal_emit (self, left_signal, 0);
}

/** What was wrong is being put right. */
static void
on_edited (TenureFormField *self)
{
  tenure_form_field_set_error (self, NULL);
}

/* What is shown -------------------------------------------------------------------------------------------------- */

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text && *text);
}

void
tenure_form_field_set_error (TenureFormField *self, const char *text)
{
  show_text (self->error, text);
  if (!self->target)
    return;
  if (text)
    gtk_widget_add_css_class (self->target, "error");
  else
    gtk_widget_remove_css_class (self->target, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->target), GTK_ACCESSIBLE_STATE_INVALID,
                               text ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

const char *
tenure_form_field_error (TenureFormField *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->error)) ? gtk_label_get_text (self->error) : NULL;
}

/** The star is read out as well: it is part of the control's name. */
static void
name_control (TenureFormField *self)
{
  if (!self->target)
    return;
  g_autofree char *name = g_strconcat (self->required ? "* " : "", gtk_label_get_text (self->label), NULL);
  tenure_name_widget (self->target, name);
  gtk_label_set_mnemonic_widget (self->label, self->target);
}

static GtkWidget *
find_target (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_ENTRY (widget) || GTK_IS_PASSWORD_ENTRY (widget) || GTK_IS_TEXT_VIEW (widget) ||
      GTK_IS_CHECK_BUTTON (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_target (child);
  return found;
}

static void
set_control (TenureFormField *self, GtkWidget *control)
{
  if (!control)
    return;
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->control = control;
  self->target = find_target (control);
  gtk_widget_set_hexpand (control, TRUE);
  gtk_box_append (self->row, control);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_leave), self, 0);
  gtk_widget_add_controller (control, focus);
  if (GTK_IS_ENTRY (self->target))
    g_signal_connect_object (self->target, "changed", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  if (GTK_IS_TEXT_VIEW (self->target))
    g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->target)), "changed", G_CALLBACK (on_edited),
                             self, G_CONNECT_SWAPPED);
  name_control (self);
}

/* Life ----------------------------------------------------------------------------------------------------------- */

static void
tenure_form_field_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TenureFormField *self = TENURE_FORM_FIELD (object);

  switch (id)
    {
    case PROP_LABEL:
      gtk_label_set_text_with_mnemonic (self->label, g_value_get_string (value) ? g_value_get_string (value) : "");
      break;
    case PROP_REQUIRED:
      self->required = g_value_get_boolean (value);
      gtk_widget_set_visible (GTK_WIDGET (self->star), self->required);
      break;
    case PROP_NOTE:
      show_text (self->note, g_value_get_string (value));
      break;
    case PROP_PREFIX:
      show_text (self->prefix, g_value_get_string (value));
      break;
    case PROP_CONTROL:
      set_control (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  name_control (self);
}

/** GTK 4.8's password entry listens to the focus of its text for longer than it lives: none is left to it. */
static void
tenure_form_field_unroot (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = gtk_root_get_focus (root);

  if (focus && gtk_widget_is_ancestor (focus, widget))
    gtk_root_set_focus (root, NULL);
  GTK_WIDGET_CLASS (tenure_form_field_parent_class)->unroot (widget);
}

static void
tenure_form_field_class_init (TenureFormFieldClass *klass)
{
  GObjectClass *object = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object->set_property = tenure_form_field_set_property;
  GTK_WIDGET_CLASS (klass)->unroot = tenure_form_field_unroot;
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  props[PROP_REQUIRED] = g_param_spec_boolean ("required", NULL, NULL, FALSE, flags);
  props[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, flags);
  props[PROP_PREFIX] = g_param_spec_string ("prefix", NULL, NULL, NULL, flags);
  props[PROP_CONTROL] = g_param_spec_object ("control", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object, N_PROPS, props);
  left_signal = g_signal_new ("left", TENURE_TYPE_FORM_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkLabel *
add_label (GtkBox *box, const char *class, gboolean visible)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_visible (label, visible);
  if (class)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
tenure_form_field_init (TenureFormField *self)
{
  GtkBox *box = GTK_BOX (self), *head = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (box, 6);
  self->star = add_label (head, "error", FALSE);
  gtk_label_set_text (self->star, "*");
  self->label = add_label (head, "heading", TRUE);
  gtk_box_append (box, GTK_WIDGET (head));
  self->row = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->prefix = add_label (self->row, "dim-label", FALSE);
  gtk_label_set_wrap (self->prefix, FALSE);
  gtk_box_append (box, GTK_WIDGET (self->row));
  self->error = add_label (box, "error", FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->error), "caption");
  self->note = add_label (box, "dim-label", FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "caption");
}
