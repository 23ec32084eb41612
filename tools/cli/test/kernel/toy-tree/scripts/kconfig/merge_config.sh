#!/bin/sh
# merge_config.sh -m -O OUT BASE FRAGMENT...
out=$3; base=$4; shift 4
cat "$base" "$@" > "$out/.config.merged" && mv "$out/.config.merged" "$out/.config"
