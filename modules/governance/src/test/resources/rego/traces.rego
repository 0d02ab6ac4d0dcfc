# What an explanation has to tell apart. The tests name rows of this file.
package traces

default decision := {"allow": false}

decision := {"allow": true, "fields": fields} if {
	subject_known
	may(input.action)
	not blocked
	every field in input.fields {
		visible(field)
	}
}

subject := input.subject

subject_known if is_string(subject.id)

may(action) if action == "read"

may(action) if action in input.subject.extra

blocked if input.subject.blocked

blocked if {
	some role in input.subject.roles
	role == "banned"
}

fields contains field.name if {
	some field in input.fields
	visible(field)
}

visible(field) if field.public

visible(field) if field.owner == subject.id

graded := "high" if {
	input.level > 5
} else := "middle" if {
	input.level > 2
} else := "low"

failing if {
	graded
	input.never
}

attempted if not failing

picked := input.table[input.key]

first := input["a/b"].list[0]

marshalled := json.marshal(input.subject)

replaced if subject_known with input as input.other

counted := count([field | some field in input.fields; visible(field)])

called_by_name := data.actions[input.action]

by_owner[field.owner] contains field.name if some field in input.fields
