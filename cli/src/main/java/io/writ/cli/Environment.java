package io.writ.cli;

import java.util.Map;
import java.util.Optional;

/** The environment variables that a command may look at. */
public record Environment(Map<String, String> variables) {

    public Environment {
        variables = Map.copyOf(variables);
    }

    /** The value, or nothing when it is unset or blank. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    /** The value, or a failure that names the variable and what it is for. */
    public String required(String name, String meaning) {
        return value(name).orElseThrow(() -> new CommandFailure("set " + name + ": " + meaning));
    }

    /** Names only: values may be passwords. */
    @Override
    public String toString() {
        return "Environment" + variables.keySet();
    }
}
