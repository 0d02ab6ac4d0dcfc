package writ.authz_test

import data.writ.authz

test_a_search_is_confined_to_tenant_readers_and_grants if {
	answer := authz.decision with input as call(["support"], "search", corpus(""))
	answer.allow
	answer.cacheable
	answer.obligations.redaction == {}
	answer.obligations.ttl_seconds == 30
	answer.obligations.filter == {"type": "compound", "operator": "and", "value": [
		{"type": "field", "operator": "in", "field": "tenant", "value": ["local"]},
		{"type": "field", "operator": "in", "field": "audience", "value": ["everyone", "support"]},
		{"type": "compound", "operator": "or", "value": [
			{"type": "compound", "operator": "and", "value": [
				{"type": "field", "operator": "in", "field": "collection", "value": ["injection"]},
				{"type": "field", "operator": "le", "field": "classification", "value": "public"},
			]},
			{"type": "compound", "operator": "and", "value": [
				{"type": "field", "operator": "in", "field": "collection", "value": ["public"]},
				{"type": "field", "operator": "le", "field": "classification", "value": "public"},
			]},
		]},
	]}
	answer.rules == [
		"operators.role_holds_operator",
		"documents.prefix_granted",
		"grant.support.injection",
		"grant.support.public",
	]
}

test_a_search_below_a_granted_prefix_sees_that_grant_only if {
	answer := authz.decision with input as call(["support"], "search", corpus("public/billing"))
	answer.rules == ["operators.role_holds_operator", "documents.prefix_granted", "grant.support.public"]
	half := authz.decision with input as call(["support"], "search", corpus("pub"))
	half.rules == answer.rules
}

test_a_search_among_withheld_documents_is_refused_not_empty if {
	every prefix in ["restricted", "restricted/", "board/minutes", "publicity/"] {
		answer := authz.decision with input as call(["support"], "search", corpus(prefix))
		not answer.allow
		answer.reason == "prefix_not_granted"
	}
}

test_a_search_without_a_proper_prefix_is_refused if {
	every broken in [7, null, ["public/"], {}] {
		answer := authz.decision with input as call(["developer"], "search", object.union(corpus(""), {"id": broken}))
		not answer.allow
	}
}

test_a_search_is_masked_like_the_release_of_what_it_finds if {
	answer := authz.decision with input as call(["analyst", "support"], "search", corpus("injection/"))
	answer.rules == ["operators.role_holds_operator", "documents.prefix_granted", "grant.support.injection"]
	[mask.name | some mask in answer.obligations.patterns] == ["email", "phone"]
}

test_an_operator_outside_the_role_is_refused if {
	every operator in ["search", "fetch_rows"] {
		answer := authz.decision with input as call(["auditor"], operator, corpus(""))
		answer == authz.refused("operator_not_granted", ["operators.role_holds_operator"])
	}
	unknown := authz.decision with input as call(["developer"], "drop_table", corpus(""))
	unknown.reason == "operator_not_granted"
	neighbour := object.union(subject(["neighbour"]), {"tenant": "other"})
	rows := call([], "fetch_rows", view("safe_coffees", "public", ["name"]))
	answer := authz.decision with input as object.union(rows, {"subject": neighbour})
	answer.reason == "operator_not_granted"
}

test_an_operator_reads_its_own_kind_only if {
	every pair in [["search", public_text], ["fetch_rows", public_text], ["fetch_span", corpus("")], ["fetch_span", {}]] {
		answer := authz.decision with input as call(["developer"], pair[0], pair[1])
		not answer.allow
		answer.reason == "resource_unsuitable"
	}
}

test_support_reads_public_and_hostile_texts_under_its_obligations if {
	every text in [public_text, hostile_text] {
		every operator in ["fetch_span", "list_versions"] {
			answer := authz.decision with input as call(["support"], operator, text)
			answer.allow
			answer.cacheable
			answer.obligations.redaction == {"deny_fields": ["admin_note", "injection_note"]}
			answer.obligations.filter == {"type": "all"}
		}
	}
}

test_support_reads_no_other_text if {
	others := [
		restricted_text,
		document("handbook", "handbook/refunds.txt", "internal", []),
		document("", "public/nobody_knows.txt", "public", []),
		document("public", "restricted/moved.txt", "public", []),
	]
	every text in others {
		answer := authz.decision with input as call(["support"], "fetch_span", text)
		not answer.allow
		answer.reason == "document_not_granted"
		answer.rules == ["operators.role_holds_operator", "documents.document_not_granted"]
	}
}

