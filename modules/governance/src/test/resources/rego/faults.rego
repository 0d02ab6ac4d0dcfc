# What goes wrong, one rule each.
package faults

two_values := 1 if input.a

two_values := 2 if input.b

two_members[key] := value if some value, key in input.pairs

no_number := input.text + 1

never_ends := count([1 |
	some a in numbers.range(1, 1000)
	some b in numbers.range(1, 1000)
	a + b < 0
])

grows := [x | some x in numbers.range(1, 90000)]

permitted if input.clearance >= 3

absent := input.nobody.has.this
