package writ.authz

# A role counts when the subject holds it, the data defines it and the subject's tenant recognises it.
held_roles contains name if {
	is_string(input.subject.tenant)
	is_array(input.subject.roles)
	some name in input.subject.roles
	name in data.writ.authz.tenants[input.subject.tenant].roles
	is_object(data.writ.authz.roles[name])
}

# The roles that bring the operator with them.
operating_roles contains name if {
	some name in held_roles
	input.operator in data.writ.authz.roles[name].operators
}

may(action) if {
	some name in held_roles
	action in data.writ.authz.roles[name].actions
}

# Below a ceiling is only what is known to be below it: an unknown classification is below nothing.
within(classification, ceiling) if {
	rank := data.writ.authz.classifications[classification]
	limit := data.writ.authz.classifications[ceiling]
	is_number(rank)
	is_number(limit)
	rank <= limit
}

# A restriction that is there restricts, whatever it says: one that cannot be understood grants nothing.
restricted_by(grant, restriction) if restriction in object.keys(grant)

# A grant that names purposes holds only for a stated one of them.
serves_purpose(grant) if not restricted_by(grant, "purposes")

serves_purpose(grant) if {
	is_string(input.purpose)
	input.purpose in grant.purposes
}
