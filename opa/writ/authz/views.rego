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

row_granting_views contains held if {
	some held in cleared_view_grants
	row_scope(held.grant)
}

# A grant that needs an approval counts only where nothing else reaches the view.
view_grants := row_granting_views if count(free_view_grants) == 0

view_grants := free_view_grants if count(free_view_grants) > 0

free_view_grants contains held if {
	some held in row_granting_views
	not restricted_by(held.grant, "approval")
}

view_decision := object.union(
	permitted("operator_call_granted", array.concat(view_rules("views.fields_granted"), view_grant_ids), view_obligations),
	{"cacheable": true},
) if {
	count(answering_scopes) > 0
	obligations_defined(roles_of(view_grants))
}

else := refused("view_not_granted", view_rules("views.grant_names_view")) if count(listing_view_grants) == 0

else := refused("classification_too_high", view_rules("views.within_grant")) if count(cleared_view_grants) == 0

else := refused("no_rows_in_reach", view_rules("views.within_grant")) if count(view_grants) == 0

else := refused("field_not_granted", view_rules("views.fields_granted")) if count(serving_scopes) == 0

else := refused("filter_field_not_granted", view_rules("views.conditions_granted")) if count(answering_scopes) == 0

view_rules(last) := ["operators.role_holds_operator", last]

view_grant_ids := sort({concat(".", ["grant", held.role, held.grant.view]) | some held in view_grants})

# Grants add up per row scope, never fields here and rows there: whoever sees the names of all rows and the salaries
# of one department would otherwise see the salaries of all rows. So each scope is held against the whole question with
# the grants that cover it, and only rows of scopes that pass are read. A second role takes nothing away from the first
# and lends it nothing either.
row_scopes contains row_scope(held.grant) if some held in view_grants

serving_scopes contains scope if {
	some scope in row_scopes
	fields_served(scope)
}

answering_scopes contains scope if {
	some scope in serving_scopes
	conditions_visible(scope)
}

covers(wider, scope) if wider == scope

covers(wider, scope) if {
	wider != scope
	wider == {"type": "all"}
}

# Fields that an obligation of a contributing role takes away, whatever another role grants.
masked_fields := redacted_fields(roles_of(view_grants))

visible(field, scope) if {
	is_string(field)
	not field in masked_fields
	some held in view_grants
	covers(row_scope(held.grant), scope)
	some granted in held.grant.fields
	granted in {"*", field}
}

# Fields that may be asked for, and come back removed.
removable(field, _) if field in masked_fields

removable(field, scope) if {
	is_string(field)
	some held in view_grants
	covers(row_scope(held.grant), scope)
	held.grant.other_fields == "redact"
}

# Something must be left to show, and nothing may be asked for that is neither visible nor removable.
fields_served(scope) if {
	is_array(input.resource.fields)
	every field in input.resource.fields {
		served(field, scope)
	}
	some field in input.resource.fields
	visible(field, scope)
}

# Figures have no field of their own that could be removed: what goes into one must be visible.
served(field, scope) if visible(field, scope)

served(field, scope) if {
	input.operator == "fetch_rows"
	removable(field, scope)
}

# Whoever may filter or group by a hidden field can read it, one question at a time.
conditions_visible(scope) if {
	is_array(input.resource.filter_fields)
	is_array(input.resource.group_by)
	every field in array.concat(input.resource.filter_fields, input.resource.group_by) {
		visible(field, scope)
	}
}

# Redaction knows no rows: what one answering scope hides is hidden in all of them.
hidden_fields := masked_fields | {field |
	some scope in answering_scopes
	some field in input.resource.fields
	not visible(field, scope)
}

view_obligations := object.union(
	confined(roles_of(view_grants), {
		"redaction": redaction_without(hidden_fields),
		"filter": any_of(answering_scopes),
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

# Somebody of each of these roles has to approve.
view_limits["approval"] := {"roles": sort(approvers)} if {
	some held in view_grants
	restricted_by(held.grant, "approval")
	approvers := {role | some each in view_grants; some role in each.grant.approval.roles}
}

# Which rows a grant reaches: all, or those whose field equals an attribute of the subject. A subject without that
# attribute has no row scope, so the grant is none; nor has a restriction that names no field and attribute.
row_scope(grant) := {"type": "all"} if not restricted_by(grant, "rows_where")

row_scope(grant) := {"type": "field", "operator": "in", "field": grant.rows_where.field, "value": [value]} if {
	value := input.subject.attributes[grant.rows_where.attribute]
	is_string(value)
}
