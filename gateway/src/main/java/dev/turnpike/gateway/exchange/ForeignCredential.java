package dev.turnpike.gateway.exchange;

import dev.turnpike.gateway.channel.Secrets;
import dev.turnpike.gateway.http.ClientToken;

/// A credential that is not the gateway's: enough to recognise it, too little to use it.
///
/// @param field the header field, in lower case
/// @param hash SHA-256 of the credential alone, without `Bearer`, in lower-case hex
/// @param masked for people: `sk-••••4f2a`
public record ForeignCredential(String field, String hash, String masked) {
    /// @param credential is not kept
    public static ForeignCredential of(String field, String credential) {
        return new ForeignCredential(field, ClientToken.hash(credential), Secrets.masked(credential));
    }
}
