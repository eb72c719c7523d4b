#!/usr/bin/env bash
# SPDX-License-Identifier: MulanPSL-2.0
# cups_check.sh PRINTOUT NIANBAO_CLI REPORT.json: prints to a queue of cups-pdf, in a server of its own, and compares
# what comes out with the export: all pages, a range, copies, two sides. Installs the server where it may; where it
# may not, or no server can run, it says why and is skipped (77).
set -euo pipefail
printout=$1 cli=$2 report=$3
skip() {
  echo "skipped: $*"
  exit 77
}
fail() {
  echo "FAILED: $*"
  exit 1
}
packages=(cups cups-client cups-filters printer-driver-cups-pdf ghostscript)
if ! command -v cupsd >/dev/null || [ ! -e /usr/lib/cups/backend/cups-pdf ]; then
  [ "$(id -u)" -eq 0 ] || skip "cups-pdf is not installed, and only root may install it"
  { apt-get -q update && DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "${packages[@]}"; } \
    >/dev/null 2>&1 || skip "cups-pdf cannot be installed here"
fi
[ "$(id -u)" -eq 0 ] || skip "the backend cups-pdf runs for root alone"
command -v cupsd >/dev/null || skip "there is no cupsd"

work=$(mktemp -d)
server=
# cups-pdf writes into the home of who prints, under a name it makes of the title; what was there stays.
out=$(getent passwd root | cut -d: -f6)/PDF
end() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -rf "$work"
  rmdir "$out" 2>/dev/null || true # it is empty
}
trap end EXIT
chmod 755 "$work"
mkdir -p "$work"/{root/ppd,spool,cache,run,tmp,log}
chmod -R a+rwX "$work"/*
cat >"$work/root/cupsd.conf" <<EOF
LogLevel debug
Listen $work/run/cups.sock
Browsing Off
WebInterface No
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
EOF
cat >"$work/root/cups-files.conf" <<EOF
ServerRoot $work/root
ServerBin /usr/lib/cups
DataDir /usr/share/cups
RequestRoot $work/spool
CacheDir $work/cache
StateDir $work/run
TempDir $work/tmp
ErrorLog $work/log/error
AccessLog $work/log/access
PageLog $work/log/page
User lp
Group lp
Sandboxing relaxed
EOF
cupsd -f -c "$work/root/cupsd.conf" -s "$work/root/cups-files.conf" >"$work/log/out" 2>&1 &
server=$!
export CUPS_SERVER=$work/run/cups.sock
for _ in $(seq 50); do
  lpstat -r 2>/dev/null | grep -q "is running" && break
  sleep 0.2
done
lpstat -r 2>/dev/null | grep -q "is running" || skip "no print server can run here: $(tail -n 1 "$work/log/out")"
# Its description knows no second side; an office's printer does.
cat /usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd - >"$work/printer.ppd" <<'EOF'
*OpenUI *Duplex/Two sides: PickOne
*DefaultDuplex: None
*Duplex None/Off: "<</Duplex false>>setpagedevice"
*Duplex DuplexNoTumble/Long edge: "<</Duplex true/Tumble false>>setpagedevice"
*Duplex DuplexTumble/Short edge: "<</Duplex true/Tumble true>>setpagedevice"
*CloseUI: *Duplex
EOF
lpadmin -p nianbao-pdf -E -v cups-pdf:/ -P "$work/printer.ppd" >/dev/null 2>&1 ||
  skip "the queue of cups-pdf cannot be made"

"$cli" new "$work/r.nianbao" --from "$report" >/dev/null
"$cli" export "$work/r.nianbao" "$work/export.pdf" >/dev/null
pages=$(pdfinfo "$work/export.pdf" | sed -n 's/^Pages: *//p')
[ "$pages" -ge 4 ] || fail "the report has only $pages pages"

jobs=0
fresh() { [ ! -d "$out" ] || find "$out" -name '*.pdf' -newer "$work/before"; }
# printed PAGES COPIES FILE: what the queue made of it
printed() {
  touch "$work/before"
  sleep 0.1
  "$printout" "$work/r.nianbao" nianbao-pdf "$1" "$2" || fail "printout $1 $2"
  jobs=$((jobs + 1))
  for _ in $(seq 150); do
    [ -z "$(lpstat -o 2>/dev/null)" ] && [ -n "$(fresh)" ] && break
    sleep 0.2
  done
  [ "$(fresh | wc -l)" = 1 ] || fail "$(fresh | wc -l) files were printed: $(grep '^E' "$work/log/error" | tail -n 3)"
  mv "$(fresh)" "$3"
}

# same A B PAGE_OF_A PAGE_OF_B: pictures of 50 dots an inch differ in next to nothing
same() {
  pdftoppm -r 50 -gray -f "$3" -l "$3" -singlefile "$1" "$work/a"
  pdftoppm -r 50 -gray -f "$4" -l "$4" -singlefile "$2" "$work/b"
  python3 - "$work/a.pgm" "$work/b.pgm" <<'EOF'
import sys

def picture(path):
    data = open(path, "rb").read()
    head, size, most, body = data.split(b"\n", 3)
    return tuple(map(int, size.split())), body

(size_a, a), (size_b, b) = picture(sys.argv[1]), picture(sys.argv[2])
if any(abs(x - y) > 1 for x, y in zip(size_a, size_b)):
    sys.exit(f"a page of {size_a} became one of {size_b}")
width = min(size_a[0], size_b[0])
height = min(size_a[1], size_b[1])

def blocks(body, stride):  # means of 8 by 8: edges are drawn otherwise, words stand where they stood
    return [sum(sum(body[(y + j) * stride + x:(y + j) * stride + x + 8]) for j in range(8)) / 64
            for y in range(0, height - 8, 8) for x in range(0, width - 8, 8)]

worst = max(abs(x - y) for x, y in zip(blocks(a, size_a[0]), blocks(b, size_b[0])))
ink = min(min(a), min(b))
if ink > 128:
    sys.exit("a page is blank")
if worst > 40:
    sys.exit(f"a part of the page differs by {worst:.0f} of 255")
EOF
}
count() { pdfinfo "$1" | sed -n 's/^Pages: *//p'; }

printed all 1 "$work/all.pdf"
[ "$(count "$work/all.pdf")" = "$pages" ] || fail "of $pages pages $(count "$work/all.pdf") were printed"
for page in $(seq "$pages"); do
  same "$work/export.pdf" "$work/all.pdf" "$page" "$page" || fail "page $page is another"
done
echo "all $pages pages equal the export's"
grep -q "sides=two-sided-long-edge\|Duplex=DuplexNoTumble" "$work/log/error" || fail "two sides were not asked for"
echo "two sides, long edge"

printed 2-3 1 "$work/range.pdf"
[ "$(count "$work/range.pdf")" = 2 ] || fail "of the range 2-3 $(count "$work/range.pdf") pages were printed"
same "$work/export.pdf" "$work/range.pdf" 2 1 || fail "the range begins with another page"
same "$work/export.pdf" "$work/range.pdf" 3 2 || fail "the range ends with another page"
if same "$work/export.pdf" "$work/range.pdf" 4 1 2>/dev/null; then fail "the comparison sees no difference"; fi
echo "a range"

printed 2-2 2 "$work/copies.pdf"
copies=$(sed -n "s/.*\[Job $jobs\] argv\[4\]=\"\([0-9]*\)\".*/\1/p" "$work/log/error" | head -n 1)
[ "$(count "$work/copies.pdf")" = 2 ] || [ "$copies" = 2 ] ||
  fail "two copies: $(count "$work/copies.pdf") pages, $copies asked for"
echo "copies"
