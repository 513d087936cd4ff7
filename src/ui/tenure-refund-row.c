/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-refund-row.h"

#include <glib/gi18n-lib.h>

#include "tenure-compat.h"
#include "tenure-plan-row.h"
#include "tenure-wording-names.h"

/* 退订类型, 支付信息, 应退金额, 实际退款. */
#define N_FIGURES 4
#define FIGURE_WIDTH 104
#define NAME_WIDTH 170

static const char *const titles[N_FIGURES] = { N_ ("Refund Type"), N_ ("Payment Info"), N_ ("Due Refund"),
                                               N_ ("Actual Refund") };

/** The same words, side by side or below each other. */
typedef struct
{
  GtkWidget *box;
  GtkLabel *name, *about, *figures[N_FIGURES];
} Face;

struct _TenureRefundRow
{
  GtkBox parent;
  AdwSqueezer *squeezer;
  Face wide, narrow;
  GtkToggleButton *more;
  GtkLabel *details;
  const char *show, *hide; /* what the button says */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TenureRefundRow, tenure_refund_row, GTK_TYPE_BOX)

static guint toggled_signal;

/** 退订类型 in a word. */
static const char *
kind_word (TenureRefundKind kind)
{
  switch (kind)
    {
    case TENURE_REFUND_FIVE_DAY:
      return C_ ("refund", "Five-day");
    case TENURE_REFUND_NOT_EFFECTIVE:
      return C_ ("refund", "Not effective");
    default:
      return C_ ("refund", "Conditional");
    }
}

/* What it says --------------------------------------------------------------------------------------------------- */

static void
say (TenureRefundRow *self, const char *name, const char *about, const char *const figures[N_FIGURES])
{
  Face *faces[] = { &self->wide, &self->narrow };

  for (guint i = 0; i < G_N_ELEMENTS (faces); i++)
    {
      gtk_label_set_text (faces[i]->name, name);
      gtk_label_set_text (faces[i]->about, about ? about : "");
      gtk_widget_set_tooltip_text (GTK_WIDGET (faces[i]->about), about);
      gtk_widget_set_visible (GTK_WIDGET (faces[i]->about), about != NULL && *about != '\0');
      for (guint j = 0; j < N_FIGURES; j++)
        gtk_label_set_text (faces[i]->figures[j], figures[j]);
    }
}

/** ID, product type and region, and the resource that it goes along with: a line each. */
static char *
about_item (TenureSession *session, const TenurePlan *plan, guint position)
{
  const TenurePlanItem *item = plan->items->pdata[position];
  TenureCatalogue *catalogue = tenure_platform_catalogue (tenure_session_platform (session));
  g_autofree char *product = item->product ? tenure_word_products (catalogue, item->product) : NULL;
  g_autoptr (GString) text = g_string_new (item->key);

  if (product)
    g_string_append_printf (text, "\n%s", product);
  if (product && item->region)
    g_string_append_printf (text, " · %s", tenure_word_region (catalogue, item->region));
  if (item->main_key)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("goes along with %s"), tenure_word_main_name (plan, item));
    }
  return g_strdup (text->str);
}

static void
set_open (TenureRefundRow *self, gboolean open)
{
  gtk_toggle_button_set_active (self->more, open);
  gtk_button_set_label (GTK_BUTTON (self->more), open ? self->hide : self->show);
  gtk_widget_set_visible (GTK_WIDGET (self->details), open && *gtk_label_get_text (self->details));
}

static void
show_refusal (TenureRefundRow *self, const TenurePlanItem *item, const char *name, const char *about)
{
  static const char *const none[N_FIGURES] = { "—", "—", "—", "—" };
  g_autofree char *refusal = tenure_word_refusal (item->refusal);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", name, refusal);

  say (self, name, about, none);
  gtk_label_set_text (self->details, refusal);
  gtk_widget_set_visible (GTK_WIDGET (self->details), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "refused");
  tenure_name_widget (gtk_widget_get_parent (GTK_WIDGET (self)), spoken);
}

static void
show_figures (TenureRefundRow *self, const TenurePlanItem *item, const char *name, const char *about)
{
  g_autofree char *paid = tenure_word_money (item->paid);
  g_autofree char *due = tenure_word_money (item->due), *total = tenure_word_money (item->total);
  const char *const figures[N_FIGURES] = { kind_word (item->refund_kind), paid, due, total };
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s: %s", name, figures[0], _ (titles[3]), total);
  g_autofree char *more = g_strdup_printf ("%s, %s", self->show, name);

  say (self, name, about, figures);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "refused");
  tenure_name_widget (gtk_widget_get_parent (GTK_WIDGET (self)), spoken);
  tenure_name_widget (GTK_WIDGET (self->more), more);
}

void
tenure_refund_row_show (TenureRefundRow *self, TenureSession *session, const TenurePlan *plan, guint position,
                        gboolean open)
{
  const TenurePlanItem *item = plan->items->pdata[position];
  g_autofree char *about = about_item (session, plan, position);
  g_autofree char *details = item->refusal ? NULL : tenure_plan_item_explanation (item);
  gboolean renewal = item->verb == TENURE_VERB_GIVE_BACK;
  const char *name = tenure_word_item_name (item);

  self->filling = TRUE;
  self->show = renewal ? _ ("Show Amounts") : _ ("Show Refund Details");
  self->hide = renewal ? _ ("Hide Amounts") : _ ("Hide Refund Details");
  gtk_label_set_text (self->details, details ? details : "");
  gtk_widget_set_visible (GTK_WIDGET (self->more), details && *details);
  set_open (self, open && details);
  if (item->refusal)
    show_refusal (self, item, name ? name : item->key, about);
  else
    show_figures (self, item, name ? name : item->key, about);
  self->filling = FALSE;
}

