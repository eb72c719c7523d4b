#!/usr/bin/env bash
# SPDX-License-Identifier: MulanPSL-2.0
# What becomes of a .deb in a bare Debian 12, and of the stores' tree: installed, started, a report made and exported,
# removed, and nothing left.   bash tests/package/barechroot.sh NIANBAO.deb STORE-TREE OUT
# As root; pictures, lists and the PDF go to OUT. The chroot is deleted in the end. tests/run package calls this.
set -euo pipefail
deb=$(readlink -f "$1") tree=$(readlink -f "$2") out=$(mkdir -p "$3" && readlink -f "$3")
id=cn.nianbao.nianbao
root=$(mktemp -d /tmp/bare-debian.XXXXXX)
chmod 755 "$root" # the clerk goes in, too
x_server= program=

say() { printf '== %s\n' "$*"; }
fail() {
  printf 'FAILED: %s\n' "$*" >&2
  exit 1
}
clean_up() {
  for one in $program $x_server; do
    kill "$one" 2>/dev/null || true
  done
  for place in dev/pts dev proc; do
    ! mountpoint -q "$root/$place" || umount -l "$root/$place"
  done
  rm -rf --one-file-system "$root"
}
trap clean_up EXIT

inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
# Every file, without what apt and dpkg write down of each installation and what others keep as a cache.
files() {
  (cd "$root" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./home -o -path ./tmp -o -path ./var/lib/dpkg -o -path ./var/lib/apt \
    -o -path ./var/cache -o -path ./var/log \) -prune -o -print | sort)
}

say "a bare Debian"
debootstrap --variant=minbase bookworm "$root" http://deb.debian.org/debian >"$out/debootstrap.log" ||
  fail "debootstrap, see $out/debootstrap.log"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
cat >"$root/etc/apt/sources.list" <<'END'
deb http://deb.debian.org/debian bookworm main
deb http://deb.debian.org/debian bookworm-updates main
deb http://deb.debian.org/debian-security bookworm-security main
END
inside apt-get -q update >"$out/apt.log" 2>&1
inside useradd -u 1000 -m clerk
install -d -o 1000 -g 1000 -m 700 "$root/home/clerk/.run"
files >"$out/bare.list"

say "apt-get install ./$(basename "$deb")"
cp "$deb" "$root/nianbao.deb"
inside apt-get -q install -y ./nianbao.deb >>"$out/apt.log" 2>&1 || fail "it is not installed, see $out/apt.log"
rm "$root/nianbao.deb"
inside dpkg -s nianbao | grep -E '^(Status|Version|Installed-Size)'
files >"$out/installed.list"
inside dpkg -L nianbao | sort >"$out/of-the-package.list"

say "the window, with the sample"
for number in $(seq 90 120); do
  [ -e "/tmp/.X11-unix/X$number" ] || break
done
display=:$number
# An ordinary user's program, with our display.
clerk=(chroot --userspec=1000:1000 "$root" env -i PATH=/usr/bin:/bin HOME=/home/clerk LC_ALL=C.UTF-8
  XDG_RUNTIME_DIR=/home/clerk/.run DISPLAY="$display")
as_clerk() { "${clerk[@]}" "$@"; }
Xvfb "$display" -screen 0 1366x768x24 -ac >/dev/null 2>&1 & # its abstract socket is seen in the chroot, too
x_server=$!
for _ in $(seq 50); do
  [ -e "/tmp/.X11-unix/X$number" ] && break
  sleep 0.1
done
"${clerk[@]}" nianbao --sample >"$out/window.log" 2>&1 &
program=$!
window=
for _ in $(seq 300); do
  window=$(DISPLAY=$display xdotool search --onlyvisible --class nianbao 2>/dev/null | head -1) && [ -n "$window" ] && break
  kill -0 $program 2>/dev/null || fail "it ended: $(cat "$out/window.log")"
  sleep 0.1
done
[ -n "$window" ] || fail "no window came"
sleep 3 # until it is painted
DISPLAY=$display import -window root "$out/window.png"
DISPLAY=$display xprop -id "$window" WM_CLASS _NET_WM_NAME _KDE_NET_WM_DESKTOP_FILE | tee "$out/window.txt"
DISPLAY=$display xprop -id "$window" -len 8 32c _NET_WM_ICON | head -2 | tee -a "$out/window.txt"
kill $program
wait $program || fail "it did not end as it should: $?"
program=
cat "$out/window.log"

say "the sample, exported"
sample=$(cd "$root" && find home/clerk tmp -name '*.nianbao' | head -1)
[ -n "$sample" ] || fail "the sample is nowhere"
mv "$root/$sample" "$root/home/clerk/sample.nianbao"
as_clerk nianbao-cli info /home/clerk/sample.nianbao
as_clerk nianbao-cli export /home/clerk/sample.nianbao /home/clerk/sample.pdf
cp "$root/home/clerk/sample.pdf" "$out/sample.pdf"
families='FandolFang NotoSerifCJK NotoSansCJK UKai'
# The sample has one of each: 小标宋 and 宋体 are faces of one family.
fonts() {
  pdffonts "$1" | tee "$2"
  for font in $families; do
    grep -qi "$font" "$2" || fail "$font is not in $1"
  done
}
fonts "$out/sample.pdf" "$out/pdffonts.txt"
inside sh -c 'command -v xdg-mime >/dev/null && xdg-mime query default application/vnd.nianbao+sqlite3' || true

say "apt-get purge nianbao"
inside apt-get -q purge -y nianbao >>"$out/apt.log" 2>&1
files >"$out/purged.list"
# what came with the package, and nothing else, is gone
comm -23 "$out/installed.list" "$out/purged.list" | sed 's/^\.//' >"$out/gone.list"
left=$(while read -r file; do
  [ -d "$root$file" ] || [ ! -e "$root$file" ] || printf '%s\n' "$file"
done <"$out/of-the-package.list")
[ -z "$left" ] || fail "left behind: $left"
! find "$root" -xdev -path "$root/home" -prune -o -path "$root/tmp" -prune -o -path "$root/proc" -prune -o -iname '*nianbao*' -print |
  grep -v '/var/log/\|/var/cache/apt/' | grep . || fail "something of that name is left"
comm -13 "$out/installed.list" "$out/purged.list" >"$out/new-after-purge.list"
[ ! -s "$out/new-after-purge.list" ] || fail "removing it made $(cat "$out/new-after-purge.list")"
say "gone with it: $(wc -l <"$out/gone.list") files and folders; left of them: none"

say "the stores' tree, on its own"
mkdir -p "$root/opt/apps"
cp -a "$tree/opt/apps/$id" "$root/opt/apps/"
as_clerk "/opt/apps/$id/files/bin/nianbao-cli" export /home/clerk/sample.nianbao /home/clerk/store.pdf
cp "$root/home/clerk/store.pdf" "$out/store.pdf"
fonts "$out/store.pdf" "$out/pdffonts-store.txt" >/dev/null
rm -rf "$root/opt/apps"
(cd "$tree" && find opt -type f -printf '%p %s\n' | sort) | tee "$out/store-tree.list"

say "apt-get autoremove --purge"
inside apt-get -q autoremove -y --purge >>"$out/apt.log" 2>&1
files >"$out/autoremoved.list"
comm -13 "$out/bare.list" "$out/autoremoved.list" >"$out/left-of-others.list"
say "left of its dependencies, made by their own packages: $(wc -l <"$out/left-of-others.list"), most of them in"
cut -d/ -f2-4 "$out/left-of-others.list" | sort | uniq -c | sort -rn | sed -n 1,8p
say "all is well"
