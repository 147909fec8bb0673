import { describe, expect, it } from "vitest";

import { commandsOf } from "./commands-of.ts";

describe("commandsOf", () => {
  it.each<[string, string, string[]]>([
    ["one", "aws sts get-caller-identity", ["aws sts get-caller-identity"]],
    ["several", "ls\r\n\n  pwd\r\n", ["ls", "  pwd"]],
    ["a here-document", "cat > a <<'EOF'\nls\n\nEOF\nls", ["cat > a <<'EOF'\nls\n\nEOF", "ls"]],
    ["one with tabs", "cat <<-E\nx\n\tE\nls", ["cat <<-E\nx\n\tE", "ls"]],
    ["two at once", "cat <<A <<B\nA\nB\nls", ["cat <<A <<B\nA\nB", "ls"]],
    ["a here-string", "cat <<< EOF\nls", ["cat <<< EOF", "ls"]],
    ["an open quote", "echo '{\n \"a\": 1\n}'\nls", ["echo '{\n \"a\": 1\n}'", "ls"]],
    ["a quote in quotes", `echo "it's"\nls`, [`echo "it's"`, "ls"]],
    ["a quote that is escaped", "echo \\'\nls", ["echo \\'", "ls"]],
    ["a backslash in single quotes", "echo '\\'\nls", ["echo '\\'", "ls"]],
    ["a line that goes on", "aws iam \\\n get-user\nls", ["aws iam \\\n get-user", "ls"]],
    ["a backslash of its own", "echo \\\\\nls", ["echo \\\\", "ls"]],
    ["a pipe", "ls |\nwc\nls &&\npwd", ["ls |\nwc", "ls &&\npwd"]],
    ["an open bracket", "A=$(aws iam\n)\nls", ["A=$(aws iam\n)", "ls"]],
    ["signs in quotes", `echo '<<A' "<<'B" "# \\" $("\nls`, [`echo '<<A' "<<'B" "# \\" $("`, "ls"]],
    ["a comment", "ls # it's\npwd", ["ls # it's", "pwd"]],
    ["no comment", "echo a#'\n'\nls", ["echo a#'\n'", "ls"]],
    ["nothing", " \n", []],
  ])("keeps together what is one: %s", (_, text, commands) => {
    expect(commandsOf(text)).toEqual({ commands, open: false });
  });

  it.each(["echo 'a", "cat <<EOF\nx", "aws iam \\", "ls |", "A=$(ls"])(
    "%j is unfinished",
    (text) => {
      expect(commandsOf(text)).toEqual({ commands: [text], open: true });
    },
  );

  it("reads a long text in one go", () => {
    expect(commandsOf(`${"<<".repeat(50_000)}\n`.repeat(4)).commands.length).toBeGreaterThan(0);
  });
});
