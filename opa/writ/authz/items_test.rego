package writ.authz_test

import data.writ.authz

release(roles, items) := question(roles, {"action": "release_items", "operator": "search", "items": items})

test_each_found_document_is_judged_alone if {
	answer := authz.decision with input as release(["support"], [public_text, restricted_text, hostile_text, salary_bands])
	answer.allow
	answer.items == {
		"public/support_policy.txt": {"allow": true, "reason": "item_granted"},
		"injection/injection_1.txt": {"allow": true, "reason": "item_granted"},
		"restricted/restricted_1.txt": {"allow": false, "reason": "document_not_granted"},
		"people/salary_bands.txt": {"allow": false, "reason": "document_not_granted"},
	}
}

test_the_reason_of_an_item_says_which_proof_is_missing if {
	above := object.union(public_text, {"id": "public/a", "classification": "confidential"})
	meant := object.union(public_text, {"id": "public/b", "audience": ["hr"]})
	answer := authz.decision with input as release(["support"], [above, meant])
	answer.items == {
		"public/a": {"allow": false, "reason": "classification_too_high"},
		"public/b": {"allow": false, "reason": "audience_excludes"},
	}
}

test_an_item_of_another_kind_is_withheld if {
	answer := authz.decision with input as release(["developer"], [view("safe_coffees", "public", ["name"])])
	answer.items == {"safe_coffees": {"allow": false, "reason": "document_not_granted"}}
}

test_nothing_found_is_nothing_released if {
	answer := authz.decision with input as release(["support"], [])
	answer.allow
	answer.items == {}
}

test_masks_reach_previews if {
	answer := authz.decision with input as release(["analyst"], [public_text])
	count(answer.obligations.patterns) == 2
	broken := authz.decision with input as release(["analyst"], [public_text])
		with authz.roles.analyst.obligations.masks as ["emial"]
	not broken.allow
}

test_who_may_not_search_releases_nothing if {
	answer := authz.decision with input as release(["auditor"], [public_text])
	answer == authz.refused("operator_not_granted", ["items.role_holds_search"])
}
