package writ.authz_test

import data.writ.authz

narrowing(roles, intent) := question(roles, {"action": "narrow_query", "params": {"intent": intent}})

test_structured_intents_name_the_views_of_the_caller if {
	answer := authz.decision with input as narrowing(["support"], "structured_lookup")
	answer.reason == "narrow_query_structured"
	answer.narrowing.view_ids == ["safe_customer_view_public", "safe_customer_view_support"]
	answer.narrowing.source_scopes == []
	answer.narrowing.scope_labels == ["customers", "customers with support notes"]
	count(answer.narrowing.examples) > 0
}

test_document_intents_name_the_prefixes_of_the_caller if {
	every intent in ["evidence_lookup", "version_review"] {
		answer := authz.decision with input as narrowing(["support"], intent)
		answer.reason == "narrow_query_docs"
		answer.narrowing.source_scopes == ["injection/", "public/"]
		answer.narrowing.view_ids == []
	}
}

test_the_default_intent_names_both if {
	answer := authz.decision with input as narrowing(["developer"], "default")
	answer.reason == "narrow_query_default"
	count(answer.narrowing.view_ids) == 8
	count(answer.narrowing.source_scopes) == 6
	not "safe_payroll" in answer.narrowing.view_ids
}

test_an_aggregate_grant_is_no_lookup if {
	lookup := authz.decision with input as narrowing(["analyst"], "structured_lookup")
	not "safe_payroll" in lookup.narrowing.view_ids
	figures := authz.decision with input as narrowing(["analyst"], "structured_aggregation")
	"safe_payroll" in figures.narrowing.view_ids
}

test_nothing_is_advised_where_nothing_is_granted if {
	neighbour := object.union(subject(["neighbour"]), {"tenant": "other"})
	asked := object.union(narrowing([], "structured_lookup"), {"subject": neighbour})
	answer := authz.decision with input as asked
	answer.reason == "narrowing_unavailable"
	auditor := authz.decision with input as narrowing(["auditor"], "default")
	auditor.reason == "narrowing_unavailable"
}

test_an_unknown_intent_is_refused if {
	every intent in ["everything", "", 1, null, {}] {
		answer := authz.decision with input as narrowing(["developer"], intent)
		not answer.allow
		answer.reason == "narrowing_unavailable"
	}
	without := authz.decision with input as question(["developer"], {"action": "narrow_query"})
	not without.allow
}
