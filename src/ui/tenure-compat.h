/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs between versions of GTK and libadwaita: questions and messages, in one place. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** Says what happened and offers to close; over the window that @parent is in. */
void tenure_tell (GtkWidget *parent, const char *heading, const char *body);
/** Says why @error happened under @heading; a cancelled operation is no news. */
void tenure_tell_error (GtkWidget *parent, const char *heading, const GError *error);

typedef void (*TenureAnswer) (gpointer data);
/** A question with two answers, or with a third way. */
typedef struct
{
  const char *heading, *body, *yes, *no; /* labels may have mnemonics */
  const char *other;                     /* a third answer, or NULL */
  TenureAnswer on_other;
  gboolean destructive; /* yes is marked; no is the default */
  GtkWidget *extra;     /* shown below the body, or NULL */
} TenureQuestion;
/** Calls @on_yes when the person agreed, nothing otherwise. @data must outlive the window of @parent. */
void tenure_ask (GtkWidget *parent, const TenureQuestion *question, TenureAnswer on_yes, gpointer data);
/** The rows that a combo row shows get the accessible name of what they say. */
void tenure_name_choices (AdwComboRow *row);
/** Gives a control its accessible name, for those that show none. */
void tenure_name_widget (GtkWidget *widget, const char *name);
/** A fact in an expander: the value over what it is; nothing where there is no value. */
void tenure_add_fact (AdwExpanderRow *expander, const char *title, const char *value);
/** For a closure of what is shown with its parts: whether one of the five is. */
gboolean tenure_any_shown (gpointer object, gboolean a, gboolean b, gboolean c, gboolean d, gboolean e);
/** A title without its mnemonic, "_Region" as well as "区域(_R)"; free with g_free. */
char *tenure_plain_title (const char *title);
/** Keeps the program alive and the session from ending while something is carried out; for tenure_release. */
guint tenure_hold (GtkWindow *window, const char *why);
void tenure_release (guint held);

G_END_DECLS
