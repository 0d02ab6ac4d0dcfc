package writ.authz

# Advice on what may be asked instead, made of the caller's own grants; so it never names a source that is withheld.
narrowing_decision := object.union(
	permitted(
		concat("_", ["narrow_query", intent.about]),
		narrowing_rules,
		touching_nothing,
	),
	{"narrowing": narrowing_for(intent)},
) if {
	may("narrow_query")
	intent := data.writ.authz.intents[input.params.intent]
	count(advised_views(intent)) + count(advised_documents(intent)) > 0
}

else := refused("narrowing_unavailable", narrowing_rules)

narrowing_rules := ["narrowing.role_may_ask", "narrowing.intent_known", "narrowing.something_granted"]

advised_views(intent) := {grant.view |
	intent.views == true
	some name in held_roles
	some grant in data.writ.authz.roles[name].views
	some operator in intent.operators
	operator in grant.operators
	operator in data.writ.authz.roles[name].operators
	serves_purpose(grant)
	row_scope(grant)
	not restricted_by(grant, "approval")
}

advised_documents(intent) := {grant |
	intent.documents == true
	some name in held_roles
	some grant in data.writ.authz.roles[name].documents
	some operator in intent.operators
	operator in data.writ.authz.roles[name].operators
	serves_purpose(grant)
}

narrowing_for(intent) := {
	"intent": input.params.intent,
	"view_ids": sort(advised_views(intent)),
	"source_scopes": sort({grant.prefix | some grant in advised_documents(intent)}),
	"scope_labels": sort({phrases.label | some phrases in advised_phrases(intent)}),
	"examples": sort({example |
		some phrases in advised_phrases(intent)
		some example in phrases.examples[input.params.intent]
	}),
	"document_hints": sort({hint |
		some phrases in advised_phrases(intent)
		some hint in phrases.hints
	}),
}

advised_phrases(intent) := {phrases |
	some source in (advised_views(intent) | {grant.collection | some grant in advised_documents(intent)})
	phrases := data.writ.authz.phrases[source]
}
