# Rules chosen so that the plan has every kind of statement.
package statements

default allowed := false

allowed if {
	input.level > 2
	some role in input.roles
	role == "reader"
}

names contains name if {
	some item in input.items
	name := item.name
	not startswith(name, "_")
}

by_name[item.name] := item.size if some item in input.items

graded := "high" if {
	input.level > 5
} else := "middle" if {
	input.level > 2
} else := "low"

nested[group][name] := size if {
	some item in input.items
	group := item.group
	name := item.name
	size := item.size
}

pairs := [pair |
	some i, role in input.roles
	pair := [i, role, null, {"n": 1.5}, {i}]
]

every_small if {
	every item in input.items {
		item.size < 100
	}
}

unpacked := [head, tail] if [head, tail] = input.pair

unpacked_object := who if {"who": who, "what": "read"} = input.act

replaced := value if value := allowed with input.level as 9 with input.roles as ["reader"]

mocked := value if value := lowered with lower as shout

lowered := lower(input.word)

shout(word) := upper(word)

dispatched := data.actions[input.action]

twice(x) := x * 2

doubled := twice(input.level)

scores := {"base": data.base.score, "level": input.level}

same if input.pair[0] != input.pair[1]
