package writ.authz

# The grants that reach the view with this operator.
listing_view_grants contains {"role": name, "grant": grant} if {
	some name in operating_roles
	some grant in data.writ.authz.roles[name].views
	grant.view == input.resource.id
	input.operator in grant.operators
	serves_purpose(grant)
}

cleared_view_grants contains held if {
	some held in listing_view_grants
	within(input.resource.classification, held.grant.ceiling)
}

view_grants contains held if {
	some held in cleared_view_grants
	row_scope(held.grant)
}

view_decision := object.union(
	permitted("operator_call_granted", array.concat(view_rules("views.fields_granted"), view_grant_ids), view_obligations),
	{"cacheable": true},
) if {
	count(view_grants) > 0
	fields_served
	conditions_visible
	obligations_defined(roles_of(view_grants))
}

else := refused("view_not_granted", view_rules("views.grant_names_view")) if count(listing_view_grants) == 0

else := refused("classification_too_high", view_rules("views.within_grant")) if count(cleared_view_grants) == 0

else := refused("no_rows_in_reach", view_rules("views.within_grant")) if count(view_grants) == 0

else := refused("field_not_granted", view_rules("views.fields_granted")) if not fields_served

else := refused("filter_field_not_granted", view_rules("views.conditions_granted")) if not conditions_visible

view_rules(last) := ["operators.role_holds_operator", last]

view_grant_ids := sort({concat(".", ["grant", held.role, held.grant.view]) | some held in view_grants})

# Fields that an obligation of a contributing role takes away, whatever another role grants.
masked_fields := redacted_fields(roles_of(view_grants))

visible(field) if {
	is_string(field)
	some held in view_grants
	some granted in held.grant.fields
	granted in {"*", field}
	not field in masked_fields
}

# Fields that may be asked for, and come back removed.
removable(field) if field in masked_fields

removable(field) if {
	is_string(field)
	some held in view_grants
	held.grant.other_fields == "redact"
}

# Something must be left to show, and nothing may be asked for that is neither visible nor removable.
fields_served if {
	is_array(input.resource.fields)
	every field in input.resource.fields {
		served(field)
	}
	some field in input.resource.fields
	visible(field)
}

# Figures have no field of their own that could be removed: what goes into one must be visible.
served(field) if visible(field)

served(field) if {
	input.operator == "fetch_rows"
	removable(field)
}

# Whoever may filter or group by a hidden field can read it, one question at a time.
conditions_visible if {
	is_array(input.resource.filter_fields)
	is_array(input.resource.group_by)
	every field in array.concat(input.resource.filter_fields, input.resource.group_by) {
		visible(field)
	}
}

hidden_fields := masked_fields | {field |
	some field in input.resource.fields
	not visible(field)
}

view_obligations := object.union(
	confined(roles_of(view_grants), {
		"redaction": redaction_without(hidden_fields),
		"filter": any_of({row_scope(held.grant) | some held in view_grants}),
	}),
	view_limits,
)

view_limits["max_rows"] := min(bounds) if {
	bounds := {held.grant.max_rows | some held in view_grants}
	count(bounds) > 0
}

view_limits["min_group_size"] := max(bounds) if {
	input.operator == "aggregate"
	bounds := {held.grant.min_group_size | some held in view_grants}
	count(bounds) > 0
}

# Which rows a grant reaches: all, or those whose field equals an attribute of the subject. A subject without that
# attribute has no row scope, so the grant is none.
row_scope(grant) := {"type": "all"} if not grant.rows_where

row_scope(grant) := {"type": "field", "operator": "in", "field": grant.rows_where.field, "value": [value]} if {
	value := input.subject.attributes[grant.rows_where.attribute]
	is_string(value)
}
