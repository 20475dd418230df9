package hebe.scenarios.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What went wrong on the machine, in words. */
final class Machine {
  private Machine() {}

  static String say(Exception exception) {
    Throwable cause =
        exception instanceof UncheckedIOException wrapped ? wrapped.getCause() : exception;
    if (cause instanceof AccessDeniedException denied) {
      return denied.getFile() + " may not be written; check its permissions";
    }
    if (cause instanceof NoSuchFileException missing) {
      return missing.getFile() + " does not exist";
    }
    if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
      return ((FileSystemException) cause).getFile() + " is a file where a folder is needed";
    }
    if (cause instanceof FileSystemException failed) {
      return failed.getFile()
          + ": "
          + (failed.getReason() == null ? "the file system failed" : failed.getReason());
    }
    return String.valueOf(cause.getMessage());
  }
}
