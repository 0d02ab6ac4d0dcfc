#!/bin/sh
# Compiles the policies of this directory into plan.json and asks opa for builtins.json; needs opa. Run it after a change of a .rego file.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
cp ./*.rego "$work/"
cd "$work"
set --
for rule in $(grep -oE '^[a-z_]+' statements.rego | grep -vE '^(package|default|shout|twice)$' | sort -u); do
	set -- "$@" -e "statements/$rule"
done
for rule in $(grep -oE '^[a-z_]+' faults.rego | grep -vE '^package$' | sort -u); do
	set -- "$@" -e "faults/$rule"
done
for rule in $(grep -oE '^[a-z_]+' traces.rego | grep -vE '^(package|default|may|visible|subject)$' | sort -u); do
	set -- "$@" -e "traces/$rule"
done
opa build -t plan "$@" -e statements -e builtins -o bundle.tar.gz statements.rego actions.rego faults.rego traces.rego builtins.rego
opa eval --strict-builtin-errors -f raw -d builtins.rego data.builtins >"$OLDPWD/builtins.json"
tar xzf bundle.tar.gz /plan.json
cp plan.json "$OLDPWD/plan.json"
rm -r "$work"
