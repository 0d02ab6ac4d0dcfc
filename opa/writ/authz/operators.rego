package writ.authz

# The data says which kind of resource an operator reads; a question about another kind has no answer.
operator_decision := refused("operator_not_granted", ["operators.role_holds_operator"]) if {
	count(operating_roles) == 0
}

else := search_decision if reads("corpus")

else := document_decision if reads("document")

else := view_decision if reads("view")

else := refused("resource_unsuitable", ["operators.role_holds_operator", "operators.reads_kind"])

reads(kind) if {
	input.resource.kind == kind
	data.writ.authz.operators[input.operator] == kind
}
