# SPDX-License-Identifier: MulanPSL-2.0
# What app/run and tests/run share: the packages, the fonts, the build. Sourced, never run. Speaks on stderr only.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

run_packages=(
  g++ cmake ninja-build pkg-config
  qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libgl1-mesa-dev
  libqt6sql6-sqlite qt6-translations-l10n # loaded at run time: no linker misses them
  libharfbuzz-dev libfontconfig-dev libsqlite3-dev libssl-dev libdeflate-dev libicu-dev libdtl-dev
  libzip-dev libxml2-dev libxlsxwriter-dev
  poppler-utils # a program of its own: reads PDF
  fontconfig fonts-noto-cjk fonts-arphic-ukai
)
office_packages=(libreoffice-writer-nogui libreoffice-calc-nogui) # tests of what LibreOffice makes of our files
test_packages=(
  qpdf openssl clang-format python3 libmime-tools-perl
  qt6-base-private-dev # switches accessibility on, tests/screens
  # validators of what is installed, tests/share
  desktop-file-utils appstream libxml2-utils man-db shared-mime-info bash-completion xdg-utils libglib2.0-bin librsvg2-bin
)
package_packages=(dpkg-dev lintian) # make a .deb and judge it
# the real window on a screen of its own, and keys for it
desk_packages=(xvfb openbox xdotool imagemagick x11-utils x11-xserver-utils xclip)
bare_packages=(debootstrap) # try the .deb in a bare Debian: tests/run package
inputmethod_packages=(dbus fcitx5 fcitx5-chinese-addons fcitx5-frontend-qt6)

say() { printf '%s\n' "$*" >&2; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    say "nianbao: this needs root or sudo: $*"
    return 1
  fi
}

# apt's lists are fetched once, and only when something is missing.
apt_update() {
  [ -n "${apt_updated:-}" ] || as_root apt-get -q update >&2
  apt_updated=1
}

install_packages() {
  local package missing=()
  for package in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "nianbao: installing ${missing[*]}"
  apt_update
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -q install -y --no-install-recommends "${missing[@]}" >&2
}

# FandolFang is the one free Simplified 仿宋 in Debian. It comes inside texlive-lang-chinese, whose dependencies
# are 280 MB of TeX: the one file is taken out of the package.
install_fangsong() {
  local font=FandolFang-Regular.otf folder=/usr/local/share/fonts/nianbao owner=as_root
  local inside=usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/$font
  [ -z "$(fc-list FandolFang file)" ] || return 0
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    folder=$HOME/.fonts/nianbao # not under XDG_DATA_HOME: the tests point that elsewhere
    owner=env
  fi
  local work
  work=$(mktemp -d)
  if [ -f "/$inside" ]; then
    cp "/$inside" "$work/$font"
  else
    say "nianbao: fetching $font from texlive-lang-chinese"
    apt_update
    (cd "$work" && apt-get -q -o APT::Sandbox::User=root download texlive-lang-chinese >&2 &&
      dpkg-deb --fsys-tarfile texlive-lang-chinese_*.deb | tar -xO "./$inside" >"$font") || {
      rm -rf "$work"
      say "nianbao: $font could not be fetched; 仿宋 will be set in another font"
      return 0
    }
  fi
  $owner install -D -m 644 "$work/$font" "$folder/$font"
  rm -rf "$work"
  $owner fc-cache "$folder" >&2
}

# build FOLDER TARGETS [cmake option]…: configures and builds; TARGETS is one word list, "all" for everything.
build() {
  local folder=$1 targets=$2
  shift 2
  local launcher=()
  if command -v ccache >/dev/null; then
    launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    # Sources with precompiled headers are kept only when ccache need not know what these define.
    export CCACHE_SLOPPINESS=${CCACHE_SLOPPINESS:-pch_defines,time_macros,include_file_mtime,include_file_ctime}
  fi
  cmake -S "$root" -B "$folder" -G Ninja "${launcher[@]}" "$@" >&2
  # shellcheck disable=SC2086
  cmake --build "$folder" --target $targets >&2
}

# The .deb in build/release, its path in $package. lintian may warn: of a first upload, say; an error of its ends all.
make_package() {
  local folder=$root/build/release
  rm -f "$folder"/nianbao_*.deb
  build "$folder" "package store-tree" -DCMAKE_BUILD_TYPE=Release -DNIANBAO_UNITY=ON -DNIANBAO_PRECOMPILE=ON \
    -DBUILD_TESTING=OFF
  package=$(printf '%s\n' "$folder"/nianbao_*.deb)
  lintian --fail-on error "$package" >&2
}
