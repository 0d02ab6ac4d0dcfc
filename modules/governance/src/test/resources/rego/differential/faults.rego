# What goes wrong: conflicts, errors, nothing at all. Each rule has one way to go wrong.
package differential.faults

one_value := 1 if input.a

one_value := 2 if input.b

same_value := input.x if input.a

same_value := input.y if input.b

one_member[key] := value if some key, value in input.first

one_member[key] := value if some key, value in input.second

chosen(kind) := "left" if kind == input.x

chosen(kind) := "right" if kind == input.y

choice := chosen(input.kind)

default fallback := "none"

fallback := input.first.deep.member if input.a

absent := input.first.deep.member

added := input.x + input.y

divided := input.x / input.y

number_of := to_number(input.x)

size_of := count(input.x)

negated if not input.x + input.y == 3

embedding := {"value": absent, "fallback": fallback}

compared if input.x > input.y

list_of := [added | input.a]

set_with contains added if input.b

default decision := {"allow": false}

decision := {"allow": true, "limit": input.limit} if {
	input.x == input.y
	input.limit >= 3
	not input.b
}

guarded if {
	is_number(input.x)
	is_number(input.y)
	input.x <= input.y
}

every_number if {
	every value in input.first {
		value < 3
	}
}

object_keys := {key: true | some key in input.second}

double_keys := {value: key | some key, value in input.first}
