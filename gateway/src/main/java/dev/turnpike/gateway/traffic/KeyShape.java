package dev.turnpike.gateway.traffic;

import java.util.List;

/// How the keys of one maker look: a beginning, and a run of letters behind it.
///
/// @param prefix what it begins with, at the beginning of a word
/// @param tail the letters that follow, ASCII
/// @param least how many follow at least
/// @param most how many follow at most; with more it is something else
/// @param mixed a digit and a letter are among the first of them, or it is a word
record KeyShape(String prefix, Letters tail, int least, int most, boolean mixed) {
    enum Letters {
        PLAIN("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"),
        UPPER("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"),
        NAME(PLAIN.letters + "_"),
        DASHED(PLAIN.letters + "_-"),
        DOTTED(PLAIN.letters + "_-."),
        BASE64(PLAIN.letters + "+/="),
        TOKEN(PLAIN.letters + "_-.~+/=");

        private final String letters;
        /// One bit for each of the first 64 characters, and of the 64 behind them.
        private final long low;

        private final long high;

        Letters(String letters) {
            this.letters = letters;
            this.low = bits(letters, 0);
            this.high = bits(letters, 64);
        }

        private static long bits(String letters, int from) {
            return letters.chars()
                    .filter(c -> c >= from && c < from + 64)
                    .mapToLong(c -> 1L << (c - from))
                    .reduce(0, (one, other) -> one | other);
        }

        boolean has(char c) {
            long bits = c < 64 ? low : high;
            return c < 128 && (bits >>> c & 1) != 0;
        }
    }

    /// All that are known, longer beginnings first where one begins with another.
    static final List<KeyShape> ALL = List.of(
            // model servers
            any("sk-ant-", Letters.DASHED, 20),
            any("sk-proj-", Letters.DASHED, 20),
            any("sk-svcacct-", Letters.DASHED, 20),
            any("sk-admin-", Letters.DASHED, 20),
            any("sk-or-v1-", Letters.DASHED, 20),
            any("sk-lf-", Letters.DASHED, 20),
            mixed("sk-", Letters.PLAIN, 20),
            any("AIza", Letters.DASHED, 35),
            any("hf_", Letters.PLAIN, 30),
            any("gsk_", Letters.PLAIN, 40),
            any("xai-", Letters.PLAIN, 40),
            any("nvapi-", Letters.DASHED, 40),
            any("pplx-", Letters.PLAIN, 40),
            any("r8_", Letters.PLAIN, 37),
            mixed("csk-", Letters.PLAIN, 40),
            mixed("fw_", Letters.PLAIN, 20),
            any("jina_", Letters.PLAIN, 40),
            mixed("tvly-", Letters.DASHED, 20),
            // code and packages
            any("ghp_", Letters.PLAIN, 36),
            any("gho_", Letters.PLAIN, 36),
            any("ghu_", Letters.PLAIN, 36),
            any("ghs_", Letters.PLAIN, 36),
            any("ghr_", Letters.PLAIN, 36),
            any("github_pat_", Letters.NAME, 40),
            any("glpat-", Letters.DASHED, 20),
            any("glrt-", Letters.DASHED, 20),
            any("gldt-", Letters.DASHED, 20),
            any("npm_", Letters.PLAIN, 36),
            any("pypi-", Letters.DASHED, 50),
            any("dckr_pat_", Letters.DASHED, 20),
            // clouds
            new KeyShape("AKIA", Letters.UPPER, 16, 16, false),
            new KeyShape("ASIA", Letters.UPPER, 16, 16, false),
            any("GOCSPX-", Letters.DASHED, 24),
            any("ya29.", Letters.DASHED, 30),
            any("dop_v1_", Letters.PLAIN, 40),
            any("hvs.", Letters.DASHED, 24),
            // other services
            any("sk_live_", Letters.PLAIN, 16),
            any("sk_test_", Letters.PLAIN, 16),
            any("rk_live_", Letters.PLAIN, 16),
            any("rk_test_", Letters.PLAIN, 16),
            any("whsec_", Letters.BASE64, 24),
            mixed("xoxa-", Letters.DASHED, 10),
            mixed("xoxb-", Letters.DASHED, 10),
            mixed("xoxe-", Letters.DASHED, 10),
            mixed("xoxp-", Letters.DASHED, 10),
            mixed("xoxr-", Letters.DASHED, 10),
            mixed("xoxs-", Letters.DASHED, 10),
            mixed("xapp-", Letters.DASHED, 20),
            mixed("SG.", Letters.DOTTED, 60),
            any("shpat_", Letters.PLAIN, 32),
            any("figd_", Letters.DASHED, 30),
            any("lin_api_", Letters.PLAIN, 32),
            any("glsa_", Letters.NAME, 32),
            any("sntrys_", Letters.TOKEN, 40),
            any("NRAK-", Letters.UPPER, 20),
            any("AGE-SECRET-KEY-1", Letters.UPPER, 50),
            // our own
            new KeyShape("local-", Letters.DASHED, 32, 32, true));

    /// How many characters of its beginning say only whose it is: `sk-`, `ghp_`, `AKIA`.
    int head() {
        for (int i = 0; i < prefix.length(); i++) {
            if (prefix.charAt(i) == '-' || prefix.charAt(i) == '_' || prefix.charAt(i) == '.') {
                return i + 1;
            }
        }
        return prefix.length();
    }

    private static KeyShape any(String prefix, Letters tail, int least) {
        return new KeyShape(prefix, tail, least, Integer.MAX_VALUE, false);
    }

    private static KeyShape mixed(String prefix, Letters tail, int least) {
        return new KeyShape(prefix, tail, least, Integer.MAX_VALUE, true);
    }
}
