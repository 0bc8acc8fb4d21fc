#!/bin/sh
# Makes a root in which the unpacked zips are where Lambda has them, and starts a program in it. Runs as the root of a
# user and mount namespace of its own: nothing of this is seen outside, and all of it ends with the program.
#
#   lambda_root.sh TREE PROGRAM ARGUMENT...
#
# TREE has the folders root (empty), opt, task, lang, runtime and tmp.
set -eu
tree=$1
shift
root=$tree/root
lambda_path=$PATH
PATH=/usr/sbin:/usr/bin:/sbin:/bin
export PATH

# Read-only as on Lambda; a file system mounted with flags that are locked here keeps the modes of its files alone.
bind_read_only() {
    mkdir -p "$2"
    mount --bind "$1" "$2"
    mount -o remount,bind,ro "$2" 2>/dev/null || true
}

# Shows what the host has in a folder, but for the names given.
show() {
    from=$1
    hidden=" $2 "
    for entry in "$from"/* "$from"/.[!.]*; do
        name=${entry##*/}
        case $hidden in *" $name "*) continue ;; esac
        if [ -L "$entry" ]; then
            cp -P "$entry" "$root$from/$name"
        elif [ -d "$entry" ]; then
            mkdir "$root$from/$name"
            mount --rbind "$entry" "$root$from/$name"
        elif [ -e "$entry" ]; then
            : > "$root$from/$name"
            mount --bind "$entry" "$root$from/$name"
        fi
    done
}

mount -t tmpfs -o mode=0755 lambda "$root"
mkdir "$root/var"
show "" "opt var tmp"
show /var "task lang runtime"
bind_read_only "$tree/opt" "$root/opt"
bind_read_only "$tree/task" "$root/var/task"
bind_read_only "$tree/lang" "$root/var/lang"
bind_read_only "$tree/runtime" "$root/var/runtime"
mkdir -m 1777 "$root/tmp"
mount --bind "$tree/tmp" "$root/tmp"

chroot=$(command -v chroot)
PATH=$lambda_path
cd "$root"
exec "$chroot" . /bin/sh -c 'cd /var/task && exec "$@"' sh "$@"
