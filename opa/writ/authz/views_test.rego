package writ.authz_test

import data.writ.authz

customers(fields) := view("safe_customer_view_public", "public", fields)

payroll(own) := object.union(view("safe_payroll", "restricted", ["department", "monthly_salary"]), own)

test_support_reads_customer_views_without_the_notes_of_others if {
	every operator in ["fetch_rows", "aggregate"] {
		answer := authz.decision with input as call(["support"], operator, customers(["plan_tier", "status"]))
		answer.allow
		answer.cacheable
		answer.obligations.redaction == {"deny_fields": ["admin_note", "injection_note"]}
		answer.obligations.filter == {"type": "all"}
		not answer.obligations.max_rows
		not answer.obligations.min_group_size
	}
	notes := view("safe_customer_view_support", "internal", ["customer_id", "support_note"])
	answer := authz.decision with input as call(["support"], "fetch_rows", notes)
	answer.allow
}

test_support_reads_no_other_view if {
	every id in ["safe_customer_view_admin", "safe_customer_view_injection", "safe_payroll", "safe_unheard_of"] {
		answer := authz.decision with input as call(["support"], "fetch_rows", view(id, "public", ["customer_id"]))
		answer.reason == "view_not_granted"
	}
}

test_a_removable_field_is_removed_beside_a_visible_one if {
	answer := authz.decision with input as call(["support"], "fetch_rows", customers(["admin_note", "status"]))
	answer.allow
	answer.obligations.redaction == {"deny_fields": ["admin_note", "injection_note"]}
}

test_a_request_for_removable_fields_alone_is_refused if {
	every fields in [["admin_note"], []] {
		answer := authz.decision with input as call(["support"], "fetch_rows", customers(fields))
		answer.reason == "field_not_granted"
	}
}

test_a_developer_reads_admin_notes if {
	notes := view("safe_customer_view_admin", "confidential", ["admin_note", "customer_id"])
	answer := authz.decision with input as call(["developer"], "fetch_rows", notes)
	answer.allow
	answer.obligations.redaction == {}
	answer.rules == [
		"operators.role_holds_operator",
		"views.fields_granted",
		"grant.developer.safe_customer_view_admin",
	]
}

test_payroll_is_for_hr if {
	rows := authz.decision with input as call(["hr"], "fetch_rows", payroll({}))
	rows.allow
	rows.obligations.max_rows == 50
	every role in ["developer", "support"] {
		answer := authz.decision with input as call([role], "fetch_rows", payroll({}))
		answer.reason == "view_not_granted"
	}
}

test_an_analyst_sees_groups_of_three_and_never_a_row if {
	figures := authz.decision with input as call(["analyst"], "aggregate", payroll({"group_by": ["department"]}))
	figures.allow
	figures.obligations.min_group_size == 3
	rows := authz.decision with input as call(["analyst"], "fetch_rows", payroll({}))
	rows.reason == "view_not_granted"
}

test_a_group_size_concerns_groups_only if {
	grants := [{
		"view": "safe_payroll",
		"operators": ["fetch_rows"],
		"ceiling": "restricted",
		"fields": ["*"],
		"min_group_size": 3,
	}]
	answer := authz.decision with input as call(["hr"], "fetch_rows", payroll({}))
		with authz.roles.hr.views as grants
	answer.allow
	not answer.obligations.min_group_size
}

test_figures_over_a_hidden_field_are_refused if {
	by_name := authz.decision with input as call(["analyst"], "aggregate", payroll({"fields": ["monthly_salary", "name"]}))
	by_name.reason == "field_not_granted"
	masked := authz.decision with input as call(["support"], "aggregate", customers(["admin_note", "status"]))
	masked.reason == "field_not_granted"
}

test_a_hidden_field_can_be_neither_filter_nor_group if {
	every own in [{"filter_fields": ["name"]}, {"group_by": ["name"]}] {
		answer := authz.decision with input as call(["analyst"], "aggregate", payroll(own))
		answer.reason == "filter_field_not_granted"
	}
	masked := object.union(customers(["status"]), {"filter_fields": ["admin_note"]})
	answer := authz.decision with input as call(["support"], "fetch_rows", masked)
	answer.reason == "filter_field_not_granted"
}

lead(attributes, resource) := object.union(
	call([], "fetch_rows", resource),
	{"subject": object.union(subject(["team_lead"]), {"attributes": attributes})},
)

test_a_team_lead_sees_the_own_department_without_salaries if {
	answer := authz.decision with input as lead({"department": "roastery"}, payroll({}))
	answer.allow
	answer.obligations.redaction == {"deny_fields": ["monthly_salary"]}
	answer.obligations.filter == {"type": "compound", "operator": "or", "value": [
		{"type": "field", "operator": "in", "field": "department", "value": ["roastery"]},
	]}
	guess := authz.decision with input as lead({"department": "roastery"}, payroll({"filter_fields": ["monthly_salary"]}))
	guess.reason == "filter_field_not_granted"
}

test_a_team_lead_without_a_department_sees_no_row if {
	every attributes in [{}, {"department": 1}, {"department": null}, {"department": ["roastery"]}] {
		answer := authz.decision with input as lead(attributes, payroll({}))
		answer.reason == "no_rows_in_reach"
	}
}

whole_payroll(own) := [object.union(
	{"view": "safe_payroll", "operators": ["fetch_rows"], "ceiling": "restricted", "fields": ["*"]},
	own,
)]

