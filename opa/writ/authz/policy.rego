# METADATA
# title: May this be done, and under which obligations?
# description: >-
#   One question, one document. Who may do what is data; the rules only say what a grant means. Nothing here looks at
#   the name of a principal, and nothing is permitted because a reason to refuse is missing: each permission rests on a
#   grant that was found.
# scope: package
package writ.authz

# METADATA
# title: The decision
# entrypoint: true
default decision := {
	"allow": false,
	"cacheable": false,
	"reason": "default_deny",
	"rules": ["default_deny"],
	"obligations": {},
	"items": {},
}

decision := refused("role_missing", ["subject.holds_recognised_role"]) if count(held_roles) == 0

decision := verdicts(input.action) if count(held_roles) > 0

# Each action asks its own question; an action without one has no answer, and no answer is a refusal.
verdicts("create_session") := session_decision

verdicts("operator_call") := operator_decision

verdicts("release_items") := release_decision

verdicts("finalize") := finalize_decision

verdicts("narrow_query") := narrowing_decision

verdicts("read_archive") := archive_decision

# A permission always says what it obliges to.
permitted(reason, rules, obligations) := {
	"allow": true,
	"cacheable": false,
	"reason": reason,
	"rules": rules,
	"obligations": obligations,
	"items": {},
}

refused(reason, rules) := {
	"allow": false,
	"cacheable": false,
	"reason": reason,
	"rules": rules,
	"obligations": {},
	"items": {},
}
