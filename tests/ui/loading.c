/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GLib makes its table of quarks when it is loaded and, once that grows, leaves the first block to whoever still reads
 * it. To tell that block by its stack would take whole stacks of every allocation, ten times the time of a test; so the
 * leak sanitizer is told to look away until the libraries are loaded. */
#include <glib.h>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/lsan_interface.h>

/* Runs before the constructors of the libraries. */
__attribute__ ((section (".preinit_array"), used)) static void (*const before_loading) (void) = __lsan_disable;

/* Runs after them, before main. */
__attribute__ ((constructor)) static void
after_loading (void)
{
  __lsan_enable ();
}
#endif
