/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the sidebar has, in its order: one row a page. */
#pragma once

#include "tenure-page.h"
#include "tenure-platform-enums.h"

G_BEGIN_DECLS

/** One page. `roles`: who sees it, bits 1 << TenureRole. */
typedef struct
{
  const char *name; /* of "win.go"; what follows a slash is the page's argument */
  const char *title, *icon;
  const char *group; /* heading over the rows that share it, or NULL */
  guint roles;
  TenurePage *(*create) (TenureSession *session);
} TenurePlace;

/** All of them, ended by one without a name; titles and groups are marked for translation. */
const TenurePlace *tenure_places (void);
/** Whether @role sees @place. */
gboolean tenure_place_is_for (const TenurePlace *place, TenureRole role);
/** Its page, made anew and named by its title; floating. */
GtkWidget *tenure_place_page (const TenurePlace *place, TenureSession *session);

G_END_DECLS
