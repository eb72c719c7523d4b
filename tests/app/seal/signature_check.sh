#!/usr/bin/env bash
# SPDX-License-Identifier: MulanPSL-2.0
# signature_check.sh SEALTOOL FOLDER: the openssl program and ours read each other's keys and signatures, and the
# stored ones in FOLDER; what was changed neither accepts.
set -uo pipefail
tool=$1 folder=$2
passphrase='correct horse 电池'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0 done=0
fault() {
  printf 'FAULT: %s\n' "$*"
  bad=1
}
yes() { # what, command: it must succeed
  done=$((done + 1))
  "${@:2}" >"$work/out" 2>&1 || fault "$1: refused: $(tail -n 3 "$work/out")"
}
no() {
  done=$((done + 1))
  ! "${@:2}" >"$work/out" 2>&1 || fault "$1: accepted"
}
equal() { # what, got, expected
  done=$((done + 1))
  [ "$2" = "$3" ] || fault "$1: $2 instead of $3"
}
# the command as the description has it; KEY.pub MESSAGE SIGNATURE
by_openssl() {
  openssl pkeyutl -verify -pubin -inkey "$1" -rawin -digest sm3 -pkeyopt distid:1234567812345678 -in "$2" -sigfile "$3"
}
# FILE PLACE COPY: one bit of that byte is another
changed() {
  local byte
  byte=$(od -An -tu1 -j "$2" -N 1 "$1")
  cp "$1" "$3"
  printf "\\x$(printf %x $((byte ^ 1)))" | dd of="$3" bs=1 seek="$2" conv=notrunc status=none
  ! cmp -s "$1" "$3" || fault "nothing was changed in $1"
}

# a: the stored signature
key=$folder/approver.key message=$folder/approver.message signature=$folder/approver.signature
for verify in by_openssl "$tool verify"; do
  yes "$verify, stored" $verify "$key.pub" "$message" "$signature"
  for place in 0 20 100 $(($(wc -c <"$message") - 1)); do
    changed "$message" "$place" "$work/changed"
    no "$verify, byte $place of the message" $verify "$key.pub" "$work/changed" "$signature"
  done
  for place in 0 10 50 $(($(wc -c <"$signature") - 1)); do
    changed "$signature" "$place" "$work/changed"
    no "$verify, byte $place of the signature" $verify "$key.pub" "$message" "$work/changed"
  done
done
yes "the stored message" cmp "$message" <("$tool" message "$(<"$folder/everything.digest")" 2026-01-20T08:30:00Z 赵敏)

# b: a key and a signature that our program has just made
yes "a new key" "$tool" make "$work/key" "$passphrase" 赵敏
equal "who may read it" "$(stat -c %a "$work/key")" 600
"$tool" sign "$work/key" "$passphrase" "$message" >"$work/ours" || fault "not signed"
yes "ours by openssl" by_openssl "$work/key.pub" "$message" "$work/ours"
no "ours with another key" by_openssl "$key.pub" "$message" "$work/ours"
equal "the name" "$(head -n 1 "$work/key.pub")" "# 赵敏"

# c: a signature that the openssl program made, with our key file
sign_by_openssl() {
  openssl pkeyutl -sign -inkey "$work/key" -passin "pass:$passphrase" -rawin -digest sm3 -pkeyopt "distid:$1" \
    -in "$message" -out "$2"
}
yes "signing by openssl" sign_by_openssl 1234567812345678 "$work/theirs"
yes "openssl's by ours" "$tool" verify "$work/key.pub" "$message" "$work/theirs"
no "openssl's with another key" "$tool" verify "$key.pub" "$message" "$work/theirs"
yes "signing for another id" sign_by_openssl 8765432187654321 "$work/theirs"
no "another id" "$tool" verify "$work/key.pub" "$message" "$work/theirs"

# d: the private key
for file in "$key" "$work/key"; do
  yes "reading by openssl" openssl pkey -in "$file" -passin "pass:$passphrase" -check -noout
  no "another passphrase" openssl pkey -in "$file" -passin "pass:another horse" -noout
  equal "the public part" "$(openssl pkey -in "$file" -passin "pass:$passphrase" -pubout)" "$(tail -n +2 "$file.pub")"
  equal "how it is encrypted" \
    "$(openssl asn1parse -in "$file" | sed -n 's/.*\(OBJECT\|INTEGER\) *:/:/p' | tr -d '\n')" \
    ':PBES2:scrypt:4000:08:04:aes-256-cbc' # hex: 16384
done
# and one that the openssl program encrypted
openssl pkey -in "$work/key" -passin "pass:$passphrase" |
  openssl pkcs8 -topk8 -scrypt -v2 aes-256-cbc -scrypt_N 16384 -scrypt_r 8 -scrypt_p 4 -passout "pass:$passphrase" \
    -out "$work/recrypted" || fault "openssl does not encrypt"
"$tool" sign "$work/recrypted" "$passphrase" "$message" >"$work/ours" || fault "openssl's key is not read"
yes "signed with openssl's key" by_openssl "$work/key.pub" "$message" "$work/ours"
yes "a change of passphrase" "$tool" change "$work/key" "$passphrase" 'another horse'
yes "the new one by openssl" openssl pkey -in "$work/key" -passin 'pass:another horse' -noout
no "the old one by openssl" openssl pkey -in "$work/key" -passin "pass:$passphrase" -noout

# e: fingerprints
for file in "$key.pub" "$work/key.pub"; do
  equal "fingerprint" "$("$tool" fingerprint "$file")" \
    "$(openssl pkey -pubin -in "$file" -outform DER | openssl dgst -sm3 -r | cut -d' ' -f1)"
done

[ $bad = 0 ] && printf '%s comparisons agree\n' "$done"
exit $bad
