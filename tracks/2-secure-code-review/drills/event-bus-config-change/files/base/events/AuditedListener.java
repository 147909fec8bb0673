package shop.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What each listener of the bus does alike: reads the envelope, converts its body, hands it on. */
abstract class AuditedListener<T> {
    private static final Logger log = LoggerFactory.getLogger(AuditedListener.class);

    record Envelope(String id, String sender, Object body) {}

    private final Class<T> type;
    private final DeadLetters deadLetters;

    AuditedListener(Class<T> type, DeadLetters deadLetters) {
        this.type = type;
        this.deadLetters = deadLetters;
    }

    final void receive(byte[] message) {
        log.debug("received {}", new String(message, UTF_8));
        try {
            Envelope envelope = EventJson.MAPPER.readValue(message, Envelope.class);
            handle(EventJson.MAPPER.convertValue(envelope.body(), type));
        } catch (IOException | IllegalArgumentException unreadable) {
            deadLetters.keep(message, unreadable);
        }
    }

    abstract void handle(T event);
}
