package writ.authz

decision contains "equal" if input.resource.id == 3 # expect policy.check.type_mismatch

decision contains "order" if input.subject.tenant > 5 # expect policy.check.type_mismatch

decision contains "elements of a text" if {
	some letter in input.action # expect policy.check.type_mismatch
	letter == "x"
}

decision contains "operand" if startswith(input.subject.roles, "x") # expect policy.check.type_mismatch

decision contains "among" if input.resource.id in {1, 2} # expect policy.check.type_mismatch

# Near misses: the right types, guards against wrong ones, and what is not known.

decision contains "text" if input.resource.id == "3"

decision contains "number" if count(input.subject.roles) > 5

decision contains "guard" if is_number(input.purpose)

decision contains "unknown" if input.params.level > 5

decision contains "helper for both" if text_of(input.subject.id) == "x"

text_of(value) := value if is_string(value)

text_of(value) := concat(",", value) if is_array(value)