test_a_restriction_that_cannot_be_understood_grants_nothing if {
	open := authz.decision with input as call(["hr"], "fetch_rows", payroll({}))
		with authz.roles.hr.views as whole_payroll({})
	open.allow
	every unusable in [false, true, null, 0, "", "department", [], {}, {"field": "department"}] {
		rows := authz.decision with input as lead({"department": "roastery"}, payroll({}))
			with authz.roles.team_lead.views as whole_payroll({"rows_where": unusable})
		rows.reason == "no_rows_in_reach"
		purposes := authz.decision with input as object.union(
			call(["hr"], "fetch_rows", payroll({})),
			{"purpose": "product_recall"},
		)
			with authz.roles.hr.views as whole_payroll({"purposes": unusable})
		purposes.reason == "view_not_granted"
		approval := authz.decision with input as call(["hr"], "fetch_rows", payroll({}))
			with authz.roles.hr.views as whole_payroll({"approval": unusable})
		approval.obligations.approval == {"roles": []}
	}
}

test_a_grant_of_all_rows_widens_a_scoped_one if {
	both := object.union(subject(["hr", "team_lead"]), {"attributes": {"department": "roastery"}})
	answer := authz.decision with input as object.union(call([], "fetch_rows", payroll({})), {"subject": both})
	answer.obligations.filter == {"type": "all"}
	answer.obligations.redaction == {}
	answer.obligations.max_rows == 50
}

# One role that names everybody, and one that sees everything of the own department.
names_and_own(operator, resource) := answer if {
	asker := object.union(subject(["hr", "team_lead"]), {"attributes": {"department": "roastery"}})
	operators := ["fetch_rows", "aggregate"]
	names := {"view": "safe_payroll", "operators": operators, "ceiling": "restricted", "fields": ["name"]}
	own := object.union(names, {
		"fields": ["*"],
		"rows_where": {"field": "department", "attribute": "department"},
	})
	answer := authz.decision with input as object.union(call([], operator, resource), {"subject": asker})
		with authz.roles.hr.views as [names]
		with authz.roles.team_lead.views as [own]
		with authz.roles.team_lead.operators as operators
}

own_department := {"type": "compound", "operator": "or", "value": [
	{"type": "field", "operator": "in", "field": "department", "value": ["roastery"]},
]}

test_a_field_of_one_row_scope_is_not_read_in_the_rows_of_another if {
	rows := names_and_own("fetch_rows", payroll({"fields": ["monthly_salary", "name"]}))
	rows.allow
	rows.obligations.filter == own_department
	rows.obligations.redaction == {}
	figures := names_and_own("aggregate", payroll({"fields": ["monthly_salary"]}))
	figures.obligations.filter == own_department
}

test_a_field_of_every_row_scope_is_read_in_all_of_them if {
	answer := names_and_own("fetch_rows", payroll({"fields": ["name"]}))
	answer.obligations.filter == {"type": "all"}
}

test_a_condition_on_a_field_of_one_row_scope_reaches_that_scope_only if {
	every own in [{"filter_fields": ["monthly_salary"]}, {"group_by": ["monthly_salary"]}] {
		answer := names_and_own("fetch_rows", payroll(object.union({"fields": ["name"]}, own)))
		answer.allow
		answer.obligations.filter == own_department
	}
}

test_what_one_answering_row_scope_hides_is_hidden_in_all if {
	asker := object.union(subject(["hr", "team_lead"]), {"attributes": {"department": "roastery"}})
	names := {
		"view": "safe_payroll",
		"operators": ["fetch_rows"],
		"ceiling": "restricted",
		"fields": ["department"],
		"other_fields": "redact",
	}
	own := object.union(names, {
		"fields": ["*"],
		"rows_where": {"field": "department", "attribute": "department"},
	})
	answer := authz.decision with input as object.union(call([], "fetch_rows", payroll({})), {"subject": asker})
		with authz.roles.hr.views as [names]
		with authz.roles.team_lead.views as [own]
	answer.obligations.filter == {"type": "all"}
	answer.obligations.redaction == {"deny_fields": ["monthly_salary"]}
}

test_obligations_of_several_roles_add_up if {
	answer := authz.decision with input as call(["developer", "support"], "fetch_rows", customers(["status"]))
	answer.obligations.redaction == {"deny_fields": ["admin_note", "injection_note"]}
	alone := view("safe_customer_view_admin", "confidential", ["admin_note", "status"])
	admin := authz.decision with input as call(["developer", "support"], "fetch_rows", alone)
	admin.obligations.redaction == {}
}

test_an_unknown_classification_of_a_view_is_above_every_ceiling if {
	every broken in ["restricted", "x", 0, null] {
		answer := authz.decision with input as call(
			["support"],
			"fetch_rows",
			object.union(customers(["status"]), {"classification": broken}),
		)
		answer.reason == "classification_too_high"
	}
}

test_wrong_types_in_fields_never_permit if {
	every broken in [
		{"fields": "status"},
		{"fields": {"status": true}},
		{"fields": [1, "status"]},
		{"fields": null},
		{"filter_fields": "status"},
		{"filter_fields": [1]},
		{"filter_fields": null},
		{"group_by": null},
		{"group_by": [null]},
	] {
		answer := authz.decision with input as call(
			["developer"],
			"fetch_rows",
			object.union(customers(["status"]), broken),
		)
		not answer.allow
	}
}

test_an_undefined_mask_withholds_the_view if {
	answer := authz.decision with input as call(["support"], "fetch_rows", customers(["status"]))
		with authz.roles.support.obligations.masks as ["emial"]
	not answer.allow
}

test_without_a_permit_lifetime_nothing_is_read if {
	answer := authz.decision with input as call(["developer"], "fetch_rows", customers(["status"]))
		with authz.permit_seconds as null
	not answer.allow
}
