/* Injects disk failures: counts the calls that change files under one folder, and makes the n-th of them fail, kill the
   process, or kill it after writing half of the bytes. A journal records every change, so that a power loss can be
   replayed. Preloaded before libc (LD_PRELOAD); armed from Python (tests/faulty_disk.py). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
enum { KILL = -1, TEAR = -2 };

static int armed, kind, sticky, journal = -1;
static long at, calls;
static char folder[PATH_MAX];

void fault_arm(const char *where, long point, int what, int stays, const char *record) {
  snprintf(folder, sizeof folder, "%s", where);
  at = point, kind = what, sticky = stays, calls = 0;
  journal = record[0] ? syscall(SYS_openat, AT_FDCWD, record, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;
  armed = 1;
}
long fault_calls(void) { armed = 0; return calls; }

static int inside(const char *path) { return armed && path && !strncmp(path, folder, strlen(folder)); }

static int inside_fd(int fd, char *path) {
  if (!armed) return 0;
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = syscall(SYS_readlinkat, AT_FDCWD, link, path, PATH_MAX - 1);
  if (n < 0) return 0;
  path[n] = 0;
  return inside(path);
}

/* 0: go on; -1: fail with errno set; 1: write half, then die */
static int hit(int may_tear) {
  calls++;
  if (at <= 0 || !(calls == at || (sticky && calls > at))) return 0;
  if (kind == TEAR && may_tear) return 1;
  if (kind == KILL || kind == TEAR) { kill(getpid(), SIGKILL); pause(); }
  errno = kind;
  return -1;
}

static void note(char op, const char *path, int64_t offset, const void *data, int64_t size) {
  if (journal < 0) return;
  int64_t head[4] = {op, (int64_t)strlen(path), offset, size};
  syscall(SYS_write, journal, head, sizeof head);
  syscall(SYS_write, journal, path, strlen(path));
  if (data) syscall(SYS_write, journal, data, size);
}

static ssize_t put(int fd, const void *data, size_t size, off_t offset, int placed) {
  char path[PATH_MAX];
  if (inside_fd(fd, path)) {
    if (!placed) offset = lseek(fd, 0, SEEK_CUR);
    int what = hit(1);
    if (what < 0) return -1;
    if (what > 0) { syscall(SYS_pwrite64, fd, data, size / 2, offset); kill(getpid(), SIGKILL); pause(); }
    note('W', path, offset, data, (int64_t)size);
  }
  return placed ? syscall(SYS_pwrite64, fd, data, size, offset) : syscall(SYS_write, fd, data, size);
}
ssize_t write(int fd, const void *data, size_t size) { return put(fd, data, size, 0, 0); }
ssize_t pwrite(int fd, const void *data, size_t size, off_t offset) { return put(fd, data, size, offset, 1); }
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t offset) { return put(fd, data, size, offset, 1); }

static int change_fd(char op, int fd, int64_t size) {
  char path[PATH_MAX];
  if (!inside_fd(fd, path)) return 0;
  if (hit(0)) return -1;
  note(op, path, size, NULL, 0);
  return 0;
}
int ftruncate(int fd, off_t size) { return change_fd('T', fd, size) ? -1 : (int)syscall(SYS_ftruncate, fd, size); }
int ftruncate64(int fd, off64_t size) { return change_fd('T', fd, size) ? -1 : (int)syscall(SYS_ftruncate, fd, size); }
int fsync(int fd) { return change_fd('S', fd, 0) ? -1 : (int)syscall(SYS_fsync, fd); }
int fdatasync(int fd) { return change_fd('S', fd, 0) ? -1 : (int)syscall(SYS_fdatasync, fd); }

static int change_path(char op, const char *path) {
  if (!inside(path)) return 0;
  if (hit(0)) return -1;
  note(op, path, 0, NULL, 0);
  return 0;
}
int unlink(const char *path) { return change_path('U', path) ? -1 : REAL(unlink)(path); }
int unlinkat(int dir, const char *path, int flags) { return change_path('U', path) ? -1 : REAL(unlinkat)(dir, path, flags); }
int mkdir(const char *path, mode_t mode) { return change_path('D', path) ? -1 : REAL(mkdir)(path, mode); }
int rename(const char *from, const char *to) {
  if (inside(from)) {
    if (hit(0)) return -1;
    note('R', from, 0, to, (int64_t)strlen(to));
  }
  return REAL(rename)(from, to);
}

static mode_t mode_of(int flags, va_list more) { return flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0; }
#define OPEN(name)                                                                                                     \
  int name(const char *path, int flags, ...) {                                                                         \
    va_list more;                                                                                                      \
    va_start(more, flags);                                                                                             \
    mode_t mode = mode_of(flags, more);                                                                                \
    va_end(more);                                                                                                      \
    if (inside(path) && hit(0)) return -1;                                                                             \
    if (inside(path) && flags & O_TRUNC) note('T', path, 0, NULL, 0);                                                  \
    return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);                                                      \
  }
OPEN(open)
OPEN(open64)
