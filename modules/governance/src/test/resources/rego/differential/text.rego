# Text and time: code points, patterns, formats, and what strict builtins refuse.
package differential.text

changed := [lower(input.text), upper(input.text), trim_space(input.text), strings.reverse(input.text)]

cut := split(input.text, input.separator)

joined := concat(input.separator, input.words)

found := [contains(input.text, input.part), startswith(input.text, input.part), endswith(input.text, input.part)]

at := indexof(input.text, input.part)

at_all := indexof_n(input.text, input.part)

piece := substring(input.text, input.from, input.length)

# With nothing to look for, OPA cuts between bytes and the result is no text.
swapped := replace(input.text, input.part, "<>") if not input.part == ""

trimmed := [trim(input.text, input.part), trim_left(input.text, input.part), trim_right(input.text, input.part), trim_prefix(input.text, input.part), trim_suffix(input.text, input.part)]

matches if regex.match(input.pattern, input.text)

found_by_pattern := regex.find_n(input.pattern, input.text, -1)

groups := regex.find_all_string_submatch_n(input.pattern, input.text, -1)

parts := regex.split(input.pattern, input.text)

masked := regex.replace(input.text, input.pattern, "[$0]")

globbed := glob.match(input.glob, input.delimiters, input.text)

shown := sprintf("%s|%v|%5s|%-5s|%d", [input.text, input.words, input.part, input.separator, input.from])

counted := [count(input.text), strings.count(input.text, input.part)] if is_present("part")

instant := time.parse_rfc3339_ns(input.time)

day := time.date(time.parse_rfc3339_ns(input.time))

# OPA looks first whether everything is there that a rule needs; so what may be absent is asked for first.
is_present(name) if _ = input[name]

clock := time.clock([time.parse_rfc3339_ns(input.time), input.zone]) if is_present("zone")

quoted := sprintf("%q", [input.part]) if is_string(input.part)

weekday := time.weekday(time.parse_rfc3339_ns(input.time))

later := time.add_date(time.parse_rfc3339_ns(input.time), input.from, input.length, 1) if {
	is_present("from")
	is_present("length")
}

apart := time.diff(time.parse_rfc3339_ns(input.time), time.parse_rfc3339_ns(input.until)) if is_present("until")

lasting := time.parse_duration_ns(input.duration)

expired if {
	is_present("until")
	time.parse_rfc3339_ns(input.time) > time.parse_rfc3339_ns(input.until)
}

encoded := [base64.encode(input.text), base64url.encode(input.text), hex.encode(input.text), urlquery.encode(input.text)]

decoded := base64.decode(input.encoded)

from_hex := hex.decode(input.encoded)

from_query := urlquery.decode(input.encoded)

from_json := json.unmarshal(input.encoded)

valid := [json.is_valid(input.encoded), base64.is_valid(input.encoded), regex.is_valid(input.pattern), semver.is_valid(input.version)]

newer := semver.compare(input.version, "1.2.3")

inside := net.cidr_contains(input.block, input.address)

overlapping := net.cidr_intersects(input.block, input.address)

digest := [crypto.sha256(input.text), crypto.sha1(input.text), crypto.md5(input.text), crypto.hmac.sha256(input.text, input.part)]

prefixed := strings.any_prefix_match(input.words, input.part)

templated := $"{input.text} and {input.part}"