test_a_developer_reads_restricted_texts_of_the_fixtures if {
	answer := authz.decision with input as call(["developer"], "fetch_span", restricted_text)
	answer.allow
	answer.obligations.redaction == {}
	answer.rules == ["operators.role_holds_operator", "documents.within_grant", "grant.developer.restricted"]
}

test_a_developer_reads_neither_the_board_nor_salary_bands if {
	board := authz.decision with input as call(
		["developer"],
		"fetch_span",
		document("board", "board/minutes.txt", "restricted", ["board"]),
	)
	board.reason == "document_not_granted"
	bands := authz.decision with input as call(["developer"], "fetch_span", salary_bands)
	bands.reason == "classification_too_high"
}

test_an_audience_excludes_those_whom_a_grant_reaches if {
	meant_for_hr := object.union(public_text, {"audience": ["hr"]})
	answer := authz.decision with input as call(["developer"], "fetch_span", meant_for_hr)
	answer.reason == "audience_excludes"
	hr := authz.decision with input as call(["hr"], "fetch_span", salary_bands)
	hr.allow
}

test_an_unknown_classification_is_below_no_ceiling if {
	every broken in ["top_secret", "", "PUBLIC", 0, -1, null, ["public"], {}] {
		text := object.union(public_text, {"classification": broken})
		answer := authz.decision with input as call(["developer"], "fetch_span", text)
		not answer.allow
		answer.reason == "classification_too_high"
	}
}

test_an_audience_of_the_wrong_type_admits_nobody if {
	every broken in [null, "developer", 0, {}, [["developer"]], ["somebody"]] {
		text := object.union(public_text, {"audience": broken})
		answer := authz.decision with input as call(["developer"], "fetch_span", text)
		not answer.allow
	}
	without := authz.decision with input as call(["developer"], "fetch_span", json.remove(public_text, ["audience"]))
	not without.allow
}

test_a_grant_for_a_purpose_holds_for_that_purpose_only if {
	grants := [{"collection": "public", "prefix": "public/", "ceiling": "public", "purposes": ["complaint"]}]
	asked := call(["support"], "fetch_span", public_text)
	silent := authz.decision with input as asked
		with authz.roles.support.documents as grants
	not silent.allow
	wrong := authz.decision with input as object.union(asked, {"purpose": "curiosity"})
		with authz.roles.support.documents as grants
	not wrong.allow
	stated := authz.decision with input as object.union(asked, {"purpose": "complaint"})
		with authz.roles.support.documents as grants
	stated.allow
}

test_masks_of_a_role_come_along_and_an_undefined_mask_grants_nothing if {
	asked := call(["analyst"], "fetch_span", document("handbook", "handbook/refunds.txt", "internal", []))
	answer := authz.decision with input as asked
	[mask.name | some mask in answer.obligations.patterns] == ["email", "phone"]
	every mask in answer.obligations.patterns {
		object.keys(mask) == {"name", "regex", "replacement"}
	}
	broken := authz.decision with input as asked with authz.roles.analyst.obligations.masks as ["emial"]
	not broken.allow
	searched := authz.decision with input as call(["analyst"], "search", corpus(""))
		with authz.roles.analyst.obligations.masks as ["emial"]
	not searched.allow
}

test_a_role_without_stated_obligations_grants_nothing if {
	answer := authz.decision with input as call(["developer"], "fetch_span", public_text)
		with authz.roles.developer.obligations as {}
	not answer.allow
}

test_a_neighbour_reads_the_handbook_of_its_own_tenant_only if {
	neighbour := object.union(subject(["neighbour"]), {"tenant": "other"})
	own := call([], "fetch_span", document("other_handbook", "other/prices.txt", "internal", []))
	read := authz.decision with input as object.union(own, {"subject": neighbour})
	read.allow
	ours := call([], "fetch_span", document("handbook", "handbook/refunds.txt", "internal", []))
	refused := authz.decision with input as object.union(ours, {"subject": neighbour})
	refused.reason == "document_not_granted"
	searched := authz.decision with input as object.union(call([], "search", corpus("")), {"subject": neighbour})
	searched.obligations.filter.value[0].value == ["other"]
}
