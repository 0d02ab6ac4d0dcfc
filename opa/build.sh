#!/bin/sh
# Builds the policy: sources in this directory -> dist/, byte for byte the same on every machine.
#
#   opa/build.sh             checks, then writes dist/          (needs opa, exactly the version in OPA_VERSION)
#   opa/build.sh check       format, types, tests with full coverage, Regal where installed; writes nothing
#   opa/build.sh into DIR    writes what dist/ would hold to DIR, to compare
#   opa/build.sh digest      prints the source digest; needs no opa
#   opa/build.sh bundle FILE [--signing-key KEY.pem --signing-alg RS256 --verification-key-id ID]
#                            writes the archive that both engines load, signed where a key is given
#
# dist/ holds the plan, its data, the manifest with the revision, and three digests: SOURCE_SHA256 over what the policy
# was made of, RULES_SHA256 over the part of it that is compiled, BUNDLE_SHA256 over what is loaded. All are SHA-256 over
# lines "path NUL sha256 LF", sorted by path in byte order. Tests are not part of them: they change no decision.
# Where only data changed, "./writ policy build" does the same without opa.
set -eu
caller=$PWD
cd "$(dirname "$0")"
LC_ALL=C
export LC_ALL

digest_of_list() {
    while read -r file; do
        printf '%s\0%s\n' "$file" "$(sha256sum "$file" | cut -d ' ' -f 1)"
    done | sha256sum | cut -d ' ' -f 1
}

source_digest() {
    {
        find writ -type f -name '*.rego' ! -name '*_test.rego'
        find writ schemas -type f -name '*.json'
        for file in .manifest OPA_VERSION capabilities.json; do
            if [ -f "$file" ]; then echo "$file"; fi
        done
    } | sort | digest_of_list
}

# What the plan depends on: while these stay, new data needs no compiler.
rules_digest() {
    {
        find writ -type f -name '*.rego' ! -name '*_test.rego'
        for file in .manifest OPA_VERSION capabilities.json; do
            if [ -f "$file" ]; then echo "$file"; fi
        done
    } | sort | digest_of_list
}

require_opa() {
    wanted=$(cat OPA_VERSION)
    found=$(opa version 2>/dev/null | sed -n 's/^Version: //p') || true
    if [ "$found" != "$wanted" ]; then
        echo "opa/build.sh needs opa $wanted on the PATH, found '${found:-none}';" \
            "go install github.com/open-policy-agent/opa@v$wanted brings it" >&2
        exit 1
    fi
}

# The list of builtins that the evaluator has; anything else does not compile.
capabilities() {
    if [ -f capabilities.json ]; then echo "--capabilities=capabilities.json"; fi
}

check() {
    opa fmt --fail --list writ
    # shellcheck disable=SC2046 # no argument at all where there is no file
    opa check --strict --schema schemas/input.json $(capabilities) --ignore '*_test.rego' writ
    opa check --strict writ
    opa test --bundle . --ignore dist --coverage --threshold 100 >/dev/null || {
        opa test --bundle . --ignore dist --verbose --var-values >&2 || exit 1
        echo "the tests pass but do not reach every rule; opa test -b opa --ignore dist --coverage shows which" >&2
        exit 1
    }
    lint
}

# What Regal finds beyond that, where it is installed; .regal/config.yaml has the exceptions and their reasons.
lint() {
    if command -v regal >/dev/null 2>&1; then
        found=$(regal lint --config-file .regal/config.yaml writ 2>&1) || { echo "$found" >&2; exit 1; }
    else
        echo "regal $(cat REGAL_VERSION) is not on the PATH, so the policy was not linted; .ci/run installs it" >&2
    fi
}

# The archive holds the rules for OPA and the plan for Writ, under one revision and one signature.
archive() {
    file=$1
    shift
    rule_set=$(sed -n 's/.*"rule_set": "\([0-9]*\)".*/\1/p' .manifest)
    # shellcheck disable=SC2046
    opa build --bundle . --ignore dist --ignore '*_test.rego' --target plan --entrypoint writ/authz/decision \
        $(capabilities) --revision "$rule_set+sha256:$(source_digest | cut -c 1-16)" --output "$file" "$@"
}

# Relative to where the caller stands, not to this folder.
absolute() {
    case "$1" in /*) echo "$1" ;; *) echo "$caller/$1" ;; esac
}

bundle() {
    target=$(absolute "$1")
    shift
    before=
    for each; do
        shift
        if [ "$before" = --signing-key ]; then set -- "$@" "$(absolute "$each")"; else set -- "$@" "$each"; fi
        before=$each
    done
    archive "$target" "$@"
}

build_into() {
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    source=$(source_digest)
    archive "$work/bundle.tar.gz"
    tar -xzf "$work/bundle.tar.gz" -C "$work" 2>/dev/null # says that it drops the leading slash of each name
    mkdir -p "$1"
    for pair in plan.json:plan.json data.json:data.json .manifest:manifest.json; do
        cp "$work/${pair%%:*}" "$1/${pair#*:}"
    done
    echo "$source" >"$1/SOURCE_SHA256"
    rules_digest >"$1/RULES_SHA256"
    bundle=$(cd "$1" && printf '%s\n' data.json manifest.json plan.json | digest_of_list)
    echo "$bundle" >"$1/BUNDLE_SHA256"
}

case "${1:-all}" in
    all) require_opa; check; build_into dist ;;
    check) require_opa; check ;;
    into) require_opa; build_into "${2:?into which directory?}" ;;
    bundle) require_opa; shift; : "${1:?into which file?}"; bundle "$@" ;;
    digest) source_digest ;;
    *) sed -n '2,15s/^# \{0,1\}//p' "$(basename "$0")" >&2; exit 2 ;;
esac
