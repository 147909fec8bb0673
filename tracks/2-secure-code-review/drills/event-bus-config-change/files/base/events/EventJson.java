package shop.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** How events of the bus are read and written: one mapper for all listeners. */
final class EventJson {
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .findAndAddModules()
            .build();

    private EventJson() {}
}
