package runner;

import java.util.List;
import java.util.Map;

import driver.Driver;
import driver.Output;
import lab.Internal;
import lab.json.Json;

/**
 * The one-shot child of a run: waits for classes and steps, hands them to the driver, and ends. What it
 * reports is what the driver saw; the host makes the judgement.
 */
public final class Run {
    private Run() {}

    private static boolean rehearses = true;

    public static void main(String[] arguments) {
        Output.replaceSystemStreams((kind, bytes) -> {
            if (!rehearses) Frames.write(kind, bytes);
        });
        Driver.start((request) -> rehearses ? Rehearsal.REPLY : Frames.call(request));
        try {
            Json.write(Driver.take(map(Json.parse(Json.write(Rehearsal.job())))));
            // The lab remembers whom it asked for what; the first job begins with nothing of that.
            Internal.reset();
            rehearses = false;
            Frames.write('Y', new byte[0]);
            serve();
            Runtime.getRuntime().halt(0);
        } catch (OutOfMemoryError error) {
            Frames.write('M', new byte[0]);
        } catch (Throwable error) {
            Frames.write('E', error + "\n");
        }
        Runtime.getRuntime().halt(1);
    }

    /** Answers until the host hangs up: once for a run, often for a service that is kept open. */
    private static void serve() throws Exception {
        for (Frames.Frame frame = Frames.read(); frame != null; frame = Frames.read()) {
            Object asked = Json.parse(frame.text());
            Object report = frame.kind() == 'J' ? Driver.take(map(asked)) : Driver.send((List<?>) asked);
            Frames.write('R', Json.write(report));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
