package io.writ.app.authzen;

import io.writ.app.json.JsonMembers;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/**
 * May this subject do this to that? Members that the specification does not name are left alone, as it demands.
 *
 * @param properties of the resource
 */
record Question(
        String subjectType,
        String subjectId,
        String action,
        String resourceType,
        String resourceId,
        JsonObject properties,
        JsonObject context) {

    /** As at the door: a name longer than this is nobody's. */
    private static final int NAME_MAX = 256;

    /** Reads one; a member of the wrong type is named by its pointer. */
    static Question of(JsonMembers body) {
        JsonMembers subject = body.members("subject");
        JsonMembers action = body.members("action");
        JsonMembers resource = body.members("resource");
        subject.optionalObject("properties");
        action.optionalObject("properties");
        return new Question(
                name(subject, "type"),
                name(subject, "id"),
                name(action, "name"),
                name(resource, "type"),
                resource.text("id"),
                resource.optionalObject("properties").orElse(JsonValue.EMPTY_JSON_OBJECT),
                body.optionalObject("context").orElse(JsonValue.EMPTY_JSON_OBJECT));
    }

    private static String name(JsonMembers members, String member) {
        String text = members.text(member).strip();
        if (text.isEmpty()) {
            throw members.wrong(member, "must not be blank");
        }
        if (text.length() > NAME_MAX) {
            throw members.wrong(member, "must have at most " + NAME_MAX + " characters");
        }
        return text;
    }
}
