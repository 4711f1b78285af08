#!/bin/sh
# Takes a backup into BACKUP_DIR, which is for its owner alone, and forgets those that are older than KEEP_DAYS.
# DATABASE_URL and FILES_DIR say of what. The keys are not in it: keep /etc/little-bench/environment somewhere else.
set -eu
umask 077
cd "$(dirname "$0")/.."
node --import tsx bin/backup.ts "$BACKUP_DIR"
find "$BACKUP_DIR" -mindepth 1 -maxdepth 1 -type d -name '20*T*' -mtime "+${KEEP_DAYS:-30}" -exec rm -rf {} +
