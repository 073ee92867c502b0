package dev.turnpike.gateway.traffic.store;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/// Why the store could not be used, and what helps.
///
/// @param damaged the file is no database any more: another one is begun
/// @param sentence for people
record StoreFault(boolean damaged, String sentence) {
    private static final int PRIMARY = 0xff;

    static StoreFault of(Exception e, Path file) {
        return switch (e) {
            case Migrations.NewerDatabase newer ->
                new StoreFault(false, file + " cannot be used: " + newer.getMessage());
            case SQLException sql -> of(sql, file);
            case AccessDeniedException _ ->
                new StoreFault(false, file + " may not be written to: check its owner and mode");
            case ReadOnlyFileSystemException _ ->
                new StoreFault(false, file + " is on a file system that is read-only: let it be written to");
            case FileAlreadyExistsException f -> new StoreFault(false, f.getFile() + " is no folder: move it away");
            case NoSuchFileException f -> new StoreFault(false, f.getFile() + " is missing: make it again");
            case FileSystemException f -> new StoreFault(false, f.getFile() + ": " + f.getReason());
            default -> new StoreFault(false, file + ": " + e.getMessage());
        };
    }

    private static StoreFault of(SQLException e, Path file) {
        return switch (SQLiteErrorCode.getErrorCode(e.getErrorCode() & PRIMARY)) {
            case SQLITE_FULL -> new StoreFault(false, "the disk is full, so " + file + " cannot grow: make room");
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL ->
                new StoreFault(false, file + " is locked by another program: end that one, or wait until it is done");
            case SQLITE_READONLY, SQLITE_PERM ->
                new StoreFault(
                        false, file + " may not be written to: check its owner and mode, and those of its folder");
            case SQLITE_CANTOPEN ->
                new StoreFault(false, file + " cannot be opened: check its owner and mode, and those of its folder");
            case SQLITE_IOERR -> new StoreFault(false, "the disk failed on " + file + ": " + e.getMessage());
            case SQLITE_CORRUPT, SQLITE_NOTADB -> new StoreFault(true, file + " is damaged: move it away");
            default -> new StoreFault(false, file + ": " + e.getMessage());
        };
    }
}
