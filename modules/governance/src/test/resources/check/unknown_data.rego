package writ.authz

decision contains "misspelled" if data.writ.authz.rolse[input.subject.tenant] # expect policy.check.unknown_data

decision contains "negated" if not data.writ.authz.blocked[input.subject.id] # expect policy.check.unknown_data

decision contains "below a key" if {
	some role in data.writ.authz.roles
	role.vews # expect policy.check.unknown_data
}

# Near misses: in the schema though no grant uses it, in the data, a rule, and a key that is computed.

decision contains "unused" if {
	some role in data.writ.authz.roles
	some grant in role.documents
	grant.purposes
}

decision contains "there" if data.writ.authz.tenants[input.subject.tenant].roles

decision contains "rule" if count(data.writ.authz.limits) > 0

limits["rows"] := 5 if input.purpose == "x"

limits["groups"] := 6 if input.purpose == "y"

decision contains "computed" if data.writ.authz.roles[input.params.intent].about
