package lab.shell;

import java.util.List;
import java.util.Map;
import lab.Host;

/** Commands of the machine. It is a made-up one: it has a few common commands and those that the program's host has. */
public final class Shell {
    private Shell() {}

    /** What a command left. */
    public record Result(int exit, String stdout, String stderr) {
        public boolean ok() {
            return exit == 0;
        }
    }

    /** Runs one program with these arguments, as they are. No shell reads them. */
    public static Result run(String... argv) {
        if (argv.length == 0) throw new IllegalArgumentException("name the program to run");
        return ask(Map.of("argv", List.of(argv)));
    }

    /** The same for a list. */
    public static Result run(List<String> argv) {
        return run(argv.toArray(new String[0]));
    }

    /** Hands a line to sh, which reads quotes, ; && || | > $(…) and the like. */
    public static Result sh(String line) {
        return ask(Map.of("line", line));
    }

    private static Result ask(Map<String, Object> request) {
        Map<?, ?> reply = (Map<?, ?>) Host.call("shell", request);
        int exit = ((Number) reply.get("exit")).intValue();
        return new Result(exit, String.valueOf(reply.get("stdout")), String.valueOf(reply.get("stderr")));
    }
}
