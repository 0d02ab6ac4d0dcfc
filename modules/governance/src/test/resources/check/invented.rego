package writ.authz

# A builtin that does not take what the check makes up for an attribute.
decision := {"allow": level > 3, "reason": "level"} if level := to_number(input.subject.attributes.department)
