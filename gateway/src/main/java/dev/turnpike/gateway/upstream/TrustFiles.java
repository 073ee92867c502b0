package dev.turnpike.gateway.upstream;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// TLS that trusts the certificates of a file besides those that Java trusts. Thread-safe.
final class TrustFiles {
    /// A PEM file may hold text and keys as well.
    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----");

    private final Map<Path, Made> made = new HashMap<>();

    private record Made(TrustFile from, SSLSocketFactory factory) {}

    /// Made once for each state of the file: reading what Java trusts takes long.
    ///
    /// @throws UnusableTrust when the file cannot be read or holds no certificate
    synchronized SSLSocketFactory factory(TrustFile file) throws UnusableTrust {
        Made known = made.get(file.path());
        if (known == null || !known.from().equals(file)) {
            known = new Made(file, make(file.path()));
            made.put(file.path(), known);
        }
        return known.factory();
    }

    private static SSLSocketFactory make(Path file) throws UnusableTrust {
        List<Certificate> own = certificates(file);
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(joined(own)), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new UnusableTrust(file, "cannot be joined with what Java trusts: " + e.getMessage());
        }
    }

    /// These certificates and those that Java trusts.
    static KeyStore joined(List<Certificate> own) throws GeneralSecurityException, IOException {
        KeyStore all = KeyStore.getInstance("PKCS12");
        all.load(null, null);
        for (X509Certificate certificate : trusted(null)) {
            all.setCertificateEntry("java-" + all.size(), certificate);
        }
        for (Certificate certificate : own) {
            all.setCertificateEntry("file-" + all.size(), certificate);
        }
        return all;
    }

    /// All that stand in the file.
    static List<Certificate> certificates(Path file) throws UnusableTrust {
        List<Certificate> found = new ArrayList<>();
        try {
            CertificateFactory x509 = CertificateFactory.getInstance("X.509");
            Matcher pem = CERTIFICATE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            while (pem.find()) {
                found.add(x509.generateCertificate(
                        new ByteArrayInputStream(pem.group().getBytes(StandardCharsets.US_ASCII))));
            }
        } catch (NoSuchFileException e) {
            throw new UnusableTrust(file, "does not exist; put the certificate there, or correct \"trust\"");
        } catch (IOException e) {
            throw new UnusableTrust(file, "cannot be read; let this user read it, or correct \"trust\"");
        } catch (GeneralSecurityException e) {
            throw new UnusableTrust(file, "holds a certificate that is damaged; write it anew");
        }
        if (found.isEmpty()) {
            throw new UnusableTrust(
                    file, "holds no certificate; it must be a PEM file with -----BEGIN CERTIFICATE----- in it");
        }
        return found;
    }

    private static TrustManager[] managers(@Nullable KeyStore trusted) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory.getTrustManagers();
    }

    /// The issuers in a store, of Java's own for null.
    static List<X509Certificate> trusted(@Nullable KeyStore store) throws GeneralSecurityException {
        List<X509Certificate> issuers = new ArrayList<>();
        for (TrustManager manager : managers(store)) {
            if (manager instanceof X509TrustManager x509) {
                issuers.addAll(List.of(x509.getAcceptedIssuers()));
            }
        }
        return issuers;
    }
}
