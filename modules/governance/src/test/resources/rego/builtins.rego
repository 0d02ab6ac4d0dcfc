# Calls of every family; what OPA answers is in builtins.json.
package builtins

nested := {"a": {"b": [1, {"c": 2}]}, "d": {"x", "y"}}

roads := {"a": ["b"], "b": {"c"}, "c": [], "z": ["a"]}

arithmetic := [
	7 + 5, 0.1 + 0.2, 7 - 12, 1.5 * 3, 10 / 4, 1 / 3, 2 / 3, 17 % 5, -17 % 5,
	123456789012345678901234567890 + 1, 9223372036854775807 + 1, 9007199254740993 * 3,
	abs(-3), abs(-3.25), round(2.5), round(-2.5), ceil(1.2), floor(-1.2), 1e400 + 1,
	numbers.range(3, 1), numbers.range_step(0, 10, 4),
]

bitwise := [
	bits.and(12, 10), bits.or(12, 10), bits.xor(12, 10), bits.negate(5), bits.lsh(1, 70), bits.rsh(1024, 3),
]

comparisons := [
	1 == 1.0, "a" < "b", 9 < "1", null < false, [2] > [1, 5], {"a": 1} < {"a": 2}, {1, 2} < {3},
	"\uffff" < "\ud800\udc00", sort([{1}, {"k": 1}, [1], "s", 1, true, null]),
]

aggregates := [
	count("héllo"), count({1, 2}), sum([1, 2.5]), sum({3, 4}), product([2, 3, 4]), max([1, "a"]), min({4, 2}),
	sort(["b", "a"]), 2 in [1, 2], "k" in {"x": "k"}, "x", "k" in {"x": "k"}, 1, 5 in [4, 5],
]

sets := [
	{1, 2} & {2, 3}, ({1, 2} | {2, 3}), {1, 2} - {2}, union({{1}, {2, 3}}), intersection({{1, 2}, {2, 3}}),
]

sequences := [
	array.concat([1], [2, 3]), array.slice([1, 2, 3, 4], 1, 3), array.slice([1, 2], -5, 9), array.reverse([1, 2, 3]),
	array.flatten([1, [2, [3]], []]),
]

members := [
	object.get(nested, ["a", "b", 1, "c"], "none"), object.get(nested, "q", "none"), object.keys(nested),
	object.union({"a": {"x": 1}, "b": 1}, {"a": {"y": 2}, "b": {"z": 3}}),
	object.union_n([{"a": {"b": 2}}, {"a": 4}, {"a": {"c": 3}}]), object.remove(nested, ["a"]),
	object.filter(nested, {"a"}), object.subset(nested, {"a": {"b": [{"c": 2}]}}), object.subset([1, 2, 3], {1, 3}),
]

texts := [
	concat("-", ["a", "b"]), contains("abc", "bc"), startswith("abc", "ab"), endswith("abc", "bc"),
	format_int(255, 16), format_int(-15.9, 2), indexof("äbcb", "b"), indexof_n("äbcb", "b"), lower("ÄİSS"),
	upper("straße"), replace("banana", "an", "<>"), replace("abc", "", "-"), split("a,b,,c", ","), split("äb", ""),
	strings.split_n("a-b-c", "-", 2), strings.split_n("a-b-c", "-", -1), substring("äöü", 1, 1),
	substring("abc", 1, -1), strings.count("banana", "an"), strings.reverse("abc"),
	strings.any_prefix_match(["xa", "b"], ["x"]), strings.any_suffix_match("file.txt", {".txt", ".md"}),
	strings.replace_n({"a": "1", "b": "2", "ab": "3"}, "abba"),
]

trims := [
	trim("xxaxx", "x"), trim_left("xyax", "yx"), trim_right("axyx", "yx"), trim_prefix("prefix-a", "prefix-"),
	trim_suffix("a.txt", ".txt"), trim_space("\u00a0\t a \n"),
]

formats := [
	sprintf("%s is %d of %v%%", ["a", 3, [1, "x", {"k": {1}}]]), sprintf("%5d|%-5d|%05d|%+d", [42, 42, 42, 42]),
	sprintf("%v %v %v %g", [1e6, 1.5, 0.00001, 100000.5]), sprintf("%.2f %8.3f %e", [3.14159, 2.5, 12345.678]),
	sprintf("%x %X %o %b %x", [255, 255, 8, 5, "hi"]), sprintf("%q %10s %-4s| %.2s", ["a\n\"", "r", "l", "cut"]),
	sprintf("%d %s %T %T", ["a", 1, 1.5, "s"]), sprintf("%d", [1, 2]), sprintf("%d %d", [1]), sprintf("%v", [{1, 2}]),
	$"{upper("x")} and {nested.a.b[0]} and {input.q}",
]