void
tenure_refund_row_show_titles (TenureRefundRow *self)
{
  const char *words[N_FIGURES];

  for (guint i = 0; i < N_FIGURES; i++)
    words[i] = _ (titles[i]);
  say (self, _ ("Instance"), NULL, words);
  adw_squeezer_remove (self->squeezer, self->narrow.box);
  adw_squeezer_add (self->squeezer, adw_bin_new ());
  gtk_widget_remove_css_class (GTK_WIDGET (self), "plan-row");
  gtk_widget_add_css_class (self->wide.box, "titles");
}

void
tenure_refund_row_show_total (TenureRefundRow *self, const TenurePlan *plan)
{
  TenureMoney paid = 0, due = 0;
  gboolean known = TRUE;

  for (guint i = 0; i < plan->items->len; i++)
    {
      const TenurePlanItem *item = plan->items->pdata[i];

      if (!item->refusal)
        known =
            known && tenure_money_add (paid, item->paid, &paid, NULL) && tenure_money_add (due, item->due, &due, NULL);
    }
  g_autofree char *paid_text = tenure_word_money (known ? paid : TENURE_MONEY_UNKNOWN);
  g_autofree char *due_text = tenure_word_money (known ? due : TENURE_MONEY_UNKNOWN);
  g_autofree char *total = tenure_word_money (plan->to_return);
  const char *const figures[N_FIGURES] = { "", paid_text, due_text, total };

  say (self, _ ("In Total"), NULL, figures);
  gtk_widget_set_visible (gtk_widget_get_prev_sibling (GTK_WIDGET (self->narrow.figures[0])), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->narrow.figures[0]), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "total");
}

void
tenure_refund_row_toggle (TenureRefundRow *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->more)))
    gtk_toggle_button_set_active (self->more, !gtk_toggle_button_get_active (self->more));
}

static void
on_toggled (TenureRefundRow *self)
{
  gboolean open = gtk_toggle_button_get_active (self->more);

  if (self->filling)
    return;
  set_open (self, open);
  g_signal_emit (self, toggled_signal, 0, open);
}

/* Life ----------------------------------------------------------------------------------------------------------- */

static GtkLabel *
new_label (const char *style, float xalign, gboolean wrap)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), wrap);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "numeric");
  if (style)
    gtk_widget_add_css_class (label, style);
  return GTK_LABEL (label);
}

/** Name and ID; they give way, in each of their lines. */
static GtkWidget *
add_instance (Face *face)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  face->name = new_label (NULL, 0, FALSE);
  face->about = new_label ("second", 0, FALSE);
  gtk_label_set_ellipsize (face->name, PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (face->about, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (face->about), "caption");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (face->name));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (face->about));
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static void
make_wide (Face *face)
{
  GtkWidget *instance = add_instance (face);

  face->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_size_request (instance, NAME_WIDTH, -1);
  gtk_box_append (GTK_BOX (face->box), instance);
  for (guint i = 0; i < N_FIGURES; i++)
    {
      face->figures[i] = new_label (NULL, i == 0 ? 0 : 1, FALSE);
      gtk_widget_set_size_request (GTK_WIDGET (face->figures[i]), FIGURE_WIDTH, -1);
      gtk_box_append (GTK_BOX (face->box), GTK_WIDGET (face->figures[i]));
    }
}

static void
make_narrow (Face *face)
{
  GtkWidget *grid = gtk_grid_new ();

  face->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (face->box), add_instance (face));
  gtk_box_append (GTK_BOX (face->box), grid);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  for (guint i = 0; i < N_FIGURES; i++)
    {
      GtkLabel *title = new_label ("second", 0, FALSE);

      gtk_label_set_text (title, _ (titles[i]));
      gtk_widget_set_hexpand (GTK_WIDGET (title), TRUE);
      face->figures[i] = new_label (NULL, 1, FALSE);
      gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (title), 0, i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (face->figures[i]), 1, i, 1, 1);
    }
}

static void
tenure_refund_row_class_init (TenureRefundRowClass *klass)
{
  toggled_signal = g_signal_new ("toggled", TENURE_TYPE_REFUND_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_BOOLEAN);
}

static void
tenure_refund_row_init (TenureRefundRow *self)
{
  self->squeezer = ADW_SQUEEZER (adw_squeezer_new ());
  self->more = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  self->details = new_label ("explanation", 0, TRUE);
  make_wide (&self->wide);
  make_narrow (&self->narrow);
  adw_squeezer_set_homogeneous (self->squeezer, FALSE);
  adw_squeezer_add (self->squeezer, self->wide.box);
  adw_squeezer_add (self->squeezer, self->narrow.box);
  gtk_widget_set_halign (GTK_WIDGET (self->more), GTK_ALIGN_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "flat");
  gtk_widget_set_visible (GTK_WIDGET (self->more), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->details), FALSE);
  gtk_label_set_selectable (self->details, TRUE);
  g_signal_connect_swapped (self->more, "toggled", G_CALLBACK (on_toggled), self);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "plan-row");
  gtk_widget_add_css_class (GTK_WIDGET (self), "refund-row");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->squeezer));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->more));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->details));
}

TenureRefundRow *
tenure_refund_row_new (void)
{
  return g_object_new (TENURE_TYPE_REFUND_ROW, NULL);
}
