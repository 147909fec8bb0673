package runner;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

import lab.json.Json;

/**
 * The warm compiler: source in, classes or diagnostics out, all in memory. One job at a time, until the
 * host hangs up. No annotation processor runs, so nothing of a learner's is executed here.
 */
public final class Compiler {
    private static final List<String> OPTIONS =
            List.of("-proc:none", "-implicit:none", "-nowarn", "-g", "-parameters", "-Xmaxerrs", "20", "-Xlint:none");
    private static final List<String> OURS = List.of("lab", "driver", "runner");
    private static final int DIAGNOSTICS_MAX = 10;
    private static final int CLASSES_MAX_BYTES = 3_000_000;
    /** Deeply nested source needs more stack than a thread has by itself. */
    private static final long STACK_BYTES = 8 << 20;

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final Sources sources = new Sources(compiler.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8));

    public static void main(String[] arguments) throws Exception {
        Compiler service = new Compiler();
        for (int n = 0; n < 3; n++) service.answer(Map.of("warm/Up.java", WARM_UP));
        Frames.write('Y', new byte[0]);
        for (Frames.Frame frame = Frames.read(); frame != null; frame = Frames.read()) {
            Map<?, ?> asked = (Map<?, ?>) Json.parse(frame.text());
            Frames.write('R', Json.write(service.answerWithStack(asked)));
        }
        Runtime.getRuntime().halt(0);
    }

    private Object answerWithStack(Map<?, ?> files) throws InterruptedException {
        Object[] answer = new Object[1];
        Thread thread = new Thread(null, () -> answer[0] = answer(files), "compile", STACK_BYTES);
        thread.start();
        thread.join();
        return answer[0];
    }

    private Map<String, Object> answer(Map<?, ?> files) {
        try {
            return compile(files);
        } catch (StackOverflowError error) {
            return failed(List.of("The source nests too deeply to be compiled."));
        } catch (RuntimeException error) {
            return failed(List.of("The compiler gave up: " + error.getClass().getSimpleName() + "."));
        }
    }

    private Map<String, Object> compile(Map<?, ?> files) {
        List<JavaFileObject> units = sources.begin(files);
        if (units.isEmpty()) return failed(List.of("There is no .java file."));
        DiagnosticCollector<JavaFileObject> seen = new DiagnosticCollector<>();
        boolean compiled = compiler.getTask(null, sources, seen, OPTIONS, null, units).call();
        if (!compiled) return failed(texts(seen.getDiagnostics()));
        Map<String, Object> classes = new TreeMap<>();
        int bytes = 0;
        for (var made : sources.made().entrySet()) {
            String clash = clash(made.getKey());
            if (clash != null) return failed(List.of(clash));
            bytes += made.getValue().size();
            if (bytes > CLASSES_MAX_BYTES) return failed(List.of("The compiled classes are larger than 3 MB."));
            classes.put(made.getKey(), Base64.getEncoder().encodeToString(made.getValue().toByteArray()));
        }
        return Map.of("classes", classes);
    }

    private static String clash(String name) {
        String top = name.substring(0, Math.max(0, name.indexOf('.')));
        if (!OURS.contains(top)) return null;
        return name + ": the package “" + top + "” belongs to the lab. Use another package.";
    }

    private static Map<String, Object> failed(List<String> diagnostics) {
        List<String> told = diagnostics.isEmpty() ? List.of("The compiler refused the source without a reason.") : diagnostics;
        return Map.of("errors", told);
    }

    private static List<String> texts(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        List<String> texts = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> one : diagnostics) {
            if (one.getKind() != Diagnostic.Kind.ERROR || texts.size() == DIAGNOSTICS_MAX) continue;
            String message = one.getMessage(Locale.ENGLISH);
            if (message.length() > 1_000) message = message.substring(0, 1_000) + "…";
            String where = one.getSource() == null ? "" : Sources.pathOf(one.getSource()) + ":" + one.getLineNumber() + ": ";
            texts.add(where + message);
        }
        return texts;
    }

    /** Touches what programs of the lab touch, so that the first of them is compiled warm. */
    private static final String WARM_UP = """
            package warm;
            import java.util.*;
            import java.util.function.*;
            import java.util.stream.*;
            import lab.web.*;
            public class Up {
                record Line(String sku, int cents) {}
                enum State { OPEN, CLOSED }
                private final Map<String, List<Line>> lines = new HashMap<>();
                public int total(String id) throws Exception {
                    try (var text = new java.io.StringReader(id)) {
                        for (Line line : lines.getOrDefault(id, List.of())) System.out.println(line.sku() + text.read());
                    }
                    Function<Line, Integer> cents = Line::cents;
                    return lines.values().stream().flatMap(List::stream).map(cents).collect(Collectors.summingInt(n -> n));
                }
            }
            """;
}
