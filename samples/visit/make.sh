#!/usr/bin/env bash
# Speaks script.txt with two of flite's voices and writes visit.ogg (mono, both voices, half a second between turns).
# Needs Debian's packages flite, sox and ffmpeg. The people and the visit are invented.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
turn=0
while IFS= read -r line; do
    case "$line" in
        "[doctor] "*) voice=rms ;;
        "[patient] "*) voice=slt ;;
        *) echo "script.txt: not a turn: $line" >&2; exit 65 ;;
    esac
    turn=$((turn + 1))
    file=$work/$(printf %03d "$turn").wav
    flite -voice "$voice" -t "${line#*] }" -o "$work/spoken.wav"
    sox "$work/spoken.wav" -r 16000 -c 1 "$file" norm -6 pad 0.1 0.4
done < script.txt
sox "$work"/[0-9]*.wav "$work/visit.wav"
ffmpeg -hide_banner -loglevel error -y -i "$work/visit.wav" -c:a libopus -b:a 40k -bitexact visit.ogg
