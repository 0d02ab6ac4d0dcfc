package writ.authz

# What a search found is judged once more, one by one, before a word of it is shown.
releasing_roles contains name if {
	some name in held_roles
	"search" in data.writ.authz.roles[name].operators
}

release_decision := object.union(
	permitted(
		"release_items_granted",
		["items.role_holds_search", "items.each_within_grant"],
		confined(releasing_roles, {"redaction": {}, "filter": {"type": "all"}}),
	),
	{"items": {item.id: item_verdict(item) | some item in input.items}},
) if {
	count(releasing_roles) > 0
	obligations_defined(releasing_roles)
}

else := refused("operator_not_granted", ["items.role_holds_search"])

item_verdict(item) := {"allow": true, "reason": "item_granted"} if {
	count(document_grants(releasing_roles, item)) > 0
}

else := {"allow": false, "reason": document_refusal(releasing_roles, item)}
