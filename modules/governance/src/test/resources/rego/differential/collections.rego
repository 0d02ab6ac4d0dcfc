# Collections: comprehensions, partial rules, every, with, else, references that are known only at run time.
package differential.collections

roles contains role if some role in input.roles

by_group[item.group] contains item.name if some item in input.items

sizes[item.group][item.name] := item.size if some item in input.items

largest[group] := max([item.size | some item in input.items; item.group == group]) if {
	some group in {item.group | some item in input.items}
}

grade := "high" if {
	input.level > 5
} else := "middle" if {
	input.level > 2
	input.items
} else := "low" if {
	not input.level == null
}

all_named if {
	every item in input.items {
		is_string(item.name)
		some other in input.items
		other.group == item.group
	}
}

all_small if {
	every index, item in input.items {
		item.size < 10
		index < 5
	}
}

table := {"a": 1, "b": {"c": [10, 20, 30]}, "d": {"x", "y"}}

looked_up := table[input.key]

looked_up_twice := table[input.key][input.second]

picked := input.object[input.key]

found_keys contains key if {
	some key
	input.object[key] == input.value
}

paths contains path if walk(input.object, [path, input.value])

replaced := value if value := {"level": grade, "roles": roles} with input.level as 3 with input.roles as ["x", "y"]

replaced_input := value if value := grade with input as {"level": input.value}

replaced_data := value if value := data.differential.settings.mode with data.differential.settings as {"mode": input.key}

base := data.differential.settings

doubled(value) := value * 2

mocked := value if value := doubled(input.level) with doubled as tripled

tripled(value) := value * 3

dispatched := data.differential.actions[input.rule]

union_of := set_of(input.roles) | set_of(input.names)

common := set_of(input.roles) & set_of(input.names)

only_left := set_of(input.roles) - set_of(input.names)

set_of(list) := {element | some element in list}

merged := object.union(input.object, input.other)

kept := object.filter(input.object, input.names)

dropped := object.remove(input.object, input.names)

got := object.get(input.object, input.key, "none")

got_deep := object.get(input.object, ["b", "c"], "none")

keys := object.keys(input.object)

is_subset := object.subset(input.object, input.other)

filtered := json.filter(input.object, ["a", "b/c"])

removed := json.remove(input.object, ["a", "b/c"])

patched := json.patch(input.object, [{"op": "add", "path": "/new", "value": input.value}, {"op": "remove", "path": "/a"}])

concatenated := array.concat(input.roles, input.names)

sliced := array.slice(input.roles, input.level, 3)

reversed := array.reverse(input.roles)

reached := graph.reachable(input.graph, input.names)

reached_paths := graph.reachable_paths(input.graph, input.names)

unpacked := [first, second] if [first, second] = input.roles

matching := rest if {"a": 1, "b": rest} = input.object

# OPA looks first whether everything is there that a rule needs; so what may be absent is asked for first.
counted := {"items": count(input.items), "roles": count(input.roles), "object": count(input.object)} if {
	is_present("items")
	is_present("roles")
	is_present("object")
}

is_present(name) if _ = input[name]

nested := [[item.name | some item in input.items; item.group == group] | some group in input.names]

is_member if input.value in input.roles

is_key if {
	some key, _ in input.object
	key == input.key
}

not_member if not input.value in input.roles

pairs contains [left, right] if {
	some left in input.roles
	some right in input.names
	left != right
}

any_true if any_of(input.flags)

any_of(flags) if true in flags

type_names := {name: type_name(value) | some name, value in input}
