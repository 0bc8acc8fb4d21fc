#!/bin/sh
# Mounts what is to be seen over a root that is prepared, so that the unpacked zips are where Lambda has them, and starts a
# program in it. Runs as the root of a user and mount namespace of its own: nothing of this is seen outside, and all of it
# ends with the program.
#
#   lambda_root.sh TREE PROGRAM ARGUMENT...
#
# TREE has the folder root, and the file fstab with what is mounted there, as paths from TREE.
set -eu
tree=$1
shift
lambda_path=$PATH
PATH=/usr/sbin:/usr/bin:/sbin:/bin
export PATH

cd "$tree"
mount -a -T fstab
for folder in opt var/task var/lang var/runtime; do
    # Read-only as on Lambda; a file system mounted with flags that are locked here keeps the modes of its files alone.
    mount -o remount,bind,ro "root/$folder" 2>/dev/null || true
done

chroot=$(command -v chroot)
PATH=$lambda_path
cd root
exec "$chroot" . /bin/sh -c 'cd /var/task && exec "$@"' sh "$@"
