# What the tests share: a complete question that changes one thing at a time.
package writ.authz_test

subject(roles) := {
	"tenant": "local",
	"id": "somebody",
	"roles": roles,
	"attributes": {},
	"actor_chain": [{"kind": "human", "id": "somebody"}],
}

question(roles, own) := object.union(
	{
		"subject": subject(roles),
		"as_of": "2026-11-20T10:00:00Z",
		"now": "2026-11-20T10:00:00Z",
		"run": {"classification": "public", "origin": "internal_reviewed"},
		"items": [],
		"params": {},
	},
	own,
)

call(roles, operator, resource) := question(
	roles,
	{"action": "operator_call", "operator": operator, "resource": resource},
)

corpus(prefix) := {
	"kind": "corpus",
	"id": prefix,
	"classification": "public",
	"origin": "internal_reviewed",
}

document(collection, id, classification, audience) := {
	"kind": "document",
	"id": id,
	"collection": collection,
	"classification": classification,
	"origin": "internal_reviewed",
	"audience": audience,
}

view(id, classification, fields) := {
	"kind": "view",
	"id": id,
	"classification": classification,
	"origin": "internal_reviewed",
	"fields": fields,
	"filter_fields": [],
	"group_by": [],
}

public_text := document("public", "public/support_policy.txt", "public", [])

hostile_text := document("injection", "injection/injection_1.txt", "public", [])

restricted_text := document("restricted", "restricted/restricted_1.txt", "restricted", ["developer"])

salary_bands := document("people", "people/salary_bands.txt", "restricted", ["hr"])
