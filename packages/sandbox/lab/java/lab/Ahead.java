package lab;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import lab.json.Json;

/**
 * Answers that the host gave ahead: what an earlier case asked before its first step. They are used up in order,
 * for as long as this program asks the same; the host is told where it asks something else.
 */
final class Ahead {
    private record Known(String request, Object reply) {}

    private final Deque<Known> left = new ArrayDeque<>();
    private int used;

    /** Takes what the host answered to a reset; false where that holds none. */
    synchronized boolean begin(Object answer) {
        left.clear();
        used = 0;
        if (!(answer instanceof Map<?, ?> map) || !(map.get("ahead") instanceof List<?> all)) return false;
        for (Object one : all) {
            Map<?, ?> known = (Map<?, ?>) one;
            left.add(new Known(Json.write(known.get("request")), known.get("reply")));
        }
        return true;
    }

    /** Whether the host need not be asked: then `reply` gives its answer. */
    synchronized boolean knows(String service, Object request) {
        return !left.isEmpty() && service.equals("sql") && left.peek().request.equals(Json.write(request));
    }

    synchronized Object reply() {
        used += 1;
        return left.poll().reply;
    }

    /** How many answers were used where some are left and will not be; -1 where none is left. */
    synchronized int drop() {
        if (left.isEmpty()) return -1;
        left.clear();
        return used;
    }
}
