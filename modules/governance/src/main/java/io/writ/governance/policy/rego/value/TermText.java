package io.writ.governance.policy.rego.value;

/** The Rego text of a value, as {@code sprintf("%v")} shows what is no scalar. */
final class TermText {

    private final StringBuilder text = new StringBuilder();

    private TermText() {}

    static String of(RegoValue value) {
        TermText writer = new TermText();
        writer.write(value);
        return writer.text.toString();
    }

    private void write(RegoValue value) {
        switch (value) {
            case RegoString string -> GoQuote.append(text, string.value());
            case RegoArray array -> list('[', array, ']');
            case RegoSet set -> {
                if (set.size() == 0) {
                    text.append("set()");
                } else {
                    list('{', set, '}');
                }
            }
            case RegoObject object -> members(object);
            case RegoNull _, RegoBoolean _, RegoNumber _ -> text.append(value);
        }
    }

    private void list(char open, Iterable<RegoValue> values, char close) {
        text.append(open);
        String separator = "";
        for (RegoValue value : values) {
            text.append(separator);
            write(value);
            separator = ", ";
        }
        text.append(close);
    }

    private void members(RegoObject object) {
        text.append('{');
        for (int i = 0; i < object.size(); i++) {
            text.append(i == 0 ? "" : ", ");
            write(object.key(i));
            text.append(": ");
            write(object.value(i));
        }
        text.append('}');
    }
}
