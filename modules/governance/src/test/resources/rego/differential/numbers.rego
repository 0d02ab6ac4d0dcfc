# Numbers: exact integers, decimals, order among kinds, and what strict builtins refuse.
package differential.numbers

sum_of_two := input.a + input.b

difference := input.a - input.b

product_of_two := input.a * input.b

quotient := input.a / input.b

remainder := input.a % input.b

rounded := [round(input.a), ceil(input.a), floor(input.a), abs(input.a)]

ordered := [input.a < input.b, input.a <= input.b, input.a == input.b, input.a != input.b, input.a > input.b]

totals := {"sum": sum(input.list), "product": product(input.list), "max": max(input.list), "min": min(input.list)}

sorted := sort(input.list)

as_number := to_number(input.text)

in_base := format_int(input.a, 16)

range_of := numbers.range(input.low, input.high)

bits_of := [bits.and(input.low, 6), bits.or(input.low, 1), bits.xor(input.low, 3), bits.lsh(input.low, 2), bits.rsh(input.low, 1)]

bytes_of := units.parse_bytes(input.text)

units_of := units.parse(input.text)

shown := sprintf("%v %d %s", [input.a, input.low, input.text])

within_limit if input.a <= input.limit

within_guarded if {
	is_number(input.a)
	is_number(input.limit)
	input.a <= input.limit
}

keyed[number] := index if some index, number in input.list

distinct := {number | some number in input.list}

marshalled := json.marshal({"a": input.a, "b": input.b, "list": input.list})

positive := [number | some number in input.list; number > 0]

average := sum(input.list) / count(input.list)

stepped := numbers.range_step(input.low, input.high, 2)
