#!/usr/bin/env bash
# SPDX-License-Identifier: MulanPSL-2.0
# digest_check.sh CANONICALFORM NIANBAO_CLI FOLDER: of each FOLDER/NAME.json the canonical form must be NAME.canonical
# to the byte, and openssl must find the digest in NAME.digest that the program itself states.
set -euo pipefail
canonicalform=$1 cli=$2 folder=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0 number=0
fault() {
  printf '%s: %s\n' "$name" "$*"
  bad=1
}
for json in "$folder"/*.json; do
  name=$(basename "$json" .json)
  number=$((number + 1))
  expected=$(<"$folder/$name.digest")
  "$canonicalform" "$json" >"$work/form" || fault "no canonical form"
  cmp "$work/form" "$folder/$name.canonical" || fault "another canonical form: $(cat "$work/form")"
  by_openssl=$(openssl dgst -sm3 -r "$folder/$name.canonical" | cut -d' ' -f1)
  [ "$by_openssl" = "$expected" ] || fault "openssl says $by_openssl, expected is $expected"
  "$cli" new "$work/$name.nianbao" --from "$json" || fault "no file"
  info=$("$cli" info "$work/$name.nianbao" --json)
  [[ $info == *"\"digest\": \"$expected\""* ]] || fault "the program states another digest: $info"
done
[ "$number" -ge 3 ] || fault "only $number vectors in $folder"
[ $bad = 0 ] && printf '%s vectors agree\n' "$number"
exit $bad
