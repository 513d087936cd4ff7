/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GLib's own timeouts run on the monotonic clock, which stands still while the machine sleeps and does not notice that
 * the clock was set; a timerfd on CLOCK_REALTIME does both, and nothing polls. */
#include "tenure-due-timer.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

/* Far enough not to ring, near enough for every kernel. */
#define NEVER (G_GINT64_CONSTANT (100) * 365 * TENURE_DAY_SECONDS)

struct _TenureDueTimer
{
  int fd;
  GSource *source;
  TenureTime at;
  void (*ring) (gpointer data);
  gpointer data;
};

static gboolean
on_ready (int fd, GIOCondition condition, gpointer data)
{
  TenureDueTimer *self = data;
  guint64 rings;
  gssize got = read (fd, &rings, sizeof rings);

  if (got < 0 && errno != ECANCELED)
    return G_SOURCE_CONTINUE;
  if (got < 0) /* the clock was set: the alarm must be set again too */
    tenure_due_timer_arm (self, self->at);
  self->ring (self->data);
  return G_SOURCE_CONTINUE;
}

TenureDueTimer *
tenure_due_timer_new (void (*ring) (gpointer data), gpointer data)
{
  TenureDueTimer *self = g_new0 (TenureDueTimer, 1);
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();

  self->ring = ring;
  self->data = data;
  self->fd = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  if (self->fd < 0)
    return self; /* no descriptor left: what is due is settled when the profile is opened next */
  self->source = g_unix_fd_source_new (self->fd, G_IO_IN);
  g_source_set_callback (self->source, G_SOURCE_FUNC (on_ready), self, NULL);
  g_source_attach (self->source, context);
  return self;
}

void
tenure_due_timer_arm (TenureDueTimer *self, TenureTime at)
{
  TenureTime when = at == TENURE_TIME_UNKNOWN ? g_get_real_time () / G_USEC_PER_SEC + NEVER : MAX (at, 1);
  struct itimerspec spec = { .it_value = { .tv_sec = (time_t)when } };

  self->at = at;
  if (self->fd >= 0)
    timerfd_settime (self->fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &spec, NULL);
}

void
tenure_due_timer_free (TenureDueTimer *self)
{
  if (self->source)
    {
      g_source_destroy (self->source);
      g_source_unref (self->source);
    }
  if (self->fd >= 0)
    close (self->fd);
  g_free (self);
}
