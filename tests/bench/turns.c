/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preloaded into the program by bench-window.py: writes a line for each turn of the main loop into the file that
 * TENURE_TURNS names: when it began (seconds since 1970), how long it took and how long the thread worked in it
 * (milliseconds). A turn is what lies between two polls of the main thread; a poll of one descriptor is Xlib waiting
 * for an answer within a turn. A tracer would take the processor from what it measures. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

typedef int (*Poll) (struct pollfd *fds, nfds_t n, int timeout);

static FILE *out;
static double began, worked;

static double
seconds (clockid_t clock)
{
  struct timespec time;
  clock_gettime (clock, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void
tell_turn (void)
{
  double now = seconds (CLOCK_REALTIME);
  if (!out && getenv ("TENURE_TURNS"))
    out = fopen (getenv ("TENURE_TURNS"), "we");
  if (out && began > 0)
    fprintf (out, "%.4f %.1f %.1f\n", began, 1000 * (now - began), 1000 * (seconds (CLOCK_THREAD_CPUTIME_ID) - worked));
  if (out)
    fflush (out);
}

int poll (struct pollfd *fds, nfds_t n, int timeout);

int
poll (struct pollfd *fds, nfds_t n, int timeout)
{
  static Poll real;
  if (!real)
    real = (Poll)dlsym (RTLD_NEXT, "poll");
  if (n == 1 || getpid () != (pid_t)syscall (SYS_gettid))
    return real (fds, n, timeout);
  tell_turn ();
  int rc = real (fds, n, timeout);
  began = seconds (CLOCK_REALTIME);
  worked = seconds (CLOCK_THREAD_CPUTIME_ID);
  return rc;
}
