package writ.authz

decision contains "enum" if input.resource.kind == "vew" # expect policy.check.never_matches

decision contains "negated enum" if not input.resource.kind == "vew" # expect policy.check.never_matches

decision contains "among" if input.resource.origin in {"outer", "space"} # expect policy.check.never_matches

decision contains "contradiction" if {
	input.action == "finalize"
	input.action == "create_session" # expect policy.check.never_matches
}

decision contains "no body" if handled("c") # expect policy.check.never_matches

handled("a") if input.purpose == "x"

handled("b") if input.purpose == "y"

decision contains "grant" if {
	some role in data.writ.authz.roles
	some grant in role.views
	grant.ceiling == "secret" # expect policy.check.never_matches
}

decision contains "differs" if input.resource.kind != "vew" # expect policy.check.always_matches

decision contains "impossible" if impossible

impossible if {
	level := 1
	level == 2 # expect policy.check.never_matches
}

# Near misses: values that occur, helpers with more cases than are used, and what depends on the question.

decision contains "known" if input.resource.kind == "view"

decision contains "some" if input.resource.origin in {"external", "space"}

decision contains "two paths" if {
	input.resource.classification == "public"
	input.run.classification == "restricted"
}

decision contains "one of two" if {
	some item in input.items
	item.kind == "document"
	some other in input.items
	other.kind == "view"
}

decision contains "body" if handled("a")

decision contains "unused value" if {
	some role in data.writ.authz.roles
	role.archive == "none"
}

decision contains "switched off" if data.writ.authz.permit_seconds == 31
