# SPDX-License-Identifier: MulanPSL-2.0
# A person's desk for tests of the real window: a screen, a window manager and folders of their own, and keys that are
# pressed one by one. Sourced by a script with `set -u`, after it has set
#   build   the folder of the program's build          out   where pictures and lists go; it is emptied
#   report  the file whose content is asked for
# All that was started ends with the script.

home=$out/home
started=()
pictures=0
task=

clean_up() {
  local one
  for ((one = ${#started[@]} - 1; one >= 0; --one)); do
    kill "${started[one]}" 2>/dev/null && wait "${started[one]}" 2>/dev/null
  done
}
trap clean_up EXIT

# Starts a program beside the script; its words go to a file of its name.
start() {
  "$@" >"$out/$(basename "$1").log" 2>&1 &
  started+=($!)
}

begin_desk() {
  [ ! -e "$out" ] || [ -f "$out/.desk" ] || { echo "$out is there already, and is no desk's: name another folder" >&2; exit 2; }
  rm -rf "$out"
  mkdir -p "$out" && : >"$out/.desk"
  mkdir -p "$home"/{config,data,Documents}
  mkdir -m 700 "$home/run"
  export HOME=$home XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data XDG_STATE_HOME=$home/state XDG_RUNTIME_DIR=$home/run LC_ALL=C.UTF-8
  unset QT_QPA_PLATFORM WAYLAND_DISPLAY
  mkfifo "$out/display"
  start Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp 3<>"$out/display"
  read -r -t 20 number <"$out/display" || fail "no screen came"
  rm "$out/display"
  export DISPLAY=:$number
  start openbox
  until_true xprop -root _NET_SUPPORTING_WM_CHECK
}

# Each character of the words that no keyboard has gets a key that nobody misses, once and before anything is typed.
lend_keys() {
  python3 - "$1" <<'END' | xmodmap -
import sys
keys = [*range(208, 256), *range(135, 203)]
characters = sorted({c for c in sys.argv[1] if ord(c) > 127})
assert len(characters) <= len(keys), "too many characters"
for key, character in zip(keys, characters):
    print(f"keycode {key} = U{ord(character):04X}")
END
}

say() { printf '%s\n' "$*"; }
fail() {
  printf 'FAILED: %s: %s\n' "$task" "$*" >&2
  [ -z "${DISPLAY:-}" ] || picture failed
  exit 1
}

# A task, or what a part of the script is about; its keys are listed behind it.
begin() {
  [ -z "$task" ] || say
  task=$1
  printf '%s:' "$task"
}
done_with_it() {
  say " ✓"
  task=
}

press() {
  local key
  for key in "$@"; do
    printf ' %s' "$key"
    xdotool key --delay 60 "$key"
    sleep 0.15
  done
  sleep 0.25
}
write() {
  printf ' “%s”' "$1"
  xdotool type --delay 90 "$1"
  sleep 0.35
}
picture() {
  pictures=$((pictures + 1))
  import -window root "$out/$(printf '%02d' $pictures)-$1.png"
}

# Waits up to ten seconds for a command that succeeds.
until_true() {
  local try
  for ((try = 0; try < 50; ++try)); do
    "$@" >/dev/null 2>&1 && return
    sleep 0.2
  done
  fail "in vain: $*"
}
window_is() { [[ "$(xdotool getactivewindow getwindowname 2>/dev/null)" = *$1* ]]; }

# What the report's file says: a Python expression over its JSON, r.
of_report() {
  rm -f "$out/report.json"
  "$build/bin/nianbao-cli" export "$report" "$out/report.json" >/dev/null &&
    python3 -c 'import json, sys
r = json.load(open(sys.argv[1]))
print(eval(sys.argv[2]))' "$out/report.json" "$1"
}
says() { [ "$(of_report "$1")" = "$2" ]; }
# Waits for it; an edit is on disk a moment after its keys.
expect() {
  local try
  for ((try = 0; try < 25; ++try)); do
    says "$1" "$2" && return
    sleep 0.2
  done
  fail "$1 is “$(of_report "$1")” and not “$2”"
}
