package io.writ.app.console.html;

/** Text. Five characters have a meaning in HTML, and none of them survives. */
record Text(String value) implements Html {

    @Override
    public void write(StringBuilder out) {
        escape(value, out);
    }

    static void escape(String value, StringBuilder out) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(isAllowed(c) ? c : '\uFFFD');
            }
        }
    }

    /** Control characters have no form in HTML, and overrides of direction make text read as what it is not. */
    private static boolean isAllowed(char c) {
        if (c == '\n' || c == '\t' || c == '\r') {
            return true;
        }
        boolean control = Character.isISOControl(c);
        boolean override = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
        return !control && !override;
    }
}
