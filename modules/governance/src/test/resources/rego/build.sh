#!/bin/sh
# Compiles the policies of this directory into plan.json; needs opa. Run it after a change of a .rego file.
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
opa build -t plan "$@" -e statements -o bundle.tar.gz statements.rego actions.rego faults.rego
tar xzf bundle.tar.gz /plan.json
cp plan.json "$OLDPWD/plan.json"
rm -r "$work"
