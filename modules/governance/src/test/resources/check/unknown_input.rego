package writ.authz

decision contains "direct" if input.resource.ownr == "x" # expect policy.check.unknown_input

decision contains "argument" if of_collection(input.resource)

of_collection(thing) if thing.colection == "x" # expect policy.check.unknown_input

decision contains "element" if {
	some item in input.items
	item.label == "x" # expect policy.check.unknown_input
}

decision contains "member of a text" if input.action.name == "x" # expect policy.check.unknown_input

decision contains "negated" if not input.subject.blocked # expect policy.check.unknown_input

decision contains "a call that always fails" if named(input.resource) # expect policy.check.never_matches

# Near misses: optional, free by the schema, of whatever name, or only sometimes the input.

decision contains "optional" if input.resource.collection == "x"

decision contains "free" if input.params.whatever.deep == "x"

decision contains "attribute" if input.subject.attributes.department == "x"

decision contains "computed" if {
	some name in ["id", "owner"]
	input.resource[name] == "x"
}


decision contains "of our own" if named({"name": "x"})

named(thing) if thing.name == "x"
