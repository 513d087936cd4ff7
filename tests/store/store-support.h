/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the store share: a folder that goes with the test, profiles in it, raw access to a file. */
#pragma once

#include "../tenure-test.h"
#include "tenure-error.h"
#include "tenure-journal.h"
#include "tenure-profile.h"
#include "tenure-store.h"

/** 2024-05-01 12:00:00, China time. */
#define TEST_NOW G_GINT64_CONSTANT (1714536000)

/** g_test_add_func with a folder of its own, which TENURE_PROFILES names while @func runs. */
void test_add (const char *path, void (*func) (void));
/** A path in that folder; free with g_free. */
char *test_path (const char *name);

TenurePolicy *test_policy (void);
TenureProfile *test_profile (const char *name, gboolean practice);
/** A new store of its own. */
TenureStore *test_store (const char *name);

/** Runs SQL on a file without our checks, triggers' protection lifted; answers the first column of the first row. */
char *test_raw (const char *path, const char *sql);
/** Runs SQL in a write transaction of the store. */
void test_write (TenureStore *store, const char *sql);
/** First column of the first row, read through the store; free with g_free. */
char *test_value (TenureStore *store, const char *sql);

/** This program again, with @argument; see test_child(). Its standard output can be read. */
GSubprocess *test_spawn (const char *argument, const char *path);
/** Waits until the child has printed a line. */
void test_await_line (GSubprocess *child);
typedef struct
{
  const char *name;
  int (*run) (const char *path);
} TestChild;
/** Instead of g_test_init: a child does what it is for and ends. The last of @children has no name. */
void test_init (int *argc, char ***argv, const TestChild *children);
/** Iterates the main context until *@flag or @seconds have passed. */
void test_iterate_until (const gboolean *flag, guint seconds);
