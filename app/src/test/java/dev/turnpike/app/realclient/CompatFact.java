package dev.turnpike.app.realclient;

/// What the client does beyond one question; each is shown by a test of that name.
enum CompatFact {
    CHANGED(
            "a variable of `settings.json` is changed while a session runs",
            "the session's next request uses the new value; nothing has to be started anew"),
    REMOVED(
            "a variable is taken out of `settings.json` while a session runs",
            "the session keeps the last value until it ends"),
    UNTRUSTED(
            "project: base URL; started in a terminal",
            "nothing is sent before the user trusts the folder; then **another server** is asked, with the configured"
                    + " bearer"),
    DISCOVERED(
            "user: `CLAUDE_CODE_ENABLE_GATEWAY_MODEL_DISCOVERY`; shell: `CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC`;"
                    + " started in a terminal",
            "the gateway is asked for its models all the same"),
    INHERITED(
            "what the client runs by its Bash tool; shell: base URL, token, API key; user: the API key is the empty text",
            "it sees the values of `settings.json`: our base URL, our token, an empty API key");

    final String what;
    final String happens;

    CompatFact(String what, String happens) {
        this.what = what;
        this.happens = happens;
    }
}
