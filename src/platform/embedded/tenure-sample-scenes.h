/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Acts of the sample that are of no single story, and what they are played with. */
#pragma once

#include "tenure-decide.h"
#include "tenure-sample.h"

G_BEGIN_DECLS

/** Decides and executes a command at its moment; appends the ids of orders made, when @orders. Inside a write job. */
gboolean tenure_act_command (TenurePlayer *player, TenureTime at, TenureCommandKind kind, TenureDecide decide,
                             gconstpointer params, GArray *orders, GError **error);
/** Delivers an order that was paid, instead of the dated event. Inside a write job. */
gboolean tenure_act_deliver (TenurePlayer *player, TenureTime at, gint64 order, GError **error);
/** The acts that are of no single story, for a sample that is to show everything. */
void tenure_scenes_acts (TenureTime now, GArray *acts);
gboolean tenure_scene_play (TenurePlayer *player, const TenureAct *act, GError **error);

G_END_DECLS