patterns := [
	regex.match(`^[a-z]+\d$`, "abc1"), regex.is_valid("[a"), regex.find_n("a.", "abacad", 2), regex.find_n("a*", "baac", -1),
	regex.split(`\s*,\s*`, "a , b,c"), regex.replace("foo=bar", `(\w+)=(?P<v>\w+)`, "${v}-$1"),
	regex.find_all_string_submatch_n(`a(x*)b`, "-axxb-ab-", -1),
]

globs := [
	glob.match("*.github.com", [], "api.github.com"), glob.match("*.github.com", [], "a.b.github.com"),
	glob.match("**.com", [], "a.b.com"), glob.match("*:api:?", [":"], "team:api:x"), glob.match("{a,b[0-9]}z", null, "b7z"),
	glob.match("[!a-c]x", null, "bx"), glob.match(`\*x`, null, "*x"), glob.quote_meta("*.[a]"),
]

json_texts := [
	json.marshal({"b": [1, 1.50, null], "a": "<é\u2028\"", "s": {2, 1}}), json.unmarshal(`{"a": [1, 2.5e3]}`),
	json.is_valid("{"), json.is_valid("[1]"), json.filter(nested, ["a/b/0", "d/x"]), json.remove(nested, ["a/b/0", ["d", "x"]]),
]

encodings := [
	base64.encode("hé?>"), base64.decode("aMOpPz4="), base64.is_valid("a"), base64url.encode("hé?>"),
	base64url.encode_no_pad("a"), base64url.decode("YQ"), hex.encode("é"), hex.decode("c3a9"), crypto.sha256("writ"),
	crypto.md5("writ"), crypto.sha1("writ"),
]

types := [
	type_name({1}), is_null(null), is_set({1}), is_object({}), is_array("a"), is_number(1.5), is_string(""), is_boolean(false),
	to_number("1.25"), to_number(true), to_number(null),
]

times := [
	time.parse_rfc3339_ns("2026-11-20T10:00:00.5+02:00"), time.parse_duration_ns("1d2h30m1.5s"),
	time.parse_duration_ns("-1.5h"), time.date(1795168800000000000), time.date([1795168800000000000, "Asia/Tokyo"]),
	time.clock([1795168800000000000, "America/New_York"]), time.weekday(1795168800000000000),
	time.add_date(1769846400000000000, 0, 1, 0), time.add_date(1795168800000000000, -1, 14, -40),
	time.diff(1795168800000000000, 1769846400123456789),
]

layouts := [
	time.format(1795168800123456789), time.format([1795168800000000000, "Asia/Kolkata"]),
	time.format([1795168800120000000, "America/New_York", "Monday, _2 January 06 at 3:04:05.999 pm -07"]),
	time.format([1795168800000000000, "UTC", "RFC850"]), time.parse_ns("RFC1123Z", "Fri, 20 Nov 2026 10:00:00 +0100"),
	time.parse_ns("2006-002 15h", "2024-060 7h"), time.parse_ns("02/Jan/06 3PM", "20/NOV/26 12AM"),
]

merged := [
	net.cidr_merge(["192.0.2.112/30", "192.0.2.116/31", "192.0.2.118/31"]), net.cidr_merge({"10.1.2.3", "fe80::1/120"}),
	net.cidr_merge(["2001:db8::/33", "2001:db8:8000::/33", "10.0.0.7/32", "10.0.0.8/31"]),
]

intersecting := [
	regex.globs_match("a.a.[0-9]+z", ".b.b2359825792*594823z"), regex.globs_match("[a-z]+", "[0-9]*"),
	regex.globs_match("a+b*", "a.*b+"),
]

networks := [
	net.cidr_contains("10.0.0.0/8", "10.1.2.3"), net.cidr_contains("10.0.0.0/8", "10.1.0.0/16"),
	net.cidr_contains("10.1.0.0/16", "10.0.0.0/8"), net.cidr_contains("2001:db8::/32", "2001:db8::1"),
	net.cidr_contains("10.0.0.0/8", "::ffff:10.0.0.1"), net.cidr_intersects("10.0.0.0/9", "10.64.0.0/10"),
	net.cidr_is_valid("10.0.0.0/33"), net.cidr_expand("192.168.0.4/30"), net.cidr_expand("2001:db8::8/126"),
	net.cidr_contains_matches(["10.0.0.0/8", "11.0.0.0/8"], {"x": "10.1.1.1", "y": "11.0.0.0/24"}),
]

versions := [
	semver.compare("1.0.0", "1.0.0-rc.1"), semver.compare("1.0.0-alpha.9", "1.0.0-alpha.10"), semver.compare("v1.2.3", "1.2.3+x"),
	semver.is_valid("1.2"), semver.is_valid("1.02.3"),
]

quantities := [
	units.parse("10K"), units.parse("100m"), units.parse("1.5Gi"), units.parse_bytes("1.5MiB"), units.parse_bytes("2kb"),
	units.parse("1e3"),
]

places := [
	graph.reachable(roads, ["a"]), graph.reachable(roads, {"q", "z"}), [path | walk(nested, [path, 2])],
	count([1 | walk(nested, _)]),
]
