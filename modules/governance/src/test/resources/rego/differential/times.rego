# Times by layouts, blocks of addresses merged, and patterns that have a text in common. The test makes the input.
package differential.times

abbreviated := {"UnixDate", "RFC822", "RFC850", "RFC1123"}

# OPA looks first whether everything is there that a rule needs; so what may be absent is asked for first.
is_present(name) if _ = input[name]

written := time.format(input.at)

# Before 1970 the data about time zones is not the same everywhere.
written_there := time.format([input.at, input.zone]) if {
	is_present("at")
	is_present("zone")
	input.at >= 0
}

written_so := time.format([input.at, "UTC", input.layout]) if {
	is_present("at")
	is_present("layout")
}

# Abbreviations of zones are refused here; TimesTest holds that.
written_so_there := time.format([input.at, input.zone, input.layout]) if {
	is_present("zone")
	is_present("layout")
	input.at >= 0
	not contains(input.layout, "MST")
	not input.layout in abbreviated
}

reread := time.parse_ns(input.layout, time.format([input.at, "", input.layout])) if {
	is_present("at")
	is_present("layout")
}

parsed := time.parse_ns(input.reading.layout, input.reading.text)

parsed_by_name := time.parse_ns(input.name, input.dated)

parsed_as_rfc3339 := time.parse_rfc3339_ns(input.dated)

merged := net.cidr_merge(input.blocks)

merged_set := net.cidr_merge({block | some block in input.blocks})

crossed := regex.globs_match(input.glob, input.other_glob)
