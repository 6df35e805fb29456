/// The steps by which a file is replaced, as functions handed in, so that a test can stop between
/// any two of them.
package struct ReplaceSteps: Sendable {
  /// Writes a new file; it may fail half-way.
  package var write: @Sendable (String, [UInt8]) -> Bool
  /// Waits until a file, or a folder's list of names, is on the disk.
  package var sync: @Sendable (String) -> Bool
  /// Gives a file another name, in place of whatever bears it: at once or not at all.
  package var rename: @Sendable (String, String) -> Bool
  /// Takes a file away.
  package var remove: @Sendable (String) -> Void

  /// Steps by four functions.
  package init(
    write: @escaping @Sendable (String, [UInt8]) -> Bool,
    sync: @escaping @Sendable (String) -> Bool,
    rename: @escaping @Sendable (String, String) -> Bool,
    remove: @escaping @Sendable (String) -> Void
  ) {
    self.write = write
    self.sync = sync
    self.rename = rename
    self.remove = remove
  }
}

/// Puts a file in place of another so that at every moment one of them is there whole.
///
/// The new one is written beside it, brought to the disk, and only then given its name.
package func replaceFile(_ path: String, with bytes: [UInt8], by steps: ReplaceSteps) -> Bool {
  let fresh = path + ".new"
  guard steps.write(fresh, bytes), steps.sync(fresh), steps.rename(fresh, path) else {
    steps.remove(fresh)
    return false
  }
  let folder = Path.folder(path)
  return steps.sync(folder.isEmpty ? "." : folder)
}
