package writ.authz

# Permissions of several roles add up, and so do their obligations.
touching_nothing := {"redaction": {}, "patterns": [], "filter": {"type": "none"}}

confined(names, own) := object.union(own, {
	"patterns": patterns_of(names),
	"ttl_seconds": data.writ.authz.permit_seconds,
})

roles_of(grants) := {held.role | some held in grants}

redacted_fields(names) := {field |
	some name in names
	some field in data.writ.authz.roles[name].obligations.redact_fields
}

redaction_of(names) := redaction_without(redacted_fields(names))

redaction_without(fields) := {} if count(fields) == 0

redaction_without(fields) := {"deny_fields": sort(fields)} if count(fields) > 0

mask_names(names) := {mask |
	some name in names
	some mask in data.writ.authz.roles[name].obligations.masks
}

patterns_of(names) := [pattern |
	some mask in sort(mask_names(names))
	pattern := object.union({"name": mask}, data.writ.authz.masks[mask])
]

# A role that is obliged to something nobody defined grants nothing.
obligations_defined(names) if {
	is_number(data.writ.authz.permit_seconds)
	every name in names {
		is_array(data.writ.authz.roles[name].obligations.redact_fields)
		is_array(data.writ.authz.roles[name].obligations.masks)
	}
	every mask in mask_names(names) {
		is_object(data.writ.authz.masks[mask])
	}
}

any_of(filters) := {"type": "all"} if {"type": "all"} in filters

any_of(filters) := {"type": "compound", "operator": "or", "value": sort(filters)} if not {"type": "all"} in filters
