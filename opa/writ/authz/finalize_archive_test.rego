package writ.authz_test

import data.writ.authz

finalizing(roles, classification) := question(roles, {
	"action": "finalize",
	"run": {"classification": classification, "origin": "internal"},
})

test_a_run_is_finalized_by_whose_grants_reach_its_label if {
	every pair in [["support", "internal"], ["hr", "restricted"], ["developer", "restricted"], ["analyst", "restricted"]] {
		answer := authz.decision with input as finalizing([pair[0]], pair[1])
		answer.allow
		answer.reason == "finalize_granted"
		not answer.cacheable
	}
}

test_a_run_above_every_grant_is_not_finalized if {
	every label in ["confidential", "restricted", "unheard_of", 0, null] {
		answer := authz.decision with input as finalizing(["support"], label)
		not answer.allow
		answer.reason == "run_label_too_high"
	}
}

test_a_run_that_touched_nothing_needs_no_grant if {
	answer := authz.decision with input as finalizing(["support"], "public")
		with authz.roles.support.documents as []
		with authz.roles.support.views as []
	answer.allow
}

test_an_auditor_finalizes_nothing if {
	answer := authz.decision with input as finalizing(["auditor"], "public")
	answer.reason == "action_not_granted"
}

reading(roles) := question(roles, {"action": "read_archive"})

test_an_auditor_reads_the_archive_of_the_tenant if {
	answer := authz.decision with input as reading(["auditor"])
	answer.reason == "archive_all"
	both := authz.decision with input as reading(["developer", "auditor"])
	both.reason == "archive_all"
}

test_everybody_else_reads_own_runs if {
	answer := authz.decision with input as reading(["support"])
	answer.allow
	answer.reason == "archive_own"
}

test_a_role_without_archive_reads_none if {
	answer := authz.decision with input as reading(["support"]) with authz.roles.support.archive as "none"
	answer.reason == "action_not_granted"
}
