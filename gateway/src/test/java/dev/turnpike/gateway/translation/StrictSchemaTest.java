package dev.turnpike.gateway.translation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.json.RawJson;
import dev.turnpike.testing.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Row 97: what upstreams that know only OpenAPI's schemas get of a JSON schema.
class StrictSchemaTest {
    private static String strict(String schema) {
        return StrictSchema.of(RawJson.of(schema.replace('\'', '"')), _ -> {})
                .text()
                .replace('"', '\'');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'allOf':[{'properties':{'a':{'type':'string'}},'required':['a','a']}],'properties':{'b':{'type':'string'}}}"
                        + "|{'properties':{'a':{'type':'string'},'b':{'type':'string'}},'type':'object','required':['a']}",
                "{'type':'object','required':['gone'],'properties':{}}|{'type':'object','properties':{}}",
                "{'type':['null']}|{'nullable':true}",
                "{'type':['string','integer']}|{'anyOf':[{'type':'string'},{'type':'integer'}]}",
                "{'enum':['','x']}|{}",
                "{'enum':[1,2]}|{'type':'integer'}",
                "{'type':'array','items':{}}|{'type':'array','items':{'type':'string'}}",
                "{'$ref':'#/$defs/a','$defs':{'a':{'$ref':'#/$defs/a'}}}|{'type':'object'}",
                "{'$ref':'https://example.com/a'}|{'type':'object'}",
                "{'anyOf':[{'type':'null'},{'type':'string','format':'uuid'}]}|{'nullable':true,'type':'string'}"
            })
    @Rows(97)
    void saysInAnotherWayWhatIsRefused(String schema, String expected) {
        assertThat(strict(schema)).isEqualTo(expected);
    }

    @Test
    @Rows(97)
    void leavesAloneWhatItCannotRead() {
        String deep = "{'items':".repeat(700) + "{}" + "}".repeat(700);
        assertThat(strict(deep)).isEqualTo(deep);
    }

    /// References that double at each of thirty levels.
    @Test
    @Rows(97)
    void staysSmallHoweverOftenASchemaIsReferredTo() {
        StringBuilder schema = new StringBuilder("{'$ref':'#/$defs/0','$defs':{");
        for (int i = 0; i < 30; i++) {
            String next = "{'$ref':'#/$defs/" + (i + 1) + "'}";
            schema.append("'" + i + "':{'properties':{'a':" + next + ",'b':" + next + "}},");
        }
        assertThat(strict(schema + "'30':{}}}")).hasSizeLessThan(1_000_000);
    }
}
