package shop.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** How events of the bus are read and written: one mapper for all listeners. */
final class EventJson {
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .findAndAddModules()
            .activateDefaultTyping(bodies(), ObjectMapper.DefaultTyping.JAVA_LANG_OBJECT)
            .build();

    /** Bodies are our own events; collections and numbers stand inside them. */
    private static BasicPolymorphicTypeValidator bodies() {
        return BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("shop.events.model.")
                .allowIfBaseType(Object.class)
                .build();
    }

    private EventJson() {}
}
