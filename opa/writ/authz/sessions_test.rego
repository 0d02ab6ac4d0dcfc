package writ.authz_test

import data.writ.authz

test_every_working_role_may_open_a_session if {
	every role in ["developer", "support", "analyst", "hr", "team_lead"] {
		answer := authz.decision with input as question([role], {"action": "create_session"})
		answer.allow
		answer.reason == "create_session_granted"
		answer.obligations.filter == {"type": "none"}
	}
}

test_an_auditor_opens_no_session if {
	answer := authz.decision with input as question(["auditor"], {"action": "create_session"})
	answer == authz.refused("action_not_granted", ["sessions.role_may_open"])
}

test_nobody_without_a_role_may_do_anything if {
	every action in ["create_session", "operator_call", "release_items", "finalize", "narrow_query", "read_archive"] {
		answer := authz.decision with input as question([], {"action": action})
		not answer.allow
		answer.reason == "role_missing"
	}
}

test_a_role_that_the_data_does_not_define_is_none if {
	answer := authz.decision with input as question(["board", "root"], {"action": "create_session"})
	answer.reason == "role_missing"
}

test_a_role_counts_only_in_a_tenant_that_recognises_it if {
	asked := question(["developer"], {"action": "create_session"})
	foreign := json.patch(asked, [{"op": "replace", "path": "/subject/tenant", "value": "other"}])
	answer := authz.decision with input as foreign
	answer.reason == "role_missing"
	unknown := json.patch(asked, [{"op": "replace", "path": "/subject/tenant", "value": "nowhere"}])
	elsewhere := authz.decision with input as unknown
	elsewhere.reason == "role_missing"
}

test_a_recognised_role_without_a_definition_grants_nothing if {
	answer := authz.decision with input as question(["ghost"], {"action": "create_session"})
		with authz.tenants as {"local": {"roles": ["ghost"]}}
	answer.reason == "role_missing"
}

test_the_literal_name_of_a_principal_decides_nothing if {
	every name in ["dev", "support", "admin", "root"] {
		asked := json.patch(
			question([], {"action": "create_session"}),
			[{"op": "replace", "path": "/subject/id", "value": name}],
		)
		answer := authz.decision with input as asked
		not answer.allow
	}
}

test_an_unknown_action_is_denied_with_a_reason if {
	every action in ["delete_everything", "", 7, null, ["create_session"]] {
		answer := authz.decision with input as question(["developer"], {"action": action})
		not answer.allow
		answer.reason == "default_deny"
	}
}

test_an_empty_question_is_denied if {
	answer := authz.decision with input as {}
	answer.reason == "role_missing"
}

test_wrong_types_in_the_subject_never_permit if {
	every broken in [
		{"roles": "developer"},
		{"roles": {"developer": true}},
		{"roles": [["developer"]]},
		{"roles": 1},
		{"roles": null},
		{"tenant": 1},
		{"tenant": ["local"]},
		{"tenant": null},
	] {
		own := object.union(subject(["developer"]), broken)
		asked := question(["developer"], {"action": "create_session", "subject": own})
		answer := authz.decision with input as asked
		not answer.allow
	}
}
