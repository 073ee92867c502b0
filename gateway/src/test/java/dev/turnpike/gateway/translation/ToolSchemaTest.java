package dev.turnpike.gateway.translation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.json.RawJson;
import dev.turnpike.testing.Rows;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows 96, 98, 136 and 137: what is missing is put in, and every other byte stays.
class ToolSchemaTest {
    private static String completed(String schema) {
        return ToolSchema.completed(Optional.of(RawJson.of(schema))).text();
    }

    @Test
    @Rows(96)
    void makesASchemaOfNone() {
        assertThat(ToolSchema.completed(Optional.empty()).text()).isEqualTo("{\"type\":\"object\",\"properties\":{}}");
        assertThat(completed("{}")).isEqualTo("{\"type\":\"object\",\"properties\":{}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"object\"}|{\"properties\":{},\"type\":\"object\"}",
                "{\"properties\":{}}|{\"type\":\"object\",\"properties\":{}}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"array\"}}}"
                        + "|{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"array\",\"items\":{}}}}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":[\"array\",\"null\"], \"minItems\":1 }}}"
                        + "|{\"type\":\"object\",\"properties\":{\"a\":{\"type\":[\"array\",\"null\"], \"minItems\":1 ,\"items\":{}}}}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"array\",\"items\":{\"anyOf\":[{\"type\":\"array\"},{\"type\":\"array\"}]}}}}"
                        + "|{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"array\",\"items\":{\"anyOf\":[{\"type\":\"array\",\"items\":{}},{\"type\":\"array\",\"items\":{}}]}}}}",
                "{\"type\":\"object\",\"properties\":{\"default\":{\"type\":\"array\"},\"properties\":{\"type\":\"array\"}}}"
                        + "|{\"type\":\"object\",\"properties\":{\"default\":{\"type\":\"array\",\"items\":{}},\"properties\":{\"type\":\"array\",\"items\":{}}}}",
                "{\"properties\":{\"a\":{\"type\":\"array\"}}}"
                        + "|{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"array\",\"items\":{}}}}"
            })
    @Rows({96, 98})
    void putsInWhatIsMissing(String schema, String expected) {
        assertThat(completed(schema)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"type\" : \"object\", \"properties\" : { \"n\" : {\"type\":\"number\",\"maximum\":1.50e3,\"multipleOf\":0.10} } }",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}},\"$schema\":\"x\"}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"array\",\"prefixItems\":[{}]}}}",
                "{\"type\":\"object\",\"properties\":{},\"default\":{\"a\":{\"type\":\"array\"}}}",
                // properties that are called like keywords, and values that look like schemas
                "{\"type\":\"object\",\"properties\":{\"type\":{\"type\":\"string\"},\"items\":{\"type\":\"number\"}}}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"default\":{\"type\":\"array\"},\"enum\":[{\"type\":\"array\"}]}}}",
                "{\"type\":\"object\",\"properties\":{\"_private\":{\"type\":\"string\"},\"n\":{\"const\":12345678901234567890}}}"
            })
    @Rows({136, 137})
    void leavesEveryByteOfWhatIsComplete(String schema) {
        assertThat(completed(schema)).isEqualTo(schema);
    }
}
