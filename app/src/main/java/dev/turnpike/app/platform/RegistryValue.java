package dev.turnpike.app.platform;

/// A value of a key in Windows' registry.
///
/// @param name empty for the key's default value
/// @param type as in `REG_SZ`
/// @param text as `reg.exe` prints it: nothing in it is expanded, a number is `0x1`, bytes are hexadecimal
public record RegistryValue(String name, String type, String text) {
    /// The name and the type: the text may be a secret.
    @Override
    public String toString() {
        return "RegistryValue[" + name + ", " + type + "]";
    }
}
