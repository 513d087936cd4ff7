/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tenure-store-private.h"

#include "tenure-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <mntent.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>

/* statfs's magic numbers, some of which no header has. FUSE is decided by the type's name. */
#define MAGIC_FUSE 0x65735546
static const gint64 remote_magics[] = {
  0x6969,     /* NFS */
  0x517b,     /* SMB */
  0xff534d42, /* CIFS */
  0xfe534d42, /* SMB2 */
  0x5346414f, /* AFS */
  0x6b414653, /* kAFS */
  0x73757245, /* Coda */
  0x564c,     /* NCP */
  0x01021997, /* 9P */
  0x00c36400, /* Ceph */
  0x0bd00bd0, /* Lustre */
  0x786f4256, /* a virtual machine's shared folder */
};
static const char *const remote_fuse_types[] = {
  "sshfs", "rclone", "davfs", "davfs2", "curlftpfs", "glusterfs", "s3fs", "gvfsd-fuse", "smbnetfs", "juicefs", NULL,
};

gboolean
tenure_filesystem_is_remote (gint64 magic, const char *type)
{
  /* statfs's field is signed on some machines. */
  magic &= 0xffffffff;
  for (guint i = 0; i < G_N_ELEMENTS (remote_magics); i++)
    if (magic == remote_magics[i])
      return TRUE;
  if (magic != MAGIC_FUSE || !type || !g_str_has_prefix (type, "fuse."))
    return FALSE;
  return g_strv_contains (remote_fuse_types, type + strlen ("fuse."));
}

/* Type of the file system that @path lies on, by its device; free with g_free. */
static char *
type_of (const char *path)
{
  struct stat wanted, found;
  if (stat (path, &wanted) != 0)
    return NULL;
  FILE *mounts = setmntent ("/proc/self/mounts", "re");
  if (!mounts)
    return NULL;
  struct mntent entry;
  char buffer[4096];
  char *type = NULL;
  while (getmntent_r (mounts, &entry, buffer, sizeof buffer))
    if (stat (entry.mnt_dir, &found) == 0 && found.st_dev == wanted.st_dev)
      {
        g_free (type);
        type = g_strdup (entry.mnt_type);
      }
  endmntent (mounts);
  return type;
}

gboolean
tenure_filesystem_is_safe (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct statfs about;
  if (statfs (folder, &about) != 0)
    {
      int saved = errno;
      g_set_error (error, TENURE_SYSTEM_ERROR, tenure_system_error_from_errno (saved),
                   _ ("The folder “%s” cannot be used: %s."), folder, g_strerror (saved));
      return FALSE;
    }
  /* Only FUSE needs the name: walking the mounts would touch servers that do not answer. */
  g_autofree char *type = (about.f_type & 0xffffffff) == MAGIC_FUSE ? type_of (folder) : NULL;
  if (!tenure_filesystem_is_remote (about.f_type, type))
    return TRUE;
  g_set_error (error, TENURE_SYSTEM_ERROR, TENURE_SYSTEM_ERROR_IO,
               _ ("“%s” lies on a network file system, where two programs can damage it: keep profiles on a disk of "
                  "this machine, and share them as backups."),
               folder);
  return FALSE;
}
