package writ.authz

# An answer carries the label of everything its run has touched, so it is released only to somebody whose grants
# reach that far.
finalize_decision := permitted(
	"finalize_granted",
	["finalize.role_may_finalize", "finalize.run_label_within_grants"],
	touching_nothing,
) if {
	may("finalize")
	run_label_within_grants
}

else := refused("run_label_too_high", ["finalize.role_may_finalize", "finalize.run_label_within_grants"]) if {
	may("finalize")
}

else := refused("action_not_granted", ["finalize.role_may_finalize"])

# A run that touched nothing but public things needs no grant.
run_label_within_grants if within(input.run.classification, "public")

run_label_within_grants if {
	some name in held_roles
	role := data.writ.authz.roles[name]
	some grant in array.concat(role.documents, role.views)
	within(input.run.classification, grant.ceiling)
}
