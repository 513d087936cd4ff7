/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One field of a form: its label, with a star where it must be filled in, the control, a note, and what is wrong. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** Properties: "label" (a mnemonic is possible), "required", "note", "prefix" (before the control: "+86"), "control".
 * The text of an entry is folded (full-width digits become ASCII) when the focus leaves it, not while it is typed.
 * Signal "left" (): the focus left it. */
#define TENURE_TYPE_FORM_FIELD (tenure_form_field_get_type ())
G_DECLARE_FINAL_TYPE (TenureFormField, tenure_form_field, TENURE, FORM_FIELD, GtkBox)

/** The text of the control, an entry or a text view; free with g_free. Folded, but for passwords. */
char *tenure_form_field_dup_text (TenureFormField *self);
void tenure_form_field_set_text (TenureFormField *self, const char *text);
/** A sentence below the control; NULL: nothing is wrong. */
void tenure_form_field_set_error (TenureFormField *self, const char *text);
/** What is said below, or NULL. */
const char *tenure_form_field_error (TenureFormField *self);
/** Whether it must be filled in and is not. */
gboolean tenure_form_field_is_missing (TenureFormField *self);
void tenure_form_field_focus (TenureFormField *self);

G_END_DECLS
