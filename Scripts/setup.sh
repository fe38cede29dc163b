#!/usr/bin/env bash
# Checks that what the build needs is there; installs it with apt where that is allowed, else prints how.
set -euo pipefail
need=()
command -v git >/dev/null || need+=(git)
command -v cc >/dev/null || command -v gcc >/dev/null || need+=(gcc)
command -v ld >/dev/null || need+=(binutils)
[ -e /usr/include/stdlib.h ] || need+=(libc6-dev)
ls /usr/include/c++ >/dev/null 2>&1 || need+=(libstdc++-12-dev)
if [ ${#need[@]} -gt 0 ]; then
  command="apt-get install -y --no-install-recommends ${need[*]}"
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "setup: installing ${need[*]}" >&2
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive $command -qq >&2
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    echo "setup: installing ${need[*]}" >&2
    sudo apt-get update -qq && sudo DEBIAN_FRONTEND=noninteractive $command -qq >&2
  else
    echo "setup: please run:  sudo $command" >&2
    exit 1
  fi
fi
if ! command -v swift >/dev/null; then
  echo "setup: no swift on the PATH; install Swift 6.2 or later from https://www.swift.org/install/linux/" >&2
  exit 1
fi
version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -1)
if [ "$(printf '%s\n6.2\n' "$version" | sort -V | head -1)" != 6.2 ]; then
  echo "setup: Swift $version is too old; 6.2 or later is needed" >&2
  exit 1
fi
