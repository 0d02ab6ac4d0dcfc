package writ.authz_test

import data.writ.authz

subscribers(fields) := view("safe_subscribers", "internal", fields)

for_recall(roles, fields) := object.union(
	call(roles, "fetch_rows", subscribers(fields)),
	{"purpose": "product_recall"},
)

test_a_recall_needs_the_approval_of_support if {
	answer := authz.decision with input as for_recall(["team_lead"], ["city", "plan"])
	answer.allow
	answer.obligations.approval == {"roles": ["support"]}
	answer.rules == [
		"operators.role_holds_operator",
		"views.fields_granted",
		"grant.team_lead.safe_subscribers",
	]
}

test_without_the_purpose_there_is_nothing_to_approve if {
	answer := authz.decision with input as call(["team_lead"], "fetch_rows", subscribers(["city"]))
	answer.reason == "view_not_granted"
	other := object.union(for_recall(["team_lead"], ["city"]), {"purpose": "curiosity"})
	refusal := authz.decision with input as other
	refusal.reason == "view_not_granted"
}

test_an_approval_widens_no_fields if {
	answer := authz.decision with input as for_recall(["team_lead"], ["city", "name"])
	answer.reason == "field_not_granted"
}

test_who_may_read_without_an_approval_needs_none if {
	answer := authz.decision with input as for_recall(["developer", "team_lead"], ["city", "name"])
	answer.allow
	not answer.obligations.approval
	answer.rules[2] == "grant.developer.safe_subscribers"
}

approved_by(roles) := {
	"view": "safe_subscribers",
	"operators": ["fetch_rows"],
	"ceiling": "internal",
	"fields": ["*"],
	"approval": {"roles": roles},
}

test_approvals_of_several_roles_add_up if {
	answer := authz.decision with input as for_recall(["hr", "team_lead"], ["city"])
		with authz.roles.hr.views as [approved_by(["hr", "analyst"])]
		with authz.roles.team_lead.views as [approved_by(["support"])]
	answer.obligations.approval == {"roles": ["analyst", "hr", "support"]}
}

test_what_needs_an_approval_is_no_advice if {
	asked := question(["team_lead"], {
		"action": "narrow_query",
		"params": {"intent": "structured_lookup"},
		"purpose": "product_recall",
	})
	answer := authz.decision with input as asked
	answer.narrowing.view_ids == ["safe_coffees"]
}
