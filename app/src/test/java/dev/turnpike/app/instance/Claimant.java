package dev.turnpike.app.instance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A process that claims to be the first one, says what it is, and does what standard input says.
final class Claimant {
    private Claimant() {}

    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        say("ready");
        in.readLine();
        switch (Instance.claim(Path.of(args[0]))) {
            case First first -> {
                first.listen(message -> say("heard " + message.line()));
                say("first");
                in.readLine();
                first.close();
            }
            case Second second -> {
                say("second");
                in.readLine();
                say(second.send(new Message.Show()).name());
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
