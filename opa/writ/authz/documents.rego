package writ.authz

# A search is permitted when its prefix meets a granted one, and it is confined to what the grants reach. A prefix
# that only holds withheld documents is refused: an empty answer would read as "nothing found". It carries the masks of
# every role that will be asked about the release, because what is masked there must not be found here.
search_grants contains {"role": name, "grant": grant} if {
	some name in operating_roles
	some grant in data.writ.authz.roles[name].documents
	meets(grant.prefix, input.resource.id)
	serves_purpose(grant)
}

search_decision := object.union(
	permitted(
		"operator_call_granted",
		array.concat(["operators.role_holds_operator", "documents.prefix_granted"], document_grant_ids(search_grants)),
		confined(operating_roles, {"redaction": {}, "filter": reach(search_grants)}),
	),
	{"cacheable": true},
) if {
	count(search_grants) > 0
	obligations_defined(operating_roles)
}

else := refused("prefix_not_granted", ["operators.role_holds_operator", "documents.prefix_granted"])

meets(granted, asked) if startswith(granted, asked)

meets(granted, asked) if startswith(asked, granted)

# What the search may see, as a condition on each document: of this tenant, for these readers, within a grant.
reach(grants) := {"type": "compound", "operator": "and", "value": [
	{"type": "field", "operator": "in", "field": "tenant", "value": [input.subject.tenant]},
	{"type": "field", "operator": "in", "field": "audience", "value": array.concat(["everyone"], sort(held_roles))},
	{"type": "compound", "operator": "or", "value": sort({within_grant(held.grant) | some held in grants})},
]}

within_grant(grant) := {"type": "compound", "operator": "and", "value": [
	{"type": "field", "operator": "in", "field": "collection", "value": [grant.collection]},
	{"type": "field", "operator": "le", "field": "classification", "value": grant.ceiling},
]}

# One document, named by the caller.
document_decision := object.union(
	permitted(
		"operator_call_granted",
		array.concat(["operators.role_holds_operator", "documents.within_grant"], document_grant_ids(grants)),
		confined(roles_of(grants), {"redaction": redaction_of(roles_of(grants)), "filter": {"type": "all"}}),
	),
	{"cacheable": true},
) if {
	grants := document_grants(operating_roles, input.resource)
	count(grants) > 0
	obligations_defined(roles_of(grants))
}

else := refused(reason, ["operators.role_holds_operator", concat(".", ["documents", reason])]) if {
	reason := document_refusal(operating_roles, input.resource)
}

# The grants of these roles that reach the document.
document_grants(names, document) := {held |
	some held in cleared_grants(names, document)
	heard_by_subject(document)
}

listing_grants(names, document) := {{"role": name, "grant": grant} |
	document.kind == "document"
	some name in names
	some grant in data.writ.authz.roles[name].documents
	grant.collection == document.collection
	startswith(document.id, grant.prefix)
	serves_purpose(grant)
}

cleared_grants(names, document) := {held |
	some held in listing_grants(names, document)
	within(document.classification, held.grant.ceiling)
}

# The catalogue may name the roles a document is meant for; an empty list means everybody whom a grant reaches.
heard_by_subject(document) if document.audience == []

heard_by_subject(document) if {
	some name in document.audience
	name in held_roles
}

document_refusal(names, document) := "document_not_granted" if count(listing_grants(names, document)) == 0

else := "classification_too_high" if count(cleared_grants(names, document)) == 0

else := "audience_excludes" if not heard_by_subject(document)

document_grant_ids(grants) := sort({concat(".", ["grant", held.role, held.grant.collection]) | some held in grants})
