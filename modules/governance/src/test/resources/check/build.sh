#!/bin/sh
# Compiles each policy here to a plan of its own, so that the tests also run where opa is not installed.
set -eu
cd "$(dirname "$0")"
for policy in *.rego; do
    work=$(mktemp -d)
    opa build --target plan --entrypoint writ/authz/decision --output "$work/bundle.tar.gz" "$policy"
    tar -xzf "$work/bundle.tar.gz" -C "$work" 2>/dev/null # says that it drops the leading slash of each name
    cp "$work/plan.json" "${policy%.rego}.plan.json"
    rm -rf "$work"
done
