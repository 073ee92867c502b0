package dev.turnpike.gateway.upstream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/// A file of certificates as it is at one moment, known by what a look at its folder tells.
record TrustFile(Path path, FileTime modified, long size) {
    static TrustFile of(Path path) {
        try {
            BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
            return new TrustFile(path, found.lastModifiedTime(), found.size());
        } catch (IOException e) {
            // whoever opens it will say why
            return new TrustFile(path, FileTime.fromMillis(0), 0);
        }
    }
}
