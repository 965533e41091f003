# Sourced by the verbs in bin/: where the project stands, which Node it uses, how a step is announced.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=$root/.cache
stamps=$cache/stamps
node_home=$cache/node

export PATH=$node_home/bin:$root/bin:$PATH:$cache/proxies/usr/sbin:$cache/proxies/usr/bin
export PYTHONDONTWRITEBYTECODE=1 ASAN_SYMBOLIZER_PATH=/usr/bin/llvm-symbolizer-19
export npm_config_update_notifier=false npm_config_fund=false npm_config_audit=false
export npm_config_omit_lockfile_registry_resolved=true

say() { printf '%s\n' "$*" >&2; }
die() { say "$(basename "$0"): $*"; exit 1; }

# digest FILE… — one hash over the names and contents of files and of everything below folders
digest() {
  (cd "$root" && find "$@" -type f -not -path '*/node_modules/*' -print0 2>/dev/null |
    LC_ALL=C sort -z | xargs -0 -r sha256sum | sha256sum | cut -d' ' -f1)
}

# fresh NAME DIGEST — is the stamp NAME of exactly this digest?
fresh() { [ "$(cat "$stamps/$1" 2>/dev/null)" = "$2" ]; }
stamp() { mkdir -p "$stamps" && printf '%s\n' "$2" >"$stamps/$1"; }
