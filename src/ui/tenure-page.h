/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page of the window: works on a session, can be shown with an argument ("auto", "unsubscription"). */
#pragma once

#include <adwaita.h>

#include "tenure-session.h"

G_BEGIN_DECLS

/** Property "session" (construct-only). */
#define TENURE_TYPE_PAGE (tenure_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (TenurePage, tenure_page, TENURE, PAGE, AdwBin)

struct _TenurePageClass
{
  AdwBinClass parent_class;
  /** Turns to what @argument names: a tab, a filter, a resource; NULL: as the page was. */
  void (*show) (TenurePage *self, const char *argument);
  /** Moves the focus to the search entry; pages without one leave it NULL. */
  void (*search) (TenurePage *self);
  /** One step back within the page; FALSE when there is none. */
  gboolean (*back) (TenurePage *self);
};

/** The session that the page was made for; borrowed. */
TenureSession *tenure_page_session (TenurePage *self);
void tenure_page_show (TenurePage *self, const char *argument);
void tenure_page_search (TenurePage *self);
gboolean tenure_page_back (TenurePage *self);

G_END_DECLS
