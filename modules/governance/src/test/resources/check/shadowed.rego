package writ.authz

decision contains value if value := choice

choice := "a" if {
	true
}

else := "b" if { # expect policy.check.shadowed
	input.purpose == "x"
}

decision contains "twice" if twice(input.purpose)

twice(purpose) if {
	some role in input.subject.roles
	role == purpose
}

twice(purpose) if { # expect policy.check.shadowed
	some name in input.subject.roles
	name == purpose
}

# Near misses: an else that can be reached, a default that is there for good measure, and bodies that differ.

decision contains value if value := chosen

chosen := "a" if input.purpose == "x"

else := "b" if {
	input.purpose == "y"
}

decision contains value if value := safe

default safe := "none"

safe := "all" if {
	true
}

decision contains "differing" if differing(input.params.level)

differing(level) if level == 1

differing(level) if level == 2
